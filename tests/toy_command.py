"""The command with the toy judge, which works in this process: no worker is started and no model loaded.

    python toy_command.py ingest RAW... CLEAN [--quiet]

What reads, keeps and writes is the product's own, so a fault can be put at each of its calls at little cost.
"""

from __future__ import annotations

import sys
from dataclasses import replace

import toydesk

from copydesk import ingest
from copydesk.cli import main

_real = ingest.ingest


def toy(request: ingest.IngestRequest, progress: ingest.Progress | None = None) -> ingest.Summary:
    return _real(replace(request, isolate=False), progress, judge=toydesk.judge)


if __name__ == "__main__":
    ingest.ingest = toy  # type: ignore[assignment]
    sys.exit(main())
