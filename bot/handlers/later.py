"""Ask once, be told later: the answer comes when an article has it; and `/forget` ends all that."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.handlers.answering import Answer, Clerk, sender_of
from bot.handlers.delivery import Place, say
from bot.handlers.keyboards import LATER
from bot.handlers.presses import acknowledge
from bot.handlers.private import PRIVATE
from bot.interface import speaking, spoken
from bot.state.kept import Subscription

logger = logging.getLogger(__name__)

WAITS = timedelta(days=30)


def handlers(clerk: Clerk) -> list[BaseHandler[Any, Any, Any]]:
    """The button under what was not answered, and the command that takes all back."""
    return [
        CallbackQueryHandler(partial(promise, clerk), pattern=f"^{LATER}:"),
        CommandHandler("forget", partial(forget, clerk), PRIVATE),
    ]


async def promise(clerk: Clerk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Keep the question of the message that the button is under, for whoever pressed it."""
    query, fill = update.callback_query, clerk.interface.fill
    assert query
    message = query.message
    sent = message and clerk.state.sent.with_message(message.chat.id, message.message_id)
    if not sent:
        await acknowledge(query, fill("press.gone"))
        return
    until = datetime.now(UTC) + WAITS
    wanted = Subscription(
        query.from_user.id, sent.chat, sent.topic, sent.question, sent.text, until, spoken()
    )
    if clerk.state.subscriptions.add(wanted):
        await acknowledge(query, fill("later.kept", days=WAITS.days), alert=True)
    else:
        await acknowledge(query, fill("later.full"), alert=True)


async def forget(clerk: Clerk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Drop what is kept on a person, and say how much that was."""
    assert update.message
    await forget_sender(update.message, clerk)


async def forget_sender(message: Message, clerk: Clerk) -> None:
    """The same wherever it is asked for, with what was just talked about there."""
    person, fill = sender_of(message), clerk.interface.fill
    if person == message.chat_id != (message.from_user and message.from_user.id):
        await say(message, fill("forget.anonymous"))  # for a group: not all of it is theirs
        return
    count = await asyncio.to_thread(clerk.state.forget, person)
    clerk.desk.forget(Place.under_message(message).conversation)
    clerk.desk.forget(Place(person).conversation)
    await say(message, fill("forget.done", count=count) if count else fill("forget.nothing"))


async def tell(clerk: Clerk) -> None:
    """Give those who wait for an answer the one that there is now; to be done after each change."""
    for wanted in clerk.state.subscriptions.all(datetime.now(UTC)):
        answer = await clerk.look_up(wanted.question)
        if not answer.reply.answered or not clerk.state.subscriptions.drop(wanted):
            continue  # not yet; or told, or taken back, meanwhile
        with speaking(wanted.language):
            await _deliver(clerk, wanted, answer)


async def _deliver(clerk: Clerk, wanted: Subscription, answer: Answer) -> None:
    """Under the question, once; kept only when Telegram was out of reach."""
    place = Place(wanted.chat, wanted.topic, wanted.message)
    heading = clerk.interface.fill("later.told", question=wanted.question)
    try:
        await clerk.send(answer, place, asker=wanted.person, heading=heading)
    except Forbidden:  # blocked, or sent away from a group
        if wanted.chat == wanted.person:
            clerk.state.subscriptions.forget(wanted.person)
    except TelegramError as error:
        logger.info("An answer that was waited for could not be delivered: %s", error)
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            clerk.state.subscriptions.add(wanted)
