"""Who publishes a page that declares nobody: the name in its copyright line, its logo and its address.

One of them alone tells nothing: a copyright line may be that of an agency, a logo that of a partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from copydesk.extract.facts import NONE, Chosen
from copydesk.extract.publisher import SLOGAN, goes_with, host_labels
from copydesk.extract.publisher_rank import FORM
from copydesk.extract.tables import key_set
from copydesk.extract.titles.titles import squeeze
from copydesk.model import Block
from copydesk.text import fold, key

# Longer lines are prose about a copyright; of very many pictures, the logo is among the first.
_LONGEST_LINE, _MOST_PICTURES = 240, 200
_MOST_WORDS = 7
# So many words that begin two names alike are one outlet's.
_SHORTEST = 4
_MARK = re.compile(r"(?:©|\bcopyright\b|\(c\)(?=\s*\d{4}))", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d|present))?\b", re.IGNORECASE)
# Where an owner's name ends: at a mark, at a sentence's end, before what is said of it.
_END = re.compile(
    r"\s[-–—|·•∙~]+\s|[|;•·∙\n]|\.(?=\s|$)|[,.]?\s*\(|\s+by\s"
    r"|(?:^|,?\s+)\b(?:all (?:rights|content)|and privacy"
    r"|alle rechte|tous droits|todos los derechos|tutti i diritti)\b",
    re.IGNORECASE,
)
_EDGES = " \t,.:;-–—|·•∙®™<>\"'"
_OWNER = re.compile(r"^(?:by|of|the property of)\s+", re.IGNORECASE)
_LOGO = re.compile(r"\blogo(?:type)?\b|\blogo(?=-)", re.IGNORECASE)
_ALT = re.compile(
    r"^(?P<name>.{2,60}?)(?:['’]s)?[\s,|:-]+(?:(?:brand|site|company|header|home)\s+)?logo\b", re.IGNORECASE
)
_NO_OWNER = key_set(
    "all rights reserved | privacy policy | policy | terms | site | website | blog | home | footer | header"
    " | logo | company | brand | main | left | right | mobile | white | black | dark | the | our | this site"
)


def imprint(tree: Any, blocks: Iterable[Block], titles: Sequence[str], hosts: Sequence[str]) -> Chosen:
    """The outlet's name where two of a page's copyright line, logo, titles and address agree about it.

    >>> from copydesk.model import Kind
    >>> line = Block(9, Kind.PARAGRAPH, "© 2024 Harbour Press, Inc. All rights reserved.")
    >>> imprint(None, [line], [], ["harbourpress.example", "harbourpress"]).value
    'Harbour Press'
    >>> imprint(None, [line], [], ["gazette.example", "gazette"]).value is None
    True
    """
    owners = [Chosen((name,), f"block {i}: copyright line") for i, name in _owners(blocks)]
    logos = [Chosen((name,), "logo") for name in _logos(tree)] if tree is not None else []
    labels = host_labels(hosts)
    said = [name for name in (*owners, *logos) if goes_with(name.value or "", labels)]
    said.sort(key=lambda name: squeeze(name.value or "").removeprefix("the") not in labels)
    if said:
        return Chosen(said[0].values, f"{said[0].origin}, as in the address")
    parts = [part.strip() for title in titles for part in SLOGAN.split(title)[1:]]
    for owner in owners:
        if any(_are_one(owner.value or "", logo.value or "") for logo in logos):
            return Chosen(owner.values, f"{owner.origin}, as on the logo")
        if any(squeeze(owner.value or "") == squeeze(part) for part in parts):
            return Chosen(owner.values, f"{owner.origin}, as in the title")
    return NONE


def _owners(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    """The names in the copyright lines that are not of the story."""
    for block in blocks:
        if block.hidden or len(block.text) > _LONGEST_LINE or (block.verdict and block.verdict.keep):
            continue
        if _MARK.search(block.text) is not None and (name := _owner(block.text)) is not None:
            yield block.index, name


def _owner(text: str) -> str | None:
    """The name behind the mark and the year of a copyright line, else the one before them.

    >>> _owner("Copyright © 2019-2024 by The Gazette | Terms"), _owner("Ada Quill © 2024."), _owner("© 2024")
    ('The Gazette', 'Ada Quill', None)
    """
    before, *behind = _MARK.split(_YEARS.sub(" ", text))
    for part in (*behind, before):
        piece = _END.split(_OWNER.sub("", part.strip(_EDGES)))[0]
        if (name := _bare(piece)) is not None:
            return name
    return None


def _bare(name: str) -> str | None:
    """A name without the form of its company, if it can be one."""
    name = fold(name.replace("®", "").replace("™", "")).strip(_EDGES)
    while (shorter := FORM.sub("", name)) != name and shorter:
        name = shorter
    words = name.split()
    named = 0 < len(words) <= _MOST_WORDS and name[:1].isalnum() and "{" not in name
    return name if named and key(name) not in _NO_OWNER and not name.isdigit() else None


def _logos(tree: Any) -> Iterator[str]:
    """What the texts of a page's logos call it: "Harbour Press logo", or the text of one by its class."""
    for picture in islice(tree.iter("img"), _MOST_PICTURES):
        alt = fold(picture.get("alt") or "")
        if (found := _ALT.match(alt)) is not None:
            name = _bare(found["name"])
        else:
            called = f"{picture.get('class') or ''} {picture.get('id') or ''}"
            name = _bare(alt) if "logo" in called.lower() and not _LOGO.search(alt) else None
        if name is not None:
            yield name


def _are_one(owner: str, logo: str) -> bool:
    """Whether two names are one outlet's: the same, or one has all words of the other in its order."""
    one, other = key(owner).split(), key(logo).split()
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    rest = iter(long)
    return len("".join(short)) >= _SHORTEST and short[:1] == long[:1] and all(word in rest for word in short)
