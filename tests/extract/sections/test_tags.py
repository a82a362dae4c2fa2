from __future__ import annotations

import pytest

from copydesk.extract.facts import Chosen, Fact
from copydesk.extract.sections.subjects import tags
from copydesk.extract.sections.tags import about_the_story, with_printed
from copydesk.model import Block, Kind

WORLD = ("International", "World", "News")
THREE = ("Harbour", "Tides", "Port Ellen")


def lines(*names: str) -> list[Fact]:
    """Lines that print a tag each."""
    return [Fact("tags", name, "block 9: navigation", 0, Block(9, Kind.LIST_ITEM, name)) for name in names]


@pytest.mark.parametrize(
    ("declared", "printed", "told"),
    [
        (("Politics",), ("Politics", "Ferries", "Port Ellen"), ("Politics", "Ferries", "Port Ellen")),
        (
            WORLD,
            ("A", "B", "C", "D"),
            ("International", "World", "News", "A", "B", "C", "D"),
        ),
        (
            ("Harbour", "Tides", "Port Ellen"),
            ("Ferries", "Islands", "Fog", "Rain"),
            ("Harbour", "Tides", "Port Ellen"),
        ),
        (("Harbour", "Tides"), ("tides", "Fog"), ("Harbour", "Tides")),
        (("Politics",), (), ("Politics",)),
        ((), ("Fog", "fog", "Rain"), ("Fog", "Rain")),
    ],
)
def test_printed_tags_join_those_declared_where_these_are_few_or_sections(
    declared: tuple[str, ...], printed: tuple[str, ...], told: tuple[str, ...]
) -> None:
    found = with_printed(Chosen(declared, "json-ld"), lines(*printed), ("International", "World"))
    assert found.values == told
    assert (found.origin == "json-ld; block 9: navigation has more") == (0 < len(declared) < len(told))


def test_a_number_of_the_wire_before_a_word_is_no_tag_but_a_year_and_a_thousand_may_be() -> None:
    told = ["40917 Leisure", "2025 taxes", "20000 leagues", "Ports"]
    assert tags(told, []) == ("2025 taxes", "20000 leagues", "Ports")


@pytest.mark.parametrize("tag", ["Ada Jo Quill", "Quill, Ada Jo", "Quill Jo Ada", "Articles by Quill Ada Jo"])
def test_a_writer_is_no_tag_in_whatever_order_the_names_are(tag: str) -> None:
    assert about_the_story(Chosen((tag, "Ada Quill Pier")), Chosen(("Ada Jo Quill",))).values == (
        "Ada Quill Pier",
    )
