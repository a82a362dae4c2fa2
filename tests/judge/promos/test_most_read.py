"""Headings of the stories most read of one section."""

from __future__ import annotations

import pytest
from viewing import STORY, A, B, marked_up, struck

from copydesk.judge.promos import promos

LINKS = "".join(f"<li><a href=/{n}>The pier number {n} is closed again</a></li>" for n in range(3))


@pytest.mark.parametrize(
    "head", ["Most read in Harbours", "Lo más leído en Puertos", "Meistgelesen in Häfen"]
)
def test_the_most_read_of_a_section_are_other_stories(head: str) -> None:
    view = marked_up(f"{STORY}<div><header><p>{head}</p></header><ul>{LINKS}</ul></div>", outside="div")
    assert struck(view, promos.judge(view))[head] == "promo"


@pytest.mark.parametrize("line", ["Popular in harbours.", "Most read in winter:", "Most readers swim"])
def test_what_only_opens_so_is_none(line: str) -> None:
    view = marked_up(f"<main><p>{A}</p><p>{line}</p><p>{B}</p></main>")
    assert promos.judge(view) == {}
