"""Lines put together to pages, each of which is a reply that fits into one message."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain import Citation, Fact, Mark, Part, Reply, Sentence
from bot.glance.line import Line
from bot.render import to_list, units
from bot.replies import Replies

MOST_LINES = 8
MOST_UNITS = 3300  # of UTF-16, with all sources; a message holds 4096, with heading and footer


@dataclass(frozen=True)
class Sheet:
    """One of the lists, proved line by line."""

    name: str
    lines: tuple[Line, ...]
    pages: tuple[Reply, ...]
    whole: Reply | None  # all lines at once; None without lines


def lay_out(name: str, lines: Sequence[Line], replies: Replies, *, titles: bool) -> Sheet:
    """The sheet of some lines, in pages of about the same number of lines.

    Left out are lines that with their source fill more than a message.
    """

    def fits(some: Sequence[Line]) -> bool:
        return units(to_list(_joined(name, some, replies), titles=titles).text) <= MOST_UNITS

    short = [line for line in lines if fits([line])]
    pages = tuple(_joined(name, some, replies) for some in _paged(short, fits))
    return Sheet(name, tuple(short), pages, _joined(name, short, replies) if short else None)


def _paged(
    lines: Sequence[Line], fits: Callable[[Sequence[Line]], bool]
) -> Iterator[Sequence[Line]]:
    """The lines of each page; a page ends early where it would grow too long."""
    start = 0
    while start < len(lines):
        rest = len(lines) - start
        end = start + math.ceil(rest / math.ceil(rest / MOST_LINES))
        while end > start + 1 and not fits(lines[start:end]):
            end -= 1
        yield lines[start:end]
        start = end


def _joined(name: str, lines: Sequence[Line], replies: Replies) -> Reply:
    """The lines as one reply: citations numbered through, a heading once for what is under it."""
    facts: dict[Sentence, list[Fact]] = {}
    parts: list[Part] = []
    heading = ""
    for line in lines:
        own = {citation.number: citation.sentence for citation in line.reply.citations}
        for citation in line.reply.citations:
            facts.setdefault(citation.sentence, []).extend(citation.facts)
        if line.heading != heading:
            parts += replies.fill("glance.heading") if parts else ()
            parts += (*line.under, *replies.fill("glance.line"))
            heading = line.heading
        elif parts:
            parts += replies.fill("glance.line" if line.is_item else "glance.heading")
        if line.is_item:
            parts += replies.fill("glance.item")
        order = list(facts)
        parts += _renumbered(line.reply.parts, {n: order.index(own[n]) + 1 for n in own})
    citations = tuple(
        Citation(number, sentence, tuple(some))
        for number, (sentence, some) in enumerate(facts.items(), 1)
    )
    return Reply("", name, answered=True, parts=tuple(parts), citations=citations)


def _renumbered(parts: Sequence[Part], numbers: dict[int, int]) -> Iterator[Part]:
    """The parts with other marks, those that stand side by side in order."""
    waiting: list[int] = []
    for part in parts:
        if isinstance(part, Mark):
            waiting.append(numbers[part.number])
            continue
        yield from map(Mark, sorted(waiting))
        waiting = []
        yield part
    yield from map(Mark, sorted(waiting))
