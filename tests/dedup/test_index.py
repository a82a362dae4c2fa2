from __future__ import annotations

import random
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.dedup import compiled, index
from copydesk.dedup.index import LATEST, Index, Runs, common
from copydesk.dedup.shingles import shingle
from copydesk.settings import DedupSettings

SETTINGS = DedupSettings()
WORDS = [
    a + b for a in ("fer", "mil", "gul", "har", "bak", "lan", "orc", "tra") for b in ("ro", "sta", "ven")
]


def texts(seed: int, count: int) -> list[str]:
    """Texts, some of them near-copies of earlier ones."""
    dice = random.Random(seed)
    made: list[str] = []
    for _ in range(count):
        words = [dice.choice(WORDS) + str(dice.randrange(9)) for _ in range(dice.randrange(4, 30))]
        if made and dice.random() < 0.5:
            words = dice.choice(made).split()
            words[dice.randrange(len(words))] = dice.choice(WORDS)
        made.append(" ".join(words))
    return made


def rows(found: index.Matches) -> list[tuple[int, int, float]]:
    return list(zip(*(column.tolist() for column in found), strict=True))


def by_hand(given_texts: list[str], least: float) -> list[tuple[int, int, float]]:
    sets = []
    for text in given_texts:
        one = shingle([text], 3)
        sets.append(frozenset(one.hashes.tolist()) if one.words[0] >= SETTINGS.min_words else frozenset())
    found, firsts = [], {}
    keys = [int(shingle([text], 3).keys[0]) for text in given_texts]
    for a, one in enumerate(sets):
        if firsts.setdefault(keys[a], a) != a:
            found += [(a, firsts[keys[a]], 1.0)] if one else []
            continue
        for b in range(a):
            if firsts[keys[b]] == b and one & sets[b]:
                score = len(one & sets[b]) / len(one | sets[b])
                found += [(a, b, round(score, 4))] if score >= least else []
    return found


@pytest.fixture(params=["numpy", "compiled"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "compiled":
        pytest.importorskip("numba", reason="the compiled path needs numba")
        monkeypatch.setattr(compiled, "WORTH_LOADING", 0)
    else:
        monkeypatch.setattr(compiled, "kernels", lambda _: None)


@pytest.mark.parametrize("size", [1, 7, 300])
def test_every_like_pair_is_found_whatever_the_batches(way: None, size: int) -> None:
    given_texts = texts(1, 300)
    one = Index()
    found = [row for at in range(0, 300, size) for row in rows(one.add(given_texts[at : at + size]))]
    assert found == by_hand(given_texts, SETTINGS.jaccard)
    assert len(found) > 50


def test_a_query_keeps_nothing(way: None) -> None:
    given_texts = texts(2, 120)
    one = Index()
    one.add(given_texts[:100])
    asked = rows(one.query(given_texts[100:]))
    assert asked == rows(one.query(given_texts[100:]))
    added = rows(one.add(given_texts[100:]))
    assert {(a + 100, b) for a, b, score in asked} >= {(a, b) for a, b, _ in added if b < 100}
    assert len(one) == 120


def test_empty_and_short_texts_are_like_nothing(way: None) -> None:
    assert rows(Index().add(["", "", "…", "…", "Too short.", "Too short.", "a b c d e f g"] * 2)) == []
    assert rows(Index().add([])) == []


def test_a_line_that_comes_again_and_again_costs_no_square(way: None) -> None:
    line = "This paper is printed on the outer islands and comes by ferry on day {} of the month of {}."
    one = Index(least=0.3)
    found = one.add([line.format(n, n % 7) for n in range(3 * LATEST)])
    assert np.bincount(found.a).max() <= LATEST * SETTINGS.bands
    assert rows(one.query([line.format("x", "y")]))


def test_an_index_changes_over_to_compiled_tables_as_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba", reason="the compiled path needs numba")
    given_texts = texts(3, 300)
    changes = iter([*[None] * 9, *[kernels()] * 999])
    monkeypatch.setattr(compiled, "kernels", lambda _: next(changes))
    one = Index()
    found = [row for at in range(0, 300, 50) for row in rows(one.add(given_texts[at : at + 50]))]
    assert not isinstance(one._bands, Runs)
    assert found == by_hand(given_texts, SETTINGS.jaccard)


def kernels() -> ModuleType:
    from copydesk.dedup import kernels as found  # noqa: PLC0415 - where numba is installed

    return found


BANDS = st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), max_size=30)


@settings(deadline=None)
@given(st.lists(BANDS, max_size=4), BANDS)
def test_tables_and_runs_give_the_same_pairs(batches: list[list[list[int]]], asked: list[list[int]]) -> None:
    pytest.importorskip("numba", reason="the compiled path needs numba")
    tables, runs = kernels().Tables(3), Runs(3)
    for batch in batches:
        keys = np.array(batch, np.uint32).reshape(-1, 3)
        for one, other in zip(tables.add(keys), runs.add(keys), strict=True):
            assert one.tolist() == other.tolist()
    keys = np.array(asked, np.uint32).reshape(-1, 3)
    for one, other in zip(tables.query(keys), runs.query(keys), strict=True):
        assert one.tolist() == other.tolist()
    assert np.array_equal(runs.keys(), np.array([row for batch in batches for row in batch]).reshape(-1, 3))


@settings(deadline=None)
@given(st.lists(st.frozensets(st.integers(0, 20)), min_size=1, max_size=6))
def test_shingles_in_common_are_counted(sets: list[frozenset[int]]) -> None:
    grams = np.array([gram for one in sets for gram in sorted(one)], np.uint32)
    starts = np.cumsum([0, *map(len, sets)])
    a, b = (side.ravel() for side in np.indices((len(sets), len(sets))))
    expected = [len(sets[x] & sets[y]) for x, y in zip(a, b, strict=True)]
    assert common(grams, starts, grams, starts, a, b).tolist() == expected
