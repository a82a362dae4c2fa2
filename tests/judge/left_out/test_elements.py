"""Left-out lines that the elements around them tell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, A, B, behind, marked_up, named, seen, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.headlines import headline
from copydesk.judge.left_out import left_out
from copydesk.judge.navigation import navigation
from copydesk.model import Kind, Reason, dropped, kept


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ("hs-form", "navigation/control"),
        ("product-card-price", "promo/product_box"),
        ("testimonial", "promo/praise_box"),
        ("ez-toc-list", "navigation/contents"),
        ("article-references", "credit/sources"),
        ("footnotes", "notice/footnote"),
        ("page-sidebar", "navigation/beside"),
        ("elementor-widget", None),
    ],
)
def test_a_line_is_told_by_the_name_of_its_box(box: str, said: str | None) -> None:
    assert behind(f"<div class={box}><p>Anna and the tide</p></div>").get("Anna and the tide") == said


def test_a_box_that_holds_the_story_tells_nothing() -> None:
    assert named(seen(f"<div class=sidebar><p>{A}</p><p>{B}</p><p>Left out</p></div>")) == {}


def test_a_post_of_a_network_is_called_so_and_stays_outside() -> None:
    post = "<blockquote class=twitter-tweet><p>Ferry stays in port.</p>— Ida (@ida) May 1, 2031</blockquote>"
    found = named(seen(f"<main><h1>Ferry stays</h1><p>{A}</p>{post}<p>{B}</p></main>"))
    assert set(found.values()) == {"outside/embedded_post"}


HEADLINES = "".join(
    f"<li><a href=/{n}>Ferry number {n} has been towed back to port</a></li>" for n in range(3)
)
SECTIONS = "".join(f"<li><a href=/s{n}>Harbour {n}</a></li>" for n in range(10))


def test_a_box_of_linked_headlines_is_of_other_stories() -> None:
    found = behind(f"<div class=c9>{HEADLINES}<p>Tide tables</p></div>")
    assert found["Tide tables"] == "promo/other_stories"


def test_a_box_with_many_more_short_links_than_headlines_is_a_menu() -> None:
    found = behind(f"<div class=c9>{SECTIONS}{HEADLINES}<p>Tide tables</p></div>")
    assert found["Tide tables"] == "navigation/menu"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("<form><p>The tide at six each day</p><input type=email></form>", "promo/promo_box"),
        ("<form><p>The tide at six each day</p><input name=your-mail></form>", "promo/promo_box"),
        (
            "<form><p>The tide at six each day</p><label>10 €</label><label>30 €</label></form>",
            "promo/promo_box",
        ),
        (
            "<form><p>The tide at six each day</p><input type=email><textarea></textarea></form>",
            "navigation/control",
        ),
        (
            "<form><p>The tide at six each day</p><input type=email><input type=password></form>",
            "navigation/control",
        ),
        (
            "<form><p>The tide at six each day</p>" + "<input type=radio>" * 2 + "<input type=email></form>",
            "navigation/control",
        ),
        ("<div class=form-header><p>The tide at six each day</p></div>", "promo/form_head"),
        (
            (
                "<div><div class=form-header><p>The tide at six each day</p></div>"
                "<form><input type=password></form></div>"
            ),
            "navigation/control",
        ),
    ],
)
def test_a_form_is_what_its_fields_ask_for(form: str, said: str) -> None:
    assert behind(form)["The tide at six each day"] == said


def test_a_box_may_be_labelled_for_those_who_hear_the_page() -> None:
    box = "<ul aria-label='Related stories'><li><span>Pier</span> <a href=/p>Mended at last</a></ul>"
    assert behind(box) == {"Pier Mended at last": "promo/other_stories"}
    assert behind(box.replace("Related stories", "Facts")) != behind(box)


def test_lines_of_a_schedule_above_the_story_are_no_headlines() -> None:
    row = "".join(
        f"<div><a{{}}><p>{n}:00</p><p>Men</p><p>Boats</p><p>The ferry race of Hollin pier</p></a></div>"
        for n in range(10, 16)
    )
    story = f"<main><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>"

    def said(attribute: str) -> str | None:
        view = seen(f"<div class=x1>{row.format(*[attribute] * 6)}</div>{story}")
        return named(view).get("The ferry race of Hollin pier")

    assert said("") == said(" href=/radio") == "navigation/menu"


def test_a_while_ago_in_a_player_is_of_the_player() -> None:
    assert behind("<div id=persistent-player><span>2 hours ago</span></div>") == {
        "2 hours ago": "template/player"
    }
    assert behind("<div id=best-player><span>2 hours ago</span></div>")["2 hours ago"] == "byline/stamp"


def test_what_a_writer_is_below_the_name_is_of_the_byline() -> None:
    box = "<div class=author><a href=/ada>By Ada Quill</a><div>Harbour desk</div></div>"
    view = seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{box}<p>{B}</p></main>")
    name = next(b.index for b in view.blocks if b.text == "By Ada Quill")
    view = replace(view, verdicts={name: dropped("byline", Reason.BYLINE, "a name")})
    assert named(view).get("Harbour desk") == "byline/byline_box"


def test_a_nearer_box_of_sharing_tells_a_link_to_a_network_from_the_page_s_foot() -> None:
    box = "<footer><div class=social-icons><div><a href=https://{}>Hafenfunk</a></div></div></footer>"
    assert behind(box.format("x.com/hafen"))["Hafenfunk"] == "promo/share_box"
    assert behind(box.format("gazette.example/hafen"))["Hafenfunk"] == "navigation/page_frame"


def test_what_a_search_engine_passes_over_is_no_jump_link() -> None:
    found = behind("<div class='google-anno-skip'><p>All seats taken</p></div>")
    assert "All seats taken" not in found


def test_a_button_to_write_to_a_friend_is_of_its_share_list() -> None:
    said = "Click to email this to a friend (Opens in new window)"
    link = f"<li class=share-email><a href=/x?share=email>{said}</a></li>"
    view = marked_up(f"<div class=nav-wrapper><ul class=sd-sharing>{link}</ul></div>{STORY}", outside="div")
    assert [f"{v.reason}/{v.rule}" for v in navigation.judge(view).values()] == ["promo/share_box"]


def test_a_day_in_a_row_of_networks_is_the_page_s() -> None:
    found = behind("<p>Tide</p>" * 99 + "<div class=social-links><span>May 3, 2031</span></div>")
    assert found["May 3, 2031"] == "navigation/site_date"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sales-NoConsent", "promo/promo_box"),
        ("no-consent", None),
        ("consent", "notice/notice_box"),
        ("sales-service", None),
    ],
)
def test_what_nobody_has_consented_to_asks_for_no_consent(name: str, said: str | None) -> None:
    assert behind(f"<div id={name}><p>Anna and the tide</p></div>").get("Anna and the tide") == said


def test_an_offer_in_the_page_s_head_is_promo_by_its_name() -> None:
    offer = "Read on this winter! All of the pier for a crown a week"
    found = named(seen(f"<header><div class=_salesOffer_1z><p>{offer}</p></div></header>{STORY}"))
    assert found[offer] == "promo/promo_box"


def test_the_byline_again_behind_the_story_is_a_byline() -> None:
    line = "By Ada Quill | May 3, 2031 -- 19:14 GMT | Topic: Tides"
    box = f"<div class=byline><p>{line}</p></div>"
    page = f"<article><h1>Ferry stays in port</h1>{box}<p>{A}</p><p>{B}</p>{box}</article>"
    view = seen(page, authors=("Ada Quill",))
    said = [v for i, v in left_out.judge(view).items() if view.blocks[i].text == line]
    assert [v.reason for v in said] == [Reason.BYLINE] * 2


def test_the_outlet_s_own_name_in_the_foot_is_no_author_s() -> None:
    page = STORY + "<p>Tide</p>" * 99 + "<div class=c7><span>Pier Gazette</span></div>"
    view = seen(page, authors=("Pier Gazette",))
    own = {**view.declared.candidates, "publisher": (Candidate("Pier Gazette", "json-ld"),)}
    assert "byline" in named(view)["Pier Gazette"]
    assert named(replace(view, declared=Declared(own)))["Pier Gazette"] == "navigation/outlet"


def test_what_holds_the_headline_is_no_teaser() -> None:
    head = "<div class=Teaser_box__x1><h1>Ferry stays</h1><div class=Teaser_meta__x2>A note</div></div>"
    view = seen(f"<main>{head}<p>{A}</p><p>{B}</p></main>")
    assert named(view).get("A note") == "promo/other_stories"  # as long as no headline is known
    told = replace(view, verdicts={0: kept("title", "the page's headline", kind=Kind.TITLE)})
    assert named(told).get("A note") != "promo/other_stories"


def test_what_a_post_is_filed_under_is_no_name_of_its_card() -> None:
    card = "<div class='post-7 hentry category-news tag-harbour'><p>Two hours at sea</p></div>"
    assert "tags" not in behind(card).get("Two hours at sea", "")


def test_a_sentence_is_no_subject() -> None:
    box = "<div class=topics><p>Harbours</p><p>Topics that you follow will be added to your feed.</p></div>"
    found = behind(box)
    assert found["Harbours"] == "navigation/tags"
    assert found.get("Topics that you follow will be added to your feed.") != "navigation/tags"


def test_a_window_has_a_head_of_its_own() -> None:
    window = "<div class=x-modal><div class=x-modal__box><header><p>Report errors</p></header></div></div>"
    assert behind(window)["Report errors"] == "hidden/window"


def test_the_heading_that_only_names_a_part_of_the_page_to_be_heard_is_navigation() -> None:
    cards = "".join(f"<p><a href=/{n}>Harbour number {n} wants a new crane</a></p>" for n in range(3))
    box = f"<section role=complementary aria-labelledby={{0}}><h6 id={{0}}>Column</h6>{cards}</section>"
    assert behind(box.format("accessibility-sidebar-top"))["Column"] == "navigation/accessibility"
    assert behind(box.format("accessibility-latest"))["Column"] == "promo/other_stories"


def test_the_foot_of_a_box_within_the_story_is_not_the_page_s() -> None:
    foot = (
        "<div class=box><p>Sign in or create an account</p><div class=identity-footer><p>{}</p></div></div>"
    )
    line = "Readers on paper read this for nothing"
    within = seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{foot.format(line)}<p>{B}</p></main>")
    assert named(within)[line] == "promo/boxed"
    assert behind(foot.format(line))[line] == "navigation/page_frame"


def test_what_a_player_says_is_so_in_a_box_of_other_stories_too() -> None:
    cards = "".join(f"<p><a href=/{n}>Harbour number {n} wants a new crane</a></p>" for n in range(3))
    line = "We apologize, but this video has failed to load."
    assert behind(f"<section>{cards}<p>{line}</p></section>")[line] == "template/player"


def test_a_button_below_an_author_s_name_is_no_office() -> None:
    head = "<h1>Ferry stays in port</h1><ul class=authors><li>Ada Quill<li><a href=/q>{}</a></ul>"
    for below, said in (("View author publications", "byline_box"), ("Staff writer", "post")):
        view = seen(f"<main>{head.format(below)}<p>{A}</p><p>{B}</p></main>", authors=("Ada Quill",))
        view = through(view, [headline.judge])
        assert named(view)[below] == f"byline/{said}"
