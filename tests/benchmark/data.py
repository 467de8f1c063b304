"""Reads the question sets into articles and questions."""

import gzip
import json
from collections.abc import Iterator
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
    """A JSON or gzipped JSON file."""
    opened = (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8")
    )
    with opened as file:
        return json.load(file)


def lines(path: Path) -> Iterator[Any]:
    """The rows of a JSON Lines file, gzipped or not."""
    opened = (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8")
    )
    with opened as file:
        for line in file:
            yield json.loads(line)


def article(stem: str, text: str) -> Article:
    """A text as the corpus reader sees a file of that name."""
    return read_article(stem, text, file=f"{stem}.txt", today=TODAY)[0]


def squad(path: Path, *, whole: bool, most: int | None = None) -> tuple[Corpus, list[Item]]:
    """A SQuAD-shaped set; an article a paragraph, or with `whole` one for each Wikipedia article."""
    articles: list[Article] = []
    items: list[Item] = []
    for number, entry in enumerate(load(path)["data"][:most]):
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
