"""Figures with their meaning: each stands in its clause, which says what it counts and who counted."""

from collections.abc import Iterator

from bot.domain import Role
from bot.glance.clauses import is_quoted, speaks_of_itself, whole
from bot.glance.line import Line, title_of
from bot.glance.telling import Teller
from bot.language.numbers import Quantity
from bot.language.phrases import Span
from bot.replies import Replies
from bot.story import Reading, Story
from bot.writing import Writer

_TELLING = {"count", "money", "percent", "distance", "duration", "weight", "area", "temperature",
            "score", "other"}  # fmt: skip
Figure = tuple[float | None, str, str]  # value, unit, what is counted


def lines(story: Story, replies: Replies) -> Iterator[Line]:
    """A line for each sentence with a figure not told yet, newest article first."""
    told: set[Figure] = set()
    for article in story.newest_first:
        for reading in story.readings:
            if reading.article != article or reading.sentence.role is not Role.BODY:
                continue
            if speaks_of_itself(reading):
                continue
            figures = [q for q in reading.quantities if _is_telling(reading, q)]
            fresh = {_figure(reading, q) for q in figures} - told
            if fresh and (line := _line(reading, figures, story, replies)):
                told |= fresh
                yield line


def _is_telling(reading: Reading, quantity: Quantity) -> bool:
    """Not 'one', 'the second', 'the other four' or 'two of them'; nor what stands in quotation."""
    if quantity.unit not in _TELLING or quantity.value is None or quantity.value == 1:
        return False
    if quantity.value < 1 and quantity.noun is None:
        return False  # 'a third', which may be the third one
    words = [token.lower_ for token in reading.doc[quantity.start : quantity.end]]
    if "other" in words or "them" in words or is_quoted(reading, quantity.number_start):
        return False
    before = reading.doc[quantity.start - 1].lemma_ if quantity.start else ""
    if before in {"call", "dial"}:
        return False  # 'called 911'
    number = reading.doc[quantity.number_start : quantity.number_end]
    return any(token.like_num or token.pos_ in {"NUM", "NOUN", "SYM"} for token in number)


def _figure(reading: Reading, quantity: Quantity) -> Figure:
    noun = "" if quantity.noun is None else reading.stems[quantity.noun]
    return quantity.value, quantity.unit, noun


def _line(reading: Reading, figures: list[Quantity], story: Story, replies: Replies) -> Line | None:
    writer = Writer(None, replies)
    strong = list(_shown(reading, figures))
    keep = max(end for _, end in strong)
    told = Teller(story, replies, writer).tell(reading, (whole(reading),), keep=keep, strong=strong)
    if told is None:
        return None
    parts, facts = told
    marks = writer.marks(*facts)
    reply = writer.reply("numbers", "glance.event", answer=parts, mark=marks)
    return Line(reply, title_of(story, reading))


def _shown(reading: Reading, figures: list[Quantity]) -> Iterator[Span]:
    """Where the figures stand: '12 miles (19 kilometers)' is one."""
    doc, last = reading.doc, 0
    for quantity in figures:
        end = quantity.end
        if end <= last:
            continue
        for other in figures:
            if other.start == end + 1 and doc[end].text == "(" and other.end < len(doc):
                end = other.end + (doc[other.end].text == ")")
        yield quantity.start, end
        last = end
