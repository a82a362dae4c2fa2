from __future__ import annotations

from dataclasses import replace

import pytest
from viewing import marked_up, pasted, stays, struck

from copydesk.judge.promos import links

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
OTHERS = (
    "Islanders ask for a bridge once more",
    "Fishermen fear the new quota",
    "Port: Why the crane stands still",
)


def items(texts: tuple[str, ...], linked: bool = True) -> str:
    item = '<li><a href="/x">{}</a></li>' if linked else "<li>{}</li>"
    return "<ul>" + "".join(item.format(text) for text in texts) + "</ul>"


def test_a_list_of_links_is_struck_within_and_behind_a_story() -> None:
    view = marked_up(f"<article><p>{A}</p>{items(OTHERS[:2])}<p>{B}</p>{items(OTHERS)}</article>")
    assert set(struck(view, links.judge(view)).values()) == {"promo"}
    assert stays(view, links.judge(view)) == [A, B]


def test_lists_that_touch_are_one() -> None:
    single = "".join(items((text,)) for text in OTHERS)
    view = marked_up(f"<article><p>{A}</p><p>{B}</p>{single}</article>")
    assert stays(view, links.judge(view)) == [A, B]


@pytest.mark.parametrize(
    "listed",
    [
        items(OTHERS, linked=False),
        items(("Oat bread", "Rye bread", "Soup")),
        items(tuple(f"Course number {n} on the building of boats" for n in range(20))),
        items(OTHERS).replace("</ul>", f"<li>{A}</li></ul>"),
    ],
    ids=["no links", "terms", "what the page is about", "a sentence among them"],
)
def test_other_lists_stay(listed: str) -> None:
    view = marked_up(f"<article><p>{A}</p>{listed}<p>{B}</p></article>")
    assert links.judge(view) == {}


def test_a_line_that_is_one_link_is_struck() -> None:
    teaser = '<p><a href="/x">How the storm of last year changed the harbour</a></p>'
    told = f'<p><a href="/x">{A}</a></p>'
    lead = '<p>They <a href="/x">said how the storm of last year changed the harbour</a> on Monday.</p>'
    view = marked_up(f"<article><p>{B}</p>{teaser}{told}{lead}</article>")
    assert struck(view, links.judge(view)) == {"How the storm of last year changed the harbour": "promo"}


@pytest.mark.parametrize(
    "stub", ["Link zum YouTube-Inhalt", "View this post on Instagram", "Externer Inhalt"]
)
def test_stubs_of_embedded_posts_are_residue(stub: str) -> None:
    for view in (pasted(f"{A}\n\n{stub}\n\n{B}"), marked_up(f"<p>{A}</p><p>{stub}</p><p>{B}</p>")):
        assert struck(view, links.judge(view)) == {stub: "template"}


def test_a_sentence_about_a_post_stays() -> None:
    told = "You can view this post on Instagram, where it was shared by the ferry's captain on Monday."
    assert links.judge(pasted(f"{A}\n\n{told}\n\n{B}")) == {}


def test_boxes_of_other_stories_are_struck_label_and_headline() -> None:
    box = '<div><p><a href="/a">Harbour</a></p><h3><a href="/b">Fishermen fear the new quota</a></h3></div>'
    own = '<h2><a href="/own">How the harbour was built and paid for</a></h2>'
    view = marked_up(f"<article><p>{A}</p>{box}{own.replace('h2', 'h2 id=x')}<p>{B}</p></article>")
    assert set(struck(view, links.judge(view)).values()) == {"promo"}
    alone = marked_up(f"<article><p>{A}</p>{own}<p>{B}</p></article>")
    assert links.judge(alone) == {}


def test_the_heading_of_a_box_of_links_goes_with_them() -> None:
    def judged(others: tuple[str, ...]) -> list[str]:
        box = f"<h3>For you from the islands</h3><aside class=more>{items(others)}</aside>"
        view = marked_up(f"<h1>Ferry stopped</h1><p>{A}</p>{box}<p>{B}</p>")
        return [view.blocks[i].text for i in links.judge(view)]

    assert judged(OTHERS) == ["For you from the islands"]
    assert judged(OTHERS[:2]) == []


def test_a_button_that_each_entry_has_is_no_text() -> None:
    def judged(count: int) -> list[str]:
        entries = "".join(
            f"<h3>Inn number {i}</h3><p><a href=/m{i}>See the map</a></p><p>{A}" for i in range(count)
        )
        view = marked_up(f"<h1>Inns</h1>{entries}")
        return [view.blocks[i].text for i in links.judge(view)]

    assert judged(5) == ["See the map"] * 5
    assert judged(4) == []


def test_the_headings_of_a_boxed_article_that_was_left_out_go_with_it() -> None:
    teaser = "<h3>Harbour life</h3><h3>Ada sails again</h3><p>She is 80.</p>"
    box = f"<article class=box><a href=/x></a>{teaser}</article>"
    view = marked_up(f"<article><p>{A}</p><h3>Soup</h3>{box}<p>{B}</p></article>", outside="article.box p")
    assert struck(view, links.judge(view)) == {"Harbour life": "promo", "Ada sails again": "promo"}
    view = marked_up(f"<article><p>{A}</p><h3>Soup</h3>{box}<p>{B}</p></article>", outside="nav")
    assert links.judge(view) == {}


def test_a_list_of_a_story_that_is_made_of_such_lists_stays() -> None:
    offer = "<p>{0}</p><ul><li><a href=/{1}>Get the boat at pier {1} for less</a></li></ul>"
    single = "".join(offer.format(A, n) for n in range(3))
    two = (
        "<ul>" + "".join(f"<li><a href=/x{n}>Get the crane at pier {n}</a></li>" for n in range(2)) + "</ul>"
    )
    assert links.judge(marked_up(f"<article>{single}<p>{A}</p>{two}<p>{A}</p></article>")) == {}


def test_a_story_that_is_made_of_linked_headings_keeps_them() -> None:
    tool = (
        "<h3>{n}. A tool for boats</h3><p>Nobody on the quay goes to sea without tool number {n} on board, "
        "and no boat has come back without it.</p><h4><a href=/a{n}>Gull brass boat tool number {n}</a></h4>"
        "<h4><a href=/b{n}>Tern steel boat tool number {n}</a></h4>"
    )
    many, few = ("".join(tool.format(n=n) for n in range(count)) for count in (8, 2))
    assert "link_list" not in {v.rule for v in links.judge(marked_up(f"<h1>Tools</h1>{many}")).values()}
    assert "link_list" in {v.rule for v in links.judge(marked_up(f"<h1>Tools</h1>{few}")).values()}


def test_an_item_that_alone_is_read_of_a_list_of_headlines_goes_with_the_others() -> None:
    view = marked_up(f"<article><p>{A}</p>{items(OTHERS)}<p>{B}</p></article>")
    read = replace(view, in_reading=tuple(b.text in {A, B, OTHERS[1]} for b in view.blocks))
    assert [view.blocks[i].text for i in links.judge(read)] == [OTHERS[1]]
    plain = marked_up(
        f"<article><p>{A}</p>{items(OTHERS).replace('</ul>', '<li>Rye bread</li></ul>')}<p>{B}</p></article>"
    )
    read = replace(plain, in_reading=tuple(b.text in {A, B, OTHERS[1]} for b in plain.blocks))
    assert links.judge(read) == {}


def test_a_list_of_one_link_leads_elsewhere_unless_it_is_announced_or_a_button() -> None:
    def found(text: str, above: str = "It was late.") -> dict[str, str]:
        html = f"<h1>Ferry</h1><p>{A}</p><p>{above}</p><ul><li><a href=/q>{text}</a></ul><p>{A}</p>"
        view = marked_up(html)
        return struck(view, links.judge(view))

    question = "Who is the captain who swam ashore?"
    assert found(question) == {question: "promo"}
    assert found(question, "More is told here:") == {}
    assert found("Get it at the quay for less") == {}
