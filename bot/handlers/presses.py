"""Buttons under the bot's messages: what their data says, and the answer that every press gets."""

import logging
from dataclasses import dataclass
from functools import partial
from typing import Any, Self

from telegram import CallbackQuery, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.interface import Interface

logger = logging.getLogger(__name__)

MOST_BYTES = 64  # Telegram's limits on the data of a button,
LONGEST_NOTICE = 200  # and on the answer to a press
SLOWEST = 5.0  # seconds that what was pressed for waits until that is delivered


@dataclass(frozen=True, slots=True)
class Press:
    """The data of a button: 'a:context:1b2c3d4e5f60:0'."""

    family: str  # one letter: the handlers that made the button and know what to do
    action: str
    version: str  # of the corpus that the button was made from
    number: int = 0

    @property
    def data(self) -> str:
        data = f"{self.family}:{self.action}:{self.version}:{self.number}"
        assert len(data.encode()) <= MOST_BYTES
        return data

    @classmethod
    def read(cls, data: str | None) -> Self | None:
        """None for what no button of this form has."""
        match (data or "").split(":"):
            case [family, action, version, number] if number.isdecimal():
                return cls(family, action, version, int(number))
        return None


def handlers(interface: Interface) -> list[BaseHandler[Any, Any, Any]]:
    """For the presses that nothing else knows: buttons of an older version of the program."""
    return [CallbackQueryHandler(partial(excuse, interface))]


async def excuse(interface: Interface, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say that the button does nothing any more."""
    assert update.callback_query
    await acknowledge(update.callback_query, interface.fill("press.gone"))


async def acknowledge(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a press, which ends its button's waiting; each is answered once, and first of all.

    `text` is shown for a moment, with `alert` until it is closed.
    """
    try:
        await query.answer(
            text[:LONGEST_NOTICE] or None, show_alert=alert or None, read_timeout=SLOWEST
        )
    except BadRequest as error:
        if "query is too old" not in error.message.lower():
            raise
        logger.info("A press came too late to be answered.")
    except TelegramError as error:  # what was pressed for can be done all the same
        logger.warning("A press could not be answered: %s", error)
