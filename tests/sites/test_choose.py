from __future__ import annotations

import pytest
from sites.profiles import page, profile

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.sites.choose import choose_version
from copydesk.sites.records import Version

SITE = profile(
    """
    [[version]]
    name = "old"
    valid_until = 2016-12-31
    [[version]]
    name = "middle"
    valid_from = 2017-01-01
    valid_until = 2019-12-31
    [[version]]
    name = "new"
    valid_from = 2020-01-01
    """
)


def fits(**counts: int) -> object:
    def count(version: Version) -> int:
        return counts.get(version.name, 0)

    return count


def chosen(fetched: str | None, published: str | None, **counts: int) -> str:
    declared = Declared({"date_published": (Candidate(published, "json-ld"),)}) if published else NOTHING
    read = page("A story.", fetched_at=fetched)
    return choose_version(SITE, read, declared, fits(**counts)).name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fetched", "name"),
    [
        ("2016-12-31T23:59:59Z", "old"),
        ("2017-01-01T00:00:00Z", "middle"),
        ("2019-12-31T00:00:00Z", "middle"),
        ("2033-01-01T00:00:00Z", "new"),
    ],
)
def test_the_day_it_was_fetched_decides(fetched: str, name: str) -> None:
    assert chosen(fetched, "2015-01-01", old=9) == name


def test_without_it_the_article_s_own_day_bars_what_was_before() -> None:
    assert chosen(None, "2018-05-05") == "middle"
    assert chosen(None, "2018-05-05", old=9) == "middle"
    assert chosen(None, "2018-05-05", new=3, middle=1) == "new", "an old article on a new page"
    assert chosen(None, "2018-05-05", new=3, middle=3) == "middle"


def test_without_any_day_the_best_fit_wins_then_the_newest() -> None:
    assert chosen(None, None) == "new"
    assert chosen(None, None, old=2, new=1) == "old"


def test_a_time_that_is_none_is_no_day() -> None:
    assert chosen("yesterday", None, middle=1) == "middle"


def test_the_day_of_the_last_change_stands_for_one_that_is_not_told() -> None:
    declared = Declared({"date_modified": (Candidate("2018-05-05", "json-ld"),)})
    assert choose_version(SITE, page("A story."), declared, fits(old=9)).name == "middle"  # type: ignore[arg-type]
