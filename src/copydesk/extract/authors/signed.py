"""Who signs a story with nothing but a name, below its headline and once more behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from copydesk.extract.authors.names import is_person
from copydesk.extract.facts import NONE, Chosen, Fact, named
from copydesk.extract.titles.titles import squeeze
from copydesk.model import Block, Reason
from copydesk.text import key

# A name has so many words; "All articles by" and the like stand before it.
_NAME_WORDS = (2, 3, 4)
_MOST_WORDS = 7
# What other stories are signed with, or what readers write.
_OTHERS = frozenset({Reason.PROMO, Reason.COMMENTS, Reason.CAPTION})


def signed_twice(
    facts: Sequence[Fact], opening: int, blocks: Sequence[Block], sites: Collection[str]
) -> Chosen:
    """The person whose name alone stands between headline and story, and again in a line behind the story.

    >>> from copydesk.model import Kind, Verdict, dropped, kept
    >>> lines = ["Fog on the pier", "Jane Doe", "It was late.", "All articles by Jane Doe"]
    >>> blocks = [Block(i, Kind.PARAGRAPH, line) for i, line in enumerate(lines)]
    >>> title = Fact("title", lines[0], "block 0", 0, blocks[0])
    >>> signed_twice([title], 2, blocks, []).values
    ('Jane Doe',)
    """
    titles = named(facts, "title")
    start = titles[0].block.index + 1 if titles else opening
    behind = {line for block in blocks[opening + 1 :] for line in _ends(block)}
    for block in blocks[start:opening]:
        name = block.text.strip()
        if _may_sign(block, name) and key(name) in behind and squeeze(name) not in sites:
            return Chosen((name,), f"block {block.index}: a name, again behind the story")
    return NONE


def _may_sign(block: Block, name: str) -> bool:
    """Whether a line of which nothing else is known is a person's name."""
    reason = block.verdict.reason if block.verdict is not None else None
    plain = reason in {None, Reason.OUTSIDE, Reason.BYLINE} and not _is_kept(block)
    return (
        plain
        and len(name.split()) in _NAME_WORDS
        and not name.isupper()
        and ":" not in name
        and is_person(name)
    )


def _ends(block: Block) -> list[str]:
    """What a short line beside the story is, and ends with after "by" and the like."""
    verdict = block.verdict
    if _is_kept(block) or (verdict is not None and verdict.reason in _OTHERS):
        return []
    words = key(block.text[:120]).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return []
    return [" ".join(words[-n:]) for n in _NAME_WORDS if n <= len(words)]


def _is_kept(block: Block) -> bool:
    return block.verdict is not None and block.verdict.keep
