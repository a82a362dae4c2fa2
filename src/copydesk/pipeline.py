"""The order of the stages, and nothing else.

RawPage --read--> Page --declare, match, read again--> View --judges--> Article | Rejected
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copydesk.extract.body import settle, trafilatura_reading
from copydesk.extract.metadata import complete, declare
from copydesk.judge import JUDGES
from copydesk.judge.view import View, view_of
from copydesk.model import Article, Block, Form, Page, RawPage, Rejected, RejectReason, Verdict
from copydesk.read import read_page
from copydesk.settings import DEFAULT, Settings
from copydesk.sites.profile import Profiles, match_profile, shipped_profiles
from copydesk.text import words


def judge_page(
    raw: RawPage, settings: Settings = DEFAULT, profiles: Profiles | None = None
) -> Article | Rejected:
    """One raw page to one article with every block judged: pure, no disk, network or clock.

    `profiles` are the site profiles to choose from; without them, those shipped.
    """
    page = read_page(raw, settings.read)
    if isinstance(page, Rejected):
        return page
    declared = declare(page)
    profile = match_profile(page, declared, shipped_profiles() if profiles is None else profiles)
    in_reading = trafilatura_reading(page) if page.form is Form.HTML else ()
    view = view_of(page, declared, profile, in_reading)
    for judge in JUDGES:
        view = replace(view, verdicts={**view.verdicts, **_undecided(view, judge(view))})
    blocks = settle(view)
    return _article(page, view, blocks, settings)


def _undecided(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The first verdict on a block stands; later judges speak only of open blocks."""
    return {i: v for i, v in verdicts.items() if i not in view.verdicts}


def _article(page: Page, view: View, blocks: tuple[Block, ...], settings: Settings) -> Article | Rejected:
    article = complete(page, view.declared, view.profile, blocks)
    count = len(words(article.text))
    if count < settings.article.min_words:
        reason = RejectReason.TOO_SHORT if count else RejectReason.NO_TEXT
        least = settings.article.min_words
        detail = f"{count} words are left of {len(blocks)} blocks; an article has {least}"
        return Rejected(page.raw.raw_path, None, page.raw.sha256, reason, detail)
    return article
