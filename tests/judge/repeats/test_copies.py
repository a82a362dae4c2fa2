from __future__ import annotations

from repeats_told import A, B, C, D, again, page


def test_the_second_copy_may_have_words_changed() -> None:
    other = A.replace("far out at sea", "out at sea")
    assert again(page(A, B, C, D, other, B, C, D)) == [4, 5, 6, 7]


def test_typography_does_not_matter() -> None:
    plain = C.replace("“", '"').replace("”", '"')
    assert again(page(A, C, B, D, plain)) == [4]


def test_lines_with_one_fact_changed_are_two_facts() -> None:
    one = "In the north the vote was 41 to 17 with three abstentions on Monday."
    two = "In the south the vote was 12 to 60 with nine abstentions on Monday."
    assert again(page(A, one, two, B, C)) == []


def test_three_copies_leave_one() -> None:
    assert again(page(A, B, C, A, B, C, A, B, C)) == [3, 4, 5, 6, 7, 8]
