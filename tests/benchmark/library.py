"""How long a thousand articles take: a cold start, a warm one, a reload with one of them changed.

Processor time is told beside the clock's, since it does not depend on what else the machine does.
The articles are put together from paragraphs of the invented stories, with other names and figures.
"""

import random
import re
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.desk import Desk, open_kept_desk
from bot.state import open_state
from tests.golden import STORIES

ARTICLES = 1000
PARAGRAPHS = 6  # of an article
CHANGED = 20  # articles exchanged while questions are asked
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
NUMBER = re.compile(r"\b\d{2,3}\b")
SYLLABLES = "ka ro mi len dor vas til bre hol ma nu pe sta fin gor li ta wen".split()

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds."""

    clock: float
    processor: float


def write_articles(folder: Path, count: int) -> None:
    """The same ones each time."""
    paragraphs = [
        paragraph
        for story in ("ferry", "strike")
        for paragraph in STORIES[story].read_text(encoding="utf-8").split("\n\n")[2:]
    ]
    for number in range(count):
        (folder / f"story{number:04}.txt").write_text(
            article(random.Random(number), paragraphs), encoding="utf-8"
        )


def article(rng: random.Random, paragraphs: Sequence[str]) -> str:
    names: dict[str, str] = {}

    def another(found: re.Match[str]) -> str:
        made = "".join(rng.choices(SYLLABLES, k=3)).capitalize()
        return names.setdefault(found[0], made)

    body = "\n\n".join(rng.sample(paragraphs, PARAGRAPHS))
    body = NUMBER.sub(lambda _: str(rng.randint(10, 999)), NAME.sub(another, body))
    return f"date 2026-01-{rng.randint(1, 28):02} The Daily\n\n{body}\n"


def table(count: int | None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, data = Path(name, "articles"), Path(name, "data")
        folder.mkdir()
        write_articles(folder, count or ARTICLES)
        with closing(open_state(data)) as state:

            def start() -> Desk:
                return open_kept_desk(folder, state, data / "cache")

            cold, desk = timed(start)
            sentences = len(desk.story.readings)
            print(f"{len(desk.corpus.articles)} articles, {sentences} sentences")
            show("cold start", cold, cold)
            change_one(folder, 0)
            show("reload, one changed", timed(desk.reload)[0], cold)
            show("reload, none changed", timed(desk.reload)[0], cold)
            show("warm start", timed(start)[0], cold)
            size = sum(file.stat().st_size for file in (data / "cache").rglob("*"))
            print(f"cache {size / 1e6:.0f} MB, state {size_of(data):.0f} MB")
            show_answers(desk, folder)


def change_one(folder: Path, number: int) -> None:
    file = folder / f"story{number:04}.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nThe harbor was closed on Monday.\n", encoding="utf-8")


def show_answers(desk: Desk, folder: Path) -> None:
    """How long answers take while nothing else goes on, and while articles are exchanged."""
    asked = [f"Who is {name}?" for name in sorted(desk.story.names)[:200:5]]
    asked[0] = asked[-1]  # the first question of all has more to prepare
    quiet = [timed(partial(desk.ask, question))[0].clock for question in asked]
    for number in range(1, CHANGED + 1):
        change_one(folder, number)
    reloading = threading.Thread(target=desk.reload)
    reloading.start()
    busy: list[float] = []
    while reloading.is_alive():
        question = asked[len(busy) % len(asked)]
        busy.append(timed(partial(desk.ask, question))[0].clock)
    reloading.join()
    for when, times in (("nothing else", quiet), (f"{CHANGED} articles reloaded", busy)):
        times.sort()
        median, late = (1000 * times[int(len(times) * part)] for part in (0.5, 0.95))
        print(f"answers, {when}: {len(times)}, median {median:.0f} ms, 95 % {late:.0f} ms")


def timed(do: Callable[[], T]) -> tuple[Took, T]:
    clock, processor = time.perf_counter(), time.process_time()
    done = do()
    return Took(time.perf_counter() - clock, time.process_time() - processor), done


def show(what: str, took: Took, cold: Took) -> None:
    print(
        f"{what:<22} {took.clock:8.2f} s  1/{cold.clock / took.clock:<5.0f}"
        f"processor {took.processor:8.2f} s  1/{cold.processor / took.processor:.0f}",
        flush=True,
    )


def size_of(data: Path) -> float:
    return sum(file.stat().st_size for file in data.glob("state*")) / 1e6
