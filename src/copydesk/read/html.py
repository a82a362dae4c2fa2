"""Marked-up pages: parsed once, cut into blocks, with the address they give themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from copydesk.model import Block, Form, Page, RawPage, Rejected, RejectReason
from copydesk.read.carried import Carried, find_carried, is_scant
from copydesk.read.cut import cut
from copydesk.read.unseen import disbelieved, reveal
from copydesk.settings import DEFAULT, ReadSettings

# Bytes of characters no document may hold. One of them, or a reference to one, can make a parser stop.
_ILLEGAL = bytes(c for c in range(32) if c not in b"\t\n\r") + b"\x7f"
_NONCHARACTERS_START = b"\xef\xbf"
_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
# What stands behind these ends belongs to the page, as browsers have it; the parser would leave it out.
_ENDS = re.compile(rb"</(?:html|body)\s{0,9}>", re.IGNORECASE)
# References to the first 256 characters, and to the surrogates: few enough to look at each.
_REFERENCE = re.compile(
    rb"&#(?:[xX]0{0,8}([0-9a-fA-F]{1,2}|[dD][89a-fA-F][0-9a-fA-F]{2})(?![0-9a-fA-F])"
    rb"|0{0,8}([0-9]{1,3}|5[5-7][0-9]{3})(?![0-9]));?"
)
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,9}\)(https?://[^\s<>]{1,2000})", re.IGNORECASE)
_SAVED_FROM_WITHIN = 4000
_DECLARATION = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}\?>")
_SECTIONS = frozenset(("article", "aside", "details", "figure", "footer", "header", "main", "nav", "section"))
_TAG = re.compile(r"<[a-zA-Z]")
# A tag of fewer characters cannot have attributes enough to matter.
_LONG_TAG = 4000
_TAG_NAME = re.compile(r"[a-zA-Z][\w:-]*+")
_ATTRIBUTE = re.compile(r"""\s++[^\s=<>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))""")


def read_html(
    raw: RawPage, text: str, encoding: str, rule: str, settings: ReadSettings = DEFAULT.read
) -> Page | Rejected:
    """A page from its marked-up text, or why it cannot be read.

    >>> raw = RawPage(b"", "a.html", "0")
    >>> page = read_html(raw, "<title>T</title><p>One.<p>Two.", "utf-8", "utf-8")
    >>> [block.text for block in page.blocks]
    ['One.', 'Two.']
    """
    if (excess := _excess(text, settings)) is not None:
        return _rejected(raw, RejectReason.TOO_LARGE, excess)
    root = parse(text)
    if root is None:
        return _rejected(raw, RejectReason.EMPTY, "the page has no markup and no text")
    if isinstance(root, str):
        return _rejected(raw, RejectReason.TOO_DEEP, root)
    blocks, elements = _cut(root)
    carried = _put_in(root, settings) if is_scant(blocks) else None
    if carried:
        blocks, elements = _cut(root)
    if not blocks:
        return _rejected(raw, RejectReason.NO_TEXT, "the markup holds no text to be seen")
    page = _page(raw, text, (encoding, rule), root, (tuple(blocks), tuple(elements)))
    if carried is None:
        return page
    return replace(page, carried=carried.name, beside=carried.beside)


def _cut(root: Any) -> tuple[list[Block], list[Any]]:
    """The blocks of a page and their elements; what is hidden in a way that hides the story is not hidden."""
    blocks, elements, hidden = cut(root)
    if ways := disbelieved(blocks):
        reveal(hidden, ways)
        blocks = [replace(b, hidden=None) if b.hidden in ways else b for b in blocks]
    return blocks, elements


def _put_in(root: Any, settings: ReadSettings) -> Carried | None:
    """Put the article that a page carries as data into its tree; gives what was found, or None."""
    found = find_carried(root, settings.max_data)
    if found is None or _excess(found.markup, settings) is not None:
        return None
    tree, body = parse(found.markup), root.find("body")
    if tree is None or isinstance(tree, str) or body is None:
        return None
    headline = next(body.iter("h1"), None)
    while headline is not None and headline.getparent() is not body:
        headline = headline.getparent()
    body.insert(0 if headline is None else body.index(headline) + 1, tree.find("body/article"))
    return found


def _excess(text: str, settings: ReadSettings) -> str | None:
    """What of a page is more than any page of news has, and would keep the libraries busy for minutes."""
    if text.count("<") > settings.max_tags:
        count = sum(1 for _ in _TAG.finditer(text))
        if count > settings.max_tags:
            return f"{count} tags; the limit is {settings.max_tags}"
    # Pages have thousands of parts and few long ones: these first, and then what is one tag of them.
    long = [part for part in text.split("<") if len(part) > _LONG_TAG]
    tags = (part for part in long if part.find(">", 0, _LONG_TAG) < 0)
    if any(_attributes(part, settings.max_attributes) > settings.max_attributes for part in tags):
        return f"a tag with more than {settings.max_attributes} attributes"
    return None


def _attributes(tag: str, enough: int) -> int:
    """How many attributes with values a tag begins with, counted to one more than enough."""
    name = _TAG_NAME.match(tag)
    count, at = 0, name.end() if name else len(tag)
    while count <= enough and (attribute := _ATTRIBUTE.match(tag, at)):
        count, at = count + 1, attribute.end()
    return count


def _rejected(raw: RawPage, reason: RejectReason, detail: str) -> Rejected:
    return Rejected(raw.raw_path, None, raw.sha256, reason, detail)


def _page(
    raw: RawPage, text: str, how: tuple[str, str], root: Any, cuts: tuple[tuple[Block, ...], tuple[Any, ...]]
) -> Page:
    canonical = _absolute(_link(root), raw.url)
    url, origin = raw.url, raw.url_origin
    if url is None:
        url, origin = _own_address(root, canonical, text)
    return Page(
        raw,
        Form.HTML,
        cuts[0],
        how[0],
        how[1],
        url=url,
        url_origin=origin,
        canonical_url=canonical,
        tree=root,
        elements=cuts[1],
    )


def parse(text: str) -> Any:
    """The tree of a page; None if there is nothing in it, a sentence if the parser had to give up.

    >>> parse("<p>A&#1;B</p>").text_content()
    'AB'
    >>> [element.tag for element in parse("<!doctype html><title>T</title><main><p>A</main>").find("body")]
    ['main']
    """
    data = _legal(text)
    if not data or data.isspace():
        return None
    parser = html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8", collect_ids=False
    )
    # Every element is of the one class; by default lxml asks Python for it each time an element is touched.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        root = html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except etree.ParserError:
        return None
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log.filter_from_fatals()):
        return "the parser gave up: tags are nested too deep (more than 2048 levels) or a tag is too big"
    _out_of_head(root)
    return root


def _out_of_head(root: Any) -> None:
    """Move into the body what the parser left in the head: it does not know that these tags open a body."""
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        return
    sections = [child for child in head if child.tag in _SECTIONS]
    if sections:
        sections[-1].tail = (sections[-1].tail or "") + (body.text or "")
        body.text = None
        body[:0] = sections


def _legal(text: str) -> bytes:
    """The text without what no document may hold, and without ends before its end."""
    data = text.encode("utf-8", "ignore").translate(None, _ILLEGAL)
    if _NONCHARACTERS_START in data:
        for sign in _NONCHARACTERS:
            data = data.replace(sign, b"")
    if declared := _DECLARATION.match(data):
        data = data[declared.end() :]
    data = _ENDS.sub(b"", data)
    return _REFERENCE.sub(_legal_reference, data) if b"&#" in data else data


def _legal_reference(match: re.Match[bytes]) -> bytes:
    hexadecimal, decimal = match.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code in {9, 10, 13} or 32 <= code < 0x7F or 0xA0 <= code < 0xD800 or code > 0xDFFF:
        return match.group()
    # Pages mean what browsers show: the character of Windows-1252 in that place.
    shown = bytes([code]).decode("cp1252", "ignore") if 0x80 <= code < 0xA0 else ""
    return shown.encode()


def _link(root: Any) -> str | None:
    for link in root.iter("link"):
        if link.get("rel", "").lower() == "canonical" and link.get("href"):
            return str(link.get("href"))
    return None


def _absolute(address: str | None, base: str | None) -> str | None:
    """An address as a whole, or None if it is none of the web."""
    if not address:
        return None
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.hostname else None


def _own_address(root: Any, canonical: str | None, text: str) -> tuple[str | None, str | None]:
    """What a page whose address nobody knows says it is."""
    if canonical:
        return canonical, "canonical"
    for meta in root.iter("meta"):
        if meta.get("property") == "og:url":
            address = _absolute(meta.get("content"), None)
            if address:
                return address, "og:url"
    saved = _SAVED_FROM.search(text, 0, _SAVED_FROM_WITHIN)
    return (unescape(saved.group(1)).removesuffix("--"), "saved-from") if saved else (None, None)
