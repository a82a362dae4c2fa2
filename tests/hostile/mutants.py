"""Our sample pages, each told with other words and then changed at random, all from a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

RAW = Path(__file__).parents[2] / "raw"
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")]
# Pieces that open or close something, and characters that should not be there.
_ODD = (
    *b"< > </p> <div> </div> <!-- --> <table> <td> <script> </script> <style> <svg> <template> <h1>".split(),
    *b"&#1; &#xD800; \0 \xff \xef\xbf\xbe \xe2\x80\xae \x1b[2J & <? { \\ ]]> ' \"".split(b" "),
    b"<body>",
    b"<p hidden>",
    b"<base href='//x'>",
    b"<a href='javascript:x'>",
)
# Tags, scripts and styles stay; what is told with other words is the rest.
_KEPT = re.compile(rb"(<(?:script|style)\b.*?</(?:script|style)>|<[^<>]*>)", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(rb"\b[A-Za-z]{4,}\b")
_HOST = re.compile(rb"(https?://[\w.-]+/)")
# A page in so many keeps its words and address, so that captures and near-copies occur as well.
_AS_IT_IS = 50
# One file in so many is a container.
_CONTAINER = 40


def mutants(seed: int, number: int) -> Iterator[tuple[str, bytes]]:
    """So many files: a name with an ending, and bytes. Each depends on the seed and its number alone."""
    files = [path for path in sorted(RAW.rglob("*")) if path.suffix in {".html", ".txt", ".jsonl", ".gz"}]
    pages = [path for path in files if path.suffix in {".html", ".txt"}]
    containers = [path for path in files if path not in pages]
    bodies = {path: path.read_bytes() for path in files}
    for at in range(number):
        rng = random.Random(seed * 1_000_003 + at)
        path = rng.choice(containers if at % _CONTAINER == _CONTAINER - 1 else pages)
        body = bodies[path]
        if path in pages and at % _AS_IT_IS:
            body = retold(body, at, rng)
        yield f"{at:06}{''.join(path.suffixes[-2:])}", mutant(body, rng)


def retold(body: bytes, number: int, rng: random.Random) -> bytes:
    """A page with made-up words for its own, and addresses of its own."""
    parts = _KEPT.split(body)
    parts[::2] = [_WORD.sub(lambda found: _made_up(found[0], rng), part) for part in parts[::2]]
    return _HOST.sub(rb"\g<1>%d/" % number, b"".join(parts))


def _made_up(word: bytes, rng: random.Random) -> bytes:
    made = "".join(rng.choices(_SYLLABLES, k=max(1, len(word) // 2))).encode()
    return made.capitalize() if word[:1].isupper() else made


def mutant(body: bytes, rng: random.Random) -> bytes:
    """A page with some pieces changed, doubled, moved, cut out or put in; at times without its end."""
    made = bytearray(body)
    for _ in range(rng.randint(1, 30)):
        at, size = rng.randrange(len(made) + 1), rng.choice((1, 1, 2, 8, 60, 400))
        piece = bytes(made[at : at + size])
        match rng.randrange(6):
            case 0:
                made[at : at + size] = rng.randbytes(rng.randint(0, size))
            case 1:
                made[at:at] = piece * rng.randint(1, 4)
            case 2:
                del made[at : at + size]
            case 3:
                made[at:at] = rng.choice(_ODD) * rng.choice((1, 1, 2, 30))
            case 4:
                other = rng.randrange(len(made) + 1)
                made[other:other] = piece
            case _ if at < len(made):
                made[at] ^= 1 << rng.randrange(8)
    return bytes(made[: rng.choice((len(made), len(made), rng.randrange(len(made) + 1)))])
