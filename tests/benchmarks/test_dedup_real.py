"""Labelled texts beside a truth: what is counted as right and wrong, and what is refused. Our own fiction."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")
pytest.importorskip("rouge_score")
pytest.importorskip("nltk")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import dedup_real

from copydesk.dedup import CopyKind

FERRY = [
    "The ferry to the outer islands will not sail before Easter, its owner Mara Quist said on Monday.",
    "A crack was found in the hull of the Tern when she was lifted out of the water at Ostby last week.",
    "Some 400 people live on the three islands, and most of what they eat comes with the ferry.",
    '"We have hired a fishing boat for the post and the milk," Quist told the Harbour Agency.',
    "The yard in Ostby says that the plates it needs will be there in the second half of March.",
]
MARKET = [
    "The covered market of Wexley opens again on Saturday after eleven months, the council said on Monday.",
    "Its roof had been taken down when a beam came loose above the fish stalls in the gales of May.",
    "Forty of the sixty traders come back, and the others have found rooms in the streets around it.",
]
PAPER = ["By our own staff", *FERRY[:4], "The council meets on Thursday to talk of who pays for the boat."]


def _folder(root: Path) -> Path:
    rows = {"sent": FERRY, "printed": PAPER, "market": MARKET}
    gold = root / "agency" / "gold.jsonl"
    gold.parent.mkdir()
    gold.write_text(
        "\n".join(
            json.dumps({"id": name, "url": f"https://{name}.example/story", "bodies": ["\n".join(text)]})
            for name, text in rows.items()
        ),
        encoding="utf-8",
    )
    return root


def _truth(root: Path, pairs: object) -> Path:
    path = root / "truth.json"
    path.write_text(json.dumps({"pairs": pairs, "read by": "two people"}), encoding="utf-8")
    return path


def test_pairs_are_counted_by_list_and_kind(tmp_path: Path) -> None:
    texts = dedup_real.real_texts(_folder(tmp_path))
    pairs = {
        "copies": [["agency/sent", "agency/printed"]],
        "lookalikes": [["agency/sent", "agency/market"], ["agency/printed", "agency/market"]],
    }
    known = dedup_real.read_truth(_truth(tmp_path, pairs), frozenset(text.name for text in texts))
    found = dedup_real.link(texts)
    copies = dedup_real.tally(known["copies"], found)
    assert (copies.pairs, copies.linked) == (1, 1)
    assert set(copies.kinds) <= {CopyKind.NEAR_DUPLICATE, CopyKind.DERIVED}
    lookalikes = dedup_real.tally(known["lookalikes"], found)
    assert (lookalikes.pairs, lookalikes.linked) == (2, 0)


def test_what_is_wrong_is_named_and_what_is_told_is_not_printed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _folder(tmp_path)
    pairs = {
        "copies": [["agency/sent", "agency/market"]],
        "lookalikes": [["agency/printed", "agency/sent"]],
    }
    dedup_real.print_real(folder, _truth(tmp_path, pairs))
    told = capsys.readouterr().out
    assert "copies that are not linked: 1\n    agency/market and agency/sent: score 0.0" in told
    assert "look-alikes that are: 1\n    agency/printed and agency/sent: score" in told
    assert "https://" not in told


def test_without_a_truth_every_linked_pair_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dedup_real.print_real(_folder(tmp_path), None)
    told = capsys.readouterr().out
    assert "two hosts" in told
    assert "https://printed.example/story\n    https://sent.example/story" in told


@pytest.mark.parametrize(
    ("pairs", "why"),
    [
        ({"copies": [["agency/sent", "agency/lost"]]}, "no such text: agency/lost"),
        ({"copies": [["agency/sent"]]}, "no lists of pairs"),
        ({"copies": [["agency/sent", "agency/sent"]]}, "no lists of pairs"),
        ([["agency/sent", "agency/market"]], "no lists of pairs"),
        (
            {"copies": [["agency/sent", "agency/market"]], "lookalikes": [["agency/market", "agency/sent"]]},
            "are in copies and in lookalikes",
        ),
    ],
)
def test_a_truth_that_would_mislead_is_refused(tmp_path: Path, pairs: object, why: str) -> None:
    names = frozenset({"agency/sent", "agency/printed", "agency/market"})
    with pytest.raises(dedup_real.TruthError, match=why):
        dedup_real.read_truth(_truth(tmp_path, pairs), names)
