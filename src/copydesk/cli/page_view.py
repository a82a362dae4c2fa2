"""A judged page for the eye: every block in page order, struck lines with their reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from copydesk.api import Explanation
from copydesk.cli.console import printable
from copydesk.model import Block, Kind, Verdict

if TYPE_CHECKING:
    from rich.console import Console

# One column in front of each line, so that the view reads the same without colours.
_MARKS = {"title": "=", "kept": " ", "doubt": "?", "dropped": "-", "open": "?"}
_STYLES = {"title": "bold", "kept": "", "doubt": "yellow", "dropped": "dim strike", "open": "yellow"}


@dataclass(frozen=True, slots=True)
class Line:
    """One block as shown; `why` is given for what was dropped, and for what was kept in doubt."""

    fate: str
    text: str
    why: str = ""


def page_lines(explanation: Explanation) -> Iterator[Line]:
    """Every block of a page as a line to show."""
    for block in explanation.blocks:
        yield _line(block)


def _line(block: Block) -> Line:
    text, verdict = printable(block.text), block.verdict
    if verdict is None:
        return Line("open", text)
    if not verdict.keep:
        return Line("dropped", text, printable(_why(verdict)))
    if verdict.doubt:
        return Line("doubt", _shape(block.kind, text), printable(verdict.evidence))
    return Line("title" if block.kind is Kind.TITLE else "kept", _shape(block.kind, text))


def _shape(kind: Kind, text: str) -> str:
    """Headings, list items and quotes are told apart as in Markdown."""
    prefix = {Kind.HEADING: "## ", Kind.LIST_ITEM: "* ", Kind.QUOTE: "> "}.get(kind, "")
    return prefix + text


def _why(verdict: Verdict) -> str:
    evidence = f": {verdict.evidence}" if verdict.evidence else ""
    return f"{verdict.reason} [{verdict.stage}/{verdict.rule}]{evidence}"


def headline(explanation: Explanation) -> str:
    """One sentence: how many blocks there are, and what was dropped for which reasons.

    >>> headline(Explanation((), None, None, None))
    'The page has no lines.'
    """
    lines = [line.fate for line in page_lines(explanation)]
    if not lines:
        return "The page has no lines."
    fates = Counter(lines)
    reasons = Counter(str(b.verdict.reason) for b in explanation.dropped if b.verdict)
    title = ", 1 is the title" if fates["title"] else ""
    struck = f", {fates['dropped']} dropped" if fates["dropped"] else ""
    named = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
    noun = "line" if len(lines) == 1 else "lines"
    doubt = sum(block.verdict is not None and block.verdict.doubt for block in explanation.blocks)
    unsure = f"; in doubt: {doubt}" if doubt else ""
    kept = fates["kept"] + fates["doubt"]
    return f"{len(lines)} {noun}: {kept} kept{title}{struck}{f' ({named})' if named else ''}{unsure}."


def verdict_on_page(explanation: Explanation) -> str | None:
    """Why the page gave no article, or None when it did."""
    if explanation.rejected is None:
        return None
    return printable(f"No article: {explanation.rejected.reason}: {explanation.rejected.detail}.")


def plain_view(explanation: Explanation) -> str:
    """The page as plain text, for pipes and files.

    Lines begin with `=` for the title, `-` for what was dropped, `?` for what was kept in doubt.
    """
    parts = [headline(explanation)]
    if sentence := verdict_on_page(explanation):
        parts.append(sentence)
    for line in page_lines(explanation):
        why = f"\n      ({line.why})" if line.why else ""
        parts.append(f"{_MARKS[line.fate]} {line.text}{why}")
    return "\n".join([*parts[:2], "", *parts[2:]] if sentence else [parts[0], "", *parts[1:]])


def show(explanation: Explanation, console: Console) -> None:
    """The page on a terminal: dropped lines struck through, their reasons beside them."""
    from rich.table import Table  # noqa: PLC0415 - rich is only needed on a terminal
    from rich.text import Text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1))
    for line in page_lines(explanation):
        # Styles lie on the words alone: as the style of the cell they would strike its empty rest too.
        cell = Text().append(line.text, style=_STYLES[line.fate])
        if line.why:
            cell.append(f"\n{line.why}", style="red")
        grid.add_row(Text(_MARKS[line.fate]), cell)
    console.print(Text(headline(explanation)))
    if sentence := verdict_on_page(explanation):
        console.print(Text(sentence, style="bold red"))
    console.print()
    console.print(grid)


def block_record(block: Block) -> dict[str, Any]:
    """A block and its verdict as plain data, for `explain --json`."""
    verdict = block.verdict
    return {
        "index": block.index,
        "kind": str(block.kind),
        "text": block.text,
        "keep": verdict.keep if verdict else None,
        "stage": verdict.stage if verdict else None,
        "rule": verdict.rule if verdict else None,
        "reason": str(verdict.reason) if verdict and verdict.reason else None,
        "evidence": verdict.evidence if verdict else None,
        "doubt": verdict.doubt if verdict else None,
        "facts": [list(fact) for fact in verdict.facts] if verdict else [],
        "path": block.path,
        "level": block.level,
        "link_density": round(block.link_density, 3),
        "hidden": block.hidden,
    }
