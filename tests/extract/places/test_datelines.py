"""Datelines of places that no list has."""

from __future__ import annotations

import pytest

from copydesk.extract.places.datelines import inline_dateline
from copydesk.model import Block, Kind


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("QUILLPORT -- The pier is closed.", "The mayor of Quillport has the key.", "QUILLPORT"),
        ("OLD QUILLPORT — The pier is closed.", "Boats went to Old Quillport in vain.", "OLD QUILLPORT"),
        ("BREAKING -- The pier is closed.", "The waves are breaking over it.", None),
        ("OPINION -- The pier is closed.", "Few have asked for an opinion.", None),
        ("QUILLPORT -- where the pier is -- is closed.", "The mayor of Quillport has the key.", None),
        ("The pier is closed.", "QUILLPORT -- The mayor of Quillport has the key.", None),
    ],
)
def test_one_name_in_capitals_is_a_place_where_the_story_says_what_is_in_it(
    first: str, second: str, place: str | None
) -> None:
    body = [Block(i, Kind.PARAGRAPH, text) for i, text in enumerate((first, second))]
    assert inline_dateline(body).place == place
