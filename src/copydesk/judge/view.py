"""What a judge sees: the page, what it declares about itself, and the verdicts so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from copydesk.extract.declared import Declared
from copydesk.model import Block, Form, Kind, Page, Verdict
from copydesk.sites.profile import SiteProfile
from copydesk.text import Line, fold, line


@dataclass(frozen=True, slots=True)
class View:
    """A page as judges see it. `lines[i]` and `in_reading[i]` belong to `blocks[i]`.

    `in_reading` says whether the extractor's reading has the block, `told` what speaks for or against
    it, `doubt` whether that leaves it open, `likely` how likely it is the article's and `headline` how likely
    the headline, from 0 to 1; these are empty where the reading does not say, and all for pasted text without
    a line keeper.
    `cards` are the lines in cards of other stories. `verdicts` are those of the judges before this one, by
    block index.
    """

    page: Page
    declared: Declared
    profile: SiteProfile | None
    in_reading: tuple[bool, ...]
    lines: tuple[Line, ...]
    told: tuple[str, ...] = ()
    doubt: tuple[bool, ...] = ()
    likely: tuple[float, ...] = ()
    headline: tuple[float, ...] = ()
    cards: frozenset[int] = frozenset()
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    pasted: bool = field(init=False)
    # The blocks of the page, in page order: a field, since judges ask for them thousands of times a page.
    blocks: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pasted", self.page.form is Form.TEXT)
        object.__setattr__(self, "blocks", self.page.blocks)

    def is_sure(self, index: int) -> bool:
        """Whether the reading keeps a block beyond doubt; never where it does not tell its doubt."""
        return bool(self.doubt) and self.in_reading[index] and not self.doubt[index]

    def title(self) -> int | None:
        """The block that is kept as the page's headline; None as long as none is."""
        return next((i for i, v in self.verdicts.items() if v.keep and v.kind is Kind.TITLE), None)

    def is_title(self, index: int) -> bool:
        """Whether a block is known as the page's headline."""
        verdict = self.verdicts.get(index)
        return verdict is not None and verdict.kind is Kind.TITLE

    def below(self, index: int) -> Iterator[int]:
        """The blocks below one that a reader of the page sees, the next one first."""
        return (i for i in range(index + 1, len(self.blocks)) if not self.blocks[i].hidden)

    def above(self, index: int) -> Iterator[int]:
        """The blocks above one that a reader of the page sees, the nearest first."""
        return (i for i in range(index - 1, -1, -1) if not self.blocks[i].hidden)

    def up(self, index: int, count: int) -> int:
        """The block that is so many above one, of those that a reader of the page sees, or the first."""
        return next(islice(self.above(index), count - 1, None), 0)

    def down(self, index: int, count: int) -> int:
        """The block that is so many below one, of those that a reader of the page sees, or the last."""
        return next(islice(self.below(index), count - 1, None), len(self.blocks) - 1)

    def open(self) -> list[int]:
        """The indexes no judge has decided yet, in page order."""
        verdicts = self.verdicts
        return [i for i in range(len(self.blocks)) if i not in verdicts]


Judge = Callable[[View], Mapping[int, Verdict]]
# Takes the verdicts on all blocks and gives them back, some of them changed.
SecondLook = Callable[[View, Mapping[int, Verdict]], Mapping[int, Verdict]]


def view_of(
    page: Page,
    declared: Declared,
    profile: SiteProfile | None,
    in_reading: tuple[bool, ...],
    told: tuple[str, ...] = (),
    doubt: tuple[bool, ...] = (),
) -> View:
    """A page ready for the judges."""
    # Judges read lines: those of code are one to them.
    lines = tuple(line(fold(b.text) if b.kind is Kind.CODE else b.text) for b in page.blocks)
    return View(page, declared, profile, in_reading, lines, told, doubt)
