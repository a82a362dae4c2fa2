"""`copydesk copies`: the clusters of near-copies, or the copies of one article and what they share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from copydesk.cli.console import printable, safe_json, say
from copydesk.cli.holdings import Held, Holdings, Record, read_holdings
from copydesk.cli.summary import counted
from copydesk.errors import UsageError

# Of a paragraph so many characters are shown, enough to know it again.
_SHOWN = 100


def copies(
    clean: Path,
    article: str | None = None,
    /,
    *,
    as_json: Annotated[bool, Parameter(name="--json")] = False,
) -> int:
    """List the clusters of near-copies in a CLEAN folder, or the copies of one article.

    The article that stands for its cluster is marked =. Asked about one article, it shows which
    paragraphs each copy shares with it. Scores run from 0 to 1.

    Parameters
    ----------
    clean
        The folder that `copydesk ingest` wrote.
    article
        The id of an article, as it stands in CLEAN/articles.
    as_json
        Print a list of clusters, or one article with its copies, as JSON.
    """
    holdings = read_holdings(clean)
    found = listed(holdings) if article is None else copies_of(holdings, article)
    if as_json:
        say(_json(found))
    else:
        lines = _listed_lines(holdings, found) if article is None else _copy_lines(found)
        say(printable("\n".join(lines)))
    return 0


def listed(holdings: Holdings) -> dict[str, Any]:
    """All clusters, and the pairs of which one article has much of the other without being its near-copy."""
    held = holdings.articles
    pairs = [
        {"a": held[one["a"]].record(), "b": held[one["b"]].record()}
        | {"kind": one["kind"], "score": one["score"], "cover": one["cover"]}
        for one in holdings.copies
        if one["kind"] == "derived"
    ]
    return {"clusters": clusters(holdings), "derived": pairs}


def clusters(holdings: Holdings) -> list[dict[str, Any]]:
    """The clusters, the biggest first, each with its members and how they are alike."""
    groups: dict[str, list[Held]] = {}
    for one in holdings.articles.values():
        if one.cluster is not None:
            groups.setdefault(one.cluster, []).append(one)
    best = _best_edges(holdings)
    return [
        {
            "cluster_id": name,
            "size": len(members),
            "representative": next(one.id for one in members if one.of is None),
            "members": [
                one.record() | best[one.id] for one in sorted(members, key=lambda one: (one.of or "", one.id))
            ],
        }
        for name, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _best_edges(holdings: Holdings) -> dict[str, dict[str, Any]]:
    """How each article of a cluster is alike: to the one that stands for it, or else to the most alike."""
    best: dict[str, tuple[tuple[bool, float], Record]] = {}
    for edge in holdings.copies:
        if edge["b"] is None or edge["kind"] == "derived":
            continue
        for own, other in ((edge["a"], edge["b"]), (edge["b"], edge["a"])):
            rank = other == holdings.articles[own].of, edge["score"]
            if own not in best or rank > best[own][0]:
                best[own] = rank, edge
    return {
        name: {"kind": edge["kind"], "score": edge["score"], "cover": edge["cover"]}
        for name, (_, edge) in best.items()
    }


def copies_of(holdings: Holdings, article: str) -> dict[str, Any]:
    """One article, every article it shares text with, and the paragraphs they share."""
    from copydesk.dedup.compare import matched_paragraphs  # noqa: PLC0415 - brings numpy
    from copydesk.settings import DEFAULT  # noqa: PLC0415

    if article not in holdings.articles:
        raise UsageError(
            f"{holdings.clean} has no article {article}; copydesk copies {holdings.clean} names those with "
            f"copies, {holdings.clean / 'articles'} has all."
        )
    edges = [one for one in holdings.copies if one["b"] is not None and article in (one["a"], one["b"])]
    own = holdings.text(article) if edges else []
    found = []
    for edge in edges:
        other = edge["b"] if edge["a"] == article else edge["a"]
        shared = matched_paragraphs(own, holdings.text(other), DEFAULT.dedup)
        likeness = {name: edge[name] for name in ("kind", "score", "cover")}
        paragraphs = [
            {"paragraph": at, "in": to, "share": round(share, 4), "text": own[at]} for at, to, share in shared
        ]
        found.append(holdings.articles[other].record() | likeness | {"paragraphs": paragraphs})
    held = holdings.articles[article]
    captures = [
        {name: one[name] for name in ("kind", "raw_path", "added")}
        for one in holdings.copies
        if one["b"] is None and one["a"] == article
    ]
    return held.record() | {
        "cluster_id": held.cluster,
        "near_duplicate_of": held.of,
        "copies": sorted(found, key=lambda one: (-one["score"], one["id"])),
        "captures": captures,
    }


def _listed_lines(holdings: Holdings, found: dict[str, Any]) -> Iterator[str]:
    if not found["clusters"]:
        yield f"{holdings.clean}: no near-copies among {counted(len(holdings.articles), 'article')}."
    for cluster in found["clusters"]:
        yield f"{counted(cluster['size'], 'article')}, cluster {cluster['cluster_id']}"
        for one in cluster["members"]:
            mark = "=" if one["id"] == cluster["representative"] else " "
            yield f"{mark} {_named(one)}  {one['kind']} {one['score']:.2f}"
    for pair in found["derived"]:
        yield f"derived, one has {pair['cover']:.2f} of its words from paragraphs of the other"
        yield f"  {_named(pair['a'])}"
        yield f"  {_named(pair['b'])}"


def _copy_lines(found: dict[str, Any]) -> Iterator[str]:
    yield _named(found)
    if not found["copies"]:
        yield "No other article shares enough of its text to be a copy."
    for one in found["copies"]:
        yield f"{one['kind']} {one['score']:.2f}, cover {one['cover']:.2f}: {_named(one)}"
        for shared in one["paragraphs"]:
            text = shared["text"]
            yield f"    {shared['share']:.2f}  {text[:_SHOWN]}{' ...' if len(text) > _SHOWN else ''}"
    for one in found["captures"]:
        yield f"{one['kind']}: {one['raw_path']}"


def _named(one: Record) -> str:
    date = (one["date_published"] or "undated")[:10]
    return f"{one['id']}  {date:10}  {one['host'] or 'no site'}  {one['title'] or '(no title)'}"


def _json(found: Any) -> str:
    import orjson  # noqa: PLC0415 - keeps `copydesk --help` quick

    return safe_json(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
