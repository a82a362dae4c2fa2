from __future__ import annotations

import pytest
from viewing import pasted

from copydesk.judge.headlines import headline
from copydesk.judge.headlines.glued_trails import is_trail_to
from copydesk.text import line

TITLE = "Goat rides the ferry to Orsha and back"
A = "A goat rode the ferry over Lake Orsha and back on Monday, and nobody aboard knew whose it was."


@pytest.mark.parametrize(
    ("trail", "is_one"),
    [
        (f"HomeNews{TITLE}", True),
        (f"Home / News / {TITLE}", True),
        ("HomeNewsGoat rides the ferry to Or…", True),
        ("HomeNewsGoat rides the ferry to the moon…", False),
        (TITLE, False),
        (f"The {TITLE}", False),
        ("Goat rides the ferry to Orsha", False),
        (f"{TITLE}, says the harbor office", False),
        (f"{A} {TITLE}", False),
    ],
)
def test_a_trail_has_a_few_steps_before_the_headline(trail: str, *, is_one: bool) -> None:
    assert is_trail_to(line(trail), line(TITLE)) is is_one


def test_a_trail_above_the_headline_is_navigation_and_not_the_headline_again() -> None:
    view = pasted("\n\n".join([f"News{TITLE}", TITLE, "By Ada Quill", A, A[2:]]))
    told = {view.blocks[i].text: v for i, v in headline.judge(view).items()}
    assert told[TITLE].rule == "title"
    assert str(told[f"News{TITLE}"].reason) == "navigation"
