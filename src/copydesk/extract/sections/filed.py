"""The section that a page's software files it under, where nothing says so in the usual places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from copydesk.extract.declared import Declared
from copydesk.extract.facts import NONE, Chosen
from copydesk.extract.sections.spelling import LONGEST, is_plain
from copydesk.extract.sections.subjects import is_general, is_named_section
from copydesk.extract.slugs import bare, spellings
from copydesk.model import Block, Page

_AROUND = 12
# "category-world" on the element around a story.
_CLASS = "category-"


def filed_under(page: Page, declared: Declared, blocks: Sequence[Block], body: Sequence[Block]) -> Chosen:
    """The name under which software keeps a page, where the page also shows it to readers as a line or a tag.

    Of several names in the classes around a story none tells which is its section.
    """
    noted = [(c.value, c.origin) for c in declared.candidates.get("filed", ())]
    opening = page.elements[body[0].index] if body and body[0].index < len(page.elements) else None
    classes = () if opening is None else tuple(_classes(opening))
    if not noted and not classes:
        return NONE
    printed = _printed(blocks)
    for name, origin in noted:
        if (line := printed.get(bare(name))) is not None:
            return _shown(origin, line, name)
    for name, origin in noted:
        if (tag := _declared_as(name, declared)) is not None:
            return Chosen((tag,), f"{origin}; a tag is called so")
    only = printed.get(bare(classes[0])) if len(classes) == 1 else None
    return NONE if only is None else _shown("class of the story", only)


def _declared_as(name: str, declared: Declared) -> str | None:
    """A tag that the page declares which is called as software has it: "Formula 1", of "formula-1"."""
    named = (tag for tag in declared.values("tags") if bare(name) in spellings(tag))
    return next((tag for tag in named if is_named_section(tag) and not is_general(tag)), None)


def _shown(origin: str, line: Block, name: str = "") -> Chosen:
    if name and is_plain(line.text) and not is_plain(name):
        return Chosen((name,), f"{origin}; printed as block {line.index}")
    return Chosen((line.text.strip(),), f"{origin}; as block {line.index} has it")


def _classes(element: Any) -> Iterator[str]:
    """The names of categories in the classes of the first element around a story that has any."""
    for around in islice(element.iterancestors(), _AROUND):
        words = (around.get("class") or "").split()
        found = [word.removeprefix(_CLASS) for word in words if word.startswith(_CLASS)]
        if found:
            yield from (name for name in found if is_named_section(name))
            return


def _printed(blocks: Iterable[Block]) -> dict[str, Block]:
    """The short lines of a page beside its story that can name a section, the best spelled of each."""
    found: dict[str, Block] = {}
    for block in blocks:
        text = block.text.strip()
        told = block.verdict is not None and block.verdict.keep
        if told or not 0 < len(text) <= LONGEST or not is_named_section(text):
            continue
        for name in spellings(text):
            if name not in found or (is_plain(found[name].text) and not is_plain(text)):
                found[name] = block
    return found
