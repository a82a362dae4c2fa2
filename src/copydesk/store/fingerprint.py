"""What, beside the raw pages, decides what is made of them: versions, settings and profiles."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import orjson

import copydesk
from copydesk.settings import Settings
from copydesk.sites.profile import Profiles

# The libraries whose next release may read a page differently.
_LIBRARIES: Final = (
    "beautifulsoup4",
    "charset-normalizer",
    "datasketch",
    "fastwarc",
    "htmldate",
    "lxml",
    "numpy",
    "py3langid",
    "resiliparse",
    "tldextract",
    "trafilatura",
)


def fingerprint(settings: Settings, profiles: Profiles) -> str:
    """A digest that changes whenever a page may have to be judged again."""
    parts = [settings_record(settings), profiles.fingerprint, versions(), code_digest()]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def settings_record(settings: Settings) -> dict[str, Any]:
    """The settings as they stand in the manifest; the profiles' folder is told by what is in it."""
    record = asdict(settings)
    del record["profiles"]
    return record


@cache
def versions() -> dict[str, str]:
    """The versions of copydesk, of Python and of the libraries that read pages."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {
        "copydesk": copydesk.__version__,
        "python": python,
        **{name: version(name) for name in _LIBRARIES},
    }


@cache
def code_digest() -> str:
    """A digest of copydesk's own files, so that a changed rule counts before the version does."""
    home = Path(copydesk.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*")):
        if path.suffix in {".py", ".toml", ".json", ".npz"}:
            digest.update(path.relative_to(home).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
