from __future__ import annotations

from viewing import pasted, through

from copydesk.judge import bylines, headline
from copydesk.model import Reason, Verdict

TITLE = "Ferry Sinks Off Port Ellen In Thick Fog"
A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread to them."
C = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
D = "Divers will go down to the wreck as soon as the wind has dropped, the harbour master told us."


def verdicts(*lines: str) -> dict[str, Verdict]:
    view = through(pasted("\n\n".join(lines)), [headline.judge])
    return {view.blocks[i].text: v for i, v in bylines.judge(view).items()}


def test_by_on_a_line_of_its_own_and_the_name_on_the_next() -> None:
    found = verdicts(TITLE, "By", "Mara Quill", A, B, C, D)
    assert found["Mara Quill"].facts == (("authors", "Mara Quill"),)
    assert found["By"].reason is found["Mara Quill"].reason is Reason.BYLINE
    assert verdicts(TITLE, "By", "A harbour and its long memory", A, B, C, D) == {}
