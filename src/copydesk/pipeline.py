"""The order of the stages, and nothing else.

RawPage --read--> Page --declare, match, read again--> View --judges--> Article | Rejected
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copydesk.extract.body import Reader, read_body, settle
from copydesk.extract.dates.days import with_searched_day
from copydesk.extract.declared import NOTHING
from copydesk.extract.gate import gate
from copydesk.extract.kind import STORIES, Sort, kind_of, quality_of
from copydesk.extract.metadata import complete, declare
from copydesk.extract.signals import signals_of
from copydesk.judge.misplaced import card_lines, in_place
from copydesk.judge.order import JUDGES, SECOND_LOOKS
from copydesk.judge.view import View, view_of
from copydesk.model import Article, Block, Page, RawPage, Rejected, RejectReason, Verdict
from copydesk.read import read_page
from copydesk.read.decode import TWICE
from copydesk.settings import DEFAULT, Settings
from copydesk.sites.profile import Profiles, match_profile, shipped_profiles
from copydesk.text import word_count

# Lines in doubt that the provenance of a text names; the others are counted.
_TOLD = 20


def judge_page(
    raw: RawPage,
    settings: Settings = DEFAULT,
    profiles: Profiles | None = None,
    reader: Reader = read_body,
) -> Article | Rejected:
    """One raw page to one article with every block judged: pure, no disk, network or clock.

    `profiles` are the site profiles to choose from; without them, those shipped. `reader` finds the main
    content of the page.
    """
    page = read_page(raw, settings.read)
    if isinstance(page, Rejected):
        return page
    declared = declare(page, settings.head) if settings.article.metadata else NOTHING
    profile = match_profile(page, declared, shipped_profiles() if profiles is None else profiles)
    reading = reader(page, declared)
    view = view_of(page, declared, profile, reading.inside, reading.evidence, reading.doubt)
    view = replace(view, likely=reading.likely, headline=reading.headline, cards=card_lines(view))
    for judge in JUDGES:
        view = replace(view, verdicts={**view.verdicts, **_undecided(view, in_place(view, judge(view)))})
    for look in SECOND_LOOKS:
        view = replace(view, verdicts=look(view, view.verdicts))
    blocks = settle(view)
    return _article(page, view, blocks, settings)


def _undecided(view: View, verdicts: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """The first verdict on a block stands; later judges speak only of open blocks."""
    return {i: v for i, v in verdicts.items() if i not in view.verdicts}


def _article(page: Page, view: View, blocks: tuple[Block, ...], settings: Settings) -> Article | Rejected:
    article = complete(page, view.declared, view.profile, blocks)
    signals = signals_of(page, view.declared, settings.head)
    sort = kind_of(article, signals)
    if settings.article.gate and (shut := gate(page, article, signals, sort)) is not None:
        return Rejected(page.raw.raw_path, None, page.raw.sha256, shut.reason, shut.detail)
    count = word_count(article.text)
    if count < settings.article.min_words:
        reason = RejectReason.TOO_SHORT if count else RejectReason.NO_TEXT
        least = settings.article.min_words
        detail = f"{count} words are left of {len(blocks)} blocks; an article has {least}"
        return Rejected(page.raw.raw_path, None, page.raw.sha256, reason, detail)
    if settings.article.metadata and sort.kind in STORIES:
        article = with_searched_day(article, page)
    return _sorted(article, sort, page)


def _sorted(article: Article, sort: Sort, page: Page) -> Article:
    """An article with what sort of page it is from, how good it looks, and where its text is from."""
    provenance = {**article.metadata.provenance, "kind": "; ".join(sort.signals) or "no other signal"}
    told = [f"'{page.carried}' in the data for the page's script"] if page.carried else []
    if page.encoding_rule.endswith(TWICE):
        told.append("characters that were encoded twice are set right")
    if unsure := [str(block.index) for block in article.blocks if block.verdict and block.verdict.doubt]:
        told.append(f"lines in doubt: {len(unsure)} ({', '.join(unsure[:_TOLD])})")
    if told:
        provenance["text"] = "; ".join(told)
    provenance = dict(sorted(provenance.items()))
    kind, quality = str(sort.kind), quality_of(article, sort)
    return replace(
        article, metadata=replace(article.metadata, kind=kind, quality=quality, provenance=provenance)
    )
