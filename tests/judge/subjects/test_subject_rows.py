from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import pasted

from copydesk.judge.subjects import subject_links

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


@pytest.mark.parametrize(("above", "tags"), [((), []), ((A,), ["Fog", "Port Ellen"])])
def test_behind_the_story_they_need_no_commas(above: tuple[str, ...], tags: list[str]) -> None:
    end = "The pier is closed for the whole winter"
    lines = ("Fog at sea", *above, "MORE ABOUT", "Fog", "Port Ellen", "Puzzles of the day", end)
    view = pasted("\n\n".join(lines))
    read = replace(view, in_reading=tuple(block.text == A for block in view.blocks))
    assert [value for v in subject_links.judge(read).values() for _, value in v.facts] == tags
