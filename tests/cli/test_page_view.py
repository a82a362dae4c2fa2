"""A judged page for the eye and for programs."""

from __future__ import annotations

import io

from rich.console import Console

from copydesk.api import Explanation
from copydesk.cli.page_view import block_record, headline, plain_view, show
from copydesk.model import Block, Kind, Reason, Rejected, RejectReason, dropped, kept

BLOCKS = (
    Block(0, Kind.TITLE, "Wall holds", verdict=kept("title", kind=Kind.TITLE)),
    Block(
        1,
        Kind.PARAGRAPH,
        "By Nora Quist",
        verdict=dropped("by", Reason.BYLINE, "a name", facts=(("authors", "Nora Quist"),)),
    ),
    Block(2, Kind.PARAGRAPH, "The wall held\x1b[2J.", verdict=kept("body", stage="extract")),
    Block(3, Kind.HEADING, "Boats", level=2, verdict=kept("body", stage="extract")),
    Block(4, Kind.PARAGRAPH, "Follow us", verdict=dropped("follow", Reason.PROMO, "asks to follow")),
    Block(5, Kind.PARAGRAPH, "Share this", verdict=dropped("share", Reason.PROMO, "")),
)
PAGE = Explanation(BLOCKS, None, None, None)


def test_the_plain_view_marks_title_and_dropped_lines() -> None:
    assert plain_view(PAGE).splitlines() == [
        "6 lines: 2 kept, 1 is the title, 3 dropped (promo 2, byline 1).",
        "",
        "= Wall holds",
        "- By Nora Quist",
        "      (byline [judge/by]: a name)",
        "  The wall held\\x1b[2J.",
        "  ## Boats",
        "- Follow us",
        "      (promo [judge/follow]: asks to follow)",
        "- Share this",
        "      (promo [judge/share])",
    ]


def test_every_block_is_counted_once() -> None:
    numbers = [int(word.rstrip(":")) for word in headline(PAGE).split() if word.rstrip(":").isdigit()]
    assert numbers[0] == sum(numbers[1:4]) == len(BLOCKS)


def test_dropped_lines_are_struck_through_on_a_terminal() -> None:
    out = io.StringIO()
    show(PAGE, Console(file=out, force_terminal=True, width=60, color_system="standard"))
    text = out.getvalue()
    struck = next(line for line in text.splitlines() if "Follow us" in line)
    assert "\x1b[2;9mFollow us\x1b[0m" in struck  # dim and struck through, and no more than the words
    assert "\x1b[2J" not in text  # nothing of the page steers the terminal


def test_a_page_without_article_says_why() -> None:
    rejected = Rejected("a.html", None, "00", RejectReason.TOO_SHORT, "4 words are left")
    view = plain_view(Explanation(BLOCKS[:1], None, rejected, None))
    assert "No article: too_short: 4 words are left." in view
    assert str(Explanation(BLOCKS[:1], None, rejected, None)) == view


def test_a_block_as_plain_data_has_all_fields_of_its_verdict() -> None:
    record = block_record(BLOCKS[1])
    assert record["keep"] is False
    assert (record["stage"], record["rule"], record["reason"]) == ("judge", "by", "byline")
    assert record["evidence"] == "a name"
    assert record["facts"] == [["authors", "Nora Quist"]]
    assert block_record(Block(0, Kind.CODE, "x"))["keep"] is None
