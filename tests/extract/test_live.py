from __future__ import annotations

import pytest

from copydesk.extract.live import live_signals
from copydesk.extract.signals import Signals
from copydesk.model import Article, Block, Kind, Metadata, Reason, Verdict, dropped, kept


def article(*verdicts: Verdict) -> Article:
    blocks = tuple(Block(i, Kind.PARAGRAPH, "14:02", verdict=v) for i, v in enumerate(verdicts))
    return Article("0", Metadata(), blocks)


@pytest.mark.parametrize(("rule", "told"), [("live_time", ("times of posts",)), ("post_time", ())])
def test_pasted_text_is_live_where_the_times_of_its_posts_were_told_as_such(
    rule: str, told: tuple[str, ...]
) -> None:
    found = article(kept("line_keeper", ""), dropped(rule, Reason.BYLINE, ""))
    assert live_signals(found, Signals()) == told
    assert live_signals(found, Signals(url="https://quay.example/fog")) == ()
