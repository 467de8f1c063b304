"""Who says so?  Whoever the cited sentence gives the words to, else the paper that tells it."""

from bot.domain import Fact, Made, Reply, Slot
from bot.kinds.kind import Request
from bot.kinds.telling import Told, name
from bot.proof import spaced
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Reading, Story
from bot.story.counters import counter
from bot.writing import Writer


def tell_source(asked: Asked, before: Reply, story: Story, replies: Replies) -> Reply | None:
    """The speaker of the words that the last reply rested on; None when it rested on none."""
    request = Request(asked, story, (), replies)
    for citation in before.citations:
        reading = story.reading_of(citation.sentence)
        if reading is None:
            continue
        for fact in citation.facts:
            if told := _speaker(request, reading, fact) or _counter(reading, fact):
                return _reply(request, told)
        publisher = citation.sentence.source.publisher
        if publisher and citation.facts:
            paper = Slot(publisher, (), Made.METADATA, strong=True)
            return _reply(request, Told((paper,), publisher, citation.facts[:1]))
    return None


def _reply(request: Request, told: Told) -> Reply:
    writer = Writer(request.asked, request.replies)
    return writer.reply(
        "source",
        "fact.answer",
        short=told.short,
        answer=told.parts,
        mark=writer.marks(*told.facts),
    )


def _speaker(request: Request, reading: Reading, fact: Fact) -> Told | None:
    """Whose words those of a fact are."""
    for quote in reading.quotes:
        said = reading.fact(quote.start, quote.end)
        if quote.speaker is not None and said.start <= fact.start and fact.end <= said.end:
            return name(request, reading, *quote.speaker)
    return None


def _counter(reading: Reading, fact: Fact) -> Told | None:
    """Whose count the figure of a fact is: 'The union counted [40 boats]'"""
    for quantity in reading.quantities:
        figure = reading.fact(quantity.number_start, quantity.number_end)
        if fact.start <= figure.start < fact.end and (by := counter(reading, quantity)) is not None:
            return Told((Slot(spaced(by), (by,), strong=True),), spaced(by), (by,))
    return None
