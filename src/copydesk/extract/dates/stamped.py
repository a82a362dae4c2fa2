"""Which of the `<time>` elements of a page are its own: of publishing, and of the last change."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.authors.byline_words import LABEL
from copydesk.extract.head import TimeElement

# What elements with the date of a change are called.
_MODIFIED = "datemodified"
_CHANGED = ("modif", "updat", "aktualis", "lastmod", "name-changed")


def own_times(times: Sequence[TimeElement]) -> tuple[list[TimeElement], list[TimeElement]]:
    """The page's own time of publishing and of change: named so, else the first below the title."""
    both = _of_both(times)
    changed = [t for t in times if any(w in t.names for w in _CHANGED) or _says_changed(t)]
    # A class may be called "updated" on the stamp of creation, too.
    changed = [t for t in changed if _MODIFIED in t.names] or changed
    if both is not None and both in changed[:1]:
        # One that does not follow it at once is another story's.
        changed = [t for t in times[times.index(both) + 1 :][:1] if t in changed and t.beside]
    named = [t for t in times if "datepublished" in t.names or "pubdate" in t.names]
    below = [t for t in times if t.below_title and t not in changed]
    if any(t.below_title for t in changed) and next(t for t in times if t.below_title) in changed:
        below = [t for t in below if t.beside or "publish" in t.names]  # others may be readers'
    others = [t for t in times if t not in changed and not any(x.below_title for x in times)]
    return (named or below or others)[:1], changed[:1]


def _of_both(times: Sequence[TimeElement]) -> TimeElement | None:
    """A stamp that is named one of publishing and of change, as software does where nothing has been changed.

    Where it has, the second stamp is the one of change, and what holds both has both names, too.
    """
    first = next((t for t in times if "publish" in t.names), None)
    own = first is None or "datemodified" in first.names or _says_changed(first)
    return None if own else first


def _says_changed(time: TimeElement) -> bool:
    """Whether the words of an element, or right before it, say that its date is of a change."""
    found = LABEL.search(f"{time.before} {time.text}")
    return found is not None and bool(found[1])
