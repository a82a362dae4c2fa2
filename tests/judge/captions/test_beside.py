from __future__ import annotations

import re
from dataclasses import replace

import pytest
from viewing import marked_up, through

from copydesk.judge.captions import beside
from copydesk.judge.headlines import headline
from copydesk.judge.view import View

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
C = "The harbour master said on Wednesday that the crossing would open again within the week."
D = "Nobody was hurt, and the crew stayed on board until a tug arrived from the mainland at noon."
TEXT = "The new pier of Port Ellen"


def page(box: str, *kept: str) -> View:
    """A page whose reading has the story's paragraphs, and the lines named."""
    view = marked_up(f"<div><h1>Ferry stays in port</h1><p>{A}</p>{box}<p>{B}</p><p>{C}</p><p>{D}</p></div>")
    view = replace(view, in_reading=tuple(b.text in {A, B, C, D, *kept} for b in view.blocks))
    return through(view, [headline.judge])


def told(view: View) -> list[str]:
    return [value for _, v in sorted(beside.judge(view).items()) for _, value in v.facts]


@pytest.mark.parametrize("kept", [(), (TEXT,)])
@pytest.mark.parametrize(
    "box",
    [
        f"<p><img src=a.jpg width=1200><br><em>{TEXT}</em></p>",
        f"<div class=x1><div><picture><img src=a.jpg></picture></div><div class=x2>{TEXT}</div></div>",
    ],
)
def test_a_line_below_a_picture_in_one_element_is_its_caption(box: str, kept: tuple[str, ...]) -> None:
    assert told(page(box, *kept)) == [TEXT]


@pytest.mark.parametrize("kept", [(), (TEXT,)])
def test_the_credit_below_it_is_a_part_of_it(kept: tuple[str, ...]) -> None:
    box = f"<div><div><img src=a.jpg></div><div>{TEXT}</div><div>Ada Example</div></div>"
    assert told(page(box, *kept)) == [f"{TEXT} Ada Example"]


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{TEXT}<img src=a.jpg></p>",
        f"<p><img src=a.jpg width=24> {TEXT}</p>",
        f"<div><img src=a.jpg><h3>Piers</h3><p>{TEXT}</p></div>",
        f"<div><img src=a.jpg><p>{TEXT}</p><p>One</p><p>Two</p></div>",
        f"<div><img src=a.jpg><p><a href=/x>{TEXT}</a></p></div>",
        "<div><img src=a.jpg><p>Get the latest headlines and columns.</p></div>",
        f"<div><img src=a.jpg><p>See {TEXT.lower()} in your inbox</p></div>",
        f"<div class=guest-testimonial><img src=a.jpg><p>{TEXT}</p></div>",
    ],
)
def test_an_icon_a_card_and_a_call_have_no_caption(box: str) -> None:
    assert told(page(box)) == []


def test_above_the_story_a_name_below_a_portrait_is_no_caption() -> None:
    box = "<div><img src=a.jpg><p>{}</p></div>"
    story = f"<h1>Ferry stays in port</h1>{box.format('Ada Quill of Oban')}{box.format(TEXT + ' on Monday')}"
    view = marked_up(f"<div>{story}<p>{A}</p><p>{B}</p></div>")
    view = replace(view, in_reading=tuple(b.text in {A, B} for b in view.blocks))
    assert told(through(view, [headline.judge])) == [f"{TEXT} on Monday"]


def test_a_sentence_and_a_line_beside_others_stay_in_the_story() -> None:
    box = "<div><img src=a.jpg><p>{}</p></div>"
    assert told(page(box.format(f"{TEXT} opened."), f"{TEXT} opened.")) == []
    beside = box.format(TEXT) + "<p>Open all year</p>"
    assert told(page(beside, TEXT, "Open all year")) == []


@pytest.mark.parametrize(
    "paragraph",
    [f"<p><small>{TEXT}</small></p>", f"<p class=has-small-font-size><em>{TEXT}</em></p>"],
)
def test_small_print_right_behind_a_picture_is_its_caption(paragraph: str) -> None:
    picture = "<p><a href=/big><img src=a.jpg></a></p>"
    assert told(page(picture + paragraph, TEXT)) == [TEXT]
    assert told(page(f"<p>The pier.</p>{paragraph}", TEXT, "The pier.")) == []
    plain = paragraph.replace("small", "large").replace("em>", "span>")
    assert told(page(picture + plain, TEXT)) == []


PICTURE = "<p><a href=/big><img src=a.jpg></a></p>"


def test_a_line_in_italics_right_behind_a_picture_is_its_caption() -> None:
    assert told(page(f"{PICTURE}<p class=text><em>{TEXT}</em></p>", TEXT)) == [TEXT]
    bold = f"<p><strong><em>{TEXT}</em></strong></p>"
    assert told(page(f"{PICTURE}{bold}", TEXT)) == []
    described = PICTURE.replace("src", "alt='Port Ellen, the pier' src")
    assert told(page(f"{described}{bold}", TEXT)) == [TEXT]


def test_a_story_may_end_in_pictures_with_their_captions() -> None:
    ends = [f"{TEXT} in {season}" for season in ("spring", "autumn")]
    pictures = "".join(f"{PICTURE}<p><i>{end}</i></p>" for end in ends)
    view = marked_up(f"<div><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p><p>{C}</p>{pictures}</div>")
    assert told(through(view, [headline.judge])) == ends


@pytest.mark.parametrize(
    "line",
    [
        f"{TEXT} is <em>new</em> to most",
        "<em>But you can read more of that in the guide.</em>",
        "<em>This post was written by Ada Quill, harbour master.</em>",
        "<strong><em>The short answer: not before noon.</em></strong>",
    ],
    ids=["in part", "speaks to its reader", "says who wrote it", "bold"],
)
def test_other_lines_behind_a_picture_stay(line: str) -> None:
    text = re.sub("<[^>]+>", "", line)
    assert told(page(f"{PICTURE}<p>{line}</p>", text)) == []


def test_a_label_in_small_print_and_a_word_are_no_captions() -> None:
    picture = "<p><img src=a.jpg></p>"
    assert told(page(f"{picture}<p><small>Island stories</small></p>")) == []
    assert told(page(f"{picture}<p><small>Islands</small></p>", "Islands")) == []


def test_a_sentence_in_small_print_that_sends_its_reader_elsewhere_is_no_caption() -> None:
    picture = "<p><img src=a.jpg></p>"
    line = "See our list of piers and our list of boats for more."
    linked = line.replace("our list of piers", "<a href=/p>our list of piers</a>")
    assert told(page(f"{picture}<p><small>{linked}</small></p>", line)) == [line]
    linked = linked.replace("our list of boats", "<a href=/b>our list of boats</a>")
    assert told(page(f"{picture}<p><small>{linked}</small></p>", line)) == []


@pytest.mark.parametrize(
    "offer",
    ["<p>$139 at Hollin Stores</p>", "<p><a rel='sponsored noopener' href=/x>Buy it</a></p>"],
)
def test_the_name_of_a_thing_that_is_sold_is_no_caption(offer: str) -> None:
    assert told(page(f"<div><img src=a.jpg><p>{TEXT}</p>{offer}</div>")) == []
