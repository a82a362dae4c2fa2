"""News agencies, and outlets that other outlets credit: told from people by name.

A name is looked up by its key (`text.key`), so case and punctuation do not matter.
"""

from __future__ import annotations

import re

from copydesk.extract.tables import key_set, word_set
from copydesk.text import fold, key

_AGENCIES = """
Reuters | Thomson Reuters | Reuters News Agency | Reuters Staff | Thomson Reuters Foundation
AFP | Agence France-Presse | Agence France Presse | AFP News Agency | AFP News
AP | Associated Press | The Associated Press | AP News | AP Staff | Canadian Press | The Canadian Press
CP
dpa | Deutsche Presse-Agentur | dpa-AFX | dpa international | German Press Agency | epd | KNA | SID
sda | Keystone-SDA | APA | dts
Xinhua | Xinhua News Agency | China News Service | CNS | ecns
ANI | Asian News International | PTI | Press Trust of India | IANS | Indo-Asian News Service | UNI
United News of India
TASS | ITAR-TASS | Interfax | Interfax-Ukraine | RIA | RIA Novosti | Ria Novosti | Sputnik | Ukrinform
UNIAN | BelTA | Belta
Anadolu | Anadolu Agency | Anadolu Ajansı | AA | İHA | DHA | Demirören Haber Ajansı | İhlas Haber Ajansı
EFE | Agencia EFE | Europa Press | EP | Servimedia | ANSA | Adnkronos | AGI | Askanews | LaPresse | LUSA
Agência Lusa | Agência Brasil | Télam | Notimex | Prensa Latina
Kyodo | Kyodo News | Jiji | Jiji Press | 時事 | 時事通信 | 共同 | 共同通信 | Yonhap | Yonhap News Agency
연합뉴스 | 뉴시스 | KCNA | Bernama | Antara | VNA | Taiwan Central News Agency | CNA
新华社 | 中新社 | 中央社
UPI | United Press International | UNB | APP | Associated Press of Pakistan | BSS
SANA | MENA | Petra News Agency | NNA | National News Agency | WAFA | Ma'an | IRNA | ISNA
Fars News Agency | Fars News | Mehr News | Mehr News Agency | Tasnim | SPA | Saudi Press Agency | WAM
KUNA | QNA | BNA | Maghreb Arab Press | MAP | APS | TAP
NTB | TT | TT Nyhetsbyrån | Ritzau | STT | Belga | ANP | PA | PA Media | Press Association | AAP
Australian Associated Press | NZPA | RNZ
PAP | ČTK | CTK | MTI | Agerpres | BTA | Tanjug | Hina | STA | SITA | TASR | ELTA | LETA | BNS | ANA
AMNA | FENA | SRNA
Bloomberg | Bloomberg News | Dow Jones | Dow Jones Newswires | MarketWatch | PR Newswire | Business Wire
GlobeNewswire | StatePoint | Tribune News Service | TNS | McClatchy | States Newsroom
ATS | Agence télégraphique suisse | Panapress | SAPA | NAN | News Agency of Nigeria | GNA
Ghana News Agency | Zenit | Getty | Getty Images | ПТИ
ТАСС | Интерфакс | РИА Новости | РИА | Укринформ | УНИАН | БелТА
رويترز | فرانس برس | أ ف ب | د ب أ | أسوشيتد برس | الأناضول | سانا | واس | وام
"""

# Abbreviations of agencies that are words, names or endings too when they are not in capitals.
_WORDS = word_set("app ana map tap uni mena pa cp ep aps ats nan sid ria pap antara zenit time")

# Agencies without a name: "Source: Agencies".
_NAMELESS = """
Agencies | News Agencies | News Agency | Wires | Wire Services | Wire Service | Wire Reports
Agency Reports | Agencies report
Newswire | Newswires | Press Agencies | Agenturen | Nachrichtenagenturen | Agences | Agencias | Agencia
Agenzie | Agências
Agentschappen | Byråerne | Byråene | Ajanslar | Ajans | агентства | информагентства | وكالات | الوكالات
各通讯社 | 通讯社 | 外电
"""

_OUTLETS = """
Al-Jazeera | Al Jazeera | Al Jazeera English | Al-Arabiya | Al Arabiya | Al Mayadeen | Al-Manar
Asharq Al-Awsat | BBC | BBC News | BBC Persian | CNN | NBC | NBC News | ABC News | CBS
CBS News | Fox News | NPR | PBS | Sky News | ITV | CTV | CBC | DW | Deutsche Welle | France 24 | RFI
RFE/RL | Radio Free Europe/Radio Liberty | Radio Free Europe | Radio Farda | VOA | Voice of America
RT | Current Time | Meduza | Kommersant | Vedomosti | RBC | RBK | Ekho Moskvy | Mediazona
Novaya Gazeta | Radio Svoboda | Radio Azadi | Radio Mashaal | Press TV | Tolo News | TOLOnews | Dozhd
The Guardian | The New York Times | New York Times | NYT | The Washington Post | Washington Post
The Wall Street Journal | Wall Street Journal | WSJ | Financial Times
The Times | The Telegraph | The Independent | USA Today | Los Angeles Times | Politico | Axios | Time
Newsweek | Le Monde | Le Figaro | El País | Der Spiegel | Die Zeit | Bild
ARD | ZDF | Haaretz | The Jerusalem Post | Times of Israel | The Times of Israel | Hürriyet | Dawn
Global Times | China Daily | People's Daily | CCTV | CGTN | NHK | Naharnet | NDTV | WION | The Hindu
"""

_OUTLET_WORDS = word_set(
    "news tv television radio times post daily herald gazette tribune journal press agency service services "
    "network media broadcasting broadcaster channel online newsdesk desk bureau staff team web reporters "
    "correspondents newsroom editorial newspaper magazine redaktion agentur zeitung rundfunk agence journal "
    "rédaction redacción redacao redação redazione agencia agenzia ajansı haber haberleri redactie "
    "redaksjonen redaktionen "
    "toimitus editors editor board contributors writers wire newswire report monitor observatory "
    "新聞 新闻 통신 뉴스 編集部 редакция агентство новости وكالة صحيفة قناة com net org"
)
# Who writes for an outlet without a name of their own.
_ROOMS = word_set(
    "team staff editors editor board contributors writers reporters correspondents desk newsdesk redaktion"
)
_SMALL = word_set("the of and de la du")
_ARTICLES = word_set("the der die das le la les el los il lo de het o")
# The longest list of names that is a line of its own.
LONGEST_LIST = 400
_LINK = re.compile(
    r"\s*(?:[,;|&+·•]|/(?!RL\b)|\s[-–—]\s|\b(?:and|und|et|y|e|en|og|och|ve|и|with|mit"
    r"|with inputs from)\b(?=\s))\s*"
)


_INITIALS = re.compile(r"[a-zß-ÿ]{2,4}")

AGENCY_KEYS = key_set(_AGENCIES)
# Agencies whose names are more than one word: no person is called so.
_LONG_KEYS = frozenset(name for name in AGENCY_KEYS if " " in name)
NAMELESS_KEYS = key_set(_NAMELESS)
OUTLET_KEYS = key_set(_OUTLETS)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency (or of agencies in general).

    >>> is_agency("Agence France-Presse"), is_agency("agencies"), is_agency("Ann Agency"), is_agency("App")
    (True, True, False, False)
    """
    found = key(name)
    return (found in AGENCY_KEYS and not _is_word(name, found)) or found in NAMELESS_KEYS


def _is_word(name: str, found: str) -> bool:
    """Whether what is an abbreviation in capitals is a word as it is written here: an app, a map, a tap."""
    return found in _WORDS and not name.strip(" .()[]").isupper()


def is_outlet(name: str) -> bool:
    """Whether a name is that of an agency or an outlet, by table or by one of its words.

    >>> is_outlet("Al-Jazeera"), is_outlet("The Harbour Gazette"), is_outlet("Jane Doe")
    (True, True, False)
    """
    return is_listed(name) or not _OUTLET_WORDS.isdisjoint(key(name).split())


def is_named_outlet(name: str) -> bool:
    """Whether a name is an outlet's, no person's and no room's of one: by table, or with an article in front.

    >>> is_named_outlet("BBC"), is_named_outlet("The Harbour Gazette")
    (True, True)
    >>> is_named_outlet("Ada Post"), is_named_outlet("The Gazette Team")
    (False, False)
    """
    words = name.casefold().split()
    titled = words[0] in _ARTICLES and words[-1] not in _ROOMS
    return is_listed(name) or (titled and is_outlet(name))


def is_nameless(name: str) -> bool:
    """Whether a name stands for agencies in general.

    >>> is_nameless("agencies"), is_nameless("AFP")
    (True, False)
    """
    return key(name) in NAMELESS_KEYS


def holds_agency(name: str) -> bool:
    """Whether an agency that is called by several words stands in a name, behind or before other words.

    >>> holds_agency("Isles Agence France-Presse"), holds_agency("Ada Reuters")
    (True, False)
    """
    words = name.split()
    cuts = range(1, len(words) - 1)
    ends = (part for cut in cuts for part in (words[cut:], words[: len(words) - cut]))
    return any(key(" ".join(part)) in _LONG_KEYS for part in ends)


def is_outlet_word(word: str) -> bool:
    """Whether a word is one that names of outlets and their desks end with.

    >>> is_outlet_word("Bureau"), is_outlet_word("Harbour")
    (True, False)
    """
    return key(word) in _OUTLET_WORDS


def is_short_for(short: str, name: str) -> bool:
    """Whether an agency's name is another one's initials, small words left out.

    >>> is_short_for("AFP", "Agence France-Presse"), is_short_for("PTI", "Press Trust of India")
    (True, True)
    >>> is_short_for("AP", "Agence France-Presse")
    False
    """
    words = [word for word in key(name).split() if word not in _SMALL]
    return len(words) > 1 and key(short) == "".join(word[0] for word in words)


def split_agencies(text: str) -> tuple[str, ...]:
    """The parts of a line that is a list of names, as printed.

    >>> split_agencies("Reuters, Al-Jazeera, and AFP")
    ('Reuters', 'Al-Jazeera', 'AFP')
    """
    text = fold(text[:LONGEST_LIST])
    whole = text.strip(" .;:()[]")
    if key(whole) in OUTLET_KEYS:
        return (whole,)
    parts = (part.strip(" .;:()[]*") for part in _LINK.split(text) if part)
    bare = (_without_article(piece) for part in parts for piece in split_joined(part))
    return tuple(dict.fromkeys(part for part in bare if part))


def signed_agencies(text: str) -> tuple[str, ...]:
    """The agencies of a line that has nothing beside them but the letters an editor signs with.

    >>> signed_agencies("adq/Reuters"), signed_agencies("(dpa/adq)"), signed_agencies("adq/jd")
    (('Reuters',), ('dpa',), ())
    >>> signed_agencies("Ada Quill/dpa")
    ()
    """
    parts = [part.strip() for part in text.strip(" ()[].*").split("/")]
    agencies = tuple(part for part in parts if is_agency(part))
    rest = [part for part in parts if part not in agencies]
    return agencies if rest and all(map(_INITIALS.fullmatch, rest)) else ()


def split_joined(name: str) -> tuple[str, ...]:
    """Agencies joined by a hyphen, each on its own; any other name as it is.

    >>> split_joined("AFP-Reuters"), split_joined("Interfax-Ukraine"), split_joined("Al-Jazeera")
    (('AFP', 'Reuters'), ('Interfax-Ukraine',), ('Al-Jazeera',))
    """
    if "-" not in name or is_listed(name):
        return (name,)
    parts = tuple(part.strip() for part in name.split("-"))
    return parts if all(map(is_listed, parts)) else (name,)


def is_listed(name: str) -> bool:
    """Whether a name is that of an agency or an outlet by table alone, whatever its words.

    >>> is_listed("BBC"), is_listed("The Harbour Gazette")
    (True, False)
    """
    return is_agency(name) or key(name) in OUTLET_KEYS


def _without_article(name: str) -> str:
    """A name without "the" before it, if that is no part of the name: "the BBC"."""
    return name[4:] if name.startswith("the ") and is_outlet(name[4:]) else name
