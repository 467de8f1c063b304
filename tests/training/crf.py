"""Fits a conditional random field: the weights that make the marked tags likeliest.

Forward-backward after Rabiner, A Tutorial on Hidden Markov Models (IEEE 1989), many sentences at
once; L-BFGS with a penalty on the square of each weight.  A word whose tag nobody has marked may
have any: its likelihood is the sum over all.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from bot.language.name_tagger import MAY_BEGIN, MAY_FOLLOW, TAGS

Numbers = NDArray[np.float64]
WIDTH = len(TAGS)
AT_ONCE = 400  # sentences


class Rows:
    """The clues of many sentences' words, one below the other, and the tags each may have."""

    def __init__(
        self, clues: sparse.csr_matrix, lengths: Sequence[int], allowed: NDArray[np.bool_]
    ) -> None:
        self.clues, self.turned = clues, clues.T.tocsr()
        self.allowed = allowed.astype(np.float64)
        begins = np.concatenate([[0], np.cumsum(lengths)])
        order = np.argsort(lengths, kind="stable")
        self.batches = [
            self._batch([(begins[i], lengths[i]) for i in order[first : first + AT_ONCE]])
            for first in range(0, len(order), AT_ONCE)
        ]

    @staticmethod
    def _batch(
        sentences: Sequence[tuple[int, int]],
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Words down, sentences across; and where there is a word."""
        longest = max(length for _, length in sentences)
        steps = np.arange(longest)[:, None]
        first, lengths = (np.array(column) for column in zip(*sentences, strict=True))
        there = steps < lengths
        return np.where(there, first + steps, 0), there


def fit(rows: Rows, *, penalty: float, rounds: int) -> tuple[Numbers, Numbers]:
    """The weights of each clue for each tag, and of a tag (column) behind another (row)."""
    size = rows.clues.shape[1] * WIDTH

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        weights, follow = flat[:size].reshape(-1, WIDTH), flat[size:].reshape(WIDTH, WIDTH)
        scores = rows.clues @ weights
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        steps = np.exp(follow) * MAY_FOLLOW
        total, slope, slope_follow = 0.0, np.zeros_like(scores), np.zeros_like(follow)
        for places, there in rows.batches:
            free = expect(likely[places], there, steps)
            bound = expect(likely[places] * rows.allowed[places], there, steps)
            total += free[0] - bound[0]
            slope[places[there]] += (free[1] - bound[1])[there]
            slope_follow += free[2] - bound[2]
        back = np.concatenate([(rows.turned @ slope).ravel(), slope_follow.ravel()])
        return total + 0.5 * penalty * float(flat @ flat), back + penalty * flat

    options = {"maxiter": rounds, "maxcor": 8}
    start = np.zeros(size + WIDTH * WIDTH)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found[:size].reshape(-1, WIDTH), found[size:].reshape(WIDTH, WIDTH)


def expect(
    likely: Numbers, there: NDArray[np.bool_], steps: Numbers
) -> tuple[float, Numbers, Numbers]:
    """The logarithm of all sums, the chance of each tag for each word, and of each pair of tags."""
    forward, scale = np.empty_like(likely), np.ones(there.shape)
    for t in range(len(likely)):
        sums = (forward[t - 1] @ steps if t else MAY_BEGIN.astype(np.float64)) * likely[t]
        scale[t] = np.where(there[t], sums.sum(axis=1), 1.0)
        forward[t] = np.where(there[t][:, None], sums / scale[t][:, None], forward[t - 1])
    backward, pairs = np.ones_like(likely), np.zeros_like(steps)
    for t in range(len(likely) - 2, -1, -1):
        behind = there[t + 1][:, None]
        ahead = np.where(behind, likely[t + 1] * backward[t + 1] / scale[t + 1][:, None], 0.0)
        pairs += forward[t].T @ ahead
        backward[t] = np.where(behind, ahead @ steps.T, 1.0)
    return float(np.log(scale[there]).sum()), forward * backward, pairs * steps


def allowed(sentences: Sequence[Sequence[str | None]]) -> NDArray[np.bool_]:
    """The tags that each word may have: the marked one, any where none is marked."""
    return np.array([[tag in {None, one} for one in TAGS] for tags in sentences for tag in tags])


def matrix(rows: Iterator[list[int]] | Sequence[list[int]], width: int) -> sparse.csr_matrix:
    """A row of ones and zeros for each word."""
    every = list(rows)
    ends = np.cumsum([0, *map(len, every)])
    columns = np.array([number for row in every for number in row], np.int32)
    return sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(every), width))
