from __future__ import annotations

from dataclasses import replace

from viewing import pasted

from copydesk.judge.pasted import live_posts
from copydesk.judge.view import View
from copydesk.model import Kind, Reason

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
POST = "We never saw the light of the pier"
SIGNED = "— Ada Quill (@quill) May 3, 2031"


def page(*lines: str) -> View:
    view = pasted("\n\n".join(lines))
    return replace(view, in_reading=tuple(block.text in (A, B) for block in view.blocks))


def told(view: View) -> dict[str, str]:
    return {view.blocks[i].text: v.rule for i, v in live_posts.judge(view).items()}


def test_the_times_of_posts_go_and_their_headings_stay() -> None:
    view = page("5:11pm", "Hello", A, "9:43PM", "Late again", B, "9:41PM", "No lamp", A, "20.15 Uhr", B)
    verdicts = live_posts.judge(view)
    assert told(view) == {
        "5:11pm": "post_time",
        "Hello": "post_heading",
        "9:43PM": "post_time",
        "Late again": "post_heading",
        "9:41PM": "post_time",
        "No lamp": "post_heading",
        "20.15 Uhr": "post_time",
    }
    assert {v.kind for v in verdicts.values() if v.keep} == {Kind.HEADING}
    assert {v.reason for v in verdicts.values() if not v.keep} == {Reason.BYLINE}


def test_two_times_are_no_live_page_and_what_is_known_heads_nothing() -> None:
    assert told(page(A, "9:43PM", "Late again", B, "9:41PM", A)) == {}
    lines = (A, "9:43", "Read more", B, "9:41", "It was late.", A, "9:40", B)
    assert set(told(page(*lines)).values()) == {"post_time"}


def test_what_signs_a_post_goes_with_it() -> None:
    assert told(page(A, POST, SIGNED, B)) == {SIGNED: "post_signature"}
    assert told(page(A, SIGNED, B)) == {}


def test_writers_with_day_and_hour_begin_posts_too_and_seconds_of_a_machine_are_none() -> None:
    stamps = [f"Ada Quill2 May 2031 21:{n}5" for n in range(3)]
    lines = [line for stamp in stamps for line in (stamp, "1935352800", "Late again", B)]
    rules = told(page(A, *lines))
    assert rules == {
        **dict.fromkeys(stamps, "post_time"),
        "1935352800": "machine_time",
        "Late again": "post_heading",
    }


def test_what_a_post_says_stays_below_its_time_where_the_reading_has_most_of_them() -> None:
    short = "The mayor has resigned."
    stamps = [f"{hour}:10 6.10.2031" for hour in (20, 18, 17, 15)]
    texts = [A, B, A[4:], short]
    view = page(*(line for post in zip(stamps, texts, strict=True) for line in post))
    expected = dict.fromkeys(stamps, "post_time") | dict.fromkeys(texts, "post_text")
    assert told(view) == expected
    unread = replace(view, in_reading=tuple(i == 1 for i in range(8)))
    assert "post_text" not in told(unread).values()
    assert told(page(stamps[0], A, stamps[1], short)) == {}
