"""Asks back when a name of the question is borne by several in the story."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import Reply
from bot.language import namesakes
from bot.language.english import plain
from bot.language.entities import Entity
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story
from bot.writing import Writer

Home = tuple[int, Entity]  # an article, and whom it knows by the name


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody, or something, that a name can mean, in every article that knows it."""

    name: str  # the fullest form that an article has
    homes: tuple[Home, ...]  # the newest article first

    @property
    def is_person(self) -> bool:
        return self.homes[0][1].label == "PER"


def bearers(story: Story, words: str, *, article: int | None) -> list[Bearer]:
    """Everyone whom a name can mean, in the order of the articles; `article`: only in that one."""
    found = [
        (number, entity)
        for number, table in enumerate(story.tables)
        if article in {None, number}
        for entity in table.find(words)
    ]
    groups: list[list[Home]] = []
    for home in sorted(found, key=lambda home: -len(_key(home[1]))):
        same = [group for group in groups if _is_same(home[1], group[0][1])]
        if len(same) == 1:
            same[0].append(home)
        elif not same:
            groups.append([home])  # a surname that two others bear is nobody else
    groups.sort(key=lambda group: min(found.index(home) for home in group))
    return [
        Bearer(group[0][1].words, tuple(sorted(group, key=lambda home: -story.day(home[0]))))
        for group in groups
    ]


def _is_same(one: Entity, other: Entity) -> bool:
    """Whether two articles know the same one: the names are equal, or one is the other in short."""
    own, full = _key(one), _key(other)
    if own == full:
        return True
    return one.label == other.label and (
        namesakes.is_short_name(own, full, one.label)
        or namesakes.is_first_name(own, full, one.label)
    )


def _key(entity: Entity) -> namesakes.Key:
    return namesakes.fold_words(plain(entity.words).split())


def ask_back(
    asked: Asked, replies: Replies, story: Story, words: str, some: Sequence[Bearer]
) -> Reply:
    """'Which Ruiz do you mean: Ana Ruiz [1] or Leo Ruiz [2]?'"""
    writer = Writer(asked, replies)
    choices = []
    for bearer in some:
        article, entity = bearer.homes[0]
        home = story.reading_at(article, entity.name.sentence_index)
        fact = home.fact(entity.name.start, entity.name.end)
        choices.append((writer.slot(fact, strong=True), *writer.marks(fact, gap=True)))
    return writer.reply(
        "which one",
        "which.one",
        answered=False,
        asked=writer.asked_words(words),
        answer=writer.joined(choices, last="list.or"),
    )
