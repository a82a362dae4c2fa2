from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import A, B, marked_up, struck

from copydesk.judge.story import introduced

TIDES = "<li>Learn how <a href=/tides>the tides of Marsk</a> are told from a clock.</li>"
PILOTS = "<li>Nobody knows the bay as well as <a href=https://bay.example/pilots>the pilots</a> do.</li>"


def gone(lead: str, items: str, tag: str = "h4") -> set[str]:
    view = marked_up(f"<article><p>{A}</p><{tag}>{lead}</{tag}><ul>{items}</ul><p>{B}</p></article>")
    view = replace(view, page=replace(view.page, url="https://www.bay.example/ferry"))
    return set(struck(view, introduced.judge(view)))


@pytest.mark.parametrize("lead", ["You may be interested in these topics as well:", "Check out next:"])
def test_sentences_that_each_lead_to_another_page_of_the_site_go_with_the_invitation(lead: str) -> None:
    assert len(gone(lead, TIDES + PILOTS)) == 3
    assert len(gone(lead, TIDES)) == 2


def test_sentences_without_links_or_with_links_to_other_sites_or_to_the_page_stay() -> None:
    lead = "You may be interested in these topics as well:"
    assert gone(lead, f"{TIDES}<li>The pilots know the bay.</li>") == set()
    assert gone(lead, TIDES + PILOTS.replace("bay.example", "sea.example")) == set()
    assert gone(lead, TIDES + PILOTS.replace("https://bay.example/pilots", "#pilots")) == set()


def test_what_the_story_itself_lists_stays() -> None:
    assert gone("The two causes are:", TIDES + PILOTS, "p") == set()
    assert gone("Background:", TIDES + PILOTS) == set()


def test_a_heading_without_a_colon_goes_with_several_links() -> None:
    links = "<li><a href=/tides>Tides of Marsk</a></li><li><a href=/pilots>Pilots of the bay</a></li>"
    for lead in ("Other posts you may enjoy", "More ferry guides"):
        assert gone(lead, links) == {lead, "Tides of Marsk", "Pilots of the bay"}
    assert gone("Other posts you may enjoy", "<li><a href=/tides>Tides of Marsk</a></li>") == set()
    assert gone("Popular bays", links) == set()
    assert gone("Other posts you may enjoy", links, "p") == set()
