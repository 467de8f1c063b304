"""Whose turn it is: a chat's updates wait for each other, those of different chats do not."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.interface import speaking

AT_ONCE = 256  # updates; as many as python-telegram-bot has connections


class InOrderPerChat(BaseUpdateProcessor):
    """The updates of one chat one after the other, those of different chats side by side."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """In the language of whoever caused it.

        A press does not wait: who pressed looks at a button that waits for its answer.
        """
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

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""
