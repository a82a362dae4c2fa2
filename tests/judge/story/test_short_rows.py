from __future__ import annotations

from dataclasses import replace

from viewing import marked_up

from copydesk.judge.story import fellows

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
LINK = "<p><a href=/topic/reef>Reef Runner</a></p>"


def kept(row: str) -> list[str]:
    view = marked_up(f"<article><p>{A}</p>{row}<p>{A}</p></article>")
    view = replace(view, in_reading=tuple(b.text != "Reef Runner" for b in view.blocks))
    return [view.blocks[i].text for i, v in fellows.judge(view).items() if v.keep]


def test_a_link_below_short_paragraphs_like_it_is_one_of_the_row() -> None:
    assert kept(f"<p>Sea Wolf</p><p>Blue Heron</p><p>Tide Queen</p>{LINK}") == ["Reef Runner"]


def test_below_prose_fewer_lines_or_in_other_markup_it_is_not() -> None:
    assert kept(LINK) == []
    assert kept(f"<p>Blue Heron</p><p>Tide Queen</p>{LINK}") == []
    assert kept(f"<p>Sea Wolf</p><p>Blue Heron</p><p>Tide Queen</p><div>{LINK}</div>") == []
    links = "<p><a href=/a>Sea Wolf</a></p><p><a href=/b>Blue Heron</a></p><p>Tide Queen</p>"
    assert kept(links + LINK) == []
