"""The chart of the last days is a picture that a phone can show."""

import sys
from datetime import date

import pytest

from bot.handlers import charts
from bot.state.kept import Day

LAST = date(2026, 1, 9)
DAYS = [Day(date(2026, 1, 8), asked=5, answered=3, milliseconds=10.0)]


def draw() -> bytes | None:
    return charts.draw(DAYS, LAST, 30, title="Questions", answered="yes", unanswered="no")


def test_it_is_a_png_that_telegram_takes() -> None:
    pytest.importorskip("matplotlib")

    picture = draw()

    assert picture is not None
    assert picture.startswith(b"\x89PNG") and len(picture) < 10_000_000
    assert int.from_bytes(picture[16:20]) + int.from_bytes(picture[20:24]) < 10_000  # sendPhoto


def test_without_matplotlib_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("matplotlib.backends.backend_agg", "matplotlib.figure", "matplotlib.ticker"):
        monkeypatch.setitem(sys.modules, name, None)

    assert draw() is None
