from __future__ import annotations

from dataclasses import replace

from viewing import marked_up

from copydesk.judge.hidden import folded
from copydesk.judge.view import View

ANSWER = (
    "The ferry to Hollin carries bicycles on every day but Monday, when the deck is needed for the sheep, "
    "the harbour office says."
)
ITEM = "<div><h3><button>{question}</button></h3><div {hidden}><p>{answer}</p></div></div>"


def page(*questions: str, hidden: str = "style='display:none'", answer: str = ANSWER) -> View:
    items = "".join(
        ITEM.format(question=q, hidden=hidden, answer=f"{n}: {answer}") for n, q in enumerate(questions)
    )
    view = marked_up(f"<main><h1>Ferries and sheep</h1>{f'<p>{ANSWER}</p>' * 3}{items}</main>")
    return replace(view, in_reading=tuple(b.hidden is None for b in view.blocks))


def kept(view: View) -> list[str]:
    return [view.blocks[i].text for i, v in folded.judge(view).items() if v.keep]


def test_answers_folded_below_questions_come_back() -> None:
    for hidden in ("style='display:none'", "aria-hidden=true", "hidden"):
        view = page("May bicycles come along?", "When do the sheep travel?", hidden=hidden)
        assert kept(view) == [f"0: {ANSWER}", f"1: {ANSWER}"]


def test_a_single_button_is_no_list_of_questions() -> None:
    assert kept(page("May bicycles come along?")) == []


def test_what_is_hidden_below_a_statement_stays_hidden() -> None:
    assert kept(page("Bicycles may come along", "The sheep travel on Monday")) == []


def test_hidden_labels_are_no_answers() -> None:
    assert kept(page("May bicycles come along?", "When do the sheep travel?", answer="Unfold")) == []


def test_text_for_screen_readers_is_no_answer() -> None:
    assert kept(page("May bicycles come along?", "When do the sheep go?", hidden="class=sr-only")) == []


def test_questions_that_are_not_read_bring_no_answers() -> None:
    view = page("May bicycles come along?", "When do the sheep travel?")
    assert kept(replace(view, in_reading=(False,) * len(view.blocks))) == []
