"""Windows that open over a page when they are asked for: forms to sign up, to share, to report a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from copydesk.judge.form_fields import asks_password
from copydesk.judge.navigation.page_links import LINKED
from copydesk.judge.notices.notices import notice_of
from copydesk.judge.shape import size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# What an element is that is a window, by its role; one that says that nothing else is to be used meanwhile is
# shut, or no reader would get to the page.
_ROLES: Final = frozenset({"dialog", "alertdialog"})
# One without a role is a window by two names that have gone together since before there were roles.
_MODAL: Final = frozenset({"modal", "hide"})
# ... or by how it is laid over the page and not shown, if it is a form. Some are shown on wide screens.
_COVER: Final = frozenset({"fixed", "hidden"})
_SHOWN_WIDE: Final = re.compile(r"(?:^|\s)(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|contents)")
_ANY: Final = (
    "(//*[@role='dialog' or @role='alertdialog' or contains(concat(@class, ' '), 'modal hide ')"
    " or (contains(@class, 'hidden') and contains(@class, 'fixed'))])[1]"
)
# Names for what is shut: of styles by custom, and of a window that is shut until it is named "show".
_SHUT: Final = re.compile(
    r"(?:^|\s)(?:invisible|hidden|is-hidden|d-none|opacity-0|(?:is-)?closed|modal\s+fade|fade\s+modal|modal\s+hide)(?=\s|$)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"(?:^|\s)(?:is-)?(?:show|shown|open|opened|in|active|visible)(?=\s|$)", re.IGNORECASE
)
# What is filled in, in a window.
_FILLED_IN: Final = frozenset({"email", "password"})
# Menus and consent are told as what they are, wherever they open.
_OTHER: Final = re.compile(
    r"(?<![a-z])(?:nav|navi|navigation|menu|offcanvas|off-canvas|side-?(?:bar|panel|nav)|drawer|hamburger"
    r"|search|cookies?|consent|gdpr|privacy|cmp|cmplz|onetrust)",
    re.IGNORECASE,
)
# A window in which more of the lines are short links is a menu.
_MENU_SHARE: Final = 0.5
_LINK_WORDS: Final = 5
# ... and one with more lines is no window.
_MOST_LINES: Final = 40


def judge(view: View) -> dict[int, Verdict]:
    """Drop what stands in a window that is shut, of which the reading has nothing."""
    # The cheap test first: most pages have no window that is called so.
    if view.pasted or not view.page.tree.xpath(_ANY):
        return {}
    windows: dict[Any, list[int]] = {}
    for index, element in enumerate(view.page.elements):
        if (window := _window(element)) is not None:
            windows.setdefault(window, []).append(index)
    found: dict[int, Verdict] = {}
    for window, lines in windows.items():
        if (
            _is_shut(window)
            and not any(view.in_reading[i] for i in lines)
            and not _is_other(view, window, lines)
        ):
            said = dropped(
                "dialog", Reason.HIDDEN, f"in a window that opens when asked for: {_called(window)}"
            )
            found |= {i: said for i in lines if i not in view.verdicts}
    return found


def _window(element: Any) -> Any:
    """The outermost window that an element stands in, or None."""
    window = None
    for around in (element, *element.iterancestors()):
        said = around.get("class") or ""
        if around.get("role") in _ROLES or _MODAL.issubset(said.split()) or _covers(around, said):
            window = around
    return window


def _covers(element: Any, said: str) -> bool:
    """Whether an element with a form to fill in is laid over the page by its classes, and not shown."""
    if not _COVER.issubset(said.split()) or _SHOWN_WIDE.search(said) is not None:
        return False
    return any(one.get("type") in _FILLED_IN for one in element.iter("input"))


def _is_shut(window: Any) -> bool:
    names = window.get("class") or ""
    if _OPEN.search(names):
        return False
    return window.get("aria-modal") == "true" or _SHUT.search(names) is not None


def _is_other(view: View, window: Any, lines: list[int]) -> bool:
    """Whether a window is a menu or asks for consent, by its names, its lines or what it is made of."""
    if (
        len(lines) > _MOST_LINES
        or window.tag == "nav"
        or next(window.iter("nav", "article", "main"), None) is not None
    ):
        return True
    if any(_OTHER.search(name) for name in _names(window)):
        return True
    if asks_password(window):
        return False  # to log in, with networks to do it by, and what one agrees to
    links = sum(view.blocks[i].link_density >= LINKED and size(view.lines[i]) <= _LINK_WORDS for i in lines)
    return links > _MENU_SHARE * len(lines) or any(_is_consent(view, i) for i in lines)


def _is_consent(view: View, index: int) -> bool:
    hit = notice_of(view.lines[index])
    return hit is not None and hit.rule == "consent"


def _names(window: Any) -> Iterator[str]:
    """The ids and classes of a window and of the elements right around it."""
    for element in (window, *islice(window.iterancestors(), 2)):
        yield f"{element.get('id') or ''} {element.get('class') or ''}"


def _called(window: Any) -> str:
    return repr(
        next((name for name in (window.get("id"), window.get("class")) if name), window.get("role"))[:60]
    )
