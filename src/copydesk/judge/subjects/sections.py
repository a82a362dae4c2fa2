"""Section labels: "Posted in: ...", and kickers beside the headline."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.extract.authors.byline_front import is_section
from copydesk.extract.paths import path_end, without_pills
from copydesk.extract.sections.subjects import is_named_section
from copydesk.extract.tables import one_of
from copydesk.judge.edges import Edges, edges_of
from copydesk.judge.headlines.trail_steps import top_of_head
from copydesk.judge.navigation.navigation import is_trail
from copydesk.judge.navigation.page_links import links_of
from copydesk.judge.place import MENU_NAMED
from copydesk.judge.promos.promos import promo_of
from copydesk.judge.subjects.subject_addresses import facts_of, kind_of
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, Verdict, dropped
from copydesk.text import Line, key

_MOST_WORDS = 14
_KICKER_WORDS = 6
# More section names in a row than this are a menu.
_MOST_IN_A_ROW = 2
# A story is in no more sections.
_MOST_OF_ONE = 4
_LABELS = one_of(
    r"posted (?:in|under)|filed (?:under|in)|published in|category|categories|section|in category"
    r"|rubrik|ressort|kategorie|kategorien|"
    r"catégories?|rubrique|publié dans|classé dans|categoría|categorías|sección|publicado en|archivado en|"
    r"categoria|categorie|sezione|publicado em|seção|rubriek|gepubliceerd in|kategori|kategoria|рубрика"
    r"|раздел|категория|栏目|分类|القسم"
)
_LABEL = re.compile(rf"^{_LABELS}\s?(?P<mark>[:：|]|$|(?=\s))\s?(?P<value>.{{0,100}})$", re.IGNORECASE)
_MARKUP = re.compile(
    r"(?:[.#/_-])(kicker|eyebrow|overline|topline|dachzeile|section-?(?:name|label|title|link)?|category"
    r"|categories|rubrik|rubric|rubrique|"
    r"article-?(?:section|category|label)|post-?category|entry-?category|cat-links|surtitre|antetitulo"
    r"|occhiello|topic)(?=[.#/_-]|$)",
    re.IGNORECASE,
)
# "In Local News".
_IN = re.compile(r"^(?:in|posted in|filed under) ", re.IGNORECASE)
# Two names run together, or one behind its label.
_GLUED = re.compile(r"[^\W\dA-Z_][A-Z]|:")
# The names of trails to the page; a menu is looked for in the names of so many elements.
_TRAIL = re.compile(r"crumb|trail", re.IGNORECASE)
_ENTRY_STEPS = 5
_LINES_BETWEEN = 2
# A trail that ends with the headline stands so near above it.
_TRAIL_REACH = 4
_STEP_WORDS = 4
# A word of so few letters is no name, unless in capitals.
_SHORT_WORD = 2
_STEPS = re.compile(r"\s?[>›»→⟩]\s?|\s/\s|::")
_PARTS = re.compile(r"\s?[,|/>»›·•]\s?")


def judge(view: View) -> dict[int, Verdict]:
    """Drop labels that name the section the story ran in."""
    edges = edges_of(view)
    declared = {key(value) for value in view.declared.values("section")}
    # What sort of piece it is stands there as a section does: "News Feature". A link of that name is a step.
    sorts = declared | {key(value) for value in view.declared.values("filed")}
    found: dict[int, Verdict] = {}
    for index in view.open():
        line, block = view.lines[index], view.blocks[index]
        if index in found or line.word_count > _MOST_WORDS or block.hidden or block.kind is Kind.CAPTION:
            continue
        if (labelled := _labelled(view, index, edges)) is not None:
            found |= labelled
        elif (trail := _trail(view, index, edges)) is not None:
            found[index] = trail
        elif edges.in_head(index):
            kicker = _kicker(view, index, edges, declared if block.link_density else sorts)
            found |= {} if kicker is None else {index: kicker}
    return found


def _labelled(view: View, index: int, edges: Edges) -> dict[int, Verdict] | None:
    """ "Posted in: World", on one line or on two."""
    line = view.lines[index]
    found = _LABEL.match(line.text)
    if found is None or line.sentence:
        return None
    value = found["value"].strip(" :|")
    if not found["mark"]:  # "Posted in" without a colon needs a value that is a section
        return {index: _label(line, value)} if value and is_section(value) else None
    if value:
        if len(value.split()) > 8 or not value[:1].isalnum():
            return None
        return {index: _tags(view, index) or _label(line, value)}
    following = index + 1
    if following < len(view.blocks) and following not in view.verdicts and not _is_of_all(view, following):
        after = view.lines[following]
        if (
            0 < after.word_count <= 4
            and not after.sentence
            and (edges.behind(index) or edges.above_story(index))
        ):
            return {index: _label(line, ""), following: _label(after, after.text)}
    return None


def _is_of_all(view: View, index: int) -> bool:
    """Whether a line is an item of a list so long that it has all that the site has, and not the story's."""
    if view.pasted:
        return False
    element = view.page.elements[index]
    item = next((one for one in (element, *element.iterancestors("li")) if one.tag == "li"), None)
    box = None if item is None else item.getparent()
    return box is not None and len(box.findall("li")) > _MOST_OF_ONE


def _has_sisters(view: View, index: int, title: int) -> bool:
    """Whether a line is an item of a long list in which another follows that is not the headline."""
    if not _is_of_all(view, index):
        return False
    element = view.page.elements[index]
    item = next(one for one in (element, *element.iterancestors("li")) if one.tag == "li")
    after = next(item.itersiblings("li"), None)
    text = key("" if after is None else "".join(after.itertext()))
    return text != "" and text not in view.lines[title].key


def _tags(view: View, index: int) -> Verdict | None:
    """The verdict on a label whose links lead to subjects by their addresses: "Filed in: ferries, fog"."""
    links = [] if view.pasted else links_of(view, index)
    if not links or any(kind_of(link) != "subject" for link in links):
        return None
    said = f"{len(links)} links to subjects, behind a label"
    return dropped("tags", Reason.NAVIGATION, said, facts=facts_of(view, index))


def _trail(view: View, index: int, edges: Edges) -> Verdict | None:
    """The trail of steps right above the headline: its last step is the section."""
    title = edges.title
    if title is None or not title - _LINES_BETWEEN <= index < title or not is_trail(view.lines[index]):
        return None
    parts = (step.strip(" /|›»>·•") for step in _STEPS.split(view.lines[index].text))
    steps = [step for step in parts if step]
    here = view.lines[title].key
    names = [step for step in steps[1:] if _may_name(step) and key(step) != here]
    facts = (("section", names[-1]),) if names and is_named_section(names[-1]) else ()
    said = f"a trail of {len(steps)} steps, right above the headline"
    return dropped("breadcrumb", Reason.NAVIGATION, said, facts=facts)


def _may_name(step: str) -> bool:
    """Whether a step of a trail can be one section: not too long, and not two run together."""
    words = key(step).split()
    return len(words) <= _STEP_WORDS and len(words) == len(set(words))


def _kicker(view: View, index: int, edges: Edges, declared: set[str]) -> Verdict | None:
    """A section's name, or a line in markup for kickers, beside the headline."""
    line = view.lines[index]
    title = _first_copy(view, edges.title)
    if line.word_count > _KICKER_WORDS or line.sentence or title is None or not edges.above_story(index):
        return None

    parts = _PARTS.split(_IN.sub("", line.text))
    known = all(is_section(part) or key(part) in declared for part in parts)
    if known and not any(map(is_named_section, parts)):
        return None  # "Home" and "Latest" are steps and menus
    if known and any(is_trail(view.lines[i]) for i in range(index + 1, title)):
        return None  # the trail below has the section, and this is of a menu
    below = title != edges.title and index > title
    if (
        below
        or _is_menu(view, index)
        or _is_entry(view.blocks[index].path)
        or _has_sisters(view, index, title)
    ):
        return None
    if known and _is_close(view, index, title):
        step = dropped("breadcrumb", Reason.NAVIGATION, "a step of the trail above the section's")
        own = _label(line, line.text, "names a section, beside the headline")
        return step if _leads_on(view, index, declared) else own
    return _by_markup(view, index, known=known) if abs(index - title) <= _LINES_BETWEEN else None


def _first_copy(view: View, title: int | None) -> int | None:
    """In pasted text the headline as a trail close above it ends with it: sections stand above that."""
    if title is None or not view.pasted:
        return title
    own = view.lines[title].key
    return next((i for i in range(max(0, title - _TRAIL_REACH), title) if view.lines[i].key == own), title)


def _by_markup(view: View, index: int, *, known: bool) -> Verdict | None:
    """A label in markup for kickers, and the section that it names."""
    line, block = view.lines[index], view.blocks[index]
    markup = _MARKUP.search(path_end(block.path, 2)) if _may_label(line) else None
    if markup is None or promo_of(line) is not None:
        return None
    named = markup[1].lower()
    # A heading in what is called a section is of a part of the page, and not of the site.
    if named.startswith("section") and block.kind is Kind.HEADING and not block.link_density:
        return None
    bare = _IN.sub("", line.text)
    filed = "categor" in named or "section" in named
    filed = filed and 0 < len(key(bare).split()) <= _STEP_WORDS and _GLUED.search(bare) is None
    value = bare if known or filed else ""
    label = _label(line, value, f"beside the headline in markup named '{markup[1]}'")
    # Where a kicker is a link, it leads to what the site has filed with the story.
    linked = block.link_density == 1 and not label.facts and not _GLUED.search(bare) and "/" not in bare
    return replace(label, facts=(("kicker", bare),)) if linked else label


def _leads_on(view: View, index: int, declared: set[str]) -> bool:
    """Whether a section is a step of a trail that leads on to a section within it."""
    path = view.blocks[index].path
    if index + 1 == len(view.blocks) or _TRAIL.search(path_end(path, _ENTRY_STEPS)) is None:
        return False
    below, there = view.lines[index + 1].text, view.blocks[index + 1].path
    listed = [next(view.page.elements[i].iterancestors("ul", "ol"), None) for i in (index, index + 1)]
    one = there == path or (listed[0] is not None and listed[0] is listed[1])
    return one and is_named_section(below) and (is_section(below) or key(below) in declared)


def _may_label(line: Line) -> bool:
    """Whether a line can be a label in words: "By", "•" and the number of a telephone are none.

    >>> from copydesk.text import line
    >>> [_may_label(line(text)) for text in ("Islands", "US", "By", "/", "(555) 010-2030")]
    [True, True, False, False, False]
    """
    letters = sum(map(str.isalpha, line.text))
    return letters > _SHORT_WORD or (letters > 0 and (line.text.isupper() or not line.text.isascii()))


def _is_close(view: View, index: int, title: int) -> bool:
    """Whether few lines that are seen stand between a line and the headline below it."""
    top = top_of_head(view, title)
    title = top if index < top else title
    return sum(not view.blocks[i].hidden for i in range(index + 1, title)) < _LINES_BETWEEN


def _is_entry(path: str) -> bool:
    """Whether an element is an entry of a menu, by the names of those around; steps of a trail are none.

    >>> _is_entry("body/ul.sub-menu/li.menu-item/a"), _is_entry("body/nav.crumbs/ul.menu/li/a")
    (True, False)
    """
    near = path_end(without_pills(path), _ENTRY_STEPS)
    return MENU_NAMED.search(near) is not None and _TRAIL.search(near) is None


def _is_menu(view: View, index: int) -> bool:
    """Whether a line stands among several section names, other than the steps of a trail."""
    if _TRAIL.search(path_end(view.blocks[index].path, _ENTRY_STEPS)):
        return False
    run = 1
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(view.blocks) and is_section(view.blocks[other].text):
            run, other = run + 1, other + step
    return run > _MOST_IN_A_ROW


def _label(line: Line, value: str, why: str = "says which section the story ran in") -> Verdict:
    parts = [part for part in _PARTS.split(value) if is_named_section(part)]
    facts = (("section", parts[0]),) if parts else ()
    return dropped("section_label", Reason.SECTION_LABEL, f"line {why}: '{line.text[:60]}'", facts=facts)
