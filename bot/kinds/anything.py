"""Whatever else is asked: the sentence that says most of it is quoted."""

from collections.abc import Iterator

from bot.domain import Reply
from bot.finding.binding import is_vague
from bot.finding.told_of import is_told_of_another
from bot.kinds.kind import Kind, Request
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

LEAST_COVERAGE = 0.8  # of the question's words


def recognises(_asked: Asked) -> bool:
    """Everything."""
    return True


def quote_best(request: Request) -> Iterator[Reply]:
    """The first passages that say enough of the question."""
    asked = request.asked
    if any(t.lemma_ == "name" and asked.tells_the_hole(t.i) for t in asked.doc):
        return  # a sentence is no name
    for passage in request.passages[:3]:
        missing = set(passage.alignment.missing)
        told = passage.alignment.coverage >= LEAST_COVERAGE and asked.topic_head not in missing
        other = is_vague(asked, passage) or is_told_of_another(asked, passage, request.story)
        if told and (request.is_weighed or not other):
            yield quote(request, passage.reading, "anything")


def quote(request: Request, reading: Reading, kind: str) -> Reply:
    """A sentence as it stands."""
    writer = Writer(request.asked, request.replies)
    fact = reading.fact(0, len(reading.doc))
    return writer.reply(
        kind,
        "quote.sentence",
        short=spaced(fact),
        evidence=writer.slot(fact, strong=True),
        mark=writer.marks(fact),
    )


KIND = Kind("anything", recognises, quote_best)
