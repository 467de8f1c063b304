"""Fits the weights of `bot/weights.json`, and grows the trees of `bot/evidence.json`, on public sets.

    python -m tests.training.ranker --data ../shared/data              # measure, on halves
    python -m tests.training.ranker --data ../shared/data --ship       # fit on all, and keep

The ranker learns from squadshifts-wiki and SQuAD 1.1, the order of sentences from SQuAD 1.1 with
whole articles and from TREC QA train, the trees (`judging`) from SQuAD 1.1 and 2.0.  The SQuAD
articles are halved by title, every second one: each half is measured with weights of the other, and
the trees and the order of sentences are learnt from what those weights make of questions that they
were not fitted on.
"""

import argparse
import gc
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot import confidence, questions, scoring, search, weights
from bot.domain import Corpus
from bot.expecting import classes
from bot.kinds.kind import Request
from bot.language import pipeline
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.data import Item
from tests.benchmark.scores import best
from tests.training.fitting import Example, Rows, Weights, fit, fit_certainty, fit_order
from tests.training.judging import Forest, Row, curve, judge, judge_row

WEIGHTS, EVIDENCE = Path("bot/weights.json"), Path("bot/evidence.json")
TREC = 5.0  # how much a TREC question counts against one of SQuAD for the order of sentences


@dataclass(frozen=True, eq=False)
class Set:
    """A question set, read once."""

    story: Story
    items: list[Item]
    asked: list[Asked]
    titles: list[str]  # one an item

    @classmethod
    def read(cls, path: Path, *, whole: bool = False, most: int | None = None) -> "Set":
        nlp = pipeline.load()
        corpus, items = data.squad(path, whole=whole, most=most)
        story = Story.read(corpus, nlp)
        asked = [questions.read(item.question, story, nlp) for item in items]
        names = [entry["title"] for entry in data.load(path)["data"]]
        places = [int(item.article[1:].partition("-")[0]) for item in items]
        return cls(story, items, asked, [names[place] for place in places])

    def passages(self) -> Iterator[tuple[Item, Asked, str, list[search.Passage]]]:
        number = {a.source.stem: n for n, a in enumerate(self.story.corpus.articles)}
        for item, asked, title in zip(self.items, self.asked, self.titles, strict=True):
            held = search.passages(asked, self.story, article=number[item.article])
            yield item, asked, title, held


class Numbers:
    """The traits by number, in the order they were met."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def __call__(self, trait: str) -> int:
        return self.of.setdefault(trait, len(self.of))


def found(asked: Asked, held: list[search.Passage]) -> list[search.Finding]:
    """Every candidate, of whatever shape: the ranker learns itself what fits which question."""
    return search.findings(asked, lambda *_: 1.0, held)


def examples(given: Set, number: Numbers) -> Iterator[Example]:
    """The answerable questions' candidates."""
    for item, asked, title, held in given.passages():
        if not item.answers:
            continue
        dense, traits, marks = [], [], []
        for finding in found(asked, held):
            table, candidate = finding.passage.table, finding.candidate
            dense.append(table.dense[finding.row])
            traits.append([number(f"{n}={v[finding.row]}") for n, v in table.traits.items()])
            words = finding.passage.reading.fact(candidate.start, candidate.end).text
            marks.append(best(words, item.answers))
        yield Example(
            title,
            classes(asked),
            np.asarray(dense, np.float32),
            np.asarray(traits, np.int32),
            np.asarray([mark[1] for mark in marks], np.float32),
            np.asarray([mark[0] for mark in marks], np.float32),
        )


def use(of_classes: Mapping[str, Mapping[str, float]]) -> None:
    """Rank with these weights from now on."""
    weights.replace(weights=of_classes)


@dataclass(frozen=True, slots=True)
class Sign:
    """The best finding of a question, and how right it is."""

    signs: Mapping[str, float]
    f1: float


def judged(
    given: Set, halves: Mapping[bool, Weights], half: set[str], *, without: Collection[str] = ()
) -> Iterator[tuple[Row, list[Sign]]]:
    """What the weights of the other half find for the questions of a set, but for some; the very
    best of it also as `confidence` sees it."""
    replies = Replies.load()
    number = {a.source.stem: n for n, a in enumerate(given.story.corpus.articles)}
    current: bool | None = None
    for item, asked, title, held in given.passages():
        if item.id in without:
            continue
        if current is not (other := title not in half):
            use(halves[other])
            current = other
        request = Request(asked, given.story, held, replies, number[item.article])
        tops = [
            Sign(confidence.signs(asked, finding), judge(finding, item.answers)[1])
            for finding in found(asked, held)[:1]
        ]
        yield judge_row(request, title, item.answers, item.id), tops


def orders(
    given: Set, halves: Mapping[bool, Weights], half: set[str]
) -> Iterator[tuple[list[dict[str, float]], list[float], float]]:
    """The sentences of each question on a whole article: features, whether each holds the answer."""
    for item, _, title, held in given.passages():
        use(halves[title not in half])
        texts = [" ".join(p.reading.sentence.text.split()) for p in held]
        right = [float(any(" ".join(a.split()) in t for a in item.answers)) for t in texts]
        yield [scoring.sentence_features(p) for p in held], right, 1.0


def trec_orders(path: Path) -> Iterator[tuple[list[dict[str, float]], list[float], float]]:
    """The same of TREC QA's candidate sentences."""
    nlp = pipeline.load()
    for row in data.lines(path):
        texts = [c["text"] for c in row["candidates"]]
        articles = tuple(data.article(f"c{n}", text) for n, text in enumerate(texts))
        story = Story.read(Corpus(articles), nlp)
        held = search.passages(questions.read(row["question"], story, nlp), story, depth=None)
        right = [float(row["candidates"][p.reading.article]["label"]) for p in held]
        yield [scoring.sentence_features(p) for p in held], right, TREC


def report(label: str, rows: Rows, of_classes: Weights, traits: list[str]) -> None:
    """Exact match and F1 of the best candidate, and the best F1 there was."""
    scores = rows.scores(of_classes, scoring.DENSE, traits)
    tops = [
        begin + int(np.argmax(scores[begin : begin + size]))
        for begin, size in zip(rows.begins, rows.sizes, strict=True)
    ]
    asked = rows.asked  # those without a candidate count as wrong
    exact, f1 = sum(rows.exact[tops]) / asked, sum(rows.f1[tops]) / asked
    most = sum(np.maximum.reduceat(rows.f1, rows.begins)) / asked
    print(f"{label}: EM {exact:.3f} F1 {f1:.3f} (possible {most:.3f}), {asked} questions")


def main() -> None:
    """Print what the weights are worth on articles they have not seen; on request keep them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of question sets")
    parser.add_argument("--most", type=int, help="only so many articles of each set")
    parser.add_argument("--ship", action="store_true", help="fit on all and write weights.json")
    options = parser.parse_args()
    one, two, wiki = (
        options.data / name / "dev.json.gz"
        for name in ("squad-1.1", "squad-2.0", "squadshifts-wiki")
    )
    number = Numbers()  # the traits of all sets
    base = list(examples(Set.read(wiki, most=options.most), number))
    squad = Set.read(one, most=options.most)
    seen = list(examples(squad, number))
    half = set(list(dict.fromkeys(squad.titles))[::2])
    traits = list(number.of)
    sides = {side: [e for e in seen if (e.title in half) is side] for side in (True, False)}
    halves = {}
    for side, own in sides.items():
        halves[side] = fit(Rows([*base, *own], len(traits)), scoring.DENSE, traits)
        report(
            f"half {side:d}, on the other", Rows(sides[not side], len(traits)), halves[side], traits
        )
    everything = fit(Rows([*base, *seen], len(traits)), scoring.DENSE, traits)
    del base, seen, sides
    gc.collect()
    near = Set.read(two, most=options.most)
    both = {item.id for item in squad.items} & {item.id for item in near.items}
    seen_by = [*judged(near, halves, half), *judged(squad, halves, half, without=both)]
    rows, told = [row for row, _ in seen_by], [sign for _, tops in seen_by for sign in tops]
    ids = {"SQuAD 1.1": {i.id for i in squad.items}, "SQuAD 2.0": {i.id for i in near.items}}
    del squad, near
    gc.collect()
    forest = Forest(rows)
    likely = forest.held_out(rows)
    for label, of in ids.items():
        curve(label, rows, forest, likely, of)
    ordered = [*orders(Set.read(one, whole=True, most=options.most), halves, half)]
    ordered += trec_orders(options.data / "trec-qa" / "train.jsonl.gz")
    shipped: dict[str, Any] = {
        "made": "by python -m tests.training.ranker --ship, from squadshifts-wiki, SQuAD 1.1 and 2.0"
        " (CC BY-SA 4.0) and TREC QA train: see tests/training",
        "sentence": fit_order(ordered),
        "certainty": fit_certainty([r.signs for r in told], [r.f1 for r in told]),
        "weights": everything,
    }
    if options.ship:
        text = json.dumps(shipped, indent=0, ensure_ascii=False)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        EVIDENCE.write_text(json.dumps(forest.shipped()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
