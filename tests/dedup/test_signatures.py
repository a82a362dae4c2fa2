from __future__ import annotations

import numpy as np
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from copydesk.dedup.shingles import jaccard, shingles, tokens
from copydesk.dedup.signatures import SCHEME, as_minhash, sign
from copydesk.settings import DedupSettings

SETTINGS = DedupSettings()
STORY = "The gull sat on the mast.\n\nNobody in the harbour of Dunmarrow had seen a gull that large before."


def test_a_signature_is_datasketchs_own() -> None:
    reference = MinHash(num_perm=128, seed=1, hashfunc=lambda shingle: shingle, scheme=SCHEME)
    for shingle in shingles(tokens(STORY), 3):
        reference.update(shingle)
    assert np.array_equal(np.frombuffer(sign(STORY, SETTINGS).minhash, "<u4"), reference.hashvalues)


@given(st.lists(st.text("abc ", min_size=1, max_size=9), min_size=8, max_size=40), st.integers(0, 9))
def test_every_signature_is_datasketchs_own(words: list[str], seed: int) -> None:
    settings = DedupSettings(seed=seed, num_perm=16)
    text = " ".join(words)
    reference = MinHash(num_perm=16, seed=seed, hashfunc=lambda shingle: shingle, scheme=SCHEME)
    if len(tokens(text)) >= settings.min_words:
        reference.update_batch(sorted(shingles(tokens(text), 3)))
    assert as_minhash(sign(text, settings), settings) == reference


def test_case_quotes_and_spaces_do_not_count() -> None:
    assert sign(STORY, SETTINGS) == sign(STORY.upper().replace(" ", "  "), SETTINGS)
    assert sign("The “late” ferry", SETTINGS).exact == sign("the late FERRY", SETTINGS).exact


def test_short_texts_have_no_sketch_that_could_be_alike() -> None:
    assert sign("Too short.", SETTINGS).minhash == b""
    assert sign("…", SETTINGS).paragraphs == b""


def test_short_paragraphs_have_no_key() -> None:
    assert len(sign(STORY, SETTINGS).paragraphs) == 8
    assert len(sign(f"{STORY}\n\n{STORY}", SETTINGS).paragraphs) == 8


def test_scripts_without_spaces_are_cut_by_character() -> None:
    assert tokens("渡轮今天晚点") == list("渡轮今天晚点")
    assert tokens("ปลา") == list("ปลา")
    assert tokens("한국어 신문") == ["한국어", "신문"]


@given(st.frozensets(st.integers(0, 30)), st.frozensets(st.integers(0, 30)))
def test_jaccard_is_what_it_is(a: frozenset[int], b: frozenset[int]) -> None:
    expected = len(a & b) / len(a | b) if a | b else 0.0
    assert jaccard(a, b) == expected == jaccard(b, a)
