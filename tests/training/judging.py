"""Grows the trees of `bot/finding/contest.json`, which find the right words among the ranker's best,
and those of `bot/finding/evidence.json`, which tell a right answer from a near miss.

Every answerable question of squadshifts-wiki and SQuAD 1.1, every unanswerable one of 2.0, and every one
of our own on the same paragraphs gives its few best findings, ranked with weights that have not seen
its article.  The first trees learn from the answerable ones alone; the second from what the first,
grown on other articles, put first, from SQuAD and, for less, from our own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from bot.finding import contest, weighing
from bot.finding.scoring import Features
from bot.finding.search import Finding
from bot.finding.support import Support, support
from bot.finding.trees import Trees
from bot.kinds.kind import Request
from tests.benchmark.scores import best, mean
from tests.training import growing
from tests.training.growing import HeldOut, Lines

RIGHT = 0.5  # F1 from which an answer counts as right
# To be silent where the text tells is no worse than to be wrong there: such answers count less
# than those to questions that have none.
WRONG_COUNTS = 0.25
GRADES = 5  # of F1, for the order
MADE = (
    "by python -m tests.training.ranker --ship, from squadshifts-wiki, SQuAD 1.1 and 2.0"
    " (CC BY-SA 4.0), and from questions of our own on their paragraphs: see tests/training"
)
ORDERING, JUDGING = 250, 300  # trees
LEAST_COMMON = {"contest": 400, "evidence": 60}  # lines that must have a sign
OF_CONTEST = {
    **growing.COMMON, "objective": "lambdarank", "lambdarank_truncation_level": 5,
    "label_gain": [2**grade - 1 for grade in range(GRADES + 1)], "learning_rate": 0.06,
    "num_leaves": 24, "min_data_in_leaf": 60, "feature_fraction": 0.2,
}  # fmt: skip
OF_EVIDENCE = {
    **growing.COMMON, "objective": "cross_entropy", "learning_rate": 0.04, "num_leaves": 15,
    "min_data_in_leaf": 40, "feature_fraction": 0.3,
}  # fmt: skip
LEASTS = sorted({0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, weighing.LEAST, 0.4, 0.45, 0.5, 0.55, 0.6})


@dataclass(frozen=True, eq=False)
class Row:
    """A question with its few best findings, in the ranker's order: the signs of each as lines,
    columns and values, where its words stand, and how right they are."""

    id: str
    title: str
    is_answerable: bool
    signs: tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]
    places: Sequence[contest.Place]
    f1: Sequence[float]
    exact: Sequence[float]
    counts: float = 1.0  # how much for the evidence


def judge(finding: Finding, answers: Sequence[str]) -> tuple[float, float]:
    """Exact match and F1 of its words; none is right where there is no answer."""
    words = finding.passage.reading.fact(finding.candidate.start, finding.candidate.end).text
    return best(words, answers) if answers else (0.0, 0.0)


def judge_row(
    request: Request,
    findings: Sequence[Finding],
    number: Callable[[str], int],
    *,
    title: str,
    answers: Sequence[str],
    id_: str,
    counts: float = 1.0,
    also: Callable[[Finding], Features] = lambda _: {},
) -> Row:
    """What the contest is about, with the evidence of each; `also` tells more of it."""
    asked, story = request.asked, request.story
    known: dict[int, Support] = {}
    lines, columns, values = [], [], []
    rows = contest.signs(asked, findings, story)
    field = findings[: len(rows)]
    for line, (finding, known_of) in enumerate(zip(field, rows, strict=True)):
        passage, own = finding.passage, {**known_of, **also(finding)}
        if id(passage) not in known:
            known[id(passage)] = support(asked, passage, story)
        told = weighing.against(asked, finding, known[id(passage)], story)
        for name, value in (own | told).items():
            if value:
                lines.append(line)
                columns.append(number(f"{'contest' if name in own else 'evidence'} {name}"))
                values.append(value)
    marks = [judge(finding, answers) for finding in field]
    return Row(
        id_,
        title,
        bool(answers),
        (
            np.asarray(lines, np.int32),
            np.asarray(columns, np.int32),
            np.asarray(values, np.float32),
        ),
        [contest.span(finding) for finding in field],
        [mark[1] for mark in marks],
        [mark[0] for mark in marks],
        counts,
    )


class Forests:
    """The rows as tables, one of what the contest is fought with, one of all."""

    def __init__(
        self,
        rows: Sequence[Row],
        names: Sequence[str],
        common: Mapping[str, int] = LEAST_COMMON,
    ) -> None:
        """`names` are those of the signs' columns; `common` tells how many lines must have a sign."""
        self.common = common
        self.rows = rows
        self.sizes = np.asarray([len(row.f1) for row in rows], np.int64)
        self.question = np.repeat(np.arange(len(rows)), self.sizes)
        self.titles = [rows[question].title for question in self.question.tolist()]
        self.f1 = np.asarray([f1 for row in rows for f1 in row.f1])
        self.exact = np.asarray([exact for row in rows for exact in row.exact])
        self.counts = np.asarray([row.counts for row in rows])[self.question]
        self.is_answerable = np.asarray([row.is_answerable for row in rows])[self.question]
        self.names = names
        self._unseen: dict[int, tuple[Trees, Trees]] = {}

    def _table(self, kinds: Sequence[str], common: int) -> tuple[NDArray[np.float32], list[str]]:
        use = np.asarray([name.partition(" ")[0] in kinds for name in self.names])
        signs = []
        for lines, columns, values in (row.signs for row in self.rows):
            kept = use[columns]
            signs.append((lines[kept], columns[kept], values[kept]))
        table, names = growing.dense(signs, self.sizes, self.names, common=common)
        return table, [name.partition(" ")[2] for name in names]

    @cached_property
    def contest(self) -> tuple[NDArray[np.float32], list[str]]:
        return self._table(["contest"], self.common["contest"])

    @cached_property
    def order(self) -> HeldOut:
        """How each finding comes out of the contest."""
        return growing.held_out(self.grow_contest, self.contest[0], self.titles)

    def grow_contest(self, lines: Lines) -> lightgbm.Booster:
        """Trees that order the findings of the answerable questions among these lines."""
        lines = lines & self.is_answerable
        data = lightgbm.Dataset(
            self.contest[0][lines],
            np.rint(self.f1[lines] * GRADES),
            group=[size for size in np.bincount(self.question[lines]) if size],
        )
        return lightgbm.train(OF_CONTEST, data, ORDERING)

    @cached_property
    def winners(self) -> NDArray[np.int64]:
        """The lines that are weighed again."""
        begins = np.cumsum(self.sizes) - self.sizes
        first = [
            begin
            + np.argsort(-self.order.totals[begin : begin + size], kind="stable")[: weighing.CLOSE]
            for begin, size in zip(begins, self.sizes, strict=True)
        ]
        return np.concatenate(first)

    @cached_property
    def evidence(self) -> tuple[NDArray[np.float32], list[str]]:
        """The winners' signs, with how they came out."""
        table, names = self._table(["contest", "evidence"], self.common["evidence"])
        begins = np.cumsum(self.sizes) - self.sizes
        stood = [
            list(signs.values())
            for row, begin, size in zip(self.rows, begins, self.sizes, strict=True)
            if size
            for signs in contest.standing(row.places, self.order.totals[begin : begin + size])
        ]
        whole = np.hstack([table[self.winners], np.asarray(stood, np.float32)[self.winners]])
        return whole, [*names, *contest.STANDING]

    @cached_property
    def certainty(self) -> HeldOut:
        """How likely each winner is right."""
        titles = [self.titles[line] for line in self.winners]
        return growing.held_out(self.grow_evidence, self.evidence[0], titles)

    def grow_evidence(self, lines: Lines) -> lightgbm.Booster:
        """Trees that tell which of these winners are right."""
        f1, able = self.f1[self.winners], self.is_answerable[self.winners]
        counts = self.counts[self.winners]
        lines = lines & (counts > 0)
        weight = np.where(able & (f1 < RIGHT), WRONG_COUNTS, 1.0) * counts
        data = lightgbm.Dataset(self.evidence[0][lines], f1[lines], weight=weight[lines])
        return lightgbm.train(OF_EVIDENCE, data, JUDGING)

    def unseen(self, title: str) -> tuple[Trees, Trees]:
        """The trees of the contest and of the evidence that have not seen an article."""
        number = self.order.fold[title]
        if number not in self._unseen:
            tables = (
                growing.as_table(self.order.grown[number], self.contest[1]),
                growing.as_table(self.certainty.grown[number], self.evidence[1]),
            )
            self._unseen[number] = Trees.of(tables[0]), Trees.of(tables[1])
        return self._unseen[number]

    def shipped(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The trees of the contest and of the evidence, grown on all."""
        table, names = self.contest
        order = growing.shipped(self.grow_contest(np.ones(len(table), bool)), names, table[:500])
        table, names = self.evidence
        sure = growing.shipped(self.grow_evidence(np.ones(len(table), bool)), names, table[:500])
        return {"made": MADE, **order}, {"made": MADE, **sure}

    def curve(self, label: str, of: set[str]) -> None:
        """What each least likelihood brings the questions of one set, on articles not seen; kinds
        without a hole are left out of account."""
        tops: dict[int, tuple[float, int]] = {}
        likelihoods = 1 / (1 + np.exp(-self.certainty.totals))
        for likely, line in zip(likelihoods.tolist(), self.winners.tolist(), strict=True):
            question = int(self.question[line])
            tops[question] = max(tops.get(question, (-1.0, 0)), (likely, line))
        asked = [n for n, row in enumerate(self.rows) if row.id in of]
        print(f"{label}: least likelihood, EM, F1, answered of answerable, of unanswerable")
        for least in LEASTS:
            said = {n for n in asked if n in tops and tops[n][0] >= least}
            silent = [float(not self.rows[n].is_answerable and n not in said) for n in asked]
            marks = [
                mean(
                    quiet + (float(values[tops[n][1]]) if n in said else 0.0)
                    for n, quiet in zip(asked, silent, strict=True)
                )
                for values in (self.exact, self.f1)
            ]
            shares = [
                mean(n in said for n in asked if self.rows[n].is_answerable is able)
                for able in (True, False)
            ]
            print(f"  {least:.2f}  " + "  ".join(f"{value:.3f}" for value in (*marks, *shares)))
