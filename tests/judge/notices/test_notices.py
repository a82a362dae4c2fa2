from __future__ import annotations

import pytest
from viewing import marked_up, pasted, stays, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bios import bios
from copydesk.judge.notices import notices

A = "The ferry to Port Ellen was cancelled on Tuesday after its engine failed far out at sea."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread."
D = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."

NOTICES = [
    "Für die Darstellung von Karten nutzen wir fremde Software. Erst wenn Sie hier klicken, sind sie da.",
    "Published in the print edition of the May issue, with the headline “Late Boats.”",
    "This is a breaking news story - more to follow",
    "<Copyright ⓒ Harbour Post. All rights reserved.>",
    "Dies ist eine maschinelle Übersetzung eines Artikels der Inselpost.",
    "© 2019 The Harbour Post",
    "(c) 2019 Harbour Post Ltd. All rights reserved.",
    "Copyright 2019 Harbour Post",
    "Copyright (c) 2015. Harbour Radio, Inc. Reprinted with the permission of Harbour Radio, 12 Pier Street.",
    "All rights reserved",
    "Report Errors",
    "This material may not be published, broadcast, rewritten or redistributed without permission.",
    "(Except for the headline, this story has not been edited by our staff and is from a syndicated feed.)",
    "This story has been published from a wire agency feed without modifications to the text.",
    "This article was originally published on The Lighthouse.",
    "This article is republished from The Lighthouse under a Creative Commons license.",
    "A version of this article appears in print on May 3, 2019, with the headline: The Ferry.",
    "The views expressed here are the author's own and do not necessarily reflect those of the Harbour Post.",
    "Disclaimer: These are the personal opinions of the author.",
    "The opinions expressed here are those of the author.",
    "Our Standards: The Harbour Principles of Trust.",
    "Fares named here are for general information only. Ask your harbour master before you sail.",
    "This post does not constitute investment advice; past performance is no guarantee of full nets.",
    "Dieser Beitrag stellt keine Anlageberatung dar.",
    "Disclosure: The author owns shares in the ferry company.",
    "We may earn a commission if you buy a ticket through our links.",
    "This post contains affiliate links.",
    "The post The Ferry Stays in Port appeared first on Harbour Post.",
    "Purchases made through links earn us a small commission, at no extra cost to you.",
    "Editor's note: This is a column that solely reflects the opinions of the author",
    "This site uses cookies to remember your harbour.",
    "By continuing to use this website you agree to our cookie policy.",
    "This article was written with the help of AI and checked by an editor.",
    "Dies ist eine automatische Übersetzung eines Textes der Island Gazette.",
    "Cet article a été traduit par une machine et relu par nos soins.",
    "Sammendraget er laget av en maskin og godkjent av avisa.",
    "Alle Rechte vorbehalten",
    "Empfohlener redaktioneller Inhalt",
    "Gastbeiträge geben nicht notwendigerweise die Meinung der Redaktion wieder.",
    "Dieser Artikel erschien zuerst in der Inselpost.",
    "Tous droits réservés",
    "Les opinions exprimées dans cette tribune n'engagent que leur auteur.",
    "Nous utilisons des cookies pour mesurer l'audience.",
    "Todos los derechos reservados",
    "Las opiniones expresadas en este artículo no reflejan necesariamente las del diario.",
    "Riproduzione riservata",
    "Todos os direitos reservados",
    "Alle rechten voorbehouden",
    "Alla rättigheter förbehållna",
    "Wszelkie prawa zastrzeżone",
    "© ℗ Wszystkie prawa zastrzeżone",
    "Все права защищены",
    "Мнение автора может не совпадать с мнением редакции.",
    "Всі права захищено",
    "Tüm hakları saklıdır",
    "版权所有",
    "未经授权不得转载本网站的任何内容。",
    "無断転載を禁じます",
    "무단전재 및 재배포 금지",
    "جميع الحقوق محفوظة",
    "Copyright Harbour Gazette Ltd. All rights reserved.",
    "Copyright Harbour Works 2015-2031",
    "Island Newspapers © Copyright Harbour Media Services",
]

STORIES = [
    "The court reserved all its rights to hear the fishermen again.",
    "Copyright law has not changed on the islands since the radio came.",
    "Copyright lawyers from three ports met in the village hall.",
    "Copyright Ada Quill/Copyright 2031 The Harbour Press. All rights reserved",
    "The college was declared an “undesirable organization” by the government in spring.",
    "The ferry first appeared on a stamp in 1922, in blue and grey.",
    "The song was originally published in 1922 and has been sung in every bar since.",
    "Her first novel was first published by a printer on the mainland.",
    "The bakery uses cookies to lure guests off the ferry.",
    "“We use cookies to bribe the gulls,” the baker said.",
    "Standards in the harbour school have risen, the inspector wrote.",
    "The disclosure of the letters cost the minister his office.",
    "If you are in the village on Sunday you will hear the bells from the sunken church.",
    "Privacy is scarce on an island of ninety people.",
    "The views expressed at the meeting could not have been further apart, the mayor said.",
    "Correction: an earlier version of this article gave the wrong length for the ferry.",
    "Editor's note: This story was updated to add what the company said.",
    "The paper does not print letters without the writer's name, as its readers know.",
    "Die Rechte an dem Lied liegen bei der Gemeinde.",
    "Alle Rechte an der Bucht gehören seit 1870 dem Kloster, sagt der Bürgermeister.",
    "Mit ihrer Zustimmung öffnete der Lehrer am Abend die Schule.",
    "Les droits de pêche ont été vendus à un armateur du continent.",
    "Los derechos de pesca se vendieron en primavera a una empresa.",
    "I diritti di pesca furono venduti in primavera a un armatore.",
    "Права на вылов продали весной, рассказал староста.",
    "Организация помогала рыбакам с 1990-х годов.",
    "版权法在岛上三十年没有变化，村长说。",
]


def dropped(*lines: str) -> dict[str, str]:
    view = pasted("\n".join(lines))
    return struck(view, notices.judge(view))


@pytest.mark.parametrize("text", NOTICES)
def test_notices_at_the_end_go(text: str) -> None:
    assert dropped(A, B, D, text) == {text: "notice"}


@pytest.mark.parametrize("text", STORIES)
def test_sentences_of_a_story_stay(text: str) -> None:
    assert dropped(A, text, B, D, A, B, D) == {}
    assert dropped(A, B, D, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The views expressed by the crew do not necessarily reflect what the owners think, a lawyer said.",
        "This story has been told in every harbour bar since the war.",
    ],
)
def test_what_a_story_says_in_its_middle_stays(text: str) -> None:
    assert dropped(A, B, text, D, A, B, D) == {}


WARNING = "If you are in Norland, please note that you could face fines for sharing our content."


def test_a_guests_piece_may_say_in_its_middle_that_the_newsroom_thinks_otherwise() -> None:
    note = "Gastbeiträge wie dieser müssen nicht der Meinung der Redaktion entsprechen."
    lines = [A, B, D] * 4
    assert dropped(*lines, note, *lines) == {note: "notice"}


def test_a_designation_of_the_outlet_goes_with_the_warning_behind_it() -> None:
    designation = 'Harbour Radio has been declared an "undesirable organization" by the Norland government.'
    more = "To find out more, click here."
    assert dropped(A, B, D, designation, WARNING, more) == dict.fromkeys(
        (designation, WARNING, more), "notice"
    )


def test_a_designation_goes_when_the_outlet_names_itself() -> None:
    designation = 'Harbour Radio has been declared an "undesirable organization" by the Norland government.'
    declared = Declared({"publisher": (Candidate("Harbour Radio", "json-ld"),)})
    view = pasted("\n".join((A, B, D, designation)), declared)
    assert struck(view, notices.judge(view)) == {designation: "notice"}


def test_a_designation_goes_behind_the_outlets_own_description() -> None:
    name, about = "Harbour Radio", "Harbour Radio journalists report the news in nine languages on the coast."
    designation = 'Harbour Radio has been declared an "undesirable organization" by the Norland government.'
    view = through(pasted("\n".join((A, B, D, name, about, designation))), (bios.judge, notices.judge))
    assert struck(view) == {name: "author_bio", about: "author_bio", designation: "notice"}


def test_click_here_alone_is_no_notice() -> None:
    assert dropped(A, B, "To find out more, click here.", D) == {}


def test_footnotes_of_a_legal_duty_go() -> None:
    text = "* Организация признана нежелательной в Норландии."
    assert dropped(A, B, D, text) == {text: "notice"}


def test_a_placeholder_for_consent_goes_from_the_middle_of_a_page() -> None:
    view = marked_up(
        f"<body><p>{A}</p><p>Empfohlener externer Inhalt</p>"
        f"<p>An dieser Stelle finden Sie einen Inhalt von Seefunk.</p><p>{B}</p></body>"
    )
    assert stays(view, notices.judge(view)) == [A, B]


def test_small_print_outside_the_reading_has_its_reason_too() -> None:
    view = marked_up(f"<body><p>{A}</p><p>{B}</p><footer><p>© 2019 Harbour Post</p></footer></body>")
    assert struck(view, notices.judge(view)) == {"© 2019 Harbour Post": "notice"}


def test_only_one_line_belongs_to_a_notice_and_no_headline() -> None:
    more, headline = "To find out more, click here.", "Read more: Islanders ask for a bridge"
    assert dropped(A, B, D, "© 2019 Harbour Post", more, "Find out more") == {
        "© 2019 Harbour Post": "notice",
        more: "notice",
    }
    assert dropped(A, B, D, "© 2019 Harbour Post", headline) == {"© 2019 Harbour Post": "notice"}


def test_a_disclaimer_that_says_so_twice_is_one_in_the_middle_of_the_story() -> None:
    note = "Gastkommentare und Leserbriefe müssen nicht der Meinung der Redaktion der Inselpost entsprechen."
    lines = [A, B, note, D, *[f"{B} Again, for the {n}th time." for n in range(4, 9)]]
    view = marked_up("".join(f"<p>{text}</p>" for text in lines))
    assert struck(view, notices.judge(view)) == {note: "notice"}


def test_a_button_that_closes_a_window_is_a_notice_below_one_alone() -> None:
    story = f"<main><p>{A}</p><p>{B}</p></main>"

    def said(above: str, button: str) -> str | None:
        view = marked_up(f"{story}<aside class=more><p>{above}</p><button>{button}</button></aside>")
        found = notices.judge(view)
        last = len(view.blocks) - 1
        return found[last].evidence if last in found else None

    agrees = "the line is a button that agrees or declines: 'ok'"
    assert said("We use cookies to count our readers.", "OK") == agrees
    assert said("You can give five stories to friends each month.", "OK") is None
    assert said("You can give five stories to friends each month.", "Accept all") is not None
