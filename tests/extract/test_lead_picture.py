"""The picture of a story on pages that declare none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from costs import cpu_seconds

from copydesk.extract.lead_picture import printed_picture
from copydesk.model import Block, Kind, Page, RawPage, Reason, Verdict, dropped, kept
from copydesk.read.html import read_html

TITLE = "Island ferry stopped after engine failure"
A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
SITE = "https://gazette.example"
CARD = "Ten walks on the islands"


def _verdict(block: Block) -> Verdict:
    if block.text.startswith(CARD):
        return dropped("other_stories", Reason.PROMO, "")
    if block.kind is Kind.CAPTION:
        return dropped("figcaption", Reason.CAPTION, "")
    return kept("title" if block.text == TITLE else "keeper")


def found(head: str = "", story: str = "", top: str = "") -> tuple[str | None, str | None]:
    """The picture of a page with something above its headline, below it and in its story, and its origin."""
    body = f"{top}<article>{head or f'<h1>{TITLE}</h1>'}<p>{A}</p>{story}<p>{B}</p></article>"
    page = read_html(RawPage(b"", "a.html", "0", url=f"{SITE}/ferry", url_origin="argument"), body, "u", "t")
    assert isinstance(page, Page)
    blocks = [
        replace(b, kind=Kind.TITLE if b.text == TITLE else b.kind, verdict=_verdict(b)) for b in page.blocks
    ]
    chosen = printed_picture(page, blocks)
    assert len(chosen.values) <= 1
    return chosen.value, chosen.origin


@pytest.mark.parametrize(
    ("head", "story", "expected"),
    [
        ("", "<img src=/pier.jpg>", ("/pier.jpg", "picture in the story")),
        (
            f"<h1>{TITLE}</h1><img src=/pier.jpg>",
            "<img src=/hall.jpg>",
            ("/pier.jpg", "picture below the headline"),
        ),
        (
            f"<header><figure><img src=/pier.jpg class=wp-post-image></figure><h1>{TITLE}</h1></header>",
            "<img src=/hall.jpg>",
            ("/pier.jpg", "picture above the headline"),
        ),
        (f"<div><img src=/pier.jpg></div><h1>{TITLE}</h1>", "", None),
        (
            "",
            "<figure><img src=/pier.jpg><figcaption>The pier</figcaption></figure>",
            ("/pier.jpg", "picture in the story"),
        ),
        ("", "<a href=/pier-large.jpg><img src=/pier.jpg></a>", ("/pier.jpg", "picture in the story")),
        ("", "<a href=/ferry#top><img src=/pier.jpg></a>", ("/pier.jpg", "picture in the story")),
        ("", "<a href=/walks><img src=/walks.jpg></a>", None),
        ("", f"<div><img src=/walks.jpg><p>{CARD}</p></div>", None),
        ("", "<div class=author-box><img src=/ada.jpg></div>", None),
        ("", "<aside><img src=/ada.jpg></aside>", None),
        ("", "<img src=/pier.jpg width=96 height=96>", None),
        ("", "<img src=/strip.jpg width=1200 height=130>", None),
        ("", "<img src=/pier-150x150.jpg>", None),
        ("", "<img src=/gazette_logo.png>", None),
        ("", "<img src=/pier.jpg alt='Gazette logo'>", None),
        ("", "<img src=/wp-content/themes/gazette/pier.jpg>", None),
        ("", "<img src=/hero-img.jpg><img src=/pier.jpg>", ("/pier.jpg", "picture in the story")),
        ("", "<img src=/ferry.svg>", None),
        ("", "<img src='data:image/gif;base64,R0'>", None),
        ("", "<img src=/blank.gif data-src=/pier.jpg>", ("/pier.jpg", "picture in the story")),
        (
            "",
            "<img src='data:x' srcset='/pier-s.jpg 300w, /pier-l.jpg 900w'>",
            ("/pier-l.jpg", "picture in the story"),
        ),
    ],
)
def test_the_first_picture_of_a_story_is_that_of_a_page_that_declares_none(
    head: str, story: str, expected: tuple[str, str] | None
) -> None:
    address, origin = expected or (None, None)
    assert found(head, story) == (address and SITE + address, origin)


def test_what_stands_in_the_page_around_the_story_is_no_picture_of_it() -> None:
    assert found(top="<header><figure class=hero><img src=/harbour.jpg></figure></header>") == (None, None)


def test_many_images_cost_little() -> None:
    images = "<div><div><img src=/icon-star.png></div></div>" * 3_000
    assert cpu_seconds(lambda: found(story=images)) < 5
