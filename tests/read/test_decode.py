"""Decoding: clean, labelled, mislabelled, damaged and unlabelled bytes."""

from __future__ import annotations

import gzip
import string

import pytest
from costs import cpu_seconds
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from copydesk.model import Form
from copydesk.read.charsets import codec
from copydesk.read.decode import decode, sniff

GERMAN = "Der Bürgermeister eröffnete gestern die größte Brücke über die Ösel."
FRENCH = "« L’été a été très sec », a déclaré la préfète à Évron, où l’eau a manqué."
RUSSIAN = "Вчера вечером городской совет решил построить новый мост через реку Ольшанка."
GREEK = "Χθες το βράδυ το δημοτικό συμβούλιο αποφάσισε την κατασκευή νέας γέφυρας."
POLISH = "Wczoraj rada miasta podjęła decyzję o budowie nowego mostu przez rzekę Łęcznę."
TURKISH = "Dün akşam belediye meclisi yeni bir köprü yapılmasına karar verdi, işçiler geldi."
JAPANESE = "昨夜、市議会は川に新しい橋を建設することを決定しました。"
CHINESE = "昨天晚上市议会决定在河上修建一座新桥,居民们表示欢迎。"
KOREAN = "어젯밤 시의회는 강 위에 새 다리를 건설하기로 결정했다."
ARABIC = "قرر مجلس المدينة مساء أمس بناء جسر جديد فوق النهر."
HEBREW = "אמש החליטה מועצת העיר על בניית גשר חדש מעל הנהר."
THAI = "เมื่อคืนนี้สภาเทศบาลเมืองมีมติให้สร้างสะพานใหม่ข้ามแม่น้ำ"

LEGACY = [
    (GERMAN, "iso-8859-1"),
    (GERMAN, "macintosh"),
    (FRENCH, "windows-1252"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "ibm866"),
    (GREEK, "windows-1253"),
    (POLISH, "windows-1250"),
    (POLISH, "iso-8859-2"),
    (TURKISH, "iso-8859-9"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc-jp"),
    (CHINESE, "gb2312"),
    (CHINESE.replace("议", "議"), "gbk"),
    ("昨天晚上市議會決定在河上修建一座新橋,居民們表示歡迎,市長說工程將於春天開始。", "big5"),
    (KOREAN, "euc-kr"),
    (ARABIC, "windows-1256"),
    (HEBREW, "windows-1255"),
    (THAI, "tis-620"),
]


def page(text: str, meta: str = "", lang: str = "") -> str:
    declared = f'<meta charset="{meta}">' if meta else ""
    return f'<html lang="{lang}"><head>{declared}<title>x</title></head><body><p>{text}</p></body></html>'


def http(charset: str) -> dict[str, str]:
    return {"Content-Type": f"text/html; charset={charset}"}


@pytest.mark.parametrize(("text", "label"), LEGACY)
def test_reads_by_the_label_of_the_server(text: str, label: str) -> None:
    found = decode(text.encode(codec(label) or ""), http(label.upper()), Form.HTML)
    assert (found.text, found.rule) == (text, "http")


@pytest.mark.parametrize(("text", "label"), LEGACY)
def test_reads_by_the_label_in_the_page(text: str, label: str) -> None:
    whole = page(text, label)
    found = decode(whole.encode(codec(label) or ""), {}, Form.HTML)
    assert (found.text, found.rule) == (whole, "meta")


@pytest.mark.parametrize(
    ("text", "label"), [pair for pair in LEGACY if pair[1] not in {"macintosh", "iso-8859-9"}]
)
def test_guesses_without_a_label(text: str, label: str) -> None:
    whole = page(text)
    assert decode(whole.encode(codec(label) or ""), {}, Form.HTML).text == whole


def test_language_of_the_page_decides_between_likely_encodings() -> None:
    whole = page("Şehir kışın güzeldir", lang="tr")
    found = decode(whole.encode("cp1254"), {})
    assert (found.text, found.rule) == (whole, "language")


def test_utf8_wins_over_a_wrong_label() -> None:
    found = decode(page(RUSSIAN, "windows-1251").encode(), http("windows-1251"))
    assert RUSSIAN in found.text
    assert found.rule == "utf-8"


def test_cyrillic_labelled_utf8_is_detected() -> None:
    found = decode(page(RUSSIAN, "utf-8").encode("cp1251"), http("utf-8"))
    assert RUSSIAN in found.text
    assert found.encoding == "cp1251"


def test_the_default_label_of_servers_gives_way_to_the_page() -> None:
    found = decode(page(RUSSIAN, "windows-1251").encode("cp1251"), http("iso-8859-1"))
    assert RUSSIAN in found.text
    assert found.rule == "meta"


def test_text_has_no_meta_element() -> None:
    body = ('He wrote <meta charset="koi8-r"> on the wall: ' + FRENCH).encode("cp1252")
    assert FRENCH in decode(body, {}, Form.TEXT).text


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3", b"\x80\x81", b"\xe2\x82"])
def test_one_bad_byte_costs_one_character(bad: bytes) -> None:
    paragraphs = [page(GERMAN).encode()] * 3
    found = decode(bad.join([b"".join(paragraphs), b" " + GERMAN.encode()]), {})
    assert found.encoding == "utf-8"
    assert found.text.count(GERMAN) == 4
    assert found.rule in {"utf-8 damaged", "utf-8 mixed"}


@pytest.mark.parametrize("cut", [1, 2])
def test_a_page_cut_inside_a_character_loses_only_that(cut: int) -> None:
    found = decode((RUSSIAN + " — “").encode()[:-cut], http("utf-8"))
    assert (found.text, found.rule) == (RUSSIAN + " — ", "utf-8 cut")


@pytest.mark.parametrize("label", ["utf-8", ""])
def test_one_western_paragraph_in_a_utf8_page_is_read_as_western(label: str) -> None:
    body = b"\n".join([*[FRENCH.encode()] * 4, FRENCH.encode("cp1252")])
    found = decode(body, http(label) if label else {})
    assert found.text == "\n".join([FRENCH] * 5)
    assert found.rule == "utf-8 mixed"


def test_one_good_letter_tells_utf8_from_western_quotes() -> None:
    quoted = "“We shall see,” she said – “in June.” It’s late; we’ll wait."
    body = "A café opened.\n".encode() + quoted.encode("cp1252")
    assert decode(body, {}).text == "A café opened.\n" + quoted


def test_one_cyrillic_paragraph_in_a_utf8_page() -> None:
    words = "старый текст"
    body = b"\n".join([*[RUSSIAN.encode()] * 4, words.encode("cp1251")])
    assert decode(body, {}).text.endswith("\n" + words)


def test_characters_written_as_two_surrogates() -> None:
    body = FRENCH.encode() + b" \xed\xa0\xbd\xed\xb8\x80"
    assert decode(body, {}).text == FRENCH + " \U0001f600"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_wide_encodings_with_and_without_a_mark(name: str, mark: str) -> None:
    whole = page(CHINESE)
    found = decode((mark + whole).encode(name), {})
    assert (found.text, found.encoding) == (whole, name)
    assert found.rule == ("bom" if mark else "nul pattern")
    assert sniff((mark + whole).encode(name)) is None


def test_iso_2022_jp_is_not_taken_for_ascii() -> None:
    whole = page(JAPANESE)
    found = decode(whole.encode("iso2022_jp"), {})
    assert (found.text, found.rule) == (whole, "escape sequences")


def test_mark_of_utf8_goes_away() -> None:
    assert decode(b"\xef\xbb\xbf" + GERMAN.encode(), {}).text == GERMAN


def test_controls_that_went_through_latin1_are_quotes_again() -> None:
    assert decode("\x93Oui\x94\x00 \x85".encode(), {}).text == "“Oui” …"


def test_a_single_byte_without_meaning_does_not_cost_the_label() -> None:
    found = decode(FRENCH.encode("cp1252") + b"\x81", http("windows-1252"))
    assert found.rule == "http"
    assert FRENCH in found.text


def test_unknown_and_dangerous_labels_are_ignored() -> None:
    for label in ("klingon", "utf-7", "base64", "rot13", "idna", "punycode", "unicode_escape", "zlib"):
        assert codec(label) is None
        assert decode(GERMAN.encode(), http(label)).text == GERMAN


_LETTERS = {
    "iso-8859-1": "àâäçéèêëîïôöùûüßñáíóú",
    "windows-1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМН",
    "koi8-r": "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМН",
    "windows-1250": "ąćęłńóśźżáčďéěíňřšťúůýž",
    "windows-1253": "αβγδεζηθικλμνξοπρστυφχψω",
    "windows-1254": "çğıöşü",
    "windows-1255": "אבגדהוזחטיכלמנסעפצקרשת",
    "windows-1256": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "shift_jis": "あいうえおかきくけこ日本語新聞橋川",
    "euc-jp": "あいうえおかきくけこ日本語新聞橋川",
    "gb2312": "的一是在不了有和人这中大为上个国我以要他",
    "big5": "的一是在不了有和人這中大為上個國我以要他",
    "euc-kr": "가나다라마바사아자차카타파하시의회는강위에",
    "utf-8": "éжω的あ한ש",
}


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_letters_come_back_from_every_labelled_encoding(data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(sorted(_LETTERS)))
    text = data.draw(st.text(_LETTERS[label] + string.ascii_letters + " .,", max_size=200))
    body = text.encode(codec(label) or "")
    if codec(label) != "utf-8":
        # Bytes that are valid UTF-8 by chance, a letter or two, are read as such.
        assume(not _is_utf8(body) or body.isascii())
    assert decode(body, http(label)).text == text


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


@settings(max_examples=500, deadline=None)
@given(
    st.binary(max_size=600), st.sampled_from(["", "utf-8", "utf-16", "gb2312", "shift_jis", "latin1", "x"])
)
@example(b"\x1b$B\xff", "")
@example(b"\xff\xfe\x00", "")
@example(b"\x00" * 9, "utf-16")
def test_never_fails_and_is_the_same_again(body: bytes, label: str) -> None:
    found = decode(body, http(label))
    assert found == decode(body, http(label))
    assert "\0" not in found.text
    found.text.encode("utf-8")  # nothing is left that cannot be written


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_utf8_is_always_taken_at_its_word(text: str) -> None:
    assume(not text.startswith("\ufeff"))
    assert decode(text.encode(), http("gb2312")).text == text


def test_clean_utf8_costs_next_to_nothing() -> None:
    body = (page(RUSSIAN) * 5000).encode()
    plain = cpu_seconds(lambda: body.decode("utf-8"))
    assert cpu_seconds(lambda: decode(body, {}, Form.HTML)) < 4 * plain + 0.05


@pytest.mark.parametrize("fill", [b"<meta ", b"<html ", b"<", b"\x1b$B", b"charset=", b"\x93 ", b"<p>\xe9"])
def test_large_odd_bodies_end_soon(fill: bytes) -> None:
    body = fill * (5_000_000 // len(fill)) + b"\xff"
    assert cpu_seconds(lambda: decode(body, http("utf-8"), Form.HTML), runs=1) < 5


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
        (b"\xff\xd8\xff\xe0....", "image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
        (b"PK\x03\x04....", "zip"),
        (gzip.compress(b"page", mtime=0), "gzip"),
        (b"\x00\x00\x00\x18ftypmp42", "audio or video"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 50, "binary"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "mhtml"),
        (b"", None),
        (b"<p>A \x00 zero</p>", None),
        (GERMAN.encode("cp1252"), None),
        (page(JAPANESE).encode("iso2022_jp"), None),
        (b"BMW sells more cars", None),
        (b"RIFF raff", None),
    ],
)
def test_sniff(body: bytes, name: str | None) -> None:
    assert sniff(body) == name
