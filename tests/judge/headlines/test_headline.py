from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted, struck

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.headlines import headline
from copydesk.judge.view import View
from copydesk.model import Kind, Reason, kept
from copydesk.sites.records import SiteProfile

TITLE = "Island ferry stopped after engine failure"
LEAD = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
BODY = f"""{LEAD}

Passengers spent the night in the village hall, where volunteers served soup and bread.

A replacement ferry is due on Friday, the company said, and tickets stay valid until then."""


def title_of(view: View) -> str | None:
    found = [view.blocks[i].text for i, v in headline.judge(view).items() if v.kind is Kind.TITLE]
    assert len(found) <= 1
    return found[0] if found else None


def declared(*titles: str) -> Declared:
    return Declared({"title": tuple(Candidate(t, "og:title") for t in titles)})


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Accessibility links\n\nBreaking News\n\n",
        "LIVE\n",
        "Skip to main content\nHome\nMenu\n",
        "Home > News > Islands\n\n",
        "Eilmeldung\n\n",
        "Source: Agencies Published: 2031-5-9 0:33:01\n\n",
    ],
)
def test_the_first_line_that_is_a_headline(above: str) -> None:
    assert title_of(pasted(f"{above}{TITLE}\n\n{BODY}")) == TITLE


@pytest.mark.parametrize(
    "below",
    [
        "Updated\n\n",
        "Source:Agencies Published: 2031-5-9 0:33:01\n\nMinister promises help for stranded islanders\n\n",
        "By Ada Example\n9 May 2031, 10.15 AM (IST)\n\n",
        "The harbour at dusk. (Example Pictures)\n\nPort Ellen, Islay:\n",
        "A ferry is seen leaving the harbour.\nA ferry is seen leaving the harbour.\n\n",
    ],
)
def test_what_stands_between_headline_and_story_is_no_headline(below: str) -> None:
    assert title_of(pasted(f"{TITLE}\n\n{below}{BODY}")) == TITLE


@pytest.mark.parametrize(
    "first",
    [
        "Rescuers bring a passenger ashore near the harbour of Port Ellen on May 5. (AFP)",
        "Port Ellen, Islay:",
        "By Ada Example",
        "Breaking News",
        "Updated: 9 May 2031 10:15",
        "A rescuer carries a child ashore. Photograph:( Getty )",
    ],
)
def test_a_page_without_a_headline_has_none(first: str) -> None:
    assert title_of(pasted(f"{first}\n{BODY}")) is None


def test_no_headline_without_a_story() -> None:
    assert title_of(pasted("Home\nNews\nSport")) is None


@pytest.mark.parametrize(
    "text",
    ["Who pays for the new island ferry after all this?", "‘We were scared’: passengers on the ferry speak"],
)
def test_headlines_of_other_shapes(text: str) -> None:
    assert title_of(pasted(f"{text}\n\n{BODY}")) == text


def test_a_headline_without_spaces() -> None:
    body = "周二渡轮因发动机故障停运，乘客在村里的礼堂度过了一夜，志愿者们准备了热汤。"
    assert title_of(pasted(f"渡轮因发动机故障停运\n\n{body}")) == "渡轮因发动机故障停运"


def test_a_headline_of_a_whole_page_stands_behind_its_menus() -> None:
    menus = "Menu\nNews\nSport\nBest hotels for a weekend in the hills\nWeather\nSign in\n"
    assert title_of(pasted(f"{menus}{TITLE}\nBy Ada Example\n9 May 2031\n{BODY}")) == TITLE


def test_a_pasted_headline_printed_again_is_struck_and_is_evidence_for_itself() -> None:
    view = pasted(f"Ferries\n{TITLE}\n{TITLE}\n\n{BODY}\n\n{TITLE}")
    found = headline.judge(view)
    assert [v.kind for i, v in found.items() if v.keep] == [Kind.TITLE]
    assert struck(view, found) == {TITLE: "headline"}
    assert sum(not v.keep for v in found.values()) == 2


def test_the_title_is_a_fact() -> None:
    view = pasted(f"{TITLE}\n\n{BODY}")
    assert headline.judge(view)[0].facts == (("title", TITLE),)


PAGE = """<body><nav><a href=/>Home</a></nav><main><h1>{h1}</h1><p>{lead}</p>
<h2>{h2}</h2><p>{lead} Again.</p></main>
<aside class=more><h2>More stories</h2><a href=/x>{related}</a></aside></body>"""


def test_the_first_level_heading_is_the_title() -> None:
    view = marked_up(PAGE.format(h1=TITLE, lead=LEAD, h2="Soup and bread", related="Other"))
    assert title_of(view) == TITLE
    assert struck(view, headline.judge(view)) == {}


def test_a_heading_equal_to_the_declared_title_wins_over_a_logo() -> None:
    main = f"<main><h2>{TITLE}</h2><p>{LEAD}</p><p>{LEAD} And.</p></main>"
    html = f"<h1>The Example Island Paper</h1>{main}"
    assert title_of(marked_up(html, declared(f"{TITLE} | The Example Island Paper"))) == TITLE


@pytest.mark.parametrize(
    "tail", [" | The Example", " - The Example", " — Пример", " · example.org", " » Example"]
)
def test_site_names_behind_the_title_are_no_part_of_it(tail: str) -> None:
    html = f"<main><h3>{TITLE}</h3><p>{LEAD}</p></main>"
    assert title_of(marked_up(html, declared(TITLE + tail))) == TITLE


def test_repeats_in_the_body_and_beside_it_are_struck() -> None:
    html = PAGE.format(h1=TITLE, lead=LEAD, h2=TITLE, related=TITLE)
    view = marked_up(html)
    found = headline.judge(view)
    assert [view.blocks[i].text for i, v in found.items() if not v.keep] == [TITLE, TITLE]
    assert {str(v.reason) for v in found.values() if not v.keep} == {"headline"}


def test_a_sentence_that_tells_the_headline_stays() -> None:
    told = "Island ferry stopped after engine failure, and nobody knew why."
    html = f"<main><h1>{TITLE}</h1><p>{told}</p><p>{LEAD}</p></main>"
    view = marked_up(html)
    assert struck(view, headline.judge(view)) == {}


def test_a_caption_with_the_headlines_words_is_left_to_the_captions() -> None:
    html = f"<main><h1>{TITLE}</h1><figure><figcaption>{TITLE}</figcaption></figure><p>{LEAD}</p></main>"
    view = marked_up(html)
    assert struck(view, headline.judge(view)) == {}


@pytest.mark.parametrize(
    "title",
    ["Minister says ferry ‘must’ stop sailing.", "By The Numbers: Nine Years Of Ferries In Islay", "IMO"],
)
def test_a_line_of_another_form_is_the_headline_where_nothing_else_is(title: str) -> None:
    assert title_of(pasted(f"{title}\n\nUpdated\n\n{BODY}")) == title


def test_a_caption_printed_twice_below_the_headline_is_none() -> None:
    caption = "The ferry Example at Port Ellen in autumn"
    page = f"Updated\n\nFive things to know\n\nUpdated\n\n{caption}\n{caption}\n\n{BODY}"
    assert title_of(pasted(page)) == "Five things to know"


def test_a_headline_printed_twice_is_the_headline() -> None:
    assert title_of(pasted(f"{TITLE}\n{TITLE}\n\n{BODY}")) == TITLE


def test_what_stands_below_the_place_is_no_headline() -> None:
    assert title_of(pasted(f"Port Ellen, Islay:\nIt was dark.\n{BODY}")) is None


def test_a_heading_that_puts_a_topic_before_the_headline_is_the_headline_again() -> None:
    heads = f"<h2>Strike at sea:{TITLE}</h2><h1>{TITLE}</h1>"
    view = marked_up(f"{heads}<p>{LEAD}</p><h2>After engine failure</h2><p>{LEAD}</p>", declared(TITLE))
    assert struck(view, headline.judge(view)) == {f"Strike at sea:{TITLE}": "headline"}


def test_a_longer_heading_with_others_of_its_kind_below_heads_a_section() -> None:
    first, others = "Choosing small boats for cold water", ("Boats of wood", "Boats of steel")
    sections = "".join(f"<h2>{each}</h2><p>{LEAD} {each}.</p>" for each in others)
    page = f"<h1>Small boats for cold water</h1><h2>{first}</h2><p>{LEAD}</p>"
    view = marked_up(page + sections)
    assert struck(view, headline.judge(view)) == {}
    view = marked_up(page)
    found = headline.judge(view)
    assert struck(view, found) == {first: "headline"}
    assert found[1].evidence == "the headline again (block 0): 'Small boats for cold water'"


def test_the_trail_to_a_page_is_not_its_headline() -> None:
    text = f"Home / Islands / {TITLE}\n{TITLE}\nBy Ada Example\n\n{BODY}"
    assert title_of(pasted(text)) == TITLE
    assert title_of(pasted(text.split("\n", 1)[1])) == TITLE


def test_a_heading_below_the_headline_in_other_words_is_the_headline() -> None:
    view = marked_up(
        "<h1>Trade with Port Ellen: Pressure by tolls?</h1><h2>Trade with Port Ellen: Pressure by law?"
        f"</h2><p>{LEAD}<h2>Island trade and its goods</h2><p>{LEAD} And more."
    )
    judged = headline.judge(view)
    assert [view.blocks[i].text[-16:] for i, v in judged.items() if not v.keep] == ["Pressure by law?"]


def test_a_page_has_one_title_whoever_names_it() -> None:
    view = marked_up(f"<h1>{TITLE}</h1><p>{LEAD}</p><h1>Another heading of the page</h1><p>{LEAD}</p>")
    named = kept("title", kind=Kind.TITLE, stage="site")
    found = headline.judge(replace(view, verdicts={0: named}))
    assert not any(verdict.kind is Kind.TITLE for verdict in found.values())
    assert headline.judge(view)[0].kind is Kind.TITLE


def test_the_sites_name_that_leads_home_is_no_headline_where_the_headline_is_plain_text() -> None:
    logo, story = "<h1><a href=/>The Dunmarrow Evening Gazette</a></h1>", f"<p>{LEAD}</p>"
    assert title_of(marked_up(f"{logo}<dl><dt>{TITLE}</dt></dl>{story}", declared(TITLE))) == TITLE
    assert (
        title_of(marked_up(f"<h1>{TITLE}, twice</h1><p>Late</p>{story}", declared("Late")))
        == f"{TITLE}, twice"
    )
    assert title_of(marked_up(f"<h1><a href=x>{TITLE}</a></h1>{story}", declared("Late"))) == TITLE


def test_a_first_heading_that_is_not_the_headline_is_no_copy_of_it() -> None:
    titles = (Candidate(TITLE, "og:title"), Candidate("The Dunmarrow Evening Gazette", "h1"))
    html = (
        f"<h1><a href=/>The Dunmarrow Evening Gazette</a></h1><h2>{TITLE}</h2><h2>{TITLE}</h2><p>{LEAD}</p>"
    )
    view = marked_up(html, Declared({"title": titles}))
    assert struck(view, headline.judge(view)) == {TITLE: "headline"}


def test_a_heading_in_the_words_of_the_headline_that_heads_a_part_of_the_story_stays() -> None:
    line = "<p>The ferry was towed home on Monday, and nobody was hurt, the harbour master said.</p>"
    spaced = f"<h1>What holds a pier</h1>{3 * line}<h2>What holds a pier</h2>{line}"
    view = marked_up(spaced)
    assert [v.reason for v in headline.judge(view).values() if not v.keep] == []
    above = marked_up("<h2>What holds a pier</h2>" + spaced.replace("<h2>What holds a pier</h2>", ""))
    assert [str(v.reason) for v in headline.judge(above).values() if not v.keep] == ["headline"]


def test_a_long_notice_at_a_pasted_pages_end_does_not_draw_the_headline_to_it() -> None:
    head, other = "Ferry stopped after engine failure", "How to service the engine of a ferry"
    story = "The ferry to Port Ellen was cancelled on Tuesday after its engine had failed far out at sea."
    notice = (
        "We use cookies to improve what you see while you are here, and we keep some of them for long. " * 3
    )
    view = pasted(
        f"{head}\n\n{story}\n\n{story} Nobody slept.\n\nHarbour\n\n{other}\n\n" + f"{notice}\n\n" * 4
    )
    view = replace(view, in_reading=tuple(b.text.startswith(story) for b in view.blocks))
    titles = [view.blocks[i].text for i, v in headline.judge(view).items() if v.keep]
    assert titles == [head]


def test_the_subject_of_a_promo_is_not_the_storys() -> None:
    head, story = (
        "Harbour crane will be turned into a lighthouse",
        "The crane in the harbour will shine from May on.",
    )
    promo = "Get breaking news alerts and special reports every morning, with all that matters on the isles."
    text = (
        f"{head}\n\nBreaking News Emails\n\n{promo}\n\nNov. 20, 2031, 9:28 AM\n\n{story * 3}\n\n{story * 4}"
    )
    view = pasted(text)
    view = replace(view, in_reading=tuple(b.text.startswith(story) for b in view.blocks))
    assert [view.blocks[i].text for i, v in headline.judge(view).items() if v.keep] == [head]


def test_a_name_above_a_stamp_is_no_headline() -> None:
    story = "The ferry to Port Ellen was cancelled on Tuesday after its engine had failed far out at sea."
    view = pasted(
        f"Mara Quill\n\n20:00, 9 May 2031\n\n{story}\n\n{story} Nobody slept.\n\n{story} It rained."
    )
    assert [v for v in headline.judge(view).values() if v.keep] == []


def test_a_heading_of_the_site_is_no_headline_where_another_says_what_the_page_is_called() -> None:
    html = f"<main><h1>Our island blog</h1><h2>{TITLE}</h2><p>{LEAD}</p></main>"
    candidates = (Candidate(TITLE, "og:title"), Candidate("Our island blog", "h1"))
    assert title_of(marked_up(html, Declared({"title": candidates}))) == TITLE
    part = (Candidate(f"Our island blog: {TITLE}", "og:title"), Candidate("Our island blog", "h1"))
    assert title_of(marked_up(html, Declared({"title": part}))) == "Our island blog"


def test_a_heading_behind_the_story_is_no_headline_where_the_headline_is_printed_above() -> None:
    html = f"<main><div>{TITLE}</div><p>{LEAD}</p><h1>Back to the ferry company</h1></main>"
    assert title_of(marked_up(html, declared(TITLE))) == TITLE


STORY = (
    "The ferry to Port Ellen was cancelled on Tuesday after its engine had failed far out at sea, and "
    "ninety passengers spent the night in the village hall."
)


def test_the_headline_of_a_pasted_page_stands_above_its_standfirst() -> None:
    standfirst = "Ninety passengers spent the night in the village hall after the engine failed at sea"
    view = pasted(
        f"News\n\nFerry passengers stranded\n\n{standfirst}\n\n9 May 2031\n\n{STORY}\n\n{STORY} It rained."
    )
    assert title_of(view) == "Ferry passengers stranded"


def test_a_trail_copied_into_the_headline_is_not_part_of_it() -> None:
    view = pasted(f"Home Isles {TITLE}\n\n{TITLE}\n\n9 May 2031\n\n{BODY}\n\n{STORY}")
    assert title_of(view) == TITLE


def test_of_two_prints_the_one_above_the_stamp_is_the_headline() -> None:
    view = pasted(
        f"{TITLE}\n\nA crowd on the pier\n\nHarbour\n\nIsles\n\n{TITLE}\n\n9 May 2031\n\n{BODY}\n\n{STORY}"
    )
    assert next(i for i, v in headline.judge(view).items() if v.keep) == 4


def test_a_menu_line_with_two_words_of_the_story_is_no_headline() -> None:
    other = "How the engine of a ferry may be taught to mind its own business on long days"
    view = pasted(f"{other}\n\nMarket prices\n\nRopes\n\n{TITLE}\n\n9 May 2031\n\n{BODY}\n\n{STORY}")
    assert title_of(view) == TITLE


@pytest.mark.parametrize(
    "step",
    [
        "<div class=breadcrumbs><span><h1 class=breadcrumb_last>{}</h1></span></div>",
        "<ul><li><a href=/>Home</a></li><li><h1 data-breadcrumb-headline>{}</h1></li></ul>",
    ],
)
@pytest.mark.parametrize("search", ["Ferry stopped: what passengers should know", TITLE])
def test_the_headline_below_a_trail_goes_before_a_heading_in_the_trail(step: str, search: str) -> None:
    html = f"{step.format(search)}<p>Islands</p><h2>{TITLE}</h2><p>{LEAD}</p><p>{LEAD}</p>"
    view = marked_up(html, declared(TITLE, search))
    found = headline.judge(view)
    assert [view.blocks[i].level for i, v in found.items() if v.kind is Kind.TITLE] == [2]
    assert [view.blocks[i].level for i, v in found.items() if v.rule == "trail"] == [1]
    assert title_of(marked_up(f"{step.format(TITLE)}<p>{LEAD}</p><p>{LEAD}</p>", declared(TITLE))) == TITLE


def test_the_headline_near_the_story_goes_before_a_bar_s_heading_that_is_written_for_search() -> None:
    bar = "Port Ellen: ferry of the island stopped"
    story = f"<p>{LEAD}</p><p>{LEAD}</p>"
    view = marked_up(f"<div><h1>{bar}</h1></div><h2>{TITLE}</h2>{story}", declared(TITLE, bar))
    assert title_of(view) == TITLE
    assert bar in struck(view, headline.judge(view))
    # One that is called so in the second place only, or that stands behind the story, changes nothing.
    assert title_of(marked_up(f"<h1>{bar}</h1><h2>{TITLE}</h2>{story}", declared(bar, TITLE))) == bar
    assert title_of(marked_up(f"<h1>{bar}</h1>{story}<h2>{TITLE}</h2>", declared(TITLE, bar))) == bar


def test_the_headline_in_the_head_of_the_article_goes_before_the_last_step_of_a_trail() -> None:
    search = "Ferry stopped: what passengers should know"
    trail = f"<nav><ol typeof=BreadcrumbList><li><a href=/>Home</a></li><li><h1>{search}</h1></li></ol></nav>"
    story = f"<article><{{0}}><h2>{TITLE}</h2></{{0}}><p>{LEAD}</p><p>{LEAD}</p></article>"
    view = marked_up(trail + story.format("header"), declared(search))
    found = headline.judge(view)
    assert title_of(view) == TITLE
    assert [view.blocks[i].text for i, v in found.items() if v.rule == "trail"] == [search]
    line = marked_up(trail.replace("h1", "span") + story.format("header"), declared(search))
    assert title_of(line) == TITLE
    # Elsewhere a heading below it is of the story's first part, and so is a sentence.
    assert title_of(marked_up(trail + story.format("div"), declared(search))) == search
    said = story.format("header").replace(TITLE, "The ferry stays in port until the fog has lifted.")
    assert title_of(marked_up(trail + said, declared(search))) == search


def test_a_headline_joined_to_the_label_of_an_advertisement_is_the_headline_again() -> None:
    bar = f"<p>Advertisement <span>{TITLE}</span></p>" + "<p>Ropes</p>" * 5
    found = headline.judge(marked_up(f"{bar}<h1>{TITLE}</h1><p>{LEAD}</p>"))
    assert found[0].reason is Reason.HEADLINE


@pytest.mark.parametrize("trail", ["HomeIsles", "Home / Isles / "])
def test_the_likeliest_line_is_no_headline_where_it_is_a_trail_to_one(trail: str) -> None:
    view = pasted(f"{trail}{TITLE}\n\n{TITLE}\n\n9 May 2031\n\n{BODY}")
    view = replace(view, headline=(0.9, 0.1, *[0.0] * (len(view.blocks) - 2)))
    assert title_of(replace(view, in_reading=(False,) * 3 + (True,) * 3)) == TITLE


def test_a_headline_that_announces_pictures_goes_before_how_the_newsroom_signs() -> None:
    pictures = "Pics: Island ferry stopped at sea"
    view = pasted(f"{pictures}\n\nThe Example Desk\n\n9 May 2031\n\n{BODY}")
    view = replace(view, headline=(0.4, 0.0, *[0.0] * (len(view.blocks) - 2)))
    outlet = SiteProfile("example.org", "The Example")
    assert title_of(replace(view, profile=outlet, in_reading=(False,) * 3 + (True,) * 3)) == pictures


def test_a_headline_cut_off_in_a_bar_is_the_headline_again() -> None:
    bar = "<header><h4><a href=/x>Island ferry stopped after…</a></h4><p>Old crane of the town…</p></header>"
    view = marked_up(f"{bar}<main><h1>{TITLE}</h1><p>{LEAD}</p></main>", outside="header")
    assert struck(view, headline.judge(view)) == {"Island ferry stopped after…": "headline"}
