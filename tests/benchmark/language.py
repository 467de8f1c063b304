"""How fast the language front end is: seconds of processor time, so that other work does not count."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bot.corpus import read as read_corpus
from bot.language import pipeline
from tests import golden

ROUNDS = 5
WORDS = 3_000  # parsed a round


def table(corpus: Path) -> None:
    """Least and median of some rounds of loading, of parsing stories, of parsing questions."""
    articles = read_corpus(corpus).articles
    texts = [sentence.text for article in articles for sentence in article.sentences]
    questions = [row.ask for story in golden.STORIES for row in golden.read(story)]
    nlp = pipeline.load()
    repeated = texts * (WORDS // sum(len(nlp.make_doc(text)) for text in texts) + 1)
    words = sum(len(doc) for doc in nlp.pipe(repeated))  # warm
    show("load, s", _rounds(pipeline.load))
    show(
        "nlp.pipe, words/s",
        [words / s for s in _rounds(lambda: list(nlp.pipe(repeated)))],
    )
    show(
        "a question parsed, ms",
        [s / len(questions) * 1000 for s in _rounds(lambda: list(map(nlp, questions)))],
    )
    for name, pipe in nlp.pipeline:
        docs = [nlp.make_doc(text) for text in questions]
        for before, component in nlp.pipeline:
            if before == name:
                break
            docs = [component(doc) for doc in docs]
        begun = time.process_time()
        for doc in docs:
            pipe(doc)
        spent = (time.process_time() - begun) / len(questions) * 1000
        print(f"  of it {name:15} {spent:6.2f}")


def _rounds(work: Callable[[], object]) -> list[float]:
    """Seconds of processor time that each of some rounds took."""
    found = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return found


def show(what: str, figures: list[float]) -> None:
    """A line of the table."""
    least, most, middle = min(figures), max(figures), statistics.median(figures)
    print(f"{what:24} median {middle:10.2f}   from {least:.2f} to {most:.2f}")
