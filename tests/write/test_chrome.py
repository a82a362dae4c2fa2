from __future__ import annotations

from pathlib import Path

from toydesk import articles, lay, lines, run, tree

from copydesk.store.state import open_state
from copydesk.verify import verify

NOTICE = "You can support the work of our small newsroom with a gift of any size."
STORIES = [
    "The mill at Hollin turned again today after eleven silent years, and bread was baked before noon.",
    "A ferry ran aground off Marsk in the night, and forty sheep were carried ashore one by one by hand.",
    "Two bakers from Dunmarrow rowed around the outer islands in a tub, for a bet about a lighthouse lamp.",
]


def page(at: int, *more: str) -> str:
    story = [
        STORIES[at],
        *(f"{STORIES[at].split(',')[0]}, as {name} told us there." for name in ("Ida", "Nils", "Tove")),
    ]
    return f"url: https://quay.example/{at}\n# Story {at}\n" + "\n".join([*story, *more]) + "\n"


def test_a_later_page_takes_chrome_out_of_earlier_articles(tmp_path: Path) -> None:
    raw = lay(tmp_path / "raw", {f"{at}.txt": page(at, NOTICE) for at in range(2)})
    run(tmp_path / "clean", raw)
    assert all(NOTICE in one["text"] for one in articles(tmp_path / "clean"))

    lay(raw, {"2.txt": page(2, NOTICE)})
    summary = run(tmp_path / "clean", raw)
    assert not any(NOTICE in one["text"] for one in articles(tmp_path / "clean"))
    struck = lines(tmp_path / "clean", "removed/*/*.jsonl")
    assert {(one["stage"], one["rule"], one["reason"], one["evidence"]) for one in struck} == {
        ("corpus", "site_repeat", "site_repeat", "seen on 3 of 3 pages of this site")
    }
    assert [one["index"] for one in struck] == [5, 5, 5]
    assert summary.dropped["site_repeat"] == 3
    assert verify(tmp_path / "clean").ok


def test_only_what_changed_is_written_anew(tmp_path: Path) -> None:
    raw = lay(tmp_path / "raw", {f"{at}.txt": page(at, NOTICE) for at in range(3)})
    lay(raw, {"other.txt": page(0).replace("quay", "coast").replace("# Story", "date: 2031-05-04\n# Story")})
    run(tmp_path / "clean", raw)
    before = tree(tmp_path / "clean")
    (raw / "2.txt").unlink()
    run(tmp_path / "clean", raw)
    after = tree(tmp_path / "clean")
    assert (
        after["articles/site=quay.example/undated.jsonl"]
        != before["articles/site=quay.example/undated.jsonl"]
    )
    assert not any(name.startswith("removed/") for name in after)


def test_settled_pairs_are_kept_and_forgotten(tmp_path: Path) -> None:
    raw = lay(
        tmp_path / "raw",
        {"a.txt": page(0), "b.txt": page(0, "Nobody else had seen it turn.").replace("quay", "coast")},
    )
    run(tmp_path / "clean", raw)

    def settled() -> int:
        state = open_state(tmp_path / "clean/.copydesk/state.sqlite")
        count = state.db.execute("SELECT count(*) FROM settled").fetchone()[0]
        state.close()
        return int(count)

    assert settled() == 1
    (raw / "b.txt").unlink()
    run(tmp_path / "clean", raw)
    assert settled() == 0
