from __future__ import annotations

from dataclasses import replace

from viewing import marked_up, pasted

from copydesk.judge.story import entries
from copydesk.judge.view import View
from copydesk.model import Reason, dropped

NAMES = ("The Tarred Rope", "Quayside Kitchen", "Lamp and Anchor")
TEXT = "The cook of the {} buys whatever the boats bring in, and writes the menu on a slate at noon."


def listed(*names: str, below: str = "<p>{}</p>") -> str:
    """Boxes with a linked name and a text below each, under ids of their own."""
    box = "<article id='place-{}'><h3><a href=/x>{}</a></h3>{}</article>"
    return "".join(box.format(n, name, below.format(TEXT.format(name))) for n, name in enumerate(names))


def read(html: str, *lost: str) -> View:
    view = marked_up(f"<h1>Where to eat on the quay</h1>{html}")
    return replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))


def back(view: View) -> list[str]:
    return [view.blocks[i].text for i, verdict in entries.judge(view).items() if verdict.keep]


def test_the_names_of_things_stay_with_what_is_said_of_them() -> None:
    assert back(read(listed(*NAMES), *NAMES)) == [*NAMES]
    assert back(read(listed(*NAMES), NAMES[1])) == [NAMES[1]]


def test_two_boxes_and_boxes_without_a_text_that_stays_are_no_list() -> None:
    assert back(read(listed(*NAMES[:2]), *NAMES[:2])) == []
    texts = [TEXT.format(name) for name in NAMES]
    assert back(read(listed(*NAMES), *NAMES, *texts)) == []
    assert back(read(listed(*NAMES, below="<p>Open</p>"), *NAMES)) == []


def test_where_few_of_the_boxes_have_a_text_that_stays_their_names_stay_out() -> None:
    many = [*NAMES, *(f"Sail loft {n}" for n in range(5))]
    texts = [TEXT.format(name) for name in many[3:]]
    assert back(read(listed(*many), *many, *texts)) == []


def test_a_pasted_page_has_no_boxes() -> None:
    assert entries.judge(pasted("\n\n".join((*NAMES, *(TEXT.format(name) for name in NAMES))))) == {}


POSTS = ("Boat 1 is out", "Boat 2 is back", "Boat 3 is lost", "Boat 4 is found")


def live(*embeds: str, by: str = "Ada Quill 9 May 2031 10:0{}") -> View:
    """A live blog of which the posts with some headings show nothing but what a script fetches."""
    box = "<div id='post-{}' class=post><h3>{}</h3>{}<p class=by>{}</p></div>"
    texts = ["" if name in embeds else f"<p>{TEXT.format(name)}</p>" for name in POSTS]
    posts = (box.format(n, name, texts[n], by.format(n)) for n, name in enumerate(POSTS))
    view = read("".join(posts), *embeds)
    signed = (b.index for b in view.blocks if b.text.startswith("Ada"))
    return replace(view, verdicts={i: dropped("post_byline", Reason.BYLINE, "test") for i in signed})


def test_the_heading_of_a_post_that_is_an_embed_stays_as_those_of_others_do() -> None:
    assert back(live(POSTS[1], POSTS[2])) == [*POSTS[1:3]]


def test_posts_without_a_day_and_posts_of_which_hardly_any_stays_are_none() -> None:
    assert back(live(POSTS[1], POSTS[2], by="Ada Quill")) == []
    assert back(live(*POSTS[1:])) == []
