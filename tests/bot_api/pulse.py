"""Waiting for something in the world to become true, without sleeping."""

import asyncio
from collections.abc import Callable

PATIENCE = 30.0  # seconds that a test waits for the bot; only what fails waits so long


class Pulse:
    """Beats whenever something may have changed."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def beat(self) -> None:
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    async def until(self, condition: Callable[[], bool], *, within: float = PATIENCE) -> None:
        """TimeoutError when it does not become true in time."""
        async with asyncio.timeout(within):
            while not condition():
                waiting = asyncio.get_running_loop().create_future()
                self._waiting.append(waiting)
                await waiting
