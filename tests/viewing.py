"""Views for tests of judges: a pasted text or a marked-up page, judged by one judge or by several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.judge.left_out import left_out
from copydesk.judge.subjects import subject_links
from copydesk.judge.view import Judge, View, view_of
from copydesk.model import Form, Page, RawPage, Reason, Verdict
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


# A story, and what is said of the lines that its reading has left out

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
STORY = f"<main><h1>Ferry stays in port</h1><p>{A}</p><p>{B}</p></main>"


def seen(body: str, *kept: str, authors: tuple[str, ...] = ()) -> View:
    """A page whose reading has the story and nothing else."""
    view = marked_up(body)
    inside = tuple(b.text in {A, B, *kept} for b in view.blocks)
    declared = Declared({"authors": tuple(Candidate(name, "json-ld") for name in authors)})
    return replace(view, in_reading=inside, declared=declared)


def named(view: View) -> dict[str, str]:
    """What is said of the lines that were left out: text to reason and rule."""
    return {view.blocks[i].text: f"{v.reason}/{v.rule}" for i, v in left_out.judge(view).items()}


def behind(extra: str) -> dict[str, str]:
    """What is said of the lines that stand behind the story."""
    return named(seen(STORY + extra))


def subjects(behind: str) -> tuple[list[str], list[str]]:
    """The lines told to be the story's subjects, and what they name."""
    view = marked_up(STORY + behind, outside="body > :not(main)")
    found = subject_links.judge(view)
    assert all(v.rule == "tags" and v.reason is Reason.NAVIGATION for v in found.values())
    lines = [view.blocks[i].text for i in sorted(found)]
    return lines, [value for i in sorted(found) for _, value in found[i].facts]
