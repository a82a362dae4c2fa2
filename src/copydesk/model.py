"""The records that flow through copydesk: frozen, without I/O, importing nothing of ours.

RawPage -> Page of Blocks -> JudgedPage -> Article. A block is never deleted; it gets a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"


class Reason(StrEnum):
    """Why a block was dropped: the closed list."""

    NAVIGATION = "navigation"
    CAPTION = "caption"
    BYLINE = "byline"
    CREDIT = "credit"
    SECTION_LABEL = "section_label"
    AUTHOR_BIO = "author_bio"
    NOTICE = "notice"
    COMMENTS = "comments"
    PROMO = "promo"
    TEMPLATE = "template"
    HEADLINE = "headline"
    DUPLICATE = "duplicate"
    SITE_REPEAT = "site_repeat"
    HIDDEN = "hidden"
    OUTSIDE = "outside"


class Form(StrEnum):
    """How a page came: marked up, or as text someone copied."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as it came in, bytes untouched.

    `raw_path` is relative to the source the user named, with `#record` behind it for a record of a
    container. `media` is a hint from file name or header; reading may overrule it. `url_origin` says
    where the url came from: `argument`, `sidecar`, `warc`, `jsonl`; reading may add `canonical`,
    `og:url` or `saved-from` when nothing better is known. Times are RFC 3339 text.
    """

    body: bytes
    raw_path: str
    sha256: str
    media: Form | None = None
    url: str | None = None
    url_origin: str | None = None
    fetched_at: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


# The stage of a verdict that rests on the reading of the main content; judges' own have "judge".
READING = "extract"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about a block, by whom, and on what evidence.

    `facts` are values that move into metadata: pairs of field name and value, in order, as
    `("agencies", "Reuters")`. `kind`, if given, says what the block turned out to be. `doubt` marks a
    verdict that a person had better look at.
    """

    keep: bool
    stage: str
    rule: str
    reason: Reason | None = None
    evidence: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    kind: Kind | None = None
    doubt: bool = False

    def __post_init__(self) -> None:
        if self.keep == (self.reason is not None):
            raise ValueError("a dropped block needs a reason, a kept one has none")


def dropped(
    rule: str,
    reason: Reason,
    evidence: str,
    *,
    facts: tuple[tuple[str, str], ...] = (),
    stage: str = "judge",
) -> Verdict:
    """A verdict that drops a block.

    >>> dropped("disqus_footer", Reason.COMMENTS, "powered by Disqus").keep
    False
    """
    return Verdict(False, stage, rule, reason, evidence, facts)


def kept(
    rule: str,
    evidence: str = "",
    *,
    kind: Kind | None = None,
    facts: tuple[tuple[str, str], ...] = (),
    stage: str = "judge",
    doubt: bool = False,
) -> Verdict:
    """A verdict that keeps a block.

    >>> kept("standfirst", kind=Kind.STANDFIRST).reason is None
    True
    """
    return Verdict(True, stage, rule, None, evidence, facts, kind, doubt)


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest judged unit of a page, in page order.

    `text` has its white space folded (no-break spaces are spaces) and is never empty. `path` is the
    DOM path, `tag#id.class.class/...` from the body down to the block's element; empty for pasted
    text. `link_density` is the share of characters inside links, `bold` the share inside b/strong.
    `hidden` says why a reader of the page never sees it. `level` is a heading's level (1-6, else 0).
    `gap` counts blank lines before the line and `indent` its columns, for pasted text. `bullet` is
    true when the line came with a bullet or number of its own.
    """

    index: int
    kind: Kind
    text: str
    path: str = ""
    link_density: float = 0.0
    bold: float = 0.0
    hidden: str | None = None
    level: int = 0
    gap: int = 0
    indent: int = 0
    bullet: bool = False
    verdict: Verdict | None = None

    def judged(self, verdict: Verdict) -> Block:
        """The block with a verdict, which may know its kind better.

        >>> Block(0, Kind.PARAGRAPH, "Fog").judged(kept("standfirst", kind=Kind.STANDFIRST)).kind.value
        'standfirst'
        """
        # Called for each block of each page: `dataclasses.replace` takes three times as long.
        return Block(
            self.index,
            verdict.kind or self.kind,
            self.text,
            self.path,
            self.link_density,
            self.bold,
            self.hidden,
            self.level,
            self.gap,
            self.indent,
            self.bullet,
            verdict,
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A decoded page cut into blocks.

    `tree` is the parsed document of an HTML page, else None; `elements[i]` is the element `blocks[i]`
    was cut from. Both are for reading only. `carried` is the name under which the article stood in the data
    for the page's script, if it shows none itself; `beside` is what that data tells of it: a field of
    metadata, the value, and its name there.
    """

    raw: RawPage
    form: Form
    blocks: tuple[Block, ...]
    encoding: str
    encoding_rule: str
    url: str | None = None
    url_origin: str | None = None
    canonical_url: str | None = None
    carried: str | None = None
    beside: tuple[tuple[str, str, str], ...] = ()
    tree: Any = field(default=None, compare=False, repr=False)
    elements: tuple[Any, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article; absent is None or empty, never guessed. Fields: docs/fields.md."""

    url: str | None = None
    canonical_url: str | None = None
    host: str | None = None
    publisher: str | None = None
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    language: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    description: str | None = None
    image: str | None = None
    captions: tuple[str, ...] = ()
    license: str | None = None
    kind: str = "article"
    word_count: int = 0
    quality: float | None = None
    near_duplicate_of: str | None = None
    cluster_id: str | None = None
    raw_path: str = ""
    raw_sha256: str = ""
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its metadata and every block of its page, each with a verdict."""

    id: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    added: str | None = None

    @property
    def text(self) -> str:
        """The kept blocks joined by blank lines; the title is metadata and not in it."""
        return "\n\n".join(block.text for block in self.body)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks the text is made of."""
        return tuple(b for b in self.blocks if is_body(b))

    @property
    def dropped(self) -> tuple[Block, ...]:
        """The blocks struck, each with its reason."""
        return tuple(b for b in self.blocks if b.verdict is not None and not b.verdict.keep)

    @property
    def created(self) -> str | None:
        """When the article was published, or None."""
        return self.metadata.date_published


class RejectReason(StrEnum):
    """Why an input is no article: the closed list, explained in docs/rejected.md."""

    UNREADABLE = "unreadable"
    CHANGED_WHILE_READ = "changed_while_read"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    BAD_RECORD = "bad_record"
    HTTP_STATUS = "http_status"
    EMPTY = "empty"
    BINARY = "binary"
    NO_TEXT = "no_text"
    TOO_SHORT = "too_short"
    NOT_FOUND = "not_found"
    BOT_CHECK = "bot_check"
    CONSENT_WALL = "consent_wall"
    PAYWALL = "paywall"
    LISTING = "listing"
    MEDIA_ONLY = "media_only"
    EXTRACTION_SUSPICIOUS = "extraction_suspicious"
    DEADLINE = "deadline"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    INTERNAL_ERROR = "internal_error"


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that is no article. `record` names the record inside a container, else None."""

    raw_path: str
    record: str | None
    sha256: str | None
    reason: RejectReason
    detail: str


def is_body(block: Block) -> bool:
    """Whether a judged block is part of the article's text.

    >>> is_body(Block(0, Kind.PARAGRAPH, "Text.", verdict=kept("body")))
    True
    """
    return block.verdict is not None and block.verdict.keep and block.kind is not Kind.TITLE
