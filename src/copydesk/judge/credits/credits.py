"""Credits: whose reporting a story rests on, who edited it, which agency it came from."""

from __future__ import annotations

import re

from copydesk.extract.authors.agencies import (
    is_agency,
    is_listed,
    is_nameless,
    is_outlet,
    signed_agencies,
    split_agencies,
)
from copydesk.extract.authors.names import is_person, read_names
from copydesk.extract.tables import word_set
from copydesk.judge.credits.credit_names import employer, may_be_agency
from copydesk.judge.credits.credit_notes import credit_note
from copydesk.judge.credits.told_behind import told_behind
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line
from copydesk.text import line as describe

# A list of six agencies, or of reporters with their cities and editors, fits in this.
_MOST_WORDS = 60
_SOURCE_WORDS = 10
_NAMES_WORDS = 8

_SHARED = re.compile(
    r"^[(\[*_—–-]{0,3}\s?(?:with (?:additional )?(?:reporting|report|reports|material|contributions?"
    r"|information|files?|inputs?) (?:by|from)"
    r"|with (?:agency|agencies|wire)(?:'s|s')? (?:inputs?|reports?|reporting)|with (?:news )?agencies"
    r"|based on (?:reporting|reports|stories|a story|a report|material|information|an article) (?:by|from)"
    r"|(?:compiled|adapted|written|prepared|(?P<translated>translated))(?: by [^.;]{2,40})? (?:from"
    r"|based on)(?: (?:reports|reporting|stories|material))?(?: by| from)?"
    r"|(?:additional|some|extra) (?:report(?:ing|s)?|material|information|contributions?|writing)"
    r" (?:by|from|was provided by)"
    r"|inputs? from|agency inputs"
    r"|mit material (?:von|der)|mit agenturmaterial|mit informationen (?:von|der)|avec (?:les agences"
    r"|l['’]agence)|avec (?=[A-Z]{2,5}\b)"
    r"|con (?:información|informaciones|datos|reportes) de|com informações d[aoe]s?|con (?=[A-Z]{2,5}\b)"
    r"|con agencias|com agências"
    r"|met (?:medewerking van|informatie van)|med (?:materiale|opplysninger|bidrag) fra|по (?:материалам"
    r"|данным|сообщениям)|с использованием материалов)"
    r"(?![\w])\s*:?\s*",
    re.IGNORECASE,
)
# "With PTI inputs", "Based on AFP and Reuters reports": the names stand between.
_BETWEEN = re.compile(
    r"^[(\[*_—–-]{0,3}\s?(?:with|based on) (?P<names>[^.;:]{2,100}?) (?:inputs?|reports?|reporting|dispatches"
    r"|material)[.)\]*_]{0,3}$",
    re.IGNORECASE,
)
# "Gazette with inputs from Reuters": the outlet signs before it says whose the rest is.
_SIGNED = re.compile(
    r"^[(\[]?(?P<own>[^()\[\].,;:]{2,40}?) (?=with (?:agency |additional )?(?:inputs?|reporting) from )",
    re.IGNORECASE,
)
_WRITERS = re.compile(
    r"written (?:and reported )?by (?P<who>[^.;]{2,60}?),? (?:based on|from)\b", re.IGNORECASE
)
_REPORTERS = re.compile(
    r"^[(\[*_—–-]{0,3}\s?(?:additional |further |extra )?(?:(?:reporting|writing|report"
    r"|story|text)(?: and (?:writing|editing))?|written and reported|reported and written|interviewed) by:?\s"
    r"|^(?:das (?:gespräch|interview) führten?|propos recueillis par"
    r"|(?:interview|entretien|entrevista) (?:by|par|von|por)):?\s",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"^[(\[*_—–-]{0,3}\s?(?:(?:edited|editing|translated|translation|compiled|produced|copy[- ]?edit(?:ed"
    r"|ing)|graphics?|fact[- ]check(?:ed|ing)|proofread)"
    r"(?: and [a-z]{4,12})? by:?|editor:|editors:|redaktion:|redaktionelle bearbeitung:|übersetz(?:t"
    r"|ung)(?: von|:)|aus dem \w{4,20}en (?:übersetzt )?von\b"
    r"|traduit (?:de|par)\b|traduction:|edición:|traducción:|редактор:)\s?(?=\S)",
    re.IGNORECASE,
)
# "Fotos: A Styling: B Haare: C": so pages of fashion name who made their pictures.
_SHOOT = re.compile(
    r"\b(?:fotos?|photos?|photographer|photography|styling|stylist|hair|haare|make-?up|maquillage|set design"
    r"|casting|produktion|production|maniküre|manicure)(?=:)",
    re.IGNORECASE,
)
_LEAST_ROLES, _SHOOT_WORDS = 3, 80
_SOURCE = re.compile(
    r"^[(\[]?\s?(?:(?:additional|weitere|autres|otras|altre|outras|további|andere) )?"
    r"(?:sources?|quellen?|sources additionnelles|fuentes adicionales|fuentes?|fonte|fonti|bron|bronnen|kilde"
    r"|källa|lähde|kaynak"
    r"|źródło|zdroj|sumber|источник|来源|來源|المصدر)"
    r"(?:\s?(?P<mark>[:：•]\s?|\s(?=\S))|(?-i:(?<=Source)(?=[A-Z])))",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed (?:to (?:this|the) (?:report|story|article|piece|post|guide|review|list|roundup"
    r"|content)"
    r"|(?:reporting|research))"
    r"|provided additional reporting)\b",
    re.IGNORECASE,
)
# A programme, and the day and hour it was on.
_BROADCAST = re.compile(
    r"(?:(?:sendung|dieses thema im programm|über dieses thema berichtete?)[^:]{0,20}: ?[^!?]{3,80}"
    r"|[^\d.!?:|]{3,40}),? (?:am )?\d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}"
    r"(?:[,|]? (?:um |ab )?\d{1,2}[.:]\d\d(?: uhr)?)\.?",
    re.IGNORECASE,
)
# "Gazette News' Ann Lee", "AP writer Ann Lee": whose reporter it is.
_OF = re.compile(
    r"^[A-Z][\w. ]{1,30}?(?:(?:’|')s?|(?: (?:staff|news|video|business|sports))?"
    r" (?:writers?|reporters?|journalists?|correspondents?)) (?=[A-Z])"
)
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)[\s©()c\d,-]{0,20}(?P<who>[^\d.,;]{2,50})[\s\d.,;]{0,8}(?:all rights "
    r"reserved\.?)?$",
    re.IGNORECASE,
)
# A site that figures or pictures were taken from is no agency.
_HOST = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,6}", re.IGNORECASE)
# A full stop ends a task, but not within a name ("Quill.example") or behind a part of one ("St. Quill").
_TASK = re.compile(
    r"\s*(?:[;)\]|]|(?<!\bSt)(?<!\b[A-Z])\.(?!\w))\s*"
    r"|\s(?=(?:[Ee]diting|[Ww]riting|[Aa]dditional|[Cc]ompiled) |Copyright\b)"
)
_EMPLOYED = re.compile(r"\s+(?:writers?|reporters?|correspondents?|journalists?|staff(?:ers?)?)\b.*$")
_WHERE = re.compile(r"\s+in\s+[^\W\d_].{1,60}$")
_FIRST = word_set(
    "with based compiled adapted written prepared translated additional some extra input inputs agency "
    "aus mit avec con com met med по с reporting reported "
    "writing report story text further edited editing translation copy copyedited copyediting produced "
    "graphic graphics editor editors redaktion "
    "redaktionelle übersetzt übersetzung traduit traduction edición traducción редактор fact proofread "
    "weitere autres otras altre outras további andere das propos interview entretien entrevista "
    "source sources quelle quellen fuente fuentes "
    "fonte fonti bron bronnen kilde källa lähde kaynak źródło zdroj sumber источник 来源 來源 المصدر "
    "copyright c weitere altre outras"
)


def judge(view: View) -> dict[int, Verdict]:
    """Drop the lines that only credit reporters, editors, agencies and sources."""
    edges = edges_of(view)
    found: dict[int, Verdict] = {}
    for index in view.open():
        line, block = view.lines[index], view.blocks[index]
        if block.hidden or block.kind in (Kind.TITLE, Kind.CAPTION):
            continue
        verdict = _shoot(line)
        if verdict is None and line.word_count <= _MOST_WORDS:
            verdict = _by_wording(line, edges, index) or _by_names(line, edges, index)
            verdict = verdict or credit_note(view, index) or told_behind(view, index, edges)
        if verdict is not None:
            found[index] = verdict
    return found


def _by_wording(line: Line, edges: Edges, index: int) -> Verdict | None:
    if (broadcast := _broadcast(line, edges, index)) is not None:
        return broadcast
    first = line.key.split(" ", 1)[0]
    # A Chinese label has no space behind it, so the first word is not the label alone.
    glued = line.text.startswith("Source")
    if glued or first in _FIRST or line.text[:2] in ("来源", "來源", "© ") or line.text[:1] == "©":
        return _shared(line) or _staff(line) or _source(line, edges, index) or _copyright(line)
    if " with " in line.lower and " from " in line.lower and not line.sentence:
        return _signed(line)
    if "contribut" in line.lower or "additional reporting" in line.lower:
        return _contributed(line, edges, index)
    return None


def _broadcast(line: Line, edges: Edges, index: int) -> Verdict | None:
    """ "Sendung: Hafenfunk, 03.05.2031, 12:30 Uhr": where the story was broadcast."""
    if not line.text[-1:].isalnum() and not line.text.endswith("."):
        return None
    if not (edges.behind(index) or edges.in_head(index)) or _BROADCAST.fullmatch(line.text) is None:
        return None
    return _credit("broadcast", f"line says where the story was broadcast: '{line.text[:60]}'", ())


def _shared(line: Line) -> Verdict | None:
    """ "With reporting by Reuters and AFP"."""
    found = _SHARED.match(line.text)
    if found is None:
        return _between(line)
    rest = line.text[found.end() :].strip(" .)]*_")
    names = tuple(_WHERE.sub("", name) for name in split_agencies(_TASK.split(rest)[0]))
    names = tuple(cut if is_listed(cut := _EMPLOYED.sub("", name)) else name for name in names)
    if not rest:
        return _credit("agency_credit", f"line is an agency credit: '{found[0].strip()}'", ())
    if not _is_list_of_names(names, line):
        return None
    named = (name for name in names if not (name.islower() and is_nameless(name)))
    told = is_listed if found["translated"] else may_be_agency
    facts = tuple(("agencies", name) for name in map(employer, named) if told(name))
    if writers := _WRITERS.search(found[0]):
        facts += tuple(("authors", name) for name in read_names([writers["who"]]).authors if is_person(name))
    return _credit("agency_credit", f"line is an agency credit: '{found[0].strip()}'", facts)


def _between(line: Line) -> Verdict | None:
    """ "With PTI inputs": nothing but agencies and outlets between the words of a credit."""
    found = _BETWEEN.match(line.text)
    names = split_agencies(found["names"]) if found else ()
    if not names or not all(is_listed(name) for name in names):
        return None
    facts = tuple(("agencies", name) for name in names)
    return _credit("agency_credit", f"line is an agency credit: '{line.text[:60]}'", facts)


def _signed(line: Line) -> Verdict | None:
    """ "Gazette with inputs from Reuters": a credit behind the outlet's own name."""
    found = _SIGNED.match(line.text)
    if found is None or not is_outlet(found["own"]):
        return None
    return _shared(describe(line.text[found.end() :]))


def _is_list_of_names(names: tuple[str, ...], line: Line) -> bool:
    """Whether the parts behind the label can all be names: short, and with a capital somewhere."""
    short = all(len(name.split()) <= 6 for name in names)
    capital = all(any(c.isupper() or not c.isascii() for c in name) or is_agency(name) for name in names)
    return bool(names) and short and capital and (not line.sentence or line.word_count <= 20)


def _staff(line: Line) -> Verdict | None:
    """ "Reporting by A and B; Editing by C": the reporters are authors, if no byline names any."""
    reporters = _REPORTERS.match(line.text)
    if reporters:
        who = _TASK.split(line.text[reporters.end() :])[0]
        names = read_names([who])
        known = [name for name in names.authors if is_person(name) or is_outlet(name)]
        if not known and not names.agencies:
            return None
        main = "additional" not in reporters[0].lower() and "further" not in reporters[0].lower()
        facts = [("authors", name) for name in known if main and is_person(name)]
        facts += [("agencies", name) for name in names.agencies]
        return _credit("staff_credit", f"line credits reporters: '{reporters[0].strip()}'", tuple(facts))
    editors = _EDITORS.match(line.text)
    if editors and (line.word_count <= 16 or _TASK.search(line.text)):
        who = read_names([_TASK.split(line.text[editors.end() :])[0]])
        if who.authors or who.agencies:
            return _credit("staff_credit", f"line credits editors: '{editors[0].strip()}'", ())
    return None


def _shoot(line: Line) -> Verdict | None:
    """ "Fotos: A Styling: B Haare: C", as pages of fashion name who made their pictures."""
    roles = _SHOOT.findall(line.text) if line.text.count(":") >= _LEAST_ROLES else []
    if len(roles) < _LEAST_ROLES or line.word_count > _SHOOT_WORDS:
        return None
    return _credit("staff_credit", f"line credits those who made the pictures: {', '.join(roles)}", ())


def _source(line: Line, edges: Edges, index: int) -> Verdict | None:
    """ "Source: Agence France-Presse"; without the colon only before agencies."""
    found = _SOURCE.match(line.text)
    if found is None or line.word_count > _SOURCE_WORDS:
        return None
    names = split_agencies(line.text[found.end() :])
    if not names:
        return None
    all_known = all(is_outlet(name) for name in names)
    known = is_listed if edges.in_tail(index) else is_agency
    if not (found["mark"] or "").strip() and not all(map(known, names)):
        return None
    if not all_known and (line.sentence or not (edges.in_head(index) or edges.behind(index))):
        return None
    facts = tuple(("agencies", name) for name in names if is_outlet(name) and not _HOST.fullmatch(name))
    return _credit("source_credit", f"line names its source: '{line.text[:60]}'", facts)


def _copyright(line: Line) -> Verdict | None:
    found = _COPYRIGHT.match(line.text) if line.word_count <= _SOURCE_WORDS else None
    if found is None or not is_agency(found["who"].strip()):
        return None
    return _credit(
        "agency_copyright",
        f"line is an agency's copyright: '{line.text[:60]}'",
        (("agencies", found["who"].strip()),),
    )


def _contributed(line: Line, edges: Edges, index: int) -> Verdict | None:
    """ "The Associated Press contributed to this report.": a sentence of its own kind."""
    found = _CONTRIBUTED.search(line.text)
    if found is None:
        return None
    # Within the story it is a credit where it says nothing else.
    whole = found.end() >= len(line.text.rstrip(" .*_"))
    if not (whole or edges.behind(index) or edges.in_head(index) or index == edges.last):
        return None
    names = [_OF.sub("", _WHERE.sub("", name)) for name in split_agencies(line.text[: found.start()])]
    if not names or not all(is_person(name) or is_outlet(name) for name in names):
        return None
    facts = tuple(("agencies", name) for name in names if is_agency(name))
    return _credit("contributors", f"line credits contributors: '{found[0]}'", facts)


def _by_names(line: Line, edges: Edges, index: int) -> Verdict | None:
    """A line that is nothing but agencies: "(Reuters)", "AFP", "Gazette - Agencies"."""
    if line.word_count > _NAMES_WORDS or not (edges.in_head(index) or edges.in_tail(index)):
        return None
    if line.key == "aa":  # two sizes of letters, to choose from, more often than an agency
        return None
    names = signed_agencies(line.text) or split_agencies(line.text.strip(" *_—–-.:"))
    if not names or not any(is_agency(name) for name in names) or not all(is_outlet(name) for name in names):
        return None
    facts = tuple(("agencies", name) for name in names)
    return _credit("agency_line", f"line is nothing but agencies: '{line.text[:60]}'", facts)


def _credit(rule: str, evidence: str, facts: tuple[tuple[str, str], ...]) -> Verdict:
    return dropped(rule, Reason.CREDIT, evidence, facts=facts)
