"""What happened when: every dated sentence under the day it speaks of, in the order of the days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain import Made, Role, Slot
from bot.glance.clauses import is_clause, is_quoted, speaks_of_itself, standing_alone, whole
from bot.glance.line import Line
from bot.glance.telling import Teller
from bot.language import lexicon
from bot.language.dates import Value, When, resolve
from bot.language.phrases import SUBJECTS, Span
from bot.replies import Replies
from bot.story import Reading, Story
from bot.writing import Writer

_ON = {"", "on", "in", "as of", "until"}  # 'by 2030' and 'since 1990' tell of no event then
ALIKE = 0.7  # share of terms from which two sentences of one day tell the same


@dataclass(frozen=True, slots=True)
class Event:
    """Words of a sentence, and the date that they are about."""

    reading: Reading
    when: When
    value: Value
    pieces: tuple[Span, ...]  # tokens; more than one: subject and predicate of a shared subject

    @property
    def order(self) -> tuple[int, int, int, int]:
        """By the first day; the longer time first, as it holds the shorter; then as told."""
        days = self.value.end.toordinal() - self.value.start.toordinal()
        return self.value.start.toordinal(), -days, -self.reading.article, self.reading.place


def lines(story: Story, replies: Replies) -> Iterator[Line]:
    """A line an event, under its date."""
    for event in events(story):
        if line := _line(event, story, replies):
            yield line


def events(story: Story) -> list[Event]:
    """The dated events of all articles in order; what two articles tell alike is told once."""
    found: list[Event] = []
    for article in story.newest_first:
        for reading in story.readings:
            if reading.article == article and reading.sentence.role is Role.BODY:
                found += [e for e in _events(reading) if not any(_alike(e, o) for o in found)]
    return sorted(found, key=lambda event: event.order)


def _alike(event: Event, other: Event) -> bool:
    if event.value != other.value or event.reading.article == other.reading.article:
        return False
    mine, theirs = set(event.reading.stems), set(other.reading.stems)
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _events(reading: Reading) -> Iterator[Event]:
    """Each date with the part of the sentence that happened then."""
    if speaks_of_itself(reading):
        return
    whens = [when for when in reading.whens if _dates_an_event(reading, when)]
    whens = [when for when in whens if not _dates_a_report(reading, when, whens)]
    spans = list(_split(reading, whens))
    if len({tuple(span) for span in spans}) < len(spans):
        whens, spans = whens[:1], spans[:1]
    for when, pieces in zip(whens, spans, strict=True):
        assert when.value is not None
        yield Event(reading, when, when.value, pieces)


def _dates_an_event(reading: Reading, when: When) -> bool:
    """'on Friday', 'as of 3 May'; not 'by 2030', 'the 2024 vote', 'a firm founded in 1990'."""
    if when.kind != "date" or when.value is None or when.relation not in _ON:
        return False
    if when.value.grain in {"century", "season"} or is_quoted(reading, when.start):
        return False
    doc = reading.doc
    words = doc[when.start : when.end].text
    if when.relation == "until" and resolve(words, None) is None:
        return False  # 'was closed until Monday': which one, the verb does not tell
    after = doc[when.end] if when.end < len(doc) else None
    root = doc[when.start : when.end].root
    if after is not None and when.lead == when.start:
        possessive = after.tag_ == "POS" and after.i + 1 < len(doc)
        if possessive or (root.head.i >= when.end and root.dep_ in {"compound", "nummod", "amod"}):
            return False
        if root.head.i >= when.end and root.head.pos_ in {"NOUN", "PROPN"}:
            return False
    clause = doc[reading.clauses[when.start]]
    above = [clause, *clause.ancestors]  # 'They let it [go] on Friday'
    return clause.dep_ != "acl:relcl" and any(is_clause(predicate) for predicate in above)


def _dates_a_report(reading: Reading, when: When, others: Sequence[When]) -> bool:
    """'It sank in May, the paper reported [on Friday]': Friday is not what the sentence is about."""
    verb = reading.clauses[when.start]
    if not lexicon.is_speech(reading.doc[verb].lemma_.lower()):
        return False
    return any(
        quote.start <= other.start < quote.end and not quote.start <= when.start < quote.end
        for quote in reading.quotes
        for other in others
        if other is not when
    )


def _split(reading: Reading, whens: Sequence[When]) -> Iterator[tuple[Span, ...]]:
    """For each date the whole sentence, or its part where 'and' joins two dated deeds."""
    span, alone = whole(reading), standing_alone(reading)
    if len(whens) != 2:
        yield from (alone for _ in whens)
        return
    doc = reading.doc
    first, second = (doc[reading.clauses[when.start]] for when in whens)
    joined = second.dep_ == "conj" and second.head.i == first.i
    finite = second.tag_ in {"VBD", "VBP", "VBZ"} or any(
        c.dep_ in {"aux", "aux:pass", "cop"} for c in second.lefts
    )
    cut = second.left_edge.i
    if not joined or not finite or not whens[0].end <= cut <= whens[1].lead:
        yield from (alone for _ in whens)
        return
    start = cut
    while doc[start].pos_ == "CCONJ" or doc[start].is_punct:
        start += 1
    before = cut
    while doc[before - 1].is_punct:
        before -= 1
    yield ((span[0], before),)
    if any(c.dep_ in SUBJECTS for c in second.lefts):
        yield ((start, span[1]),)
        return
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    if subject is None:
        yield alone
        return
    yield (subject.left_edge.i, subject.right_edge.i + 1), (start, span[1])


def _line(event: Event, story: Story, replies: Replies) -> Line | None:
    writer = Writer(None, replies)
    teller = Teller(story, replies, writer)
    told = teller.tell(event.reading, event.pieces, keep=event.when.end)
    if told is None:
        return None
    parts, facts = told
    words = event.reading.fact(event.when.start, event.when.end)
    behind = story.dates_behind(event.reading, event.when)
    dates = (words, *(where.fact(one.start, one.end) for where, one in behind))
    ways = (event.when.reading, *(one.reading for _, one in behind))
    day = Slot(str(event.value), dates, Made.DAY, strong=True, ways=ways)
    marks = writer.marks(*dates, *facts)
    return Line(writer.reply("timeline", "glance.event", answer=parts, mark=marks), (day,))
