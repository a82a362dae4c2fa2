"""Many good pages with poisons among them, and pages changed at random: nobody else pays, nothing is lost.

    python benchmarks/poison.py poisons [--pages 1000] [--poisons 50] [--jobs 2]
    python benchmarks/poison.py mutants [--pages 20000] [--seed 1]

`poisons` runs a folder of good pages alone and then with poisons in it: all good pages must come out, each
poison with a reason, in at most 1.3 times the seconds and a deadline for every poison shared by the jobs.
`mutants` changes pages at random, ingests them with one job and with four and compares the two byte by
byte: the runs must end well and account for every page, and memory must stay flat.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from hostile.families import STORY, page

# What a poison costs at most: both tries of a page by their processor time.
DEADLINE = 8.0
SLOWER = 1.3
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")]
_ODD = (b"<", b">", b"</p>", b"<div>", b"&#1;", b"\0", b"\xff", b"'", b'"', b"<!--", b"<table>")
# Each burns a try: dates, dumps and walls are cut before; these are the sheer mass a page may have.
POISONS = (
    lambda rng: page(
        after="<table>" + ("<tr>" + "<td>1</td>" * 200 + "</tr>") * rng.randint(150, 220) + "</table>"
    ),
    lambda rng: page(after="<p>" + "a " * rng.randint(1_000_000, 3_000_000)),
    lambda rng: page(after="<div>" * rng.randint(3_000, 40_000)),
    lambda rng: "<p>" + "x" * rng.randint(10_000_001, 12_000_000),
    lambda rng: page(after=f"<p class='byline'>By {'(' * rng.randint(100_000, 4_000_000)}</p>"),
    lambda rng: "%PDF-1.7\n" + "x" * rng.randint(5_000, 90_000),
)


def good(number: int) -> str:
    """A good page unlike the others: paragraphs of made-up words under a story's frame."""
    rng = random.Random(number)
    text: str = page()
    for paragraph in STORY:
        words = " ".join("".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3))) for _ in range(40))
        text = text.replace(paragraph, f"{words.capitalize()}.")
    return text.replace("<title>", f"<title>Quay {number}: ").replace("<h1>", f"<h1>Quay {number}: ")


def ingest(raw: Path, clean: Path, jobs: int) -> tuple[float, int]:
    """Seconds of a run, and the most memory that one of its processes had, in bytes."""
    start = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "copydesk", "ingest", str(raw), str(clean), "--jobs", str(jobs), "--quiet"],
        check=True,
    )
    return time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def counts(clean: Path) -> dict[str, int]:
    """The manifest's counts; they must add up."""
    found = json.loads((clean / "manifest.json").read_bytes())["counts"]
    assert found["inputs"] == found["articles"] + found["duplicates"] + sum(found["rejected"].values())
    return {"inputs": found["inputs"], "articles": found["articles"], **found["rejected"]}


def poisons(given: argparse.Namespace, folder: Path) -> None:
    """Good pages alone, then with poisons."""
    raw, rng = folder / "raw", random.Random(given.seed)
    raw.mkdir()
    for number in range(given.pages):
        (raw / f"{number:05}.html").write_text(good(number), encoding="utf-8")
    alone, _ = ingest(raw, folder / "alone", given.jobs)
    first = counts(folder / "alone")
    for number in range(given.poisons):
        at = number * given.pages // max(1, given.poisons)
        (raw / f"{at:05}-poison.html").write_text(POISONS[number % len(POISONS)](rng), encoding="utf-8")
    mixed, memory = ingest(raw, folder / "mixed", given.jobs)
    last = counts(folder / "mixed")
    lines = [json.loads(x) for p in (folder / "mixed" / "articles").rglob("*.jsonl") for x in p.open("rb")]
    whole = sum("poison" not in line["metadata"]["raw_path"] for line in lines)
    most = SLOWER * alone + given.poisons * DEADLINE / given.jobs
    print(f"alone {alone:.1f} s {first}")
    print(f"mixed {mixed:.1f} s {last}, at most {most:.1f} s; memory {memory >> 20} MiB")
    print(
        f"{whole} of {given.pages} good pages came out; {last['inputs'] - given.pages} poisons accounted for"
    )
    assert whole == given.pages
    assert last["inputs"] == given.pages + given.poisons
    assert mixed <= most


def mutant(text: bytes, rng: random.Random) -> bytes:
    """A page with some pieces changed, doubled, moved or cut."""
    body = bytearray(text)
    for _ in range(rng.randint(1, 30)):
        at, size = rng.randrange(len(body) + 1), rng.choice((1, 1, 2, 8, 60, 400))
        piece = bytes(body[at : at + size])
        match rng.randrange(5):
            case 0:
                body[at : at + size] = rng.randbytes(rng.randint(0, size))
            case 1:
                body[at:at] = piece * rng.randint(1, 4)
            case 2:
                del body[at : at + size]
            case 3:
                body[at:at] = rng.choice(
                    (b"<", b">", b"</p>", b"<div>", b"&#1;", b"\0", b"\xff", b"'", b'"', b"<!--", b"<table>")
                )
            case _:
                other = rng.randrange(len(body) + 1)
                body[other:other] = piece
    return bytes(body[: rng.choice((len(body), len(body), rng.randrange(len(body) + 1)))])


def mutants(given: argparse.Namespace, folder: Path) -> None:
    """Changed pages, with one job and with four."""
    raw, rng = folder / "raw", random.Random(given.seed)
    for number in range(given.pages):
        path = raw / f"{number // 500:03}" / f"{number:06}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(mutant(good(number).encode(), rng))
    found = {}
    for jobs in (1, 4):
        seconds, memory = ingest(raw, folder / str(jobs), jobs)
        found[jobs] = {
            path.relative_to(folder / str(jobs)): path.read_bytes()
            for path in (folder / str(jobs)).rglob("*")
            if path.is_file() and ".copydesk" not in path.parts
        }
        print(f"jobs {jobs}: {seconds:.0f} s, {memory >> 20} MiB at most, {counts(folder / str(jobs))}")
        shutil.rmtree(folder / str(jobs))
    assert found[1] == found[4]
    print("one job and four gave the same bytes")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("poisons", "mutants"))
    parser.add_argument("--pages", type=int)
    parser.add_argument("--poisons", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    given.pages = given.pages or (1_000 if given.what == "poisons" else 20_000)
    with tempfile.TemporaryDirectory() as folder:
        (poisons if given.what == "poisons" else mutants)(given, Path(folder))


if __name__ == "__main__":
    main()
