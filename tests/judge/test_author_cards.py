from __future__ import annotations

from dataclasses import replace

from viewing import STORY, seen

from copydesk.judge.author_cards import in_author_cards
from copydesk.model import Reason, Verdict, dropped

NAME = dropped("author_name", Reason.BYLINE, "")
SIGNED = dropped("byline", Reason.BYLINE, "")
ABOUT = dropped("author_box", Reason.AUTHOR_BIO, "")
NOTHING = dropped("keeper", Reason.OUTSIDE, "")
LIFE = "Ada keeps the lamps of three islands."


def reasons(html: str, verdicts: dict[str, Verdict]) -> dict[str, str]:
    view = seen(html, authors=("Ada Quill",))
    view = replace(view, verdicts={b.index: verdicts[b.text] for b in view.blocks if b.text in verdicts})
    found = in_author_cards(view, view.verdicts)
    return {view.blocks[i].text: str(v.reason) for i, v in found.items()}


def test_the_author_s_name_above_what_is_said_of_them_is_of_one_card_with_it() -> None:
    card = f"<div><h4>Ada Quill</h4><p>{LIFE}</p></div>"
    told = {"Ada Quill": NAME, LIFE: ABOUT}
    assert reasons(STORY + card, told) == {"Ada Quill": "author_bio", LIFE: "author_bio"}
    assert reasons(card + STORY, told)["Ada Quill"] == "byline"
    assert reasons(STORY + card, {**told, "Ada Quill": SIGNED})["Ada Quill"] == "byline"
    assert reasons(STORY + "<div><h4>Ada Quill</h4></div>", told)["Ada Quill"] == "byline"


def test_the_office_right_below_the_author_s_name_is_of_the_card() -> None:
    for office, reason in (
        ("Harbour Editor", "author_bio"),
        ("30", "outside"),
        ("Soup of the day", "outside"),
    ):
        card = f"<div><h4>Ada Quill</h4><p>{office}</p></div>"
        found = reasons(STORY + card, {"Ada Quill": NAME, office: NOTHING})
        assert found[office] == reason
        assert found["Ada Quill"] == ("author_bio" if reason == "author_bio" else "byline")


def test_an_office_that_is_kept_or_surely_something_else_stays() -> None:
    card = "<div><h4>Ada Quill</h4><p>Harbour Editor</p></div>"
    link = dropped("tags", Reason.NAVIGATION, "")
    assert (
        reasons(STORY + card, {"Ada Quill": NAME, "Harbour Editor": link})["Harbour Editor"] == "navigation"
    )
