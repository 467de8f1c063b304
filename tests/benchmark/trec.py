"""TREC QA: ranks the candidate sentences of each question."""

import math
import random
from pathlib import Path

from spacy.language import Language

from bot import questions
from bot.domain import Corpus
from bot.finding import search
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.scores import mean


def rank(nlp: Language, path: Path) -> tuple[float, float, float]:
    """MAP, MRR and the share of first candidates that are right, on the clean questions.

    Each candidate is an article of its own.  Ties fall at random, with a fixed seed.
    """
    shuffle = random.Random(1)
    found: list[tuple[float, float, float]] = []
    for row in data.lines(path):
        if not row["clean"]:
            continue
        texts = [c["text"] for c in row["candidates"]]
        corpus = Corpus(tuple(data.article(f"c{n}", text) for n, text in enumerate(texts)))
        story = Story.read(corpus, nlp)
        asked = questions.read(row["question"], story, nlp)
        scores = dict.fromkeys(range(len(texts)), -math.inf)
        for article, worth in search.sentence_scores(asked, story):
            scores[article] = max(scores[article], worth)
        order = sorted(scores, key=lambda n: (-scores[n], shuffle.random()))
        labels = [row["candidates"][n]["label"] for n in order]
        hits = [place for place, label in enumerate(labels, 1) if label]
        average = mean((number / place) for number, place in enumerate(hits, 1))
        found.append((average, 1 / hits[0], float(labels[0] == 1)))
    return mean(r[0] for r in found), mean(r[1] for r in found), mean(r[2] for r in found)
