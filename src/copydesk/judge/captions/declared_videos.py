"""The names of a page's own videos, where it prints them beside its player: declared, or what starts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Final

from copydesk.extract.jsonld import Graph, Node, members, text_of, types_of
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import key

# The fields in which an article's object has its videos.
_FIELDS: Final = ("video", "associatedMedia", "hasPart")
_TYPE: Final = "videoobject"
# Shorter names are labels, and in longer ones stands more than a name.
_WORDS: Final = range(4, 40)
# A line with so much in links leads to a video on another page.
_LINKED: Final = 0.5
# A page with more names of videos lists them.
_MOST: Final = 8
# A link that has its player show a recording, and no other page.
_STARTED: Final = re.compile(r"^\s*javascript:[^\n]{0,2000}\.(?:mp4|m4v|webm|mov|m3u8|mp3)\b", re.IGNORECASE)
_AROUND: Final = 6


def declared_videos(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The left-out lines that are the name of a video of the page, by its JSON-LD: its caption."""
    names = _names(view)
    if view.pasted or not 0 < len(names) <= _MOST:
        return {}
    said = "the name of a video that the page declares"
    return {
        i: dropped("declared_video", Reason.CAPTION, said)
        for i in view.open()
        if i not in found and view.lines[i].key in names and _may_be(view, i)
    }


def started_videos(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The left-out lines that start a recording in the page's own player: what it is called."""
    if view.pasted:
        return {}
    open_ = [
        i for i in view.open() if i not in found and not view.in_reading[i] and not view.blocks[i].hidden
    ]
    started = [i for i in open_ if _starts(view, i) and any(map(str.isalpha, view.lines[i].text))]
    said = "a link that starts a recording in the page's player"
    return {i: dropped("started_video", Reason.CAPTION, said) for i in started if len(started) <= _MOST}


def _starts(view: View, index: int) -> bool:
    element = view.page.elements[index]
    around = chain([element], islice(element.iterancestors(), _AROUND))
    link = next((one for one in around if one.tag == "a"), None)
    return link is not None and _STARTED.match(link.get("href") or "") is not None


def _may_be(view: View, index: int) -> bool:
    block = view.blocks[index]
    outside = not view.in_reading[index] and not block.hidden and index not in view.cards
    return outside and block.kind is not Kind.TITLE and block.link_density < _LINKED


def _names(view: View) -> frozenset[str]:
    """The names of videos as keys, without those that are the headline or a label."""
    graph = view.declared.graph
    if graph is None:
        return frozenset()
    titles = {key(title) for title in view.declared.values("title")}
    names = {key(text_of(video.get("name")) or "") for node in graph.top for video in _videos(node, graph)}
    return frozenset(n for n in names if len(n.split()) in _WORDS and n not in titles)


def _videos(node: Node, graph: Graph) -> Iterator[Node]:
    """An object of the page's JSON-LD if it is a video, and the videos in its fields."""
    inside = (graph.resolve(each) for name in _FIELDS for each in members(node.get(name)))
    yield from (each for each in (node, *inside) if isinstance(each, dict) and _TYPE in types_of(each))
