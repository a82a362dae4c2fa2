"""Reading publish stamps: machine forms and the forms printed for readers, to RFC 3339 text.

Nothing is guessed: a stamp without a zone gets none, one without a time stays a day, a day and month
that could be swapped are no date, and neither is "yesterday".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from copydesk.extract.dates.months import AMERICAN_ZONES, FIXED_ZONES, MONTHS, SHARED_ZONES

# A page from before the first newspapers on the web may be a scan; one from beyond is a mistake.
FIRST_YEAR, LAST_YEAR = 1900, 2099
# A line longer than this is prose, and prose is not searched for stamps.
LONGEST_LINE = 400
_OFFSET_LIMIT = 15 * 60


@dataclass(frozen=True, slots=True)
class Locale:
    """What helps to read a stamp: whether the day comes first (None: unknown) and the site's zone."""

    day_first: bool | None = None
    timezone: str | None = None


UNKNOWN = Locale()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found in a line: RFC 3339 text (or a day) and where it stands."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day with what was said about its zone (minutes east, None: nothing)."""

    hour: int
    minute: int
    second: int
    zone: int | None


_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")
_RFC822 = re.compile(r"(?:[A-Za-z]{3,9}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}")


def read_iso(text: str) -> str | None:
    """A machine-readable stamp as RFC 3339 text, a day as a day, anything else None.

    >>> read_iso("2015-10-09T00:33"), read_iso("20151009"), read_iso("2015-13-09")
    ('2015-10-09T00:33:00', '2015-10-09', None)
    >>> read_iso("Fri, 09 Oct 2015 00:33:01 +0200")
    '2015-10-09T00:33:01+02:00'
    """
    text = text[:64].strip()
    if found := _ISO.fullmatch(text):
        return _from_iso(found)
    if found := _EPOCH.fullmatch(text):
        return _render(datetime.fromtimestamp(int(found[1]), UTC))
    if _RFC822.match(text):
        return _from_rfc822(text)
    return None


def _from_iso(found: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = found.groups()
    date = (int(year), int(month), int(day))
    if hour is None:
        return _build(date, None)
    return _build(date, _Clock(int(hour), int(minute), int(second or 0), _offset(zone) if zone else None))


def _from_rfc822(text: str) -> str | None:
    try:
        return _render(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError):  # a stamp in the right shape may still name no day
        return None


def _offset(text: str) -> int | None:
    """Minutes east of a "+0530", "+02:00", "+02" or "Z"; None if no place on earth has it."""
    if text[0] not in "+-":
        return 0
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0)
    if minutes > _OFFSET_LIMIT:
        return None
    return -minutes if text[0] == "-" else minutes


def _build(date: tuple[int, int, int], clock: _Clock | None) -> str | None:
    """RFC 3339 text, or None if there is no such day or time."""
    if not FIRST_YEAR <= date[0] <= LAST_YEAR:
        return None
    try:
        if clock is None:
            return datetime(*date).date().isoformat()
        moment = datetime(*date, clock.hour, clock.minute, clock.second)
    except ValueError:
        return None
    return moment.isoformat() + _zone_text(clock.zone)


def _render(moment: datetime) -> str | None:
    offset = moment.utcoffset()
    zone = None if offset is None else int(offset.total_seconds()) // 60
    clock = _Clock(moment.hour, moment.minute, moment.second, zone)
    return _build((moment.year, moment.month, moment.day), clock)


def _zone_text(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


_YEAR_FIRST = re.compile(r"(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_CJK = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2}(?=\W{0,4}(?:\d{1,2}:|$)))(?!\d)"
)
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|-)?\s?(?:de |of |d['’]|del )?([^\W\d_]{3,14})\.?,?[\s-]?"
    r"(?:de |del |del año )?(\d{4})(?!\d)"
)
_MONTH_DAY = re.compile(r"(?<!\w)([^\W\d_]{3,14})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,\s?|\.\s|\s)(\d{4})(?!\d)")

_TIME = (
    r"(\d{1,2})(?:\s?[:.]\s?|\s?h\s?)(\d{2})(?:[:.](\d{2}))?(?!\d)\s?(?:([AaPp])\.?\s?[Mm]\b\.?)?"
    r"|(\d{1,2})\s?(?:([AaPp])\.?[Mm]\b\.?|Uhr\b)"
)
_ZONE = (
    r"(?:\s?(?:Uhr|hrs|Hrs|h)\b)?\s?\(?\s?(?:([A-Za-zА-я]{1,5})\b(?!\s?:))?\s?"
    r"([+-]\d{1,2}(?::?\d{2})?(?![\d/.-]))?\)?"
)
_AFTER = re.compile(
    rf"[\s,|·•–—;@T/(.-]{{0,4}}(?:[^\W\d_]{{3,12}},?\s)??"
    r"(?:(?:at|um|à|às|a las|las|alle|ore|kl|klo|kello|om|в|saat|time|o godz|jam|pukul)\b\.?:?\s?)?"
    rf"(?:{_TIME}){_ZONE}"
)
# The group that is the name of a zone.
_ZONE_NAME = 7
_BEFORE = re.compile(
    rf"(?:^|[^\d.:])(?:{_TIME}){_ZONE}[\s,|·•–—;(-]{{0,4}}(?:on |del? |, )?(?:[^\W\d_]{{2,10}}\.?,? )?$"
)


def find_stamps(text: str, locale: Locale = UNKNOWN) -> tuple[Stamp, ...]:
    """Every date printed in a line, with the time of day and zone that stand beside it.

    >>> find_stamps("Jun 07, 2016, 11.27 AM (IST)")[0].value
    '2016-06-07T11:27:00+05:30'
    >>> find_stamps("Published: 2015-10-9 0:33:01")[0].value
    '2015-10-09T00:33:01'
    >>> find_stamps("Jun 24, 2031 13:05 pm IST")[0].value
    '2031-06-24T13:05:00+05:30'
    >>> find_stamps("03/04/2015"), find_stamps("03/04/2015", Locale(day_first=True))[0].value
    ((), '2015-04-03')
    """
    if len(text) > LONGEST_LINE or not any(map(str.isdigit, text)):
        return ()
    stamps: list[Stamp] = []
    for date, start, end in sorted(_dates(text, locale), key=lambda found: found[1]):
        if stamps and start < stamps[-1].end:
            continue
        stamp = _with_time(text, date, (start, end), locale)
        if stamp is not None:
            stamps.append(stamp)
    return tuple(stamps)


_Found = tuple[tuple[int, int, int], int, int]


def _dates(text: str, locale: Locale) -> Iterator[_Found]:
    """Every year, month and day in a line, with its place, in whichever order it is written."""
    for m in (*_YEAR_FIRST.finditer(text), *_CJK.finditer(text)):
        year, month, day = [int(g) for g in m.groups() if g.isdigit()]
        yield (year, month, day), *m.span()
    for m in _NUMERIC.finditer(text):
        if numeric := _numeric(m, locale.day_first):
            yield numeric, *m.span()
    for m in _DAY_MONTH.finditer(text):
        if number := MONTHS.get(m[2].casefold()):
            yield (int(m[3]), number, int(m[1])), *m.span()
    for m in _MONTH_DAY.finditer(text):
        if number := MONTHS.get(m[1].casefold()):
            yield (int(m[3]), number, int(m[2])), *m.span()


def _numeric(m: re.Match[str], day_first: bool | None) -> tuple[int, int, int] | None:
    """A "09.10.2015": points put the day first everywhere; slashes and hyphens do so only if it shows."""
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    if year < 100:  # "25.04.24": only where it is the custom
        return (2000 + year, second, first) if m[2] == "." and day_first else None
    if m[2] == "." or first > 12 or first == second:
        return year, second, first
    if second > 12:
        return year, first, second
    if day_first is None:
        return None
    return (year, second, first) if day_first else (year, first, second)


def _with_time(text: str, date: tuple[int, int, int], span: tuple[int, int], locale: Locale) -> Stamp | None:
    start, end = span
    after = _AFTER.match(text, end)
    if after and (clock := _clock(after, date, locale)):
        value = _build(date, clock)
        if value:
            return Stamp(value, start, _without_word(after))
    head = text[max(0, start - 40) : start]
    before = _BEFORE.search(head)
    if before and (clock := _clock(before, date, locale)):
        value = _build(date, clock)
        if value:
            return Stamp(value, start - len(head) + before.start(), end)
    value = _build(date, None)
    return Stamp(value, start, end) if value else None


def _without_word(after: re.Match[str]) -> int:
    """Where a time ends: before a word with a capital that is no zone ("05h30 Temps de lecture")."""
    word = after[_ZONE_NAME]
    apart = word is not None and len(word) > 3 and word.istitle() and not after[_ZONE_NAME + 1]
    return after.start(_ZONE_NAME) if apart and word.casefold() not in FIXED_ZONES else after.end()


def _clock(m: re.Match[str], date: tuple[int, int, int], locale: Locale) -> _Clock | None:
    hour, minute, second, half, bare_hour, bare_half, name, offset = m.groups()
    number = int(hour or bare_hour)
    half = (half or bare_half or "").lower()
    if (half == "p" and 12 < number < 24) or (half == "a" and number == 0):
        half = ""  # "13:05 pm": the hour is one of the whole day
    if half and not 1 <= number <= 12:
        return None
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    return _Clock(number, int(minute or 0), int(second or 0), _zone(name, offset, date, locale))


def _zone(name: str | None, offset: str | None, date: tuple[int, int, int], locale: Locale) -> int | None:
    """Minutes east as stated by an abbreviation, an offset or both ("GMT+3"), else None."""
    if offset and (name is None or name.casefold() in {"gmt", "utc"}):
        sign, digits = offset[0], offset[1:].replace(":", "")
        return _offset(sign + (digits.zfill(2) if len(digits) <= 2 else digits.zfill(4)))
    if name is None or (name.casefold() != "мск" and not name.isupper()):
        return None
    short = name.casefold()
    if short in AMERICAN_ZONES:
        return AMERICAN_ZONES[short] + (60 if _american_summer(date) else 0)
    if short in SHARED_ZONES:
        meanings = SHARED_ZONES[short]
        return meanings.get(locale.timezone or "", meanings.get(""))
    return FIXED_ZONES.get(short)


def _american_summer(date: tuple[int, int, int]) -> bool:
    """Whether daylight saving holds in the USA on a day (rules since 1987; the day of change is summer)."""
    year, month, day = date
    try:
        today = datetime(year, month, day)
    except ValueError:
        return False
    late = year >= 2007
    begin = _sunday(datetime(year, 3, 8) if late else datetime(year, 4, 1))
    end = _sunday(datetime(year, 11, 1) if late else datetime(year, 10, 25))
    return begin <= today < end


def _sunday(day: datetime) -> datetime:
    return day + timedelta(days=(6 - day.weekday()) % 7)
