"""Near-copies: recall, false links, look-alikes, speed and memory beside other systems, in one run.

    python benchmarks/dedup.py FOLDER [--parts recall lookalikes real speed growth memory] [--bases N]
    python benchmarks/dedup.py FOLDER --parts real --truth TRUTH.json

FOLDER holds labelled pages (benchmarks/README.md). Stories are their texts; `edits.py` makes the copies,
`lookalikes.py` what only looks like them. Times are processor seconds, so that other work on the machine
counts little; the ratios inside one table are what counts. Needs the `bench` extra.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import dedup_speed
from dedup_real import TruthError, print_real
from dedup_systems import SYSTEMS, System
from edits import EDITS, MORE, Pool, Story
from labelled import BY_NAME, load
from lookalikes import FORMS, family

PARTS = ("recall", "lookalikes", "real", "speed", "growth", "memory")
# Those that take their stories from the labelled pages of all collections.
OF_STORIES = {"recall", "speed", "growth"}
SIZE = 30


def stories(folder: Path) -> list[Story]:
    """Texts of labelled pages as paragraphs, each once, of at least four paragraphs and 100 words."""
    texts = dict.fromkeys(max(page.bodies, key=len).strip() for page in load(folder, list(BY_NAME)))
    split = [[line.strip() for line in text.split("\n") if line.strip()] for text in texts]
    return [s for s in split if len(s) >= 4 and sum(len(p.split()) for p in s) >= 100]


def print_recall(bases: Sequence[Story], pool: Pool) -> None:
    """The share of edited copies that find their own story, and how often another was found."""
    print(f"\n{len(bases)} stories, an edited copy of each; share that finds its own story")
    print(f"{'':14}" + "".join(f"{system.name:>14}" for system in SYSTEMS))
    hits = {system.name: 0.0 for system in SYSTEMS}
    false = {system.name: 0 for system in SYSTEMS}
    for name, edit in {**EDITS, **MORE}.items():
        dice = random.Random(name)
        copies = [edit(story, pool, dice) for story in bases]
        line = f"{name:14}"
        for system in SYSTEMS:
            own, other = _found(system, bases, copies)
            line += f"{own / len(bases):14.3f}"
            if name in EDITS:
                hits[system.name] += own / len(bases) / len(EDITS)
                false[system.name] += other
        print(line, flush=True)
    print(f"{'all but last 3':14}" + "".join(f"{hits[system.name]:14.3f}" for system in SYSTEMS))
    print(f"{'false links':14}" + "".join(f"{false[system.name]:14}" for system in SYSTEMS))
    among = [len(system.link(list(bases))) for system in SYSTEMS]
    print(f"{'among stories':14}" + "".join(f"{count:14}" for count in among))


def _found(system: System, bases: Sequence[Story], copies: Sequence[Story]) -> tuple[int, int]:
    """How many copies were linked to their own story, and how many to another."""
    count = len(bases)
    links = {(a, b - count) for a, b in system.link([*bases, *copies]) if a < count <= b}
    own = sum(a == b for a, b in links)
    return own, len(links) - own


def print_lookalikes() -> None:
    """How many pairs of look-alikes each system links."""
    pairs = SIZE * (SIZE - 1) // 2
    print(f"\n{len(FORMS)} families of {SIZE} look-alikes, {pairs} pairs in each; pairs that were linked")
    for strict in (True, False):
        print(f"{'one wording' if strict else 'own wordings':22}", end="")
        print("".join(f"{system.name:>14}" for system in SYSTEMS))
        total = [0] * len(SYSTEMS)
        for name in FORMS:
            texts = family(name, SIZE, strict=strict)
            counts = [len(system.link(texts)) for system in SYSTEMS]
            total = [a + b for a, b in zip(total, counts, strict=True)]
            print(f"  {name:20}" + "".join(f"{count:14}" for count in counts))
        print(f"  {'all':20}" + "".join(f"{count:14}" for count in total), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--bases", type=int, default=400)
    parser.add_argument("--truth", type=Path, help="which pairs are copies, for the part `real`")
    given = parser.parse_args(arguments)
    found = stories(given.folder) if OF_STORIES & set(given.parts) else []
    random.Random(1).shuffle(found)
    bases, rest = found[: given.bases], found[given.bases :]
    paragraphs = [p for story in rest for p in story]
    pool = Pool([w for p in paragraphs for w in p.split()], [p for p in paragraphs if len(p.split()) > 14])
    if "recall" in given.parts:
        print_recall(bases, pool)
    if "lookalikes" in given.parts:
        print_lookalikes()
    if "real" in given.parts:
        try:
            print_real(given.folder, given.truth)
        except TruthError as error:
            parser.error(str(error))
    if "speed" in given.parts:
        dedup_speed.print_speed([p for story in found for p in story])
    if "growth" in given.parts:
        dedup_speed.print_growth(pool.words)
    if "memory" in given.parts:
        dedup_speed.print_memory()


if __name__ == "__main__":
    main()
