from __future__ import annotations

import pytest
from repeats_told import A, C, D
from viewing import marked_up, struck

from copydesk.judge.repeats import repeats


def test_pull_quotes_of_marked_up_pages_go() -> None:
    quote = "We never felt alone, said Mairi Example"
    html = f"<main><p>{A}</p><blockquote class=pullquote>{quote}</blockquote><p>{C}</p><p>{D}</p></main>"
    view = marked_up(html)
    assert struck(view, repeats.judge(view)) == {quote: "duplicate"}


def test_who_is_quoted_goes_with_the_pull_quote() -> None:
    quote = "We never felt alone, said Mairi Example"
    for speaker in ("<p>— Mairi Example, islander</p>", "<div class=quote__name>Mairi Example</div>"):
        html = f"<main><p>{A}</p><blockquote>{quote}</blockquote>{speaker}<p>{C}</p><p>{D}</p></main>"
        view = marked_up(html)
        assert len(struck(view, repeats.judge(view))) == 2
    html = f"<main><p>{A}</p><blockquote>{quote}</blockquote><p>In the village hall</p><p>{C}</p></main>"
    view = marked_up(html)
    assert struck(view, repeats.judge(view)) == {quote: "duplicate"}


def test_a_quote_that_is_not_in_the_text_stays() -> None:
    html = (
        f"<main><p>{A}</p><blockquote>Somebody else said something else here.</blockquote><p>{D}</p></main>"
    )
    view = marked_up(html)
    assert repeats.judge(view) == {}


@pytest.mark.parametrize(
    ("name", "quote", "goes"),
    [
        ("", "We took the last boat home that night. Nobody on the pier had seen it coming.", True),
        ("pull-left", "We took the last boat home that night. Nobody saw, nobody cared.", False),
        ("pull-left", "We took the last boat home that night, and we sang. Nobody on the pier.", True),
        ("", "We took the last boat home that night, and we sang. Nobody on the pier.", False),
    ],
)
def test_the_sentences_of_a_pull_quote_may_have_its_speaker_between_them(
    name: str, quote: str, goes: bool
) -> None:
    said = (
        "“We took the last boat home that night,” said Mairi Example, “and we sang. "
        "Nobody on the pier had seen it coming.”"
    )
    html = f"<main><p>{A}</p><blockquote class='{name}'>“{quote}”</blockquote><p>{said}</p><p>{C}</p></main>"
    view = marked_up(html)
    assert bool(struck(view, repeats.judge(view))) is goes


@pytest.mark.parametrize(
    ("speaker", "goes"),
    [
        ("<p>Mairi Example, head of the harbour office</p>", True),
        ("<p>Joan Dee, head of the harbour office</p>", False),
        ("<p>Boats and lamps</p>", False),
    ],
)
def test_a_pull_quote_may_be_set_in_short_where_its_speaker_is_one_of_the_story(
    speaker: str, goes: bool
) -> None:
    quote = "We know that the last boat home carries nearly everybody who works on the pier at night."
    said = quote.replace("know that", "know, of course, that").replace("works", "still works")
    box = f"<div><blockquote>{quote}</blockquote>{speaker}</div>"
    html = f"<main><p>{C}</p>{box}<p>“{said}” That is what Mairi Example told us.</p><p>{D}</p></main>"
    view = marked_up(html)
    assert len(struck(view, repeats.judge(view))) == (2 if goes else 0)


@pytest.mark.parametrize(
    "speaker",
    [
        "<cite><div>Mairi Example</div><div>Head of the harbour office</div></cite>",
        "<figcaption><cite>Mairi Example</cite><div>Head, harbour office</div></figcaption>",
    ],
)
def test_name_and_office_on_a_line_each_go_with_the_pull_quote(speaker: str) -> None:
    quote = "We never felt alone, said Mairi Example"
    html = f"<main><p>{A}</p><figure><blockquote>{quote}</blockquote>{speaker}</figure><p>{C}</p><p>{D}</p>"
    view = marked_up(html + "</main>")
    assert set(struck(view, repeats.judge(view)).values()) == {"duplicate"}
    assert len(struck(view, repeats.judge(view))) == 3


def test_the_speaker_in_markup_for_credits_goes_with_the_pull_quote() -> None:
    quote = "We never felt alone, said Mairi Example"
    aside = f"<aside class=pull_quote><blockquote>{quote}</blockquote><span class=pull_quote--credit>"
    view = marked_up(f"<main><p>{A}</p>{aside}Mairi Example</span></aside><p>{C}</p><p>{D}</p></main>")
    assert struck(view, repeats.judge(view)) == {quote: "duplicate", "Mairi Example": "duplicate"}


def test_where_a_quotation_stands_again_goes_with_it() -> None:
    quote = "The last boat home carries nearly everybody who works on the pier at night."
    twice = f"<blockquote><p>{quote}</p><p>From The Harbour Gazette</p></blockquote>" * 2
    view = marked_up(f"<main><p>{A}</p>{twice}<p>{D}</p></main>")
    assert sorted(i for i, v in repeats.judge(view).items() if not v.keep) == [3, 4]


def test_a_line_below_the_refrain_of_a_poem_stays() -> None:
    refrain = "The boats of May are lost in fog and nobody calls"
    poem = "".join(f"<p>{refrain}</p><p>{end}</p>" for end in ("So sing, Mairi", "So weep, Mairi"))
    view = marked_up(f"<main><p>{A}</p><blockquote>{poem}</blockquote><p>{D}</p></main>")
    assert "So weep, Mairi" not in struck(view, repeats.judge(view))
