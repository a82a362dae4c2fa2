"""Further stories in full below a page's own, as pages have them that go on where a reader scrolls on.

HTML has `article` for what stands by itself. Where the one with the headline holds a story, prose in another
beside it is another story; markup, place and look are the same for both, so nothing else tells them apart.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from copydesk.judge.shape import is_prose, size
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped, kept

# Of 1,194 labelled pages two have prose beside an article of so many words, and none of it is the story;
# three with 79 words or none in the article of the headline have the story beside it.
_OWN: Final = 100
_LINKS: Final = 0.3
# More of them in a row are the posts of a live blog, or parts of the story.
_MOST: Final = 4


def judge(view: View) -> dict[int, Verdict]:
    """Drop the stories in other articles than the one with the headline, and keep that one's prose."""
    title = view.title()
    if view.pasted or title is None or (own := _outermost(view.page.elements[title])) is None:
        return {}
    if len(list(islice(view.page.tree.iter("article"), 2))) < 2:
        return {}
    articles = {b.index: _outermost(view.page.elements[b.index]) for b in view.blocks}
    prose = [i for i in view.open() if is_prose(view.lines[i]) and not view.blocks[i].hidden]
    others = {articles[i] for i in prose if view.in_reading[i]} - {own, None}
    story = [i for i in prose if articles[i] is own and view.blocks[i].link_density <= _LINKS]
    words = sum(size(view.lines[i]) for i in story)
    if words < _OWN or not 0 < len(others) <= _MOST:
        return {}
    said = f"in another article than the headline, which has a story of {words} words"
    found = {i: dropped("other_article", Reason.PROMO, said) for i in view.open() if articles[i] in others}
    if not any(view.in_reading[i] for i in story):
        # The reading has taken the others for the story.
        found |= {i: kept("own_article", "prose in the article with the headline") for i in story}
    return found


def _outermost(element: Any) -> Any:
    """The outermost `article` an element is in, or None."""
    inside = [one for one in (element, *element.iterancestors()) if one.tag == "article"]
    return inside[-1] if inside else None
