"""Icons beside names."""

from __future__ import annotations

import pytest

from copydesk.model import Article, RawPage
from copydesk.pipeline import judge_page

_LINE = "The ferry of the island was late again on day {}; the harbour office said that a storm was to blame."
_STORY = "".join(f"<p>{_LINE.format(n)}</p>" for n in range(8))


@pytest.mark.parametrize(
    ("stamp", "authors"),
    [
        ('<label><i class="fi-camera"> </i>Mara Quill</label>', ()),
        ('<label><svg class="icon icon-camera"></svg><span>Mara Quill</span></label>', ()),
        ('<label><i class="fi-pencil"> </i>Mara Quill</label>', ("Mara Quill",)),
    ],
)
def test_a_name_beside_a_camera_is_no_author(stamp: str, authors: tuple[str, ...]) -> None:
    meta = f"<div class=info>{stamp} <label>May 4, 2031 12:32</label></div>"
    page = f"<html><body><h1>Ferry is late again this winter</h1>{meta}{_STORY}</body></html>"
    article = judge_page(RawPage(page.encode(), "a.html", "0" * 64, url="https://gazette.example/late"))
    assert isinstance(article, Article)
    assert article.metadata.authors == authors
