"""What describes the lines that could be a pasted text's headline, and which of them is taken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sites.profiles import profile

from copydesk.extract.declared import NOTHING
from copydesk.extract.lines.features import NO_WORDS, describe, with_first, with_words
from copydesk.extract.lines.headline import Candidates, candidates, headline_names
from copydesk.judge.headlines.pasted_title import pasted_title
from copydesk.judge.view import View, view_of
from copydesk.model import Page, RawPage, Reason, dropped
from copydesk.read import read_page
from copydesk.read.plain import blocks_of

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor", "Saltby", "Ferrow")
STORY = [
    f"The council of {town} voted on Tuesday to build a bridge across the river, its members said."
    for town in TOWNS
]
TOP = ["Home", "Ferry prices rise in the islands", "Bridges for the river", "By Ada Example, 9 May 2031"]
TEXT = "\n\n".join([*TOP, *STORY, "More stories"])


def described(text: str, inside: float = 0.9) -> Candidates:
    """The candidates of a text whose lines of ten words and more the first trees give `inside`."""
    blocks = blocks_of(text)
    found = describe(blocks)
    first = np.where(found.words >= 10, inside, 0.1)
    table = with_first(with_words(found, NO_WORDS), found.words, first)
    return candidates(blocks, table, found.words, first)


def column(found: Candidates, name: str) -> list[float]:
    return [float(value) for value in found.table[:, headline_names().index(f"headline_{name}")]]


def test_a_line_that_speaks_of_what_the_story_speaks_of_is_told_by_its_share() -> None:
    found = described(TEXT)
    assert found.index.tolist()[:4] == [0, 1, 2, 3]
    share = column(found, "share")
    assert share[2] > share[1] >= 0
    assert column(found, "rank")[2] == 0
    assert column(found, "stamp+1")[2] == 1
    assert column(found, "start")[:4] == [4, 3, 2, 1]


def test_lines_below_the_middle_of_the_story_are_not_asked_about() -> None:
    found = described(TEXT)
    assert max(found.index) < len(TOP) + len(STORY) // 2 + 1


def test_every_row_has_a_number_for_every_name() -> None:
    found = described(TEXT)
    assert found.table.shape == (len(found.index), len(headline_names()))
    assert len(set(headline_names())) == len(headline_names())


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=30), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_any_lines_are_described_alike_each_time(lines: list[str], inside: float) -> None:
    text = "\n".join(lines)
    if not blocks_of(text):
        return
    one, two = described(text, inside), described(text, inside)
    assert np.array_equal(one.table, two.table)
    assert np.isfinite(one.table).all()


def test_texts_of_one_line_are_described() -> None:
    assert described("Bridges for the river").index.tolist() == [0]


def view(likely: dict[int, float], lines: list[str] = TOP) -> View:
    text = "\n\n".join([*lines, *STORY])
    page = read_page(RawPage(text.encode(), "a.txt", "0"))
    assert isinstance(page, Page)
    count = len(page.blocks)
    found = view_of(page, NOTHING, None, (True,) * count)
    return replace(found, headline=tuple(likely.get(i, 0.0) for i in range(count)))


def test_the_likeliest_line_is_the_headline_and_an_unlikely_one_is_none() -> None:
    assert pasted_title(view({1: 0.3, 2: 0.6})) == 2
    assert pasted_title(view({1: 0.3, 2: 0.3})) == 1
    assert pasted_title(view({2: 0.2})) is None


def test_a_caption_and_a_trail_are_no_headline_however_likely() -> None:
    lines = [
        "Home » Islands » Ferries",
        "The ferry in May. (Photo: Ada Example)",
        "Bridges for the river",
    ]
    assert pasted_title(view({0: 0.9, 1: 0.8, 2: 0.5}, lines)) == 2


def test_an_unlikely_line_is_the_headline_above_the_place_of_the_story() -> None:
    above = ["Bridges for the river planned", "Port Ellen, Islay:"]
    assert pasted_title(view({0: 0.1}, above)) == 0
    assert pasted_title(view({0: 0.1}, ["Bridges for the river planned", "9 May 2031"])) is None


def test_on_a_page_of_a_known_site_an_unlikely_line_right_above_a_stamp_is_the_headline() -> None:
    known = profile("")
    lines = ["Menu", "'I was told to wait outside'", "The ferry in May. (Photo: Ada Example)", "9 May 2031"]
    seen = view({1: 0.1}, lines)
    picture = replace(seen, verdicts={2: dropped("caption", Reason.CAPTION, "")}, profile=known)
    assert pasted_title(picture) == 1
    assert pasted_title(replace(picture, profile=None)) is None
    assert pasted_title(replace(seen, profile=known)) == 1


def test_a_stamp_is_no_headline_however_likely() -> None:
    assert pasted_title(view({0: 0.9}, ["By Ada Quill Published: 9 May 2031 10:30"])) is None
    year = ["World Cup 2031: Bridges for the river", "By Ada Quill Published: 9 May 2031 10:30"]
    assert pasted_title(view({0: 0.4, 1: 0.9}, year)) == 0
    assert pasted_title(replace(view({0: 0.1}, year), profile=profile(""))) == 0


def test_above_who_edited_the_story_is_its_headline_and_not_the_line_that_says_so() -> None:
    seen = replace(
        view({}, ["Watch | Goat rides the ferry", "Edited By: Ada Quill", "9 May 2031"]), profile=profile("")
    )
    assert pasted_title(seen) == 0


def test_the_headline_again_below_its_stamp_is_the_text_of_the_picture() -> None:
    head = "Bridges for the river"
    assert pasted_title(view({0: 0.9, 2: 0.9}, [head, "Ada Quill Published: 9 May 2031 10:30", head])) == 0
    assert pasted_title(view({0: 0.9, 1: 0.9}, [head, head, "Published: 9 May 2031 10:30"])) == 1


def test_the_year_of_a_list_is_no_stamp() -> None:
    assert pasted_title(view({0: 0.9}, ["Best Boats of 2031"])) == 0


def test_a_headline_that_ends_in_a_day_is_no_stamp_where_the_line_keeper_is_sure() -> None:
    head = ["Home", "Harbour Wrap-Up 12/19/2031", "Ada Quill", "Dec 19, 2031"]
    assert pasted_title(view({1: 0.9}, head)) == 1
    assert pasted_title(view({1: 0.4}, head)) is None
    assert pasted_title(view({0: 0.9}, ["By Ada Quill 12/19/2031"])) is None


def test_the_full_stop_of_initials_makes_no_sentence_of_a_headline() -> None:
    headline = "Council Sells Old Bridge To U.S."
    text = TEXT.replace("Bridges for the river", headline)
    at = [block.text for block in blocks_of(text)].index(headline)
    assert column(described(text), "ends")[at] == -1
    text = TEXT.replace("Bridges for the river", "The council sold it to the U.S.")
    assert column(described(text), "ends")[at] >= 0
