from __future__ import annotations

import pytest

from copydesk.extract.authors.signed import signed_twice
from copydesk.extract.facts import Fact
from copydesk.model import Block, Kind, Reason, dropped, kept


def told(
    near: str, behind: str, reason: Reason = Reason.OUTSIDE, sites: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Who signs a story by a line below its headline and a line behind it."""
    out = dropped("keeper", Reason.OUTSIDE, "test")
    verdicts = [kept("title"), out, kept("body"), dropped("test", reason, "test")]
    texts = ["Ferry stays in port", near, "It was late when it came.", behind]
    blocks = [
        Block(i, Kind.PARAGRAPH, text, verdict=verdict)
        for i, (text, verdict) in enumerate(zip(texts, verdicts, strict=True))
    ]
    return signed_twice([Fact("title", texts[0], "block 0", 0, blocks[0])], 2, blocks, sites).values


@pytest.mark.parametrize("behind", ["Ada Quill", "All articles by Ada Quill", "More from Ada Quill"])
def test_a_name_below_the_headline_and_again_behind_the_story_signs_it(behind: str) -> None:
    assert told("Ada Quill", behind, Reason.AUTHOR_BIO) == ("Ada Quill",)


@pytest.mark.parametrize(
    ("near", "behind", "reason"),
    [
        ("Ada Quill", "Bob Roe", Reason.AUTHOR_BIO),
        ("Ada Quill", "All articles by Ada Quill", Reason.PROMO),
        ("Ada Quill", "Ada Quill", Reason.COMMENTS),
        ("Language: Scots", "Language: Scots", Reason.OUTSIDE),
        ("PORT ELLEN", "PORT ELLEN", Reason.OUTSIDE),
        ("read the whole story", "read the whole story", Reason.OUTSIDE),
    ],
)
def test_other_lines_that_are_told_twice_sign_nothing(near: str, behind: str, reason: Reason) -> None:
    assert told(near, behind, reason) == ()


def test_an_outlet_does_not_sign_by_its_own_name() -> None:
    assert told("Ada Quill", "Ada Quill", sites=("adaquill",)) == ()
