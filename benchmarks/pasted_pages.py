"""Labelled pages as people hand them over without markup: the text they copied, in four forms.

`full` is a whole page as a browser copies it (innerText of the HTML standard: a block starts a line,
paragraphs and headings have an empty line around them, cells are set apart by tabs). `cut` is a selection
by hand: from some lines above the article to some below, how many being fixed by the page's id. `bare` is
the same without empty lines and indents, as it comes through forms and mail. `main` is the main text as
resiliparse writes it, the form of many public corpora.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from pages import labels

from copydesk.model import Form, Page, RawPage
from copydesk.read import read_page
from copydesk.read.decode import decode
from copydesk.read.tags import names

_UNSEEN = names(
    "script style noscript template svg iframe object select option textarea input head canvas video audio "
    "map datalist title meta link"
)
_APART = names("p h1 h2 h3 h4 h5 h6")
_BLOCKS = _APART | names(
    "div section article main header footer aside nav ul ol li dl dt dd table tr tbody thead tfoot "
    "blockquote figure figcaption form pre fieldset body center address details summary caption hr legend"
)
_CELLS = names("td th")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Utility classes that hide by their name; with a width beside them they hide on some screens only.
_HIDDEN = frozenset({"hidden", "d-none", "hide", "is-hidden", "u-hidden", "display-none"})
_ON_SOME = re.compile(r":|d-\w\w-")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TABS = re.compile(r" *\t[ \t]*")
# How many lines above the article's first and below its last a selection takes in.
_ABOVE, _BELOW = (0, 1, 2, 3, 5, 8, 12), (0, 1, 2, 4, 8, 15, 30)


class Shape(StrEnum):
    """What became of a page when it was copied."""

    FULL = "full"
    CUT = "cut"
    BARE = "bare"
    MAIN = "main"


def pasted(raw: RawPage, bodies: Sequence[str], shape: Shape) -> RawPage | None:
    """A labelled page in one of its forms, as a raw page of text; None if it has no text there."""
    page = read_page(raw)
    if not isinstance(page, Page) or page.form is not Form.HTML:
        return None
    text = main_text(raw) if shape is Shape.MAIN else copied(page.tree)
    if shape in {Shape.CUT, Shape.BARE}:
        text = selected(text, bodies, raw.raw_path)
    if shape is Shape.BARE:
        text = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    body = text.encode()
    if not body.strip():
        return None
    name, sha = f"{raw.raw_path}.{shape}.txt", hashlib.sha256(body).hexdigest()
    return replace(raw, body=body, raw_path=name, sha256=sha, media=Form.TEXT, url=None, url_origin=None)


def main_text(raw: RawPage) -> str:
    """The main text of a page by resiliparse, with its bullets, indents and descriptions of pictures."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - slow to import

    source = decode(raw.body, raw.headers, raw.media).text
    text: str = extract_plain_text(source, main_content=True, preserve_formatting=True)
    return text


def selected(text: str, bodies: Sequence[str], key: str) -> str:
    """The lines of a copied page from somewhat above its article to somewhat below.

    >>> page = "Menu\\n" * 30 + "One two three four five.\\nSix seven eight nine ten.\\n" + "More\\n" * 40
    >>> len(selected(page, ["One two three four five.\\nSix seven eight nine ten."], "a").split("\\n"))
    22
    """
    lines = text.split("\n")
    filled = [i for i, line in enumerate(lines) if line.strip()]
    wanted = labels([" ".join(lines[i].split()) for i in filled], bodies)
    inside = [i for i, share in enumerate(wanted) if share > 0.5]
    if not inside:
        return text
    digest = hashlib.sha256(key.encode()).digest()
    first = max(0, inside[0] - _ABOVE[digest[0] % len(_ABOVE)])
    last = min(len(filled) - 1, inside[-1] + _BELOW[digest[1] % len(_BELOW)])
    return "\n".join(lines[filled[first] : filled[last] + 1])


def copied(tree: Any) -> str:
    """A page as a browser copies all of it.

    >>> from lxml import html
    >>> page = "<h1>A title</h1><p>Some <b>text</b>.<div>a<br>b</div><table><tr><td>1<td>2</table>"
    >>> copied(html.document_fromstring(page)).split("\\n")
    ['A title', '', 'Some text.', '', 'a', 'b', '1\\t2']
    """
    body = tree.find("body") if tree.tag != "body" else tree
    return _Copy().of(tree if body is None else body)


class _Copy:
    """What has been copied, the line that is being written, and how many line ends are owed."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.owed = 0

    def of(self, body: Any) -> str:
        walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in {"comment", "pi"}:
                self._write(element.tail)
                continue
            gone = element is not body and _is_unseen(element)
            if event == "start":
                if gone:
                    walk.skip_subtree()
                else:
                    self._open(element)
            else:
                if not gone:
                    self._close(element)
                self._write(element.tail if element is not body else None)
        self._end(1)
        return "\n".join(self.lines)

    def _open(self, element: Any) -> None:
        if element.tag == "br":
            self._end(1 if "".join(self.line).strip() else 2)
        elif element.tag in _BLOCKS:
            self._end(2 if element.tag in _APART else 1)
        elif element.tag in _CELLS and "".join(self.line).strip():
            self.line.append("\t")
        self._write(element.text)

    def _close(self, element: Any) -> None:
        if element.tag in _BLOCKS:
            self._end(2 if element.tag in _APART else 1)

    def _write(self, text: str | None) -> None:
        if text:
            self.line.append(_SPACE.sub(" ", text))

    def _end(self, owed: int) -> None:
        text = _TABS.sub("\t", "".join(self.line)).strip()
        self.line.clear()
        if text:
            if self.lines and self.owed > 1:
                self.lines.append("")
            self.lines.append(re.sub(" {2,}", " ", text))
            self.owed = 1
        if self.lines:
            self.owed = max(self.owed, owed)


def _is_unseen(element: Any) -> bool:
    """Whether an element shows nothing by its name, its own style or a class that says so."""
    tag = element.tag
    if tag in _UNSEEN or (tag == "dialog" and "open" not in element.attrib):
        return True
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() not in {"until-found", "false"}:
        return True
    if _HIDING.search(element.get("style", "")):
        return True
    classes = (element.get("class") or "").split()
    return any(name in _HIDDEN for name in classes) and not any(map(_ON_SOME.search, classes))
