"""In which zone a day was published."""

from __future__ import annotations

import pytest

from copydesk.extract.dates.zones import in_zone_of_change, with_zone
from copydesk.extract.declared import Candidate

LOCAL = "2031-05-09T20:00:04-05:00"
GREENWICH = "2031-05-09T20:00:00Z"


@pytest.mark.parametrize(
    ("published", "modified", "first"),
    [
        ((LOCAL, GREENWICH), (GREENWICH,), GREENWICH),
        ((LOCAL, GREENWICH), ("2031-05-09T23:00:00Z",), GREENWICH),
        ((LOCAL, GREENWICH), ("2031-05-10T09:00:00Z",), LOCAL),
        ((LOCAL, GREENWICH), ("2031-05-09T19:00:00Z",), LOCAL),
        ((LOCAL, GREENWICH), ("2031-05-09T19:00:00",), LOCAL),
        ((LOCAL, "2031-05-09T20:07:00Z"), (GREENWICH,), LOCAL),
        ((LOCAL, GREENWICH), (), LOCAL),
        ((LOCAL, "2031-05-09T20:00:00"), (GREENWICH,), LOCAL),
        (("2031-05-09", GREENWICH), (GREENWICH,), "2031-05-09"),
    ],
)
def test_a_time_of_the_clock_in_two_zones_is_taken_in_the_one_before_the_change(
    published: tuple[str, ...], modified: tuple[str, ...], first: str
) -> None:
    found = in_zone_of_change(*([Candidate(value, "x") for value in of] for of in (published, modified)))
    assert sorted(c.value for c in found) == sorted(published)
    assert found[0].value == first


@pytest.mark.parametrize(
    ("own", "other", "first"),
    [
        (("2031-05-09T20:00:04", "2031-05-09T20:00:04Z"), ("2031-05-08T07:15:00Z",), "2031-05-09T20:00:04Z"),
        (("2031-05-09T20:00:04", "2031-05-09T20:00:04Z"), (LOCAL,), "2031-05-09T20:00:04"),
        (("2031-05-09T20:00:04", "2031-05-09T20:00:04Z"), (), "2031-05-09T20:00:04"),
        (("2031-05-09T20:00:04", "2031-05-09T20:07:04Z"), (GREENWICH,), "2031-05-09T20:00:04"),
        (("2031-05-09", GREENWICH), (GREENWICH,), "2031-05-09"),
        ((LOCAL, "2031-05-09T20:00:04Z"), (GREENWICH,), LOCAL),
    ],
)
def test_a_time_without_a_zone_takes_it_from_its_twin_if_the_other_day_of_the_page_has_it_too(
    own: tuple[str, ...], other: tuple[str, ...], first: str
) -> None:
    found = with_zone(*([Candidate(value, "x") for value in of] for of in (own, other)))
    assert found[0].value == first
