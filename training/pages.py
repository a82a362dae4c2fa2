"""Labelled pages as the keeper learns from them: each block described, with its share of the article."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import tldextract
from numpy.typing import NDArray

from copydesk.extract.body import Focus, reading
from copydesk.extract.keeper.features import Described, describe
from copydesk.extract.keeper.tokens import Tokens, tokens_of
from copydesk.extract.mapping import align, squeeze
from copydesk.extract.metadata import declare
from copydesk.model import Form, Page, RawPage
from copydesk.read import read_page

COLLECTIONS = ("scrapinghub", "fundus-eval", "fundus-tests", "wcxb-article")
# A word, or a character of a script that is written without spaces.
_TOKEN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\\w+")
_SHINGLE = 4
_domain = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@dataclass(frozen=True, slots=True)
class Example:
    """One page: its site, every block described, its tokens, what trafilatura's readings say, and the labels.

    `wanted` is for each block the share of its four-word shingles that the article has.
    """

    collection: str
    id: str
    site: str
    described: Described
    tokens: Tokens
    readings: tuple[NDArray[np.float64], NDArray[np.float64]]
    wanted: NDArray[np.float64]


def site_of(url: str) -> str:
    """The registrable domain of an address; of the site itself, whatever collection it is in.

    >>> site_of("https://news.example.co.uk/a")
    'example.co.uk'
    """
    found = _domain(url)
    return found.top_domain_under_public_suffix or urlsplit(url).hostname or url


def fold_of(site: str, folds: int, salt: str = "") -> int:
    """Which of some folds a site is in: the same on every machine."""
    return int.from_bytes(hashlib.sha256((salt + site).encode()).digest()[:8], "big") % folds


def rows(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The labelled pages of a folder, collection by collection, in the order of their ids."""
    for name in COLLECTIONS:
        path = folder / name / "gold.jsonl"
        if path.exists():
            lines = path.read_text(encoding="utf-8").split("\n")
            found = [json.loads(line) for line in lines if line]
            yield from ((name, row) for row in sorted(found, key=lambda row: str(row["id"])))


def example(folder: Path, name: str, row: dict[str, Any]) -> Example | None:
    """One labelled page described, or None if it has nothing to be judged."""
    body = gzip.decompress((folder / name / "pages" / f"{row['id']}.html.gz").read_bytes())
    raw = RawPage(body, row["id"], hashlib.sha256(body).hexdigest(), Form.HTML, row["url"], "argument")
    page = read_page(raw)
    if not isinstance(page, Page) or page.form is not Form.HTML:
        return None
    described = describe(page, declare(page))
    readings = tuple(np.array(reading(page, focus), np.float64) for focus in (Focus.PRECISE, Focus.FREE))
    wanted = labels([block.text for block in page.blocks], row["bodies"] or [""])
    tokens = tokens_of(page.blocks, described.nodes, range(len(page.blocks)))
    site = site_of(row["url"])
    return Example(name, row["id"], site, described, tokens, (readings[0], readings[1]), wanted)


def labels(texts: Sequence[str], bodies: Sequence[str]) -> NDArray[np.float64]:
    """For each block the share of it that the article has, by the body that has most of it.

    A block too short for shingles has to be a line of the body, in its place.

    >>> labels(["Menu", "One two three four five."], ["One two three four five."]).tolist()
    [0.0, 1.0]
    """
    best = np.zeros(len(texts))
    tokens = [_TOKEN.findall(text.lower()) for text in texts]
    for body in bodies:
        have = set(_shingles(_TOKEN.findall(body.lower())))
        lines = align(texts, [squeeze(line) for line in body.split("\n") if line.strip()])
        for i, found in enumerate(tokens):
            shingles = _shingles(found)
            of = sum(s in have for s in shingles) / len(shingles) if shingles else float(lines[i])
            best[i] = max(best[i], of)
    return best


def _shingles(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)]
