"""A question on its way through the desk and back to the chat that asked."""

import logging
from collections.abc import Iterable

from telegram import Message
from telegram.error import BadRequest

from bot.desk import Desk
from bot.render import Page, split, to_pages

logger = logging.getLogger(__name__)


async def answer(message: Message, question: str, *, desk: Desk, chat: str) -> None:
    """Answer under `message`; `chat` names the conversation that the question belongs to."""
    reply = desk.ask(question, chat=chat)
    await send(message, to_pages(reply, titles=len(desk.corpus.articles) > 1))


async def send(message: Message, pages: Iterable[Page]) -> None:
    """Send every page; one whose markup Telegram refuses goes out as plain text."""
    for page in pages:
        try:
            await message.reply_html(page.html)
        except BadRequest as error:
            if not refuses_markup(error):
                raise
            logger.warning("Markup refused, sent as plain text: %s", error.message)
            await message.reply_text(page.text)


def refuses_markup(error: BadRequest) -> bool:
    """Whether Telegram could not read the HTML of a message."""
    return "can't parse entities" in error.message.lower()


async def say(message: Message, text: str) -> None:
    """Send words of the bot's own, in as many messages as they need."""
    for page in split(text):
        await message.reply_text(page)
