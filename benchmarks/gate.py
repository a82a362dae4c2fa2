"""Floors of quality: what was reached once is not lost again unnoticed.

`floors.toml` has a table a set of pages and way of scoring. A set is told by a digest of its pages and
labels, so that a floor is never held against other pages. Floors are raised by `--pin`; one is lowered
only by `--lower REASON`, and only where the changelog has that reason.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from labelled import Labelled

FLOORS = Path(__file__).with_name("floors.toml")
CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"
# A score this much below its floor still holds: what another version of a library changes on a page or two.
SLACK = 0.0005
_DIGITS = 4
_HEAD = "# What `quality.py FOLDER` has reached: `--gate` fails below it, `--pin` raises it.\n"

Figures = Mapping[str, float]


def digest(pages: Iterable[Labelled]) -> str:
    """A digest of pages and their labels, whatever the order."""
    rows = sorted(
        repr((p.collection, p.id, p.raw().sha256, p.bodies, p.title, p.authors, p.date)) for p in pages
    )
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The floors of every set: a set's name to its figures."""
    if not path.exists():
        return {}
    return {name: dict(figures) for name, figures in tomllib.loads(path.read_text("utf-8")).items()}


def below(figures: Figures, floors: Figures) -> list[str]:
    """A line for each figure below its floor, or missing."""
    found = []
    for name, floor in floors.items():
        figure = figures.get(name)
        if figure is None or figure < floor - SLACK:
            found.append(
                f"{name}: {'not measured' if figure is None else f'{figure:.4f}'}, floor {floor:.4f}"
            )
    return found


def raised(figures: Figures, floors: Figures, lower: str | None = None) -> dict[str, float]:
    """The floors after a run: the better of both, or what was measured where there is a reason to lower.

    >>> raised({"a": 0.92, "b": 0.7}, {"a": 0.91, "b": 0.8})
    {'a': 0.92, 'b': 0.8}
    """
    if lower is not None and lower not in " ".join(CHANGELOG.read_text("utf-8").split()):
        raise SystemExit(f"say in CHANGELOG.md why a floor is lowered; it does not have: {lower}")
    names = sorted({*figures, *floors})
    new = {name: round(figures.get(name, 0.0), _DIGITS) for name in names}
    return new if lower is not None else {name: max(new[name], floors.get(name, 0.0)) for name in names}


def write_floors(floors: Mapping[str, Figures], path: Path = FLOORS) -> None:
    """Write the floors of every set."""
    tables = [_HEAD]
    for name in sorted(floors):
        lines = [f'"{figure}" = {value:.4f}' for figure, value in sorted(floors[name].items())]
        tables.append(f'["{name}"]\n' + "\n".join(lines) + "\n")
    path.write_text("\n".join(tables), encoding="utf-8")


def check(name: str, figures: Figures) -> None:
    """Say how the figures of a set stand to its floors; raises SystemExit if one is below."""
    floors = read_floors().get(name)
    if floors is None:
        raise SystemExit(f"no floors for these pages ({name}): pin some, or give the pages they are for")
    found = below(figures, floors)
    if found:
        raise SystemExit("below the floor\n  " + "\n  ".join(found))
    print(f"\nno figure of {len(floors)} is below its floor ({name})")


def pin(name: str, figures: Figures, lower: str | None) -> None:
    """Raise the floors of a set to what was measured."""
    floors = read_floors()
    floors[name] = raised(figures, floors.get(name, {}), lower)
    write_floors(floors)
    print(f"\nfloors pinned for {name}")


def set_name(pages: Sequence[Labelled], folds: bool) -> str:
    """The name of a set of pages and of the keeper they were read by."""
    return f"{len(pages)} pages {digest(pages)}, {'unseen sites' if folds else 'shipped keeper'}"
