"""The box of the story: which element holds most of a page's prose, and what lies within it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.extract.keeper.around import Floats, Ints
from copydesk.extract.keeper.nodes import Nodes

# The story's box: down from the root as long as one child holds this share of the prose.
_BOX_SHARE = 0.65


class Boxes:
    """Words and prose under every element, and which of them is the story's box."""

    def __init__(self, nodes: Nodes, words: Ints, prose: NDArray[np.bool_], link: Floats) -> None:
        count = len(nodes.tags)
        self.prose = np.bincount(nodes.own, words * prose, count)
        self.words = np.bincount(nodes.own, words, count)
        self.linked = np.bincount(nodes.own, np.round(words * link), count)
        up = nodes.up.tolist()
        totals = (self.prose, self.words, self.linked)
        prose_of, words_of, linked_of = (total.tolist() for total in totals)
        for i in range(count - 1, 0, -1):
            if words_of[i]:
                parent = up[i]
                prose_of[parent] += prose_of[i]
                words_of[parent] += words_of[i]
                linked_of[parent] += linked_of[i]
        for total, sums in zip(totals, (prose_of, words_of, linked_of), strict=True):
            total[:] = sums
        self.total = max(1.0, float(self.prose[0]))
        self.all = max(1.0, float(self.words[0]))
        self.best = self._descend(up)
        self.below = self._below(up)[nodes.own]

    def _descend(self, up: list[int]) -> int:
        children: dict[int, list[int]] = {}
        for i in np.flatnonzero(self.prose > 0.3 * self.total).tolist():
            if i:
                children.setdefault(up[i], []).append(i)
        best = 0
        while best in children:
            child = max(children[best], key=lambda i: float(self.prose[i]))
            if self.prose[child] < _BOX_SHARE * self.prose[best]:
                break
            best = child
        return best

    def _below(self, up: list[int]) -> Ints:
        """How far below the story's box an element is, from 1; 0 outside."""
        depth = [0] * len(up)
        depth[self.best] = 1
        for i in range(self.best + 1, len(up)):
            if depth[up[i]]:
                depth[i] = depth[up[i]] + 1
        return np.array(depth, np.int64)
