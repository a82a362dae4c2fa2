from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted, stays, struck

from copydesk.judge import comment_walls, comments

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."

WIDGETS = [
    "blog comments powered by Disqus",
    "Comments powered by Disqus.",
    "Please enable JavaScript to view the comments powered by Disqus.",
    "Comments are closed.",
    "Comments for this thread are now closed",
    "0 Comments",
    "12 comments",
    "Comments (3)",
    "Leave a Reply",
    "Leave a comment",
    "Log in to comment",
    "You must be logged in to post a comment.",
    "Your email address will not be published. Required fields are marked *",
    "Sort by: Newest",
    "Report abuse",
    "Be the first to comment",
    "Click here to sign in",
    "Join the conversation",
    "Kommentare",
    "Kommentar schreiben",
    "Die Kommentarfunktion ist geschlossen.",
    "Laisser un commentaire",
    "Les commentaires sont fermés",
    "Deja un comentario",
    "Lascia un commento",
    "Deixe um comentário",
    "Laat een reactie achter",
    "Lämna en kommentar",
    "Skriv en kommentar",
    "Jätä kommentti",
    "Dodaj komentarz",
    "Přidat komentář",
    "Оставить комментарий",
    "Залишити коментар",
    "Yorum yap",
    "Αφήστε σχόλιο",
    "Szólj hozzá",
    "Lasă un comentariu",
    "发表评论",
    "コメントを書く",
    "댓글 쓰기",
    "أضف تعليقا",
    "ارسال نظر",
    "टिप्पणी करें",
]

STORIES = [
    "Disqus said on Monday that a fault had shown the names of its users for an hour.",
    "The paper closed its comments after the storm, and its letters page grew.",
    "Comments by the captain angered the passengers, who had waited since dawn.",
    "Comments were not returned by the company until Friday.",
    "Comment from the harbour office was not available on Sunday.",
    "He left a comment in the guest book and walked down to the pier.",
    "“No comment,” said the harbour master, and shut the window.",
    "Reply cards were printed for every household on the island.",
    "Discussion of the bridge went on past midnight.",
    "Anonymous letters had reached the mayor since the spring.",
    "Two years ago the village had ninety people and one telephone.",
    "Sorted by age, the boats tell the history of the island.",
    "Report of the storm reached the capital three days later.",
    "Kommentare des Kapitäns verärgerten die Wartenden.",
    "Les commentaires du capitaine ont fâché les passagers.",
    "Los comentarios del capitán molestaron a los pasajeros.",
    "Комментарии капитана возмутили пассажиров.",
    "评论家说这部电影忠实地再现了岛上的生活。",
]


def dropped(*lines: str) -> dict[str, str]:
    view = pasted("\n".join(lines))
    return struck(view, comments.judge(view))


@pytest.mark.parametrize("text", WIDGETS)
def test_widgets_go(text: str) -> None:
    assert dropped(A, B, D, text) == {text: "comments"}


@pytest.mark.parametrize("text", STORIES)
def test_sentences_of_a_story_stay(text: str) -> None:
    assert dropped(A, text, B, D) == {}
    assert dropped(A, B, D, text) == {}


SAID = "I have waited for that ferry every week of my life, and it has never once been on time."


def test_comments_behind_their_heading_go() -> None:
    readers = (
        "Comments 2",
        "OldSalt 2 years ago Reply",
        SAID,
        "gull_42 11 months ago",
        "Same here, every week.",
    )
    assert dropped(A, B, D, *readers) == dict.fromkeys(readers, "comments")


def test_comments_with_a_clock_time_go() -> None:
    readers = (
        "Comments",
        "oldsalt 15 October 2015, 20:38",
        SAID,
        "gull 16 October 2015, 07:02",
        "Same here.",
    )
    assert dropped(A, B, D, *readers) == dict.fromkeys(readers, "comments")


def test_comments_without_a_heading_go_with_the_name_above() -> None:
    readers = (
        "OldSalt",
        "2 years ago",
        SAID,
        "Reply",
        "gull_42",
        "1 year ago",
        "Same here, every week.",
        "Reply",
    )
    view = pasted("\n".join((A, B, D, *readers)))
    assert stays(view, comments.judge(view)) == [A, B, D]


def test_a_share_bar_with_comments_above_the_story_opens_no_region() -> None:
    view = pasted("\n".join(("Ferry fails at sea", "2 hours ago", "Share", "Comments", A, B, D)))
    kept = stays(view, comments.judge(view))
    assert {A, B, D} <= set(kept)


def test_other_stories_with_their_times_above_the_story_are_no_comments() -> None:
    teasers = [
        line for n in range(4) for line in (f"Ferries / {n + 2} hours ago", f"Storm number {n} is over.")
    ]
    view = pasted("\n".join((D, *teasers, A, B, D)))
    read = replace(view, in_reading=tuple(block.text in (A, B, D) for block in view.blocks))
    assert {A, B, D} <= set(stays(read, comments.judge(read)))


def test_the_imprint_below_the_comments_is_none() -> None:
    view = pasted(
        "\n".join((A, B, D, "Comments", "OldSalt 2 years ago Reply", SAID, "gull 1 year ago Reply", "© 2019"))
    )
    assert stays(view, comments.judge(view)) == [A, B, D, "© 2019"]


def test_an_element_of_comments_goes() -> None:
    view = marked_up(
        f"<body><article><p>{A}</p><p>{B}</p><p>{D}</p></article>"
        f"<div id='disqus_thread'><p>The first word is mine.</p></div>"
        f"<ol class='comment-list'><li>Never on time</li></ol></body>"
    )
    assert struck(view, comments.judge(view)) == {
        "The first word is mine.": "comments",
        "Never on time": "comments",
    }


def test_a_class_on_the_story_itself_is_no_evidence() -> None:
    view = marked_up(
        f"<body class='comments-area'><article class='comment-body'>"
        f"<p>{A}</p><p>{B}</p><p>{D}</p></article></body>"
    )
    assert comments.judge(view) == {}


def test_evidence_names_the_phrase() -> None:
    view = pasted(f"{A}\n{B}\nblog comments powered by Disqus")
    assert comments.judge(view)[2].evidence == (
        "the line belongs to a comment widget: 'blog comments powered by disqus'"
    )


def test_a_single_comment_under_its_heading_goes() -> None:
    readers = ("Comments 1", "OldSalt 15 October 2015, 20:38", SAID)
    assert dropped(A, B, D, *readers) == dict.fromkeys(readers, "comments")


@pytest.mark.parametrize(("way", "goes"), [("/comment", False), ("#comment", True), ("/ferry/comment", True)])
def test_a_link_to_the_section_of_opinions_heads_no_comments(way: str, *, goes: bool) -> None:
    page = f"<main><p>{A}</p><p>{B}</p></main><footer><div><a href={way}>Comment</a></div></footer>"
    view = marked_up(page)
    view = replace(view, page=replace(view.page, url="https://gazette.example/ferry"))
    assert ("Comment" in struck(view, comments.judge(view))) is goes


def test_a_call_right_above_the_comments_is_of_them() -> None:
    call = "<h3>Tell us what YOU think...</h3>"
    page = f"<main><p>{A}</p><p>{B}</p>{call}<p>Comments</p></main>"
    view = marked_up(page)
    assert struck(view, comments.judge(view))["Tell us what YOU think..."] == "comments"
    view = marked_up(f"<main><p>{A}</p>{call}<p>{B}</p></main>")
    assert comments.judge(view) == {}


def test_a_label_of_what_to_print_heads_no_comments() -> None:
    box = "<ul class=print><li><input type=checkbox id=c><label for=c>Comments</label></li></ul>"
    view = marked_up(f"<main><p>{A}</p><p>{B}</p></main>{box}", outside="body > ul")
    assert comments.judge(view) == {}


@pytest.mark.parametrize(
    ("name", "reason"), [("post-comments", {"comments"}), ("letters", set())], ids=["comments", "elsewhere"]
)
def test_a_wall_before_comments_is_of_the_comments(name: str, reason: set[str]) -> None:
    wall = f"<div class={name}><p>Sign up for our daily newsletter.</p></div>"
    view = marked_up(f"<main><p>{A}</p><p>{B}</p></main>{wall}", outside="body > div")
    assert set(struck(view, comment_walls.judge(view)).values()) == reason
