"""Lines right above a form, in a box of other things: they say what the form is for."""

from __future__ import annotations

import pytest
from viewing import behind

CARD = "<div><h3><a href=/{0}>Harbour number {0} wants a new crane</a></h3></div>"
CARDS = "".join(CARD.format(n) for n in range(3))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("<select name=port><option>Port Ellen</option></select>", "navigation/control"),
        ("<input type=radio name=a><input type=radio name=b>", "template/poll"),
        ("<input type=email name=email>", "promo/promo_box"),
        ("<input type=hidden name=id>", "promo/other_stories"),
    ],
)
def test_a_label_right_above_a_form_says_what_the_form_is_for(fields: str, said: str) -> None:
    form = f"<div><span>Find your next ferry</span><div><form>{fields}</form></div></div>"
    assert behind(f"<section>{form}{CARDS}</section>")["Find your next ferry"] == said
