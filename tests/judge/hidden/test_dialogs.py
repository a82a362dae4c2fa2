"""Windows that open over a page when they are asked for."""

from __future__ import annotations

import pytest
from viewing import STORY, marked_up

from copydesk.judge.hidden import dialogs
from copydesk.model import Reason

FORM = "<h2>News from the pier</h2><p>Sign up for our newsletter.</p><button>Close</button>"
LINKS = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Ropes", "Sails", "Rafts", "Piers"))


def reasons(window: str) -> list[Reason | None]:
    view = marked_up(STORY + window, outside="body > :not(main)")
    return [v.reason for v in dialogs.judge(view).values()]


@pytest.mark.parametrize(
    "names",
    [
        "role=dialog aria-modal=true",
        "role=alertdialog class='modal fade'",
        "role=dialog class='invisible fixed'",
    ],
)
def test_a_window_that_is_shut_is_hidden(names: str) -> None:
    assert reasons(f"<div {names}>{FORM}</div>") == [Reason.HIDDEN] * 3


@pytest.mark.parametrize(
    "window",
    [
        f"<div role=dialog class='modal fade show'>{FORM}</div>",
        f"<div role=dialog>{FORM}</div>",
        f"<div class='invisible fixed'>{FORM}</div>",
    ],
    ids=["open", "neither", "no window"],
)
def test_what_is_no_window_or_is_not_shut_is_not_hidden(window: str) -> None:
    assert reasons(window) == []


@pytest.mark.parametrize(
    "window",
    [
        f"<div role=dialog aria-modal=true id=main-menu>{FORM}</div>",
        f"<div role=dialog aria-modal=true><nav><ul>{LINKS}</ul></nav></div>",
        f"<div role=dialog aria-modal=true><p>Where to</p><ul>{LINKS}</ul></div>",
        f"<div role=dialog aria-modal=true class=cookie-banner>{FORM}</div>",
        "<div role=dialog aria-modal=true><p>We use cookies to improve your experience.</p></div>",
    ],
    ids=["menu by name", "menu by tag", "menu by its links", "consent by name", "consent by its words"],
)
def test_menus_and_consent_are_told_as_such(window: str) -> None:
    assert reasons(window) == []


def test_a_window_with_the_story_in_it_is_none() -> None:
    view = marked_up(f"<div role=dialog aria-modal=true>{STORY}<p>Close</p></div>")
    assert dialogs.judge(view) == {}


@pytest.mark.parametrize(("names", "goes"), [("modal hide", True), ("modal", False), ("crew hide", False)])
def test_a_window_without_a_role_is_one_by_two_names_together(names: str, *, goes: bool) -> None:
    assert bool(reasons(f"<div class='{names}'>{FORM}</div>")) is goes


LOGIN = (
    "<p>Sign in with your address</p><form><label>Name</label><input name=n>"
    "<input type=password></form><ul><li><a href=#>Google</a></li><li><a href=#>Apple</a></li></ul>"
    "<p>By signing in you agree to our use of cookies.</p>"
)


def test_a_form_laid_over_the_page_and_not_shown_is_a_window() -> None:
    assert reasons(f"<div class='auth hidden fixed top-0'>{LOGIN}</div>") == [Reason.HIDDEN] * 5


@pytest.mark.parametrize(
    "window",
    [
        f"<div class='auth hidden fixed lg:flex'>{LOGIN}</div>",
        f"<div class='auth hidden'>{LOGIN}</div>",
        f"<div class='bar hidden fixed'><ul>{LINKS}</ul></div>",
    ],
    ids=["shown on wide screens", "not over the page", "nothing to fill in"],
)
def test_what_is_shown_or_is_no_form_is_no_such_window(window: str) -> None:
    assert reasons(window) == []
