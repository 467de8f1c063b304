"""Private chats: whatever is written there is for the bot."""

from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.desk import Desk
from bot.handlers.about import examples, sources, titles
from bot.handlers.addressing import question_in
from bot.handlers.answering import Clerk
from bot.handlers.delivery import say, show
from bot.handlers.linked import follow, opened_by
from bot.interface import Interface
from bot.state.linked import LinkedQuestions


class _FromBot(filters.MessageFilter):
    """Two bots that answer each other would never stop."""

    def filter(self, message: Message) -> bool:
        return message.from_user is not None and message.from_user.is_bot


# Not edits, not channel posts; `via_bot`: an inline result, which is an answer already.
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.VIA_BOT & ~_FromBot()
QUESTION = PRIVATE & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
ANYTHING_ELSE = PRIVATE & ~filters.StatusUpdate.ALL


def handlers(clerk: Clerk, linked: LinkedQuestions) -> list[BaseHandler[Any, Any, Any]]:
    """In this order: what no command took is a question, what is no question is refused."""
    desk, interface = clerk.desk, clerk.interface
    return [
        CommandHandler("start", partial(greet, clerk, linked), PRIVATE),
        CommandHandler("help", partial(explain, desk, interface), PRIVATE),
        CommandHandler("privacy", partial(show_privacy, interface), PRIVATE),
        CommandHandler("sources", partial(show_sources, desk, interface), PRIVATE),
        CommandHandler("ask", partial(answer_command, clerk), PRIVATE),
        MessageHandler(PRIVATE & filters.COMMAND, partial(refuse_command, interface)),
        MessageHandler(QUESTION, partial(answer_question, clerk)),
        MessageHandler(ANYTHING_ELSE, partial(refuse_anything_else, interface)),
    ]


async def greet(
    clerk: Clerk, linked: LinkedQuestions, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """What the bot is for, and what it has read; of a link, what the link opens."""
    assert update.message
    if link := opened_by("".join((context.args or [])[:1])):
        await follow(update.message, link, clerk, linked)
        return
    about = titles(clerk.desk.corpus, clerk.interface)
    await say(update.message, clerk.interface.fill("start.private", titles=about))


async def explain(
    desk: Desk, interface: Interface, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """How to ask, with questions that the articles answer, and how to read an answer."""
    assert update.message
    help_ = interface.fill("help.private", bot=context.bot.username)
    await say(update.message, help_ + examples(desk, interface))


async def show_privacy(interface: Interface, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """What is kept on people."""
    assert update.message
    await say(update.message, interface.fill("privacy.text"))


async def show_sources(
    desk: Desk, interface: Interface, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """The articles it answers from."""
    assert update.message
    await show(update.message, sources(desk.corpus, interface, context.bot.username))


async def answer_command(clerk: Clerk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/ask` and a question; a hint where the question is missing."""
    message = update.message
    assert message
    if context.args:
        await clerk.answer(message, " ".join(context.args))
    else:
        await say(message, clerk.interface.fill("ask.private"))


async def answer_question(clerk: Clerk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The text, or the words under a picture, are the question."""
    message = update.message
    assert message and context.chat_data is not None
    context.chat_data["album"] = message.media_group_id
    await clerk.answer(message, question_in(message, context.bot.bot))


async def refuse_command(
    interface: Interface, update: Update, _: ContextTypes.DEFAULT_TYPE
) -> None:
    """A word for a command that nobody knows."""
    assert update.message
    await say(update.message, interface.fill("refused.command"))


async def refuse_anything_else(
    interface: Interface, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """Pictures, voices, stickers; an album is refused once, though it is many messages."""
    message, chat = update.message, context.chat_data
    assert message and chat is not None
    album = message.media_group_id
    if album is None or album != chat.get("album"):
        chat["album"] = album
        await say(message, interface.fill("refused.not_text"))
