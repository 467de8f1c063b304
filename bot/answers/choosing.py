"""A question with a name that several bear: answered for the only one it can be about, else asked
back."""

from collections.abc import Callable, Iterator, Sequence

from bot import proof
from bot.answers import answering
from bot.domain import Reply
from bot.finding.search import passages
from bot.kinds.which_one import Bearer, ask_back, bearers
from bot.language.names import Name
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story

LESS = (
    0.2  # share of the question by which another bearer's answer tells less, to be out of question
)
QUOTED = "anything"  # the kind of a reply that only quotes: it may tell of another bearer
MOST = 5  # bearers of a name that are tried


def answer(
    asked: Asked,
    story: Story,
    replies: Replies,
    read: Callable[[str], Asked],
    *,
    article: int | None = None,
) -> tuple[Asked, Reply]:
    """The reply, and the question as it was understood: with the full name, if only one fits.

    Where the story does not say it of the bare name, nobody is asked back.

    `read` understands another wording of the question.
    """
    reply = answering.answer(asked, story, replies, article=article, read=read)
    for name in asked.names if reply.kind != "which one" else ():
        words = asked.doc[name.start : name.end].text
        borne = bearers(story, words, article=article)
        if 1 < len(borne) <= MOST and all(one.is_person for one in borne):
            tried = _tried(asked, name, borne, read)
            found = [
                (one, answering.answer(one, story, replies, article=article, read=read))
                for one in tried
            ]
            found = [
                (one, other) for one, other in found if other.answered and other.kind != QUOTED
            ]
            told = [_told(one, other, story, article) for one, other in found]
            found = [
                row for row, share in zip(found, told, strict=True) if share > max(told) - LESS
            ]
            if len(found) == 1:
                return found[0]
            if reply.answered and len({other.short for _, other in found}) > 1:
                back = ask_back(asked, replies, story, words, borne)
                if not proof.objections(back, story.corpus, replies.fixed):
                    return asked, back
    return asked, reply


def _told(asked: Asked, reply: Reply, story: Story, article: int | None) -> float:
    """The share of a question that the sentences of its reply tell, [0, 1]."""
    cited = {citation.sentence for citation in reply.citations}
    held = passages(asked, story, article=article)
    return max((p.alignment.coverage for p in held if p.reading.sentence in cited), default=0.0)


def _tried(
    asked: Asked, name: Name, borne: Sequence[Bearer], read: Callable[[str], Asked]
) -> Iterator[Asked]:
    """The question about each bearer by the full name."""
    span = asked.doc[name.start : name.end]
    for bearer in borne:
        yield read(f"{asked.text[: span.start_char]}{bearer.name}{asked.text[span.end_char :]}")
