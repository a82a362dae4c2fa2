"""Text as every stage sees it: folding white space, keys for comparing, words, sentence ends."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from textwrap import dedent

# Scripts written without spaces: Thai to Burmese, Khmer, kana, Han. There two characters
# count as a word, which is about what dictionaries make of running text.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
)
_LETTERS = rf"[^\W{_UNSPACED}]+"
# What texts without such characters need takes a fifth less time.
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_SPACED_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_WORD = re.compile(rf"{_LETTERS}(?:['’.-]{_LETTERS})*|[{_UNSPACED}]{{1,2}}")
# Behind the mark an agency may stand in brackets: "The road is open. (Reuters)".
_SENTENCE_END = re.compile(
    r"[.!?…。！？؟।][\"'”’»)\]]*(?:\s?\((?=[^()]{2,40}\)$)[A-Z][\w./&-]*(?:[ ,]{1,2}[A-Z][\w./&-]*){0,3}\))?$"
)


def fold(text: str) -> str:
    """White space (no-break and other spaces too) folded to single spaces, ends trimmed.

    >>> fold(" two\\u00a0 words\\n")
    'two words'
    """
    return " ".join(text.split())


def fold_lines(text: str) -> str:
    """Text whose lines count, such as code: without its empty lines, the ends of lines and a common indent.

    >>> fold_lines("\\n    if wind > 9:\\n\\n        stay()  \\n")
    'if wind > 9:\\n    stay()'
    """
    lines = [line.rstrip().replace("\u00a0", " ") for line in text.splitlines() if line.strip()]
    return dedent("\n".join(lines)).strip("\n")


# Keys and counts are asked for again and again while a page is judged; this many cover most pages.
_REMEMBERED = 2048
_KEY_WORD = re.compile(r"[^\W_]+")
# Of bytes: a table of them is looked up faster than one of characters.
_ASCII_KEY = bytes(code if chr(code).isalnum() else 0x20 for code in range(128)).lower() + bytes(
    range(128, 256)
)


@lru_cache(_REMEMBERED)
def key(text: str) -> str:
    """A text as compared: NFKC, case folded, apostrophes gone, all else but letters and digits a space.

    >>> key("“Don’t”  Look—Up!")
    'dont look up'
    """
    if text.isascii():
        return " ".join(text.encode().translate(_ASCII_KEY, b"'").decode().split())
    flat = unicodedata.normalize("NFKC", text).casefold()
    flat = flat.replace("'", "").replace("’", "")
    return " ".join(_KEY_WORD.findall(flat))


def words(text: str) -> list[str]:
    """The words of a text, as written; in scripts without spaces two characters are one.

    >>> words("He said: don't go, U.S. troops. 新船到")
    ['He', 'said', "don't", 'go', 'U.S', 'troops', '新船', '到']
    """
    return (_SPACED_WORD if _HAS_UNSPACED.search(text) is None else _WORD).findall(text)


@lru_cache(_REMEMBERED)
def word_count(text: str) -> int:
    """How many words a text has.

    >>> word_count("He said: don't go. 新船到")
    6
    """
    return len(words(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does; quotes, brackets, an agency in brackets may follow the mark.

    >>> [ends_sentence(t) for t in ('He said "no."', "The road is open. (AFP)", "NATO threatens")]
    [True, True, False]
    """
    return _SENTENCE_END.search(text) is not None


@dataclass(frozen=True, slots=True)
class Line:
    """What judges ask of a block's text again and again, computed once; `words` are those of the key."""

    text: str
    lower: str
    key: str
    word_count: int
    sentence: bool
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(self.key.split()))


def line(text: str) -> Line:
    """Describe one block's text.

    >>> line("Posted in: Mid-East").key
    'posted in mid east'
    """
    normal = key(text)
    return Line(text, text.casefold(), normal, word_count(text), ends_sentence(text))
