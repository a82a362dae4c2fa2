"""Which of the names that a page gives its outlet names it best.

Some are addresses, initials, companies, or what nothing else on the page calls it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from copydesk.extract.authors.byline_front import is_section
from copydesk.extract.slugs import joined
from copydesk.extract.tables import key_set, word_set
from copydesk.extract.titles.titles import squeeze
from copydesk.text import key

# How far a name that names no outlet goes behind others.
NONE = 2
# What is written where the outlet's name belongs, and names no outlet.
NO_NAME = key_set(
    "blog | blogs | site | website | homepage | magazine | security | newsroom | default"
    " | blogger | wordpress"
)
ADDRESS = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,6}")
# The form of a company, which is not in its name: "Harbour Press, Inc."
FORM = re.compile(
    r"[,\s]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|gmbh|ag|plc|corp|corporation|co|pty|pvt|pte|s\.?a|b\.?v|oy|ab"
    r"|ug|eg|s\.?l|a/s)\.?$",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:publishing|publications|holdings?|verlag|verlagsgesellschaft)\b", re.IGNORECASE)
# Hosts with shorter names are called so by chance, or after initials.
_LONG = 4
# Initials have so many letters, and leave such words out.
_INITIALS = range(3, 6)
_SMALL = word_set("for of and the in on to de la du des der die das für und el y e di")


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of an outlet's name: all its names, the labels of the host, the page's title.

    `own` are the keys of those names that go with the host.
    """

    names: Sequence[str]
    labels: Collection[str]
    title: str
    own: Collection[str]

    def is_hosts(self, name: str) -> bool:
        """Whether a name is what the host is called, by letters enough to be no accident."""
        return len(squeeze(name)) >= _LONG and not joined(name.removeprefix("The ")).isdisjoint(self.labels)


def poverty(name: str, told: Named) -> int:
    """How far a name goes behind others: it may name no outlet, or another may name the same one better.

    >>> told = Named(["HG", "Gazette.press", "Harbour Gazette"], {"gazette"}, "", ())
    >>> poverty("Gazette.press", told), poverty("Harbour Gazette", told), poverty("Blog", told)
    (1, 0, 2)
    """
    if key(name) in NO_NAME or is_section(name):
        return NONE
    others = [other for other in told.names if key(other) != key(name)]
    fit = [other for other in others if key(other) not in NO_NAME and not is_section(other)]
    better = any(_is_better(other, name, told) for other in fit)
    return int(better or _is_alone(name, others, told))


def _is_better(other: str, name: str, told: Named) -> bool:
    """Whether another name says in full what one says as an address, run together, or in initials."""
    if is_address(other):
        return False
    if is_address(name) or is_plain(name):
        label = squeeze(max(name.lower().removeprefix("www.").split("."), key=len))
        if " " in other and squeeze(other) == label:
            return True
        if is_address(name) and (squeeze(other) == label or label in key(other).split()):
            return True
    if is_initials(name, other):
        return True
    fits = told.is_hosts(other) and not told.is_hosts(name) and not is_initials(other, name)
    return fits and (is_company(name) or key(name) not in told.own)


def _is_alone(name: str, others: Sequence[str], told: Named) -> bool:
    """Whether neither title nor host have a name in them, and two other names begin alike."""
    fronts = [key(other).split()[:1] for other in others]
    two = any(front and fronts.count(front) > 1 for front in fronts)
    return two and key(name) not in key(told.title) and key(name) not in told.own and not told.is_hosts(name)


def is_address(name: str) -> bool:
    """Whether a name is that of a host."""
    return ADDRESS.fullmatch(name.lower()) is not None


def is_plain(name: str) -> bool:
    """Whether a name is all in small letters, or one word in capitals: it may be run together."""
    return name.islower() or (name.isupper() and " " not in name)


def is_company(name: str) -> bool:
    """Whether a name is that of a company rather than of what it publishes.

    >>> is_company("Harbour Press Ltd"), is_company("Islands Publishing Group"), is_company("Harbour Gazette")
    (True, True, False)
    """
    return FORM.search(name) is not None or _COMPANY.search(name) is not None


def is_initials(name: str, full: str) -> bool:
    """Whether a name is the initials of another.

    >>> is_initials("HGI", "Harbour Gazette of the Islands"), is_initials("HGI", "Harbour Gazette")
    (True, False)
    """
    if not name.isupper() or len(name) not in _INITIALS:
        return False
    words = key(full).split()
    return name.casefold() in {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}
