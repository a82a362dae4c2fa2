from __future__ import annotations

import pytest
from viewing import marked_up, pasted, struck

from copydesk.judge import template

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."


def dropped(*lines: str) -> dict[str, str]:
    view = pasted("\n".join(lines))
    return struck(view, template.judge(view))


@pytest.mark.parametrize(
    "line",
    [
        "[button link=”/send” type=”big”] Send your review[/button]",
        "showPaywall:",
        "This slideshow requires JavaScript.",
        "%165 голосов",
        "212 votes",
        "XS",
        "XS SM MD LG",
        "xs | sm | md | lg",
        "{{ article.title }}",
        "Share on {{network}}",
        "${headline}",
        "{% block body %}",
        "By %s",
        "undefined",
        "END",
        "- END -",
        "null",
        "NaN",
        "[object Object]",
        "___",
        "***",
        "* * *",
        "-----",
        "Loading...",
        "Wird geladen ...",
        "No media source currently available",
        "The code has been copied to your clipboard.",
        "Auto 240p 360p 480p",
        "0:00 0:02:31",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "<div class='ad'>",
        "googletag.cmd.push({});",
        "Story continues below",
        "Story continues below gallery",
        "[CTA_MODULE]",
    ],
)
def test_residue(line: str) -> None:
    assert dropped(A, line, B) == {line: "template"}


@pytest.mark.parametrize(
    "line",
    [
        "The council gave 212 votes to the bridge.",
        "[Editor's note] The ferry was late.",
        "The loss is put at 20% so far.",
        "Nobody had loaded the boxes.",
        "M",
        "None",
        "1,200 (2,400)",
        "He scored 3:0 in 90 minutes.",
        "If you see it, run (and do not look back).",
        "The variable {{name}} in letters to ninety thousand customers was never filled in, it said.",
        "“Loading the ferry takes an hour,” he said.",
    ],
)
def test_the_story_stays(line: str) -> None:
    assert dropped(A, line, B) == {}


def test_single_letters_beside_sizes_are_sizes() -> None:
    assert set(dropped(A, B, "S", "M", "L", "XL")) == {"XL", "L", "M", "S"}


def test_code_meant_to_be_read_stays() -> None:
    html = f"<main><p>{A}</p><pre>if (x) {{ run(); }}</pre><h2>Quality</h2><p>{B}</p></main>"
    assert template.judge(marked_up(html)) == {}


def test_what_holds_the_place_of_a_picture() -> None:
    found = template.judge(pasted("The ferry sailed.\n\nPlaceholder image-2\n\nImage 2"))
    assert [v.evidence for v in found.values()] == ["holds the place of a picture: 'Placeholder image-2'"]


@pytest.mark.parametrize("line", ["$$", "€€€", "★★★☆☆", "★ ★ ★"])
def test_what_a_thing_costs_and_how_good_it_is_stays(line: str) -> None:
    assert dropped(A, line, B) == {}


def test_words_of_players_are_labels_where_no_player_is() -> None:
    body = (
        f"<main><h1>Ferry stays</h1><p>{A}</p><p>{B}</p></main><footer><ul><li>Auto</li><li>Boats</li></ul>"
        "<div class=jw-player><span>Auto</span></div></footer>"
    )
    view = marked_up(body)
    found = template.judge(view)
    assert [view.blocks[i].path.rpartition("/")[2] for i in found] == ["span"]
