"""The library's two verbs: clean a page, or explain what became of each of its blocks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.errors import NotAnArticle
from copydesk.model import Article, Block, Metadata, RawPage, Rejected, RejectReason
from copydesk.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from copydesk.sites.profile import Profiles

# A page turned down for these reasons was read and judged; what was left of it is no article.
_JUDGED = frozenset(
    {
        RejectReason.NO_TEXT,
        RejectReason.TOO_SHORT,
        RejectReason.NOT_FOUND,
        RejectReason.BOT_CHECK,
        RejectReason.CONSENT_WALL,
        RejectReason.PAYWALL,
        RejectReason.LISTING,
        RejectReason.MEDIA_ONLY,
        RejectReason.EXTRACTION_SUSPICIOUS,
    }
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of a page: its blocks, each with a verdict, and the article or why there is none.

    A page turned down for having too little text still has its blocks; one that cannot be read has none.
    """

    blocks: tuple[Block, ...]
    article: Article | None
    rejected: Rejected | None
    metadata: Metadata | None

    @property
    def dropped(self) -> tuple[Block, ...]:
        """The blocks struck, each with its reason."""
        return tuple(b for b in self.blocks if b.verdict is not None and not b.verdict.keep)

    def __str__(self) -> str:
        """The page line by line, dropped lines marked and explained; the command line prints the same."""
        from copydesk.cli.page_view import plain_view  # noqa: PLC0415 - a view is no part of the model

        return plain_view(self)


def clean(
    body: bytes | str,
    url: str | None = None,
    *,
    profiles: Path | None = None,
    settings: Settings = DEFAULT,
) -> Article:
    """One page, as bytes or text, to an article; `NotAnArticle` is raised when there is none in it.

    `profiles` is a folder of site profiles of your own, which go before the shipped ones.
    """
    return clean_page(raw_page(body, url), _with_profiles(settings, profiles))


def explain(
    body: bytes | str,
    url: str | None = None,
    *,
    profiles: Path | None = None,
    settings: Settings = DEFAULT,
) -> Explanation:
    """What became of every block of a page, and why; also for pages with no article in them."""
    return explain_page(raw_page(body, url), _with_profiles(settings, profiles))


def raw_page(body: bytes | str, url: str | None = None, raw_path: str = "-") -> RawPage:
    """A page that came as an argument.

    >>> raw_page("Short.", "https://paper.example/a").url_origin
    'argument'
    """
    data = body if isinstance(body, bytes) else body.encode("utf-8", "replace")
    digest = hashlib.sha256(data).hexdigest()
    return RawPage(data, raw_path, digest, url=url, url_origin="argument" if url else None)


def clean_page(raw: RawPage, settings: Settings = DEFAULT) -> Article:
    """The article of a raw page; `NotAnArticle` is raised when there is none in it."""
    outcome = _judge(raw, settings, _profiles(settings))
    if isinstance(outcome, Rejected):
        raise NotAnArticle(outcome)
    return outcome


def explain_page(raw: RawPage, settings: Settings = DEFAULT) -> Explanation:
    """What became of every block of a raw page."""
    profiles = _profiles(settings)
    outcome = _judge(raw, settings, profiles)
    if isinstance(outcome, Article):
        return Explanation(outcome.blocks, outcome, None, outcome.metadata)
    if outcome.reason in _JUDGED:
        # The same judgement without the floor of words, so that the lines can be shown.
        no_floor = replace(settings, article=replace(settings.article, min_words=0, gate=False))
        judged = _judge(raw, no_floor, profiles)
        if isinstance(judged, Article):
            return Explanation(judged.blocks, None, outcome, judged.metadata)
    return Explanation((), None, outcome, None)


def _judge(raw: RawPage, settings: Settings, profiles: Profiles) -> Article | Rejected:
    # The pipeline brings trafilatura, lxml and language models: two thirds of a second that
    # `import copydesk` and `copydesk --help` need not pay.
    from copydesk.pipeline import judge_page  # noqa: PLC0415

    return judge_page(raw, settings, profiles)


def _profiles(settings: Settings) -> Profiles:
    from copydesk.sites.profile import load_profiles, shipped_profiles  # noqa: PLC0415 - as above

    return shipped_profiles() if settings.profiles is None else load_profiles(settings.profiles)


def _with_profiles(settings: Settings, profiles: Path | None) -> Settings:
    return settings if profiles is None else replace(settings, profiles=profiles)
