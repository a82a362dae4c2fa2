"""The extractors that copydesk is compared with: the text each finds in the same decoded page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

MODES: dict[str, dict[str, bool]] = {
    "default": {"include_comments": True},
    "no comments": {"include_comments": False},
    "no comments, no tables": {"include_comments": False, "include_tables": False},
    "favor precision": {"include_comments": False, "favor_precision": True},
    "favor recall": {"include_comments": False, "favor_recall": True},
    "fast": {"include_comments": False, "fast": True},
}
"""trafilatura's modes."""

BASE = "no comments"
"""The mode of trafilatura that does what copydesk does; it is always run."""


def trafilatura_document(text: str, url: str, mode: str) -> Any:
    """What one mode of trafilatura gives, None if it finds nothing; with metadata for the base mode."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - in the workers only

    return bare_extraction(text, url=url, with_metadata=mode == BASE, **MODES[mode])  # type: ignore[arg-type]


def _readability(text: str, url: str) -> str:
    from lxml import html  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    found: Any = html.fromstring(Document(text, url=url).summary(html_partial=True))
    return "\n".join(" ".join(part.split()) for part in found.itertext() if part.strip())


def _resiliparse(text: str, url: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    del url  # it reads the page alone
    found: str = extract_plain_text(text, main_content=True, alt_texts=False, list_bullets=False)
    return found


def _newspaper(text: str, url: str) -> str:
    from newspaper import Article  # noqa: PLC0415

    article = Article(url, fetch_images=False)
    article.download(input_html=text)
    article.parse()
    return str(article.text)


OTHERS: dict[str, Callable[[str, str], str]] = {
    "readability-lxml": _readability,
    "resiliparse": _resiliparse,
    "newspaper4k": _newspaper,
}
"""Extractors by other people."""


def text_of(system: str, text: str, url: str) -> str:
    """The text a system of `OTHERS` finds; none where it fails, as for a page without output."""
    try:
        return OTHERS[system](text, url)
    except Exception as error:  # noqa: BLE001 - whatever ends it, it found nothing: the page counts as empty
        print(f"{system} failed on {url}: {type(error).__name__}")
        return ""
