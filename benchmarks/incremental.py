"""What it costs to add pages to a folder that is already ingested, against ingesting all of them.

    python benchmarks/incremental.py [--pages N] [--add N] [--sites N] [--folder FOLDER]

The pages are fiction made up from word lists: sites with menus, teasers, notices and footers of their own,
stories of some twenty paragraphs, and among them copies of other sites' stories. Processor seconds of the
whole run are compared, reading and judging the new pages included.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from copydesk.ingest import IngestRequest, Summary, ingest
from copydesk.verify import verify

_SYLLABLES = [
    "ba",
    "ker",
    "lo",
    "mi",
    "dun",
    "ra",
    "ves",
    "tor",
    "il",
    "na",
    "qua",
    "sel",
    "ho",
    "ren",
    "pid",
    "ma",
    "cor",
    "lin",
    "ter",
    "wo",
    "gan",
    "fel",
    "mor",
    "ash",
]
_SMALL = [
    "the",
    "of",
    "a",
    "to",
    "and",
    "in",
    "was",
    "by",
    "on",
    "that",
    "for",
    "with",
    "from",
    "at",
    "its",
    "he",
    "she",
    "they",
    "had",
    "would",
    "said",
    "after",
]
_COPIED = 0.05
_MENU, _TEASERS, _PARAGRAPHS = 60, 24, (12, 26)


def _vocabulary() -> list[str]:
    dice = random.Random(0)
    return sorted({"".join(dice.choices(_SYLLABLES, k=dice.randrange(2, 5))) for _ in range(6000)})


_WORDS = _vocabulary()


def _sentence(dice: random.Random) -> str:
    """Some twenty words, every second or third of them a small one, as in any language of news."""
    words = [dice.choice(_SMALL if dice.random() < 0.4 else _WORDS) for _ in range(dice.randrange(12, 30))]
    return f"{' '.join(words).capitalize()} {dice.randrange(1000)}."


def _story(dice: random.Random) -> list[str]:
    count = dice.randrange(*_PARAGRAPHS)
    return [" ".join(_sentence(dice) for _ in range(dice.randrange(1, 4))) for _ in range(count)]


def _page(site: int, number: int, story: Sequence[str], dice: random.Random) -> str:
    """One page of a site: its own names of classes, menu, notice and footer around a story."""
    host, own = f"paper{site}.example", random.Random(site)
    menu = "".join(
        f'<li class="nav-item s{site}"><a href="/{at}">{" ".join(own.choices(_WORDS, k=2))}</a></li>'
        for at in range(_MENU)
    )
    teasers = "".join(
        f'<li class="teaser"><a href="/t/{dice.randrange(10**6)}"><h3>{_sentence(dice)}</h3></a></li>'
        for _ in range(_TEASERS)
    )
    notice, label, foot = _sentence(own), _sentence(own), _sentence(own)
    title = " ".join(dice.choices(_WORDS, k=7)).capitalize()
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    date = f"{2029 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02}T08:00:00Z"
    return (
        f'<!doctype html><html lang="en"><head><title>{title} - Paper {site}</title>'
        f'<link rel="canonical" href="https://{host}/{number}"><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{date}"></head><body>'
        f'<header class="top"><nav class="menu"><ul>{menu}</ul></nav></header>'
        f'<main class="page"><article class="story s{site}"><h1>{title}</h1>'
        f'<div class="story-text">{body}<p>{notice}</p></div><div class="box note"><p>{label}</p></div>'
        f'</article><aside class="more"><ul>{teasers}</ul></aside></main>'
        f'<footer class="foot"><p>Paper {site}. {foot}</p></footer></body></html>'
    )


def pages(count: int, sites: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Names and texts of so many pages; one in twenty prints a story of a page before it."""
    dice = random.Random(seed)
    told: list[list[str]] = []
    for number in range(count):
        site = number % sites
        if told and dice.random() < _COPIED:
            story = [line for line in dice.choice(told) if dice.random() < 0.9] or told[0]
        else:
            story = _story(dice)
        told = [*told[-200:], story]
        yield f"paper{site}/{number:06}.html", _page(site, number, story, dice)


def _lay(folder: Path, laid: Iterator[tuple[str, str]]) -> int:
    size = 0
    for name, text in laid:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_text(text, encoding="utf-8")
    return size


def _seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _run(raw: Path, clean: Path) -> tuple[Summary, float]:
    before = _seconds()
    # In this process, so that all of the work is counted: workers are nobody's children in the end.
    summary = ingest(IngestRequest((raw,), clean))
    return summary, _seconds() - before


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--add", type=int, default=200)
    parser.add_argument("--sites", type=int, default=50)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if not given")
    given = parser.parse_args(arguments)
    work = Path(tempfile.mkdtemp(prefix="incremental-", dir=given.folder))
    try:
        laid = pages(given.pages + given.add, given.sites)
        raw, clean = work / "raw", work / "clean"
        size = _lay(raw, (next(laid) for _ in range(given.pages)))
        print(f"{given.pages} pages of {given.sites} sites, {size / given.pages / 1000:.0f} kB a page")
        first, whole = _run(raw, clean)
        print(f"all at once      {whole:8.1f} s of processor time, {first.articles} articles")
        _, again = _run(raw, clean)
        print(f"nothing new      {again:8.1f} s, 1/{whole / again:.0f}")
        _lay(raw, laid)
        more, added = _run(raw, clean)
        print(f"{given.add} pages added {added:8.1f} s, 1/{whole / added:.0f}; {more.files_written} files")
        print(f"struck as chrome {more.dropped.get('site_repeat', 0)} lines; near-copies {more.near_copies}")
        print(f"promises kept    {verify(clean).ok}")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
