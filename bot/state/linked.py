"""Questions that links ask but are too long to carry themselves; nobody's name is with them."""

from datetime import UTC, datetime, timedelta

from bot.links import digest
from bot.state.database import Database

KEPT_FOR = timedelta(days=30)
MOST = 10_000


class LinkedQuestions:
    """The room of questions behind links."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, question: str, now: datetime | None = None) -> None:
        """Under its digest; asked again it is kept anew."""
        at = int((now or datetime.now(UTC)).timestamp())
        self._database.write(
            "INSERT OR REPLACE INTO linked (digest, question, at) VALUES (?, ?, ?)",
            digest(question), question, at,
        )  # fmt: skip

    def find(self, key: str) -> str | None:
        """The question of a link; None when it was kept too long ago."""
        rows = self._database.rows("SELECT question FROM linked WHERE digest = ?", key)
        return rows[0][0] if rows else None

    def tidy(self, now: datetime) -> None:
        """Drop those that are old, and of the others all but the last `MOST`."""
        oldest = int((now - KEPT_FOR).timestamp())
        self._database.write("DELETE FROM linked WHERE at < ?", oldest)
        self._database.write(
            "DELETE FROM linked WHERE digest NOT IN"
            " (SELECT digest FROM linked ORDER BY at DESC LIMIT ?)",
            MOST,
        )
