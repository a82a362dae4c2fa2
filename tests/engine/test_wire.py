from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import errors
from copydesk.engine.wire import Unexpected, error_of, failure, pack, unpack
from copydesk.store.records import End, Judged

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.binary()
    | st.text(st.characters(codec="utf-8"))
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=20,
)


@given(VALUES, VALUES)
def test_what_is_packed_comes_out(one: object, other: object) -> None:
    assert unpack(pack([one, other])) == [one, other]


@given(st.binary(), st.text(st.characters(codec="utf-8")))
def test_records_come_out_as_records(line: bytes, detail: str) -> None:
    judged = Judged(3, 1, None, "0" * 64, detail=detail, line=line)
    assert unpack(pack(["done", judged])) == ["done", judged]
    assert unpack(pack(End(1, 2))) == End(1, 2)


@given(st.binary(max_size=200))
def test_any_other_bytes_are_unexpected_and_nothing_else(data: bytes) -> None:
    try:
        unpack(data)
    except Unexpected:
        return


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[2]\n{}",
        b'[16]\n{"r": ["Path", 1]}'[:60],
        b'[9]\n{"b": 7}',
        pickle.dumps(["done", 1]),
        b'[31]\n{"r": ["Judged", 1, 2, 3, 4, 5]}',
    ],
)
def test_what_no_worker_sends_is_not_made(data: bytes) -> None:
    with pytest.raises(Unexpected):
        unpack(data)


def test_errors_keep_their_kind_and_their_words() -> None:
    again = error_of(failure(errors.StateError("broken")))
    assert (type(again), str(again)) == (errors.StateError, "broken")
    assert type(error_of(["SystemExit", "no"])) is errors.CopydeskError
