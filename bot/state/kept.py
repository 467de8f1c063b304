"""What the bot keeps between runs, as small frozen records; `state` stores and finds them.

Times are aware and in UTC; ids are Telegram's.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import Text


@dataclass(frozen=True, slots=True)
class Footing:
    """What an answer said and on which sentences, as digests."""

    said: str = ""  # "": it answered nothing, so that nothing can change
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer that was sent: what it replied to, and the messages it took."""

    chat: int
    topic: int  # the forum topic it stands in; 0 outside topics
    question: int  # the message that asked
    answers: tuple[int, ...]  # the messages that answer, in order; at least one
    text: str  # the question as it was asked
    version: str  # of the corpus that it was answered from
    asker: int
    at: datetime
    language: str = "en"  # of the bot's own words in it
    footing: Footing = Footing()


@dataclass(frozen=True, slots=True)
class Inlined:
    """An answer that somebody sent into another chat, as far as Telegram tells of it."""

    message: str  # Telegram's `inline_message_id`
    question: str
    version: str  # of the corpus that it was answered from
    asker: int
    at: datetime
    language: str
    footing: Footing


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one answer of one version of the corpus."""

    question: str
    answer: str
    version: str
    up: int
    down: int
    last: date  # the day of the last vote


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked, without whom or where."""

    text: str  # as `asked.normalise` makes it
    day: date
    kind: str
    answered: bool
    milliseconds: float  # how long the answer took


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that the story did not answer, and how often it was asked."""

    text: str
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class Day:
    """What was asked on one day."""

    day: date
    asked: int
    answered: int
    milliseconds: float  # the mean time of an answer


@dataclass(frozen=True, slots=True)
class Subscription:
    """A question whose answer somebody wants to be told later."""

    person: int
    chat: int
    topic: int  # 0 outside topics
    message: int  # the message to reply to
    question: str
    until: datetime  # from then on it is forgotten
    language: str = "en"  # in which the person is spoken to


@dataclass(frozen=True, slots=True)
class Action:
    """What an admin did."""

    at: datetime
    who: str  # a numeric Telegram id, or "terminal"
    what: str  # 'reload', 'add', …
    about: str = ""  # a stem, a version


@dataclass(frozen=True, slots=True)
class Version:
    """An immutable set of articles, as it was published."""

    number: int  # 1, 2, …; never given twice
    digest: str  # `Corpus.version`: equal texts, equal digest
    at: datetime
    who: str  # as in `Action`
    why: str  # 'reload', 'add ferry', 'rollback 3'
    articles: int


@dataclass(frozen=True, slots=True)
class Override:
    """An admin's change of one article, which lies over the folder's file of the same stem."""

    stem: str
    text: Text | None  # None: the article is removed
    over: str | None  # the hash of the file it was laid over; None: there was none
