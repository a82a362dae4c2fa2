"""Whether a profile does what its own examples say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.extract.declared import NOTHING
from copydesk.judge.site import judge
from copydesk.judge.view import view_of
from copydesk.model import Form, RawPage, Reason, Rejected, Verdict
from copydesk.read import read_page
from copydesk.settings import DEFAULT
from copydesk.sites.records import Example, SiteProfile, Version
from copydesk.text import key

_Verdicts = tuple[Verdict | None, ...]


def check_profile(profile: SiteProfile) -> list[str]:
    """What is wrong with a profile by its own examples: one line each, with file and row.

    >>> check_profile(SiteProfile("example.org", "Example"))
    []
    """
    return [
        f"{profile.path}:{example.row}: example: {problem}"
        for version in profile.versions
        for example in version.examples
        for problem in _problems(profile, version, example)
    ]


def _problems(profile: SiteProfile, version: Version, example: Example) -> Iterator[str]:
    judged = _judge(profile, version, example)
    if judged is None:
        yield "nothing can be read here; give it lines of text"
        return
    for text, reason in example.drop:
        yield from _not_dropped(text, reason, judged.get(key(text)))
    for text in example.keep:
        yield from _not_kept(text, judged.get(key(text)))


def _not_dropped(text: str, reason: Reason, found: _Verdicts | None) -> Iterator[str]:
    if found is None:
        yield f"there is no line {text!r}; write it as it stands on the page"
    for verdict in found or ():
        if verdict is None or verdict.keep:
            yield f"{text!r} must be dropped and is not; mend a rule so that it fits"
        elif verdict.reason is not reason:
            yield f"{text!r} is dropped as {verdict.reason}, not {reason}; mend rule {verdict.rule}"


def _not_kept(text: str, found: _Verdicts | None) -> Iterator[str]:
    if found is None:
        yield f"there is no line {text!r}; write it as it stands on the page"
    for verdict in found or ():
        if verdict is not None and not verdict.keep:
            yield f"{text!r} must be kept and is dropped; narrow rule {verdict.rule}"


def _judge(profile: SiteProfile, version: Version, example: Example) -> dict[str, _Verdicts] | None:
    """The verdicts of one version alone on an example, by the key of the line."""
    is_html = example.html is not None
    body = f"<!doctype html><html><body>{example.html}</body></html>" if is_html else example.text
    raw = RawPage(
        body=(body or "").encode(),
        raw_path="example.html" if is_html else "example.txt",
        sha256="",
        media=Form.HTML if is_html else Form.TEXT,
        headers={"content-type": "text/html; charset=utf-8"} if is_html else {},
    )
    page = read_page(raw, DEFAULT.read)
    if isinstance(page, Rejected):
        return None
    verdicts = judge(view := view_of(page, NOTHING, replace(profile, versions=(version,)), ()))
    judged: dict[str, _Verdicts] = {}
    for at, line in enumerate(view.lines):
        judged[line.key] = (*judged.get(line.key, ()), verdicts.get(at))
    return judged
