"""Answers that were right when they were sent: edited when the articles say otherwise now."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.handlers.answering import Clerk
from bot.handlers.footing import footing_of, ground_of, has_moved
from bot.handlers.inline import open_keyboard
from bot.interface import speaking
from bot.state.kept import Inlined, Sent

logger = logging.getLogger(__name__)

RECENT = timedelta(days=2)
MOST = 300  # answers looked at after a change,
OF_A_CHAT = (
    10  # and of one chat: edits count as messages, and Telegram takes 20 a minute of a group
)


async def correct(clerk: Clerk) -> None:
    """Edit the recent answers that a change of the articles has changed; done after each change.

    One after the other, so that nobody's question waits for all of them.
    """
    corpus, since, state = clerk.desk.corpus, datetime.now(UTC) - RECENT, clerk.state
    recent: list[Sent | Inlined] = [
        *state.sent.to_review(since, corpus.version, most=MOST, of_a_chat=OF_A_CHAT),
        *state.inlined.to_review(since, corpus.version, most=MOST),
    ]
    ground = await asyncio.to_thread(ground_of, corpus) if recent else frozenset()
    for sent in recent:
        if clerk.desk.version != corpus.version:
            return  # changed once more, which is looked at next
        if has_moved(sent.footing, ground):
            with speaking(sent.language):
                if isinstance(sent, Sent):
                    await _look_again(clerk, sent)
                else:
                    await _look_again_inline(clerk, sent)


async def _look_again(clerk: Clerk, sent: Sent) -> None:
    """An answer in the same words stands; one that was edited or removed meanwhile is let be."""
    answer = await clerk.look_up(sent.text)
    footing = footing_of(answer.reply)
    if clerk.state.sent.to_question(sent.chat, sent.question) != sent:
        return
    if footing.said == sent.footing.said:
        clerk.state.sent.keep(replace(sent, footing=footing))
        return
    with _giving_up(lambda: clerk.state.sent.drop(sent.chat, sent.question)):
        await clerk.renew(sent, answer)


async def _look_again_inline(clerk: Clerk, sent: Inlined) -> None:
    """The same of an answer that was sent into a chat which the bot does not see."""
    answer = await clerk.look_up(sent.question)
    footing = footing_of(answer.reply)
    if footing.said == sent.footing.said:
        clerk.state.inlined.keep(replace(sent, footing=footing))
        return
    page = answer.pages(f"{clerk.renewed(answer)}\n{sent.question}")[0]
    keyboard = open_keyboard(sent.question, clerk)
    with _giving_up(lambda: clerk.state.inlined.drop(sent.message)):
        if await clerk.post.edit_inline(sent.message, page, keyboard):
            version = answer.reply.version
            clerk.state.inlined.keep(replace(sent, version=version, footing=footing))
        else:
            clerk.state.inlined.drop(sent.message)


@contextmanager
def _giving_up(drop: Callable[[], None]) -> Iterator[None]:
    """What cannot be corrected at all is dropped; what could not be just now stays."""
    try:
        yield
    except (BadRequest, ChatMigrated, Forbidden) as error:
        logger.info("An answer could not be corrected: %s", error)
        drop()
    except TelegramError as error:  # out of reach: the next change tries again
        logger.warning("An answer could not be corrected yet: %s", error)
