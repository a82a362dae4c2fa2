"""Blocks lost by a reading come back by their place, and only those."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copydesk.extract.restore import restore, whole_paragraphs
from copydesk.model import Block, Kind, Page, RawPage
from copydesk.read.html import read_html


def blocks(*paths: str, kind: Kind = Kind.PARAGRAPH) -> list[Block]:
    return [
        Block(i, kind, f"Line {i} of the story, about as long as its neighbours.", p)
        for i, p in enumerate(paths)
    ]


def flags(marks: str) -> list[bool]:
    return [mark == "x" for mark in marks]


def test_a_place_read_otherwise_is_read_whole() -> None:
    story = blocks(*["body/div/p"] * 6, "body/aside/p")
    story[4] = replace(story[4], link_density=1.0)
    story[5] = replace(story[5], hidden="hidden")
    assert restore(story, flags("xx-x---")) == flags("xxxx---")


def test_ids_and_numbers_do_not_part_a_place() -> None:
    story = blocks(*(f"body/div#part-{n}.block-{n}/p" for n in range(6)))
    assert restore(story, flags("xxx---")) == flags("xxxxxx")


@pytest.mark.parametrize("marks", ["x-----", "xx----", "------"])
def test_few_blocks_read_bring_no_others(marks: str) -> None:
    assert restore(blocks(*["body/div/p"] * 6), flags(marks)) == flags(marks)


def test_a_place_of_which_little_was_read_is_left() -> None:
    story = blocks(*["body/div/p"] * 12)
    assert sum(restore(story, flags("xxx---------"))) == 3


def test_a_heading_between_read_lines_comes_back_and_one_at_the_end_does_not() -> None:
    story = blocks("body/div/p", "body/section/h2", "body/div/p", "body/section/h2")
    story[1], story[3] = replace(story[1], kind=Kind.HEADING), replace(story[3], kind=Kind.HEADING)
    assert restore(story, flags("x-x-")) == flags("xxx-")
    story[1] = replace(story[1], link_density=1.0)
    assert restore(story, flags("x-x-")) == flags("x-x-")


def test_lists_beside_the_story_come_back_and_lists_elsewhere_do_not() -> None:
    story = blocks(
        "body/div/p", "body/div/p", "body/div/ul/li", "body/div/ul/li", "body/nav/ul/li", "body/div/p"
    )
    story[2:5] = [replace(block, kind=Kind.LIST_ITEM) for block in story[2:5]]
    assert restore(story, flags("xx---x")) == flags("xxxx-x")
    story[3] = replace(story[3], link_density=0.9)
    assert restore(story, flags("xx---x")) == flags("xxx--x")


def test_nothing_before_the_first_line_or_behind_the_last_is_taken_for_a_list_of_the_story() -> None:
    story = blocks(
        "body/div/ul/li", "body/div/p", "body/div/p", "body/div/p", "body/div/ul/li", kind=Kind.LIST_ITEM
    )
    assert restore(story, flags("-xxx-")) == flags("-xxx-")


def test_a_long_paragraph_between_those_of_its_container_comes_back() -> None:
    paths = ["body/div.story/p", "body/div.story/p", "body/div.story/p.dropcap", "body/div.story/p"]
    long = (
        "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said. "
        * 3
    )
    blocks = tuple(Block(i, Kind.PARAGRAPH, long.strip(), path=path) for i, path in enumerate(paths))
    assert restore(blocks, [True, True, False, True]) == [True] * 4
    short = (*blocks[:2], replace(blocks[2], text="Listen to this story"), blocks[3])
    assert restore(short, [True, True, False, True]) == [True, True, False, True]


def test_a_linked_heading_comes_back_among_headings_that_were_read() -> None:
    story = blocks(*["body/td/h2", "body/td/p"] * 5)
    for i in range(0, 10, 2):
        story[i] = replace(story[i], kind=Kind.HEADING)
    story[6] = replace(story[6], link_density=0.9)
    assert restore(story, flags("xxxxxx-xxx")) == flags("xxxxxxxxxx")


def test_a_long_paragraph_written_into_the_element_of_its_fellows_comes_back() -> None:
    story = blocks("body/div/span", "body/div", "body/div/span")
    story[1] = replace(story[1], text="The ferry is late again. " * 10, link_density=0.3)
    assert restore(story, flags("x-x")) == flags("xxx")


def test_the_signature_of_a_quoted_post_comes_back_with_it() -> None:
    story = blocks("body/div/p", "body/div/blockquote/p", "body/div/blockquote", "body/div/p")
    story[1] = replace(story[1], kind=Kind.QUOTE)
    story[2] = replace(story[2], kind=Kind.QUOTE, text="— Quay (@quay) May 4, 2031", link_density=0.4)
    assert restore(story, flags("xx-x")) == flags("xxxx")
    assert restore(story, flags("x--x")) == flags("x--x")


def test_who_spoke_comes_back_below_the_quotation() -> None:
    story = blocks("body/div/blockquote/p", "body/div/blockquote/cite", "body/div/p", "body/div/p")
    story[0] = replace(story[0], kind=Kind.QUOTE)
    story[1] = replace(story[1], kind=Kind.QUOTE, text="Ada Quill – Harbour Planner")
    assert restore(story, flags("x--x")) == flags("xx-x")
    story[1] = replace(story[1], path="body/div/p", kind=Kind.PARAGRAPH)
    assert restore(story, flags("x--x")) == flags("xx-x")
    story[1] = replace(story[1], path="body/aside/p")
    assert restore(story, flags("x--x")) == flags("x--x")


def test_a_linked_item_of_a_list_comes_back_among_others() -> None:
    story = blocks("body/div/p", "body/div/p", *["body/div/ul/li"] * 4, "body/div/p")
    story[2:6] = [replace(block, kind=Kind.LIST_ITEM) for block in story[2:6]]
    story[3] = replace(story[3], path="body/div/ul/li/a", link_density=1.0)
    assert restore(story, flags("xxx-xxx")) == flags("xxxxxxx")
    story[2], story[4] = replace(story[2], link_density=1.0), replace(story[4], link_density=1.0)
    assert restore(story, flags("xxx-xxx")) == flags("xxx-xxx")


def test_a_linked_name_in_a_list_without_bullets_comes_back() -> None:
    story = blocks("body/div/h3", "body/div/p/a", "body/div/p", "body/div/p/a", "body/div/h3")
    names = ("Group of the Year", "Ebb", "Port & Pier", "Visit website", "Song of the Year")
    story = [replace(b, text=text) for b, text in zip(story, names, strict=True)]
    story[0], story[4] = replace(story[0], kind=Kind.HEADING), replace(story[4], kind=Kind.HEADING)
    story[1], story[3] = replace(story[1], link_density=1.0), replace(story[3], link_density=1.0)
    assert restore(story, flags("x-x-x")) == flags("xxx-x")


def test_a_paragraph_that_breaks_part_is_read_whole() -> None:
    text = "Half of the harbour was closed on Monday because a crane had fallen into the basin."
    parts = f"<p>{text} {text}<br><br>The other half stayed open.</p><p>{text}<br><br>Not so here</p>"
    page = read_html(RawPage(b"", "page", "0"), f"<html><body>{parts}</body></html>", "utf-8", "test")
    assert isinstance(page, Page)
    assert whole_paragraphs(page, flags("x-x-")) == flags("xxx-")
    assert whole_paragraphs(page, flags("----")) == flags("----")


def test_a_first_sentence_with_links_comes_back_and_others_do_not() -> None:
    story = blocks(*["body/div/p"] * 6)
    story[0] = replace(story[0], link_density=0.7)
    story[4] = replace(story[4], link_density=0.7)
    assert restore(story, flags("-xxx-x")) == flags("xxxx-x")
    story[0] = replace(story[0], text="Ferry sinks off the pier")
    assert restore(story, flags("-xxx-x")) == flags("-xxx-x")


def test_the_row_that_names_a_tables_columns_comes_back() -> None:
    story = blocks(
        "body/p", "body/table/tr", "body/table/tr", "body/table/tr", "body/aside/table/tr", "body/p"
    )
    story[1:5] = [replace(block, kind=Kind.TABLE) for block in story[1:5]]
    assert restore(story, flags("x-xx-x")) == flags("xxxx-x")
    assert restore(story, flags("xx-x-x")) == flags("xx-x-x")


def test_the_first_paragraph_comes_back_where_all_but_it_stand_behind_a_wall() -> None:
    story = blocks("body/div/p.text", *["body/div/span.wall/p.text"] * 4)
    assert restore(story, flags("-xxxx")) == flags("-xxxx")
    story[0] = replace(
        story[0], text="The ferry stays in port for the third day in a row. " * 5 + "So it is."
    )
    assert restore(story, flags("-xxxx")) == flags("xxxxx")
    story[0] = replace(story[0], path="body/div/p.note")
    assert restore(story, flags("-xxxx")) == flags("-xxxx")
