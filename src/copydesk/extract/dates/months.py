"""Month names and time zone abbreviations as news pages print them: tables, nothing else."""

from __future__ import annotations

from collections.abc import Iterator

# One language after the other, the twelve months in order; forms of one month are joined by "/".
# Case is folded and a full stop behind a form is not part of it.
_BY_LANGUAGE = """
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug
  september/sept/sep october/oct november/nov december/dec
januar/jänner/jän februar/feber märz/maerz/mär april mai juni juli august september
  oktober/okt november dezember/dez
janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre
  octobre novembre décembre/déc
enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set
  octubre noviembre diciembre/dic
gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre
  ottobre/ott novembre dicembre
janeiro fevereiro/fev março/marco abril maio junho julho agosto setembro outubro/out
  novembro dezembro
januari februari maart/mrt april mei juni juli augustus september oktober november
  december
januar februar mars april mai/maj juni juli august september oktober november desember/des
januari februari mars april maj juni juli augusti september oktober november december
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta
  syyskuuta lokakuuta marraskuuta joulukuuta
января/янв февраля/фев марта/мар апреля/апр мая/май июня/июн июля/июл августа/авг
  сентября/сен/сент октября/окт ноября/ноя декабря/дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
stycznia/sty lutego/lut marca kwietnia/kwi maja czerwca/cze lipca/lip sierpnia/sie
  września/wrz października/paź listopada/lis grudnia/gru
ledna února března dubna května června července srpna září října - prosince
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie
  decembrie
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
januari februari maret april mei juni juli agustus/agu september oktober november desember
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου
  οκτωβρίου νοεμβρίου δεκεμβρίου
يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر
  ديسمبر
كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين - -
"""
# Levantine months that come twice ("first" and "second" Kanun and Tishrin) need
# their second word and are left out.
_UNCLEAR = frozenset({"كانون", "تشرين", "-"})


def _months() -> Iterator[tuple[str, int]]:
    for index, forms in enumerate(_BY_LANGUAGE.split()):
        yield from ((form, index % 12 + 1) for form in forms.split("/") if form not in _UNCLEAR)


MONTHS: dict[str, int] = dict(_months())

# Minutes east of Greenwich, for abbreviations that mean one thing wherever news is printed.
FIXED_ZONES: dict[str, int] = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "west": 60,
    "cet": 60,
    "mez": 60,
    "cest": 120,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "мск": 180,
    "trt": 180,
    "pkt": 300,
    "npt": 345,
    "wib": 420,
    "hkt": 480,
    "sgt": 480,
    "myt": 480,
    "awst": 480,
    "jst": 540,
    "kst": 540,
    "acst": 570,
    "aest": 600,
    "acdt": 630,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "sast": 120,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "akst": -540,
    "akdt": -480,
}

# "ET" and the like: standard time in minutes, and an hour more while daylight saving holds in the USA.
AMERICAN_ZONES: dict[str, int] = {"et": -300, "ct": -360, "mt": -420, "pt": -480}

# Abbreviations with several meanings: by the site's own time zone; the entry under "" is what nearly all
# stamps that print it mean, if there is such a one.
SHARED_ZONES: dict[str, dict[str, int]] = {
    "ist": {"": 330, "Asia/Jerusalem": 120, "Asia/Tel_Aviv": 120, "Europe/Dublin": 60},
    "bst": {"": 60, "Asia/Dhaka": 360},
    "cst": {
        "America/Chicago": -360,
        "America/Mexico_City": -360,
        "Asia/Shanghai": 480,
        "Asia/Hong_Kong": 480,
        "Asia/Taipei": 480,
    },
    "mst": {"America/Denver": -420, "America/Phoenix": -420},
    "gst": {"Asia/Dubai": 240},
    "ast": {"America/Halifax": -240, "Asia/Riyadh": 180, "Asia/Baghdad": 180},
}
