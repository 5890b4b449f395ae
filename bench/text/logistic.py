"""Multinomial logistic regression over named features, for measuring only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

_FEWEST = 2
_PENALTY = 0.6
_STEPS = 150
_BALANCE = 0.5
"""0 weighs each row alike, 1 each class alike; macro F1 asks for something between."""


@dataclass(frozen=True, slots=True)
class Features:
    """Rows of features as a sparse table."""

    table: csr_array

    @classmethod
    def of(cls, named: Sequence[Sequence[str]]) -> "Features":
        """Number the features that at least two rows have; each is there or not."""
        counts = Counter(name for row in named for name in set(row))
        index = {name: n for n, name in enumerate(k for k, c in counts.items() if c >= _FEWEST)}
        rows: list[int] = []
        columns: list[int] = []
        for number, row in enumerate(named):
            known = sorted({index[name] for name in row if name in index})
            rows += [number] * len(known)
            columns += known
        ones = np.ones(len(rows))
        return cls(csr_array((ones, (rows, columns)), shape=(len(named), len(index))))

    def rows(self, numbers: NDArray[np.int_]) -> csr_array:
        """Some of the rows."""
        return self.table[numbers]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of each feature for each class."""

    weights: NDArray[np.float64]
    classes: tuple[str, ...]

    def tell(self, rows: csr_array) -> list[str]:
        """The likeliest class of each row."""
        return [self.classes[n] for n in np.argmax(rows @ self.weights, axis=1)]


def fit(rows: csr_array, truth: Sequence[str]) -> Model:
    """Fit with a square penalty, by L-BFGS."""
    classes = tuple(sorted(set(truth)))
    place = {name: n for n, name in enumerate(classes)}
    right = np.array([place[name] for name in truth])
    counts = np.bincount(right, minlength=len(classes))
    share = (len(truth) / (len(classes) * counts)) ** _BALANCE
    weight = share[right]
    shape = (rows.shape[1], len(classes))
    turned = rows.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape)
        scores = rows @ weights
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        at = np.arange(len(right))
        value = -float(weight @ np.log(chances[at, right] + 1e-12))
        value += 0.5 * _PENALTY * float(flat @ flat)
        chances[at, right] -= 1
        slope = turned @ (chances * weight[:, None]) + _PENALTY * weights
        return value, slope.ravel()

    found = minimize(
        loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    )
    return Model(found.x.reshape(shape), classes)
