"""The command line: one file a verb, and what all verbs have in common."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from copydesk import __version__
from copydesk.cli import clean, explain, ingest, verify
from copydesk.cli.console import STDIN, ReaderGone, complain
from copydesk.errors import CopydeskError, UsageError

INTERRUPTED = 130

app = App(
    name="copydesk",
    help="Raw news pages in, clean articles with metadata out, and a reason for every line struck.",
    help_epilogue="Exit codes: 0 done, 1 failed, 2 wrong use, 3 not an article, 4 wrong site profile, "
    "5 unaccounted for, 6 unusable state, 75 folder in use, 130 interrupted.",
    version=f"copydesk {__version__}",
    # Plain text: rendering help as Markdown costs 60 ms.
    help_format="plaintext",
    default_parameter=Parameter(negative=()),
    result_action="return_value",
    print_error=False,
    exit_on_error=False,
    suppress_keyboard_interrupt=False,
)
app.command(ingest.ingest, usage="copydesk ingest [OPTIONS] RAW... CLEAN")
app.command(clean.clean)
app.command(explain.explain)
app.command(verify.verify)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever goes wrong is said in one sentence."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        # The parser takes a lone hyphen for an option.
        code = app([STDIN if argument == "-" else argument for argument in given])
    except ReaderGone:
        code = 0
    except KeyboardInterrupt:
        complain("interrupted; run the same command again to finish")
        code = INTERRUPTED
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
