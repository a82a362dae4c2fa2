"""Manners in single cases: robots.txt, Retry-After, the breaker, revisits, redirects, what is due again."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from fastwarc.warc import ArchiveIterator
from fetching import Fetch
from hypothesis import given, settings
from hypothesis import strategies as st
from loopback import Reply, Web, serving

from copydesk.errors import Busy, UsageError
from copydesk.fetch import FetchRequest, SourceList, SourceSpec, fetch, status
from copydesk.fetch.client import Clock
from copydesk.fetch.pace import HostPace, backoff, retry_after
from copydesk.fetch.records import Result
from copydesk.fetch.robots import read_rules
from copydesk.fetch.run import World
from copydesk.settings import FetchSettings
from copydesk.store.lock import hold

HOST, OTHER = "127.0.75.1", "127.0.75.2"
HTML = {"Content-Type": "text/html"}


@dataclass
class Paper:
    """A site made up of a dictionary; what is not in it is 404."""

    pages: dict[str, Reply | list[Reply]] = field(default_factory=dict)

    def answer(self, address: str, path: str, headers: dict[str, str]) -> Reply:
        reply = self.pages.get(path, Reply(b"", 404))
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        mark = reply.headers.get("ETag")
        return Reply(b"", 304) if mark and headers.get("if-none-match") == mark else reply


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def web(paper: Paper) -> Iterator[Web]:
    with serving([HOST, OTHER], paper.answer) as running:
        yield running


def page(text: str, **headers: str) -> Reply:
    return Reply(f"<!DOCTYPE html><p>{text}</p>".encode(), headers={**HTML, **headers})


def feed(*paths: str, **headers: str) -> Reply:
    items = "".join(f"<item><link>{path}</link></item>" for path in paths)
    return Reply(f"<rss><channel>{items}</channel></rss>".encode(), headers=headers)


def at(now: float) -> World:
    return World(clock=Clock(now=lambda: now), random=Random(1))


def kinds(raw: Path) -> list[str]:
    files = sorted(raw.glob("*/*/*.warc.gz"))
    return [r.headers["WARC-Type"] for f in files for r in ArchiveIterator(f.open("rb"), parse_http=False)]


def test_unchanged_bytes_leave_a_revisit_and_no_second_article(
    fetched: Fetch, paper: Paper, web: Web, tmp_path: Path
) -> None:
    paper.pages["/a"] = page("one")
    spec = SourceSpec("it", web.url(HOST, "/a"), kind="page", again=0.0)
    allow = web.allow([HOST])
    assert fetched([spec], allow=allow).results == {Result.NEW: 1}
    assert fetched([spec], allow=allow).results == {Result.SAME: 1}
    raw = tmp_path / "raw"
    assert kinds(raw) == ["warcinfo", "response", "request", "warcinfo", "revisit", "request"]
    first, second = sorted(raw.glob("*/*/*.warc.gz"))
    [response] = [
        r.headers
        for r in ArchiveIterator(first.open("rb"), parse_http=False)
        if r.headers["WARC-Type"] == "response"
    ]
    [revisit] = [
        r.headers
        for r in ArchiveIterator(second.open("rb"), parse_http=False)
        if r.headers["WARC-Type"] == "revisit"
    ]
    assert revisit["WARC-Refers-To"] == response["WARC-Record-ID"]
    assert revisit["WARC-Refers-To-Date"] == response["WARC-Date"]
    assert revisit["WARC-Payload-Digest"] == response["WARC-Payload-Digest"]
    assert first.read_bytes()[:2] == b"\x1f\x8b"
    assert b"WARC/1.1" in gzip.decompress(second.read_bytes())
    paper.pages["/a"] = page("two")
    assert fetched([spec], allow=allow).results == {Result.CHANGED: 1}


def test_a_page_that_is_held_is_asked_again_when_it_is_due_and_still_named(
    fetched: Fetch, paper: Paper, web: Web
) -> None:
    paper.pages.update({"/feed": feed("/a", "/b"), "/a": page("a", ETag='"a"'), "/b": page("b", ETag='"b"')})
    spec = SourceSpec("it", web.url(HOST, "/feed"), again=1_000.0)
    allow = web.allow([HOST])
    fetched([spec], allow=allow, world=at(10_000.0))
    assert fetched([spec], allow=allow, world=at(10_500.0)).results == {}
    paper.pages["/feed"] = feed("/b")
    assert fetched([spec], allow=allow, world=at(12_000.0)).results == {Result.UNCHANGED: 1}
    assert [a.path for a in web.log if a.is_conditional] == ["/b"]


def test_a_source_is_left_alone_until_it_is_due(
    fetched: Fetch, paper: Paper, web: Web, tmp_path: Path
) -> None:
    paper.pages["/feed"] = feed()
    spec = SourceSpec("it", web.url(HOST, "/feed"), interval=900.0)
    allow = web.allow([HOST])
    fetched([spec], allow=allow, now=False, world=at(10_000.0))
    asked = len(web.log)
    summary = fetched([spec], allow=allow, now=False, world=at(10_100.0))
    assert (summary.not_due, len(web.log)) == ({"it": 10_900.0}, asked)
    assert not summary.nothing
    [source], _ = status(tmp_path / "raw", 10_100.0)
    assert (source.result, source.succeeded_at, source.due_at) == ("ok", 10_000.0, 10_900.0)
    # Scheduled at the same interval, a run that starts a moment early does the work.
    fetched([spec], allow=allow, now=False, world=at(10_899.0))
    assert len(web.log) > asked


def test_a_failing_source_alone_is_no_alarm_while_others_are_well(
    fetched: Fetch, paper: Paper, web: Web
) -> None:
    paper.pages["/feed"] = feed()
    well = SourceSpec("well", web.url(HOST, "/feed"), interval=900.0)
    ill = SourceSpec("ill", web.url(HOST, "/none.xml"), interval=60.0)
    allow = web.allow([HOST])
    assert not fetched([well, ill], allow=allow, now=False, world=at(10_000.0)).nothing
    assert not fetched([well, ill], allow=allow, now=False, world=at(10_300.0)).nothing
    paper.pages["/feed"] = Reply(b"", 404)
    assert fetched([well, ill], allow=allow, now=False, world=at(11_000.0)).nothing
    assert fetched([well, ill], allow=allow, now=False, world=at(11_300.0)).nothing


def test_retry_after_far_away_is_kept_for_later_runs(fetched: Fetch, paper: Paper, web: Web) -> None:
    paper.pages.update(
        {"/feed": feed("/a", "/b"), "/a": Reply(b"", 429, {"Retry-After": "99999999"}), "/b": page("b")}
    )
    spec = SourceSpec("it", web.url(HOST, "/feed"))
    allow = web.allow([HOST])
    summary = fetched([spec], allow=allow, world=at(10_000.0))
    assert summary.results == {Result.HTTP_STATUS: 1}
    assert summary.sources[0].waiting == 1
    asked = len(web.log)
    # A day at most, and in another run too.
    assert fetched([spec], allow=allow, world=at(10_000.0 + 86_000)).nothing
    assert len(web.log) == asked
    paper.pages["/a"] = page("a")
    assert fetched([spec], allow=allow, world=at(10_000.0 + 90_000)).results == {Result.NEW: 2}


def test_a_short_retry_after_is_waited_for(fetched: Fetch, paper: Paper, web: Web) -> None:
    paper.pages["/a"] = [Reply(b"", 503, {"Retry-After": "1"}), page("a")]
    summary = fetched([SourceSpec("it", web.url(HOST, "/a"), kind="page")], allow=web.allow([HOST]))
    assert summary.results == {Result.NEW: 1}
    first, second = web.asked("/a")
    assert second.at - first.at >= 1.0


def test_a_host_that_fails_in_a_row_is_left_alone(
    fetched: Fetch, paper: Paper, web: Web, tmp_path: Path
) -> None:
    paper.pages["/feed"] = feed(*(f"/{n}" for n in range(9)))
    paper.pages.update({f"/{n}": Reply(b"", 500) for n in range(9)})
    spec = SourceSpec("it", web.url(HOST, "/feed"))
    summary = fetched([spec], allow=web.allow([HOST]), tries=1, breaker_failures=3, world=at(10_000.0))
    assert summary.results == {Result.HTTP_STATUS: 3}
    assert summary.sources[0].waiting == 6
    [rest] = status(tmp_path / "raw", 10_001.0)[1]
    assert (rest.until, rest.why) == (11_800.0, "It failed 3 times in a row.")


def test_a_redirect_to_another_host_meets_that_hosts_rules(fetched: Fetch, paper: Paper, web: Web) -> None:
    paper.pages.update(
        {"/a": Reply(b"", 302, {"Location": web.url(OTHER, "/private")}), "/private": page("x")}
    )
    rules = Reply(b"User-agent: *\nDisallow: /private")
    paper.pages["/robots.txt"] = rules
    url = web.url(HOST, "/a")
    summary = fetched([url], allow=web.allow([HOST, OTHER]))
    assert summary.results == {Result.MOVED: 1, Result.ROBOTS: 1}
    assert {a.path for a in web.asked(host=OTHER)} == {"/robots.txt"}


def test_http_leading_to_a_page_that_differs_in_its_slash_is_no_loop(
    fetched: Fetch, paper: Paper, web: Web
) -> None:
    paper.pages.update({"/a": Reply(b"", 301, {"Location": "/a/"}), "/a/": page("x")})
    assert fetched([web.url(HOST, "/a")], allow=web.allow([HOST])).results == {Result.MOVED: 1, Result.NEW: 1}


def test_a_page_that_is_gone_is_not_asked_again_and_one_in_trouble_is(
    fetched: Fetch, paper: Paper, web: Web
) -> None:
    paper.pages.update({"/feed": feed("/gone", "/trouble"), "/trouble": Reply(b"", 403)})
    spec = SourceSpec("it", web.url(HOST, "/feed"))
    allow = web.allow([HOST])
    assert fetched([spec], allow=allow, world=at(10_000.0)).results == {Result.HTTP_STATUS: 2}
    fetched([spec], allow=allow, world=at(100_000.0))
    assert (len(web.asked("/gone")), len(web.asked("/trouble"))) == (1, 2)


def test_a_lost_state_is_made_anew_from_the_archives(
    fetched: Fetch, paper: Paper, web: Web, tmp_path: Path
) -> None:
    paper.pages.update({"/feed": feed("/a", "/b"), "/a": page("a", ETag='"a"'), "/b": page("b")})
    spec = SourceSpec("it", web.url(HOST, "/feed"))
    allow = web.allow([HOST])
    fetched([spec], allow=allow)
    for file in (tmp_path / "raw" / ".copydesk").glob("fetch.sqlite*"):
        file.unlink()
    assert fetched([spec], allow=allow).results == {}
    assert (len(web.asked("/a")), len(web.asked("/b"))) == (1, 1)


def test_a_page_two_sources_name_is_asked_for_once_and_follows_its_source(
    fetched: Fetch, paper: Paper, web: Web, tmp_path: Path
) -> None:
    paper.pages.update({"/feed": feed("/a", ETag='"f"'), "/other": feed("/a"), "/a": page("a")})
    allow = web.allow([HOST])
    specs = [SourceSpec(name, web.url(HOST, name)) for name in ("/feed", "/other")]
    # What the url of the other does not tell is told by its content.
    assert fetched(specs, allow=allow).results == {Result.NEW: 1, Result.MOVED: 1}
    assert fetched(specs, allow=allow).results == {}
    assert (len(web.asked("/a")), len(web.asked("/other"))) == (1, 2)
    # Under a new name of its source, though the feed says no more than that it has not changed.
    fetched([SourceSpec("renamed", web.url(HOST, "/feed"))], allow=allow)
    held = {source.name: source.held for source in status(tmp_path / "raw", 0.0)[0]}
    assert held["renamed"] + held["/other"] == 1
    assert held["/feed"] == 0


def test_robots_are_kept_for_a_day(fetched: Fetch, paper: Paper, web: Web) -> None:
    paper.pages["/robots.txt"] = Reply(b"User-agent: copydesk\nDisallow: /a")
    url, allow = web.url(HOST, "/a"), web.allow([HOST])
    for now in (10_000.0, 20_000.0, 100_000.0):
        assert fetched([url], allow=allow, world=at(now)).results.keys() <= {Result.ROBOTS}
    assert len(web.asked("/robots.txt")) == 2
    assert web.asked("/a") == []


def test_a_crawl_delay_is_kept(fetched: Fetch, paper: Paper, web: Web) -> None:
    paper.pages.update({"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 0.3"), "/feed": feed("/a", "/b")})
    paper.pages.update({"/a": page("a"), "/b": page("b")})
    fetched([web.url(HOST, "/feed")], allow=web.allow([HOST]))
    asked = [a for a in web.log if a.path != "/robots.txt"]
    assert len(asked) == 3
    for before, after in pairwise(asked):
        assert after.at - before.done >= 0.3 * 0.95


def test_what_comes_from_the_environment_is_not_used(
    fetched: Fetch, paper: Paper, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.pages["/a"] = page("a", **{"Set-Cookie": "who=you"})
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.75.9:9")
    spec = SourceSpec("it", web.url(HOST, "/a"), kind="page", again=0.0)
    for _ in range(2):
        fetched([spec], allow=web.allow([HOST]))
    assert len(web.asked("/a")) == 2
    assert not [a for a in web.log if "cookie" in a.headers]
    assert {a.headers["user-agent"] for a in web.log} == {"copydesk/0.1.0 (+desk@paper.example)"}


def test_a_proxy_named_on_purpose_is_used_and_inside_addresses_stay_closed(
    fetched: Fetch, paper: Paper, web: Web
) -> None:
    paper.pages["http://127.0.75.7/a"] = page("a")
    proxy = web.url(OTHER)
    assert fetched(["http://127.0.75.7/a"], proxy=proxy).results == {Result.FORBIDDEN_ADDRESS: 1}
    assert web.log == []


def test_a_run_without_a_contact_and_one_beside_another_are_refused(tmp_path: Path) -> None:
    sources = SourceList((SourceSpec("it", "https://paper.example/"),))
    with pytest.raises(UsageError, match="--contact"):
        fetch(FetchRequest(sources, tmp_path / "raw", FetchSettings()))
    (tmp_path / "raw" / ".copydesk").mkdir(parents=True)
    with hold(tmp_path / "raw"), pytest.raises(Busy):
        fetch(FetchRequest(sources, tmp_path / "raw", FetchSettings(contact="desk@paper.example")))


def test_a_contact_is_a_header(tmp_path: Path) -> None:
    sources = SourceList((SourceSpec("it", "https://paper.example/"),))
    for contact in ("dësk@paper.example", "a\nX-Header: b", "x" * 201):
        with pytest.raises(UsageError, match="ASCII"):
            fetch(FetchRequest(sources, tmp_path / "raw", FetchSettings(contact=contact)))


def test_validators_that_cannot_be_sent_back_are_none(fetched: Fetch, paper: Paper, web: Web) -> None:
    paper.pages["/a"] = page("a", ETag='"\xe9"')
    spec = SourceSpec("it", web.url(HOST, "/a"), kind="page", again=0.0)
    for result in (Result.NEW, Result.SAME):
        assert fetched([spec], allow=web.allow([HOST])).results == {result: 1}


@settings(deadline=None)
@given(st.text(max_size=40), st.floats(0, 4e9))
def test_retry_after_is_never_beyond_its_cap(value: str, now: float) -> None:
    seconds = retry_after(value, now, 86_400.0)
    assert seconds is None or 0 <= seconds <= 86_400


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers())
def test_waits_grow_and_have_an_end(attempt: int, seed: int) -> None:
    assert 0 < backoff(2.0, attempt, Random(seed)) <= 3_600 * 1.5


def test_the_breaker_opens_for_longer_each_time() -> None:
    host, settings = HostPace("paper.example", 1.0), FetchSettings()
    rests = []
    for _ in range(settings.breaker_failures * 3):
        host.failed(settings, 0.0)
        rests.append(host.not_before)
    assert sorted(set(rests)) == [0.0, 1_800.0, 3_600.0, 7_200.0]
    host.well()
    assert host.failures == 0


@pytest.mark.parametrize(
    ("status_code", "body", "allowed"),
    [
        (404, b"", True),
        (403, b"", True),
        (429, b"", False),
        (500, b"", False),
        (200, b"User-agent: *\nDisallow: /", False),
        (200, b"User-agent: *\nDisallow: /\n\nUser-agent: copydesk\nAllow: /", True),
        (200, b"User-agent: *\nDisallow: /*.html$", True),
        (200, b"\xff\xfe\0", True),
        (200, b"  <html>", True),
    ],
)
def test_robots_by_the_rfc(status_code: int, body: bytes, allowed: bool) -> None:
    assert read_rules(status_code, body).allows("https://paper.example/story") is allowed


def test_the_wait_between_two_requests_uses_a_clock_that_does_not_jump() -> None:
    assert Clock().ticks is time.monotonic
