"""`copydesk explain`: one page line by line, and why each dropped line was dropped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from copydesk.api import Explanation, explain_page
from copydesk.cli.console import complain, safe_json, say
from copydesk.cli.page_view import block_record, plain_view, show, verdict_on_page
from copydesk.cli.target import read_target
from copydesk.errors import NotAnArticle
from copydesk.settings import Settings


def explain(
    file: str,
    /,
    *,
    url: str | None = None,
    as_json: Annotated[bool, Parameter(name="--json")] = False,
    profiles: Path | None = None,
) -> int:
    """Show a page line by line: what is kept, what is dropped, and why.

    Kept lines are plain, the title is marked =, dropped lines are marked - and struck, lines of
    pasted text that were kept in doubt are marked ?. Below them: the reason, the stage and rule
    that decided, and the evidence.

    Parameters
    ----------
    file
        A page (.html, .txt), a record of a container (pages.warc.gz#512, pages.jsonl#3), or - for stdin.
    url
        The address the page came from; otherwise what is found beside the page or in it.
    as_json
        Print a list of all blocks with every field of their verdicts.
    profiles
        A folder of site profiles of your own; they go before the shipped ones.
    """
    settings = Settings(profiles=profiles)
    explanation = _explained(file, url, settings)
    if as_json:
        _print_json(explanation)
    else:
        _print_page(explanation)
    return 0


def _explained(file: str, url: str | None, settings: Settings) -> Explanation:
    try:
        return explain_page(read_target(file, url, settings), settings)
    except NotAnArticle as error:
        # What was turned down before it was a page has no blocks, but it has a reason.
        return Explanation((), None, error.rejected, None)


def _print_json(explanation: Explanation) -> None:
    import orjson  # noqa: PLC0415 - keeps `copydesk --help` quick

    records = [block_record(block) for block in explanation.blocks]
    say(safe_json(orjson.dumps(records, option=orjson.OPT_INDENT_2).decode()))
    if sentence := verdict_on_page(explanation):
        complain(sentence)


def _print_page(explanation: Explanation) -> None:
    from rich.console import Console  # noqa: PLC0415 - keeps `copydesk --help` quick

    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        say(plain_view(explanation))
        return
    with console.capture() as captured:
        show(explanation, console)
    say(captured.get().rstrip("\n"))
