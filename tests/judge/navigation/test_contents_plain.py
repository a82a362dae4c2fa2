from __future__ import annotations

from viewing import marked_up

from copydesk.judge.navigation import contents
from copydesk.model import Reason

A = "The ferry to Port Ellen sank on Tuesday after its engine had failed far out at sea, police said."
PARTS = ("The crossing", "The rescue", "What comes next")
STORY = "".join(f"<h2>{part}</h2><p>{A} {part}.</p>" for part in PARTS)


def gone(above: str, story: str = STORY) -> list[str]:
    view = marked_up(f"<h1>Ferry sinks</h1><p>{A}</p>{above}<p>{A}</p>{story}")
    found = contents.judge(view)
    assert {verdict.reason for verdict in found.values()} <= {Reason.NAVIGATION}
    return [view.blocks[i].text for i in found]


def items(*texts: str, name: str = "") -> str:
    return f"<ul class='{name}'>" + "".join(f"<li><span>{text}</span></li>" for text in texts) + "</ul>"


def test_a_list_without_links_is_of_contents_by_its_name_or_by_the_line_above() -> None:
    for name in ("toc-table", "story-TOCList", "table-of-contents-ul"):
        assert gone(items(*PARTS, name=name)) == list(PARTS)
    assert gone("<p>In this article</p>" + items(*PARTS)) == list(PARTS)
    assert gone("<p>Three parts make the story</p>" + items(*PARTS)) == []
    assert gone(items(*PARTS, name="stock")) == []


def test_most_of_its_entries_are_in_the_words_of_headings() -> None:
    assert gone(items(*PARTS, "Who pays", name="toc")) == [*PARTS, "Who pays"]
    assert gone(items(*PARTS, "Who pays", "Who sails", name="toc")) == []
    assert gone(items(*PARTS[:2], name="toc")) == []


def test_ways_back_stand_at_heading_after_heading() -> None:
    back = STORY.replace("</h2>", "</h2><span>(Up)</span>")
    assert gone("", back) == ["(Up)"] * 3
    assert gone("", back.replace("(Up)", "Pros")) == []
    assert gone("", STORY.replace("</h2>", "</h2><span>(Up)</span>", 2)) == []
    assert gone("", STORY.replace("<p>", "<p>Calm</p><p>Up</p><p>")) == []
