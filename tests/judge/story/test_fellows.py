from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted

from copydesk.judge.story import fellows
from copydesk.judge.view import View

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


def listed(*lost: str, items: tuple[str, ...] = ("Bread", "Soup", "Blankets", "Tea")) -> View:
    """A page with a list, of which the reading has lost some items."""
    inside = "".join(f"<li><a href=/x>{item}</a></li>" for item in items)
    view = marked_up(f"<h1>Ferry stays in port</h1><p>{A}</p><ul>{inside}</ul><p>{B}</p>")
    return replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))


def back(view: View) -> list[str]:
    return [view.blocks[i].text for i, verdict in fellows.judge(view).items() if verdict.keep]


def test_what_the_reading_lost_of_a_list_comes_back() -> None:
    assert back(listed("Soup", "Tea")) == ["Soup", "Tea"]


def test_where_most_of_a_list_is_not_read_or_there_is_little_of_it_nothing_does() -> None:
    assert back(listed("Bread", "Soup", "Tea")) == []
    assert back(listed("Soup", items=("Bread", "Soup"))) == []


def test_rows_of_a_table_are_fellows() -> None:
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n} boats</td></tr>" for n in range(4))
    view = marked_up(f"<h1>Ferry stays</h1><p>{A}</p><table>{rows}</table><p>{B}</p>")
    lost = view.blocks[2].text
    view = replace(view, in_reading=tuple(b.text != lost for b in view.blocks))
    assert back(view) == [lost]


def test_a_table_is_whole_where_two_of_its_rows_are_read() -> None:
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n} boats</td></tr>" for n in range(7))
    view = marked_up(f"<h1>Ferry stays</h1><p>{A}</p><table>{rows}</table><p>{B}</p>")
    lost = [b.text for b in view.blocks[4:9]]
    assert back(replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))) == lost
    lost = [b.text for b in view.blocks[3:9]]
    assert back(replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))) == []


def test_a_list_behind_the_story_and_a_pasted_page_have_none() -> None:
    view = marked_up(f"<p>{A}</p><p>{B}</p><ul><li>Home</li><li>Sport</li></ul>")
    assert back(replace(view, in_reading=tuple(b.text in {A, B} for b in view.blocks))) == []
    assert back(pasted(f"{A}\n\n{B}")) == []


def test_what_was_said_comes_back_where_who_said_it_is_read() -> None:
    quote = "<blockquote><p>The wall has held.</p><p>— Ada Quill (@quill) May 3, 2031</p></blockquote>"
    view = marked_up(f"<h1>Ferry stays</h1><p>{A}</p>{quote}<p>{B}</p>")
    view = replace(view, in_reading=tuple(b.text != "The wall has held." for b in view.blocks))
    assert back(view) == ["The wall has held."]


def test_what_the_reading_lost_of_a_pasted_list_comes_back() -> None:
    view = pasted(
        f"Ferry stays in port\n\n{A}\n\n• Bread\n• Soup\n• Blankets\n• Tea\n\n{B}\n\n• Share\n• Print"
    )
    for lost, told in (({"Soup", "Tea"}, ["Soup", "Tea"]), ({"Bread", "Soup", "Tea"}, [])):
        read = tuple(b.text.lstrip("• ") not in {*lost, "Share", "Print"} for b in view.blocks)
        assert [text.lstrip("• ") for text in back(replace(view, in_reading=read))] == told
    assert back(view) == []


QUOTED = "There is no way that the boat leaves before the weekend, believe me."
FIGURE = f"<figure><blockquote>{QUOTED}</blockquote><figcaption>Ada Quill, captain</figcaption></figure>"


def test_a_quotation_that_the_story_says_nowhere_else_comes_back_with_its_speaker() -> None:
    lost = (QUOTED, "Ada Quill, captain")
    view = marked_up(f"<h1>Ferry stays in port</h1><p>{A}</p>{FIGURE}<p>{B}</p>")
    view = replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))
    assert back(view) == list(lost)
    view = marked_up(f"<h1>Ferry stays in port</h1><p>{A} “{QUOTED}”</p>{FIGURE}<p>{B}</p>")
    view = replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))
    assert back(view) == []


def test_who_spoke_stays_below_a_quotation_that_does() -> None:
    who = "<p class=blockquote__author>Ada Quill, captain</p>"
    box = f"<div class=blockquote><div><p>{QUOTED}</p></div>{who}</div>"
    view = marked_up(f"<h1>Ferry stays in port</h1><p>{A}</p>{box}<p>{B}</p>")
    assert back(replace(view, in_reading=tuple("Ada" not in b.text for b in view.blocks))) == [
        "Ada Quill, captain"
    ]
    lost = tuple("Ada" not in b.text and b.text != QUOTED for b in view.blocks)
    assert back(replace(view, in_reading=lost)) == []


def test_headlines_of_a_pasted_ticker_that_were_lost_among_others_come_back() -> None:
    posts = ("12.31 Uhr: Ferry leaves the quay again", "11:05 am: Divers find the old anchor")
    lost = ("10.20 Uhr: Harbour master asks for help", "08:15 – Storm reaches the outer islands")
    view = pasted(f"{A}\n\n{posts[0]}\n\n{A}\n\n{lost[0]}\n\n{B}\n\n{lost[1]}\n\n{A}\n\n{posts[1]}\n\n{B}")
    read = tuple(b.text not in lost for b in view.blocks)
    assert back(replace(view, in_reading=read)) == list(lost)
    alone = tuple(b.text not in {*lost, posts[1]} for b in view.blocks)
    assert back(replace(view, in_reading=alone)) == []


@pytest.mark.parametrize(("whole", "returned"), [(3, 2), (0, 0)])
def test_items_of_lists_that_come_again_and_again_are_one_thing(whole: int, returned: int) -> None:
    lists = [[f"Hollin Stores no {3 * n + k}" for k in range(3)] for n in range(4)]
    markup = "".join(f"<p>{A} {n}</p><ul><li>{'<li>'.join(shops)}</ul>" for n, shops in enumerate(lists))
    view = marked_up(f"<article>{markup}<p>{B}</p></article>")
    # Of the other lists the first item alone is read.
    lost = {shop for shops in lists[whole:] for shop in shops[1:]}
    view = replace(view, in_reading=tuple(b.text not in lost for b in view.blocks))
    assert len(back(view)) == returned


def test_an_item_that_only_screen_readers_do_not_get_is_left_to_others() -> None:
    items = "<ul><li aria-hidden=true><a href=/y>10 pounds</a></li></ul>"
    view = marked_up(f"<h1>Ferry stays in port</h1><p>{A}</p>{items}<p>{B}</p>")
    assert view.blocks[2].hidden
    assert back(replace(view, in_reading=tuple(not b.hidden for b in view.blocks))) == []
