"""Site profiles: what is known of single sites, and which one a page belongs to."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.extract.declared import Declared
from copydesk.model import Page
from copydesk.sites.records import Profiles, SiteProfile

__all__ = ["Profiles", "SiteProfile", "load_profiles", "match_profile", "shipped_profiles"]


@cache
def shipped_profiles() -> Profiles:
    """The profiles that come with copydesk."""
    return Profiles()


def load_profiles(folder: Path | None) -> Profiles:
    """The profiles of a folder, in front of those shipped."""
    del folder
    return shipped_profiles()


def match_profile(page: Page, declared: Declared, profiles: Profiles) -> SiteProfile | None:
    """The profile of the site a page is from, or None."""
    del declared
    for url in (page.url, page.canonical_url):
        host = urlsplit(url).hostname if url else None
        if host and (found := profiles.of_host(host)):
            return found
    return None
