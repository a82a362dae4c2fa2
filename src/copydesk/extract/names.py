"""Author names: one string of a page to the people (and agencies) it names.

Roles, "by", addresses and links are not part of a name. What is left is as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.extract.agencies import OUTLET_KEYS, is_agency, is_outlet, split_joined
from copydesk.extract.jsonld import clean_text
from copydesk.extract.places import is_place
from copydesk.extract.tables import key_set, word_set
from copydesk.text import key

# The longest list of names on the labelled pages is 180 characters; what is longer is a biography.
LONGEST = 400
MOST_NAMES = 20

_BY = (
    r"(?:by|written by|(?:written and reported|reported and written) by"
    r"|words by|posted by|published by|reported by|author|authors|story by|report by|"
    r"von|text von|autor|autorin|autoren|par|propos recueillis par|auteur|por|escrito por|autora|autores|"
    r"di|a cura di|scritto da|autore|door|geschreven door|av|skrevet av|skrivet av|af|skrevet af|przez|"
    r"автор|авторы|текст|yazan|haber|oleh|penulis|bởi|tác giả|бy|بقلم|كتب|文|作者|記者|记者)"
)
_LEADING = re.compile(
    rf"^\s*(?:(?:{_BY}|text)\s*[:：]\s*|(?:{_BY})\s+"
    # Copying and style sheets lose the space: "byJane Doe".
    r"|(?-i:[Bb]y(?=[A-Z][a-z]+ [A-Z]))|(?:칼럼니스트|기자|평론가)\s+)",
    re.IGNORECASE,
)
_CJK_ROLE = re.compile(
    r"(?:\s*(?:기자|칼럼니스트|특파원|논설위원|선임기자|記者|记者|編集委員|特派員|＝.{1,10}|=.{1,10}))+$"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{0,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}|@\w{2,30}"
)
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]{0,120}[)\]）]")
# What people put behind their names: "MD", "Ph.D", "CFP®".
_DEGREE = re.compile(r"(?:[A-Z][A-Z®™.-]{1,6}|Ph\.?\s?D|M\.?Sc|B\.?Sc|Jr|Sr|Esq|III?)\.?[®™]?")
_LOOSE = re.compile(r"\s+(?:on|in|at|by|for|with|and|und|et|y|am)$", re.IGNORECASE)
_WITH = re.compile(r"^(?:with|mit|avec|con|com|met|med|from|via)\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[;|•·、，؛]|,(?=[^\W\d_]|\s)|\s[-–—]\s|\s/\s|\n|،)\s*")
_AND = re.compile(
    r"\s+(?:and|&|und|et|y|e|en|og|och|ja|i|a|и|та|ve|dan|và|و|with|mit|avec|con|com|med|und\s+von)\s+|\s*&\s*",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*/\s*")
_WHERE = re.compile(
    r"\s+(?:in|for|für|pour|para|per|voor|at|aus|à|en|from|of|of the|der|chez|på|i)\s+(?=\w).{1,60}$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[^\W\d_a-z]")

_ROLES = word_set(
    """
reporter reporters correspondent correspondents editor editors writer writers columnist columnists
journalist
journalists producer contributor contributors photographer director analyst critic intern presenter
anchor
freelance freelancer staff senior chief deputy associate assistant managing executive foreign political
health
science business sports education defence defense diplomatic crime technology environment investigative
special national international digital news features opinion bureau multimedia video photo online head
team
redakteur redakteurin redaktion reporterin korrespondent korrespondentin journalistin volontär
volontärin autor
autorin chefredakteur ressortleiter freier freie chefreporter chefreporterin
journaliste correspondant correspondante rédacteur rédactrice envoyé envoyée grand spécial spéciale
periodista redactor redactora corresponsal enviado especial jefe colaborador colaboradora
giornalista inviato corrispondente redattore redazione
repórter jornalista correspondente editora
verslaggever correspondente redacteur journalistes
journalist politisk reporterar muhabir muhabiri yazar editör editörü корреспондент обозреватель редактор
журналист
"""
)
# Words of labels and headings, which are printed with capitals, as names are.
_LABELS = word_set(
    """
about advertisement also analysis article breaking click comments contact cookie copyright did didn't
download email explained
facts featured follow gallery get highlights home how in key latest learn live long main menu more most
sharing button buttons
newsletter next no not
now on our photo photos picks podcast points policy popular posts previous print privacy quick read
recommended related
save search see share short sign stories story subscribe summary table takeaways terms the this tips to
top topics
trending update updates facebook twitter linkedin pinterest reddit whatsapp telegram flipboard
copy checked verified reviewed reviewer reviewers expert experts guides trial
video videos view watch what when where why with your
aktuelles alle artikel mehr meistgelesen teilen themen weitere article articles lire partager sur tous
leer más todo
"""
)
# A value that names nobody.
_NOBODY = key_set(
    """
admin | administrator | webmaster | root | user | guest | unknown | none | null | undefined | author | n/a
na | anonymous author | wordpress | wp admin | default | test | [object object] | www | true | false | by
von | staff | editor | view all posts | posted by | details | read more
"""
) | {""}
_NO_NAME = _ROLES | _LABELS


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named, as printed: people and outlets, agencies apart from them, the place beside them."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    place: str | None = None


def read_names(values: tuple[str, ...] | list[str]) -> Names:
    """The names in one or more strings, split and cleaned.

    >>> read_names(["By Jane Doe and John Roe, Staff Writers; AFP"])
    Names(authors=('Jane Doe', 'John Roe'), agencies=('AFP',), place=None)
    """
    authors: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for value in values[:MOST_NAMES]:
        for name in split_names(value):
            (agencies if is_agency(name) else authors).setdefault(key(name) or name, name)
    places = [name for name in authors.values() if is_place(name)]
    if len(places) < len(authors) + len(agencies):  # beside names, a place is where they wrote from
        authors = {k: name for k, name in authors.items() if name not in places}
    else:
        places = []
    found = tuple(authors.values())[:MOST_NAMES], tuple(agencies.values())[:MOST_NAMES]
    return Names(*found, places[0] if places else None)


def split_names(text: str) -> tuple[str, ...]:
    """The names in one string.

    >>> split_names("Doe, Jane")
    ('Jane Doe',)
    >>> split_names("Von Anna Muster und Max Muster (dpa)")
    ('Anna Muster', 'Max Muster', 'dpa')
    """
    text = clean_text(text[: LONGEST * 2])
    if len(text) > LONGEST:
        return ()
    bracketed = tuple(
        b for m in _BRACKETS.finditer(text) if is_agency(b := _WITH.sub("", m[0].strip(" ()[]（）")))
    )
    text = _strip_by(_BRACKETS.sub("", _ADDRESS.sub(" ", text)))
    if len(joined := split_joined(text)) > 1:
        return (*joined, *bracketed)
    if is_agency(text) or (is_outlet_alone(text) and _without_outlet(text) == (text,)):
        return tuple(n for n in (_clean(text), *bracketed) if n)
    names: list[str] = []
    for part in (joined for each in _parts(text) for joined in split_joined(each)):
        names.extend(name for piece in _without_outlet(part) if (name := _clean(piece)))
    if any(map(is_person, names)):
        names = [name for name in names if not _DEGREE.fullmatch(name) or is_agency(name)]
    return tuple(dict.fromkeys((*names, *bracketed)))[:MOST_NAMES]


def is_outlet_alone(text: str) -> bool:
    """Whether a string is the name of one outlet, which may hold "and" or "/" itself.

    >>> is_outlet_alone("RFE/RL"), is_outlet_alone("The Gazette and AFP")
    (True, False)
    """
    return is_outlet(text) and not _AND.search(text) and not _SPLIT.search(text)


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: two to five words, all but particles with a capital.

    >>> is_person("Jane van der Doe"), is_person("Breaking news"), is_person("Reuters")
    (True, False, False)
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or is_outlet(name) or any(c.isdigit() for c in name):
        return False
    particles = {
        "de",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "del",
        "della",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "y",
        "e",
        "dos",
        "du",
        "ten",
        "ter",
        "zu",
        "af",
        "av",
    }
    return all(w.lower() in particles or w[:1].isupper() for w in words) and _is_name_like(words)


def _is_name_like(words: list[str]) -> bool:
    return (
        words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not any(w.lower().strip(".,;:!?") in _NO_NAME for w in words)
    )


def strip_by(text: str) -> str | None:
    """What follows a leading "by" in any of many languages, or None if there is none.

    >>> strip_by("Par Jeanne Dupont"), strip_by("Bystander")
    ('Jeanne Dupont', None)
    """
    found = _LEADING.match(text)
    return text[found.end() :].strip() if found else None


def _strip_by(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;:-–—|•·")
    rest = strip_by(text)
    return rest if rest and len(rest) > 1 else text


def _parts(text: str) -> list[str]:
    pieces = [p for p in _SPLIT.split(text) if p]
    if len(pieces) == 2 and "," in text and _is_inverted(pieces):
        return [f"{pieces[1]} {pieces[0]}"]
    found: list[str] = []
    for piece in pieces:
        found.extend(_split_and(piece))
    return found


def _without_outlet(part: str) -> tuple[str, ...]:
    """A person's name without the outlet printed behind it: "Jane Doe The Associated Press"."""
    words = part.split()
    for i in range(2, len(words)):
        front, tail = " ".join(words[:i]), " ".join(words[i:])
        if is_agency(tail) and is_person(front):
            return front, tail
        if key(tail) in OUTLET_KEYS and is_person(front):
            return (front,)
    return (part,)


def _is_inverted(pieces: list[str]) -> bool:
    """Whether two pieces are a family name and a given name: "Doe, Jane"."""
    return all(
        len(p.split()) == 1
        and p[:1].isupper()
        and not p.isupper()
        and not is_outlet(p)
        and p.lower() not in _ROLES
        for p in pieces
    )


def _split_and(text: str) -> list[str]:
    """A piece cut at "and" where both sides can stand alone, and at a slash likewise."""
    for pattern in (_AND, _SLASH):
        parts = [p for p in pattern.split(text) if p]
        beside_agency = any(is_agency(p) for p in parts) and all(p[:1].isupper() for p in parts)
        if len(parts) > 1 and (beside_agency or all(_stands_alone(p) for p in parts)):
            return [q for p in parts for q in (_split_and(p) if pattern is _AND else [p])]
    return [text]


def _stands_alone(part: str) -> bool:
    return len(part.split()) >= 2 or is_outlet(part) or not part.isascii()


def _clean(part: str) -> str | None:
    """One name without role, place and punctuation; None if nobody is named."""
    name = _CJK_ROLE.sub("", part).strip(" ,;:-–—|•·*\"“”'’_.#")
    name = _LOOSE.sub("", _strip_by(name))
    if not _CAPITAL.search(name) and not is_agency(name) and not (name.isalpha() and len(name) <= 4):
        name = name if "." in name or "/" in name else ""
    words = name.split()
    if len(words) > 2 and (cut := _WHERE.sub("", name)) != name and is_person(cut):
        name = cut
    words = name.split()
    if key(name) in _NOBODY or _is_role(words) or len(words) > 8 or len(name) > 80:
        return None
    return name


def is_role(text: str) -> bool:
    """Whether a text says what somebody is, and not who.

    >>> is_role("Political Editor"), is_role("Jane Doe")
    (True, False)
    """
    return _is_role(text.split())


def _is_role(words: list[str]) -> bool:
    """Whether a piece behind a name is a role: "Staff Writer", "Political Editor", "our man in"."""
    lower = [w.lower().strip(".,") for w in words]
    small = {"and", "the", "our", "for", "of", "in", "at", "und", "de", "in-chief"}
    return bool(lower) and all(w in _ROLES or w in small for w in lower)
