from __future__ import annotations

import pytest
from viewing import pasted

from copydesk.judge import subject_links

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."


@pytest.mark.parametrize(
    ("rows", "tags"),
    [
        (("Ferries,", "Ada Quill,", "Port Ellen"), ["Ferries", "Ada Quill", "Port Ellen"]),
        (("Ferries", "Ada Quill", "Port Ellen"), []),
        (("Ferries,", A), []),
        (("Ferries",), []),
    ],
)
def test_lines_with_commas_below_a_label_are_the_subjects(rows: tuple[str, ...], tags: list[str]) -> None:
    found = subject_links.judge(pasted("\n\n".join(("Fog at sea", "Related topics", *rows, A, A))))
    assert [value for verdict in found.values() for _, value in verdict.facts] == tags
    assert len(found) == (len(tags) + 1 if tags else 0)
