"""Every command and every example in the README and the docs is run."""

from __future__ import annotations

import dataclasses
import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk import errors
from copydesk.dedup.copies import CopyKind
from copydesk.fetch.records import Result
from copydesk.model import Metadata, Reason, RejectReason
from copydesk.settings import DEFAULT
from copydesk.write import schema

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md"), ROOT / "benchmarks" / "README.md"])
# A fence of `sh` is run; `console`, `cron` and `ini` show what needs a server, or is no command.
RUN = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def commands(page: Path) -> list[str]:
    return RUN.findall(page.read_text(encoding="utf-8"))


def is_flow(block: str) -> bool:
    return "flows/" in block


# A flow takes a server of its own, half a minute on a busy machine, so each is run once, wherever it stands.
FLOWS = sorted({block for page in PAGES for block in commands(page) if is_flow(block)})


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder like a fresh clone after `make run`: raw pages, flows, an environment to activate."""
    for name in ("raw", "flows", "docs/paper"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("Makefile", "pyproject.toml", "constraints.txt", "README.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    activate = tmp_path / ".venv" / "bin" / "activate"
    activate.parent.mkdir(parents=True)
    activate.touch()
    return tmp_path


def shell(block: str, folder: Path) -> subprocess.CompletedProcess[str]:
    # Installing is what `make` does before anything else here, so it is only asked what it would do.
    block = re.sub(r"^make ", "make --dry-run ", block, flags=re.MULTILINE)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def run(block: str, folder: Path) -> None:
    done = shell(block, folder)
    assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_commands(page: Path, clone: Path) -> None:
    for block in commands(page):
        if not is_flow(block):
            run(block, clone)


@pytest.mark.prefect
@pytest.mark.parametrize("block", FLOWS)
def test_flows(block: str, clone: Path) -> None:
    run(block, clone)


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_python_examples(page: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone)
    failed, _ = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_reason_is_explained() -> None:
    dropped = (ROOT / "docs" / "why-was-this-dropped.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)`", dropped, re.MULTILINE) == [str(reason) for reason in Reason]
    rejected = (ROOT / "docs" / "rejected.md").read_text(encoding="utf-8")
    rows = [
        re.split(r" *\| *", row.strip("| ")) for row in re.findall(r"^\| `\w+` \|.*$", rejected, re.MULTILINE)
    ]
    assert [row[0].strip("`") for row in rows] == [str(reason) for reason in RejectReason]
    # What happened, and what a person can do about it.
    assert all(len(row) == 3 and min(map(len, row[1:])) > 5 for row in rows), rows


def test_every_limit_on_a_page_is_named_with_its_value() -> None:
    text = (ROOT / "docs" / "rejected.md").read_text(encoding="utf-8")
    limits = dict(re.findall(r"^\| `(\w+\.\w+)` \| ([\d,]+)", text, re.MULTILINE))
    for group in ("read", "head"):
        settings = getattr(DEFAULT, group)
        for field in dataclasses.fields(settings):
            assert int(limits[f"{group}.{field.name}"].replace(",", "")) == getattr(settings, field.name)
    assert limits["worker.cpu_seconds"] == f"{DEFAULT.worker.cpu_seconds[0]:.0f}"
    assert int(limits["worker.wall_seconds"]) == DEFAULT.worker.wall_seconds
    assert int(limits["worker.memory_bytes"]) * 1_000_000 == DEFAULT.worker.memory_bytes
    assert int(limits["article.min_words"]) == DEFAULT.article.min_words


def test_every_result_of_a_fetch_is_explained() -> None:
    text = (ROOT / "docs" / "fetch.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)`", text, re.MULTILINE) == [str(result) for result in Result]


def test_every_field_is_explained() -> None:
    text = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    tables = [
        re.findall(r"^\| `(\w+)`", part, re.MULTILINE)
        for part in re.split(r"^\|---", text, flags=re.MULTILINE)
    ]
    for explained in (
        schema.ARTICLE,
        Metadata.__dataclass_fields__,
        schema.REMOVED,
        schema.DUPLICATE,
        schema.REJECTED,
    ):
        assert list(explained) in tables
    assert [str(kind) for kind in CopyKind] in tables


def test_every_exit_code_is_explained() -> None:
    codes = {0, 1, 130, 143} | {
        cls.exit_code
        for cls in vars(errors).values()
        if isinstance(cls, type) and issubclass(cls, errors.CopydeskError)
    }
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)} == codes


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(file.name for file in folder.glob("0*.md"))
