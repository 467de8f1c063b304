"""Who and what an article speaks of: records for entities and the words that stand for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Doc

from bot.domain import Role
from bot.language.quotes import Quote


class Named(Protocol):
    """A name in a sentence: tokens [start, end) with PER, LOC or ORG."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def role(self) -> tuple[int, int] | None:
        """The tokens of the title or role beside it, if any."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the article with what was found in it; lines come in the article's order."""

    doc: Doc
    names: Sequence[Named]
    quotes: Sequence[Quote]
    paragraph: int
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity."""

    sentence_index: int
    start: int  # tokens [start, end) of that sentence
    end: int
    kind: str  # "name", "pronoun" or "nominal"
    entity: int | None  # None: two or more fit, or nobody does
    certain: bool = True  # False: inferred, the reader should be told

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation of the article, with all that stands for it."""

    id: int
    name: Mention  # the longest full form
    words: str  # that form as it stands
    label: str  # PER, LOC or ORG
    gender: str | None  # "m", "f"; None without evidence from a title, kin or a clear pronoun
    number: str  # "sing" or "plur"
    mentions: tuple[Mention, ...]  # in the article's order
    forms: tuple[str, ...] = ()  # its names as they stand, longest first
