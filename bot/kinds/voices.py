"""Whose words they are: everything that anybody says in a story, and whether the asked one says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from bot.domain import Slot
from bot.finding.matching import Alignment, Needed, align
from bot.kinds.kind import Request
from bot.kinds.telling import Told, full_name, name
from bot.language import lexicon
from bot.language.entities import Entity
from bot.language.quotes import Quote
from bot.language.terms import fold
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading

SPEAKING = {"authority", "official", "government", "ministry", "administration", "state"}


@dataclass(frozen=True, slots=True)
class Saying:
    """Words said, held against the question."""

    reading: Reading
    quote: Quote
    speaker: Entity | None
    alignment: Alignment
    score: float = 0.0


def sayings(request: Request, words: list[Needed]) -> Iterator[Saying]:
    """Everything that anybody says in the story."""
    story = request.story
    for reading in story.readings:
        if reading.quotes and request.article in {None, reading.article}:
            alignment = align(words, story.by_key(reading))
            table = story.tables[reading.article]
            for quote in reading.quotes:
                yield Saying(reading, quote, table.speaker(reading.place, quote), alignment)


def spoken_by(
    asked: Asked, said: Saying, subject: set[int], mine: set[tuple[int, int]], named: bool
) -> bool:
    """Whether words are those of the asked speaker: `subject` of the question, `named` with a name, whose
    bearers are `mine`, as articles and entities."""
    if said.speaker is not None and (said.reading.article, said.speaker.id) in mine:
        return True
    if said.quote.speaker is None:
        return False
    start, end = said.quote.speaker
    titles = (title for token in said.reading.doc[start:end] for title in _titles(token))
    start = min([start, *(title.left_edge.i for title in titles)])
    if named:
        land = _land(asked, subject)
        return land is not None and _speaks_for(land, said.reading, start, end)
    if is_of_another_land(asked, subject, said.reading.doc[start:end]):
        return False
    stands = {q for q, s, _ in said.alignment.pairs if start <= s < end}
    if not _names_before(asked, subject) <= stands:
        return False
    return any(
        q in subject and start <= s < end and _is_called(asked.doc[q], said.reading.doc[s])
        for q, s, _ in said.alignment.pairs
    )


def _names_before(asked: Asked, subject: set[int]) -> set[int]:
    """'the [Weil] administration', "[Roe]'s lawyer"; a country may be called otherwise."""
    before = (child for token in subject for child in asked.doc[token].lefts)
    return {c.i for c in before if c.pos_ == "PROPN" and not lexicon.country_of(c.text)}


def _titles(name: Token) -> Iterator[Token]:
    """'[Judge] Ana Roe said'"""
    return (child for child in name.lefts if child.dep_ in {"nmod:desc", "compound"})


def is_said_with(said: Saying, verb: str) -> bool:
    """Whether words are said with that very verb: what is merely said is not declared."""
    told = said.quote.verb
    return told is not None and said.reading.doc[told].lemma_.lower() == verb


def is_of_another_land(asked: Asked, subject: set[int], words: Span) -> bool:
    """'the Chilean government' is not 'the government of Peru'."""
    land = _land(asked, subject)
    return land is not None and land not in _lands(words)


def _land(asked: Asked, subject: set[int]) -> str | None:
    """The country of 'Chile', 'the Chilean government', "Chile's government" as the asked speaker."""
    own = {i for token in subject for i in (token, *(c.i for c in asked.doc[token].lefts))}
    return next(filter(None, (lexicon.country_of(asked.doc[i].text) for i in sorted(own))), None)


def _lands(words: Span) -> set[str]:
    return set(filter(None, (lexicon.country_of(token.text) for token in words)))


def _speaks_for(land: str, reading: Reading, start: int, end: int) -> bool:
    """'the Chilean government', 'officials in Chile': for the country."""
    words = reading.doc[start:end]
    return land in _lands(words) and fold(words.root.lemma_) in SPEAKING


def _is_called(asked: Token, own: Token) -> bool:
    """Whether one noun can stand for the other: a leader who speaks need be no governor."""
    if asked.pos_ != "NOUN" or own.pos_ != "NOUN":
        return True
    wanted, told = fold(asked.lemma_), fold(own.lemma_)
    return wanted == told or told in lexicon.synonyms(wanted) or lexicon.covers(wanted, told)


def is_named(request: Request, said: Saying) -> bool:
    """Whether the question names the speaker: then it asks for another."""
    asked, table = request.asked, request.story.tables[said.reading.article]
    named = [asked.doc[name.start : name.end].text for name in asked.names]
    return said.speaker is not None and any(said.speaker in table.find(words) for words in named)


def speaker_of(request: Request, said: Saying) -> Told:
    """The speaker's name: as it stands by the words, or from where the story gives it."""
    if said.quote.speaker is not None:
        start, end = said.quote.speaker
        if said.reading.doc[start].pos_ != "PRON" or said.speaker is None:
            return name(request, said.reading, start, end)
    assert said.speaker is not None
    words = said.reading.fact(said.quote.start, said.quote.end)
    slot = full_name(request, said.reading.article, said.speaker, words)
    return Told((slot,), slot.text, slot.facts)


def named_after(said: Saying) -> Told | None:
    """'[The captain, Ana Roe], said'; 'his mother, [Ana Roe], said'"""
    start, end = said.quote.speaker or (0, 0)
    doc = said.reading.doc
    named = next((n for n in said.reading.names if n.start == end + 1 and n.label == "PER"), None)
    if named is None or doc[end].text != ",":
        return None
    is_his = doc[start].tag_ == "PRP$"
    fact = said.reading.fact(named.start if is_his else start, named.end)
    return Told((Slot(spaced(fact), (fact,), strong=True),), spaced(fact), (fact,))
