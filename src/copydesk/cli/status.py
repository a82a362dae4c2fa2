"""`copydesk status`: how the sources of a folder of raw pages stand."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path

from copydesk.cli.console import safe_json, say
from copydesk.cli.fetch_summary import status_lines


def status(raw: Path, /, *, json: bool = False) -> int:
    """Show for every source of a RAW folder: last success, new pages, errors, next due.

    Parameters
    ----------
    raw
        The folder that `copydesk fetch` wrote.
    json
        Print it as JSON, times in seconds since 1970.
    """
    from copydesk.fetch.status import status as status_of  # noqa: PLC0415 - keeps `copydesk --help` quick

    sources, rests = status_of(raw, time.time())
    if json:
        import orjson  # noqa: PLC0415 - one use

        record = {"sources": [asdict(s) for s in sources], "hosts": [asdict(r) for r in rests]}
        say(safe_json(orjson.dumps(record, option=orjson.OPT_INDENT_2).decode()))
        return 0
    say("\n".join(status_lines(sources, rests)))
    return 0
