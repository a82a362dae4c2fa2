from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.extract.authors.visible import VISIBLE
from copydesk.extract.authors.writers import ROLE_LINE, choose_authors
from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.facts import facts_of
from copydesk.model import Block, Kind, Reason, dropped, kept

STORY = "The ferry sank on Tuesday after its engine had failed far out at sea, the police said."
OWN = ("Harbour Gazette", "gazette.example", "gazette")


def line(index: int, text: str, *names: str, reason: Reason = Reason.BYLINE) -> Block:
    facts = tuple(("authors", name) for name in names)
    return Block(index, Kind.PARAGRAPH, text, verdict=dropped("test", reason, "test", facts=facts))


def story(index: int) -> Block:
    return Block(index, Kind.PARAGRAPH, STORY, verdict=kept("test"))


def authors(declared: Sequence[tuple[str, str]], *blocks: Block) -> tuple[str, ...]:
    """Whom a page names: what it declares (name, origin), and its blocks, of which one is the story."""
    candidates = tuple(Candidate(*pair) for pair in declared)
    said = Declared({"authors": candidates, "publisher": (Candidate("Harbour Gazette", "og:site_name"),)})
    opening = next(block.index for block in blocks if block.verdict is not None and block.verdict.keep)
    return choose_authors(said, facts_of(blocks), OWN, opening, blocks)[0].values


def test_the_outlet_beside_those_who_wrote_is_no_author() -> None:
    both = [("Ada Quill", "json-ld"), ("The Harbour Gazette", "json-ld")]
    assert authors(both, story(0)) == ("Ada Quill",)
    assert authors([("한나절", "author"), ("gazette", "author")], story(0)) == ("한나절",)
    assert authors([("Ada Quill", "json-ld"), ("Gazette Team", "json-ld")], story(0)) == ("Ada Quill",)
    assert authors([("Ada Quill", "json-ld"), ("Tide Team", "json-ld")], story(0)) == (
        "Ada Quill",
        "Tide Team",
    )
    assert authors([("Gazette", "json-ld")], story(0)) == ("Gazette",)


def test_of_two_names_the_outlet_signs_with_the_one_it_calls_itself() -> None:
    assert authors([("Gazette", "json-ld"), ("harbour gazette", "author")], story(0)) == ("harbour gazette",)


def test_the_outlets_desk_goes_behind_people_and_before_the_outlet() -> None:
    desk = line(1, "Harbour Gazette's Isles Desk", "Harbour Gazette's Isles Desk")
    assert authors([], line(0, "Ada Quill", "Ada Quill"), replace(desk, index=1), story(2)) == ("Ada Quill",)
    desks = ("Harbour Gazette's Isles Desk",)
    assert authors([("Harbour Gazette", "json-ld")], desk, story(2)) == desks


def test_a_byline_goes_before_whom_the_page_nowhere_prints() -> None:
    by = line(0, "By Jane Doe", "Jane Doe")
    assert authors([("Ada Quill", "json-ld")], by, story(1)) == ("Jane Doe",)
    assert authors([("Ada Quill", "json-ld")], by, story(1), line(2, "More by Ada Quill")) == ("Ada Quill",)
    assert authors([("Ada Quill", "json-ld")], line(0, "Jane Doe", "Jane Doe"), story(1)) == ("Ada Quill",)


def test_a_byline_goes_before_what_somebody_logs_in_with() -> None:
    by = line(0, "by Jane Doe", "Jane Doe")
    assert authors([("QuillA", "author")], by, story(1), line(2, "QuillA")) == ("Jane Doe",)
    assert authors([("QuillA", "author")], story(0)) == ("QuillA",)


def test_what_looks_like_a_byline_is_none_where_it_is_for_another_story() -> None:
    card = line(1, "Jane Doe 4 May 2031", reason=Reason.PROMO)
    assert authors([("Jane Doe", VISIBLE)], story(0), card) == ()
    assert authors([("Jane Doe", VISIBLE)], line(0, "Jane Doe"), story(1)) == ("Jane Doe",)


def test_editors_and_lines_behind_the_story_count_where_nobody_else_is_named() -> None:
    by, editor = line(0, "By Jane Doe", "Jane Doe"), line(1, "Edited by: Ann Poe", "Ann Poe")
    assert authors([], by, editor, story(2)) == ("Jane Doe",)
    assert authors([], editor, story(2)) == ("Ann Poe",)
    assert authors([], by, story(1), line(2, "John Roe", "John Roe")) == ("Jane Doe",)
    assert authors([], story(1), line(2, "John Roe", "John Roe")) == ("John Roe",)


def test_who_wrote_a_comment_did_not_write_the_story() -> None:
    verdict = dropped("test", Reason.BYLINE, "test", facts=(("authors", "John Roe"),))
    comment = Block(3, Kind.PARAGRAPH, "Posted by: John Roe", path="body/div.comment-body/p", verdict=verdict)
    assert authors([], story(1), comment) == ()
    assert authors([], story(1), line(3, "Posted by: John Roe", "John Roe")) == ("John Roe",)


def test_a_name_below_the_headline_and_behind_the_story_signs_what_nobody_else_does() -> None:
    lines = [line(i, "Ada Quill", reason=Reason.OUTSIDE) for i in (0, 2)]
    title = dropped("test", Reason.HEADLINE, "test", facts=(("title", "Ferry sinks"),))
    headline = Block(0, Kind.HEADING, "Ferry sinks", verdict=title)
    blocks = (headline, replace(lines[0], index=1), story(2), replace(lines[1], index=3))
    assert authors([], *blocks) == ("Ada Quill",)
    assert authors([("Bob Roe", "json-ld")], *blocks) == ("Bob Roe",)


def test_honours_do_not_make_another_person() -> None:
    names = ("Dr Jane Doe", "John Roe")
    assert authors([("Jane Doe", "json-ld")], line(0, "By Dr Jane Doe, John Roe", *names), story(1)) == names


def test_names_in_capitals_are_spelled_as_printed() -> None:
    assert authors([("JANE DOE", "json-ld")], line(0, "By Jane Doe", "Jane Doe"), story(1)) == ("Jane Doe",)
    assert authors([("JANE DOE", "json-ld")], story(0)) == ("JANE DOE",)


def test_initials_that_the_page_prints_belong_to_the_name() -> None:
    printed = line(0, "By Jane H.J. Doe", "Jane H.J. Doe")
    assert authors([("Jane Doe", "json-ld")], printed, story(1)) == ("Jane H.J. Doe",)


def test_whom_a_byline_behind_the_story_names_beside_an_author_wrote_it_too() -> None:
    above = line(0, "By Ada Quill", "Ada Quill")
    signed = line(2, "— Ada Quill and Tom Reed", "Ada Quill", "Tom Reed")
    assert authors([], above, story(1), signed) == ("Ada Quill", "Tom Reed")
    assert authors([], above, story(1), line(2, "Tom Reed", "Tom Reed")) == ("Ada Quill",)
    assert authors([("Ada Quill", "json-ld")], above, story(1), signed) == ("Ada Quill",)
    fuller = line(2, "— Ada H. Quill and Tom Reed", "Ada H. Quill", "Tom Reed")
    assert len(authors([], above, story(1), fuller)) == 2
    edited = line(2, "Edited by Ada Quill and Tom Reed", "Ada Quill", "Tom Reed")
    assert authors([], above, story(1), edited) == ("Ada Quill",)


def test_who_is_named_behind_the_word_for_a_writer_wrote_the_story_with_its_author() -> None:
    block = line(2, "Journalist: Tom Reed", "Tom Reed")
    assert block.verdict is not None
    role = replace(block, verdict=replace(block.verdict, rule=ROLE_LINE))
    assert authors([], line(0, "By Ada Quill", "Ada Quill"), story(1), role) == ("Ada Quill", "Tom Reed")


def test_the_code_of_a_station_is_no_author() -> None:
    assert authors([("WHGZNWS", "author")], story(0)) == ()
    assert authors([("WHGZNWS", "author"), ("Ada Quill", "byl")], story(0)) == ("Ada Quill",)
    assert authors([("WHGZNWS", "author")], line(0, "By WHGZNWS"), story(1)) == ("WHGZNWS",)
    assert authors([("ZOLA", "author")], story(0)) == ("ZOLA",)
