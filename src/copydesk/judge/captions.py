"""Captions and photo credits, by markup and by wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from copydesk.extract.byline import read_byline
from copydesk.extract.titles import host_names, squeeze
from copydesk.judge import figures, scene
from copydesk.judge.credited import SHORT_WORDS, is_caption_text, says_so, weak_tail
from copydesk.judge.links import LINE_WORDS
from copydesk.judge.phrases import pictures as marks
from copydesk.judge.promos import promo_of
from copydesk.judge.shape import is_prose, is_stamp, is_title_like, size
from copydesk.judge.twins import TWIN_WORDS, is_image_twin, is_spaced, printed_twice
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

# Captions with nothing but an agency in brackets behind them are shorter than paragraphs of the story.
_SIGNED_WORDS = 3
_MIDDLE_WORDS = 45
# The labels of pictures have no more words than the longest of `IMAGE_LABEL`.
_LABEL_WORDS = 10
# A line beside a picture is no byline or stamp if more words of it say something else.
_UNEXPLAINED = 2
# Paragraphs that must follow before the first one, with an agency behind it, is taken for a caption.
_STORY_AFTER = 2
# Blocks before the reading and behind it whose captions still belong to the story.
_MARGIN = 6
# ... and how far above the story the headline may be for all between them to belong to it.
_FAR_TITLE = 30

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
_AUTHOR_CARD = re.compile(r"[.#_-]author-?(?:card|box|bio|info)(?![a-z])", re.IGNORECASE)
# The number that an agency gives its text stands with the story, not with a picture.
_AGENCY_NUMBER = re.compile(r"\b[a-z]{2,6}:\d{5,}-\d")
# "© The Harbour Gazette, a paper of Example Media": the outlet's name first, if it has some letters.
_OWNER_WORDS, _OWNER_LETTERS = 10, 5
_WHOLLY_LINKED = 0.95
_NO_CAPTION_KINDS = frozenset({Kind.HEADING, Kind.TITLE, Kind.TABLE, Kind.QUOTE, Kind.CODE})


def judge(view: View) -> dict[int, Verdict]:
    """Drop captions and credits; their text goes to the captions of the article."""
    found: dict[int, Verdict] = {}
    edges = _edges(view)
    stage = scene.stage(view, story=edges.count > _STORY_AFTER) if view.pasted else scene.Stage()
    known = dict.fromkeys(figures.holders(view), "")  # the steps of DOM paths recur from block to block
    for index in view.open():
        if not view.pasted and (said := figures.speaker(view, index)) is not None:
            found |= said
            continue
        verdict = (
            _label(view.lines[index]) or _marked(view, index, edges, known) or _worded(view, index, edges)
        )
        if verdict is None and index in stage.lines:
            verdict = scene.on_stage(view, index, stage)
        if verdict is not None:
            found[index] = verdict
    near = partial(_is_near, edges=edges)
    found |= _of_promos(view, found) if not view.pasted else {}
    if not view.pasted:
        found |= figures.said_again(view, found)
        found |= figures.listed_credits(view, found)
        found |= _credits_beside(view, found)
        found |= figures.above_credits(view, found, near)
        found |= figures.video_titles(view, found, near)
    return found | figures.with_facts(view, found, partial(_is_of_story, view, edges=edges))


def _of_promos(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The credits of pictures whose captions are promos: they go with them."""
    promos = {i for i, verdict in found.items() if verdict.reason is Reason.PROMO}
    figures_ = {next(view.page.elements[i].iterancestors("figure"), None): i for i in sorted(promos)}
    figures_.pop(None, None)
    others = (
        (i, next(view.page.elements[i].iterancestors("figure"), None)) for i in found if i not in promos
    )
    told = "in one figure with a caption that is a promo"
    return (
        {i: dropped("promo_figure", Reason.PROMO, told) for i, box in others if box in figures_}
        if figures_
        else {}
    )


def _credits_beside(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """The credits right above and below captions, wherever on the page: they are of the same picture."""
    captions = [i for i, verdict in found.items() if verdict.reason is Reason.CAPTION]
    beside = {other for i in captions for other in (i - 1, i + 1)} - found.keys() - view.verdicts.keys()
    near = (i for i in beside if 0 <= i < len(view.blocks) and not view.in_reading[i])
    credits_ = ((i, _by_words(view, i)) for i in near)
    return {i: verdict for i, verdict in credits_ if verdict is not None and verdict.rule == "credit_line"}


def _marked(view: View, index: int, edges: _Edges, known: dict[str, str]) -> Verdict | None:
    if view.pasted:
        return None
    if index > edges.last and _is_of_teaser(view, index):
        return dropped("linked_caption", Reason.PROMO, "below a picture that leads to another story")
    card = _AUTHOR_CARD.search(view.blocks[index].path) is not None
    told = index > edges.last and view.lines[index].sentence
    if (card or told) and (author := _portrayed(view, index)) is not None:
        evidence = f"a sentence about {author!r} below a picture, behind the story or in a card of its own"
        return dropped("author_caption", Reason.AUTHOR_BIO, evidence)
    if _is_menu_word(view, index, edges):
        return None
    return _by_markup(view.blocks[index], view.lines[index], known)


def _worded(view: View, index: int, edges: _Edges) -> Verdict | None:
    """By words and place. Far from the reading only markup is asked: the line is outside anyway."""
    if not (view.pasted or view.in_reading[index] or _is_near(index, edges)):
        return None
    line = view.lines[index]
    # Behind all that is read of pasted text, "© The Gazette" owns the page.
    if view.pasted and line.text.startswith("©") and view.in_reading and not any(view.in_reading[index:]):
        return None
    if index > edges.last and (_is_of_outlet(view, line) or _AGENCY_NUMBER.search(line.text)):
        return None
    return _by_words(view, index) or _by_place(view, index, edges)


def _is_of_outlet(view: View, line: Line) -> bool:
    """Whether a line is the outlet's own name behind the sign of copyright: the story's, not a picture's."""
    if not line.text.startswith("©") or line.word_count > _OWNER_WORDS:
        return False
    hosts = host_names(view.page.url or view.page.canonical_url)
    own = map(squeeze, (*view.declared.values("publisher"), *hosts))
    owner = squeeze(line.text.strip("© ."))
    return any(owner == name or (len(name) >= _OWNER_LETTERS and owner.startswith(name)) for name in own)


def _is_of_teaser(view: View, index: int) -> bool:
    """Whether a caption is a link no longer than a headline, and no photo credit."""
    block, line = view.blocks[index], view.lines[index]
    linked = block.kind is Kind.CAPTION and block.link_density >= _WHOLLY_LINKED
    short = line.word_count < LINE_WORDS.stop
    return linked and short and not view.in_reading[index] and says_so(line) is None


def _portrayed(view: View, index: int) -> str | None:
    """The declared author whom a line below a portrait introduces."""
    line = view.lines[index]
    if view.blocks[index].kind is not Kind.CAPTION:
        return None
    names = (name for name in map(key, view.declared.values("authors")) if " " in name)
    return next((name for name in names if name in line.key), None)


def _is_menu_word(view: View, index: int, edges: _Edges) -> bool:
    """Whether a line is of few words and far from the story: there pages name all sorts of things so."""
    few = view.lines[index].word_count <= _MENU_WORDS and view.blocks[index].kind is not Kind.CAPTION
    return few and not view.in_reading[index] and not _is_near(index, edges)


@dataclass(frozen=True, slots=True)
class _Edges:
    """First paragraph of the story, last one, how many there are, and the first that is no caption.

    `spaced` says whether a pasted page puts blank lines between its paragraphs; `top` is the headline, if it
    is right above; `end` is the last line of the reading, which may be one of a list.
    """

    first: int
    last: int
    count: int
    body: int
    spaced: bool
    top: int
    end: int


def _edges(view: View) -> _Edges:
    prose = [
        i
        for i, line in enumerate(view.lines)
        if is_prose(line) and i not in view.verdicts and (view.pasted or view.in_reading[i])
    ]
    # A list of winners is a story as well, or the end of one.
    read = [] if view.pasted else [i for i in view.open() if view.in_reading[i]]
    prose = prose or read
    if not prose:
        nowhere = len(view.blocks)
        return _Edges(nowhere, -1, 0, nowhere, spaced=False, top=nowhere, end=-1)
    body = next((i for i in prose if not _is_no_body(view, i)), prose[-1]) if view.pasted else prose[0]
    title = next((i for i, v in view.verdicts.items() if v.keep and v.kind is Kind.TITLE), prose[0])
    top = title if 0 <= prose[0] - title <= _FAR_TITLE else prose[0]
    end = max([prose[-1], *read[-1:]])
    return _Edges(prose[0], prose[-1], len(prose), body, view.pasted and is_spaced(view), top, end)


def _label(line: Line) -> Verdict | None:
    if line.word_count <= _LABEL_WORDS and len(line.text) <= 50 and marks.IMAGE_LABEL.match(line.text):
        return dropped("image_label", Reason.CAPTION, f"a label or button of an image: '{line.text}'")
    return None


def _by_markup(block: Block, line: Line, known: dict[str, str]) -> Verdict | None:
    if block.kind is Kind.CAPTION or _is_heading_below_picture(block):
        return _beside_picture(line) or dropped("figcaption", Reason.CAPTION, "marked up as a caption")
    if block.kind in _NO_CAPTION_KINDS or not block.path:
        return None
    # Style sheets name sizes of letters so, too ("text-sub-caption"): a caption is no link.
    linked = block.link_density >= _WHOLLY_LINKED
    if line.word_count > SHORT_WORDS or is_stamp(line) or linked:
        return None
    for step in block.path.split("/")[-figures.NEAR_ELEMENTS :]:
        if step not in known:
            known[step] = figures.named(step)
        if known[step]:
            return _call_beside(line) or dropped(
                "caption_markup", Reason.CAPTION, f"inside markup named '{known[step]}'"
            )
    return None


def _is_heading_below_picture(block: Block) -> bool:
    """Whether a heading stands in a `figcaption`: some pages mark up the caption's text so."""
    if block.kind is not Kind.HEADING or block.link_density >= _WHOLLY_LINKED:
        return False
    return any(step.startswith("figcaption") for step in block.path.split("/")[-figures.NEAR_ELEMENTS :])


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


def _by_words(view: View, index: int) -> Verdict | None:
    line = view.lines[index]
    if view.blocks[index].kind is Kind.HEADING and not view.pasted:
        return None
    evidence = says_so(line)
    # "Photos: The pier of Port Ellen", a link to them.
    linked = not view.pasted and view.blocks[index].link_density >= _WHOLLY_LINKED
    if evidence is None or (linked and line.word_count in LINE_WORDS):
        return None
    rule = (
        "credit_line" if line.word_count <= marks.CREDIT_LINE_WORDS and not line.sentence else "credit_tail"
    )
    return dropped(rule, Reason.CAPTION, evidence)


def _by_place(view: View, index: int, edges: _Edges) -> Verdict | None:
    line = view.lines[index]
    head = index <= edges.first and edges.count > _STORY_AFTER
    if (twin := _printed_twice_here(view, index, edges)) is not None:
        return twin
    if weak_tail(line) and index != edges.last:
        if head and (view.pasted or view.in_reading[index]):
            return dropped("agency_tail", Reason.CAPTION, "ends with an agency's name, above the story")
        told = marks.SCENE.search(line.text) or marks.PICTURED_BY.search(line.text)
        if line.word_count <= _MIDDLE_WORDS and told:
            return dropped(
                "agency_tail", Reason.CAPTION, "describes a picture and ends with an agency's name"
            )
    # A shorter one may sign the story: "mq/Reuters".
    left_out = view.pasted and view.in_reading and (not view.in_reading[index] or view.doubt[index])
    if left_out and line.word_count > _SIGNED_WORDS and weak_tail(line):
        return dropped("agency_tail", Reason.CAPTION, "left out, and ends with an agency's name")
    if view.pasted and head and _stands_above_stamp(view, index):
        return _scene_above_stamp(line)
    return None


def _printed_twice_here(view: View, index: int, edges: _Edges) -> Verdict | None:
    if not view.pasted or not printed_twice(view, index):
        return None
    # Behind all that is read buttons and notes of forms are printed twice.
    if view.in_reading and not any(view.in_reading[index:]):
        return None
    line = view.lines[index]
    above = index <= edges.body
    if (
        above
        or is_caption_text(line)
        or marks.SCENE.search(line.text)
        or (edges.spaced and is_image_twin(view, index))
    ):
        return dropped(
            "printed_twice", Reason.CAPTION, "printed twice in a row, as a caption and its image's text"
        )
    return None


def _is_no_body(view: View, other: int) -> bool:
    """Whether a line is no paragraph of the story: short, printed twice or a caption."""
    return not is_prose(view.lines[other]) or printed_twice(view, other) or is_caption_text(view.lines[other])


def _stands_above_stamp(view: View, index: int) -> bool:
    """Whether the next line is a byline, stamp or dateline: what comes before is no body yet."""
    below = index + 1
    return below < len(view.lines) and is_stamp(view.lines[below]) and size(view.lines[index]) >= TWIN_WORDS


def _scene_above_stamp(line: Line) -> Verdict | None:
    if line.text[0].islower() and (line.sentence or is_prose(line)):
        return dropped("lost_initial", Reason.CAPTION, "above the byline, and its first letter is lost")
    if (
        not is_stamp(line)
        and marks.SCENE.search(line.text)
        and not (is_title_like(line) and not line.sentence)
    ):
        return dropped("scene", Reason.CAPTION, "describes a picture, above the byline")
    return None


def _is_of_story(view: View, index: int, edges: _Edges) -> bool:
    """Whether a caption is of the story's pictures: near it, or below a picture right above its headline."""
    above = edges.top - _MARGIN <= index < edges.top and view.blocks[index].kind is Kind.CAPTION
    return _is_near(index, edges) or (above and size(view.lines[index]) >= TWIN_WORDS)


def _is_near(index: int, edges: _Edges) -> bool:
    return min(edges.first - _MARGIN, edges.top) <= index <= edges.end + _MARGIN
