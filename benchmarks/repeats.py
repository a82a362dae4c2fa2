"""What learned site chrome is worth: scores with it and without, and the share of labelled words it costs.

Only pages count whose site has more than one page in its collection; nothing can be learned of the others.
Each page is taken as it came, and once more as text: the lines that can be seen, as if pasted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from labelled import BY_NAME, Labelled
from scores import bag_score, best

from copydesk.dedup.lines import page_lines
from copydesk.dedup.repeats import find_repeats
from copydesk.extract.body import Reader
from copydesk.model import Article, Form, RawPage, Rejected
from copydesk.pipeline import judge_page
from copydesk.settings import DEFAULT

Judged = tuple[Labelled, Article | Rejected, Article | Rejected]


def judge(page: Labelled, reader: Callable[[Labelled], Reader]) -> Judged:
    """A page as it came, and the same pasted."""
    raw = page.raw()
    found = judge_page(raw, reader=reader(page))
    return page, found, judge_page(_pasted(raw, found)) if isinstance(found, Article) else found


def _pasted(raw: RawPage, article: Article) -> RawPage:
    body = "\n".join(block.text for block in article.blocks if not block.hidden).encode()
    return replace(raw, body=body, sha256=hashlib.sha256(body).hexdigest(), media=Form.TEXT)


def report(judged: Sequence[Judged]) -> None:
    """Print a line a collection and form."""
    heads = (("pages", 7), ("score off", 11), ("on", 9), ("words off", 11), ("on", 9), ("lost", 9))
    print(" " * 24 + "".join(f"{head:>{width}}" for head, width in (*heads, ("better", 8), ("worse", 7))))
    for name in BY_NAME:
        rows = [one for one in judged if one[0].collection == name]
        if rows:
            _print(name, [(page, found) for page, found, _ in rows])
            _print(f"{name}, pasted", [(page, found) for page, _, found in rows])


def _print(label: str, rows: Sequence[tuple[Labelled, Article | Rejected]]) -> None:
    texts = _texts([(page, found) for page, found in rows if isinstance(found, Article)])
    if not texts:
        return
    collection = BY_NAME[label.split(",", maxsplit=1)[0]]
    off, on = ([best(collection.metric, p.bodies, text[at]) for p, *text in texts] for at in (0, 1))
    words = [[best(bag_score, p.bodies, text[at]) for p, *text in texts] for at in (0, 1)]
    sizes = [max(len(body.split()) for body in page.bodies) for page, *_ in texts]
    lost = sum(
        size * max(0.0, (a[1] or 0) - (b[1] or 0))
        for size, a, b in zip(sizes, words[0], words[1], strict=True)
    )
    moves = [b[2] - a[2] for a, b in zip(words[0], words[1], strict=True)]
    means = [sum(score[2] for score in scores) / len(scores) for scores in words]
    figures = (collection.aggregate(off)[2], collection.aggregate(on)[2], *means)
    cells = "".join(f"{figure:>{width}.4f}" for figure, width in zip(figures, (11, 9, 11, 9), strict=True))
    better, worse = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    print(f"{label:24}{len(texts):7}{cells}{100 * lost / sum(sizes):8.3f}%{better:8}{worse:7}")


def _texts(rows: Sequence[tuple[Labelled, Article]]) -> list[tuple[Labelled, str, str]]:
    """The pages of sites with several, each with its text as judged alone and without its site's chrome."""
    sites: dict[str, list[tuple[Labelled, Article]]] = {}
    for page, article in rows:
        sites.setdefault(article.metadata.host or "", []).append((page, article))
    found = []
    for _, pages in sorted(sites.items()):
        if len(pages) > 1:
            lines = [page_lines(article, DEFAULT.repeats) for _, article in pages]
            repeats = find_repeats(lines, DEFAULT.repeats, DEFAULT.article.min_words)
            for (page, article), struck in zip(pages, repeats, strict=True):
                gone = {one.at for one in struck}
                kept = (block.text for at, block in enumerate(article.body) if at not in gone)
                found.append((page, article.text, "\n\n".join(kept)))
    return found
