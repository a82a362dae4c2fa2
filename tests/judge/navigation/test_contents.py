from __future__ import annotations

from dataclasses import replace

from viewing import marked_up

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.navigation import contents
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


def test_rows_of_links_to_places_further_down_are_contents_in_any_words() -> None:
    def found(row: str) -> list[str]:
        view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{row}{STORY}")
        view = replace(view, in_reading=tuple(b.text != "At a look" for b in view.blocks))
        return [view.blocks[i].text for i in contents.judge(view)]

    words = ("Out at sea", "Who came", "And now")
    assert found(f"<h2>At a look</h2>{entries(*words)}") == ["At a look", *words]
    assert found("".join(f"<p><a href=#p{i}>{word}</a></p>" for i, word in enumerate(words))) == list(words)
    assert found(entries(*words[:2])) == []
    # not below, or announced by the story
    assert found(entries(*words).replace("#p2", "#top")) == []
    assert found(f"<p>The night had three parts:</p>{entries(*words)}") == []


def test_authors_that_lead_to_what_is_said_of_them_are_no_contents() -> None:
    said = Declared({"authors": (Candidate("Ada Quill", "json-ld"),)})
    row = entries("Ada Quill", "Ida Sand", "Ann Lee")
    assert not contents.judge(marked_up(f"<h1>Ferry sinks</h1>{row}<p>{A}</p>{STORY}", said))


def test_entries_below_their_head_may_have_a_link_to_a_shop_behind() -> None:
    def found(head: str) -> int:
        items = "".join(
            f"<li><a href=#p{i}>Best of {part}</a> <a href=https://shop.example/{i}>Boat {i}</a></li>"
            for i, part in enumerate(PARTS)
        )
        return len(contents.judge(marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{head}<ul>{items}</ul>{STORY}")))

    assert found("<p>Table of contents</p>") == len(PARTS)
    assert found("<p>The boats</p>") == 0
