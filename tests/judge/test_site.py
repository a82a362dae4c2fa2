from __future__ import annotations

from dataclasses import replace

import pytest
from sites.profiles import page, profile, view

from copydesk.judge.site import judge
from copydesk.model import Kind, Reason, Verdict
from copydesk.sites.records import SiteProfile

STORY = [
    "The old bridge over the Tarn was closed on Monday after a crack was found in its middle pier.",
    "Engineers will look at the pier by boat this week, the county said in a short statement.",
    "A bus will take the long way round by the mill, and schoolchildren will be driven by their parents.",
    "The bridge was built in 1911 by a company that had made its name with piers for seaside towns.",
    "Nobody was hurt when the crack opened, although a baker had crossed only minutes before.",
    "It will stay closed until the end of the month at least, according to the county's engineer.",
]


def verdicts(site: SiteProfile, lines: list[str]) -> dict[str, Verdict]:
    read = page("\n\n".join(lines))
    assert [block.text for block in read.blocks] == lines
    return {read.blocks[at].text: verdict for at, verdict in judge(view(read, site)).items()}


def marked(site: SiteProfile, html: str) -> dict[str, Verdict]:
    read = page(f"<!doctype html><html><body>{html}</body></html>", html=True)
    return {read.blocks[at].text: verdict for at, verdict in judge(view(read, site)).items()}


def rule(body: str) -> SiteProfile:
    return profile(f"[[drop]]\n{body}\n")


def test_without_a_profile_nothing_is_said() -> None:
    assert judge(view(page("Share\n\n" + STORY[0]), None)) == {}


def test_a_line_is_dropped_with_site_version_rule_and_evidence() -> None:
    found = verdicts(rule('name = "share-bar"\nline = "Share"\nreason = "promo"'), ["Share", *STORY])
    assert set(found) == {"Share"}
    verdict = found["Share"]
    assert (verdict.stage, verdict.rule, verdict.reason) == (
        "site",
        "example.org/any:share-bar",
        Reason.PROMO,
    )
    assert verdict.evidence == "line 'Share'"


def test_a_sentence_of_the_story_with_the_words_of_a_rule_stays() -> None:
    site = rule('line = ["Share", "Comments"]\nreason = "promo"')
    story = ["They share the comments that readers sent, and share the work of answering them too.", *STORY]
    assert verdicts(site, story) == {}


@pytest.mark.parametrize(
    ("where", "at", "dropped"),
    [
        ("top", 0, True),
        ("top", 1, True),
        ("top", 5, False),
        ("bottom", 0, False),
        ("bottom", 5, True),
        ("bottom", 6, True),
        ("anywhere", 3, True),
    ],
)
def test_a_rule_holds_in_its_place(where: str, at: int, dropped: bool) -> None:
    lines = [*STORY[:at], "World", *STORY[at:]]
    found = verdicts(rule(f'line = "World"\nwhere = "{where}"\nreason = "navigation"'), lines)
    assert ("World" in found) is dropped


def test_facts_come_from_fact_prefix_and_named_groups() -> None:
    site = profile(
        """
        [[drop]]
        starts = "Filed under:"
        fact = "section"
        reason = "section_label"
        [[drop]]
        pattern = "Words by (?P<authors>.{2,60}) for (?P<agencies>.{2,30})"
        reason = "byline"
        """
    )
    found = verdicts(
        site, ["Words by Ada Thorn, Bo Lind and Cy Marsh for Reuters", *STORY, "Filed under: Bridges"]
    )
    assert found["Filed under: Bridges"].facts == (("section", "Bridges"),)
    assert found["Words by Ada Thorn, Bo Lind and Cy Marsh for Reuters"].facts == (
        ("authors", "Ada Thorn"),
        ("authors", "Bo Lind"),
        ("authors", "Cy Marsh"),
        ("agencies", "Reuters"),
    )


def test_what_follows_a_label_goes_with_it_up_to_the_next_paragraph() -> None:
    site = rule('name = "more"\nline = "More"\nfollowing = 3\nreason = "promo"')
    found = verdicts(site, [STORY[0], "More", "A mill burns", "A pond dries", *STORY[1:]])
    assert set(found) == {"More", "A mill burns", "A pond dries"}
    assert found["A mill burns"].evidence == "comes after 'More'"


def test_what_follows_a_label_ends_at_one_for_something_else() -> None:
    site = profile(
        """
        [[drop]]
        line = ["More", "Most read"]
        following = 5
        reason = "promo"
        [[drop]]
        line = "Topics"
        following = 5
        fact = "tags"
        reason = "navigation"
        [[drop]]
        line = "Print"
        reason = "template"
        """
    )
    lines = [
        *STORY,
        "More",
        "A mill burns",
        "Topics",
        "Bridges",
        "Rivers",
        "Print",
        "About the Echo",
        "Most read",
    ]
    found = verdicts(site, [*lines, "A pond dries"])
    assert found["Bridges"].reason is Reason.NAVIGATION
    assert found["A mill burns"].reason is found["A pond dries"].reason is Reason.PROMO
    assert [v.facts for v in found.values() if v.facts] == [(("tags", "Bridges"),), (("tags", "Rivers"),)]
    assert "About the Echo" not in found, "a line with a verdict of its own ends the subjects"


def test_a_rule_for_pasted_text_holds_there_alone() -> None:
    site = rule('line = "More"\nfollowing = 1\npasted = true\nreason = "promo"')
    assert set(verdicts(site, [*STORY, "More", "A mill burns"])) == {"More", "A mill burns"}
    assert marked(site, "".join(f"<p>{text}</p>" for text in (*STORY, "More", "A mill burns"))) == {}


def test_the_rest_goes_with_a_line_that_ends_the_page() -> None:
    site = rule('line = "Comments"\nrest = true\nreason = "comments"')
    readers = [
        "I have crossed that bridge every day of my life and always thought that it would come to this."
    ]
    found = verdicts(site, [*STORY, "Comments", *readers])
    assert set(found) == {"Comments", *readers}
    assert verdicts(site, ["Comments", *STORY]) == {}, "no story before it: it is a button"


def test_a_rule_can_want_another_right_before() -> None:
    site = profile(
        """
        [[drop]]
        name = "portrait"
        line = "Portrait"
        reason = "template"
        [[drop]]
        name = "writer"
        pattern = "(?P<authors>[^.]{3,40})"
        after = "portrait"
        reason = "author_bio"
        """
    )
    found = verdicts(site, [*STORY, "Ada Thorn", "Portrait", "Bo Lind", "Cy Marsh"])
    assert set(found) == {"Portrait", "Bo Lind"}


def test_a_rule_that_waits_for_another_does_not_hide_the_story() -> None:
    site = profile(
        """
        [[drop]]
        name = "portrait"
        line = "Portrait"
        reason = "template"
        [[drop]]
        pattern = ".{30,900}"
        after = "portrait"
        reason = "author_bio"
        [[drop]]
        line = "More"
        following = 2
        reason = "promo"
        """
    )
    assert set(verdicts(site, [STORY[0], "More", *STORY[1:]])) == {"More"}


def test_keep_goes_before_drop() -> None:
    site = profile(
        """
        [[drop]]
        css = ".box"
        reason = "promo"
        [[keep]]
        css = ".box .lead"
        as = "standfirst"
        """
    )
    found = marked(site, f'<div class="box"><p class="lead">In short.</p><p>More</p></div><p>{STORY[0]}</p>')
    assert found["In short."].keep
    assert found["In short."].kind is Kind.STANDFIRST
    assert found["More"].reason is Reason.PROMO


def test_a_selector_holds_for_all_that_is_in_it() -> None:
    site = rule('css = "aside.more"\nreason = "promo"')
    found = marked(
        site, f'<p>{STORY[0]}</p><aside class="x more"><h3>More</h3><ul><li>A mill burns</li></ul></aside>'
    )
    assert set(found) == {"More", "A mill burns"}
    assert found["More"].evidence == "selector 'aside.more'"


def test_tags_of_a_selector_are_what_its_links_say() -> None:
    site = rule('css = ".topics"\nfact = "tags"\nreason = "navigation"')
    html = f"""<p>{STORY[0]}</p><div class="topics"><h2>Topics</h2>
    <p><a href="/t/1">Law and order</a> <a href="/t/2">Tarn, the river</a></p></div>"""
    found = marked(site, html)
    assert found["Topics"].facts == ()
    line = next(text for text in found if text.startswith("Law"))
    assert found[line].facts == (("tags", "Law and order"), ("tags", "Tarn, the river"))


def test_selector_and_line_of_one_rule_must_both_fit() -> None:
    site = rule('css = ".meta"\nline = "World"\nreason = "section_label"')
    html = f'<div class="meta"><p>World</p><p>Other</p></div><p>{STORY[0]}</p><p>World</p>'
    read = page(f"<!doctype html><html><body>{html}</body></html>", html=True)
    assert list(judge(view(read, site))) == [0]


def test_fields_say_what_an_element_is() -> None:
    site = profile(
        """
        [fields]
        title = "h1, h2.sub"
        standfirst = ".lead"
        authors = ".by"
        section = ".section"
        date = ".date"
        """
    )
    html = f"""<p class="section">World</p><h1>Bridge closed</h1><h2 class="sub">Bridge closed for long</h2>
    <p class="lead">A crack opened.</p><p class="by">By Ada Thorn and Bo Lind</p>
    <p class="date"><time datetime="2023-05-01T10:00:00+02:00">1 May</time></p><p>{STORY[0]}</p>"""
    found = marked(site, html)
    assert found["Bridge closed"].kind is Kind.TITLE
    assert found["Bridge closed"].facts == (("title", "Bridge closed"),)
    assert "Bridge closed for long" not in found, "a page has one title"
    assert found["A crack opened."].kind is Kind.STANDFIRST
    assert found["By Ada Thorn and Bo Lind"].facts == (("authors", "Ada Thorn"), ("authors", "Bo Lind"))
    assert found["World"].reason is Reason.SECTION_LABEL
    assert found["1 May"].facts == (("date_published", "2023-05-01T10:00:00+02:00"),)


def test_a_date_in_words_is_left_to_those_who_read_dates() -> None:
    site = profile('[fields]\ndate = ".date"')
    assert marked(site, f'<p class="date">1 May 2023</p><p>{STORY[0]}</p>') == {}


def test_the_version_is_named_in_the_rule() -> None:
    site = profile(
        '[[drop]]\nname = "x"\nline = "Share"\nreason = "promo"\n[[version]]\nvalid_from = 2020-01-01'
    )
    assert verdicts(site, ["Share", *STORY])["Share"].rule == "example.org/2020-01-01:x"


def test_a_rule_for_the_start_ends_at_the_dateline_and_at_the_first_paragraph() -> None:
    site = profile(
        """
        [[drop]]
        name = "place"
        pattern = "(?P<dateline>[A-Z][a-z]{2,20}):"
        where = "start"
        reason = "byline"
        [[drop]]
        name = "photo"
        pattern = "(?P<captions>.{5,90}) \\\\(Echo\\\\)"
        where = "start"
        reason = "caption"
        """
    )
    photo, told = "The pier at dusk. (Echo)", "Nobody was hurt. (Echo)"
    found = verdicts(site, [photo, "Millbeck:", told, *STORY])
    assert {text: verdict.reason for text, verdict in found.items()} == {
        photo: Reason.CAPTION,
        "Millbeck:": Reason.BYLINE,
    }
    assert verdicts(site, [STORY[0], photo, *STORY[1:]]) == {}


def test_a_rule_for_the_end_has_no_paragraph_behind_it() -> None:
    site = profile('[[drop]]\nstarts = "Correction:"\nwhere = "end"\nreason = "notice"\n')
    line = "Correction: the pier is the middle one."
    assert set(verdicts(site, [*STORY, line])) == {line}
    assert verdicts(site, [*STORY[:-1], line, STORY[-1]]) == {}


def test_a_rule_can_want_a_line_right_behind() -> None:
    site = rule('name = "box"\npattern = ".{4,40}"\nnext = "Read our coverage .{3,60}"\nreason = "promo"')
    link = "Read our coverage of bridges."
    assert set(verdicts(site, [STORY[0], "Bridges Of The Tarn", link, *STORY[1:]])) == {"Bridges Of The Tarn"}
    assert verdicts(site, [STORY[0], "Bridges Of The Tarn", *STORY[1:]]) == {}


def test_a_stamp_gives_its_date_and_who_and_where() -> None:
    site = profile(
        """
        [[drop]]
        pattern = "(?P<byline>.{2,60}?) (?P<date_published>[A-Z][a-z]{2} \\\\d{1,2}, \\\\d{4}, .{5,20})"
        reason = "byline"
        """
    )
    line = "Echo Web Team Reuters Tazra, Morland Apr 7, 2031, 07.05 AM"
    assert verdicts(site, [line, *STORY])[line].facts == (
        ("authors", "Echo Web Team"),
        ("agencies", "Reuters"),
        ("dateline", "Tazra, Morland"),
        ("date_published", "2031-04-07T07:05:00"),
    )


def test_a_selector_that_takes_most_of_the_story_is_of_another_layout() -> None:
    site = rule('name = "right-column"\ncss = ".right"\nreason = "promo"')
    body = "".join(f"<p>{line}</p>" for line in STORY)
    read = page(f"<html><body><div class=right>{body}</div></body></html>", html=True)
    seen = replace(view(read, site), in_reading=(True,) * len(read.blocks))
    assert judge(seen) == {}
    read = page(f"<html><body>{body}<div class=right><p>{STORY[0]}</p></div></body></html>", html=True)
    seen = replace(view(read, site), in_reading=(True,) * len(read.blocks))
    assert [verdict.reason for verdict in judge(seen).values()] == [Reason.PROMO]


def test_of_an_undated_pages_versions_the_one_whose_own_rules_fit_is_chosen() -> None:
    site = profile(
        """
        [[drop]]
        name = "any-text"
        pattern = ".{1,400}"
        after = ["nothing"]
        reason = "promo"
        [[drop]]
        name = "nothing"
        line = "Nothing of the kind"
        reason = "promo"
        [[version]]
        name = "old"
        valid_until = 2019-12-31
        [[version.drop]]
        name = "box"
        line = "Old box"
        reason = "promo"
        [[version]]
        name = "new"
        valid_from = 2020-01-01
        """
    )
    assert verdicts(site, [*STORY, "Old box"])["Old box"].rule == "example.org/old:box"
