from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, A, B, named, seen, stays, struck, through

from copydesk.judge import template
from copydesk.judge.bios import bios
from copydesk.judge.bylines import bylines
from copydesk.judge.captions import captions
from copydesk.judge.headlines import headline
from copydesk.judge.left_out import left_out
from copydesk.judge.promos import promos

CARD = "<div class=card><a href=/{0}>Harbour number {0} wants a new crane</a><p>Trade</p></div>"
CARDS = "".join(CARD.format(n) for n in range(3))


@pytest.mark.parametrize(
    ("extra", "line", "said"),
    [
        (f"<section class=more>{CARDS}</section>", "Trade", "promo/other_stories"),
        (
            "<div class=reader-comments><p>Kim: I was there.</p></div>",
            "Kim: I was there.",
            "comments/comments_box",
        ),
        ("<footer><p>12 Quay Street</p></footer>", "12 Quay Street", "navigation/page_frame"),
    ],
)
def test_what_stands_around_a_story_has_a_name(extra: str, line: str, said: str) -> None:
    view = seen(STORY + extra)
    found = named(view)
    assert found[line] == said
    assert A in stays(view, left_out.judge(view))


def test_two_links_are_no_box_of_stories_and_a_lone_line_has_no_name() -> None:
    two = CARD.format(1) + CARD.format(2)
    found = named(seen(f"{STORY}<section>{two}</section><div><p>All seats taken</p></div>"))
    assert found["Harbour number 1 wants a new crane"] == "promo/link_line"
    assert "All seats taken" not in found


def test_an_element_that_holds_the_story_names_nothing() -> None:
    body = f"<div class=comments><footer><p>{A}</p><p>{B}</p><p>Left out</p></footer></div>"
    assert named(seen(body)) == {}


def test_a_line_below_the_headline_with_an_author() -> None:
    head = (
        "<main><h1>Ferry stays in port</h1><p>Harbour, National | Written by Ada Quill</p>"
        "<p>Where we sail today with Ada Quill</p>"
        "<p>Ada Quill</p><p>Ada Quill is a reporter who lives on the island.</p>"
        f"<p>{A}</p><p>{B}</p><p>Ada Quill</p></main>"
    )
    found = named(seen(head, authors=("Ada Quill",)))
    assert found["Ada Quill is a reporter who lives on the island."] == "author_bio/about_author"
    assert found["Harbour, National | Written by Ada Quill"] == "byline/names_author"
    assert "Where we sail today with Ada Quill" not in found
    titled = seen(
        head.replace("<p>Ada Quill</p><p>Ada", "<p>Ada Quill, Ph.D.</p><p>Ada"), authors=("Ada Quill",)
    )
    assert named(titled)["Ada Quill, Ph.D."] == "byline/names_author"


def test_the_reading_tells_what_it_saw_behind_the_name() -> None:
    view = replace(seen(f"{STORY}<footer><p>12 Quay Street</p></footer>"), told=("p 0.01",) * 4)
    [verdict] = left_out.judge(view).values()
    assert verdict.stage == "extract"
    assert verdict.evidence == "stands in the page's footer; p 0.01"


def test_the_hour_of_another_story_is_no_player() -> None:
    view = seen(f"{STORY}<p>09:52</p><p>09:52 •</p><p>09:52 / 10:01</p>")
    assert [view.blocks[i].text for i in template.judge(view)] == ["09:52 / 10:01"]


def test_a_sentence_about_the_author_right_behind_the_story() -> None:
    about = "Ada Quill (born 1958) once ran the harbour."
    found = named(seen(f"{STORY}<p>{about}</p><p>Ada Quill</p>", authors=("Ada Quill",)))
    assert found[about] == "author_bio/about_author"


def test_what_stands_in_one_box_with_the_heading_of_a_list_is_of_other_stories() -> None:
    cards = "".join(f"<div><h4>Harbour number {n} wants a crane</h4><p>Trade</p></div>" for n in range(2))
    view = seen(f"{STORY}<section><h3>Most read</h3>{cards}</section><p>All seats taken</p>")
    assert named(through(view, [promos.judge])) == {
        "Harbour number 0 wants a crane": "promo/other_stories",
        "Harbour number 1 wants a crane": "promo/other_stories",
        "Trade": "promo/other_stories",
    }


def test_a_heading_in_one_box_with_the_story_names_nothing() -> None:
    view = seen(f"<main><h1>Ferry stays</h1><p>{A}</p><h3>Related</h3><p>Left out</p><p>{B}</p></main>")
    assert named(through(view, [promos.judge])) == {}


def test_a_linked_headline_within_the_story_leads_to_another_one() -> None:
    link = "<p><a href=/x>Harbour master wants a second crane</a></p>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{link}<p>{B}</p></main>"))
    assert found == {"Harbour master wants a second crane": "promo/link_line"}


def test_what_goes_with_a_byline() -> None:
    head = (
        "<main><p>Thứ tư, 22/10/2031, 19:25 (GMT+7)</p><h1>Ferry stays in port</h1><div>By</div>"
        "<div>Ada Quill</div><div>Harbour Correspondent</div><div>Von harbour-post, jse</div>"
    )
    view = seen(f"{head}<p>{A}</p><p>{B}</p></main>", authors=("Ada Quill",))
    judged = through(view, [headline.judge, bylines.judge])
    found = named(judged)
    assert struck(judged)["Thứ tư, 22/10/2031, 19:25 (GMT+7)"] == "byline"
    assert found["By"] == "byline/by"
    assert found["Harbour Correspondent"] == "byline/post"
    assert found["Von harbour-post, jse"] == "byline/by_name"


def test_what_stands_in_one_box_with_about_the_author_is_about_the_author() -> None:
    box = "<section><h4>About the author</h4><div>Ada Quill</div><div>Senior editor</div></section>"
    found = named(through(seen(f"{STORY}{box}"), [bios.judge]))
    assert found == {"Ada Quill": "author_bio/author_box", "Senior editor": "author_bio/author_box"}


def test_a_short_line_in_markup_for_bylines_right_behind_the_story() -> None:
    view = seen(f"{STORY}<div class=byline><p>red, Harbour Post/Agencies</p></div><p>red, blue</p>")
    assert named(view) == {"red, Harbour Post/Agencies": "byline/byline_markup"}


def test_links_right_above_the_headline_are_a_trail() -> None:
    links = "<div><a href=/a>Home</a><a href=/b>Islands</a></div><div><a href=/c>Harbour news</a></div>"
    view = seen(f"<main>{links}<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>")
    found = named(through(view, [headline.judge]))
    assert found == {"Home Islands": "navigation/trail", "Harbour news": "navigation/trail"}


def test_a_line_in_one_element_with_the_headline_is_its_kicker() -> None:
    head = "<p>Weather warning</p><header><p>Drama at sea</p><h1>Ferry stays in port</h1></header>"
    view = seen(f"<main>{head}<p>{A}</p><p>{B}</p></main>")
    assert named(through(view, [headline.judge])) == {"Drama at sea": "section_label/kicker"}


def test_a_box_that_says_there_is_more_and_a_list_of_half_linked_items_are_other_stories() -> None:
    item = "<li>The rise and fall of <a href=/{0}>harbour number {0}</a></li>"
    favourites = f"<ul>{''.join(item.format(n) for n in range(3))}</ul>"
    more = "<section><h3>More from the islands</h3><p>A crane for the harbour of Oban</p></section>"
    found = named(seen(f"{STORY}{more}{favourites}"))
    assert found["A crane for the harbour of Oban"] == "promo/other_stories"
    assert found["The rise and fall of harbour number 1"] == "promo/link_list"


def test_by_in_front_of_an_author_and_an_author_s_name_without_spaces() -> None:
    head = "<main><h1>Ferry stays in port</h1><div>By</div><div>Ada Quill0</div><div>松岡大地</div>"
    view = seen(f"{head}<p>{A}</p><p>{B}</p></main>", authors=("Ada Quill", "松岡大地"))
    found = named(through(view, [headline.judge]))
    assert found == {
        "By": "byline/by",
        "Ada Quill0": "byline/names_author",
        "松岡大地": "byline/names_author",
    }


def test_an_author_and_a_day_below_a_post_are_a_byline() -> None:
    post = "<p>{0}</p><p>{1}</p><div>Ada Quill2 May 2031 20:4{2}</div>"
    posts = "".join(post.format(A, B, n) for n in range(3))
    found = named(seen(f"<main><h1>Ferry stays in port</h1>{posts}</main>", authors=("Ada Quill",)))
    assert found["Ada Quill2 May 2031 20:41"] == "byline/post_byline"


def test_a_link_that_says_where_something_is_from_is_a_credit() -> None:
    source = "<p><a href=/s>Source: a survey of ferries in the islands</a></p>"
    view = seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{source}<p>{B}</p></main>")
    assert named(view) == {"Source: a survey of ferries in the islands": "credit/source_line"}


def test_where_one_shares_and_comments_one_shares() -> None:
    box = "<div class=partage-commentaire-box><p>Facebook Twitter Reddit</p></div>"
    assert named(seen(STORY + box)) == {"Facebook Twitter Reddit": "promo/share_names"}


def test_a_heading_as_long_as_a_headline_heads_no_menu() -> None:
    links = "".join(f"<p><a href=/{n}>Pier {n}</a></p>" for n in range(4))
    found = named(seen(f"{STORY}<h3>Old harbour crane falls into the sea</h3>{links}"))
    assert found["Old harbour crane falls into the sea"] == "promo/other_stories"
    assert named(seen(f"{STORY}<h3>Piers</h3>{links}"))["Piers"] == "navigation/heads"


def test_the_items_below_a_heading_of_sources_are_the_storys() -> None:
    items = "".join(f"<li><a href=/{n}>Tides of the northern islands, volume {n}</a>" for n in range(3))
    found = named(seen(f"{STORY}<div><h2>References</h2><ol>{items}</ol></div>"))
    assert set(found.values()) == {"credit/sources"}
    assert len(found) == 4
    frame = named(seen(f"{STORY}<footer><h2>References</h2><ol>{items}</ol></footer>"))
    assert set(frame.values()) == {"navigation/page_frame"}


def test_the_label_of_a_trail_is_no_kicker() -> None:
    trail = "<nav class=breadcrumb><h6>Where you are</h6></nav><h1>Ferry stays in port</h1>"
    view = through(seen(f"<main>{trail}<p>{A}</p><p>{B}</p></main>"), [headline.judge])
    assert named(view)["Where you are"].startswith("navigation/")


def test_who_lends_its_name_and_under_which_licence() -> None:
    lines = "<div>The Gazette is a media partner of the regatta.</div>"
    lines += "<div>This work is licensed under a licence of the commons.</div>"
    assert {said.split("/")[0] for said in named(seen(STORY + lines)).values()} == {"notice"}


def test_the_button_of_a_player_in_an_author_s_box_is_no_byline() -> None:
    box = "<div class=author><p>Listen to this story, or read it</p></div>"
    view = through(
        seen(f"<main><h1>Ferry stays in port</h1>{box}<p>{A}</p><p>{B}</p></main>"), [headline.judge]
    )
    assert named(view) == {"Listen to this story, or read it": "template/player"}


def test_the_word_below_an_author_s_portrait_is_a_label_of_bylines() -> None:
    box = "<div><img src=ida.jpg><div class=caption>Author</div></div>"
    view = through(
        seen(f"<main><h1>Ferry stays in port</h1>{box}<p>{A}</p><p>{B}</p></main>"), [headline.judge]
    )
    assert named(view) == {"Author": "byline/byline_label"}


def test_calls_and_notices_in_the_page_s_footer_are_told_by_their_words() -> None:
    call, plain = "Create an account and never miss a boat", "The harbour has two piers and a crane"
    link = "Create an account for news from the islands"
    footer = f"<footer><p>{call}</p><p><a href=/n>{link}</a></p><p>{plain}</p></footer>"
    found = named(seen(STORY + footer))
    assert found[call].startswith("promo/")
    assert found[plain] == "navigation/page_frame"
    assert found[link] == "promo/offer"


def test_a_heading_of_other_stories_ends_at_the_next_label() -> None:
    html = "<div><h2>Related content</h2><p>The old crane</p><h2>Skippers</h2><p>Ada Quill</p></div>"
    view = through(seen(STORY + html), [promos.judge])
    found = named(view)
    assert found["The old crane"] == "promo/other_stories"
    assert found.get("Ada Quill") != "promo/other_stories"


def test_a_date_right_behind_the_story_is_its_own_but_in_the_way_to_the_next_one_that_of_it() -> None:
    stamp = "<label>Mara Quill 2031-05-04 17:27:46</label>"
    card = f"<div class='box next-prev'><h5><a href=/next>A crane for harbour two</a></h5>{stamp}</div>"
    line = "Mara Quill 2031-05-04 17:27:46"
    story = STORY.replace(f"<p>{B}</p>", f"<p>{B}</p>" * 9)
    assert named(seen(f"{story}<div>{stamp}</div>"))[line].startswith("byline/")
    assert named(seen(story + card))[line].startswith("promo/")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Ports", "Weather", "Ferries", "Boats", "Isles"), "navigation/menu"),
        (("Ports", "Weather", "Ferries"), "promo/other_stories"),
    ],
)
def test_a_row_of_short_links_alike_is_a_menu_also_among_headlines(names: tuple[str, ...], said: str) -> None:
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in names)
    found = named(seen(f"{STORY}<section>{CARDS}<ul>{menu}</ul></section>"))
    assert {found[name] for name in names} == {said}
    assert found["Harbour number 1 wants a new crane"] == "promo/other_stories"


def test_the_label_of_a_card_beside_the_headline_is_no_trail() -> None:
    title = "<h5><a href=/x>Why do all ropes get wet</a></h5>"
    card = f"<div class=box><div><a href=/talk>Deck talk</a>{title}</div></div>"
    found = named(seen(f"<main>{card}<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>"))
    assert found["Deck talk"] != "navigation/trail"


def test_the_way_to_the_top_is_of_the_frame_and_the_ways_to_pictures_are_controls() -> None:
    top = "<div class=social><div class=go-to-top><span>Up you go</span></div></div>"
    ways = (
        "<button class=gallery-prev>Picture before</button><button class=gallery-next>Picture behind</button>"
    )
    found = named(seen(f"{STORY}{top}<div>{ways}</div>"))
    assert found["Up you go"] == "navigation/page_frame"
    assert found["Picture before"] == found["Picture behind"] == "navigation/control"


def test_the_authors_name_alone_above_the_headline_is_a_byline_and_no_step_of_a_trail() -> None:
    row = "<div><a href=/by/ada>Ada Quill</a></div><div><a href=/sea>Boats</a></div>"
    view = seen(f"<main>{row}<h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>", authors=("Ada Quill",))
    view = through(view, [headline.judge])
    assert named(view)["Ada Quill"] == "byline/names_author"
    assert named(view)["Boats"] == "navigation/trail"


def test_who_is_quoted_below_a_left_out_quotation_from_the_story_is_left_out_with_it() -> None:
    cite = "<cite><div>Mairi Example</div><div>Head of the harbour office</div></cite>"
    view = seen(f"{STORY}<div><blockquote><span>{A}</span></blockquote>{cite}</div>")
    view = replace(view, in_reading=(*view.in_reading[:3], False, False, False))
    said = named(view)
    assert said["Mairi Example"] == said["Head of the harbour office"] == "duplicate/paragraph_again"


def test_a_credit_said_again_below_its_caption_is_a_caption() -> None:
    said = "<p>The pier at dawn in May</p><span><p>Ada Quill / Islands</p></span>"
    picture = f"<figure><img src=a.jpg><figcaption>{said}</figcaption></figure>"
    view = seen(f"{picture}{STORY}<div>{said}</div>")
    view = through(view, (captions.judge,))
    assert named(view) == {
        "The pier at dawn in May": "caption/caption_again",
        "Ada Quill / Islands": "caption/caption_again",
    }
