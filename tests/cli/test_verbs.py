"""The four commands, from a page to what is printed and written."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Command = Callable[..., subprocess.CompletedProcess[bytes]]


def test_clean_prints_one_record(run: Run, page: Path) -> None:
    code, out, err = run("clean", page)
    record = json.loads(out)
    assert (code, err) == (0, "")
    assert record["text"].startswith("The old harbour wall at Ellmouth")
    assert record["metadata"]["title"] == "Harbour wall holds"
    assert record["metadata"]["url"] == "https://quay.example/2031/wall"
    assert out.count("\n") == 1


def test_clean_with_an_address(run: Run, page: Path) -> None:
    _, out, _ = run("clean", page, "--url", "https://mirror.example/x")
    assert json.loads(out)["metadata"]["url"] == "https://mirror.example/x"


def test_clean_as_text_and_as_markdown(run: Run, page: Path) -> None:
    record = json.loads(run("clean", page)[1])
    assert run("clean", page, "--text")[1] == record["text"] + "\n"
    markdown = run("clean", page, "--markdown")[1]
    assert markdown.startswith("---\nid: ")
    assert "\n# Harbour wall holds\n" in markdown
    assert not markdown.endswith("\n\n")


def test_clean_of_what_is_no_article(run: Run, tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    short.write_text("Closed on Mondays.")
    code, out, err = run("clean", short)
    assert (code, out) == (3, "")
    assert "too_short" in err


def test_a_page_cannot_steer_the_terminal(run: Run, page: Path) -> None:
    page.write_text(page.read_text().replace("Ellmouth", "Ell\x1b[2J\u202emouth\u009b1m"), encoding="utf-8")
    for verb in (["clean"], ["clean", "--text"], ["clean", "--markdown"], ["explain"], ["explain", "--json"]):
        out = run(verb[0], page, *verb[1:])[1]
        assert "mouth" in out
        assert not set(out) & {"\x1b", "\u202e", "\u009b"}


def test_explain_names_reason_rule_and_evidence(run: Run, page: Path) -> None:
    code, out, _ = run("explain", page)
    lines = out.splitlines()
    at = lines.index("- Subscribe to our newsletter")
    assert code == 0
    assert lines[at + 1].strip().startswith("(promo [judge/")
    assert "= Harbour wall holds" in lines
    assert any(line.startswith("  Nobody was hurt") for line in lines)


def test_explain_as_json_has_every_block_in_order(run: Run, page: Path) -> None:
    blocks = json.loads(run("explain", page, "--json")[1])
    assert [block["index"] for block in blocks] == list(range(len(blocks)))
    assert all(isinstance(block["keep"], bool) for block in blocks)
    assert all((block["reason"] is None) == block["keep"] for block in blocks)
    kept = [b["text"] for b in blocks if b["keep"] and b["kind"] != "title"]
    assert "\n\n".join(kept) == json.loads(run("clean", page)[1])["text"]


def test_explain_of_a_rejected_page_shows_lines_and_reason(run: Run, tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    short.write_text("Closed on Mondays.")
    code, out, _ = run("explain", short)
    assert code == 0
    assert "No article: too_short" in out
    assert "Closed on Mondays." in out
    code, out, err = run("explain", short, "--json")
    assert json.loads(out)[0]["text"] == "Closed on Mondays."
    assert "too_short" in err


def test_explain_of_a_file_that_is_no_page(run: Run, tmp_path: Path) -> None:
    image = tmp_path / "photo.html"
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    code, out, _ = run("explain", image)
    assert code == 0
    assert "No article: " in out


def test_explain_of_a_record(run: Run, container: Path) -> None:
    code, out, _ = run("explain", f"{container}#2")
    assert code == 0
    assert "Harbour wall holds" in out


def test_a_wrong_profile_is_told_with_file_and_line(run: Run, page: Path, tmp_path: Path) -> None:
    sites = tmp_path / "sites"
    sites.mkdir()
    (sites / "quay.example.toml").write_text('host = "quay.example"\npublisher = "The Quay"\nfrob = 1\n')
    for verb in (["clean", page], ["explain", page], ["ingest", page, tmp_path / "clean"]):
        code, out, err = run(*verb, "--profiles", sites)
        assert (code, out) == (4, "")
        assert "quay.example.toml:3" in err


def test_ingest_writes_and_sums_up(run: Run, page: Path, container: Path, tmp_path: Path) -> None:
    clean = tmp_path / "out" / "clean"
    code, out, err = run("ingest", page, container, clean, "--jobs", "1", "--source", "quays")
    assert code == 0
    assert "2 source files read, 0 unchanged." in out
    assert f"{clean} now holds 1 article from 4 pages, 3 other captures of them." in out
    assert "promo" in out
    assert "One to read: " in out
    assert "2 source files" in err
    ready = out.splitlines()[-1].strip()
    shown = subprocess.run(["bash", "-c", ready], capture_output=True, text=True, check=True).stdout
    assert json.loads(shown)["source"] == "quays"
    assert run("ingest", page, container, clean, "--jobs", "1", "--source", "quays", "--quiet") == (0, "", "")


def test_verify_tells_good_from_damaged(run: Run, page: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    run("ingest", page, clean, "--quiet", "--jobs", "1")
    code, out, _ = run("verify", clean)
    assert code == 0
    assert "all is well" in out
    article = next((clean / "articles").rglob("*.jsonl"))
    article.write_text(article.read_text().replace("harbour", "horbour"))
    code, out, err = run("verify", clean)
    assert (code, out) == (5, "")
    assert article.name in err


def test_verify_of_no_clean_folder(run: Run, tmp_path: Path) -> None:
    code, _, err = run("verify", tmp_path / "missing")
    assert code in {1, 2, 5}
    assert "Traceback" not in err


@pytest.mark.parametrize("verb", ["ingest", "clean", "explain", "verify"])
def test_every_command_has_help(run: Run, verb: str) -> None:
    code, out, _ = run(verb, "--help")
    assert code == 0
    assert f"Usage: copydesk {verb}" in out
    assert "Exit codes" in out


def test_ingest_from_standard_input(command: Command, html: str, tmp_path: Path) -> None:
    done = command("ingest", "-", tmp_path / "clean", "--jobs", "1", input=html.encode())
    assert done.returncode == 0, done.stderr
    assert b"1 article from 1 page" in done.stdout
