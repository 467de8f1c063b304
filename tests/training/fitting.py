"""Fits a log-linear model whose weights add up over the classes of a question, and a logistic one.

A right candidate is one of many: the model is a conditional one, as in Rajpurkar et al., "SQuAD"
(EMNLP 2016, section 5); the steps are Adam's (Kingma and Ba, ICLR 2015); the penalty is the square
of each weight, the heavier the rarer the class, so that rare classes lean on the common ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Numbers = NDArray[np.float64]
Weights = dict[str, dict[str, float]]

ROUNDS, STEP = 80, 0.05
PENALTIES = (1e-3, 3e-3, 1e-2)  # of the first class of a question, the second, the third
PARTLY = 0.3  # what a partly right candidate counts; 1 costs 1.4 points of exact match
RAREST = 25  # candidates of a class that must have a trait
LEAST = 0.02  # weights nearer to 0 are left out


@dataclass(frozen=True, eq=False)
class Example:
    """A question's candidates, what they are, and how right each is."""

    title: str  # of the article
    classes: tuple[str, ...]
    dense: NDArray[np.float32]  # candidates × dense features
    traits: NDArray[np.int32]  # candidates × traits, by number
    f1: NDArray[np.float32]
    exact: NDArray[np.float32]


class Rows:
    """The candidates of many questions, one below the other."""

    def __init__(self, examples: Sequence[Example], traits: int) -> None:
        self.asked = len(examples)
        self.examples = [example for example in examples if len(example.f1)]
        self.sizes = np.asarray([len(example.f1) for example in self.examples])
        self.begins = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.dense = np.concatenate([example.dense for example in self.examples])
        self.f1 = np.concatenate([example.f1 for example in self.examples])
        self.exact = np.concatenate([example.exact for example in self.examples])
        numbers = np.concatenate([example.traits for example in self.examples])
        count, width = numbers.shape
        ones = np.ones(count * width, np.float32)
        places = np.arange(0, count * width + 1, width)
        self.traits = sparse.csr_matrix((ones, numbers.ravel(), places), shape=(count, traits))
        members: dict[str, list[int]] = {}
        self.level: dict[str, int] = {}
        for number, example in enumerate(self.examples):
            for level, name in enumerate(example.classes):
                members.setdefault(name, []).append(number)
                self.level[name] = level
        self.of_class = {name: self._rows(questions) for name, questions in members.items()}

    def _rows(self, questions: Sequence[int]) -> NDArray[np.int64]:
        return np.concatenate(
            [np.arange(self.begins[q], self.begins[q] + self.sizes[q]) for q in questions]
        )

    def scores(self, weights: Weights, dense: Sequence[str], traits: Sequence[str]) -> Numbers:
        """The sum of each candidate's features as the weights of its question's classes have it."""
        found = np.zeros(len(self.f1))
        for name, places in self.of_class.items():
            known = weights.get(name, {})
            first = np.asarray([known.get(feature, 0.0) for feature in dense])
            second = np.asarray([known.get(feature, 0.0) for feature in traits])
            found[places] += self.dense[places] @ first + self.traits[places] @ second
        return found

    def likelihoods(self, scores: Numbers) -> Numbers:
        """Softmax over each question's candidates."""
        scores = scores - np.repeat(np.maximum.reduceat(scores, self.begins), self.sizes)
        likely = np.exp(scores)
        found: Numbers = likely / np.repeat(np.add.reduceat(likely, self.begins), self.sizes)
        return found


def fit(rows: Rows, dense: Sequence[str], traits: Sequence[str]) -> Weights:
    """The weights, by class of question and name of feature, that make right candidates likely."""
    gain = rows.exact + PARTLY * np.maximum(0.0, rows.f1.astype(np.float64) - 0.3) ** 2
    use = np.repeat(np.maximum.reduceat(rows.f1, rows.begins) >= 0.5, rows.sizes)
    gain /= np.repeat(np.maximum(np.add.reduceat(gain, rows.begins), 1e-9), rows.sizes)
    questions = float((np.add.reduceat(use, rows.begins) > 0).sum())
    parts = {
        name: (rows.dense[places], rows.traits[places], rows.traits[places].T.tocsr())
        for name, places in rows.of_class.items()
    }
    weights = {name: np.zeros(len(dense) + len(traits)) for name in parts}
    first = {name: np.zeros_like(w) for name, w in weights.items()}
    second = {name: np.zeros_like(w) for name, w in weights.items()}
    for round_ in range(1, ROUNDS + 1):
        scores = np.zeros(len(rows.f1))
        for name, (numbers, marks, _) in parts.items():
            w = weights[name].astype(np.float32)  # else the traits are copied into wider numbers
            scores[rows.of_class[name]] += numbers @ w[: len(dense)] + marks @ w[len(dense) :]
        slope = (rows.likelihoods(scores) - gain) * use / questions
        step = STEP * min(1.0, 2 * (1 - round_ / ROUNDS) + 0.05)
        for name, (numbers, marks, turned) in parts.items():
            own = slope[rows.of_class[name]].astype(np.float32)
            often = np.asarray(marks.sum(0)).ravel() >= RAREST
            change = np.concatenate([numbers.T @ own, (turned @ own) * often])
            change += PENALTIES[min(rows.level[name], 2)] * weights[name]
            first[name] = 0.9 * first[name] + 0.1 * change
            second[name] = 0.99 * second[name] + 0.01 * change**2
            scale = np.sqrt(second[name] / (1 - 0.99**round_)) + 1e-7
            weights[name] -= step * first[name] / (1 - 0.9**round_) / scale
    names = [*dense, *traits]
    return {
        name: {
            feature: round(float(weight), 3)
            for feature, weight in zip(names, found, strict=True)
            if abs(weight) > LEAST
        }
        for name, found in sorted(weights.items())
    }


def fit_certainty(
    rows: Sequence[Mapping[str, float]], right: Sequence[float], *, penalty: float = 3e-3
) -> dict[str, float]:
    """Logistic regression of how right an answer is on its signs; "bias" is the constant."""
    counts: dict[str, int] = {}
    for row in rows:
        for name, value in row.items():
            counts[name] = counts.get(name, 0) + bool(value)
    names = sorted(name for name, count in counts.items() if count >= 10)
    number = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for place, row in enumerate(rows):
        for name, value in row.items():
            if name in number:
                matrix[place, number[name]] = value
    wanted = np.asarray(right)
    weights = np.zeros(len(names) + 1)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    shrink = np.full(len(weights), penalty)
    shrink[-1] = 0.0
    for round_ in range(1, 401):
        likely = 1 / (1 + np.exp(-(matrix @ weights)))
        slope = matrix.T @ (likely - wanted) / len(wanted) + shrink * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        scale = np.sqrt(second / (1 - 0.99**round_)) + 1e-8
        weights -= STEP * first / (1 - 0.9**round_) / scale
    return {n: round(float(w), 3) for n, w in zip([*names, "bias"], weights, strict=True)}


def fit_order(
    questions: Sequence[tuple[Sequence[Mapping[str, float]], Sequence[float], float]],
    *,
    penalty: float = 0.1,
) -> dict[str, float]:
    """Weights that put right sentences first: a conditional log-linear model over the sentences of
    each question, given as features, rightness (0 or 1) and what the question counts."""
    used = [q for q in questions if 0 < sum(q[1]) < len(q[1])]
    names = sorted({name for rows, _, _ in used for row in rows for name in row})
    matrix = np.asarray([[row[name] for name in names] for rows, _, _ in used for row in rows])
    sizes = np.asarray([len(rows) for rows, _, _ in used])
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    wanted = np.concatenate([np.asarray(right) / sum(right) for _, right, _ in used])
    counts = np.repeat(np.asarray([count for _, _, count in used]), sizes)
    spread = matrix.std(0) + 1e-6
    matrix = (matrix - matrix.mean(0)) / spread
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for round_ in range(1, 401):
        scores = matrix @ weights
        likely = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begins), sizes))
        likely /= np.repeat(np.add.reduceat(likely, begins), sizes)
        slope = matrix.T @ ((likely - wanted) * counts) / counts.sum() * sizes.mean()
        slope += penalty * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        scale = np.sqrt(second / (1 - 0.99**round_)) + 1e-8
        weights -= 0.03 * first / (1 - 0.9**round_) / scale
    return {n: round(float(w), 3) for n, w in zip(names, weights / spread, strict=True)}
