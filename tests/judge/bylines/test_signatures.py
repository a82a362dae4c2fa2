from __future__ import annotations

import pytest
from bylines_told import TITLE, A, B, C, D, verdicts
from viewing import marked_up, pasted

from copydesk.extract.declared import Candidate, Declared
from copydesk.judge.bylines import bylines
from copydesk.judge.edges import edges_of
from copydesk.model import Reason


@pytest.mark.parametrize(
    ("line", "names"),
    [
        *((line, ()) for line in ("M.Q.", "M.Q./J.R.", "A.B.C.", "(mqr)", "(mq/jr)")),
        ("mqr, jr; Foto: Example; zuerst erschienen: 4.4.31", ("mqr", "jr")),
        ("Mara Quill mara@gazette.example", ("Mara Quill",)),
        ("칼럼니스트 나하늘 sky@gazette.example", ("나하늘",)),
    ],
)
def test_initials_behind_the_story_are_a_signature(line: str, names: tuple[str, ...]) -> None:
    judged = verdicts(TITLE, A, B, C, D, line)
    assert judged[line].reason is Reason.BYLINE
    assert judged[line].facts == tuple(("authors", name) for name in names)
    assert line not in verdicts(TITLE, A, line, B, C, D)


def test_the_outlet_and_a_name_in_brackets_behind_the_story_are_a_signature() -> None:
    own = Declared({"publisher": (Candidate("Island Gazette", "og:site_name"),)})
    for signed, authors in (("Island Gazette (mq)", []), ("Island Gazette (Mara Quill)", ["Mara Quill"])):
        view = pasted("\n\n".join([TITLE, A, B, C, signed]), own)
        verdict = bylines.judge(view)[len(view.blocks) - 1]
        assert verdict.reason is Reason.BYLINE
        assert [value for name, value in verdict.facts if name == "authors"] == authors
        assert len(view.blocks) - 1 not in bylines.judge(pasted("\n\n".join([TITLE, A, B, C, signed])))


def test_a_few_letters_behind_the_story_are_a_signature_where_their_element_says_so() -> None:
    story = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in (A, B, C, D))
    for last, reason in (("story__author", Reason.BYLINE), ("story__more", None)):
        view = marked_up(f"<article>{story}<p class={last}>mqr</p></article>", outside=f".{last}")
        verdict = bylines.judge(view).get(len(view.blocks) - 1)
        assert (verdict and verdict.reason) is reason


def test_what_a_page_hides_parts_no_signature_from_the_story() -> None:
    story = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in (A, B, C, D))
    for attribute, told in (("hidden", True), ("", False)):
        labels = "".join(f"<p {attribute}>Share on network {n}</p>" for n in range(6))
        view = marked_up(f"<main>{story}{labels}<p>(mqr)</p></main>")
        assert edges_of(view).in_tail(len(view.blocks) - 1) is told


def test_the_outlet_s_name_twice_names_nobody() -> None:
    own = Declared({"publisher": (Candidate("Island Gazette", "og:site_name"),)})
    view = pasted("\n\n".join([TITLE, A, B, C, "Island Gazette (Island Gazette)"]), own)
    assert len(view.blocks) - 1 not in bylines.judge(view)
