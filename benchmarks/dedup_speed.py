"""The paragraph path beside other systems: text in, repeats left out, near-copies verified, index fed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dedup_systems import grams

from copydesk.dedup import compiled
from copydesk.dedup.index import Index

LEAST = 0.7
# The slow ones take so many paragraphs only, which flatters them: their cost grows with the index.
SLOW, BULK = 2_000, 6_000
FLOORS = {"datasketch update": 100, "rensa": 5}


def _fresh(paragraphs: Sequence[str]) -> list[list[str]]:
    """The shingles of paragraphs of eight words and more that were not seen before."""
    seen: set[str] = set()
    found = []
    for paragraph in paragraphs:
        words = grams(paragraph, 1)
        key = " ".join(words)
        if key not in seen:
            seen.add(key)
            if len(words) >= 8:
                found.append([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
    return found


def datasketch_update(paragraphs: Sequence[str]) -> int:
    """datasketch plainly used: `update` for each shingle."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - the other systems are loaded when used

    index, pairs = MinHashLSH(num_perm=128, params=(32, 4)), 0
    kept: list[MinHash] = []
    for at, shingles in enumerate(_fresh(paragraphs)):
        sketch = MinHash(num_perm=128)
        for shingle in shingles:
            sketch.update(shingle.encode())
        pairs += sum(sketch.jaccard(kept[other]) >= LEAST for other in index.query(sketch))
        index.insert(at, sketch)
        kept.append(sketch)
    return pairs


def datasketch_bulk(paragraphs: Sequence[str]) -> int:
    """datasketch with its bulk generator."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index, pairs = MinHashLSH(num_perm=128, params=(32, 4)), 0
    kept: list[MinHash] = []
    sets = [[shingle.encode() for shingle in shingles] for shingles in _fresh(paragraphs)]
    for at, sketch in enumerate(MinHash.generator(sets, num_perm=128)):
        pairs += sum(sketch.jaccard(kept[other]) >= LEAST for other in index.query(sketch))
        index.insert(at, sketch)
        kept.append(sketch)
    return pairs


def rensa(paragraphs: Sequence[str]) -> int:
    """rensa with its batch call."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    index, pairs = RMinHashLSH(LEAST, 128, 32), 0
    sketches = RMinHash.from_token_sets(_fresh(paragraphs), 128, 42)
    for at, sketch in enumerate(sketches):
        pairs += sum(sketch.jaccard(sketches[other]) >= LEAST for other in index.query(sketch))
        index.insert(at, sketch)
    return pairs


def ours(paragraphs: Sequence[str]) -> int:
    """`copydesk.dedup.Index`."""
    found = Index(least=LEAST).add(paragraphs)
    return int((found.score < 1).sum())


def print_speed(paragraphs: Sequence[str]) -> None:
    """Megabytes a second of each system on the same paragraphs, and how many times as fast ours is."""
    _load_kernels()
    whole = list(paragraphs)
    size = sum(len(p.encode()) for p in whole) / 1e6
    print(f"\nthe paragraph path: {len(whole)} paragraphs, {size:.1f} MB, {len(set(whole))} different ones")
    systems: list[tuple[str, Callable[[Sequence[str]], int], int]] = [
        ("datasketch update", datasketch_update, SLOW),
        ("datasketch bulk", datasketch_bulk, BULK),
        ("rensa", rensa, len(whole)),
        ("copydesk", ours, len(whole)),
    ]
    rates = {}
    for name, work, count in systems:
        part = whole[:count]
        seconds, pairs = _least(work, part, 1 if count < len(whole) else 3)
        rates[name] = sum(len(p.encode()) for p in part) / 1e6 / seconds
        print(f"  {name:20}{rates[name]:9.2f} MB/s {len(part):8} paragraphs, {pairs} near-copies")
    for name, rate in rates.items():
        floor = f" (floor {FLOORS[name]})" if name in FLOORS else ""
        print(f"  copydesk : {name:20}{rates['copydesk'] / rate:7.1f} x{floor}")


def _least(work: Callable[[Sequence[str]], int], given: Sequence[str], passes: int) -> tuple[float, int]:
    spent = []
    for _ in range(passes):
        start = time.process_time()
        pairs = work(given)
        spent.append(time.process_time() - start)
    return min(spent), pairs


def made_up(words: Sequence[str], count: int, seed: int) -> list[str]:
    """Paragraphs of 23 words drawn at random, one in five an earlier one with a word changed."""
    dice = random.Random(seed)
    made: list[list[str]] = []
    for _ in range(count):
        if made and dice.random() < 0.2:
            copy = list(made[-dice.randrange(1, min(len(made), 5_000) + 1)])
            copy[dice.randrange(len(copy))] = dice.choice(words)
            made.append(copy)
        else:
            made.append(dice.choices(words, k=23))
    return [" ".join(one) for one in made]


def print_growth(words: Sequence[str]) -> None:
    """Cost of a record in an index of 1,000 and of 300,000 paragraphs."""
    _load_kernels()
    print("\ncost of a record as the index grows (200 records a call)")
    index, costs = Index(), {}
    paragraphs = made_up(words, 306_000, 1)
    at = 0
    for size in (1_000, 10_000, 100_000, 300_000):
        index.add(paragraphs[at:size])
        at, spent = size + 6_000 if size > 6_000 else size + 1_000, []
        for first in range(size, at, 200):
            start = time.process_time()
            index.add(paragraphs[first : first + 200])
            spent.append(time.process_time() - start)
        costs[size] = sorted(spent)[len(spent) // 2] / 200
        print(f"  {size:8} {1e6 * costs[size]:7.2f} us, {costs[size] / costs[1_000]:.2f} x (ceiling 4)")


def print_memory() -> None:
    """Memory of an index of 100,000 paragraphs, over the process without them, with numba and without."""
    print("\nmemory of 100,000 paragraphs over the process without them (ceiling 150 MB)", flush=True)
    for fast in (True, False):
        code = (
            f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
            f"import dedup_speed; dedup_speed.grow_memory(100_000, fast={fast})"
        )
        subprocess.run([sys.executable, "-c", code], check=True)


def grow_memory(count: int, *, fast: bool) -> None:
    """Print what an index of so many paragraphs takes, in this process."""
    bare = _resident()
    if fast:
        _load_kernels()
    else:
        compiled.WORTH_LOADING = sys.maxsize  # type: ignore[misc]
    dice = random.Random(1)
    words = [f"{dice.choice('bdfgklmnprst')}{dice.choice('aeiou')}{n}" for n in range(40_000)]
    start, index = _resident(), Index()
    for seed in range(count // 10_000):
        index.add(made_up(words, 10_000, seed))
    grown = _resident()
    name = "numba" if fast else "numpy"
    loaded = f"{start - bare:.0f} MB loaded before: {grown - bare:.0f} MB in all"
    print(f"  {name}: {grown - start:.0f} MB of {len(index)} texts, {loaded}", flush=True)


def _load_kernels() -> None:
    """Load the compiled path and run each kernel once, so that no run pays for that."""
    compiled.WORTH_LOADING = 0  # type: ignore[misc]
    index = Index()
    index.add(made_up(["gull", "mast", "quay", "rope", "tide"], 50, 1))
    index.query(made_up(["gull", "mast", "quay", "rope", "tide"], 5, 1))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6
