"""Whether a `clean/` folder keeps its promises, told from its files alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import orjson

from copydesk.dedup.copies import CopyKind
from copydesk.errors import UsageError
from copydesk.model import Reason, RejectReason
from copydesk.text import word_count
from copydesk.write import schema
from copydesk.write.atomic import sha256_of
from copydesk.write.chrome import STAGE
from copydesk.write.manifest import MANIFEST
from copydesk.write.names import partition_of

# After so many problems of one file the rest is only counted: a folder of another program's files
# should not fill the screen.
_SHOWN: Final = 20
_CAPTURES: Final = {str(CopyKind.REVISION), str(CopyKind.SAME_PAGE)}


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked at, and every problem found, one plain sentence each."""

    clean: Path
    files: int
    articles: int
    removed: int
    duplicates: int
    rejected: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every promise holds."""
        return not self.problems


@dataclass(slots=True)
class _Seen:
    """What the lines say, gathered while they are checked one by one."""

    problems: list[str] = field(default_factory=list)
    paragraphs: dict[str, int] = field(default_factory=dict)
    struck: dict[str, list[int]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    clusters: dict[str, str | None] = field(default_factory=dict)
    standing: dict[str, str] = field(default_factory=dict)
    sites: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)


def verify(clean: Path) -> VerifyReport:
    """Check hashes, schema, order, ledger and accounting of a `clean/` folder; no state is needed."""
    manifest = _manifest(clean)
    seen = _Seen()
    if isinstance(manifest, str):
        return VerifyReport(clean, 0, 0, 0, 0, 0, (manifest,))
    files = manifest["files"]
    _check_files(clean, files, seen)
    for name in sorted(files):
        if (clean / name).is_file():
            _check_lines(clean, name, seen)
    _check_ledger(seen)
    _check_copies(seen)
    _check_counts(manifest["counts"], seen)
    return VerifyReport(
        clean,
        len(files),
        len(seen.paragraphs),
        sum(seen.reasons.values()),
        sum(seen.kinds.values()),
        sum(seen.rejected.values()),
        tuple(seen.problems),
    )


def _manifest(clean: Path) -> dict[str, Any] | str:
    """The manifest, or what is wrong with it."""
    if not clean.is_dir():
        raise UsageError(f"{clean} is no folder; name the one that ingest wrote.")
    path = clean / MANIFEST
    if not path.is_file():
        return f"{path} is not there: no run of ingest has come to its end here."
    try:
        manifest = orjson.loads(path.read_bytes())
        fits = isinstance(manifest["files"], dict) and isinstance(manifest["counts"], dict)
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return f"{path} cannot be read as a manifest."
    if not fits:
        return f"{path} cannot be read as a manifest."
    if manifest.get("schema") != schema.VERSION:
        return f"{path} is of schema {manifest.get('schema')}; this copydesk knows {schema.VERSION}."
    checked: dict[str, Any] = manifest
    return checked


def _check_files(clean: Path, files: Mapping[str, Any], seen: _Seen) -> None:
    """Every file is as the manifest says, and there is none it does not name."""
    for name, told in sorted(files.items()):
        found = sha256_of(clean / name)
        if found is None:
            seen.problems.append(f"{name} is in the manifest but not there.")
        elif not isinstance(told, dict) or found != told.get("sha256"):
            seen.problems.append(f"{name} is not as it was written: its sha256 differs from the manifest's.")
    for pattern in ("*.jsonl", "articles/**/*", "removed/**/*"):
        for path in sorted(clean.glob(pattern)):
            name = path.relative_to(clean).as_posix()
            if path.is_file() and name not in files:
                seen.problems.append(f"{name} is not in the manifest.")


def _check_lines(clean: Path, name: str, seen: _Seen) -> None:
    if (kind := name.split("/", maxsplit=1)[0]) not in _CHECKS:
        seen.problems.append(f"{name} is no file that a clean folder has.")
        return
    check, table = _CHECKS[kind]
    before = len(seen.problems)
    last: tuple[Any, ...] | None = None
    for number, text in enumerate((clean / name).open("rb"), 1):
        place = f"{name}, line {number}"
        try:
            line = orjson.loads(text)
        except orjson.JSONDecodeError:
            seen.problems.append(f"{place}: it is no JSON.")
            continue
        faults = schema.faults(line, table)
        if not faults and table is schema.ARTICLE:
            faults = schema.faults(line["metadata"], schema.METADATA)
        seen.problems.extend(f"{place}: {fault}." for fault in faults)
        if not faults:
            here = check(name, line, seen, place)
            if here and last and here <= last:
                seen.problems.append(f"{place}: it is not in its order, or there twice.")
            last = here or last
    _shorten(seen.problems, before, name)


def _shorten(problems: list[str], start: int, name: str) -> None:
    more = len(problems) - start - _SHOWN
    if more > 0:
        del problems[start + _SHOWN :]
        problems.append(f"{name} has {more} more problems.")


def _article(name: str, line: dict[str, Any], seen: _Seen, place: str) -> tuple[Any, ...]:
    metadata, text, article_id = line["metadata"], line["text"], line["id"]
    if article_id in seen.paragraphs:
        seen.problems.append(f"{place}: article {article_id} is there twice.")
    partition = f"articles/{partition_of(metadata['host'], metadata['date_published'])}"
    if name.removesuffix(".jsonl").split("-id")[0] != partition.split("-id", maxsplit=1)[0]:
        seen.problems.append(f"{place}: article {article_id} belongs to {partition}.jsonl.")
    if line["version"] != schema.VERSION or line["created"] != metadata["date_published"]:
        seen.problems.append(f"{place}: 'version' or 'created' is not what it must be.")
    if metadata["word_count"] != word_count(text):
        seen.problems.append(f"{place}: 'word_count' is not the number of words of its text.")
    parts = text.split("\n\n")
    if not all(part.strip() for part in parts):
        seen.problems.append(f"{place}: article {article_id} has an empty paragraph.")
    seen.paragraphs[article_id] = len(parts)
    seen.pages[article_id] = metadata["raw_path"]
    seen.clusters[article_id] = metadata["cluster_id"]
    if metadata["near_duplicate_of"] is not None:
        seen.standing[article_id] = metadata["near_duplicate_of"]
    seen.sites[metadata["host"] or "_unknown"] += 1
    return (article_id,)


def _removed(name: str, line: dict[str, Any], seen: _Seen, place: str) -> tuple[Any, ...]:  # noqa: ARG001
    if line["reason"] not in set(Reason):
        seen.problems.append(f"{place}: {line['reason']!r} is no reason.")
    if line["stage"] == STAGE and (line["reason"] != Reason.SITE_REPEAT or not line["evidence"]):
        seen.problems.append(f"{place}: the corpus strikes only what a site repeats, and says how often.")
    seen.reasons[line["reason"]] += 1
    seen.struck.setdefault(line["article_id"], []).append(line["index"])
    if seen.pages.get(line["article_id"], line["raw_path"]) != line["raw_path"]:
        seen.problems.append(f"{place}: its raw_path is not that of article {line['article_id']}.")
    return line["article_id"], line["index"]


def _rejected(name: str, line: dict[str, Any], seen: _Seen, place: str) -> tuple[Any, ...]:  # noqa: ARG001
    if line["reason"] not in set(RejectReason):
        seen.problems.append(f"{place}: {line['reason']!r} is no reason to reject.")
    seen.rejected[line["reason"]] += 1
    return ()


def _duplicate(name: str, line: dict[str, Any], seen: _Seen, place: str) -> tuple[Any, ...]:  # noqa: ARG001
    kind = line["kind"]
    if kind not in set(CopyKind):
        seen.problems.append(f"{place}: {kind!r} is no kind of copy.")
    seen.kinds[kind] += 1
    ends = [line["a"]] if kind in _CAPTURES else [line["a"], line["b"]]
    for end in (*ends, line["representative"], line["cluster_id"]):
        if end is not None and end not in seen.paragraphs:
            seen.problems.append(f"{place}: there is no article {end}.")
    if kind not in _CAPTURES and (line["b"] is None or line["a"] >= line["b"]):
        seen.problems.append(f"{place}: 'a' must be the smaller id of two.")
    return ()


_Check = Callable[[str, dict[str, Any], _Seen, str], tuple[Any, ...]]
_CHECKS: Final[Mapping[str, tuple[_Check, schema.Types]]] = {
    "articles": (_article, schema.ARTICLE),
    "duplicates.jsonl": (_duplicate, schema.DUPLICATE),
    "rejected.jsonl": (_rejected, schema.REJECTED),
    "removed": (_removed, schema.REMOVED),
}


def _check_ledger(seen: _Seen) -> None:
    """Ledger lines belong to articles, and with the text they make whole pages.

    A page's blocks are numbered from 0; those that are not in the ledger are the paragraphs of the text
    and at most a title. So the numbers left out below the last one struck are no more than those.
    """
    for article_id, indexes in sorted(seen.struck.items()):
        if article_id not in seen.paragraphs:
            seen.problems.append(f"The ledger has lines of article {article_id}, which is not there.")
            continue
        left_out = max(indexes) + 1 - len(indexes)
        if min(indexes) < 0 or left_out > seen.paragraphs[article_id] + 1:
            seen.problems.append(
                f"Article {article_id}: {left_out} blocks are not in its ledger, and its text has "
                f"{seen.paragraphs[article_id]} paragraphs."
            )


def _check_copies(seen: _Seen) -> None:
    """Who stands for an article is there, in the same cluster, and stands for itself."""
    for article_id, other in sorted(seen.standing.items()):
        if other not in seen.paragraphs:
            seen.problems.append(f"Article {article_id} is near_duplicate_of {other}, which is not there.")
        elif other in seen.standing or seen.clusters[other] != seen.clusters[article_id]:
            seen.problems.append(f"Article {article_id} is near_duplicate_of {other} of another cluster.")


def _check_counts(counts: Mapping[str, Any], seen: _Seen) -> None:
    """The manifest's numbers are those of the lines, and inputs = articles + duplicates + rejected."""
    captures = sum(seen.kinds[kind] for kind in _CAPTURES)
    copies = {kind: number for kind, number in sorted(seen.kinds.items()) if kind not in _CAPTURES}
    blocks = counts.get("blocks", {})
    for name, told, found in (
        ("inputs", counts.get("inputs"), len(seen.paragraphs) + captures + seen.rejected.total()),
        ("articles", counts.get("articles"), len(seen.paragraphs)),
        ("duplicates", counts.get("duplicates"), captures),
        ("rejected", counts.get("rejected"), dict(seen.rejected)),
        ("copies", counts.get("copies"), copies),
        ("sites", counts.get("sites"), dict(seen.sites)),
        ("text blocks", blocks.get("text"), sum(seen.paragraphs.values())),
        ("dropped blocks", blocks.get("dropped"), dict(seen.reasons)),
    ):
        if told != found:
            seen.problems.append(f"The manifest says {name}: {told}; the files have {found}.")
