"""A question on its way through the desk and back to the chat that asked."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

from telegram import InlineKeyboardMarkup, Message

from bot.desk import Desk
from bot.domain import Reply
from bot.handlers.addressing import is_from_bot, quote_of
from bot.handlers.delivery import Place, Post, say
from bot.handlers.footing import footing_of
from bot.handlers.keyboards import WITHOUT, answer_keyboard
from bot.handlers.meters import Meter, Verdict
from bot.interface import Interface, spoken
from bot.pages import Page
from bot.render import to_pages
from bot.state import State
from bot.state.kept import Asked, Sent

T = TypeVar("T")

SLOW = 1.0  # seconds after which an answer is announced
TYPING = 5.0  # seconds that Telegram shows it
DELETABLE = timedelta(hours=47)  # Telegram keeps a message of a group after two days
CROWD = 20  # when more wait, telling each of them so would keep them waiting longer
RECENT = 2_000  # answers kept at hand; older ones are asked for again
WINDOW = 600.0  # seconds in which questions are counted
# Other bots: so many answers in five minutes, then ten minutes of silence.
BOTS, BOTS_WINDOW, BOTS_PAUSE = 5, 300.0, 600.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply of the desk, with what its message shows beside it."""

    reply: Reply
    question: (
        str  # as it stands alone: a follow-up as it was read; of 'Who says so?' the one before
    )
    next: tuple[str, ...]  # questions to go on with
    titles: bool  # sources name their article

    def pages(self, heading: str = "") -> list[Page]:
        """What else could be asked stands on buttons."""
        return to_pages(replace(self.reply, suggestions=()), titles=self.titles, heading=heading)


class Clerk:
    """Takes questions to the desk, brings the answers back, and knows what was sent."""

    def __init__(
        self,
        desk: Desk,
        interface: Interface,
        state: State,
        post: Post,
        *,
        person_limit: int = 0,
        group_limit: int = 0,
    ) -> None:
        """The limits are questions in ten minutes; 0: none."""
        self.desk, self.interface, self.state, self.post = desk, interface, state, post
        self._people = Meter(person_limit, WINDOW)
        self._groups = Meter(group_limit, WINDOW)
        self._bots = Meter(BOTS, BOTS_WINDOW, pause=BOTS_PAUSE)
        # One thread: questions are answered one by one, while messages come and go.
        self._thread = ThreadPoolExecutor(1, "desk")
        self._waiting = 0  # questions that are not answered yet
        self._recent: OrderedDict[tuple[int, int], Answer] = OrderedDict()

    async def answer(self, message: Message, text: str) -> None:
        """Answer the question in `text` under the message that asks it."""
        if not await self._may_ask(message):
            return
        place, sent = Place.under_message(message), self._replied_to(message)
        begun = time.perf_counter()
        answer = await self.ask(
            text,
            place,
            chat=place.conversation,
            after=sent.text if sent else "",
            claim=message.quote.text if sent and message.quote else "",
        )
        self._note(answer, seconds=time.perf_counter() - begun)
        asked = answer.reply.question
        quote = quote_of(message, asked) if asked != " ".join(text.split()) else None
        place = replace(place, quote=quote if place.under else None)
        await self.send(answer, place, question=message.message_id, asker=sender_of(message))

    async def ask(
        self, question: str, place: Place, *, chat: str = "", after: str = "", claim: str = ""
    ) -> Answer:
        """The answer to a question, as `Desk.ask` has it.

        Who waits for it in `place` for more than a second is shown that it is being written.
        """
        asking = self.at_desk(partial(self._ask, question, chat=chat, after=after, claim=claim))
        patience = SLOW
        self._waiting += 1
        try:
            while not (await asyncio.wait({asking}, timeout=patience))[0]:
                if self._waiting <= CROWD:
                    await self.post.type(place.chat, place.topic)
                patience = TYPING
        finally:
            self._waiting -= 1
        return asking.result()

    async def look_up(self, question: str) -> Answer:
        """The answer to a question that nobody sits and waits for."""
        return await self.at_desk(partial(self._ask, question))

    async def passages(self, question: str, count: int) -> list[Reply]:
        """The sentences nearest to a question, as `Desk.passages` has them."""
        return await self.at_desk(partial(self.desk.passages, question, count=count))

    def at_desk(self, work: Callable[[], T]) -> asyncio.Future[T]:
        """Have something done where questions are answered, after those that wait there.

        There too the language is that of whoever is spoken to.
        """
        here = partial(copy_context().run, work)
        return asyncio.get_running_loop().run_in_executor(self._thread, here)

    def _ask(self, question: str, *, chat: str = "", after: str = "", claim: str = "") -> Answer:
        reply = self.desk.ask(question, chat=chat, after=after, claim=claim, language=spoken())
        if reply.kind == "source":
            question = self.desk.about(chat) or after
        else:
            question = (reply.corrected if reply.follows_up else "") or reply.question
        return Answer(
            reply,
            question,
            self.desk.next_questions(reply),
            titles=len(self.desk.corpus.articles) > 1,
        )

    async def send(
        self, answer: Answer, place: Place, *, asker: int, question: int = 0, heading: str = ""
    ) -> None:
        """Send an answer and remember it; `question` 0: there is no message that asked it."""
        pages = answer.pages(heading)
        numbers: list[int] = []
        chat = place.chat
        for page in pages:
            keyboard = self.keyboard(answer) if page is pages[-1] else None
            message = await self.post.send(place, page, keyboard)
            chat = message.chat_id  # another when the group has become a supergroup
            numbers.append(message.message_id)
        self._keep(
            Sent(
                chat,
                place.topic,
                question or numbers[0],
                tuple(numbers),
                answer.question,
                answer.reply.version,
                asker,
                datetime.now(UTC),
                spoken(),
                footing_of(answer.reply),
            ),
            answer,
        )

    async def rewrite(self, sent: Sent, answer: Answer, *, heading: str = "") -> None:
        """Put another answer where one was sent; nothing is sent where that one is gone."""
        pages, numbers = answer.pages(heading), list(sent.answers)
        keyboard = self.keyboard(answer)
        for place, page in enumerate(pages):
            last = keyboard if page is pages[-1] else None
            if place >= len(numbers):
                more = Place(sent.chat, sent.topic, _under(sent))
                numbers.append((await self.post.send(more, page, last)).message_id)
            elif not await self.post.edit(sent.chat, numbers[place], page, last):
                self.state.sent.drop(sent.chat, sent.question)
                return
        await self.post.delete(sent.chat, numbers[len(pages) :])
        kept = tuple(numbers[: len(pages)])
        again = replace(
            sent,
            answers=kept,
            text=answer.question,
            version=answer.reply.version,
            footing=footing_of(answer.reply),
        )
        self._keep(again, answer)

    async def renew(self, sent: Sent, answer: Answer) -> None:
        """Put the answer of the present story where another was sent, and say so."""
        heading = "\n".join(line for line in (self.renewed(answer), heading_of(sent)) if line)
        await self.rewrite(sent, answer, heading=heading)

    def renewed(self, answer: Answer) -> str:
        """What stands above an answer that is another than before."""
        name = "renewed.changed" if answer.reply.answered else "renewed.gone"
        return self.interface.fill(name)

    async def remove(self, sent: Sent) -> None:
        """Take an answer back; one that Telegram keeps loses its words."""
        too_old = sent.chat < 0 and datetime.now(UTC) - sent.at > DELETABLE
        if too_old or not await self.post.delete(sent.chat, sent.answers):
            for number in sent.answers:
                page = Page.plain(self.interface.fill("press.removed"))
                await self.post.edit(sent.chat, number, page)
        self.state.sent.drop(sent.chat, sent.question)

    async def recall(self, sent: Sent) -> Answer:
        """The answer that was sent, or the present one when the story has changed since."""
        known = self._recent.get((sent.chat, sent.answers[-1]))
        if known and known.reply.version == self.desk.corpus.version:
            return known
        return await self.ask(sent.text, Place(sent.chat, sent.topic))

    def verdict(self, person: int, chat: int) -> Verdict:
        """Whether a person may ask one more question there."""
        now = time.monotonic()
        own = self._people.take(person, now)
        if own is not Verdict.YES or chat > 0:
            return own
        return self._groups.take(chat, now)

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _may_ask(self, message: Message) -> bool:
        """Once in a window those who ask too much are told."""
        if is_from_bot(message):
            return self._bots.take(message.chat_id, time.monotonic()) is Verdict.YES
        verdict = self.verdict(sender_of(message), message.chat_id)
        if verdict is Verdict.NO:
            await say(message, self.interface.fill("refused.too_many"))
        return verdict is Verdict.YES

    def _replied_to(self, message: Message) -> Sent | None:
        """The answer that a message replies to."""
        target = message.reply_to_message
        if target is None:
            return None
        return self.state.sent.with_message(message.chat_id, target.message_id)

    def keyboard(self, answer: Answer) -> InlineKeyboardMarkup | None:
        return answer_keyboard(answer.reply, answer.next, answer.reply.version, self.interface)

    def _note(self, answer: Answer, *, seconds: float) -> None:
        """For the newsroom: what was asked, not by whom; small talk asks nothing."""
        reply = answer.reply
        if reply.kind not in WITHOUT:
            day = datetime.now(UTC).date()
            self.state.asked.note(
                Asked(
                    reply.corrected or answer.question,
                    day,
                    reply.kind,
                    reply.answered,
                    1000 * seconds,
                )
            )

    def _keep(self, sent: Sent, answer: Answer) -> None:
        self.state.sent.keep(sent)
        self._recent[sent.chat, sent.answers[-1]] = answer
        while len(self._recent) > RECENT:
            self._recent.popitem(last=False)


def sender_of(message: Message) -> int:
    """Who wrote it: a person, or the chat that an anonymous admin writes for."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else message.chat_id


def _under(sent: Sent) -> int:
    """The message that more pages go under; in private chats under none."""
    return sent.question if sent.chat < 0 else 0


def heading_of(sent: Sent) -> str:
    """The question, where it was pressed and no message holds it."""
    return sent.text if sent.question in sent.answers else ""
