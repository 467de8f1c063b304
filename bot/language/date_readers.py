"""How the pieces of a written date are read: month names, weekdays, "last", "ago", "that".

The anchoring is that of newswire: the day of publication is the reader's today (after the news mode
that Strötgen and Gertz describe for HeidelTime; the rules are our own).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.language import date_values as values
from bot.language.date_values import Value
from bot.language.number_words import canonical, table

Kind = Literal["date", "time", "duration", "bound", "recurring", "vague"]
# Which way a date without its year or week looks: back, ahead, or no telling.  "" is how the
# newspapers mean it when no verb speaks: weekdays look back, months stay in the year at hand.
Reading = Literal["past", "future", "unsure", ""]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are relative to."""

    published: date | None
    reading: Reading = ""
    previous: Value | None = None  # the date spoken of before: "that day"


Reader = Callable[[re.Match[str], Anchor], Value | None]


def month_number(text: str) -> int:
    """1 for 'Jan.' and 'january'."""
    return [m[:3] for m in table("date_words")["months"]].index(text[:3].lower()) + 1


def digits(text: str) -> int:
    """The figures of '8th' as a number."""
    return int(re.sub(r"\D", "", text))


def _step(text: str | None) -> int:
    first = (text or "this").split()[0].lower()
    return {"last": -1, "previous": -1, "next": 1, "following": 1}.get(first, 0)


def month_of(name: str, anchor: Anchor) -> Value | None:
    """The month of that name nearest in the direction of reading; this year's counts."""
    if anchor.published is None:
        return None
    today, number = anchor.published, month_number(name)
    this = values.month(today.year, number)
    if this.start > today:
        return {"past": values.month(today.year - 1, number), "future": this}.get(anchor.reading)
    if this.end < today and anchor.reading == "future":
        return values.month(today.year + 1, number)
    return this if this.end >= today or anchor.reading != "unsure" else None


def _day_of(month: str, day: str, anchor: Anchor) -> Value | None:
    """A day and month without a year, in the direction of reading."""
    if anchor.published is None:
        return None
    today = anchor.published
    number = month_number(month)
    this = values.exact(today.year, number, digits(day))
    if this is None:
        return None
    if this.start > today:
        last = values.exact(today.year - 1, number, digits(day))
        return {"past": last, "future": this}.get(anchor.reading)
    if this.start < today and anchor.reading == "future":
        return values.exact(today.year + 1, number, digits(day))
    return this if this.start == today or anchor.reading != "unsure" else None


def _late_year(figures: str, anchor: Anchor) -> Value | None:
    """The latest year that has begun and ends in two figures: "'91", '18 Jan 94'."""
    if anchor.published is None:
        return None
    late = anchor.published.year // 100 * 100 + int(figures)
    return values.year(late if late <= anchor.published.year else late - 100)


def short_year(found: re.Match[str], anchor: Anchor) -> Value | None:
    """The '91 of "in '91"."""
    return _late_year(found["y"], anchor)


def month_day(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'Jan. 8', 'the 8th of January 2026', 'July 4 last year'."""
    got = found.groupdict()
    if got.get("y"):
        return values.exact(int(got["y"]), month_number(got["m"]), digits(got["d"]))
    if got.get("yy"):
        late = _late_year(got["yy"], anchor)
        return late and values.exact(late.start.year, month_number(got["m"]), digits(got["d"]))
    if got.get("which") and anchor.published:
        year = anchor.published.year + _step(got["which"])
        return values.exact(year, month_number(got["m"]), digits(got["d"]))
    return _day_of(got["m"], got["d"], anchor)


def weekday(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'Thursday' is the latest such day, today included; 'next Thursday' the first after today."""
    if anchor.published is None:
        return None
    wanted = table("date_words")["weekdays"].index(found["w"].lower())
    back = (anchor.published.weekday() - wanted) % 7
    latest = anchor.published - timedelta(days=back)
    if found["week"]:
        monday = values.week(anchor.published).start + timedelta(weeks=_step(found["week"]))
        return values.day(monday + timedelta(days=wanted))
    which = (found["which"] or "").lower()
    if which == "last":
        return values.day(latest if back else latest - timedelta(weeks=1))
    if which == "next":
        return values.day(latest + timedelta(weeks=1))
    ahead = which.endswith("coming") or (anchor.reading == "future" and not which.endswith("past"))
    if ahead:
        return values.day(latest + timedelta(weeks=1) if back else latest)
    if anchor.reading == "unsure" and which != "this past":
        return None
    return values.day(latest)


_DEICTIC = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
}


def deictic(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'yesterday', 'tonight', 'this morning', 'the day after tomorrow'."""
    if anchor.published is None:
        return None
    words = " ".join(found[0].lower().split())
    days = next((n for start, n in _DEICTIC.items() if words.startswith(start)), 0)
    value = values.day(anchor.published + timedelta(days=days))
    part = re.search(r"\b(?:morning|afternoon|evening|night)\b|(?<=to)night", words)
    return values.at(value, part[0] if part else "")


def inherited(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'that day', 'the next day', 'two days later', 'the same year': from the date before."""
    before, got = anchor.previous, found.groupdict()
    if before is None or got.get("qual"):  # "about a week later"
        return None
    unit = (got.get("unit") or "day").lower().rstrip("s").replace("centurie", "century")
    steps = {"day": "day", "night": "day", "morning": "day", "evening": "day", "afternoon": "day"}
    grain = steps.get(unit, unit)
    order: list[str] = ["day", "week", "month", "year", "decade", "century"]
    own = "day" if before.grain == "part" else str(before.grain)
    if grain not in order or own not in order or order.index(own) > order.index(grain):
        return None
    count = _count(got["n"]) if got.get("n") else 1
    sign = {"that": 0, "the same": 0, "the very same": 0}.get(
        " ".join((got.get("how") or "").lower().split()),
        -1 if re.search(r"previous|before|earlier|prior", found[0], re.IGNORECASE) else 1,
    )
    if count is None or count != int(count):
        return None
    value = values.shifted(before, sign * int(count), unit=grain)
    return values.at(value, unit if unit in steps and unit != "day" else "")


def _count(number: str) -> float | None:  # 2.0 of 'two', 1.0 of 'a'
    return canonical(re.sub(r"\Aan?\Z", "one", number, flags=re.IGNORECASE))


def ago(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'two weeks ago' is that week; with 'about' or 'more than' before it nothing exact."""
    count = _count(found["n"])
    if anchor.published is None or found["qual"] or count is None or count != int(count):
        return None
    unit = found["unit"].lower().rstrip("s")
    if unit in {"decade", "century", "centurie"} or (count >= 10 and count % 10 == 0):
        return None  # round numbers are rarely meant to the year
    return values.shifted(values.day(anchor.published), -int(count), unit=unit)


def relative_unit(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'last year', 'later this month', 'next week'."""
    if anchor.published is None:
        return None
    unit = found["unit"].lower()
    today = values.day(anchor.published)
    if unit == "weekend":
        saturday = values.week(anchor.published).start + timedelta(days=5)
        by = _step(found["which"])
        if by == 0 and anchor.reading != "future" and saturday > anchor.published:
            by = -1 if anchor.reading == "past" else 0
        first = saturday + timedelta(weeks=by)
        return Value(first, first + timedelta(days=1), "range")
    return values.shifted(today, _step(found["which"]), unit=unit)


def month_year(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'July 2025', 'July last year', 'last July', 'July'."""
    got = found.groupdict()
    number = month_number(got["m"])
    if got.get("y"):
        return values.month(int(got["y"]), number)
    if anchor.published is None:
        return None
    today = anchor.published
    if got.get("year"):
        return values.month(today.year + _step(got["year"]), number)
    which = _step(got.get("which"))
    if which < 0:
        return values.month(today.year - (1 if number >= today.month else 0), number)
    if which > 0:
        return values.month(today.year + (1 if number <= today.month else 0), number)
    if got.get("which"):
        return values.month(today.year, number)
    return month_of(got["m"], anchor)


def season(found: re.Match[str], anchor: Anchor) -> Value | None:
    """Only with a year beside it: which months a summer is depends on the hemisphere."""
    del anchor
    if not found["y"]:
        return None
    year = values.year(int(found["y"]))
    return Value(year.start, year.end, "season")


def nothing(found: re.Match[str], anchor: Anchor) -> Value | None:
    """Durations, habits and vague times stand for no date."""
    del found, anchor
    return None


def iso(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'2026-01-08'."""
    del anchor
    return values.exact(int(found["y"]), int(found["m"]), int(found["d"]))


def slashes(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'13/1/2026' can only be a day and a month; '8/1/2026' may be read two ways: no value."""
    del anchor
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    if first == second or second > 12:
        return values.exact(year, first, second)
    return values.exact(year, second, first) if first > 12 else None


def years(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'1521–1550', '2011-13', 'between 2011 and 2013'."""
    del anchor
    first, last = int(found["y"]), int(found["y2"])
    if len(found["y2"]) == 2:
        last += first // 100 * 100
    return values.span(values.year(first), values.year(last)) if first < last else None


def year(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'2014', 'the year 2000', 'late 2019': the whole year."""
    del anchor
    return values.year(int(found["y"]))


def decade(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'the 1990s'; "the '90s" are the latest such ten years that have begun."""
    tens = digits(found["y"])
    if tens >= 1000:
        return values.decade(tens)
    if anchor.published is None:
        return None
    first = anchor.published.year // 100 * 100 + tens
    return values.decade(first if first <= anchor.published.year else first - 100)


def century(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'the 19th century', 'the 16th and 17th centuries'; none before Christ, no millennia."""
    del anchor
    if found["long"] or (found["era"] or "").strip().lower().startswith("b"):
        return None
    last = canonical(found["n"])
    first = canonical(found["n1"]) if found["n1"] else last
    if first is None or last is None or first > last:
        return None
    value = values.century(int(last))
    return value if first == last else values.span(values.century(int(first)), value)


def clock(found: re.Match[str], anchor: Anchor) -> Value | None:
    """A time alone belongs to the day spoken of before."""
    before = anchor.previous
    if before is None or before.grain not in {"day", "part"}:
        return None
    return values.day(before.start, " ".join(found[0].split()))
