"""What a page declares about itself, before any line is judged: candidates with their origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.extract.jsonld import Graph


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value for a metadata field and where it came from (`json-ld`, `og:title`, `byline` ...)."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Declared:
    """Candidates by field name (names of `model.Metadata`), the most trusted first.

    List fields (authors, tags) have one candidate a value; only those of one origin belong together. `cut`
    says in words what of the page's own word was too much to be read. `graph` is its JSON-LD, if it was read.
    """

    candidates: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    cut: tuple[str, ...] = ()
    graph: Graph | None = None

    def first(self, name: str) -> str | None:
        """The most trusted value of a field, or None.

        >>> Declared({"title": (Candidate("A", "json-ld"), Candidate("B", "h1"))}).first("title")
        'A'
        """
        found = self.candidates.get(name, ())
        return found[0].value if found else None

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of a field, whatever its origin, in order of trust."""
        return tuple(c.value for c in self.candidates.get(name, ()))


NOTHING = Declared()
