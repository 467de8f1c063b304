"""Writes a reply: slots from facts, citations numbered as they are first used."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.domain import Citation, Fact, Made, Mark, Part, Reply, Sentence, Slot, Words
from bot.language import numbers
from bot.language.terms import FUNCTION_WORDS, fold, words
from bot.proof import capital, small, spaced
from bot.questions import Asked
from bot.replies import Filling, Replies


class Writer:
    """One reply in the making."""

    def __init__(self, asked: Asked | None, replies: Replies) -> None:
        """`asked` is None for a line of a list, which answers no question."""
        self._asked = asked
        self._replies = replies
        self._facts: dict[Sentence, list[Fact]] = {}

    def marks(self, *facts: Fact, gap: bool = False) -> tuple[Part, ...]:
        """The references of one claim, `[1][2]`, each sentence once, in order of number.

        With `gap` a space comes before them: for marks within a list.
        """
        for fact in facts:
            self._facts.setdefault(fact.sentence, []).append(fact)
        order = list(self._facts)
        numbers = sorted({order.index(fact.sentence) + 1 for fact in facts})
        space = self._replies.fill("list.gap") if gap else ()
        return (*space, *(Mark(number) for number in numbers))

    def slot(self, fact: Fact, *, strong: bool = False, capitalised: bool = False) -> Slot:
        """The words of a fact as they stand, on request with a capital."""
        text = spaced(fact)
        if capitalised and capital(text) != text:
            return Slot(capital(text), (fact,), Made.CAPITAL, strong)
        return Slot(text, (fact,), Made.VERBATIM, strong)

    def again(self, reply: Reply) -> tuple[Part, ...]:
        """The parts of another reply, its citations numbered as this one's."""
        numbers = {c.number: self.marks(*c.facts) for c in reply.citations}
        parts: list[Part] = []
        for part in reply.parts:
            parts.extend(numbers[part.number] if isinstance(part, Mark) else [part])
        return tuple(parts)

    def space(self) -> tuple[Part, ...]:
        """The space between two slots."""
        return self._replies.fill("list.gap")

    def asked_words(self, text: str) -> Slot:
        """Words of the question, given back."""
        return Slot(text, (), Made.ASKED)

    def reply(
        self,
        kind: str,
        template: str,
        *,
        short: str = "",
        answered: bool = True,
        **slots: Filling,
    ) -> Reply:
        """The reply of a template."""
        parts = self._replies.fill(template, **slots)
        used = {part.number for part in parts if isinstance(part, Mark)}
        citations = tuple(
            Citation(number, sentence, tuple(facts))
            for number, (sentence, facts) in enumerate(self._facts.items(), 1)
            if number in used
        )
        asked = self._asked
        read_otherwise = asked is not None and words(asked.text) != words(asked.typed)
        return Reply(
            question=asked.typed if asked else "",
            kind=kind,
            answered=answered,
            parts=_sentence_case(parts),
            citations=citations,
            short=short if answered else "",
            corrected=asked.text if asked and read_otherwise else "",
        )

    def joined(
        self, groups: Iterable[Iterable[Part]], *, last: str = "list.last"
    ) -> tuple[Part, ...]:
        """A list in words: 'A, B and C'; `last` is the template before the last member."""
        parts: list[Part] = []
        items = [tuple(group) for group in groups]
        for number, item in enumerate(items):
            if number:
                key = last if number == len(items) - 1 else "list.next"
                parts.extend(self._replies.fill(key))
            parts.extend(item)
        return tuple(parts)


def _sentence_case(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """A capital where the reply begins, and none that a word only has where its sentence begins."""
    first, *rest = parts
    if isinstance(first, Slot) and first.made in {Made.VERBATIM, Made.DATE}:
        text = capital(first.text)
        if text != first.text:
            made = Made.CAPITAL if first.made is Made.VERBATIM else first.made
            first = replace(first, text=text, made=made)
    return (first, *(_inside(before, part) for before, part in pairwise((first, *rest))))


def _inside(before: Part, part: Part) -> Part:
    """'according to [the union]', where its sentence has "The"; names keep their capital."""
    if (
        not isinstance(before, Words)
        or not isinstance(part, Slot)
        or part.made is not Made.VERBATIM
    ):
        return part
    word = part.text.partition(" ")[0]
    is_plain = fold(word) in FUNCTION_WORDS - {"i", "us"} or numbers.canonical(word) is not None
    if not _WITHIN.search(before.text) or not is_plain or small(part.text) == part.text:
        return part
    return replace(part, text=small(part.text), made=Made.SMALL)


_WITHIN = re.compile(r"[^\W\d_][,;]? $|^[,;] $")


__all__ = ["Words", "Writer"]
