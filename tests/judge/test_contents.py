from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up

from copydesk.judge import contents
from copydesk.model import Reason

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
PARTS = ("The crossing", "The rescue", "What comes next")
STORY = "".join(f"<h2 id=p{i}>{part}</h2><p>{A} {part}.</p>" for i, part in enumerate(PARTS))


def entries(*texts: str) -> str:
    return "<ul>" + "".join(f"<li><a href=#p{i}>{text}</a></li>" for i, text in enumerate(texts)) + "</ul>"


def test_links_in_the_words_of_headings_below_are_contents() -> None:
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*PARTS)}{STORY}")
    found = contents.judge(view)
    assert [view.blocks[i].text for i in found] == list(PARTS)
    assert {verdict.reason for verdict in found.values()} == {Reason.NAVIGATION}


def test_a_few_and_lines_that_are_no_links_stay() -> None:
    few = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*PARTS[:2])}{STORY}")
    assert not contents.judge(few)
    plain = "<ul>" + "".join(f"<li>{part}</li>" for part in PARTS) + "</ul>"
    assert not contents.judge(marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{plain}{STORY}"))


def test_links_below_the_headings_are_none() -> None:
    assert not contents.judge(marked_up(f"<h1>Ferry sinks</h1>{STORY}<p>{A}</p>{entries(*PARTS)}"))


def test_an_entry_in_other_words_than_its_heading_goes_with_the_others() -> None:
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*PARTS, 'Who pays for it')}{STORY}")
    assert {view.blocks[i].text for i in contents.judge(view)} == {"Who pays for it", *PARTS}
    away = entries(*PARTS).replace("</ul>", "<li><a href=/piers>All piers</a></li></ul>")
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{away}{STORY}")
    assert [view.blocks[i].text for i in contents.judge(view)] == list(PARTS)


def test_a_link_right_above_its_heading_is_that_of_a_card() -> None:
    cards = "".join(
        f"<a href=/{i}>{part}</a><h2>{part}</h2><p>{A} {part}.</p>" for i, part in enumerate(PARTS)
    )
    assert not contents.judge(marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{cards}"))


def test_an_entry_has_its_heading_without_the_number_before_it() -> None:
    numbered = "".join(f"<h2>{n}. {part}</h2><p>{A} {part}.</p>" for n, part in enumerate(PARTS, 1))
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*PARTS)}{numbered}")
    assert [view.blocks[i].text for i in contents.judge(view)] == list(PARTS)


OTHER = ("Out at sea", "Three boats come", "A new engine")


@pytest.mark.parametrize("read", [(), OTHER[:1]])
def test_links_to_headings_in_other_words_are_contents_where_the_reading_has_little_of_them(
    read: tuple[str, ...],
) -> None:
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*OTHER)}{STORY}")
    view = replace(view, in_reading=tuple(b.text not in OTHER or b.text in read for b in view.blocks))
    assert [view.blocks[i].text for i in contents.judge(view)] == list(OTHER)


def test_where_most_of_such_links_are_read_or_lead_to_no_heading_they_are_none() -> None:
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*OTHER)}{STORY}")
    assert not contents.judge(replace(view, in_reading=tuple(b.text != OTHER[0] for b in view.blocks)))
    unread = tuple(b.text not in OTHER for b in view.blocks)
    away = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*OTHER)}{STORY.replace('id=p', 'id=q')}")
    assert not contents.judge(replace(away, in_reading=unread))


def test_an_id_may_stand_right_before_its_heading_or_around_it() -> None:
    places = "".join(f"<a id=p{i}></a><h2>{part}</h2><p>{A} {part}.</p>" for i, part in enumerate(PARTS))
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{entries(*OTHER)}{places}")
    view = replace(view, in_reading=tuple(b.text not in OTHER for b in view.blocks))
    assert [view.blocks[i].text for i in contents.judge(view)] == list(OTHER)
