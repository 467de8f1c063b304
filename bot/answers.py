"""Answers a question: the first kind that knows it, the first of its replies that is proved."""

from collections.abc import Iterable, Iterator, Sequence

from bot import proof
from bot.domain import Reply
from bot.kinds import KINDS
from bot.kinds.kind import Kind, Request
from bot.questions import Asked
from bot.replies import Replies
from bot.search import passages
from bot.story import Story
from bot.writing import Writer


def answer(
    asked: Asked, story: Story, replies: Replies, *, article: int | None = None
) -> Reply:
    """The best reply that `proof` lets through; if none, that the story does not say."""
    kinds = [kind for kind in KINDS if kind.recognises(asked)]
    found = _proved(kinds, asked, story, replies, article)
    return found or Writer(asked, replies).reply(kinds[0].name, "nothing.answer", answered=False)


def _proved(
    kinds: Sequence[Kind], asked: Asked, story: Story, replies: Replies, article: int | None
) -> Reply | None:
    def again(other: Asked) -> Reply | None:
        some = [kind for kind in KINDS if kind.recognises(other)]
        reply = _proved(some, other, story, replies, article)
        return reply if reply and reply.answered else None

    held = passages(asked, story, article=article)
    request = Request(asked, story, held, replies, article, again)
    for reply in _replies(kinds, request):
        if not proof.objections(reply, story.corpus, replies.fixed):
            return reply
    return None


def _replies(kinds: Iterable[Kind], request: Request) -> Iterator[Reply]:
    """What each kind says, in their order, up to one that has the last word."""
    for kind in kinds:
        yield from kind.answers(request)
        if kind.final:
            return
