"""Kills processes with SIGKILL while they change the articles, and tells what is served afterwards.

    python -m tests.dying FOLDER

A line of JSON for each kill.  Each change is killed before every statement that it sends to SQLite,
and then over and over at any moment, also inside SQLite.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.articles.library import Draft, Library
from bot.domain import Text
from bot.state import State, open_state

ARTICLES = 12
KILLS = 24  # at any moment
LONGEST_LIFE = 0.03  # seconds
HEAD = "date 2026-01-09 The Daily\n\n"

Change = Callable[[Library], Draft]


class Dying(sqlite3.Connection):
    """Kills the process before a statement that is due, counted from when `left` was set."""

    left: int | None = None

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        self._live_on()
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        self._live_on()
        return super().executemany(*arguments)

    @staticmethod
    def _live_on() -> None:
        if Dying.left is not None:
            Dying.left -= 1
            if Dying.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


def story(number: int, telling: int) -> str:
    return f"{HEAD}Ferry {number} sailed for the {telling}th time. It was a fine day.\n"


def reload(library: Library) -> Draft:
    return library.reloaded()


def add(library: Library) -> Draft:
    stamp = time.time_ns()
    return library.added(Text(f"sent{stamp % 3}.txt", story(99, stamp)))


def remove(library: Library) -> Draft:
    return library.removed(library.served().texts[0].stem)


def roll_back(library: Library) -> Draft:
    return library.rolled_back(library.kept[-1].number)


CHANGES: dict[str, Change] = {
    "reload": reload, "add": add, "remove": remove, "rollback": roll_back
}  # fmt: skip


class House:
    """A folder of articles and the state beside it."""

    def __init__(self, folder: Path) -> None:
        self.articles = folder / "articles"
        self.data = folder / "data"
        self.articles.mkdir()
        self.rewrite(0)
        with closing(open_state(self.data)) as state:
            library = self.library(state)
            library.publish(library.reloaded(), "")

    def library(self, state: State) -> Library:
        return Library(self.articles, state)

    def rewrite(self, telling: int) -> None:
        """All the articles are told anew, so that a mixture of two tellings would show."""
        for number in range(ARTICLES):
            file = self.articles / f"ferry{number}.txt"
            file.write_text(story(number, telling), encoding="utf-8")

    def served(self) -> tuple[str, bool]:
        """What a start serves, and whether it is a version that was published, and whole."""
        with closing(open_state(self.data)) as state:
            library = self.library(state)
            newest, draft = library.newest, library.served()
            whole = newest is not None and (newest.digest, newest.articles) == (
                draft.corpus.version, len(draft.texts)
            )  # fmt: skip
            damaged = list(self.data.glob("*damaged*"))
            return draft.corpus.version, whole and not damaged

    def die(self, change: Change, statements: int) -> tuple[bool, str]:
        """Whether it was killed before that statement, and what it was about to publish."""
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            with closing(open_state(self.data)) as state:
                library = self.library(state)
                draft = change(library)
                os.write(writer, draft.corpus.version.encode())
                Dying.left = statements
                library.publish(draft, "501")
                Dying.left = None
            os._exit(0)
        os.close(writer)
        _, status = os.waitpid(child, 0)
        with os.fdopen(reader, encoding="ascii") as told:
            return os.WIFSIGNALED(status), told.read()

    def die_at_any_moment(self, rng: random.Random) -> int:
        """Changes over and over until killed; the number of the last version it was sure of."""
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            while True:
                with closing(open_state(self.data)) as state:
                    library = self.library(state)
                    version = library.publish(CHANGES[rng.choice(list(CHANGES))](library), "501")
                    os.write(writer, f"{version.number if version else 0}\n".encode())
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as told:
            told.readline()  # it is at work
            time.sleep(rng.uniform(0, LONGEST_LIFE))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return max([int(line) for line in told.read().split()], default=0)


def kill_at_each_statement(house: House) -> Iterator[dict[str, object]]:
    for telling, (name, change) in enumerate(CHANGES.items(), 1):
        house.rewrite(telling)
        statements, killed = 0, True
        while killed:
            before, _ = house.served()
            killed, new = house.die(change, statements)
            after, whole = house.served()
            yield {
                "change": name, "statements": statements, "killed": killed, "whole": whole,
                "served": "new" if after == new else "old" if after == before else "other",
            }  # fmt: skip
            statements += 1


def kill_at_any_moment(house: House) -> Iterator[dict[str, object]]:
    rng = random.Random(6)
    for _ in range(KILLS):
        sure = house.die_at_any_moment(rng)
        _, whole = house.served()
        with closing(open_state(house.data)) as state:
            newest = house.library(state).newest
        yield {"whole": whole, "kept": newest is not None and newest.number >= sure}


def main() -> None:
    """Without any thread, so that forking is safe."""
    connect = sqlite3.connect
    sqlite3.connect = lambda *given, **named: connect(*given, **{"factory": Dying, **named})
    house = House(Path(sys.argv[1]))
    for kills in (kill_at_each_statement(house), kill_at_any_moment(house)):
        for kill in kills:
            print(json.dumps(kill), flush=True)


if __name__ == "__main__":
    main()
