"""What bylines and stamps begin with, how long they are, and what their elements are called."""

from __future__ import annotations

import re

from copydesk.extract.tables import one_of

# A longer line is no byline, and no more of one is read.
MOST_CHARS = 300
# First words that make a line worth reading as a byline where bylines are rare.
OPENERS = frozenset(
    [
        *(
            "by",
            "written",
            "published",
            "updated",
            "last",
            "posted",
            "modified",
            "first",
            "source",
            "author",
            "story",
        ),
        *("von", "stand", "veröffentlicht", "aktualisiert", "zuletzt", "autor", "autorin", "quelle"),
        *("par", "publié", "mis", "mise", "por", "publicado", "actualizado", "escrito", "atualizado"),
        *(
            "pubblicato",
            "aggiornato",
            "door",
            "gepubliceerd",
            "bijgewerkt",
            "publisert",
            "oppdatert",
            "skrevet",
        ),
        *(
            "publicerad",
            "uppdaterad",
            "опубликовано",
            "обновлено",
            "автор",
            "yayınlanma",
            "güncelleme",
            "发布时间",
        ),
    ]
)
# Labels on a line of their own, as keys, with names below: of who wrote the story, and of who went over it.
WRITTEN_BY = frozenset(
    {"written by", "reported by", "report by", "story by", "words by", "authored by", "posted by"}
)
EDITED_BY = frozenset(
    {"edited by", "translated by", "curated by", "compiled by", "reviewed by", "fact checked by"}
)
_MARKED = one_of(
    r"byline|by-line|author|authors|dateline|date-line|timestamp|time-stamp|pubdate"
    r"|pub-date|publish-?date|"
    r"published|post-?date|article-?date|entry-?date|entry-meta|post-meta|article-meta|story-meta"
    r"|article-info|creditline|"
    r"autor|autoren|auteur|firma|verfasser|time"
)
MARKUP = re.compile(rf"(?:[.#/_-]|^)({_MARKED})(?=[.#/_-]|s?(?:[.#/_-]|$)|$)", re.IGNORECASE)
# Of these, the ones that hold names; the others hold dates, sections and much else.
AUTHOR_MARKUP = re.compile(r"by-?line|aut(?:h|e)?o|firma|verfasser|auteur", re.IGNORECASE)
BYLINE_BOX = re.compile(r"[.#/_-](by-?lines?)(?=[.#/_-]|$)", re.IGNORECASE)
# What elements of links to other pages are called.
MENU = re.compile(r"(?:[./#_-]|^)(?:side-?|sub-?)?(?:nav|menu|breadcrumbs?)(?=[./#_-]|$)", re.IGNORECASE)
# What stands below an embedded post: "- Name (@name) November 19, 2019". It is quoted, as the post is.
POSTED = re.compile(r"^[-–—]\s?[^()@]{2,60}\(@\w{1,30}\)")
# "221 Shares" beside a headline is no date.
SHARES = re.compile(r"\d[\d.,]*\s?[km]?\+?\s(?:shares?|views?|likes?|reads?|reactions?)", re.IGNORECASE)
# "Y.R.", "M.T./Y.R." or "(dmk)": who wrote and who edited, behind the story.
INITIALS = re.compile(
    r"(?:[A-Z]\.){2,3}(?:\s?[/,&]\s?(?:[A-Z]\.){2,3}){0,2}|\([a-zäöü]{2,4}(?:\s?[/,]\s?[a-zäöü]{2,4}){0,2}\)"
)
# "adq, jd; photo: Example; first published: 4.4.19": the letters go before what else is told of the story.
FIRST_INITIALS = re.compile(
    r"([a-zäöü]{2,4}(?:\s?[/,]\s?[a-zäöü]{2,4}){0,2});\s(?=[^\W\d_]{3,20}\b[^;:]{0,20}:)"
)
REACHED = re.compile(r"[^\s@]+(?: [^\s@]+){0,4} [\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SIGNED = re.compile(r"([^()]{2,40}?)\s?\(([^()]{2,60})\)")
