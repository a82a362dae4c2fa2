"""Lines with an arrow: a pager leads on or back, and an arrow behind other words is none."""

from __future__ import annotations

import re

from copydesk.extract.paths import path_end
from copydesk.extract.tables import word_set
from copydesk.judge.phrases.buttons import ASKS
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped

# What is said of lines with an arrow; what a pager says, and what the elements around it are called.
ARROW = "a link with an arrow to another page"
_PAGES = word_set("""
    next previous prev newer older page pages back weiter zurück nächste nächster vorherige vorheriger
    suivant précédent suivante précédente siguiente anterior próximo próxima successivo precedente volgende
    vorige neste forrige nästa föregående næste następny poprzedni další předchozí следующая предыдущая
""")
_PAGED = re.compile(
    r"(?<![a-z])(?:prev(?:ious)?|next|pag(?:er|ing|ination)|(?:nav|navigation)-single|posts?-?nav(?:igation)?"
    r"|(?:bread)?-?crumbs?|calendar|menu|nav)(?![a-z])",
    re.IGNORECASE,
)
_BEFORE = "«‹←⟵"
_LINKED = 0.7
# So many elements around a line have names that speak of it.
_NEAR = 4


def arrowed(view: View, index: int, verdict: Verdict, *, inside: bool) -> Verdict | None:
    """What a line with an arrow is: a pager says next or previous or is named so, an offer asks."""
    block, line = view.blocks[index], view.lines[index]
    if line.text[0] in _BEFORE or not _PAGES.isdisjoint(line.words):
        return verdict
    if _PAGED.search(path_end(block.path, _NEAR)):
        return verdict
    asks = line.key.partition(" ")[0]
    if asks in ASKS and block.link_density >= _LINKED and (inside or block.kind is not Kind.LIST_ITEM):
        return dropped("button", Reason.PROMO, f"a link with an arrow that asks to {asks!r}")
    return verdict if inside and block.link_density >= _LINKED else None
