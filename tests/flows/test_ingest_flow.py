"""The Prefect flow does what the command line does; asserted on files, not on Prefect's records."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import ModuleType

import pytest

from copydesk.errors import Busy, CopydeskError, UsageError
from copydesk.ingest import IngestRequest, Summary, ingest

STORY = """The ferry to Saltholm ran again on Monday after a week of storms had kept it in the harbour.

Fifty people and a horse waited on the quay when the first boat of the week came in before noon.

The company said that it would run twice as many boats until the weekend, weather permitting.
"""

pytestmark = pytest.mark.prefect


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "ferry.txt").write_text("Ferry runs again\n\n" + STORY, encoding="utf-8")
    (folder / "empty | *odd*.html").write_bytes(b"")
    return folder


def files(clean: Path) -> dict[str, bytes]:
    found = (file for file in clean.rglob("*") if file.is_file())
    return {
        file.relative_to(clean).as_posix(): file.read_bytes()
        for file in found
        if ".copydesk" not in file.relative_to(clean).parts
    }


def test_the_flow_writes_what_the_command_writes(flows: ModuleType, raw: Path, tmp_path: Path) -> None:
    summary = flows.ingest_flow([raw], tmp_path / "by-flow", jobs=1)
    ingest(IngestRequest((raw,), tmp_path / "by-command"))
    assert (summary.inputs, summary.articles, sum(summary.rejected.values())) == (2, 1, 1)
    assert files(tmp_path / "by-flow") == files(tmp_path / "by-command")


def test_a_known_error_fails_the_run_in_one_line(
    flows: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError):
        flows.ingest_flow([tmp_path / "nowhere"], tmp_path / "clean")
    assert "Traceback" not in capsys.readouterr().err


def test_a_busy_folder_is_tried_again(
    flows: ModuleType, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[IngestRequest] = []

    def busy_once(request: IngestRequest) -> Summary:
        calls.append(request)
        if len(calls) == 1:
            raise Busy("another run holds the folder")
        return ingest(request)

    monkeypatch.setattr(flows, "ingest_pages", busy_once)
    monkeypatch.setattr(flows.ingest, "retry_delay_seconds", 0)
    assert flows.ingest_flow([raw], tmp_path / "clean").articles == 1
    assert len(calls) == 2


def test_artifacts_hold_counts_and_no_markup_of_pages(flows: ModuleType, raw: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    summary = ingest(IngestRequest((raw,), clean))
    rows = {row["what"]: row["count"] for row in flows.summary_rows(summary)}
    rejected = sum(count for what, count in rows.items() if what.startswith("rejected: "))
    assert rows["inputs"] == rows["articles"] + rows["other captures of an article"] + rejected
    report = flows.report_markdown(summary, clean)
    assert "## Rejected inputs (1 of 1)" in report
    assert r"empty \| \*odd\*.html" in report


def test_only_known_errors_lose_their_traceback(flows: ModuleType) -> None:
    def record(error: Exception) -> logging.LogRecord:
        made = logging.LogRecord("x", logging.ERROR, "", 0, "", None, (type(error), error, None))
        assert sys.modules["common"].without_traceback(made)
        return made

    assert record(CopydeskError("known")).exc_info is None
    assert record(ValueError("unknown")).exc_info is not None


@pytest.mark.parametrize("arguments", [["raw"], ["nowhere", "clean"], ["nowhere", "clean", "--jobs", "x"]])
def test_wrong_use_is_told_before_a_server_starts(
    flows: ModuleType, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        flows.main(arguments)
    assert caught.value.code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_command_ends_with_the_exit_codes_of_copydesk(
    flows: ModuleType, raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "x.example.toml").write_text("host = 1\n")
    # A server is named, so the harness's is used.
    code = flows.main([str(raw), str(tmp_path / "clean"), "--profiles", str(tmp_path / "sites")])
    assert code == 4
    assert "x.example.toml:1" in capsys.readouterr().err.splitlines()[-1]
