"""A section's name as readers see it, where the page's data has what its address has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from copydesk.extract.facts import Chosen
from copydesk.extract.slugs import is_spelled
from copydesk.model import Block, is_body

# Sections have names of a few words; longer lines are not looked at.
LONGEST = 40
_MOST_LINKS, _LONGEST_LINK = 3_000, 300
_INITIALS = re.compile(r"(?:[A-Z]\.){2,5}")


def as_printed(section: Chosen, blocks: Iterable[Block]) -> Chosen:
    """A section in small letters or with typewriter's quotes, as the first line has it that is nothing else.

    >>> from copydesk.model import Kind
    >>> as_printed(Chosen(("kultur-medien",), "json-ld"), [Block(7, Kind.LIST_ITEM, "Kultur & Medien")])
    Chosen(values=('Kultur & Medien',), origin='json-ld; as block 7 has it')
    """
    name = section.value
    if name is None or not (name.islower() or "'" in name):
        return section
    for block in blocks:
        text = block.text
        if len(text) <= LONGEST and (
            (not is_plain(text) and is_spelled(name, text)) or _shortens(text, name)
        ):
            return Chosen((text.strip(),), f"{section.origin}; as block {block.index} has it")
    return section


def as_linked(section: Chosen, tree: Any) -> Chosen:
    """A section in small letters as the first link to it on the page has it: "Space", to "/space".

    >>> from lxml import html
    >>> page = html.document_fromstring("<p>By Ada Quill <a href='/news/space/'>Space</a></p>")
    >>> as_linked(Chosen(("space",), "json-ld"), page)
    Chosen(values=('Space',), origin='json-ld; as a link to it has it')
    """
    name = section.value or ""
    for link in islice(tree.iter("a"), _MOST_LINKS) if tree is not None and name else ():
        steps = (link.get("href") or "")[:_LONGEST_LINK].rstrip("/").split("/")
        text = " ".join((link.text or "").split())
        if is_spelled(name, text) and is_spelled(steps[-1], text) and not is_plain(text):
            return Chosen((text,), f"{section.origin}; as a link to it has it")
    return section


def _shortens(text: str, name: str) -> bool:
    """Whether a line has a name's letters as capitals with dots.

    >>> _shortens("U.S.", "us"), _shortens("U.S. News", "us")
    (True, False)
    """
    return _INITIALS.fullmatch(text) is not None and text.replace(".", "").lower() == name


def is_plain(text: str) -> bool:
    """Whether a text is all in small letters or all in capitals, and so may be spelled better elsewhere."""
    return text.islower() or text.isupper()


def tags_as_printed(tags: Chosen, blocks: Iterable[Block]) -> Chosen:
    """Tags that software has given capitals of its own, as the page writes them: "Fbi" where it has "FBI".

    >>> from copydesk.model import Kind
    >>> page = [Block(7, Kind.PARAGRAPH, "Ada DC"), Block(8, Kind.TITLE, "ADA")]
    >>> tags_as_printed(Chosen(("Ada Dc", "Ada", "ada post"), "classification"), page).values
    ('Ada DC', 'Ada', 'ada post')
    """
    told = list(blocks)
    text = "\n".join(block.text for block in told if is_body(block))
    lines = {block.text.casefold(): block.text for block in told if not block.text.isupper()}
    return Chosen(tuple(_spelled(tag, text, lines) for tag in tags.values), tags.origin)


def _spelled(tag: str, story: str, lines: Mapping[str, str]) -> str:
    """A tag with the capitals that a story gives it wherever it has it, else a line that is nothing else."""
    if not tag.istitle() or len(tag) > LONGEST:
        return tag
    text = story if tag.casefold() in story.casefold() else lines.get(tag.casefold(), "")
    found = set(re.findall(rf"(?<!\w){re.escape(tag)}(?!\w)", text, re.IGNORECASE))
    only = found.pop() if len(found) == 1 else tag
    return only if sum(map(str.isupper, only)) > sum(map(str.isupper, tag)) else tag
