from __future__ import annotations

import pytest
from viewing import marked_up, stays, struck, through

from copydesk.judge.headlines import headline
from copydesk.judge.promos import stories

STORY = [
    f"The ferry to Hollin lay in the harbour of Dunmarrow for day {day} on Monday, while its owner looked "
    f"for a captain who knows the shallows off the island as well as the last one did."
    for day in range(3, 8)
]
NEXT = [line.replace("ferry", "tram").replace("Hollin", "Vessby") for line in STORY[:2]]
POSTS = [line.replace("ferry", "pilot boat") for line in STORY]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


OWN = f"<article><h1>Ferry waits for a captain</h1>{paragraphs(STORY)}</article>"
OTHER = f"<article><h2>Tram waits too</h2><p>By Ann Lee</p>{paragraphs(NEXT)}</article>"


def test_a_second_story_in_an_article_of_its_own_goes_whole() -> None:
    view = through(marked_up(f"<main>{OWN}{OTHER}<p>Share</p></main>"), [headline.judge, stories.judge])
    assert stays(view) == ["Ferry waits for a captain", *STORY, "Share"]
    assert set(struck(view).values()) == {"promo"}


def test_an_article_of_a_box_that_the_reading_left_out_is_not_its_matter() -> None:
    box = f"<aside class=more>{OTHER}</aside>"
    assert stories.judge(through(marked_up(OWN + box), [headline.judge])) == {}


@pytest.mark.parametrize(
    "body",
    [
        # the headline stands by itself, or in an article with a summary alone
        f"<h1>Ferry waits for a captain</h1><article>{paragraphs(STORY)}</article>",
        f"<article><h1>Ferry waits for a captain</h1>{paragraphs(STORY[:1])}</article>{OTHER}",
        # parts of the article, and the posts of a live blog
        OWN.replace("</article>", f"{OTHER}</article>"),
        OWN + "".join(f"<article><h2>10:0{at}</h2><p>{post}</article>" for at, post in enumerate(POSTS)),
        # one that has no prose
        OWN + "<article><h2>Tram waits too</h2></article>",
    ],
)
def test_parts_of_one_story_stay(body: str) -> None:
    assert stories.judge(through(marked_up(body), [headline.judge])) == {}


def test_the_article_with_the_headline_is_the_story_where_the_reading_took_another() -> None:
    html = f"<main><section>{OWN}</section><div class=more><p>Share</p></div>{OTHER}</main>"
    view = through(marked_up(html, outside="section *, div.more"), [headline.judge, stories.judge])
    assert [view.blocks[i].text for i, v in view.verdicts.items() if v.keep] == [
        "Ferry waits for a captain",
        *STORY,
    ]
    assert set(struck(view)) == {"Tram waits too", "By Ann Lee", *NEXT}
