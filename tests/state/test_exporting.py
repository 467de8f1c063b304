"""The tables for a spreadsheet: whole, harmless, and without a name."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.state import State, open_state
from bot.state.exporting import tables
from bot.state.kept import Asked

DAY = date(2026, 1, 9)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with closing(open_state(tmp_path)) as opened:
        yield opened


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table)))


def test_votes_and_unanswered_questions_are_told_with_their_counts(state: State) -> None:
    state.votes.cast(501, "Who, then?", "Ana.", "abc", up=True, day=DAY)
    state.votes.cast(502, "Who, then?", "Ana.", "abc", up=False, day=DAY)
    state.asked.note(Asked("Why?", DAY, "why", answered=False, milliseconds=9))
    state.asked.note(Asked("Who?", DAY, "who", answered=True, milliseconds=9))

    found = tables(state)

    assert rows(found["votes"])[1:] == [["Who, then?", "Ana.", "abc", "1", "1", "2026-01-09"]]
    assert rows(found["unanswered"])[1:] == [["why", "1", "2026-01-09"]]
    assert "501" not in "".join(found.values())


@pytest.mark.parametrize("asked", ["=1+1", "+cmd", "-2", "@sum"])
def test_a_question_that_is_a_formula_is_not_run_by_a_spreadsheet(state: State, asked: str) -> None:
    state.asked.note(Asked(asked, DAY, "anything", answered=False, milliseconds=9))

    assert rows(tables(state)["unanswered"])[1][0] == f"'{asked}"
