"""Answers that people sent into other chats themselves, by way of an inline query."""

from datetime import UTC, datetime, timedelta

from bot.state.database import Database
from bot.state.kept import Footing, Inlined

KEPT_FOR = timedelta(days=2)
MOST = 10_000


class InlineAnswers:
    """The room of answers sent inline."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, sent: Inlined) -> None:
        """Instead of what was kept of the same message before."""
        with self._database.forgiving():
            self._database.write(
                "INSERT OR REPLACE INTO inlined VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                sent.message, sent.question, sent.version, sent.asker,
                int(sent.at.timestamp()), sent.language, sent.footing.said,
                " ".join(sent.footing.cited),
            )  # fmt: skip

    def to_review(self, since: datetime, version: str, *, most: int) -> list[Inlined]:
        """Those sent since a time that another version of the articles gave, newest first."""
        rows = self._database.rows(
            "SELECT message, question, version, asker, at, language, said, cited FROM inlined"
            " WHERE at >= ? AND version != ? AND said != '' ORDER BY at DESC LIMIT ?",
            int(since.timestamp()), version, most,
        )  # fmt: skip
        return [
            Inlined(
                message, question, version, asker, datetime.fromtimestamp(at, UTC), language,
                Footing(said, tuple(cited.split())),
            )
            for message, question, version, asker, at, language, said, cited in rows
        ]  # fmt: skip

    def drop(self, message: str) -> None:
        """It cannot be edited any more."""
        self._database.write("DELETE FROM inlined WHERE message = ?", message)

    def forget(self, person: int) -> int:
        return self._database.write("DELETE FROM inlined WHERE asker = ?", person)

    def tidy(self, now: datetime) -> None:
        """Drop those that are old, and of the others all but the last `MOST`."""
        self._database.write("DELETE FROM inlined WHERE at < ?", int((now - KEPT_FOR).timestamp()))
        self._database.write(
            "DELETE FROM inlined WHERE message NOT IN"
            " (SELECT message FROM inlined ORDER BY at DESC LIMIT ?)",
            MOST,
        )
