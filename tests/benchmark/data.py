"""Reads the question sets into articles and questions."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.corpus.article import read_article
from bot.domain import Article, Corpus

TODAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a set."""

    id: str
    question: str
    answers: tuple[str, ...]  # empty: the text does not say
    article: str  # stem of the article that holds the answer


def load(path: Path) -> Any:
    """A JSON file."""
    return json.loads(_text(path))


def lines(path: Path) -> Iterator[Any]:
    """The rows of a JSON Lines file."""
    return (json.loads(line) for line in _text(path).split("\n") if line)


def _text(path: Path) -> str:
    """A file, gzipped or not."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


def article(stem: str, text: str) -> Article:
    """A text as the corpus reader sees a file of that name."""
    return read_article(stem, text, file=f"{stem}.txt", today=TODAY)[0]


def squad(path: Path, *, whole: bool, most: int | None = None) -> tuple[Corpus, list[Item]]:
    """A SQuAD-shaped set; an article a paragraph, or with `whole` one a Wikipedia article."""
    return shaped(load(path)["data"][:most], whole=whole)


def shaped(entries: Iterable[Any], *, whole: bool) -> tuple[Corpus, list[Item]]:
    """The same of Wikipedia articles in the layout of such a set."""
    articles: list[Article] = []
    items: list[Item] = []
    for number, entry in enumerate(entries):
        if whole:
            text = "\n\n".join(p["context"] for p in entry["paragraphs"])
            articles.append(article(f"a{number}", text))
        for place, paragraph in enumerate(entry["paragraphs"]):
            stem = f"a{number}" if whole else f"a{number}-{place}"
            if not whole:
                articles.append(article(stem, paragraph["context"]))
            for qa in paragraph["qas"]:
                answers = tuple(dict.fromkeys(a["text"] for a in qa["answers"]))
                items.append(Item(qa["id"], qa["question"], answers, stem))
    return Corpus(tuple(articles)), items


def cmu(path: Path, *, most: int | None = None) -> tuple[Corpus, list[Item], list[Item]]:
    """The CMU articles, with the questions to answer with yes or no, and the extractive ones."""
    articles: list[Article] = []
    yes_no: list[Item] = []
    extractive: list[Item] = []
    for number, entry in enumerate(load(path)["data"][:most]):
        articles.append(article(f"a{number}", entry["text"]))
        for qa in entry["qas"]:
            item = Item(qa["id"], qa["question"], tuple(qa["answers"]), f"a{number}")
            if qa["yes_no"]:
                yes_no.append(item)
            elif qa["extractive"]:
                extractive.append(item)
    return Corpus(tuple(articles)), yes_no, extractive
