"""A wheel has everything that the installed copydesk needs, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def members() -> set[str]:
    return {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}


def test_all_modules_and_data_are_in_the_wheel(members: set[str]) -> None:
    package = ROOT / "src" / "copydesk"
    wanted = {
        f"copydesk/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted <= members
    assert "copydesk/py.typed" in members
    assert any(name.endswith(".toml") for name in members)


def test_nothing_else_is_in_the_wheel(members: set[str]) -> None:
    assert {name.split("/")[0] for name in members} == {"copydesk"}
    assert not [name for name in members if "__pycache__" in name or name.endswith((".pyc", ".tmp"))]


def test_versions_of_the_checks_are_names_and_numbers() -> None:
    lines = (ROOT / "constraints.txt").read_text().split()
    assert lines
    assert all(line.count("==") == 1 and "/" not in line for line in lines)
