"""The learned keeper: described the same each time, trees applied as they were fitted, and what they say."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from copydesk.extract.body import keeper_reading, read_body, trafilatura_reading
from copydesk.extract.declared import NOTHING
from copydesk.extract.keeper import features, keep, tokens
from copydesk.extract.keeper.trees import STEPS, Trees, read_trees, write_trees
from copydesk.extract.keeper.vocabulary import NAMES, name_bits
from copydesk.extract.keeper.votes import declared_body, share
from copydesk.extract.metadata import declare
from copydesk.model import Article, Page, RawPage, Reason
from copydesk.pipeline import judge_page
from copydesk.read import read_page

TOWNS = ("Hollin", "Marsk", "Upper Wend", "Dunmoor", "Saltby", "Ferrow", "Oxley", "Tarn")
LINE = "The council of {} voted on Tuesday to build a bridge across the river, its members said."
STORY = [LINE.format(town) for town in TOWNS]
TEASERS = [f"Ten things to know about the harbour of {town} before the summer" for town in TOWNS[:5]]
HTML = (
    "<!doctype html><html><head><title>Bridges for the river</title></head><body>"
    "<nav class=menu><ul><li><a href=/a>News</a><li><a href=/b>Sport</a><li><a href=/c>Weather</a></ul></nav>"
    "<main><article class=story><h1>Bridges for the river</h1><div class=article-body>"
    + "".join(f"<p>{line}</p>" for line in STORY)
    + "</div></article><section class=related><h2>More stories</h2>"
    + "".join(f"<div class=teaser><a href=/t{i}>{line}</a></div>" for i, line in enumerate(TEASERS))
    + "</section></main><footer><p>All rights reserved. Terms of use, privacy policy.</footer></body></html>"
)


NOTHING_TOLD = tokens.Weights(np.zeros(0, np.uint32), np.zeros(0, np.int8))


def raw(html: str = HTML) -> RawPage:
    return RawPage(html.encode(), "a.html", "0")


def page_of(html: str = HTML) -> Page:
    page = read_page(raw(html))
    assert isinstance(page, Page)
    return page


def stump(column: int, bound: float, low: int, high: int, names: tuple[str, ...]) -> Trees:
    """One split: rows with a value up to the bound get `low`, the others `high`."""
    steps = np.arange(-STEPS // 2, STEPS // 2, dtype=np.int32)
    child, value = np.array([1, 1, 2]), np.array([0, low, high])
    bounds = np.array([bound, np.inf, np.inf], np.float32)
    return Trees(
        np.array([column, 0, 0], np.int32),
        bounds,
        child.astype(np.int32),
        value.astype(np.int32),
        np.zeros(1, np.int32),
        1,
        steps,
        names,
    )


def by_words(low: int, high: int) -> keep.Keeper:
    """A keeper that goes by the words of a block alone."""
    named = keep.column_names()
    column = named["fast-first"].index("words")
    trees = {name: stump(column, 12, low, high, columns) for name, columns in named.items()}
    return keep.Keeper(
        keep.Pair(trees["fast-first"], trees["fast-second"]),
        keep.Pair(trees["full-first"], trees["full-second"]),
        NOTHING_TOLD,
    )


def test_a_page_is_described_by_as_many_numbers_as_there_are_names() -> None:
    page = page_of()
    found = features.describe(page, declare(page))
    assert found.table.shape == (len(page.blocks), len(features.names()))
    assert np.isfinite(found.table).all()
    assert len(set(features.names())) == len(features.names())


def test_describing_leaves_the_page_as_it_was_and_gives_the_same_again() -> None:
    page = page_of()
    before = [(e.tag, e.text) for e in page.tree.iter()]
    first = features.describe(page, declare(page)).table
    assert features.describe(page, declare(page)).table.tobytes() == first.tobytes()
    assert [(e.tag, e.text) for e in page.tree.iter()] == before


@pytest.mark.parametrize(
    "html", ["<p>x", "<ul><li>1<li>2</ul>", "<p>。<p>東京の川に橋", "<div><br><br>a<br><br>b"]
)
def test_any_page_with_a_block_can_be_described(html: str) -> None:
    page = page_of(html)
    assert np.isfinite(features.describe(page, NOTHING).table).all()


def test_names_are_looked_up_by_their_parts() -> None:
    def lists(names: str) -> set[str]:
        bits = name_bits(names, {})
        return {name for number, name in enumerate(NAMES) if bits >> number & 1}

    assert {"article", "body"} <= lists("articleBody")
    assert "related" in lists("col-3 relatedStories")
    assert lists("x1 y2") == set()


def test_a_block_is_voted_for_as_far_as_the_other_text_has_it() -> None:
    long = "a" * 40 + "b" * 40 + "c" * 40
    assert share([long, "short", "none"], f"{long}\nshort").tolist() == [1.0, 1.0, 0.0]
    assert share([long], long[:80]).tolist() == [pytest.approx(2 / 3)]


def test_the_declared_body_is_the_longest_one_without_tags() -> None:
    body = "<p>" + " ".join(STORY) + "</p>"
    html = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script><p>x'
    assert declared_body(page_of(html).tree).split() == " ".join(STORY).split()
    assert declared_body(page_of("<p>x").tree) == ""


def all_tokens(page: Page) -> tokens.Tokens:
    nodes = features.describe(page, declare(page)).nodes
    return tokens.tokens_of(page.blocks, nodes, range(len(page.blocks)))


def weighing(found: tokens.Tokens, group: str, weight: int) -> tokens.Weights:
    """A table in which every token of a group speaks for the article as far."""
    keys = np.unique(found[tokens.GROUPS.index(group)].keys)
    return tokens.Weights(keys, np.full(len(keys), weight, np.int8))


def test_tokens_speak_for_the_blocks_asked_for_and_for_no_others() -> None:
    page = page_of()
    found, every = all_tokens(page), np.ones(len(page.blocks), np.bool_)
    weights = weighing(found, "words", 10)
    whole = tokens.told(found, weights, every)
    some = every.copy()
    some[::2] = False
    nodes = features.describe(page, declare(page)).nodes
    part = tokens.told(tokens.tokens_of(page.blocks, nodes, np.flatnonzero(some).tolist()), weights, some)
    assert (whole[:, 0] > 0).all()
    assert (part[some] == whole[some]).all()
    assert not part[~some].any()
    assert not tokens.told(found, NOTHING_TOLD, every).any()


def test_words_of_a_label_and_of_a_sentence_are_different_tokens() -> None:
    one, other = all_tokens(page_of("<p>Read more")), all_tokens(page_of("<p>They read and read once more."))
    assert set(one[0].keys.tolist()) - set(other[0].keys.tolist())
    assert set(one[0].keys.tolist()) & set(other[0].keys.tolist())


def test_a_heading_tells_of_what_stands_below_it_and_not_of_itself() -> None:
    found = all_tokens(page_of("<p>Fog</p><h2>More stories</h2><p>Rain</p>"))
    bags = found[tokens.GROUPS.index("heads")]
    assert np.diff(bags.starts)[bags.of].tolist() == [0, 0, 2]


def test_a_name_says_one_thing_of_a_block_and_another_of_the_box_around_it() -> None:
    html = "<div class=teaser><p class=x>One</p></div><div class=x><p class=teaser>Two</p></div>"
    found = all_tokens(page_of(html))
    bags = found[tokens.GROUPS.index("names")]
    first, second = (set(bags.keys[a:b].tolist()) for a, b in pairwise(bags.starts.tolist()))
    assert first - second
    assert second - first


def test_the_tokens_of_a_deep_page_are_few() -> None:
    deep = "<div class='a b c'>" * 150 + "<p>x</p>"
    shallow = "<div class='a b c'>" * 30 + "<p>x</p>"
    assert len(all_tokens(page_of(deep))[1].keys) == len(all_tokens(page_of(shallow))[1].keys)


def test_weights_come_back_from_their_file() -> None:
    weights = tokens.Weights(np.array([3, 9], np.uint32), np.array([-5, 7], np.int8))
    first, second = io.BytesIO(), io.BytesIO()
    tokens.write_weights(weights, first)
    tokens.write_weights(weights, second)
    assert first.getvalue() == second.getvalue()
    again = tokens.read_weights(io.BytesIO(first.getvalue()))
    assert (again.keys == weights.keys).all()
    assert (again.weights == weights.weights).all()


@given(st.lists(st.floats(0, 30, width=32), min_size=1, max_size=600), st.floats(0, 30, width=32))
def test_trees_send_each_row_where_its_value_says(values: list[float], bound: float) -> None:
    trees = stump(1, bound, -200, 300, ("a", "b"))
    table: NDArray[np.float32] = np.array([[9.0, value] for value in values], np.float32)
    expected = [-200 if value <= bound else 300 for value in values]
    assert np.round(trees.probabilities(table) * STEPS - STEPS // 2 - 1).tolist() == expected
    columns, moved = trees.reasons(table)
    assert 1 in columns
    for column, by in zip(columns.tolist(), moved.T.tolist(), strict=True):
        assert by == (expected if column == 1 else [0] * len(expected))


def test_trees_come_back_from_their_file_and_only_for_their_columns() -> None:
    trees = stump(1, 2.5, -200, 300, ("a", "b"))
    first, second = io.BytesIO(), io.BytesIO()
    write_trees(trees, first)
    write_trees(trees, second)
    assert first.getvalue() == second.getvalue()
    again = read_trees(io.BytesIO(first.getvalue()), ("a", "b"))
    table = np.array([[0, 2.5], [0, 2.6]], np.float32)
    assert again.probabilities(table).tolist() == trees.probabilities(table).tolist()
    with pytest.raises(ValueError, match="other features"):
        read_trees(io.BytesIO(first.getvalue()), ("b", "a"))


def test_without_trees_there_is_no_keeper_and_trafilatura_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keep.load_keeper(tmp_path) is None
    monkeypatch.setattr(keep, "shipped_keeper", lambda: None)
    page = page_of()
    assert read_body(page, NOTHING).inside == trafilatura_reading(page)


def test_verdicts_say_how_sure_the_keeper_was_and_why() -> None:
    def reader(page: Page, declared: object) -> object:
        return keeper_reading(page, NOTHING, by_words(-499, 400))

    html = HTML.replace("</main>", "</main><div class=misc>Some words that stand alone down here</div>")
    article = judge_page(raw(html), reader=reader)  # type: ignore[arg-type]
    assert isinstance(article, Article)
    kept = {b.text: b.verdict for b in article.body if b.verdict}
    assert set(STORY) == set(kept)
    assert {(v.stage, v.rule) for v in kept.values()} == {("extract", "keeper")}
    assert kept[STORY[0]].evidence == "probability 0.901: words 17"
    outside = [b.verdict for b in article.dropped if b.verdict and b.verdict.rule == "keeper"]
    assert outside
    assert {v.reason for v in outside} == {Reason.OUTSIDE}


def test_readings_are_asked_for_pages_in_doubt_only() -> None:
    asked: list[Page] = []

    def readings(page: Page) -> tuple[list[float], list[float]]:
        asked.append(page)
        return [0.0] * len(page.blocks), [1.0] * len(page.blocks)

    page = page_of()
    keep.keep(page, NOTHING, by_words(-499, 450), readings)
    assert not asked
    keep.keep(page, NOTHING, by_words(-499, 100), readings)
    assert asked == [page]


def test_the_threshold_falls_where_nothing_is_sure() -> None:
    page = page_of()
    described = features.describe(page, NOTHING)
    words = described.words
    sure = np.where(words > 12, 0.99, 0.01)
    unsure = np.where(words > 12, 0.4, 0.01)
    assert keep.threshold(sure, described.words) > 0.4
    assert 0.15 <= keep.threshold(unsure, described.words) < 0.4


def test_the_shipped_keeper_reads_a_plain_story() -> None:
    if keep.shipped_keeper() is None:
        pytest.skip("no trees are installed")
    article = judge_page(raw())
    assert isinstance(article, Article)
    assert [b.text for b in article.body] == STORY


def test_the_shipped_trees_are_small_and_hold_no_objects() -> None:
    files = sorted((Path(keep.__file__).parent / "models").glob("*.npz"))
    if not files:
        pytest.skip("no trees are installed")
    assert [f.stem for f in files] == sorted([*keep.column_names(), "tokens"])
    assert sum(f.stat().st_size for f in files) < 3_000_000
