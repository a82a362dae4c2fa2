"""Learned site chrome: lines that a site prints on page after page, and places that hold nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from copydesk.dedup.lines import PageLines, Trait
from copydesk.settings import RepeatSettings

# All pairs of pages are looked at for a line that so many have at most. Of more, each is paired with a few
# only: a notice joins none of them, and of one story that is told on all the lines together join all.
_CROWD: Final = 64
_CENTRES: Final = 6

_Counts = npt.NDArray[np.int64]
_Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A line of the text that is chrome: which one, and on how many of the site's pages it is seen.

    With `place` it is its markup that tells: of the `pages` that have it, all its text was struck on `seen`.
    Pages that tell the same story count as one.
    """

    at: int
    seen: int
    pages: int
    place: bool = False


class _Places(NamedTuple):
    """For each line: the pages that have its place, and those on which all text of it was struck."""

    struck: _Counts
    had: _Counts


class _Found(NamedTuple):
    """What the site's pages tell of the lines of one text: on how many of `total` each is seen."""

    seen: _Counts
    places: _Places
    total: int


def find_repeats(
    pages: Sequence[PageLines], settings: RepeatSettings, min_words: int
) -> list[tuple[Repeat, ...]]:
    """For each page of one site the lines of its text that are chrome, in order.

    A function of the set of pages: their order only orders the result. An article of less than
    `min_words` words would be none, so no more goes than leaves them.
    """
    if len(pages) < settings.pages:
        return [()] * len(pages)
    groups = same_stories(pages, settings)
    total = int(groups.max()) + 1
    seen = _seen(pages, groups, settings)
    places = _places(pages, groups)
    return [
        tuple(_chrome(page, _Found(counts, held, total), settings, min_words))
        for page, counts, held in zip(pages, seen, places, strict=True)
    ]


def same_stories(pages: Sequence[PageLines], settings: RepeatSettings) -> npt.NDArray[np.int64]:
    """A number for each page, the same for pages that tell the same story.

    Two do when lines of `long_words` words or more that both have make up `same_story` of the shorter
    one's words in such lines.
    """
    long = [page.words >= settings.long_words for page in pages]
    sizes = [int(page.words[which].sum()) for page, which in zip(pages, long, strict=True)]
    shared: Counter[tuple[int, int]] = Counter()
    for members, words in _shared_lines(pages, long):
        for pair in _paired(members):
            shared[pair] += words
    parent = list(range(len(pages)))
    for (a, b), words in shared.items():
        if words >= settings.same_story * min(sizes[a], sizes[b]):
            one, other = sorted((_root(parent, a), _root(parent, b)))
            parent[other] = one
    roots = [_root(parent, at) for at in range(len(pages))]
    return np.unique(roots, return_inverse=True)[1].astype(np.int64)


def _shared_lines(
    pages: Sequence[PageLines], long: Sequence[npt.NDArray[np.bool_]]
) -> Iterator[tuple[list[int], int]]:
    """The pages of each long line that several have, in the order of their ranks, and its words."""
    rank = _ranks(pages)
    keys = np.concatenate([page.texts[which] for page, which in zip(pages, long, strict=True)])
    words = np.concatenate([page.words[which] for page, which in zip(pages, long, strict=True)])
    owners = np.repeat(np.arange(len(pages)), [int(which.sum()) for which in long])
    order = np.lexsort((rank[owners], keys))
    keys, words, owners = keys[order], words[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.array([], np.intp)
    for start, stop in zip(starts, np.r_[starts[1:], len(keys)], strict=True):
        if stop - start > 1 and owners[start] != owners[stop - 1]:
            yield list(dict.fromkeys(owners[start:stop].tolist())), int(words[start:stop].min())


def _ranks(pages: Sequence[PageLines]) -> npt.NDArray[np.int64]:
    """The place of each page among all by what its text says, which the order of pages does not touch."""
    rank = np.empty(len(pages), np.int64)
    rank[sorted(range(len(pages)), key=lambda at: pages[at].texts.tobytes())] = np.arange(len(pages))
    return rank


def _paired(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of the pages that have a line, given in the order of their ranks; the smaller number first."""
    last = len(members) if len(members) <= _CROWD else _CENTRES
    for at, one in enumerate(members[:last]):
        for other in members[at + 1 :]:
            yield (one, other) if one < other else (other, one)


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _seen(
    pages: Sequence[PageLines], groups: npt.NDArray[np.int64], settings: RepeatSettings
) -> list[_Counts]:
    """For each line of each text, in how many groups it is seen.

    A line counts where the same text stands in the same context, whether it was kept there or not, and a
    long one wherever it is in the text.
    """
    sizes = [len(page.blocks) for page in pages]
    words = np.concatenate([page.words for page in pages])
    placed = _groups_of(
        [page.keys for page in pages],
        groups,
        np.concatenate([page.keys[page.blocks] for page in pages]),
    )
    printed = _groups_of(
        [page.texts for page in pages], groups, np.concatenate([page.texts for page in pages])
    )
    counts = np.where(words >= settings.long_words, np.maximum(placed, printed), placed)
    return np.split(counts, np.cumsum(sizes)[:-1])


def _groups_of(
    columns: Sequence[npt.NDArray[np.uint64]],
    groups: npt.NDArray[np.int64],
    asked: npt.NDArray[np.uint64],
) -> _Counts:
    """In how many groups each key that is asked for occurs."""
    keys = np.concatenate(columns)
    owners = np.repeat(groups, [len(column) for column in columns])
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    new = np.r_[True, (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])] if len(keys) else []
    known, counts = np.unique(keys[np.asarray(new, np.bool_)], return_counts=True)
    return counts[np.searchsorted(known, asked)].astype(np.int64) if len(asked) else np.zeros(0, np.int64)


def _places(pages: Sequence[PageLines], groups: npt.NDArray[np.int64]) -> list[_Places]:
    """For each line of each text, what its place holds in the groups that have it."""
    asked = np.concatenate([page.places for page in pages])
    told = _groups_of([page.places for page in pages], groups, asked)
    had = _groups_of([np.concatenate([page.places, page.struck]) for page in pages], groups, asked)
    cuts = np.cumsum([len(page.places) for page in pages])[:-1]
    return [_Places(*both) for both in zip(np.split(had - told, cuts), np.split(had, cuts), strict=True)]


def _chrome(page: PageLines, found: _Found, settings: RepeatSettings, min_words: int) -> Iterator[Repeat]:
    """The lines of one text that go: those on most pages first, until too much would be gone."""
    going, placed = _going(page, found, settings)
    whole = int(page.words.sum())
    most = min(settings.most * whole, whole - min_words)
    gone, chosen = 0, []
    for at in sorted(np.flatnonzero(going | placed).tolist(), key=lambda at: _first(found, going, at)):
        gone += int(page.words[at])
        if gone > most:
            break
        chosen.append(at)
    for at in sorted(chosen):
        if going[at]:
            yield Repeat(at, int(found.seen[at]), found.total)
        else:
            yield Repeat(at, int(found.places.struck[at]), int(found.places.had[at]), place=True)


def _first(found: _Found, going: _Flags, at: int) -> tuple[bool, int, int]:
    """What is seen goes before what only stands where nothing is kept."""
    return not going[at], -int((found.seen if going[at] else found.places.struck)[at]), at


def _going(page: PageLines, found: _Found, settings: RepeatSettings) -> tuple[_Flags, _Flags]:
    """The lines that would go for what they say, and those that would for where they stand."""
    going, placed = np.zeros(len(page.blocks), np.bool_), _placed(page, found.places, settings)
    if len(found.seen) and int(found.seen.max()) >= settings.pages:
        going = _long_lines(page, found.seen, found.total, settings)
        _short_lines(page, found.seen, going, settings)
    return going, placed


def _placed(page: PageLines, places: _Places, settings: RepeatSettings) -> _Flags:
    """Lines in markup of their own, all text of which was struck on the other pages that have it."""
    others = places.had - 1
    enough = (places.struck >= settings.pages - 1) & (places.struck >= (1 - settings.place_kept) * others)
    own, apart = ((page.traits & trait) > 0 for trait in (Trait.OWN, Trait.APART))
    found: _Flags = apart & ~own & enough
    return found


def _long_lines(page: PageLines, seen: _Counts, total: int, settings: RepeatSettings) -> _Flags:
    often = (seen >= settings.story_pages) & (seen >= settings.story_share * total)
    apart = (page.traits & Trait.APART) > 0
    own = (page.traits & Trait.OWN) > 0
    long = page.words >= settings.long_words
    found: _Flags = long & ~own & (often | (apart & (seen >= settings.pages)))
    return found


def _short_lines(page: PageLines, seen: _Counts, going: _Flags, settings: RepeatSettings) -> None:
    """Add short lines: those before and behind all that stays, and those that belong to a line that goes.

    A heading goes with what it heads. A label or a subhead that stories share stays where it is.
    """
    may = (seen >= settings.pages) & (page.words < settings.long_words) & ((page.traits & Trait.OWN) == 0)
    last = len(going) - 1
    for at in range(last, -1, -1):
        if may[at] and (at == last or going[at + 1]):
            going[at] = True
    for at in range(last + 1):
        follows = at == 0 or (going[at - 1] and (page.traits[at] & Trait.APART or going[:at].all()))
        if may[at] and follows and not (page.traits[at] & Trait.HEADING and at < last):
            going[at] = True
