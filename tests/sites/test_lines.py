from __future__ import annotations

import pytest

from copydesk.sites.lines import LineTest, index
from copydesk.sites.patterns import MAX_LINE, compile_pattern
from copydesk.text import line

INDEX = index(
    [
        LineTest(keys=frozenset({"share this"})),
        LineTest(starts=("see also:", "sha")),
        LineTest(contains=("@example.org",)),
        LineTest(patterns=(compile_pattern("In: (?P<section>.{2,20})"), compile_pattern("W460"))),
        LineTest(patterns=(compile_pattern("By (?P<authors>.{2,20})"),)),
    ]
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("SHARE THIS!", {0, 1}),
        ("• Share this", {0, 1}),
        ("See also: The barn", {1}),
        ("Sha", {1}),
        ("Write to desk@Example.org", {2}),
        ("In: World", {3}),
        ("w460", {3}),
        ("By Ada", {4}),
        ("In: " + "a" * 40, set()),
        ("A story about In: World", set()),
        ("x", set()),
    ],
)
def test_hits(text: str, numbers: set[int]) -> None:
    assert {hit.number for hit in INDEX.hits(line(text))} == numbers


def test_a_hit_has_the_text_that_is_meant() -> None:
    (see,) = index([LineTest(starts=("see also:",))]).hits(line("SEE ALSO: The barn"))
    assert see.value == "The barn"
    (section,) = INDEX.hits(line("In: World"))
    assert section.groups == (("section", "World"),)
    assert "In: " in section.evidence


def test_long_lines_are_not_asked_about_patterns() -> None:
    free = index([LineTest(patterns=(compile_pattern("a.*"),))])
    assert list(free.hits(line("a" * MAX_LINE)))
    assert not list(free.hits(line("a" * (MAX_LINE + 1))))


def test_a_long_pattern_is_told_by_its_beginning() -> None:
    sections = "|".join(f"Island {n}" for n in range(40))
    hits = index([LineTest(patterns=(compile_pattern(f"In: (?:{sections})"),))]).hits(line("In: Island 7"))
    [evidence] = [hit.evidence for hit in hits]
    assert evidence.startswith("line matches 'In: (?:Island 0|")
    assert evidence.endswith("…'")
    assert len(evidence) < 120
