"""Addresses of posts and videos, printed where a page shows the post or the video itself."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from copydesk.judge.view import View
from copydesk.model import Kind

# What is at such an address is one post, one picture or one recording.
_POST: Final = re.compile(
    r"(?:https?://)?(?:(?:www|m|mobile|old|vm|open)\.)?(?:"
    r"(?:x|twitter)\.com/\w+/status/\d|bsky\.app/profile/[^/\s]+/post/|threads\.(?:net|com)/@[\w.]+/post/"
    r"|instagram\.com/(?:[\w.]+/)?(?:p|reel|tv)/|tiktok\.com/(?:@[\w.-]+/video/\d|\w{6,12}/?$)"
    r"|facebook\.com/(?:[\w.-]+/(?:posts|videos)/|watch/?\?|reel/|permalink\.php|photo(?:\.php)?/?\?)|fb\.watch/"
    r"|youtube\.com/(?:watch\?|shorts/|live/|embed/)|youtu\.be/[\w-]|vimeo\.com/\d|dailymotion\.com/video/"
    r"|dai\.ly/\w|t\.me/\w+/\d|truthsocial\.com/@\w+/(?:posts/)?\d|linkedin\.com/(?:posts|feed/update)/"
    r"|reddit\.com/r/\w+/comments/|spotify\.com/(?:embed/)?(?:track|episode|album|playlist|show)/\w"
    r"|soundcloud\.com/[\w-]+/[\w-]"
    r")\S*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s/]+\.\S+", re.IGNORECASE)
# "embed", "oembed", "wp-block-embed"; of so many elements, the innermost first, one may say so.
_EMBED: Final = re.compile(r"(?<![a-z])o?embed(?:ded|s)?(?![a-z])", re.IGNORECASE)
_NEAR: Final = 3


def is_of_post(view: View, index: int) -> bool:
    """Whether a line is nothing but the address of a post, or of what its element says is set in here."""
    text = view.blocks[index].text
    if view.blocks[index].kind is not Kind.PARAGRAPH or " " in text:
        return False
    if _POST.fullmatch(text) is not None:
        return True
    return _ADDRESS.fullmatch(text) is not None and not view.pasted and _is_set_in(view, index)


def _is_set_in(view: View, index: int) -> bool:
    """Whether an attribute of a line's nearest elements says that something is embedded; links only lead."""
    element = view.page.elements[index]
    near = islice((one for one in (element, *element.iterancestors()) if one.tag != "a"), _NEAR)
    return any(
        _EMBED.search(f"{name} {value}")
        for one in near
        if one.tag not in ("body", "html")
        for name, value in one.items()
    )
