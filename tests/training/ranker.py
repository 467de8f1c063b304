"""Fits the weights of `bot/weights.json` on SQuAD-shaped sets.

`python -m tests.training.ranker --data /work/shared/data` trains on squadshifts-wiki, whose articles
are in no other set here, and prints what the weights bring on articles kept out.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from bot import kinds, questions, search
from bot.language import pipeline
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.scores import best, mean

WEIGHTS = Path("bot/weights.json")
ROUNDS, STEP, PENALTY = 400, 0.05, 1e-4
RAREST = 5  # questions a feature must occur in


@dataclass(frozen=True)
class Example:
    """A question's candidates: their features, and how right each is."""

    rows: list[dict[str, float]]
    f1: list[float]
    exact: list[float]


def examples(path: Path, most: int | None) -> Iterable[Example]:
    """The questions of a set that a hole-filling kind takes and whose text holds the answer."""
    nlp = pipeline.load()
    corpus, items = data.squad(path, whole=False, most=most)
    story = Story.read(corpus, nlp)
    for item in items:
        if not item.answers:
            continue
        asked = questions.read(item.question, story, nlp)
        kind = next(kind for kind in kinds.KINDS if kind.recognises(asked))
        fits = kind.fits or kinds.what.KIND.fits
        assert fits is not None
        held = search.passages(asked, story, article=story.number_of(item.article))
        rows, f1, exact = [], [], []
        for finding in search.findings(asked, kind.name, fits, held):
            reading, c = finding.passage.reading, finding.candidate
            marks = best(reading.fact(c.start, c.end).text, item.answers)
            rows.append(finding.features)
            exact.append(marks[0])
            f1.append(marks[1])
        yield Example(rows, f1, exact)


def train(found: Sequence[Example]) -> dict[str, float]:
    """Weights that make right candidates likely (log-linear model, Adam)."""
    counts: dict[str, int] = defaultdict(int)
    for example in found:
        for name in {name for row in example.rows for name in row}:
            counts[name] += 1
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    number = {name: i for i, name in enumerate(names)}
    indices, values, starts, right, begins = [], [], [0], [], []
    for example in found:
        top = max(example.f1, default=0.0)
        if top < 0.5 or len(example.rows) < 2:
            continue
        begins.append(len(right))
        for row, f1 in zip(example.rows, example.f1, strict=True):
            for name, value in row.items():
                if name in number and value:
                    indices.append(number[name])
                    values.append(value)
            starts.append(len(indices))
            right.append(max(0.0, f1 - 0.3) ** 2)
    matrix = sparse.csr_matrix(
        (np.asarray(values), np.asarray(indices), np.asarray(starts)),
        shape=(len(right), len(names)),
    )
    transposed = matrix.T.tocsr()
    group = np.asarray(begins)
    sizes = np.diff([*begins, len(right)])
    gain = np.asarray(right)
    gain /= np.repeat(np.add.reduceat(gain, group), sizes)
    weights = np.zeros(len(names))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for round_ in range(1, ROUNDS + 1):
        scores = matrix @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, group), sizes)
        likely = np.exp(scores)
        likely /= np.repeat(np.add.reduceat(likely, group), sizes)
        slope = transposed @ (likely - gain) / len(group) + PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= (
            STEP * (first / (1 - 0.9**round_)) / (np.sqrt(second / (1 - 0.999**round_)) + 1e-8)
        )
        if round_ % 100 == 0:
            loss = -float(np.sum(gain * np.log(likely + 1e-12))) / len(group)
            print(f"round {round_}: loss {loss:.4f}, {len(names)} features")
    return {n: round(float(w), 4) for n, w in zip(names, weights, strict=True) if abs(w) > 0.01}


def measure(found: Iterable[Example], weights: dict[str, float]) -> tuple[float, float, float]:
    """Exact match and F1 of the best candidate, and the best F1 there was."""
    marks = []
    for example in found:
        if not example.rows:
            marks.append((0.0, 0.0, 0.0))
            continue
        scores = [sum(weights.get(n, 0) * v for n, v in row.items()) for row in example.rows]
        top = int(np.argmax(scores))
        marks.append((example.exact[top], example.f1[top], max(example.f1)))
    return mean(m[0] for m in marks), mean(m[1] for m in marks), mean(m[2] for m in marks)


def main() -> None:
    """Train, print the table, keep the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--most", type=int, help="only so many articles")
    options = parser.parse_args()
    wiki = options.data / "squadshifts-wiki" / "dev.json.gz"
    found = list(examples(wiki, options.most))
    kept_out = list(examples(options.data / "squad-1.1" / "dev.json.gz", 5))
    print("before: EM %.3f F1 %.3f (possible %.3f)" % measure(kept_out, dict(search_weights())))
    weights = train(found)
    print("train:  EM %.3f F1 %.3f (possible %.3f)" % measure(found, weights))
    print("after:  EM %.3f F1 %.3f (possible %.3f)" % measure(kept_out, weights))
    made = "by python -m tests.training.ranker on squadshifts-wiki (CC BY-SA 4.0)"
    text = json.dumps({"made": made, "weights": weights}, indent=0, ensure_ascii=False)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def search_weights() -> dict[str, float]:
    """The weights in use."""
    return dict(json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"])


if __name__ == "__main__":
    main()
