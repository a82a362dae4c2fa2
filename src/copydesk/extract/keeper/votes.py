"""What others say of the blocks: a fast reader's text, and the text a page declares as its article's."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from lxml import etree
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Characters of a probe into a text. Shorter texts must be whole lines; these count less inside a line.
_PROBE = 32
_LINE = 40
_THREE = 100
_INSIDE = 0.6
_INSIDE_FROM = 16
# Scripts are searched for the declared text up to this length; a declared text shorter than this is none.
_MOST_SCRIPT = 400_000
_LEAST_BODY = 200
# Stretches without a backslash are taken whole: a text has thousands of characters and few of those.
_BODY = re.compile(r'"articleBody"\s{0,9}:\s{0,9}"([^"\\]*+(?:\\.[^"\\]*+)*+)"', re.DOTALL)
_TAG = re.compile(r"<[^<>]{1,300}>")


def share(squeezed: Sequence[str], text: str) -> Floats:
    """For each block (its text without white space) how much of it another text has, from 0 to 1.

    >>> share(["Menu", "Onelineofwords."], "One line of words.\\nTwo").tolist()
    [0.0, 1.0]
    """
    whole = "".join(text.split())
    lines = {"".join(line.split()) for line in text.split("\n")}
    return np.array([_share(block, whole, lines) for block in squeezed], np.float64)


def _share(block: str, whole: str, lines: set[str]) -> float:
    size = len(block)
    if size < _LINE:
        return 1.0 if block in lines else _INSIDE if size >= _INSIDE_FROM and block in whole else 0.0
    hits = (block[:_PROBE] in whole) + (block[-_PROBE:] in whole)
    if size < _THREE:
        return hits / 2
    middle = size // 2 - _PROBE // 2
    return (hits + (block[middle : middle + _PROBE] in whole)) / 3


def fast_reading(tree: Any) -> str:
    """The main content of a page as resiliparse reads it: nearly all of the story, and much that is none."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - slow to import

    # The title in the head is none of it, and takes its time.
    body = tree.find("body")
    shown = tree if body is None else body
    source = etree.tostring(shown, encoding="unicode", method="html", with_tail=False)
    text: str = extract_plain_text(
        source,
        preserve_formatting=True,
        main_content=True,
        list_bullets=False,
        alt_texts=False,
        comments=False,
    )
    return text


def declared_body(tree: Any) -> str:
    """The longest `articleBody` of the page's JSON-LD; empty if there is none to speak of."""
    found = ""
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "") or "articleBody" not in (text := script.text or ""):
            continue
        for match in _BODY.finditer(text, 0, _MOST_SCRIPT):
            try:
                value = json.loads(f'"{match[1]}"', strict=False)
            except ValueError:
                continue
            if len(value) > len(found):
                found = value
    return _TAG.sub(" ", found) if len(found) >= _LEAST_BODY else ""
