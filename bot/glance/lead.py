"""The story in three sentences: how each article begins, the newest article first."""

from collections.abc import Iterator

from bot.domain import Fact, Made, Part, Role, Slot
from bot.glance.line import Line
from bot.proof import spaced
from bot.replies import Replies
from bot.story import Reading, Story
from bot.writing import Writer

SENTENCES = 3


def lines(story: Story, replies: Replies) -> Iterator[Line]:
    """A paragraph an article, under its title."""
    for article in story.newest_first:
        body = [
            reading
            for reading in story.readings
            if reading.article == article and reading.sentence.role is Role.BODY
        ]
        if body:
            yield _line(body[:SENTENCES], replies)


def _line(opening: list[Reading], replies: Replies) -> Line:
    writer = Writer(None, replies)
    parts: list[Part] = []
    for number, reading in enumerate(opening):
        if number:
            parts += writer.space()
        fact = _sentence(reading)
        parts += [writer.slot(fact), *writer.marks(fact, gap=True)]
    reply = writer.reply("story", "glance.lead", answer=parts)
    title = opening[0].sentence.source.title
    if spaced(_sentence(opening[0])).startswith(title.removesuffix("…")):
        return Line(reply, is_item=False)  # an article without title is called by how it begins
    return Line(reply, (Slot(title, (), Made.METADATA, strong=True),), is_item=False)


def _sentence(reading: Reading) -> Fact:
    """The whole sentence."""
    return reading.fact(0, len(reading.doc))
