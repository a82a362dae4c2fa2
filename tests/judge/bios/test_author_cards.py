from __future__ import annotations

from dataclasses import replace

from viewing import STORY, A, B, seen

from copydesk.extract.body import Reading
from copydesk.judge.bios.author_cards import in_author_cards
from copydesk.model import Article, RawPage, Reason, Verdict, dropped
from copydesk.pipeline import judge_page

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


def test_a_name_above_what_a_copy_elsewhere_tells_to_be_about_the_author_is_of_its_card() -> None:
    life = "The keeper of the lamps on three islands, by the sea for years. Subscribe to our newsletter."
    boxes = (
        f"<div class=author-info><p>Ada Quill</p><p>{life}</p></div>"
        + "<p>Tide tables</p>" * 60
        + f"<div class=c9><p>Ada Quill</p><p>{life}</p></div>"
    )
    head = "<meta name=author content='Ada Quill'><title>Ferry stays in port</title>"
    body = f"<html><head>{head}</head><body>{STORY}{boxes}</body></html>".encode()
    page = judge_page(
        RawPage(body, "page.html", "0"),
        reader=lambda page, _: Reading(tuple(b.text in {A, B} for b in page.blocks)),
    )
    assert isinstance(page, Article)
    said = [b.verdict.reason for b in page.blocks if b.text == "Ada Quill" and b.verdict is not None]
    assert said[-1] is Reason.AUTHOR_BIO
