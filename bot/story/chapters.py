"""An article understood: every sentence parsed, and what is found in it."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language

from bot.domain import Article, Sentence
from bot.language import dates, entities, names, number_referents, numbers, pipeline, quotes
from bot.language.date_values import Value
from bot.language.legible import legible
from bot.language.terms import search_terms
from bot.story.reading import Chapter, Reading


def read_chapter(article: Article, number: int, nlp: Language) -> Chapter:
    """Parse the article that stands at position `number` of a story."""
    docs = pipeline.read_text(nlp, (legible(s.text).text or s.text for s in article.sentences))
    known = names.collect(docs)
    readings: list[Reading] = []
    is_open, paragraph = False, 0
    for place, (sentence, doc) in enumerate(zip(article.sentences, docs, strict=True)):
        is_open, paragraph = is_open and sentence.paragraph == paragraph, sentence.paragraph
        named = tuple(names.find(doc, known))
        before = _date_before(sentence, readings)
        whens = tuple(dates.find(doc, article.source.published, previous=before))
        spans = [(name.start, name.end) for name in named]
        readings.append(
            Reading(
                sentence,
                number,
                place,
                doc,
                named,
                whens,
                tuple(numbers.find(doc, whens)),
                tuple(quotes.find(doc, spans, inside=is_open)),
            )
        )
        is_open = quotes.left_open(doc, inside=is_open)
    counted = number_referents.refer(docs, [reading.quantities for reading in readings])
    readings = [replace(r, quantities=some) for r, some in zip(readings, counted, strict=True)]
    lines = [
        entities.Line(r.doc, r.names, r.quotes, r.sentence.paragraph, r.sentence.role)
        for r in readings
    ]
    terms = tuple(tuple(search_terms(reading.doc.text)) for reading in readings)
    return Chapter(tuple(readings), entities.build(lines), terms)


def _date_before(sentence: Sentence, readings: Sequence[Reading]) -> Value | None:
    """The last date of the body before a sentence, in its paragraph or the one before: what "that
    day" goes back to.  None where that date is not known."""
    for reading in reversed(readings):
        if sentence.paragraph - reading.sentence.paragraph > 1:
            return None
        if reading.sentence.role is not sentence.role:
            return None
        for when in reversed(reading.whens):
            if when.kind == "date" or when.value:
                return when.value
    return None
