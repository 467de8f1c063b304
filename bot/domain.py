"""The nouns of the program: small frozen records that every room shares.

Articles come apart into sentences; a fact points at words of a sentence; a reply is made of fixed
words and of slots filled from facts.  All offsets count characters of Python strings,
`[start, end)`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import PurePath


class Role(StrEnum):
    """What a sentence is in its article."""

    BODY = "body"
    CAPTION = "caption"  # of a photograph; cited only where no body sentence says it
    HEADING = "heading"  # a line of its own without final punctuation; likewise


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from."""

    stem: str  # the file's name without its ending: the article's id
    title: str
    publisher: str  # "" when the file does not say
    published: date | None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, caption or heading, exactly as in the article file."""

    source: Source
    number: int  # 1, 2, … within the article; captions and headings count, metadata does not
    paragraph: int  # 1, 2, … within the article
    role: Role
    start: int  # characters [start, end) of the file's text
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article's file, as decoded and not yet read."""

    file: str  # the file's name: 'ferry.txt'
    text: str

    @property
    def stem(self) -> str:
        """The article's id."""
        return PurePath(self.file).stem

    @property
    def hash(self) -> str:
        """SHA-256 in hexadecimal digits: equal texts, equal hash."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read."""

    source: Source
    text: str  # the whole file, as decoded; sentence offsets point into it
    sentences: tuple[Sentence, ...]
    place: str = ""  # the dateline's place, "VIGO, Chile"; "" without dateline
    agency: str = ""  # the dateline's agency, "AP"


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the person who keeps the corpus."""

    file: str
    line: int | None  # 1, 2, …; None when it is about the whole file
    text: str  # what is wrong and what to do
    fatal: bool  # True: the file was left out; False: a warning

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.text}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """An immutable set of articles, in the order of their file names."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    version: str = ""  # short hexadecimal digest of stems and texts: equal texts, equal version


@dataclass(frozen=True, slots=True)
class Fact:
    """The words of a sentence that say something: characters [start, end) of its text."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.sentence.text[self.start : self.end]


class Made(StrEnum):
    """How the words of a slot came from its facts; `proof` re-derives each."""

    VERBATIM = "verbatim"  # the words as they stand
    CAPITAL = "capital"  # as they stand, first letter made a capital
    SMALL = "small"  # as they stand, first letter made small
    DATE = (
        "date"  # facts[0] worked out by the article's date; "that day" by the dates of the others
    )
    DAY = "day"  # the same without the words
    NAME = "name"  # facts[1]'s full name for facts[0], a shorter mention of the same
    COUNT = "count"  # a number of list members, which the cited words state
    ASKED = "asked"  # the reader's own words, given back; no fact
    METADATA = "metadata"  # publisher, title or date of the facts' article, or of one that is cited


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words of a template."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that are not the bot's own, with where they are from."""

    text: str
    facts: tuple[Fact, ...]
    made: Made = Made.VERBATIM
    strong: bool = False  # the key words of the reply: shown bold, and given as `short`
    ways: tuple[str, ...] = ()  # of a date: which way each fact's date looks; "" where not given


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference to a citation: `[1]`."""

    number: int

    @property
    def text(self) -> str:
        return f"[{self.number}]"


Part = Words | Slot | Mark


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that a reply rests on, and which of its words were used."""

    number: int  # 1, 2, … in order of first use
    sentence: Sentence
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Cited sentences between their neighbours, in the order of their article."""

    sentences: tuple[Sentence, ...]  # of one article; at least one of them is cited
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent, as plain text in parts; markup is `render`'s."""

    question: str
    kind: str
    answered: bool
    parts: tuple[Part, ...]
    citations: tuple[Citation, ...] = ()
    short: str = ""  # what fills the hole, lists joined by ", "; "" when not answered
    corrected: str = ""  # the question as it was read, when that differs from what was typed
    suggestions: tuple[str, ...] = ()  # questions proved answerable
    version: str = ""  # of the corpus that it was found in
    language: str = "en"  # of the bot's own words in it
    follows_up: bool = False  # it was read in the light of what was said before
    trace: Sequence[str] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """Plain text with `[n]` after each claim; no source lines."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Change:
    """What a reload did, or an admin's change of the articles."""

    added: tuple[str, ...]  # stems
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    sentences_before: int
    sentences_after: int
    problems: tuple[Problem, ...]
    seconds: float
    sentences_added: int = 0  # a sentence that was changed counts among both
    sentences_removed: int = 0
    number: int | None = None  # of the version made; None: nothing changed, or none are kept
    notes: tuple[Problem, ...] = ()  # admins' changes that gave way to the file on disk


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood of an article that is not published yet."""

    article: Article
    problems: tuple[Problem, ...]
    replaces: bool  # an article of this stem is served
    change: Change  # what publishing it would do
    questions: tuple[str, ...]  # up to three that it answers
