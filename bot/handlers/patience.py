"""Requests to Telegram that are worth making again: it asks to wait, or was out of reach a moment.

Nothing is held back beforehand.  The limits are not published and change; a bot that answers one
message for one seldom meets them; and a budget of 20 messages a minute for a group, as
python-telegram-bot's `AIORateLimiter` has it, lets the 21st reader wait three seconds, and lets
all chats wait for one that is told to.  What the bot sends unasked it sends one by one.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any

from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter
from telegram.request import HTTPXRequest

logger = logging.getLogger(__name__)

LONGEST_WAIT = 120.0  # seconds that Telegram may ask a chat to wait; after more nobody waits still
WAITS = 3
PAUSES = (0.2, 1.0)  # seconds before a request that did not arrive is made again
AT_ONCE = 256  # connections; as many as updates are handled at once
SLOWEST = 30.0  # seconds that a request may take: a message sent twice is worse than a late one
# What a request is for; a menu or a description is for nobody who waits.
WHOM = ("chat_id", "callback_query_id", "inline_query_id", "guest_query_id", "inline_message_id")


class Patience(BaseRateLimiter[Any]):
    """A chat that Telegram asks to wait waits alone, and with all that is to go to it."""

    def __init__(self) -> None:
        self.closing = asyncio.Event()  # the bot is stopping: nobody waits any longer
        self._until: dict[object, float] = {}  # the loop's time, of chats that wait

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Any,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """As Telegram takes it; RetryAfter when it asks for more patience than is left."""
        del endpoint, rate_limit_args
        whom = next((data[name] for name in WHOM if name in data), None)
        waits = 0
        while True:
            await self._until_free(whom)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                waits += 1
                seconds = _seconds(error)
                if whom is None or waits > WAITS or seconds > LONGEST_WAIT:
                    raise
                logger.warning("Telegram asks a chat to wait for %g s.", seconds)
                self._until[whom] = asyncio.get_running_loop().time() + seconds
                await self._until_free(whom)
                if self.closing.is_set():
                    raise

    async def _until_free(self, whom: object) -> None:
        """Wait for the end of what Telegram asked of this chat, or of the bot."""
        now = asyncio.get_running_loop().time()
        while (until := self._until.get(whom, now)) > now and not self.closing.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.closing.wait(), until - now)
            now = asyncio.get_running_loop().time()
        self._until.pop(whom, None)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


class Again(HTTPXRequest):
    """The way to Telegram; what did not arrive there is sent again."""

    def __init__(self) -> None:
        super().__init__(
            connection_pool_size=AT_ONCE,
            pool_timeout=SLOWEST,
            read_timeout=SLOWEST,
            write_timeout=SLOWEST,
        )

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The server's answer; after the last try also that it has a fault."""
        for pause in PAUSES:
            try:
                status, body = await super().do_request(url, *args, **kwargs)
                if status == 404 and url.endswith("/deleteWebhook"):
                    return 200, b'{"ok": true, "result": true}'  # no webhooks, none to delete
                if status < 500:
                    return status, body
            except TimedOut:  # it may have arrived all the same
                raise
            except NetworkError as error:
                logger.info("Telegram was not reached, once more: %s", error)
            await asyncio.sleep(pause)
        return await super().do_request(url, *args, **kwargs)


def _seconds(error: RetryAfter) -> float:
    """The library gives seconds, or from its next version on a duration."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
