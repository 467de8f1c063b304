"""Answers that were sent, found again by the question's message or by one of their own."""

from datetime import UTC, datetime, timedelta

from bot.state.database import Database
from bot.state.kept import Footing, Sent

KEPT_FOR = timedelta(days=30)
MOST = 20_000

COLUMNS = "sent.id, sent.chat, topic, question, text, version, asker, at, language, said, cited"


class SentAnswers:
    """The room of answers that were sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, sent: Sent) -> None:
        """Instead of what was kept for the same question before."""
        with self._database.forgiving(), self._database.transaction():
            self._database.write(
                "DELETE FROM sent WHERE chat = ? AND question = ?", sent.chat, sent.question
            )
            [[number]] = self._database.rows(
                "INSERT INTO sent"
                " (chat, topic, question, text, version, asker, at, language, said, cited)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                sent.chat, sent.topic, sent.question, sent.text, sent.version, sent.asker,
                int(sent.at.timestamp()), sent.language, sent.footing.said,
                " ".join(sent.footing.cited),
            )  # fmt: skip
            self._database.write_all(
                "INSERT OR REPLACE INTO sent_messages VALUES (?, ?, ?)",
                [(sent.chat, message, number) for message in sent.answers],
            )

    def to_question(self, chat: int, message: int) -> Sent | None:
        """What was sent in answer to a message."""
        return self._found("sent WHERE chat = ? AND question = ?", chat, message)

    def with_message(self, chat: int, message: int) -> Sent | None:
        """The answer that a message of the bot's belongs to."""
        return self._found(
            "sent_messages JOIN sent ON sent.id = sent_messages.sent"
            " WHERE sent_messages.chat = ? AND message = ?",
            chat, message,
        )  # fmt: skip

    def to_review(self, since: datetime, version: str, *, most: int, of_a_chat: int) -> list[Sent]:
        """Answers sent since a time that another version of the articles gave, newest first.

        Of each chat so many of the last; no silences.
        """
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM (SELECT *, row_number() OVER"
            " (PARTITION BY chat ORDER BY at DESC, id DESC) AS place FROM sent WHERE at >= ?)"
            " AS sent WHERE version != ? AND said != '' AND place <= ?"
            " ORDER BY at DESC, sent.id DESC LIMIT ?",
            int(since.timestamp()), version, of_a_chat, most,
        )  # fmt: skip
        return [self._made(row) for row in rows]

    def drop(self, chat: int, question: int) -> None:
        """Nothing was sent after all, or it was deleted."""
        self._database.write("DELETE FROM sent WHERE chat = ? AND question = ?", chat, question)

    def forget(self, person: int) -> int:
        """A private chat has the number of its person."""
        return self._database.write("DELETE FROM sent WHERE asker = ? OR chat = ?", person, person)

    def forget_chat(self, chat: int) -> int:
        return self._database.write("DELETE FROM sent WHERE chat = ?", chat)

    def tidy(self, now: datetime) -> None:
        self._database.write(
            "DELETE FROM sent WHERE at < ? OR id <= (SELECT max(id) FROM sent) - ?",
            int((now - KEPT_FOR).timestamp()), MOST,
        )  # fmt: skip

    def _found(self, where: str, *values: int) -> Sent | None:
        rows = self._database.rows(f"SELECT {COLUMNS} FROM {where}", *values)
        return self._made(rows[0]) if rows else None

    def _made(self, row: tuple[int, int, int, int, str, str, int, int, str, str, str]) -> Sent:
        number, chat, topic, question, text, version, asker, at, language, said, cited = row
        messages = self._database.rows(
            "SELECT message FROM sent_messages WHERE sent = ? ORDER BY message", number
        )
        answers = tuple(message for (message,) in messages)
        when = datetime.fromtimestamp(at, UTC)
        footing = Footing(said, tuple(cited.split()))
        return Sent(
            chat, topic, question, answers, text, version, asker, when, language, footing
        )  # fmt: skip
