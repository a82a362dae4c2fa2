"""Left-out links: buttons, and links that stand alone."""

from __future__ import annotations

from viewing import A, B, behind, named, seen


def test_a_short_link_that_looks_like_a_button_or_asks_for_something() -> None:
    links = "<p><a class=wp-block-button__link href=/x>Harbour pass</a></p><p><a href=/y>Try a raft</a></p>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p>{links}<p>{B}</p></main>"))
    assert found == {"Harbour pass": "promo/button", "Try a raft": "promo/button"}


def test_a_question_on_a_button_is_none() -> None:
    assert behind("<div><span class=accordion-btn>Who may sleep?</span></div>") == {}


def test_a_link_and_nothing_else() -> None:
    body = f"<main><h1>Ferry stays</h1><p>{A}</p><p><a href=/x>Crane plans</a></p><p>{B}</p></main>"
    found = named(seen(f"{body}<div><a href=/y>Harbour front</a></div>"))
    assert found == {"Crane plans": "promo/link", "Harbour front": "navigation/link"}


def test_a_link_alone_on_its_line() -> None:
    story = f"<main><h1>Ferry stays in port</h1><p>{A}</p><p><a href=/m>Map</a></p><p>{B}</p></main>"
    found = named(seen(f"{story}<div><a href=/q>Quays</a></div>"))
    assert found == {"Map": "promo/link", "Quays": "navigation/link"}


def test_a_linked_item_of_a_list_within_the_story_is_not_told() -> None:
    story = f"<main><h1>Ferry stays in port</h1><p>{A}</p><ul><li><a href=/m>Map</a></ul><p>{B}</p></main>"
    assert named(seen(story)) == {}


def test_links_in_a_row_to_share_a_story_or_to_comment_on_it() -> None:
    tools = "<div><a href=#c>3 Comments</a> <a href=#m>E-mail</a> <a href=#p>Print</a></div>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>{tools}"))
    assert found == {"3 Comments E-mail Print": "promo/share"}
    menu = "<div><a href=/i>Isles</a> <a href=/m>E-mail</a></div>"
    found = named(seen(f"<main><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>{menu}"))
    assert "promo/share" not in found.values()
