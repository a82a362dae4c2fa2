from __future__ import annotations

import json
from dataclasses import replace

import pytest
from captions_told import told
from viewing import STORY, A, seen

from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.jsonld import read_graph
from copydesk.judge.captions import captions
from copydesk.judge.view import View

NAME = "The ferry leaves its pier at dawn"
ARTICLE = {"@type": "NewsArticle", "video": {"@type": "VideoObject", "name": NAME}}


def page(body: str, article: object = ARTICLE, *kept: str, title: str = "Ferry stays in port") -> View:
    graph = read_graph([json.dumps(article)])
    declared = Declared({"title": (Candidate(title, "json-ld"),)}, graph=graph)
    return replace(seen(body, *kept), declared=declared)


def beside(text: str) -> str:
    return STORY.replace("<p>", f"<div class=x1><div class=x2></div><div class=x3>{text}</div></div><p>", 1)


def test_the_name_of_a_declared_video_beside_its_player_is_a_caption() -> None:
    assert told(page(beside(NAME))) == [NAME]
    alone = {"@type": "VideoObject", "name": NAME}
    assert told(page(beside(NAME), alone)) == [NAME]
    referred = {"@graph": [{"@type": "Article", "video": {"@id": "#v"}}, {"@id": "#v", **alone}]}
    assert told(page(beside(NAME), referred)) == [NAME]


def test_what_is_read_or_a_link_or_the_headline_is_none() -> None:
    assert told(page(beside(NAME), ARTICLE, NAME)) == []
    assert told(page(beside(f"<a href=/v>{NAME}</a>"))) == []
    assert told(page(beside(NAME), title=NAME)) == []
    assert told(page(beside(NAME), {"@type": "NewsArticle", "image": {"name": NAME}})) == []


def test_short_names_and_long_lists_tell_nothing() -> None:
    assert told(page(beside("Watch"), {"@type": "VideoObject", "name": "Watch"})) == []
    many = [{"@type": "VideoObject", "name": f"{NAME} of day {n}"} for n in range(9)]
    assert captions.judge(page(beside(f"{NAME} of day 1"), many)) == {}


def test_a_page_without_data_has_none() -> None:
    assert told(seen(beside(NAME))) == []
    assert A in STORY


@pytest.mark.parametrize(
    ("href", "captions_"),
    [
        ("javascript:show(&quot;Ada&quot;,&quot;/films/ada.mp4&quot;)", ["Ada Quill at the oars"]),
        ("javascript:show(&quot;Ada&quot;)", []),
        ("/films/ada.mp4", []),
    ],
)
def test_what_starts_a_recording_in_the_page_s_player_is_what_it_is_called(
    href: str, captions_: list[str]
) -> None:
    link = f'<a href="{href}"><div class=trending><h5>Ada Quill at the oars</h5></div></a>'
    view = seen(STORY.replace("<p>", f"<div>{link}</div><p>", 1))
    assert told(view) == captions_


def test_what_starts_many_recordings_is_a_list_of_them() -> None:
    link = "<a href='javascript:show(\"/films/{0}.mp4\")'><h5>The oars of boat {0}</h5></a>"
    links = "".join(link.format(n) for n in range(12))
    assert told(seen(STORY.replace("<p>", f"<div>{links}</div><p>", 1))) == []
