"""Fetching and watching as flows do what the commands do, and say loudly when there was nothing to be had."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from loopback import Reply, Web, serving
from papers import story

from copydesk.errors import NothingFetched, UsageError
from copydesk.settings import FetchSettings

HOST, DOWN = "127.0.76.1", "127.0.76.2"
pytestmark = pytest.mark.prefect


def answer(address: str, path: str, headers: dict[str, str]) -> Reply:
    if address == DOWN:
        return Reply(b"", 503)
    if path == "/feed":
        return Reply(
            b"<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>"
        )
    return (
        Reply(story(address, path), headers={"Content-Type": "text/html"})
        if path == "/a"
        else Reply(b"", 404)
    )


@pytest.fixture
def web(flow_modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    # A site that fails is asked again, but nobody need wait for it here.
    monkeypatch.setattr(flow_modules.fetch, "FetchSettings", partial(FetchSettings, backoff=0.01))
    with serving([HOST, DOWN], answer) as running:
        yield running


def sources(web: Web, folder: Path, *hosts: str) -> list[str]:
    allow = ", ".join(f'"{host}:{web.port}"' for host in hosts)
    tables = "".join(f'[[source]]\nname = "{host}"\nurl = "{web.url(host, "/feed")}"\n' for host in hosts)
    file = folder / "sources.toml"
    file.write_text(f'contact = "desk@paper.example"\nallow_addresses = [{allow}]\n{tables}')
    return [str(file)]


def test_a_site_that_fails_does_not_fail_the_run(
    flow_modules: SimpleNamespace, web: Web, tmp_path: Path
) -> None:
    raw, clean = tmp_path / "raw", tmp_path / "clean"
    listed = sources(web, tmp_path, HOST, DOWN)
    summary = flow_modules.watch.watch_flow(listed, raw, clean, delay=0.0)
    assert (summary.inputs, summary.articles) == (1, 1)
    rows = {
        row["source"]: row
        for row in map(flow_modules.fetch.source_row, flow_modules.fetch.status(raw, 0.0)[0])
    }
    assert (rows[HOST]["held"], rows[HOST]["failed"], rows[HOST]["last look"]) == (1, 1, "ok")
    assert str(rows[DOWN]["last look"]).startswith("robots_unreachable")
    assert "http\\_status" in flow_modules.fetch.failed_markdown(raw)


def test_a_run_that_could_fetch_nothing_anywhere_fails(
    flow_modules: SimpleNamespace, web: Web, tmp_path: Path
) -> None:
    with pytest.raises(NothingFetched, match="copydesk status"):
        flow_modules.fetch.fetch_flow(sources(web, tmp_path, DOWN), tmp_path / "raw", delay=0.0)


def test_the_deployments_name_flows_and_parameters_they_take(flow_modules: SimpleNamespace) -> None:
    import yaml  # noqa: PLC0415 - comes with Prefect

    file = Path(flow_modules.watch.__file__).parent.parent / "prefect.yaml"
    deployments = yaml.safe_load(file.read_text(encoding="utf-8"))["deployments"]
    assert [d["name"] for d in deployments] == ["watch", "ingest"]
    for deployment in deployments:
        path, _, name = deployment["entrypoint"].partition(":")
        flow = getattr(vars(flow_modules)[Path(path).stem], name)
        assert flow.validate_parameters(deployment["parameters"])
        assert deployment["concurrency_limit"]["limit"] == 1


def test_serving_without_a_server_says_how_to_start_one(
    flow_modules: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with pytest.raises(UsageError, match="prefect server start"):
        flow_modules.watch.serve({"clean": "clean"}, 900.0)


@pytest.mark.parametrize(
    "arguments", [["run", "x"], ["stand", "x", "y", "z"], ["serve", "x", "y", "z", "--every", "soon"]]
)
def test_wrong_use_is_told_at_once(flow_modules: SimpleNamespace, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        flow_modules.watch.main(arguments)
    assert caught.value.code == 2
