"""What the bylines of a page say together: who is the editor, and which day is that of the change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from copydesk.judge.view import View
from copydesk.model import Verdict

_WRITTEN = re.compile(r"(?:written|reported|authored) by\b", re.IGNORECASE)
_EDITED = re.compile(r"(?:edited|curated|compiled|translated|reviewed) by\b", re.IGNORECASE)


def without_editors(view: View, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Bylines without the names behind "edited by", where others say who wrote or reported the story."""
    editors = {index: _editors(view.lines[index].text, verdict) for index, verdict in found.items()}
    written = any(
        set(_told(verdict, "authors")) - editors[index] and _WRITTEN.search(view.lines[index].text)
        for index, verdict in found.items()
    )
    if not written:
        return dict(found)
    return {
        index: _without(verdict, {("authors", name) for name in editors[index]})
        for index, verdict in found.items()
    }


def without_the_change(found: Mapping[int, Verdict]) -> dict[int, Verdict]:
    """Bylines without a day of publishing that another line has as that of the change, where one is earlier.

    So a page prints its last stamp first, and below it which is which.
    """
    changed = {day for verdict in found.values() for day in _told(verdict, "date_modified")}
    out = {day for verdict in found.values() for day in _told(verdict, "date_published")}
    late = {day for day in changed & out if any(other < day for other in out)}
    again = {("date_published", day) for day in late}
    return {index: _without(verdict, again) for index, verdict in found.items()} if again else dict(found)


def _editors(text: str, verdict: Verdict) -> set[str]:
    """The authors of a byline that stand behind "edited by", and behind nothing that says they wrote."""
    label = _EDITED.search(text)
    if label is None or _WRITTEN.search(text, label.end()):
        return set()
    return {name for name in _told(verdict, "authors") if text.find(name) > label.start()}


def _told(verdict: Verdict, name: str) -> list[str]:
    return [value for field, value in verdict.facts if field == name]


def _without(verdict: Verdict, facts: set[tuple[str, str]]) -> Verdict:
    kept = tuple(fact for fact in verdict.facts if fact not in facts)
    return verdict if len(kept) == len(verdict.facts) else replace(verdict, facts=kept)
