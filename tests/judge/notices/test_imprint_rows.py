from __future__ import annotations

import pytest
from viewing import behind

from copydesk.judge.notices.imprint_rows import says_so
from copydesk.text import line

IMPRINT = "notice/imprint"


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Press GmbH",
        "Die Hafenpost Verlag GmbH & Co. KG",
        "P. IVA 01234567890",
        "Org.nr. 912 345 678",
        "Pier Street 5, 39100 Hollin",
        "Quai Street 12a · I-39100 Hollin",
        "Ansv. redaktør:",
        "Direttore responsabile: Ada Quill",
    ],
)
def test_what_an_imprint_says(text: str) -> None:
    assert says_so(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Weather in Hollin",
        "All about VAT",
        "GmbH",
        "Tips for the limited budget",
        "Summer 2031",
        "The harbour company Hollin Ferries Ltd. has sold its last two boats to a buyer on the mainland.",
        "Founded 1931, 39100 readers",
    ],
)
def test_what_no_imprint_says(text: str) -> None:
    assert not says_so(line(text))


def test_rows_in_one_element_with_an_imprint_go_with_it() -> None:
    rows = "<h3>The paper</h3><p>Harbour Press GmbH</p><p>Post box of the newsroom</p>"
    menu = "<div><ul><li><a href=/a>Weather</a><li><a href=/b>Tides</a></ul></div>"
    told = behind(f"<footer><div class=x1><div>{rows}</div></div>{menu}</footer>")
    assert told == {
        "The paper": IMPRINT,
        "Harbour Press GmbH": IMPRINT,
        "Post box of the newsroom": IMPRINT,
        "Weather": "navigation/page_frame",
        "Tides": "navigation/page_frame",
    }


def test_a_list_of_offices_has_the_names_behind_them() -> None:
    terms = "<dl><dt>Ansv. redaktør:</dt><dd><a href=/ada>Ada Quill</a></dd></dl>"
    assert behind(f"<footer>{terms}<a href=/x>Tides</a></footer>") == {
        "Ansv. redaktør:": IMPRINT,
        "Ada Quill": IMPRINT,
        "Tides": "navigation/page_frame",
    }


def test_a_link_in_the_foot_stays_a_link() -> None:
    told = behind("<footer><p><a href=/x>Harbour Press Ltd</a></p><p>Tides of the day</p></footer>")
    assert set(told.values()) == {"navigation/page_frame"}
