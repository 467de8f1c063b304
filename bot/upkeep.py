"""What goes on beside the answering: keeping the state tidy, and the articles up to date."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from bot.desk import Desk
from bot.domain import Change
from bot.errors import BotError
from bot.state import State

logger = logging.getLogger(__name__)

TIDY_EVERY = 600.0  # seconds
LOOK_EVERY = 2.0


async def tidy_now_and_then(state: State, *, every: float = TIDY_EVERY) -> None:
    """Drop what has been kept long enough, until cancelled."""
    while True:
        await asyncio.sleep(every)
        try:
            await asyncio.to_thread(state.tidy)
        except BotError as error:
            logger.error("%s", error)


async def follow(desk: Desk, *, watch: bool, every: float = LOOK_EVERY) -> None:
    """Take over what the command line publishes, until cancelled; with `watch` also what changes
    in the folder, as soon as it has been quiet there from one look to the next.
    """
    before = None
    while True:
        await asyncio.sleep(every)
        await _make(desk.follow)
        if watch:
            seen = await asyncio.to_thread(desk.look)
            if seen != desk.looked and seen == before:
                await reload(desk, "watch")
            before = seen


async def reload_when(asked: asyncio.Event, desk: Desk) -> None:
    """Reload each time that `asked` is set, until cancelled."""
    while True:
        await asked.wait()
        asked.clear()
        await reload(desk, "signal")


async def reload(desk: Desk, who: str) -> None:
    """Read the folder again, and log what came of it."""
    await _make(lambda: desk.reload(who))


@asynccontextmanager
async def after_each_change(
    desk: Desk, *works: Callable[[], Awaitable[None]]
) -> AsyncIterator[None]:
    """Within the block `works` are done in turn: at first, and after each change of the articles."""
    changed, loop = asyncio.Event(), asyncio.get_running_loop()
    changed.set()
    task = asyncio.create_task(_do_whenever(changed, works))

    def note() -> None:
        loop.call_soon_threadsafe(changed.set)

    with desk.watched(note):
        try:
            yield
        finally:
            task.cancel()


async def _do_whenever(
    changed: asyncio.Event, works: Iterable[Callable[[], Awaitable[None]]]
) -> None:
    while True:
        await changed.wait()
        changed.clear()
        for work in works:
            try:
                await work()
            except Exception:  # a bug, or a state that cannot be read: the next change tries again
                logger.exception("What follows a change of the articles was not done.")


async def _make(change: Callable[[], Change | None]) -> None:
    try:
        made = await asyncio.to_thread(change)
    except BotError as error:
        logger.error("%s\nThe articles stay as they are.", error)
    except Exception:  # a bug, which must not end the following, let alone the answering
        logger.exception("The articles stay as they are.")
    else:
        if made is not None:
            logger.info(
                "Articles: %d added, %d removed, %d changed; %d sentences (+%d −%d), in %.1f s",
                len(made.added), len(made.removed), len(made.changed), made.sentences_after,
                made.sentences_added, made.sentences_removed, made.seconds,
            )  # fmt: skip
            for problem in (*made.notes, *made.problems):
                logger.warning("%s", problem)


async def either(*events: asyncio.Event) -> None:
    """Wait for the first of them."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
