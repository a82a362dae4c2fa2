from __future__ import annotations

import random

import pytest

from copydesk.dedup.candidates import CENTRES, CROWD, candidates, columns
from copydesk.dedup.clusters import Rank, clusters
from copydesk.dedup.compare import compare, take_apart
from copydesk.dedup.copies import CopyKind, Edge, find_copies
from copydesk.dedup.signatures import sign
from copydesk.dedup.told import Telling
from copydesk.settings import DedupSettings

SETTINGS = DedupSettings()
_WORDS = [
    a + b
    for a in ("fer", "mil", "gul", "har", "bak", "lan", "orc", "tra")
    for b in ("ro", "sta", "ven", "lim")
]


def paragraphs(seed: int, count: int = 8) -> list[str]:
    dice = random.Random(seed)
    return [
        " ".join(dice.choice(_WORDS) + str(dice.randrange(20)) for _ in range(30)) + "." for _ in range(count)
    ]


def text(parts: list[str]) -> str:
    return "\n\n".join(parts)


def copies(*texts: str) -> list[Edge]:
    ids = [f"{n:04}" for n in range(len(texts))]
    split = [one.split("\n\n") for one in texts]
    return list(find_copies(ids, [sign(one, SETTINGS) for one in split], split.__getitem__, SETTINGS).edges)


def test_stories_of_their_own_are_no_copies() -> None:
    assert copies(*(text(paragraphs(n)) for n in range(40))) == []


def test_identical_texts_are_joined_to_the_first() -> None:
    one = text(paragraphs(1))
    found = copies(one, text(paragraphs(2)), one, one)
    assert [(e.kind, e.a, e.b) for e in found] == [("exact", "0000", "0002"), ("exact", "0000", "0003")]


def test_a_few_changed_words_make_a_near_duplicate() -> None:
    story = paragraphs(1)
    changed = [story[0].replace("ferro", "punt", 1), *story[1:]]
    (edge,) = copies(text(story), text(changed))
    assert edge.kind is CopyKind.NEAR_DUPLICATE
    assert 0.7 <= edge.score < 1


@pytest.mark.parametrize(
    "edit",
    [
        lambda story: story[:3],
        lambda story: [*story[:4], *paragraphs(9, 4)],
        lambda story: [story[6], story[1], story[4], *paragraphs(9, 2)],
        lambda story: [*paragraphs(9, 3), *[p.replace("ferro", "punt") for p in story[2:7]]],
    ],
    ids=["lead", "half", "reordered", "agency copy"],
)
def test_paragraphs_dropped_added_and_reordered_are_found(edit) -> None:
    story = paragraphs(1)
    found = copies(text(story), text(edit(story)), *(text(paragraphs(n)) for n in range(20, 40)))
    assert [(e.kind, e.a, e.b) for e in found] == [(CopyKind.DERIVED, "0000", "0001")]
    assert found[0].cover >= 0.5


def test_a_line_that_a_whole_site_has_joins_nothing() -> None:
    notice = "This paper is printed on the outer islands and comes by ferry on most days of the week."
    assert copies(*(text([*paragraphs(n), notice]) for n in range(CROWD + 5))) == []


def test_order_of_the_ids_is_all_the_order_there_is() -> None:
    story = paragraphs(1)
    texts = [text(story), text([*story[:7], *paragraphs(3, 1)]), text(story[:4]), text(story)]
    found = copies(*texts)
    assert found == copies(*texts)
    assert found == sorted(found, key=lambda e: (e.a, e.b))
    assert {(e.a, e.b) for e in found} >= {("0000", "0001"), ("0000", "0002"), ("0000", "0003")}


def test_cover_is_of_the_shorter_text() -> None:
    story = paragraphs(1)
    long, short = take_apart(story, SETTINGS), take_apart(story[:2], SETTINGS)
    assert compare(long, short, SETTINGS).cover_b == compare(short, long, SETTINGS).cover_a == 1.0
    assert compare(long, take_apart([], SETTINGS), SETTINGS).cover_a == 0.0


def test_no_articles_have_no_copies() -> None:
    assert copies() == []
    assert copies("…", "…", "", "", "Too short.", "Too short.") == []


def named(texts: dict[str, list[str]], **more) -> list[Edge]:
    ids = sorted(texts)
    signatures = [sign(texts[one], SETTINGS) for one in ids]
    return list(find_copies(ids, signatures, lambda row: texts[ids[row]], SETTINGS, **more).edges)


def crowd() -> list[list[str]]:
    """More stories with one line than are all compared, copies and near-copies among them."""
    notice = "This paper is printed on the outer islands and comes by ferry on most days of the week."
    stories = [[*paragraphs(n), notice] for n in range(CROWD + 8)]
    return [*stories, [*stories[3][:5], *paragraphs(900, 1)], [stories[5][0] + " Again.", *stories[5][1:]]]


def test_what_the_articles_are_called_is_nothing() -> None:
    stories = crowd()
    told = []
    for seed in range(3):
        order = random.Random(seed).sample(range(len(stories)), len(stories))
        texts = {f"{name:04}": stories[at] for name, at in enumerate(order)}
        at_of = {f"{name:04}": at for name, at in enumerate(order)}
        told.append({(frozenset((at_of[e.a], at_of[e.b])), e.kind, e.score, e.cover) for e in named(texts)})
    assert told[0] == told[1] == told[2]
    assert {pair for pair, *_ in told[0]} == {frozenset((3, CROWD + 8)), frozenset((5, CROWD + 9))}


def test_what_is_settled_is_not_read_again() -> None:
    stories = crowd()[-12:]
    ids = [f"{at:04}" for at in range(len(stories))]
    signatures = [sign(one, SETTINGS) for one in stories]
    first = find_copies(ids, signatures, stories.__getitem__, SETTINGS)
    assert first.settled == first.fresh

    def nobody(row: int) -> list[str]:
        raise AssertionError(f"the text of {row} is asked for")

    again = find_copies(ids, signatures, nobody, SETTINGS, known=first.settled)
    assert (again.edges, again.settled, again.fresh) == (first.edges, first.settled, {})
    renamed = find_copies([f"x{one}" for one in ids], signatures, nobody, SETTINGS, known=first.settled)
    assert [(e.kind, e.score) for e in renamed.edges] == [(e.kind, e.score) for e in first.edges]


def test_paragraphs_that_are_skipped_do_not_count() -> None:
    notice = [f"{p} as this paper has it" for p in paragraphs(77, 6)]
    one, other = [*notice, *paragraphs(1, 3)], [*notice, *paragraphs(2, 3)]
    assert [e.kind for e in named({"a": one, "b": other})] == [CopyKind.DERIVED]
    skipped = {"skip": lambda _: frozenset(range(6))}
    assert named({"a": one, "b": other}, **skipped) == []
    kept = named({"a": [*one[:6], *paragraphs(1, 3)], "b": [*one[:6], *paragraphs(1, 3), "More."]}, **skipped)
    assert [(e.kind, e.cover) for e in kept] == [(CopyKind.NEAR_DUPLICATE, 1.0)]


def test_texts_are_exact_copies_by_what_counts() -> None:
    story, notices = paragraphs(1), paragraphs(77, 2)
    texts = {"a": [*story, notices[0]], "b": [*story, notices[1]], "c": ["\n".join(story), notices[1]]}
    found = named(texts, skip=lambda row: frozenset({len(texts["abc"[row]]) - 1}))
    assert found == [Edge(CopyKind.EXACT, "a", "b", 1.0, 1.0), Edge(CopyKind.EXACT, "b", "c", 1.0, 1.0)]
    assert {e.kind for e in named(texts)} == {CopyKind.NEAR_DUPLICATE, CopyKind.EXACT}


def test_the_same_words_are_no_exact_copy_where_other_lines_go() -> None:
    texts = {"a": paragraphs(1), "b": paragraphs(1)}
    assert [e.kind for e in named(texts)] == [CopyKind.EXACT]
    assert [e.kind for e in named(texts, skip=lambda _: frozenset({3}))] == [CopyKind.EXACT]
    (edge,) = named(texts, skip=lambda row: frozenset({3} if row else ()))
    assert edge.kind is CopyKind.NEAR_DUPLICATE
    assert edge.score < 1


def carried(count: int) -> list[list[str]]:
    """One story as so many outlets carry it: a word or two changed, a paragraph gone or added."""
    story, told = paragraphs(1, 12), []
    for seed in range(count):
        dice, own = random.Random(seed), list(story)
        for at in dice.sample(range(12), 2):
            own[at] = own[at].replace(own[at].split()[dice.randrange(9)], f"punt{seed}")
        own[dice.randrange(12)] = paragraphs(1000 + seed, 1)[0] if seed % 3 else ""
        told.append([one for one in own if one])
    return told


@pytest.mark.parametrize("count", [100, 400])
def test_pairs_of_a_story_that_all_carry_grow_with_the_outlets(count: int) -> None:
    table = columns([sign(one, SETTINGS) for one in carried(count)], range(count), None, SETTINGS)
    assert len(candidates(table)) <= 2 * CENTRES * count


def test_a_story_that_all_carry_is_one_cluster_whatever_the_order() -> None:
    stories = [*carried(CROWD + 22), *(paragraphs(n) for n in range(2, 8))]
    told = []
    for seed in range(2):
        order = random.Random(seed).sample(range(len(stories)), len(stories))
        edges = named({f"{name:04}": stories[at] for name, at in enumerate(order)})
        (cluster,) = clusters(edges, {f"{name:04}": Rank(None, 1) for name in range(len(stories))})
        assert sorted(order[int(one)] for one in cluster.members) == list(range(CROWD + 22))
        told.append({(frozenset((order[int(e.a)], order[int(e.b)])), e.kind, e.score) for e in edges})
    assert told[0] == told[1]
    assert len(told[0]) <= 2 * CENTRES * len(stories)


def test_a_change_of_what_is_skipped_asks_again() -> None:
    stories = {"a": paragraphs(1), "b": paragraphs(1)[:6]}
    signatures = [sign(stories[one], SETTINGS) for one in "ab"]
    first = find_copies(["a", "b"], signatures, lambda row: stories["ab"[row]], SETTINGS)
    skip = {"skip": lambda _: frozenset({0}), "known": first.settled}
    assert find_copies(["a", "b"], signatures, lambda row: stories["ab"[row]], SETTINGS, **skip).fresh


def test_dated_lines_of_a_site_make_no_candidates() -> None:
    line = "Printed on day {} of the month of {} by the paper of the outer islands for its readers."
    stories = [[*paragraphs(n, 12), line.format(n % 9, n % 5)] for n in range(150)]
    stories.append([*stories[7][:8], *paragraphs(999, 2)])
    table = columns([sign(one, SETTINGS) for one in stories], range(151), None, SETTINGS)
    assert candidates(table) == [(7, 150)]


def test_names_are_looked_for_at_the_start_of_a_text_without_end() -> None:
    told = Telling(["one word " * 100_000, "Ada Example came by."])
    assert 0 < len(told.of(0).plain) < 150_000
    assert not told.of(1).facts
