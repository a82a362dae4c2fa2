"""Small profiles and pages for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

from copydesk.extract.declared import NOTHING, Declared
from copydesk.judge.view import View, view_of
from copydesk.model import Form, Page, RawPage
from copydesk.read import read_page
from copydesk.settings import DEFAULT
from copydesk.sites.load import read_profile
from copydesk.sites.records import SiteProfile

HEAD = 'host = "example.org"\npublisher = "The Example"\n'


def profile(body: str, head: str = HEAD) -> SiteProfile:
    return read_profile(head + body, "example.org.toml")


def page(text: str, *, html: bool = False, url: str | None = None, fetched_at: str | None = None) -> Page:
    raw = RawPage(
        text.encode(),
        "page.html" if html else "page.txt",
        "0",
        Form.HTML if html else Form.TEXT,
        url=url,
        url_origin="argument" if url else None,
        fetched_at=fetched_at,
    )
    read = read_page(raw, DEFAULT.read)
    assert isinstance(read, Page)
    return read


def view(read: Page, site: SiteProfile | None, declared: Declared = NOTHING) -> View:
    return view_of(read, declared, site, ())


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder
