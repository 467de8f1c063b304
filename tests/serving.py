"""The bot, connected to the false Telegram; and a desk that shows what it was asked."""

import threading
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import (
    AbstractContextManager,
    ExitStack,
    asynccontextmanager,
    closing,
    contextmanager,
    nullcontext,
)
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.app import App, build, running
from bot.conversation.several import questions_in
from bot.corpus import Look
from bot.desk import Desk
from bot.domain import (
    Article,
    Change,
    Citation,
    Corpus,
    Fact,
    Made,
    Mark,
    Reply,
    Role,
    Sentence,
    Slot,
    Source,
    Words,
)
from bot.settings import Settings
from bot.state import State, open_state
from tests.bot_api import TOKEN, BotApi

FERRY = Source(
    "ferry", "Ferry sails again", "The Daily", date(2026, 1, 9), "https://daily.example/1"
)
HARBOUR = Source("harbour", "Harbour <opens> & closes", "The Daily", date(2026, 1, 10))


def sentence(text: str, source: Source = FERRY, *, number: int = 1) -> Sentence:
    return Sentence(source, number, 1, Role.BODY, 0, len(text), text)


def article(source: Source, *texts: str) -> Article:
    sentences = tuple(sentence(text, source, number=n) for n, text in enumerate(texts, 1))
    return Article(source, " ".join(texts), sentences)


NOTHING_NEW = Change((), (), (), sentences_before=2, sentences_after=2, problems=(), seconds=0.12)


class EchoDesk(Desk):
    """Answers each question with the question, and cites the first sentence it has."""

    def __init__(self, *articles: Article) -> None:
        first = article(FERRY, "The ferry sailed on Friday.", "It carried 40 people.")
        self._corpus = Corpus(articles or (first,), version="1")
        self.asked: list[tuple[str, str]] = []  # question, chat
        self.reloaded_by: list[str] = []
        self.failure: Exception | None = None
        self.change: Change | Exception = NOTHING_NEW
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.may_reload = threading.Event()
        self.may_reload.set()

    @property
    def corpus(self) -> Corpus:
        return self._corpus

    def examples_in(self, language: str) -> tuple[str, ...]:
        del language
        return "Who sailed?", "When did the ferry sail?"

    def ask(
        self,
        question: str,
        *,
        chat: str = "",
        article: str | None = None,
        explain: bool = False,
        after: str = "",
        claim: str = "",
        language: str = "en",
    ) -> Reply:
        del article, explain, after, claim, language
        question = " ".join(questions_in(question))  # as the desk it stands for
        self.asked.append((question, chat))
        self.may_answer.wait(5)
        if self.failure:
            raise self.failure
        cited = self._corpus.articles[0].sentences[0]
        fact = Fact(cited, 4, 9)
        slot = Slot(question, (fact,), Made.ASKED, strong=True)
        parts = (Words("You asked: "), slot, Words(" "), Mark(1))
        return Reply(
            question, "echo", True, parts, (Citation(1, cited, (fact,)),), version=self.version
        )

    def next_questions(self, reply: Reply) -> tuple[str, ...]:
        del reply
        return ("Who sailed?",)

    def reload(self, who: str = "") -> Change:
        self.reloaded_by.append(who)
        self.may_reload.wait(5)
        if isinstance(self.change, Exception):
            raise self.change
        return self.change

    def watched(self, by: Callable[[], None]) -> AbstractContextManager[None]:
        del by  # nothing changes
        return nullcontext()

    def forget(self, chat: str) -> None:
        """There are no conversations."""

    def follow(self) -> None:
        """Nobody else publishes."""

    def look(self) -> Look:
        return self.looked

    @property
    def looked(self) -> Look:
        return frozenset()


def settings_for(api: BotApi, **more: Any) -> Settings:
    return Settings(token=TOKEN, api_url=api.url, **more)


@asynccontextmanager
async def serving(
    api: BotApi,
    desk: Desk,
    *,
    admins: Collection[int] = (),
    state: State | None = None,
    **more: Any,
) -> AsyncIterator[App]:
    """The real application, polling the false Telegram; without `state` with one of its own."""
    settings = settings_for(api, admins=frozenset(admins), **more)
    with ExitStack() as stack:
        if state is None:
            state = stack.enter_context(state_of_its_own())
        application = build(settings, desk, state)
        async with running(settings, application):
            yield application


@contextmanager
def state_of_its_own() -> Iterator[State]:
    with TemporaryDirectory() as folder, closing(open_state(Path(folder))) as state:
        yield state
