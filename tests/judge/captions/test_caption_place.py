from __future__ import annotations

import pytest
from captions_told import STORY, TITLE, A, B, C, D, dropped
from viewing import marked_up, pasted, struck, through

from copydesk.judge.captions import captions
from copydesk.judge.headlines import headline


@pytest.mark.parametrize("tail", ["(AFP)", "/ Reuters", "(Reuters/Ada Example)", "AFP", "[Xinhua]"])
def test_an_agency_behind_the_first_line_makes_it_a_caption(tail: str) -> None:
    line = f"The navy on May 5 shows a diver searching the wreck near Port Ellen. {tail}"
    assert dropped(f"{line}\nPort Ellen, Islay:\n{STORY}") == {line: "caption"}


def test_the_last_paragraph_may_be_signed_by_an_agency() -> None:
    assert dropped(f"{TITLE}\n\n{STORY} (Reuters)") == {}


def test_a_caption_printed_twice_goes_twice_and_is_one_fact() -> None:
    line = "A poster of the old ferry is seen on the road from Port Ellen to Bowmore."
    view = through(
        pasted(f"{TITLE}\n\nUpdated\n\n{line}\n{line}\n\n{STORY}"), [headline.judge, captions.judge]
    )
    verdicts = [view.verdicts[i] for i in (2, 3)]
    assert [str(v.reason) for v in verdicts] == ["caption", "caption"]
    assert [v.facts for v in verdicts] == [(("captions", line),), ()]


def test_a_name_twice_right_above_the_story_is_whom_the_picture_shows() -> None:
    assert set(dropped(f"{TITLE}\n\nMay 9, 2031\nMairi Example\nMairi Example\n{STORY}")) == {"Mairi Example"}
    menu = "\n".join(["Mairi Example", "Mairi Example", "Islands", "Boats", "Weather", "Fish", "Piers"])
    assert dropped(f"{menu}\n\n{TITLE}\n\nMay 9, 2031\n{STORY}") == {}


def test_image_text_and_caption_may_differ_by_the_credit() -> None:
    line = "Mairi Example at the pier on Tuesday"
    text = f"{TITLE}\n\n{line}\n{line} (AFP)\n\n{STORY}"
    assert set(dropped(text)) == {line, f"{line} (AFP)"}


def test_a_paragraph_printed_twice_inside_the_story_is_no_caption() -> None:
    assert dropped(f"{TITLE}\n\n{A}\n\n{B}\n\n{B}\n\n{C}\n\n{D}") == {}


def test_a_scene_above_the_byline() -> None:
    line = "The captain is pictured on the bridge of his ferry in May."
    assert dropped(f"{TITLE}\n\n{line}\n\nBy Ada Example\n\n{STORY}") == {line: "caption"}


def test_a_line_above_the_byline_with_its_first_letter_lost() -> None:
    line = "he captain on the bridge of the ferry with two of his men."
    assert dropped(f"{TITLE}\n\n{line}\n\nPort Ellen, Islay:\n{STORY}") == {line: "caption"}


def test_a_first_paragraph_with_its_first_letter_lost_stays() -> None:
    assert dropped(f"{TITLE}\n\n{A[1:]}\n\n{B}\n\n{C}\n\n{D}") == {}


def test_captions_of_far_off_teasers_are_no_facts() -> None:
    teasers = "".join(f"<p>Item {i}</p>" for i in range(12))
    figure = "<figure><figcaption>Elsewhere</figcaption></figure>"
    html = f"<main><p>{A}</p><p>{B}</p></main><footer>{teasers}{figure}</footer>"
    (verdict,) = captions.judge(marked_up(html)).values()
    assert verdict.facts == ()


def test_equal_lines_without_the_blank_line_of_paragraphs_are_a_caption() -> None:
    caption = "Divers look for the anchor of the ferry."
    assert dropped(f"{TITLE}\n\n{A}\n\n{B}\n\n{caption}\n{caption}\n\n{C}\n\n{D}") == {caption: "caption"}


def test_captions_within_a_list_that_ends_the_story_are_told() -> None:
    winners = "".join(
        f"<h3>Best boat of {year}</h3><p>Ann Lee, The Gull</p><p>Jo Roe, The Tern</p><p>Max Orr, The Auk</p>"
        f"<figure><img src=a><figcaption>The harbour in the summer of {year}</figcaption></figure>"
        for year in range(2031, 2036)
    )
    view = through(
        marked_up(f"<h1>Boats of the year</h1><p>{A}<p>{B}<p>{C}{winners}<p>Nobody"), [headline.judge]
    )
    told = [value for v in captions.judge(view).values() for name, value in v.facts if name == "captions"]
    assert told == [f"The harbour in the summer of {year}" for year in range(2031, 2036)]


def test_a_caption_printed_twice_is_dropped_twice_and_a_heading_is_not() -> None:
    said = "Empty seats await their passengers in the harbour of Port Ellen."
    figure = f"<figure><img src=x><figcaption>{said} Ada Example for the Post</figcaption></figure>"
    body = f"<h1>{TITLE}</h1><p>{A}</p>{figure}<p>{said}</p><p>{B}</p><p>{C}</p>"
    found = struck(through(marked_up(body), [headline.judge, captions.judge]))
    assert found[said] == "caption"
    view = through(marked_up(body.replace(f"<p>{said}", f"<h3>{said}")), [headline.judge, captions.judge])
    assert said not in struck(view)


def test_what_a_page_hides_parts_no_caption_from_the_headline() -> None:
    shown = "The last ferry of the evening leaves the pier of Port Ellen"
    figure = f"<figure><img src=a><figcaption>{shown}</figcaption></figure>"
    for attribute, facts in (("hidden", (("captions", shown),)), ("", ())):
        labels = "".join(f"<p><span {attribute}>Share on network {n}</span></p>" for n in range(9))
        html = f"<main>{figure}{labels}<h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p></main>"
        view = through(marked_up(html), [headline.judge, captions.judge])
        assert view.verdicts[0].facts == facts
