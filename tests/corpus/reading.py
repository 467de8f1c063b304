"""What the tests of the corpus share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.domain import Article, Corpus, Problem

Write = Callable[[str, str | bytes], Path]

TODAY = date(2026, 1, 20)
GOOD = "date 2026-01-09 The Daily\n\nA ferry sank. Nobody was hurt.\n"
FRONT_MATTER = '+++\ntitle = "Ferry sinks"\ndate = 2026-01-09\nsource = "The Daily"\n{}+++\n'


def only(corpus: Corpus) -> Article:
    (article,) = corpus.articles
    return article


def only_problem(corpus: Corpus) -> Problem:
    (problem,) = corpus.problems
    return problem


def texts(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences]
