"""Grows the trees of `bot/evidence.json`, which tell a right answer from a near miss.

Every answerable question of SQuAD 1.1 and 2.0 and every unanswerable one of 2.0 gives its few best
findings, ranked with weights that have not seen its article.  A tree is worth what it tells of
articles that it has not seen either: five folds by article.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from bot import weighing
from bot.kinds import KINDS, hole
from bot.kinds.kind import Request
from bot.search import Finding
from bot.trees import Trees
from tests.benchmark.scores import best, mean

FOLDS = 5
RIGHT = 0.5  # F1 from which an answer counts as right
# To be silent where the text tells is no worse than to be wrong there: such answers count less
# than those to questions that have none.
WRONG_COUNTS = 0.25
MADE = (
    "by python -m tests.training.ranker --ship, from SQuAD 1.1 and 2.0 (CC BY-SA 4.0): see"
    " tests/training"
)
COMMON = 30  # findings that must have a sign
ROUNDS = 400
GROWING = {
    "objective": "cross_entropy", "learning_rate": 0.04, "num_leaves": 15, "max_depth": 8,
    "min_data_in_leaf": 40, "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1,
    "lambda_l2": 5.0, "seed": 20261122, "deterministic": True, "force_row_wise": True,
    "num_threads": 1, "verbosity": -1,
}  # fmt: skip
LEASTS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Row:
    """A question with its few best findings: the signs of each, and how right it is."""

    id: str
    title: str
    is_answerable: bool
    signs: Sequence[Mapping[str, float]]
    f1: Sequence[float]
    exact: Sequence[float]


def judge(finding: Finding, answers: Sequence[str]) -> tuple[float, float]:
    """Exact match and F1 of its words; none is right where there is no answer."""
    words = finding.passage.reading.fact(finding.candidate.start, finding.candidate.end).text
    return best(words, answers) if answers else (0.0, 0.0)


def judge_row(request: Request, title: str, answers: Sequence[str], id_: str) -> Row:
    """What the first kind that fills a hole would choose from."""
    asked = request.asked
    fits = next(
        (k.fits for k in KINDS if k.fits is not None and k.recognises(asked)), lambda *_: 1.0
    )
    signs, marks = [], []
    for one in weighing.weigh(asked, hole.ranked(request, fits), request.story):
        signs.append(one.signs)
        marks.append(judge(one.finding, answers))
    return Row(id_, title, bool(answers), signs, [m[1] for m in marks], [m[0] for m in marks])


class Forest:
    """Rows as one table."""

    def __init__(self, rows: Sequence[Row]) -> None:
        counts: dict[str, int] = {}
        for one in rows:
            for signs in one.signs:
                for name, value in signs.items():
                    counts[name] = counts.get(name, 0) + bool(value)
        self.names = sorted(name for name, count in counts.items() if count >= COMMON)
        places = {name: place for place, name in enumerate(self.names)}
        self.question = np.asarray([n for n, one in enumerate(rows) for _ in one.signs])
        self.matrix = np.zeros((len(self.question), len(self.names)), np.float32)
        for line, signs in enumerate(signs for one in rows for signs in one.signs):
            for name, value in signs.items():
                if name in places:
                    self.matrix[line, places[name]] = value
        self.f1 = np.asarray([f1 for one in rows for f1 in one.f1])
        able = np.asarray([one.is_answerable for one in rows])[self.question]
        self.weight = np.where(able & (self.f1 < RIGHT), WRONG_COUNTS, 1.0)

    def grow(self, lines: NDArray[np.bool_]) -> lightgbm.Booster:
        data = lightgbm.Dataset(self.matrix[lines], self.f1[lines], weight=self.weight[lines])
        return lightgbm.train(GROWING, data, ROUNDS)

    def held_out(self, rows: Sequence[Row]) -> Numbers:
        """How likely each finding is right, by trees that have not seen its article."""
        titles = sorted({one.title for one in rows})
        fold = {title: place % FOLDS for place, title in enumerate(titles)}
        folds = np.asarray([fold[rows[q].title] for q in self.question])
        found = np.zeros(len(folds))
        for number in range(FOLDS):
            found[folds == number] = self.grow(folds != number).predict(
                self.matrix[folds == number]
            )
        return found

    def shipped(self) -> dict[str, Any]:
        """The trees grown on all, as `bot.trees` reads them."""
        booster = self.grow(np.ones(len(self.question), bool))
        table = as_table(booster, self.names)
        some = self.matrix[:500]
        signs = [dict(zip(self.names, map(float, line), strict=True)) for line in some]
        assert np.allclose(Trees.of(table).likelihoods(signs), booster.predict(some), atol=0.01)
        return {"made": MADE, **table}


def as_table(booster: lightgbm.Booster, names: Sequence[str]) -> dict[str, Any]:
    """All nodes of all trees in one row; only the signs that are asked about."""
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def add(node: Mapping[str, Any], depth: int) -> int:
        nonlocal deepest
        deepest, place = max(deepest, depth), len(nodes)
        nodes.append((0, 0.0, place, place, round(node.get("leaf_value", 0.0), 4)))
        if "split_feature" in node:
            low, high = (add(node[f"{side}_child"], depth + 1) for side in ("left", "right"))
            most = float(f"{node['threshold']:.5g}")
            nodes[place] = (node["split_feature"], most, low, high, 0.0)
        return place

    roots = [add(tree["tree_structure"], 0) for tree in booster.dump_model()["tree_info"]]
    used = sorted({sign for sign, _, low, high, _ in nodes if low != high})
    column = {sign: place for place, sign in enumerate(used)}
    return {
        "names": [names[sign] for sign in used],
        "depth": deepest,
        "roots": roots,
        "sign": [column.get(node[0], 0) for node in nodes],
        "most": [node[1] for node in nodes],
        "low": [node[2] for node in nodes],
        "high": [node[3] for node in nodes],
        "value": [node[4] for node in nodes],
    }


def curve(label: str, rows: Sequence[Row], forest: Forest, likely: Numbers, of: set[str]) -> None:
    """What each least likelihood brings the questions of one set, on articles not seen; kinds
    without a hole are left out of account."""
    tops: dict[int, int] = {}
    for line, question in enumerate(forest.question.tolist()):
        if question not in tops or likely[line] > likely[tops[question]]:
            tops[question] = line
    exact = [mark for one in rows for mark in one.exact]
    asked = [n for n, one in enumerate(rows) if one.id in of]
    print(f"{label}: least likelihood, EM, F1, answered of answerable, of unanswerable")
    for least in LEASTS:
        said = {n for n in asked if n in tops and likely[tops[n]] >= least}
        silent = [float(not rows[n].is_answerable and n not in said) for n in asked]
        marks = [
            mean(
                quiet + (float(values[tops[n]]) if n in said else 0.0)
                for n, quiet in zip(asked, silent, strict=True)
            )
            for values in (exact, forest.f1)
        ]
        shares = [
            mean(n in said for n in asked if rows[n].is_answerable is able)
            for able in (True, False)
        ]
        print(f"  {least:.2f}  " + "  ".join(f"{value:.3f}" for value in (*marks, *shares)))
