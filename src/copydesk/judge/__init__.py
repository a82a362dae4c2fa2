"""The judges in the order they are asked: the first verdict on a block stands."""

from __future__ import annotations

from copydesk.judge import (
    beside,
    bios,
    bylines,
    captions,
    comments,
    contents,
    credits,
    endings,
    fellows,
    headline,
    hidden,
    left_out,
    links,
    named,
    navigation,
    notices,
    promos,
    repeats,
    sections,
    site,
    standfirst,
    stories,
    stretch,
    subheads,
    template,
    walls,
)
from copydesk.judge.view import Judge

# What the page or its site says outright comes first; what a line's shape suggests comes last, when
# the certain lines around it are known. The last one only names what the reading drops.
JUDGES: tuple[Judge, ...] = (
    hidden.judge,
    site.judge,
    headline.judge,
    stories.judge,
    contents.judge,
    repeats.judge,
    captions.judge,
    comments.judge,
    bylines.judge,
    credits.judge,
    sections.judge,
    bios.judge,
    notices.judge,
    walls.judge,
    promos.judge,
    named.judge,
    navigation.judge,
    links.judge,
    template.judge,
    standfirst.judge,
    stretch.judge,
    subheads.judge,
    fellows.judge,
    endings.judge,
    beside.judge,
    left_out.judge,
)
