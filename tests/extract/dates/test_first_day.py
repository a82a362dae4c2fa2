from __future__ import annotations

import json

import pytest

from copydesk.extract.dates.first_day import since_first
from copydesk.extract.declared import Candidate
from copydesk.extract.head import Head
from copydesk.extract.jsonld import read_graph

NIGHT = "2024-05-02T20:58:00Z"
SHOWN = Candidate(NIGHT, "time element")


def told(
    shown: Candidate, modified: str | None = None, first: str | None = None, **live: object
) -> tuple[str, str | None]:
    """The days published and modified of a page with a time, a first one, and a live blog of its own."""
    head = Head({"article:first_published_time": (first,)} if first else {})
    graph = read_graph([json.dumps({"@type": "LiveBlogPosting", **live})] if live else [])
    changes = [Candidate(modified, "json-ld")] if modified else []
    published, modifieds = since_first(head, graph, [shown], changes)
    return published[0].value, modifieds[0].value if modifieds else None


@pytest.mark.parametrize(
    ("live", "first", "published"),
    [
        ({"datePublished": "2024-04-28T08:00:00Z"}, None, "2024-04-28T08:00:00Z"),
        ({"coverageStartTime": "2024-05-02T16:30:00Z"}, None, "2024-05-02T16:30:00Z"),
        ({"coverageStartTime": "2024-05-02T16:30:00Z"}, "2024-05-02 16:49", "2024-05-02T16:49:00"),
        ({"liveBlogUpdate": [{"datePublished": "2024-05-02T19:01:00Z"}]}, None, "2024-05-02T19:01:00Z"),
        ({"liveBlogUpdate": [{"datePublished": "2024-05-02"}]}, None, NIGHT),
        (
            {"datePublished": NIGHT, "liveBlogUpdate": [{"datePublished": "2024-05-02T07:06:00Z"}]},
            None,
            "2024-05-02T07:06:00Z",
        ),
        ({"datePublished": "2024-05-03T08:00:00Z"}, None, NIGHT),
    ],
)
def test_a_live_blog_was_published_when_it_began(
    live: dict[str, object], first: str | None, published: str
) -> None:
    assert told(SHOWN, NIGHT, first, **live) == (published, NIGHT)


def test_the_time_a_story_prints_may_be_that_of_a_change_on_its_first_day() -> None:
    assert told(SHOWN, None, "2024-05-02 13:23") == ("2024-05-02T13:23:00", NIGHT)
    assert told(SHOWN, None, "2019-02-05 16:07") == (NIGHT, None)
    assert told(Candidate(NIGHT, "json-ld"), None, "2024-05-02 13:23") == (NIGHT, None)


def test_a_time_without_a_zone_may_be_the_same_moment() -> None:
    assert told(SHOWN, None, "2024-05-02 16:58") == (NIGHT, None)
