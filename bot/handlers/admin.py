"""The people who run the bot, in their private chats with it."""

import asyncio
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, ContextTypes, filters

from bot.desk import Desk
from bot.domain import Change
from bot.errors import CorpusError
from bot.handlers.about import few
from bot.handlers.answering import say
from bot.handlers.private import PRIVATE
from bot.interface import Interface
from bot.kept import Action
from bot.state.audit import Audit

COMMANDS = ("reload", "status", "stats", "unanswered", "export")
SHOWN_STEMS = 20


def handlers(
    desk: Desk, interface: Interface, admins: Collection[int], audit: Audit
) -> list[BaseHandler[Any, Any, Any]]:
    """Reloading does not block: questions go on meanwhile, the admin's own too.

    Stands after `insight.handlers`: what of `COMMANDS` is left is not an admin's.
    """
    from_admin = PRIVATE & filters.User(admins)  # of no ids: nobody
    return [
        CommandHandler(
            "reload",
            partial(reload, desk, interface, audit, asyncio.Lock()),
            from_admin,
            block=False,
        ),
        CommandHandler(COMMANDS, partial(refuse, interface), PRIVATE),
    ]


async def reload(
    desk: Desk,
    interface: Interface,
    audit: Audit,
    reloading: asyncio.Lock,
    update: Update,
    _: ContextTypes.DEFAULT_TYPE,
) -> None:
    """Read the articles anew, one reload at a time, and say what changed or what to mend."""
    message = update.message
    assert message and message.from_user
    who = str(message.from_user.id)
    if reloading.locked():
        await say(message, interface.fill("reload.running"))
        return
    async with reloading:
        try:
            change = await asyncio.to_thread(desk.reload, who)
        except CorpusError as error:
            audit.note(Action(datetime.now(UTC), who, "reload", "failed"))
            await say(message, interface.fill("reload.kept", problems=error))
        else:
            await say(message, "\n\n".join(_summary(change, interface)))


async def refuse(interface: Interface, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Once to each person; they get their id, which an admin's list needs."""
    message, person = update.message, context.user_data
    assert message and message.from_user and person is not None
    if not person.get("refused"):
        person["refused"] = True
        await say(message, interface.fill("refused.reload", id=message.from_user.id))


def _summary(change: Change, interface: Interface) -> Iterator[str]:
    """How much there is now, then which articles came, went or changed, then the problems."""
    seconds = f"{change.seconds:.1f}"
    lists = {"added": change.added, "removed": change.removed, "edited": change.changed}
    if any(lists.values()):
        before, after = change.sentences_before, change.sentences_after
        yield interface.fill("reload.changed", before=before, after=after, seconds=seconds)
    else:
        yield interface.fill("reload.unchanged", after=change.sentences_after, seconds=seconds)
    lines = [
        interface.fill(f"reload.{name}", stems=", ".join(few(stems, SHOWN_STEMS, interface)))
        for name, stems in lists.items()
        if stems
    ]
    if lines:
        yield "\n".join(lines)
    if change.problems:
        problems = "\n".join(map(str, change.problems))
        yield interface.fill("reload.problems", problems=problems)
