from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import STORY, A, B, behind, named, seen, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.captions import captions
from copydesk.judge.left_out import left_out
from copydesk.model import Reason

# What stands behind it is too far from the headline to be a byline's.
LONGER = f"{STORY}<p>{A}</p><p>{B}</p>"


@pytest.mark.parametrize(
    ("extra", "line", "said"),
    [
        ("<div class=articleShareBar><span>Send it on</span></div>", "Send it on", "promo/share_box"),
        ("<div class=newsletter-box><p>Every morning</p></div>", "Every morning", "promo/promo_box"),
        ("<div class=cookie-bar><p>That is fine</p></div>", "That is fine", "notice/notice_box"),
        ("<div class=card-news><p>Harbour</p></div>", "Harbour", "promo/other_stories"),
        ("<div id=page-footer><p>12 Quay Street</p></div>", "12 Quay Street", "navigation/page_frame"),
        ("<form><label>Your town</label></form>", "Your town", "navigation/control"),
        ("<div class=modal-text><p>Saved for later</p></div>", "Saved for later", "hidden/window"),
        ("<div class=author><p>Ada Quill</p></div>", "Ada Quill", "author_bio/author_box"),
    ],
)
def test_an_element_behind_the_story_says_what_it_is(extra: str, line: str, said: str) -> None:
    assert named(seen(STORY + extra))[line] == said


def test_the_foot_of_a_card_and_the_size_of_letters_say_nothing() -> None:
    extra = "<div class=card-footer><p>Left out</p></div><p class=text-caption>All seats taken</p>"
    assert named(seen(STORY + extra)) == {}


def test_an_element_that_holds_a_line_of_the_story_is_no_furniture() -> None:
    body = f"<div class=newsletter-story><p>{A}</p><p>{B}</p><p>Left out</p></div>"
    assert named(seen(body)) == {}


def test_a_video_within_the_story_is_called_what_its_title_says() -> None:
    video = "<div class=video-info><p>How the ferry was towed home</p><p>1:20 min</p></div>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{video}<p>{B}</p></main>"))
    assert found == {"How the ferry was towed home": "caption/video_title", "1:20 min": "template/player"}


def test_who_wrote_another_story_is_not_about_the_author() -> None:
    between = "".join(f"<div>Boat {name}</div>" for name in "abcdefg")
    found = named(seen(f"{LONGER}{between}<p class=byline>By Ida Sand</p>"))
    assert found["By Ida Sand"] == "promo/other_stories"


def test_networks_are_places_to_share_and_a_word_alone_is_not() -> None:
    found = named(seen(f"{STORY}<p>Facebook</p><p>E-Mail</p><p>Twitter Email Print Reddit</p>"))
    assert set(found.values()) == {"promo/share_names"}
    assert len(found) == 3
    assert named(seen(f"{STORY}<p>Line of credit</p><div><p>Print</p></div>")) == {}


def test_tags_that_the_page_declares() -> None:
    view = seen(f"{STORY}<p>Ferries</p><p>Weather</p>")
    declared = Declared({"tags": (Candidate("Ferries", "json-ld"),)})
    assert named(replace(view, declared=declared)) == {"Ferries": "navigation/tags"}


def test_a_caption_and_a_paragraph_that_are_printed_again() -> None:
    figure = "<figure><img src=a.jpg><figcaption>The ferry in its port at dawn</figcaption></figure>"
    again = f"<div><p>The ferry in its port at dawn</p></div><div><p>{A}</p></div>"
    view = through(
        seen(f"<main><h1>Ferry stays</h1>{figure}<p>{A}</p><p>{B}</p></main>{again}"), [captions.judge]
    )
    view = replace(view, in_reading=tuple(b.text in {A, B} and b.index < 4 for b in view.blocks))
    found = {view.blocks[i].text: v.reason for i, v in left_out.judge(view).items()}
    assert found == {"The ferry in its port at dawn": Reason.CAPTION, A: Reason.DUPLICATE}


def test_a_column_beside_the_story_is_named_where_nothing_better_tells() -> None:
    letter = "<div class=sidebar><div class=newsletter><p>Every morning</p></div></div>"
    assert named(seen(f"{STORY}<div class='sidebar left'><p>Town clock</p></div>{letter}")) == {
        "Town clock": "navigation/beside",
        "Every morning": "promo/promo_box",
    }


def test_letters_of_a_hash_and_the_components_of_a_system_are_no_names() -> None:
    extra = "<div class=nb-61ad892b><p>Soup at noon</p></div><div class=cmp-text012><p>Tea at four</p></div>"
    assert named(seen(STORY + extra)) == {}
    extra = "<div id=cmp-title><p>Soup at noon</p></div><div class=old-cmp-link><p>Tea at four</p></div>"
    assert set(named(seen(STORY + extra)).values()) == {"notice/notice_box"}


def test_what_only_opens_a_window_or_is_its_label_is_seen() -> None:
    assert behind("<div><span class=modal-trigger>Ask for a berth</span></div>") == {}
    assert behind("<div class=modal-text><p>Saved</p></div>") == {"Saved": "hidden/window"}


def test_a_hint_is_hidden_and_what_it_is_opened_from_is_seen() -> None:
    line, hidden = "Berths for all boats", {"Berths for all boats": "hidden/window"}
    assert behind(f"<div class=berth__tooltip><p>{line}</p></div>") == hidden
    assert behind(f"<div class=BerthTooltip_tooltipContent><p>{line}</p></div>") == hidden
    for names in ("wp-block-quay-tooltip", "has-tooltip", "tooltip-wrapper", "Tooltip_module_ToolTipTitle"):
        assert behind(f"<div class='{names}'><p>{line}</p></div>") == {}, names
    button = f"<div class=tooltip><button class=tooltip-label>{line}</button></div>"
    assert behind(button) == {line: "navigation/control"}


def test_a_call_to_a_community_is_no_comment_of_it() -> None:
    found = behind("<div class=CommunityCTA__text><p>Berths for all boats</p></div>")
    assert found == {"Berths for all boats": "promo/promo_box"}
    assert behind("<div class=page-feedback><p>Was it clear</p></div>") == {
        "Was it clear": "navigation/page_frame"
    }


def test_a_link_in_the_words_of_its_element_s_name_is_no_advert() -> None:
    assert behind("<div><a class=cite-ads href=/ads>Harbour ADS</a></div>") == {
        "Harbour ADS": "navigation/link"
    }
    assert behind("<div class=page-ads><p>Soup at noon</p></div>") == {"Soup at noon": "promo/ad_box"}


def test_an_advert_far_from_the_story_has_no_caption() -> None:
    box = "<div class=overlay-advert><img src=a.jpg><p class=caption>Soup at noon, every day</p></div>"
    filling = "".join(f"<div>Boat {n}</div>" for n in range(60))
    assert captions.judge(seen(STORY + filling + box)) == {}
    plain = box.replace("overlay-advert", "overlay")
    assert len(captions.judge(seen(STORY + filling + plain))) == 1


SHARED = "<li class=share-{0}><a href=/s?{0}>Click to share on {0} (Opens in new window)</a>"


def test_names_that_nothing_else_has_tell_more_than_what_stands_in_a_box() -> None:
    shares = "".join(SHARED.format(name) for name in ("Facebook", "Reddit", "Twitter"))
    found = behind(f"<div><h3>Sent on</h3><ul>{shares}</ul></div>")
    assert found["Click to share on Reddit (Opens in new window)"] == "promo/share_box"
    box = "<section id=magazine-subscribe><p>Four times a year, by post.</p><a href=/a>Archive</a></section>"
    found = behind(f"<footer>{box}</footer>")
    assert found["Four times a year, by post."] == "promo/promo_box"
    assert found["Archive"] == "navigation/page_frame"


@pytest.mark.parametrize(
    ("extra", "line", "said"),
    [
        (
            "<div class=commentFooter><p>Letters are closed now.</p></div>",
            "Letters are closed now.",
            "comments/comments_box",
        ),
        (
            "<div class=navBar><div class=dShareBtn><p>Printed edition</p></div></div>",
            "Printed edition",
            "navigation/page_frame",
        ),
        (
            "<div class=save-article__drawer><p>Seven tides</p><p class=subscribe>Ours for 2</p></div>",
            "Seven tides",
            "promo/boxed",
        ),
        ("<div class=menu__drawer><p>Seven tides</p></div>", "Seven tides", "navigation/page_frame"),
    ],
)
def test_a_word_beside_another_says_what_it_is_of(extra: str, line: str, said: str) -> None:
    assert behind(extra)[line] == said


def test_what_only_has_comments_is_no_comment() -> None:
    cards = "".join(f"<li class=has-comments><a href=/{n}>Harbour {n} wants a crane</a>" for n in range(3))
    assert behind(f"<ul>{cards}</ul>")["Harbour 1 wants a crane"].startswith("promo/")
