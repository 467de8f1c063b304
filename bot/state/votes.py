"""What readers thought of answers.  Nobody's name or number is kept, yet nobody votes twice."""

import hashlib
import hmac
from datetime import date, datetime, timedelta

from bot.state.database import Database
from bot.state.kept import Tally

KEPT_FOR = timedelta(days=365)


class Votes:
    """The room of votes."""

    def __init__(self, database: Database, key: bytes) -> None:
        """Without `key` nobody can tell from the ballots who voted; it is kept apart from them."""
        self._database = database
        self._key = key

    def cast(
        self, voter: int, question: str, answer: str, version: str, *, up: bool, day: date
    ) -> bool:
        """Whether it changed anything: a second vote on the same answer replaces the first."""
        changed = self._database.write(
            "INSERT INTO votes (ballot, question, answer, version, up, day)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (ballot) DO UPDATE SET up = excluded.up, day = excluded.day"
            " WHERE up != excluded.up",
            self._ballot(voter, question, answer, version),
            question, answer, version, int(up), day.isoformat(),
        )  # fmt: skip
        return bool(changed)

    def withdraw(self, voter: int, question: str, answer: str, version: str) -> bool:
        """Whether there was a vote to take back."""
        ballot = self._ballot(voter, question, answer, version)
        return bool(self._database.write("DELETE FROM votes WHERE ballot = ?", ballot))

    def tallies(self) -> list[Tally]:
        """Every answer that was voted on, the one voted on last first."""
        rows = self._database.rows(
            "SELECT question, answer, version, sum(up), sum(1 - up), max(day) AS last FROM votes"
            " GROUP BY question, answer, version ORDER BY last DESC, question, answer, version"
        )
        return [
            Tally(question, answer, version, up, down, date.fromisoformat(last))
            for question, answer, version, up, down, last in rows
        ]

    def count(self, since: date) -> tuple[int, int]:
        """How many votes since a day were up, and how many down."""
        [(up, down)] = self._database.rows(
            "SELECT coalesce(sum(up), 0), coalesce(sum(1 - up), 0) FROM votes WHERE day >= ?",
            since.isoformat(),
        )
        return up, down

    def forget(self, person: int) -> int:
        """Finds the person's ballots by making each anew: some 2 µs a vote."""
        rows = self._database.rows("SELECT ballot, question, answer, version FROM votes")
        theirs = [
            (ballot,) for ballot, *on in rows if ballot == self._ballot(person, *map(str, on))
        ]
        self._database.write_all("DELETE FROM votes WHERE ballot = ?", theirs)
        return len(theirs)

    def tidy(self, now: datetime) -> None:
        oldest = (now - KEPT_FOR).date().isoformat()
        self._database.write("DELETE FROM votes WHERE day < ?", oldest)

    def _ballot(self, voter: int, question: str, answer: str, version: str) -> bytes:
        told = "\0".join((str(voter), question, answer, version))
        return hmac.new(self._key, told.encode(), hashlib.sha256).digest()
