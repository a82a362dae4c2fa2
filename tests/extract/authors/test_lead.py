from __future__ import annotations

import pytest

from copydesk.extract.authors.lead import read_lead


@pytest.mark.parametrize(
    ("text", "authors", "agencies", "place"),
    [
        ("Reuters", (), ("Reuters",), None),
        ("AFP Tazra", (), ("AFP",), "Tazra"),
        ("Associated Press Aleppo, Syria", (), ("Associated Press",), "Aleppo, Syria"),
        ("Ada Thorn New Delhi, India", ("Ada Thorn",), (), "New Delhi, India"),
        (
            "Ada Mae Thorn Beirut, Mount & Vale, Lebanon",
            ("Ada Mae Thorn",),
            (),
            "Beirut, Mount & Vale, Lebanon",
        ),
        ("Ada Thorn Tazra, Lebanon", ("Ada Thorn",), (), "Tazra, Lebanon"),
        ("Ada Thorn", ("Ada Thorn",), (), None),
        ("QRS Mumbai, Maharashtra, India", (), ("QRS",), "Mumbai, Maharashtra, India"),
        ("Quay News Network New Delhi", ("Quay News Network",), (), "New Delhi"),
        ("Quay Web TeamNew Delhi, India", ("Quay Web Team",), (), "New Delhi, India"),
        ("Quay Web Team Reuters Beirut", ("Quay Web Team",), ("Reuters",), "Beirut"),
        ("New Delhi, India", (), (), "New Delhi, India"),
        ("", (), (), None),
    ],
)
def test_who_and_where(
    text: str, authors: tuple[str, ...], agencies: tuple[str, ...], place: str | None
) -> None:
    lead = read_lead(text)
    assert (lead.authors, lead.agencies, lead.dateline) == (authors, agencies, place)
