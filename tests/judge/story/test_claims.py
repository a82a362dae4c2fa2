"""The box of a fact check, with the claim that the page's data tells of."""

from __future__ import annotations

import json
from collections.abc import Mapping

from viewing import A, B, marked_up, struck, through

from copydesk.extract.declare import declare
from copydesk.judge.bylines import bylines
from copydesk.judge.captions import captions
from copydesk.judge.headlines import headline
from copydesk.judge.left_out import left_out
from copydesk.judge.story import claims
from copydesk.judge.view import View, view_of

CLAIM = "“The old pier was sold to a bank in the night, and nobody in Port Ellen was asked about it.”"
BOX = f"""<div class=fact><div><h4 class=author>The Pier Society</h4><div><p>{CLAIM}</p></div>
<div><a href=/s>Source: Pier Society, October 25, 2031</a></div></div><div class=verdict><span>False</span>
<div>The books of the harbour say otherwise</div></div></div>"""
REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": CLAIM,
    "itemReviewed": {"@type": "CreativeWork", "author": {"name": "The Pier Society"}},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
STORY = f"<p>{A}</p><p>{B}</p><p>{A} Again.</p>"


def page(data: Mapping[str, object], box: str = BOX) -> View:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    html = (
        f"<head>{script}</head><body><main><h1>Was the pier sold?</h1>{box}<div>{STORY}</div></main></body>"
    )
    read = marked_up(html, outside=".author, .verdict").page
    out = {e for top in read.tree.cssselect(".author, .verdict") for e in top.iter()}
    return view_of(read, declare(read), None, tuple(e not in out for e in read.elements))


JUDGES = (headline.judge, claims.judge, captions.judge, bylines.judge, left_out.judge)


def test_the_box_of_a_fact_check_stays_whole_with_its_claimant_source_and_verdict() -> None:
    assert struck(through(page(REVIEW), JUDGES)) == {}
    other = struck(through(page({**REVIEW, "@type": "NewsArticle"}), JUDGES))
    assert {"The Pier Society", "Source: Pier Society, October 25, 2031"} <= other.keys()


def test_a_claim_alone_makes_no_box_and_neither_does_one_among_the_story() -> None:
    alone = {"@type": "ClaimReview", "claimReviewed": CLAIM}
    assert claims.judge(page(alone)) == {}
    within = f"<div><p>False</p><p>{CLAIM}</p>{STORY}</div>"
    assert claims.judge(page(REVIEW, within)) == {}


def test_a_claim_that_is_the_headline_makes_no_box() -> None:
    said = {**REVIEW, "claimReviewed": "Was the pier sold?"}
    assert claims.judge(through(page(said), (headline.judge,))) == {}
