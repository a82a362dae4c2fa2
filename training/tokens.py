"""Fit what single words and names tell: a logistic regression on tokens, most of which weigh nothing.

Its penalty is strong, so that only what occurs on many sites, and says the same there, has a weight
to speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pages import Example
from passes import Floats, marks_of, weights_of
from scipy import sparse
from scipy.optimize import minimize

from copydesk.extract.keeper.tokens import COLUMNS, GROUPS, UNIT, Bags, Weights, scale

# A token counts from so many sites on.
_SITES = 4
# The penalty of each group's weights: names are many and on every block.
_PENALTIES = {"words": 1e-4, "names": 5e-4, "heads": 3e-4}
_ROUNDS = 60
_MOST = 127


def fit_weights(examples: Sequence[Example]) -> Weights:
    """What each token speaks for, on some pages."""
    known = [_known(examples, group) for group in range(len(GROUPS))]
    columns = [sparse.vstack([_matrix(e, group, keys) for e in examples]) for group, keys in enumerate(known)]
    penalties = np.repeat(list(_PENALTIES.values()), [len(keys) for keys in known])
    marks = np.concatenate([marks_of(e.wanted) for e in examples])
    weights = np.concatenate([weights_of(e.described.words, e.collection) for e in examples])
    found = _logistic(sparse.hstack(columns).tocsr(), marks, weights / weights.sum(), penalties)
    keys = np.concatenate(known)
    whole = np.clip(np.round(UNIT * found), -_MOST, _MOST).astype(np.int8)
    keys, first = np.unique(keys, return_index=True)
    whole = whole[first]
    return Weights(keys[whole != 0], whole[whole != 0])


def _known(examples: Sequence[Example], group: int) -> NDArray[np.uint32]:
    """The tokens that enough sites have."""
    sites: dict[str, list[NDArray[np.uint32]]] = {}
    for e in examples:
        sites.setdefault(e.site, []).extend(bags.keys for bags in _of_group(e, group))
    keys = np.concatenate([np.unique(np.concatenate(of)) for of in sites.values()])
    found, counts = np.unique(keys, return_counts=True)
    return np.asarray(found[counts >= _SITES], np.uint32)


def _of_group(e: Example, group: int) -> list[Bags]:
    return [bags for column, bags in zip(COLUMNS, e.tokens, strict=True) if column == group]


def _matrix(e: Example, group: int, known: NDArray[np.uint32]) -> Any:
    first, *others = (_counted(bags, group, known) for bags in _of_group(e, group))
    return sum(others, first)


def _counted(bags: Bags, group: int, known: NDArray[np.uint32]) -> Any:
    sizes = np.diff(bags.starts)
    at = np.minimum(np.searchsorted(known, bags.keys), max(0, len(known) - 1))
    hit = known[at] == bags.keys if len(known) else np.zeros(len(bags.keys), np.bool_)
    row = np.repeat(np.arange(len(sizes)), sizes)[hit]
    value = (1 / scale(group, bags.starts)[row]).astype(np.float32)
    return sparse.csr_matrix((value, (row, at[hit])), shape=(len(sizes), len(known)))[bags.of]


def _logistic(table: Any, marks: Floats, weights: Floats, penalties: Floats) -> Floats:
    across, width = table.T.tocsr(), table.shape[1]

    def loss(at: Floats) -> tuple[float, Floats]:
        logit = table @ at[:width] + at[width]
        away = weights * (1 / (1 + np.exp(-logit)) - marks)
        shrunk = penalties * at[:width]
        total = float((weights * (np.logaddexp(0, logit) - marks * logit)).sum())
        slope = np.append(across @ away + shrunk, away.sum())
        return total + float(at[:width] @ shrunk) / 2, slope.astype(np.float64)

    found = minimize(loss, np.zeros(width + 1), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return np.asarray(found.x[:width])
