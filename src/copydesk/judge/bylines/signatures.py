"""Who wrote the story, as it is told behind one: by initials, with an address, in brackets."""

from __future__ import annotations

import re

from copydesk.extract.authors.byline import Byline
from copydesk.extract.authors.names import is_person, read_names
from copydesk.extract.titles.titles import host_names, squeeze
from copydesk.judge.bios.author_box import BY
from copydesk.judge.bylines.byline_marks import FIRST_INITIALS, INITIALS, REACHED, SIGNED
from copydesk.judge.bylines.byline_verdict import byline_verdict, start
from copydesk.judge.edges import Edges
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line

# "amq" is a sign where its element says that it is an author's.
_SIGN = re.compile(r"\s*(?:[a-zäöü]{2,4}|[A-Z]{2,4})\s*")
_AUTHOR = re.compile(r"(?<![a-z])(autho?r|autor|signature|kuerzel|initials)(?![a-z])", re.IGNORECASE)


def signature(view: View, index: int, edges: Edges) -> Verdict | None:
    """Who wrote the story, as it is told behind one: by initials, with an address, in brackets."""
    line = view.lines[index]
    if edges.behind(index) and INITIALS.fullmatch(line.text):
        return dropped("initials", Reason.BYLINE, f"nothing but initials, behind the story: '{line.text}'")
    named = _AUTHOR.search(view.blocks[index].path.rpartition("/")[2])
    if named and edges.behind(index) and _SIGN.fullmatch(line.text) and line.key not in BY:
        evidence = f"a few letters in an element named '{named[1]}', behind the story"
        return dropped("initials", Reason.BYLINE, evidence)
    if edges.in_tail(index) and (letters := FIRST_INITIALS.match(line.text)) is not None:
        facts = tuple(("authors", name) for name in read_names([letters[1]]).authors)
        return dropped("initials", Reason.BYLINE, f"opens with initials: '{start(line)}'", facts=facts)
    if edges.behind(index) and REACHED.fullmatch(line.text):
        people = (name for name in read_names([line.text]).authors if is_person(name) or not name.isascii())
        facts = tuple(("authors", name) for name in people)[:1]
        return dropped("signature", Reason.BYLINE, f"a name and how to reach it: '{line.text}'", facts=facts)
    return _outlet_signature(view, line) if index > edges.first else None


def _outlet_signature(view: View, line: Line) -> Verdict | None:
    """ "MDR (dst)", "Gazette (Ann Lee)": the outlet and, in brackets, who wrote the story, behind it."""
    found = SIGNED.fullmatch(line.text)
    own = (*view.declared.values("publisher"), *host_names(view.page.url or view.page.canonical_url))
    if found is None or squeeze(found[1]) not in map(squeeze, own) or squeeze(found[2]) == squeeze(found[1]):
        return None  # "Gazette (Gazette)" names nobody
    people = tuple(name for name in read_names([found[2]]).authors if is_person(name))
    evidence = f"the outlet and who wrote for it, behind the story: '{start(line)}'"
    return byline_verdict(Byline(authors=people), evidence, facts=True)
