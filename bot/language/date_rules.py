"""How the pieces of a written date are read: month names, weekdays, "last", "ago", "that".

The anchoring is that of newswire: the day of publication is the reader's today (after the news mode
that Strötgen and Gertz describe for HeidelTime; the rules are our own).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of writing, the kind of what it says, and its value."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    read: Reader


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def pieces() -> dict[str, str]:
    """The named pieces that patterns are put together from, `<M>` for a month and so on."""
    words, numbers = table("date_words"), table("number_words")
    number = _alternatives(
        [*numbers["ones"], *numbers["tens"], "hundred", "dozen", "thousand", "million", "billion"]
    )
    part = "morning|afternoon|evening|night"
    zone = r"(?:\s(?:GMT|UTC|E[SD]T|P[SD]T|CES?T|BST|local time|Eastern|Pacific)\b)?"
    clock = (
        r"(?:\d{1,2}(?:[:.][0-5]\d)?\s?(?:[ap]\.\s?m\.|[ap]m\b)"
        r"|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![:\d])"
        r"|(?:\d{1,2}|" + number + r")\so['’]clock\b|\d{4}(?=\s(?:GMT|UTC)\b)"
        r"|(?:noon|midnight|midday|dawn|dusk|sunset|sunrise|nightfall|daybreak)\b)" + zone
    )
    return {
        "M": rf"(?:(?:{'|'.join(words['months'])})\b|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)",
        "D": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)",
        "Y": rf"(?:1\d{{3}}|20\d\d|2100)(?![\w%]|[.,/:]\d|\s(?:{_alternatives(words['counted'])})\b)",
        "PEOPLE": rf"(?:{_alternatives(words['counted'])})\b",
        "W": rf"(?:{'|'.join(words['weekdays'])})\b",
        "w": rf"(?:(?:{'|'.join(words['weekdays'])})\b|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?)",
        "PART": rf"(?:{part})\b",
        "CLOCK": clock,
        "UNIT": r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|year|decade|century|centurie)s?\b",
        "N": rf"(?:\d[\d,]*(?:\.\d+)?(?: (?:hundred|thousand|million|billion)\b)?|(?:{number})\b(?:[\s-](?:{number})\b)*|an?\b(?:\s(?:dozen|hundred|thousand|million|billion)\b)?)(?:\sand\sa\shalf\b)?",
        "QUAL": r"(?:(?:at least|at most|(?:no |little )?(?:more|less|fewer) than|up to|as (?:long|little|many|much) as|nearly|almost|about|around|roughly|approximately|just (?:over|under)|over|under|some|only|just|barely|another|an additional|a further|an estimated|(?:the )?(?:past|last|next|first|previous|coming|following|final))\s)*",
        "WHICH": r"(?:last|next|this\s(?:past|coming)|this)",
        "EDGE": r"(?:(?:(?:very\s)?(?:early|late|mid)|(?:the\s)?(?:beginning|start|end|middle|turn|first\shalf|second\shalf)\sof|earlier|later)(?:\sin)?(?:[\s-](?:the\s)?|\s))?",
        "TO": r"\s?(?:[-–—]|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s?",
        "NTH": r"(?:\d{1,2}(?:st|nd|rd|th)|twenty-first|(?:fou|fif|six|seven|eigh|nin|ten|eleven|twelf"
        r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie)th|fourth|first|second|third)\b",
        "SEASON": r"(?:spring|summer|autumn|fall|winter)\b",
    }


def compiled(pattern: str) -> re.Pattern[str]:
    """`<M>` is filled in; a space stands for any white space."""
    for _ in range(3):
        pattern = re.sub(r"(?<!\?P)<(\w+)>", lambda m: pieces()[m[1]], pattern)
    pattern = re.sub(r" \?(?!:)", r"\\s*", pattern)
    pattern = re.sub(
        r"(\[[^\]]*\])| ", lambda m: m[1].replace(" ", r"\s") if m[1] else r"\s+", pattern
    )
    return re.compile(pattern, re.IGNORECASE)


# ---- reading the pieces


def month_number(text: str) -> int:
    return [m[:3] for m in table("date_words")["months"]].index(text[:3].lower()) + 1


def digits(text: str) -> int:
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


def short_year(figures: str, anchor: Anchor) -> Value | None:
    """The latest year that has begun and ends in two figures: "'91", '18 Jan 94'."""
    if anchor.published is None:
        return None
    year = anchor.published.year // 100 * 100 + int(figures)
    return values.year(year if year <= anchor.published.year else year - 100)


def month_day(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'Jan. 8', 'the 8th of January 2026', 'July 4 last year'."""
    got = found.groupdict()
    if got.get("y"):
        return values.exact(int(got["y"]), month_number(got["m"]), digits(got["d"]))
    if got.get("yy"):
        late = short_year(got["yy"], anchor)
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
    part = re.search(pieces()["PART"] + r"|(?<=to)night", words)
    return values.at(value, part[0] if part else "")


def inherited(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'that day', 'the next day', 'two days later', 'the same year': from the date before."""
    before = anchor.previous
    if before is None:
        return None
    got = found.groupdict()
    unit = (got.get("unit") or "day").lower().rstrip("s").replace("centurie", "century")
    steps = {"day": "day", "night": "day", "morning": "day", "evening": "day", "afternoon": "day"}
    grain = steps.get(unit, unit)
    order: list[str] = ["day", "week", "month", "year", "decade", "century"]
    own = "day" if before.grain == "part" else str(before.grain)
    if grain not in order or own not in order or order.index(own) > order.index(grain):
        return None
    count = canonical(got["n"]) if got.get("n") else 1
    sign = {"that": 0, "the same": 0, "the very same": 0}.get(
        " ".join((got.get("how") or "").lower().split()),
        -1 if re.search(r"previous|before|earlier|prior", found[0], re.IGNORECASE) else 1,
    )
    if count is None or count != int(count):
        return None
    value = values.shifted(before, sign * int(count), unit=grain)
    return values.at(value, unit if unit in steps and unit != "day" else "")


def ago(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'two weeks ago' is that week; with 'about' or 'more than' before it nothing exact."""
    count = canonical(re.sub(r"\Aan?\Z", "one", found["n"], flags=re.IGNORECASE))
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
