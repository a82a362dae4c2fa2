"""Lines that say what somebody did for the story, and who: "Journalist • Ann Lee", "Video editor: Bob Roe".

A page that declares one author may print behind the story who wrote it with them, and who filmed or cut it.
The word before the name tells which of the two it is.
"""

from __future__ import annotations

import re
from typing import Final

from copydesk.extract.authors.names import is_person, read_names
from copydesk.extract.authors.writers import ROLE_LINE
from copydesk.extract.tables import word_set
from copydesk.judge.bylines.byline_verdict import start
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# So far behind the story such lines stand; a page's imprint has them farther down.
_NEAR: Final = 8
_ROLE_WORDS: Final = 4
_MOST_WORDS: Final = 14
_LINE: Final = re.compile(
    r"(?P<role>[^\W\d_][^\d:•|·]{2,40}?)\s?(?:[:•|·]|\s[–—-]\s)\s?(?P<who>[^\W\d_][^:•|·]{3,90})"
)
_WRITERS: Final = word_set(
    """
journalist journalists reporter reporters correspondent correspondents columnist
journaliste journalistes correspondant correspondante correspondants rédacteur rédactrice rédacteurs
journalistin journalisten reporterin korrespondent korrespondentin autorin autoren
periodista periodistas corresponsal redactor redactora giornalista giornalisti corrispondente redattore
redattrice
jornalista jornalistas correspondente repórter verslaggever verslaggevers dziennikarz dziennikarka
muhabir muhabiri журналист журналистка корреспондент журналіст δημοσιογράφος újságíró
"""
)
_OTHERS: Final = word_set(
    """
editor editors producer producers cameraman camerawoman cameraperson camera photographer photographers
photojournalist videographer translator translators illustrator illustrators animator presenter narrator
researcher fact-checker montage monteur monteuse cadreur cadreuse caméra producteur productrice réalisateur
réalisatrice photographe traducteur traductrice graphiste illustrateur illustratrice schnitt kamera fotograf
fotografin übersetzer übersetzerin illustration cutter montador editora cámara fotógrafo fotógrafa traductor
traductora productor productora realizador montatore operatore fotografo fotografa traduttore traduttrice
montaż kamerzysta
"""
)
# What goes with such words.
_WITH: Final = word_set(
    """
additional assistant associate chief contributing copy deputy executive film foreign freelance junior lead
main managing news photo picture political senior sound special staff sub video vidéo field web digital
graphics and & / de du des en et und et y e of für
"""
)


def role_line(view: View, index: int, edges: Edges) -> Verdict | None:
    """The verdict on a line that names people behind what they did: writers are authors, others credited."""
    line = view.lines[index]
    near = edges.last < index <= edges.last + _NEAR or edges.below_title(index)
    if not near or line.sentence or line.word_count > _MOST_WORDS:
        return None
    found = _LINE.fullmatch(line.text)
    words = frozenset(found["role"].casefold().split()) if found else frozenset()
    if found is None or len(words) > _ROLE_WORDS or not words <= _WRITERS | _OTHERS | _WITH:
        return None
    people = read_names([found["who"]]).authors
    if not people or not all(map(is_person, people)):
        return None
    if not words.isdisjoint(_WRITERS):
        facts = tuple(("authors", name) for name in people)
        said = f"names people behind what they are, who wrote the story: '{start(line)}'"
        return dropped(ROLE_LINE, Reason.BYLINE, said, facts=facts)
    if words.isdisjoint(_OTHERS):
        return None
    return dropped("staff_credit", Reason.CREDIT, f"names people behind what they did: '{start(line)}'")
