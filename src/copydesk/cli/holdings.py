"""What a clean folder says of copies, read from its own files: articles, and the edges between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.errors import UsageError

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """An article as a list of copies shows it; `of` stands for its cluster, if another one does."""

    id: str
    host: str | None
    date: str | None
    title: str | None
    cluster: str | None
    of: str | None

    def record(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"id": self.id, "host": self.host, "date_published": self.date, "title": self.title}


@dataclass(frozen=True, slots=True)
class Holdings:
    """The articles of a clean folder by id, and every line of its `duplicates.jsonl`."""

    clean: Path
    articles: Mapping[str, Held]
    copies: tuple[Record, ...]

    def text(self, article_id: str) -> list[str]:
        """The paragraphs of an article."""
        found = (one for one in _articles(self.clean) if one["id"] == article_id)
        return str(next(found)["text"]).split("\n\n")


def read_holdings(clean: Path) -> Holdings:
    """Read a clean folder; `UsageError` if ingest did not write it."""
    if not (clean / "manifest.json").is_file():
        raise UsageError(f"{clean} is not a folder that ingest wrote; name the CLEAN folder of a run.")
    held = {one["id"]: _held(one) for one in _articles(clean)}
    return Holdings(clean, held, tuple(_records(clean / "duplicates.jsonl")))


def _held(record: Record) -> Held:
    data = record["metadata"]
    return Held(
        record["id"],
        data["host"],
        data["date_published"],
        data["title"],
        data["cluster_id"],
        data["near_duplicate_of"],
    )


def _articles(clean: Path) -> Iterator[Record]:
    for path in sorted(clean.glob("articles/*/*.jsonl")):
        yield from _records(path)


def _records(path: Path) -> Iterator[Record]:
    import orjson  # noqa: PLC0415 - keeps `copydesk --help` quick

    try:
        with path.open("rb") as file:
            for text in file:
                yield orjson.loads(text)
    except (FileNotFoundError, orjson.JSONDecodeError):
        raise UsageError(f"{path} is not as ingest wrote it; copydesk verify says more.") from None
