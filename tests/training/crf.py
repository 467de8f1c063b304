"""Fits a conditional random field: the weights that make the marked tags likeliest.

Forward-backward after Rabiner, A Tutorial on Hidden Markov Models (IEEE 1989), many sentences at
once; steps after Duchi et al., Adaptive Subgradient Methods (JMLR 2011), with a penalty on the
square of each weight.  A word whose tag nobody has marked may have any: its likelihood is the sum
over all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.language.name_chances import MAY_BEGIN, MAY_FOLLOW, TAGS

Numbers = NDArray[np.float64]
WIDTH = len(TAGS)
AT_ONCE = 100  # sentences
RATE, FIRST_SQUARE = 0.15, 1e-3


@dataclass(frozen=True, slots=True)
class Sentences:
    """The clues of their words, a row of ones and zeros each, and the tags each may have."""

    clues: sparse.csr_matrix
    lengths: NDArray[np.int64]
    allowed: NDArray[np.bool_]

    @classmethod
    def of(
        cls, rows: Iterable[list[int]], width: int, tags: Sequence[Sequence[str | None]]
    ) -> "Sentences":
        """`rows` are the clues of each word, of `width` in all; a tag that is None is unknown."""
        every = list(rows)
        ends = np.cumsum([0, *map(len, every)])
        columns = np.array([number for row in every for number in row], np.int32)
        ones = np.ones(len(columns), np.float32)
        clues = sparse.csr_matrix((ones, columns, ends), shape=(len(every), width))
        allowed = [[tag in {None, one} for one in TAGS] for sentence in tags for tag in sentence]
        return cls(clues, np.array([len(sentence) for sentence in tags]), np.array(allowed))


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the sentences, of like length, and those clues that they have."""

    clues: sparse.csr_matrix
    used: NDArray[np.int64]
    allowed: NDArray[np.bool_]
    words: NDArray[np.int64]  # words down, sentences across: the row of each in `clues`
    there: NDArray[np.bool_]  # and where there is a word


def fit(
    sentences: Sentences,
    *,
    penalty: float,
    shares: Numbers,
    left_out: float,
    rounds: int,
    averaged: int,
    seed: int,
) -> tuple[Numbers, Numbers]:
    """The weights of each clue for each tag, and of a tag (column) behind another (row).

    Each clue bears its share of the penalty.  The share `left_out` of all clues is hidden, others
    at each step.  The weights are the mean of those after each of the last `averaged` rounds.
    """
    dice = np.random.default_rng(seed)
    batches = list(batches_of(sentences))
    met = np.zeros(sentences.clues.shape[1])
    for batch in batches:
        met[batch.used] += 1
    pull = (penalty * shares / np.maximum(met, 1))[:, None]
    weights, follow = np.zeros((len(met), WIDTH)), np.zeros((WIDTH, WIDTH))
    squares, squares_follow = (
        np.full_like(weights, FIRST_SQUARE),
        np.full_like(follow, FIRST_SQUARE),
    )
    mean, mean_follow = np.zeros_like(weights), np.zeros_like(follow)
    for done in range(rounds):
        for number in dice.permutation(len(batches)):
            batch = thinned(batches[number], left_out, dice)
            before = weights[batch.used]
            slope, slope_follow = slopes(batch, before, follow)
            slope += pull[batch.used] * before
            squares[batch.used] += slope**2
            weights[batch.used] = before - RATE * slope / np.sqrt(squares[batch.used])
            slope_follow += penalty / len(batches) * follow
            squares_follow += slope_follow**2
            follow = follow - RATE * slope_follow / np.sqrt(squares_follow)
        if done >= rounds - averaged:
            mean += weights / averaged
            mean_follow += follow / averaged
    return mean, mean_follow


def thinned(batch: Batch, left_out: float, dice: np.random.Generator) -> Batch:
    """The batch with some of its clues hidden and the others as much heavier, so that no clue is
    relied on alone (Wang and Manning, Fast Dropout Training, ICML 2013)."""
    kept = (dice.random(len(batch.clues.data)) >= left_out).astype(np.float32) / (1 - left_out)
    clues = sparse.csr_matrix((kept, batch.clues.indices, batch.clues.indptr), batch.clues.shape)
    return replace(batch, clues=clues)


def slopes(batch: Batch, weights: Numbers, follow: Numbers) -> tuple[Numbers, Numbers]:
    """By how much more each weight is called for by all tags than by those that are allowed."""
    scores = batch.clues @ weights
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    steps = np.exp(follow) * MAY_FOLLOW
    free, pairs = expect(likely[batch.words], batch.there, steps)
    bound, bound_pairs = expect((likely * batch.allowed)[batch.words], batch.there, steps)
    slope = np.zeros_like(scores)
    slope[batch.words[batch.there]] = (free - bound)[batch.there]
    return batch.clues.T @ slope, pairs - bound_pairs


def batches_of(sentences: Sentences) -> Iterator[Batch]:
    """All sentences, those of like length together."""
    begins = np.concatenate([[0], np.cumsum(sentences.lengths)])
    order = np.argsort(sentences.lengths, kind="stable")
    order = order[sentences.lengths[order] > 0]
    for first in range(0, len(order), AT_ONCE):
        chosen = order[first : first + AT_ONCE]
        lengths = sentences.lengths[chosen]
        rows = np.concatenate([np.arange(begins[i], begins[i + 1]) for i in chosen])
        clues = sentences.clues[rows]
        used, columns = np.unique(clues.indices, return_inverse=True)
        narrow = sparse.csr_matrix(
            (clues.data, columns, clues.indptr), shape=(len(rows), len(used))
        )
        steps = np.arange(lengths.max())[:, None]
        there = steps < lengths
        words = np.where(there, np.cumsum(lengths) - lengths + steps, 0)
        yield Batch(narrow, used, sentences.allowed[rows], words, there)


def expect(likely: Numbers, there: NDArray[np.bool_], steps: Numbers) -> tuple[Numbers, Numbers]:
    """The chance of each tag for each word, and how often each pair of tags is to be expected."""
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
    return forward * backward, pairs * steps
