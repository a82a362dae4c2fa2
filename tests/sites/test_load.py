from __future__ import annotations

import pickle
from datetime import date

import pytest
from sites.profiles import HEAD, profile

from copydesk.errors import ProfileError
from copydesk.model import Kind, Reason
from copydesk.sites.load import read_profile


def test_all_there_is_to_say() -> None:
    site = profile(
        """
        also = ["example.net"]
        timezone = "Europe/Oslo"
        language = "no"
        [recognise]
        site_names = "The Example"
        [[recognise.mark]]
        line = "Example wire"
        decisive = true
        [[drop]]
        line = "Share"
        reason = "promo"
        [[version]]
        valid_from = 2016-05-01
        valid_until = "2020-12-31"
        [version.fields]
        title = "h1.headline"
        [[version.keep]]
        css = [".lead"]
        as = "standfirst"
        [[version.drop]]
        name = "section"
        pattern = "In: (?P<section>.{2,40})"
        where = "bottom"
        reason = "section_label"
        [[version.drop]]
        starts = "More from"
        following = 3
        after = "section"
        reason = "promo"
        """
    )
    (version,) = site.versions
    assert (site.host, site.also, site.timezone, site.language) == (
        "example.org",
        ("example.net",),
        "Europe/Oslo",
        "no",
    )
    assert (version.name, version.valid_from, version.valid_until) == (
        "2016-05-01",
        date(2016, 5, 1),
        date(2020, 12, 31),
    )
    assert [rule.reason for rule in version.rules] == [
        None,
        Reason.PROMO,
        Reason.SECTION_LABEL,
        Reason.PROMO,
    ], "what is kept comes first, then what holds for all versions"
    keep, _, section, more = version.rules
    assert keep.kind is Kind.STANDFIRST
    assert section.where == "bottom"
    assert (more.name, more.following, more.after) == ("more from", 3, ("section",))
    assert version.fields == (("title", "h1.headline"),)
    assert pickle.loads(pickle.dumps(site)) == site


def test_without_versions_there_is_one_for_all_time() -> None:
    (version,) = profile('[[drop]]\nline = "Share"\nreason = "promo"').versions
    assert version.covers(date(1999, 1, 1))
    assert version.covers(date(2039, 1, 1))


@pytest.mark.parametrize(
    ("body", "row", "cure"),
    [
        (
            '[[version]]\n[[version.drop]]\nline = "x"\nreason = "captoin"',
            6,
            "'captoin' is not a reason; use one",
        ),
        ('[[drop]]\nlin = "x"\nreason = "promo"', 4, "unknown key 'lin'; did you mean 'line'?"),
        ('[[drop]]\nreason = "promo"', 3, "a rule needs css, line"),
        ('[[drop]]\nline = "x"', 3, "reason is missing"),
        ('[[drop]]\ncss = "div["\nreason = "promo"', 4, "selector 'div[' cannot be read"),
        ('[[drop]]\ncss = "p:hover"\nreason = "promo"', 4, "not for profiles"),
        ('[[drop]]\npattern = "(a+)+"\nreason = "promo"', 4, "may be slow"),
        ('[[drop]]\npattern = "("\nreason = "promo"', 4, "is no regular expression"),
        ('[[drop]]\npattern = ".{0,9}"\nreason = "promo"', 4, "matches anything"),
        ('[[drop]]\npattern = "(?P<who>x)"\nreason = "promo"', 4, "group 'who' is not a field"),
        ('[[drop]]\nline = "***"\nreason = "promo"', 4, "cannot be compared; use pattern"),
        ('[[drop]]\nstarts = "By"\nreason = "promo"', 4, "needs at least 3 characters"),
        ('[[drop]]\nline = [1]\nreason = "promo"', 4, "must be a text or a list of texts"),
        ('[[drop]]\nline = "x"\nreason = "promo"\nwhere = "left"', 6, "'left' is not a place"),
        ('[[drop]]\nline = "x"\nreason = "promo"\nfact = "mood"', 6, "'mood' is not a field"),
        ('[[drop]]\nline = "x"\nreason = "promo"\nfollowing = 99', 6, "a whole number from 0 to 12"),
        ('[[drop]]\nline = "x"\nreason = "promo"\nrest = "yes"', 6, "must be true or false"),
        ('[[drop]]\nline = "x"\nreason = "promo"\nafter = "y"', 6, "'y', which is no rule here"),
        ('[[keep]]\nline = "x"\nas = "poem"', 5, "'poem' is not a kind"),
        ('[drop]\nline = "x"', 3, "drop must be tables: write [[drop]] before each"),
        ("[[version]]\nvalid_from = 2016-13-01", 4, "not TOML"),
        ('[[version]]\nvalid_from = "2016-13-01"', 4, "is not a date; write it like 2016-05-31"),
        ("[[version]]\nvalid_from = 2016-05-01T10:00:00", 4, "without a time"),
        ("[[version]]\nvalid_from = 2016-05-01\nvalid_until = 2015-05-01", 5, "is before valid_from"),
        ("[[version]]\nname = 'a'\n[[version]]\nname = 'a'", 6, "two versions named 'a'"),
        (
            "[[version]]\nvalid_until = 2016-05-01\n[[version]]\nvalid_from = 2016-05-01",
            6,
            "valid on days of version 'first' too",
        ),
        ('[version.fields]\ntitle = "h1"', 3, "write [[version]]"),
        ('[[version]]\n[version.fields]\nbyline = "h1"', 5, "unknown key 'byline'"),
        ("[[recognise.mark]]\ndecisive = true", 3, "a mark needs one of line"),
        ('[[example]]\nkeep = "x"', 3, "an example needs either html or text"),
        ('[[example]]\ntext = "x"', 3, "lines to drop or to keep"),
        ('[[example]]\ntext = """\nShare\n"""\ndrop.promos = "Share"', 7, "reason 'promos' is not a reason"),
        ('timezone = "Europe/Olso"', 3, "timezone 'Europe/Olso' is not known"),
        ('language = "english"', 3, "is not a two-letter code"),
        ('also = ["https://example.net/"]', 3, "is not a bare host"),
        ("publisher = 1", 3, "not TOML"),
        ("x = [1,\n", 3, "not TOML"),
    ],
)
def test_an_error_names_file_row_and_cure(body: str, row: int, cure: str) -> None:
    with pytest.raises(ProfileError) as caught:
        profile(body)
    message = str(caught.value)
    assert cure in message
    assert message.startswith(f"example.org.toml:{row}:") or "not TOML" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ('publisher = "x"', "example.org.toml:1: host is missing"),
        ('host = "www.example.org"\npublisher = "x"', "example.org.toml:1: host 'www.example.org'"),
        ('host = "example.org"', "publisher is missing"),
        ('host = "example.org\n', "example.org.toml:1: not TOML"),
        ("", "example.org.toml:1: host is missing"),
    ],
)
def test_the_head_is_needed(text: str, cure: str) -> None:
    with pytest.raises(ProfileError, match=r"^example\.org\.toml:") as caught:
        read_profile(text, "example.org.toml")
    assert cure in str(caught.value)


def test_a_row_is_counted_through_texts_and_lists_of_many_lines() -> None:
    body = '[[drop]]\nline = [\n  "[[drop]]", # ]\n  "b = 1",\n]\nreason = "promo"\n'
    body += "[[example]]\ntext = '''\nreason = 1\n'''\nkeep = \"reason = 1\"\n"
    body += '[[drop]]\nline = "c"\nreason = "no"\n'
    with pytest.raises(ProfileError, match=f"^example.org.toml:{HEAD.count(chr(10)) + 14}: reason 'no'"):
        profile(body)


def test_outlets_print_standfirsts_unless_said_otherwise() -> None:
    assert profile("").standfirst
    assert not profile("standfirst = false").standfirst
    with pytest.raises(ProfileError, match="standfirst must be true or false"):
        profile('standfirst = "no"')
