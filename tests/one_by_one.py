"""Fetch urls one by one, each into a folder of its own, and print what came of each as JSON.

    python one_by_one.py FOLDER DEADLINE ALLOW[,ALLOW...] URL...

A process of its own, so that the peak of its memory is that of fetching alone.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from copydesk.fetch import FetchRequest, SourceList, SourceSpec, fetch
from copydesk.fetch.state import open_state
from copydesk.settings import FetchSettings


def peak_kib() -> int:
    """The most memory this process ever held; `ru_maxrss` would count that of its parent too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def main(folder: str, deadline: str, allow: str, *urls: str) -> None:
    settings = FetchSettings(
        contact="desk@paper.example",
        delay=0.0,
        backoff=0.01,
        tries=1,
        deadline=float(deadline),
        allow=frozenset(allow.split(",")),
    )
    before = peak_kib()
    for number, url in enumerate(urls):
        raw = Path(folder) / str(number)
        began = time.monotonic()
        fetch(FetchRequest(SourceList((SourceSpec(name="it", url=url, kind="page"),)), raw, settings))
        seconds = time.monotonic() - began
        state = open_state(raw)
        rows = state.db.execute("SELECT url, result, detail FROM pages ORDER BY page").fetchall()
        state.close()
        grown = (peak_kib() - before) / 1024
        told = {"url": url, "rows": rows, "seconds": seconds, "mib": grown, "peak": peak_kib() / 1024}
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
