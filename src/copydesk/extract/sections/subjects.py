"""What a story is about, as its page says: section and tags, without what software put among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copydesk.extract.tables import key_set, word_list
from copydesk.extract.titles.titles import squeeze
from copydesk.text import key

# What stands in a section's place where nobody chose one, or where the page's kind is told instead.
_NO_SECTION = key_set(
    """
all | article | articles | at a glance | blog posts | category | connect | default | featured | general
headlines | home | learn | recommended | blog index
homepage | home page | index | latest | main | n/a | none | other | others | page | pages | post | posts
slider | story | stories | top | sections | latest news | in | archives | archive | lists | resources
no category | no categories | unassigned | uncategorized | uncategorised | unclassified | undefined
en | allgemein | ohne kategorie | nicht kategorisiert | startseite | artikel | accueil | non classé
sans catégorie | inicio | portada | sin categoría | sin categorizar | sem categoria | início | senza categoria
non categorizzato | home pagina | ukategorisert | okategoriserad | без рубрики | без категории | главная
カテゴリーなし | 未分类 | 未分類 | 首页 | 기타
"""
)
# What stands over all that a site has, and tells no story from another.
_GENERAL = key_set(
    """
news | all news | latest news | news article | news articles | news story | news & blogs | blog
blogs | magazine | nachrichten | meldungen | aktuell | aktuelles | actualités | actualité
actu | noticias | noticia | notícias | notizie | notizia | nieuws | nyheter | nyheder | nyhet
fréttir | frett | uutiset | wiadomości | zprávy | správy | hírek | știri | stiri | vijesti
vesti | новости | новини | haberler | haber | berita | tin tức | ニュース | 新闻 | 新聞 | 뉴스 | أخبار
الأخبار | חדשות | その他ニュース | その他
"""
)
# What parts of a site are called by what they hold, or for whom, and not by what their stories are about.
SORTS = key_set(
    """
about | about us | all insights | archive | articles | audio | authors | autoren | blog | blogs | city
connect | contributors | discover | events | guide | guides | help | insights | knowledge center
knowledge centre | learn | library | live | members | more | newsletter | newsletters | notes | online
photos | podcasts | posts | products | resource center | resource centre | resources | reviews | search
services | store | stories & news | support | tag | tags | thoughts | tools | top 10 | top10 | topics
video | videos | websites | what's new
english | deutsch | español | français | italiano | português | nederlands
"""
)
# What a tag's label may say of the story itself: then what follows it is a tag.
_ABOUT = key_set(
    """
category | topic | topics | subject | subjects | tag | tags | keyword | keywords | theme | person | people
subsection | place | location | region | country | company | organization | organisation | event
thema | ort | sujet | thème | lieu | tema | argomento | lugar | рубрика | тема
"""
)
# What a newsroom's software notes down among the tags: lengths, layouts, who may use the text.
_NOTES = key_set(
    """
long | medium | short | longform | internal | internal not for syndication | not for syndication | syndication
us content | uk content | pa ready | premium content | evergreen | newsroom daily | curated | web | magazine
standard | inverted | paywall exclude | comments enabled | comments-enabled | no apple news | live | undefined
null | none | uncategorized | all topics | explore all | view all | see all | all tags | more
a wire | mc complete state national | general news | routine general news | special exclusion | eg general
region national | primary region national | member articles
back | back to blog | back to all posts | back to top | read more | learn more
"""
)
_LAYOUT = word_list(
    "splitscreen onecolumn twocolumn textabove textbelow serversidehawk videoarticle imagerightinset"
)
_LABELLED = re.compile(r"^([^:]{2,24}): (\S.*)$")
# "siteGroup: A" is a field of software.
_FIELD = re.compile(r"[a-z]+[A-Z]\w*: ")
_CODE = re.compile(r"_|^[\da-f]{8}-[\da-f-]{20,}$|^\d{2,}(?!000 )\d{3} \D|^[\W\d]{5,}$|^& ", re.IGNORECASE)
# Whole clauses, parted at their commas: "a senior analyst at the harbour office".
_CLAUSE = re.compile(r"(?:or|and|an?|the|who|which|that|is|was|were) (?:\S+ ){3,}\S")
# "Waste, Fraud & Abuse" is one section, "Global, Innovation" are two.
_ENUMERATION = re.compile(r",[^,]*(?:&|\b(?:and|und|et|y|e|og|och)\b)[^,]*$")
# So many labelled tags are a system of labels; a single one may be a title ("Brexit: The Uncivil War").
_SYSTEM = 3
# Tags a site prints on each of its pages are many, and none of them is in the story.
_SITE_TAGS = 4
# Of very many, a few words are in any story.
_MANY_TAGS, _SHARE = 10, 0.2
_LONGEST = 80
# Tags that are cut from a headline are some, and at least so many of them are in it.
_CUT_TAGS, _CUT_SHARE = 3, 0.75


def sections(texts: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """The texts that name a section; of a list in one text, its first part that does.

    `own` are the site's names: a site is not its own section.

    >>> sections(["Articles", "Uncategorized, Harbour News", "The Gazette"], ["Gazette"])
    ('Harbour News',)
    >>> sections(["News - News", "culture_culture-lifestyle"], [])
    ('News', 'culture')
    """
    sites = {squeeze(name) for name in own}
    found = (_first_section(text, sites) for text in texts)
    return tuple(text for text in found if text)


def all_sections(texts: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """All that texts name as sections, the parts of lists in one text each.

    >>> all_sections(["Articles", "Uncategorized, Harbour News, Islands"], [])
    ('Harbour News', 'Islands')
    """
    sites = {squeeze(name) for name in own}
    return tuple(name for text in texts for name in _section_parts(text, sites))


def _first_section(text: str, sites: set[str]) -> str | None:
    return next(_section_parts(text, sites), None)


def _section_parts(text: str, sites: set[str]) -> Iterator[str]:
    """The parts of a text that can name a section, the general ones ("News") last."""
    if "://" in text:
        return
    parts = [text] if _ENUMERATION.search(text) else re.split(r"[,;|]", text)
    parts.sort(key=lambda part: is_general(_once(part.strip())))
    for part in parts:
        name = _once(part.strip())
        if 0 < len(name) <= _LONGEST and is_named_section(name) and squeeze(name) not in sites:
            yield name


def _once(name: str) -> str:
    """A section that software wrote together with the one above it, as one: "News - News", "news_news"."""
    above, mark, below = name.partition(" - ")
    if mark and key(above) == key(below):
        return above
    above, mark, below = name.partition("_")
    return above if mark and key(below).startswith(key(above)) else name


def is_named_section(text: str) -> bool:
    """Whether a text can be a section's name at all.

    >>> is_named_section("Uncategorized"), is_named_section("World")
    (False, True)
    """
    normal = key(text)
    return bool(normal) and normal not in _NO_SECTION


def is_general(text: str) -> bool:
    """Whether a section's name holds for nearly all that a site of news or a blog has.

    >>> is_general("NEWS"), is_general("News & Politics")
    (True, False)
    """
    return key(text) in _GENERAL


def tags(texts: Sequence[str], own: Iterable[str]) -> tuple[str, ...]:
    """The texts that say what a story is about, each once; labels in front of them are cut off.

    >>> tags(["Day: Saturday", "Subject: Ferries", "WC: 0-999", "Ports", "type_news"], [])
    ('Ferries', 'Ports')
    """
    sites = {squeeze(name) for name in own}
    system = sum(_LABELLED.match(text) is not None for text in texts) >= _SYSTEM
    front = _common_letter(texts)
    found: dict[str, str] = {}
    for text in _whole(texts):
        tag = _tag(text.removeprefix(front).strip().lstrip("#"), system=system)
        if tag is not None and squeeze(tag) not in sites:
            found.setdefault(key(tag), tag)
    return tuple(found.values())


def _whole(texts: Sequence[str]) -> Sequence[str]:
    """Tags without the halves of those cut at the semicolon of an entity: "AT&" and "T" for "AT&T"."""
    if not any(text.endswith("&") for text in texts):
        return texts
    return [text for text in texts if len(text) > 1 and not text.endswith("&")]


def _tag(text: str, *, system: bool) -> str | None:
    if (labelled := _LABELLED.match(text)) is not None:
        if key(labelled[1]) in _ABOUT:
            text = labelled[2]
        elif system or _FIELD.match(text):
            return None
    if _CLAUSE.match(text):
        return None
    normal = key(text)
    if not 0 < len(text) <= _LONGEST or "://" in text or not normal or normal in _NOTES:
        return None
    squeezed = normal.replace(" ", "")
    if _CODE.search(text) or any(word in squeezed for word in _LAYOUT):
        return None
    return text


def _common_letter(texts: Sequence[str]) -> str:
    """A letter that stands before nearly every tag ("b Politics", "b Biden") belongs to none."""
    front = texts[0][:2] if len(texts) > 1 else ""
    if len(front) == 2 and front[0].islower() and front[1] == " ":
        having = sum(text.startswith(front) for text in texts)
        return front if 2 * having >= len(texts) else ""
    return ""


def are_of_title(texts: Sequence[str], titles: Iterable[str]) -> bool:
    """Whether tags are the words of a headline, one by one, as software cuts them out.

    >>> are_of_title(["ferry", "late", "again", "port"], ["Ferry is late again"])
    True
    >>> are_of_title(["Ferries", "Port Ellen"], ["Ferry is late again"])
    False
    """
    if len(texts) < _CUT_TAGS or any(" " in text or not text.islower() for text in texts):
        return False
    words = {word for title in titles for word in key(title).split()}
    return sum(key(text) in words for text in texts) >= _CUT_SHARE * len(texts)


def are_the_sites(texts: Sequence[str], story: str) -> bool:
    """Whether tags are those a site prints on all its pages: several, and none or hardly any in the story.

    >>> are_the_sites(["harbour news", "latest news", "sports", "jobs"], "The ferry in the harbour is late.")
    True
    """
    if len(texts) < _SITE_TAGS:
        return False
    normal = key(story)
    words = set(normal.split())
    told = sum(_is_in(key(text), normal, words) for text in texts)
    return told == 0 or (len(texts) >= _MANY_TAGS and told < _SHARE * len(texts))


def _is_in(tag: str, story: str, words: set[str]) -> bool:
    """Whether a story has all words of a tag; one in a script without spaces, the tag as it is."""
    return set(tag.split()) <= words or (not tag.isascii() and tag in story)
