"""Grows boosted trees with LightGBM, and writes them as `bot.trees` reads them.

What trees are worth is what they tell of articles that they have not seen: `FOLDS` by article.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.finding.trees import Trees

FOLDS = 5
COMMON = {  # of every forest
    "max_depth": 8, "max_bin": 63, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0,
    "seed": 20261122, "deterministic": True, "force_row_wise": True, "num_threads": 1,
    "verbosity": -1,
}  # fmt: skip

Numbers = NDArray[np.float64]
Lines = NDArray[np.bool_]
Grow = Callable[[Lines], lightgbm.Booster]


@dataclass(frozen=True, eq=False)
class HeldOut:
    """What trees that have not seen its article make of each line, before any logistic function."""

    totals: Numbers
    fold: Mapping[str, int]  # of a title
    grown: Sequence[lightgbm.Booster]  # of each fold, on the others


def held_out(grow: Grow, matrix: NDArray[np.float32], titles: Sequence[str]) -> HeldOut:
    """Grow a forest for each fold of the articles; `titles` are the lines'."""
    fold = {title: place % FOLDS for place, title in enumerate(sorted(set(titles)))}
    folds = np.asarray([fold[title] for title in titles])
    totals, grown = np.zeros(len(folds)), []
    for number in range(FOLDS):
        seen = folds == number
        grown.append(grow(~seen))
        totals[seen] = grown[-1].predict(matrix[seen], raw_score=True)
    return HeldOut(totals, fold, grown)


def dense(
    rows: Sequence[tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]],
    sizes: NDArray[np.int64],
    names: Sequence[str],
    *,
    common: int,
) -> tuple[NDArray[np.float32], list[str]]:
    """The lines of all questions as one table, each question given as lines, columns and values;
    with the names of its columns, those that at least `common` lines have."""
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    lines = np.concatenate([one[0] + begin for one, begin in zip(rows, begins, strict=True)])
    columns = np.concatenate([one[1] for one in rows])
    values = np.concatenate([one[2] for one in rows])
    kept = np.flatnonzero(np.bincount(columns, minlength=len(names)) >= common)
    place = np.full(len(names), -1)
    place[kept] = np.arange(len(kept))
    use = place[columns] >= 0
    shape = int(sizes.sum()), len(kept)
    table = sparse.csr_matrix((values[use], (lines[use], place[columns[use]])), shape=shape)
    return table.toarray().astype(np.float32), [names[column] for column in kept.tolist()]


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
            most = float(f"{node['threshold']:.9g}")  # a float32 apart from the next
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


def shipped(
    booster: lightgbm.Booster, names: Sequence[str], matrix: NDArray[np.float32]
) -> dict[str, Any]:
    """The trees as `bot.trees` reads them, which must say the same of some lines."""
    table = as_table(booster, names)
    signs = [dict(zip(names, map(float, line), strict=True)) for line in matrix]
    own = booster.predict(matrix, raw_score=True)
    assert np.mean(np.abs(Trees.of(table).totals(signs) - own)) < 0.02
    return table
