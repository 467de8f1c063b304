"""Who counted, and as of when: '[the Red Cross] spoke of 41 missing as of [Sunday]'."""

from spacy.tokens import Token

from bot.domain import Fact
from bot.language import lexicon
from bot.language.dates import When
from bot.language.frames import Part
from bot.language.numbers import Quantity
from bot.language.phrases import noun_phrase
from bot.story.reading import Reading

OPEN = {Part.PATIENT, Part.OBLIQUE, Part.COMPLEMENT, Part.TIME}


def counter(reading: Reading, counted: Quantity) -> Fact | None:
    """Whose count a figure is, where a verb of counting tells: 'the union counted 40 boats'."""
    token = counting(reading, counted)
    return None if token is None else reading.fact(*noun_phrase(token))


def counting(reading: Reading, counted: Quantity) -> Token | None:
    """The head of the words for who counted."""
    for frame in reading.frames:
        if not lexicon.is_counting(frame.lemma):
            continue
        told = [a for a in frame.arguments if a.part in OPEN and _holds(reading, a.head, counted)]
        agents = [reading.doc[i] for i in frame.fillers(Part.AGENT)]
        named = [t for t in agents if t.pos_ in {"NOUN", "PROPN"} and t.i < frame.head]
        if told and named:
            return named[0]
    return None


def _holds(reading: Reading, head: int, counted: Quantity) -> bool:
    start, end = reading.edges[head]
    return start <= counted.number_start < end


def as_of(reading: Reading) -> When | None:
    """The date on which the figures of a sentence held, if it gives one."""
    held = (when for when in reading.whens if when.relation == "as of" and when.value is not None)
    return next(held, None)
