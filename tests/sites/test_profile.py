from __future__ import annotations

from pathlib import Path

import pytest
from sites.profiles import HEAD, page, profile, write

from copydesk.errors import ProfileError, UsageError
from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.sites.profile import load_profiles, match_profile, shipped_profiles
from copydesk.sites.records import Profiles

EXAMPLE = profile(
    """
    also = ["example.net"]
    [recognise]
    site_names = "Example Online"
    [[recognise.mark]]
    line = "Example wire"
    [[recognise.mark]]
    pattern = "Seen at \\\\d\\\\d:\\\\d\\\\d by the Example"
    [[recognise.mark]]
    starts = "Example is owned by its readers"
    decisive = true
    """
)
OTHER = profile(
    "[[recognise.mark]]\nline = 'Example wire'\n[[recognise.mark]]\nline = 'Other post'",
    'host = "other.example"\npublisher = "Other"\n',
)
BOTH = Profiles((EXAMPLE, OTHER))


def matched(text: str, declared: Declared = NOTHING, **where: str) -> str | None:
    found = match_profile(page(text, **where), declared, BOTH)  # type: ignore[arg-type]
    return found and found.host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a", "example.org"),
        ("https://www.EXAMPLE.org./a", "example.org"),
        ("http://amp.news.example.org:8080/a", "example.org"),
        ("https://example.net", "example.org"),
        ("https://notexample.org/a", None),
        ("https://example.org.evil.test/", None),
        ("https://web.archive.org/web/20160101000000/http://example.org/a", "example.org"),
        ("https://org/", None),
    ],
)
def test_the_host_of_the_address_tells_the_site(url: str, host: str | None) -> None:
    assert matched("A story.", url=url) == host


def test_the_nearest_domain_wins() -> None:
    blog = profile("", 'host = "blog.example.org"\npublisher = "Blog"\n')
    profiles = Profiles((EXAMPLE, blog))
    found = match_profile(page("A story.", url="https://www.blog.example.org/"), NOTHING, profiles)
    assert found is blog


def test_a_page_with_another_address_is_not_told_by_marks() -> None:
    text = "Example is owned by its readers\n\nA story."
    assert matched(text) == "example.org"
    assert matched(text, url="https://elsewhere.test/copy") is None


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Example wire\n\nA story.", None),
        ("Example wire\n\nA story.\n\nExample wire", None),
        ("Example wire\n\nA story.\n\nSeen at 10:15 by the Example", "example.org"),
        ("A story.\n\nEXAMPLE IS OWNED BY ITS READERS.", "example.org"),
        ("A story about how Example is owned by its readers.", None),
        ("Example wire\n\nOther post\n\nA story.", "other.example"),
        ("Example wire\n\nOther post\n\nSeen at 10:15 by the Example", None),
    ],
)
def test_marks_tell_the_site_of_a_page_without_address(text: str, host: str | None) -> None:
    assert matched(text) == host


def test_the_name_in_the_markup_tells_the_site() -> None:
    declared = Declared({"publisher": (Candidate("Example online", "og:site_name"),)})
    assert matched("<p>A story.</p>", declared, html=True) == "example.org"  # type: ignore[arg-type]


def test_a_users_profile_goes_before_the_shipped_one(tmp_path: Path) -> None:
    write(tmp_path / "mine", "ndtv.com.toml", 'host = "ndtv.com"\npublisher = "My NDTV"\n')
    profiles = load_profiles(tmp_path / "mine")
    assert len(profiles) == len(shipped_profiles()) + 1
    found = match_profile(page("A story.", url="https://www.ndtv.com/x"), NOTHING, profiles)
    assert found is not None
    assert found.publisher == "My NDTV"


def test_the_fingerprint_changes_with_any_rule(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", "example.org.toml", HEAD)
    first = load_profiles(folder).fingerprint
    assert first == load_profiles(folder).fingerprint
    write(folder, "example.org.toml", HEAD + '[[drop]]\nline = "x"\nreason = "promo"\n')
    assert first != load_profiles(folder).fingerprint
    assert load_profiles(None) is shipped_profiles()


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of site profiles"):
        load_profiles(tmp_path / "absent")


def test_two_profiles_of_one_host_are_an_error(tmp_path: Path) -> None:
    write(tmp_path / "mine", "a.toml", HEAD)
    write(tmp_path / "mine", "b.toml", HEAD)
    with pytest.raises(ProfileError, match=r"b\.toml:1: example\.org is in a\.toml too"):
        load_profiles(tmp_path / "mine")


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match=r"a\.toml:1: not UTF-8"):
        load_profiles(tmp_path)


def test_an_example_that_fails_is_an_error(tmp_path: Path) -> None:
    body = '[[drop]]\nline = "Share"\nreason = "promo"\n[[example]]\ntext = "Share"\ndrop.notice = "Share"\n'
    write(tmp_path / "mine", "example.org.toml", HEAD + body)
    with pytest.raises(
        ProfileError, match=r"^example.org.toml:6: example: 'Share' is dropped as promo, not notice"
    ):
        load_profiles(tmp_path / "mine")
    assert load_profiles(tmp_path / "mine", check=False)


def test_a_mark_can_want_a_line_right_behind() -> None:
    site = profile('[[recognise.mark]]\nline = "Skip"\nnext = "Late News"\ndecisive = true\n')
    many = Profiles((site,))
    assert match_profile(page("Skip\n\nLate News\n\nThe bridge is closed."), NOTHING, many) is site
    assert match_profile(page("Skip\n\nThe bridge is closed.\n\nLate News"), NOTHING, many) is None
