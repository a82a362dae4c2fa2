"""Which version of a site's profile fits a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from copydesk.extract.declared import Declared
from copydesk.model import Page
from copydesk.sites.records import SiteProfile, Version


def choose_version(
    profile: SiteProfile, page: Page, declared: Declared, fits: Callable[[Version], int]
) -> Version:
    """The version of a profile for a page; `fits` counts the blocks a version speaks of.

    The day the page was fetched decides. Not knowing it, no version from before the article's own day
    can be right: of the others the one that fits most blocks, then the one valid on that day, then the
    newest.
    """
    versions = profile.versions
    if len(versions) == 1:
        return versions[0]
    fetched, published = _day(page.raw.fetched_at), _day(_told(declared))
    if fetched and (valid := [v for v in versions if v.covers(fetched)]):
        return valid[0]
    possible = [v for v in versions if not (published and v.valid_until and v.valid_until < published)]

    def rank(version: Version) -> tuple[int, bool, date]:
        on_day = published is not None and version.covers(published)
        return fits(version), on_day, version.valid_from or date.min

    return max(possible or versions, key=rank)


def _told(declared: Declared) -> str | None:
    """The day a story was put out, or that of its last change where the page tells no other."""
    return declared.first("date_published") or declared.first("date_modified")


def _day(stamp: str | None) -> date | None:
    """The day of an RFC 3339 time; None if there is none or it is no such time."""
    try:
        return date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None
