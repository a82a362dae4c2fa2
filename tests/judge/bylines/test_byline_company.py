from __future__ import annotations

from bylines_told import TITLE, A, B, C, D, verdicts


def told(name: str, *lines: str) -> list[str]:
    found = verdicts(TITLE, *lines, A, B, C, D)
    assert set(found) == set(lines)
    return [value for verdict in found.values() for field, value in verdict.facts if field == name]


def test_who_edited_is_no_writer_beside_one_who_wrote() -> None:
    assert told("authors", "Written By Mara Quill", "Edited By Tom Reed") == ["Mara Quill"]
    assert told("authors", "Reported by: Mara Quill, Edited by: Tom Reed") == ["Mara Quill"]


def test_who_edited_stands_for_the_writer_where_nobody_wrote() -> None:
    assert told("authors", "Edited by Tom Reed") == ["Tom Reed"]
    assert told("authors", "Mara Quill | Edited by Tom Reed | May 9, 2031") == ["Mara Quill", "Tom Reed"]


def test_a_stamp_that_is_told_below_as_that_of_the_change_is_of_that_alone() -> None:
    days = ("Jun 24, 2031 13:31", "Published On Jun 24, 2031 13:05", "Last Updated On Jun 24, 2031 13:31")
    assert told("date_published", *days) == ["2031-06-24T13:05:00"]
    assert told("date_modified", *days) == ["2031-06-24T13:31:00"]
    assert told("date_published", days[0], days[2]) == ["2031-06-24T13:31:00"]
