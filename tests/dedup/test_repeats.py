"""Learned chrome: what goes, what stays, and that no order of pages matters."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from copydesk.dedup.lines import PageLines, context, page_lines
from copydesk.dedup.repeats import find_repeats, same_stories
from copydesk.model import Article, Block, Kind, Metadata, Reason, dropped, kept
from copydesk.settings import RepeatSettings

SETTINGS = RepeatSettings()
STORY_PATH = "body/main.page/div.story/p"
BOX_PATH = "body/main.page/div.story/div.box/p"
CARD_PATH = "body/main.page/div.more/div.card-3/p"
TEASER = "The mill at Hollin turns again, and bread is baked before noon."
NOTICE = "You can support the work of our small newsroom with a gift of any size."
BACKGROUND = "The dam above Hollin broke in the spring of 2029 after eleven days of rain."


def told(seed: int, count: int = 6) -> list[str]:
    """Paragraphs of a story of its own."""
    dice = random.Random(seed)
    names = [f"{a}{b}" for a in "bcdfghlmnprst" for b in ("ander", "ollin", "estrow", "unmark")]
    return [" ".join(dice.choices(names, k=14)).capitalize() + "." for _ in range(count)]


def page(*lines: str | tuple[str, str] | tuple[str, str, Kind], title: str = "") -> Article:
    """An article; a line may come with its path and its kind."""
    blocks = [Block(0, Kind.TITLE, title or "Title", "body/h1", verdict=kept("title", kind=Kind.TITLE))]
    for at, line in enumerate(lines, 1):
        given = line if isinstance(line, tuple) else (line, STORY_PATH)
        text, path, kind = (*given, Kind.PARAGRAPH)[:3]
        blocks.append(Block(at, kind, text, path, verdict=kept("body")))
    return Article("0" * 16, Metadata(title=title or "Title"), tuple(blocks))


def struck(article: Article, *texts: str, reason: Reason = Reason.OUTSIDE, path: str = CARD_PATH) -> Article:
    """An article with lines that the judges of its page dropped."""
    last = len(article.blocks)
    more = (
        Block(last + at, Kind.PARAGRAPH, text, path, verdict=dropped("keeper", reason, "x"))
        for at, text in enumerate(texts)
    )
    return replace(article, blocks=(*article.blocks, *more))


def gone(*articles: Article, settings: RepeatSettings = SETTINGS) -> list[list[str]]:
    """For each page the texts that go."""
    pages = [page_lines(article, settings) for article in articles]
    found = find_repeats(pages, settings, 20)
    return [
        [article.body[one.at].text for one in repeats]
        for article, repeats in zip(articles, found, strict=True)
    ]


def test_a_box_goes_from_two_pages_on() -> None:
    pages = [page(*told(1), (NOTICE, BOX_PATH), *told(2)), page(*told(3), (NOTICE, BOX_PATH))]
    assert gone(*pages) == [[NOTICE], [NOTICE]]
    assert gone(pages[0]) == [[]]


def test_story_text_that_stories_share_stays() -> None:
    pair = [page(*told(1), BACKGROUND), page(*told(2), BACKGROUND)]
    assert gone(*pair) == [[], []]
    others = [page(*told(seed)) for seed in range(3, 9)]
    assert not any(gone(*pair, page(*told(9), BACKGROUND), *others))


def test_among_story_text_it_takes_three_pages_and_half_of_all() -> None:
    assert gone(*(page(*told(seed), NOTICE) for seed in range(3))) == [[NOTICE]] * 3


def test_digits_do_not_matter() -> None:
    line = "Issue {} of the Coast Gazette is out now, at all stations along the line."
    pages = [page(*told(n), (line.format(n * 37), BOX_PATH)) for n in range(2)]
    assert all(gone(*pages))


def test_the_same_text_in_a_dropped_block_counts() -> None:
    other = page(*told(2))
    struck = Block(
        7, Kind.PARAGRAPH, NOTICE, BOX_PATH, verdict=dropped("outside_reading", Reason.OUTSIDE, "x")
    )
    other = Article(other.id, other.metadata, (*other.blocks, struck))
    assert gone(page(*told(1), (NOTICE, BOX_PATH)), other) == [[NOTICE], []]


def test_one_story_told_twice_is_one_page() -> None:
    story = told(1)
    pages = [page(*story, (NOTICE, BOX_PATH)), page(*story[:5], *told(2, 1), (NOTICE, BOX_PATH))]
    assert gone(*pages) == [[], []]
    found = find_repeats(
        [page_lines(one, SETTINGS) for one in [*pages, page(*told(3), (NOTICE, BOX_PATH))]], SETTINGS, 20
    )
    assert [(one.seen, one.pages) for repeats in found for one in repeats] == [(2, 2)] * 3


def test_shared_chrome_does_not_make_stories_one() -> None:
    pages = [page_lines(page(*told(seed), NOTICE, BACKGROUND), SETTINGS) for seed in range(6)]
    assert same_stories(pages, SETTINGS).tolist() == list(range(6))


def test_one_story_told_very_often_is_one_page() -> None:
    story = told(1, 9)
    often = [page(*story[: seed % 8], *told(seed + 50, 1), *story[seed % 8 + 1 :]) for seed in range(70)]
    pages = [
        page_lines(one, SETTINGS) for one in [*often, *(page(*told(n), NOTICE) for n in range(200, 270))]
    ]
    assert same_stories(pages, SETTINGS).tolist() == [0] * 70 + list(range(1, 71))
    assert not any(gone(*often))


def test_headline_standfirst_and_lead_stay() -> None:
    lead = "The council of Ellmouth meets every Monday at eight in the old town hall."
    deck = (
        "Everything that was said, from the first word on, in the order it was said.",
        BOX_PATH,
        Kind.STANDFIRST,
    )
    headline = "What the council of Ellmouth said and did not say this week in its session"
    pages = [page(deck, lead, *told(seed), (headline, BOX_PATH), title=headline) for seed in range(4)]
    assert not any(gone(*pages))


def test_subheads_stay_and_labels_go_with_what_they_label() -> None:
    subhead, label = (
        ("What happens next", "body/main.page/div.story/h2", Kind.HEADING),
        ("Support us", BOX_PATH),
    )
    pages = [
        page(*told(n), subhead, *told(n + 50), label, (NOTICE, BOX_PATH), *told(n + 90)) for n in range(3)
    ]
    assert gone(*pages) == [["Support us", NOTICE]] * 3


def test_short_lines_go_from_the_end() -> None:
    pages = [page(*told(n), "Copyright Coast Gazette", "All rights reserved") for n in range(2)]
    assert gone(*pages) == [["Copyright Coast Gazette", "All rights reserved"]] * 2


def test_a_line_goes_from_a_place_in_which_other_pages_have_nothing() -> None:
    other = struck(page(*told(2)), "Five bakers in a tub", "A ferry ran aground")
    assert gone(page(*told(1), (TEASER, CARD_PATH)), other) == [[TEASER], []]
    assert gone(page(*told(1), (TEASER, CARD_PATH.replace("card-3", "card-44"))), other)[0] == [TEASER]
    assert gone(page(*told(1), (TEASER, CARD_PATH.replace("card", "post"))), other)[0] == []


def test_a_place_tells_nothing_by_few_words_headlines_or_one_story() -> None:
    one = page(*told(1), (TEASER, CARD_PATH))
    assert gone(one, struck(page(*told(2)), "Five bakers", "more"))[0] == []
    assert gone(one, struck(page(*told(2)), "Five bakers in a tub", reason=Reason.HEADLINE))[0] == []
    assert gone(one, struck(page(*told(1)), "Five bakers in a tub"))[0] == []


def test_a_place_in_which_some_page_keeps_text_tells_nothing_unless_most_struck_it() -> None:
    teasers = told(99, 2)
    keeping = [page(*told(seed), (teaser, CARD_PATH)) for seed, teaser in enumerate(teasers)]
    striking = [struck(page(*told(seed)), "Five bakers in a tub") for seed in range(3, 14)]
    assert gone(*keeping, *striking[:8]) == [[]] * 10
    assert gone(*keeping, *striking[:9])[:2] == [[teaser] for teaser in teasers]


def test_what_is_the_pages_own_stays_whatever_its_place() -> None:
    deck = ("Everything that was said, from the first word on, in its order.", CARD_PATH, Kind.STANDFIRST)
    headline = "What the council of Ellmouth said and did not say this week"
    other = struck(page(*told(2)), "Five bakers in a tub")
    assert gone(page(deck, *told(1), (headline, CARD_PATH), title=headline), other) == [[], []]
    story = [(line, CARD_PATH) for line in told(3, 9)]
    assert gone(page(*story), other) == [[], []]


def test_what_is_seen_goes_before_what_only_stands_there() -> None:
    often = (f"Please, reader: {NOTICE}", BOX_PATH)
    others = [struck(page(*told(seed), often), "Five bakers in a tub") for seed in range(1, 4)]
    assert gone(page(*told(9, 2), (told(99, 1)[0], CARD_PATH), often), *others)[0] == [often[0]]
    assert gone(page(*told(9, 3), (TEASER, CARD_PATH)), *others)[0] == [TEASER]


def test_no_more_than_a_part_of_the_text_goes_and_first_what_most_pages_have() -> None:
    often, rare = (f"Please, reader: {NOTICE}", BOX_PATH), (f"Now or never: {NOTICE}", BOX_PATH)
    pages = [page(*told(seed, 3), rare, often) for seed in range(3)] + [page(*told(9), often)]
    assert gone(*pages) == [[often[0]]] * 4


def test_an_article_stays_an_article() -> None:
    short = page("Only this one line is all there was to tell of the day here, it seems.", (NOTICE, BOX_PATH))
    assert gone(short, page(*told(1), (NOTICE, BOX_PATH)))[0] == []


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_pages_does_not_matter(seed: int) -> None:
    dice = random.Random(seed)
    stories = [told(n) for n in range(7)]
    pages = [page(*story, (NOTICE, BOX_PATH)) for story in stories]
    pages += [page(*stories[0][:5], BACKGROUND), page(*stories[1], BACKGROUND, "Write to us")]
    pages += [struck(page(*told(n)), "Five bakers in a tub") for n in (11, 12)]
    pages.append(page(*told(13), (TEASER, CARD_PATH)))
    assert gone(*pages)[-1] == [TEASER]
    plain = dict(zip(map(id, pages), gone(*pages), strict=True))
    dice.shuffle(pages)
    assert gone(*pages) == [plain[id(one)] for one in pages]


def test_lines_come_back_from_bytes() -> None:
    lines = page_lines(struck(page(*told(1), (NOTICE, BOX_PATH)), "Read this story of a mill next"), SETTINGS)
    assert lines.struck.shape == (1,)
    again = PageLines.from_bytes(lines.to_bytes())
    for name in ("keys", "struck", "blocks", "texts", "places", "words", "traits"):
        assert np.array_equal(getattr(lines, name), getattr(again, name))
    assert again.pasted is lines.pasted is False


def test_numbers_in_names_of_classes_are_no_context() -> None:
    assert (
        context("html/body/div.post-17/p.a.b.c")
        == context("html/body/div.post-4/p.a.b")
        != context("html/body/p.a.b")
    )
