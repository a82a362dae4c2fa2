"""What the bylines judge says of a pasted story."""

from __future__ import annotations

from viewing import pasted, through

from copydesk.judge.bylines import bylines
from copydesk.judge.headlines import headline
from copydesk.model import Verdict

TITLE = "Ferry Sinks Off Port Ellen In Thick Fog"
A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread to them."
C = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
D = "Divers will go down to the wreck as soon as the wind has dropped, the harbour master told us."


def verdicts(*lines: str) -> dict[str, Verdict]:
    view = through(pasted("\n\n".join(lines)), [headline.judge])
    return {view.blocks[i].text: v for i, v in bylines.judge(view).items()}
