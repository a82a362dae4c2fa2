from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from costs import cpu_seconds
from viewing import marked_up, pasted

from copydesk.judge.story import introduced
from copydesk.judge.view import View
from copydesk.model import Reason

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
LEAD = "Whoever has to cross today may call one of these:"
LINKS = "<ul><li><a href=/a>Hollin Boats</a></li><li><a href=/b>Marsk Water Taxi</a></li></ul>"


def page(lead: str, below: str, tag: str = "p", lost: Iterable[str] | None = None) -> View:
    """A page with a lead and what stands below it, which the reading lost, or only some lines of it."""
    view = marked_up(f"<article><p>{A}</p><{tag}>{lead}</{tag}>{below}</article>")
    gone = {b.text for b in view.blocks[2:]} if lost is None else set(lost)
    return replace(view, in_reading=tuple(b.text not in gone for b in view.blocks))


def kept_again(view: View) -> list[str]:
    return [view.blocks[i].text for i, v in introduced.judge(view).items() if v.keep]


def invited(view: View) -> list[str]:
    return [view.blocks[i].text for i, v in introduced.judge(view).items() if v.reason is Reason.PROMO]


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        (LINKS, ["Hollin Boats", "Marsk Water Taxi"]),
        (f"<div>{LINKS}</div>", ["Hollin Boats", "Marsk Water Taxi"]),
        ("<table><tr><td>Hollin</td><td>4 boats</td></tr></table>", ["Hollin 4 boats"]),
        ("<pre>call harbour\nask for the pilot</pre>", ["call harbour\nask for the pilot"]),
        ("<blockquote><p>The wall has held.</p></blockquote>", ["The wall has held."]),
        ("<p><a href=/a>Hollin Boats</a></p><p>Call.</p>", ["Hollin Boats"]),
    ],
)
def test_what_a_line_with_a_colon_announces_is_kept(below: str, lines: list[str]) -> None:
    assert kept_again(page(LEAD, below)) == lines


def test_links_that_are_read_are_kept_from_later_judges_and_other_lines_need_no_word() -> None:
    assert kept_again(page(LEAD, LINKS, lost=())) == ["Hollin Boats", "Marsk Water Taxi"]
    assert kept_again(page(LEAD, "<ul><li>Bread</li><li>Soup</li></ul>", lost=())) == []


def test_a_list_that_does_not_follow_at_once_or_stands_apart_is_not_announced() -> None:
    assert kept_again(page(LEAD, f"<p>Call.</p>{LINKS}")) == []
    far = f"<article><div><div><div><div><p>{LEAD}</p></div></div></div></div></article><nav>{LINKS}</nav>"
    view = marked_up(far)
    assert kept_again(replace(view, in_reading=tuple(b.text == LEAD for b in view.blocks))) == []


def test_a_line_that_is_not_read_a_long_list_and_pasted_text_announce_nothing() -> None:
    assert kept_again(page(LEAD, LINKS, lost=[LEAD, "Hollin Boats"])) == []
    long = "".join(f"<li><a href=/{n}>Pier {n}</a></li>" for n in range(60))
    assert kept_again(page(LEAD, f"<ul>{long}</ul>")) == []
    assert introduced.judge(pasted(f"{A}\n\n{LEAD}\n\n• Hollin Boats")) == {}


@pytest.mark.parametrize("lead", ["You may also be interested in these guides:", "More on Port Ellen:"])
def test_an_invitation_goes_with_the_links_below_it(lead: str) -> None:
    assert invited(page(lead, LINKS, lost=())) == [lead, "Hollin Boats", "Marsk Water Taxi"]


def test_an_invitation_goes_alone_where_nothing_below_is_read() -> None:
    lead = "You may also be interested in these guides:"
    assert invited(page(lead, "<aside><p>Ferries of the north</p></aside>")) == [lead]


def test_an_invitation_above_the_storys_own_lines_stays() -> None:
    lead = "You may also be interested in these rules:"
    assert introduced.judge(page(lead, "<ul><li>Bread is free.</li><li>So is soup.</li></ul>", lost=())) == {}
    assert introduced.judge(page(lead, "<p>Nobody pays twice, the harbour said.</p>", lost=())) == {}


def test_a_button_that_each_entry_has_is_not_announced() -> None:
    entry = f"<p>{LEAD}</p><p><a href=/a>{{}}</a></p><p><a href=/j>Jump to review</a></p>"
    view = marked_up(
        f"<article><p>{A}</p>{entry.format('Hollin Boats')}{entry.format('Marsk Boats')}</article>"
    )
    view = replace(view, in_reading=tuple(b.text in {A, LEAD} for b in view.blocks))
    assert kept_again(view) == ["Hollin Boats", "Marsk Boats"]


@pytest.mark.parametrize("heading", ["References", "Sources:"])
def test_the_sources_of_a_story_are_kept_with_their_heading(heading: str) -> None:
    assert set(kept_again(page(heading, LINKS, tag="h3"))) == {heading, "Hollin Boats", "Marsk Water Taxi"}
    assert kept_again(page("Services", LINKS, tag="h3")) == []


def test_a_page_of_announcements_costs_as_much_again_with_twice_as_many() -> None:
    def cost(lines: int) -> float:
        calls = "".join(f"<p>Read {n}:</p><p><a href=/{n}>Ferry {n} towed back</a></p>" for n in range(lines))
        view = marked_up(f"<main>{calls}</main>")
        return cpu_seconds(lambda: introduced.judge(view))

    assert cost(4000) < 8 * cost(1000)
