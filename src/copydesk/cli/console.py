"""What the command line says and how: output that survives a closed pipe, text that cannot move a cursor."""

from __future__ import annotations

import os
import re
import sys

# What a lone `-` is turned into before the arguments are parsed; it may be typed as well.
STDIN = "/dev/stdin"

# A page's text may hold what steers a terminal or turns the reading direction of all that follows:
# C0 and C1 controls (a line end and a tab are wanted), bidirectional embeddings, overrides and
# isolates, invisible tags, line separators, byte order marks and lone surrogates. Joiners and
# direction marks stay: Persian, Hindi, Hebrew and Arabic need them.
_STEERS = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb"
    "\\ud800-\\udfff\\U000e0000-\\U000e007f]"
)


class ReaderGone(Exception):  # it is no error: whoever read our output has seen enough
    """Standard output was closed by its reader."""


def printable(text: str) -> str:
    r"""Text of a page for the eye: whatever could steer a terminal is shown as an escape.

    >>> printable("\x1b[2Jgone")
    '\\x1b[2Jgone'
    """
    return _STEERS.sub(lambda m: _escape(ord(m[0])), text)


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def safe_json(text: str) -> str:
    r"""JSON that means the same and steers no terminal.

    >>> print(safe_json('"\u202e"'))
    "\u202e"
    """
    return _STEERS.sub(lambda m: _escape_json(ord(m[0])), text)


def _escape_json(code: int) -> str:
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def say(text: str) -> None:
    """Write a text and a line end to standard output, at once and as UTF-8 whatever the locale."""
    if sys.stdout is None:
        raise ReaderGone
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence_stdout()
        raise ReaderGone from None


def complain(text: str) -> None:
    """Write one sentence to standard error."""
    if sys.stderr is not None:
        sys.stderr.write(f"copydesk: {printable(text)}\n")
        sys.stderr.flush()


def _silence_stdout() -> None:
    """Keep Python from complaining about the closed pipe when it flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
