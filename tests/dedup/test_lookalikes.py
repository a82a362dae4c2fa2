"""Copies after a newsroom's edits are found; articles made from one form are not taken for copies."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from edits import EDITS, MORE, Pool, Story
from lookalikes import FORMS, family

from copydesk.dedup import matched_paragraphs, near_copies
from copydesk.dedup.clusters import Rank, clusters, sources
from copydesk.dedup.copies import CopyKind, Edge, find_copies
from copydesk.dedup.signatures import sign_all
from copydesk.settings import DedupSettings

SETTINGS = DedupSettings()


def story(seed: int) -> Story:
    """A long story: an article of four families each, told one after the other."""
    names = random.Random(seed).sample(sorted(FORMS), 4)
    return [paragraph for name in names for paragraph in family(name, 1, strict=False, seed=seed)[0]]


def edges(stories: list[Story]) -> list[Edge]:
    ids = [f"{at:04}" for at in range(len(stories))]
    return list(find_copies(ids, sign_all(stories, SETTINGS), stories.__getitem__, SETTINGS).edges)


OTHERS = [story(seed) for seed in range(100, 130)]
POOL = Pool([w for s in OTHERS for p in s for w in p.split()], [p for s in OTHERS for p in s])


@pytest.mark.parametrize("name", [*EDITS, *MORE])
def test_edited_copies_are_found(name: str) -> None:
    dice = random.Random(1)
    bases = [story(seed) for seed in range(20)]
    copies = [{**EDITS, **MORE}[name](base, POOL, dice) for base in bases]
    found = {(edge.a, edge.b) for edge in edges([*bases, *copies])}
    own = {(f"{at:04}", f"{at + 20:04}") for at in range(20)}
    assert len(found & own) >= (15 if name == "words 30 %" else 19)
    assert found <= own


@pytest.mark.parametrize("strict", [True, False], ids=["one wording", "own wordings"])
@pytest.mark.parametrize("name", FORMS)
def test_look_alikes_are_no_copies(name: str, strict: bool) -> None:
    assert edges(family(name, 14, strict=strict, seed=7)) == []


def test_a_form_does_not_hide_a_copy() -> None:
    reports = family("match report", 12, strict=True, seed=3)
    again = [reports[4][0].replace("beat", "saw off"), *reports[4][1:]]
    (edge,) = edges([*reports, again])
    assert (edge.kind, edge.a, edge.b) == (CopyKind.NEAR_DUPLICATE, "0004", "0012")


def test_round_ups_and_live_blogs_chain_nothing_together() -> None:
    one, other = story(1), story(2)
    round_up = [*one[: 3 * len(one) // 4], *other[: 3 * len(other) // 4]]
    live = [round_up[0], *story(3)[:2], *one[5:8], *other[5:8]]
    found = edges([one, other, round_up, live])
    assert {edge.kind for edge in found} == {CopyKind.DERIVED}
    ranks = {f"{at:04}": Rank(None, 100 - at) for at in range(4)}
    assert clusters(found, ranks) == []
    assert "0001" not in sources(found, ranks)


def test_the_paragraphs_two_articles_share_are_named() -> None:
    one = story(4)
    other = [*story(5)[:3], *one[2:5], " ".join(one[6:8])]
    matches = matched_paragraphs(one, other, SETTINGS)
    assert [(match.a, match.b) for match in matches] == [(2, 3), (3, 4), (4, 5), (6, 6), (7, 6)]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    ferry = "周一早上开往外岛的渡轮再次晚点四十分钟，船主在一份声明中表示，这是今年春天以来的第九次延误。"
    crane = "港口的新起重机本周开始装卸第一批货物，市长说这项工程比原计划提前两个月完成，费用也更低。"
    cake = "面包师用当地的面粉和黄油做了一个三米高的蛋糕，孩子们排队等了两个小时才吃到第一口。"
    late = ferry.replace("再次", "又一次")
    found = near_copies(
        [("a", f"{ferry}\n\n{crane}"), ("b", f"{late}\n\n{crane}"), ("c", f"{cake}\n\n{cake}好")]
    )
    assert [(edge.a, edge.b) for edge in found.edges] == [("a", "b")]


def test_the_seed_of_hashing_changes_nothing() -> None:
    code = (
        "from copydesk.dedup import near_copies; import random; d = random.Random(1)\n"
        "base = [' '.join(f'Word{d.randrange(300)}' for _ in range(30)) for _ in range(8)]\n"
        "texts = ['\\n\\n'.join(d.sample(base, 5)) for _ in range(12)]\n"
        "print(near_copies(texts))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "Edge(" in told.pop()
