"""A change of the articles on behalf of an admin: made aside, told with a way back, shown to the others."""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot.desk import Desk
from bot.domain import Change
from bot.errors import BotError
from bot.handlers.about import few
from bot.handlers.delivery import say
from bot.handlers.presses import Press
from bot.interface import Interface
from bot.render import split

logger = logging.getLogger(__name__)

FAMILY = "d"  # of the buttons that only admins get
SHOWN_STEMS = 20


@dataclass(frozen=True)
class Office:
    """Where admins change the articles."""

    desk: Desk
    interface: Interface
    admins: Collection[int]
    notify: bool = False  # tell each admin what the others did


async def make(
    office: Office, bot: Bot, message: Message, who: int, change: Callable[[], Change]
) -> None:
    """Make a change in a thread and say under `message` what it did, or why it was not made."""
    try:
        made = await asyncio.to_thread(change)
    except BotError as error:
        await say(message, office.interface.fill("change.refused", reason=error))
        return
    await tell(office, bot, message, who, made)


async def tell(office: Office, bot: Bot, message: Message, who: int, made: Change) -> None:
    """What a change did, with a way back; to the other admins too where that is wanted."""
    told = "\n\n".join(summary(made, office.interface))
    await say(message, told, _way_back(office, made))
    if made.number is not None:
        await tell_others(office, bot, who, told)


async def tell_others(office: Office, bot: Bot, who: int, told: str) -> None:
    """The admins but `who`, where that is wanted; one who cannot be reached is passed over."""
    for admin in sorted(set(office.admins) - {who}) if office.notify else ():
        text = office.interface.fill("change.by_other", id=who, told=told)
        try:
            await bot.send_message(admin, split(text)[0])
        except TelegramError as error:
            logger.info("An admin could not be told of a change: %s", error)


def button(office: Office, action: str, number: int = 0, label: str = "") -> InlineKeyboardButton:
    """A button for admins; `label` where the action's own does not fit."""
    press = Press(FAMILY, action, office.desk.version, number)
    text = label or office.interface.fill(f"choose.{action}")
    return InlineKeyboardButton(text, callback_data=press.data)


def summary(change: Change, interface: Interface) -> Iterator[str]:
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
    if change.sentences_added or change.sentences_removed:
        said, gone = change.sentences_added, change.sentences_removed
        lines.append(interface.fill("reload.sentences", added=said, removed=gone))
    if lines:
        yield "\n".join(lines)
    if problems_ := (*change.notes, *change.problems):
        problems = "\n".join(map(str, problems_))
        yield interface.fill("reload.problems", problems=problems)


def _way_back(office: Office, change: Change) -> InlineKeyboardMarkup | None:
    """None when nothing changed, or no versions are kept."""
    if change.number is None:
        return None
    return InlineKeyboardMarkup([[button(office, "undo", change.number)]])
