from __future__ import annotations

import re
from functools import partial

import pytest
from costs import cpu_seconds
from hypothesis import given
from hypothesis import strategies as st

from copydesk.sites.patterns import MAX_LINE, SlowPatternError, compile_pattern


@pytest.mark.parametrize(
    "source",
    [
        r"(a+)+",
        r"(a*)*b",
        r"(a|aa)+b",
        r"(\w+ ?)*!",
        r".*a.*b.*c",
        r"(?:a{1,50}){1,50}",
        r"((a{1,9}){1,9}){1,9}",
        r"(x)\1",
        r"(?P<title>x)(?P=title)",
        r"(?=(a+)+)b",
    ],
)
def test_patterns_that_could_be_slow_are_refused(source: str) -> None:
    with pytest.raises(SlowPatternError):
        compile_pattern(source)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (r"Comments \d{1,4}", "COMMENTS 12"),
        (r"(?:XS|SM|MD|LG)(?: (?:XS|SM|MD|LG)){0,3}", "XS SM MD LG"),
        (r"Auto(?: \d{3,4}p){1,8}", "Auto 240p 360p 1080p"),
        (r"Source: ?.{2,60} Published: .{4,40}", "Source:Agencies Published: 2015-1-2 3:04:05"),
        (r".*Photo: .*", "A barn. Photo: someone"),
    ],
)
def test_bounded_patterns_match_whole_lines(source: str, line: str) -> None:
    pattern = compile_pattern(source)
    assert pattern.fullmatch(line)
    assert not pattern.fullmatch(line + "\n\n?")


@pytest.mark.parametrize("source", [r".*a.*b", r"(?:a|b|ab){0,9}c", r"\w{0,200} \w{0,200}!", r"(?:a?){30}"])
def test_the_slowest_that_is_allowed_is_quick_on_a_line_made_for_it(source: str) -> None:
    try:
        pattern = compile_pattern(source)
    except SlowPatternError:
        return
    assert cpu_seconds(lambda: pattern.fullmatch("a" * MAX_LINE)) < 0.5


ATOMS = st.sampled_from(["a", "b", ".", r"\w", "[ab]", r"\d"])
QUANTIFIERS = st.sampled_from(["", "*", "+", "?", "{2,5}", "{0,40}"])
SIMPLE = st.lists(st.tuples(ATOMS, QUANTIFIERS).map("".join), min_size=1, max_size=4).map("".join)
NESTED = st.lists(
    st.one_of(SIMPLE, st.tuples(SIMPLE, SIMPLE, QUANTIFIERS).map(lambda t: f"(?:{t[0]}|{t[1]}){t[2]}")),
    min_size=1,
    max_size=3,
).map("".join)


@given(NESTED)
def test_whatever_is_allowed_is_quick(source: str) -> None:
    try:
        pattern = compile_pattern(source)
    except (SlowPatternError, re.error):
        return
    for line in ("a" * MAX_LINE, "ab" * (MAX_LINE // 2), "a" * (MAX_LINE - 1) + "!"):
        assert cpu_seconds(partial(pattern.fullmatch, line), runs=1) < 0.5
