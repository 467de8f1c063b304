"""Answers that were right when they were sent: edited when the articles say otherwise now."""

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.footing import footing_of, ground_of, has_moved
from bot.handlers.answering import Clerk
from bot.interface import speaking
from bot.kept import Sent

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
    corpus, since = clerk.desk.corpus, datetime.now(UTC) - RECENT
    recent = clerk.state.sent.to_review(since, corpus.version, most=MOST, of_a_chat=OF_A_CHAT)
    ground = await asyncio.to_thread(ground_of, corpus) if recent else frozenset()
    for sent in recent:
        if clerk.desk.version != corpus.version:
            return  # changed once more, which is looked at next
        if has_moved(sent.footing, ground):
            with speaking(sent.language):
                await _look_again(clerk, sent)


async def _look_again(clerk: Clerk, sent: Sent) -> None:
    """An answer in the same words stands; one that was edited or removed meanwhile is let be."""
    answer = await clerk.look_up(sent.text)
    footing = footing_of(answer.reply)
    if clerk.state.sent.to_question(sent.chat, sent.question) != sent:
        return
    if footing.said == sent.footing.said:
        clerk.state.sent.keep(replace(sent, footing=footing))
        return
    try:
        await clerk.renew(sent, answer)
    except (BadRequest, ChatMigrated, Forbidden) as error:
        logger.info("An answer could not be corrected: %s", error)
        clerk.state.sent.drop(sent.chat, sent.question)
    except TelegramError as error:  # out of reach: the next change tries again
        logger.warning("An answer could not be corrected yet: %s", error)
