"""Readings found again among blocks: by their letters and by their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from copydesk.extract.mapping import align, common, reading_lines, squeeze

LONG = [
    "The council of Hollin has voted to build a second bridge across the Wend next year.",
    "Members of the harbour board said that the old one would be kept for walkers and carts.",
    "A petition against the plan was signed by more than three thousand people in a week.",
]


def found(texts: list[str], lines: list[str]) -> list[str]:
    flags = align(texts, [squeeze(line) for line in lines])
    return [text for text, flag in zip(texts, flags, strict=True) if flag]


def test_lines_are_told_apart_and_inline_elements_joined() -> None:
    body = etree.fromstring(
        "<body><head>A title</head><p>One <hi>and</hi> two<lb/>three</p>"
        "<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>tail</body>"
    )
    assert reading_lines(body) == ["Atitle", "Oneandtwo", "three", "ab", "c", "tail"]


def test_short_words_match_only_in_their_place() -> None:
    texts = ["News", "Bridge", LONG[0], "Costs", LONG[1], "News", "Costs"]
    assert align(texts, [squeeze(t) for t in (LONG[0], "Costs", LONG[1])]) == [
        False, False, True, True, True, False, False,
    ]  # fmt: skip


def test_a_menu_word_does_not_use_up_a_line_further_on() -> None:
    texts = [LONG[0], "Sport", "Winner", "Second", "Sport", "Third", LONG[1]]
    lines = [LONG[0], "Winner", "Second", "Sport", "Third", LONG[1]]
    assert align(texts, [squeeze(t) for t in lines]) == [True, False, True, True, True, True, True]


def test_of_two_copies_the_one_among_its_neighbours_is_meant() -> None:
    texts = [LONG[1], "Menu", "Search", LONG[0], LONG[1], LONG[2]]
    assert align(texts, [squeeze(t) for t in LONG]) == [False, False, False, True, True, True]


def test_a_block_the_reading_has_in_part_is_found_if_that_is_most_of_it() -> None:
    whole = " ".join(LONG)
    assert found([whole], [whole[:40] + whole[60:]]) == [whole]
    assert found([whole], [whole[:30]]) == []


def test_one_block_over_several_is_not_taken_with_them() -> None:
    assert align([*LONG, " ".join(LONG) + " More of it."], [squeeze(t) for t in LONG]) == [
        True,
        True,
        True,
        False,
    ]


def test_readings_out_of_order_are_found() -> None:
    assert found(LONG, [LONG[2], LONG[0]]) == [LONG[0], LONG[2]]


@pytest.mark.parametrize("texts", [[], ["a"], [""], LONG])
def test_an_empty_reading_has_nothing(texts: list[str]) -> None:
    assert align(texts, []) == [False] * len(texts)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**9), st.booleans(), st.booleans()), unique_by=lambda t: t[0]))
def test_what_was_read_is_what_is_found(parts: list[tuple[int, bool, bool]]) -> None:
    """Different texts, long and short, some of them read: exactly those are found."""
    texts = [
        f"Line {n:010d}" + f" of a story told at length by nobody, number {n}" * long for n, long, _ in parts
    ]
    lines = [squeeze(text) for text, (_, _, read) in zip(texts, parts, strict=True) if read]
    assert align(texts, lines) == [read for _, _, read in parts]


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_common_is_a_subsequence_of_both(left: list[str], right: list[str]) -> None:
    pairs = common(left, right)
    assert all(left[i] == right[j] for i, j in pairs)
    assert pairs == sorted(pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
