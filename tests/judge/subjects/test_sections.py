from __future__ import annotations

import pytest
from viewing import marked_up, pasted, through

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.judge.headlines import headline
from copydesk.judge.subjects import sections
from copydesk.model import Reason, Verdict

TITLE = "Ferry Sinks Off Port Ellen In Thick Fog"
A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread to them."
C = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."


def verdicts(*lines: str, declared: Declared = NOTHING) -> dict[str, Verdict]:
    view = through(pasted("\n\n".join(lines), declared), [headline.judge])
    return {view.blocks[i].text: v for i, v in sections.judge(view).items()}


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Posted in: Mid-East", "Mid-East"),
        ("Posted in World", "World"),
        ("Category: Shipping", "Shipping"),
        ("Filed under: Islands, Weather", "Islands"),
        ("Rubrik: Inseln", "Inseln"),
        ("Рубрика: Море", "Море"),
    ],
)
def test_a_label_names_the_section(line: str, section: str) -> None:
    judged = verdicts(TITLE, A, B, C, line)
    assert judged[line].reason is Reason.SECTION_LABEL
    assert judged[line].facts == (("section", section),)


def test_a_label_and_its_value_may_stand_on_two_lines() -> None:
    judged = verdicts(TITLE, A, B, C, "Posted in:", "Islands")
    assert judged["Islands"].facts == (("section", "Islands"),)
    assert judged["Posted in:"].facts == ()


def test_a_kicker_beside_the_headline() -> None:
    assert verdicts("WORLD", TITLE, A, B, C)["WORLD"].facts == (("section", "WORLD"),)
    declared = Declared({"section": (Candidate("Islands", "json-ld"),)})
    assert verdicts("Islands", TITLE, A, B, C) == {}
    assert verdicts("Islands", TITLE, A, B, C, declared=declared)["Islands"].facts == (
        ("section", "Islands"),
    )


@pytest.mark.parametrize("line", ["News | World", "In World, News"])
def test_a_kicker_may_name_several_sections(line: str) -> None:
    assert list(verdicts(line, TITLE, A, B, C)) == [line]


def test_a_menu_is_no_kicker() -> None:
    assert verdicts("World", "Business", "Sports", "Opinion", TITLE, A, B, C) == {}


def test_markup_tells_a_kicker_but_not_its_section() -> None:
    story = "".join(f"<p>{text}</p>" for text in (A, B, C))
    html = f"<p class='kicker'>Drama at sea</p><h1>{TITLE}</h1>{story}<p class='kicker'>Also at sea</p>"
    view = through(marked_up(html), [headline.judge])
    judged = {view.blocks[i].text: v for i, v in sections.judge(view).items()}
    assert set(judged) == {"Drama at sea"}
    assert judged["Drama at sea"].facts == ()


@pytest.mark.parametrize(
    "line", ["World", "Posted in the harbour office, he saw it all.", "Category five", "Section two"]
)
def test_lines_of_the_story_stay(line: str) -> None:
    assert verdicts(TITLE, A, line, B, C) == {}


def test_a_button_in_markup_for_kickers_is_no_section() -> None:
    page = f"<div class=category>{{}}</div><h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}"
    for text, told in (("Deep water", True), ("Share article", False)):
        view = through(marked_up(page.format(text)), [headline.judge])
        assert (0 in sections.judge(view)) is told


@pytest.mark.parametrize(
    ("label", "section"), [("Quays and piers", "Quays and piers"), ("QuaysPiers now", None)]
)
def test_a_label_in_markup_for_categories_names_the_section(label: str, section: str | None) -> None:
    html = f"<div class=entry-category>{label}</div><h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p>"
    view = through(marked_up(html), [headline.judge])
    [told] = sections.judge(view).values()
    assert dict(told.facts).get("section") == section


def test_the_trail_above_the_headline_has_the_section_and_a_menu_above_it_has_not() -> None:
    menu = "<ul><li><a href=/w>World</a></li></ul>"
    trail = f"<span>News > Business > {TITLE}</span>"
    story = f"<h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p>"
    view = through(marked_up(f"{menu}<main>{trail}{story}</main>"), [headline.judge])
    slashed = through(marked_up(f"<main><span>News / Business /</span>{story}</main>"), [headline.judge])
    assert [v.facts for v in sections.judge(slashed).values()] == [(("section", "Business"),)]
    found = {view.blocks[i].text: v for i, v in sections.judge(view).items()}
    assert "World" not in found
    [told] = found.values()
    assert (told.reason, told.facts) == (Reason.NAVIGATION, (("section", "Business"),))


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        ("<ul class=sub-menu><li class='menu-item menu-category'><a href=/w>World</a></ul>", False),
        ("<div class=nav-left><label class=section-menu><span>World</span></label></div>", False),
        ("<nav class=breadcrumb><ul class=menu><li><a href=/w>World</a></ul></nav>", True),
        ("<div class=kicker><a href=/w>World</a></div>", True),
    ],
)
def test_the_last_entry_of_a_menu_above_the_headline_is_no_section(entry: str, label: bool) -> None:
    html = f"{entry}<main><h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p></main>"
    view = through(marked_up(html), [headline.judge])
    found = {view.blocks[i].text: v.rule for i, v in sections.judge(view).items()}
    assert (found.get("World") == "section_label") is label


STORY = f"<h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p>"


def labels(html: str) -> dict[str, dict[str, str]]:
    """The section labels of a page, and what they tell."""
    view = through(marked_up(html), [headline.judge])
    judged = sections.judge(view).items()
    return {view.blocks[i].text: dict(v.facts) for i, v in judged if v.rule == "section_label"}


def test_of_the_steps_of_a_trail_the_last_is_the_section() -> None:
    steps = "".join(f"<li><a href=/x>{name}</a></li>" for name in ("Home", "News", "World"))
    page = f"<nav class=breadcrumbs><ol>{steps}</ol></nav><main>{STORY}</main>"
    assert labels(page) == {"World": {"section": "World"}}


@pytest.mark.parametrize("text", ["Home", "Latest"])
def test_what_no_story_is_filed_under_is_no_section(text: str) -> None:
    assert labels(f"<p><a href=/>{text}</a></p><main>{STORY}</main>") == {}


@pytest.mark.parametrize(
    ("text", "told"), [("TV", True), ("By", False), ("•", False), ("555 010-2030", False)]
)
def test_a_label_in_markup_for_kickers_has_a_word(text: str, told: bool) -> None:
    assert (text in labels(f"<div class=eyebrow>{text}</div>{STORY}")) is told


def test_a_heading_of_a_section_of_the_page_is_no_label() -> None:
    head = "<div class=page-section__header><h2>In a few words</h2></div>"
    assert labels(f"{head}{STORY}") == {}
    assert labels(f"<div class=section-name>Ports</div>{STORY}") == {"Ports": {"section": "Ports"}}


@pytest.mark.parametrize(
    ("names", "told"), [(("Ports",), True), (("Boats", "Fog", "Ports", "Tides", "Winds"), False)]
)
def test_a_label_above_all_that_a_site_has_is_none_of_the_story(
    names: tuple[str, ...], *, told: bool
) -> None:
    items = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in names)
    found = labels(f"{STORY}<footer><ul><li><span>Categories:</span><ul>{items}</ul></li></ul></footer>")
    assert (names[0] in found) is told


@pytest.mark.parametrize(("way", "told"), [("/blogs/sea/tagged/", {}), ("/", {"section": "Fog"})])
def test_links_to_subjects_behind_a_label_are_tags(way: str, told: dict[str, str]) -> None:
    links = ", ".join(f"<a href={way}{name}>{name}</a>" for name in ("Fog", "Late boats"))
    page = f"{STORY}<footer><div>Filed in: {links}</div></footer>"
    assert labels(page).get("Filed in: Fog, Late boats", {}) == told
    view = through(marked_up(page), [headline.judge])
    tags = [value for v in sections.judge(view).values() if v.rule == "tags" for _, value in v.facts]
    assert tags == ([] if told else ["Fog", "Late boats"])


def test_the_steps_of_a_trail_may_be_named_first_and_last() -> None:
    steps = "<li class=first><a href=/n>News</a></li><li class=last><a href=/w>World</a></li>"
    page = f"<nav><ul class=breadcrumbs>{steps}</ul></nav><main>{STORY}</main>"
    assert labels(page) == {"World": {"section": "World"}}


def test_what_sort_of_piece_it_is_stands_where_a_section_does() -> None:
    said = Declared(candidates={"filed": (Candidate("Long read of the week", "dc.type"),)})
    head = f"<ul><li>LONG READ OF THE WEEK</li><li>3 May 2031</li></ul><h1>{TITLE}</h1>"
    for declared, reason in ((said, Reason.SECTION_LABEL), (NOTHING, None)):
        view = marked_up(f"<article>{head}<p>{A}</p><p>{B}</p><p>{C}</p></article>", declared)
        view = through(view, [headline.judge])
        found = sections.judge(view)
        assert (found[0].reason if 0 in found else None) is reason
