from __future__ import annotations

from dataclasses import replace

from repeats_told import A, B, C, D, again, page
from viewing import marked_up

from copydesk.judge.captions import captions
from copydesk.judge.repeats import repeats
from copydesk.model import Reason

H = "Soup and bread"
S = "Nobody was hurt."


def test_a_body_pasted_twice_comes_out_once_short_lines_too() -> None:
    assert again(page("Title here", A, B, H, C, S, D, A, B, H, C, S, D)) == [7, 8, 9, 10, 11, 12]


def test_the_second_copy_may_lack_the_first_paragraph_or_the_subheads() -> None:
    assert again(page(A, B, H, C, S, D, B, C, S, D)) == [6, 7, 8, 9]


def test_evidence_names_the_copy_that_stays() -> None:
    view = page(A, B, C, D, B)
    assert repeats.judge(view)[4].evidence == "same as block 1"
    assert str(repeats.judge(view)[4].reason) == "duplicate"


def test_a_refrain_stays() -> None:
    assert again(page(A, S, B, S, C, S, D)) == []


def test_questions_and_speakers_put_again_stay() -> None:
    ask = "What would you say to somebody who has never been to the island at all?"
    assert again(page(ask, A, ask, B, ask, C, "Reporter:", D, "Reporter:")) == []


def test_a_teaser_above_the_story_goes_not_the_paragraph() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Sign in", "Shop", "Jobs", "Help"]
    view = page(
        A,
        *menu,
        *menu[::-1],
        "Title of the story here",
        B,
        A,
        C,
        D,
    )
    assert again(view) == [0]


def test_a_caption_printed_twice_is_left_to_the_captions() -> None:
    caption = "Rescuers are seen carrying a child ashore near Port Ellen."
    assert again(page("Title of it here", caption, caption, A, B, C)) == []


def test_the_copy_in_the_body_is_preferred_to_one_set_apart() -> None:
    html = f"<main><aside><p>{A}</p></aside><p>{B}</p><p>{A}</p><p>{D}</p></main>"
    view = marked_up(html)
    (index,) = repeats.judge(view)
    assert "aside" in view.blocks[index].path


def test_copies_outside_the_reading_are_no_matter() -> None:
    html = f"<main><p>{A}</p><p>{B}</p></main><footer><p>{A}</p></footer>"
    assert repeats.judge(marked_up(html)) == {}


def test_items_nearly_the_same_stay_in_a_marked_up_page() -> None:
    items = [
        f"The kettle in {colour} holds two litres of water, boils them in four minutes, switches itself off "
        "before it runs dry, has a cord long enough for any kitchen, and comes with a plug for every country "
        "that the company sells to."
        for colour in ("red", "blue", "green")
    ]
    page = marked_up("<h1>Kettles for every kitchen</h1>" + "".join(f"<p>{item}</p>" for item in items))
    assert again(page) == []


def test_paragraphs_nearly_the_same_stay_in_a_pasted_page_that_is_sure_of_both() -> None:
    other = A.replace("at sea", "at night")
    view = page("Two Tuesdays", A, B, other, D)
    assert again(view) == [3]
    sure = replace(view, in_reading=(False, True, True, True, True), doubt=(False,) * 5)
    assert again(sure) == []
    assert again(replace(sure, doubt=(False, False, False, True, False))) == [3]


def test_two_products_may_have_the_same_feature() -> None:
    feature = "Draws some 300 watts of power when it is on"
    lists = [f"<h2>Kettle {n}</h2><ul><li>{feature}</li><li>Holds {n} litres</li></ul>" for n in (1, 2)]
    assert again(marked_up("<h1>Kettles for every kitchen</h1>" + "".join(lists))) == []
    paragraphs = [f"<h2>Kettle {n}</h2><p>{feature}.</p><p>Holds {n} litres</p>" for n in (1, 2)]
    assert again(marked_up("<h1>Kettles for every kitchen</h1>" + "".join(paragraphs))) != []


def test_a_paragraph_in_the_words_of_a_caption_is_no_copy_of_it() -> None:
    picture = f"<div><img src=a.jpg><p class=image-caption>{B}</p></div>"
    view = marked_up(f"<article><p>{A}</p>{picture}<p>{C}</p><p>{B}</p><p>{D}</p></article>")
    assert again(view) == []


def test_items_that_two_lists_share_are_meant_in_both() -> None:
    items = "".join(
        f"<li>{item}</li>"
        for item in ("Bring a coat that keeps the spray of the sea out", "Bring soup", "Ask")
    )
    lists = f"<p>On deck, keep in mind:</p><ul>{items}</ul><p>{A}</p><p>{{}}</p><ul>{items}</ul><p>{B}</p>"
    assert again(marked_up(lists.format("On the pier, keep in mind:"))) == []
    assert len(again(marked_up(lists.format("On deck, keep in mind:")))) > 1


def test_each_of_two_things_has_its_heads_and_their_items_where_one_has_more_to_say() -> None:
    pros = "<h3>Pros</h3>{}<ul><li>Holds two litres of water and pours without a drip</li><li>Light</li></ul>"
    cons = "<h3>Cons</h3><ul><li>The handle gets hot after ten minutes on the stove</li></ul>"
    more = pros.format("<p>All that the other one has.</p>") + cons
    kettles = f"<h1>Two kettles</h1><p>{A}</p><h2>Old</h2>{pros.format('')}{cons}<h2>New</h2>"
    assert again(marked_up(f"{kettles}{more}<p>{B}</p>")) == []
    assert len(again(marked_up(f"{kettles}{pros.format('')}{cons}<p>{B}</p>"))) > 1


def test_a_heading_that_a_list_announces_stays() -> None:
    heading = "How the ferry company means to bring its passengers home"
    story = f"<ul><li>{heading}<li>What they ate</ul><p>{A}</p><h2>{heading}</h2><p>{B}</p>"
    assert again(marked_up(story)) == []


def test_of_two_copies_in_a_paste_the_one_that_the_reading_has_stays() -> None:
    late = "The ferry is late again, and nobody in the village knows when the next boat comes"
    view = page("Ferry sinks", late, A, B, late, C)
    read = replace(view, in_reading=tuple(i != 1 for i in range(len(view.blocks))))
    assert list(repeats.judge(read)) == [1]


def test_a_caption_said_again_in_an_enlargement_is_left_to_the_captions() -> None:
    caption = "The pier of Port Ellen lies in the fog of a May morning. Photo: Ada Quill/Example"
    layer = f"<div class=detail>{caption}</div><div class=lightbox>{caption}</div>"
    view = marked_up(f"<main><p>{A}</p><p>{B}</p>{layer}<p>{C}</p><p>{D}</p></main>")
    assert again(view) == []
    told = captions.judge(view)
    assert [told[i].reason for i in (2, 3)] == [Reason.CAPTION, Reason.CAPTION]


def test_the_caption_of_a_picture_in_a_copied_run_is_a_caption() -> None:
    picture = "<figure><img src=a.jpg><figcaption>Source: Harbour Office</figcaption></figure>"
    view = marked_up(f"<main><p>{A}</p>{picture}<p>{B}</p><p>{C}</p><p>{A}</p>{picture}<p>{B}</p></main>")
    assert again(view) == [4, 6]
