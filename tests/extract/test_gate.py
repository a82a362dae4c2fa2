# ruff: noqa: E501  a page a line reads best
"""What servers show in the place of a story is turned down for what it is; short stories are not."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from copydesk.extract.gate import gate
from copydesk.extract.kind import PageKind, Sort, kind_of
from copydesk.extract.signals import LISTING_URL, Signals
from copydesk.model import (
    Article,
    Block,
    Form,
    Kind,
    Metadata,
    Page,
    RawPage,
    Reason,
    Rejected,
    dropped,
    kept,
)
from copydesk.model import RejectReason as R
from copydesk.pipeline import judge_page

BRIEF = (
    "The ferry to Nordvik will not sail on Tuesday, the harbour office said, because its ramp was damaged "
    "in the storm. Buses will bring passengers over the bridge at Marsk until the ramp is mended, which "
    "may take until the end of the week. Tickets stay valid."
)
FILLING = "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a> <a href='/mail'>Newsletter</a></nav>"


def judged(
    title: str, *lines: str, head: str = "", form: Form = Form.HTML, url: str = ""
) -> Article | Rejected:
    text = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><head><title>{title} - The Quay</title>{head}</head><body>{FILLING}<h1>{title}</h1>{text}</body></html>"
    if form is Form.TEXT:
        page = "\n\n".join((title, *lines))
    return judge_page(
        RawPage(page.encode(), "page", "", form, url or "https://quay.example/2031/story-of-the-day")
    )


# fmt: off
WALLS = [
    (R.NOT_FOUND, "Page not found", "Sorry, we looked everywhere. The page you are looking for may have been moved or deleted."),
    (R.NOT_FOUND, "404", "Something went wrong on our side of the quay, or the address was typed wrongly; try the search above."),
    (R.NOT_FOUND, "Seite nicht gefunden", "Die gesuchte Seite ist leider umgezogen oder wurde gelöscht. Versuchen Sie es mit der Suche."),
    (R.NOT_FOUND, "Oups", "La page que vous recherchez n'existe plus. Revenez à l'accueil ou lancez une recherche dans nos archives."),
    (R.NOT_FOUND, "Página no encontrada", "Lo sentimos, la página que buscas no está aquí. Vuelve a la portada o usa el buscador del periódico."),
    (R.NOT_FOUND, "Ошибка 404", "Запрашиваемая страница не существует или была перенесена. Вернитесь на главную или попробуйте поиск."),
    (R.NOT_FOUND, "Sayfa bulunamadı", "Aradığınız sayfa taşınmış ya da silinmiş olabilir. Ana sayfaya dönün ya da arama kutusunu kullanın."),
    (R.NOT_FOUND, "عذرا", "الصفحة التي تبحث عنها غير متاحة الآن، يمكنك العودة إلى الصفحة الرئيسية أو استخدام محرك البحث في الموقع للوصول إلى ما تريد قراءته من الأخبار."),
    (R.NOT_FOUND, "お知らせ", "お探しのページは移動または削除された可能性があります。トップページに戻るか、検索をご利用ください。引き続きよろしくお願いいたします。"),
    (R.BOT_CHECK, "Just a moment", "Quay needs to check the security of your connection before you go on. Verify you are human by completing the action below."),
    (R.BOT_CHECK, "One more thing", "Our systems have seen unusual traffic from your network. Please confirm that you are not a robot to go on reading."),
    (R.BOT_CHECK, "Sicherheit", "Bitte bestätigen Sie, dass Sie kein Roboter sind, damit wir die Seite für Sie öffnen können. Vielen Dank für die Geduld."),
    (R.BOT_CHECK, "Vérifions", "Merci de confirmer que vous n'êtes pas un robot avant de poursuivre votre lecture, cela ne prendra que quelques secondes."),
    (R.BOT_CHECK, "验证", "请完成安全验证后继续访问本网站。我们检测到来自您的网络的访问次数过多，给您带来的不便敬请谅解，谢谢您的配合。"),
    (R.CONSENT_WALL, "We value your privacy", "We and our partners store and read information on your device, such as identifiers, to show advertising that fits you."),
    (R.CONSENT_WALL, "Willkommen", "Mit Werbung weiterlesen oder für einen kleinen Betrag im Monat ohne Werbung. Wir und unsere Partner verarbeiten dafür Daten."),
    (R.CONSENT_WALL, "Avant de lire", "Avec nos partenaires, nous lisons des informations sur votre appareil pour vous proposer des annonces. Accepter et continuer."),
    (R.PAYWALL, "Fog stops the boats", BRIEF, "Subscribe to continue reading this story and all others of the Quay."),
    (R.PAYWALL, "Nebel hält die Boote auf", "Am Dienstag fährt keine Fähre nach Nordvik, teilte das Hafenamt mit, weil die Rampe im Sturm beschädigt wurde. Busse fahren über die Brücke.", "Dieser Artikel ist nur für Abonnenten."),
    (R.PAYWALL, "Le brouillard arrête les bateaux", "Le bac pour Nordvik ne partira pas mardi, a dit le port, car sa rampe a été abîmée par la tempête. Des bus prendront le relais.", "La suite est réservée aux abonnés du journal."),
    (R.PAYWALL, "Туман остановил паромы", "Паром в Нордвик во вторник не пойдёт, сообщили в порту: шторм повредил пандус. Пассажиров повезут автобусы через мост.", "Чтобы читать дальше, оформите подписку."),
]
# fmt: on


@pytest.mark.parametrize(("reason", "title", "lines"), [(r, t, ls) for r, t, *ls in WALLS])
@pytest.mark.parametrize("form", [Form.HTML, Form.TEXT])
def test_a_wall_is_turned_down_for_what_it_is(reason: R, title: str, lines: list[str], form: Form) -> None:
    result = judged(title, *lines, form=form)
    assert isinstance(result, Rejected), result.text
    assert result.reason is reason, result
    assert result.detail


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Ferry to Nordvik cancelled", (BRIEF,)),
        ("Town hall clerk proves he is human", (BRIEF, "“I am not a robot,” he told the laughing crowd.", BRIEF.replace("Tuesday", "Friday"))),
        ("Page not found: the missing leaf of the Marsk chronicle", (BRIEF, BRIEF.replace("ferry", "book"), BRIEF.replace("ferry", "leaf"))),
        ("Council wants sites to ask before they track", (BRIEF, "The rule says that a paper may not write “accept all cookies to continue” and nothing else.", BRIEF.replace("ferry", "site"), BRIEF.replace("ferry", "paper"))),
    ],
)  # fmt: skip
def test_a_short_story_that_says_such_things_stays(title: str, lines: tuple[str, ...]) -> None:
    assert isinstance(judged(title, *lines), Article)


def test_an_offer_far_from_the_story_is_no_wall() -> None:
    filling = [f"<a href='/{n}'>Another story of the day, number {n}</a>" for n in range(12)]
    assert isinstance(
        judged("Ferry cancelled", BRIEF, *filling, "Subscribe to continue reading the Quay"), Article
    )


def test_a_player_without_words_and_a_video_with_some() -> None:
    head = "<meta property='og:type' content='video.other'>"
    short = judged("Watch: fog over Nordvik", "Our camera was at the quay when the fog came in over the islands and the boats stayed home this morning.", head=head)  # fmt: skip
    assert isinstance(short, Rejected)
    assert short.reason is R.MEDIA_ONLY
    longer = judged("Watch: fog over Nordvik", BRIEF, BRIEF.replace("ferry", "boat"), head=head)
    assert isinstance(longer, Article)
    assert longer.metadata.kind == "video"


def test_a_front_page_is_a_listing() -> None:
    teasers = [
        f"<h2><a href='/{n}'>Story number {n} of the day</a></h2>The {n}th boat came home late, and its crew told us why."
        for n in range(12)
    ]
    result = judged("The Quay", *teasers, url="https://quay.example/")
    assert isinstance(result, Rejected)
    assert result.reason is R.LISTING


def test_a_front_page_that_is_one_story_is_an_article() -> None:
    crew = ("baker", "pilot", "doctor", "smith", "warden", "teacher", "fisher", "clerk", "painter", "singer")
    story = [
        f"The {one} of the island went out to the {of}'s boat in the fog on Monday and came back with a story that "
        f"nobody on the quay believed, though the {of} has sworn since that every word of it is as it happened."
        for one, of in zip(crew, crew[1:] + crew[:1], strict=True)
    ] + [BRIEF]
    alone = judged("Fog", *story, url="https://blog.quay.example/")
    assert isinstance(alone, Article)
    assert alone.metadata.kind == "article"
    others = [f"<h2><a href='/{n}'>Story number {n} of the day</a></h2>" for n in range(3)]
    assert isinstance(judged("Fog", *story, *others, url="https://blog.quay.example/"), Rejected)


@pytest.mark.parametrize(
    ("kind", "url", "head"),
    [
        ("article", "https://quay.example/2031/fog", ""),
        ("article", "https://quay.example/x", "<meta property='og:type' content='article'>"),
        ("live_blog", "https://quay.example/x", "<script type='application/ld+json'>{\"@type\": \"LiveBlogPosting\"}</script>"),
        ("product", "https://shop.example/product/7", "<meta property='product:price:amount' content='3'>"),
        ("forum", "https://quay.example/forum/thread-7", "<meta name='generator' content='phpBB'>"),
        ("documentation", "https://docs.example/reference/fog.html", "<meta name='generator' content='Sphinx 8'>"),
        ("page", "https://quay.example/services/", ""),
    ],
)  # fmt: skip
def test_kinds_and_what_they_rest_on(kind: str, url: str, head: str) -> None:
    result = judged("Fog and boats", BRIEF, BRIEF.replace("ferry", "boat"), head=head, url=url)
    assert isinstance(result, Article)
    assert result.metadata.kind == kind
    assert result.metadata.provenance["kind"]


@pytest.mark.parametrize(
    ("url", "title", "lines", "kind"),
    [
        ("https://quay.example/liveblog/fog", "Fog in the harbour", (), "live_blog"),
        ("https://quay.example/fog-live-b250", "Fog - live: all boats are back", (), "live_blog"),
        ("https://quay.example/fog-news-ticker-2031", "Der Nebel-Ticker", (), "live_blog"),
        (
            "https://quay.example/live/fog",
            "Fog and boats",
            ("10:02", "10.40 am", "11:15", "12:08"),
            "live_blog",
        ),
        ("https://quay.example/fog-deals-are-live-now", "Fog deals are live, and cheap", (), "article"),
        ("https://quay.example/alive/fog", "Fog and boats: LIVE", (), "article"),
    ],
)
def test_a_live_blog_is_told_by_its_address_and_more(
    url: str, title: str, lines: tuple[str, ...], kind: str
) -> None:
    result = judged(title, *(part for line in lines or ("",) for part in (line, BRIEF)), url=url)
    assert isinstance(result, Article)
    assert result.metadata.kind == kind


def test_quality_grows_with_what_is_known() -> None:
    head = "<meta name='author' content='Jane Doe'><meta property='article:published_time' content='2031-05-04T10:00:00Z'>"
    poor, rich = (
        judged("Fog", "A fog, and", BRIEF),
        judged("Fog", *([BRIEF] * 2), BRIEF + " It is a pity.", head=head),
    )
    assert isinstance(poor, Article)
    assert isinstance(rich, Article)
    assert poor.metadata.quality is not None
    assert rich.metadata.quality is not None
    assert 0 < poor.metadata.quality < rich.metadata.quality <= 1


@pytest.mark.parametrize(
    ("kept_words", "prose", "told"), [(0, 14, True), (40, 40, True), (40, 14, False), (70, 20, False)]
)
def test_much_prose_left_out_is_suspicious(kept_words: int, prose: int, told: bool) -> None:
    line = "The council of the town voted on Tuesday to build a bridge over the river, its members said."
    verdicts = [kept("keeper")] * bool(kept_words) + [dropped("keeper", Reason.OUTSIDE, "-2.0")] * prose
    texts = [" ".join(["word"] * kept_words)] * bool(kept_words) + [line] * prose
    blocks = tuple(
        Block(i, Kind.PARAGRAPH, t, verdict=v) for i, (t, v) in enumerate(zip(texts, verdicts, strict=True))
    )
    page = Page(RawPage(b"", "page", ""), Form.HTML, blocks, "utf-8", "bom", tree=document_fromstring("<p>"))
    article = Article("0", Metadata(word_count=kept_words), blocks)
    found = gate(page, article, Signals(), Sort(PageKind.ARTICLE))
    assert (found is not None and found.reason is R.EXTRACTION_SUSPICIOUS) == told


@pytest.mark.parametrize(("place", "kind"), [("blog", PageKind.ARTICLE), ("docs", PageKind.DOCUMENTATION)])
def test_what_stands_in_a_blog_is_no_manual(place: str, kind: PageKind) -> None:
    block = Block(0, Kind.PARAGRAPH, BRIEF, verdict=kept("body"))
    signals = Signals(url=f"https://quay.example/{place}/how-we-draw-the-tables", code=5)
    assert kind_of(Article("0", Metadata(word_count=500), (block,)), signals).kind is kind


def test_signs_of_two_other_sorts_outweigh_a_weak_one_of_an_article() -> None:
    block = Block(0, Kind.PARAGRAPH, BRIEF, verdict=kept("body"))
    written = Metadata(authors=("Jane Doe",))
    shop = Signals(url="https://quay.example/boat-hook", carts=1)
    assert kind_of(Article("0", written, (block,)), shop).kind is PageKind.ARTICLE
    both = Signals(url="https://quay.example/collections/boat-hook", carts=1)
    assert kind_of(Article("0", written, (block,)), both).kind is not PageKind.ARTICLE


@pytest.mark.parametrize(
    ("place", "listing"), [("page/203105/1311111.shtml", False), ("isles/page/3/", True)]
)
def test_the_number_of_a_page_ends_the_address_of_a_list(place: str, listing: bool) -> None:
    assert bool(LISTING_URL.search(f"https://quay.example/{place}")) is listing
