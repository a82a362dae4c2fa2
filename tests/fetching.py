"""What the fixture of the tests of fetching is: sources and settings in, a summary out."""

from __future__ import annotations

from collections.abc import Callable

from copydesk.fetch import FetchSummary

Fetch = Callable[..., FetchSummary]
