"""Settings: one frozen record a stage. Every threshold lives here once, with what chose it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits on what is read: bytes of a page, tags of a page, attributes of a tag.

    Libraries that read pages take 25 to 50 us a tag, and time that grows with the square of the
    attributes. Of 1,194 pages of some 800 sites none has more than 15,800 tags, or 304 attributes a tag.
    """

    max_bytes: int = 10_000_000
    max_tags: int = 50_000
    max_attributes: int = 2_000


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """When a page has an article at all. Counts in words of the kept text."""

    min_words: int = 20


@dataclass(frozen=True, slots=True)
class DedupSettings:
    """Near-copies between articles: signature and acceptance.

    Two articles are near-duplicates from `jaccard` on; below that one is derived from the other when
    paragraphs with `cover` of the shorter one's words have a match (of `paragraph_jaccard`) in the other.
    With these figures each of 300 labelled stories was set beside an edited copy of itself: with up to a
    tenth of the words changed, paragraphs dropped, added or reordered, half of it, or its first three
    paragraphs alone, .98 to 1.0 of the copies were found, of agency mixes .97, and no pair that is none.
    With a fifth of the words changed hardly any were.
    """

    num_perm: int = 128
    bands: int = 32
    rows: int = 4
    seed: int = 1
    shingle_words: int = 3
    min_words: int = 8
    jaccard: float = 0.7
    cover: float = 0.5
    paragraph_jaccard: float = 0.4


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that, beside the raw pages and the site profiles, decides what is written.

    `source` is the corpus name in every article record; `profiles` a folder of site profiles of the
    user's own, which go before the shipped ones.
    """

    source: str = "copydesk"
    profiles: Path | None = None
    read: ReadSettings = field(default_factory=ReadSettings)
    article: ArticleSettings = field(default_factory=ArticleSettings)
    dedup: DedupSettings = field(default_factory=DedupSettings)


DEFAULT = Settings()
