from __future__ import annotations

from dataclasses import replace

from viewing import pasted

from copydesk.judge.pasted import pasted_gaps, question_heads
from copydesk.judge.view import View
from copydesk.model import Kind

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
HEAD = "Who paid for the soup?"


def page(*lines: str, outside: str = "") -> View:
    view = pasted("\n\n".join(lines))
    inside = tuple(block.text != outside for block in view.blocks)
    return replace(view, in_reading=inside, doubt=tuple(not each for each in inside))


def heads(view: View) -> list[str]:
    return [view.blocks[i].text for i, v in question_heads.judge(view).items() if v.kind is Kind.HEADING]


def test_a_short_question_is_a_heading_where_another_is() -> None:
    lines = ("It sank.", "Will it float?", "Few think so.")
    assert heads(page(A, HEAD, B, *lines)) == ["Will it float?"]
    assert heads(page(A, B, *lines)) == []


def test_what_is_asked_in_passing_or_in_a_row_is_no_heading() -> None:
    for question in ("But guess what?", "“Will it float?”", "Will it float, as all of the last nine did?"):
        assert heads(page(A, HEAD, B, "It sank.", question, "Few think so.")) == []
    assert heads(page(A, HEAD, B, "They asked:", "Will it float?", "Few think so.")) == []
    assert heads(page(A, HEAD, B, "It sank.", "Will it float?", "Home")) == []


def test_what_is_left_out_stays_so_and_doubt_is_told() -> None:
    question = "Will it float?"
    lines = (A, HEAD, B, "It sank.", question, "Few think so.")
    assert heads(page(*lines, outside=question)) == []
    view = page(*lines)
    unsure = replace(view, doubt=tuple(block.text == question for block in view.blocks))
    assert [v.doubt for v in question_heads.judge(unsure).values()] == [True]


def test_one_that_comes_back_between_two_sentences_is_a_heading_too() -> None:
    question = "Will it float?"
    view = page(A, HEAD, B, "It sank.", question, "Few think so.", outside=question)
    assert [v.kind for v in pasted_gaps.judge(view).values()] == [Kind.HEADING]
