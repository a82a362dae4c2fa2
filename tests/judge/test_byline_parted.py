from __future__ import annotations

from bylines_told import TITLE, A, B, C, D, verdicts

from copydesk.model import Reason


def test_by_on_a_line_of_its_own_and_the_name_on_the_next() -> None:
    found = verdicts(TITLE, "By", "Mara Quill", A, B, C, D)
    assert found["Mara Quill"].facts == (("authors", "Mara Quill"),)
    assert found["By"].reason is found["Mara Quill"].reason is Reason.BYLINE
    assert verdicts(TITLE, "By", "A harbour and its long memory", A, B, C, D) == {}
