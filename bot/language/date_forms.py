"""The forms in which dates and times are written: found by pattern, read to a value.

The patterns are in `data/date_forms.toml`.  `dates.find` scans a sentence with all forms at once;
`resolve` reads bare words with the same forms, so that a proof step can work a date out again
without the sentence.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from bot.language import date_readers as readers
from bot.language import date_values as values
from bot.language.date_readers import Anchor, Kind, Reader
from bot.language.date_values import Value
from bot.language.number_words import table

_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of writing, the kind of what it says, and how its value is worked out."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    read: Reader


def _days(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'Jan. 3-5, 2020', 'from 2 to 5 March', 'Oct. 5 to Nov. 6, 2011'."""
    got = found.groupdict()
    last = resolve(f"{got.get('m2') or got['m']} {got['d2']}, {got['y'] or ''}".strip(", "), anchor)
    if last is None:
        return None
    stated = got.get("y1")
    first = resolve(f"{got['m']} {got['d']}, {stated or last.start.year}", anchor)
    if first and first.start > last.start and not stated:
        first = resolve(f"{got['m']} {got['d']}, {last.start.year - 1}", anchor)
    return values.span(first, last)


def _months(found: re.Match[str], anchor: Anchor) -> Value | None:
    last = resolve(f"{found['m2']} {found['y2'] or ''}".strip(), anchor)
    if last is None:
        return None
    year = int(found["y1"] or last.start.year)
    if not found["y1"] and readers.month_number(found["m"]) > last.start.month:
        year -= 1
    return values.span(values.month(year, readers.month_number(found["m"])), last)


def _timed(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'5 p.m. on Thursday', 'early Friday', 'the night of Jan. 3', 'Sunday morning at 7:30'."""
    value = resolve(found["core"], anchor)
    around = f"{found['pre'] or ''} {found['post'] or ''}"
    time = re.sub(r"\b(?:on|of|at|around|about|by|the|in)\b|,", " ", around, flags=re.IGNORECASE)
    return values.at(value, " ".join(time.split()))


_READERS: dict[str, Reader] = {
    "iso": readers.iso,
    "slashes": readers.slashes,
    "days": _days,
    "timed": _timed,
    "months": _months,
    "month_day": readers.month_day,
    "day_month": readers.month_day,
    "month_year": readers.month_year,
    "weekday": readers.weekday,
    "deictic": readers.deictic,
    "same_day": readers.inherited,
    "inherited": readers.inherited,
    "season": readers.season,
    "years": readers.years,
    "year": readers.year,
    "short_year": readers.short_year,
    "decade": readers.decade,
    "century": readers.century,
    "ago": readers.ago,
    "relative_unit": readers.relative_unit,
    "clock": readers.clock,
    "nothing": readers.nothing,
}


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _pieces() -> dict[str, str]:
    """What stands for `<M>` and the other names in patterns."""
    dates, numbers, data = table("date_words"), table("number_words"), table("date_forms")
    number = [*numbers["ones"], *numbers["tens"], "dozen"]
    lists = {
        "months": _alternatives(dates["months"]),
        "weekdays": _alternatives(dates["weekdays"]),
        "counted": _alternatives(dates["counted"]),
        "numbers": _alternatives([*number, "hundred", "thousand", "million", "billion"]),
    }
    cores = (_GROUP_NAME.sub("(?:", core) for core in data["cores"].values())
    return {**data["pieces"], **lists, "CORE": f"(?:{'|'.join(cores)})"}


def _expanded(pattern: str) -> str:
    """The pattern as Python's, with pieces filled in and `_` turned into white space."""
    for _ in range(3):  # pieces hold pieces, which hold word lists
        pattern = re.sub(r"(?<!\?P)<(\w+)>", lambda m: _pieces()[m[1]], pattern)
    pattern = re.sub(r"\s+", "", pattern)
    pattern = re.sub(r"\[[^\]]*\]", lambda m: m[0].replace("_", r"\s"), pattern)
    return re.sub(r"(?<!\\)_(\??)", lambda m: r"\s*" if m[1] else r"\s+", pattern)


@cache
def forms() -> dict[str, Form]:
    """All forms by name, in order of precedence, compiled on first use."""
    return {
        form["name"]: Form(
            form["name"],
            form["kind"],
            re.compile(_expanded(form["pattern"]), re.IGNORECASE),
            _READERS[form["read"]],
        )
        for form in table("date_forms")["form"]
    }


@cache
def _cores() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple(
        (re.compile(_expanded(core), re.IGNORECASE), _READERS[name])
        for name, core in table("date_forms")["cores"].items()
    )


@cache
def scanner() -> re.Pattern[str]:
    """All forms as one pattern; the group that matched is the form's name and a final `_`."""
    parts = (
        f"(?P<{form.name}_>{_GROUP_NAME.sub('(?:', form.pattern.pattern)})"
        for form in forms().values()
    )
    return re.compile("|".join(parts), re.IGNORECASE)


def resolve(words: str, anchor: Anchor) -> Value | None:
    """The value of bare words read as a date from `anchor`; None when they have none."""
    named = ((form.pattern, form.read) for form in forms().values())
    for pattern, read in chain(_cores(), named):
        if found := pattern.fullmatch(words):
            try:
                return read(found, anchor)
            except (ValueError, OverflowError):  # outside Python's calendar, the years 1 to 9999
                return None
    return None
