"""All rooms of the state together: opened, tidied, closed; and what a person asks to have forgotten."""

import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import StateError
from bot.state.asked import AskedQuestions
from bot.state.audit import Audit
from bot.state.database import Database, prepare
from bot.state.handled import Handled
from bot.state.inlined import InlineAnswers
from bot.state.linked import LinkedQuestions
from bot.state.sent import SentAnswers
from bot.state.subscriptions import Subscriptions
from bot.state.versions import Versions
from bot.state.votes import Votes

FILE, KEY = "state.sqlite3", "voters.key"


class State:
    """What the bot keeps between runs.

    Any thread may use it.  A single write takes some 0.05 ms and does not wait for the disk, so
    it may be made in a handler; `tidy` and `forget` belong in a thread.
    """

    def __init__(self, quick: Database, sure: Database, key: bytes) -> None:
        """Two connections to one file, so that `quick` writes wait for the disk on no account."""
        self._quick, self._sure = quick, sure
        self.sent = SentAnswers(quick)
        self.inlined = InlineAnswers(quick)
        self.votes = Votes(quick, key)
        self.asked = AskedQuestions(quick)
        self.subscriptions = Subscriptions(quick)
        self.handled = Handled(quick)
        self.linked = LinkedQuestions(quick)
        self.audit = Audit(quick)
        self.versions = Versions(sure)

    def tidy(self, now: datetime | None = None) -> None:
        """Drop what has been kept long enough."""
        now = now or datetime.now(UTC)
        for room in (
            self.sent, self.inlined, self.votes, self.asked, self.subscriptions, self.linked,
            self.audit,
        ):  # fmt: skip
            room.tidy(now)
        self._sure.sort_in()

    def forget(self, person: int) -> int:
        """Drop what is known of a person; returns how many things that were.

        What stays has no person in it: questions without identities.  An admin's actions stay.
        """
        rooms = (self.sent, self.inlined, self.subscriptions, self.votes)
        return sum(room.forget(person) for room in rooms)

    def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: it has a new id, and its messages have new numbers."""
        self.sent.forget_chat(old)
        self.subscriptions.move_chat(old, new)

    def close(self) -> None:
        self._sure.close()
        self._quick.close()


def open_state(folder: Path) -> State:
    """The state kept in a folder, which is made if need be.  StateError when that cannot be."""
    file = folder / FILE
    prepare(file)
    key = _key(folder / KEY)
    state = State(Database(file), Database(file, sure=True), key)
    state.tidy()
    return state


def _key(file: Path) -> bytes:
    """The key of the voters' hashes, apart from what is hashed; made at the first start."""
    try:
        try:
            opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return file.read_bytes()
        with os.fdopen(opened, "wb") as made:
            key = secrets.token_bytes(32)
            made.write(key)
            return key
    except OSError as error:
        raise StateError(f"{file}: {error.strerror}; BOT_DATA must be readable.") from error
