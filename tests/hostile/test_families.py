"""Whole runs over hostile folders: the story or its reason, in time, nothing lost, nobody else touched."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hostile import costly
from hostile.families import SECRET, STORY, TITLE, cases, containers, page
from hostile.mutants import mutants
from toydesk import tree

from copydesk.cli import main
from copydesk.ingest import IngestRequest, ingest
from copydesk.settings import Settings
from copydesk.store import collect
from copydesk.verify import verify

# More seeds: HOSTILE_SEEDS=20 python -m pytest tests/hostile/test_families.py
SEEDS = range(1, 1 + int(os.environ.get("HOSTILE_SEEDS", "1")))
# More pages changed at random: HOSTILE_MUTANTS=2000.
MUTANTS = int(os.environ.get("HOSTILE_MUTANTS", "80"))
# Seconds by the clock for a page, and those a busy machine may add; memory of all processes together.
DEADLINE, STUCK = 12, 120


class Run:
    """What a run made of a folder."""

    def __init__(self, clean: Path) -> None:
        self.clean = clean
        self.articles = {a["metadata"]["raw_path"]: a for a in self.lines("articles/*/*.jsonl")}
        self.rejected = {r["raw_path"]: r for r in self.lines("rejected.jsonl")}
        self.duplicates = [
            d for d in self.lines("duplicates.jsonl") if d["kind"] in {"revision", "same_page"}
        ]
        self.counts = json.loads((clean / "manifest.json").read_bytes())["counts"]

    def lines(self, pattern: str) -> list[dict]:
        return [json.loads(one) for path in sorted(self.clean.glob(pattern)) for one in path.open("rb")]


def run(raw: Path, clean: Path, *options: str) -> Run:
    """The command in this process, so that what workers are forked from is started once for all runs."""
    assert main(["ingest", str(raw), str(clean), "--quiet", *options]) == 0
    return Run(clean)


@pytest.fixture(scope="module", params=SEEDS)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, Run]:
    folder = tmp_path_factory.mktemp(f"hostile{request.param}")
    made = dict(cases(request.param))
    (folder / "raw").mkdir()
    for name, case in made.items():
        (folder / "raw" / f"{name}{case.ending}").write_bytes(case.body)
    settings = Settings(source=str(folder / "costs"))
    request = IngestRequest((folder / "raw",), folder / "clean", 2, settings)
    ingest(request, judge=costly.judge)
    return made, Run(folder / "clean")


def test_every_page_is_the_story_or_a_fitting_reason(hostile: tuple[dict, Run]) -> None:
    made, run = hostile
    wrong = {}
    for name, case in made.items():
        path = f"{name}{case.ending}"
        article, rejected = run.articles.get(path), run.rejected.get(path)
        if article is not None:
            kept = [p for p in case.story if p in article["text"]]
            if kept != list(case.story) or SECRET in article["text"] or not (case.whole or case.reasons):
                wrong[path] = (len(kept), article["text"][:200])
        elif rejected is None or rejected["reason"] not in case.reasons or not rejected["detail"]:
            wrong[path] = rejected
    assert not wrong


def test_every_input_is_accounted_for(hostile: tuple[dict, Run]) -> None:
    made, run = hostile
    counts = run.counts
    assert counts["inputs"] == len(made)
    assert counts["inputs"] == counts["articles"] + counts["duplicates"] + sum(counts["rejected"].values())
    assert verify(run.clean).problems == ()


def test_no_page_takes_longer_or_more_memory_than_a_page_may(hostile: tuple[dict, Run]) -> None:
    """What ends at the deadline leaves no line; the kernel has seen to its processor time."""
    made, run = hostile
    tries: dict[str, list[tuple[float, float, int]]] = {}
    for line in (run.clean.parent / "costs").read_text().splitlines():
        path, *cost = json.loads(line)
        tries.setdefault(path, []).append(tuple(cost))
    assert len(tries) > len(made) // 2
    assert max(sum(cpu for _, cpu, _ in costs) for costs in tries.values()) < DEADLINE
    # By the clock a busy machine takes longer.
    assert max(sum(wall for wall, _, _ in costs) for costs in tries.values()) < STUCK
    assert max(memory for costs in tries.values() for _, _, memory in costs) < 1 << 30


@pytest.mark.parametrize("seed", SEEDS)
def test_damage_in_a_container_costs_the_records_it_hit(tmp_path: Path, seed: int) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    made = containers(seed)
    for name, (body, _) in made.items():
        (raw / name).write_bytes(body)
    made_of = run(raw, tmp_path / "clean", "--jobs", "1")
    out = Counter(path.partition("#")[0] for path in made_of.articles)
    out.update(d["raw_path"].partition("#")[0] for d in made_of.duplicates)
    assert all(out[name] >= least for name, (_, least) in made.items()), out
    assert all(article["text"].split("\n\n") == list(STORY) for article in made_of.articles.values())
    damaged = {
        path.partition("#")[0] for path, line in made_of.rejected.items() if line["reason"] == "bad_record"
    }
    assert {name for name, (_, least) in made.items() if least < 5} <= damaged | {"lines.jsonl.gz"}


def test_pages_changed_at_random_are_accounted_for_whatever_the_jobs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few; benchmarks/mutants.py takes twenty thousand."""
    monkeypatch.setattr(collect, "_WORTH_A_WORKER", 1)  # else so few pages have one worker, whatever is asked
    (tmp_path / "raw").mkdir()
    for name, body in mutants(2, MUTANTS):
        (tmp_path / "raw" / name).write_bytes(body)
    one, _ = (run(tmp_path / "raw", tmp_path / jobs, "--jobs", jobs) for jobs in ("1", "2"))
    counts = one.counts
    assert counts["inputs"] == counts["articles"] + counts["duplicates"] + sum(counts["rejected"].values())
    assert not {"internal_error", "crashed"} & counts["rejected"].keys()
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    assert verify(tmp_path / "1").problems == ()


def test_a_folder_of_traps(tmp_path: Path) -> None:
    """Links, pipes, sockets, devices and odd names: each named, none followed, none waited for."""
    raw, secret = tmp_path / "raw", tmp_path / "outside.html"
    raw.mkdir()
    secret.write_text(page().replace(TITLE, "Outside of the folder"))
    odd = [
        "a..b",
        "con",
        "a\x1b[2J",
        "-rf",
        "x" * 200,
        "é\u202e",
        "a b;c",
        "%2e%2e%2f",
        "line\nend",
        "'\"$(x)`",
    ]
    for number, name in enumerate(odd):
        (raw / f"{name}{number}.html").write_text(page().replace("Monday", f"Monday the {number}th"))
    (raw / os.fsdecode(b"\xff\xfe.html")).write_text(page())
    (raw / "link.html").symlink_to(secret)
    (raw / "loop").symlink_to(raw)
    (raw / "nowhere.html").symlink_to(tmp_path / "nothing")
    (raw / "loop.html").symlink_to(raw / "loop.html")
    (raw / "folder.html").mkdir()
    os.mkfifo(raw / "pipe.html")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.path.relpath(raw / "door.html"))
        (raw / "zero.html").symlink_to("/dev/zero")
        made_of = run(raw, tmp_path / "clean", "--jobs", "1")
    links = dict.fromkeys(("link.html", "nowhere.html", "loop.html", "zero.html", "pipe.html"), "unsupported")
    assert {p: r["reason"] for p, r in made_of.rejected.items()} == {**links, "door.html": "unreadable"}
    assert len(made_of.articles) == len(odd) + 1
    assert "Outside" not in json.dumps([*made_of.articles.values()])
    names = [
        path.relative_to(made_of.clean).as_posix()
        for path in made_of.clean.rglob("*")
        if ".copydesk" not in path.parts
    ]
    assert all(name.isascii() and name.isprintable() and ".." not in name for name in names), names


def test_no_process_is_left_behind_and_memory_is_bounded(tmp_path: Path) -> None:
    """The run ends its pipes; what it used stays below 1 GiB."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "wide.html").write_text(
        page(after="<i " + " ".join(f"a{n}=1" for n in range(90)) + "></i>" * 9_000)
    )
    (raw / "good.html").write_text(page())
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    line = [sys.executable, "-m", "copydesk", "ingest", str(raw), str(tmp_path / "clean"), "--jobs", "2"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        # Standard output closes when the last process that has it is gone.
        process.communicate(timeout=STUCK)
    assert process.returncode == 0
    assert max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) < 1 << 20
