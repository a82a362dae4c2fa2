"""What workers need, imported once by the process they are forked from."""

from __future__ import annotations

import htmldate
import lxml.html
import py3langid
import trafilatura

import copydesk.engine.page
import copydesk.engine.wire
import copydesk.pipeline

__all__ = ["copydesk", "htmldate", "lxml", "py3langid", "trafilatura"]
