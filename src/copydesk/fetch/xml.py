"""XML of strangers, read without entities, without the net, and without minding small faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree


def parse_xml(body: bytes) -> Any | None:
    """The root element, or None if this is no XML. Entities stay as they are, nothing is loaded.

    >>> parse_xml(b"<rss><channel/></rss>").tag
    'rss'
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def name_of(element: Any) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def named(element: Any, *names: str) -> Iterator[Any]:
    """The children of these names, in whatever namespace."""
    return (child for child in element if name_of(child) in names)


def text_of(element: Any, *names: str) -> str | None:
    """The text of the first child of one of these names that has any."""
    texts = ((child.text or "").strip() for child in named(element, *names))
    return next((text for text in texts if text), None)
