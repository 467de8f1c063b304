"""Who said what, in quotation marks only where the text has them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.domain import Made, Role, Slot
from bot.glance.clauses import fitted, speaks_of_itself, standing_alone, whole
from bot.glance.line import Line, title_of
from bot.glance.telling import Teller, Told
from bot.glance.whom import needs_the_sentence_before
from bot.kinds.extents import without_stop
from bot.language.entities import Entity
from bot.language.phrases import SUBJECTS, Span
from bot.language.quotes import Quote
from bot.proof import spaced
from bot.replies import Replies
from bot.story import Reading, Story
from bot.writing import Writer

_PAUSES = {",", ";", ":", "—", "–"}
_BESIDE = {"AUX", "ADV", "PART"}  # what may stand between a speaker and the verb


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a sentence that somebody says."""

    reading: Reading
    quote: Quote
    speaker: Entity | None


def lines(story: Story, replies: Replies) -> Iterator[Line]:
    """A line for each saying, in the order of the text, newest article first; none twice."""
    told: set[str] = set()
    for article in story.newest_first:
        for reading in story.readings:
            if reading.article != article or reading.sentence.role is not Role.BODY:
                continue
            if speaks_of_itself(reading):
                continue
            for saying in _sayings(reading, story):
                line = _line(saying, story, replies)
                if line is not None and line.reply.text not in told:
                    told.add(line.reply.text)
                    yield line


def _sayings(reading: Reading, story: Story) -> Iterator[Saying]:
    """The quotations of a sentence that are clauses; without any, what its main verb tells."""
    table = story.tables[reading.article]
    all_ = [Saying(reading, q, table.speaker(reading.place, q)) for q in reading.quotes]
    spoken = [saying for saying in all_ if _is_known(saying)]
    clauses = [s for s in spoken if s.quote.direct and _is_clause(s)]
    if clauses:
        yield from clauses
        yield from [s for s in spoken if not s.quote.direct and not _overlaps(s, clauses)][:1]
        return
    spoken.sort(key=lambda s: s.quote.verb is None or reading.doc[s.quote.verb].dep_ != "ROOT")
    yield from spoken[:1]


def _is_known(saying: Saying) -> bool:
    """Whether it can be told whose words they are."""
    span, doc = saying.quote.speaker, saying.reading.doc
    return saying.speaker is not None or (span is not None and doc[span[0]].tag_ != "PRP")


def _is_clause(saying: Saying) -> bool:
    """'“We left,” she said'; not 'a “gift”', 'it was “a gift, and I saw it”', '“that it sank”'."""
    quote, doc = saying.quote, saying.reading.doc
    before = doc[max(quote.start - 2, 0)]  # before the mark
    inside = before.pos_ in {"AUX", "ADP", "DET"} and before.i < quote.start - 1
    opens = not inside and doc[quote.start].lower_ != "that"
    return quote.whole and opens and saying.speaker is not None


def _overlaps(saying: Saying, others: list[Saying]) -> bool:
    return any(
        saying.quote.start < o.quote.end and o.quote.start < saying.quote.end for o in others
    )


def _line(saying: Saying, story: Story, replies: Replies) -> Line | None:
    writer = Writer(None, replies)
    teller = Teller(story, replies, writer)
    reading, quote = saying.reading, saying.quote
    if quote.direct and _is_clause(saying):
        words = without_stop(reading.fact(quote.start, quote.end))
        name = _speaker(saying, teller)
        marks = writer.marks(words, *name.facts)
        answer = writer.slot(words)
        reply = writer.reply("quotes", "said.quote", speaker=name, answer=answer, mark=marks)
        return Line(reply, title_of(story, reading))
    told = _predicate(saying, teller) or _sentence(saying, teller)
    if told is None:
        return None
    parts, facts = told
    marks = writer.marks(*facts)
    reply = writer.reply("quotes", "glance.event", answer=parts, mark=marks)
    return Line(reply, title_of(story, reading))


def _speaker(saying: Saying, teller: Teller) -> Slot:
    """The full name of who speaks."""
    assert saying.speaker is not None
    name = teller.full_name(saying.reading, saying.speaker)
    span = saying.quote.speaker
    if span is None:
        return Slot(spaced(name), (name,), strong=True)
    mention = saying.reading.fact(*span)
    if spaced(mention) == spaced(name):
        return Slot(spaced(mention), (mention,), strong=True)
    return Slot(spaced(name), (mention, name), Made.NAME, strong=True)


def _predicate(saying: Saying, teller: Teller) -> Told | None:
    """'Ana Rota hoped for “a beginning”': a person and all that the verb of saying governs."""
    reading, quote, speaker = saying.reading, saying.quote, saying.speaker
    if speaker is None or quote.speaker is None or quote.verb is None:
        return None
    doc, verb = reading.doc, reading.doc[quote.verb]
    if verb.i < quote.speaker[1] or quote.start < verb.i or verb.tag_ in {"VBG", "VB"}:
        return None
    if speaker.label != "PER" and _name_in(saying, speaker) is not None:
        return None
    start = verb.i
    while start > quote.speaker[1] and doc[start - 1].pos_ in _BESIDE:
        start -= 1
    span = fitted(reading, (start, _end(reading, quote, verb)), quote.end)
    if span is None:
        return None
    name = _speaker(saying, teller)
    parts, facts = teller.clause(reading, span, about=speaker)
    return (name, *teller.writer.space(), *parts), (*name.facts, *facts)


def _end(reading: Reading, quote: Quote, verb: Token) -> int:
    """Where what the verb governs ends: before ', and it sank' and ', adding: “…”'."""
    last = whole(reading)[1] if verb.dep_ == "ROOT" else verb.right_edge.i + 1
    direct = [q.start - 1 for q in reading.quotes if q.direct and q.whole and q.start > quote.end]
    for token in reading.doc[quote.end : last]:
        joins = token.lower_ == "and" and token.head.dep_ == "conj" and token.head.i > token.i
        if joins and any(c.dep_ in SUBJECTS for c in token.head.lefts):
            last = token.i
    if direct and direct[0] < last:
        last = quote.end
    while reading.doc[last - 1].text in _PAUSES and last > quote.end:
        last -= 1
    return last


def _sentence(saying: Saying, teller: Teller) -> Told | None:
    """The sentence as it stands, if it needs no other and its speaker is its subject or named.

    None too where it quotes a clause, which has a line of its own.
    """
    reading, quote = saying.reading, saying.quote
    alone = standing_alone(reading)
    words = reading.sentence.text
    torn = words.count("“") != words.count("”") or words.count('"') % 2
    clause = any(q.direct and q.whole and q.speaker for q in reading.quotes)
    if torn or clause or needs_the_sentence_before(teller.story, reading, alone[0]):
        return None
    strong: list[Span] = []
    if quote.speaker is not None:
        strong = [(saying.speaker and _name_in(saying, saying.speaker)) or quote.speaker]
        strong = [span for span in strong if reading.doc[span[0]].tag_ != "PRP"]
        roots = {"ROOT", "conj", "parataxis"}
        opens = quote.speaker[0] == alone[0][0]
        main = opens or quote.verb is None or reading.doc[quote.verb].dep_ in roots
        if saying.speaker is None and not main:
            return None
    return teller.tell(reading, alone, keep=quote.end, strong=strong)


def _name_in(saying: Saying, speaker: Entity) -> Span | None:
    """Where the sentence has the full name of the speaker."""
    for mention in speaker.mentions:
        if mention.kind == "name" and mention.sentence_index == saying.reading.place:
            words = saying.reading.doc[mention.start : mention.end].text
            if words == speaker.words:
                return mention.start, mention.end
    return None
