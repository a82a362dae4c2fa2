"""One line has one reason, wherever a page prints it."""

from __future__ import annotations

from viewing import marked_up

from copydesk import explain
from copydesk.judge.left_out.elsewhere import as_elsewhere
from copydesk.model import Reason, dropped

STORY = "".join(
    f"<p>The ferry to Skerry was late for the {n} time this month, the harbour office said on Monday.</p>"
    for n in ("first", "second", "third", "fourth", "fifth")
)
SHARES = "<ul class=share><li><a href=/share>Facebook</a><li><a href=/x>Twitter</a></ul>"
FOOT = "<footer><ul><li><a href=/f>Facebook</a><li><a href=/c>Press office</a></ul></footer>"


def reasons(html: str) -> dict[str, set[str]]:
    body = f"<html lang=en><head><title>Ferry late</title></head><body>{html}</body></html>"
    found: dict[str, set[str]] = {}
    for block in explain(body.encode(), "https://gazette.example/islands/ferry-late").blocks:
        if block.verdict is not None and not block.verdict.keep:
            found.setdefault(block.text, set()).add(str(block.verdict.reason))
    return found


def test_what_is_named_in_one_place_is_named_the_same_in_the_foot() -> None:
    found = reasons(f"<article><h1>Ferry late</h1>{STORY}</article>{SHARES}{FOOT}")
    assert found["Facebook"] == {"promo"}
    assert found["Press office"] == {"navigation"}


def test_what_the_page_names_nowhere_keeps_the_reason_of_its_place() -> None:
    found = reasons(f"<article><h1>Ferry late</h1>{STORY}</article>{FOOT}")
    assert found["Press office"] == {"navigation"}


def test_a_biography_that_is_printed_again_is_one_there_too() -> None:
    life = "Jane Doe writes about ferries and tides. Follow Jane Doe on Twitter and sign up for her letters."
    box = f"<div class=author-bio><b>Jane Doe</b><p>{life}</p></div><div class=closing><p>{life}</p></div>"
    by = "<p class=byline>By Jane Doe</p>"
    found = reasons(f"<article><h1>Ferry late</h1>{by}{STORY}</article>{box}")
    assert found[life] == {"author_bio"}


def test_what_page_code_left_is_that_in_a_list_of_other_stories_too() -> None:
    view = marked_up("<p>false</p><ul><li>false<li>Harbour wants a new crane</ul>")
    said = {0: dropped("residue", Reason.TEMPLATE, "a place holder")}
    said |= {i: dropped("related_list", Reason.PROMO, "in a list of other stories") for i in (1, 2)}
    found = as_elsewhere(view, said)
    assert [found[i].reason for i in range(3)] == [Reason.TEMPLATE, Reason.TEMPLATE, Reason.PROMO]
