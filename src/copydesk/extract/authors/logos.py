"""Whose story a page says it is by a logo beside the headline, as sites that print others' stories do."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice, takewhile
from typing import Any, Final

from copydesk.extract.authors.agencies import is_listed, is_nameless
from copydesk.extract.titles.titles import squeeze

# What such logos, or the elements around them, are called.
_NAMED: Final = re.compile(r"logo|partner|publish|provider|(?<![a-z])wire(?![a-z])", re.IGNORECASE)
_LOGO: Final = re.compile(r"^logo (?:of|von|de) |\s*\blogo$", re.IGNORECASE)
# So many elements around the headline and around a logo are looked at, and so many images.
_LEVELS, _AROUND, _MOST = 2, 3, 12
_PAGE: Final = ("html", "body", "main")
# What the provenance of such a name is.
LOGO: Final = "logo beside the headline"


def logo_agency(root: Any, sites: Collection[str]) -> str | None:
    """The agency or outlet, other than the page's own, whose logo stands in the box of the headline.

    `sites` are the outlet's own names, squeezed.

    >>> from lxml import html
    >>> logo = "<a class='partner-logo' href='/r'><img src='r.png' alt='Reuters logo'></a>"
    >>> logo_agency(html.document_fromstring(f"<header>{logo}<h1>Fog</h1></header><p>Late.</p>"), set())
    'Reuters'
    """
    headline = next(root.iter("h1"), None)
    if headline is None:
        return None
    boxes = takewhile(lambda box: box.tag not in _PAGE, islice(headline.iterancestors(), _LEVELS))
    images = (image for box in boxes for image in islice(box.iter("img"), _MOST))
    named = ((_LOGO.sub("", (image.get("alt") or "").strip()), image) for image in images)
    listed = ((name, image) for name, image in named if is_listed(name) and not is_nameless(name))
    return next((n for n, image in listed if squeeze(n) not in sites and _is_logo(image)), None)


def _is_logo(image: Any) -> bool:
    return any(_NAMED.search(_names(e)) for e in (image, *islice(image.iterancestors(), _AROUND)))


def _names(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))
