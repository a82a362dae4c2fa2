"""Metadata: what a page declares, and what its judged lines add, to one record with provenance."""

from __future__ import annotations

from copydesk.extract.declare import declare

__all__ = ["declare"]
