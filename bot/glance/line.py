"""A line of a list: one claim with its citations, and the heading that it stands under."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot import proof
from bot.domain import Made, Part, Reply, Slot
from bot.replies import Replies
from bot.story import Reading, Story


@dataclass(frozen=True, slots=True)
class Line:
    """What is told in one line, made and proved as a reply is."""

    reply: Reply
    under: tuple[Part, ...] = ()  # its heading, the parts of which rest on the reply's citations
    is_item: bool = True  # one of several, not a paragraph

    @property
    def heading(self) -> str:
        return "".join(part.text for part in self.under)


def title_of(story: Story, reading: Reading) -> tuple[Part, ...]:
    """The heading of lines in the order of the articles: which one, if there are several."""
    if len(story.corpus.articles) == 1:
        return ()
    return (Slot(reading.sentence.source.title, (), Made.METADATA, strong=True),)


Lister = Callable[[Story, Replies], Iterator[Line]]  # the lines of a story, in order


def is_proved(line: Line, story: Story, replies: Replies) -> bool:
    """Whether nothing can be objected to a line and its heading."""
    whole = Reply(
        question="",
        kind=line.reply.kind,
        answered=True,
        parts=(*line.under, *line.reply.parts),
        citations=line.reply.citations,
    )
    return not proof.objections(whole, story.corpus, replies.fixed)
