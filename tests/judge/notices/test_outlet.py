from __future__ import annotations

import pytest
from viewing import A, B, marked_up

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge import comments
from copydesk.judge.left_out import left_out
from copydesk.judge.notices import notices
from copydesk.judge.notices.outlet import about_outlet
from copydesk.judge.subjects import subject_links
from copydesk.model import Reason

OWN = Declared({"publisher": (Candidate("The Harbour Post", "og:site_name"),)})
STORY = f"<main><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Harbour Post is a newspaper for the islands, printed daily since 1931.", True),
        ("HarbourPost was founded by three fishermen who could not read the tides.", True),
        ("The Harbour Post is a newspaper", False),
        ("The Harbour Post says the ferry is late again and nobody on the islands knows why.", False),
        ("The ferry is a ship that sails to the islands twice a day in summer.", False),
    ],
)
def test_a_sentence_with_the_outlets_name_says_what_it_is(text: str, told: bool) -> None:
    view = marked_up(f"{STORY}<footer><p>{text}</p></footer>", OWN)
    assert (about_outlet(view, len(view.blocks) - 1) is not None) is told


def test_in_the_foot_it_is_a_biography_and_a_trade_mark_a_notice() -> None:
    what = "The Harbour Post is a newspaper for the islands, printed daily since 1931."
    mark = "The Harbour Post is a registered trademark and may not be printed on sails."
    view = marked_up(f"{STORY}<footer><p>{what}</p><p>{mark}</p><p>Jobs at sea</p></footer>", OWN)
    found = {view.blocks[i].text: v.reason for i, v in left_out.judge(view).items()}
    assert found[what] is Reason.AUTHOR_BIO
    assert found[mark] is Reason.NOTICE
    assert found["Jobs at sea"] is Reason.NAVIGATION


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://network.example/harbourpost", Reason.PROMO),
        ("https://www.harbourpost.example/ferry#comments", Reason.COMMENTS),
        ("#comments", Reason.COMMENTS),
    ],
)
def test_a_call_to_join_in_that_leads_to_another_site_is_no_heading_of_comments(
    address: str, reason: Reason
) -> None:
    own = "<link rel=canonical href='https://harbourpost.example/ferry'>"
    call = f"<a href='{address}'>Join the conversation</a>"
    view = marked_up(f"<html><head>{own}</head><body>{STORY}<nav>{call}</nav></body></html>")
    found = {view.blocks[i].text: v.reason for i, v in comments.judge(view).items()}
    assert found == {"Join the conversation": reason}


@pytest.mark.parametrize(("more", "told"), [("Read more", False), ("<a href=/terms>Read more</a>", True)])
def test_read_more_below_a_notice_is_of_it_where_it_leads_somewhere(more: str, told: bool) -> None:
    small = "© 2031 The Harbour Post. All rights reserved."
    view = marked_up(f"{STORY}<footer><p>{small}</p><p>{more}</p></footer>")
    found = [view.blocks[i].text for i in notices.judge(view)]
    assert ("Read more" in found) is told


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ("<div class=related-topics><p>Related topics</p>{}</div>", ["Related topics", "Sails", "Low tides"]),
        ("<footer><div class=related-topics><p>Related topics</p>{}</div></footer>", []),
        ("<div class=related-stories><p>Related topics</p>{}</div>", []),
        ("<div class=related-topics><p>By the harbour</p>{}</div>", []),
    ],
)
def test_links_below_a_label_in_an_element_named_for_subjects_are_tags(box: str, told: list[str]) -> None:
    links = "<ul><li><a href=/a1>Sails</a></li><li><a href=/a2>Low tides</a></li></ul>"
    more = "".join(f"<p>{A} {B}</p>" for _ in range(2))
    view = marked_up(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{box.format(links)}{more}</main>")
    found = subject_links.judge(view)
    assert [view.blocks[i].text for i in sorted(found)] == told
    assert all(v.reason is Reason.NAVIGATION for v in found.values())
