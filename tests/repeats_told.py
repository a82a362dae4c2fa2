"""Which lines of a pasted story the repeats judge drops."""

from __future__ import annotations

from viewing import pasted

from copydesk.judge.repeats import repeats
from copydesk.judge.view import View

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
C = "“We never felt alone,” said Mairi Example, who runs the only shop on the pier."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."


def again(view: View) -> list[int]:
    return sorted(repeats.judge(view))


def page(*lines: str) -> View:
    return pasted("\n".join(lines))
