from __future__ import annotations

import pytest

from copydesk.extract.facts import facts_of
from copydesk.extract.pictures import choose_captions
from copydesk.model import Block, Kind, Reason, dropped


@pytest.mark.parametrize(
    ("caption", "credit", "whole"),
    [
        ("The old harbour wall", "Isle Council", "The old harbour wall\nIsle Council"),
        ("The old harbour wall.", "Isle Council", "The old harbour wall. Isle Council"),
        ("The old harbour wall", "(Isle Council)", "The old harbour wall (Isle Council)"),
        ("The old harbour wall", "Photo: Isle Council", "The old harbour wall Photo: Isle Council"),
        ("Photo credit", "Isle Council", "Photo credit Isle Council"),
    ],
)
def test_a_credit_that_nothing_parts_is_a_line_of_its_own(caption: str, credit: str, whole: str) -> None:
    told = dropped("t", Reason.CAPTION, "t", facts=(("captions", f"{caption} {credit}"),))
    blocks = [
        Block(0, Kind.CAPTION, caption, verdict=told),
        Block(1, Kind.CAPTION, credit, verdict=dropped("t", Reason.CAPTION, "t")),
    ]
    assert choose_captions(facts_of(blocks), blocks).values == (whole,)
