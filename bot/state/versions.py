"""The versions of the articles, whole; the newest is the one that is served.

A version and what belongs to it are committed in one transaction that waits for the disk: after
whatever accident the newest is there complete, or the one before it is.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from bot.domain import Text
from bot.errors import OvertakenError
from bot.state.database import Database
from bot.state.kept import Override, Version

KEPT = 20  # versions


class Versions:
    """The room of versions."""

    def __init__(self, sure: Database) -> None:
        self._database = sure

    def newest(self) -> Version | None:
        """The one that is to be served; None before the first."""
        return next(iter(self._found("ORDER BY number DESC LIMIT 1")), None)

    def kept(self) -> list[Version]:
        """Those that one can go back to, newest first."""
        return self._found("ORDER BY number DESC")

    def texts(self, number: int) -> tuple[Text, ...] | None:
        """The texts of a version in order of file name; None when it is not kept."""
        rows = self._database.rows(
            "SELECT file, text FROM version_texts JOIN texts USING (hash)"
            " WHERE version = ? ORDER BY file",
            number,
        )
        return tuple(Text(file, text) for file, text in rows) or None

    def files(self) -> set[str]:
        """The file names of all articles of all versions that are kept."""
        rows = self._database.rows("SELECT DISTINCT file FROM version_texts")
        return {file for (file,) in rows}

    def overrides(self) -> dict[str, Override]:
        """The admins' changes that lie over the folder now, by stem."""
        rows = self._database.rows(
            "SELECT stem, file, text, over FROM overrides LEFT JOIN texts USING (hash)"
        )
        return {
            stem: Override(stem, None if file is None else Text(file, text), over)
            for stem, file, text, over in rows
        }

    def publish(
        self,
        digest: str,
        texts: Iterable[Text],
        overrides: Mapping[str, Override],
        *,
        after: Version | None,
        who: str,
        why: str,
        at: datetime,
    ) -> Version:
        """Make a version, all of it or nothing; the oldest beyond `KEPT` go.

        `after` is the newest that the caller knew of.  OvertakenError when another came meanwhile.
        """
        rows = [(text.file, text.hash, text.text) for text in texts]
        with self._database.transaction():
            self._lay(overrides, after)
            [[number]] = self._database.rows(
                "INSERT INTO versions (digest, at, who, why) VALUES (?, ?, ?, ?) RETURNING number",
                digest, int(at.timestamp()), who, why,
            )  # fmt: skip
            self._keep((hash_, text) for _, hash_, text in rows)
            self._database.write_all(
                "INSERT INTO version_texts VALUES (?, ?, ?)",
                [(number, file, hash_) for file, hash_, _ in rows],
            )
            self._drop_old()
        return Version(number, digest, at, who, why, len(rows))

    def lay(self, overrides: Mapping[str, Override], *, after: Version | None) -> None:
        """Exchange the admins' changes where that makes no other version."""
        with self._database.transaction():
            self._lay(overrides, after)
            self._drop_old()

    def _lay(self, overrides: Mapping[str, Override], after: Version | None) -> None:
        newest = self.newest()
        if (newest and newest.number) != (after and after.number):
            raise OvertakenError("The articles were changed by somebody else just now; try again.")
        self._keep((one.text.hash, one.text.text) for one in overrides.values() if one.text)
        self._database.write("DELETE FROM overrides")
        self._database.write_all(
            "INSERT INTO overrides VALUES (?, ?, ?, ?)",
            [
                (stem, one.text and one.text.file, one.text and one.text.hash, one.over)
                for stem, one in overrides.items()
            ],
        )

    def _keep(self, texts: Iterable[tuple[str, str]]) -> None:
        self._database.write_all("INSERT OR IGNORE INTO texts VALUES (?, ?)", list(texts))

    def _drop_old(self) -> None:
        self._database.write(
            "DELETE FROM versions WHERE number NOT IN"
            " (SELECT number FROM versions ORDER BY number DESC LIMIT ?)",
            KEPT,
        )
        self._database.write(
            "DELETE FROM texts WHERE hash NOT IN (SELECT hash FROM version_texts)"
            " AND hash NOT IN (SELECT hash FROM overrides WHERE hash IS NOT NULL)"
        )

    def _found(self, order: str) -> list[Version]:
        rows = self._database.rows(
            "SELECT number, digest, at, who, why,"
            " (SELECT count(*) FROM version_texts WHERE version = number)"
            f" FROM versions {order}"
        )
        return [
            Version(number, digest, datetime.fromtimestamp(at, UTC), who, why, articles)
            for number, digest, at, who, why, articles in rows
        ]
