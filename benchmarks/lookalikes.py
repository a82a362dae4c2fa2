"""Families of articles that look alike and are no copies: made from one form, telling of different things.

The forms are in `lookalikes.toml`, our own fiction. A family comes in two ways: `strict` takes the first
choice everywhere, so that names and numbers are all that differ, and otherwise choices are made at random.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
KINDS: dict[str, list[str]] = {kind: words.split() for kind, words in _DATA["kinds"].items()}
FORMS: dict[str, list[str]] = _DATA["forms"]
_SLOT = re.compile(r"\{(\w+)(?::(-?\d+):(\d+))?\}")
_CHOICE = re.compile(r"\[([^\[\]{}]*(?:\{[^}]*\}[^\[\]{}]*)*)\]")


def family(name: str, count: int, *, strict: bool, seed: int = 1) -> list[list[str]]:
    """So many articles of one family, each as its paragraphs."""
    dice = random.Random(f"{name} {strict} {seed}")
    return [list(_filled(FORMS[name], dice, strict)) for _ in range(count)]


def _filled(form: list[str], dice: random.Random, strict: bool) -> Iterator[str]:
    def choice(match: re.Match[str]) -> str:
        choices = match[1].split("|")
        return choices[0] if strict else dice.choice(choices)

    def slot(match: re.Match[str]) -> str:
        kind, low, high = match.groups()
        if kind == "n":
            return str(dice.randint(int(low), int(high)))
        return dice.choice(KINDS[kind])

    for paragraph in form:
        yield _SLOT.sub(slot, _CHOICE.sub(choice, paragraph))
