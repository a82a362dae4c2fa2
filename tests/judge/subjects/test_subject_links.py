from __future__ import annotations

import pytest
from viewing import subjects


def chips(*links: tuple[str, str]) -> str:
    items = "".join(f'<li><a class=chip href="{way}">{text}</a></li>' for text, way in links)
    return f"<ul>{items}</ul>"


@pytest.mark.parametrize(
    ("label", "way"),
    [
        ("", "/tag/"),
        ("", "https://gazette.example/topics/"),
        ("Lesen Sie mehr zum Thema", "/category/"),
        ("Mehr lesen über", "/islands/"),
        ("■関連キーワード", "/islands/"),
    ],
)
def test_links_behind_the_story_name_its_subjects(label: str, way: str) -> None:
    head = f"<h4>{label}</h4>" if label else ""
    lines, named = subjects(head + chips(("Ferries", f"{way}ferries"), ("Port Ellen", f"{way}port-ellen")))
    assert lines == [*([label] if label else []), "Ferries", "Port Ellen"]
    assert named == ["Ferries", "Port Ellen"]


def test_subjects_in_one_line_are_a_link_each() -> None:
    html = '<div><a href="/tag/ice">Ice</a> <a href="/tag/sea-fog">Sea fog</a></div>'
    assert subjects(html)[1] == ["Ice", "Sea fog"]


@pytest.mark.parametrize(
    "behind",
    [
        chips(("Ferries", "/islands/ferries"), ("Port Ellen", "/islands/port-ellen")),
        chips(*((f"Pier {n}", f"/category/pier-{n}") for n in range(8))),
        chips(*((f"Pier {n}", f"/tag/pier-{n}") for n in range(30))),
        chips(("Ferries", "/tag/ferries"), ("All our boats are late once more", "/islands/boats")),
        chips(("Ferries", "/category/ferries")),
        "<nav>" + chips(("Ferries", "/tag/ferries"), ("Ice", "/tag/ice")) + "</nav>",
        "".join(
            f'<div class=card><p class=file><a href="/tag/a">Ice</a> <a href="/tag/b">Fog</a></p>'
            f'<h3><a href="/{n}">The pier number {n} is closed for the winter</a></h3></div>'
            for n in range(3)
        ),
    ],
)
def test_other_links_are_none(behind: str) -> None:
    assert subjects(behind) == ([], [])


@pytest.mark.parametrize(
    ("text", "way"), [("Fähren", "faehren"), ("Fähren", "fahren"), ("Más niebla", "mas-niebla")]
)
def test_an_address_may_spell_a_subject_without_its_accents(text: str, way: str) -> None:
    row = chips((text, f"/islands/{way}/"), ("Port Ellen", "/islands/port-ellen.html"))
    assert subjects(f"<h4>Mehr lesen über</h4>{row}")[1] == [text, "Port Ellen"]


def test_what_a_page_hides_parts_no_subjects_from_the_story() -> None:
    row = chips(("Ferries", "/tag/ferries"), ("Port Ellen", "/tag/port-ellen"))
    for attribute, named in (("hidden", ["Ferries", "Port Ellen"]), ("", [])):
        labels = "".join(f"<p {attribute}>Share on network {n}</p>" for n in range(20))
        assert subjects(labels + row)[1] == named
