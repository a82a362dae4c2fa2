"""How a piece is cited on more than one line."""

from __future__ import annotations

from viewing import behind


def test_the_volume_beside_the_number_of_a_piece_is_of_its_citation() -> None:
    volume, number = "Journal of Tides 12, 20-23 (2031)", "doi: https://doi.org/10.1000/harbour"
    found = behind(f"<div><p>{volume}</p><p>{number}</p></div>")
    assert found[volume] == found[number] == "credit/citation"
    assert volume not in behind(f"<div><p>{volume}</p></div>")
    assert behind(f"<div><p>Tides of 2031</p><p>{number}</p></div>").get("Tides of 2031") != "credit/citation"
