"""Sums over the whole corpus, and whether they come out even."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from copydesk.dedup.corpus import Corpus
from copydesk.errors import AccountingError
from copydesk.model import Reason
from copydesk.store.state import FileRow, State
from copydesk.write.manifest import Counts
from copydesk.write.names import UNKNOWN

_CHOSEN: Final = "FROM captures c JOIN pages p USING (source, ordinal) WHERE c.rank = 1"
_INPUTS: Final = "SELECT count(*) FROM pages"
_DUPLICATES: Final = "SELECT count(*) FROM captures WHERE rank > 1"
_REJECTED: Final = "SELECT reason, count(*) FROM pages WHERE id IS NULL GROUP BY reason ORDER BY reason"
_BLOCKS: Final = f"SELECT count(*), coalesce(sum(p.titles), 0), coalesce(sum(p.kept), 0) {_CHOSEN}"
_DROPPED: Final = """
SELECT one.key, sum(one.value) FROM captures c JOIN pages p USING (source, ordinal), json_each(p.dropped) one
WHERE c.rank = 1 GROUP BY one.key ORDER BY one.key
"""
_SITES: Final = (
    f"SELECT coalesce(p.host, '{UNKNOWN}') AS site, count(*) {_CHOSEN} GROUP BY site ORDER BY site"
)
# The article from which most can be seen: the one whose lines were struck for the most different reasons.
_SAMPLE: Final = (
    f"SELECT c.id, p.partition {_CHOSEN}"  # noqa: S608 - a constant
    " ORDER BY (SELECT count(*) FROM json_each(p.dropped)) DESC, c.id LIMIT 1"
)


def count(state: State, corpus: Corpus) -> Counts:
    """The counts of everything the state holds, captures being ranked."""
    ask = state.db.execute
    articles, titles, kept = ask(_BLOCKS).fetchone()
    struck = sum(map(len, corpus.repeats.values()))
    dropped = Counter(dict(ask(_DROPPED).fetchall())) + Counter({str(Reason.SITE_REPEAT): struck})
    return Counts(
        inputs=ask(_INPUTS).fetchone()[0],
        articles=articles,
        duplicates=ask(_DUPLICATES).fetchone()[0],
        rejected=dict(ask(_REJECTED).fetchall()),
        titles=titles,
        kept=kept - struck,
        dropped=dict(sorted(dropped.items())),
        copies=dict(sorted(Counter(str(edge.kind) for edge in corpus.edges).items())),
        clusters=len(corpus.clusters),
        sites=dict(ask(_SITES).fetchall()),
    )


def account(counts: Counts, files: Sequence[FileRow]) -> None:
    """Every input and every block is where it was counted, or `AccountingError`."""
    told = counts.articles + counts.duplicates + sum(counts.rejected.values())
    if told != counts.inputs:
        raise AccountingError(f"{told} of {counts.inputs} inputs are accounted for")
    lines = Counter[str]()
    for row in files:
        lines[row.path.split("/")[0]] += row.lines
    expected = {
        "articles": counts.articles,
        "removed": sum(counts.dropped.values()),
        "rejected.jsonl": sum(counts.rejected.values()),
        "duplicates.jsonl": counts.duplicates + sum(counts.copies.values()),
    }
    for name, number in expected.items():
        if lines[name] != number:
            raise AccountingError(f"{name} has {lines[name]} lines where {number} were counted")


def sample(state: State, files: Sequence[FileRow]) -> tuple[str, str] | None:
    """An article to read first: its file and its id."""
    row = state.db.execute(_SAMPLE).fetchone()
    if row is None:
        return None
    article_id, partition = row
    names = {file.path for file in files}
    split = [f"articles/{partition}-id{article_id[:at]}.jsonl" for at in range(1, len(article_id) + 1)]
    path = next(name for name in (f"articles/{partition}.jsonl", *split) if name in names)
    return path, article_id
