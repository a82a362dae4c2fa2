from __future__ import annotations

import pytest

from copydesk.extract.authors.names import is_person, split_names
from copydesk.extract.authors.person import bare_person


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quill, Ada R.", ["Ada R. Quill"]),
        ("Quill, Ada R.; Doe, Jane", ["Ada R. Quill", "Jane Doe"]),
        ("Ada Quill, Jane Doe", ["Ada Quill", "Jane Doe"]),
        ("By Ada Quill, DVM. Reviewed by Jane Doe, DVM", ["Ada Quill"]),
        ("Ada Quill | Edited by Jane Doe", ["Ada Quill"]),
        ("Ada Quill Deputy Content Hub Director", ["Ada Quill"]),
        ("Ada Quill Gardener & Astrologer", ["Ada Quill"]),
        ("Ada QuillFounder at Gazette", ["Ada Quill"]),
        ("Ada QuillLifestyle Writer", ["Ada Quill"]),
        ("By Ada Quill View in the printed edition", ["Ada Quill"]),
        ("Ada Quill, Master Gardener & Garden Educator", ["Ada Quill"]),
        ("Ada R. Quill CPP, PSP", ["Ada R. Quill"]),
        ("Harbour Gazette Sponsored", ["Harbour Gazette"]),
        ("Contributors: Ada Quill", ["Ada Quill"]),
        ("Ségolène Royal", ["Ségolène Royal"]),
        ("Ada Quill McEditor", ["Ada Quill McEditor"]),
    ],
)
def test_names_without_what_stands_beside_them(text: str, names: list[str]) -> None:
    assert list(split_names(text)) == names


@pytest.mark.parametrize(
    "text",
    ["Harbour Software", "Island University", "Living Well/Wellness", "Alignment Forum", "Port College"],
)
def test_organisations_are_no_people(text: str) -> None:
    assert not is_person(text)


def test_an_office_of_one_word_may_be_all_that_a_line_says() -> None:
    assert bare_person("Former Harbour Consultant") == "Former Harbour Consultant"
    assert bare_person("Ada Quill editor") == "Ada Quill"
