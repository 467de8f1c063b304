"""Dates, times and durations of a sentence, with the days they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from bot.language import date_context, date_forms, date_values
from bot.language.date_forms import Form
from bot.language.date_readers import Anchor, Kind, Reading
from bot.language.date_values import Value
from bot.language.number_words import table

__all__ = ["Kind", "Reading", "Value", "When", "can_look", "find", "resolve", "show", "written"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|['’][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class When:
    """Words of a sentence that say when, how long or how often.

    `resolve(words, published, reading=…, previous=…)` with what is kept here gives `value` again.
    """

    start: int  # tokens [start, end) of the Doc, without the preposition before them
    end: int
    lead: int  # the token where "on", "since", "as of" begins; `start` if there is none
    kind: Kind
    value: Value | None  # None: a duration, a vague time, or no telling which day is meant
    relation: str = (
        ""  # "since", "as of", "before", "after", "until", "by", …; "" for plain "on", "in"
    )
    reading: Reading = ""  # which way the sentence looks
    previous: Value | None = None  # the earlier date that "that day" was read from, if any


def resolve(
    words: str,
    published: date | None,
    *,
    reading: Reading = "",
    previous: Value | None = None,
) -> Value | None:
    """The value of words by themselves; `find` works its values out by this very function."""
    return date_forms.resolve(words.strip(), Anchor(published, reading, previous))


def show(words: str, value: Value | None) -> str:
    """'Thursday (8 January 2026)'; the words alone where they already say it all.

    Weeks, seasons and ranges counted from the publication date are given as first and last day.
    """
    if value is None or value.grain in {"season", "century"} or resolve(words, None) is not None:
        return words
    return f"{words} ({value})"


def written(day: date) -> str:
    """'4 November 2025'"""
    return str(date_values.day(day))


_OPEN = {"to", "until", "till"}  # 'told to leave on Monday', 'was closed until Monday'


def can_look(words: str, reading: Reading) -> bool:
    """Whether a sentence has a word that can make its dates look ahead, or make them unsure."""
    own = set(_WORD.findall(words.lower()))
    own |= {word.removesuffix("s") for word in own}
    ahead = ("future", "planned", "scheduled", "lasting")
    telling = {
        "future": frozenset({"is", "are", "for"}).union(*map(date_context.words, ahead)),
        "unsure": date_context.words("unsure") | date_context.words("planned") | _OPEN,
    }
    return reading not in telling or not own.isdisjoint(telling[reading])


def find(
    doc: Doc,
    published: date | None,
    *,
    reading: Reading | None = None,
    previous: Value | None = None,
) -> list[When]:
    """All dates, times and durations of the sentence, in order, without overlap.

    `reading` forces the direction (a caller who knows the verb of a date better); None lets each
    date take it from the nearest verb.  `previous` is the last date of the sentences before.
    """
    found: list[When] = []
    for form, start, end in _candidates(doc.text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or (found and span.start < found[-1].end):
            continue
        when = _when(span, date_forms.forms()[form], Anchor(published, "", previous), reading)
        found.append(when)
        if when.kind == "date" or when.value:
            previous = when.value
    return found


def _candidates(text: str) -> Iterator[tuple[str, int, int]]:
    """Name of the form and characters [start, end) of all that is a date where it stands."""
    scan, starts = date_forms.scanner(), _starts()
    at = 0
    while begin := starts.search(text, at):
        match = scan.match(text, begin.start())
        if match and match.lastgroup and match.end() > match.start():
            form = match.lastgroup.rstrip("_")
            if date_context.is_one(form, text, match.start(), match.end()):
                yield form, match.start(), match.end()
                at = match.end()
                continue
        at = begin.end()


@cache
def _starts() -> re.Pattern[str]:
    """Words that a date can begin with: only there are the forms tried."""
    dates, numbers = table("date_words"), table("number_words")
    lists = (
        *(dates[name] for name in ("months", "weekdays", "short_names", "starts")),
        *(numbers[name] for name in ("ones", "tens")),
    )
    first = sorted({word for words in lists for word in words}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:\d+|['’‘]\d\ds?|(?:{'|'.join(first)})\b)", re.IGNORECASE)


def _when(span: Span, form: Form, anchor: Anchor, reading: Reading | None) -> When:
    """The record of a date at `span`; `reading` None: by the verbs around it."""
    doc, words, kind = span.doc, span.text, form.kind
    begin, relation = date_context.lead(doc.text, span.start_char)
    lead = doc.char_span(begin, span.start_char + 1, alignment_mode="expand")
    first = lead.start if lead is not None else span.start
    if doc[span.end : span.end + 1].text in {"'s", "’s"}:
        first = span.start  # 'in [Saturday]'s vote': the preposition is the vote's
    if kind in {"duration", "recurring", "vague"}:
        return When(span.start, span.end, first, kind, None)
    if kind == "bound":  # "less than a week after": the last word says how it lies to the event
        relation = span[-1].lower_
    if form.name == "bound":  # the event that follows is what it is counted from
        return When(span.start, span.end, first, kind, None, relation)
    if reading is None:
        reading = date_context.reading(doc, span.start, span.end, relation)
    value = resolve(words, anchor.published, reading=reading)
    inherited = None
    if value is None and anchor.previous is not None:
        value = resolve(words, anchor.published, reading=reading, previous=anchor.previous)
        inherited = anchor.previous if value else None
    return When(span.start, span.end, first, kind, value, relation, reading, inherited)
