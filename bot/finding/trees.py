"""Boosted trees, as `contest.json`, `evidence.json` and those of news hold them: small yes-no
questions about numbers, many summed.

Gradient boosting is Friedman's ("Greedy function approximation", Annals of Statistics, 2001); how
these trees were grown is told in `tests/training`.  Nothing but numpy is needed to ask them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trees:
    """All nodes in one row; a leaf leads to itself."""

    names: Mapping[str, int]  # of a sign -> its column
    sign: NDArray[np.int64]  # which column a node asks about
    most: Numbers  # the greatest value that goes on to `low`
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    value: Numbers  # what a leaf adds
    roots: NDArray[np.int64]
    depth: int

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Trees":
        """From lists, as JSON has them."""
        return cls(
            {name: place for place, name in enumerate(table["names"])},
            np.asarray(table["sign"], np.int64),
            np.asarray(table["most"], np.float64),
            np.asarray(table["low"], np.int64),
            np.asarray(table["high"], np.int64),
            np.asarray(table["value"], np.float64),
            np.asarray(table["roots"], np.int64),
            table["depth"],
        )

    def likelihoods(self, rows: Sequence[Mapping[str, float]]) -> Numbers:
        """For each row of signs the logistic function of its total, (0, 1)."""
        return np.asarray(1 / (1 + np.exp(-self.totals(rows))))

    def totals(self, rows: Sequence[Mapping[str, float]]) -> Numbers:
        """For each row of signs the sum of its leaves."""
        matrix = np.zeros((len(rows), len(self.names)))
        for place, row in enumerate(rows):
            for name, value in row.items():
                if (column := self.names.get(name)) is not None:
                    matrix[place, column] = value
        nodes = np.tile(self.roots, (len(rows), 1))
        lines = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_low = matrix[lines, self.sign[nodes]] <= self.most[nodes]
            nodes = np.where(goes_low, self.low[nodes], self.high[nodes])
        total: Numbers = self.value[nodes].sum(1)
        return total


@dataclass(frozen=True, eq=False, slots=True)
class Forests:
    """Trees that order the ranker's best findings, and trees that tell how likely each is right."""

    contest: Trees
    evidence: Trees


def of_texts() -> Forests:
    """Those grown on encyclopaedias."""
    return Forests(_read("contest.json"), _read("evidence.json"))


def of_news() -> Forests:
    """Those grown on news."""
    return Forests(_read("news_contest.json"), _read("news_evidence.json"))


@cache
def _read(name: str) -> Trees:
    return Trees.of(json.loads(files("bot.finding").joinpath(name).read_text(encoding="utf-8")))
