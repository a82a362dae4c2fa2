"""Words and signs by which the lines of a text are described, as data.

Lists that blocks of marked-up pages are described by too are in `keeper.vocabulary`; these are what takes
the place of elements and their names here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.extract.tables import word_set

# The commonest words of running text, by language: a line that has few of its page's is no sentence.
FUNCTION: Mapping[str, str] = {
    "en": (
        "the of and to in a that is was for it with as on be at by he from this have has had are not they "
        "his were which but or an we will would who their been said about more when if she her there what "
        "than you all can could into out up its after over also"
    ),
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben "
        "nur oder aber vor zur bis mehr durch sein wurde"
    ),
    "fr": (
        "le la les de des du un une et à en que qui dans pour sur est pas plus par au ce il ne se avec "
        "son sa ses sont aux été ont mais ou comme cette être fait nous leur elle ils"
    ),
    "es": (
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o "
        "este porque esta entre cuando muy sin sobre también hasta hay donde desde ha fue son"
    ),
    "it": (
        "di e che la il un a per è in una non si da del della con le sono i al ha come dei anche lo nel "
        "più alla gli ma delle o su dal questo dalla nella dopo essere stato"
    ),
    "pt": (
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das "
        "tem à seu sua ou ser quando muito há nos já está também pelo pela até entre"
    ),
    "nl": (
        "de van het een en in is dat op te zijn voor met die niet aan er om ook als maar bij door uit "
        "naar nog worden wordt hij over heeft ze dan of was hebben we deze dit"
    ),
    "sv": (
        "och i att det som en på är av för med till den har de inte om ett han men var jag från så vi kan "
        "när år under eller också efter sig hon ska blir vid mot över"
    ),
    "no": (
        "og i det er på at som en til for av har med de ikke den var et om han men vi fra jeg så kan seg "
        "vil etter også skal hun når år ved over mot"
    ),
    "da": (
        "og i at er det en til på som for af de med den har ikke der et om var han men vi fra jeg kan så "
        "sig vil efter også skal hun når år ved over mod"
    ),
    "fi": (
        "ja on ei että se hän oli kun myös mutta joka ovat mukaan jos niin sen tai kuin vain nyt ole jo sekä"
    ),
    "pl": (
        "i w na z do się nie że to jest o jak po od za co dla są ale przez był tym tego oraz już tylko które"
    ),
    "cs": "a v na se že je s z do o i k za by jako po pro od ale jeho které která jsou byl už při také",
    "tr": "ve bir bu da de için ile olarak olan daha çok ne en gibi kadar sonra ama var ki her olduğu dedi",
    "ro": "de și în a la cu pe că nu din o un este să mai pentru au care se fost ca sunt dar după prin",
    "hu": "a az és hogy nem is egy ez volt meg de csak már van még el mint ki ha azt szerint után",
    "id": (
        "yang dan di dengan untuk dari dalam itu ini pada tidak ke akan juga adalah oleh karena ada bisa kata"
    ),
    "vi": "và của là có trong cho được với các không người một những đã này khi để từ về",
    "ru": "и в не на что с он как по а это к но из у за от о же так для его все был мы то она вы при до или",
    "uk": "і в не на що з він як по а це до але у за від про та для його всі був ми вона при або вже",
    "el": "και το να του η της με που για την από τα των τον στο οι στην θα είναι ότι δεν ο τις",
    "ar": "في من على إلى أن التي الذي عن مع هذا كان ما لا هذه بعد قال أو بين كما وقد قد لم",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم شد می",
    "hi": "के में है की को से और का ने पर कि यह हैं भी नहीं एक तो हो कर था लिए",
}

# Words of lines that speak to the reader, or name parts of a page.
YOU = word_set(
    """
    you your yours we us our ihr ihre sie wir unser unsere vous votre vos nous nos tu tus su usted
    nosotros nuestro voi vostro nostro você vocês nosso jullie uw je onze dig din du vår ditt deg вы
    ваш мы наш
    """
)
PARTS: Mapping[str, str] = {
    "nav": (
        "home menu search skip navigation login logout account close open back top sections video videos "
        "podcasts weather sport sports politics business opinion culture lifestyle world local games jobs "
        "startseite suche accueil rechercher inicio buscar cerca meteo hjem sök søk главная поиск"
    ),
    "tags": (
        "tags tag topics topic filed under category categories posted keywords schlagworte themen mots "
        "clés etiquetas temas argomenti emneord ämnen теги"
    ),
    "said": (
        "said says told according added asked sagte sagt laut dit déclaré selon dijo según detto secondo "
        "sade sier disse afirmou zei volgens сказал сообщил"
    ),
    "app": "app apps ios android google play store rss feed alerts notifications browser javascript edition",
    "shop": "price buy shop deal deals sale discount shipping cart save off order preis prix precio kaufen",
}

# Signs of a line, tried on its first characters only.
SIGNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "stamp": r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b",
        "ago": r"\b\d+ ?(?:min|mins|minutes|hours?|hrs?|days?|h|m|d)\b|\bago\b|\bvor \d|\bhace \d|il y a \d",
        "byline": r"^\W{0,3}(?:by|von|par|por|di|door|av|af|text|foto|photo|posted|published|updated|stand|"
        r"last updated|publié|publicado|aggiornato)\b",
        "credit": r"[(/|©:]\s?(?:getty|afp|ap|reuters|epa|dpa|file|photo|image|foto|bild)\b|©|getty images",
        "bio": r"\b(?:is|was) (?:a|an|the) .{0,60}\b(?:reporter|editor|writer|journalist|correspondent|"
        r"author|columnist|contributor|professor|fellow)\b",
        "url": r"https?://|www\.|\.(?:com|org|net|de|co\.uk)\b",
        "handle": r"[@#]\w",
        "mail": r"\w@\w{1,40}\.\w",
        "call": r"\b(?:sign up|subscribe|click here|follow us|download|get the|join (?:us|our)|"
        r"support (?:us|our)|donate|contact us|don.t miss|learn more|find out more|read more|log in)\b",
        "lead": r"^\W{0,3}(?:read|see|watch|listen|also|related|more|lesen|lire|leggi|lee|leia|läs|lees|"
        r"mehr)\b.{0,24}[:|]",
        "rights": r"all rights reserved|may not be (?:published|reproduced)|terms of|privacy policy|"
        r"copyright",
        "pipe": r"\s[|›»•]\s",
        "count": r"^\W*\d+(?:[.,]\d+)?[km]?\W*\w*\W*$",
        "bullet": r"^[•●▪◦*·–—-]\s",
        "numbered": r"^\d{1,2}[.)]\s",
        "dots": r"(?:…|\.\.\.)$",
        "dateline": r"^[^\W\d_][\w .,’'/()-]{2,40} ?[–—-]{1,2} ",
        "speaker": r"^[^\W\d_][\w .’'-]{1,40}: ",
    }.items()
}


def bits(lists: Mapping[str, str]) -> dict[str, int]:
    """For each word of some lists the lists that it is in, a bit each.

    >>> bits({"a": "one two", "b": "two"})
    {'one': 1, 'two': 3}
    """
    table: dict[str, int] = {}
    for number, words in enumerate(lists.values()):
        for word in words.split():
            table[word] = table.get(word, 0) | 1 << number
    return table


PART_BITS = bits(PARTS)
LANGUAGES = {name: frozenset(words.split()) for name, words in FUNCTION.items()}
EVERY_FUNCTION = frozenset().union(*LANGUAGES.values())
