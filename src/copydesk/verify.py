"""Whether a `clean/` folder keeps its promises, told from its files alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked at, and every problem found, one plain sentence each."""

    clean: Path
    files: int
    articles: int
    removed: int
    duplicates: int
    rejected: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every promise holds."""
        return not self.problems


def verify(clean: Path) -> VerifyReport:
    """Check hashes, schema, order, ledger and accounting of a `clean/` folder."""
    raise NotImplementedError
