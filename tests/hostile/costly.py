"""The pipeline's judge, which notes what each page cost its worker."""

from __future__ import annotations

import json
import resource
import time
from pathlib import Path

from copydesk.model import Article, RawPage, Rejected
from copydesk.pipeline import judge_page
from copydesk.settings import Settings
from copydesk.sites.profile import Profiles


def judge(raw: RawPage, settings: Settings, profiles: Profiles) -> Article | Rejected:
    """Judge a page; `settings.source` names the file that costs are appended to, a line a try."""
    begin = time.monotonic(), time.process_time()
    try:
        return judge_page(raw, settings, profiles)
    finally:
        seconds = time.monotonic() - begin[0], time.process_time() - begin[1]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        with Path(settings.source).open("a", encoding="utf-8") as out:
            out.write(json.dumps([raw.raw_path, *seconds, memory]) + "\n")
