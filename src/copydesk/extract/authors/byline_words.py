"""What is printed in bylines beside names, places and dates: labels, ages, sections, in many languages."""

from __future__ import annotations

import re

from copydesk.extract.dates.months import MONTHS
from copydesk.extract.tables import key_set, one_of

MODIFIED = (
    "last updated|last update|updated|update|last modified|modified|edited|zuletzt aktualisiert"
    "|aktualisiert|aktualisierung|akt\\.|"
    "stand|letzte aktualisierung|mis à jour|mise à jour|modifié|actualizado|última actualización"
    "|actualización|atualizado|"
    "atualizada|aggiornato|ultima modifica|modificato|modificata|modifica|ultimo aggiornamento|aggiornamento"
    "|bijgewerkt|laatst bijgewerkt|laatste update"
    "|gewijzigd|oppdatert|sist oppdatert|"
    "opdateret|sidst opdateret|uppdaterad|senast uppdaterad|päivitetty|обновлено|обновлен|изменено"
    "|güncelleme|son güncelleme|"
    "güncellenme|güncellendi|zaktualizowano|aktualizacja|aktualizováno|diperbarui|更新|更新时间|最終更新|更新日|更新日時|最終更新日|수정"
    "|آخر تحديث|تحديث"
)
PUBLISHED = (
    "story first published|first published|originally published|published|published on"
    "|publication date|date published|posted"
    "|posted on|"
    "date|created|issued|released|uploaded|filed"
    "|zuerst veröffentlicht|erstmals veröffentlicht|veröffentlicht|publiziert|erstellt|erschienen"
    "|publié|publié le"
    "|publiée|créé|publicado|publicada|fecha|"
    "pubblicato|pubblicata|gepubliceerd|geplaatst|aangemaakt|publisert|publiceret|publicerad|julkaistu"
    "|опубликовано|дата|дата публикации|"
    "yayınlanma|yayınlanma tarihi|yayın tarihi|giriş|oluşturulma|opublikowano|publikacja"
    "|data publikacji|publikováno"
    "|dipublikasikan|"
    "发布时间|发布|時間|时间|日期|公開|配信|掲載|기사입력|입력|등록|승인|نشر|نشر في|تاريخ النشر|نشرت في"
    "|公開日|公開日時|配信日|配信日時|掲載日"
)
LABEL = re.compile(
    rf"(?<!\w)(?:({one_of(MODIFIED)})|({one_of(PUBLISHED)}))(?!\w)\s*(?:\((?:gmt|utc)(?:/(?:gmt|utc))?\)\s*)?"
    r"(?:(?:at|on|le|am|il(?! y a)|el|den|em|à|:|：)\s*){0,2}",
    re.IGNORECASE,
)
# "Author Hub" and "Author Spotlight" head something: without a colon, only a person is an author.
LOOSE = re.compile(r"authors? (?! ?[:：])", re.IGNORECASE)
# "Source: AFP, le 3 mai": what stands before a day.
BEFORE_DAY = re.compile(r",? (?:le|am|vom|on|el|den|il|em|op)$")
SOURCE = re.compile(
    r"^[(\[]?(?:source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|bron|kilde|källa|lähde|kaynak|źródło"
    r"|zdroj|sumber|источник|来源|來源|المصدر)\s*[:：]\s*"
    # Copying loses the space behind a label that stands in a box of its own.
    r"|^(?-i:Source(?=[A-Z]))",
    re.IGNORECASE,
)
# Whose reporting others have used: a credit, whoever it names.
SHARED = re.compile(
    r"(?:mit (?:material|informationen) (?:von|der|des)"
    r"|with (?:additional )?(?:reporting|material|information) (?:by|from)"
    r"|avec des informations de|con información de|com informações d[aoe]s?|met medewerking van)\b",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"(?<!\w)(?:\d{1,3}\s*(?:-\s*)?(?:min(?:s|ute|utes|uten|utos|uti)?\.?)(?:\s+(?:read|lesezeit"
    r"|de lecture|de lectura|di lettura|leestijd|okuma|ago))?"
    r"|lese(?:zeit|dauer):?|reading time:?|temps de lecture\s?:?|tiempo de lectura:?|tempo d[ei] lett?ura:?"
    r"|leestijd:?|lästid:?|læsetid:?|lesetid:?|czas czytania:?|okuma süresi:?|время чтения:?"
    r"|(?:(?:over|about|almost|nearly|(?:less|more) than)\s+)?(?:\d{1,4}|no|an?)\s+"
    r"(?:comments?|shares?|views?|(?:seconds?|minutes?"
    r"|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago)"
    r"|vor \d{1,2} (?:stunden?|minuten?|tagen?)|il y a \d{1,2} (?:heures?|minutes?|jours?)"
    r"|hace \d{1,2} (?:horas?|minutos?|días?)"
    r"|(?:comments?|kommentare?|commentaires?|comentarios|commenti|reacties)\s?:\s?\d{1,4}"
    r")(?!\w)",
    re.IGNORECASE,
)
# What a line needs for the above to be worth looking for, beside digits.
AGE = re.compile(r"ago\b|comment|share|lesezeit|lesedauer|reading time|temps de lecture", re.IGNORECASE)
_FILLING = one_of(
    r"comments|just now|(?:yesterday|today)(?: at)?|(?:gestern|heute)(?: um)?|(?:hier|aujourd['’]hui)(?: à)?"
    r"|ayer|ieri|вчера|сегодня|share|print"
    r"|email|save|listen"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    # Cut short they are names of people too, unless nothing but a comma or a full stop follows.
    r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?=[.,\s]{0,4}(?:\||$))"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì"
    r"|venerdì|sabato"
    r"|domenica"
    r"|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tisdag|lördag|söndag"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|poniedziałek|wtorek|środa|czwartek"
    r"|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|pazartesi|salı|çarşamba|perşembe"
    r"|cuma|cumartesi|pazar|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|senin|selasa|rabu|kamis|jumat|sabtu|minggu"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật"
    r"|월요일|화요일|수요일|목요일|금요일|토요일|일요일"
)
FILLING = re.compile(rf"(?<!\w){_FILLING}(?!\w)", re.IGNORECASE)
# Days of the week cut to two or three letters, which are words too unless a date follows.
SHORT_DAY = re.compile(
    r"(?<!\w)(?:Mo|Di|Mi|Do|Fr|Sa|So|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|seg|ter|qua|qui|sex|пн|вт|ср"
    r"|чт|пт|сб|вс|нд|wo|vr|za|zo|tirs?|ons|tors|fre|lør|søn|mån|tis|lör|sön|pon|wt|śr|czw|pt|sob|niedz|út|čt|pá|çar|cmt"
    r")\.?,?\s*$",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![\d:.,$€£])(?:\bkl\.?\s)?(?:[01]?\d|2[0-4])(?:[:h][0-5]\d|[.:][0-5]\d(?=\s?(?:[ap]\.?m|uhr|hrs|gmt|utc"
    r"|ist|bst|ces?t)\b))(?![\d.:])"
    r"\s?(?:[ap]\.?m\b\.?|uhr\b|hrs\b)?(?:\s?\(?(?:gmt|utc|ist|e[ds]?t|ce?s?t|bst)\b\)?)?",
    re.IGNORECASE,
)

# "in: Islands", "Category: Islands": what follows is the name of a section.
POSTED_IN = re.compile(
    r"(?:in|category|categories|topic|filed under|kategorie|rubrik|ressort|rubrique|categoría)\s?:\s?",
    re.IGNORECASE,
)
# "Reporting from New Port": where a story was filed.
REPORTED_FROM = re.compile(
    r"(?i:(?:vi )?(?:reporting|reports|reported|writes|writing|rapporterer|rapporterar|rapporteert"
    r"|berichtet|schreibt|schrijft|skriver) (?:from|fra|från|vanuit|uit|aus))"
    r" (?P<place>[^\W\d_a-z][\w'’.-]*(?:[ /,]{1,2}[^\W\d_a-z][\w'’.-]*){0,3})$"
)
# Copying loses the space between a name and the label of the next column: "IndiaUpdated: Apr 27".
_GLUED = re.compile(
    r"(?<=[a-z)\d])(?=(?:Last Updated|Updated|Published|Posted|First Published"
    r"|(?:Edited|Written|Reported|Translated) [Bb]y|Lesedauer|Lesezeit)\s?:)"
    # "OffbeatEdited by Ann Lee", "World NewsExample Agency": what column of news it is, and who wrote it.
    r"|(?<=[a-z])(?=(?:Edited|Written|Reported) by [A-Z])|(?<=[a-z] News)(?=[A-Z][a-z])"
    # "Ada Quill5 hours ago": who wrote it, and how old it is.
    r"|(?<=[a-zß-ÿ])(?=\d{1,2} (?:second|sec|minute|min|hour|hr|day|week)s? ago\b)"
    # "2 hours ago10:05": how old a post is, and when it was.
    r"|(?<= ago)(?=\d)"
    # "Madrid-21/05/2031": where, and when.
    r"|(?<=[a-zß-ÿ])-(?=\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
# The same before a day: "By Example PressFebruary 3, 2031", "Ada QuillMonday, May 3, 2031".
_GLUED_DAY = re.compile(
    r"(?<=[a-zß-ÿ])(?=(?:[A-Z][a-z]{2,5}day,? )?([A-Z][a-zß-ÿ]{2,10})\.? "
    r"\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)"
)
# The zone of a day without a time of the day says nothing more.
_ZONE_ALONE = re.compile(r"\s?\(?(?:GMT|UTC)\)?(?=\s*(?:$|[|•·]))")
PIECES = re.compile(
    r"\s*(?:\s(?=(?:source|quelle|fuente|fonte|bron|kilde|källa|kaynak|источник)\s?:)|[|•·;●■►▪–—\n]"
    r"|\s-\s|\s/\s|(?<=[a-z)])\s?[,:](?=\s*$))\s*",
    re.IGNORECASE,
)
EDGES = " \t,;:|•·-–—/.*►●■[]"
SECTIONS = key_set(
    """
World | News | World News | India News | Cities | International
Politics | Business | Economy | Sport | Sports | Culture
Opinion | Asia | Africa | Europe | Americas | All India | Middle East | Mid-East | Science
Technology | Tech | Health | Lifestyle | Entertainment | Arts | Travel | Environment | India | China
US | UK | Local | National | Nation | Region | Regional | Home | Top Stories | Latest | Latest News
Analysis | Features | Life | Society | Education | Crime | Politik | Wirtschaft | Panorama | Kultur
Wissen | Ausland | Inland | Welt | Meinung | Monde | Économie | Société | Politique | Mundo
Internacional | Política | Economía | Deportes | Cultura | Sociedad | Opinión | Mondo | Esteri
Cronaca | Economia | Politica | Buitenland | Binnenland | Utenriks | Innenriks | Utrikes | Inrikes
Мир | Политика | Экономика | Общество | Dünya | Gündem | Ekonomi | Spor
"""
)


def without_glue(text: str) -> str:
    """A line with a bar where copying has lost the space between what stood apart.

    >>> without_glue("By Example PressFebruary 3, 2031"), without_glue("Ada Quill5 hours ago")
    ('By Example Press | February 3, 2031', 'Ada Quill | 5 hours ago')
    """
    if ":" in text or "-" in text or " ago" in text:
        text = _GLUED.sub(" | ", text)
    if not any(map(str.isdigit, text)):
        return text
    return _GLUED_DAY.sub(lambda found: " | " if found[1].casefold() in MONTHS else "", text)


def past_zone(text: str, end: int) -> int:
    """Where a stamp ends that has a zone and no time of the day behind its day: "February 3, 2031 GMT"."""
    zone = _ZONE_ALONE.match(text, end)
    return zone.end() if zone else end
