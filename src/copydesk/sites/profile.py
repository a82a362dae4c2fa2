"""Site profiles: what is known of single sites, and which of them a page belongs to."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.errors import ProfileError, UsageError
from copydesk.extract.declared import Declared
from copydesk.model import Page
from copydesk.sites.load import read_profile
from copydesk.sites.patterns import MAX_LINE
from copydesk.sites.records import Profiles, SiteProfile, Version
from copydesk.text import Line, key

__all__ = ["Profiles", "SiteProfile", "Version", "load_profiles", "match_profile", "shipped_profiles"]

# Two marks of a site, or a decisive one: a single line such as "Share" or "Published" is on many sites.
_ENOUGH = 2
# A mark that is compared word by word is a label; a line longer than this is none.
_MARK_LENGTH = 120


@cache
def shipped_profiles() -> Profiles:
    """The profiles that come with copydesk.

    >>> shipped_profiles().of_host("www.naharnet.com").publisher
    'Naharnet'
    """
    folder = resources.files("copydesk.sites").joinpath("profiles")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return _profiles([(f.name, f.read_text("utf-8")) for f in files])


def load_profiles(folder: Path | None, *, check: bool = True) -> Profiles:
    """The profiles in a folder, in front of those shipped; their examples must hold, if `check`ed.

    Raises ProfileError, with file, row and cure, for the first profile that is wrong.
    """
    if folder is None:
        return shipped_profiles()
    if not folder.is_dir():
        raise UsageError(f"{folder}: no folder of site profiles here; name one that has <host>.toml files")
    own = _profiles([(path.name, _read(path)) for path in sorted(folder.glob("*.toml"))])
    if check:
        # The check applies profiles to pages, so it needs what is built on this module.
        from copydesk.sites.check import check_profile  # noqa: PLC0415

        for profile in own:
            if problems := check_profile(profile):
                raise ProfileError(problems[0])
    shipped = shipped_profiles()
    return Profiles(own.sites + shipped.sites, _digest(own.fingerprint, shipped.fingerprint))


def match_profile(page: Page, declared: Declared, profiles: Profiles) -> SiteProfile | None:
    """The profile of the site a page is from, or None.

    A page that says its address belongs to that host. One without an address is told by what the site
    alone prints: two different marks, a decisive one, or the name its markup gives.
    """
    hosts = [host for url in (page.url, page.canonical_url) if url and (host := _host(url))]
    for host in hosts:
        if found := profiles.of_host(host):
            return found
    if hosts:
        return None
    return _by_name(declared, profiles) or _by_marks(page, profiles)


def _host(url: str) -> str | None:
    """The host of an address; of an archive's copy, the host of what was archived."""
    inner = max(url.rfind("/http://"), url.rfind("/https://"))
    try:
        parts = urlsplit(url[inner + 1 :] if inner >= 0 else url)
        return parts.hostname if parts.scheme in {"http", "https"} else None
    except ValueError:
        return None


def _by_name(declared: Declared, profiles: Profiles) -> SiteProfile | None:
    names = {key(name) for name in declared.values("publisher")}
    return next((site for site in profiles if names & {key(site.publisher), *site.site_names}), None)


def _by_marks(page: Page, profiles: Profiles) -> SiteProfile | None:
    """The profile whose marks weigh most on the page; none if two weigh the same."""
    texts = [block.text for block in page.blocks]
    seen = {hit.number for text in set(texts) for hit in profiles.marks.hits(_line(text))}
    weights: Counter[str] = Counter()
    for number in seen:
        site, mark = profiles.owners[number]
        if mark.next is None or _goes_on(texts, number, mark.next, profiles):
            weights[site.host] += _ENOUGH if mark.decisive else 1
    best = weights.most_common(2)
    if not best or best[0][1] < _ENOUGH or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return profiles.by_host[best[0][0]]


def _goes_on(texts: list[str], number: int, following: re.Pattern[str], profiles: Profiles) -> bool:
    """Whether a line with a mark has one behind it that fits."""
    behind = [
        above for above, below in pairwise(texts) if len(below) <= MAX_LINE and following.fullmatch(below)
    ]
    return any(hit.number == number for above in behind for hit in profiles.marks.hits(_line(above)))


def _line(text: str) -> Line:
    """A line with what marks look at, and no more: every page without an address comes through here."""
    return Line(text, text.casefold(), key(text) if len(text) <= _MARK_LENGTH else "", 0, False)


def _profiles(files: list[tuple[str, str]]) -> Profiles:
    sites = tuple(read_profile(text, name) for name, text in files)
    seen: dict[str, str] = {}
    for site in sites:
        for host in (site.host, *site.also):
            if host in seen:
                raise ProfileError(f"{site.path}:1: {host} is in {seen[host]} too; keep it in one of them")
            seen[host] = site.path
    return Profiles(sites, _digest(*_flat(files)))


def _flat(files: list[tuple[str, str]]) -> Iterator[str]:
    for pair in files:
        yield from pair


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path.name}:1: not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise ProfileError(
            f"{path.name}:1: cannot be read ({error.strerror}); mend its permissions"
        ) from error
