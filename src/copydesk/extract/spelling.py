"""A section's name as readers see it, where the page's data has what its address has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from copydesk.extract.facts import Chosen
from copydesk.model import Block
from copydesk.text import key

# Sections have names of a few words; longer lines are not looked at.
LONGEST = 40


def as_printed(section: Chosen, blocks: Iterable[Block]) -> Chosen:
    """A section declared in small letters, as the first line of the page writes it that is nothing else.

    >>> from copydesk.model import Kind
    >>> as_printed(Chosen(("kultur-medien",), "json-ld"), [Block(7, Kind.LIST_ITEM, "Kultur & Medien")])
    Chosen(values=('Kultur & Medien',), origin='json-ld; as block 7 has it')
    """
    name = section.value
    if name is None or not name.islower():
        return section
    wanted = bare(name)
    for block in blocks:
        text = block.text
        if len(text) <= LONGEST and not is_plain(text) and bare(text) == wanted:
            return Chosen((text.strip(),), f"{section.origin}; as block {block.index} has it")
    return section


def is_plain(text: str) -> bool:
    """Whether a text is all in small letters or all in capitals, and so may be spelled better elsewhere."""
    return text.islower() or text.isupper()


def bare(text: str) -> str:
    """A text as addresses have it: without accents, and without marks between its words."""
    flat = unicodedata.normalize("NFKD", text)
    return key("".join(c for c in flat if not unicodedata.combining(c)))
