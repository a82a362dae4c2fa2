"""Files that are there whole or not at all: written aside, synced, renamed into place."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds: its sha256, bytes and lines; `changed` if it was not so before."""

    sha256: str
    size: int
    lines: int
    changed: bool


def write_lines(path: Path, lines: Iterable[bytes], aside: Path) -> Written:
    """Make a file of these lines; it is replaced only if its bytes differ.

    `aside` is a folder of the same file system for the file in the making. A rename outlasts a power
    cut once `sync_folders` was called.
    """
    aside.mkdir(parents=True, exist_ok=True)
    making = aside / f"{os.getpid()}-{path.name}"
    digest, size, count = hashlib.sha256(), 0, 0
    try:
        with making.open("wb", buffering=_CHUNK) as file:
            for one in lines:
                file.write(one)
                digest.update(one)
                size, count = size + len(one), count + 1
            file.flush()
            changed = sha256_of(path) != digest.hexdigest()
            if changed:
                os.fsync(file.fileno())
        if changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            making.replace(path)
    finally:
        making.unlink(missing_ok=True)
    return Written(digest.hexdigest(), size, count, changed)


def rename(making: Path, path: Path) -> None:
    """Put a synced file in its place, and sync the folder that now names it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making.replace(path)
    sync_folders([path.parent])


def sync_folders(folders: Iterable[Path]) -> None:
    """Make renames in these folders outlast a power cut."""
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256_of(path: Path) -> str | None:
    """The sha256 of a file's bytes, or None if there is no such file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
