"""How the candidates of a sentence stand among those that share words with them.

Of "the old harbour of Vigo", "Vigo" and "harbour" each speaks for the others in part: what a
candidate has in common with all that are likely is the F1 to be expected of it (minimum Bayes risk,
Kumar and Byrne, 2004).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.finding.scoring import Features
from bot.finding.search import Finding
from bot.story.columns import Numbers

UNRIVALLED = -9.0  # the margin of a rival that is not there
ARTICLES = {"a", "an", "the"}  # not counted, nor are marks: SQuAD's F1 does so too
SIGNS = (
    "own", "support", "expected", "expected less", "best around", "best inside", "around",
    "in it", "best apart", "here", "length",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Rivalry:
    """All findings of one sentence."""

    place: Mapping[int, int]  # row of the passage's table -> line of `table`
    table: Numbers  # findings × SIGNS

    @classmethod
    def of(cls, findings: Sequence[Finding], likely: Numbers) -> "Rivalry":
        """The findings of one sentence, each with its share of all likelihood."""
        reading = findings[0].passage.reading
        rows = [finding.row for finding in findings]
        start, end = reading.columns.start[rows], reading.columns.end[rows]
        counts = [not t.is_punct and t.lower_ not in ARTICLES for t in reading.doc]
        cover = reading.columns.inside[rows] * np.asarray(counts, np.float64)
        length = cover.sum(1)
        alike = 2 * (cover @ cover.T) / np.maximum(length[:, None] + length[None, :], 1)
        overlap = (start[:, None] < end[None, :]) & (start[None, :] < end[:, None])
        within = (start[:, None] >= start[None, :]) & (end[:, None] <= end[None, :])
        np.fill_diagonal(within, False)
        score = np.asarray([finding.score for finding in findings])
        expected = alike @ likely
        table = np.column_stack([
            likely, overlap @ likely, expected, expected - expected.max(),
            _margin(score, within), _margin(score, within.T), within @ likely, within.T @ likely,
            _margin(score, ~overlap), np.full(len(rows), likely.sum()), length,
        ])  # fmt: skip
        return cls({row: line for line, row in enumerate(rows)}, table)

    def signs(self, finding: Finding) -> Features:
        """Where one of them stands."""
        return dict(zip(SIGNS, self.table[self.place[finding.row]].tolist(), strict=True))


def _margin(score: Numbers, rivals: NDArray[np.bool_]) -> Numbers:
    """By how much the best of each one's rivals outdoes it."""
    best = np.where(rivals, score[None, :], -np.inf).max(1)
    found: Numbers = np.maximum(best - score, UNRIVALLED)
    return found
