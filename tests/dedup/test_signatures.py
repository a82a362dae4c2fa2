from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.dedup import compiled, minhash, shingles
from copydesk.dedup.minhash import (
    SCHEME,
    as_lean_minhash,
    as_minhash,
    band_keys,
    permutations,
    signed,
    unique_shingles,
)
from copydesk.dedup.signatures import Signature, sign, sign_all
from copydesk.errors import SignatureMismatch
from copydesk.settings import DedupSettings

SETTINGS = DedupSettings()
STORY = ["The gull sat on the mast.", "Nobody in the harbour of Dunmarrow had seen a gull that large before."]
# Letters that fold to several, marks that join what stands before them, scripts without spaces, apostrophes
# on their own, a half of a pair: all that is done on code points in one place and on strings in another.
ODD = "abc  '’.Ddß\u0301éＡﬁŉ渡ป\u0e34한\u1161\u11a8½İ\n\r1_\ud800\U0001f600\U00032500"
TEXTS = st.lists(st.text(ODD, max_size=60) | st.text(max_size=40), max_size=8)


@pytest.fixture(scope="module")
def kernels() -> Iterator[ModuleType]:
    pytest.importorskip("numba", reason="the compiled path needs numba")
    from copydesk.dedup import kernels as found  # noqa: PLC0415 - where numba is installed

    return found


def reference(hashes: Sequence[int], settings: DedupSettings) -> MinHash:
    sketch = MinHash(settings.num_perm, settings.seed, hashfunc=lambda shingle: shingle, scheme=SCHEME)
    sketch.update_batch([int(one) for one in hashes])
    return sketch


@settings(deadline=None)
@given(TEXTS, st.integers(0, 9), st.integers(1, 4))
def test_every_signature_is_datasketchs_own(texts: list[str], seed: int, size: int) -> None:
    chosen = DedupSettings(seed=seed, num_perm=16, bands=4, rows=4, shingle_words=size)
    found, rows = signed(texts, chosen)
    for at, row in enumerate(rows):
        expected = reference(found.hashes[found.offsets[at] : found.offsets[at + 1]], chosen)
        assert as_minhash(row, chosen) == expected
        assert np.array_equal(as_lean_minhash(row, chosen).hashvalues, expected.hashvalues)


@settings(deadline=None)
@given(TEXTS, st.integers(1, 4))
def test_compiled_or_not_every_bit_is_the_same(kernels: ModuleType, texts: list[str], size: int) -> None:
    one, other = shingles.shingle(texts, size), kernels.shingle(texts, size)
    for column in ("hashes", "offsets", "words", "keys"):
        assert np.array_equal(getattr(one, column), getattr(other, column))
    rows = minhash.minhash(one.hashes, one.offsets, SETTINGS)
    assert np.array_equal(rows, kernels.minhash(one.hashes, one.offsets, *permutations(128, 1)))


@settings(deadline=None)
@given(TEXTS | st.lists(st.text("ab ", min_size=5000, max_size=5000), max_size=1), st.integers(1, 9))
def test_compiled_or_not_keys_and_distinct_shingles_are_the_same(
    kernels: ModuleType, texts: list[str], size: int
) -> None:
    found = shingles.shingle(texts, size)
    rows = minhash.minhash(found.hashes, found.offsets, SETTINGS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "kernels", lambda _: None)
        keys, (grams, starts) = band_keys(rows, SETTINGS), unique_shingles(found)
    assert np.array_equal(keys, kernels.band_keys(rows, SETTINGS.bands, SETTINGS.rows))
    made, offsets = kernels.unique_shingles(found.hashes, found.offsets)
    assert np.array_equal(grams, made)
    assert np.array_equal(starts, offsets)
    for at in range(len(texts)):
        own = found.hashes[found.offsets[at] : found.offsets[at + 1]]
        assert grams[starts[at] : starts[at + 1]].tolist() == sorted(set(own.tolist()))


def test_compiled_shingles_of_a_long_text_are_in_order_too(kernels: ModuleType) -> None:
    hashes = np.random.default_rng(1).integers(0, 1 << 32, 10_000, np.uint32)
    grams, starts = kernels.unique_shingles(np.tile(hashes, 2), np.array([0, 20_000]))
    assert grams.tolist() == sorted(set(hashes.tolist()))
    assert starts.tolist() == [0, len(grams)]


@settings(deadline=None)
@given(TEXTS)
def test_texts_together_are_what_they_are_alone(texts: list[str]) -> None:
    together = [shingles.shingle(list(portion), 3) for portion, _ in shingles.portions(texts, 20)]
    alone = [shingles.shingle([text], 3) for text in texts]
    assert [one.keys.tolist()[0] for one in alone] == [key for part in together for key in part.keys.tolist()]
    assert [h for one in alone for h in one.hashes.tolist()] == [
        h for part in together for h in part.hashes.tolist()
    ]
    whole = shingles.shingle(texts, 3)
    assert whole.keys.tolist() == [one.keys.tolist()[0] for one in alone]


def words(text: str) -> int:
    return int(shingles.shingle([text], 3).words[0])


def same(one: str, other: str) -> bool:
    return bool(shingles.shingle([one], 3).keys == shingles.shingle([other], 3).keys)


def test_case_quotes_forms_and_spaces_do_not_count() -> None:
    assert same("The “late” ferry, don’t!", "the late  FERRY -- DONT")
    assert same("Cafe\u0301 ﬁn Straße", "CAFÉ fin STRASSE")
    assert not same("the late ferry", "the ferry late")
    assert not same("a b", "ab")
    assert words("rock'n'roll ' ’ x") == 2
    assert same("har\u00adbour ☀\ufe0f wall…so", "harbour wall so")


def test_scripts_without_spaces_are_cut_by_character() -> None:
    assert words("渡轮今天晚点") == 6
    assert words("ปลา") == 3
    assert words("한국어 신문") == 2
    assert same("渡轮 今天", "渡轮今天")


def test_many_articles_are_signed_as_one_by_one() -> None:
    articles = [STORY, [], ["…"], [*STORY, "More."], ["x"] * 3]
    assert sign_all(articles, SETTINGS) == [sign(one, SETTINGS) for one in articles]
    assert sign_all([], SETTINGS) == []


def test_paragraph_bounds_count_for_the_content_and_not_for_the_words() -> None:
    one, other = sign(STORY, SETTINGS), sign([" ".join(STORY)], SETTINGS)
    assert one.exact == other.exact
    assert one.content != other.content


def test_short_paragraphs_have_a_key_and_no_bands() -> None:
    found = sign(STORY, SETTINGS)
    assert (len(found.keys), len(found.counts), len(found.bands)) == (16, 8, 2 * 4 * SETTINGS.bands)
    assert sign(["Too short."], SETTINGS).bands == b""


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_a_signature_comes_back_from_its_bytes(paragraphs: list[str]) -> None:
    one = sign(paragraphs, SETTINGS)
    assert Signature.from_bytes(one.to_bytes(SETTINGS), SETTINGS) == one


@pytest.mark.parametrize(
    "other", [{"seed": 2}, {"num_perm": 256}, {"shingle_words": 5}, {"bands": 32, "rows": 4}]
)
def test_signatures_of_other_parameters_are_refused(other: dict[str, int]) -> None:
    stored = sign(STORY, DedupSettings(**other)).to_bytes(DedupSettings(**other))
    with pytest.raises(SignatureMismatch, match="Make them anew"):
        Signature.from_bytes(stored, SETTINGS)


def test_settings_that_do_not_touch_signatures_do_not_refuse_them() -> None:
    other = DedupSettings(cover=0.6)
    assert Signature.from_bytes(sign(STORY, SETTINGS).to_bytes(SETTINGS), other) == sign(STORY, other)
