"""The SQLite file itself: opened, checked, brought up to date, written to."""

import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.errors import StateError
from bot.state.schema import STEPS

logger = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds a writer waits for another, such as the bot for the command line
LONGEST_LOG = 10_000  # pages of 4 kB that quick writes may leave to be sorted into the file
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Database:
    """A connection that threads may share; its statements run one at a time."""

    def __init__(self, file: Path, *, sure: bool = False) -> None:
        """`sure`: what is committed survives a power cut, at the price of waiting for the disk.

        Otherwise the last moments may be lost with the power, though never half of a transaction;
        nothing is lost when only the program is killed.
        """
        self._file = file
        self._turn = threading.RLock()
        self._raw = sqlite3.connect(
            file, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            self._raw.execute("PRAGMA journal_mode = WAL")
            self._raw.execute(f"PRAGMA synchronous = {'FULL' if sure else 'NORMAL'}")
            self._raw.execute("PRAGMA foreign_keys = ON")
            if not sure:  # sorting waits for the disk, some 20 ms: `sort_in` does it elsewhere
                self._raw.execute(f"PRAGMA wal_autocheckpoint = {LONGEST_LOG}")
        except sqlite3.Error:
            self._raw.close()
            raise

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """Every row, as tuples.  StateError when the file cannot be read."""
        with self._turn, self._translated():
            return self._raw.execute(statement, values).fetchall()

    def write(self, statement: str, *values: Any) -> int:
        """How many rows were written.  StateError when the file cannot be written."""
        with self._turn, self._translated():
            return self._raw.execute(statement, values).rowcount

    def write_all(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """The statement with each of the rows."""
        with self._turn, self._translated():
            self._raw.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or, when it raises, nothing."""
        with self._turn, self._translated():
            self._raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._raw.execute("COMMIT")
            except BaseException:
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                raise

    def sort_in(self) -> None:
        """Bring what was written from the log into the file, without stopping anybody."""
        self.rows("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        with self._turn:
            self._raw.close()

    @contextmanager
    def forgiving(self) -> Iterator[None]:
        """A note that cannot be written is worth a line in the log, not the answer it is about."""
        try:
            yield
        except StateError as error:
            logger.error("%s", error)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:  # full, locked, gone: not a wrong statement
            raise StateError(f"{self._file}: {error}.") from error
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in DAMAGE:
                raise
            raise StateError(
                f"{self._file}: {error}; restart the bot, and it sets the file aside."
            ) from error


def prepare(file: Path) -> None:
    """Make the file ready to be opened: there, sound, and of the newest form.

    A damaged one is set aside and a new one begun.  StateError where nothing can be kept.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            _bring_up_to_date(file)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in DAMAGE:
                raise
            _set_aside(file, str(error))
            _bring_up_to_date(file)
    except (OSError, sqlite3.Error) as error:
        raise StateError(
            f"{file}: {error}; BOT_DATA must name a folder that the bot may write to."
        ) from error


def _bring_up_to_date(file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as raw:
        verdict = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            damage = sqlite3.DatabaseError(verdict)
            damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise damage
        taken = raw.execute("PRAGMA user_version").fetchone()[0]
        if taken > len(STEPS):
            raise StateError(
                f"{file}: written by a newer version of this program; "
                "use that one, or name another folder in BOT_DATA."
            )
        if 0 < taken < len(STEPS):
            _copy(raw, file.with_name(f"{file.stem}.before-step-{taken + 1}{file.suffix}"))
        for number, step in enumerate(STEPS, 1):
            _take(raw, number, step)


def _take(raw: sqlite3.Connection, number: int, step: str) -> None:
    """The step whole or not at all; nothing when it was taken, be it by another process just now."""
    raw.execute("BEGIN IMMEDIATE")
    if raw.execute("PRAGMA user_version").fetchone()[0] < number:
        for statement in step.split(";"):
            raw.execute(statement)
        raw.execute(f"PRAGMA user_version = {number}")
    raw.execute("COMMIT")


def _copy(raw: sqlite3.Connection, file: Path) -> None:
    with closing(sqlite3.connect(file)) as copy:
        raw.backup(copy)
    logger.info("The state file gets a new form; the old one is kept as %s", file)


def _set_aside(file: Path, reason: str) -> None:
    """Rename it and what belongs to it; nothing of it is thrown away."""
    now = datetime.now(UTC)
    aside = file.with_name(f"{file.stem}.damaged-{now:%Y%m%dT%H%M%S%f}{file.suffix}")
    for ending in ("-wal", "-shm", ""):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    logger.warning(
        "%s is damaged (%s) and was set aside as %s; the bot goes on with an empty one.",
        file, reason, aside.name,
    )  # fmt: skip
