"""Settings: one frozen record a stage. Every threshold lives here once, with what chose it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits on what is read: bytes and tags of a page, attributes of a tag, characters of data in scripts.

    Libraries that read pages take 25 to 50 us a tag, and time that grows with the square of the
    attributes. Of 1,194 pages of some 800 sites none has more than 15,800 tags, or 304 attributes a tag; of
    38 that show no prose, none has more than 2.4 million characters of scripts, a quarter of a second's work.
    """

    max_bytes: int = 10_000_000
    max_tags: int = 50_000
    max_attributes: int = 2_000
    max_data: int = 4_000_000


@dataclass(frozen=True, slots=True)
class HeadSettings:
    """How much is read of what a page says about itself; what is cut is told in `provenance["cut"]`.

    `max_metas` meta elements, `max_scripts` JSON-LD scripts of `max_script` characters each, and
    `max_times` time elements, the candidates for dates. Of 1,194 labelled pages none has more than 228 meta
    elements or 31 JSON-LD scripts; the longest script of a news page has 160 KB, of a shop 840 KB. More than
    60 time elements stand on pages of teasers and comments, which the first are not among.
    """

    max_metas: int = 400
    max_scripts: int = 40
    max_script: int = 400_000
    max_times: int = 60


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """When a page has an article at all, in words of the kept text; whether its metadata is looked for.

    With `gate`, error pages, walls and listings are turned down for what they are (`extract.gate`).
    Without `metadata` only the lines are judged: the second try at a page whose first took too long.
    """

    min_words: int = 20
    metadata: bool = True
    gate: bool = True


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """What a page may cost the process that works on it, and how long that process serves.

    `cpu_seconds` are processor seconds of a first try and of a second, simpler one, together less than the
    ten that a person waits; of 1,194 labelled pages none takes 2. `wall_seconds` bound what waits instead of
    working, on a machine that may be busy. `memory_bytes` of address space come on top of what a worker
    has when it starts, some 200 MB, so that the two stay below 1 GiB. After `recycle` pages another worker
    takes its place, against leaks nobody knows of.
    """

    cpu_seconds: tuple[float, float] = (6.0, 2.0)
    wall_seconds: float = 120.0
    memory_bytes: int = 800_000_000
    recycle: int = 200


@dataclass(frozen=True, slots=True)
class DedupSettings:
    """Near-copies between articles: signature and acceptance.

    Candidates agree in a whole band of `rows` values, of which there are `bands`, in one paragraph of at
    least `min_words` words. A paragraph is matched when `paragraph_share` of its shingles are in the other
    article. Two articles are near-duplicates when the Jaccard similarity of their shingles is `jaccard`, or
    matched paragraphs have `mutual_cover` of the words of both; one is derived from the other when they have
    `cover` of the shorter one's. In either case names and numbers must agree as `facts_least` and
    `facts_behind` say: that share of them, and no less than the other words by more than that. `prefer`
    names hosts whose articles stand for their cluster, the first before the next.

    Each of 400 labelled stories was set beside copies of itself with 13 kinds of edits: .987 were found
    (with 30 % of the words replaced .93, of agency mixes .99), and no story was taken for another's copy.
    Of 15,660 pairs in 18 families of articles made from one form none was; without the test of names and
    numbers most would be. With `facts_behind` at .25, .001 more copies and one look-alike were found.
    """

    num_perm: int = 128
    bands: int = 42
    rows: int = 3
    seed: int = 1
    shingle_words: int = 3
    min_words: int = 8
    jaccard: float = 0.7
    cover: float = 0.5
    mutual_cover: float = 0.8
    paragraph_share: float = 0.25
    facts_least: float = 0.5
    facts_behind: float = 0.2
    prefer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepeatSettings:
    """Learned site chrome: what the pages of a site print again and again (docs/decisions/0009
    and 0015).

    A line is long from `long_words` on. A long line in markup of its own is chrome once `pages` pages of
    the site have it; one that stands among the story's own paragraphs only if `story_pages` pages and a
    share of `story_share` have it, since two stories may share a paragraph of background. Pages that have
    a share of `same_story` of their words in long lines in common are one page told twice. More than
    `most` of an article's words never go.

    A line in markup of its own also goes, whatever it says, where on the site's other pages all text of
    that markup was struck, `place_words` words of a page at least; a share of `place_kept` of these pages
    may have kept some. Words from 3 to 8 score alike on labelled pages; below, single labels speak.
    """

    pages: int = 2
    story_pages: int = 3
    story_share: float = 0.5
    long_words: int = 8
    same_story: float = 0.5
    most: float = 0.3
    place_words: int = 5
    place_kept: float = 0.1


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How the web is asked: manners, limits, and what is opened on purpose. Times in seconds.

    `contact` stands in the user agent, so that whoever is asked can answer. `delay` is the least time
    between an answer of a host and the next request to it; a robots.txt that asks for more gets it, up
    to `max_crawl_delay`, above which the host is skipped. `deadline` ends an exchange, redirects not
    counted; `patience` is the longest a run waits for a host before it leaves its pages for a later one.
    `allow` names addresses of the form HOST:PORT that may be asked although they are not on the public
    net. 500 KiB of robots.txt, 24 hours and five redirects are RFC 9309's own figures.
    """

    contact: str | None = None
    delay: float = 2.0
    max_crawl_delay: float = 60.0
    deadline: float = 30.0
    max_bytes: int = 10_000_000
    robots_bytes: int = 512_000
    robots_seconds: float = 86_400.0
    redirects: int = 5
    tries: int = 3
    backoff: float = 2.0
    patience: float = 60.0
    max_retry_after: float = 86_400.0
    breaker_failures: int = 5
    breaker_seconds: float = 1_800.0
    connections: int = 32
    documents: int = 50
    batch_pages: int = 200
    batch_seconds: float = 30.0
    proxy: str | None = None
    allow: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that, beside the raw pages and the site profiles, decides what is written.

    `source` is the corpus name in every article record; `profiles` a folder of site profiles of the
    user's own, which go before the shipped ones.
    """

    source: str = "copydesk"
    profiles: Path | None = None
    read: ReadSettings = field(default_factory=ReadSettings)
    head: HeadSettings = field(default_factory=HeadSettings)
    article: ArticleSettings = field(default_factory=ArticleSettings)
    repeats: RepeatSettings = field(default_factory=RepeatSettings)
    dedup: DedupSettings = field(default_factory=DedupSettings)
    worker: WorkerSettings = field(default_factory=WorkerSettings)


DEFAULT = Settings()
