from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import A, B, marked_up, pasted

from copydesk.judge.story import set_posts
from copydesk.judge.view import View

LONG = "The crew of the ferry says that a tug is on its way and will be with them before the night is over."
SHORT = "The ferry has stopped."
POST = "<blockquote class=twitter-tweet><p>{}</p></blockquote>"


def page(*posts: str, read: tuple[str, ...], post: str = POST) -> View:
    inner = "".join(post.format(text) for text in posts)
    view = marked_up(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{inner}<p>{B}</p></main>")
    return replace(view, in_reading=tuple(b.text in {A, B, *read} for b in view.blocks))


def told(view: View) -> dict[str, bool]:
    return {view.blocks[i].text: verdict.keep for i, verdict in set_posts.judge(view).items()}


def test_a_post_is_kept_as_the_longer_one_is() -> None:
    assert told(page(LONG, SHORT, read=(LONG,))) == {SHORT: True}


def test_a_post_is_left_out_as_the_longer_one_is() -> None:
    view = page(LONG, SHORT, read=(SHORT,))
    assert told(view) == {SHORT: False}
    assert {verdict.reason for verdict in set_posts.judge(view).values()} == {"outside"}


@pytest.mark.parametrize("read", [(), (LONG, SHORT)], ids=["none", "all"])
def test_posts_of_which_the_reading_thinks_alike_are_left_to_it(read: tuple[str, ...]) -> None:
    assert told(page(LONG, SHORT, read=read)) == {}


def test_quotations_are_no_posts() -> None:
    assert told(page(LONG, SHORT, read=(LONG,), post="<blockquote><p>{}</p></blockquote>")) == {}


def test_pasted_text_has_no_posts_that_are_set_in() -> None:
    assert set_posts.judge(pasted(f"{A}\n\n{LONG}\n\n{SHORT}\n\n{B}")) == {}
