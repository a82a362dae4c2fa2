from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, marked_up, pasted

from copydesk.judge.sisters import as_sisters
from copydesk.model import Reason, Verdict, dropped

MENU = ("Harbour", "Ferries", "Most read", "Weather", "Letters")
ENTRY = dropped("menu", Reason.NAVIGATION, "a link inside 'nav' markup")
HEADS = dropped("related_heading", Reason.PROMO, "heads a list of other stories")


def row(*entries: str, item: str = "<li><a href=/x>{}</a></li>") -> str:
    return STORY + "<ul>" + "".join(item.format(entry) for entry in entries) + "</ul>"


def judged(html: str, odd: str, verdict: Verdict = HEADS, rest: Verdict = ENTRY) -> Verdict:
    view = marked_up(html)
    verdicts = {
        b.index: verdict if b.text == odd else rest for b in view.blocks if b.path.endswith(("a", "li"))
    }
    [index] = [b.index for b in view.blocks if b.text == odd]
    return as_sisters(replace(view, verdicts=verdicts), verdicts)[index]


def test_a_link_among_links_of_one_reason_is_what_they_are() -> None:
    verdict = judged(row(*MENU), "Most read")
    assert (verdict.rule, verdict.reason) == ("entry", Reason.NAVIGATION)
    assert verdict.evidence == "one of 5 links of a list, of which 4 are navigation"


def test_what_it_was_taken_to_say_of_the_story_goes_with_it() -> None:
    label = dropped("section_label", Reason.SECTION_LABEL, "beside the headline")
    label = replace(label, facts=(("section", "Most read"),))
    assert judged(row(*MENU), "Most read", label).facts == ()


@pytest.mark.parametrize(
    ("html", "verdict", "rest"),
    [
        (row(*MENU[1:4]), HEADS, ENTRY),
        (row(*MENU, item="<li>{}</li>"), HEADS, ENTRY),
        (row(*MENU), dropped("call", Reason.PROMO, "asks to read"), ENTRY),
        (row(*MENU), HEADS, dropped("hidden", Reason.HIDDEN, "styled away")),
    ],
    ids=["three", "no links", "more than words", "hidden from readers"],
)
def test_others_stay_what_they_are(html: str, verdict: Verdict, rest: Verdict) -> None:
    assert judged(html, "Most read", verdict, rest) == verdict


def test_a_row_that_is_of_two_minds_says_nothing() -> None:
    view = marked_up(row(*MENU))
    links = [b.index for b in view.blocks if b.path.endswith("a")]
    verdicts = {i: HEADS if n < 2 else ENTRY for n, i in enumerate(links)}
    assert as_sisters(view, verdicts) == verdicts


def test_pasted_text_has_no_lists_of_links() -> None:
    view = pasted("\n".join(MENU))
    verdicts = {b.index: HEADS if b.text == "Most read" else ENTRY for b in view.blocks}
    assert as_sisters(view, verdicts) == verdicts
