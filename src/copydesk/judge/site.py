"""What the profile of a page's site says of its blocks: known lines and places, facts, exceptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copydesk.extract.dates.dates import Locale
from copydesk.judge.headlines.announced import announced_headlines
from copydesk.judge.site_fields import STAGE, facts_of, field_verdicts
from copydesk.judge.subjects.tag_links import linked_subjects
from copydesk.judge.view import View
from copydesk.model import Reason, Verdict, dropped, kept
from copydesk.sites.choose import choose_version
from copydesk.sites.lines import Hit
from copydesk.sites.patterns import MAX_LINE
from copydesk.sites.records import Rule, Rules, SiteProfile, Version

# A sentence of this many words is taken for the story's own; what a site prints around it is shorter
# or has a rule of its own.
_PROSE_WORDS = 12
# `top` is up to the second sentence-like line from above, `bottom` the same from below: a caption and a
# standfirst above, a bio and a notice below, look like prose too.
# `start` and `end` are stricter: beyond the first and the last of these lines, and for `start` also
# above the line that says where the story was filed.
_EDGE = 2
# What follows a label such as "SEE ALSO:" is a headline, not a paragraph.
_FOLLOWING_WORDS = 25

# Part of the story's words from which on what takes them is no box beside it.
_MOST_OF_STORY = 0.5


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule that fits a block, and how."""

    rule: Rule
    hit: Hit


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the rules of all versions see on a page: by block, rules by number, and selectors."""

    hits: dict[int, dict[int, Hit]]
    sources: dict[int, frozenset[str]]


_ByBlock = dict[int, list[_Found]]


def judge(view: View) -> dict[int, Verdict]:
    """The verdicts of the page's site profile, in the version that fits the page."""
    profile = view.profile
    if profile is None or not profile.versions:
        return {}
    seen = _seen(view, profile.rules)

    # What all versions have tells none from the others.
    shared = set.intersection(*map(set, profile.rules.places.values()))

    def fits(version: Version) -> int:
        own = profile.rules.places[version.name].keys() - shared
        return sum(not own.isdisjoint(hits) for hits in seen.hits.values())

    version = choose_version(profile, view.page, view.declared, fits)
    return _apply(view, profile, version, seen)


def _apply(view: View, profile: SiteProfile, version: Version, seen: _Seen) -> dict[int, Verdict]:
    """The verdicts of one version."""
    origin = f"{profile.host}/{version.name}"
    verdicts = field_verdicts(view, version, origin, seen.sources)
    found = _found(view, profile.rules, version, seen)
    for at in announced_headlines(view) & found.keys():
        found[at] = [each for each in found[at] if not _promotes(each.rule)]
    prose = _prose(view, found)
    stretch = _Stretch(prose, frozenset(at for at in prose if _droppable(found.get(at, ()))), origin)
    for at, many in found.items():
        below = view.lines[at + 1].text if at + 1 < len(view.lines) else ""
        fitting = next((f for f in many if stretch.holds(f.rule, at, verdicts.get(at - 1), below)), None)
        if fitting and at not in verdicts:
            facts = _rule_facts(view, at, fitting, Locale(timezone=profile.timezone))
            verdicts[at] = _made(fitting.rule, fitting.hit, origin, facts)
            stretch.note(at, verdicts[at])
    heads = dict(_heads(verdicts, found, origin))
    return {**_with_heads(view, heads, verdicts, origin, prose), **verdicts}


def _with_heads(
    view: View, heads: dict[int, Rule], verdicts: dict[int, Verdict], origin: str, prose: list[int]
) -> dict[int, Verdict]:
    """The verdicts of the blocks that go with others, without those that have one of their own."""
    carried: dict[int, Verdict] = {}
    for at, rule in heads.items():
        named = _names_subjects(rule)
        for other, verdict in _carried(view, at, rule, origin, prose):
            # What is behind another label is that one's, and a line with a verdict ends a list of subjects.
            if _heads_others(heads.get(other), rule) or (named and other in verdicts):
                break
            facts = (("tags", view.lines[other].text),) if named else ()
            carried.setdefault(other, replace(verdict, facts=facts))
    return carried


def _seen(view: View, rules: Rules) -> _Seen:
    sources = rules.css.around(view.page.elements)
    hits: dict[int, dict[int, Hit]] = {}
    for at, line in enumerate(view.lines):
        fitting = {hit.number: hit for hit in rules.lines.hits(line)}
        # Sorted: the selector told as evidence must not hang on the order of a set.
        picked = sorted(sources.get(at, ()))
        around = {n: source for source in picked for n in rules.by_source.get(source, ())}
        for number, source in around.items():
            if not rules.every[number].line:
                fitting[number] = Hit(number, f"selector {source!r}", line.text)
        # A rule with a selector and a line test wants both.
        fitting = {n: hit for n, hit in fitting.items() if not rules.every[n].css or n in around}
        if fitting:
            hits[at] = fitting
    return _Seen(_without_drifted(view, rules, hits), sources)


def _without_drifted(view: View, rules: Rules, hits: dict[int, dict[int, Hit]]) -> dict[int, dict[int, Hit]]:
    """Hits without those of selectors that would drop most of the story: they mean something else by now."""
    if view.pasted or not view.in_reading:
        return hits
    words: Counter[int] = Counter()
    story = 0
    for at, line in enumerate(view.lines):
        if not view.in_reading[at] or not line.sentence or line.word_count < _PROSE_WORDS:
            continue
        story += line.word_count
        for number in hits.get(at, ()):
            rule = rules.every[number]
            words[number] += line.word_count if rule.css and not rule.line and rule.reason is not None else 0
    drifted = {number for number, taken in words.items() if taken > _MOST_OF_STORY * story}
    if not drifted:
        return hits
    left = {at: {n: hit for n, hit in own.items() if n not in drifted} for at, own in hits.items()}
    return {at: own for at, own in left.items() if own}


def _found(view: View, rules: Rules, version: Version, seen: _Seen) -> _ByBlock:
    """By block, the rules of a version that fit it, in the order of the profile."""
    every = rules.places[version.name]
    places = {n: place for n, place in every.items() if view.pasted or not rules.every[n].pasted}
    found: _ByBlock = {}
    for at, hits in seen.hits.items():
        numbers = sorted((n for n in hits if n in places), key=lambda n: places[n])
        if numbers:
            found[at] = [_Found(rules.every[n], hits[n]) for n in numbers]
    return found


def _prose(view: View, found: _ByBlock) -> list[int]:
    """The blocks that read like the story: sentences in the extractor's reading that no rule speaks of."""
    reading = view.in_reading if any(view.in_reading) else ()
    return [
        at
        for at, line in enumerate(view.lines)
        if line.word_count >= _PROSE_WORDS
        and line.sentence
        and at not in view.verdicts
        and (not reading or reading[at])
        and not any(_unconditional(f.rule) for f in found.get(at, ()))
    ]


def _droppable(many: Iterable[_Found]) -> bool:
    return any(each.rule.reason is not None for each in many)


def _names_subjects(rule: Rule) -> bool:
    """Whether the lines behind a label are the page's subjects, one each."""
    return rule.fact == "tags" and rule.following > 0 and not rule.css


def _unconditional(rule: Rule) -> bool:
    """Whether a rule drops what it fits wherever that stands."""
    return rule.reason is not None and rule.where == "anywhere" and not rule.after and rule.next is None


def _promotes(rule: Rule) -> bool:
    """Whether a rule takes a line for a promo by its words alone."""
    return rule.reason is Reason.PROMO and not rule.css


class _Stretch:
    """Where the story stands among the blocks, as far as it is known."""

    def __init__(self, prose: list[int], droppable: frozenset[int], origin: str) -> None:
        self.prose = prose
        self.droppable = droppable
        self.origin = origin
        self.filed: int | None = None

    def note(self, at: int, verdict: Verdict) -> None:
        """Take in a verdict: the first line with a place ends what stands above the story."""
        if self.filed is None and any(name == "dateline" for name, _ in verdict.facts):
            self.filed = at

    def holds(self, rule: Rule, at: int, before: Verdict | None, below: str) -> bool:
        """Whether a rule may speak of a block where it stands, between a decided block and a line."""
        if rule.after and (
            before is None or before.rule not in {f"{self.origin}:{name}" for name in rule.after}
        ):
            return False
        if rule.next is not None and not (len(below) <= MAX_LINE and rule.next.fullmatch(below)):
            return False
        return self._in_place(rule, at)

    def _in_place(self, rule: Rule, at: int) -> bool:
        above = sum(p < at for p in self.prose)
        behind = sum(p > at for p in self.prose)
        if rule.rest and not above:
            return False
        if rule.where == "start":
            return not above and (self.filed is None or at < self.filed)
        if rule.where == "end":
            return not any(p > at and p not in self.droppable for p in self.prose)
        return (above if rule.where == "top" else behind if rule.where == "bottom" else 0) <= _EDGE


def _heads(verdicts: dict[int, Verdict], found: _ByBlock, origin: str) -> Iterator[tuple[int, Rule]]:
    """The blocks that other blocks go with, each with the rule that says so."""
    for at, verdict in verdicts.items():
        rule = next((f.rule for f in found.get(at, ()) if verdict.rule == f"{origin}:{f.rule.name}"), None)
        if rule is not None and (rule.following or rule.rest):
            yield at, rule


def _heads_others(rule: Rule | None, carrying: Rule) -> bool:
    """Whether a block among those that go with one heads some of its own: subjects below other stories."""
    return rule is not None and rule.following > 0 and rule.reason is not carrying.reason


def _carried(view: View, at: int, rule: Rule, origin: str, prose: list[int]) -> Iterator[tuple[int, Verdict]]:
    """The blocks that go with one: those right behind a label, or all that come after it."""
    head = view.lines[at].text
    last = len(view.blocks) if rule.rest else at + 1 + rule.following
    for other in range(at + 1, min(last, len(view.blocks))):
        line = view.lines[other]
        if not rule.rest and (other in prose or (line.sentence and line.word_count >= _FOLLOWING_WORDS)):
            return
        evidence = f"comes after {head!r}"
        yield other, _made(rule, Hit(0, evidence, line.text), origin, ())


def _rule_facts(view: View, at: int, found: _Found, locale: Locale) -> tuple[tuple[str, str], ...]:
    """What a line says by a rule: the named groups of its pattern, then its `fact`."""
    rule, hit = found.rule, found.hit
    facts = [pair for name, value in hit.groups for pair in facts_of(name, value, locale)]
    if rule.fact == "tags" and rule.css and not view.pasted:
        # A page's subjects are links, and a name may have a comma or an "and".
        facts += [("tags", name) for name in linked_subjects(view, at)]
    elif rule.fact and not _names_subjects(rule):
        facts += facts_of(rule.fact, hit.value, locale)
    return tuple(facts)


def _made(rule: Rule, hit: Hit, origin: str, facts: tuple[tuple[str, str], ...]) -> Verdict:
    name = f"{origin}:{rule.name}"
    if rule.reason is None:
        return kept(name, hit.evidence, kind=rule.kind, facts=facts, stage=STAGE)
    return dropped(name, rule.reason, hit.evidence, facts=facts, stage=STAGE)
