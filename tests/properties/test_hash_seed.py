"""Python hashes text differently in each process; nothing that is written may show it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RAW = Path(__file__).parent.parent.parent / "raw"


def written(clean: Path, seed: str) -> dict[str, bytes]:
    line = [sys.executable, "-m", "copydesk", "ingest", str(RAW), str(clean), "--quiet", "--jobs", "1"]
    subprocess.run(line, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    files = (file for file in clean.rglob("*") if file.is_file())
    return {
        name.as_posix(): (clean / name).read_bytes()
        for name in (file.relative_to(clean) for file in files)
        if name.parts[0] != ".copydesk"
    }


def test_the_seed_of_hashing_leaves_no_trace(tmp_path: Path) -> None:
    first = written(tmp_path / "0", "0")
    assert len(first) > 4
    for seed in ("1", "2"):
        assert written(tmp_path / seed, seed) == first
