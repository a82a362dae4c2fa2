"""Which `<time>` elements are a page's own."""

from __future__ import annotations

import pytest
from lxml import html

from copydesk.extract.dates.stamped import own_times
from copydesk.extract.head import read_head

_BOTH = '<time class="entry-date published updated" datetime="2019-05-05">5 May</time>'
_CHANGE = '<time class="updated" datetime="2019-05-06">6 May</time>'
_CREATED = '<time class="updated" itemprop="dateCreated" datetime="2019-05-05"></time>'
_CARD = '<div><b>Storm</b><div><time class="entry-date published" datetime="2019-07-01">x</time>'


@pytest.mark.parametrize(
    ("below", "published", "changed"),
    [
        (_BOTH, "2019-05-05", None),
        (f"<p>{_BOTH} {_CHANGE}</p>", "2019-05-05", "2019-05-06"),
        (f"<p>{_BOTH}</p>{_CARD}{_CHANGE}</div></div>", "2019-05-05", None),
        (f"<p>Last updated on {_BOTH}</p>", None, "2019-05-05"),
        (_BOTH.replace("<time", "<time itemprop=dateModified"), None, "2019-05-05"),
        (_CREATED + _CHANGE.replace("<time", "<time itemprop=dateModified"), "2019-05-05", "2019-05-06"),
    ],
)
def test_a_stamp_of_publishing_and_change_is_the_first(
    below: str, published: str | None, changed: str | None
) -> None:
    head = read_head(html.document_fromstring(f"<h1>Ferry is late</h1>{below}"))
    own, later = own_times(head.times)
    assert [t.value for t in own] == ([published] if published else [])
    assert [t.value for t in later] == ([changed] if changed else [])


def test_the_machine_value_of_what_a_script_writes_in_words_is_a_time() -> None:
    said = "<abbr class=timeago title=2019-05-05T08:00:00Z>5 May, 11:00</abbr>"
    other = "<abbr title='Royal National Lifeboat Institution'>RNLI</abbr>"
    head = read_head(html.document_fromstring(f"<h1>Ferry is late</h1>{said}{other}"))
    assert [(t.value, t.text) for t in head.times] == [("2019-05-05T08:00:00Z", "5 May, 11:00")]
