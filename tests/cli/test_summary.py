"""The end of a run, for a person."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

from copydesk.cli.summary import SITES, summary_lines
from copydesk.ingest import Summary

SUMMARY = Summary(
    inputs=9,
    articles=6,
    duplicates=1,
    rejected={"too_short": 2},
    read=8,
    unchanged=0,
    gone=0,
    near_copies=1,
    derived=0,
    kept_blocks=40,
    dropped={"promo": 3, "caption": 12},
    sites={"quay.example": 5, "_unknown": 1},
    files_written=9,
    files_removed=0,
    sample_path="articles/site=quay.example/2031-02.jsonl",
    sample_id="00112233aabbccdd",
)


def test_all_counts_are_told() -> None:
    text = "\n".join(summary_lines(SUMMARY, Path("clean")))
    assert "8 source files read, 0 unchanged." in text
    assert "clean now holds 6 articles from 9 pages, 1 other capture of them." in text
    assert "Lines kept: 40; dropped: 15" in text
    assert text.index("caption  12 lines") < text.index("promo    3 lines")
    assert "No article: 2 pages, listed in clean/rejected.jsonl." in text
    assert "too_short  2 pages" in text
    assert "Near-copies found: 1 pair." in text
    text = "\n".join(summary_lines(replace(SUMMARY, derived=2), Path("clean")))
    assert "Near-copies found: 1 pair; 2 more pairs, one of which has much of the other in it." in text
    assert "(site unknown)  1 article" in text


def test_the_ready_command_prints_the_article(tmp_path: Path) -> None:
    clean = tmp_path / "it's clean"
    file = clean / str(SUMMARY.sample_path)
    file.parent.mkdir(parents=True)
    file.write_text('{"id":"00112233aabbccdd","text":"Ebbe"}\n{"id":"ff","of":"00112233aabbccdd"}\n')
    ready = summary_lines(SUMMARY, clean)[-1]
    out = subprocess.run(["bash", "-c", ready], capture_output=True, text=True, check=True).stdout
    assert '"text": "Ebbe"' in out
    assert '"ff"' not in out


def test_many_sites_are_counted_together() -> None:
    sites = {f"s{n:03}.example": 100 - n for n in range(50)}
    text = "\n".join(summary_lines(replace(SUMMARY, sites=sites), Path("clean")))
    assert f"{50 - SITES} other sites" in text
    assert "s000.example" in text
    assert "s049.example" not in text


def test_nothing_found_has_nothing_to_read() -> None:
    empty = replace(SUMMARY, articles=0, sites={}, dropped={}, rejected={}, sample_path=None, sample_id=None)
    text = "\n".join(summary_lines(empty, Path("clean")))
    assert "One to read" not in text
    assert "No article" not in text
