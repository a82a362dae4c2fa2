"""Edits that newsrooms make to agency copy, for measuring which of them near-copies are still found after."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Story = list[str]
OWN_QUOTE = (
    '"{} is what people here have been asking for since the spring," a councillor told this paper, '
    '"and we shall see who keeps {} promises once the cameras have gone."'
)
CREDITS = (
    "Reporting by our correspondents in the region; editing by the night desk.",
    "This article was first published by a partner agency and is reproduced here with its permission.",
    "Follow this paper for more stories from the region, and write to us with what you know.",
)


@dataclass(frozen=True, slots=True)
class Pool:
    """What edits draw on: words, and paragraphs of stories that are no base."""

    words: Sequence[str]
    paragraphs: Sequence[str]


Edit = Callable[[Story, Pool, random.Random], Story]


def change_words(share: float) -> Edit:
    """Each word replaced with this chance by another of the pool, names and numbers among them."""

    def edit(story: Story, pool: Pool, dice: random.Random) -> Story:
        return [
            " ".join(dice.choice(pool.words) if dice.random() < share else word for word in paragraph.split())
            for paragraph in story
        ]

    return edit


def drop(story: Story, pool: Pool, dice: random.Random) -> Story:
    """A quarter of the paragraphs left out."""
    gone = set(dice.sample(range(len(story)), max(1, len(story) // 4)))
    return [paragraph for at, paragraph in enumerate(story) if at not in gone]


def insert(story: Story, pool: Pool, dice: random.Random) -> Story:
    """A quarter more paragraphs, from elsewhere."""
    edited = list(story)
    for _ in range(max(1, len(story) // 4)):
        edited.insert(dice.randrange(len(edited) + 1), dice.choice(pool.paragraphs))
    return edited


def reorder(story: Story, pool: Pool, dice: random.Random) -> Story:
    """All paragraphs behind the lead in another order."""
    return [story[0], *dice.sample(story[1:], len(story) - 1)]


def quotes(story: Story, pool: Pool, dice: random.Random) -> Story:
    """Quotation marks of another house, and every paragraph with a quotation gets another one."""
    swap = str.maketrans("“”‘’", "\"\"''")
    return [
        OWN_QUOTE.format(*dice.sample(pool.words, 2))
        if any(mark in p for mark in '"“')
        else p.translate(swap)
        for p in story
    ]


def add_credits(story: Story, pool: Pool, dice: random.Random) -> Story:
    """A dateline before and the credits of a house behind."""
    return [f"{dice.choice(pool.words).upper()} (Wire) - {story[0]}", *story[1:], *CREDITS]


def half(story: Story, pool: Pool, dice: random.Random) -> Story:
    """The first half."""
    return story[: max(2, len(story) // 2)]


def lead(story: Story, pool: Pool, dice: random.Random) -> Story:
    """The first three paragraphs."""
    return story[:3]


def agency_mix(story: Story, pool: Pool, dice: random.Random) -> Story:
    """Two thirds of the story, a twentieth of its words changed, among as many words again of one's own."""
    kept = sorted(dice.sample(range(len(story)), max(2, 2 * len(story) // 3)))
    copy = change_words(0.05)([story[at] for at in kept], pool, dice)
    words = sum(len(paragraph.split()) for paragraph in copy)
    own: list[str] = []
    while sum(len(paragraph.split()) for paragraph in own) < 0.6 * words:
        own.append(dice.choice(pool.paragraphs))
    for paragraph in own:
        copy.insert(dice.randrange(len(copy) + 1), paragraph)
    return copy


def joined(story: Story, pool: Pool, dice: random.Random) -> Story:
    """Paragraphs joined by twos and threes, a twentieth of the words changed."""
    edited, rest = [], change_words(0.05)(story, pool, dice)
    while rest:
        size = dice.choice((2, 3))
        edited.append(" ".join(rest[:size]))
        rest = rest[size:]
    return edited


def split(story: Story, pool: Pool, dice: random.Random) -> Story:
    """Every sentence a paragraph, a twentieth of the words changed."""
    text = change_words(0.05)(story, pool, dice)
    return [s.strip() for p in text for s in p.replace(". ", ".\n").split("\n") if s.strip()]


SPELLING = {
    "color": "colour", "labor": "labour", "center": "centre", "program": "programme", "percent": "per cent",
    "organization": "organisation", "defense": "defence", "toward": "towards", "traveled": "travelled",
    "said": "says", "while": "whilst", "also": "too", "about": "around", "because": "since", "but": "yet",
    "more than": "over", "will": "shall", "has": "had", "Mr.": "Mr", "U.S.": "US",
}  # fmt: skip


def house_style(story: Story, pool: Pool, dice: random.Random) -> Story:
    """Another house's spelling and pet words, the lead written anew, one paragraph moved and one left out."""
    lead_words = story[0].split()
    dice.shuffle(lead_words)
    edited = [" ".join(lead_words), *(" ".join(SPELLING.get(w, w) for w in p.split()) for p in story[1:])]
    if len(edited) > 4:
        edited.pop(dice.randrange(1, len(edited)))
        edited.insert(1, edited.pop(dice.randrange(2, len(edited))))
    return edited


EDITS: dict[str, Edit] = {
    "words 2 %": change_words(0.02),
    "words 5 %": change_words(0.05),
    "words 10 %": change_words(0.10),
    "words 20 %": change_words(0.20),
    "words 30 %": change_words(0.30),
    "drop 25": drop,
    "insert 25": insert,
    "reorder": reorder,
    "quotes": quotes,
    "credits": add_credits,
    "half": half,
    "lead 3": lead,
    "agency mix": agency_mix,
}
"""The edits whose recall has a floor."""

MORE: dict[str, Edit] = {"joined": joined, "split": split, "house style": house_style}
"""Further edits, shown beside them."""
