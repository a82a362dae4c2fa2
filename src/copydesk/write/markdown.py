"""An article as Markdown with a YAML header, both safe against whatever the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.model import Article, Block, Kind, Metadata

# The header's fields in reading order; a field that is unknown is left out. What concerns the machinery
# (paths, hashes, provenance) is in the JSON record.
HEADER = (
    "title",
    "standfirst",
    "authors",
    "agencies",
    "dateline",
    "date_published",
    "date_modified",
    "publisher",
    "url",
    "canonical_url",
    "section",
    "tags",
    "language",
    "description",
    "image",
    "captions",
    "license",
    "kind",
    "word_count",
)

# Inside a line: everything that Markdown or HTML could take for markup.
_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")
# At the start of a line: headings, lists, rules, quotes, setext underlines, ordered lists.
_LINE_START = re.compile(r"^(?:[#+\-=:]|(\d{1,9})([.)])(?=\s|$))")
# What a YAML double-quoted scalar cannot hold as it is: controls, line separators, byte order mark ...
_NOT_YAML = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ud800-\\udfff\\ufffe\\uffff]")


def article_markdown(article: Article) -> str:
    """The article as a Markdown document: header, headline, and the text with its headings and lists.

    >>> from copydesk.model import Metadata, kept
    >>> body = (Block(0, Kind.PARAGRAPH, "Rain fell *all* day.", verdict=kept("body")),)
    >>> print(article_markdown(Article("0" * 16, Metadata(title="Rain"), body)))
    ---
    id: "0000000000000000"
    title: "Rain"
    kind: "article"
    word_count: 0
    ---
    <BLANKLINE>
    # Rain
    <BLANKLINE>
    Rain fell \\*all\\* day.
    <BLANKLINE>
    """
    parts = [f"---\n{_header(article)}\n---\n"]
    if article.metadata.title:
        parts.append(f"\n# {_heading(article.metadata.title)}\n")
    if article.body:
        parts.append(f"\n{_body(article.body)}\n")
    return "".join(parts)


def _header(article: Article) -> str:
    lines = [f"id: {_scalar(article.id)}"]
    for name in HEADER:
        lines.extend(_field(name, article.metadata))
    return "\n".join(lines)


def _field(name: str, metadata: Metadata) -> Iterator[str]:
    value: str | int | tuple[str, ...] | None = getattr(metadata, name)
    if value is None or value == ():
        return
    if isinstance(value, tuple):
        yield f"{name}:"
        yield from (f"  - {_scalar(item)}" for item in value)
    elif isinstance(value, int):
        yield f"{name}: {value}"
    else:
        yield f"{name}: {_scalar(value)}"


def _scalar(text: str) -> str:
    """A YAML string that is always quoted, so that `no`, `1:30` and `---` stay what they are."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _NOT_YAML.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted) + '"'


def _body(blocks: Sequence[Block]) -> str:
    parts = [_block(blocks[0])]
    for before, block in pairwise(blocks):
        # Items of one list stand on lines of their own; all else is parted by a blank line.
        together = before.kind is Kind.LIST_ITEM and block.kind is Kind.LIST_ITEM
        parts.append(("\n" if together else "\n\n") + _block(block))
    return "".join(parts)


def _block(block: Block) -> str:
    if block.kind is Kind.CODE:
        return _fence(block.text)
    text = _escape(block.text)
    match block.kind:
        case Kind.HEADING:
            # The headline is level 1, so a page's own h1 below it goes one down.
            return f"{'#' * max(block.level, 2)} {_heading(block.text)}"
        case Kind.LIST_ITEM:
            return f"- {text}"
        case Kind.QUOTE:
            return f"> {text}"
        case Kind.STANDFIRST:
            return f"**{text}**"
        case _:
            return text


def _escape(text: str) -> str:
    """Text that renders as itself, wherever it stands in a line."""
    inline = _INLINE.sub(lambda m: "\\" + m[0], text)
    return _LINE_START.sub(_escape_start, inline)


def _heading(text: str) -> str:
    """A heading's text; number signs at its end would be taken for a closing mark."""
    escaped = _escape(text)
    return escaped[:-1] + "\\#" if escaped.endswith("#") and not escaped.endswith("\\#") else escaped


def _escape_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else "\\" + match[0]


def _fence(text: str) -> str:
    """Code in a fence longer than any run of backticks inside it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
