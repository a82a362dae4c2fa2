from __future__ import annotations

import pytest
from lxml import html

from copydesk.extract.imprint import imprint
from copydesk.model import Block, Kind, Reason, dropped, kept

HOSTS = ("onharbour.example", "onharbour")


def told(
    line: str, body: str = "", titles: tuple[str, ...] = (), hosts: tuple[str, ...] = HOSTS
) -> str | None:
    """The publisher by a line of a page's footer, its pictures, its titles and its host."""
    verdict = dropped("page_frame", Reason.NAVIGATION, "test")
    tree = html.document_fromstring(f"<html><body><p>{line}</p>{body}</body></html>")
    return imprint(tree, [Block(3, Kind.PARAGRAPH, line, verdict=verdict)], titles, hosts).value


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("©2026 Harbour Union. All rights reserved.", "Harbour Union"),
        ("Copyright © 2001-2024 by Harbour Union, Inc. | Terms", "Harbour Union"),
        ("Harbour Union © 2024. All content is the property of Harbour Union.", "Harbour Union"),
        ("© Copyright Harbour. Harbour Enterprises Limited, number 12.", "Harbour"),
        ("© 2024 All rights reserved", None),
        ("© 2024", None),
        ("© 2024 {{ name }}", None),
    ],
)
def test_a_copyright_line_that_goes_with_the_address_names_the_outlet(line: str, name: str | None) -> None:
    assert told(line, hosts=("harbourunion.example", "harbourunion")) == name


def test_a_copyright_line_counts_where_the_logo_or_the_title_says_the_same() -> None:
    line = "©2026 Tideway Federal Union. All rights reserved."
    assert told(line) is None
    assert told(line, "<img alt='Tideway Union logo'>") == "Tideway Federal Union"
    assert told(line, titles=("Loans | Tideway Federal Union",)) == "Tideway Federal Union"
    assert told("© 2026. Website by Quill Works", "<img alt='Tideway Union logo'>") is None


def test_a_logo_counts_where_the_address_goes_with_it() -> None:
    assert told("", "<img alt='Partner Bank logo'><img class='site-logo' alt='On Harbour'>") == "On Harbour"
    assert told("", "<img alt='Partner Bank logo'><img alt='On Harbour'>") is None


def test_a_copyright_that_the_story_speaks_of_names_nobody() -> None:
    line = Block(3, Kind.PARAGRAPH, "Photo © 2024 Onharbour", verdict=kept("body"))
    assert imprint(None, [line], (), HOSTS).value is None
