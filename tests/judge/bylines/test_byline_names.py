from __future__ import annotations

from dataclasses import replace

import pytest
from bylines_told import TITLE, A, B, C, D, verdicts
from viewing import marked_up, pasted, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bylines import bylines
from copydesk.judge.captions import captions
from copydesk.judge.headlines import headline
from copydesk.model import Reason, dropped


def test_a_signature_behind_the_story_is_a_byline_and_a_head_of_a_biography_is_not() -> None:
    assert verdicts(TITLE, A, B, C, D, "Jane Doe")["Jane Doe"].facts == (("authors", "Jane Doe"),)
    bio = "Jane Doe writes about the sea and has done so for twenty years and more."
    assert "Jane Doe" not in verdicts(TITLE, A, B, C, D, "Jane Doe", bio)


def test_tags_and_fields_of_forms_name_nobody() -> None:
    html = f"<h1>{TITLE}</h1><p>#Ada Quill</p><div><label>Jane Doe</label></div><p>1 May 2031</p>"
    view = through(marked_up(f"{html}<p>{A}</p><p>{B}</p><p>{C}</p>"), [headline.judge])
    found = {view.blocks[i].text for i in bylines.judge(view)}
    assert found == {"1 May 2031"}


@pytest.mark.parametrize(
    "below",
    [
        "Marine Biologist and Founder of Gazette",
        "May 1, 2031 | Last updated on May 2, 2031 | xx min read",
        "#Ports</span></div><div><span>Published on May 1, 2031",
    ],
)
def test_a_name_above_what_its_bearer_is_or_a_stamp_is_a_byline(below: str) -> None:
    html = f"<h1>{TITLE}</h1><div><p>Ada Quill</p></div><div><span>{below}</span></div><p>{A}</p><p>{B}</p>"
    view = through(marked_up(html), [headline.judge])
    assert bylines.judge(view)[1].facts == (("authors", "Ada Quill"),)


def test_links_of_a_menu_and_labels_name_nobody() -> None:
    menu = "<ul class=side-nav><li><a href=/1>Harbour Security</a></li><li><a href=/2>Jane Doe</a></li></ul>"
    for line in (menu, "<h2>Meet the Team</h2>", "<h2>Building Your Team</h2>"):
        view = through(marked_up(f"<h1>{TITLE}</h1>{line}<p>{A}</p><p>{B}</p><p>{C}</p>"), [headline.judge])
        assert bylines.judge(view) == {}


def test_a_part_of_the_headline_and_a_row_of_sections_name_nobody() -> None:
    titled = Declared({"title": (Candidate("gazette.example Harbour Craft", "title"),)})
    html = f"<h2>{{}}</h2><p>1 May 2031</p><p>{A}</p><p>{B}</p><p>{C}</p>"
    for line in ("Harbour Craft", "Sides, Soups"):
        view = marked_up(f"<h1>Gazette</h1>{html.format(line)}", titled)
        facts = [fact for verdict in bylines.judge(view).values() for fact in verdict.facts]
        assert [value for name, value in facts if name == "authors"] == []


def test_who_signs_below_a_story_that_the_outlet_claims() -> None:
    tail = "<footer><p>Back to all the other stories of today</p></footer>"
    html = f"<h1>{TITLE}</h1><p>{A}</p><p>{B}</p><p>{C}</p><p><strong>Ada Example</strong></p>{tail}"
    outlet = Declared({"authors": (Candidate("Gazette", "json-ld"),)})
    view = through(marked_up(html, outlet), [headline.judge])
    assert [v.facts for v in bylines.judge(view).values()] == [(("authors", "Ada Example"),)]


@pytest.mark.parametrize("line", ["AddThis Sharing Buttons", "Share Button"])
def test_buttons_are_nobody(line: str) -> None:
    assert verdicts(TITLE, "By Ada Example", line, A, B, C).keys() == {"By Ada Example"}


def test_names_in_a_byline_box_below_a_long_standfirst() -> None:
    box = "<div class=byline><div class=content><address class=name><a>{}</a></address></div></div>"
    view = marked_up(
        f"<h1>{TITLE}</h1><h3>{A}</h3><figure><figcaption>The pier.</figcaption></figure>"
        f"<div class=bylines>{box.format('Jane Doe')}{box.format('John Roe')}</div><div class=dates>Publisert"
        " torsdag 09. mai 2019 - 13:26 Sist oppdatert fredag 10. mai 2019 - 20:24</div>"
        f"<p>{B}<p>{C}<p>{D}"
    )
    judged = bylines.judge(through(view, [headline.judge]))
    found = {view.blocks[i].text[:8] for i, v in judged.items() if v.reason is Reason.BYLINE}
    assert found == {"Jane Doe", "John Roe", "Publiser"}


def test_writers_in_bold_above_the_first_paragraph_of_a_page_the_outlet_signs() -> None:
    declared = Declared(
        {"authors": (Candidate("Gazette", "json-ld"),), "publisher": (Candidate("Gazette", "og:site_name"),)}
    )
    view = marked_up(
        f"<h1>{TITLE}</h1><p><b>Jane Doe/John Roe</b><p><b>T</b>{A[1:]}<p>{B}<p>{C}", declared=declared
    )
    judged = bylines.judge(through(view, [headline.judge]))
    assert [v.facts for v in judged.values()] == [(("authors", "Jane Doe"), ("authors", "John Roe"))]


def test_a_name_at_the_end_of_a_page_without_a_story_is_no_error() -> None:
    by_outlet = Declared({"authors": (Candidate("The Example", "json-ld"),)})
    bylines.judge(marked_up("<h1>Ferry stopped after engine failure</h1><p>Jane Doe</p>", by_outlet))


def test_whom_a_picture_shows_is_no_author() -> None:
    view = marked_up(
        f"<h1>{TITLE}</h1><p>Publikacja: 02.02.2019 21:52</p><p>Mary Poe</p><p>Photo: Ann Lee</p>"
        f"<p>{A}<p>{B}<p>{C}"
    )
    judged = bylines.judge(through(view, [headline.judge, captions.judge]))
    assert "Mary Poe" not in {view.blocks[i].text for i in judged}


def test_what_the_page_calls_its_section_names_nobody() -> None:
    html = f"<h1>{TITLE}</h1><p>Harbour Life</p><p>Ada Quill</p><p>1 May 2031</p><p>{A}</p><p>{B}</p>"
    declared = Declared({"section": (Candidate("Harbour Life", "json-ld"),)})
    view = through(marked_up(html, declared), [headline.judge])
    assert {view.blocks[i].text for i in bylines.judge(view)} == {"Ada Quill", "1 May 2031"}


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>{TITLE}</h1><ul><li>Ben</li><li>1 May 2031</li></ul>",
        f"<p>1 May 2031</p><p><a href=/ben>Ben</a></p><h1>{TITLE}</h1>",
        f"<h1>{TITLE}</h1><p><a rel=author href=/ben>Ben</a></p>",
    ],
)
def test_a_declared_author_beside_the_headline_is_a_byline_whatever_the_name(head: str) -> None:
    known = Declared({"authors": (Candidate("Ben", "json-ld"),)})
    html = f"{head}<p>{A}</p><p>{B}</p><p>{C}</p>"
    view = through(marked_up(html, known), [headline.judge])
    found = bylines.judge(view)
    assert {view.blocks[i].text: v.facts for i, v in found.items()}["Ben"] == (("authors", "Ben"),)
    others = through(marked_up(html), [headline.judge])
    assert all(view.blocks[i].text != "Ben" for i in bylines.judge(others))


def test_a_declared_author_alone_below_the_headline_may_be_a_label() -> None:
    known = Declared({"authors": (Candidate("Ben", "json-ld"),)})
    html = f"<h1>{TITLE}</h1><p>Ben</p><h2>Boats</h2><p>{A}</p><p>{B}</p>"
    assert bylines.judge(through(marked_up(html, known), [headline.judge])) == {}


def test_a_place_and_a_day_below_a_long_standfirst_are_a_stamp() -> None:
    html = f"<h1>{TITLE}</h1><p>{A}</p><p>Madrid-21/05/2031 20:00</p><p>{B}</p><p>{C}</p><p>{D}</p>"
    view = through(marked_up(html), [headline.judge])
    facts = dict(bylines.judge(view)[2].facts)
    assert (facts["dateline"], facts["date_published"]) == ("Madrid", "2031-05-21T20:00:00")


def test_a_by_and_a_link_to_the_author_far_from_the_headline_are_the_byline_if_there_is_one() -> None:
    signed = "<div><span>by</span></div><p><a href=/articles/authors/ada-quill>Ada Quill</a></p>"
    stamp = "<p>Updated on: May 21, 2031</p>"
    boxes = "".join(f"<p>{line} {n}.</p>" for n in range(9) for line in (A, B))
    view = through(marked_up(f"<h1>{TITLE}</h1>{boxes}{signed}{stamp}<p>{C}</p>"), [headline.judge])
    facts = [fact for _, v in sorted(bylines.judge(view).items()) for fact in v.facts]
    assert facts == [("authors", "Ada Quill"), ("date_modified", "2031-05-21")]
    twice = marked_up(f"<h1>{TITLE}</h1>{boxes}{signed}<p>{D}</p>{signed}<p>{C}</p>")
    assert all("Quill" not in twice.blocks[i].text for i in bylines.judge(through(twice, [headline.judge])))


def test_in_a_paste_a_name_above_the_sections_label_and_a_stamp_is_a_byline_below_a_long_standfirst() -> None:
    view = through(
        pasted("\n\n".join((TITLE, D, "Jane Doe", "Harbour News", "1 May 2031", A, B, C))), [headline.judge]
    )
    label = dropped("label", Reason.SECTION_LABEL, "x")
    view = replace(view, verdicts={**view.verdicts, 3: label})
    assert bylines.judge(view)[2].facts == (("authors", "Jane Doe"),)


def test_a_name_between_a_stamp_and_a_caption_is_a_byline_unless_the_picture_shows_its_bearer() -> None:
    def read(caption: str) -> list[str]:
        lines = "\n\n".join([TITLE, "May 21, 2031", "Ada Quill", caption, A, B, C])
        view = through(pasted(lines), [headline.judge, captions.judge])
        return [value for v in bylines.judge(view).values() for name, value in v.facts if name == "authors"]

    assert read("The wreck at low tide. (file photo)") == ["Ada Quill"]
    assert read("Quill on the pier. (file photo)") == []


def test_a_second_author_is_read_where_an_element_of_the_firsts_parts_the_byline() -> None:
    first = "<div class=card><a>Ada Quill</a></div>"
    head = f"<h1>{TITLE}</h1><div class=author>{first} and <a>Tom Reed</a> Published: May 21, 2031</div>"
    view = through(marked_up(f"{head}<p>{A}</p><p>{B}</p><p>{C}</p>"), [headline.judge])
    facts = [value for v in bylines.judge(view).values() for name, value in v.facts if name == "authors"]
    assert facts == ["Ada Quill", "Tom Reed"]


def test_a_name_between_headline_and_standfirst_is_a_byline_above_a_stamp() -> None:
    def read(*below: str) -> list[str]:
        view = through(pasted("\n\n".join((TITLE, "Ada Quill", *below, A, B, C))), [headline.judge])
        return [value for v in bylines.judge(view).values() for name, value in v.facts if name == "authors"]

    summed = "The cellist on stage fright, a stolen bow and why nobody ever gets an encore"
    assert read(summed, "Sat 3 May 2031 14.00 GMT") == ["Ada Quill"]
    assert read(summed) == []


def test_a_label_above_a_byline_names_nobody() -> None:
    lines = (TITLE, "Harbour Life", "By Ada Quill Updated on February 16, 2031", A, B, C)
    view = through(pasted("\n\n".join(lines)), [headline.judge])
    names = [value for v in bylines.judge(view).values() for name, value in v.facts if name == "authors"]
    assert names == ["Ada Quill"]
