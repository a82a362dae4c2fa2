"""Which of the models that training writes by folds has not seen a page's site."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from labelled import Labelled

T = TypeVar("T")


def unseen(page: Labelled, folds: Path, load: Callable[[Path], T | None]) -> T | None:
    """The model fitted without a page's site; None for a page that was in no fold."""
    name = _fold_of(folds).get(f"{page.collection}/{page.id}")
    return None if name is None else _loaded(folds / name, load)


@cache
def _fold_of(folds: Path) -> dict[str, str]:
    """For each page, by collection and id, the folder of its fold."""
    found: dict[str, str] = {}
    for fold in sorted(folds.glob("fold-*")):
        pages = json.loads((fold / "held-out.json").read_text(encoding="utf-8"))
        found |= dict.fromkeys(pages, fold.name)
    return found


@cache
def _loaded(folder: Path, load: Callable[[Path], T | None]) -> T:
    model = load(folder)
    if model is None:
        raise SystemExit(f"{folder} holds no model: run training with --folds again")
    return model
