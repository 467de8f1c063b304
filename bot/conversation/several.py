"""A message that asks several things: the questions in it, and their answers as one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.domain import Citation, Fact, Made, Mark, Part, Reply, Sentence, Slot
from bot.language.english import plain
from bot.language.foreign import languages
from bot.language.sentences import split
from bot.replies import Replies

MOST = 5  # questions in a message; more are read as one
_AFTER_QUESTION = re.compile(r"(?<=\?)\s+")
# Two whole questions in a sentence: 'Who is Ana and where does she live?'
_TWO = re.compile(
    r"(?P<first>(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did)\b.+?),?"
    r" and (?P<second>(?:who|whom|what|when|where|why|how(?: \w+)?)"
    r" (?:is|are|was|were|do|does|did|has|have|had|will|would|can) .+)",
    re.IGNORECASE,
)


def questions_in(text: str) -> list[str]:
    """The sentences of a message that ask, where others stand beside them; else all of it as it is.

    'I was there. Who won?' -> 'Who won?'; 'Who won and why did she run?' -> 'Who won?', 'why did she
    run?'
    """
    whole = " ".join(text.split())
    sentences = [
        part for start, end in split(whole) for part in _AFTER_QUESTION.split(whole[start:end])
    ]
    asked: list[str] = []
    for sentence in sentences:
        if sentence.endswith("?") or (asked and _goes_on().fullmatch(plain(sentence))):
            asked.append(sentence)
    if len(sentences) == 1 and (two := _TWO.fullmatch(whole)):
        return [f"{two['first']}?", two["second"]]
    return asked if len(sentences) > 1 and 0 < len(asked) <= MOST else [text]


@cache
def _goes_on() -> re.Pattern[str]:
    """What asks without a question mark, after a question: 'Who won? and when'"""
    asks = ["who", "whom", "whose", "what", "which", "when", "where", "why", "how"]
    joins = ["and", "but"]
    for foreign in languages().values():
        asks += foreign.questions
        joins += [w for w, some in foreign.senses.items() if some[0].english in {"and", "but"}]
    opening = "|".join(f"{word} " for word in joins)
    return re.compile(rf"(?:{opening})?¿?(?:{'|'.join(asks)})\b[^.!]*")


def joined(replies: Sequence[Reply], words: Replies) -> Reply:
    """One reply of several: the answers in order, then what the story does not say.

    Small talk is left out beside answers; where nothing is answered, it is the last reply.
    """
    if len(replies) == 1:
        return replies[0]
    asked = " ".join(reply.question for reply in replies)
    read = " ".join(reply.corrected or reply.question for reply in replies)
    read = read if any(reply.corrected for reply in replies) else ""
    told = [reply for reply in replies if reply.answered or reply.kind == "which one"]
    if not told:
        return replace(replies[-1], question=asked, corrected=read)
    facts: dict[Sentence, list[Fact]] = {}
    parts: list[Part] = []
    for reply in told:
        own = {citation.number: citation.sentence for citation in reply.citations}
        for citation in reply.citations:
            facts.setdefault(citation.sentence, []).extend(citation.facts)
        parts += words.fill("list.gap") if parts else ()
        parts += _renumbered(reply.parts, {n: list(facts).index(own[n]) + 1 for n in own})
    for reply in replies:
        if reply not in told and reply.kind not in {"talk", "error"}:
            silent = Slot(reply.question, (), Made.ASKED)
            parts += words.fill("nothing.also", asked=silent)
    return replace(
        told[-1] if told[-1].kind == "which one" else told[0],
        question=asked,
        corrected=read,
        answered=any(reply.answered for reply in told),
        parts=tuple(parts),
        citations=tuple(
            Citation(number, sentence, tuple(some))
            for number, (sentence, some) in enumerate(facts.items(), 1)
        ),
        short="; ".join(reply.short for reply in told if reply.short),
        suggestions=told[-1].suggestions,
        follows_up=replies[0].follows_up,
        trace=tuple(line for reply in replies for line in reply.trace),
    )


def _renumbered(parts: Sequence[Part], numbers: dict[int, int]) -> Iterator[Part]:
    """The parts with other marks."""
    for part in parts:
        yield Mark(numbers[part.number]) if isinstance(part, Mark) else part
