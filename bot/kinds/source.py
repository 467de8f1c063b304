"""Who says so?  Whoever the cited sentence gives the words to, else the paper that tells it."""

from bot.domain import Fact, Made, Reply, Slot
from bot.kinds.kind import Request
from bot.kinds.telling import name
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Reading, Story
from bot.story.counters import counter
from bot.writing import Writer


def tell_source(asked: Asked, before: Reply, story: Story, replies: Replies) -> Reply | None:
    """The speaker of the words that the last reply rested on; None when it rested on none."""
    for citation in before.citations:
        reading = story.reading_of(citation.sentence)
        if reading is None:
            continue
        writer = Writer(asked, replies)
        for fact in citation.facts:
            for quote in reading.quotes:
                if quote.speaker is None:
                    continue
                said = reading.fact(quote.start, quote.end)
                if said.start <= fact.start and fact.end <= said.end:
                    if reading.doc[quote.speaker[0]].pos_ == "PRON":
                        told = name(Request(asked, story, (), replies), reading, *quote.speaker)
                        parts, short, facts = told.parts, told.short, told.facts
                    else:
                        speaker = reading.fact(*quote.speaker)
                        parts, short = (writer.slot(speaker, strong=True),), speaker.text
                        facts = (speaker,)
                    return writer.reply(
                        "source",
                        "fact.answer",
                        short=short,
                        answer=parts,
                        mark=writer.marks(*facts),
                    )
            if (counted_by := _counter(reading, fact)) is not None:
                return writer.reply(
                    "source",
                    "fact.answer",
                    short=counted_by.text,
                    answer=writer.slot(counted_by, strong=True),
                    mark=writer.marks(counted_by),
                )
        publisher = citation.sentence.source.publisher
        if publisher and citation.facts:
            return writer.reply(
                "source",
                "fact.answer",
                short=publisher,
                answer=Slot(publisher, (), Made.METADATA, strong=True),
                mark=writer.marks(citation.facts[0]),
            )
    return None


def _counter(reading: Reading, fact: Fact) -> Fact | None:
    """Whose count the figure of a fact is: 'The union counted [40 boats]'"""
    for quantity in reading.quantities:
        figure = reading.fact(quantity.number_start, quantity.number_end)
        if fact.start <= figure.start < fact.end and (by := counter(reading, quantity)) is not None:
            return by
    return None
