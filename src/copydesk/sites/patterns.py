"""Patterns of site profiles: compiled only if no line, however odd, can make them slow."""

from __future__ import annotations

import re
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

# Lines longer than this are never tried: what a site prints around its stories is shorter.
MAX_LINE = 1000
# Ways a matcher may have to go through one line before it gives up, at worst: counted as if every
# choice were open, which no line makes them. Two free stretches (`.*`) in a pattern are within it and
# take 10 ms on a line made to be slow.
MAX_WAYS = 2_500_000

# Rounds beyond this change nothing: two ways a round are past any limit by then.
_MANY = 32
_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}


class SlowPatternError(ValueError):
    """A pattern that some line could make very slow."""


def compile_pattern(source: str) -> re.Pattern[str]:
    """A pattern for whole lines, case folded; raises `re.error` or `SlowPatternError`.

    >>> bool(compile_pattern(r"Comments \\d+").fullmatch("comments 3"))
    True
    """
    ways = _ways(_parser.parse(source))
    if ways > MAX_WAYS:
        raise SlowPatternError("repeats within repeats, or more than two free ones such as `.*`")
    return re.compile(source, re.IGNORECASE)


def _ways(items: Any) -> float:
    """How many ways there are through a parsed pattern, at most."""
    ways = 1.0
    for op, argument in items:
        ways = min(ways * _ways_of(op, argument), float(MAX_WAYS) * 2)
    return ways


def _ways_of(op: Any, argument: Any) -> float:
    if op in _REPEATS:
        return _ways_of_repeat(*argument)
    if op is _constants.BRANCH:
        return sum(_ways(branch) for branch in argument[1])
    if op is _constants.SUBPATTERN:
        return _ways(argument[-1])
    if op in {_constants.ASSERT, _constants.ASSERT_NOT}:
        return _ways(argument[1])
    if op is _constants.ATOMIC_GROUP:
        return _ways(argument)
    if op in {_constants.GROUPREF, _constants.GROUPREF_EXISTS}:
        raise SlowPatternError("references to groups")
    return 1.0


def _ways_of_repeat(least: Any, most: Any, body: Any) -> float:
    """One repeat: for each number of rounds, what its body may do differently each time."""
    inner = _ways(body)
    least, most = min(int(least), MAX_LINE), min(int(most), MAX_LINE)
    if inner == 1.0:
        return float(min(most - least + 1, MAX_LINE))
    rounds = range(min(least, _MANY), min(most, _MANY) + 1)
    return float(min(sum(inner**n for n in rounds), MAX_WAYS * 2))
