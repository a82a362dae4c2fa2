"""Residue of page code: size labels, unfilled variables, separators, players, place holders."""

from __future__ import annotations

import re
import unicodedata

from copydesk.extract.paths import path_end
from copydesk.judge.phrases.template import RESIDUE
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line

_MAX_CHARS = 300

_SIZES = re.compile(
    r"(?:xxs|xs|sm|md|lg|xl|xxl|s|m|l)(?:[\s,|/]+(?:xxs|xs|sm|md|lg|xl|xxl|s|m|l)){0,8}$", re.IGNORECASE
)
_SIZE_WORDS = frozenset({"xxs", "xs", "sm", "md", "lg", "xl", "xxl"})

_VARIABLE = re.compile(
    r"\{\{[^{}]{0,120}\}\}|\$\{[^{}]{0,120}\}|\{%[^{}]{0,120}%\}|<%[^<>]{0,120}%>|\[\[[^\[\]]{1,80}\]\]"
    r"|%%[\w.]{1,60}%%"
)
_SLOT = re.compile(r"%(?:\d\$)?[sd]|\{\d\}|\$[A-Za-z_]\w{2,40}\$|@@\w{1,40}@@|__\w{2,40}__")
# "[button link=...]Send it[/button]": what a page's software should have put a button for.
_SHORTCODE = re.compile(r"^\[([a-z][\w-]{2,20})(?:\s[^\]]{0,200})?\].{0,200}\[/\1\]$", re.IGNORECASE)
# "[signup form=12]" stands for something by itself, "[/cta" is what is left of a pair.
_LONE_SHORTCODE = re.compile(
    r"\[/[a-z][\w-]{2,20}\]?|\[[a-z][\w-]{2,20}(?:\s[\w-]{1,20}=[^\]\s]{1,80}){1,6}\s?/?\]", re.IGNORECASE
)
# "[CTA_MODULE]": where a module of the page was to stand.
_MODULE = re.compile(r"\[[A-Z]{2,20}(?:_[A-Z]{2,20}){1,3}\]")
# "showPaywall:": the name of a variable, and nothing behind it.
_NAME = re.compile(r"[a-z]{2,20}(?:[A-Z][a-z0-9]{1,20}){1,4}:")
_EMPTY_IMAGE = re.compile(r"(?:image[ -]?placeholder|placeholder[ -]?image)[ _-]{0,2}\d{1,3}", re.IGNORECASE)
_VOTES = re.compile(r"%?\s?\d{1,7}\s?%?\s(?:votes?|голос(?:а|ов)?|stimmen|votos|voti|głosów)", re.IGNORECASE)
_SLOT_WORDS = 8
# What players and empty frames say, and parts of a site and its tools are called. A player is so near.
_PLAIN = frozenset({"auto", "text", "quality", "settings", "chapters", "duration"})
_PLAYER_NAMED = re.compile(r"play(?:er|back)|video|audio|(?<![a-z])(?:vjs|mejs|jw|plyr|hls)", re.IGNORECASE)
_NEAR = 6
_NOTHING = frozenset(
    {
        "undefined", "null", "nan", "none", "true", "false", "[object object]", "object object", "n/a", "tbd",
        "todo", "[]", "{}", "()", "&nbsp;", "nbsp", "error", "invalid date", "placeholder", "untitled",
        "no title", "caption", "image", "text", "title here", "headline here", "script", "empty",
    }
)  # fmt: skip
_CODE = re.compile(
    r"^(?:var|let|const|function|if|for|return|window|document|import|@media|@import|\$|jQuery|googletag|dataLayer|"
    r"_gaq|ga|fbq)\s?[\w.$]{0,60}\s?[=({.\[]|^</?[a-z][\w-]{0,20}(?:\s[^<>]{0,200})?/?>$"
    r"|^[.#]?[\w-]{1,40}\s?\{\s?[\w-]{2,30}\s?:[^{}]{1,200}\}?$|^//\s?<!\[CDATA\[|^//\s?\]\]>|^<!--|^-->$"
)
# "-END-": so agencies and press offices close a text.
_AROUND_END = " -–—#/*.()[]"
_CODE_ENDS = frozenset("{};>)]")

_PLAYER = re.compile(
    r"(?:(?:auto|embed|share|\d{3,4}p|\d{2,4} ?kbps|mp3|mp4|hd|sd|\d{1,2}:\d\d(?::\d\d)?|[/|•,-]|audio only)"
    r"\s?){1,16}(?:\||$)",
    re.IGNORECASE,
)
_PLAYER_MARK = re.compile(r"\d(?:\d{2,3}[pP]\b|:\d\d(?!\s?•))")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_LOREM = re.compile(r"\blorem ipsum dolor\b|\bdolor sit amet,? consectetur\b", re.IGNORECASE)


def judge(view: View) -> dict[int, Verdict]:
    """Drop lines that page code left behind."""
    found = {}
    for index in view.open():
        line = view.lines[index]
        if len(line.text) > _MAX_CHARS and not _LOREM.search(line.text[:_MAX_CHARS]):
            continue
        if not view.pasted and not view.in_reading[index] and _CLOCK.fullmatch(line.text):
            continue  # outside the story as much the hour of another one as the length of a recording
        verdict = _judge(line, view.blocks[index].kind, marked_up=not view.pasted)
        if verdict is not None and not (line.key in _PLAIN and _is_label(view, index)):
            found[index] = verdict
    found.update(_lone_sizes(view, found))
    return found


def _is_label(view: View, index: int) -> bool:
    """Whether a left-out word that players use stands where none is: a button, or a part of the site."""
    if view.pasted or view.in_reading[index]:
        return False
    return _PLAYER_NAMED.search(path_end(view.blocks[index].path, _NEAR)) is None


def _judge(line: Line, kind: Kind, *, marked_up: bool) -> Verdict | None:
    if kind is Kind.CODE:
        return _separator(line)
    # A heading of one everyday word ("Quality", "Chapters") is a heading where markup says so.
    if marked_up and kind is Kind.HEADING and line.word_count == 1:
        return _variable(line)
    return _separator(line) or _sizes(line) or _phrase(line) or _shape(line) or _variable(line) or _code(line)


def _is_rating(sign: str) -> bool:
    """Whether a sign is one of money or a star: "$$" says what a thing costs, "★★★☆" how good it is."""
    return sign in "★☆⭐" or unicodedata.category(sign) == "Sc"


def _separator(line: Line) -> Verdict | None:
    if line.key or any(map(str.isalnum, line.text)) or all(map(_is_rating, line.text.replace(" ", ""))):
        return None
    return dropped("separator", Reason.TEMPLATE, "no letter and no digit on the line")


def _sizes(line: Line) -> Verdict | None:
    if len(line.text) > 40 or not _SIZES.match(line.text):
        return None
    names = line.key.split()
    if any(name in _SIZE_WORDS for name in names):
        return dropped("size_labels", Reason.TEMPLATE, f"names of screen sizes: '{line.text}'")
    return None


def _lone_sizes(view: View, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """S, M and L alone on a line, beside a line that surely is such a name."""
    more: dict[int, Verdict] = {}
    letters = [i for i in view.open() if i not in found and view.lines[i].key in ("s", "m", "l")]
    for index in [*letters, *reversed(letters)]:  # twice, to reach them from either end of the row
        beside = [found.get(k) or more.get(k) for k in (index - 1, index + 1)]
        if any(v is not None and v.rule == "size_labels" for v in beside):
            more[index] = dropped("size_labels", Reason.TEMPLATE, "beside other names of screen sizes")
    return more


def _phrase(line: Line) -> Verdict | None:
    if line.key in RESIDUE or (
        line.lower in _NOTHING and line.text not in ("Error", "None", "True", "False")
    ):
        return dropped("residue", Reason.TEMPLATE, f"a place holder or player text: '{line.text[:60]}'")
    if line.key == "end" and line.text.strip(_AROUND_END) == "END":
        return dropped("residue", Reason.TEMPLATE, f"says that the text ends here: '{line.text}'")
    if "dolor" in line.lower and _LOREM.search(line.text):
        return dropped("lorem_ipsum", Reason.TEMPLATE, "blind text of a page template")
    if len(line.text) > 120:
        return None
    marked = _PLAYER_MARK.search(line.text) is not None or "kbps" in line.lower
    if marked and _PLAYER.fullmatch(line.text):
        return dropped("player", Reason.TEMPLATE, "controls of a media player")
    return None


def _shape(line: Line) -> Verdict | None:
    if line.text[:1] == "[" and _is_shortcode(line.text):
        return dropped("shortcode", Reason.TEMPLATE, f"an unfilled shortcode: '{line.text[:60]}'")
    if _NAME.fullmatch(line.text):
        return dropped("variable", Reason.TEMPLATE, f"the name of a variable: '{line.text}'")
    if _EMPTY_IMAGE.fullmatch(line.text):
        return dropped("residue", Reason.TEMPLATE, f"holds the place of a picture: '{line.text}'")
    if _VOTES.fullmatch(line.text):
        return dropped("poll", Reason.TEMPLATE, f"the votes of a poll: '{line.text}'")
    return None


def _is_shortcode(text: str) -> bool:
    """Whether a line is a pair of a page's software with what is between it, or one part alone.

    >>> [_is_shortcode(t) for t in ("[button]Go[/button]", "[signup form=12]", "[/cta", "[sic]", "[a sigh]")]
    [True, True, True, False, False]
    """
    return bool(_SHORTCODE.match(text) or _LONE_SHORTCODE.fullmatch(text) or _MODULE.fullmatch(text))


def _variable(line: Line) -> Verdict | None:
    if ("{" in line.text or "%" in line.text or "[[" in line.text) and (match := _VARIABLE.search(line.text)):
        rest = line.word_count - len(match.group().split())
        if rest <= _SLOT_WORDS:
            return dropped("variable", Reason.TEMPLATE, f"an unfilled variable: '{match.group()[:60]}'")
    if line.word_count <= _SLOT_WORDS and not line.sentence and (match := _SLOT.search(line.text)):
        return dropped("variable", Reason.TEMPLATE, f"an unfilled variable: '{match.group()[:60]}'")
    return None


def _code(line: Line) -> Verdict | None:
    if line.text[-1] in _CODE_ENDS and _CODE.search(line.text):
        return dropped("code", Reason.TEMPLATE, "a line of page code")
    return None
