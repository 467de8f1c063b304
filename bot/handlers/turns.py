"""Whose turn it is: a chat's updates wait for each other, those of different chats do not."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Coroutine, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from bot.handlers.polling import readable
from bot.interface import speaking
from bot.state.handled import Handled

logger = logging.getLogger(__name__)

KEPT = timedelta(days=1)
AT_ONCE = 256  # updates; as many as python-telegram-bot has connections


class InOrderPerChat(BaseUpdateProcessor):
    """The updates of one chat one after the other, those of different chats side by side.

    One that comes again is passed over: Telegram repeats what a stopped bot had not confirmed.  A
    message waits in the state file too: what the program is killed before, the next one answers.
    """

    def __init__(self, handled: Handled) -> None:
        super().__init__(AT_ONCE)
        self._handled = handled
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._left: set[int] = set()  # numbers of updates that another program began

    def left(self, bot: Bot) -> Iterator[Update]:
        """The messages that the program before this one was killed before; each is given once."""
        for mark, text in self._handled.waiting().items():
            self._handled.done(mark)  # what kills every program that reads it comes no third time
            for read in readable([json.loads(text)]):
                update = Update.de_json(read, bot)
                if _may_come_again(update):
                    self._left.add(update.update_id)
                    yield update

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """In the language of whoever caused it.

        A press does not wait: who pressed looks at a button that waits for its answer.
        """
        mark = None
        if isinstance(update, Update) and _may_come_again(update):
            mark = _mark_of(update)
            if not self._is_new(update, mark):
                logger.info("Update %d came again", update.update_id)
                if isinstance(coroutine, Coroutine):
                    coroutine.close()  # never to be awaited
                return
        await self._in_turn(update, coroutine)
        if mark is not None:
            self._handled.done(mark)

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        person = update.effective_user if isinstance(update, Update) else None
        with speaking(person.language_code if person else None):
            if chat is None or (isinstance(update, Update) and update.callback_query):
                await coroutine
                return
            # lives as long as somebody holds it or waits for it; waiters get it in order
            turn = self._turns.setdefault(chat.id, asyncio.Lock())
            async with turn:
                await coroutine

    def _is_new(self, update: Update, mark: int) -> bool:
        if update.update_id in self._left:
            self._left.remove(update.update_id)
            return True
        waits = update.message or update.edited_message  # a press is too old when it comes back
        return self._handled.claim(mark, update.to_json() if waits else None)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


def _may_come_again(update: Update) -> bool:
    """Telegram keeps updates for a day: what is about an older message is none that it repeats."""
    message = update.effective_message
    return message is not None and datetime.now(UTC) - message.date < KEPT


def _mark_of(update: Update) -> int:
    """By all it says, for numbers of updates may begin anew after a quiet week (Bot API: Update)."""
    return int.from_bytes(sha256(update.to_json().encode()).digest()[:8], signed=True)
