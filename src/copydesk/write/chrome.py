"""A judged page as it is written once the corpus has spoken: chrome moves from the text to the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from copydesk.dedup.repeats import Repeat
from copydesk.model import Reason
from copydesk.text import word_count

STAGE: Final = "corpus"
RULE: Final = "site_repeat"
# Up to so many pages the evidence has both numbers; beyond, it is told in steps, so that every new page
# of a big site does not change the evidence of all lines of the site.
_EXACT: Final = 20
_STEPS: Final = (20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000)


def without_repeats(page: dict[str, Any], repeats: Sequence[Repeat]) -> dict[str, Any]:
    """The article record of a judged page without its chrome.

    >>> page = {"article": {"text": "Ferry late.\\n\\nWrite to us.", "metadata": {"word_count": 5}}}
    >>> without_repeats(page, [Repeat(1, 3, 3)])
    {'text': 'Ferry late.', 'metadata': {'word_count': 2}}
    """
    record: dict[str, Any] = page["article"]
    if not repeats:
        return record
    gone = {one.at for one in repeats}
    lines = record["text"].split("\n\n")
    kept = [line for at, line in enumerate(lines) if at not in gone]
    count = record["metadata"]["word_count"] - sum(word_count(lines[at]) for at in gone)
    return record | {"text": "\n\n".join(kept), "metadata": record["metadata"] | {"word_count": count}}


def with_repeats(page: dict[str, Any], repeats: Sequence[Repeat]) -> list[dict[str, Any]]:
    """The ledger records of a judged page and of its chrome, in page order."""
    removed: list[dict[str, Any]] = page["removed"]
    if not repeats:
        return removed
    record = page["article"]
    lines = record["text"].split("\n\n")
    struck = [_struck(record, page["body"][one.at], lines[one.at], evidence(one)) for one in repeats]
    return sorted([*removed, *struck], key=lambda one: int(one["index"]))


def _struck(record: dict[str, Any], block: tuple[int, str], text: str, told: str) -> dict[str, Any]:
    index, kind = block
    return {
        "article_id": record["id"],
        "raw_path": "",
        "index": index,
        "kind": kind,
        "text": text,
        "stage": STAGE,
        "rule": RULE,
        "reason": str(Reason.SITE_REPEAT),
        "evidence": told,
    }


def evidence(one: Repeat) -> str:
    """What a verdict of the corpus rests on, in words.

    >>> evidence(Repeat(0, 14, 15)), evidence(Repeat(0, 430, 464))
    ('seen on 14 of 15 pages of this site', 'seen on 9 of 10 pages of this site, which has over 200')
    >>> evidence(Repeat(0, 31, 464))
    'seen on over 20 pages of this site, which has over 200'
    """
    if one.pages <= _EXACT:
        return f"seen on {one.seen} of {one.pages} pages of this site"
    tenths = 10 * one.seen // one.pages
    often = f"{tenths} of 10" if tenths else _over(one.seen)
    return f"seen on {often} pages of this site, which has {_over(one.pages)}"


def _over(number: int) -> str:
    """A number by the step it has passed; below the first one as it is."""
    passed = [step for step in _STEPS if number > step]
    return f"over {passed[-1]}" if passed else str(number)
