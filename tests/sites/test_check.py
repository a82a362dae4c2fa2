"""Every shipped profile does what its own examples say; and a check that says so can fail."""

from __future__ import annotations

import pytest
from sites.profiles import profile

from copydesk.sites.check import check_profile
from copydesk.sites.profile import shipped_profiles
from copydesk.sites.records import SiteProfile

SHIPPED = shipped_profiles().sites


@pytest.mark.parametrize("site", SHIPPED, ids=[site.host for site in SHIPPED])
def test_the_examples_hold(site: SiteProfile) -> None:
    assert check_profile(site) == []


@pytest.mark.parametrize("site", SHIPPED, ids=[site.host for site in SHIPPED])
def test_a_profile_says_enough(site: SiteProfile) -> None:
    assert site.path == f"{site.host}.toml"
    assert site.language
    decisive = sum(2 if mark.decisive else 1 for mark in site.marks)
    assert decisive >= 2, "pasted text could never be told to be from here"
    for version in site.versions:
        examples = version.examples
        assert any(e.text for e in examples)
        assert any(e.html for e in examples)
        assert any(e.keep for e in examples)


RULE = '[[drop]]\nline = "Share"\nreason = "promo"\n'


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        ('text = "Share"\ndrop.notice = "Share"', "is dropped as promo, not notice"),
        ('text = "Shares fell."\ndrop.promo = "Shares fell."', "must be dropped and is not"),
        ('text = "Share"\nkeep = "Share"', "must be kept and is dropped; narrow rule"),
        ('text = "Share"\nkeep = "Another line"', "there is no line 'Another line'"),
        ('text = "Share"\ndrop.promo = "Another line"', "there is no line 'Another line'"),
        ('text = "\\u200b"\nkeep = "Another line"', "nothing can be read here"),
    ],
)
def test_what_does_not_hold_is_named(example: str, problem: str) -> None:
    (found,) = check_profile(profile(f"{RULE}[[example]]\n{example}\n"))
    assert found.startswith("example.org.toml:6: example: ")
    assert problem in found
