"""Answers, questions, code and tables that a reading lost come back with the lines they go with."""

from __future__ import annotations

from dataclasses import replace

from copydesk.extract.parts import with_parts
from copydesk.model import Block, Kind

ANSWER = "A ferry needs no more than two people to cast off, and one of them may be asleep."


def page(*lines: tuple[Kind, str, str]) -> list[Block]:
    return [Block(i, kind, text, path) for i, (kind, text, path) in enumerate(lines)]


def flags(marks: str) -> list[bool]:
    return [mark == "x" for mark in marks]


def asked(*questions: str) -> list[Block]:
    pairs = [
        line
        for question in questions
        for line in ((Kind.HEADING, question, "body/div/h3"), (Kind.PARAGRAPH, ANSWER, "body/div/div.text"))
    ]
    return page(*pairs)


def test_the_answers_to_headings_that_ask_come_back_and_so_do_further_pairs() -> None:
    story = asked("How many people does a ferry need?", "Who may sleep?", "Is the tide high?")
    assert with_parts(story, flags("x-x---")) == flags("xxxxxx")


def test_one_heading_that_asks_its_reader_brings_nothing_back() -> None:
    assert with_parts(asked("Ready to sail?"), flags("x-")) == flags("x-")


def test_a_box_of_another_kind_is_no_answer() -> None:
    story = asked("How many people does a ferry need?", "Who may sleep?")
    story[3] = replace(story[3], path="body/section/div.call")
    assert with_parts(story, flags("x-x-")) == flags("x-x-")


def test_a_question_in_an_element_for_questions_comes_back_above_its_answer() -> None:
    lines = (
        (Kind.PARAGRAPH, ANSWER, "body/p"),
        (Kind.PARAGRAPH, "Who may sleep on a ferry?", "body/div.faq-item/div.faq-question"),
        (Kind.PARAGRAPH, ANSWER, "body/div.faq-item/p"),
    )
    assert with_parts(page(*lines), flags("x-x")) == flags("xxx")
    aside = (Kind.PARAGRAPH, "Who may sleep on a ferry?", "body/div.box/div.call")
    assert with_parts(page(lines[0], aside, lines[2]), flags("x-x")) == flags("x-x")


def test_code_between_lines_of_the_story_comes_back() -> None:
    story = page(
        (Kind.PARAGRAPH, ANSWER, "body/p"),
        (Kind.CODE, "$ ferry cast-off --quiet", "body/pre/code"),
        (Kind.PARAGRAPH, ANSWER, "body/p"),
        (Kind.CODE, "$ ferry --help", "body/pre/code"),
    )
    assert with_parts(story, flags("x-x-")) == flags("xxx-")


def test_a_table_between_lines_of_the_story_comes_back_unless_it_is_short_or_all_links() -> None:
    row = (Kind.TABLE, "Ferry Anna 12 crossings", "body/div/table/tbody/tr")
    line = (Kind.PARAGRAPH, ANSWER, "body/p")
    assert with_parts(page(line, row, row, row, line), flags("x---x")) == flags("xxxxx")
    assert with_parts(page(line, row, row, line), flags("x--x")) == flags("x--x")
    linked = [replace(b, link_density=1.0) for b in page(line, row, row, row, line)]
    assert with_parts(linked, flags("x---x")) == flags("x---x")
    assert with_parts(page(line, row, row, row), flags("x---")) == flags("x---")
