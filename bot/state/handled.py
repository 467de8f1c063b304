"""Updates that were handled, so that none is handled twice when Telegram brings it again."""

from bot.state.database import Database

MOST = 4096  # updates; Telegram brings at most 100 again


class Handled:
    """The room of handled updates."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, update: int) -> bool:
        """Whether it is new; from now on it is not."""
        with self._database.forgiving(), self._database.transaction():
            claimed = self._database.write(
                "INSERT OR IGNORE INTO handled (update_id) VALUES (?)", update
            )
            self._database.write(
                "DELETE FROM handled WHERE id <= (SELECT max(id) FROM handled) - ?", MOST
            )
            return bool(claimed)
        return True  # better twice than never
