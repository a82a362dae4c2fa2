"""What the captions judge drops of a pasted story, and what it tells of a marked-up one."""

from __future__ import annotations

from viewing import marked_up, pasted, struck, through

from copydesk.judge.captions import captions
from copydesk.judge.headlines import headline
from copydesk.judge.view import View

TITLE = "Island ferry stopped after engine failure"
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
C = "“We never felt alone,” said Mairi Example, who runs the only shop on the pier."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
STORY = f"{A}\n\n{B}\n\n{C}\n\n{D}"


def dropped(text: str) -> dict[str, str]:
    view = through(pasted(text), [headline.judge, captions.judge])
    return {t: r for t, r in struck(view).items() if r == "caption"}


def page(inner: str, outside: str = "aside") -> View:
    return marked_up(f"<article><p>{A}</p>{inner}<p>{B}</p></article>", outside=outside)


def told(view: View) -> list[str]:
    return [
        value
        for _, v in sorted(captions.judge(view).items())
        for name, value in v.facts
        if name == "captions"
    ]
