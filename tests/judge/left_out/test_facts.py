from __future__ import annotations

import pytest
from viewing import STORY, A, B, seen

from copydesk.judge.left_out import left_out
from copydesk.judge.view import View


def facts(view: View) -> dict[str, tuple[tuple[str, str], ...]]:
    return {view.blocks[i].text: v.facts for i, v in left_out.judge(view).items() if v.facts}


def test_the_day_of_a_change_behind_the_story_is_a_fact() -> None:
    line = "Short URL: example.org/pier Last updated July 2, 2031"
    assert facts(seen(STORY + f"<p>{line}</p>")) == {line: (("date_modified", "2031-07-02"),)}


def test_a_day_without_a_label_behind_the_story_is_none() -> None:
    assert facts(seen(STORY + "<p>July 2, 2031</p>")) == {}


@pytest.mark.parametrize("label", ["Author", "Written by", "Autorin"])
def test_a_name_below_the_one_label_for_it_is_the_writer_s(label: str) -> None:
    box = f"<div><h3>{label}</h3><p>Ada Quill</p></div>"
    assert facts(seen(STORY + box)) == {"Ada Quill": (("authors", "Ada Quill"),)}


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Author</h3><p>Ada Quill</p><h3>Author</h3><p>Ida Sand</p></div>",
        "<div><h3>Published</h3><p>Ada Quill</p></div>",
        "<div><h3>Author</h3><p>All the boats of the island</p></div>",
    ],
    ids=["two labels", "another label", "no name"],
)
def test_other_lines_below_labels_name_nobody(box: str) -> None:
    assert facts(seen(STORY + box)) == {}


def test_a_line_of_the_story_below_a_label_is_no_name() -> None:
    assert facts(seen(f"<main><h1>Ferry stays in port</h1><h3>Author</h3><p>{A}</p><p>{B}</p></main>")) == {}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("How the ferry was towed home", "How the ferry was towed home"),
        ("1:20 How the ferry was towed home Back to video", "How the ferry was towed home"),
        ("Watch the tow on Tidetube", None),
        ("Tap to play the film of the day", None),
    ],
)
def test_what_a_video_within_the_story_is_called_is_a_caption(text: str, title: str | None) -> None:
    video = f"<div class=video-info><p>{text}</p></div>"
    view = seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{video}<p>{B}</p></main>")
    assert facts(view) == ({} if title is None else {text: (("captions", title),)})
