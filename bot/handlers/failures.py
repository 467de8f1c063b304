"""Everything that went wrong: a log line for who runs the bot, a sentence for who asked."""

import logging
import secrets

from telegram import Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError
from telegram.ext import ContextTypes

from bot.errors import BotError
from bot.handlers.addressing import should_answer
from bot.handlers.delivery import say
from bot.handlers.presses import acknowledge
from bot.interface import Interface

logger = logging.getLogger(__name__)

REVOKED = "revoked"  # in bot_data: the event that Telegram takes the token no longer

# What Telegram says where a bot can write no more, or need not, though nothing is wrong with it.
CLOSED = (
    "message is not modified",  # two presses at once
    "chat not found",
    "peer_id_invalid",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
    "chat_write_forbidden",
    "chat_restricted",
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
)


async def report(interface: Interface, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log it; where somebody waits for an answer and can be reached, say so there.

    The log has the trace and the error's id, never what the person wrote.
    """
    error = context.error
    if isinstance(error, Forbidden | ChatMigrated) or _is_closed(error):
        logger.info("An answer could not be delivered: %s", error)  # blocked, kicked, moved
        return
    if isinstance(error, InvalidToken) and await _is_revoked(context):
        context.bot_data[REVOKED].set()
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
    elif isinstance(update, Update) and update.callback_query and not _is_telegrams(error):
        await acknowledge(update.callback_query, sentence)


async def _is_revoked(context: ContextTypes.DEFAULT_TYPE) -> bool:
    """The library says "invalid token" also of a method that a server does not have."""
    try:
        await context.bot.get_me()
    except InvalidToken:
        return True
    except TelegramError:
        pass
    return False


def _is_closed(error: Exception | None) -> bool:
    return isinstance(error, BadRequest) and any(words in error.message.lower() for words in CLOSED)


def _is_telegrams(error: Exception | None) -> bool:
    """Whether Telegram refused something: by then the press has been answered."""
    return isinstance(error, TelegramError)


def _expects_an_answer(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """In a group only those who addressed the bot are told of its troubles."""
    return message.chat.type == message.chat.PRIVATE or should_answer(message, context.bot.bot)
