"""Marked-up pages: nothing lost, blocks in page order, hidden text told, addresses as declared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model import Block, Form, Kind, Page, RawPage, Rejected, RejectReason
from copydesk.read import form_of, read_page
from copydesk.read.html import parse, read_html
from copydesk.settings import ReadSettings

PROSE = (
    "The ferry to Hollin did not sail on Monday, because the captain had overslept, the harbour office said."
)


def page_of(html: str, url: str | None = None) -> Page:
    raw = RawPage(b"", "page.html", "0", Form.HTML, url, "argument" if url else None)
    page = read_html(raw, html, "utf-8", "utf-8")
    assert isinstance(page, Page), page
    return page


def blocks(html: str) -> tuple[Block, ...]:
    return page_of(html).blocks


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


def test_blocks_stand_in_page_order_with_index_and_element() -> None:
    page = page_of("<div>One <p>Two</p> three <ul><li>Four</ul></div> five")
    assert [b.text for b in page.blocks] == ["One", "Two", "three", "Four", "five"]
    assert [b.index for b in page.blocks] == [0, 1, 2, 3, 4]
    assert [e.tag for e in page.elements] == ["div", "p", "div", "li", "body"]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<p>x", Kind.PARAGRAPH),
        ("<div>x</div>", Kind.PARAGRAPH),
        ("<h3><span>x</span></h3>", Kind.HEADING),
        ("<li><p>x", Kind.LIST_ITEM),
        ("<dl><dt>x</dl>", Kind.LIST_ITEM),
        ("<blockquote><div><p>x", Kind.QUOTE),
        ("<figure><figcaption><span>x</span></figcaption></figure>", Kind.CAPTION),
        ("<table><caption>x</caption></table>", Kind.CAPTION),
        ("<table><tr><td>x", Kind.TABLE),
        ("<table><tr><td><p>x", Kind.PARAGRAPH),
        ("<pre>x</pre>", Kind.CODE),
        ("<li><article><p>x", Kind.PARAGRAPH),
        ("<li><h2>x</h2>", Kind.HEADING),
    ],
)
def test_kind_is_that_of_the_nearest_element_that_has_one(html: str, kind: Kind) -> None:
    (block,) = blocks(html)
    assert block.kind is kind


def test_level_is_the_headings() -> None:
    assert [b.level for b in blocks("<h1>a</h1><h4><em>b</em></h4><p>c")] == [1, 4, 0]


def test_one_break_is_a_space_and_two_end_the_block() -> None:
    assert texts("<p>One<br>line<br> <br>Another<br/>") == ["One line", "Another"]


def test_an_empty_element_called_a_line_break_is_one() -> None:
    br = "<span class='part br'></span>"
    assert texts(f"<p>One,{br}line{br} {br}Another{br}") == ["One, line", "Another"]
    assert texts("<p>Fog<span class=bridge></span>horn<span class=br>s</span>") == ["Foghorns"]


def test_a_line_break_that_a_sheet_shows_as_a_block_with_space_around_it_ends_the_block() -> None:
    html = "<style>.br{{{}display:block}}</style><p>One.<span class=br></span>Another."
    assert texts(html.format("margin:16px 0 0;")) == ["One.", "Another."]
    assert texts(html.format("")) == ["One. Another."]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<nav><a href=/1>Tides</a><a href=/2>boats</a></nav>", "Tides boats"),
        ("<nav><a href=/1>Tides</a><span><a href=/2>Boats</a></span></nav>", "Tides Boats"),
        ("<h1><span>Ports</span><span>Ferries are late</span></h1>", "Ports Ferries are late"),
        ("<p><span class=lead__kicker>Report</span>The pier is closed.</p>", "Report The pier is closed."),
        ("<p><span class=name>Mac</span>Quill came, too.</p>", "MacQuill came, too."),
        (
            "<p>by <a href=/q>Ada Quill</a><time>4 May 2031</time><span>1747</span></p>",
            "by Ada Quill 4 May 2031 1747",
        ),
        ("<p><span>S</span><span>KERRY</span> is foggy</p>", "SKERRY is foggy"),
        ("<p>The harbour<span>master</span> of <b>Mac</b><b>Duff</b></p>", "The harbourmaster of MacDuff"),
        ("<p><a href=/1>light</a><a href=/1>house</a> keeper</p>", "lighthouse keeper"),
        ("<pre><span>sail</span><span>Boat</span>()</pre>", "sailBoat()"),
        ("<p><span>Skerry,</span><span>Port</span></p>", "Skerry, Port"),
        ("<p>in the U.<span>S</span><span>.</span>, 3.<span>14</span></p>", "in the U.S., 3.14"),
    ],
)
def test_elements_in_a_row_do_not_run_their_words_together(html: str, text: str) -> None:
    assert [block.text for block in blocks(html)] == [text]


def test_code_keeps_its_lines_and_indents_but_no_empty_lines() -> None:
    html = "<pre><code><b>if</b> wind &gt; 9:\n\n    stay()\n</code></pre><pre>  a<br>  b </pre>"
    assert texts(html) == ["if wind > 9:\n    stay()", "a\nb"]


def test_a_row_is_one_block_and_a_long_cell_its_own() -> None:
    html = f"<table><tr><td>Mon<td>12</tr><tr><td>{PROSE} {PROSE}<td>Menu</tr></table>"
    assert texts(html) == ["Mon 12", f"{PROSE} {PROSE}", "Menu"]


def test_white_space_is_folded_and_marks_of_no_width_are_gone() -> None:
    assert texts("<p>a&nbsp;&nbsp;b\n\t c&shy;d&#8203; e") == ["a b cd e"]
    assert texts("<p>Text.<p>&#8203;&nbsp;<p>More.") == ["Text.", "More."]


def test_path_goes_from_the_body_to_the_element_that_holds_all_the_text() -> None:
    html = (
        "<body class='comments-open'><div id=main class='a b'><p><span class=credit>x</span></p>"
        "<p class='w-1/2'>y <i>z</i></p></div>"
    )
    assert [b.path for b in blocks(html)] == [
        "body/div#main.a.b/p/span.credit",
        "body/div#main.a.b/p.w-1_2",
    ]


def test_links_and_bold_are_shares_of_the_text() -> None:
    first, second = blocks("<p><a href=/>abcd</a> efgh<p><a><b>x</b></a>")
    assert (first.link_density, first.bold) == (0.5, 0.0)
    assert (second.link_density, second.bold) == (1.0, 1.0)


def test_code_data_and_form_values_are_no_text() -> None:
    html = (
        "<style>p{}</style><script>var a = '<p>x'</script><svg><title>t</title></svg><select><option>o"
        "</select><textarea>t</textarea><p>Text.</p><button>Share</button>"
    )
    assert texts(html) == ["Text.", "Share"]


def test_a_button_inside_a_paragraph_does_not_cut_it() -> None:
    assert texts("<p>The <button>estuary</button> froze.") == ["The estuary froze."]


@pytest.mark.parametrize(
    ("html", "how"),
    [
        ("<p hidden>x</p>", "hidden"),
        ("<div aria-hidden=true><p>x</p></div>", "aria-hidden"),
        ("<p style='color:red; DISPLAY : none'>x</p>".replace("DISPLAY", "display"), "display:none"),
        ("<div style='visibility:hidden'>x</div>", "visibility:hidden"),
        ("<div class='big sr-only'>x</div>", "class sr-only"),
        ("<template><p>x</p></template>", "<template>"),
        ("<noscript><p>x</p></noscript>", "<noscript>"),
        ("<dialog><p>x</p></dialog>", "<dialog>"),
        ("<video>x</video>", "<video>"),
    ],
)
def test_hidden_text_is_a_block_that_says_how(html: str, how: str) -> None:
    found = {b.text: b.hidden for b in blocks(f"<p>{PROSE}</p>{html}<p>After.</p>")}
    assert found == {PROSE: None, "x": how, "After.": None}


@pytest.mark.parametrize(
    "html",
    [
        "<div class=hidden>x</div>",
        "<dialog open>x</dialog>",
        "<p aria-hidden=false>x",
        "<p style='display:block'>x",
    ],
)
def test_what_a_script_may_show_is_not_hidden(html: str) -> None:
    assert blocks(html)[0].hidden is None


def test_hidden_words_inside_a_line_stand_behind_it() -> None:
    found = blocks(
        f"<p>{PROSE}<p>See <a href=/>the notice<span class=sr-only> (new window)</span></a> for more."
    )
    assert [(b.text, b.hidden) for b in found[1:]] == [
        ("See the notice for more.", None),
        ("(new window)", "class sr-only"),
    ]


def test_a_mark_that_hides_nearly_all_prose_is_not_believed() -> None:
    page = page_of(
        f"<p>Menu</p><main aria-hidden=true>{f'<p>{PROSE}' * 5}</main><div hidden><p>{PROSE}</div>"
    )
    assert [b.hidden for b in page.blocks] == [None] * 6 + ["hidden"]
    assert not page.tree.xpath("//main[@aria-hidden]")
    assert page.tree.xpath("//div[@hidden]")


def test_lazy_images_in_noscript_make_no_block() -> None:
    assert texts("<p>Text.</p><noscript><img src=a.jpg></noscript>") == ["Text."]


@pytest.mark.parametrize("depth", [300, 1900])
@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul"])
def test_deep_nesting_loses_nothing(depth: int, tag: str) -> None:
    html = f"<p>First.</p>{f'<{tag}>' * depth}Deep.{f'</{tag}>' * depth}<p>Last.</p>"
    assert texts(html) == ["First.", "Deep.", "Last."]


@pytest.mark.parametrize("depth", [3000, 100_000])
def test_what_is_nested_deeper_is_refused_and_not_cut_short(depth: int) -> None:
    raw = RawPage(b"", "deep.html", "0")
    page = read_html(raw, f"<p>First.</p>{'<div>' * depth}Deep.", "utf-8", "utf-8")
    assert isinstance(page, Rejected)
    assert page.reason is (RejectReason.TOO_LARGE if depth > 50_000 else RejectReason.TOO_DEEP)
    assert ("tags" if depth > 50_000 else "2048") in page.detail


def test_a_node_of_more_than_ten_megabytes_is_read_whole() -> None:
    html = f"<p>First.</p><script>{'x' * 11_000_000}</script><p>{'y ' * 5_500_000}</p><p>Last.</p>"
    found = texts(html)
    assert (found[0], len(found[1]), found[2]) == ("First.", 10_999_999, "Last.")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("A&#1;B", "AB"),
        ("A&#x1B;B", "AB"),
        ("A&#xD800;B&#55357;C", "ABC"),
        ("A\x00\x01\x1fB", "AB"),
        ("A\ud83dB\ufffe", "AB"),
        ("A&#146;s &#x93;B&#148;", "A’s “B”"),
        ("A&#10;B &#39;C&#8217;", "A B 'C’"),
        ("A&#99999999;B", "A\ufffdB"),
    ],
)
def test_characters_no_document_may_hold_cost_only_themselves(html: str, text: str) -> None:
    assert texts(f"<p>{html}</p><p>After.</p>") == [text, "After."]


def test_an_xml_declaration_does_not_matter() -> None:
    html = '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html><html><body><p>é</p></body></html>'
    assert texts(html) == ["é"]


def test_text_behind_the_end_of_the_page_is_kept() -> None:
    html = "<html><body><p>One.</p></body><p>Two.</p></html>Three.<html><body class=b><p>Four."
    assert texts(html) == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize("html", ["<!-- -->", "<html></html>", "<script>x</script>", "<img src=a>"])
def test_markup_without_text_is_rejected(html: str) -> None:
    page = read_html(RawPage(b"", "a", "0"), html, "utf-8", "utf-8")
    assert isinstance(page, Rejected)
    assert page.reason in {RejectReason.EMPTY, RejectReason.NO_TEXT}


def test_canonical_is_recorded_and_never_taken_for_the_known_address() -> None:
    page = page_of("<link rel=canonical href='https://other.example/x'><p>T", "https://a.example/1")
    assert (page.url, page.url_origin) == ("https://a.example/1", "argument")
    assert page.canonical_url == "https://other.example/x"


def test_a_relative_canonical_is_made_whole() -> None:
    page = page_of("<link rel=Canonical href='/story'><p>T", "https://a.example/story?ref=1")
    assert page.canonical_url == "https://a.example/story"


@pytest.mark.parametrize(
    ("html", "url", "origin"),
    [
        ("<link rel=canonical href='https://a.example/1'>", "https://a.example/1", "canonical"),
        (
            "<link rel=canonical href='/1'><meta property=og:url content='https://a.example/2'>",
            "https://a.example/2",
            "og:url",
        ),
        ("<!-- saved from url=(0021)https://a.example/3 -->\n<html>", "https://a.example/3", "saved-from"),
        ("<link rel=canonical href='javascript:alert(1)'>", None, None),
        ("<link rel=canonical href='http://[broken'>", None, None),
        ("", None, None),
    ],
)
def test_a_page_of_unknown_address_is_taken_at_its_own(
    html: str, url: str | None, origin: str | None
) -> None:
    page = page_of(f"{html}<p>Text.")
    assert (page.url, page.url_origin) == (url, origin)


WORDS = st.integers(0, 10**6).map(lambda n: f"w{n}")
TAGS = st.sampled_from(
    (
        "div",
        "p",
        "span",
        "b",
        "a",
        "section",
        "li",
        "ul",
        "h2",
        "article",
        "em",
        "td",
        "tr",
        "table",
        "br",
        "blockquote",
        "button",
        "figcaption",
    )
)
TREES = st.recursive(WORDS, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=5)), max_leaves=40)


def _markup(tree: object) -> str:
    if isinstance(tree, str):
        return f" {tree} "
    assert isinstance(tree, tuple)
    tag, inner = tree
    return f"<{tag}>{''.join(map(_markup, inner))}</{tag}>"


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_every_word_is_in_one_block_in_the_order_of_the_tree(tree: object) -> None:
    html = _markup(tree)
    root = parse(html)
    wanted = re.findall(r"w\d+", " ".join(root.itertext())) if root is not None else []
    page = read_html(RawPage(b"", "a", "0"), html, "utf-8", "utf-8")
    found = [b.text for b in page.blocks] if isinstance(page, Page) else []
    assert re.findall(r"w\d+", " ".join(found)) == wanted
    assert all(text == " ".join(text.split()) and text for text in found)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", RejectReason.EMPTY),
        (b" \n\t ", RejectReason.EMPTY),
        (b"%PDF-1.7 and so on", RejectReason.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), RejectReason.BINARY),
        (b"<p>" + b"x" * 200, RejectReason.TOO_LARGE),
    ],
)
def test_what_is_no_page_is_rejected_with_its_reason(body: bytes, reason: RejectReason) -> None:
    page = read_page(RawPage(body, "a", "s"), ReadSettings(max_bytes=100))
    assert isinstance(page, Rejected)
    assert (page.reason, page.raw_path, page.sha256) == (reason, "a", "s")
    assert page.detail


@pytest.mark.parametrize(
    ("text", "hint", "form"),
    [
        ("<!doctype html><p>x", Form.TEXT, Form.HTML),
        ("\n<HTML lang=en>", None, Form.HTML),
        ("<div><p>x</p></div>", None, Form.HTML),
        ("<p>x", None, Form.HTML),
        ("Story\n\nThe tag <p> was used.", None, Form.TEXT),
        ("Story about a < b", Form.HTML, Form.HTML),
        ("The mayor spoke.", None, Form.TEXT),
        ("Lead <b>and</b> <a href=x>more</a> <a href=y>links</a>", None, Form.HTML),
    ],
)
def test_form_is_told_by_the_start(text: str, hint: Form | None, form: Form) -> None:
    assert form_of(text, hint) is form


def test_a_long_value_is_one_attribute() -> None:
    words = "word " * 5000
    page = read_html(
        RawPage(b"", "a.html", "0"),
        f'<p data-summary="{words}" title=\'a "b" {words}\'>Text of the page.</p>',
        "utf-8",
        "utf-8",
    )
    assert isinstance(page, Page)
    many = " ".join(f"a{n}=1" for n in range(3000))
    refused = read_html(RawPage(b"", "a.html", "0"), f"<p {many}>Text of the page.</p>", "utf-8", "utf-8")
    assert isinstance(refused, Rejected)
    assert refused.reason is RejectReason.TOO_LARGE


def test_what_a_wider_screen_shows_by_another_of_its_names_is_seen() -> None:
    sheet = ".f1{display:none}@media (min-width:900px){.bar .menu-x{display:grid}.y:hover{display:block}}"
    body = f"<p>{PROSE}</p><p class='menu-x f1'>News</p><p class='y f1'>More</p><p class=f1>Late</p>"
    hidden = [block.hidden for block in blocks(f"<style>{sheet}</style>{body}")]
    assert hidden == [None, None, "style rule .f1", "style rule .f1"]
