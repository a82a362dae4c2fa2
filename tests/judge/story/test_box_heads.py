from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted, through

from copydesk.judge.captions import captions
from copydesk.judge.story import box_heads

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
HEAD = "The ferry in numbers"
BOX = "<div><p>{}</p><ul><li>1974: first crossing</li><li>412: seats on deck</li></ul></div>"


def kept(box: str, *lost: str) -> list[str]:
    view = marked_up(f"<article><p>{A}</p>{box}<p>{B}</p></article>")
    view = through(view, [captions.judge])
    view = replace(view, in_reading=tuple(b.text not in {HEAD, *lost} for b in view.blocks))
    return [view.blocks[i].text for i, v in box_heads.judge(view).items() if v.keep]


def test_the_line_at_the_head_of_a_box_of_the_story_is_kept() -> None:
    assert kept(BOX.format(HEAD)) == [HEAD]


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{HEAD}</p><ul><li>1974: first crossing</li><li>412: seats on deck</li></ul>",
        f"<div><p>{HEAD}</p><p>412: seats on deck</p></div>",
        f"<div><p><a href=/x>{HEAD}</a></p><p>1974: first crossing</p><p>412: seats</p></div>",
        f"<div><p>{HEAD}</p>" + "".join(f"<p>Seat {n} is free.</p>" for n in range(20)) + "</div>",
    ],
)
def test_a_line_without_a_box_a_link_and_the_head_of_much_are_not(box: str) -> None:
    assert kept(box) == []


def test_where_the_first_lines_or_many_below_are_left_out_so_is_the_head() -> None:
    assert kept(BOX.format(HEAD), "1974: first crossing") == []
    more = BOX.format(HEAD).replace("</ul>", "<li>Share</li><li>Print</li></ul>")
    assert kept(more, "Share", "Print") == []


PANEL = "<div><h2><button aria-expanded={}>{}</button></h2>{}<p>She has steered it for years.</p></div>"
PORTRAIT = "<figure><img src=a.jpg><figcaption>Photo: Ada Quill</figcaption></figure>"


@pytest.mark.parametrize("portrait", ["", PORTRAIT])
def test_the_heading_of_a_panel_that_is_open_is_kept(portrait: str) -> None:
    assert kept(PANEL.format("true", HEAD, portrait)) == [HEAD]


def test_the_heading_of_a_panel_that_is_shut_or_left_out_is_not() -> None:
    assert kept(PANEL.format("false", HEAD, "")) == []
    assert kept(PANEL.format("true", HEAD, ""), "She has steered it for years.") == []


def test_pasted_text_has_no_boxes() -> None:
    assert box_heads.judge(pasted(f"{A}\n\n{HEAD}\n\n{B}")) == {}
