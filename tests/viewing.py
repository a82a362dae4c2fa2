"""Views for tests of judges: a pasted text or a marked-up page, judged by one judge or by several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copydesk.extract.declared import NOTHING, Declared
from copydesk.judge.view import Judge, View, view_of
from copydesk.model import Form, Page, RawPage, Verdict
from copydesk.read.html import read_html
from copydesk.read.plain import read_plain

RAW = RawPage(b"", "page", "0")


def pasted(text: str, declared: Declared = NOTHING) -> View:
    page = read_plain(RAW, text, "utf-8", "test")
    assert isinstance(page, Page)
    return view_of(page, declared, None, ())


def marked_up(html: str, declared: Declared = NOTHING, outside: str = "nav, footer, aside.more") -> View:
    """A page whose reading is everything but what the selector names."""
    page = read_html(RAW, html, "utf-8", "test")
    assert isinstance(page, Page)
    assert page.form is Form.HTML
    out = {element for top in page.tree.cssselect(outside) for element in top.iter()}
    return view_of(page, declared, None, tuple(element not in out for element in page.elements))


def through(view: View, judges: Iterable[Judge]) -> View:
    for judge in judges:
        got = {i: v for i, v in judge(view).items() if i not in view.verdicts}
        view = replace(view, verdicts={**view.verdicts, **got})
    return view


def struck(view: View, verdicts: dict[int, Verdict] | None = None) -> dict[str, str]:
    """Dropped text -> reason; later blocks of one text win."""
    judged = view.verdicts if verdicts is None else verdicts
    return {view.blocks[i].text: str(v.reason) for i, v in judged.items() if not v.keep}


def stays(view: View, verdicts: dict[int, Verdict] | None = None) -> list[str]:
    judged = view.verdicts if verdicts is None else verdicts
    return [b.text for b in view.blocks if b.index not in judged or judged[b.index].keep]
