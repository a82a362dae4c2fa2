from __future__ import annotations

from dataclasses import replace

import pytest
from captions_told import A, B, page, told
from viewing import marked_up, struck, through

from copydesk.judge.captions import captions
from copydesk.judge.headlines import headline
from copydesk.model import Reason, dropped


def test_the_parts_of_a_caption_are_one() -> None:
    parts = "<p>The pier at dawn (</p><div>Example Pictures</div><div>)</div>"
    figure = f"<figure><img src=a.jpg><figcaption>{parts}</figcaption></figure>"
    assert told(page(figure)) == ["The pier at dawn (Example Pictures)"]


def test_a_credit_beside_its_caption_is_a_part_of_it_on_every_picture() -> None:
    figure = (
        "<figure><img src=a.jpg><button class=caption-toggle>Expand</button>"
        "<figcaption><p>{}</p></figcaption><div class=credit>(<span>Image:</span> AP)</div></figure>"
    )
    pictures = [figure.format(text) for text in ("The pier at dawn", "The pier at night")]
    assert told(page(pictures[0] + f"<p>{B}</p>" + pictures[1])) == [
        "The pier at dawn (Image: AP)",
        "The pier at night (Image: AP)",
    ]


def test_a_label_in_front_of_a_credit_is_no_byline() -> None:
    parts = "The pier at dawn (<p>Image:</p><p>AP)</p>"
    view = page(f"<figure><img src=a.jpg><figcaption>{parts}</figcaption></figure>")
    assert set(struck(view, captions.judge(view)).values()) == {"caption"}
    assert told(view) == ["The pier at dawn (Image: AP)"]


def test_two_pictures_have_two_captions() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    assert told(page(figure.format("The pier at dawn") + figure.format("The pier at night"))) == [
        "The pier at dawn",
        "The pier at night",
    ]


def test_a_line_left_out_above_a_photo_credit_is_the_caption() -> None:
    box = "<div class=media><div>The minister at the pier on Monday</div><div>Photo: Ada Example</div></div>"
    view = page(box, outside="div.media")
    assert told(view) == ["The minister at the pier on Monday", "Photo: Ada Example"]


def test_a_caption_kept_from_screen_readers_is_seen() -> None:
    caption = "<figcaption><span aria-hidden=true>The pier at dawn</span></figcaption>"
    view = page(f"<figure><img src=a.jpg alt=pier>{caption}</figure>")
    assert told(view) == ["The pier at dawn"]


def test_a_credit_that_touches_its_caption_is_parted_from_it() -> None:
    view = page(
        "<figure><figcaption><span>The pier at dawn.</span><b>Credit: Example</b></figcaption></figure>"
    )
    assert told(view) == ["The pier at dawn. Credit: Example"]


def test_a_heading_that_is_a_sentence_above_a_photo_credit_is_the_caption() -> None:
    caption = "The crew of the ferry, second from left, on the pier at Port Ellen, Islay, yesterday."
    assert told(page(f"<div class=imgbox><h4>{caption}</h4><p>Photo: Ada Example</p></div>"))[0] == caption
    assert told(page("<div class=imgbox><h4>Soup and bread</h4><p>Photo: Ada Example</p></div>")) == [
        "Photo: Ada Example"
    ]


def test_a_caption_right_below_the_headline_is_told_however_far_the_story_is() -> None:
    buttons = "".join(f"<p>Button {n}</p>" for n in range(9))
    view = marked_up(
        f"<h1>Island ferry stopped</h1><figure><figcaption>The pier.</figcaption></figure><aside>{buttons}"
        f"</aside><article><p>{A}</p><p>{B}</p></article>",
        outside="aside",
    )
    found = captions.judge(through(view, [headline.judge]))
    assert [v.facts for v in found.values()] == [(("captions", "The pier."),)]


def test_words_that_touch_behind_a_full_stop_are_parted() -> None:
    view = page("<figure><figcaption>The pier at dawn.<b>Ada Example/Example Post</b></figcaption></figure>")
    assert told(view) == ["The pier at dawn. Ada Example/Example Post"]


def test_a_caption_printed_twice_in_one_element_is_told_once() -> None:
    text = "The pier of Port Ellen at dawn. Photo: Ada Example"
    view = page(f"<div class=caption><span>{text}</span><span>{text}</span></div>")
    assert told(view) == [text]


def test_who_spoke_below_a_quotation_in_a_figure_is_no_caption() -> None:
    said = "<blockquote><p>We never felt alone.</p></blockquote>"
    quote = f"<figure>{said}{{}}<figcaption>Ada Quill</figcaption></figure>"
    view = page(quote.format(""))
    assert [v.keep for v in captions.judge(view).values()] == [True]
    assert told(view) == []
    assert told(page(quote.format("<img src=a.jpg>"))) == ["Ada Quill"]
    assert captions.judge(page(quote.format(""), outside="figure")) == {}


def test_what_a_video_is_called_above_its_caption_is_a_caption_of_its_own() -> None:
    box = (
        "<div class=caption><h4><a href=/v>Harbour news of Monday</a></h4><p>The ferry sails again.</p></div>"
    )
    view = page(f"<div class=video>{box}</div>", outside="div.video")
    assert struck(view, captions.judge(view))["Harbour news of Monday"] == "caption"
    assert told(view) == ["Harbour news of Monday", "The ferry sails again."]


def test_a_credit_below_a_caption_that_the_site_s_profile_has_told_is_told_with_it() -> None:
    view = page(
        "<figure><img src=a.jpg><figcaption><p>The pier at dawn</p><p>Ada Example/AP</p></figcaption>"
    )
    index = next(b.index for b in view.blocks if b.text == "The pier at dawn")
    known = dropped(
        "site", Reason.CAPTION, "selector", facts=(("captions", "The pier at dawn"),), stage="site"
    )
    assert told(replace(view, verdicts={index: known})) == ["The pier at dawn Ada Example/AP"]


def test_a_credit_above_such_a_caption_is_told_with_it_too() -> None:
    view = page(
        "<figure><img src=a.jpg><figcaption><p>Isle Post</p><p>The pier at dawn</p></figcaption></figure>"
    )
    index = next(b.index for b in view.blocks if b.text == "The pier at dawn")
    known = dropped(
        "site", Reason.CAPTION, "selector", facts=(("captions", "The pier at dawn"),), stage="site"
    )
    assert told(replace(view, verdicts={index: known})) == ["The pier at dawn Isle Post"]


def test_a_caption_and_a_credit_that_are_all_a_box_has_are_one() -> None:
    parts = "<p class=caption-text>The pier at dawn</p><div class=image-source>Image Credit: Example</div>"
    assert told(page(f"<div class=wp-caption>{parts}</div>")) == ["The pier at dawn Image Credit: Example"]
    box = f"<div><img src=a.jpg><div>{parts}</div></div>"
    assert told(page(box)) == ["The pier at dawn Image Credit: Example"]
    assert told(page(box.replace("<img", "<img src=b.jpg><img"))) == [
        "The pier at dawn",
        "Image Credit: Example",
    ]


def test_a_caption_right_above_the_headline_is_told() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    pictures = figure.format("The pier of Port Ellen") + figure.format("General")
    buttons = "".join(f"<p>Button {n}</p>" for n in range(6))
    story = f"<h1>Island ferry stopped</h1><aside>{buttons}</aside><p>{A}</p><p>{B}</p>"
    view = marked_up(f"{pictures}<aside>{buttons[:30]}</aside>{story}", outside="figure, aside")
    assert told(through(view, [headline.judge])) == ["The pier of Port Ellen"]


def test_a_credit_that_its_caption_ends_with_is_not_told_again() -> None:
    parts = "<p class=caption-text>The pier at dawn - Copyright Ann Lee</p><p>Copyright Ann Lee</p>"
    assert told(page(f"<div class=wp-caption>{parts}</div>")) == ["The pier at dawn - Copyright Ann Lee"]


@pytest.mark.parametrize(
    ("printed", "caption"),
    [
        ("The pier at dawn.Ada Quill/The Gazette", "The pier at dawn. Ada Quill/The Gazette"),
        ("Der Pier (Archiv).Ada Quill / dpa", "Der Pier (Archiv). Ada Quill / dpa"),
        ("The pier in July, 2031.A. Quill / AP file", "The pier in July, 2031. A. Quill / AP file"),
        ("Built in the U.S.A. by Port.io", "Built in the U.S.A. by Port.io"),
        ("1of4The pier at dawn", "The pier at dawn"),
        ("2/14 The pier at dawn", "The pier at dawn"),
        ("BRYGGE: Slik er den. Foto: AP Vis mer", "BRYGGE: Slik er den. Foto: AP"),
        ("The pier at dawn. (more)", "The pier at dawn."),
        ("The pier in Ferries At Dawn(Image: Example)", "The pier in Ferries At Dawn (Image: Example)"),
        ("Legende: Der Pier am Morgen", "Der Pier am Morgen"),
        (
            "“I swim,” she says. “At dawn.”Photograph by Ann Lee",
            "“I swim,” she says. “At dawn.” Photograph by Ann Lee",
        ),
        ("The pier at dawn. (AP Photo) AP Photo", "The pier at dawn. (AP Photo)"),
        ("© Ada Quill of New Port Ada Quill of New Port", "© Ada Quill of New Port"),
    ],
)
def test_a_caption_is_tidied(printed: str, caption: str) -> None:
    figure = f"<figure><img src=a.jpg><figcaption>{printed}</figcaption></figure>"
    assert told(page(figure)) == [caption]


def test_a_caption_that_touches_its_credit_is_known_by_its_end_or_its_box() -> None:
    for box in ("p", "div class=image-container-text"):
        view = page(f"<{box}>Der Pier am frühen Morgen.Ada Quill/dpa</{box.split()[0]}>" + f"<p>{A}</p>" * 4)
        assert told(view) == ["Der Pier am frühen Morgen. Ada Quill/dpa"]


def test_the_caption_of_a_story_that_is_a_list_is_told() -> None:
    figure = "<figure><img src=a.jpg><figcaption>The winners at dawn</figcaption></figure>"
    items = "".join(f"<li>Crew number {n}</li>" for n in range(9))
    assert told(page(f"<h1>Winners of the harbour race</h1>{figure}<ul>{items}</ul>")) == [
        "The winners at dawn"
    ]


def test_a_link_to_photos_is_no_credit() -> None:
    view = page("<p><a href=/x>Photos: The pier of Port Ellen</a></p><p>Photos: Ada Example</p>")
    assert told(view) == ["Photos: Ada Example"]


def test_the_length_of_a_recording_is_no_part_of_a_caption() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    assert told(page(figure.format("The pier at dawn, seen from the sea. 21.04.2031 | 3:18 min"))) == [
        "The pier at dawn, seen from the sea."
    ]
    assert told(
        page(figure.format("<p>Audio 03:07 Min. | Ada Quill</p><p>The pier at dawn on Monday</p>"))
    ) == ["The pier at dawn on Monday"]


def test_a_caption_that_is_folded_says_nothing_new() -> None:
    whole = "The pier of Port Ellen at dawn on Monday, with all boats out at sea"
    figure = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"
    assert told(page(figure.format(whole) + figure.format(whole[:52]))) == [whole]
