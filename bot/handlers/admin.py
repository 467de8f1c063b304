"""The people who run the bot, in their private chats with it."""

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.errors import CorpusError
from bot.handlers.changes import Office, tell
from bot.handlers.delivery import say
from bot.handlers.private import PRIVATE
from bot.interface import Interface
from bot.state.audit import Audit
from bot.state.kept import Action

COMMANDS = (
    "reload", "add", "articles", "remove", "rollback", "status", "stats", "unanswered", "export",
)  # fmt: skip
SHOWN_STEMS = 20


def handlers(office: Office, audit: Audit) -> list[BaseHandler[Any, Any, Any]]:
    """Reloading does not block: questions go on meanwhile, the admin's own too.

    Stands after the other rooms' handlers: what of `COMMANDS` is left is not an admin's.
    """
    from_admin = PRIVATE & filters.User(office.admins)  # of no ids: nobody
    return [
        CommandHandler(
            "reload",
            partial(reload, office, audit, asyncio.Lock()),
            from_admin,
            block=False,
        ),
        CommandHandler(COMMANDS, partial(refuse, office.interface), PRIVATE),
    ]


async def reload(
    office: Office,
    audit: Audit,
    reloading: asyncio.Lock,
    update: Update,
    context: ContextTypes.DEFAULT_TYPE,
) -> None:
    """Read the articles anew, one reload at a time, and say what changed or what to mend."""
    message = update.message
    assert message and message.from_user
    interface, who = office.interface, message.from_user.id
    if reloading.locked():
        await say(message, interface.fill("reload.running"))
        return
    async with reloading:
        try:
            change = await asyncio.to_thread(office.desk.reload, str(who))
        except CorpusError as error:
            audit.note(Action(datetime.now(UTC), str(who), "reload", "failed"))
            await say(message, interface.fill("reload.kept", problems=error))
        else:
            await tell(office, context.bot, message, who, change)


async def refuse(interface: Interface, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Once to each person; they get their id, which an admin's list needs."""
    message, chat = update.message, context.chat_data
    assert message and chat is not None
    if not chat.get("refused"):
        chat["refused"] = True
        await say(message, interface.fill("refused.reload", id=message.chat_id))
