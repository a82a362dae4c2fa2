"""The line keeper: lines described alike each time, every line judged, doubt shown."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.api import Explanation
from copydesk.cli.page_view import plain_view
from copydesk.extract.body import Reading, lines_reading, read_body
from copydesk.extract.declared import NOTHING, Declared
from copydesk.extract.keeper.trees import STEPS, Trees, write_arrays, write_trees
from copydesk.extract.lines import keep
from copydesk.extract.lines.features import NO_WORDS, column_names, describe, with_first, with_words
from copydesk.extract.lines.headline import headline_names
from copydesk.extract.lines.wording import BUCKETS
from copydesk.model import Article, Page, RawPage, Reason
from copydesk.pipeline import judge_page
from copydesk.read import read_page
from copydesk.read.plain import blocks_of
from copydesk.settings import DEFAULT
from copydesk.write.ledger import ledger_records

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor", "Saltby", "Ferrow", "Oxley", "Tarn")
LINE = "The council of {} voted on Tuesday to build a bridge across the river, its members said."
STORY = [LINE.format(town) for town in TOWNS]
TEXT = "\n\n".join(["Home", "Sport", "Bridges for the river", *STORY, "All rights reserved.", "Terms of use"])


def raw(text: str = TEXT) -> RawPage:
    return RawPage(text.encode(), "a.txt", "0")


def page_of(text: str = TEXT) -> Page:
    page = read_page(raw(text))
    assert isinstance(page, Page)
    return page


def by_words(low: int, high: int, brief: int = -STEPS) -> keep.LineKeeper:
    """A line keeper that goes by the words of a line alone: `low` up to twelve, `high` for more.

    As a headline it takes those of up to five words for `brief`, others for none.
    """
    trees = []
    for columns in keep.line_trees().values():
        column = np.array([columns.index("words"), 0, 0], np.int32)
        bound = np.array([12, np.inf, np.inf], np.float32)
        child, value = np.array([1, 1, 2], np.int32), np.array([0, low, high], np.int32)
        steps = np.arange(-STEPS // 2, STEPS // 2, dtype=np.int32)
        trees.append(Trees(column, bound, child, value, np.zeros(1, np.int32), 1, steps, columns))
    of_headlines = replace(
        trees[2],
        column=np.array([headline_names().index("headline_size"), 0, 0], np.int32),
        bound=np.array([5, np.inf, np.inf], np.float32),
        value=np.array([0, brief, -STEPS], np.int32),
    )
    return keep.LineKeeper(trees[0], trees[1], of_headlines, NO_WORDS)


def judged(text: str, low: int = -499, high: int = 450, brief: int = -STEPS) -> Article:
    def reader(page: Page, _declared: Declared) -> Reading:
        return lines_reading(page, by_words(low, high, brief))

    found = judge_page(raw(text), reader=reader)
    assert isinstance(found, Article)
    return found


def test_a_text_is_described_by_as_many_numbers_as_there_are_names() -> None:
    described = describe(page_of().blocks)
    names = column_names()
    first = with_words(described, NO_WORDS)
    second = with_first(first, described.words, np.full(len(first), 0.5))
    assert first.shape == (len(STORY) + 5, len(names["lines-first"]))
    assert second.shape[1] == len(names["lines-second"])
    for of in names.values():
        assert len(set(of)) == len(of)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_lines_are_described_alike_each_time_and_without_gaps(lines: list[str]) -> None:
    blocks = blocks_of("\n".join(lines))
    if blocks:
        one, two = (with_words(describe(blocks), np.ones(BUCKETS, np.int8)) for _ in range(2))
        assert np.array_equal(one, two)
        assert np.isfinite(one).all()
        assert np.isfinite(with_first(one, describe(blocks).words, np.zeros(len(blocks)))).all()


@given(st.lists(st.sampled_from([*STORY, "Home", "Read more", "By Ada Example", "• One", "12:30"])))
@settings(max_examples=40, deadline=None)
def test_every_line_is_judged_and_their_order_is_kept(lines: list[str]) -> None:
    def reader(page: Page, _declared: Declared) -> Reading:
        return lines_reading(page, by_words(-499, 450))

    text = "\n".join([*lines, *STORY])
    found = judge_page(raw(text), reader=reader)
    assert isinstance(found, Article)
    assert [block.text for block in found.blocks] == [block.text for block in blocks_of(text)]
    assert all(block.verdict is not None for block in found.blocks)
    places = [block.index for block in found.body]
    assert places == sorted(places)
    assert len(found.body) + len(found.dropped) <= len(found.blocks)


def test_the_keeper_strikes_what_no_judge_decided_and_says_why() -> None:
    found = judged(f"{TEXT}\n\nSome words that stand alone down here.")
    assert [block.text for block in found.body] == STORY
    struck = {block.text: block.verdict for block in found.dropped if block.verdict}
    alone = struck["Some words that stand alone down here."]
    assert (alone.stage, alone.rule, alone.reason) == ("extract", "line_keeper", Reason.OUTSIDE)
    assert alone.evidence == "probability 0.002: words 7"
    assert not alone.doubt
    assert struck["All rights reserved."].reason is Reason.NOTICE  # a judge knew what it is


def test_lines_in_doubt_are_flagged_in_article_ledger_and_view() -> None:
    found = judged(f"{TEXT}\n\nSome words that stand alone down here", low=-250, high=100)
    kept = [block for block in found.body if block.verdict and block.verdict.doubt]
    assert [block.text for block in kept] == STORY
    ledger = {line["text"]: line["evidence"] for line in ledger_records(found)}
    assert ledger["Some words that stand alone down here"] == "in doubt: probability 0.251: words 7"
    numbers = [b.index for b in found.blocks if b.verdict and b.verdict.doubt]
    told = ", ".join(map(str, numbers))
    assert found.metadata.provenance["text"] == f"lines in doubt: {len(numbers)} ({told})"
    view = plain_view(Explanation(found.blocks, found, None, found.metadata))
    assert f"? {STORY[0]}\n      (in doubt: probability 0.601: words 17)" in view
    assert f"; in doubt: {len(numbers)}." in view
    assert "text" not in judged(TEXT).metadata.provenance


def test_without_its_files_the_rules_decide_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep.load_line_keeper(tmp_path) is None
    monkeypatch.setattr(keep, "shipped_line_keeper", lambda: None)
    assert read_body(page_of(), NOTHING) == Reading()
    found = judge_page(raw())
    assert isinstance(found, Article)
    assert [block.text for block in found.body] == STORY
    assert {b.verdict.rule for b in found.body if b.verdict} == {"body"}


def test_a_very_long_text_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "shipped_line_keeper", lambda: by_words(-499, 450))
    monkeypatch.setattr(keep, "MOST_LINES", len(page_of().blocks))
    assert read_body(page_of(), NOTHING).inside
    monkeypatch.setattr(keep, "MOST_LINES", len(page_of().blocks) - 1)
    assert read_body(page_of(), NOTHING) == Reading()


def test_files_are_read_as_they_were_written_and_only_for_their_columns(tmp_path: Path) -> None:
    made = by_words(-499, 450)
    for name, trees in zip(keep.line_trees(), (made.first, made.second, made.headline), strict=True):
        with (tmp_path / f"{name}.npz").open("wb") as file:
            write_trees(trees, file)
    weights = np.arange(BUCKETS, dtype=np.int64).astype(np.int8)
    with (tmp_path / keep.WORDS_FILE).open("wb") as file:
        write_arrays({"weights": weights}, file)
    found = keep.load_line_keeper(tmp_path)
    assert found is not None
    assert np.array_equal(found.weights, weights)
    assert lines_reading(page_of(), found).inside == lines_reading(page_of(), made).inside
    with (tmp_path / keep.WORDS_FILE).open("wb") as file:
        write_arrays({"weights": weights[:9]}, file)
    with pytest.raises(ValueError, match="train_lines"):
        keep.load_line_keeper(tmp_path)


def test_a_standfirst_of_an_unknown_outlet_needs_the_consent_of_the_reading() -> None:
    text = "\n\n".join(["Bridges for the river", "What five towns want from the crossing they share", *STORY])
    assert (
        judged(text, low=100, brief=400).body[0].text == "What five towns want from the crossing they share"
    )
    for against in (-100, -499):
        assert judged(text, low=against, brief=400).body[0].text == STORY[0]


def test_a_short_line_that_is_likely_the_headline_is_the_title() -> None:
    text = "\n\n".join(["Bridges for the river", *STORY])
    assert judged(text, brief=400).metadata.title == "Bridges for the river"
    assert judged(text, brief=-400).metadata.title is None


HOSTILE = {
    "one word a line": "Menu\n" * 6000,
    "words without end": f"{'word ' * 60_000}.\n" * 2,
    "one word without end": f"{'w' * 300_000}\n" * 2,
    "signs": f"{'[|(©:' * 20_000}\n{'12:30 ' * 20_000}\n{'- ' * 50_000}\n",
    "all lines different": "\n".join(f"{LINE.format(n)} {n}" for n in range(3000)),
    "blank lines": ("\n" * 50 + "Menu of the day\n") * 2000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion(name: str) -> None:
    blocks = blocks_of(HOSTILE[name])
    start = time.process_time()
    describe(blocks)
    assert time.process_time() - start < 4


def test_trees_and_words_of_the_shipped_keeper_are_small() -> None:
    folder = Path(keep.__file__).parent / "models"
    if keep.shipped_line_keeper() is None:
        pytest.skip("no trees are installed")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 400_000


def test_the_shipped_keeper_reads_a_plain_story() -> None:
    if keep.shipped_line_keeper() is None:
        pytest.skip("no trees are installed")
    found = judge_page(raw(), DEFAULT)
    assert isinstance(found, Article)
    assert [block.text for block in found.body] == STORY


def test_the_same_trees_are_written_as_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for file in (first, second):
        write_arrays({"weights": NO_WORDS}, file)
    assert first.getvalue() == second.getvalue()
