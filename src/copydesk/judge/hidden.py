"""Text that a reader of the page never sees: fallbacks, screen-reader labels, text styled away."""

from __future__ import annotations

from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped

# How a block is hidden is found when the page is read; marks that would hide nearly all of the page's
# prose were not believed there.
_RULES = {
    "hidden": "hidden_attribute",
    "aria-hidden": "aria_hidden",
    "display:none": "hidden_by_style",
    "visibility:hidden": "hidden_by_style",
}


def judge(view: View) -> dict[int, Verdict]:
    """Drop what the page marks as not to be seen."""
    return {
        block.index: dropped(_rule(block.hidden), Reason.HIDDEN, f"the page hides it: {block.hidden}")
        for block in view.blocks
        if block.hidden is not None
    }


def _rule(way: str) -> str:
    if way.startswith("<"):
        return "fallback_element"
    if way.startswith("popup"):
        return "popup"
    if way.startswith("style rule "):
        return "hidden_by_style_rule"
    return _RULES.get(way, "screen_reader_only")
