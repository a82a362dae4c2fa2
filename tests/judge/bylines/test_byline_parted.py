from __future__ import annotations

from bylines_told import TITLE, A, B, C, D, verdicts

from copydesk.model import Reason


def test_by_on_a_line_of_its_own_and_the_name_on_the_next() -> None:
    found = verdicts(TITLE, "By", "Mara Quill", A, B, C, D)
    assert found["Mara Quill"].facts == (("authors", "Mara Quill"),)
    assert found["By"].reason is found["Mara Quill"].reason is Reason.BYLINE
    assert verdicts(TITLE, "By", "A harbour and its long memory", A, B, C, D) == {}


def test_who_edited_the_story_is_no_writer_where_one_is_named() -> None:
    labels = ("Reported by:", "Mara Quill", "Edited by:", "Tom Reed")
    found = verdicts(TITLE, *labels, A, B, C, D)
    assert set(found) == set(labels)
    assert {v.reason for v in found.values()} == {Reason.BYLINE}
    assert found["Mara Quill"].facts == (("authors", "Mara Quill"),)
    assert found["Tom Reed"].facts == ()
    alone = verdicts(TITLE, "Edited By", "Tom Reed", A, B, C, D)
    assert alone["Tom Reed"].facts == (("authors", "Tom Reed"),)


def test_a_day_below_its_label_is_that_of_publishing_or_of_the_change() -> None:
    days = ("Jun 24, 2031 13:31 pm IST", "Jun 24, 2031 13:05 pm IST")
    found = verdicts(TITLE, "Published On", days[1], "Last Updated On", days[0], A, B, C, D)
    assert found[days[1]].facts == (("date_published", "2031-06-24T13:05:00+05:30"),)
    assert found[days[0]].facts == (("date_modified", "2031-06-24T13:31:00+05:30"),)
    assert found["Last Updated On"].reason is Reason.BYLINE


def test_a_first_stamp_without_a_label_gives_way_to_the_labelled_ones() -> None:
    days = ("Jun 24, 2031 13:31", "Jun 24, 2031 13:05", "Jun 24, 2031, 13:31")
    found = verdicts(TITLE, days[0], "Published", days[1], "Updated", days[2], A, B, C, D)
    assert found[days[0]].facts == ()


def test_a_byline_that_ends_in_and_or_a_comma_goes_on_in_the_next_line() -> None:
    found = verdicts(TITLE, "By Mara Quill,", "Tom Reed and", "Ada Wren", A, B, C, D)
    assert {line: v.facts for line, v in found.items()} == {
        "By Mara Quill,": (("authors", "Mara Quill"),),
        "Tom Reed and": (("authors", "Tom Reed"),),
        "Ada Wren": (("authors", "Ada Wren"),),
    }
    assert "A harbour and its memory" not in verdicts(
        TITLE, "By Mara Quill,", "A harbour and its memory", A, B
    )
    assert "Tom Reed" not in verdicts(TITLE, "Fog, wind and", "Tom Reed", A, B, C, D)
