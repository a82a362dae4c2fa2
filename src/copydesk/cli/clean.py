"""`copydesk clean`: one page to one article on standard output."""

from __future__ import annotations

from pathlib import Path

from copydesk.api import clean_page
from copydesk.cli.console import printable, safe_json, say
from copydesk.cli.target import read_target
from copydesk.errors import UsageError
from copydesk.model import Article
from copydesk.settings import Settings


def clean(
    file: str,
    /,
    *,
    url: str | None = None,
    text: bool = False,
    markdown: bool = False,
    profiles: Path | None = None,
) -> int:
    """Clean one page and print its article as a JSON record.

    Parameters
    ----------
    file
        A page (.html, .txt), a record of a container (pages.warc.gz#512, pages.jsonl#3), or - for stdin.
    url
        The address the page came from; otherwise what is found beside the page or in it.
    text
        Print the text alone.
    markdown
        Print Markdown with a YAML header.
    profiles
        A folder of site profiles of your own; they go before the shipped ones.
    """
    if text and markdown:
        raise UsageError("--text and --markdown cannot both be given")
    settings = Settings(profiles=profiles)
    article = clean_page(read_target(file, url, settings), settings)
    say(_rendered(article, settings, "text" if text else "markdown" if markdown else "json"))
    return 0


def _rendered(article: Article, settings: Settings, form: str) -> str:
    if form == "text":
        return printable(article.text)
    if form == "markdown":
        from copydesk.write.markdown import article_markdown  # noqa: PLC0415 - needed in this case alone

        return printable(article_markdown(article).removesuffix("\n"))
    import orjson  # noqa: PLC0415 - keeps `copydesk --help` quick

    from copydesk.write.articles import article_record  # noqa: PLC0415

    return safe_json(orjson.dumps(article_record(article, settings)).decode())
