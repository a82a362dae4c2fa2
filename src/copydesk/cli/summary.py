"""What a run found, in a few lines that a person understands."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.cli.console import printable

if TYPE_CHECKING:
    from copydesk.ingest import Summary

# How many sites are named before the rest is counted together.
SITES = 12


def summary_lines(summary: Summary, clean: Path) -> list[str]:
    """The summary of a run over the folder `clean`."""
    return [printable(line) for line in _lines(summary, clean)]


def _lines(summary: Summary, clean: Path) -> Iterator[str]:
    yield f"{counted(summary.read, 'source file')} read, {summary.unchanged} unchanged{_gone(summary)}."
    held = f"{counted(summary.articles, 'article')} from {counted(summary.inputs, 'page')}"
    yield f"{clean} now holds {held}{_captures(summary)}."
    yield from _table("Sites", _top(summary.sites), "article")
    lost = sum(summary.dropped.values())
    yield f"Lines kept: {summary.kept_blocks}; dropped: {lost}, each with its reason in {clean / 'removed'}."
    yield from _table("Dropped for", summary.dropped, "line")
    if summary.rejected:
        pages = counted(sum(summary.rejected.values()), "page")
        yield f"No article: {pages}, listed in {clean / 'rejected.jsonl'}."
        yield from _table("Because", summary.rejected, "page")
    yield f"Near-copies found: {counted(summary.near_copies, 'pair')}{_derived(summary)}."
    yield from summary.notes
    yield from _to_read(summary, clean)


def _gone(summary: Summary) -> str:
    return f", {summary.gone} gone" if summary.gone else ""


def _derived(summary: Summary) -> str:
    pairs = counted(summary.derived, "more pair")
    return f"; {pairs}, one of which has much of the other in it" if summary.derived else ""


def _captures(summary: Summary) -> str:
    return f", {counted(summary.duplicates, 'other capture')} of them" if summary.duplicates else ""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "page"), counted(2, "page"), counted(0, "copy", "copies")
    ('1 page', '2 pages', '0 copies')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def _top(sites: Mapping[str, int]) -> dict[str, int]:
    ordered = sorted(sites.items(), key=lambda item: (-item[1], item[0]))
    shown = dict(ordered[:SITES])
    if rest := ordered[SITES:]:
        shown[f"{len(rest)} other sites"] = sum(count for _, count in rest)
    return {("(site unknown)" if name == "_unknown" else name): n for name, n in shown.items()}


def _table(title: str, counts: Mapping[str, int], noun: str) -> Iterator[str]:
    """Counts with their names, the largest first."""
    if not counts:
        return
    yield f"  {title}:"
    width = max(len(str(name)) for name in counts)
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        yield f"    {name:<{width}}  {counted(count, noun)}"


def _to_read(summary: Summary, clean: Path) -> Iterator[str]:
    """A file to open, and a command that prints one article of it."""
    if summary.sample_path is None:
        return
    file = clean / summary.sample_path
    yield f"One to read: {file}"
    if summary.sample_id is not None:
        line = shlex.quote(f'{{"id":"{summary.sample_id}"')
        yield f"  grep -F {line} {shlex.quote(str(file))} | python3 -m json.tool --no-ensure-ascii"
