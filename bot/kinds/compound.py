"""Two questions in one: 'Who was freed and when?', 'When and why was she arrested?'"""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain import Reply
from bot.kinds.kind import Kind, Request
from bot.questions import Asked
from bot.writing import Writer

SECOND = {"when", "where", "why", "how", "who", "what"}


def second_word(asked: Asked) -> int:
    """The token of the second question word: 'when' of 'Who was freed and when?'; -1 without."""
    for token in asked.doc[1:]:
        joined = asked.doc[token.i - 1].lower_ in {"and", "&", "or"} or (
            token.i > 2 and asked.doc[token.i - 2].lower_ == "and"
        )
        if joined and token.lower_ in SECOND and 0 <= asked.word < token.i:
            return int(token.i)
    for token in asked.doc[2:]:  # '…, and on what day?'
        if token.lower_ in {"what", "which"} and any(
            t.lower_ == "and" for t in asked.doc[max(0, token.i - 2) : token.i]
        ):
            return int(token.i) if 0 <= asked.word < token.i else -1
    return -1


def recognises(asked: Asked) -> bool:
    """'Who was freed and when?'; not 'Who was freed and taken home?'"""
    return asked.focus < 0 and second_word(asked) >= 0


def both(request: Request) -> Iterator[Reply]:
    """The first answer to each question, one after the other; if only one is told, that one."""
    asked = request.asked
    second = second_word(asked)
    replies = []
    for focus in (asked.word, second):
        one = replace(asked, focus=focus)
        reply = request.ask(one)
        if reply is not None:
            replies.append(reply)
    if len(replies) == 2:
        yield _joined(request, replies)
    yield from replies


def _joined(request: Request, replies: list[Reply]) -> Reply:
    writer = Writer(request.asked, request.replies)
    short = ", ".join(reply.short for reply in replies)
    first, second = map(writer.again, replies)
    return writer.reply(replies[0].kind, "both.two", short=short, first=first, second=second)


KIND = Kind("compound", recognises, both)
