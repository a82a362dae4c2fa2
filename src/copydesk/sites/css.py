"""CSS selectors asked of a page's blocks and what is around them, and of nothing else on the page.

A page has thousands of elements and a profile dozens of selectors; a block's own branch has ten
elements. So the question is turned round: each element of a branch looks up, by its classes, id,
attributes and name, the few selectors that may pick it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cssselect import SelectorError
from cssselect import parser as css


class UnsupportedSelectorError(ValueError):
    """A selector uses what profiles do not need: siblings, pseudo-classes, functions."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must have: `div#id.class[name=value]`."""

    tag: str | None = None
    id: str | None = None
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()

    def fits(self, element: Any) -> bool:
        """Whether an element has all of it."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.id is not None and element.get("id") != self.id:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        return all(_has(element.get(name), sign, value) for name, sign, value in self.attributes)


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector: the element picked, and from there outwards what it must stand in, and how."""

    source: str
    last: Compound
    outwards: tuple[tuple[str, Compound], ...] = ()

    def picks(self, element: Any) -> bool:
        """Whether the selector picks an element."""
        return self.last.fits(element) and _stands_in(element, self.outwards)


def _stands_in(element: Any, outwards: tuple[tuple[str, Compound], ...]) -> bool:
    if not outwards:
        return True
    (combinator, compound), rest = outwards[0], outwards[1:]
    parent = element.getparent()
    while parent is not None:
        if compound.fits(parent) and _stands_in(parent, rest):
            return True
        if combinator == ">":
            return False
        parent = parent.getparent()
    return False


def _has(actual: str | None, sign: str, value: str) -> bool:
    """Whether an attribute is as a selector's `[name sign value]` wants it."""
    if actual is None:
        return False
    if sign == "exists":
        return True
    if sign == "~=":
        return value in actual.split()
    if sign == "^=":
        return actual.startswith(value)
    if sign == "$=":
        return actual.endswith(value)
    return value in actual if sign == "*=" else actual == value


@cache
def selectors(source: str) -> tuple[Selector, ...]:
    """The selectors of a comma list; raises ValueError if it cannot be read.

    >>> [s.last.classes for s in selectors("div.a > p, .b")]
    [frozenset(), frozenset({'b'})]
    """
    try:
        parsed = css.parse(source)
    except SelectorError as error:
        raise ValueError(str(error)) from error
    return tuple(_selector(source, each) for each in parsed)


def _selector(source: str, parsed: css.Selector) -> Selector:
    if parsed.pseudo_element is not None:
        raise UnsupportedSelectorError("pseudo-elements are not for profiles; name the element itself")
    outwards: list[tuple[str, Compound]] = []
    tree: Any = parsed.parsed_tree
    last: Compound | None = None
    sign = ""
    while isinstance(tree, css.CombinedSelector):
        compound = _compound(tree.subselector)
        last, outwards = _inward(last, outwards, sign, compound)
        sign, tree = tree.combinator, tree.selector
        if sign not in {" ", ">"}:
            raise UnsupportedSelectorError(f"combinator {sign!r} is not for profiles; use a space or >")
    last, outwards = _inward(last, outwards, sign, _compound(tree))
    return Selector(source, last, tuple(outwards))


def _inward(
    last: Compound | None, outwards: list[tuple[str, Compound]], sign: str, compound: Compound
) -> tuple[Compound, list[tuple[str, Compound]]]:
    return (compound, outwards) if last is None else (last, [*outwards, (sign, compound)])


def _compound(tree: Any) -> Compound:
    """One compound, from the outermost condition inwards to the element's name."""
    identity: str | None = None
    classes: set[str] = set()
    attributes: list[tuple[str, str, str]] = []
    while not isinstance(tree, css.Element):
        if isinstance(tree, css.Hash):
            identity = tree.id
        elif isinstance(tree, css.Class):
            classes.add(tree.class_name)
        elif isinstance(tree, css.Attrib) and tree.operator != "|=":
            value = tree.value.value if tree.value is not None else ""
            attributes.append((tree.attrib.lower(), tree.operator, value or ""))
        else:
            raise UnsupportedSelectorError("pseudo-classes and functions are not for profiles")
        tree = tree.selector
    tag = tree.element.lower() if tree.element else None
    return Compound(tag, identity, frozenset(classes), tuple(attributes))


_Many = Mapping[str, tuple[Selector, ...]]


@dataclass(frozen=True, slots=True)
class CssIndex:
    """Selectors by what an element looks them up with: the rarest thing it must have."""

    ids: _Many
    classes: _Many
    attributes: _Many
    tags: _Many

    def around(self, elements: Sequence[Any]) -> dict[int, frozenset[str]]:
        """For each element, the selectors that pick it or a part of the page around it."""
        if not (self.ids or self.classes or self.attributes or self.tags):
            return {}
        # Elements are kept alive by the page, so each branch is climbed once.
        known: dict[Any, frozenset[str]] = {}
        found = ((at, self._climb(element, known)) for at, element in enumerate(elements))
        return {at: sources for at, sources in found if sources}

    def picking(self, element: Any) -> list[str]:
        """The selectors that pick this very element."""
        maybe: list[Selector] = []
        get = element.get
        if self.classes and (names := get("class")):
            for name in names.split():
                maybe += self.classes.get(name, ())
        if self.ids and (identity := get("id")):
            maybe += self.ids.get(identity, ())
        for name, selectors_of in self.attributes.items():
            if get(name) is not None:
                maybe += selectors_of
        if self.tags:
            maybe += self.tags.get(element.tag, ())
            maybe += self.tags.get("*", ())
        return [selector.source for selector in maybe if selector.picks(element)]

    def _climb(self, element: Any, known: dict[Any, frozenset[str]]) -> frozenset[str]:
        branch = []
        above: frozenset[str] = frozenset()
        while element is not None:
            if element in known:
                above = known[element]
                break
            branch.append(element)
            element = element.getparent()
        for each in reversed(branch):
            if own := self.picking(each):
                above = above.union(own)
            known[each] = above
        return above


def css_index(sources: Iterable[str]) -> CssIndex:
    """Selectors in one index.

    >>> sorted(css_index(["div.a > p", "#b .c"]).classes)
    ['c']
    """
    ids, classes, attributes, tags = (defaultdict(list) for _ in range(4))
    for source in dict.fromkeys(sources):
        for selector in selectors(source):
            last = selector.last
            if last.id is not None:
                ids[last.id].append(selector)
            elif last.classes:
                classes[min(last.classes)].append(selector)
            elif last.attributes:
                attributes[last.attributes[0][0]].append(selector)
            else:
                tags[last.tag or "*"].append(selector)
    return CssIndex(*({k: tuple(v) for k, v in many.items()} for many in (ids, classes, attributes, tags)))
