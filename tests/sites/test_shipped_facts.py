"""What the shipped profiles tell of their sites' pages, as facts of the article."""

from __future__ import annotations

import pytest

from copydesk.model import Article, RawPage, Reason
from copydesk.pipeline import judge_page

GT, NDTV, WION = (
    "https://www.globaltimes.cn/page/202405/1311111.shtml",
    "https://www.ndtv.com/a-1",
    "https://www.wionews.com/a-1",
)
GUARDIAN, TAGESSCHAU = "https://www.theguardian.com/world/a", "https://www.tagesschau.de/ausland/a-1.html"
RFERL = "https://www.rferl.org/a/lake/1.html"

_STORY = [
    "The ferry to Old Orsha was late again on Monday as a storm came down from the hills to the lake.",
    "The harbor office said that forty people had spent the night on the pier, and that nobody was hurt.",
    "A goat that had been on board is still there, the captain of the ferry told reporters in the morning.",
    "The next ferry is due on Friday, and tickets stay valid until the end of the month, the office said.",
]


def _article(*lines: str, url: str | None = None) -> Article:
    text = "\n\n".join(lines).encode()
    found = judge_page(RawPage(text, "a.txt", "0" * 64, url=url, url_origin="argument" if url else None))
    assert isinstance(found, Article)
    return found


def _reason(article: Article, line: str) -> Reason | None:
    block = next(block for block in article.blocks if block.text == line)
    assert block.verdict is not None
    return block.verdict.reason


@pytest.mark.parametrize(
    ("url", "caption"),
    [
        (GT, "The ferry at its pier on Monday Photo: Fei Anlan/GT"),
        (GT, "Photo: VCG"),
        (NDTV, "The ferry at its pier on Monday. (PTI Photo)"),
        (WION, "The ferry at its pier Photograph:( Reuters )"),
        (GUARDIAN, "The ferry at its pier. Photograph: Ada Quill/The Example"),
        (TAGESSCHAU, "Die Fähre am Kai | Bildquelle: dpa"),
    ],
)
def test_a_caption_has_its_credit(url: str, caption: str) -> None:
    found = _article("Ferry Is Late Again", *_STORY[:2], caption, *_STORY[2:], url=url)
    assert _reason(found, caption) is Reason.CAPTION
    assert found.metadata.captions == (caption,)


def test_a_credit_that_touches_its_caption_is_parted_from_it() -> None:
    caption = "The ferry at its pier.Photograph: Ada Quill/The Example"
    found = _article("Ferry Is Late Again", *_STORY[:2], caption, *_STORY[2:], url=GUARDIAN)
    assert found.metadata.captions == ("The ferry at its pier. Photograph: Ada Quill/The Example",)


@pytest.mark.parametrize("above", [True, False])
def test_an_agency_in_brackets_below_a_story_is_its_signature(above: bool) -> None:
    note = "(This story has not been edited by NDTV staff and is auto-generated from a syndicated feed.)"
    ends = ("(ANI)", note) if above else (note, "(ANI)")
    found = _article("Ferry Is Late Again", *_STORY, *ends, url=NDTV)
    assert _reason(found, "(ANI)") is Reason.CREDIT
    assert found.metadata.agencies == ("ANI",)
    assert found.metadata.captions == ()


def test_an_agency_in_brackets_within_a_story_is_a_pictures() -> None:
    found = _article("Ferry Is Late Again", *_STORY[:1], "(ANI)", *_STORY[1:], url=NDTV)
    assert _reason(found, "(ANI)") is Reason.CAPTION
    assert found.metadata.agencies == ()


def test_a_selection_begins_with_its_section_and_goes_on_with_two_writers() -> None:
    head = ("Armenia", "In Armenia, A Village Votes To Move Its Old Ferry", "August 02, 2023 12:45 GMT")
    names = ("By Ila Dorn and", "Mirela Quill")
    caption = "The ferry at its pier. Photo: Mirela Quill (RFE/RL)"
    found = _article(*head, *names, caption, *_STORY)
    assert found.metadata.host == "rferl.org"
    assert found.metadata.section == "Armenia"
    assert _reason(found, "Armenia") is Reason.SECTION_LABEL
    assert found.metadata.authors == ("Ila Dorn", "Mirela Quill")
    assert _reason(found, "Mirela Quill") is Reason.BYLINE


def test_a_name_in_capitals_before_two_hyphens_is_where_a_story_was_filed() -> None:
    first = f"ORSHA VARA -- {_STORY[0]}"
    found = _article("Ferry Is Late Again On The Lake", first, *_STORY[1:], url=RFERL)
    assert found.metadata.dateline == "ORSHA VARA"
    assert found.body[0].text == first
    other = _article("Ferry Is Late Again On The Lake", f"UPDATE -- {_STORY[0]}", *_STORY[1:], url=RFERL)
    assert other.metadata.dateline is None
