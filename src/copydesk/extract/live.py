"""What tells that a page is a live blog: that posts are added to it as things happen."""

from __future__ import annotations

from typing import Final

from copydesk.extract import signals as known
from copydesk.extract.signals import Signals
from copydesk.model import Article, Kind

# The rule that drops the times of posts where a pasted page says that it is live.
_LIVE_TIME: Final = "live_time"
# So many lines that are a time of the day and nothing else: posts of a live blog have one each.
_POSTS: Final = 4


def live_signals(article: Article, signals: Signals) -> tuple[str, ...]:
    """What tells that posts are added to a page as things happen: what it declares, or its address and more.

    An address alone may say of a thing that it is live; then the headline says so too, or posts have times.
    """
    if signals.has(known.LIVE):
        return ("declared live blog",)
    if not signals.url and (told := _printed_live(article)):
        return told
    if not (found := known.LIVE_URL.search(signals.url)):
        return ()
    headlines = (article.metadata.title or "", *(b.text for b in article.blocks if b.kind is Kind.TITLE))
    if any(map(known.LIVE_TITLE.search, headlines)):
        return ("address", "headline")
    if found["sure"]:
        return ("address",)
    clocks = sum(not b.hidden and known.POST_TIME.fullmatch(b.text) is not None for b in article.blocks)
    return ("address", "times of posts") if clocks >= _POSTS else ()


def _printed_live(article: Article) -> tuple[str, ...]:
    """What tells a live blog where nothing is declared and there is no address: the times of its posts.

    Of pasted text they are told as such only where the page says that it is live.
    """
    times = (b for b in article.blocks if b.verdict is not None and b.verdict.rule == _LIVE_TIME)
    return ("times of posts",) if any(times) else ()
