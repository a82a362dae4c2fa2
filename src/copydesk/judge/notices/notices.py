"""Notices: law, copyright, standards, consent, disclosures, where else a piece appeared.

A note on the story itself (a correction, an editor's note, "this story was updated") stays: it is the
newsroom's own text about what it reports, and reference texts of news pages keep it nearly always.
"""

from __future__ import annotations

import re
from itertools import islice

from copydesk.extract.tables import key_set
from copydesk.judge.phrases.table import Hit, bulk, is_quoted, opens_with, read_topic
from copydesk.judge.place import Place, place_of
from copydesk.judge.promos.promos import leads_on, promo_of
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped
from copydesk.text import Line, key

NOTICES = read_topic("notices").table
_FOLLOWERS = read_topic("followers").table
# What is pressed to agree or to decline; "OK" alone may close any window.
_AGREES = key_set("""
    accept | accept all | accept cookies | accept all cookies | i accept | i agree | reject all | ok | got it
    alle akzeptieren | akzeptieren | ablehnen | tout accepter | accepter | refuser | aceptar | aceptar todo
    accetta
""")
_DATA = re.compile(r"cookie|consent|privacy|datenschutz|gdpr|terms of")
_CLOSES = key_set("ok | got it")
# So near above what closes a window it says what is agreed to.
_NEAR = 4

# Small print runs longer than any promo; a paragraph beyond this is a text about rights, not a notice.
_MOST_WORDS = 140
# A phrase within a sentence may be the story's own; at the story's edge it is not. A stretch this
# large at either end counts as the edge.
_EDGE = 0.2
_MOST_FOLLOWER_WORDS = 25

# "© 2019", "(c) Name", "Copyright 2019 Name", "Copyright: Name"; "Copyright law is ..." is none of them.
_OWNED = re.compile(
    r"^\W{0,3}(?:[©ⓒ]|\(c\)|(?:text |content )?copyright(?:\W{0,3}(?:[©ⓒ]|\(c\)|(?:19|20)\d\d\b)|:|s? by\b))"
)
_OWNED_LATER = re.compile(
    r"©.{0,60}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\W{0,3}©|©\s?copyright\b|copyright\s?©"
    r"|^copyright\b.{3,60}(?:\b(?:19|20)\d\d\b|rights reserved)"
)
_MOST_SIGN_WORDS = 40
_PICTURE = re.compile(r"photo|foto|image|bild|picture|getty|video|grafik|illustration|credit")
# The piece itself, not a book or a film, is what "originally published" must be said of.
_PIECE = re.compile(
    r"\W{0,3}(?:\w+ ){0,2}(?:article|story|post|piece|column|essay|report|interview|op-ed|commentary|feed"
    r"|item|page|artikel|beitrag|text|articolo|artículo|nota|artigo|tribune|texte|материал|стат|本文|原文"
    r"|ce |cet |ten )"
)
_OF_THE_PIECE = frozenset({"syndication", "machine_made"})
# "Originally published in 1922, the song ..." runs on; the notice does not.
_MOST_ORIGIN_WORDS = 12
# These words are notices when a colon makes them a label.
_TITLED = frozenset({"disclosure", "disclosures", "full disclosure"})
_VIEWS = re.compile(
    r"view|opinion|author|editorial|meinung|autor|auteur|автор|мнени|думк|作者|观点|الآراء|الكاتب|المقال"
)
_MOST_DESIGNATION_WORDS = 60
# "If you are in <country> ... you could face ...": a warning to readers, not to anyone in the story.
_WARNING = re.compile(r"^(?:if you are|if you live|if you're|если вы находитесь|якщо ви перебуваєте)\b")
_WARNING_STARTS = frozenset({"if ", "есл", "якщ"})
_WARNED = re.compile(
    r"\b(?:our content|contacting us|our website|our site|наши материалы|наш сайт|наш контент)\b"
)

_EVIDENCE = {
    "notice_link": "the line is a link to small print",
    "copyright": "the line states who owns the text",
    "standards": "the line is about the outlet's standards or errors",
    "views_disclaimer": "the line says whose views these are",
    "syndication": "the line says where the text comes from or appeared",
    "disclosure": "the line discloses commissions, sponsors or machines",
    "machine_translated": "the line says that a machine translated or summed up",
    "machine_made": "the line says that a machine helped to write",
    "no_advice": "the line says that the text is no advice",
    "consent": "the line asks for consent or names its terms",
    "undesirable": "the line warns readers of a legal designation",
    "warning": "the line warns the outlet's own readers",
    "notice_follows": "the line follows a notice and belongs to it",
}
# A disclosure of this kind is said of the page wherever it stands.
_EARNS = re.compile(r"\bcommissions?\b|\baffiliates?\b|\bprovision\b")
# A note in a box within a guest's piece: that the newsroom may think otherwise.
_NEWSROOM = "meinung der redaktion"
# These say on their own what they are, wherever they stand.
_ANYWHERE = frozenset({"copyright", "consent", "warning", "notice_link", "machine_translated"})


def judge(view: View) -> dict[int, Verdict]:
    """Drop the notices of a page, and what belongs to them."""
    hits = {i: hit for i in view.open() if (hit := notice_of(view.lines[i])) is not None}
    if not hits:
        return {}
    place = place_of(view, lambda i: i in hits or promo_of(view.lines[i]) is not None)
    found: dict[int, Verdict] = {}
    for index in view.open():
        line = view.lines[index]
        hit = hits.get(index)
        if hit is not None and _stands(view, index, hit, place):
            found[index] = _verdict(hit)
        elif _follows(view, index, line, found):
            found[index] = _verdict(Hit("notice_follows", line.key[:40]))
    return found


def notice_of(line: Line) -> Hit | None:
    """Which notice a line is by its wording, or None.

    >>> from copydesk.text import line
    >>> notice_of(line("© 2019 The Harbour Post. All rights reserved.")).rule
    'copyright'
    >>> notice_of(line("The court reserved all rights of appeal.")) is None
    True
    """
    size = bulk(line)
    if not line.key or size > _MOST_WORDS:
        return None
    if is_quoted(line.text):
        return None
    hit = NOTICES.is_whole(line) or NOTICES.opens(line) or NOTICES.holds(line)
    if hit is not None and _is_meant(line, hit):
        return hit
    return _owned(line, size) or _warned(line)


def _is_meant(line: Line, hit: Hit) -> bool:
    """Whether a phrase that stories use too is said here of the page itself."""
    if hit.phrase.startswith("copyright") and hit.phrase != line.key:
        return _OWNED.match(line.lower) is not None
    opens = opens_with(line.key, hit.phrase)
    if hit.phrase in _TITLED and opens and hit.phrase != line.key:
        return line.text[len(hit.phrase) :].lstrip()[:1] == ":"
    if hit.rule == "views_disclaimer" and not opens:
        return _VIEWS.search(line.lower) is not None
    if hit.phrase.startswith(("originally published", "first published")):
        return bulk(line) <= _MOST_ORIGIN_WORDS
    if hit.rule in _OF_THE_PIECE and not opens:
        return _PIECE.match(line.lower) is not None or "syndicated" in hit.phrase
    return True


def _owned(line: Line, size: int) -> Hit | None:
    if size > _MOST_SIGN_WORDS or ("©" not in line.text and "opyright" not in line.text):
        return None
    # Who made a picture and who sells it stand in one line: "Copyright Ada Quill/Copyright 2031 Example".
    if line.lower.count("copyright") > 1 and not _OWNED.match(line.lower):
        return None
    if _OWNED.match(line.lower) or (_OWNED_LATER.search(line.lower) and not _PICTURE.search(line.lower)):
        return Hit("copyright", "©")
    return None


def _warned(line: Line) -> Hit | None:
    if line.lower[:3] in _WARNING_STARTS and _WARNING.search(line.lower) and _WARNED.search(line.lower):
        return Hit("warning", "if you are in …")
    return None


def _stands(view: View, index: int, hit: Hit, place: Place) -> bool:
    """Whether the line may be a notice where it stands: outright, or at the edge of the story."""
    if hit.rule == "undesirable":
        return _is_outlets(view, index, place)
    if hit.phrase in _CLOSES and not _closes_notice(view, index):
        return False
    line = view.lines[index]
    anywhere = hit.rule in _ANYWHERE or (hit.rule == "disclosure" and _EARNS.search(line.lower) is not None)
    anywhere |= hit.rule == "views_disclaimer" and _NEWSROOM in line.lower
    if place.first < 0 or (anywhere and _is_outright(line, hit)) or _disclaims(line, hit):
        return True
    if view.in_reading and not view.in_reading[index]:
        return True
    return place.before(index) or place.behind(index) or place.share_behind(index) <= _EDGE


def _closes_notice(view: View, index: int) -> bool:
    """Whether what may close any window stands right below a notice, or something about one's data."""
    above = list(islice(view.above(index), _NEAR))
    told = (view.verdicts.get(i) for i in above)
    if any(verdict is not None and verdict.reason is Reason.NOTICE for verdict in told):
        return True
    return any(notice_of(view.lines[i]) is not None or _DATA.search(view.lines[i].lower) for i in above)


def _disclaims(line: Line, hit: Hit) -> bool:
    """Whether a line says at its start whose views these are, and later that others may not share them."""
    if hit.rule != "views_disclaimer" or not opens_with(line.key, hit.phrase):
        return False
    later = NOTICES.holds(line)
    return later is not None and later.rule == hit.rule


def _is_outright(line: Line, hit: Hit) -> bool:
    """Whether the phrase opens the line or is its mark: within a sentence it may be the story's."""
    return (
        opens_with(line.key, hit.phrase)
        or hit.rule == "views_disclaimer"
        or not hit.phrase[0].isalpha()
        or "reserved" in hit.phrase
        or hit.rule == "warning"
        or (hit.rule == "consent" and "klick" in hit.phrase)  # what its reader has to do first
    )


def _is_outlets(view: View, index: int, place: Place) -> bool:
    """Whether a legal designation is the outlet's own: behind the story and of the outlet, or a footnote."""
    line = view.lines[index]
    if bulk(line) > _MOST_DESIGNATION_WORDS or not place.behind(index):
        return False
    if line.text.startswith("*") or _warned(line) is not None:
        return True
    if any(_warned(near) for near in view.lines[index + 1 : index + 3]):
        return True
    return any(opens_with(line.key, name) for name in _outlets(view))


def _outlets(view: View) -> set[str]:
    """What the outlet calls itself, by key: declared, of its profile, or named as the writer."""
    stated = list(view.declared.values("publisher"))
    if view.profile is not None:
        stated.append(view.profile.publisher)
    for verdict in view.verdicts.values():
        stated += [value for name, value in verdict.facts if name == "authors"]
    return {folded for name in stated if (folded := key(name))}


def _follows(view: View, index: int, line: Line, found: dict[int, Verdict]) -> bool:
    above = found.get(index - 1) or view.verdicts.get(index - 1)
    if above is None or above.reason is not Reason.NOTICE or line.word_count > _MOST_FOLLOWER_WORDS:
        return False
    if above.rule == "notice_follows":
        return False
    # "Read more" that leads nowhere itself heads what is below.
    alone = promo_of(line) if not view.pasted and view.blocks[index].link_density == 0 else None
    heads = alone is not None and alone.rule == "related_heading"
    return _FOLLOWERS.opens(line) is not None and not leads_on(line) and not heads


def _verdict(hit: Hit) -> Verdict:
    if hit.rule == "notice_link" and hit.phrase in _AGREES:
        said = f"the line is a button that agrees or declines: {hit.phrase!r}"
        return dropped(hit.rule, Reason.NOTICE, said)
    return dropped(hit.rule, Reason.NOTICE, f"{_EVIDENCE[hit.rule]}: {hit.phrase!r}")
