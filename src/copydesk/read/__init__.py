"""From raw bytes to a page of blocks, or the reason why there is none."""

from __future__ import annotations

import re

from copydesk.model import Form, Page, RawPage, Rejected, RejectReason
from copydesk.read.decode import Decoded, decode, sniff
from copydesk.read.html import read_html
from copydesk.read.plain import read_plain
from copydesk.read.sniff import other_text
from copydesk.settings import DEFAULT, ReadSettings

# How much of a text is looked at to tell whether it is marked up.
_START = 4096
_MARKUP = re.compile(r"<!doctype\s+html|<(?:html|head|body|article|main)[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|meta|link|script|style|title|section|img)[\s/>]",
    re.IGNORECASE,
)
# One tag may be quoted in a text; this many at its start are a page without a head.
_TAGS = 3


def read_page(raw: RawPage, settings: ReadSettings = DEFAULT.read) -> Page | Rejected:
    """A raw page as blocks, or why it cannot be read.

    >>> page = read_page(RawPage(b"<!doctype html><h1>Title</h1><p>One line.", "a.html", "0"))
    >>> [(block.kind.value, block.text) for block in page.blocks]
    [('heading', 'Title'), ('paragraph', 'One line.')]
    """
    if len(raw.body) > settings.max_bytes:
        detail = f"{len(raw.body)} bytes; the limit is {settings.max_bytes}"
        return _rejected(raw, RejectReason.TOO_LARGE, detail)
    if not raw.body or raw.body.isspace():
        return _rejected(raw, RejectReason.EMPTY, "there is nothing in it")
    what = sniff(raw.body)
    if what is not None:
        return _rejected(raw, RejectReason.BINARY, f"not a page but {what} data")
    decoded = decode(raw.body, raw.headers, raw.media)
    if not decoded.text or decoded.text.isspace():
        return _rejected(raw, RejectReason.EMPTY, "there is nothing but white space in it")
    return _read(raw, decoded, settings)


def _read(raw: RawPage, decoded: Decoded, settings: ReadSettings) -> Page | Rejected:
    if (other := other_text(decoded.text)) is not None:
        return _rejected(raw, RejectReason.UNSUPPORTED, f"not a page but {other}")
    if form_of(decoded.text, raw.media) is Form.HTML:
        return read_html(raw, decoded.text, decoded.encoding, decoded.rule, settings)
    return read_plain(raw, decoded.text, decoded.encoding, decoded.rule)


def _rejected(raw: RawPage, reason: RejectReason, detail: str) -> Rejected:
    return Rejected(raw.raw_path, None, raw.sha256, reason, detail)


def form_of(text: str, hint: Form | None) -> Form:
    """Whether a text is marked up: its start tells; the hint decides where it does not.

    >>> form_of("<!DOCTYPE html><p>Text", Form.TEXT), form_of("Prices < 5 and > 3", None)
    (<Form.HTML: 'html'>, <Form.TEXT: 'text'>)
    """
    start = text[:_START]
    opening = start.lstrip("\ufeff \t\r\n")[:1]
    if opening == "<" and _MARKUP.search(start):
        return Form.HTML
    if hint is not None:
        return hint
    tags = sum(1 for _ in _TAG.finditer(start))
    return Form.HTML if tags >= _TAGS or (opening == "<" and tags) else Form.TEXT
