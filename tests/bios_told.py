"""What the biographies judge drops of a pasted story."""

from __future__ import annotations

from viewing import pasted, struck

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.judge.bios import bios

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
MARA = Declared({"authors": (Candidate("Mara Quill", "json-ld"),)})


def dropped(*lines: str, declared: Declared = NOTHING) -> dict[str, str]:
    view = pasted("\n".join(lines), declared)
    return struck(view, bios.judge(view))
