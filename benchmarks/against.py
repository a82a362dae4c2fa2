"""Two versions of copydesk on the same pages: which pages came out otherwise, and in what.

The other version is taken from git into a folder of its own, and run by this file with that folder ahead
on the path; both read with the keeper they ship.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from labelled import BY_NAME, Labelled, load
from scores import Score, best

_ROOT = Path(__file__).parents[1]
# Pages that moved less are not shown.
_MOVED = 0.0005
_LINES = 6

Texts = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that two versions read differently, with its scores."""

    page: Labelled
    before: Score
    after: Score
    gone: tuple[str, ...]
    new: tuple[str, ...]


def text_of(page: Labelled) -> str:
    """The text the copydesk on the path finds; empty for a page it rejects."""
    from copydesk.pipeline import judge_page  # noqa: PLC0415 - of whatever version is on the path

    logging.disable(logging.CRITICAL)
    return str(getattr(judge_page(page.raw()), "text", ""))


def texts_at(revision: str, folder: Path, pages: Sequence[Labelled], jobs: int) -> Texts:
    """The texts that a version from git finds; raises SystemExit if git or the version fails."""
    packed = subprocess.run(
        ["git", "-C", str(_ROOT), "archive", revision, "src"], capture_output=True, check=False
    )
    if packed.returncode:
        raise SystemExit(f"git has no version {revision!r}: {packed.stderr.decode().strip()}")
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
            archive.extractall(place, filter="data")
        names = sorted({page.collection for page in pages})
        wanted = json.dumps([[page.collection, page.id] for page in pages])
        done = subprocess.run(
            [sys.executable, __file__, str(folder), str(jobs), *names],
            input=wanted, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(Path(place, "src"))},
        )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"version {revision} failed: {done.stderr.strip()[-2000:]}")
    rows = [json.loads(line) for line in done.stdout.split("\n") if line]
    return {(collection, page_id): text for collection, page_id, text in rows}


def moved(pages: Sequence[Labelled], before: Texts, after: Texts) -> Iterator[Moved]:
    """The pages whose text is another one."""
    import rules  # noqa: PLC0415 - of this version; the other one may not have what it needs

    for page in pages:
        old, new = before[page.collection, page.id], after[page.collection, page.id]
        if old != new:
            metric = BY_NAME[page.collection].metric
            yield Moved(
                page,
                best(metric, page.bodies, old),
                best(metric, page.bodies, new),
                tuple(rules.missing(old, new)),
                tuple(rules.missing(new, old)),
            )


def report(revision: str, pages: Sequence[Labelled], found: Sequence[Moved]) -> None:
    """The change of each collection, then page by page, the worst first."""
    print(f"\nthis version less {revision}, F1 points of a page")
    for name in dict.fromkeys(page.collection for page in pages):
        of = [m for m in found if m.page.collection == name]
        count = sum(page.collection == name for page in pages)
        gain = [m.after[2] - m.before[2] for m in of]
        better, worse = sum(g > _MOVED for g in gain), sum(g < -_MOVED for g in gain)
        mean = 100 * sum(gain) / max(1, count)
        told = f"{len(of)} texts of {count} differ, {better} better, {worse} worse"
        print(f"  {name:16}{mean:+7.3f} on the mean; {told}")
    for one in sorted(found, key=lambda m: m.after[2] - m.before[2]):
        if abs(one.after[2] - one.before[2]) > _MOVED:
            change = f"{one.before[2]:.4f} -> {one.after[2]:.4f}"
            print(f"\n{one.page.collection} {one.page.id}  {change}  {one.page.url}")
            for sign, lines in (("gone", one.gone), ("new ", one.new)):
                for line in lines[:_LINES]:
                    print(f"  {sign} {line[:140]}")


def main() -> None:
    """Print the texts of the pages named on standard input, as the copydesk on the path reads them."""
    folder, jobs, *names = sys.argv[1:]
    wanted = {(collection, page_id) for collection, page_id in json.load(sys.stdin)}
    pages = [p for p in load(Path(folder), names) if (p.collection, p.id) in wanted]
    with ProcessPoolExecutor(int(jobs)) as pool:
        for page, text in zip(pages, pool.map(text_of, pages, chunksize=8), strict=True):
            print(json.dumps([page.collection, page.id, text]))


if __name__ == "__main__":
    main()
