"""Asks back when a name of the question is borne by several in the story."""

from collections.abc import Sequence

from bot.domain import Reply
from bot.kinds.kind import Request
from bot.language.entities import Entity
from bot.writing import Writer

Borne = tuple[int, Entity]  # article and entity


def bearers(request: Request, words: str) -> list[Borne]:
    """Everyone whom a name can mean; the same full name in two articles counts once."""
    found: dict[str, Borne] = {}
    for number, table in enumerate(request.story.tables):
        if request.article is None or request.article == number:
            for entity in table.find(words):
                found.setdefault(entity.words, (number, entity))
    return list(found.values())


def ask_back(request: Request, words: str, some: Sequence[Borne]) -> Reply:
    """'Which Ruiz do you mean: Ana Ruiz [1] or Leo Ruiz [2]?'"""
    writer = Writer(request.asked, request.replies)
    choices = []
    for article, entity in some:
        home = request.story.reading_at(article, entity.name.sentence_index)
        fact = home.fact(entity.name.start, entity.name.end)
        choices.append((writer.slot(fact, strong=True), *writer.marks(fact, gap=True)))
    return writer.reply(
        "which one",
        "which.one",
        answered=False,
        asked=writer.asked_words(words),
        answer=writer.joined(choices, last="list.or"),
    )
