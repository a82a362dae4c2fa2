"""What bylines and stamps begin with, and what their elements are called."""

from __future__ import annotations

import re

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
MARKUP = re.compile(
    r"(?:[.#/_-]|^)(byline|by-line|author|authors|dateline|date-line|timestamp|time-stamp|pubdate"
    r"|pub-date|publish-?date|"
    r"published|post-?date|article-?date|entry-?date|entry-meta|post-meta|article-meta|story-meta"
    r"|article-info|creditline|"
    r"autor|autoren|auteur|firma|verfasser|time)(?=[.#/_-]|s?(?:[.#/_-]|$)|$)",
    re.IGNORECASE,
)
# Of these, the ones that hold names; the others hold dates, sections and much else.
AUTHOR_MARKUP = re.compile(r"by-?line|aut(?:h|e)?o|firma|verfasser|auteur", re.IGNORECASE)
BYLINE_BOX = re.compile(r"[.#/_-](by-?lines?)(?=[.#/_-]|$)", re.IGNORECASE)
