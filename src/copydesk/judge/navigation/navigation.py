"""Menus, labels, breadcrumbs, tag lists, pagers and links for assistive software."""

from __future__ import annotations

import re

from copydesk.extract.paths import last_steps, path_end, without_pills
from copydesk.extract.titles.titles import host_names, squeeze
from copydesk.judge.left_out.furniture import of_box, shares
from copydesk.judge.navigation.arrows import ARROW, arrowed
from copydesk.judge.navigation.menu_links import NAV_PATH, around_story, as_story
from copydesk.judge.navigation.page_links import leads_to_part
from copydesk.judge.phrases.navigation import ACCESSIBILITY, FRAME, HOME, LABELS, SURE_FRAME
from copydesk.judge.place import place_of
from copydesk.judge.promos.networks import lead_to_networks
from copydesk.judge.shape import is_prose, size, stretch
from copydesk.judge.subjects.tag_links import filed, is_of_card, with_tags
from copydesk.judge.view import View
from copydesk.model import Block, Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

# What parts the steps of a trail.
_CRUMB = re.compile(r"\s(?:>{1,2}|›|»|/|→|⟩|::)\s|\s?[›»]\s?")
_CRUMB_WORDS = 30
_HERE = (
    "you are here",
    "du befindest dich hier",
    "sie befinden sich hier",
    "sie sind hier",
    "vous êtes ici",
    "estás aquí",
    "usted está aquí",
    "ti trovi in",
    "tu sei qui",
    "je bent hier",
)
_CRUMB_PART_WORDS = 5
_TAGS = re.compile(
    r"(?:tags?|topics?|keywords?|filed under|related topics|more on this|categories"
    r"|explore more on these topics"
    r"|schlagw[oö]rter|schlagworte|themen|stichw[oö]rter|mots[- ]cl[ée]s|th[èe]mes|sur le m[êe]me sujet"
    r"|etiquetas|temas|palabras clave|archivado en|argomenti|tag correlati|assuntos|palavras-chave"
    r"|onderwerpen|trefwoorden|ämnen|emner|теги|темы|ключевые слова|теми|etiketler|konular|标签|关键词|الوسوم"
    r"|كلمات مفتاحية)"
    r"\s?[:：]\s?\S",
    re.IGNORECASE,
)
_TAG_WORDS = 40
_HASHTAGS = re.compile(r"(?:#[^\s#,]{1,60}[\s,]{0,3}){1,30}$")
_PAGER = re.compile(
    r"(?:[«‹<←]\s?)?(?:(?:page|seite|página|pagina|pag\.?|sida|side|стр\.?|страница|sayfa)\s)?\d{1,3}"
    r"\s?(?:/|of|von|de|di|van|av|af|из|-)\s?\d{1,3}(?:\s?[»›>→|])?$"
    r"|(?:\d{1,3}\s){2,12}(?:\d{1,3}|next|weiter|»|›|>|\.\.\.)$|[«‹<←»›>→\s|]{1,5}$",
    re.IGNORECASE,
)
_ARROWED = re.compile(r"^[«‹←⟵]\s?\S|\S\s?[»›→⟶]$")
_ARROWS_BEFORE, _ARROWS_BEHIND = "«‹←⟵", "»›→⟶"
_ARROWED_WORDS = 16
_FRAME_WORDS = 6
# The rules that know a line by one word.
_WORD_RULES = frozenset({"accessibility", "label"})
# What buttons and counts are of, where the names of so many elements around tell.
_UNSURE = {
    "frame": frozenset({"share_box"}),
    "menu": frozenset({"share_box"}),
    "pager": frozenset({"promo_box", "share_box", "player"}),
}
_NEAR = 4
_MENU_LINE_WORDS = 4
_MENU_LINES = 4
_TAG_PATH = re.compile(
    r"[.#/](?:[\w-]{0,30}[-_])?(?:tags?|tag-?list|tag-?cloud|topics?|keywords|post-?tags|(?:entry|post|article)-?categories)(?:[-_.#/]|$)"
)
_LINKED = 0.7
_NAV_WORDS = 25


# The way to the site's front page, by whatever the site calls itself.
_HOMEWARD = re.compile(
    r"(?:zurück )?zur (?:\w+ )?startseite|(?:go back|back|return) to (?:the )?(?:\w+ )?home(?: ?page)?"
    r"|retour à l'accueil|volver a la portada|torna alla home(?:page)?|(?:tilbake )?til forsiden"
)


def is_label(line: Line) -> bool:
    """Whether a line is a label, a jump link or a button of the page's frame, in whole.

    >>> from copydesk.text import line
    >>> is_label(line("Breaking News")), is_label(line("Breaking news reached the town at noon"))
    (True, False)
    """
    known = line.key in LABELS or line.key in ACCESSIBILITY or line.key in FRAME
    return 0 < len(line.key) < 60 and (known or _HOMEWARD.fullmatch(line.key) is not None)


def is_trail(line: Line) -> bool:
    """Whether a line is the trail of steps from the site's front page to this one.

    >>> from copydesk.text import line
    >>> is_trail(line("Home / World / Ferry sinks")), is_trail(line("Ferry sinks / Captain saved"))
    (True, False)
    """
    return _as_crumbs(line) is not None


def judge(view: View) -> dict[int, Verdict]:
    """Drop what helps a reader to move about the site."""
    found = {}
    story = stretch(view) if view.pasted else range(0)
    around = around_story(view)
    for index in view.open():
        line = view.lines[index]
        inside = index in story if view.pasted else view.in_reading[index]
        linked = view.pasted or view.blocks[index].link_density > 0
        verdict = _by_words(line, inside=inside, linked=linked)
        if verdict is not None and verdict.evidence == ARROW and not view.pasted:
            home = _as_crumbs(line) if _begins_at_home(line) else None
            verdict = home or arrowed(view, index, verdict, inside=inside)
        verdict = verdict or (None if inside else _as_own_trail(view, line))
        if verdict is None and not view.pasted:
            verdict = _by_markup(view.blocks[index], line, inside=inside)
            if verdict is not None and verdict.rule == "menu" and not inside:
                verdict = as_story(view, index, around) or verdict
            if verdict is None and not inside and leads_to_part(view, index):
                verdict = dropped("pager", Reason.NAVIGATION, "leads to another part of the page's story")
        if verdict is None or (verdict.rule in _WORD_RULES and _is_of_story(view, index)):
            continue
        if not view.pasted:
            verdict = _by_box(view, index, verdict, inside=inside)
        if verdict is not None:
            found[index] = verdict
    if view.pasted:
        found.update(_menus(view, story, found))
    return found | with_tags(view, found)


def _by_box(view: View, index: int, verdict: Verdict, *, inside: bool) -> Verdict | None:
    """The verdict on a tag, a button or a count, or what the elements around say it is of."""
    block, line = view.blocks[index], view.lines[index]
    if verdict.rule == "tags" and is_of_card(view, index):
        return filed(line)
    if inside or verdict.rule not in _UNSURE:
        return verdict
    told = of_box(reversed(last_steps(block.path, _NEAR)))
    fits = told is not None and told[0] in _UNSURE[verdict.rule]
    if told is None or not fits:
        return verdict
    if told[0] == "share_box" and not (shares(line) or lead_to_networks(view, index)):
        return verdict
    return dropped(*told)


def _is_of_story(view: View, index: int) -> bool:
    """Whether a word that may be a label heads a part of the story, or is one of its list's items."""
    block, line = view.blocks[index], view.lines[index]
    if view.pasted or block.link_density or line.word_count > 1 or not view.in_reading[index]:
        return False
    # A label is there again and again, or names what is behind it.
    if line.text.endswith(":") or sum(line.key == other.key for other in view.lines) > 1:
        return False
    if block.kind is Kind.HEADING:
        if not (index > place_of(view).first and _is_read(view, index + 1)):
            return False
        below = view.blocks[index + 1]
        # It may head a part that has its own subheads.
        parted = below.kind is Kind.HEADING and block.level < below.level
        return parted or is_prose(view.lines[index + 1])
    return block.kind is Kind.LIST_ITEM and _is_read(view, index - 1) and _is_read(view, index + 1)


def _is_read(view: View, index: int) -> bool:
    return 0 <= index < len(view.blocks) and view.in_reading[index] and index not in view.verdicts


def _by_words(line: Line, *, inside: bool, linked: bool) -> Verdict | None:
    if len(line.text) > 400 or (
        line.sentence and line.word_count > _FRAME_WORDS and not line.text.endswith("…")
    ):
        return None
    if (verdict := _as_label(line, inside=inside)) is not None:
        return verdict
    if line.word_count <= _TAG_WORDS and not line.sentence:
        if (":" in line.text or "：" in line.text) and _TAGS.match(line.text):
            return dropped("tags", Reason.NAVIGATION, "a list of tags behind its label")
        if line.text[0] == "#" and line.word_count > 1 and _HASHTAGS.match(line.text):
            return dropped("tags", Reason.NAVIGATION, "nothing but hashtags")
    crumbs = _as_crumbs(line)
    # In the story a line without links that parts words with such signs says how one thing leads to another.
    leads = crumbs is None or linked or not inside or _begins_at_home(line)
    return _as_pager(line) or (crumbs if leads else None)


def _as_label(line: Line, *, inside: bool) -> Verdict | None:
    if len(line.key) > 60:
        return None
    if line.key in ACCESSIBILITY:
        return dropped("accessibility", Reason.NAVIGATION, "a jump link for assistive software")
    if line.sentence and line.text[-1] != "!" and line.text[-1] != "…":
        return None
    if line.key in LABELS:
        return dropped("label", Reason.NAVIGATION, f"a label alone on its line: '{line.text}'")
    # Inside the story a line as "More" or "Contact" may be a subhead; two words and more are a button's.
    own = line.key in FRAME and (not inside or line.word_count > 1 or line.key in SURE_FRAME)
    if own or _HOMEWARD.fullmatch(line.key):
        return dropped("frame", Reason.NAVIGATION, f"a button or link of the page's frame: '{line.text}'")
    return None


def _as_pager(line: Line) -> Verdict | None:
    text = line.text
    ends = text[-1].isdigit() or text[-1] in "»›>→|.txr"
    # A bar or a dot alone parts links; the judge of templates says so.
    if ends and len(text) <= 60 and (line.key or text[-1] in _ARROWS_BEHIND) and _PAGER.match(text):
        return dropped("pager", Reason.NAVIGATION, "page numbers")
    # The cheap test first: every line that is no sentence comes by here.
    if text[0] not in _ARROWS_BEFORE and text[-1] not in _ARROWS_BEHIND:
        return None
    if line.word_count > _ARROWED_WORDS or line.sentence or not _ARROWED.search(text):
        return None
    # Quotation marks of many languages are the same signs: a quote opens and closes.
    if ("«" in text and "»" in text) or ("‹" in text and "›" in text) or text[0] in "»›":
        return None
    return dropped("pager", Reason.NAVIGATION, ARROW)


def _as_crumbs(line: Line) -> Verdict | None:
    if line.sentence or line.word_count > _CRUMB_WORDS or line.word_count < 2:
        return None
    parts = _CRUMB.split(line.text) if any(c in line.text for c in ">›»/→⟩:") else []
    if len(parts) > 2 and all(len(p.split()) <= _CRUMB_PART_WORDS for p in parts[:-1]) and ">" in line.text:
        return dropped("breadcrumb", Reason.NAVIGATION, f"a trail of {len(parts)} steps")
    if len(parts) > 1 and _begins_at_home(line):
        return dropped("breadcrumb", Reason.NAVIGATION, f"a trail that begins with '{parts[0].strip()}'")
    return None


def _as_own_trail(view: View, line: Line) -> Verdict | None:
    """A trail that begins with the outlet's own name, as the name of its front page: "Gazette >> Islands"."""
    if line.sentence or line.word_count > _CRUMB_WORDS or not any(c in line.text for c in ">›»→"):
        return None
    first, *others = _CRUMB.split(line.text)
    if not others or not all(len(part.split()) <= _CRUMB_PART_WORDS for part in others[:-1]):
        return None
    profile = () if view.profile is None else (view.profile.publisher,)
    hosts = host_names(view.page.url or view.page.canonical_url)
    own = {squeeze(name) for name in (*view.declared.values("publisher"), *profile, *hosts)} - {""}
    if squeeze(first) not in own:
        return None
    return dropped("breadcrumb", Reason.NAVIGATION, f"a trail that begins with '{first.strip()}'")


def _begins_at_home(line: Line) -> bool:
    """Whether the first of some steps is the site's front page."""
    parts = _CRUMB.split(line.text)
    first = key(parts[0]) if len(parts) > 1 else ""
    return first in HOME or first.startswith(_HERE)


def _by_markup(block: Block, line: Line, *, inside: bool) -> Verdict | None:
    if block.link_density < _LINKED or size(line) > _NAV_WORDS or block.kind is Kind.HEADING:
        return None
    path = without_pills(block.path.casefold())
    if (hit := next((word for word in NAV_PATH if word in path), None)) and (not inside or hit != "nav"):
        return dropped("menu", Reason.NAVIGATION, f"a link inside '{hit}' markup")
    if "tag" in path or "topic" in path or "keyword" in path or "categories" in path:
        near = path_end(path, 4)
        if _TAG_PATH.search(near) and not line.sentence:
            return dropped("tags", Reason.NAVIGATION, "a link inside markup for tags")
    return None


def _menus(view: View, story: range, found: dict[int, Verdict]) -> dict[int, Verdict]:
    """Runs of short lines before or behind the story of a pasted page."""
    menus: dict[int, Verdict] = {}
    run: list[int] = []
    for index in [*range(len(view.blocks)), -1]:
        if (
            index >= 0
            and index not in story
            and index not in view.verdicts
            and _is_menu_line(view.lines[index])
        ):
            run.append(index)
            continue
        if len(run) >= _MENU_LINES and any(is_label(view.lines[i]) for i in run):
            evidence = f"one of {len(run)} short lines in a row outside the story"
            menus |= {i: dropped("menu", Reason.NAVIGATION, evidence) for i in run if i not in found}
        run = []
    return menus


def _is_menu_line(line: Line) -> bool:
    return not line.sentence and not is_prose(line) and size(line) <= _MENU_LINE_WORDS
