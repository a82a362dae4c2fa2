"""The scores, against values worked out by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")
pytest.importorskip("rouge_score")
pytest.importorskip("nltk")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import scores


def test_shingles_keep_case_and_count_repeats() -> None:
    assert scores.shingle_score("a b c d a b c d", "a b c d") == (1.0, 0.2, pytest.approx(1 / 3))
    assert scores.shingle_score("A b c d", "a b c d")[2] == 0.0


def test_a_text_shorter_than_a_shingle_is_one() -> None:
    assert scores.shingle_score("a b", "a b") == (1.0, 1.0, 1.0)


def test_no_output_has_no_precision_and_is_not_skipped() -> None:
    assert scores.shingle_score("a b c d", "") == (None, 0.0, 0.0)
    assert scores.f1_of_means([(1.0, 1.0, 1.0), (None, 0.0, 0.0)]) == (1.0, 0.5, pytest.approx(2 / 3))


def test_bags_fold_case() -> None:
    assert scores.bag_score("The cat sat", "the CAT") == (1.0, pytest.approx(2 / 3), pytest.approx(0.8))
    assert scores.bag_score("word", "") == (0.0, 0.0, 0.0)


def test_lsum_counts_the_union_of_common_subsequences(monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk  # noqa: PLC0415

    monkeypatch.setattr(nltk, "sent_tokenize", lambda text: text.split("|"))
    scores._sentences.cache_clear()
    # The textbook case: four of five words of the reference are in one of two sentences.
    precision, recall, _ = scores.lsum_score("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8|w1 w3 w8 w9 w5")
    assert (precision, recall) == (0.4, 0.8)
    assert scores.lsum_score("w1", "") == (0.0, 0.0, 0.0)
    scores._sentences.cache_clear()


def test_the_best_reference_counts() -> None:
    assert scores.best(scores.bag_score, ["other", "the story"], "the story")[2] == 1.0


def test_means_of_pages() -> None:
    assert scores.mean_of_pages([(1.0, 0.5, 0.6), (0.0, 0.0, 0.0)]) == (0.5, 0.25, 0.3)
