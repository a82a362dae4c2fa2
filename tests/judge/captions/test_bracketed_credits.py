from __future__ import annotations

import pytest
from captions_told import TITLE, A, B, C, D, dropped

SCENE = "The letters look so well made that nobody on the island saw through them"
CREDIT = "(Photo: Ada Quill)"


@pytest.mark.parametrize(
    ("line", "credit", "told"),
    [
        (SCENE, CREDIT, True),
        (SCENE, "Photo: Ada Quill", False),
        ("Mara Quill mara@gazette.example in Port Ellen", CREDIT, False),
        (f"{A} {B} {C} {A}", CREDIT, False),
        ("Sign up for our daily newsletter today.", CREDIT, False),
    ],
)
def test_the_line_above_a_credit_in_brackets_is_a_caption(line: str, credit: str, *, told: bool) -> None:
    found = dropped("\n\n".join((TITLE, A, line, credit, B, C, D)))
    assert credit in found
    assert (line in found) is told


def test_the_paragraphs_of_a_list_of_pictures_are_none() -> None:
    lakes = [line for n in range(3) for line in (f"The lake number {n} of the north dried up.", CREDIT)]
    assert set(dropped("\n\n".join((TITLE, A, *lakes, B, C)))) == {CREDIT}
