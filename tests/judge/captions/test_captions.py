from __future__ import annotations

import pytest
from captions_told import STORY, TITLE, A, B, C, D, dropped, page, told
from viewing import marked_up, pasted, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.captions import captions
from copydesk.judge.captions.credited import weak_tail
from copydesk.judge.headlines import headline
from copydesk.text import line


@pytest.mark.parametrize(
    "line",
    [
        "escuers carry a child ashore near the harbour, where an ambulance waits. Photograph:( Getty )",
        "Rescuers near the harbour. Photo: Ada Example",
        "Rescuers near the harbour (AP Photo/Ada Example)",
        "Rescuers near the harbour. (Photo by Ada Example/Getty Images)",
        "Rescuers near the harbour [Photo/Example News]",
        "Rescuers near the harbour. Photo by Ada Example",
        "Rescuers near the harbour | Photo Credit: ANI",
        "Rescuers near the harbour Credit: Ada Example/Example Pictures",
        "Credit: Example/Ada Quill",
        "QUILL/AFP via Getty Images",
        "Rescuers near the harbour. © Example Pictures",
        "Rescuers near the harbour (File photo)",
        "Rettungskräfte am Hafen. Foto: dpa",
        "Die Fähre im Hafen (Archivbild)",
        "Спасатели в порту. Фото: Рейтер",
        "救援人员在港口 图/新华社",
        "Photo: Ada Example",
        "Image credit: Example Pictures",
        "© Getty Images",
        "AFP/Getty Images",
        "Ada Example/Reuters",
        "Crédit photo : Ada Exemple",
        "Image caption, The harbour as it was before the storm",
        "Image source, Getty Images",
    ],
)
@pytest.mark.parametrize("place", ["above", "inside"])
def test_credits_and_captions_in_words(line: str, place: str) -> None:
    text = (
        f"{TITLE}\n\n{line}\n\n{STORY}" if place == "above" else f"{TITLE}\n\n{A}\n\n{B}\n{line}\n{C}\n\n{D}"
    )
    assert dropped(text) == {line: "caption"}


def test_the_credit_in_a_figure_with_a_promo_goes_with_it() -> None:
    promo = "Want more of the sea? Get a subscription of our magazine for the latest news of it"
    figure = (
        f"<figure><figcaption>{promo}</figcaption><span class=credit>(Image credit: Tide)</span></figure>"
    )
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}</p>{figure}<p>{B}</p><p>{C}</p>")
    found = captions.judge(view)
    assert struck(view, found) == {promo: "promo", "(Image credit: Tide)": "promo"}
    assert not any(verdict.facts for verdict in found.values())


@pytest.mark.parametrize(
    "line",
    [
        "The talks go on for another week, the minister told reporters on Friday evening. (Reuters)",
        "He sent her the photo of the wreck, she told the court on Monday (see photo).",
        "Pictures of the ferry went round the world within an hour of the accident.",
        "Reuters could not reach the company for comment before the end of the day.",
        "The photo by Ada Example won a prize in the spring of last year, he said.",
        "“Look at the picture: nobody is smiling,” said the mayor of the small island town.",
        "The image, taken by a diver, shows the engine room of the old ferry under water.",
        "It cost him his credit with the bank, and the bank told Bloomberg as much.",
    ],
)
def test_sentences_of_the_story_stay(line: str) -> None:
    assert dropped(f"{TITLE}\n\n{A}\n\n{B}\n\n{line}\n\n{C}\n\n{D}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "• 16x9 Image",
        "W460",
        "Enlarge",
        "View gallery",
        "Image 1 of 5",
        "Open image in gallery",
        "Bildergalerie",
        "Hide caption",
        "이미지 확대보기",
    ],
)
def test_labels_of_images(line: str) -> None:
    assert dropped(f"{TITLE}\n\n{A}\n{line}\n{B}\n\n{C}\n\n{D}") == {line: "caption"}


@pytest.mark.parametrize(
    "line",
    [
        "A boy sits on the pier at dusk. (AFP Photo)",
        "A boy sits on the pier at dusk. (Xinhua/Ada Example)",
        "A boy on the pier at dusk. (Example Line file photo)",
        "A boy on the pier at dusk. (Handout)",
    ],
)
def test_a_picture_s_owner_marks_a_caption_between_paragraphs(line: str) -> None:
    assert dropped(f"{TITLE}\n\n{A}\n\n{B}\n\n{line}\n\n{C}\n\n{D}") == {line: "caption"}


@pytest.mark.parametrize(
    "line",
    [
        "Smoke rises over the harbour of Port Ellen.",
        "Workers inspect the hull of the ferry in the dock on May 9.",
        "Islanders carry bread to the village hall.",
    ],
)
def test_a_scene_under_the_headline_is_a_caption(line: str) -> None:
    assert dropped(f"{TITLE}\n\n{line}\n\n{STORY}") == {line: "caption"}


def test_a_scene_that_ends_in_a_day_is_a_caption_above_any_paragraph() -> None:
    lead = "Stones, then boats: the quarrel over the pier began with an argument over who may ring its bell."
    line = "A keeper looks at the broken bell at Port Ellen on May 5."
    assert dropped(f"{TITLE}\n\n{line}\n\n{lead}\n\n{B}\n\n{C}") == {line: "caption"}
    bare = "A keeper looks at the broken bell at Port Ellen."
    assert dropped(f"{TITLE}\n\n{bare}\n\n{lead}\n\n{B}\n\n{C}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt when the engine failed.",
        "The island has waited for a new ferry for ten years.",
        "“We stand at the pier and wait,” says Mairi Example.",
        "It is the silence of the harbour that wakes them.",
        "Ferries are late again.",
    ],
)
def test_a_short_first_sentence_is_no_caption(line: str) -> None:
    assert dropped(f"{TITLE}\n\n{line}\n\n{STORY}") == {}


def test_a_sentence_above_the_place_of_a_page_without_headline_is_a_caption() -> None:
    line = "Minister Ada Example with her deputy in the harbour of Port Ellen."
    assert dropped(f"{line}\nPort Ellen, Islay:\n{STORY}") == {line: "caption"}


def test_the_introduction_of_an_interview_is_no_caption() -> None:
    talk = f"Example News:\n\n{B}\n\nAda Example:\n\n{D}"
    assert dropped(f"{TITLE}\n\n{A}\n\n{talk}\n\n{talk}") == {}


@pytest.mark.parametrize(
    "line", ["Photo by photo, experts named the ships.", "The pier is closed, they said. (Reuters)"]
)
def test_a_sentence_that_looks_like_a_credit_stays(line: str) -> None:
    assert dropped(f"{TITLE}\n\n{A}\n\n{B}\n\n{line}\n\n{C}\n\n{D}") == {}


def test_an_article_named_after_credits_is_no_caption() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (A, B, C, D))
    page = marked_up(f"<article class='category-tax-credits'><h1>{TITLE}</h1>{paragraphs}</article>")
    assert captions.judge(page) == {}


def test_the_day_and_length_of_a_video_make_a_line_its_caption() -> None:
    line = "The island council met for the third time this week. 18.04.2031 | 0:21 min"
    assert dropped(f"{TITLE}\n\n{A}\n\n{line}\n\n{B}\n\n{C}\n\n{D}") == {line: "caption"}


def test_the_outlet_s_own_sign_of_copyright_behind_the_story_is_no_photo_credit() -> None:
    declared = Declared({"publisher": (Candidate("Harbour Post", "json-ld"),)})
    signs = "<p>© Harbour Post</p><p>© Harbour Post, a paper of Example Media</p><p>© Ada Example</p>"
    view = marked_up(f"<article><h1>{TITLE}</h1><p>{A}</p><p>{B}</p>{signs}</article>", declared)
    assert struck(view, captions.judge(view)) == {"© Ada Example": "caption"}


def test_a_credit_beside_a_caption_is_one_far_from_the_story_too() -> None:
    head = "<figcaption>The pier in fog at dawn</figcaption></figure><p class=more>Bildrechte: Ada Thorn</p>"
    menu = "".join(f"<p class=more>Menu {n}</p>" for n in range(40))
    view = marked_up(f"<figure><img src=a>{head}{menu}<h1>Boats</h1><p>{A}<p>{B}<p>{C}", outside="p.more")
    assert "credit_line" in {v.rule for v in captions.judge(through(view, [headline.judge])).values()}


def test_whose_picture_it_is_in_a_list_of_terms() -> None:
    terms = "<dl><dt>Фото:</dt><dd>личный архив Ады Пример</dd></dl>"
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}</p>{terms}<p>{B}</p><p>{C}</p>")
    assert struck(view, captions.judge(view)) == {"Фото:": "caption", "личный архив Ады Пример": "caption"}


def test_a_standfirst_in_an_accreditation_and_an_agencys_number_are_no_captions() -> None:
    deck = "<div class=accreditation><p>Nobody knows when the next one will leave.</p></div>"
    number = "<p>© dpa-infocom, dpa:310516-99-12345/6 (dpa)</p>"
    view = marked_up(f"<h1>{TITLE}</h1>{deck}<p>{A}</p><p>{B}</p><p>{C}</p>{number}")
    assert struck(view, captions.judge(view)) == {}


def test_an_item_between_items_of_the_story_is_no_credit() -> None:
    items = "".join(f"<li>{item}</li>" for item in ("Caterer", "Photographer / Ann Lee", "Officiant"))
    view = marked_up(f"<h1>Who to hire</h1><p>{A}</p><ul>{items}</ul><p>{B}</p>")
    assert "Photographer / Ann Lee" not in struck(view, captions.judge(view))


def test_a_heading_of_the_story_and_an_entry_of_a_menu_are_no_labels_of_images() -> None:
    sentence = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
    menu = "<ul><li><a href=/t>Texts of the sea</a><li><a href=/i>Images</a></ul>"
    view = marked_up(f"<article><p>{sentence}</p><h2>Images</h2><p>{sentence} Twice.</p></article>{menu}")
    assert "Images" not in struck(view, captions.judge(view))


@pytest.mark.parametrize(
    "owner", ["Ada Example/via Reuters", "Ada Example/GC Images", "Ada Example/Getty Images Europe"]
)
def test_who_took_a_picture_for_whom_ends_a_caption(owner: str) -> None:
    assert weak_tail(line(f"The stranded islanders in the village hall {owner}"))


def test_words_behind_a_stroke_are_no_owner() -> None:
    assert not weak_tail(line("The article is made of words and/or images of the islands"))
    assert not weak_tail(line("The page has plain words/images"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mara Quill (left) with the captain of the ferry", True),
        ("Mara Quill (left) sailed with the captain of the ferry.", False),
    ],
)
def test_a_line_of_a_paste_that_says_who_is_left_is_a_caption_unless_a_sentence(
    text: str, *, told: bool
) -> None:
    assert (text in dropped("\n\n".join((TITLE, A, B, text, C, D)))) is told


def test_a_sentence_above_a_place_with_its_country_is_a_caption() -> None:
    caption = "A fisherman mends his nets near Orsha."
    opening = f"ORSHA, Lake Republic -- {A}"
    view = through(
        pasted("\n\n".join([TITLE, "May 21, 2031", "Ada Quill", caption, opening, B, C])), [headline.judge]
    )
    assert {view.blocks[i].text: v.rule for i, v in captions.judge(view).items()} == {caption: "above_place"}


def test_captions_on_a_page_of_nothing_else_are_its_text() -> None:
    pictures = [
        "Two skiers pass the oldest of the trees on the slope. (AFP Photo/Ada Quill)",
        "A forester clears the lane to the chapel in the grove. (AFP Photo/Ada Quill)",
    ]
    lead = "The agency shows photographs of the snow."
    view = through(pasted("\n\n".join([TITLE, lead, *pictures])), [headline.judge])
    found = captions.judge(view)
    assert [view.blocks[i].text for i, v in found.items() if v.keep] == pictures
    told = through(pasted("\n\n".join([TITLE, pictures[0], A, pictures[1], B])), [headline.judge])
    assert not any(v.keep for v in captions.judge(told).values())


def test_a_trail_that_ends_with_a_headline_of_pictures_is_no_credit() -> None:
    title = "Pics: Goat rides the ferry to Orsha"
    story = "".join(f"<p>{text}</p>" for text in (A, B, C, D))
    page = marked_up(f"<div>News Isles {title}</div><h1>{title}</h1>{story}")
    assert struck(through(page, [headline.judge, captions.judge])) == {}


def test_a_heading_that_leads_to_a_part_of_the_site_is_no_label_of_an_image() -> None:
    heads = "<h3><a href=/photos>Photo Gallery</a></h3>", "<h3>Photo Gallery</h3>"
    views = [
        marked_up(f"<main><p>{A}</p><p>{B}</p></main><aside class=more>{head}</aside>") for head in heads
    ]
    assert [len(captions.judge(view)) for view in views] == [0, 1]


@pytest.mark.parametrize(
    "lines",
    [
        ("The pier after the storm", "The pier after the storm [Ada Quill/The Harbour Gazette]"),
        ("The pier after the storm.", "The pier after the storm. ADA QUILL POUR « LE PORT »"),
        ("The pier after the storm", "Image source, Ada Quill", "Image caption, The pier after the storm"),
        ("The pier after the storm Image copyright AFP", "Image caption The pier after the storm"),
    ],
)
def test_the_text_of_an_image_and_its_caption_are_captions_and_one_of_them_is_told(
    lines: tuple[str, ...],
) -> None:
    view = through(pasted("\n".join((TITLE, *lines, A, B, C))), [headline.judge])
    found = captions.judge(view)
    assert [view.blocks[i].text for i in sorted(found)] == list(lines)
    told = [value for v in found.values() for name, value in v.facts if name == "captions"]
    assert sum("pier after the storm" in text for text in told) == 1


@pytest.mark.parametrize("opening", ["Cover image", "Featured photo", "Titelbild", "Photo de couverture"])
def test_what_opens_as_the_caption_of_the_picture_on_top(opening: str) -> None:
    line = f"{opening}: the lights of the old harbour, as the builders of the new one see them"
    assert told(page(f"<p><em>{line}</em></p>")) == [line]
    assert told(page(f"<p>{line.replace(': the', ' shows the')}</p>")) == []
