from __future__ import annotations

from dataclasses import replace

import pytest
from captions_told import TITLE, A, B, C, page, told
from viewing import marked_up, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.captions import captions
from copydesk.judge.left_out import left_out


def test_figcaptions_and_classes_of_marked_up_pages() -> None:
    html = f"""<main><p>{A}</p>
    <figure><img src=x><figcaption>At the pier</figcaption></figure>
    <p class="story-image__caption">The harbour in winter</p>
    <div class=article-credit><p>Ada Example</p></div>
    <p>{B}</p></main>"""
    view = marked_up(html)
    assert set(struck(view, captions.judge(view))) == {"At the pier", "The harbour in winter", "Ada Example"}


def test_a_quote_or_a_table_in_a_figure_stays() -> None:
    figure = "<figure><blockquote>Nobody felt alone that night.</blockquote></figure>"
    html = f"<main><p>{A}</p>{figure}<p>{B}</p></main>"
    assert captions.judge(marked_up(html)) == {}


def test_a_portrait_in_a_card_of_its_own_is_about_the_author() -> None:
    about = "Ada Quill is a fellow of the Harbour Society and the author of two books."
    card = f"<figure class=author-card><img src=x><figcaption>{about}</figcaption></figure>"
    known = Declared({"authors": (Candidate("Ada Quill", "json-ld"),)})
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}</p>{card}<p>{B}</p><p>{C}</p>", known)
    assert struck(view, captions.judge(view)) == {about: "author_bio"}


def test_a_size_of_letters_makes_no_caption() -> None:
    assert told(page("<div class=text-caption>I agree to the terms of the newsletter.</div>")) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("3 May 2031, 14:55", "byline"),
        ("Need more of the sea? Subscribe to our newsletter today!", "promo"),
        ("The pier at dawn", "caption"),
    ],
)
def test_not_all_that_stands_below_a_picture_is_its_caption(text: str, reason: str) -> None:
    view = page(f"<figure><img src=a.jpg><figcaption>{text}</figcaption></figure>")
    assert struck(view, captions.judge(view)) == {text: reason}
    assert told(view) == ([text] if reason == "caption" else [])


def test_a_figure_of_another_story_and_a_link_in_small_letters_are_no_captions() -> None:
    teaser = (
        "<figure class=inline-teaser><div>Read too</div><a href=/x>Fishermen fear a new quota</a></figure>"
    )
    label = "<div class=text-sub-caption><a href=/x>Harbour life</a></div>"
    assert captions.judge(page(teaser + label)) == {}


def test_a_caption_with_a_year_is_one_and_a_stamp_below_a_picture_is_none() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    view = page(figure.format("The band on stage at the pier in 2019") + figure.format("Updated 4 May 2019"))
    assert told(view) == ["The band on stage at the pier in 2019"]
    assert struck(view, captions.judge(view))["Updated 4 May 2019"] == "byline"


def test_a_call_to_sign_up_below_a_picture_is_none() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    view = page(figure.format("Jeden Donnerstag das Beste der Inseln. Kostenlos anmelden."))
    assert told(view) == []
    assert list(struck(view, captions.judge(view)).values()) == ["promo"]


def test_a_name_a_year_and_a_credit_below_a_picture_are_a_caption() -> None:
    text = "Ada Quill at the 2024 Harbour Awards Credit: Example/Example Pictures"
    view = page(f"<figure><img src=a.jpg><figcaption>{text}</figcaption></figure>")
    assert struck(view, captions.judge(view)) == {text: "caption"}


@pytest.mark.parametrize(
    "text", ["Ada Quill at the 2023 Harbour Awards", "Source: Harbour Statistics Office"]
)
def test_a_name_and_a_year_or_a_source_below_a_picture_are_no_byline(text: str) -> None:
    view = page(f"<figure><img src=a.jpg><figcaption><p>{text}</p></figcaption></figure>")
    assert struck(view, captions.judge(view)) == {text: "caption"}


def test_the_linked_caption_of_a_teaser_s_picture_is_no_caption() -> None:
    teaser = (
        "<figure><img src=a.jpg><figcaption><a href=/x>Fishermen fear a new quota</a></figcaption></figure>"
    )
    html = f"<article><p>{A}</p><p>{B}</p></article><aside>{teaser}</aside>"
    view = marked_up(html, outside="aside")
    assert struck(view, captions.judge(view)) == {"Fishermen fear a new quota": "promo"}
    assert told(view) == []


def test_a_heading_in_a_figcaption_is_the_caption() -> None:
    text = "The pier of Port Ellen had to be mended several times."
    view = page(f"<figure><img src=a.jpg><figcaption><h2>{text}</h2><span>AP</span></figcaption></figure>")
    assert told(view) == [f"{text} AP"]


def test_who_wrote_the_story_below_a_portrait_behind_it_is_no_caption() -> None:
    figure = "<figure><img src=a.jpg><figcaption>Our own Ada Quill sails every day.</figcaption></figure>"
    view = marked_up(f"<article><p>{A}</p><p>{B}</p></article>{figure}", outside="figure")
    declared = Declared({"authors": (Candidate("Ada Quill", "json-ld"),)})
    view = replace(view, declared=declared)
    assert struck(view, captions.judge(view)) == {"Our own Ada Quill sails every day.": "author_bio"}
    assert told(view) == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("RELATED: All ferries are late, says the harbour master", "related_line"),
        ("Thanks for reading The Gazette! This post is public so feel free to share it.", "stock_line"),
    ],
)
def test_what_leads_elsewhere_from_a_picture_is_no_caption(line: str, rule: str) -> None:
    for markup in (
        f"<figure><img src=a.jpg><figcaption>{line}</figcaption></figure>",
        f"<p class=caption>{line}</p>",
    ):
        view = page(markup + f"<p>{A}</p>" * 4)
        assert told(view) == []
        assert [v.rule for v in captions.judge(view).values()] == [rule]


def test_a_button_and_a_notice_below_a_picture_are_no_captions() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    assert told(page(figure.format("Press enter or click to view image in full size"))) == []
    assert told(marked_up(f"<p>{A}</p><p>{B}</p><p>© RIPRODUZIONE RISERVATA</p>")) == []


def test_the_short_name_of_another_story_below_its_picture_leads_to_it() -> None:
    figure = (
        "<figure><a href=/x><img src=a.jpg></a><figcaption><a href=/x>Wall holds</a></figcaption></figure>"
    )
    body = f"<p>{A}</p>" * 4 + "".join(f"<div>{n}</div>" for n in range(9)) + figure
    view = marked_up(body, outside="figure, div")
    found = {view.blocks[i].text: str(v.reason) for i, v in captions.judge(view).items()}
    assert found["Wall holds"] == "promo"


def test_the_name_of_a_table_stays_with_its_rows_and_is_no_picture_s_caption() -> None:
    table = "<table><caption>Fares by ship</caption><tr><td>Dove</td><td>12</td></tr></table>"
    view = marked_up(f"<main><p>{A}</p>{table}<p>{B}</p></main>")
    found = captions.judge(view)
    assert [(v.keep, v.rule, v.facts) for v in found.values()] == [(True, "table_name", ())]
    calendar = f"<main><p>{A}</p><p>{B}</p></main><aside class=more>{table}</aside>"
    assert captions.judge(marked_up(calendar)) == {}


def test_the_label_of_a_byline_in_markup_for_captions_is_none() -> None:
    html = f"<h1>{TITLE}</h1><div class=caption>Author</div><p>Ada Quill</p><p>{A}</p><p>{B}</p>"
    view = marked_up(html)
    assert struck(view, captions.judge(view)) == {"Author": "byline"}


@pytest.mark.parametrize(("box", "is_one"), [("story-image", True), ("teaser", False)])
def test_a_name_above_a_credit_is_a_caption_where_their_box_is_a_picture_s(box: str, *, is_one: bool) -> None:
    picture = f"<div class={box}><p class=name>Ada Quill</p><p>Photo: Ann Lee/Example Pictures</p></div>"
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}</p>{picture}<p>{B}</p><p>{C}</p>", outside=f".{box}")
    assert ("Ada Quill" in struck(view, captions.judge(view))) is is_one


@pytest.mark.parametrize(
    "box",
    [
        "<div class=meta><img src=ida.jpg><div class=caption>Author</div><p>Ida Sand</p></div>",
        "<div class=meta><div class=caption>At sea</div><p>Boats</p></div>",
        "<form><fieldset><legend>One more step: tell us where your boat lies</legend></fieldset></form>",
        "<form><p class=caption>Tell us where your boat lies today</p></form>",
    ],
)
def test_markup_named_so_is_of_no_picture_in_forms_and_labels(box: str) -> None:
    assert told(page(box)) == []


def test_a_picture_may_be_set_in_by_a_script() -> None:
    assert told(page("<div class=caption>The crane above the quay at dawn</div>")) == [
        "The crane above the quay at dawn"
    ]
    own = "<figure class=picture><a href=/big><img src=a.jpg></a>The old crew at the pier</figure>"
    assert told(page(own)) == ["The old crew at the pier"]


def test_a_button_of_a_player_is_no_caption() -> None:
    assert told(page("<figure><img src=a.jpg><div><span>autoplay</span></div></figure>")) == []


def test_the_name_of_a_table_below_its_rows_stays_and_a_button_in_it_does_not() -> None:
    button = "<div class=table-caption><button>Sort again</button></div>"
    name = f"<caption>{button}<p>Fares are those of the winter, in shillings.</p></caption>"
    rows = "".join(f"<tr><td>Dove {n}</td><td>{n}</td></tr>" for n in range(3))
    view = marked_up(f"<main><p>{A}</p><table>{rows}{name}</table><p>{B}</p></main>", outside="caption")
    found = {view.blocks[i].text: v.keep for i, v in captions.judge(view).items()}
    assert found == {"Fares are those of the winter, in shillings.": True}
    # Of the caption of a table nothing is said as of a picture's.
    assert "caption" not in {v.reason for v in left_out.judge(through(view, [captions.judge])).values()}


def test_what_heads_the_author_s_box_is_no_caption_whatever_its_element_is_called() -> None:
    box = "<div><img src=x><div class=author_caption>{}</div></div>"
    html = f"<main><p>{A}</p><p>{B}</p></main>" + box
    assert captions.judge(marked_up(html.format("The pilot boat")))
    assert captions.judge(marked_up(html.format("About the Author"))) == {}


def test_a_size_of_letters_with_a_number_makes_no_caption() -> None:
    small = "<div><img src=x></div><small class=c1_caption2>At the old pier in the fog</small>"
    assert told(page(small)) == []


@pytest.mark.parametrize(
    "box",
    [
        "<form><svg></svg><p class=field__legend>Choose the picture of a boat that is at sea</p></form>",
        "<div class=captcha><img src=x><p class=captcha__legend>Choose the picture of a boat</p></div>",
        "<div class=search-modal><svg></svg><p class=legend-copy>Press here to close the search</p></div>",
    ],
    ids=["form", "captcha", "window"],
)
def test_a_legend_of_a_form_or_a_window_is_no_caption(box: str) -> None:
    view = marked_up(f"<main><p>{A}</p><p>{B}</p></main>{box}", outside="body > :not(main)")
    assert captions.judge(view) == {}


def test_a_legend_in_a_form_around_the_page_is_a_caption() -> None:
    picture = "<div><img src=x><p class=legend>The harbour in winter</p></div>"
    view = marked_up(f"<form><main><p>{A}</p>{picture}<p>{B}</p></main></form>")
    assert struck(view, captions.judge(view)) == {"The harbour in winter": "caption"}


def test_the_label_of_a_field_is_no_label_of_an_image() -> None:
    box = "<li><input type=checkbox id=i><label for=i>Images</label></li><p>Images</p>"
    view = marked_up(f"<main><p>{A}</p><p>{B}</p></main><ul>{box}</ul>", outside="body > ul")
    assert [view.page.elements[i].tag for i in captions.judge(view)] == ["p"]


def test_a_button_beside_a_picture_is_no_caption_and_one_around_it_may_have_some() -> None:
    figure = "<figure class=image><button><span>Expand</span></button><img src=a.jpg></figure>"
    assert struck(page(figure), captions.judge(page(figure))) == {"Expand": "navigation"}
    held = "<figure class=image><button><img src=a.jpg><span>Ada at sea</span></button></figure>"
    assert struck(page(held), captions.judge(page(held))) == {"Ada at sea": "caption"}
