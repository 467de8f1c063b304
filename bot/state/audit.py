"""What admins did, for the other admins."""

from datetime import UTC, datetime, timedelta

from bot.state.database import Database
from bot.state.kept import Action

KEPT_FOR = timedelta(days=365)
MOST = 10_000


class Audit:
    """The room of admins' actions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, action: Action) -> None:
        self._database.write(
            "INSERT INTO audit (at, who, what, about) VALUES (?, ?, ?, ?)",
            int(action.at.timestamp()), action.who, action.what, action.about,
        )  # fmt: skip

    def latest(self, most: int = 20) -> list[Action]:
        """The last of them, newest first."""
        rows = self._database.rows(
            "SELECT at, who, what, about FROM audit ORDER BY id DESC LIMIT ?", most
        )
        return [Action(datetime.fromtimestamp(at, UTC), *rest) for at, *rest in rows]

    def tidy(self, now: datetime) -> None:
        self._database.write(
            "DELETE FROM audit WHERE at < ? OR id <= (SELECT max(id) FROM audit) - ?",
            int((now - KEPT_FOR).timestamp()), MOST,
        )  # fmt: skip
