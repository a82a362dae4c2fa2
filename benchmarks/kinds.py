"""Articles told from other pages: forums, products, listings, services, manuals.

    python benchmarks/kinds.py FOLDER [--list]

FOLDER holds collections of labelled pages (README.md): those of articles, and `other-kinds`, whose labels
say what else a page is. Counts what becomes of each; a page that is no article counts as told if it is
rejected or `metadata.kind` is another; an article counts as lost if the same happens to it.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from copydesk.model import Form, RawPage, Rejected
from copydesk.pipeline import judge_page

ARTICLES = ("scrapinghub", "fundus-eval", "fundus-tests", "wcxb-article")
OTHERS = "other-kinds"
# The kinds that an article may be called.
STORIES = frozenset({"article", "live_blog", "gallery", "video"})


def rows(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Every labelled page: its file, its label, its address."""
    for name in (*ARTICLES, OTHERS):
        for line in (folder / name / "gold.jsonl").read_text(encoding="utf-8").split("\n"):
            if line:
                row = json.loads(line)
                label = row["kind"] if name == OTHERS else name
                yield folder / name / "pages" / f"{row['id']}.html.gz", label, row["url"]


def outcome(row: tuple[Path, str, str]) -> tuple[str, str, str]:
    """The label of a page, what it was taken for, and its address."""
    logging.disable(logging.CRITICAL)
    path, label, url = row
    body = gzip.decompress(path.read_bytes())
    raw = RawPage(body, path.name, hashlib.sha256(body).hexdigest(), Form.HTML, url, "argument")
    found = judge_page(raw)
    return label, f"rejected: {found.reason}" if isinstance(found, Rejected) else found.metadata.kind, url


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="name every page that was taken for another kind")
    given = parser.parse_args(arguments)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(outcome, rows(given.folder), chunksize=8))
    for label in dict.fromkeys(label for label, _, _ in found):
        counts = Counter(kind for one, kind, _ in found if one == label)
        print(f"{label:16}" + ", ".join(f"{kind} {count}" for kind, count in counts.most_common()))
    wrong = [row for row in found if (row[0] in ARTICLES) != (row[1] in STORIES)]
    others = [row for row in found if row[0] not in ARTICLES]
    missed = sum(row[0] not in ARTICLES for row in wrong)
    articles = len(found) - len(others)
    print(f"other pages told from articles: {len(others) - missed} of {len(others)}", end="")
    print(f" ({1 - missed / max(1, len(others)):.1%})")
    lost = len(wrong) - missed
    print(
        f"articles rejected or taken for something else: {lost} of {articles} ({lost / max(1, articles):.1%})"
    )
    if given.list:
        print(*(f"{label:16}{kind:32}{url}" for label, kind, url in wrong), sep="\n")


if __name__ == "__main__":
    main()
