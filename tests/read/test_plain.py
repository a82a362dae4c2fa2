from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Form, Kind, Page, RawPage, Rejected, RejectReason
from copydesk.read.plain import blocks_of, read_plain

PROSE = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed at sea."
MORE = "Passengers spent the night in the village hall, where volunteers served soup and bread."


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in blocks_of(text)]


def test_one_paragraph_a_line_without_blank_lines() -> None:
    assert texts(f"{PROSE}\n{MORE}\n{PROSE}") == [PROSE, MORE, PROSE]


def test_a_line_printed_twice_is_two_blocks() -> None:
    assert texts(f"Ferry stopped\n\n{PROSE}\n{PROSE}\n\n{MORE}") == ["Ferry stopped", PROSE, PROSE, MORE]


def test_short_lines_stay_apart() -> None:
    assert texts("XS\nSM\nMD\nLG") == ["XS", "SM", "MD", "LG"]


WRAPPED = """\
Ferry stopped after engine failure

The ferry to Port Ellen was cancelled on Tuesday after its engine
failed at sea. The crew of nine brought the vessel back to harbour by
hand, as the captain put it, and nobody was hurt in the manoeuvre.

Passengers spent the night in the village hall, where volunteers had
put up beds. A replacement is due on Friday, the company said, and all
tickets stay valid until the end of the month.
"""


def test_hard_wrapped_paragraphs_are_joined() -> None:
    found = texts(WRAPPED)
    assert found[0] == "Ferry stopped after engine failure"
    assert len(found) == 3
    assert "engine failed at sea" in found[1]
    assert found[2].endswith("end of the month.")


def test_hard_wrapped_with_indented_first_lines_and_no_blank_lines() -> None:
    body = WRAPPED.split("\n\n", 1)[1].replace("\n\n", "\n")
    lines = [
        ("   " + line) if line.startswith(("The ferry", "Passengers")) else line for line in body.split("\n")
    ]
    assert len(texts("\n".join(lines))) == 2


HYPHENS = """\
The ferry was cancelled on Tuesday after its big and well-
worn engine failed at sea. The crew brought the old vessel
back to harbour by hand, as the captain put it, and no one
among the passengers was hurt in the manoeuvre that lasted
for an hour.
"""


def test_wrapped_words_with_a_hyphen_stay_whole() -> None:
    (whole,) = texts(HYPHENS)
    assert "well-worn engine" in whole


def test_paragraphs_on_one_line_are_not_joined_though_none_is_long() -> None:
    lines = [
        "It rained all week in the valley.",
        "Nobody went out at all.",
        "The river rose by a metre on Friday.",
    ] * 3
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0c", "\x85"])
def test_every_line_end(end: str) -> None:
    assert texts(end.join(["One line.", "Another."])) == ["One line.", "Another."]


def test_invisible_characters_go_and_no_break_spaces_fold() -> None:
    assert texts("\ufeffNATO threatens\u00a0\n\u200b\nIn 27\u00a0lan\u00adguages.") == [
        "NATO threatens",
        "In 27 languages.",
    ]


def test_joiners_that_spell_words_stay() -> None:
    assert texts("می\u200cروم به خانه") == ["می\u200cروم به خانه"]


def test_gaps_count_lines_of_mere_space_too() -> None:
    found = blocks_of("A title\n\n \u00a0\n\nText.")
    assert [b.gap for b in found] == [0, 3]


def test_indents_are_columns() -> None:
    assert [b.indent for b in blocks_of("a b\n    c d\n\te f")] == [0, 4, 4]


@pytest.mark.parametrize("line", ["• 16x9 Image", "‣ Item", "* Item one"])
def test_bullets_are_marked_and_printed(line: str) -> None:
    (block,) = blocks_of(line)
    assert block.bullet
    assert block.kind is Kind.LIST_ITEM
    assert block.text == line


def test_numbers_are_bullets_in_a_row_only() -> None:
    assert [b.bullet for b in blocks_of("1. Bread\n2. Soup\n3. Tea")] == [True, True, True]
    assert [b.bullet for b in blocks_of(f"3. Oktober in Berlin\n{PROSE}")] == [False, False]


def test_dashes_open_speech_as_well_as_items() -> None:
    assert [b.bullet for b in blocks_of(f"– Nein, sagte sie.\n{PROSE}")] == [False, False]
    assert [b.bullet for b in blocks_of("- bread\n- soup")] == [True, True]
    assert not any(b.bullet for b in blocks_of("— Я не знаю, — сказал он.\n— И я не знаю."))


def test_separators_are_no_bullets() -> None:
    assert not any(b.bullet for b in blocks_of("* * *\n---\n- - -"))


def test_rows_of_cells_are_table_rows() -> None:
    assert kinds("Team\tPlayed\tPoints\nSkye\t3\t7\nMull\t3\t4") == ["table"] * 3
    assert kinds(f"\t{PROSE}\nSource: X\tPosted today") == ["paragraph", "paragraph"]


def test_headings_stand_between_paragraphs() -> None:
    assert kinds(f"Title of it\n\n{PROSE}\n\nSoup and bread\n\n{MORE}\n\nSource: X") == [
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line", ["he went away", "It was cold.", "And then,", "She said:", "“So it goes”, he said."]
)
def test_no_headings(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{MORE}")[1] == "paragraph"


def test_a_question_may_head_a_part() -> None:
    assert kinds(f"{PROSE}\nWho pays for this?\n{MORE}")[1] == "heading"
    assert kinds(f"{PROSE}\nWhy?\n{MORE}")[1] == "paragraph"


def test_chinese_paragraphs_carry_a_heading() -> None:
    prose = (
        "周二，开往埃伦港的渡轮因发动机在海上发生故障而被取消，"
        "乘客在村里的礼堂度过了一夜，志愿者们为他们准备了热汤和面包。"
    )
    assert kinds(f"{prose}\n乘客受困\n{prose}")[1] == "heading"


def test_a_text_without_words_is_no_page() -> None:
    found = read_plain(RawPage(b"", "a.txt", "9"), " \n--\n\n* * *\n", "utf-8", "bom")
    assert isinstance(found, Rejected)
    assert found.reason is RejectReason.NO_TEXT
    assert found.sha256 == "9"


def test_a_page_of_text_keeps_its_address_and_encoding() -> None:
    raw = RawPage(b"", "a.txt", "9", url="https://example.org/a", url_origin="sidecar")
    page = read_plain(raw, PROSE, "cp1251", "statistics")
    assert isinstance(page, Page)
    assert page.form is Form.TEXT
    assert (page.url, page.url_origin, page.encoding) == ("https://example.org/a", "sidecar", "cp1251")


@given(st.text(max_size=400))
def test_no_letter_is_lost_or_made_up(text: str) -> None:
    found = blocks_of(text)
    assert [b.index for b in found] == list(range(len(found)))
    assert all(b.text.strip() == b.text != "" for b in found)
    printed = "".join(b.text for b in found)
    assert [c for c in printed if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("above", ["“Leave before Friday.”", "She did not say how."])
@pytest.mark.parametrize("heading", ["Soup", "Bread in ruins", "What next?"])
def test_a_heading_below_a_short_sentence(above: str, heading: str) -> None:
    assert kinds(f"{PROSE}\n\n{above}\n\n{heading}\n\n{MORE}")[2] == "heading"


def test_a_heading_in_capitals_below_a_colon() -> None:
    lead = "The company sent every passenger on the island a short letter by post:"
    assert kinds(f"{PROSE}\n\n{lead}\n\nLetters To Passengers\n\n{MORE}")[2] == "heading"
    assert kinds(f"{PROSE}\n\n{lead}\n\nStay at home\n\n{MORE}")[2] == "paragraph"


def test_a_sentence_with_its_speaker_behind_is_no_heading() -> None:
    assert kinds(f"{PROSE}\n\nEverything has failed. — Ada Example\n\n{MORE}")[1] == "paragraph"
