"""What HTML tags mean for cutting a page into blocks."""

from __future__ import annotations

from typing import Any

from copydesk.model import Kind


def names(text: str) -> frozenset[str]:
    """The names in a text, as a set.

    >>> sorted(names("b i"))
    ['b', 'i']
    """
    return frozenset(text.split())


# Elements that begin and end a line of their own on the screen. Table cells are not among them: a row
# is one block.
BLOCK = names(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu
    nav noframes ol p pre section summary table tbody tfoot thead tr ul"""
)
# Elements whose text is code, data or a form's state, never a line of the page.
SILENT = names(
    "applet area base datalist embed head input link math meta param script select source style svg "
    "textarea title track"
)
# Elements that show their text only where something else failed, or only once a script has run.
FALLBACK = names("audio canvas iframe noembed noscript object template video")

KIND = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("table", "tr"), Kind.TABLE),
    "blockquote": Kind.QUOTE,
    "pre": Kind.CODE,
    # What stands in these begins anew: an article inside a list item is no list item.
    **dict.fromkeys(("article", "main", "body"), Kind.PARAGRAPH),
}
# Tables were used for layout: a paragraph or division inside a cell is no row of data.
IN_CELL = frozenset(("p", "div", "section"))
LINK = frozenset(("a",))
BOLD = frozenset(("b", "strong"))

# Empty elements of these tags stand for a line break where their class says so: editors write them for `br`.
INLINE = frozenset(("b", "em", "i", "span"))
_BREAKS = names("br break line-break linebreak")


def is_break(element: Any) -> bool:
    """Whether an inline element is empty and called a line break.

    >>> from lxml import html
    >>> is_break(html.fromstring("<span class='part br'></span>"))
    True
    >>> is_break(html.fromstring("<span class=br>Harbour</span>"))
    False
    """
    classes = element.get("class")
    if not classes or element.text or len(element):
        return False
    return not _BREAKS.isdisjoint(classes.split())
