from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract.dates.dates import LONGEST_LINE, Locale, find_stamps, read_iso

DAY_FIRST = Locale(day_first=True)
MONTH_FIRST = Locale(day_first=False)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Source:Agencies Published: 2019-4-9 0:33:01", "2019-04-09T00:33:01"),
        ("Reuters Tarana Jun 07, 2019, 11.27 AM (IST)", "2019-06-07T11:27:00+05:30"),
        ("by Island Newsdesk 15 October 2019, 10:51", "2019-10-15T10:51:00"),
        ("Stand: 22.04.2019, 06:00 Uhr", "2019-04-22T06:00:00"),
        ("Last Updated: October 15, 2019 18:23 GMT", "2019-10-15T18:23:00Z"),
        ("(Harbour Daily) 08:11, May 4 2019", "2019-05-04T08:11:00"),
        ("New Port, IndiaUpdated: Apr 27, 2019, 07:00 PM IST", "2019-04-27T19:00:00+05:30"),
        ("Published 4:05 p.m. ET May 3, 2019", "2019-05-03T16:05:00-04:00"),
        ("Updated 1:05 PM ET, Mon December 2, 2019", "2019-12-02T13:05:00-05:00"),
        ("Fri 3 May 2019 16.05 BST", "2019-05-03T16:05:00+01:00"),
        ("3 May 2019 10:30 GMT+3", "2019-05-03T10:30:00+03:00"),
        ("Publié le 06/06/2019 - 14:16 UTC+1", "2019-06-06T14:16:00+01:00"),
        ("Le 9 octobre 2019 à 11h27", "2019-10-09T11:27:00"),
        ("9 de octubre de 2019 a las 10:30", "2019-10-09T10:30:00"),
        ("9 октября 2019, 10:51 мск", "2019-10-09T10:51:00+03:00"),
        ("12 Ekim 2019 Pazartesi 10:51", "2019-10-12T10:51:00"),
        ("2019年10月9日 10:30", "2019-10-09T10:30:00"),
        ("2019.10.09. 12:30", "2019-10-09T12:30:00"),
        ("03.05.2019 | 8 Uhr", "2019-05-03T08:00:00"),
        ("12:30am, October 9, 2019", "2019-10-09T00:30:00"),
        ("Thursday, October 15, 2019 - 12:30pm", "2019-10-15T12:30:00"),
        ("Oct 9, 2019 5 min read", "2019-10-09"),
        ("2019-10-09T10:30:00+05:30", "2019-10-09T10:30:00+05:30"),
    ],
)
def test_printed_stamps_are_read_with_time_and_zone(line: str, value: str) -> None:
    assert value in [stamp.value for stamp in find_stamps(line, DAY_FIRST)]


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 hours ago",
        "yesterday",
        "on Thursday",
        "5 min read",
        "2019-13-40 11:00",
        "31 February 2019",
        "45 May 2019",
        "May 2019",
        "3.5.1812",
        "9 Foo 2019",
        "call 555-2019 now",
        "",
    ],
)
def test_what_names_no_day_is_no_date(line: str) -> None:
    assert find_stamps(line, DAY_FIRST) == ()


def test_a_day_and_month_that_could_be_swapped_need_a_locale() -> None:
    assert find_stamps("03/04/2019") == ()
    assert find_stamps("03/04/2019", DAY_FIRST)[0].value == "2019-04-03"
    assert find_stamps("03/04/2019", MONTH_FIRST)[0].value == "2019-03-04"
    assert find_stamps("13/04/2019")[0].value == "2019-04-13"
    assert find_stamps("04/13/2019")[0].value == "2019-04-13"
    assert find_stamps("04.03.2019", MONTH_FIRST)[0].value == "2019-03-04"


def test_a_shared_abbreviation_is_read_by_the_zone_of_the_site() -> None:
    line = "9 May 2019 10:30 IST"
    assert find_stamps(line)[0].value.endswith("+05:30")
    assert find_stamps(line, Locale(timezone="Asia/Jerusalem"))[0].value.endswith("+02:00")
    assert find_stamps("9 May 2019 10:30 CST")[0].value == "2019-05-09T10:30:00"
    assert find_stamps("9 May 2019 10:30 CST", Locale(timezone="Asia/Shanghai"))[0].value.endswith("+08:00")


def test_two_stamps_of_a_line_are_both_found_in_order() -> None:
    found = find_stamps("Published: 15:56 BST, 27 April 2019 | Updated: 16:57 BST, 28 April 2019")
    assert [s.value for s in found] == ["2019-04-27T15:56:00+01:00", "2019-04-28T16:57:00+01:00"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019-05-03T15:47:42.389000+00:00", "2019-05-03T15:47:42Z"),
        ("2019-05-03T15:47:42.389+0200", "2019-05-03T15:47:42+02:00"),
        ("2019-05-03 15:47:42 +02:00", "2019-05-03T15:47:42+02:00"),
        ("2019-05-03T15:47Z", "2019-05-03T15:47:00Z"),
        ("2019-05-03T15:47:42", "2019-05-03T15:47:42"),
        ("20190503T154742Z", "2019-05-03T15:47:42Z"),
        ("2019-05-03", "2019-05-03"),
        ("1556900862", "2019-05-03T16:27:42Z"),
        ("1556900862000", "2019-05-03T16:27:42Z"),
        ("Fri, 03 May 2019 15:47:42 GMT", "2019-05-03T15:47:42Z"),
        ("Fri, 99 May 2019 15:47:42 GMT", None),
        ("2019-02-30", None),
        ("0001-01-01T00:00:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_machine_stamps(text: str, value: str | None) -> None:
    assert read_iso(text) == value


@given(st.datetimes().filter(lambda d: 1900 <= d.year <= 2099))
def test_a_stamp_survives_being_written_and_read(moment: object) -> None:
    text = moment.replace(microsecond=0).isoformat()  # type: ignore[attr-defined]
    assert read_iso(text) == text


@given(st.text(max_size=LONGEST_LINE + 20))
def test_no_text_breaks_the_reading_and_every_stamp_lies_in_its_line(text: str) -> None:
    for stamp in find_stamps(text):
        assert 0 <= stamp.start < stamp.end <= len(text)
        assert read_iso(stamp.value) == stamp.value
