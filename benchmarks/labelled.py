"""Labelled pages: a folder a collection, with `gold.jsonl` and `pages/<id>.html.gz`."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import scores
from scores import Metric, Score

from copydesk.model import Form, RawPage

Aggregate = Callable[[Sequence[Score]], tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection that is scored, and how its makers score it."""

    name: str
    label: str
    metric: Metric
    aggregate: Aggregate


COLLECTIONS = (
    Collection("scrapinghub", "shingle F1", scores.shingle_score, scores.f1_of_means),
    Collection("fundus-eval", "LSum F1", scores.lsum_score, scores.mean_of_pages),
    Collection("fundus-tests", "shingle F1", scores.shingle_score, scores.f1_of_means),
    Collection("wcxb-article", "bag F1", scores.bag_score, scores.mean_of_pages),
)
BY_NAME = {c.name: c for c in COLLECTIONS}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One page with what is known of its article. `bodies` are acceptable texts, any of them will do."""

    collection: str
    id: str
    site: str
    url: str
    path: Path
    bodies: tuple[str, ...]
    title: str | None
    authors: tuple[str, ...] | None
    date: str | None

    def raw(self) -> RawPage:
        """The page as it comes in, with its address."""
        body = gzip.decompress(self.path.read_bytes())
        name = f"{self.collection}/{self.id}.html"
        sha = hashlib.sha256(body).hexdigest()
        return RawPage(body, name, sha, Form.HTML, self.url, "argument")


def load(folder: Path, names: Sequence[str], sample: int = 0) -> Iterator[Labelled]:
    """The pages of some collections; a sample takes as many of each, evenly spread."""
    for name in names:
        lines = (folder / name / "gold.jsonl").read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        if sample and sample < len(rows):
            rows = [rows[i * len(rows) // sample] for i in range(sample)]
        for row in rows:
            yield _labelled(folder, name, row)


def _labelled(folder: Path, name: str, row: dict[str, Any]) -> Labelled:
    authors = row.get("authors")
    return Labelled(
        name,
        row["id"],
        row.get("site") or row["url"],
        row["url"],
        folder / name / "pages" / f"{row['id']}.html.gz",
        tuple(row["bodies"] or [""]),
        row.get("title"),
        None if authors is None else tuple(authors),
        row.get("date_published"),
    )
