"""What a link says of a story's subjects: by the way it leads, and by what its markup calls it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final
from urllib.parse import unquote

from copydesk.extract.address import steps_of
from copydesk.extract.sections.subjects import tags
from copydesk.extract.slugs import is_spelled
from copydesk.judge.boxes import holds
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.view import View
from copydesk.text import fold

_TOPIC: Final = read_topic("subjects")
# What heads a row of subjects.
LABELS: Final = _TOPIC.table
_SUBJECT: Final = frozenset(_TOPIC.lists["subject"])
_CATEGORY: Final = frozenset(_TOPIC.lists["category"])
# A subject has no more words ...
WORDS: Final = 5
# ... and where nothing but the label above says that a link leads to one.
NAMED: Final = 3
# From this share on, a line is links.
LINKED: Final = 0.7
# A headline below the links that file it: within so many blocks, of more words, in a box so far around.
_BELOW: Final = 2
_HEADLINE_WORDS: Final = 3
_AROUND: Final = 3
# "topic:81", in what an address asks for.
_NUMBERED: Final = re.compile(r"(?:^|[&=])([a-z]{3,20}):\w")


def kind_of(link: Any) -> str | None:
    """What a link leads to: a subject, a part of the site, or a page of its own name, which may be either."""
    steps = steps_of(link.get("href"))
    rel = frozenset(str(link.get("rel") or "").lower().split())
    if _is_asked(link):
        return "subject"
    if not _SUBJECT.isdisjoint(steps[:-1]):
        return "subject"
    if not _CATEGORY.isdisjoint(steps[:-1]) or "category" in rel:
        return "category"
    if "tag" in rel:
        return "subject"
    named = bool(steps) and is_spelled(steps[-1], text_of(link))
    return "named" if named and len(text_of(link).split()) <= NAMED else None


def leads_to_subjects(view: View, index: int) -> bool:
    """Whether a line is links of a few words each, all of which lead to subjects by their addresses."""
    return is_short(view, index) and all(kind_of(link) == "subject" for link in links_of(view, index))


def is_short(view: View, index: int, most: int = WORDS) -> bool:
    """Whether a line is links of a few words each, of `most` at most, and next to nothing else."""
    if view.pasted or view.lines[index].sentence or view.blocks[index].link_density < LINKED:
        return False
    links = links_of(view, index)
    return bool(links) and all(0 < len(text_of(link).split()) <= most for link in links)


def files_a_headline(view: View, run: list[int]) -> bool:
    """Whether a headline that leads elsewhere follows below, in one box with the links: they file it."""
    for index in islice(view.below(run[-1]), _BELOW):
        block = view.blocks[index]
        if block.link_density < LINKED or _is_row(view, index):
            continue
        if len(view.lines[index].words) > _HEADLINE_WORDS:
            around = islice(view.page.elements[run[-1]].iterancestors(), _AROUND)
            return any(holds(box, view.page.elements[index]) for box in around)
    return False


def _is_row(view: View, index: int) -> bool:
    """Whether a line is several links of a few words each: a menu's, and no headline."""
    return is_short(view, index) and len(links_of(view, index)) > 1


def _is_asked(link: Any) -> bool:
    """Whether an address asks for a subject behind its question mark: "?f[0]=topic%3A81"."""
    asked = unquote(str(link.get("href") or "")).partition("?")[2].partition("#")[0].lower()
    return any(name in _SUBJECT for name in _NUMBERED.findall(asked))


def address_of(link: Any) -> str:
    """The way that a link leads, without the host's name."""
    way = unquote(str(link.get("href") or "")).partition("?")[0].partition("#")[0]
    return way.partition("://")[2].partition("/")[2] if "://" in way else way


def text_of(link: Any) -> str:
    """The subject that a link names, without the signs around it."""
    return _bare(fold("".join(link.itertext())))


def _bare(text: str) -> str:
    return text.lstrip("#").rstrip(" ,;")


def facts_of(view: View, index: int) -> tuple[tuple[str, str], ...]:
    """The subjects that the links of a line name, as facts."""
    links = links_of(view, index)
    # A link alone on its line may have more in it that the page does not show.
    texts = [text_of(link) for link in links] if len(links) > 1 else [_bare(view.lines[index].text)]
    return tuple(("tags", name) for name in tags(texts, view.declared.values("publisher")))
