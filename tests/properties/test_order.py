"""`clean/` is a function of the set of raw pages: whatever the order, batches, jobs and crashes."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toydesk import failing, lay, lines, run, tree

from copydesk.store import collect, state
from copydesk.verify import verify

# Words enough that two sentences seldom share three in a row: else all pages are compared with all others,
# and the excerpt is not told from them.
_NOUNS = tuple(
    f"{first}{last}"
    for first in (
        "ferry",
        "mill",
        "gull",
        "harbour",
        "baker",
        "lantern",
        "orchard",
        "tram",
        "bridge",
        "choir",
    )
    for last in ("", "man", "side", "work", "stone", "house", "line", "wood", "yard", "hand")
)
_VERBS = ("repaired", "painted", "lost", "found", "praised", "sold", "counted", "moved")


def _sentence(dice: random.Random) -> str:
    words = [
        f"the {dice.choice(_NOUNS)} was {dice.choice(_VERBS)} near the {dice.choice(_NOUNS)}"
        for _ in range(3)
    ]
    return f"On day {dice.randrange(999)} {' and '.join(words)}."


def _numbers(dice: random.Random) -> str:
    """A line that no other page has a part of."""
    return f"Counted {' '.join(f'no{dice.randrange(10**6)}' for _ in range(16))}."


def _pool(seed: int) -> dict[str, str]:
    """Pages: stories, a near-copy, an exact copy, an excerpt, two captures of one url, chrome, rejects."""
    dice = random.Random(seed)
    stories = [[_sentence(dice) for _ in range(5)] for _ in range(5)]
    page = "url: https://{}.example/{}\n{}# Story {}\n{}\n- Share this\n".format
    pages = [
        page(host, at, f"date: 2031-0{at + 1}-04\n" if at % 2 else "", at, "\n".join(story))
        for at, (host, story) in enumerate(
            zip(("north", "south", "north", "east", "west"), stories, strict=True)
        )
    ]
    near = [*stories[0][:4], _sentence(dice)]
    pages += [
        page("south", "near", "", 0, "\n".join(near)),
        page("west", "same", "date: 2031-02-01\n", 1, "\n".join(stories[1])),
        page("east", "excerpt", "", 2, "\n".join([*stories[2][:2], _sentence(dice)])),
        page("north", 0, "", 0, "\n".join([*stories[0], _sentence(dice)])),
        *_chromed(page, dice),
        *_boxed(page, dice),
        "\n".join(stories[3]) + "\n",
        "- Share this\n",
        "! boom\n",
    ]
    return {f"{at:02}.txt": body for at, body in enumerate(pages)}


def _chromed(page: Callable[..., str], dice: random.Random) -> list[str]:
    """Pages of one site under one notice, in several years; one story twice, one copied by another site."""
    stories = [[_sentence(dice) for _ in range(6)] for _ in range(4)]
    notice = "You read this story of {} in the Coast Gazette, the paper of the whole coast.\nWrite to us"

    def told(at: int, story: list[str], host: str = "coast") -> str:
        return page(host, f"told-{at}", "", f"told {at}", "\n".join([*story, notice.format(2030 + at)]))

    pages = [told(at, story) for at, story in enumerate(stories)]
    pages.append(told(7, [*stories[0][:5], _sentence(dice)]))
    pages.append(page("south", "taken", "", "taken", "\n".join(stories[1])))
    return pages


def _boxed(page: Callable[..., str], dice: random.Random) -> list[str]:
    """Pages of one site with teasers in markup of their own, which one page keeps and others struck."""

    def told(at: int, teaser: str) -> str:
        story = [_sentence(dice) for _ in range(6)]
        return page("bay", f"boxed-{at}", "", f"boxed {at}", "\n".join([*story, teaser]))

    return [told(at, f"{'- ' if at else ''}[card] {_sentence(dice)}") for at in range(3)]


@contextmanager
def _workshop() -> Iterator[Path]:
    memory = Path("/dev/shm")  # syncing to a disk is not what is tested here
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def _nameless(files: dict[str, bytes]) -> dict[str, object]:
    """A tree with raw paths left out, and with them hashes and sizes in the manifest."""

    def strip(record: Any) -> Any:
        if isinstance(record, dict):
            return {k: strip(v) for k, v in record.items() if k not in {"raw_path", "sha256", "bytes"}}
        return record

    return {
        name: strip(orjson.loads(data))
        if name == "manifest.json"
        else [strip(orjson.loads(x)) for x in data.splitlines()]
        for name, data in files.items()
    }


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 5), dice=st.randoms(use_true_random=False))
def test_any_way_of_feeding_the_same_pages_ends_in_the_same_bytes(seed: int, dice: random.Random) -> None:
    pool = _pool(seed)
    with _workshop() as home:
        run(home / "at-once", lay(home / "raw", pool))

        names = list(pool)
        dice.shuffle(names)
        cuts = sorted(dice.sample(range(1, len(names)), dice.randrange(4)))
        raw = home / "bit-by-bit" / "raw"
        for start, stop in zip([0, *cuts], [*cuts, len(names)], strict=True):
            lay(raw, {name: pool[name] for name in names[start:stop]})
            run(home / "clean", raw, jobs=dice.choice((1, 1, 2)))
            if dice.random() < 0.3:
                shutil.rmtree(home / "clean/.copydesk")
        run(home / "clean", raw)

        assert tree(home / "clean") == tree(home / "at-once")
        assert verify(home / "clean").problems == ()


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 5), dice=st.randoms(use_true_random=False))
def test_folders_may_come_in_any_order_and_files_by_any_name(seed: int, dice: random.Random) -> None:
    pool = _pool(seed)
    with _workshop() as home:
        run(home / "at-once", lay(home / "raw", pool))

        fresh = [f"{dice.randrange(10**9)}-{at}.txt" for at in range(len(pool))]
        parts: list[Path] = [home / "x", home / "y", home / "z"]
        for name, body in zip(fresh, pool.values(), strict=True):
            lay(dice.choice(parts), {name: body})
        there = [part for part in parts if part.exists()]
        dice.shuffle(there)
        for part in there:
            run(home / "one-by-one", part)
        run(home / "together", *reversed(there))

        assert tree(home / "one-by-one") == tree(home / "together")
        assert _nameless(tree(home / "together")) == _nameless(tree(home / "at-once"))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 5), dice=st.randoms(use_true_random=False))
def test_pages_that_go_leave_nothing_behind(seed: int, dice: random.Random) -> None:
    """Chrome learned from a page and marks that rest on it go with it, with or without the caches."""
    pool = _pool(seed)
    with _workshop() as home:
        gone = dice.sample(list(pool), dice.randrange(1, len(pool)))
        kept = {name: body for name, body in pool.items() if name not in gone}
        run(home / "never-there", lay(home / "kept", kept))

        raw = lay(home / "raw", pool)
        run(home / "clean", raw)
        for name in gone:
            (raw / name).unlink()
            if dice.random() < 0.2:
                run(home / "clean", raw)
            if dice.random() < 0.1:
                shutil.rmtree(home / "clean/.copydesk", ignore_errors=True)
                shutil.rmtree(home / "clean", ignore_errors=True)
        for _ in range(dice.randrange(1, 3)):
            run(home / "clean", raw)

        assert tree(home / "clean") == tree(home / "never-there")
        assert verify(home / "clean").problems == ()


def test_the_pool_has_what_the_corpus_judges(tmp_path: Path) -> None:
    """Or else the tests above would show little."""
    run(tmp_path / "clean", lay(tmp_path / "raw", _pool(2)))
    struck = [one for one in lines(tmp_path / "clean", "removed/*/*.jsonl") if one["stage"] == "corpus"]
    assert {(one["rule"], one["evidence"]) for one in struck} == {
        ("site_repeat", "seen on 4 of 4 pages of this site"),
        ("site_place", "all text in this markup is struck on 2 of 3 pages of this site that have it"),
    }
    assert len(struck) == 11
    kinds = {one["kind"] for one in lines(tmp_path / "clean", "duplicates.jsonl")}
    assert kinds == {"exact", "near_duplicate", "derived", "revision"}


def test_workers_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect, "_WORTH_A_WORKER", 1)
    monkeypatch.setattr(collect, "_SHARD_BYTES", 100_000)
    dice = random.Random(1)
    long = {f"long-{n}.txt": "\n".join(_numbers(dice) for _ in range(60)) for n in range(40)}
    raw = lay(tmp_path / "raw", {**_pool(1), **long})
    run(tmp_path / "one", raw, jobs=1)
    run(tmp_path / "two", raw, jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


class _CommitFails:
    """A connection whose n-th COMMIT raises."""

    def __init__(self, db: sqlite3.Connection, nth: int) -> None:
        self._db, self._left = db, nth

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)

    def execute(self, sql: str, *more: Any) -> Any:
        if sql == "COMMIT":
            self._left -= 1
            if self._left < 0:
                raise KeyboardInterrupt
        return self._db.execute(sql, *more)


def _crash(monkeypatch: pytest.MonkeyPatch, where: str, nth: int, work: Callable[[], object]) -> bool:
    """Do the work with the n-th of these steps failing; False if it never came to that step."""
    with monkeypatch.context() as patch:
        if where == "commit":
            real = state.State.__init__
            patch.setattr(state.State, "__init__", lambda self, db: real(self, _CommitFails(db, nth)))
        elif where == "rename":
            patch.setattr(Path, "replace", failing(nth, Path.replace, KeyboardInterrupt()))
        else:
            patch.setattr(os, "fsync", failing(nth, os.fsync, OSError(28, "No space left on device")))
        try:
            work()
        except (KeyboardInterrupt, OSError):
            return True
    return False


@pytest.mark.parametrize("where", ["rename", "commit", "fsync"])
def test_a_crash_at_any_step_is_made_good_by_the_next_run(
    monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with _workshop() as home:
        _crash_everywhere(home, monkeypatch, where)


def _crash_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    pool = _pool(3)
    first = lay(tmp_path / "first", dict(list(pool.items())[:6]))
    raw = lay(tmp_path / "raw", pool)
    run(tmp_path / "whole", first)
    before = tree(tmp_path / "whole")
    run(tmp_path / "whole", first, raw)
    whole = tree(tmp_path / "whole")

    run(tmp_path / "begun", first)
    for nth in range(200):
        clean = shutil.copytree(tmp_path / "begun", tmp_path / f"crash-{nth}")
        crashed = _crash(monkeypatch, where, nth, lambda clean=clean: run(clean, first, raw))
        run(clean, first)
        # What the crashed run had noted down is finished even by a run that was not asked for it.
        assert tree(clean) in (before, whole), f"{where} {nth}"
        run(clean, first, raw)
        assert tree(clean) == whole, f"{where} {nth}"
        assert verify(clean).ok
        shutil.rmtree(clean)
        if not crashed:
            break
    assert nth >= 3


def test_without_the_second_run_a_crash_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = lay(tmp_path / "raw", _pool(3))
    run(tmp_path / "whole", raw)
    assert _crash(monkeypatch, "rename", 3, lambda: run(tmp_path / "clean", raw))
    assert tree(tmp_path / "clean") != tree(tmp_path / "whole")
