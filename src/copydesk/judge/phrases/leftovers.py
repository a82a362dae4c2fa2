"""What lines that say little look like: numbers, prices, dates, times to read, ways to reach a site."""

from __future__ import annotations

import re
from typing import Final

COUNT: Final = re.compile(
    r"[\d.,]+ ?[km]?\+?(?: (?:views?|likes?|shares?|votes?|follow(?:ers?|ing)|subscribers?|reactions?"
    r"|ratings?|reviews?|claps?|upvotes?|saves?))?",
    re.IGNORECASE,
)
SCORE: Final = re.compile(
    r"(?:#\d+|★+|[\d.]+ ?(?:/|out of) ?\d+(?:\.\d+)?(?: stars?)?|\(\d+\)|\d+%)", re.IGNORECASE
)
PRICE: Final = re.compile(r"(?:from |starting at )?[$€£¥₹] ?\d[\d.,]*(?: ?/ ?\w+)?", re.IGNORECASE)
READING: Final = re.compile(r"\b\d+ ?[–-]? ?\d* ?min(?:ute)?s?\b", re.IGNORECASE)
CONTACT: Final = re.compile(
    r"[\w.+*-]+@[\w-]+\.\w+|\[email.protected\]|(?<![\w.-])\(?\+?\d(?:[ ().-]{0,2}\d){8,}(?![\w%])"
    r"|\b(?-i:[A-Z]{2}),? \d{5}\b|\b(?:phone|fax|tel|email|e-mail|address)\s?:",
    re.IGNORECASE,
)
DATE: Final = re.compile(
    r"(?:(?:page |content )?(?:last )?(?:updated|reviewed|modified|published|posted)(?: on)?:? ?)?"
    r"(?:(?:\d{1,2}\.? )?[A-Z][a-z]{2,8}\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d"
    r"|\d{1,4}[./•-]\d{1,2}[./•-]\d{2,4})",
    re.IGNORECASE,
)
PUBLISHED: Final = re.compile(r"\b(?:published|posted|updated):? .*\b(?:19|20)\d\d\b", re.IGNORECASE)
# A kicker is words.
KICKER: Final = re.compile(r"[A-Z][^\d<>\[\]/|:-]*")
