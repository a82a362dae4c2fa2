from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck

from copydesk.extract.declared import NOTHING, Candidate, Declared
from copydesk.judge.promos import promos
from copydesk.judge.promos.promos import promo_of
from copydesk.text import line

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."

PROMOS = [
    "Advertisement - Scroll to continue",
    "Advertisement - Continue Reading Below",
    "Is there something you think we should know about the ferry? Write to Ada at the harbour desk.",
    "AddThis Sharing Buttons",
    "Lest auch",
    "„Am Kai“: Der Newsletter des Hafens informiert Sie jeden Montag. Hier geht’s zur Anmeldung!",
    "Wie hat Ihnen dieser Artikel gefallen?",
    "Enjoying our latest content? Log in or create an account to continue",
    "Get real-time updates and results on the harbour race.",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Promoted",
    "PROMOTED",
    "Anzeige",
    "Publicité",
    "La suite après cette publicité",
    "Advertentie",
    "Реклама",
    "广告",
    "広告",
    "Share this article",
    "Share on Facebook",
    "Artikel teilen",
    "Поделиться",
    "Subscribe",
    "Sign up for our newsletter",
    "Follow us on:",
    "Watch live TV",
    "WATCH HARBOUR TV LIVE HERE",
    "Read more: Islanders ask for a bridge",
    "READ MORE | Islanders ask for a bridge",
    "ALSO READ: Fishermen fear the new quota",
    "Also Read | Fishermen fear the new quota",
    "Also read Fishermen fear the new quota",
    "SEE ALSO: Fishermen fear the new quota",
    "Related: What the new quota means for the islands",
    "Lesen Sie auch: Fischer fürchten die neue Quote",
    "Mehr zum Thema: Fischer fürchten die neue Quote",
    "Lire aussi : Les pêcheurs craignent le nouveau quota",
    "À lire aussi Les pêcheurs craignent le nouveau quota",
    "Leggi anche: I pescatori temono la nuova quota",
    "Lea también: Los pescadores temen la nueva cuota",
    "Leia também: Pescadores temem a nova cota",
    "Lees ook: Vissers vrezen het nieuwe quotum",
    "Les også: Fiskerne frykter den nye kvoten",
    "Läs också: Fiskarna fruktar den nya kvoten",
    "Læs også: Fiskerne frygter den nye kvote",
    "Lue myös: Kalastajat pelkäävät uutta kiintiötä",
    "Czytaj także: Rybacy boją się nowych limitów",
    "Čtěte také: Rybáři se bojí nové kvóty",
    "Читайте также: Рыбаки боятся новой квоты",
    "Читайте також: Рибалки бояться нової квоти",
    "Διαβάστε επίσης: Οι ψαράδες φοβούνται",
    "Citește și: Pescarii se tem de noua cotă",
    "相关阅读：渔民担心新配额",
    "関連記事：漁師が新しい割当を心配",
    "관련기사: 어민들 새 쿼터 우려",
    "اقرأ أيضا: الصيادون يخشون الحصة الجديدة",
    "यह भी पढ़ें: मछुआरों को नए कोटे का डर",
    "Sign up to get the island news in your inbox every morning.",
    "Subscribe to our newsletter for the best of the coast, every Friday.",
    "Join our WhatsApp channel for updates from the harbour",
    "Follow The Harbour Post on Facebook, Twitter and Instagram.",
    "Get the Harbour Post newsletter delivered to you.",
    "Download our app for ferry times.",
    "Click here to subscribe to the Harbour Post.",
    "To see every picture of the storm, click here.",
    "For more news from the islands, follow us on Twitter.",
    "Track Latest News Live on harbourpost.example and get news updates from all the islands",
    "Listen to the latest songs, only on island-songs.example",
    "You can now write for harbourpost.example and be a part of the community.",
    "Please support our journalism with a donation.",
    "Folgen Sie uns auf Facebook und Instagram",
    "Melden Sie sich für unseren Newsletter an",
    "Suivez-nous sur Facebook",
    "Inscrivez-vous à notre newsletter du matin",
    "Síguenos en Facebook y Twitter",
    "Iscriviti alla newsletter del mattino",
    "Siga o canal do Correio da Ilha no WhatsApp",
    "Подписывайтесь на наш канал в Telegram",
    "Підписуйтесь на наш канал у Telegram",
    "关注我们的微信公众号",
    "تابعونا على فيسبوك",
]

STORIES = [
    "Get real help for the islands, the mayor asked of the minister.",
    "Enjoying our latest harvest, the farmers of Marsk danced until dawn.",
    "The newsletter reached three hundred islanders before the printer broke down.",
    "She asked readers to subscribe to the paper, and forty of them did within a week.",
    "“Follow us on the water and you will understand,” the captain told the reporter.",
    "“Subscribe to our newsletter,” read the sign above the bakery, and people laughed.",
    "Follow the coast road for an hour and you reach the last village before the cliffs.",
    "Share prices of the ferry company fell by a tenth after the engine failed.",
    "Share your lunch, the teacher said, and the children did.",
    "Advertisement revenue at the local paper halved in the year of the storm.",
    "Sponsored by no one, the regatta has survived on the money of its members.",
    "Promoted to captain in May, she took the ferry out for the first time in June.",
    "Trending upwards since spring, the price of herring now stands at a record.",
    "Read more than twice, the letter had come apart along its folds.",
    "Related industries on the island, from nets to ice, employ two hundred people.",
    "Related: that is how the two families describe themselves after a century of feuds.",
    "Watch: that is all the keeper of the lighthouse has done for forty years.",
    "More than half of the fleet stayed in port.",
    "More: the word was painted on the wall of the harbour office overnight.",
    "Recommended doses were exceeded in three of the wells, the laboratory said.",
    "Most read the notice on the door, shrugged and walked home.",
    "Popular with summer guests, the bay is empty from October.",
    "The group posted the video on Facebook and Twitter before the police arrived.",
    "Join any of the crews and you will be paid by the catch, not by the hour.",
    "Support for the bridge has grown since the storm, a survey on Facebook suggests.",
    "Download speeds on the islands are a tenth of those in the capital.",
    "Donate blood, the hospital asked the islanders, and they came in their boats.",
    "Listen to the old men at the pier and you would think the sea had never been calm.",
    "Get the nets in before dark, their father used to say.",
    "Stay indoors, the coast guard told the villagers over the radio.",
    "To read the gauge, a warden climbs the ladder twice a day.",
    "Visitors who click here and there on the map find thirty wrecks.",
    "For more than forty years he had repaired nets in the same shed.",
    "For the latest storm nobody was prepared.",
    "See also the harbour of Marsk, where the same crane fell in 1931.",
    "Lesen Sie auch die Rückseite, stand auf dem Zettel, den der Wirt verteilte.",
    "Folgen Sie dem Weg am Deich, bis das letzte Haus hinter Ihnen liegt.",
    "Werbung für die Insel gab es früher nur auf Plakaten am Bahnhof.",
    "Anzeige erstattete der Fischer erst am nächsten Morgen.",
    "Mehr als die Hälfte der Boote blieb im Hafen, sagte der Hafenmeister.",
    "Jetzt hofft die Insel auf den neuen Fahrplan.",
    "Suivez le sentier jusqu'au phare, conseille le gardien.",
    "Lire les cartes du vent demande des années, dit le patron.",
    "La publicité pour l'île n'a jamais coûté un sou.",
    "Sigue la huelga en el puerto por tercer día, según el sindicato.",
    "Lea, la hija del farero, nunca había visto la ciudad.",
    "Leggi e regolamenti dell'isola risalgono al Settecento.",
    "Segui la costa per un'ora e arrivi all'ultimo paese.",
    "Siga em frente até o farol, diz a placa na estrada.",
    "Volg de dijk tot het laatste huis, zei de vrouw in de winkel.",
    "Læs brevet højt, sagde hun, og alle i stuen blev stille.",
    "Läs brevet högt, sade hon, och alla i rummet tystnade.",
    "Następnie rybacy wrócili do portu i czekali na wiatr.",
    "Читайте море, как книгу, говорил старый лоцман своим ученикам.",
    "Реклама острова раньше висела только на вокзале.",
    "Подписывайтесь под письмом, сказал староста, и все подписались.",
    "Стежте за вітром, казав старий лоцман.",
    "广告牌在风暴中倒塌，砸坏了三艘渔船，没有人受伤。",
    "关注渔业的人都知道，今年的鲱鱼价格创下了新高。",
    "漁師たちは木曜日、新しい割当について県に説明を求めた。",
    "تابع الصيادون العاصفة من الشاطئ حتى الفجر.",
    "Abone sayısı geçen yıl ikiye katlandı, dedi müdür.",
]


PROMOS.append("Share on Facebook Share on Twitter Share via Email")


def dropped(*lines: str) -> dict[str, str]:
    view = pasted("\n".join(lines))
    return struck(view, promos.judge(view))


@pytest.mark.parametrize("text", PROMOS)
def test_promos_go(text: str) -> None:
    assert dropped(A, B, text, D) == {text: "promo"}


@pytest.mark.parametrize("text", STORIES)
def test_sentences_of_a_story_stay(text: str) -> None:
    assert dropped(A, text, B, D) == {}
    assert dropped(A, B, D, text) == {}


@pytest.mark.parametrize(
    "heading", ["RELATED ARTICLES:", "Most popular", "Read more:", "Recommended", "相关新闻"]
)
def test_headlines_under_a_heading_go_until_prose_resumes(heading: str) -> None:
    listed = ("Islanders ask for a bridge", "Fishermen fear the new quota")
    assert dropped(A, heading, *listed, B, D) == dict.fromkeys((heading, *listed), "promo")


def test_a_line_set_off_from_the_list_belongs_to_the_story() -> None:
    view = pasted(
        f"{A}\n\nRelated stories\nIslanders want a bridge\nQuota feared\n\nA night in the hall\n\n{B}\n\n{D}"
    )
    assert stays(view, promos.judge(view)) == [A, "A night in the hall", B, D]


def test_a_list_ends_at_prose_even_without_a_heading_of_its_own() -> None:
    assert dropped(A, "Related stories", B, D) == {"Related stories": "promo"}


def test_evidence_names_the_phrase() -> None:
    view = pasted(f"{A}\nRead more: Islanders ask for a bridge\n{B}")
    (verdict,) = promos.judge(view).values()
    assert verdict.rule == "related_line"
    assert "another story" in verdict.evidence
    assert "read more" in verdict.evidence


def test_linked_headlines_under_a_heading_go_from_a_page() -> None:
    view = marked_up(
        f"<body><p>{A}</p><h4>Read more</h4><ul><li><a href='/b'>Islanders ask for a bridge</a></li>"
        f"<li><a href='/q'>Fishermen fear the new quota</a></li></ul><p>{B}</p>"
        f"<p><a href='/t'>The timetable</a></p></body>"
    )
    assert stays(view, promos.judge(view)) == [A, B, "The timetable"]


def test_a_link_in_capitals_within_the_story_is_another_headline() -> None:
    view = marked_up(
        f"<body><p>{A}</p><p><a href='/b'>ISLANDERS ASK FOR A BRIDGE AT LAST</a></p><p>{B}</p>"
        "<p>THE SIGN SAID NO FERRY TODAY IN RED</p><p><a href='/c'>11/13/31 9:00AM GMT 1 2</a></p>"
        f"<p>{D}</p></body>"
    )
    assert list(struck(view, promos.judge(view))) == ["ISLANDERS ASK FOR A BRIDGE AT LAST"]


def test_unlinked_words_with_a_colon_stay_on_a_page() -> None:
    view = marked_up(f"<body><p>{A}</p><p>Video: 4K at 30 frames without a crop</p><p>{B}</p></body>")
    assert promos.judge(view) == {}


def test_long_paragraphs_are_no_promos() -> None:
    text = "Sign up for our newsletter " + "and read about the storm " * 20
    assert promo_of(line(text)) is None


@pytest.mark.parametrize("text", ["", "***", "—", "…"])
def test_lines_without_words(text: str) -> None:
    assert promo_of(line(text)) is None


def test_a_second_sentence_may_be_the_call() -> None:
    text = "There is more where that came from. Sign up to get the daily newsletter in your inbox."
    assert dropped(A, text, B) == {text: "promo"}


def test_a_long_paragraph_with_a_call_in_it_stays() -> None:
    text = f"{A} {B} {D} The mayor wrote it on a board. Sign up for the newsletter, it said, or swim."
    assert dropped(A, text, B) == {}


def test_a_sentence_about_alerts_is_no_call() -> None:
    assert promo_of(line("Breaking news alerts were late on the island, a reader said.")) is None
    assert promo_of(line("Breaking news alerts: sign up for our newsletter")) is not None


def test_the_heading_of_a_newsletter_box_goes_with_it() -> None:
    box = "<h3>{}</h3><p>Sign up for our daily newsletter.</p>"
    view = marked_up(f"<article><p>{A}</p>{box.format('Get daily island news')}<p>{B}</p></article>")
    assert stays(view, promos.judge(view)) == [A, B]
    view = marked_up(f"<article><p>{A}</p>{box.format('A harbour closes')}<p>{B}</p></article>")
    assert stays(view, promos.judge(view)) == [A, "A harbour closes", B]


def test_a_label_in_capitals_before_a_bar_leads_to_a_video_and_a_sentence_does_not() -> None:
    video = "WATCH | Islanders react to the ferry's new captain:"
    view = marked_up(f"<p>{A}</p><p>{video}</p><p>Watch | the tide.</p><p>{B}</p>")
    assert struck(view, promos.judge(view)) == {video: "promo"}


def test_a_line_that_sends_its_reader_to_the_live_blog() -> None:
    asks = "Mehr zur Lage auf der Insel lesen Sie in unserem Liveblog:"
    view = marked_up(f"<p>{A}</p><p>{asks}</p><p>{B}</p>")
    assert struck(view, promos.judge(view)) == {asks: "promo"}


def marked(html: str) -> dict[str, str]:
    view = marked_up(html, outside="main ~ *, .rel ~ *")
    return struck(view, promos.judge(view))


def test_a_heading_lists_nothing_beyond_the_element_that_the_story_is_in() -> None:
    html = (
        f"<div><main><p>{A}</p><p>{B}</p><div class=rel><h3>Related</h3></div></main>"
        "<footer><a href=/tags>Harbours of the north coast</a></footer></div>"
    )
    assert marked(html) == {"Related": "promo"}
    inside = html.replace("</main><footer>", "").replace("</footer>", "</main>")
    assert marked(inside) == {"Related": "promo", "Harbours of the north coast": "promo"}


SUBJECTS = "<ul><li><a href=/tag/ferries>Ferries</a><li><a href='/?f[0]=topic%3A81'>Islands</a></ul>"


def test_what_a_heading_has_below_it_may_be_subjects() -> None:
    story = f"<main><p>{A}</p><p>{B}</p></main>"
    below = marked(f"{story}<div><h3>Related</h3>{SUBJECTS}</div>")
    assert below == dict.fromkeys(("Related", "Ferries", "Islands"), "navigation")
    view = marked_up(f"<div><p>Trending</p>{SUBJECTS}</div>{story}", outside="body > :not(main)")
    assert {v.rule for v in promos.judge(view).values()} == {"menu"}
    more = "<p><a href=/world>The world</a> <a href=/health>Your health</a> <a href=/go>Travel</a></p>"
    menu = marked_up(f"{story}<div id=side-menu><p>Trending</p>{SUBJECTS}{more}</div>", outside="div")
    assert {(v.rule, v.facts) for v in promos.judge(menu).values()} == {("menu", ())}
    card = "<p><a href=/tag/ferries>Ferries</a></p><h4><a href=/news/a>The old crane leaves at last</a></h4>"
    assert marked(f"{story}<div><h3>Related</h3>{card}</div>")["Related"] == "promo"


def test_an_entry_of_a_menu_is_no_label_of_an_advert() -> None:
    story = f"<article><p>{A}</p><p>{B}</p></article>"
    menu = "<ul><li><a href=/about>About the harbour</a><li><a href=/ads>Advertising</a></ul>"
    assert struck(marked_up(story + menu), promos.judge(marked_up(story + menu))) == {}
    alone = marked_up(f"{story}<div><a href=/ads>Advertisement</a></div>")
    assert struck(alone, promos.judge(alone)) == {"Advertisement": "promo"}


@pytest.mark.parametrize(("frame", "reason"), [("nav", {}), ("div", {"View all": "promo"})])
def test_a_link_of_the_frame_to_all_there_is_is_no_button_of_a_promo(
    frame: str, reason: dict[str, str]
) -> None:
    link = f"<{frame} class=x><a href=/all>View all</a></{frame}>"
    view = marked_up(f"{link}<article><p>{A}</p><p>{B}</p></article>")
    assert struck(view, promos.judge(view)) == reason


def test_what_is_joined_to_the_label_of_an_advertisement_goes_with_it() -> None:
    for text in (
        "Advertisement Related Content",
        "Anzeige Newsletter",
        "Advertisement. Scroll to continue reading.",
    ):
        hit = promo_of(line(text))
        assert hit is not None
        assert hit.rule == "ad_label"
    assert promo_of(line("Advertising revenue fell")) is None


def test_an_entry_of_a_list_called_a_menu_moves_about() -> None:
    items = "".join(
        f"<li><a href=/{n}>{name}</a></li>" for n, name in enumerate(("Sport", "Watch live", "Wetter"))
    )
    views = [
        marked_up(f"<main><p>{A}</p><p>{B}</p></main><div class={name}><ul>{items}</ul></div>", outside="div")
        for name in ("globalnav", "box")
    ]
    assert [struck(view, promos.judge(view)) for view in views] == [{}, {"Watch live": "promo"}]


def test_a_link_to_more_at_the_end_of_a_list_heads_nothing_below() -> None:
    links = "".join(f"<li><a href=/{n}>Harbour number {n} wants a new crane</a></li>" for n in range(3))
    more = "<p><a href=/more>もっと見る</a></p>"
    below = "<div><h2><a href=/tags>Harbour and quay and pier</a></h2></div>"
    view = marked_up(
        f"<main><p>{A}</p><p>{B}</p></main><section><div><ol>{links}</ol>{more}</div>{below}</section>",
        outside="section",
    )
    found = promos.judge(view)
    assert struck(view, found) == {"もっと見る": "promo"}
    assert "listed above" in next(iter(found.values())).evidence


def test_links_in_capitals_to_several_places_are_a_menu() -> None:
    links = (
        "<div><a href=/i>ISLES</a> <a href=/s>SOURCE</a> <a href=/o>OPINION</a> <a href=/d>DEEP SEA</a></div>"
    )
    one = "<div><a href=/f>OLD FERRY LEAVES ITS PORT</a></div>"
    view = marked_up(f"<main><p>{A}</p>{links}<p>{B}</p>{one}<p>{D}</p></main>")
    assert struck(view, promos.judge(view)) == {"OLD FERRY LEAVES ITS PORT": "promo"}


def test_one_of_the_page_s_subjects_below_the_box_of_a_heading_is_not_listed_there() -> None:
    links = "".join(f"<li><a href=/{n}>Ferry {n} has been towed back to port</a></li>" for n in range(3))
    box = f"<div><header><h3>Related articles</h3></header><ul>{links}</ul></div>"
    tags = Declared({"tags": (Candidate("Port Ellen", "meta"),)})
    page = f"<main><p>{A}</p><p>{B}</p></main><section>{box}<div><a href=/l/pe>Port Ellen</a></div></section>"
    for declared, listed in ((tags, False), (NOTHING, True)):
        view = marked_up(page, declared, outside="section")
        assert ("Port Ellen" in struck(view, promos.judge(view))) is listed


def test_what_partners_offer_is_labelled_so() -> None:
    assert dropped(A, "Aangeboden door onze partners", B) == {"Aangeboden door onze partners": "promo"}


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("<form><label>Ad</label><input name=n><input type=password><button>Log in</button></form>", {}),
        ("<div><label for=n>Ad</label><input id=n></div>", {}),
        ("<div><p>Ad</p></div>", {"Ad": "promo"}),
    ],
    ids=["login", "label", "neither"],
)
def test_what_a_form_says_of_its_fields_is_no_promo(form: str, found: dict[str, str]) -> None:
    view = marked_up(f"<main><p>{A}</p><p>{B}</p></main>{form}", outside="body > :not(main)")
    assert struck(view, promos.judge(view)) == found


def test_a_heading_of_entries_of_a_menu_heads_no_stories() -> None:
    entries = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Ropes", "Sails", "Piers"))
    menu = f"<nav><ul><li><div>Recommended</div><ul>{entries}</ul></li></ul></nav>"
    assert promos.judge(marked_up(f"<main><p>{A}</p><p>{B}</p></main>{menu}")) == {}
