"""Answers a question: the first kind that knows it, the first of its replies that is proved."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot import proof
from bot.answers.filling import chosen
from bot.answers.refusing import ask_whom, refuse, unknown_name
from bot.domain import Reply
from bot.finding.scoring import Passage
from bot.finding.search import passages
from bot.finding.weighing import decides
from bot.kinds import KINDS, anything, what
from bot.kinds.anything import quote
from bot.kinds.kind import Kind, Request
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story
from bot.writing import Writer


def answer(
    asked: Asked,
    story: Story,
    replies: Replies,
    *,
    article: int | None = None,
    read: Callable[[str], Asked] | None = None,
) -> Reply:
    """The best reply that `proof` lets through; if none, that the story does not say.

    `read` understands another wording of the question, if it is to be tried.
    """
    is_weighed = decides(story, article)
    if not is_weighed and (back := ask_whom(asked, replies)):
        return back
    held = passages(asked, story, article=article)
    is_strange = not is_weighed and asked.word >= 0 and unknown_name(asked, story)
    if not is_strange and (found := _proved(asked, held, story, replies, article, read)):
        return found
    kinds = [kind for kind in KINDS if kind.recognises(asked)]
    kind = next((kind for kind in kinds if kind.fits is not None), kinds[0])
    reply = refuse(asked, kind.name, held, story, replies)
    if proof.objections(reply, story.corpus, replies.fixed):
        return Writer(asked, replies).reply(kind.name, "nothing.answer", answered=False)
    return reply


def quotations(
    asked: Asked, story: Story, replies: Replies, *, start: int, count: int
) -> list[Reply]:
    """The sentences in places [start, start + count) of those that share a word with the
    question, best first, each as a reply that quotes it."""
    held = passages(asked, story, depth=None)
    request = Request(asked, story, held, replies)
    quoted = [quote(request, passage.reading, "passage") for passage in held[start : start + count]]
    return [r for r in quoted if not proof.objections(r, story.corpus, replies.fixed)]


def _proved(
    asked: Asked,
    held: Sequence[Passage],
    story: Story,
    replies: Replies,
    article: int | None,
    read: Callable[[str], Asked] | None = None,
) -> Reply | None:
    def again(other: Asked) -> Reply | None:
        some = passages(other, story, article=article)
        reply = _proved(other, some, story, replies, article)
        return reply if reply and reply.answered else None

    request = Request(asked, story, held, replies, article, again, read)
    if request.has_only_near_misses:
        return None
    kinds = [kind for kind in KINDS if kind.recognises(asked)]
    filling = [kind for kind in kinds if kind.fits is not None] or [what.KIND]
    if request.is_weighed and asked.word >= 0:
        told = [kind for kind in kinds if kind is not anything.KIND and kind not in filling]
        kinds = [*told, *filling, anything.KIND]
    reply = _first(kinds, request)
    if request.is_weighed or asked.word < 0:
        return reply
    finding = chosen(request, kinds, reply)
    if finding is None:
        return reply
    return _first(filling, replace(request, chosen=finding)) or reply


def _first(kinds: Iterable[Kind], request: Request) -> Reply | None:
    """The first reply that is proved."""
    replies = _replies(kinds, request)
    corpus, fixed = request.story.corpus, request.replies.fixed
    return next((reply for reply in replies if not proof.objections(reply, corpus, fixed)), None)


def _replies(kinds: Iterable[Kind], request: Request) -> Iterator[Reply]:
    """What each kind says, in their order, up to one that has the last word.

    Where they are weighed those that fill a hole are tried after it.
    """
    settled = False
    for kind in kinds:
        if not settled or kind.fits is not None:
            yield from kind.answers(request)
        settled = settled or kind.final
        if settled and not request.is_weighed:
            return
