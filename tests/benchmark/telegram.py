"""Questions from many chats over the false Telegram: how many a second, and how long each waits.

The false server runs in the same process, so its work is part of every figure.
"""

import asyncio
import time

from bot.desk import Desk
from tests import golden
from tests.benchmark.running import Run
from tests.benchmark.scores import percentile
from tests.bot_api import Person, false_telegram
from tests.serving import serving

CHATS, EACH = 200, 5
STORY = "venezuela"
STEADY = 10.0  # questions a second: people, not a flood


def table(run: Run) -> None:
    """A flood, in which every chat asks on as soon as it is answered; and a steady stream."""
    desk = Desk(golden.STORIES[STORY], run.nlp, run.replies)
    questions = [row.ask for row in golden.read(STORY)]
    _ = desk.examples_in("en")
    for name, most, pause in (
        ("flood", CHATS * EACH, 0.0),
        (f"{STEADY:g} a second", CHATS, 1 / STEADY),
    ):
        waits, seconds = asyncio.run(_serve(desk, questions, most // CHATS, pause))
        print(
            f"{name}: {len(waits)} questions from {CHATS} chats in {seconds:.1f} s,"
            f" {len(waits) / seconds:.0f} a second; update to reply:"
            f" p50 {percentile(waits, 0.5):.0f} ms, p99 {percentile(waits, 0.99):.0f} ms"
        )


async def _serve(
    desk: Desk, questions: list[str], each: int, pause: float
) -> tuple[list[float], float]:
    """The milliseconds that every question waited, and the seconds that all took."""
    waits: list[float] = []

    async def converse(person: Person, first: int) -> None:
        await asyncio.sleep(first * pause)
        for number in range(each):
            begun = time.perf_counter()
            person.says(questions[(first * each + number) % len(questions)])
            heard = await person.hears(within=600)
            assert "went wrong" not in heard.text, "an apology is no answer"
            waits.append((time.perf_counter() - begun) * 1000)

    async with false_telegram() as api, serving(api, desk):
        people = [api.person(f"Reader {number}") for number in range(CHATS)]
        await api.until(lambda: api.world.updates.is_polled)
        begun = time.perf_counter()
        await asyncio.gather(*(converse(person, n) for n, person in enumerate(people)))
        return waits, time.perf_counter() - begun
