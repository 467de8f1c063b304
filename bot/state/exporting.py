"""What readers thought and missed, as tables for a spreadsheet; nobody's name or chat is in them."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from bot.state import State

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


def tables(state: State) -> dict[str, str]:
    """Votes and unanswered questions as CSV (RFC 4180), by the name of the table."""
    votes = (
        (tally.question, tally.answer, tally.version, tally.up, tally.down, tally.last)
        for tally in state.votes.tallies()
    )
    unanswered = ((each.text, each.times, each.last) for each in state.asked.unanswered(date.min))
    return {
        "votes": _csv(("question", "answer", "version", "up", "down", "last"), votes),
        "unanswered": _csv(("question", "times", "last"), unanswered),
    }


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def _harmless(cell: object) -> object:
    """'=1+1' -> "'=1+1", which a spreadsheet shows as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
