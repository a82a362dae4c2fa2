"""Reading one line as a byline: who wrote it, from where, for which agency, when it was put out.

A line is taken apart completely. What no part explains is left in `rest`, and a line with a rest is
no byline: sentences mention names, places and dates too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.extract.agencies import is_agency, is_outlet
from copydesk.extract.dates import UNKNOWN, Locale, Stamp, find_stamps
from copydesk.extract.names import Names, is_person, read_names, strip_by
from copydesk.extract.places import MOST_WORDS, is_place
from copydesk.text import key

# No byline on the labelled pages has more words than this.
MOST_BYLINE_WORDS = 30

_MODIFIED = (
    "last updated|last update|updated|update|last modified|modified|edited|zuletzt aktualisiert|aktualisiert|aktualisierung|"
    "stand|letzte aktualisierung|mis à jour|mise à jour|modifié|actualizado|última actualización|actualización|atualizado|"
    "atualizada|aggiornato|ultimo aggiornamento|aggiornamento|bijgewerkt|laatst bijgewerkt|laatste update|gewijzigd|oppdatert|sist oppdatert|"
    "opdateret|sidst opdateret|uppdaterad|senast uppdaterad|päivitetty|обновлено|обновлен|изменено|güncelleme|son güncelleme|"
    "güncellenme|güncellendi|zaktualizowano|aktualizacja|aktualizováno|diperbarui|更新|更新时间|最終更新|수정|آخر تحديث|تحديث"
)
_PUBLISHED = (
    "first published|originally published|published|published on|publication date|date published|posted|posted on|"
    "date|created|issued|released|uploaded|filed|veröffentlicht|erstellt|erschienen|publié|publié le|publiée|créé|publicado|publicada|fecha|"
    "pubblicato|pubblicata|gepubliceerd|geplaatst|aangemaakt|publisert|publiceret|publicerad|julkaistu|опубликовано|дата|дата публикации|"
    "yayınlanma|yayınlanma tarihi|yayın tarihi|giriş|oluşturulma|opublikowano|data publikacji|publikováno|dipublikasikan|"
    "发布时间|发布|時間|时间|日期|公開|配信|掲載|입력|등록|승인|نشر|نشر في|تاريخ النشر|نشرت في"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:({_MODIFIED})|({_PUBLISHED}))(?!\w)\s*(?:(?:at|on|le|am|il|el|den|em|:|：)\s*){{0,2}}",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^(?:source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|bron|kilde|källa|lähde|kaynak|źródło|zdroj|sumber|источник|来源|來源|المصدر)\s*[:：]\s*",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?<!\w)(?:\d{1,3}\s*(?:-\s*)?(?:min(?:s|ute|utes|uten|utos|uti)?\.?)(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura|leestijd|okuma))?"
    r"|lesezeit:?|reading time:?|(?:\d{1,4}|no|an?)\s+(?:comments?|shares?|views?|(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago)"
    r"|vor \d{1,2} (?:stunden?|minuten?|tagen?)|il y a \d{1,2} (?:heures?|minutes?|jours?)|hace \d{1,2} (?:horas?|minutos?|días?)"
    r"|just now|yesterday|today|gestern|heute|hier|ayer|ieri|вчера|сегодня|share|print|email|save|listen)(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?(?!\w)|(?<!\w)(?:wed|thu|sat)(?!\w)"
    r"|(?<!\w)(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?!\w)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:.])\d{1,2}[:.h]\d{2}(?![\d.:])\s?(?:[ap]\.?m\b\.?|uhr\b|hrs\b)?(?:\s?\(?(?:gmt|utc|ist|e[ds]?t|c[e]?s?t|b?st)\b\)?)?",
    re.IGNORECASE,
)
# Copying loses the space between a name and the label of the next column: "IndiaUpdated: Apr 27".
_GLUED = re.compile(r"(?<=[a-z)\d])(?=(?:Last Updated|Updated|Published|Posted|First Published)\s?:)")
_PIECES = re.compile(
    r"\s*(?:\s(?=(?:source|quelle|fuente|fonte|bron|kilde|källa|kaynak|источник)\s?:)|[|•·;●■►▪–—\n]|\s-\s|\s/\s|(?<=[a-z)])\s?[,:](?=\s*$))\s*",
    re.IGNORECASE,
)
_EDGES = " \t,;:|•·-–—/.*►●■"
_SECTIONS = frozenset(
    key(word)
    for word in (
        "World, News, World News, International, Politics, Business, Economy, Sport, Sports, Culture, Opinion, Asia, Africa, Europe, Americas, "
        "All India, Middle East, Mid-East, Science, Technology, Tech, Health, Lifestyle, Entertainment, Arts, Travel, Environment, India, China, US, UK, "
        "Local, National, Nation, Region, Regional, Home, Top Stories, Latest, Latest News, Analysis, Features, Life, Society, Education, Crime, "
        "Politik, Wirtschaft, Panorama, Kultur, Wissen, Ausland, Inland, Welt, Meinung, Monde, Économie, Société, Culture, Politique, Sports, "
        "Mundo, Internacional, Política, Economía, Deportes, Cultura, Sociedad, Opinión, Mondo, Esteri, Cronaca, Economia, Politica, Sport, "
        "Buitenland, Binnenland, Utenriks, Innenriks, Utrikes, Inrikes, Мир, Политика, Экономика, Общество, Dünya, Gündem, Ekonomi, Spor"
    ).split(", ")
)


def is_section(text: str) -> bool:
    """Whether a text is a section's name that outlets share.

    >>> is_section("MIDDLE EAST"), is_section("Ferry sinks")
    (True, False)
    """
    return key(text) in _SECTIONS


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says about authorship and dates; `rest` is what of it remains unexplained.

    `labelled` is true when a word such as "by" or "Published" says what the line is.
    """

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    labelled: bool = False
    dated: bool = False
    rest: str = ""

    @property
    def named(self) -> bool:
        """Whether somebody is named."""
        return bool(self.authors or self.agencies)


def read_byline(text: str, locale: Locale = UNKNOWN) -> Byline:
    """Take a line apart as a byline.

    >>> line = read_byline("Reuters Beirut Jun 07, 2016, 11.27 AM (IST)")
    >>> line.agencies, line.dateline, line.published
    (('Reuters',), 'Beirut', '2016-06-07T11:27:00+05:30')
    >>> read_byline("The minister spoke on 7 June 2016").rest
    'The minister spoke on'
    """
    text = _GLUED.sub(" | ", text)
    stamps = find_stamps(text, locale)
    published, modified, labelled, remains = _dates(text, stamps)
    remains, count = _NOISE.subn(" | ", _WEEKDAY.sub(" | ", remains))
    clocked = _CLOCK.sub(" | ", remains)
    parts = _Parts()
    for piece in _PIECES.split(clocked):
        parts.take(piece.strip(_EDGES))
    return Byline(
        tuple(dict.fromkeys(parts.authors)),
        tuple(dict.fromkeys(parts.agencies)),
        parts.dateline,
        published,
        modified,
        parts.section,
        labelled or parts.labelled,
        bool(stamps) or count > 0 or clocked != remains,
        " ".join(parts.rest),
    )


def _dates(text: str, stamps: tuple[Stamp, ...]) -> tuple[str | None, str | None, bool, str]:
    """The stamps told apart by the label before each, and the line without stamps and labels."""
    published: str | None = None
    modified: str | None = None
    position, remains = 0, []
    labelled = False
    for stamp in stamps:
        before = text[position : stamp.start]
        labels = list(_LABEL.finditer(before))
        labelled = labelled or bool(labels)
        if labels and labels[-1][1]:
            modified = modified or stamp.value
        elif published is None:
            published = stamp.value
        elif not labels:
            modified = modified or (stamp.value if stamp.value > published else None)
        remains.append(_LABEL.sub(" | ", before))
        position = stamp.end
    tail = text[position:]
    labelled = labelled or _LABEL.search(tail) is not None
    remains.append(_LABEL.sub(" | ", tail))
    return published, modified, labelled, " | ".join(remains)


class _Parts:
    """Collects what the pieces of one line turn out to be."""

    def __init__(self) -> None:
        self.authors: list[str] = []
        self.agencies: list[str] = []
        self.dateline: str | None = None
        self.section: str | None = None
        self.labelled = False
        self.rest: list[str] = []

    def take(self, piece: str) -> None:
        """Explain one piece, or put it into the rest."""
        if piece[:1] == "(" and piece[-1:] == ")":
            piece = piece[1:-1].strip(_EDGES)
        if not any(map(str.isalnum, piece)):
            return
        source = _SOURCE.match(piece)
        if source:
            self.labelled = True
            self._source(piece[source.end() :])
        elif (after := strip_by(piece)) and (after[:1].isupper() or not after[:1].isascii()):
            self._by(after)
        elif not self._known(piece):
            self.rest.append(piece)

    def _by(self, text: str) -> None:
        """Names behind "by": whoever they are, if they look like names and not like a sentence."""
        found = read_names([text])
        capital = all(w[:1].isupper() or not w.isascii() or len(w) <= 4 for w in text.split())
        if (found.authors or found.agencies) and (capital or all(map(_is_name, found.authors))):
            self.labelled = True
            self._add(found)
        else:
            self.rest.append(text)

    def _known(self, piece: str) -> bool:
        """Whether a piece without a label is a section, agency, place or person, or a row of these."""
        if is_agency(piece):
            self.agencies.append(piece)
        elif key(piece) in _SECTIONS and self.section is None:
            self.section = piece
        elif self._name_and_place(piece):
            return True
        elif is_place(piece):
            self.dateline = self.dateline or piece
        else:
            found = read_names([piece])
            if not (found.authors or found.agencies) or not all(map(_is_name, found.authors)):
                return False
            self._add(found)
        return True

    def _name_and_place(self, piece: str) -> bool:
        """ "Reuters Beirut": the shortest name at the front that leaves a place behind."""
        words = piece.split()
        for i in range(1, min(len(words), 2 * MOST_WORDS)):
            name, place = " ".join(words[:i]).strip(_EDGES), " ".join(words[i:]).strip(_EDGES)
            if is_place(place) and (is_agency(name) or (is_outlet(name) and _is_name(name))):
                self._add(read_names([name]))
                self.dateline = self.dateline or place
                return True
        return False

    def _source(self, text: str) -> None:
        """Who stands behind "Source:" is the source, known or not."""
        found = read_names([text])
        self.agencies.extend((*found.authors, *found.agencies))

    def _add(self, found: Names) -> None:
        self.authors.extend(found.authors)
        self.agencies.extend(found.agencies)
        self.dateline = self.dateline or found.place


def _is_name(name: str) -> bool:
    return (
        is_agency(name)
        or is_person(name)
        or (is_outlet(name) and len(name.split()) <= 5 and name[:1].isupper())
    )
