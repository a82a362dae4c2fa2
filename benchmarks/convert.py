"""Public collections of labelled pages in the form that the benchmarks read.

    python benchmarks/convert.py KIND CLONE FOLDER

KIND says what CLONE, a checkout of the collection's repository, holds:

- scrapinghub: scrapinghub/article-extraction-benchmark, news and blogs of 2019, bodies cut by hand
- fundus-eval: dobbersc/fundus-evaluation, five pages of each of 16 publishers, paragraphs cut by hand
- fundus-tests: flairNLP/fundus, pages of its tests, with what hand-written parsers find in them
- wcxb: Murrough-Foley/web-content-extraction-benchmark, its articles as `wcxb-article`, its other pages as
  `other-kinds`

FOLDER gets a folder a collection: `gold.jsonl`, a line a page, and `pages/<id>.html.gz`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from courlan import extract_domain

# More optional paragraphs than this make too many acceptable texts; the rest of them stay in.
_MOST_OPTIONAL = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled page; `bodies` are acceptable texts, their paragraphs joined by blank lines."""

    id: str
    url: str
    site: str
    kind: str
    bodies: tuple[str, ...]
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date_published: str | None = None


# The collection a page goes to, its labels, and the file that holds it.
Found = Iterator[tuple[str, Row, Path]]


def scrapinghub(clone: Path) -> Found:
    """Labels in one file, by the page's id."""
    for page, label in _json(clone / "ground-truth.json").items():
        row = Row(page, label["url"], site_of(label["url"]), "article", (label["articleBody"],))
        yield "scrapinghub", row, clone / "html" / f"{page}.html.gz"


def fundus_eval(clone: Path) -> Found:
    """Labels in one file, by the page's name; paragraphs in brackets may be there or not."""
    for name, label in _json(clone / "dataset" / "ground_truth.json").items():
        row = Row(_stem(name), label["url"], site_of(label["url"]), "article", variants(label["body"]))
        yield "fundus-eval", row, clone / "dataset" / "html" / name


def fundus_tests(clone: Path) -> Found:
    """A file of labels a publisher, with one entry for each version of its parser, in order of the pages."""
    for country in sorted((clone / "tests/resources/parser/test_data").iterdir()):
        if not (country / "meta.info").is_file():
            continue
        told = _json(country / "meta.info")
        for labels in sorted(country.glob("*.json")):
            versions = [v for _, v in sorted(_json(labels).items())]
            names = sorted(name for name in told if name.rpartition(".html")[0].startswith(f"{labels.stem}_"))
            # With another number of pages than versions nothing says which labels are whose.
            if len(names) == len(versions):
                for name, label in zip(names, versions, strict=True):
                    row = _fundus_row(f"{country.name}-{_stem(name)}", told[name]["url"], label)
                    yield "fundus-tests", row, country / name


def _fundus_row(page: str, url: str, label: dict[str, Any]) -> Row:
    body = label["body"]
    lines = [*body["summary"]]
    for section in body["sections"]:
        lines += [*section["headline"], *section["paragraphs"]]
    authors = tuple(label.get("authors") or ()) or None
    date = label.get("publishing_date")
    return Row(page, url, site_of(url), "article", ("\n\n".join(lines),), label.get("title"), authors, date)


def wcxb(clone: Path) -> Found:
    """A file of labels a page, in a part for development and one for tests."""
    for part in ("dev", "test"):
        for labels in sorted((clone / part / "ground-truth").glob("*.json")):
            label = _json(labels)
            truth, kind = label["ground_truth"], label["_internal"]["page_type"]["primary"]
            author = truth.get("author")
            row = Row(
                f"{part}-{labels.stem}", label["url"], site_of(label["url"]), kind,
                (truth["main_content"],), truth.get("title"), (author,) if author else None,
                truth.get("publish_date"),
            )  # fmt: skip
            name = "wcxb-article" if kind == "article" else "other-kinds"
            yield name, row, clone / part / "html" / f"{labels.stem}.html.gz"


KINDS: dict[str, Callable[[Path], Found]] = {
    "scrapinghub": scrapinghub,
    "fundus-eval": fundus_eval,
    "fundus-tests": fundus_tests,
    "wcxb": wcxb,
}


def variants(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The acceptable texts of paragraphs of which those in brackets may be left out.

    >>> variants(["[Key point]", "One.", "Two."])
    ('Key point\\n\\nOne.\\n\\nTwo.', 'One.\\n\\nTwo.')
    """
    parts: list[tuple[str, bool]] = []
    inside = False
    for paragraph in paragraphs:
        inside = inside or paragraph.startswith("[")
        parts.append((paragraph.strip("[]") if inside else paragraph, inside))
        inside = inside and not paragraph.endswith("]")
    optional = [i for i, (_, may) in enumerate(parts) if may][:_MOST_OPTIONAL]
    texts = []
    for choice in product((True, False), repeat=len(optional)):
        out = {i for i, stays in zip(optional, choice, strict=True) if not stays}
        texts.append("\n\n".join(text for i, (text, _) in enumerate(parts) if i not in out))
    return tuple(dict.fromkeys(texts))


def site_of(url: str) -> str:
    """The registrable domain of a url, or its host where there is none."""
    return extract_domain(url) or (urlsplit(url).hostname or url).removeprefix("www.")


def convert(found: Found, folder: Path) -> dict[str, int]:
    """Write pages and labels; how many of each collection. A label whose page is missing is left out."""
    rows: dict[str, list[Row]] = {}
    for name, row, page in found:
        if page.is_file():
            (folder / name / "pages").mkdir(parents=True, exist_ok=True)
            shutil.copyfile(page, folder / name / "pages" / f"{row.id}.html.gz")
            rows.setdefault(name, []).append(row)
    for name, of in rows.items():
        lines = [json.dumps(asdict(row), ensure_ascii=False) for row in of]
        (folder / name / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {name: len(of) for name, of in rows.items()}


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _stem(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".html")


def main(arguments: Sequence[str] | None = None) -> None:
    """Convert, and say how many pages there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("kind", choices=list(KINDS))
    parser.add_argument("clone", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args(arguments)
    for name, count in convert(KINDS[given.kind](given.clone), given.folder).items():
        print(f"{name}: {count} pages")


if __name__ == "__main__":
    main()
