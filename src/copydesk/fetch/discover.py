"""From a source to the pages it names: feeds, sitemaps and home pages, each asked for politely."""

from __future__ import annotations

import asyncio
from collections import deque

from copydesk.fetch.client import Clock, body_of
from copydesk.fetch.documents import DocumentKind, guess_kind, read_document
from copydesk.fetch.polite import Polite
from copydesk.fetch.records import NO_VALIDATORS, Answer, Found, Link, Refusal, Result
from copydesk.fetch.rows import epoch
from copydesk.fetch.sourcelist import SourceSpec
from copydesk.fetch.state import FetchState
from copydesk.fetch.urls import same_site
from copydesk.settings import FetchSettings


class Discovery:
    """Looks at sources and writes down what they name."""

    def __init__(self, polite: Polite, state: FetchState, settings: FetchSettings, clock: Clock) -> None:
        self._polite, self._state, self._settings, self._clock = polite, state, settings, clock

    async def look(self, spec: SourceSpec) -> str:
        """Write down the pages a source names now; gives what went wrong on the way, in a sentence.

        Raises `Refusal` if no document of it could be had.
        """
        if spec.url is None:
            self._state.add_pages(spec, None, [Link(url) for url in spec.urls], self._clock.now())
            return ""
        kind = spec.kind or guess_kind(spec.url)
        if kind == DocumentKind.PAGE and self._state.document(spec.url) is None:
            self._state.add_pages(spec, None, [Link(spec.url)], self._clock.now())
            return ""
        return await self._documents(spec, spec.url, is_site=kind == DocumentKind.SITE)

    async def _documents(self, spec: SourceSpec, first: str, *, is_site: bool) -> str:
        queue: deque[str] = deque([first])
        seen = {first}
        refusals: list[Refusal] = []
        asked = 0
        while queue and asked < self._settings.documents:
            url = queue.popleft()
            asked += 1
            names: tuple[Link, ...] = ()
            try:
                names = await self._document(spec, url, is_site=is_site and url == first)
            except Refusal as refusal:
                refusals.append(refusal)
            if is_site and url == first:
                names += await self._sitemaps(first)
            for link in self._wanted(spec, names):
                if link.url not in seen:
                    seen.add(link.url)
                    queue.append(link.url)
        if len(refusals) == asked:
            raise refusals[0]
        return f"{len(refusals)} of {asked} documents not had: {refusals[0]}" if refusals else ""

    async def _sitemaps(self, url: str) -> tuple[Link, ...]:
        rules = await self._polite.rules(url)
        return tuple(Link(found) for found in rules.sitemaps if same_site(found, url))

    def _wanted(self, spec: SourceSpec, names: tuple[Link, ...]) -> list[Link]:
        """Documents worth asking for, those changed last first: none too old, none unchanged since."""
        oldest = None if spec.max_age is None else self._clock.now() - spec.max_age
        kept = []
        for link in names:
            changed = epoch(link.updated)
            known = self._state.document(link.url)
            if changed is not None and oldest is not None and changed < oldest:
                continue
            # A day's slack, since many indexes state days only.
            if changed is not None and known is not None and changed < known[1] - 86_400:
                continue
            kept.append(link)
        return sorted(kept, key=lambda link: -(epoch(link.updated) or 0.0))

    async def _document(self, spec: SourceSpec, url: str, *, is_site: bool) -> tuple[Link, ...]:
        """The documents a document names; its pages are written down."""
        known = self._state.document(url)
        answer = await self._polite.follow(url, known[0] if known else NO_VALIDATORS, "document")
        if answer.status == 304 and known is not None:
            self._state.seen_document(spec, url, self._clock.now())
            return tuple(known[2])
        if answer.status != 200:
            raise Refusal(Result.HTTP_STATUS, f"The server answered {answer.status}.", status=answer.status)
        body = body_of(answer, self._settings.max_bytes)
        # A thread of its own: other hosts need not wait while a large one is read.
        kind, found = await asyncio.to_thread(
            read_document, body, answer.media, answer.url, self._settings.max_bytes
        )
        if kind is DocumentKind.PAGE and spec.kind is None:
            found = Found(pages=(Link(url),))
        elif found.documents and is_site:
            # Feeds and sitemaps say what is a story and when it appeared; the links of the page only guess.
            found = Found(documents=found.documents)
        self._write(spec, url, str(kind), answer, found)
        return found.documents

    def _write(self, spec: SourceSpec, url: str, kind: str, answer: Answer, found: Found) -> None:
        now = self._clock.now()
        self._state.add_pages(spec, url, found.pages, now)
        self._state.put_document(spec, url, kind, answer.validators, now, found.documents)

    def turned_out(self, spec: SourceSpec, url: str, answer: Answer) -> bool:
        """Whether what was asked for as a page is a feed or a sitemap; its pages are written down then."""
        try:
            body = body_of(answer, self._settings.max_bytes)
            kind, found = read_document(body, answer.media, answer.url, self._settings.max_bytes)
        except Refusal:
            return False
        if kind not in {DocumentKind.FEED, DocumentKind.SITEMAP}:
            return False
        self._write(spec, url, str(kind), answer, found)
        return True
