"""Fits `bot/language/data/name_weights.toml`: what each piece of evidence says of a name.

python -m tests.training names --data ../shared/data --held-out FOLDER
python -m tests.training.name_weights --data ../shared/data --model FOLDER    # two minutes

Multinomial logistic regression, drawn first to values set by hand (`BY_HAND`), then from those.
The pipeline has seen the names of the training part, so guesses count only in the second step, by
pipelines of FOLDER that have not seen the text: those of dev, nor of one part of train.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from bot.language import name_labels, pipeline
from bot.language.name_spans import is_people, spans
from bot.language.name_words import look
from tests.training.evaluate import blank
from tests.training.names import PARTS
from tests.training.treebank import Tree, read_trees, to_doc
from tests.training.unseen import part_of

Row = tuple[frozenset[str], str]  # the evidence for a name, and its label
Matrix = NDArray[np.float32]
LABELS = list(name_labels.LABELS)
OUT = Path(name_labels.__file__).parent / "data" / "name_weights.toml"
WIKINEWS = "wikinews-gum/dev.jsonl.gz"
KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}

RAREST = 8  # evidence met less often is left to the values set by hand
FIRST, SECOND = 100.0, 15.0  # pull to the values before; chosen on dev and on tests/stories
NEWS, TRAIN = 1.0, 0.3  # weight of a name in Wikinews, in train, beside one in dev
BLIND = 0.1  # weight of the same names without the guesses, lest all hang on them

BY_HAND: dict[str, dict[str, float]] = {
    "always": {"MISC": 0.3},
    "words 2": {"PER": 0.3},
    "words 4": {"ORG": 0.5},
    "well-known place": {"LOC": 4},
    "well-known place, also a given name": {"LOC": 2, "PER": 1},
    "well-known organisation": {"ORG": 4},
    "form of organisation, several": {"ORG": 4},
    "form of organisation, single": {"ORG": 1},
    "form of organisation, with of": {"ORG": 5},
    "form of place, several": {"LOC": 2.5},
    "form of place, single": {"LOC": 0.5},
    "form of thing": {"MISC": 2},
    "form of newspaper": {"ORG": 2},
    "given name, several": {"PER": 3},
    "given name, single": {"PER": 1.5},
    "given word, several": {"PER": 1},
    "initials": {"ORG": 1.5},
    "ampersand": {"ORG": 2},
    "suffix": {"PER": 2},
    "people first": {"ORG": 0.5},
    "guessed PER": {"PER": 3},
    "guessed LOC": {"LOC": 3},
    "guessed ORG": {"ORG": 3},
    "partly guessed PER": {"PER": 1},
    "partly guessed LOC": {"LOC": 1},
    "partly guessed ORG": {"ORG": 1},
    "in a row with guessed PER": {"PER": 1.5},
    "in a row with guessed LOC": {"LOC": 1},
    "in a row with guessed ORG": {"ORG": 1},
    "after title": {"PER": 3},
    "after kin": {"PER": 2.5},
    "after kin and comma": {"PER": 2},
    "after role": {"PER": 2},
    "after role and comma": {"PER": 3},
    "after a country's": {"PER": 2},
    "after organisation noun": {"ORG": 3},
    "after organisation noun and comma": {"ORG": 5},
    "after place noun": {"LOC": 1.5},
    "after place noun and comma": {"LOC": 2},
    "after place of": {"LOC": 5},
    "after thing": {"MISC": 1.5},
    "after ship": {"MISC": 4},  # met too seldom to be fitted
    "after thing and comma": {"MISC": 4},
    "after in": {"LOC": 1.5},
    "after preposition of place": {"LOC": 1},
    "before age": {"PER": 3},
    "before who": {"PER": 6},  # nothing else is "who"
    "before which": {"PER": -3},
    "before apposed role": {"PER": 4},
    "before apposed kin": {"PER": 4},
    "before apposed organisation noun": {"ORG": 5},  # the text says so outright
    "before apposed place noun": {"LOC": 2.5},
    "before apposed thing": {"MISC": 1.5},
    "before comma and place": {"LOC": 2},
    "before organisation noun": {"ORG": 2.5},
    "before place noun": {"LOC": 2.5},
    "before thing": {"MISC": 1.5},
    "before verb of saying": {"PER": 1, "ORG": 0.6},
}

HEAD = """\
# What speaks for which label of a name, and how much; evidence that is not here says nothing.
# Source: fitted by us with `python -m tests.training.name_weights`: values set by hand, moved by
# the training part of Universal NER English EWT (CC BY-SA 4.0), then, with the guesses of taggers
# that have not seen the text, by both its training and its development part and the news of
# Wikinews in GUM (CC BY). The test part is not used.
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="the folder of data sets")
    arguments.add_argument("--model", required=True, help="a pipeline whose names are held out")
    chosen = arguments.parse_args()
    data, nlp = chosen.data, pipeline.load(chosen.model)
    trees, dev = (read_trees(data, split, gum=False) for split in ("train", "dev"))
    train = list(treebank_rows(nlp, trees))
    seen = [(row, 1.0) for row in treebank_rows(nlp, dev)]
    seen += [(row, NEWS) for row in news_rows(nlp, data / WIKINEWS)]
    for part in range(PARTS):
        mine = [tree for tree in trees if part_of(tree, PARTS) == part]
        unknowing = pipeline.load(f"{chosen.model}/{part}")
        seen += [(row, TRAIN) for row in treebank_rows(unknowing, mine)]
    weights = fit_all(train, seen)
    lines = [as_line(piece, weights[piece]) for piece in sorted(weights)]
    OUT.write_text("\n".join([HEAD, *filter(None, lines)]) + "\n", encoding="utf-8")


def treebank_rows(nlp: Language, trees: Sequence[Tree]) -> Iterator[Row]:
    """The names we find, with Universal NER's labels; where only borders differ, none is given."""
    texts: dict[str, list[Doc]] = {}
    for tree in trees:
        texts.setdefault(tree.text_name, []).append(to_doc(tree.words, nlp.vocab))
    for right, doc in chain.from_iterable(
        zip(gold, pipeline.read_text(nlp, map(blank, gold)), strict=True) for gold in texts.values()
    ):
        labels = {(entity.start, entity.end): entity.label_ for entity in right.ents}
        for start, end, evidence in found(doc):
            if (start, end) in labels:
                yield evidence, labels[start, end]
            elif not any(a < end and start < b for a, b in labels):
                yield evidence, "MISC"


def news_rows(nlp: Language, path: Path) -> Iterator[Row]:
    """The names we find in news, by the kind of the smallest mention that ends with them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    for article in articles:
        if article["genre"] != "news":
            continue
        texts = [text for paragraph in article["paragraphs"] for text in paragraph]
        for number, doc in enumerate(pipeline.read_text(nlp, texts)):
            mentions = [m for m in article["mentions"] if m["s"] == number]
            for start, end, evidence in found(doc) if number else ():  # 0 is the headline
                span = doc[start:end]
                fitting = [
                    (m["b"] - m["a"], KINDS.get(m["type"], "MISC"))
                    for m in mentions
                    if m["b"] == span.end_char and m["a"] <= span.start_char
                ]
                if fitting:
                    yield evidence, min(fitting)[1]


def found(doc: Doc) -> Iterator[tuple[int, int, frozenset[str]]]:
    words = [look(token.text) for token in doc]
    for start, end in spans(doc, words):
        if not is_people(words, start, end):
            yield start, end, frozenset(name_labels.evidence(doc, words, start, end))


def fit_all(train: list[Row], seen: list[tuple[Row, float]]) -> dict[str, Matrix]:
    """The weights of each piece of evidence, by `LABELS`, from names with their importance."""
    every = [*train, *(row for row, _ in seen)]
    counts = Counter(piece for pieces, _ in every for piece in pieces)
    pieces = sorted({piece for piece, n in counts.items() if n >= RAREST} | set(BY_HAND))
    start = np.zeros((len(pieces), len(LABELS)), dtype=np.float32)
    for piece, values in BY_HAND.items():
        for label, value in values.items():
            start[pieces.index(piece), LABELS.index(label)] = value
    first = fit([(blinded(row), 1.0) for row in train], pieces, start, pull=FIRST)
    blind = [(unguessed(row), weight * BLIND) for row, weight in seen]
    second = fit([*seen, *blind], pieces, first, pull=SECOND)
    second -= second.mean(axis=1, keepdims=True)
    return dict(zip(pieces, second, strict=True))


def guesses(row: Row) -> frozenset[str]:
    return frozenset(piece for piece in row[0] if "guess" in piece)


def blinded(row: Row) -> Row:
    """Without what the pipeline made of it."""
    return row[0] - guesses(row), row[1]


def unguessed(row: Row) -> Row:
    """As if the pipeline had seen nothing in it."""
    return row[0] - guesses(row) | {"no guess"}, row[1]


def fit(
    rows: Sequence[tuple[Row, float]], pieces: Sequence[str], start: Matrix, *, pull: float
) -> Matrix:
    """The weights that make the labels likeliest, less `pull` times their distance from `start`."""
    place = {piece: i for i, piece in enumerate(pieces)}
    given = np.zeros((len(rows), len(pieces)), dtype=np.float32)
    wanted = np.zeros((len(rows), len(LABELS)), dtype=np.float32)
    for i, ((evidence, label), _) in enumerate(rows):
        given[i, [place[piece] for piece in evidence if piece in place]] = 1
        wanted[i, LABELS.index(label)] = 1
    importance = np.array([[weight] for _, weight in rows], dtype=np.float32)
    weights, speed, spread = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, 801):  # Adam
        chances = np.exp(given @ weights)
        chances /= chances.sum(axis=1, keepdims=True)
        slope = given.T @ ((chances - wanted) * importance) + pull * (weights - start)
        speed = 0.9 * speed + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        move = speed / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
        weights -= 0.05 * move
    return weights


def as_line(piece: str, weights: Matrix) -> str:
    """'"after in" = { PER = -0.6, … }'; '' if it says next to nothing"""
    if np.abs(weights).max() < 0.1:
        return ""
    values = (f"{label} = {weight:.1f}" for label, weight in zip(LABELS, weights, strict=True))
    return f'"{piece}" = {{ {", ".join(values)} }}'


if __name__ == "__main__":
    main()
