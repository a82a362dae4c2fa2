from __future__ import annotations

from viewing import marked_up, pasted, struck, through

from copydesk.extract.declared import Candidate, Declared
from copydesk.extract.signals import POST_TIME
from copydesk.judge.bylines import bylines
from copydesk.judge.headlines import headline
from copydesk.model import Reason, Verdict

TITLE = "Ferry Sinks Off Port Ellen In Thick Fog"
A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
B = "Passengers spent the night in the village hall, where volunteers served soup and bread to them."
C = "A replacement ferry is due on Friday, the company said, and tickets stay valid until then."
TIMES = ("7:49PM", "8:02PM", "8.15 pm", "20:31")
D = "Divers will go down to the wreck as soon as the wind has dropped, the harbour master told us."


def verdicts(*lines: str) -> dict[str, Verdict]:
    view = through(pasted("\n\n".join(lines)), [headline.judge])
    return {view.blocks[i].text: v for i, v in bylines.judge(view).items()}


def test_the_age_of_a_post_is_a_byline_within_the_story() -> None:
    line = "2 hours ago10:05 Jane Doe"
    assert verdicts(TITLE, A, B, C, line, D)[line].reason is Reason.BYLINE
    assert verdicts(TITLE, A, B, C, "21 mins ago11:48 Jane Doe", D)
    assert not verdicts(TITLE, A, B, C, "It began 2 hours ago in Port Ellen", D)


def test_who_wrote_another_story_is_no_byline_of_this_one() -> None:
    other = "<aside class=more><h3><a href=/b>Ferry back in service</a></h3><p>By John Roe</p></aside>"
    declared = Declared({"authors": (Candidate("Jane Doe", "json-ld"),)})
    view = marked_up(f"<h1>{TITLE}</h1><p>By Jane Doe<p>{A}<p>{B}<p>{C}<p>{D}{other * 3}", declared=declared)
    judged = bylines.judge(through(view, [headline.judge]))
    assert [view.blocks[i].text for i in judged] == ["By Jane Doe"]


def test_who_wrote_a_story_that_a_box_within_this_one_links_to_is_no_byline_of_it() -> None:
    box = "<aside class=more><p><a href=/b>Ferry back after a week</a></p><p>By John Roe</p></aside>"
    declared = Declared({"authors": (Candidate("Jane Doe", "json-ld"),)})
    story = f"<p>{A}</p><p>{B}</p><p>{C}</p>"
    for above in (story, f"<p>{A}</p>"):
        view = marked_up(f"<h1>{TITLE}</h1><p>By Jane Doe</p>{above}{box}{story}<p>{D}", declared=declared)
        judged = bylines.judge(through(view, [headline.judge]))
        assert [view.blocks[i].text for i in judged] == ["By Jane Doe"]


def test_times_alone_on_lines_that_the_reading_leaves_out_are_those_of_posts() -> None:
    posts = "".join(f"<p class=time>{at}</p><p>{D}</p>" for at in TIMES)
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}{posts}<p>{B}", outside="p.time")
    judged = bylines.judge(through(view, [headline.judge]))
    assert {view.blocks[i].text: v.rule for i, v in judged.items()} == dict.fromkeys(TIMES, "post_time")
    table = marked_up(f"<h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}{posts}<p>{B}")
    assert "post_time" not in {v.rule for v in bylines.judge(through(table, [headline.judge])).values()}


def test_prices_are_no_times() -> None:
    assert POST_TIME.fullmatch("9:43PM")
    assert POST_TIME.fullmatch("$99.99") is None
    assert POST_TIME.fullmatch("$9.59") is None


def test_days_beside_links_behind_the_story_and_lengths_of_recordings_are_no_bylines() -> None:
    head = "<article><h1>Ferry stays in port</h1><p>1:53</p><p>By Ada Quill</p>"
    body = "".join(
        f"<p>The ferry was towed home on Monday, and nobody was hurt, police said ({n}).</p>"
        for n in range(4)
    )
    other = "<div class=x><a href=/x>Harbour wall holds through the night</a><p>May 3, 2031</p></div>"
    view = marked_up(f"{head}{body}</article>{other}", outside="div.x")
    said = struck(view, bylines.judge(through(view, [headline.judge])))
    assert said.get("By Ada Quill") == "byline"
    assert "May 3, 2031" not in said


def test_times_with_who_wrote_the_post_are_those_of_posts_too() -> None:
    signed = ("15:51Ann Lee", "20:42KEY EVENT", "7:49pm Ann Lee", "20.31 | John Roe")
    posts = "".join(f"<p class=time>{at}</p><p>{D}</p>" for at in signed)
    view = marked_up(f"<h1>{TITLE}</h1><p>{A}<p>{B}<p>{C}{posts}<p>{B}", outside="p.time")
    judged = bylines.judge(through(view, [headline.judge]))
    assert {view.blocks[i].text for i in judged} == set(signed)
    assert not any(verdict.facts for verdict in judged.values())
