"""The command line: one file a verb, and what all verbs have in common."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cyclopts import App, CycloptsError, Parameter

from copydesk import __version__
from copydesk.cli import clean, copies, explain, fetch, ingest, status, verify
from copydesk.cli.console import STDIN, ReaderGone, complain
from copydesk.errors import CopydeskError, UsageError

INTERRUPTED, TERMINATED = 130, 143
_QUIET = logging.NullHandler()

app = App(
    name="copydesk",
    help="Raw news pages in, clean articles with metadata out, and a reason for every line struck.",
    help_epilogue="Exit codes: 0 done, 1 failed, 2 wrong use, 3 not an article, 4 wrong profile or sources, "
    "5 unaccounted for, 6 unusable state, 7 nothing fetched, 75 folder in use, 130 interrupted, "
    "143 asked to end.",
    version=f"copydesk {__version__}",
    # Plain text: rendering help as Markdown costs 60 ms.
    help_format="plaintext",
    default_parameter=Parameter(negative=()),
    result_action="return_value",
    print_error=False,
    exit_on_error=False,
    suppress_keyboard_interrupt=False,
)
app.command(fetch.fetch, usage="copydesk fetch [OPTIONS] SOURCES... RAW")
app.command(ingest.ingest, usage="copydesk ingest [OPTIONS] RAW... CLEAN")
app.command(clean.clean)
app.command(explain.explain)
app.command(copies.copies)
app.command(verify.verify)
app.command(status.status)


class Terminated(BaseException):
    """The system, or whoever runs the program, asked it to end."""


@contextmanager
def _ending_politely() -> Iterator[None]:
    """Let SIGTERM unwind the program as an interrupt does: workers end, files in the making go."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise Terminated


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever goes wrong is said in one sentence."""
    given = sys.argv[1:] if arguments is None else arguments
    # What libraries log and warn of quotes pages, control characters and all; it stays off the screen.
    logging.getLogger().addHandler(_QUIET)
    try:
        # The parser takes a lone hyphen for an option.
        with _ending_politely(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = app([STDIN if argument == "-" else argument for argument in given])
    except ReaderGone:
        code = 0
    except KeyboardInterrupt:
        complain("interrupted; run the same command again to finish")
        code = INTERRUPTED
    except Terminated:
        complain("ended as asked; run the same command again to finish")
        code = TERMINATED
    except Exception as error:  # noqa: BLE001 - the last boundary: one sentence instead of a traceback
        code = _failed(error)
    return code if isinstance(code, int) else 0


def _failed(error: Exception) -> int:
    told = _told(error)
    complain(" ".join(str(told).split()))
    if os.environ.get("COPYDESK_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
    return told.exit_code


def _told(error: Exception) -> CopydeskError:
    """What went wrong as an error that has a sentence and an exit code."""
    match error:
        case CopydeskError():
            return error
        case CycloptsError():
            return UsageError(f"{' '.join(str(error).split()).rstrip('.')}; see copydesk --help")
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return CopydeskError(f"{where}{error.strerror or error}")
    sentence = f"this should not have happened: {type(error).__name__}: {error}"
    return CopydeskError(f"{sentence}; COPYDESK_TRACEBACK=1 in the environment shows where")
