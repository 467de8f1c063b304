"""Trees answer as they were grown; a sign that they do not know, or that is not told, is nothing."""

import pytest

from bot.finding.trees import Trees, of_texts

# wind <= 3 ? (-2) : (rain <= 0 ? 1 : 4); and a second tree that always adds 0.5
TABLE = {
    "names": ["wind", "rain"],
    "depth": 2,
    "roots": [0, 5],
    "sign": [0, 0, 1, 0, 0, 0],
    "most": [3.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    "low": [1, 1, 3, 3, 4, 5],
    "high": [2, 1, 4, 3, 4, 5],
    "value": [0.0, -2.0, 0.0, 1.0, 4.0, 0.5],
}


@pytest.mark.parametrize(
    ("signs", "likely"),
    [
        ({"wind": 3.0, "rain": 9.0}, 0.182),
        ({"wind": 3.1}, 0.818),
        ({"wind": 5.0, "rain": 0.1}, 0.989),
        ({}, 0.182),
        ({"snow": 7.0}, 0.182),
    ],
)
def test_the_leaves_add_up(signs: dict[str, float], likely: float) -> None:
    assert Trees.of(TABLE).likelihoods([signs])[0] == pytest.approx(likely, abs=1e-3)


def test_each_row_is_judged_alone() -> None:
    trees = Trees.of(TABLE)
    rows = [{"wind": 1.0}, {"wind": 4.0}, {"wind": 4.0, "rain": 1.0}]

    together = trees.likelihoods(rows)

    assert [float(p) for p in together] == [float(trees.likelihoods([row])[0]) for row in rows]
    assert len(set(together)) == 3


def test_no_rows_no_likelihoods() -> None:
    assert len(of_texts().evidence.likelihoods([])) == 0


def test_the_shipped_trees_lead_to_leaves() -> None:
    trees = of_texts().evidence
    nodes = trees.roots
    for _ in range(trees.depth):
        nodes = trees.high[nodes]

    assert (trees.low[nodes] == nodes).all()
    assert trees.sign.max() < len(trees.names)
