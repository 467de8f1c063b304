"""Fits the weights of `bot/finding/weights.json`, and grows the trees of `bot/finding/contest.json` and of
`bot/finding/evidence.json`, on public sets.

    python -m tests.training.ranker --data ../shared/data              # measure, on halves
    python -m tests.training.ranker --data ../shared/data --ship       # fit on all, and keep

The ranker learns from squadshifts-wiki, SQuAD 1.1 and our own questions on their paragraphs
(`paragraph_questions.jsonl`), the order of sentences from SQuAD 1.1 with whole articles and from
TREC QA train, the trees (`judging`) from squadshifts-wiki, SQuAD 1.1 and 2.0 and our own questions.
The articles are halved by title, every second one: each half is measured with weights of the other,
and the trees and the order of sentences are learnt from what those weights make of questions that
they were not fitted on.
"""

import argparse
import gc
import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from bot import answers, questions
from bot.domain import Corpus
from bot.finding import confidence, scoring, search, trees, weights
from bot.finding.weighing import everything
from bot.kinds.kind import Request
from bot.language import pipeline
from bot.questions.expecting import classes
from bot.replies import Replies
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.scores import best, mean
from tests.training.fitting import Example, Rows, Weights, fit, fit_certainty, fit_order
from tests.training.judging import Forests, Row, judge, judge_row
from tests.training.question_sets import OURS, Set, Unseen, own, together

WEIGHTS = Path("bot/finding/weights.json")
OF_NEWS = "sentence of news"  # of the weights: fitted by `news_trees`
CONTEST, EVIDENCE = Path("bot/finding/contest.json"), Path("bot/finding/evidence.json")
OWN_COUNTS = (
    0.25  # of a question of ours, for the evidence; near misses are not SQuAD's in their share
)
TREC = 5.0  # how much a TREC question counts against one of SQuAD for the order of sentences


class Numbers:
    """The traits by number, in the order they were met."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def __call__(self, trait: str) -> int:
        return self.of.setdefault(trait, len(self.of))


def examples(given: Set, number: Numbers) -> Iterator[Example]:
    """The answerable questions' candidates."""
    for item, asked, title, held in given.passages():
        if not item.answers:
            continue
        dense, traits, marks = [], [], []
        for finding in everything(asked, held):
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


@dataclass(frozen=True, slots=True)
class Sign:
    """The best finding of a question, and how right it is."""

    signs: Mapping[str, float]
    f1: float


def judged(
    given: Set, unseen: Unseen, of_squad: Container[str], number: Numbers
) -> Iterator[tuple[Row, list[Sign]]]:
    """What weights that have not seen the article find for the questions of a set; the very best of
    it also as `confidence` sees it.

    For the evidence those `of_squad` count, and ours a little.
    """
    replies = Replies.load()
    article = {a.source.stem: n for n, a in enumerate(given.story.corpus.articles)}
    for item, asked, title, held in given.passages(unseen):
        request = Request(asked, given.story, held, replies, article[item.article])
        every = everything(asked, held)
        tops = [
            Sign(confidence.signs(asked, finding), judge(finding, item.answers)[1])
            for finding in every[:1]
        ]
        row = judge_row(
            request,
            every,
            number,
            title=title,
            answers=item.answers,
            id_=item.id,
            counts=OWN_COUNTS if item.id.startswith(OURS) else float(item.id in of_squad),
        )
        yield row, tops


def orders(
    given: Set, unseen: Unseen
) -> Iterator[tuple[list[dict[str, float]], list[float], float]]:
    """The sentences of each question on a whole article: features, whether each holds the answer."""
    for item, _, _, held in given.passages(unseen):
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


def fit_unseen(seen: Sequence[Example], titles: Sequence[str], traits: list[str]) -> Unseen:
    """Weights for each half of the articles, fitted on the other; prints what they are worth."""
    half = {title: place % 2 for place, title in enumerate(dict.fromkeys(titles))}
    found = []
    for number in range(2):
        held = [example for example in seen if half[example.title] == number]
        rest = [example for example in seen if half[example.title] != number]
        found.append(fit(Rows(rest, len(traits)), scoring.DENSE, traits))
        report(f"half {number}, of the other", Rows(held, len(traits)), found[-1], traits)
    return Unseen(found, half)


def ask_unseen(
    given: Set,
    forests: Forests,
    unseen: Unseen,
    ids: Mapping[str, set[str]],
) -> None:
    """Ask the bot as it is, with weights and trees that have not seen the article."""
    replies = Replies.load()
    marks: dict[str, list[tuple[float, float]]] = {label: [] for label in ids}
    by_title = sorted(zip(given.titles, given.items, given.asked, strict=True), key=itemgetter(0))
    for title, rows in groupby(by_title, key=itemgetter(0)):
        unseen.use(title)
        order, sure = forests.unseen(title)
        forests_ = trees.Forests(order, sure)
        with patch.object(trees, "of_texts", lambda own=forests_: own):
            for _, item, asked in rows:
                article = given.story.number_of(item.article)
                reply = answers.answer(asked, given.story, replies, article=article)
                silent = float(not reply.answered)
                mark = best(reply.short, item.answers) if item.answers else (silent, silent)
                for label, of in ids.items():
                    if item.id in of:
                        marks[label].append(mark)
    for label, found in marks.items():
        exact, f1 = (100 * mean(column) for column in zip(*found, strict=True))
        print(f"{label}, the bot as it is: EM {exact:.1f}, F1 {f1:.1f}, {len(found)} questions")


def main() -> None:
    """Print what the weights are worth on articles they have not seen; on request keep them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of question sets")
    parser.add_argument("--most", type=int, help="only so many articles of each set")
    parser.add_argument("--ship", action="store_true", help="fit on all and write weights.json")
    options = parser.parse_args()
    one, two, wiki = (
        data.load(options.data / name / "dev.json.gz")["data"][: options.most]
        for name in ("squad-1.1", "squad-2.0", "squadshifts-wiki")
    )
    ids = {
        label: {
            qa["id"] for entry in of for paragraph in entry["paragraphs"] for qa in paragraph["qas"]
        }
        for label, of in (("SQuAD 1.1", one), ("SQuAD 2.0", two))
    }
    ours = own({"squad-1.1": one, "squadshifts-wiki": wiki})
    every = Set.read(together([*wiki, *one], [*two, *ours]))
    number = Numbers()  # the traits of all
    seen = list(examples(every, number))
    traits = list(number.of)
    unseen = fit_unseen(seen, every.titles, traits)
    everything = fit(Rows(seen, len(traits)), scoring.DENSE, traits)
    del seen
    gc.collect()
    sign = Numbers()
    of_squad = ids["SQuAD 1.1"] | ids["SQuAD 2.0"]
    judged_ = list(judged(every, unseen, of_squad, sign))
    rows = [row for row, _ in judged_]
    told = [top for row, tops in judged_ for top in tops if row.id in of_squad]
    del judged_
    gc.collect()
    forests = Forests(rows, list(sign.of))
    for label, of in ids.items():
        forests.curve(label, of)
    ask_unseen(every, forests, unseen, ids)
    del every
    gc.collect()
    ordered = [*orders(Set.read(one, whole=True), unseen)]
    ordered += trec_orders(options.data / "trec-qa" / "train.jsonl.gz")
    shipped: dict[str, Any] = {
        "made": "by python -m tests.training.ranker --ship, from squadshifts-wiki, SQuAD 1.1 and 2.0"
        " (CC BY-SA 4.0), questions of our own on them and TREC QA train: see tests/training",
        "sentence": fit_order(ordered),
        OF_NEWS: weights.of_sentence(of_news=True),
        "certainty": fit_certainty([r.signs for r in told], [r.f1 for r in told]),
        "weights": everything,
    }
    if options.ship:
        text = json.dumps(shipped, indent=0, ensure_ascii=False)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        for path, table in zip((CONTEST, EVIDENCE), forests.shipped(), strict=True):
            path.write_text(json.dumps(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
