"""What is no label of an image, though it says the same."""

from __future__ import annotations

from captions_told import A, B
from viewing import marked_up

from copydesk.judge.captions import captions


def test_a_link_to_a_part_of_the_site_is_no_label_of_an_image() -> None:
    def told(way: str) -> int:
        label = f"<div><a href={way}>Explore charts &gt;&gt;</a></div>"
        return len(captions.judge(marked_up(f"<main><p>{A}</p>{label}<p>{B}</p></main>")))

    assert [told(way) for way in ("/charts/", "/charts/2031/tides", "/tides.png", "#")] == [0, 1, 1, 1]
