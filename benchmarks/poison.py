"""Many good pages with poisons among them: nobody else pays.

    python benchmarks/poison.py [--pages 1000] [--poisons 50] [--jobs 2]

Runs a folder of good pages alone and then with poisons in it: all good pages must come out, each poison with
a reason, in at most 1.3 times the seconds and a deadline for every poison shared by the jobs.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--poisons", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        poisons(given, Path(folder))


if __name__ == "__main__":
    main()
