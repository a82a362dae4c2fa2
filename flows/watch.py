"""Fetch, then clean: the whole way as one Prefect flow, once or on a schedule.

    python flows/watch.py run SOURCES... RAW CLEAN
    python flows/watch.py serve SOURCES... RAW CLEAN --every 15m

`serve` needs a Prefect server (`prefect server start`) and stays: it starts a run whenever one is due, one
at a time; a run that would have to wait is dropped, since the next one does its work.
"""

# No annotations as text here: `serve` hands the flow to its runs by value, without the names they would need.
import argparse
import os
import re
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

# Comes first: it tells Prefect what must be told before it is imported.
from common import exit_code_of, local_settings, say_known_errors_in_one_line
from fetch import add_fetch_arguments, fetch, raise_if_nothing, request_of, tell
from fetch import publish as publish_fetch
from ingest import ingest, publish, verify
from prefect import flow
from prefect.artifacts import create_link_artifact
from prefect.automations import Automation, EventTrigger, Posture, ResourceSpecification
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, StateType
from prefect.events.actions import ChangeFlowRunState

from copydesk.cli.summary import summary_lines
from copydesk.errors import UsageError
from copydesk.fetch.sourcelist import span
from copydesk.ingest import IngestRequest, Summary
from copydesk.settings import DEFAULT, FetchSettings, Settings

ZOMBIES = "copydesk: end runs that died"
# Seconds a run may be without a sign of life: three of those that flows/common.py and prefect.yaml ask for.
SILENCE = 90


@flow(name="copydesk-watch", log_prints=False)
def watch_flow(  # noqa: PLR0913 - a flow's parameters are what a person can set
    sources: list[str],
    raw: Path,
    clean: Path,
    *,
    jobs: int = 1,
    contact: str | None = None,
    delay: float = FetchSettings().delay,
    allow_addresses: list[str] | None = None,
    profiles: Path | None = None,
    source: str = DEFAULT.source,
) -> Summary:
    """Fetch what is new, clean it, check the result, and show what came of both.

    A site that fails costs nobody else anything; a run that could fetch nothing anywhere fails, after it
    has cleaned what was there.
    """
    say_known_errors_in_one_line()
    fetched = fetch(request_of(sources, raw, contact, delay, allow_addresses))
    publish_fetch(fetched, raw)
    tell(fetched, raw)
    settings = Settings(source=source, profiles=profiles)
    summary = ingest(IngestRequest((raw,), clean, jobs, settings))
    verify(clean)
    publish(summary, clean)
    link_report(clean)
    raise_if_nothing(fetched, raw)
    return summary


def link_report(clean: Path) -> None:
    """Leave a link to the report of the folder, if it has one."""
    report = clean / "report.html"
    if report.exists():
        create_link_artifact(
            key="copydesk-report-page", link=report.absolute().as_uri(), link_text="The corpus, to look at"
        )


def end_zombies() -> None:
    """Have the server end runs that give no sign of life any more: one "Running" for ever blocks others."""
    trigger = EventTrigger(
        after={"prefect.flow-run.heartbeat"},
        expect={
            "prefect.flow-run.heartbeat",
            "prefect.flow-run.Completed",
            "prefect.flow-run.Failed",
            "prefect.flow-run.Cancelled",
            "prefect.flow-run.Crashed",
        },
        match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
        # Other flows on the server may give signs of life more rarely.
        match_related=ResourceSpecification(
            {"prefect.resource.role": ["flow"], "prefect.resource.name": [watch_flow.name]}
        ),
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=timedelta(seconds=SILENCE),
    )
    message = f"It gave no sign of life for {SILENCE} seconds; the next run finishes its work."
    action = ChangeFlowRunState(name=None, force=False, state=StateType.CRASHED, message=message)
    automation = Automation(name=ZOMBIES, trigger=trigger, actions=[action])
    try:
        Automation.read(name=ZOMBIES, _sync=True)  # type: ignore[call-overload]
    except ValueError:
        automation.create(_sync=True)  # type: ignore[call-arg]


def serve(parameters: dict[str, Any], every: float) -> None:
    """Start a run every so many seconds, until interrupted."""
    if not os.environ.get("PREFECT_API_URL"):
        raise UsageError(
            "Say where the Prefect server is: run `prefect server start` in a terminal of its own, and here "
            "`export PREFECT_API_URL=http://127.0.0.1:4200/api`."
        )
    end_zombies()
    name = "-".join(re.findall("[a-z0-9]+", str(parameters["clean"]).lower())) or "here"
    watch_flow.serve(
        name=f"watch-{name}",
        interval=every,
        parameters=parameters,
        limit=1,
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        pause_on_shutdown=False,
    )


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fetch and clean as a Prefect flow.")
    parser.add_argument("verb", choices=["run", "serve"], help="once, or on a schedule until interrupted")
    parser.add_argument("sources", nargs="+", help="urls, files of urls, a sources.toml")
    parser.add_argument("raw", type=Path, help="the folder of raw pages")
    parser.add_argument("clean", type=Path, help="the folder of articles")
    parser.add_argument("--every", default="15m", help="how often to run, like 15m or 1h")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side when cleaning")
    parser.add_argument("--profiles", type=Path, help="a folder of site profiles of your own")
    parser.add_argument("--source", default=DEFAULT.source, help="the name of the corpus")
    add_fetch_arguments(parser)
    given = parser.parse_args(arguments)
    if span(given.every) is None:
        parser.error(f"--every {given.every!r} is no length of time; write it like 15m or 1h")
    return given


def main(arguments: list[str] | None = None) -> int:
    """Run the flow once, or serve it."""
    given = _arguments(arguments)
    parameters: dict[str, Any] = {
        "sources": given.sources,
        "raw": given.raw,
        "clean": given.clean,
        "jobs": given.jobs,
        "contact": given.contact,
        "delay": given.delay,
        "allow_addresses": given.allow_address,
        "profiles": given.profiles,
        "source": given.source,
    }
    work: Callable[[], None] = partial(_run, parameters)
    if given.verb == "serve":
        work = partial(
            serve,
            {k: str(v) if isinstance(v, Path) else v for k, v in parameters.items()},
            span(given.every) or 900.0,
        )
    return exit_code_of(work)


def _run(parameters: dict[str, Any]) -> None:
    with local_settings(parameters["clean"]):
        summary = watch_flow(**parameters)
    print("\n".join(summary_lines(summary, parameters["clean"])))


if __name__ == "__main__":
    sys.exit(main())
