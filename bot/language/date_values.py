"""What a date can stand for: a stretch of days at some grain, and how a reader sees it."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Grain = Literal[
    "part", "day", "week", "month", "season", "quarter", "year", "range", "decade", "century"
]

MONTHS = tuple(calendar.month_name)  # "", "January", …: English unless a locale is set by hand


@dataclass(frozen=True, slots=True)
class Value:
    """The days `start` to `end`, both included, that a date stands for.

    A part of a day is its day with `time` set ("night", "early", "17:30"); `time` keeps the words
    of the text, since what "night" spans is not for us to say.
    """

    start: date
    end: date
    grain: Grain
    time: str = ""

    def __str__(self) -> str:
        """'8 January 2026', 'July 2025', '2014', '1990s', '3 March 2020 to 7 March 2020'."""
        if self.grain == "month":
            return f"{MONTHS[self.start.month]} {self.start.year}"
        if self.grain == "year":
            return str(self.start.year)
        if self.grain == "decade":
            return f"{self.start.year}s"
        if self.grain in {"part", "day"}:
            return _day_text(self.start)
        if (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31):
            return f"{self.start.year} to {self.end.year}"
        if self.start.day == 1 and self.end == month(self.end.year, self.end.month).end:
            return f"{_month_text(self.start)} to {_month_text(self.end)}"
        return f"{_day_text(self.start)} to {_day_text(self.end)}"


def _day_text(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _month_text(day: date) -> str:
    return f"{MONTHS[day.month]} {day.year}"


def day(when: date, time: str = "") -> Value:
    """One day, or the part of it that `time` names."""
    return Value(when, when, "part" if time else "day", time)


def week(of: date) -> Value:
    """Monday to Sunday around a day (ISO 8601)."""
    monday = of - timedelta(days=of.weekday())
    return Value(monday, monday + timedelta(days=6), "week")


def month(year_number: int, number: int) -> Value:
    """A month; numbers outside 1–12 run over into other years: month(2026, 0) is December 2025."""
    year_number, number = year_number + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year_number, number)[1]
    return Value(date(year_number, number, 1), date(year_number, number, last), "month")


def year(number: int) -> Value:
    """A calendar year."""
    return Value(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Value:
    """Ten years: decade(1990) is 1990 to 1999."""
    return Value(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Value | None:
    """The 19th century is 1801 to 1900; None for those that Python's calendar does not reach."""
    if not 1 <= number <= 30:
        return None
    return Value(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "century")


def span(first: Value | None, last: Value | None) -> Value | None:
    """From the start of one to the end of the other; None if they run backwards."""
    if first is None or last is None or first.start > last.end:
        return None
    return Value(first.start, last.end, "range")


def exact(year_number: int, month_number: int, day_number: int) -> Value | None:
    """A day of the calendar; None for 30 February and the like."""
    try:
        return day(date(year_number, month_number, day_number))
    except ValueError:
        return None


def shifted(value: Value, by: int, *, unit: str) -> Value | None:
    """The day, week, month, year or decade `by` units away from that of `value`'s start."""
    try:
        if unit == "day":
            return day(value.start + timedelta(days=by))
        if unit == "week":
            return week(value.start + timedelta(weeks=by))
        if unit == "month":
            return month(value.start.year, value.start.month + by)
        if unit == "year":
            return year(value.start.year + by)
        if unit == "decade":
            return decade(value.start.year // 10 * 10 + 10 * by)
        if unit == "century":
            return century((value.start.year + 99) // 100 + by)
    except (ValueError, OverflowError):
        return None
    return None


def at(value: Value | None, time: str) -> Value | None:
    """A value with a time of day; times do not apply to anything longer than a day."""
    if value is None or not time:
        return value
    if value.grain in {"day", "part"}:
        return replace(value, grain="part", time=time)
    return value
