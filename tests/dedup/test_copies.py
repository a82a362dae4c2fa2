from __future__ import annotations

import random

import pytest

from copydesk.dedup.candidates import CROWD
from copydesk.dedup.copies import CopyKind, Edge, cover, find_copies, take_apart
from copydesk.dedup.signatures import sign
from copydesk.settings import DedupSettings

SETTINGS = DedupSettings()
_WORDS = [
    a + b
    for a in ("fer", "mil", "gul", "har", "bak", "lan", "orc", "tra")
    for b in ("ro", "sta", "ven", "lim")
]


def paragraphs(seed: int, count: int = 8) -> list[str]:
    dice = random.Random(seed)
    return [
        " ".join(dice.choice(_WORDS) + str(dice.randrange(20)) for _ in range(30)) + "." for _ in range(count)
    ]


def text(parts: list[str]) -> str:
    return "\n\n".join(parts)


def copies(*texts: str) -> list[Edge]:
    ids = [f"{n:04}" for n in range(len(texts))]
    return find_copies(ids, [sign(one, SETTINGS) for one in texts], lambda row: texts[row], SETTINGS)


def test_stories_of_their_own_are_no_copies() -> None:
    assert copies(*(text(paragraphs(n)) for n in range(40))) == []


def test_identical_texts_are_joined_to_the_first() -> None:
    one = text(paragraphs(1))
    found = copies(one, text(paragraphs(2)), one, one)
    assert [(e.kind, e.a, e.b) for e in found] == [("exact", "0000", "0002"), ("exact", "0000", "0003")]


def test_a_few_changed_words_make_a_near_duplicate() -> None:
    story = paragraphs(1)
    changed = [story[0].replace("ferro", "punt", 1), *story[1:]]
    (edge,) = copies(text(story), text(changed))
    assert edge.kind is CopyKind.NEAR_DUPLICATE
    assert 0.7 <= edge.score < 1


@pytest.mark.parametrize(
    "edit",
    [
        lambda story: story[:3],
        lambda story: [*story[:4], *paragraphs(9, 4)],
        lambda story: [story[6], story[1], story[4], *paragraphs(9, 2)],
        lambda story: [*paragraphs(9, 3), *[p.replace("ferro", "punt") for p in story[2:7]]],
    ],
    ids=["lead", "half", "reordered", "agency copy"],
)
def test_paragraphs_dropped_added_and_reordered_are_found(edit) -> None:
    story = paragraphs(1)
    found = copies(text(story), text(edit(story)), *(text(paragraphs(n)) for n in range(20, 40)))
    assert [(e.kind, e.a, e.b) for e in found] == [(CopyKind.DERIVED, "0000", "0001")]
    assert found[0].cover >= 0.5


def test_a_line_that_a_whole_site_has_joins_nothing() -> None:
    notice = "This paper is printed on the outer islands and comes by ferry on most days of the week."
    assert copies(*(text([*paragraphs(n), notice]) for n in range(CROWD + 5))) == []


def test_order_of_the_ids_is_all_the_order_there_is() -> None:
    story = paragraphs(1)
    texts = [text(story), text([*story[:7], *paragraphs(3, 1)]), text(story[:4]), text(story)]
    found = copies(*texts)
    assert found == copies(*texts)
    assert found == sorted(found, key=lambda e: (e.a, e.b))
    assert {(e.a, e.b) for e in found} >= {("0000", "0001"), ("0000", "0002"), ("0000", "0003")}


def test_cover_is_of_the_shorter_text() -> None:
    story = paragraphs(1)
    long, short = take_apart(text(story), SETTINGS), take_apart(text(story[:2]), SETTINGS)
    assert cover(long, short, 0.4) == cover(short, long, 0.4) == 1.0
    assert cover(long, take_apart("", SETTINGS), 0.4) == 0.0


def test_no_articles_have_no_copies() -> None:
    assert copies() == []
    assert copies("…", "…", "Too short.") == [Edge(CopyKind.EXACT, "0000", "0001", 1.0, 1.0)]
