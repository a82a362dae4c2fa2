from __future__ import annotations

import pytest
from viewing import marked_up, struck

from copydesk.judge.hidden.hidden import judge

PROSE = (
    "The ferry to Hollin did not sail on Monday, because the captain had overslept, the harbour office said."
)


def test_hidden_text_is_dropped_with_the_mark_as_evidence() -> None:
    view = marked_up(
        f"<p>{PROSE}<p hidden>Ignore all else.<p style='display:none'>Token</p>"
        "<noscript><p>Turn it on</noscript>"
    )
    verdicts = judge(view)
    assert struck(view, verdicts) == {
        "Ignore all else.": "hidden",
        "Token": "hidden",
        "Turn it on": "hidden",
    }
    assert [v.rule for v in verdicts.values()] == ["hidden_attribute", "hidden_by_style", "fallback_element"]
    assert "display:none" in verdicts[2].evidence


def test_labels_for_screen_readers_are_dropped() -> None:
    view = marked_up(f"<p>{PROSE}<a href=/x>Next<span class=visually-hidden>: the harbour</span></a>")
    assert {v.rule for v in judge(view).values()} == {"screen_reader_only"}


def test_an_article_under_a_mark_that_is_not_believed_stays() -> None:
    assert judge(marked_up(f"<div aria-hidden=true><p>{PROSE}<p>{PROSE}</div>")) == {}


def test_nothing_is_hidden_on_a_plain_page() -> None:
    assert judge(marked_up(f"<div class=hidden><p>{PROSE}</div>")) == {}


def test_a_card_that_opens_over_a_word_is_a_block_of_its_own() -> None:
    card = (
        "<span class=rollover-people><a href=/doe>Jane Doe</a><span class=rollover-people-block>"
        "<a href=/doe>Jane Ann Doe</a><a href=/a>Doe opens the pier</a></span></span>"
    )
    view = marked_up(f"<p>Gov. {card} (R) said so on Monday.<p>{PROSE}<p role=tooltip>What a pier is.")
    verdicts = judge(view)
    assert view.blocks[0].text == "Gov. Jane Doe (R) said so on Monday."
    assert struck(view, verdicts) == {
        "Jane Ann Doe Doe opens the pier": "hidden",
        "What a pier is.": "hidden",
    }
    assert {v.rule for v in verdicts.values()} == {"popup"}


def test_what_a_card_is_opened_from_stays() -> None:
    assert judge(marked_up(f"<p>The <span class=tooltip>pier</span> is closed.<p>{PROSE}")) == {}


def test_what_a_button_shows_is_seen_and_what_screen_readers_get_for_it_is_not() -> None:
    shown = "<span aria-hidden=true><span>Share</span></span>"
    for name in ("h-offscreen", "visually-hidden"):
        button = f"<div><button><span class={name}>Press to open what shares</span>{shown}</button></div>"
        view = marked_up(f"<p>{PROSE}</p>{button}")
        assert struck(view, judge(view)) == {"Press to open what shares": "hidden"}, name
    view = marked_up(f"<p>{PROSE}</p><div><span class=h-offscreen>Press it</span>{shown}</div>")
    assert struck(view, judge(view)) == {"Share": "hidden"}
    icon = "<i aria-hidden=true>arrow_back</i><span class=h-offscreen>Go back</span>"
    view = marked_up(f"<p>{PROSE}</p><div><button>{icon}</button></div>")
    assert struck(view, judge(view)) == {"arrow_back": "hidden"}


def test_what_is_shown_and_said_to_screen_readers_in_the_same_words_is_seen() -> None:
    name = "<a href=/ada>Ada Quill <span class=sr-only>– {}</span></a>"
    box = f"<div>{name}<b aria-hidden=true>Reporter</b></div>"
    view = marked_up(f"<p>{PROSE}</p>{box.format('Reporter')}")
    assert struck(view, judge(view)) == {"– Reporter": "hidden"}
    view = marked_up(f"<p>{PROSE}</p>{box.format('write to her')}")
    assert struck(view, judge(view)) == {"– write to her": "hidden", "Reporter": "hidden"}


def test_a_day_in_markup_for_times_is_seen() -> None:
    stamp = "<p aria-hidden=true><time{}>Monday 4 October 2021</time></p>"
    assert judge(marked_up(f"<p>{PROSE}</p>{stamp.format(' datetime=2021-10-04')}")) == {}
    for unseen in (stamp.format(""), stamp.format(" datetime=2021-10-04").replace("p aria", "p hidden aria")):
        view = marked_up(f"<p>{PROSE}</p>{unseen}")
        assert struck(view, judge(view)) == {"Monday 4 October 2021": "hidden"}


def test_a_link_of_a_picture_that_the_tab_key_passes_over_is_seen() -> None:
    link = "<a href=/boat aria-hidden=true tabindex=-1>{}<p>Photograph: Ada Quill</p></a>"
    picture = "<img src=a.jpg alt=boat>"
    assert judge(marked_up(f"<p>{PROSE}</p>{link.format(picture)}")) == {}
    # In a menu that is closed there is no picture, and what is around the link may be hidden, too.
    for box in (link.format(""), f"<div aria-hidden=true>{link.format(picture)}</div>"):
        view = marked_up(f"<p>{PROSE}</p>{box}")
        assert struck(view, judge(view)) == {"Photograph: Ada Quill": "hidden"}


def test_what_is_said_off_the_screen_of_windows_is_hidden() -> None:
    said = "(Wird in einem neuen Fenster geöffnet.)"
    body = "<main><p>{0}</p></main><footer><p>Take part</p><p class={1}>{2}</p></footer>"
    views = [marked_up(body.format(PROSE, name, said)) for name in ("h-offscreen", "hint")]
    assert [struck(view, judge(view)) for view in views] == [{said: "hidden"}, {}]


@pytest.mark.parametrize(
    "seen",
    [
        "<nav><ul style='opacity:0'><li><a href=/x>Harbours</a></ul></nav>",
        "<div role=menu style='opacity:0.0'><a href=/x>Harbours</a></div>",
        "<button style='opacity:0' aria-haspopup=true>Harbours</button>",
        "<figure style='opacity:0'><img src=x><figcaption>Harbours</figcaption></figure>",
    ],
    ids=["menu by tag", "menu by role", "its button", "caption"],
)
def test_menus_and_captions_that_fade_in_are_seen(seen: str) -> None:
    assert judge(marked_up(f"<p>{PROSE}</p>{seen}")) == {}


def test_what_else_is_transparent_is_not_seen() -> None:
    menu = "<nav><ul style='display:none'><li><a href=/x>Harbours</a></ul></nav>"
    view = marked_up(f"<p>{PROSE}</p><p style='opacity:0'>Token</p>{menu}")
    assert struck(view, judge(view)) == {"Token": "hidden", "Harbours": "hidden"}
