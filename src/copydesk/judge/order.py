"""The judges in the order they are asked, and who looks at their verdicts again."""

from __future__ import annotations

from copydesk.judge import comment_walls, comments, embeds, site, template
from copydesk.judge.bios import bios
from copydesk.judge.bios.author_cards import in_author_cards
from copydesk.judge.bylines import bylines
from copydesk.judge.bylines.card_bylines import in_cards
from copydesk.judge.captions import beside, captions, photo_lists
from copydesk.judge.credits import credits
from copydesk.judge.headlines import decks, headline, standfirst
from copydesk.judge.hidden import dialogs, folded, hidden
from copydesk.judge.left_out import left_out
from copydesk.judge.left_out.elsewhere import as_elsewhere
from copydesk.judge.navigation import contents, navigation
from copydesk.judge.notices import legal_links, named, notices, walls
from copydesk.judge.pasted import (
    interviews,
    last_lines,
    live_pages,
    live_posts,
    opening_place,
    paste_edges,
    pasted_gaps,
    question_heads,
    stretch,
)
from copydesk.judge.promos import excerpts, links, promos, share_lists, stories, table_buttons, teasers
from copydesk.judge.repeats import repeats
from copydesk.judge.sisters import as_sisters
from copydesk.judge.story import (
    box_heads,
    claims,
    endings,
    entries,
    fellows,
    gaps,
    introduced,
    labelled_fellows,
    mid_story,
    over_links,
    set_posts,
    stranded,
    subheads,
)
from copydesk.judge.subjects import sections, subject_links
from copydesk.judge.view import Judge, SecondLook

# The first verdict on a block stands. What the page or its site says outright comes first; what a line's
# shape suggests comes last, when the certain lines around it are known. The last ones name what the reading
# drops, and keep what stands in the story and has no other name.
JUDGES: tuple[Judge, ...] = (
    folded.judge,
    hidden.judge,
    dialogs.judge,
    site.judge,
    headline.judge,
    claims.judge,
    subject_links.judge,
    stories.judge,
    teasers.judge,
    contents.judge,
    repeats.judge,
    live_posts.judge,
    captions.judge,
    photo_lists.judge,
    comments.judge,
    bylines.judge,
    credits.judge,
    share_lists.judge,
    sections.judge,
    bios.judge,
    notices.judge,
    legal_links.judge,
    walls.judge,
    comment_walls.judge,
    promos.judge,
    table_buttons.judge,
    named.judge,
    navigation.judge,
    introduced.judge,
    links.judge,
    excerpts.judge,
    template.judge,
    standfirst.judge,
    decks.judge,
    stretch.judge,
    subheads.judge,
    mid_story.judge,
    set_posts.judge,
    fellows.judge,
    opening_place.judge,
    live_pages.judge,
    interviews.judge,
    last_lines.judge,
    endings.judge,
    beside.judge,
    box_heads.judge,
    left_out.judge,
    labelled_fellows.judge,
    over_links.judge,
    embeds.judge,
    stranded.judge,
    entries.judge,
    gaps.judge,
    paste_edges.judge,
    pasted_gaps.judge,
    question_heads.judge,
)

# What only the verdicts on all lines of the page tell. What is said of an author may have been told by a copy
# elsewhere: then the name above is of the card, so that is asked twice.
SECOND_LOOKS: tuple[SecondLook, ...] = (in_cards, in_author_cards, as_elsewhere, in_author_cards, as_sisters)
