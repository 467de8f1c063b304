"""Updates that were handled, so that none is handled twice when Telegram brings it again."""

from bot.state.database import Database

MOST = 4096  # updates; Telegram brings at most 100 again


class Handled:
    """The room of handled updates."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, update: int, text: str | None = None) -> bool:
        """Whether it is new; from now on it is not.  Its text is kept until it is `done`."""
        with self._database.forgiving(), self._database.transaction():
            claimed = self._database.write(
                "INSERT OR IGNORE INTO handled (update_id, waiting) VALUES (?, ?)", update, text
            )
            self._database.write(
                "DELETE FROM handled WHERE id <= (SELECT max(id) FROM handled) - ?", MOST
            )
            return bool(claimed)
        return True  # better twice than never

    def done(self, update: int) -> None:
        """It was handled to its end; only its number stays."""
        with self._database.forgiving():
            self._database.write("UPDATE handled SET waiting = NULL WHERE update_id = ?", update)

    def waiting(self) -> dict[int, str]:
        """The texts of those that were never done, the first claimed first."""
        with self._database.forgiving():
            return dict(
                self._database.rows(
                    "SELECT update_id, waiting FROM handled WHERE waiting IS NOT NULL ORDER BY id"
                )
            )
        return {}
