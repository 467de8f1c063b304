"""What did somebody say?  Who said it?  Answered from quotations and reported speech."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain import Reply
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import name
from bot.language import lexicon
from bot.language.frames import Part as Role
from bot.language.quotes import Quote
from bot.questions import Asked
from bot.search import Passage
from bot.story import Reading
from bot.writing import Writer

LEAST_OVERLAP = 0.5  # of the question's words, for the words of a speaker to be the asked ones


def _verb(asked: Asked) -> str:
    """The verb of saying or thinking that the hole hangs on; ""."""
    lemma = asked.frame.lemma.split()[0] if asked.frame else ""
    return lemma if lexicon.is_speech(lemma) or lexicon.is_thought(lemma) else ""


def asks_for_words(asked: Asked) -> bool:
    """'What did the mayor say about it?', 'How did she describe it?'; not 'What did she buy?'"""
    if asked.word < 0 or asked.noun or not _verb(asked):
        return False
    word = asked.doc[asked.word].lower_
    if word == "how":
        return _verb(asked) in {"describe", "call", "explain", "react", "respond", "feel"}
    return word == "what" and asked.part is not Role.AGENT and bool(_subject(asked))


def asks_for_speaker(asked: Asked) -> bool:
    """'Who said that the boat was late?', 'Who called it a miracle?'; not 'Who told the mayor?'"""
    if asked.word < 0 or not _verb(asked) or asked.part is not Role.AGENT:
        return False
    frame = asked.frame
    assert frame is not None
    has_words = any(a.part in {Role.COMPLEMENT, Role.OBLIQUE} for a in frame.arguments)
    verb = frame.lemma.split()[0]
    return has_words or '"' in asked.text or "“" in asked.text or verb in {"call", "describe", "say"}


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation held against the question."""

    passage: Passage
    quote: Quote
    score: float


def _subject(asked: Asked) -> list[int]:
    """The tokens of the asked speaker."""
    frame = asked.frame
    return [h for h in frame.fillers(Role.AGENT) if h != asked.phrase] if frame else []


def words_said(request: Request) -> Iterator[Reply]:
    """The speaker's words that share most with the question; direct quotations first."""
    asked = request.asked
    speakers = set(_subject(asked))
    verb = _verb(asked)
    found: list[Said] = []
    for passage in request.passages:
        reading = passage.reading
        for quote in reading.quotes:
            if quote.speaker is None:
                continue
            stands = [
                strength
                for q, s, strength in passage.alignment.pairs
                if q in speakers and quote.speaker[0] <= s < quote.speaker[1]
            ]
            if not stands:
                continue
            value = max(stands) + passage.alignment.coverage
            value += 0.3 * quote.direct + 0.2 * quote.whole
            if quote.verb is not None and _same_saying(reading, quote.verb, verb):
                value += 0.3
            found.append(Said(passage, quote, value))
    found.sort(key=lambda said: -said.score)
    for said in found[:3]:
        yield _tell(request, said)


def _same_saying(reading: Reading, verb: int, asked: str) -> bool:
    own = reading.doc[verb].lemma_.lower()
    return asked not in {"say", "tell"} and (own == asked or lexicon.same_family(own, asked))


def _tell(request: Request, said: Said) -> Reply:
    reading, quote = said.passage.reading, said.quote
    writer = Writer(request.asked, request.replies)
    assert quote.speaker is not None
    told = name(request, reading, *quote.speaker)
    speaker = told.parts
    words = reading.fact(quote.start, quote.end)
    marks = writer.marks(words, *told.facts)
    if quote.direct:
        return writer.reply(
            "said", "said.quote", short=words.text, speaker=speaker,
            quote=writer.slot(words, strong=True), mark=marks,
        )  # fmt: skip
    key = "said.clause"
    if quote.verb is not None and quote.verb < quote.start:
        clause = reading.fact(quote.verb, quote.end)
        return writer.reply(
            "said", key, short=words.text, speaker=speaker,
            answer=writer.slot(clause, strong=True), mark=marks,
        )  # fmt: skip
    return writer.reply(
        "said", "said.told", short=words.text, speaker=speaker,
        answer=writer.slot(words, strong=True), mark=marks,
    )  # fmt: skip


def speakers(request: Request) -> Iterator[Reply]:
    """Whose words share most with the question's."""
    asked = request.asked
    frame = asked.frame
    assert frame is not None
    found: list[Said] = []
    for passage in request.passages:
        needed = _needed(asked, passage)
        if not needed:
            continue
        for quote in passage.reading.quotes:
            if quote.speaker is None:
                continue
            inside = {
                q
                for q, s, _ in passage.alignment.pairs
                if q in needed and not quote.speaker[0] <= s < quote.speaker[1]
            }
            share = len(inside) / len(needed)
            if share >= LEAST_OVERLAP:
                found.append(Said(passage, quote, share + passage.alignment.coverage))
    found.sort(key=lambda said: -said.score)
    for said in found[:3]:
        assert said.quote.speaker is not None
        reading = said.passage.reading
        writer = Writer(asked, request.replies)
        told = name(request, reading, *said.quote.speaker)
        marks = writer.marks(*told.facts)
        yield writer.reply(
            "speaker", "fact.answer", short=told.short, answer=told.parts, mark=marks
        )


def _needed(asked: Asked, passage: Passage) -> set[int]:
    """The question's words that the quotation should hold: all but the verb of saying."""
    assert asked.frame is not None
    words = {q for q, _, _ in passage.alignment.pairs} | set(passage.alignment.missing)
    return words - {asked.frame.head}


KINDS = (
    Kind("speaker", asks_for_speaker, speakers),
    Kind("said", asks_for_words, words_said, final=True),
)
