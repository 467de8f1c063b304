"""Questions that were asked, without whom or where: what the newsroom learns from."""

from datetime import date, datetime, timedelta

from bot.state.database import Database
from bot.state.kept import Asked, Day, Unanswered

KEPT_FOR = timedelta(days=90)
MOST = 100_000
LONGEST = 300  # characters of a question


def normalise(question: str) -> str:
    """'  Who was  RELEASED?? ' -> 'who was released': the same question is kept as the same."""
    return " ".join(question.casefold().split()).strip(" ?!.…¿¡")[:LONGEST]


class AskedQuestions:
    """The room of questions that were asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, asked: Asked) -> None:
        """Keep it; its text is normalised here."""
        with self._database.forgiving():
            self._database.write(
                "INSERT INTO asked (text, day, kind, answered, milliseconds) VALUES (?, ?, ?, ?, ?)",
                normalise(asked.text), asked.day.isoformat(), asked.kind, int(asked.answered),
                asked.milliseconds,
            )  # fmt: skip

    def unanswered(self, since: date) -> list[Unanswered]:
        """What the story did not answer: the most asked first, then the newest."""
        rows = self._database.rows(
            "SELECT text, count(*) AS times, max(day) AS last FROM asked"
            " WHERE NOT answered AND day >= ? AND text != ''"
            " GROUP BY text ORDER BY times DESC, last DESC, text",
            since.isoformat(),
        )
        return [Unanswered(text, times, date.fromisoformat(last)) for text, times, last in rows]

    def days(self, since: date) -> list[Day]:
        """Each day on which something was asked, the oldest first."""
        rows = self._database.rows(
            "SELECT day, count(*), sum(answered), avg(milliseconds) FROM asked"
            " WHERE day >= ? GROUP BY day ORDER BY day",
            since.isoformat(),
        )
        return [Day(date.fromisoformat(day), *rest) for day, *rest in rows]

    def latencies(self, since: date) -> list[float]:
        """The milliseconds of every question since a day, the quickest first."""
        rows = self._database.rows(
            "SELECT milliseconds FROM asked WHERE day >= ? ORDER BY milliseconds",
            since.isoformat(),
        )
        return [milliseconds for (milliseconds,) in rows]

    def tidy(self, now: datetime) -> None:
        self._database.write(
            "DELETE FROM asked WHERE day < ? OR id <= (SELECT max(id) FROM asked) - ?",
            (now - KEPT_FOR).date().isoformat(), MOST,
        )  # fmt: skip
