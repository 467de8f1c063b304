"""Everything that went wrong: a log line for who runs the bot, a sentence for who asked."""

import logging
import secrets

from telegram import Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.errors import BotError
from bot.handlers.answering import say
from bot.handlers.groups import should_answer
from bot.interface import Interface

logger = logging.getLogger(__name__)


async def report(interface: Interface, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log it; where somebody waits for an answer and can be reached, say so there.

    The log has the trace and the error's id, never what the person wrote.
    """
    error = context.error
    if isinstance(error, Forbidden | ChatMigrated):
        logger.info("An answer could not be delivered: %s", error)  # blocked, kicked, moved
        return
    if isinstance(error, TelegramError) and not isinstance(error, BadRequest):
        logger.warning("Telegram: %s", error)  # out of reach, too busy, polled by a second bot
        return
    if isinstance(error, BotError):
        logger.error("%s", error)
        sentence = str(error)
    else:
        number = secrets.token_hex(3)
        logger.error("Error %s", number, exc_info=error)
        sentence = interface.fill("failure.apology", id=number)
    message = update.message if isinstance(update, Update) else None
    if message and _expects_an_answer(message, context):
        await say(message, sentence)


def _expects_an_answer(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """In a group only those who addressed the bot are told of its troubles."""
    return message.chat.type == message.chat.PRIVATE or should_answer(message, context.bot.bot)
