"""Groups: the bot answers those who address it, and is silent to everything else."""

from contextlib import suppress
from functools import partial
from typing import Any

from telegram import Update, User
from telegram.error import TelegramError
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.glance import LISTS
from bot.handlers import glance
from bot.handlers.about import examples, sources
from bot.handlers.addressing import command_in, question_in, should_answer
from bot.handlers.answering import Clerk
from bot.handlers.delivery import say, show
from bot.handlers.later import forget_sender
from bot.handlers.linked import follow, opened_by
from bot.state.linked import LinkedQuestions

GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def handlers(clerk: Clerk, linked: LinkedQuestions) -> list[BaseHandler[Any, Any, Any]]:
    """One handler for what is said: whether it is for the bot is decided in one place."""
    return [
        MessageHandler(GROUP & filters.StatusUpdate.MIGRATE, partial(move, clerk)),
        MessageHandler(GROUP, partial(hear, clerk, linked)),
    ]


async def hear(
    clerk: Clerk, linked: LinkedQuestions, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """Answer a message that is for the bot, under it and in its topic."""
    message, me = update.message, context.bot.bot
    assert message
    if not should_answer(message, me):
        return
    command, _ = command_in(message)
    question = question_in(message, me)
    fill = clerk.interface.fill
    if command == "start" and (link := opened_by((message.text or "").partition(" ")[2])):
        await follow(message, link, clerk, linked)
    elif command == "start":
        name = "start.all_seen" if await _sees_everything(context, me) else "start.privacy"
        await say(message, fill("start.group", bot=me.username) + "\n\n" + fill(name))
    elif command == "help":
        help_ = fill("help.group", bot=me.username)
        await say(message, help_ + examples(clerk.desk, clerk.interface))
    elif command == "privacy":
        await say(message, fill("privacy.text"))
    elif command in LISTS:
        await glance.show(message, command, clerk)
    elif command == "forget":
        await forget_sender(message, clerk)
    elif command == "sources":
        await show(message, sources(clerk.desk.corpus, clerk.interface, clerk.post.username))
    elif question:
        await clerk.answer(message, question)
    else:
        await say(message, fill("ask.group", bot=me.username))


async def move(clerk: Clerk, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """The group has become a supergroup, with another id; it is told in both chats."""
    message = update.message
    assert message
    old = message.migrate_from_chat_id or message.chat_id
    clerk.state.move_chat(old, message.migrate_to_chat_id or message.chat_id)


async def _sees_everything(context: ContextTypes.DEFAULT_TYPE, me: User) -> bool:
    """Whether @BotFather's privacy mode is off, as Telegram tells it now."""
    with suppress(TelegramError):  # then as it was told at the start
        me = await context.bot.get_me()
    return bool(me.can_read_all_group_messages)
