from __future__ import annotations

import pytest
from lxml import html

from copydesk.extract.facts import facts_of
from copydesk.extract.pictures import choose_captions
from copydesk.model import Block, Kind, Reason, dropped


@pytest.mark.parametrize(
    ("caption", "credit", "whole"),
    [
        ("The old harbour wall", "Isle Council", "The old harbour wall\nIsle Council"),
        ("The old harbour wall.", "Isle Council", "The old harbour wall. Isle Council"),
        ("The old harbour wall", "(Isle Council)", "The old harbour wall (Isle Council)"),
        ("The old harbour wall", "Photo: Isle Council", "The old harbour wall Photo: Isle Council"),
        ("Photo credit", "Isle Council", "Photo credit Isle Council"),
    ],
)
def test_a_credit_that_nothing_parts_is_a_line_of_its_own(caption: str, credit: str, whole: str) -> None:
    told = dropped("t", Reason.CAPTION, "t", facts=(("captions", f"{caption} {credit}"),))
    blocks = [
        Block(0, Kind.CAPTION, caption, verdict=told),
        Block(1, Kind.CAPTION, credit, verdict=dropped("t", Reason.CAPTION, "t")),
    ]
    assert choose_captions(facts_of(blocks), blocks).values == (whole,)


@pytest.mark.parametrize(
    ("credit", "between", "path", "whole"),
    [
        ("Rights: Isle Council", "Gallery", "body/div.box/p", "The old harbour wall.\nRights: Isle Council"),
        ("Rights: Isle Council", "A line of its own", "body/div.box/p", "The old harbour wall."),
        ("Rights: Isle Council", "Gallery", "body/div.other/p", "The old harbour wall."),
        ("Photo:", "Gallery", "body/div.box/p", "The old harbour wall."),
    ],
)
def test_a_credit_above_its_caption_goes_behind_it(credit: str, between: str, path: str, whole: str) -> None:
    caption = "The old harbour wall."
    told = dropped("t", Reason.CAPTION, "t", facts=(("captions", caption),))
    above = dropped("picture_credit", Reason.CAPTION, "t")
    blocks = [
        Block(0, Kind.PARAGRAPH, credit, path="body/div.box/div/span", verdict=above),
        Block(1, Kind.PARAGRAPH, between, path="body/div.box/div", verdict=dropped("t", Reason.PROMO, "t")),
        Block(2, Kind.PARAGRAPH, caption, path=path, verdict=told),
    ]
    assert choose_captions(facts_of(blocks), blocks).values == (whole,)


@pytest.mark.parametrize(
    ("credit", "box", "whole"),
    [
        ("Photo: Ann Lee, Isle", "caption", ("The old harbour wall at dawn.\nPhoto: Ann Lee, Isle",)),
        ("Photo: Ann Lee, Isle", "text", ("The old harbour wall at dawn.", "Photo: Ann Lee, Isle")),
        ("A boat", "caption", ("The old harbour wall at dawn.", "A boat")),
        ("(Image Source)", "caption", ("The old harbour wall at dawn.",)),
    ],
)
def test_a_credit_in_the_box_of_a_caption_goes_with_it(credit: str, box: str, whole: tuple[str, ...]) -> None:
    texts = ("The old harbour wall at dawn.", "The old harbour wall at dawn.", credit)
    tree = html.fragment_fromstring(f"<div class={box}>{''.join(f'<p>{text}</p>' for text in texts)}</div>")
    blocks = [
        Block(i, Kind.PARAGRAPH, text, verdict=dropped("t", Reason.CAPTION, "t", facts=(("captions", text),)))
        for i, text in enumerate(texts)
    ]
    assert choose_captions(facts_of(blocks), blocks, list(tree)).values == whole


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        # The first picture has nothing but a credit, which the second one's caption ends with.
        (
            {0: "Isle Council", 9: "The old wall. Isle Council"},
            ("Isle Council", "The old wall. Isle Council"),
        ),
        ({0: "Isle Council", 2: "The old wall. Isle Council"}, ("The old wall. Isle Council",)),
        ({0: "The old wall. Isle Council", 9: "Isle Council"}, ("The old wall. Isle Council",)),
        ({0: "Isle Council", 9: "Image credit: Isle Council"}, ("Image credit: Isle Council",)),
    ],
)
def test_a_credit_is_no_caption_where_one_beside_or_above_it_ends_with_it(
    texts: dict[int, str], told: tuple[str, ...]
) -> None:
    blocks = []
    for i in range(10):
        facts = (("captions", texts[i]),) if i in texts else ()
        verdict = dropped("t", Reason.CAPTION, "t", facts=facts)
        blocks.append(Block(i, Kind.CAPTION, texts.get(i, "A line"), verdict=verdict))
    assert choose_captions(facts_of(blocks), blocks).values == told
