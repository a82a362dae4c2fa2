from __future__ import annotations

import pytest
from viewing import STORY, seen, struck

from copydesk.judge.bylines import bylines
from copydesk.model import Reason

WRITERS = [
    ("Journaliste • Jeanne Morel", "Jeanne Morel"),
    ("Journalist: Tom Reed", "Tom Reed"),
    ("Foreign correspondent | Tom Reed", "Tom Reed"),
    ("Journalist and editor • Tom Reed", "Tom Reed"),
]
OTHERS = [
    "Video editor • Tom Reed",
    "Cameraman: Tom Reed",
    "Monteuse vidéo • Jeanne Morel",
    "Fotograf: Tom Reed",
]


@pytest.mark.parametrize(("text", "name"), WRITERS)
def test_who_wrote_behind_what_they_are_is_an_author(text: str, name: str) -> None:
    view = seen(f"{STORY}<footer><p>{text}</p></footer>", authors=("Ada Quill",))
    (verdict,) = (v for i, v in bylines.judge(view).items() if view.blocks[i].text == text)
    assert (verdict.rule, verdict.reason, verdict.facts) == ("role_line", Reason.BYLINE, (("authors", name),))


@pytest.mark.parametrize("text", OTHERS)
def test_who_filmed_or_edited_is_credited_and_no_author(text: str) -> None:
    view = seen(f"{STORY}<p>{text}</p>", authors=("Ada Quill",))
    (verdict,) = (v for i, v in bylines.judge(view).items() if view.blocks[i].text == text)
    assert (verdict.reason, verdict.facts) == (Reason.CREDIT, ())


@pytest.mark.parametrize(
    "text",
    ["Harbour news: Tom Reed", "Special report: The lamps go out", "Editor: the ferry", "Digital: Tom Reed"],
)
def test_other_words_before_a_colon_tell_nothing(text: str) -> None:
    view = seen(f"{STORY}<p>{text}</p>", authors=("Ada Quill",))
    rules = {view.blocks[i].text: v.rule for i, v in bylines.judge(view).items()}
    assert rules.get(text) not in ("role_line", "staff_credit")


def test_far_behind_the_story_it_is_the_page_s_imprint() -> None:
    far = "".join(f"<p>Soup {n}</p>" for n in range(12))
    view = seen(f"{STORY}{far}<p>Journalist: Tom Reed</p>")
    assert "Journalist: Tom Reed" not in struck(view, dict(bylines.judge(view)))
