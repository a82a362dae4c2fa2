"""Raw pages in, `clean/` out: the whole way, and what a run can say of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from copydesk.dedup.copies import CopyKind
from copydesk.dedup.corpus import Corpus, idle, judge_corpus
from copydesk.engine.page import JudgePage, PageWork
from copydesk.errors import StateError
from copydesk.settings import DEFAULT, Settings
from copydesk.sites.profile import load_profiles
from copydesk.sources import SourceFile
from copydesk.store.collect import collect
from copydesk.store.columns import read_columns
from copydesk.store.coverage import uncovered
from copydesk.store.fingerprint import fingerprint
from copydesk.store.home import Home
from copydesk.store.lock import hold
from copydesk.store.pages import DamagedState, ShardReader
from copydesk.store.plan import Plan, find_files, make_plan, roots_of
from copydesk.store.state import State, telling_damage
from copydesk.store.totals import account, count, sample
from copydesk.write.atomic import sync_folders, write_lines
from copydesk.write.lists import write_lists
from copydesk.write.manifest import MANIFEST, Counts, manifest_bytes
from copydesk.write.partitions import Output, sweep, write_partitions


class Progress(Protocol):
    """Who is told how a run goes on; every call comes from the thread that called `ingest`."""

    def started(self, files: int, size: int) -> None:
        """So many source files, of so many bytes, will be read now."""

    def advanced(self, pages: int, size: int) -> None:
        """So many more pages are judged, and so many more bytes of the source files done."""

    def note(self, text: str) -> None:
        """One plain sentence a person should know."""


class Silent:
    """A progress that says nothing."""

    def started(self, files: int, size: int) -> None:
        """Nothing is said."""

    def advanced(self, pages: int, size: int) -> None:
        """Nothing is said."""

    def note(self, text: str) -> None:
        """Nothing is said."""


@dataclass(frozen=True, slots=True)
class IngestRequest:
    """What to ingest, where to, with how many processes, and under which settings.

    With `isolate`, or more than one job, pages are worked on in processes that end when a page takes too
    long or too much memory (`settings.worker`); without, in this process, where such a page stops the run.

    >>> IngestRequest((Path("raw"),), Path("clean")).jobs
    1
    """

    raw: tuple[Path, ...]
    clean: Path
    jobs: int = 1
    settings: Settings = DEFAULT
    isolate: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run found and did.

    `inputs = articles + duplicates + rejected` counts pages, over everything `clean/` now holds;
    `duplicates` are other captures of an article, not near-copies, which `near_copies` counts as
    pairs; of those in `derived` one has much of the other in it. `read`, `unchanged` and `gone` count
    source files of this run. `sites` are articles by host (`_unknown` without one), `dropped` the struck
    blocks by reason. `sample_path` (relative to `clean/`) and `sample_id` name an article to read first.
    """

    inputs: int
    articles: int
    duplicates: int
    rejected: Mapping[str, int]
    read: int
    unchanged: int
    gone: int
    near_copies: int
    derived: int
    kept_blocks: int
    dropped: Mapping[str, int]
    sites: Mapping[str, int]
    files_written: int
    files_removed: int
    sample_path: str | None = None
    sample_id: str | None = None
    seconds: float = 0.0
    notes: tuple[str, ...] = field(default=())


def ingest(
    request: IngestRequest,
    progress: Progress | None = None,
    *,
    judge: JudgePage | None = None,
    clock: Callable[[], float] | None = None,
) -> Summary:
    """Ingest raw pages, so that `clean/` is what all pages known so far make of it.

    `judge` makes an article of a page, `pipeline.judge_page` if none is given; `clock` measures the
    seconds, if one is given.
    """
    judge = judge or _judge_page()
    begin = clock() if clock else 0.0
    teller = _Teller(progress or Silent())
    sources = _find(request)
    home = Home(request.clean)
    home.make()
    with hold(request.clean):
        try:
            summary = _run(request, home, judge, sources, teller)
        except DamagedState as damage:
            teller.note(f"{damage} It is built anew from the raw pages.")
            home.wipe()
            summary = _run(request, home, judge, sources, teller)
    return replace(summary, seconds=clock() - begin if clock else 0.0, notes=tuple(teller.notes))


def _judge_page() -> JudgePage:
    from copydesk.pipeline import judge_page  # noqa: PLC0415 - brings everything that reads pages

    return judge_page


class _Teller:
    """Passes on what a progress is told, and keeps the notes for the summary."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.started, self.advanced = progress.started, progress.advanced
        self.notes: list[str] = []

    def note(self, text: str) -> None:
        """One plain sentence."""
        self.notes.append(text)
        self._progress.note(text)


@dataclass(frozen=True, slots=True)
class _Sources:
    """The RAW arguments as absolute paths, and the source files below them."""

    given: list[str]
    found: list[SourceFile]


def _find(request: IngestRequest) -> _Sources:
    given = roots_of(request.raw, request.clean)
    return _Sources(given, find_files(request.raw, request.clean, request.settings))


def _run(
    request: IngestRequest, home: Home, judge: JudgePage, sources: _Sources, progress: _Teller
) -> Summary:
    """Plan, judge what is new, compare all, write what differs."""
    settings = request.settings
    profiles = load_profiles(settings.profiles)
    mark = fingerprint(settings, profiles)
    with telling_damage(), closing(home.open()) as state:
        _check_coverage(state, request, sources.found, progress)
        plan = make_plan(state, sources.found, sources.given, mark)
        progress.started(len(plan.todo), sum(file.size for _, file in plan.todo))
        work = PageWork(settings, profiles, judge)
        collect(
            state,
            (home.pages, home.aside),
            plan,
            work,
            ((request.jobs, settings.worker if request.isolate else None), mark),
            progress,
        )
        written = _write(state, home, settings, (mark, profiles.fingerprint))
        home.drop_idle(state)
    return _summary(plan, written)


def _check_coverage(
    state: State, request: IngestRequest, found: Sequence[SourceFile], progress: _Teller
) -> None:
    """Without a state, only a run over everything `clean/` holds may write it anew."""
    if state.roots() or not (request.clean / MANIFEST).exists():
        return
    left = uncovered(request.clean, found, request.settings)
    if left:
        raise StateError(
            f"{request.clean} holds {len(left)} pages that these RAW folders do not, among them {left[0]}, "
            "and its state is gone: run ingest again with all RAW folders, or delete the clean folder first."
        )
    progress.note("The state of earlier runs is not there; it is built anew from the raw pages.")


@dataclass(frozen=True, slots=True)
class _Written:
    """What writing came to."""

    counts: Counts
    changed: int
    removed: int
    sample: tuple[str, str] | None


def _write(state: State, home: Home, settings: Settings, made_by: tuple[str, str]) -> _Written:
    """Judge the corpus, then write partitions, lists and manifest, then remember what was written."""
    mark, profiles = made_by
    state.rank_captures()
    out = Output(home.clean, home.aside, state.files(), mark)
    with ShardReader(home.pages) as reader:
        corpus = _judge_corpus(state, reader, settings, mark)
        put = list(write_partitions(state, corpus, reader, out))
    put += write_lists(state, corpus, out)
    rows = [row for row, _ in put]
    counts = count(state, corpus)
    account(counts, rows)
    manifest = write_lines(
        home.clean / MANIFEST, [manifest_bytes(counts, settings, profiles, rows)], home.aside
    )
    removed = sweep(home.clean, (row.path for row in rows))
    sync_folders({home.clean, *out.renamed} if removed or manifest.changed or out.renamed else ())
    with state.transaction():
        state.put_files(rows)
    changed = sum(new for _, new in put) + manifest.changed
    return _Written(counts, changed, removed, sample(state, rows))


def _judge_corpus(state: State, reader: ShardReader, settings: Settings, mark: str) -> Corpus:
    """Judge all articles together; pairs of texts settled by earlier runs are not settled again."""
    known = state.settled(mark)

    def paragraphs_of(article_id: str) -> list[str]:
        return str(reader.read(state.article(article_id).place)["article"]["text"]).split("\n\n")

    articles = list(read_columns(state, reader, settings.dedup))
    corpus, copies = judge_corpus(articles, paragraphs_of, settings, known)
    with state.transaction():
        state.put_settled(copies.fresh, idle(known, copies), mark)
    return corpus


def _summary(plan: Plan, written: _Written) -> Summary:
    counts = written.counts
    path, article_id = written.sample or (None, None)
    derived = counts.copies.get(CopyKind.DERIVED, 0)
    return Summary(
        inputs=counts.inputs,
        articles=counts.articles,
        duplicates=counts.duplicates,
        rejected=counts.rejected,
        read=len(plan.todo),
        unchanged=plan.unchanged,
        gone=plan.gone,
        near_copies=sum(counts.copies.values()) - derived,
        derived=derived,
        kept_blocks=counts.kept,
        dropped=counts.dropped,
        sites=counts.sites,
        files_written=written.changed,
        files_removed=written.removed,
        sample_path=path,
        sample_id=article_id,
    )
