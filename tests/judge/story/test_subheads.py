from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted

from copydesk.judge.story import subheads
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, dropped

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
HEAD = "A second engine"
LINK = "Read also: The quay that nobody wanted"


def page(*lines: str, doubt: tuple[str, ...] = (HEAD,)) -> View:
    """A page whose reading is sure of its paragraphs, and leaves out all else."""
    view = pasted("\n\n".join(lines))
    inside = tuple(block.text in (A, B) for block in view.blocks)
    unsure = tuple(block.text in doubt for block in view.blocks)
    return replace(view, in_reading=inside, doubt=unsure)


def test_a_short_line_in_doubt_between_two_paragraphs_stays_and_is_flagged() -> None:
    verdict = subheads.judge(page(A, HEAD, B))[1]
    assert verdict.keep
    assert verdict.doubt
    assert verdict.evidence.startswith("in doubt: ")


def test_what_others_struck_is_not_between() -> None:
    view = page(A, HEAD, LINK, B)
    assert subheads.judge(view) == {}
    assert list(subheads.judge(replace(view, verdicts={2: dropped("more", Reason.PROMO, "")}))) == [1]


@pytest.mark.parametrize(
    "line",
    ["It was dark.", "9 May 2031, 10:30", "Six things to know about ferries before they leave on time"],
)
def test_lines_of_other_forms_are_left_to_the_reading(line: str) -> None:
    assert subheads.judge(page(A, line, B, doubt=(line,))) == {}


def test_lines_printed_again_and_lines_beyond_doubt_are_left_to_the_reading() -> None:
    assert subheads.judge(page(A, HEAD, B, A, HEAD, B)) == {}
    assert subheads.judge(page(A, HEAD, B, doubt=())) == {}


def test_both_paragraphs_have_to_be_sure() -> None:
    assert subheads.judge(page(A, HEAD, B, doubt=(HEAD, B))) == {}
    assert subheads.judge(page(HEAD, B)) == {}


def test_marked_up_pages_and_texts_without_a_reading_are_none_of_its_business() -> None:
    assert subheads.judge(marked_up(f"<p>{A}</p><h2>{HEAD}</h2><p>{B}</p>")) == {}
    assert subheads.judge(pasted(f"{A}\n{HEAD}\n{B}")) == {}


def test_a_heading_right_above_a_paragraph_of_the_story_comes_back() -> None:
    def told(head: str, text: str = B) -> dict[str, str]:
        view = marked_up(f"<main><h1>Ferry</h1><p>{A}</p>{head}<p>{text}</p><p>{A}</p></main>")
        inside = tuple(HEAD not in b.text for b in view.blocks)
        view = replace(view, in_reading=inside)
        return {view.blocks[i].text: v.rule for i, v in subheads.judge(view).items() if v.keep}

    assert told(f"<h3>{HEAD}</h3>") == {HEAD: "subhead"}
    assert told(f"<div><h3>{HEAD}</h3></div>") == {HEAD: "subhead"}
    assert told(f"<div><div><h3>{HEAD}</h3></div></div>") == {}
    assert told(f"<h3><a href=/x>{HEAD}</a></h3>") == {}
    assert told(f"<h3>{HEAD}</h3>", "Tickets") == {}


def test_a_line_in_capitals_is_a_subhead_where_others_such_are() -> None:
    heads = ("THE PIER BY NIGHT", "WHAT THE CREW SAW")
    lost, short = "SOUP", "Most left."
    for known in (heads, heads[:1]):
        view = page(A, heads[0], B, heads[1], A, lost, short, doubt=(lost,))
        outside = {lost, *heads} - set(known)
        view = replace(view, in_reading=tuple(b.text not in outside for b in view.blocks))
        blocks = tuple(replace(b, kind=Kind.HEADING) if b.text in known else b for b in view.blocks)
        found = subheads.judge(replace(view, page=replace(view.page, blocks=blocks)))
        told = {view.blocks[i].text: (v.keep, v.kind, v.doubt) for i, v in found.items()}
        assert told == ({lost: (True, Kind.HEADING, True)} if known == heads else {})
