from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from costs import cpu_seconds
from lxml import html
from viewing import marked_up

from copydesk.extract.address import bare_address, own_address, same_site
from copydesk.extract.authors.agencies import is_agency
from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.extract.metadata import complete, declare
from copydesk.extract.places.dateline import Dateline, boxed_place, read_dateline
from copydesk.extract.sections.subjects import are_the_sites
from copydesk.extract.titles.titles import cut_site
from copydesk.model import Article, Block, Form, Kind, Page, RawPage, Reason, dropped, kept
from copydesk.read.html import read_html
from copydesk.settings import HeadSettings
from copydesk.sites.records import SiteProfile

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
URL = "https://www.gazette.example/2019/05/03/ferry"


def page_of(head: str, body: str = "", url: str | None = URL, fetched_at: str | None = None) -> Page:
    raw = RawPage(
        b"raw", "a.html", "0", url=url, url_origin="argument" if url else None, fetched_at=fetched_at
    )
    page = read_html(
        raw, f"<html lang=en><head>{head}</head><body>{body}<p>{A}</p></body></html>", "utf-8", "test"
    )
    assert isinstance(page, Page)
    return page


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def article(
    page: Page, declared: Declared | None = None, profile: SiteProfile | None = None, **facts: str
) -> Article:
    """The article of a page whose first block was dropped as a byline with facts."""
    body = Block(1, Kind.PARAGRAPH, A, verdict=kept("body"))
    line = Block(
        0,
        Kind.PARAGRAPH,
        "line",
        verdict=dropped("byline", Reason.BYLINE, "test", facts=tuple(facts.items())),
    )
    return complete(page, declare(page) if declared is None else declared, profile, (line, body))


def text_page() -> Page:
    return Page(RawPage(b"abc", "a.txt", "0"), Form.TEXT, (), "utf-8", "test")


def test_json_ld_goes_before_og_and_og_before_h1() -> None:
    og = '<meta property="og:title" content="From og"><meta property="og:site_name" content="Gazette">'
    assert declare(page_of(ld(headline="From LD") + og, "<h1>From h1</h1>")).first("title") == "From LD"
    assert declare(page_of(og, "<h1>From h1</h1>")).first("title") == "From og"
    assert declare(page_of("", "<h1>From h1</h1>")).first("title") == "From h1"


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Ferry sinks - The Gazette", "Ferry sinks"),
        ("Ferry sinks | gazette.example", "Ferry sinks"),
        ("Gazette | Ferry sinks", "Ferry sinks"),
        ("Ferry sinks - all saved", "Ferry sinks - all saved"),
        ("Ferry sinks - all saved - Gazette", "Ferry sinks - all saved"),
        ("Ferry sinks off Ellen | Islands | News", "Ferry sinks off Ellen"),
        ("Gazette", "Gazette"),
    ],
)
def test_a_site_is_cut_only_where_it_is_the_site(title: str, cut: str) -> None:
    assert cut_site(title, ["The Gazette", "gazette.example"], ["Ferry sinks off Ellen"]) == cut


def test_authors_are_people_and_agencies_apart() -> None:
    found = declare(page_of(ld(author=[{"name": "By Jane Doe"}, {"name": "Reuters"}, "John Roe"])))
    assert found.values("authors") == ("Jane Doe", "John Roe")
    assert found.values("agencies") == ("Reuters",)


def test_an_author_may_be_a_reference() -> None:
    graph = {
        "@graph": [
            {"@id": "#j", "@type": "Person", "name": "Jane Doe"},
            {"@type": "Article", "author": {"@id": "#j"}},
        ]
    }
    page = page_of(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert declare(page).values("authors") == ("Jane Doe",)


def test_a_person_goes_before_the_outlets_own_name() -> None:
    site = '<meta property="og:site_name" content="Gazette">'
    head = site + ld(author={"name": "Gazette"})
    assert declare(page_of(head + '<meta name="author" content="Jane Doe">')).first("authors") == "Jane Doe"
    assert (
        declare(page_of(head, "<h1>Ferry</h1><p class=byline>By Jane Doe</p>")).first("authors") == "Jane Doe"
    )
    assert (
        declare(page_of(head, "<h1>Ferry</h1><footer><p class=byline>By Ann Poe</p></footer>")).first(
            "authors"
        )
        == "Gazette"
    )


def test_dates_keep_time_and_zone_and_their_order() -> None:
    head = '<meta property="article:published_time" content="2019-05-04T10:00:00Z">'
    assert declare(page_of(ld(datePublished="2019-05-03T10:30+02:00") + head)).values("date_published") == (
        "2019-05-03T10:30:00+02:00",
        "2019-05-04T10:00:00Z",
        "2019-05-03",
    )
    body = (
        '<time datetime="2018-01-01">teaser</time><h1>Ferry</h1>'
        '<time class=updated datetime="2019-05-06">u</time><time datetime="2019-05-05T08:00">d</time>'
    )
    found = declare(page_of("", body, url=None))
    assert found.values("date_published") == ("2019-05-05T08:00:00",)
    said = "<h1>Ferry</h1><p>Last updated on <time datetime='2019-05-06'>6 May</time></p>"
    reader = "<ul><li><a>Ada</a> <time datetime='2019-05-07'>7 May</time></li></ul>"
    changed = declare(page_of("", said + reader, url=None))
    assert (changed.values("date_published"), changed.values("date_modified")) == ((), ("2019-05-06",))
    named = '<meta name="published" content="May 3, 2019">'
    assert declare(page_of(named, url=None)).values("date_published") == ("2019-05-03",)
    assert found.values("date_modified") == ("2019-05-06",)


def test_nonsense_is_no_date() -> None:
    page = page_of(
        ld(datePublished="0000-00-00", dateModified="2019-13-77") + '<meta name="date" content="soon">',
        url=None,
    )
    assert declare(page).values("date_published") == declare(page).values("date_modified") == ()


def test_the_other_fields() -> None:
    head = (
        '<meta property="og:description" content="It sank."><meta property="og:image" content="/f.jpg">'
        '<meta property="article:section" content="Islands"><meta name="keywords" content="ferry, fog,ferry">'
        '<link rel="license" href="https://licences.example/by">'
    )
    found = declare(page_of(head + ld(publisher={"name": "Gazette"})))
    got = {
        name: found.values(name)
        for name in ("description", "image", "section", "tags", "license", "publisher", "language")
    }
    assert got == {
        "description": ("It sank.",),
        "image": ("https://www.gazette.example/f.jpg",),
        "section": ("Islands",),
        "tags": ("ferry", "fog"),
        "license": ("https://licences.example/by",),
        "publisher": ("Gazette",),
        "language": ("en",),
    }


def test_text_declares_nothing() -> None:
    assert declare(text_page()) == NOTHING


def test_lines_fill_what_is_not_declared_and_say_where() -> None:
    facts = {
        "authors": "Jane Doe",
        "agencies": "Reuters",
        "dateline": "Beirut, Lebanon:",
        "date_published": "2019-05-03T10:00:00",
    }
    found = article(text_page(), NOTHING, **facts).metadata
    assert (found.authors, found.agencies) == (("Jane Doe",), ("Reuters",))
    assert (found.dateline, found.date_published) == ("Beirut, Lebanon", "2019-05-03T10:00:00")
    assert found.provenance["authors"] == found.provenance["dateline"] == "block 0: byline"
    assert found.language == "en"
    assert found.word_count == 19
    assert (found.title, found.host, found.url, found.section, found.quality) == (None,) * 5


def test_the_trail_that_leads_to_a_page_has_its_section_where_nothing_else_has() -> None:
    names = ("Home", "Category: Harbours", "Ferries stay in port tonight")
    trail = {"@type": "BreadcrumbList", "itemListElement": [{"name": name} for name in names]}
    page = page_of(f'<script type="application/ld+json">{json.dumps(trail)}</script>')
    found = article(page).metadata
    assert (found.section, found.provenance["section"]) == ("Harbours", "json-ld breadcrumb")
    assert article(page, section="Islands").metadata.section == "Islands"


def test_a_declared_author_goes_before_a_line_unless_it_is_the_outlet() -> None:
    own = Declared(
        {"authors": (Candidate("Gazette", "json-ld"),), "publisher": (Candidate("Gazette", "og:site_name"),)}
    )
    assert article(text_page(), own, authors="Jane Doe").metadata.authors == ("Jane Doe",)
    assert article(text_page(), own, authors="Gazette").metadata.authors == ("Gazette",)
    other = Declared({"authors": (Candidate("Ann Poe", "json-ld"),)})
    assert article(text_page(), other, authors="Jane Doe").metadata.authors == ("Ann Poe",)


def test_an_outlet_is_not_its_own_agency() -> None:
    profile = SiteProfile("gazette.example", "Gazette")
    assert article(text_page(), NOTHING, profile, agencies="Gazette").metadata.agencies == ()


@pytest.mark.parametrize(
    ("declared", "publisher"),
    [("gazette", "The Gazette"), ("Gazette.example", "The Gazette"), ("Gazette Sport", "Gazette Sport")],
)
def test_all_pages_of_a_site_have_one_publisher(declared: str, publisher: str) -> None:
    profile = SiteProfile("gazette.example", "The Gazette", site_names=("gazette", "gazette example"))
    page = page_of(f'<meta property="og:site_name" content="{declared}">', "<h1>Ferry</h1>")
    assert article(page, profile=profile).metadata.publisher == publisher


def test_a_page_without_url_takes_host_and_publisher_from_its_profile() -> None:
    found = article(
        text_page(), NOTHING, SiteProfile("gazette.example", "Gazette", timezone="Asia/Dhaka")
    ).metadata
    assert (found.host, found.publisher) == ("gazette.example", "Gazette")
    assert found.provenance["host"] == "site profile"


def test_a_conflict_of_dates_is_on_record_and_a_day_gets_its_time() -> None:
    page = page_of(ld(datePublished="2019-05-03"))
    found = article(page, date_published="2019-05-09T10:00:00").metadata
    assert (found.date_published, found.provenance["date_published"]) == (
        "2019-05-03",
        "json-ld; block 0: byline says 2019-05-09",
    )
    found = article(page, date_published="2019-05-03T10:00:00").metadata
    assert found.date_published == "2019-05-03T10:00:00"
    assert found.provenance["date_published"] == "json-ld; time from block 0: byline"


def printed_below(headline_at: int, stamp: str, published: str, modified: str) -> tuple[str | None, str]:
    """The day of a page, and where it is from, that prints a stamp in its second block."""
    page = page_of(ld(datePublished=published, dateModified=modified))
    title = kept("title", kind=Kind.TITLE, facts=(("title", "Ferry sinks"),))
    byline = dropped("byline", Reason.BYLINE, "test", facts=(("date_published", stamp),))
    blocks = (
        Block(headline_at, Kind.TITLE, "Ferry sinks", verdict=title),
        Block(headline_at + 2, Kind.PARAGRAPH, stamp, verdict=byline),
        Block(headline_at + 9, Kind.PARAGRAPH, A, verdict=kept("body")),
    )
    data = complete(page, declare(page), None, blocks).metadata
    return data.date_published, data.provenance["date_published"]


def test_where_software_gives_one_day_for_all_the_printed_one_is_the_storys() -> None:
    run = "2019-11-20T16:02:46Z"
    day, origin = printed_below(0, "2019-05-03", run, run)
    assert day == "2019-05-03"
    assert "json-ld says 2019-11-20" in origin
    assert printed_below(0, "2019-05-03", run, "2019-11-21T08:00:00Z")[0] == run
    assert printed_below(0, "2019-11-23", run, run)[0] == run
    assert printed_below(0, "2019-05-03", "2019-11-20", "2019-11-19")[0] == "2019-05-03"


def test_the_moment_printed_as_that_of_publishing_goes_before_that_of_the_change_declared_for_it() -> None:
    now = "2019-05-03T19:45:44+02:00"
    page = page_of(ld(datePublished=now, dateModified=now))
    lines = {"title": "Ferry sinks", "date_published": "2019-05-03T19:05:00"}
    found = article(page, **lines, date_modified="2019-05-03T19:45:00").metadata
    assert (found.date_published, found.date_modified) == ("2019-05-03T19:05:00+02:00", now)
    # Told by another clock, or by none, it says nothing.
    for changed in ("2019-05-03T17:45:00", "2019-05-03"):
        assert article(page, **lines, date_modified=changed).metadata.date_published == now


def test_a_line_that_says_first_published_counts_behind_the_story_too() -> None:
    now = "2019-05-03T09:01:42+05:30"
    page = page_of(ld(datePublished=now, dateModified=now))
    title = kept("title", kind=Kind.TITLE, facts=(("title", "Ferry sinks"),))
    for label, first in (("First Published: 08:38", "2019-05-03T08:38:00+05:30"), ("Posted: 08:38", now)):
        stamps = [
            dropped("byline", Reason.BYLINE, "test", facts=((f"date_{name}", f"2019-05-03T{clock}:00"),))
            for name, clock in (("modified", "09:01"), ("published", "08:38"))
        ]
        blocks = (
            Block(0, Kind.TITLE, "Ferry sinks", verdict=title),
            Block(1, Kind.PARAGRAPH, "Updated: 09:01", verdict=stamps[0]),
            Block(2, Kind.PARAGRAPH, A, verdict=kept("body")),
            Block(9, Kind.PARAGRAPH, label, verdict=stamps[1]),
        )
        assert complete(page, declare(page), None, blocks).metadata.date_published == first


def test_a_change_that_is_printed_goes_before_the_day_of_publishing_noted_again() -> None:
    page = page_of(ld(datePublished="2019-05-03", dateModified="2019-05-03"))
    assert article(page, date_modified="2019-11-20").metadata.date_modified == "2019-11-20"
    assert article(page, date_modified="2019-05-04").metadata.date_modified == "2019-05-03"
    page = page_of(ld(datePublished="2019-05-03", dateModified="2019-08-03"))
    assert article(page, date_modified="2019-11-20").metadata.date_modified == "2019-08-03"


def test_a_date_from_after_the_page_was_fetched_is_not_its_date() -> None:
    page = page_of(ld(datePublished="2031-05-03"), url=None, fetched_at="2019-05-04T00:00:00Z")
    got = article(page)
    assert got.metadata.date_published is None
    assert got.added == "2019-05-04T00:00:00Z"


def test_captions_once_and_the_standfirst() -> None:
    blocks = (
        Block(
            0,
            Kind.CAPTION,
            "A ferry",
            verdict=dropped("c", Reason.CAPTION, "x", facts=(("captions", "A ferry"),)),
        ),
        Block(
            1,
            Kind.CAPTION,
            "A ferry",
            verdict=dropped("c", Reason.CAPTION, "x", facts=(("captions", "A ferry"),)),
        ),
        Block(2, Kind.STANDFIRST, "All were saved", verdict=kept("standfirst", kind=Kind.STANDFIRST)),
        Block(3, Kind.PARAGRAPH, f"BEIRUT (Reuters) - {A}", verdict=kept("body")),
    )
    found = complete(text_page(), NOTHING, None, blocks).metadata
    assert found.captions == ("A ferry",)
    assert found.standfirst == "All were saved"
    assert (found.dateline, found.agencies) == ("BEIRUT", ("Reuters",))
    assert found.provenance["dateline"] == "first paragraph: dateline"


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("Berlin. Die Fähre blieb am Dienstag im Hafen.", Dateline("Berlin")),
        ("Fähren. Die meisten blieben am Dienstag im Hafen.", Dateline()),
        ("BEIRUT, Oct 8 (Reuters) - The harbour was closed.", Dateline("BEIRUT", ("Reuters",))),
        ("MOSCOW, Oct. 9 (Xinhua) -- The harbour was closed.", Dateline("MOSCOW", ("Xinhua",))),
        ("Berlin (dpa) - Der Hafen blieb zu.", Dateline("Berlin", ("dpa",))),
        ("(AP) — The harbour was closed.", Dateline(None, ("AP",))),
        ("Port Ellen, Mich. — The harbour was closed.", Dateline("Port Ellen, Mich.")),
        ("Then, suddenly — the harbour was closed.", Dateline()),
        ("WASHINGTON — The harbour was closed.", Dateline("WASHINGTON")),
        ("NEW DELHI: The harbour was closed.", Dateline("NEW DELHI")),
        ("Port Ellen (Reuters) - The harbour was closed.", Dateline("Port Ellen", ("Reuters",))),
        ("The harbour (built in 1901) - long closed - is open.", Dateline()),
        ("Police: The harbour was closed.", Dateline()),
        ("The ferry — the last one — sank.", Dateline()),
        ("NATO — the alliance — met.", Dateline()),
        ("", Dateline()),
    ],
)
def test_a_dateline_in_the_first_paragraph(paragraph: str, dateline: Dateline) -> None:
    assert read_dateline(paragraph) == dateline


def test_an_unknown_place_before_a_dot_is_one_where_the_story_says_so() -> None:
    lead = "Hafenstadt · Die Fähre bleibt im Hafen"
    assert read_dateline(lead) == Dateline()
    assert read_dateline(lead, "Die Werft in Hafenstadt ist zu.") == Dateline("Hafenstadt")
    assert read_dateline("Berlin · Die Fähre bleibt im Hafen") == Dateline("Berlin")


def test_the_id_is_of_the_canonical_url_of_the_own_site_else_of_the_bytes() -> None:
    def of(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    own = '<link rel="canonical" href="https://gazette.example/ferry">'
    assert article(page_of(own)).id == of("gazette.example/ferry")
    foreign = '<link rel="canonical" href="https://agency.example/ferry">'
    assert article(page_of(foreign)).id == of("gazette.example/2019/05/03/ferry")
    front = '<link rel="canonical" href="https://gazette.example/">'
    assert own_address(page_of(front)) == URL
    assert article(text_page(), NOTHING).id == of("abc")


def test_addresses_are_compared_without_what_does_not_name_the_page() -> None:
    forms = ("http://gazette.example/a/", "https://www.gazette.example/a?utm_source=x&fbclid=y#top")
    assert {bare_address(url) for url in forms} == {"gazette.example/a"}
    assert bare_address("https://gazette.example/a?id=2&b=1") == "gazette.example/a?b=1&id=2"
    assert bare_address("nowhere") is None
    assert same_site("https://uk.agency.co.uk/a", "https://in.agency.co.uk/a")
    assert not same_site("https://a.co.uk/", "https://b.co.uk/")
    assert not same_site("https://[broken/", "https://b.example/")


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="author" content="{"(" * 40_000}">',
        "".join(f'<meta name="author" content="Jane Doe the {i}th">' for i in range(5_000)),
        f"<title>{' - '.join(['x'] * 2_000)}</title>",
        f'<meta name="keywords" content="{"a, " * 40_000}">',
    ],
)
def test_a_hostile_head_costs_little(head: str) -> None:
    page = page_of(head)
    assert cpu_seconds(lambda: article(page)) < 0.2


def test_five_hundred_odd_dates_cost_little() -> None:
    spans = "".join(
        f"<span class=date>{i % 40}/{i % 14}/20{i % 99:02}</span><time>12 Octember 20{i % 99:02}</time>"
        for i in range(500)
    )
    page = page_of("", spans, url=None)
    assert cpu_seconds(lambda: article(page)) < 0.2


def test_a_page_says_nothing_and_nothing_is_guessed() -> None:
    view = marked_up(f"<p>{A}</p>")
    found = complete(
        view.page, declare(view.page), None, (Block(0, Kind.PARAGRAPH, A, verdict=kept("body")),)
    ).metadata
    values = (
        found.title,
        found.date_published,
        found.date_modified,
        found.section,
        found.host,
        found.dateline,
    )
    assert values == (None,) * 6
    assert (found.authors, found.agencies, found.tags, found.captions) == ((), (), (), ())


def test_boxes_of_a_visible_byline_are_set_apart() -> None:
    inner = "<div class=author>Island Web Team</div><div>Beirut, Lebanon Updated: Mar 14, 2019</div>"
    page = page_of("", f"<h1>Ferry</h1><div class='author-block'>{inner}</div>")
    assert declare(page).values("authors") == ("Island Web Team",)
    spans = "<span>Jane Doe</span><span>John Roe</span>"
    page = page_of("", f"<h1>Ferry</h1><div class='byline'>{spans}</div>")
    assert declare(page).values("authors") == ("Jane Doe", "John Roe")


def test_a_dateline_in_capitals_may_stand_below_a_caption_and_gives_its_day() -> None:
    caption = "Men mend a wall in the harbour of Marsk, where the storm broke it in March of last year."
    story = f"TAZRA, August 14, 2031 (BBC) -- {A}"
    blocks = tuple(
        Block(at, Kind.PARAGRAPH, text, verdict=kept("body")) for at, text in enumerate((caption, story, A))
    )
    found = complete(text_page(), NOTHING, None, blocks).metadata
    assert (found.dateline, found.date_published, found.agencies) == ("TAZRA", "2031-08-14", ("BBC",))


def test_where_updated_is_the_only_stamp_it_is_the_published_one_if_the_profile_says_so() -> None:
    stamp = dropped("byline", Reason.BYLINE, "x", facts=(("date_modified", "2031-08-14T10:00:00"),))
    blocks = (
        Block(0, Kind.PARAGRAPH, "Updated: ...", verdict=stamp),
        Block(1, Kind.PARAGRAPH, A, verdict=kept("body")),
    )
    quay = SiteProfile("quay.example", "The Quay", only_updated=True)
    dates = [complete(text_page(), NOTHING, site, blocks).metadata.date_published for site in (None, quay)]
    assert dates == [None, "2031-08-14T10:00:00"]


def test_a_byline_the_profile_knows_goes_before_one_told_by_its_looks() -> None:
    guess = Declared({"authors": (Candidate("Quay Web Team Reuters", "visible byline"),)})
    said = Declared({"authors": (Candidate("Mara Quill", "json-ld"),)})
    stamp = dropped("stamp", Reason.BYLINE, "x", facts=(("authors", "Quay Web Team"),), stage="site")
    blocks = (Block(0, Kind.PARAGRAPH, "Quay Web Team Reuters", verdict=stamp),)
    found = [complete(text_page(), each, None, blocks).metadata.authors for each in (guess, said)]
    assert found == [("Quay Web Team",), ("Mara Quill",)]


def test_tags_tell_of_the_story_and_sections_are_sections() -> None:
    keywords = ["Day: Saturday", "WC: 0-999", "Subject: Ferries", "Page Type: Article", "_internal", "Ports"]
    page = page_of(ld(keywords=keywords, articleSection=["Articles", "Uncategorized"]))
    found = declare(page)
    assert found.values("tags") == ("Ferries", "Ports")
    assert found.first("section") is None


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("Global,Innovation", "Global"),
        ("Waste, Fraud & Abuse", "Waste, Fraud & Abuse"),
        ("All, Harbour News", "Harbour News"),
        ("Gazette", None),
        ("World", "World"),
    ],
)
def test_a_section_is_one_name_and_not_the_sites(said: str, section: str | None) -> None:
    og = '<meta property="og:site_name" content="The Gazette">'
    assert declare(page_of(ld(articleSection=said) + og)).first("section") == section


def test_keywords_a_site_has_on_every_page_are_no_tags() -> None:
    said = '<meta name="keywords" content="{}">'
    everywhere = page_of(said.format("island news, latest news, sports, jobs"))
    assert article(everywhere).metadata.tags == ()
    own = page_of(said.format("ferry, port ellen, latest news, jobs"))
    assert article(own).metadata.tags == ("ferry", "port ellen", "jobs")


def test_labels_of_pictures_are_no_captions() -> None:
    assert article(page_of(""), captions="Expand").metadata.captions == ()
    assert article(page_of(""), captions="The ferry on Monday").metadata.captions == ("The ferry on Monday",)
    assert article(page_of(""), captions="26").metadata.captions == ()
    assert article(page_of(""), captions="Source").metadata.captions == ()


@pytest.mark.parametrize(
    ("picture", "image"),
    [
        ("/a/ferry.jpg", "https://www.gazette.example/a/ferry.jpg"),
        ("/a/harbour-bank-logo.jpg", "https://www.gazette.example/a/harbour-bank-logo.jpg"),
        ("/a/gazette-logo-white_2.png", None),
        ("/a/og-default.png", None),
    ],
)
def test_the_sites_logo_is_no_picture_of_a_story(picture: str, image: str | None) -> None:
    assert declare(page_of(f"<meta property='og:image' content='{picture}'>")).first("image") == image


def test_a_step_of_an_address_is_no_canonical_address() -> None:
    for link, found in (("https://www.gazette.example/ferry",) * 2, ("http://ferry-late", None)):
        page = page_of(f"<link rel=canonical href='{link}'>")
        assert article(page).metadata.canonical_url == found


def test_tags_come_without_marks_and_without_the_fields_of_software() -> None:
    keywords = ["#Ferries", "siteGroup: HG", "subsection: Ports"]
    assert declare(page_of(ld(keywords=keywords))).values("tags") == ("Ferries", "Ports")


def test_a_source_that_is_no_agency_or_outlet_is_not_among_the_agencies() -> None:
    found = [app for app in ("App", "APP") if is_agency(app)]
    assert found == ["APP"]


def test_a_masthead_in_the_h1_is_not_the_headline() -> None:
    page = page_of("<title>Ferry sinks off Ellen - The Gazette</title>", "<h1>The Island Paper</h1>")
    assert declare(page).first("title") == "Ferry sinks off Ellen"
    own = page_of("<title>Ferry sinks - Gazette</title>", "<h1>A ferry sinks off Ellen</h1>")
    assert declare(own).first("title") == "A ferry sinks off Ellen"


def test_a_change_from_before_publishing_is_on_record_and_no_date() -> None:
    page = page_of(ld(datePublished="2019-05-03T10:00:00Z", dateModified="2019-05-03T09:00:00Z"))
    found = article(page).metadata
    assert found.date_modified is None
    assert "changed before, on 2019-05-03T09:00:00Z" in found.provenance["date_published"]
    same_day = page_of(ld(datePublished="2019-05-03T10:00:00Z", dateModified="2019-05-03"))
    assert article(same_day).metadata.date_modified == "2019-05-03"


def test_a_list_of_tags_has_one_an_item_commas_and_all() -> None:
    metas = "".join(f'<meta property="article:tag" content="{t}">' for t in ("Doe, Jane (1977- )", "Ferries"))
    assert declare(page_of(metas)).values("tags") == ("Doe, Jane (1977- )", "Ferries")
    assert declare(page_of('<meta name="keywords" content="pier, ferry">')).values("tags") == (
        "pier",
        "ferry",
    )


def test_a_label_before_the_headline_is_cut_where_the_page_prints_the_headline_without() -> None:
    og = '<meta property="og:title" content="Opinion | Ferries are late">'
    assert declare(page_of(og, "<h1>Ferries are late</h1>")).first("title") == "Ferries are late"
    assert declare(page_of(og, "<h1>Boats</h1>")).first("title") == "Opinion | Ferries are late"


def test_an_address_is_no_publisher_and_a_bureau_no_place() -> None:
    assert (
        declare(page_of('<meta property="og:site_name" content="https://gazette.example">')).first(
            "publisher"
        )
        is None
    )
    assert article(page_of(""), dateline="New Delhi, Gazette Bureau").metadata.dateline == "New Delhi"
    assert article(page_of(""), dateline="Beirut, Lebanon").metadata.dateline == "Beirut, Lebanon"


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Fähre sinkt | HGZ News", "Fähre sinkt"),
        ("배가 가라앉았다ㅣ항구일보", "배가 가라앉았다"),
        ("連絡船が沈没：港新聞Web", "連絡船が沈没"),
        ("Ferry sinks * HGZ", "Ferry sinks"),
        ("Ferry sinks: all saved", "Ferry sinks: all saved"),
    ],
)
def test_a_sites_name_is_cut_in_other_scripts_and_with_what_stands_behind_it(title: str, cut: str) -> None:
    assert cut_site(title, ["HGZ", "항구일보", "港新聞"]) == cut


def shared(og: str, twitter: str) -> str:
    metas = (("og:title", og), ("twitter:title", twitter))
    return "".join(f'<meta property="{name}" content="{text}">' for name, text in metas)


def test_the_headline_a_newsroom_gives_networks_is_the_title_of_news_alone() -> None:
    og = shared("Ferry to Ellen sinks in fog", "Ferry to Ellen sinks in fog - what we know")
    news, h1 = ld(headline="All saved as a ferry sinks"), "<h1>All saved as a ferry sinks</h1>"
    assert declare(page_of(news + og, h1)).first("title") == "Ferry to Ellen sinks in fog"
    assert declare(page_of(news + og, "<h1>Fog</h1>")).first("title") == "All saved as a ferry sinks"
    blog = news.replace("NewsArticle", "BlogPosting")
    assert declare(page_of(blog + og, h1)).first("title") == "All saved as a ferry sinks"
    more = shared("All saved as a ferry sinks | Port News", "All saved as a ferry sinks | Port News")
    assert declare(page_of(news + more, h1)).first("title") == "All saved as a ferry sinks"


def test_a_label_that_only_one_reading_has_or_that_differs_is_not_the_headline() -> None:
    og = shared("Ferry sinks off Ellen", "Ferry sinks off Ellen")
    page = page_of(ld(headline="Fog at sea: Ferry sinks off Ellen") + og, "<h1>Ferry sinks off Ellen</h1>")
    assert declare(page).first("title") == "Ferry sinks off Ellen"
    other = page_of(
        ld(headline="Fog: Ferry sinks off Ellen after hours"),
        "<h1>Islands - Ferry sinks off Ellen after hours</h1>",
    )
    assert declare(other).first("title") == "Ferry sinks off Ellen after hours"


def signed(*lines: tuple[str, str, tuple[str, ...]], declared: str = "Jane Doe") -> tuple[str, ...]:
    """The authors of a page that declares one, with lines above the story: text, path and names."""
    blocks = [
        Block(
            index,
            Kind.PARAGRAPH,
            text,
            path,
            verdict=dropped(
                "byline", Reason.BYLINE, "test", facts=tuple(("authors", name) for name in names)
            ),
        )
        for index, (text, path, names) in enumerate(lines)
    ]
    body = Block(len(lines), Kind.PARAGRAPH, A, verdict=kept("body"))
    page = page_of(ld(author={"name": declared}) + '<meta property="og:site_name" content="HG">')
    return complete(page, declare(page), None, (*blocks, body)).metadata.authors


def test_a_byline_that_names_the_declared_author_and_others_names_them_all() -> None:
    both = ("Jane Doe", "John Roe")
    assert signed(("By Jane Doe, John Roe", "p.by", both)) == both
    assert signed(("Jane Doe", "a.by", both[:1]), ("John Roe", "a.by", both[1:])) == both
    assert signed(("Jane Doe", "a.by", both[:1]), ("John Roe", "p.teaser", both[1:])) == both[:1]
    assert signed(("Jane Doe", "a.by", both[:1]), ("Edited by John Roe", "a.by", both[1:])) == both[:1]
    assert signed(("Jane Doe | Garden Tools", "p.by", ("Jane Doe", "Garden Tools"))) == both[:1]
    assert signed(("Jane DoeThe Gazette", "p.by", ("Jane DoeThe Gazette",))) == both[:1]
    assert signed(("By Ann Poe", "p.by", ("Ann Poe",)), ("More by Jane Doe", "p.more", ())) == both[:1]
    assert signed(("By Ann Poe", "p.by", ("Ann Poe",))) == ("Ann Poe",)
    assert signed(("Ann Poe", "p.by", ("Ann Poe",))) == both[:1]
    assert signed(("Jane Doe, HG NORTH", "p.by", ("Jane Doe", "HG NORTH")), declared="HG") == both[:1]


@pytest.mark.parametrize(
    ("names", "publisher"),
    [
        (("Blog", "The Gazette"), "The Gazette"),
        (("Security", "Gazette online"), "Gazette online"),
        (("harbourgazette", "Harbour Gazette"), "Harbour Gazette"),
        (("harbourgazette.example", "Harbour Gazette"), "Harbour Gazette"),
        (("HARBOURGAZETTE", "Harbour Gazette"), "Harbour Gazette"),
        (("HG ONLINE", "HG Online"), "HG ONLINE"),
        (("Gazette - News of the islands",), "Gazette"),
        (("Gazette Website",), "Gazette"),
        (("Tide - News of the islands",), "Tide - News of the islands"),
        (("Blog",), "Blog"),
    ],
)
def test_a_publisher_is_the_outlet_by_name(names: tuple[str, ...], publisher: str) -> None:
    og = f'<meta property="og:site_name" content="{names[0]}">'
    page = page_of(og + "".join(ld(publisher={"name": name}) for name in names[1:]))
    assert declare(page).first("publisher") == publisher


def test_a_section_is_no_publisher_where_the_title_names_the_outlet() -> None:
    head = '<title>Fog | Harbour Gazette</title><meta property="og:site_name" content="Health">'
    found = declare(page_of(head, url="https://harbourgazette.example/fog")).candidates["publisher"]
    assert found[0] == Candidate("Harbour Gazette", "title")


@pytest.mark.parametrize(
    ("said", "section"),
    [("News - News", "News"), ("news_news", "news"), ("Ports - Ferries", "Ports - Ferries")],
)
def test_a_section_that_is_named_twice_is_one(said: str, section: str) -> None:
    assert declare(page_of(ld(articleSection=said))).first("section") == section


def test_an_outlet_that_printed_an_agencys_story_did_not_write_it() -> None:
    page = page_of(ld(author={"name": "Gazette"}, publisher={"name": "Gazette"}))
    wired = article(page, agencies="Reuters").metadata
    assert (wired.authors, wired.agencies) == ((), ("Reuters",))
    both = article(page, agencies="Reuters", authors="Gazette").metadata
    assert (both.authors, both.agencies) == (("Gazette",), ("Reuters",))
    small = page_of(ld(author={"name": "gazette"}, publisher={"name": "gazette"}))
    assert article(small).metadata.authors == ("gazette",)


def test_a_credit_printed_once_more_is_no_caption_of_its_own() -> None:
    lines = ("The pier at dawn. Copyright Ann Lee", "Copyright Ann Lee")
    blocks = [
        Block(i, Kind.CAPTION, text, verdict=dropped("c", Reason.CAPTION, "t", facts=(("captions", text),)))
        for i, text in enumerate(lines)
    ]
    assert complete(text_page(), NOTHING, None, tuple(blocks)).metadata.captions == lines[:1]


def test_a_caption_told_again_with_its_credit_is_told_as_a_whole() -> None:
    told = (("The pier at dawn", "The pier at dawn"), ("Ann Lee", "The pier at dawn Ann Lee"))
    blocks = [
        Block(i, Kind.CAPTION, text, verdict=dropped("c", Reason.CAPTION, "t", facts=(("captions", value),)))
        for i, (text, value) in enumerate(told)
    ]
    assert complete(text_page(), NOTHING, None, tuple(blocks)).metadata.captions == (
        "The pier at dawn\nAnn Lee",
    )


def test_what_is_more_than_is_read_of_a_pages_own_word_is_told() -> None:
    limits = HeadSettings(max_metas=2, max_scripts=1, max_script=30, max_times=1)
    head = "<meta name=a content=1><meta name=b content=2><meta name=c content=3>" + ld(headline="F" * 40) * 2
    found = declare(page_of(head, "<time>1 May</time><time>2 May</time>"), limits)
    assert found.cut == (
        "more than 2 meta elements",
        "a JSON-LD script of more than 30 characters",
        "more than 1 JSON-LD scripts",
        "more than 1 time elements",
    )
    assert declare(page_of(head)).cut == ()


def test_what_is_left_of_a_description_is_none() -> None:
    head = '<meta property="og:description" content="| Island News">'
    assert declare(page_of(head)).values("description") == ()
    assert declare(page_of(head + ld(description="It sank."))).values("description") == ("It sank.",)


def test_a_dateline_may_open_the_standfirst() -> None:
    lead = Block(0, Kind.STANDFIRST, "Berlin. Die Fähre bleibt im Hafen", verdict=kept("standfirst"))
    body = Block(1, Kind.PARAGRAPH, A, verdict=kept("body"))
    found = complete(text_page(), NOTHING, None, (lead, body)).metadata
    assert found.dateline == "Berlin"


def test_a_byline_that_names_a_person_beside_the_outlet_that_is_declared() -> None:
    page = page_of(ld(author={"name": "The Western Ledger"}))
    line = Block(
        0,
        Kind.PARAGRAPH,
        "by Ada Quill, The Western Ledger",
        verdict=dropped(
            "byline",
            Reason.BYLINE,
            "test",
            facts=(("authors", "Ada Quill"), ("authors", "The Western Ledger")),
        ),
    )
    body = Block(1, Kind.PARAGRAPH, A, verdict=kept("body"))
    found = complete(page, declare(page), None, (line, body)).metadata
    assert found.authors == ("Ada Quill", "The Western Ledger")


def test_keywords_of_the_whole_site_are_no_tags_of_a_story() -> None:
    story = "The ferry in the harbour is late, and nobody says why."
    many = ["politics", "money", "games", "stars", "cars", "trains", "jobs", "food", "travel", "ferry"]
    assert are_the_sites(many, story)
    assert not are_the_sites([*many, "harbour", "late"], story)


def test_the_day_of_a_card_far_from_the_headline_is_no_conflict() -> None:
    def told(stamp_at: int, *, day: str) -> tuple[str | None, str | None]:
        page = page_of(ld(datePublished=day))
        byline = dropped("byline", Reason.BYLINE, "a stamp", facts=(("date_published", "2019-05-09"),))
        title = kept("title", kind=Kind.TITLE, facts=(("title", "Ferry sinks"),))
        lines = {
            10: Block(10, Kind.TITLE, "Ferry sinks", verdict=title),
            12: Block(12, Kind.PARAGRAPH, A, verdict=kept("body")),
            stamp_at: Block(stamp_at, Kind.PARAGRAPH, "May 9, 2019", verdict=byline),
        }
        data = complete(page, declare(page), None, tuple(lines[i] for i in sorted(lines))).metadata
        return data.date_published, data.provenance.get("date_published")

    assert told(11, day="2019-05-03") == ("2019-05-03", "json-ld; block 11: byline says 2019-05-09")
    assert told(40, day="2019-05-03") == ("2019-05-03", "json-ld")
    assert told(2, day="2019-05-03") == ("2019-05-03", "json-ld")


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("<p><span>Quillport.</span> The pier is closed.</p>", "Quillport"),
        ("<p><b>Quillport</b> The pier is closed.</p>", None),
        ("<p>So. <span>Quillport.</span> The pier is closed.</p>", None),
        ("<p><span>Quillport.</span> as it was</p>", None),
        ("<p><b>Farewell.</b> The pier is closed.</p>", None),
    ],
)
def test_a_place_in_an_element_of_its_own_opens_the_story(paragraph: str, place: str | None) -> None:
    assert boxed_place(html.fragment_fromstring(paragraph), "Ships in Quillport are late.") == place


def test_a_title_ends_before_the_name_of_an_outlet_that_a_profile_knows() -> None:
    page = page_of("<title>Ferry sinks off Port Ellen - The Harbour Gazette</title>", url=None)
    profile = SiteProfile("gazette.example", "Harbour Gazette")
    assert article(page, profile=profile).metadata.title == "Ferry sinks off Port Ellen"


@pytest.mark.parametrize(
    ("end", "agencies"),
    [
        ("the police said. (AFP)", ("AFP",)),
        ("the police said. - Reuters", ("Reuters",)),
        ("“Nobody was hurt.” (dpa/aqu)", ("dpa",)),
        ("the police said. (Reuters) END", ("Reuters",)),
        ("the police said. (aqu)", ()),
        ("he owns shares (AP).", ()),
        ("the police said. (It was late.)", ()),
    ],
)
def test_the_agency_behind_the_last_sentence_is_credited(end: str, agencies: tuple[str, ...]) -> None:
    blocks = [
        Block(i, Kind.PARAGRAPH, text, verdict=kept("body"))
        for i, text in enumerate((A, f"In May {end}", A, A))
    ]
    found = complete(text_page(), NOTHING, None, tuple(blocks[:2])).metadata
    assert found.agencies == agencies
    assert found.provenance.get("agencies") == ("last paragraph: signature" if agencies else None)
    assert complete(text_page(), NOTHING, None, tuple(blocks)).metadata.agencies == ()


def test_a_year_behind_a_headline_is_no_section_of_the_site() -> None:
    page = page_of('<meta property="og:title" content="The best boats - 2019">')
    assert declare(page).first("title") == "The best boats - 2019"


def test_an_outlet_signs_as_its_site_calls_itself() -> None:
    data = ld(author={"@type": "Organization", "name": "Gazette"}, publisher={"name": "Gazette"})
    site = '<meta property="og:site_name" content="Gazette.com">'
    author = '<meta name="articleAuthor" content="gazette.com">'
    told = article(page_of(site + author + data)).metadata
    assert (told.publisher, told.authors) == ("Gazette", ("gazette.com",))


def test_a_time_without_zone_takes_that_of_its_twin() -> None:
    head = ld(datePublished="2019-05-03T10:30:00Z", dateModified="2019-05-04T08:15:20")
    head += '<meta property="article:modified_time" content="2019-05-04T08:15:20Z">'
    data = article(page_of(head)).metadata
    assert data.date_modified == "2019-05-04T08:15:20Z"
    assert data.provenance["date_modified"] == "json-ld; zone from article:modified_time"


def test_a_page_that_declares_no_picture_has_that_of_its_story() -> None:
    body = f"<h1>Ferry sinks off Port Ellen</h1><p>{A}</p><img src=/pier.jpg>"
    page = page_of("", body)
    blocks = tuple(replace(block, verdict=kept("body")) for block in page.blocks)
    data = complete(page, declare(page), None, blocks).metadata
    assert data.image == "https://www.gazette.example/pier.jpg"
    assert data.provenance["image"] == "picture in the story"
    own = page_of("<meta property='og:image' content='/f.jpg'>", body)
    assert complete(own, declare(own), None, blocks).metadata.provenance["image"] == "og:image"
