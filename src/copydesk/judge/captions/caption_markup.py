"""Which lines a page's markup makes captions, and which of those beside a picture are none."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import Any

from copydesk.extract.authors.byline import read_byline
from copydesk.extract.paths import last_steps, path_end
from copydesk.judge.boxes import few_inside
from copydesk.judge.captions import figures
from copydesk.judge.captions.caption_place import StoryEdges, is_near
from copydesk.judge.captions.credited import SHORT_WORDS, says_so
from copydesk.judge.phrases import pictures as marks
from copydesk.judge.phrases.table import read_topic
from copydesk.judge.phrases.template import RESIDUE
from copydesk.judge.promos.links import LINE_WORDS
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.shape import is_stamp
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

# A line beside a picture is no byline or stamp if more words of it say something else.
_UNEXPLAINED = 2

_SIGN_UP = re.compile(
    r"\bget a (?:free )?subscription\b"
    r"|\b(?:(?:jetzt|kostenlos|gratis|hier) (?:anmelden|abonnieren|bestellen)|sign up (?:here|now|for free)"
    r"|subscribe (?:here|now)|(?:inscrivez|abonnez)-vous(?: ici)?"
    r"|(?:suscríbete|apúntate)(?: aquí| gratis)?|iscriviti(?: qui| gratis)?|meld je (?:hier |nu )?aan)[.!]?$",
    re.IGNORECASE,
)
# What leads to another story wherever it stands; "Photos:" may also lead to who took them.
_RELATED = frozenset(("related", "read more", "read also", "see also", "more on this story"))
_MENU_WORDS = 3
_LABELS = read_topic("left_out").table
_BIOS = read_topic("bios").table
_ADVERT = re.compile(r"(?<![a-z])(?:advert(?:s|isements?|ising)?|commercials?)(?![a-z])", re.IGNORECASE)
# What a caption is of, and how far above a line an element holds it, or stands right behind it.
_SHOWN = frozenset(
    ("img", "picture", "figure", "video", "audio", "iframe", "amp-img", "canvas", "table", "object")
) | {"embed", "noscript", "svg"}
_SHOWN_NEAR = 5
_FIRST = 200
# What a button beside a picture says, and what one around it holds.
_BUTTON_WORDS = 4
_PICTURES = frozenset({"img", "picture", "amp-img", "video"})
# A form with more lines is the page.
_FORM_LINES = 40
_STORY = frozenset({"body", "main", "article", "form"})
# A legend is a picture's, or says what a form or a window has.
_CAPTCHA = re.compile(r"captcha", re.IGNORECASE)
_WINDOW_LEGEND = re.compile(r"(?<![a-z])(?:modal|dialog|popup)(?![a-z]).*legend", re.IGNORECASE)
_AUTHOR_CARD = re.compile(r"[.#_-]author-?(?:card|box|bio|info)(?![a-z])", re.IGNORECASE)
WHOLLY_LINKED = 0.95
_NO_CAPTION_KINDS = frozenset({Kind.HEADING, Kind.TITLE, Kind.TABLE, Kind.QUOTE, Kind.CODE})


def marked(view: View, index: int, edges: StoryEdges, known: dict[str, str]) -> Verdict | None:
    """What a line is by its element; `known` has what the steps of paths are called that were asked about."""
    if view.pasted:
        return None
    if index > edges.last and _BIOS.is_whole(view.lines[index]) is not None:
        return None  # "About the Author", whatever its element is called
    if index > edges.last and _is_of_teaser(view, index):
        return dropped("linked_caption", Reason.PROMO, "below a picture that leads to another story")
    card = _AUTHOR_CARD.search(view.blocks[index].path) is not None
    told = index > edges.last and view.lines[index].sentence
    if (card or told) and (author := _portrayed(view, index)) is not None:
        evidence = f"a sentence about {author!r} below a picture, behind the story or in a card of its own"
        return dropped("author_caption", Reason.AUTHOR_BIO, evidence)
    return None if _is_menu_word(view, index, edges) else _in_markup(view, index, edges, known)


def _in_markup(view: View, index: int, edges: StoryEdges, known: dict[str, str]) -> Verdict | None:
    """What a line is by the names of the elements around it, if these speak of a picture."""
    verdict = _by_markup(view.blocks[index], view.lines[index], known)
    if verdict is not None and verdict.reason is Reason.CAPTION and _is_button(view, index):
        return dropped("control", Reason.NAVIGATION, "a button beside a picture")
    named = verdict is not None and verdict.rule == "caption_markup"
    return None if named and not _is_of_picture(view, index, edges) else verdict


def _is_of_picture(view: View, index: int, edges: StoryEdges) -> bool:
    """Whether a line in an element named so is a picture's: other boxes have captions, and forms legends."""
    line, path, near = view.lines[index], view.blocks[index].path, is_near(index, edges)
    label = _LABELS.is_whole(line)
    if (label is not None and label.rule == "byline_label") or (not near and _ADVERT.search(path)):
        return False
    if _is_of_form(view, index):
        return False
    if _has_picture(view, index):
        return True
    # Some pages show their pictures by a script alone.
    told = line.word_count > _MENU_WORDS or says_so(line) is not None or line.text[0] == "©"
    told = told or "credit" in path_end(path, figures.NEAR_ELEMENTS).lower()
    return told and near and not _is_in_form(view, index)


def _is_of_form(view: View, index: int) -> bool:
    """Whether a line is of a form that nothing of the story is in, or of a window, and of no figure."""
    element, path = view.page.elements[index], view.blocks[index].path
    if next(element.iterancestors("figure"), None) is not None:
        return False
    if _CAPTCHA.search(path) is not None or _WINDOW_LEGEND.search(path) is not None:
        return True
    form = next(element.iterancestors("form", "fieldset"), None)
    lines = None if form is None else few_inside(view, index, form, _FORM_LINES)
    return lines is not None and not any(view.in_reading[i] for i in lines)


def _has_picture(view: View, index: int) -> bool:
    """Whether something is shown near a line, in an element around it or right before one."""
    element = view.page.elements[index]
    for box in islice(chain([element], element.iterancestors()), _SHOWN_NEAR):
        if box.tag in _STORY:
            return False
        before = box.getprevious()
        if _shows(box) or (before is not None and _shows(before)):
            return True
    return False


def _shows(box: Any) -> bool:
    """Whether an element is or has a picture or the like among its first elements: large ones are pages."""
    return any(one.tag in _SHOWN for one in islice(box.iter(), _FIRST))


def _is_in_form(view: View, index: int) -> bool:
    return next(view.page.elements[index].iterancestors("form", "fieldset", "dialog"), None) is not None


def _is_of_teaser(view: View, index: int) -> bool:
    """Whether a caption is a link no longer than a headline, and no photo credit."""
    block, line = view.blocks[index], view.lines[index]
    linked = block.kind is Kind.CAPTION and block.link_density >= WHOLLY_LINKED
    short = line.word_count < LINE_WORDS.stop
    return linked and short and not view.in_reading[index] and says_so(line) is None


def _portrayed(view: View, index: int) -> str | None:
    """The declared author whom a line below a portrait introduces."""
    line = view.lines[index]
    if view.blocks[index].kind is not Kind.CAPTION:
        return None
    names = (name for name in map(key, view.declared.values("authors")) if " " in name)
    return next((name for name in names if name in line.key), None)


def _is_button(view: View, index: int) -> bool:
    """Whether a line is a few words in a button of a figure, which has no picture in it to be clicked on."""
    element = view.page.elements[index]
    if view.lines[index].word_count > _BUTTON_WORDS or next(element.iterancestors("figure"), None) is None:
        return False
    around = chain([element], islice(element.iterancestors(), _SHOWN_NEAR))
    button = next((one for one in around if one.tag == "button"), None)
    return button is not None and not any(one.tag in _PICTURES for one in islice(button.iter(), _FIRST))


def _is_menu_word(view: View, index: int, edges: StoryEdges) -> bool:
    """Whether a line is of few words and far from the story: there pages name all sorts of things so."""
    few = view.lines[index].word_count <= _MENU_WORDS and view.blocks[index].kind is not Kind.CAPTION
    return few and not view.in_reading[index] and not is_near(index, edges)


def _by_markup(block: Block, line: Line, known: dict[str, str]) -> Verdict | None:
    if block.kind is Kind.CAPTION or _is_heading_below_picture(block):
        return _beside_picture(line) or dropped("figcaption", Reason.CAPTION, "marked up as a caption")
    if block.kind in _NO_CAPTION_KINDS or not block.path:
        return None
    # Style sheets name sizes of letters so, too ("text-sub-caption"): a caption is no link.
    linked = block.link_density >= WHOLLY_LINKED
    if line.word_count > SHORT_WORDS or is_stamp(line) or linked or line.key in RESIDUE:
        return None
    for step in last_steps(block.path, figures.NEAR_ELEMENTS):
        if step not in known:
            known[step] = figures.named(step)
        if known[step] and _is_byline_label(line):
            return dropped("byline_label", Reason.BYLINE, f"is a label of bylines: '{line.text}'")
        if known[step]:
            return _call_beside(line) or dropped(
                "caption_markup", Reason.CAPTION, f"inside markup named '{known[step]}'"
            )
    return None


def _is_byline_label(line: Line) -> bool:
    """Whether a line is "Author" or the like: style sheets call small letters of all sorts a caption's."""
    hit = _LABELS.is_whole(line)
    return hit is not None and hit.rule == "byline_label"


def _is_heading_below_picture(block: Block) -> bool:
    """Whether a heading stands in a `figcaption`: some pages mark up the caption's text so."""
    if block.kind is not Kind.HEADING or block.link_density >= WHOLLY_LINKED:
        return False
    return any(step.startswith("figcaption") for step in last_steps(block.path, figures.NEAR_ELEMENTS))


def _beside_picture(line: Line) -> Verdict | None:
    """What stands where a caption should and is none: a byline or date, or a call to sign up."""
    # "Image:", and behind it whose; "Ada Quill at the pier Credit: Example".
    credited = marks.CREDIT_LABEL.search(line.text) is not None or says_so(line) is not None
    if not credited and is_stamp(line) and _is_byline(line):
        return dropped("stamp", Reason.BYLINE, f"a byline or date beside a picture: '{line.text[:60]}'")
    return _call_beside(line)


def _call_beside(line: Line) -> Verdict | None:
    """What asks its reader to do something else than look at the picture it stands at."""
    if (call := _SIGN_UP.search(line.text)) is not None:
        return dropped("call", Reason.PROMO, f"asks its reader to sign up, beside a picture: {call[0]!r}")
    hit = promo_of(line)
    if hit is None:
        return None
    if hit.rule == "related_line" and hit.phrase in _RELATED:
        return dropped(hit.rule, Reason.PROMO, f"leads to another story, beside a picture: {hit.phrase!r}")
    if hit.rule in ("call", "stock_line", "action"):
        return dropped(
            hit.rule, Reason.PROMO, f"asks its reader to sign up, beside a picture: {hit.phrase!r}"
        )
    return None


def _is_byline(line: Line) -> bool:
    """Whether a line beside a picture has a day or "by", and little else; a year is no day."""
    byline = read_byline(line.text)
    said = byline.labelled or byline.published is not None or byline.modified is not None
    return said and not byline.sourced and len(byline.rest.split()) <= _UNEXPLAINED
