"""Answers a question: the first kind that knows it, the first of its replies that is proved."""

from collections.abc import Iterator

from bot import proof
from bot.domain import Reply
from bot.kinds import KINDS
from bot.kinds.kind import Request
from bot.questions import Asked
from bot.replies import Replies
from bot.search import passages
from bot.story import Story
from bot.writing import Writer


def answer(
    asked: Asked, story: Story, replies: Replies, *, article: int | None = None
) -> Reply:
    """The best reply that `proof` lets through; if none, that the story does not say."""
    kind = next(kind for kind in KINDS if kind.recognises(asked))
    request = Request(asked, story, passages(asked, story, article=article), replies, article)
    for reply in _replies(kind.answers(request)):
        if not proof.objections(reply, story.corpus, replies.fixed):
            return reply
    return Writer(asked, replies).reply(kind.name, "nothing.answer", answered=False)


def _replies(found: Iterator[Reply]) -> Iterator[Reply]:
    yield from found
