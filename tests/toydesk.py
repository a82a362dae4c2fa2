"""A toy in the place of the pipeline: pages of a few marked lines, judged at once.

url: https://host.example/story     where the page is from; without it the id is of the bytes
date: 2031-05-04                    when it was published
# Title                             the title
- Share this                        a line to drop
[card] text                         a paragraph in markup of its own; `- [card] text` one to drop
! boom                              judging fails; `! die` takes the process down
anything else                       a paragraph
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.ingest import IngestRequest, Summary, ingest
from copydesk.model import (
    Article,
    Block,
    Kind,
    Metadata,
    RawPage,
    Reason,
    Rejected,
    RejectReason,
    dropped,
    kept,
)
from copydesk.settings import DEFAULT, Settings
from copydesk.sites.profile import Profiles

_BOX = re.compile(r"(?:\[(\w+)\] )?(.*)")


def judge(raw: RawPage, settings: Settings, profiles: Profiles) -> Article | Rejected:
    lines = [line.strip() for line in raw.body.decode().splitlines() if line.strip()]
    facts = {
        name: value for name, _, value in (line.partition(": ") for line in lines) if name in {"url", "date"}
    }
    blocks = tuple(
        _block(at, line)
        for at, line in enumerate(line for line in lines if line[:5] not in {"url: ", "date:"})
    )
    url = facts.get("url", raw.url)
    key = url.encode() if url else raw.body
    metadata = Metadata(
        url=url,
        host=urlsplit(url).hostname if url else None,
        title=next((b.text for b in blocks if b.kind is Kind.TITLE), None),
        date_published=facts.get("date"),
        word_count=sum(len(b.text.split()) for b in blocks if b.kind is Kind.PARAGRAPH and b.verdict.keep),
        raw_path=raw.raw_path,
        raw_sha256=raw.sha256,
        provenance={"url": "page"} if url else {},
    )
    article = Article(hashlib.sha256(key).hexdigest()[:16], metadata, blocks, raw.fetched_at)
    if not article.text:
        return Rejected(raw.raw_path, None, raw.sha256, RejectReason.NO_TEXT, "no line is left")
    return article


def _block(at: int, line: str) -> Block:
    if line == "! boom":
        raise ValueError("boom")
    if line == "! die":
        os._exit(3)
    if line.startswith("# "):
        return Block(at, Kind.TITLE, line[2:], verdict=kept("title", kind=Kind.TITLE))
    drop = line.startswith("- ")
    box, text = _BOX.fullmatch(line.removeprefix("- ")).groups()  # type: ignore[union-attr]
    path = f"body/div.{box}/p" if box else ""
    verdict = dropped("share", Reason.PROMO, "share line") if drop else kept("body", stage="extract")
    return Block(at, Kind.PARAGRAPH, text, path, verdict=verdict)


def lay(folder: Path, pages: Mapping[str, str]) -> Path:
    """Pages as files of a folder."""
    for name, body in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    return folder


def run(clean: Path, *raw: Path, jobs: int = 1, settings: Settings = DEFAULT, **more: object) -> Summary:
    """An ingest run with the toy judge."""
    return ingest(IngestRequest(raw, clean, jobs, settings), judge=judge, **more)


def tree(clean: Path) -> dict[str, bytes]:
    """Everything in `clean/` but its caches."""
    files = (path for path in clean.rglob("*") if path.is_file())
    return {
        path.relative_to(clean).as_posix(): path.read_bytes()
        for path in files
        if ".copydesk" not in path.relative_to(clean).parts
    }


def lines(clean: Path, pattern: str) -> list[dict]:
    """The records of all files of a pattern, file by file."""
    paths: Iterable[Path] = sorted(clean.glob(pattern))
    return [json.loads(text) for path in paths for text in path.read_text("utf-8").splitlines()]


def articles(clean: Path) -> list[dict]:
    return lines(clean, "articles/*/*.jsonl")


def failing(nth: int, real: Callable, error: Exception) -> Callable:
    """A function that does as `real` does but for its n-th call, where it raises."""
    calls = iter(range(nth + 1))

    def fake(*args: object, **named: object) -> object:
        if next(calls, None) == nth:
            raise error
        return real(*args, **named)

    return fake
