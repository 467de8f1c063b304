"""Numbers of a sentence with their whole meaning: value, unit, qualifier and what is counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc

from bot.language import number_forms, number_senses
from bot.language.dates import When
from bot.language.number_forms import Number
from bot.language.number_senses import Sense, Unit
from bot.language.number_words import canonical, table

__all__ = ["Quantity", "Unit", "canonical", "expects", "find"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the sentence has it; all positions are tokens of the Doc, `[start, end)`."""

    start: int  # the whole phrase: qualifier, number, what is counted or the unit
    end: int
    number_start: int
    number_end: int
    value: float | None  # None: "hundreds", "several", "a number of"; of a range its lower end
    unit: Unit
    qualifier_start: int  # "only", "at least"; start == end when there is none
    qualifier_end: int
    noun: int | None  # head of the counted noun, the unit's word, or the name that an age is of
    upper: float | None = None  # the upper end of a range, the second figure of a score
    stands_for: str = ""  # lemma of what is counted, where that is named elsewhere: 'two of them'


def expects(question_head: str, *, whole: bool = False) -> Unit | None:
    """What a question that begins 'how many', 'how far', 'what percentage' is answered in.

    `whole`: told by all of the words only: nothing for 'how much snow'.
    """
    head = " ".join(question_head.lower().split()[:3])
    expected = table("units")["expected"]
    if whole:
        return cast(Unit | None, expected.get(head))
    for length in (3, 2):
        if unit := expected.get(" ".join(head.split()[:length])):
            return cast(Unit, unit)
    return None


def find(doc: Doc, whens: Sequence[When]) -> list[Quantity]:
    """All quantities of the sentence, in order, without overlap; dates are left out.

    Durations among `whens` that state a number come back as quantities of unit "duration".
    """
    taken = [(w.start, w.end) for w in whens]
    found = [q for w in whens if w.kind == "duration" and (q := _duration(doc, w))]
    text, place = doc.text, 0
    while match := number_forms.number().search(text, place):
        number = Number.read(doc, match)
        place = max(match.start() + 1, number.end_char if number else match.end())
        if number is None or any(a < number.end and number.start < b for a, b in taken):
            continue
        if sense := number_senses.sense(doc, number):
            found.append(_qualified(doc, number, sense))
            taken.append((number.start, number.end))
    return sorted(found, key=lambda q: q.number_start)


_ARTICLE = re.compile(r"\ban?(?=[\s-])", re.IGNORECASE)


def _duration(doc: Doc, when: When) -> Quantity | None:
    """'at least five years' -> 5, unit word 'years'; None for 'for hours'."""
    start, last = doc[when.start].idx, doc[when.end - 1]
    stop = last.idx + len(last)
    end, value, upper = when.start + 1, 1.0, None
    matches = number_forms.number().finditer(doc.text, start, stop)
    if match := next((m for m in matches if not m["ordinal"]), None):
        number = Number.read(doc, match)
        if number is None or number.value is None:
            return None
        begin, end, value, upper = number.start, number.end, number.value, number.upper
    elif article := _ARTICLE.search(doc.text, start, stop):  # "more than a year"
        span = doc.char_span(*article.span(), alignment_mode="expand")
        if span is None:
            return None
        begin, end = span.start, span.end
    else:
        return None
    return Quantity(
        when.start, when.end, begin, end, value, "duration", when.start, begin, when.end - 1, upper
    )


def _qualified(doc: Doc, number: Number, sense: Sense) -> Quantity:
    """The number in its sense, with the words that limit it before or after."""
    first, end, text = number.start, max(sense.end, number.end), doc.text
    begin = doc[first].idx
    found = number_forms.qualifier().search(text, max(0, begin - 40), begin)
    if found and number.value == 1 and found[1].strip().lower() in _OVER:
        found = None
    start, limits = first, (first, first)
    if sense.qualified and found:
        span = doc.char_span(found.start(1), begin - 1, alignment_mode="expand")
        start = span.start if span is not None else first
        limits = (start, first)
    elif after := number_forms.after_qualifier().match(text, number.end_char):
        span = doc.char_span(number.end_char + 1, after.end(), alignment_mode="expand")
        if span is not None:
            limits, end = (span.start, span.end), max(end, span.end)
    return Quantity(
        start, end, first, number.end, number.value, sense.unit, *limits, sense.noun, number.upper
    )


_OVER = {"over", "under", "about", "around", "above", "below"}  # "over one issue": a preposition
