"""Questions whose answers people want to be told when the story has them."""

from datetime import UTC, datetime

from bot.state.database import Database
from bot.state.kept import Subscription

MOST_OF_A_PERSON = 20
MOST = 10_000


class Subscriptions:
    """The room of subscriptions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, wanted: Subscription) -> bool:
        """False when the person, or the bot, has as many as may be.

        The same question in the same place is prolonged, not kept twice.
        """
        with self._database.transaction():
            kept = self._database.write(
                "UPDATE subscriptions SET until = ?, message = ?, language = ?"
                " WHERE person = ? AND chat = ? AND topic = ? AND question = ?",
                int(wanted.until.timestamp()), wanted.message, wanted.language,
                wanted.person, wanted.chat, wanted.topic, wanted.question,
            )  # fmt: skip
            if kept:
                return True
            [(theirs, all_)] = self._database.rows(
                "SELECT coalesce(sum(person = ?), 0), count(*) FROM subscriptions", wanted.person
            )
            if theirs >= MOST_OF_A_PERSON or all_ >= MOST:
                return False
            self._database.write(
                "INSERT INTO subscriptions"
                " (person, chat, topic, message, question, until, language)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                wanted.person, wanted.chat, wanted.topic, wanted.message, wanted.question,
                int(wanted.until.timestamp()), wanted.language,
            )  # fmt: skip
            return True

    def all(self, now: datetime) -> list[Subscription]:
        """Those that have not run out, the oldest first."""
        rows = self._database.rows(
            "SELECT person, chat, topic, message, question, until, language FROM subscriptions"
            " WHERE until > ? ORDER BY id",
            int(now.timestamp()),
        )
        return [
            Subscription(
                person, chat, topic, message, question, datetime.fromtimestamp(until, UTC), language
            )
            for person, chat, topic, message, question, until, language in rows
        ]

    def drop(self, told: Subscription) -> bool:
        """Whether it was there: of two that tell the same, only one gets True."""
        dropped = self._database.write(
            "DELETE FROM subscriptions"
            " WHERE person = ? AND chat = ? AND topic = ? AND question = ?",
            told.person, told.chat, told.topic, told.question,
        )  # fmt: skip
        return bool(dropped)

    def forget(self, person: int) -> int:
        return self._database.write("DELETE FROM subscriptions WHERE person = ?", person)

    def move_chat(self, old: int, new: int) -> None:
        self._database.write(
            "UPDATE OR REPLACE subscriptions SET chat = ? WHERE chat = ?", new, old
        )

    def tidy(self, now: datetime) -> None:
        self._database.write("DELETE FROM subscriptions WHERE until <= ?", int(now.timestamp()))
