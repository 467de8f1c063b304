"""Questions worth asking next, each proved answerable before it is offered."""

from collections.abc import Callable, Iterator

from bot.domain import Reply
from bot.language.terms import words
from bot.replies import Replies
from bot.story import Story

MOST = 8  # kept for a story


def answerable(story: Story, replies: Replies, ask: Callable[[str], Reply]) -> tuple[str, ...]:
    """Up to `MOST` questions that `ask` answers from the story, the most telling first."""
    found: list[str] = []
    for question in _thinkable(story, replies):
        if len(found) == MOST:
            break
        if question not in found and ask(question).answered:
            found.append(question)
    return tuple(found)


def _thinkable(story: Story, replies: Replies) -> Iterator[str]:
    """Questions about those the story speaks of most."""
    ask = replies.templates
    people = []
    for table in story.tables:
        for entity in table.all:
            if entity.label in {"PER", "ORG"} and table.descriptions(entity.id):
                people.append((len(entity.mentions), entity))
    people.sort(key=lambda row: -row[0])
    for rank, (_, entity) in enumerate(people):
        if entity.label == "PER":
            yield ask["ask.who"].replace("{name}", entity.words)
            if rank < 4:
                yield ask["ask.said"].replace("{name}", entity.words)
        else:
            yield ask["ask.what"].replace("{name}", entity.words)


def next_to(reply: Reply, some: tuple[str, ...], count: int = 2) -> tuple[str, ...]:
    """The questions to offer with a reply: about what it cites or was asked first, never the one
    just asked, also in fewer words: 'Who is Roe?' for 'Who is Ann Roe?'"""
    cited = " ".join([reply.question, *(citation.sentence.text for citation in reply.citations)])

    def nearness(question: str) -> int:
        return -sum(word.strip("?") in cited for word in question.split() if word[:1].isupper())

    asked = [set(words(question)) for question in (reply.question, reply.corrected) if question]
    fresh = [one for one in some if not any(few and few <= set(words(one)) for few in asked)]
    return tuple(sorted(fresh, key=nearness)[:count])
