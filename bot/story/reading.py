"""A sentence as the program understands it: parsed once, when its article is loaded."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from bot.domain import Fact, Sentence
from bot.language import expressions, frames
from bot.language.dates import When
from bot.language.entities import Entities
from bot.language.expressions import Expression
from bot.language.frames import Frame
from bot.language.legible import Legible, legible
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.opposites import Forms
from bot.language.quotes import Quote
from bot.language.terms import fold, stem
from bot.story import candidates, columns
from bot.story.candidates import Candidate
from bot.story.columns import Columns


@dataclass(frozen=True, eq=False)
class Reading:
    """A sentence and what was found in it.  Token offsets are those of `doc`, made of legible text."""

    sentence: Sentence
    article: int  # position in the story's articles
    place: int  # position among its article's sentences
    doc: Doc
    names: tuple[Name, ...]
    whens: tuple[When, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        return frames.find(self.doc)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        return candidates.find(self.doc, self.names, self.whens, self.quantities, self.quotes)

    @cached_property
    def columns(self) -> Columns:
        return columns.build(self.doc, self.candidates, self.clauses)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The term of each token, function words too."""
        return tuple(stem(token.text) for token in self.doc)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The lemma of each token, folded."""
        return tuple(fold(token.lemma_) for token in self.doc)

    @cached_property
    def expressions(self) -> tuple[Expression, ...]:
        return expressions.find(self.doc)

    @cached_property
    def forms(self) -> Forms:
        """Its words, for what speaks against them."""
        return Forms.of(self.doc)

    def fact(self, start: int, end: int) -> Fact:
        """The words of tokens [start, end)."""
        span = self.doc[start:end]
        return Fact(self.sentence, *self._legible.original(span.start_char, span.end_char))

    def span(self, fact: Fact) -> Span | None:
        """The tokens that hold a fact of the sentence."""
        start, end = self._legible.read(fact.start, fact.end)
        return self.doc.char_span(start, end, alignment_mode="expand")

    @cached_property
    def _legible(self) -> Legible:
        return legible(self.sentence.text)

    def noun_beside(self, start: int) -> int:
        """The token of the noun that a name at `start` stands by: 'the [ferry] Aurora', 'the [ferry],
        the Aurora'; -1 without."""
        before = start - 1
        if before > 0 and self.doc[before].pos_ == "DET":
            before -= 1
            if self.doc[before].text != ",":
                return -1
            before -= 1
        return before if before >= 0 and self.doc[before].pos_ == "NOUN" else -1

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """The subtree of each token, as tokens [start, end)."""
        return tuple((token.left_edge.i, token.right_edge.i + 1) for token in self.doc)

    @cached_property
    def predicates(self) -> frozenset[int]:
        """The verbs and copular words that have a clause."""
        return frozenset(
            frame.head
            for frame in self.frames
            if self.doc[frame.head].pos_ != "NOUN" or frame.lemma == "be"
        )

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The predicate of each token's clause: the nearest verb or copular word above it."""
        predicates = self.predicates
        found = []
        for token in self.doc:
            above = token
            while above.i not in predicates and above.head.i != above.i:
                above = above.head
            found.append(above.i)
        return tuple(found)

    @cached_property
    def distances(self) -> tuple[tuple[int, ...], ...]:
        """Steps through the parse from each token to each other."""
        near: list[list[int]] = [[] for _ in self.doc]
        for token in self.doc:
            if token.head.i != token.i:
                near[token.i].append(token.head.i)
                near[token.head.i].append(token.i)
        return tuple(_steps(near, start) for start in range(len(near)))


@dataclass(frozen=True, eq=False)
class Chapter:
    """An article as the program understands it."""

    readings: tuple[Reading, ...]  # of its sentences, in order; all with the same `article`
    table: Entities
    terms: tuple[tuple[str, ...], ...]  # what each sentence is found by

    def at(self, article: int) -> "Chapter":
        """The same, for another position in the story; what was worked out so far comes along."""
        if all(reading.article == article for reading in self.readings[:1]):
            return self
        moved = []
        for reading in self.readings:
            one = copy(reading)
            object.__setattr__(one, "article", article)
            moved.append(one)
        return Chapter(tuple(moved), self.table, self.terms)


def _steps(near: Sequence[Sequence[int]], start: int) -> tuple[int, ...]:
    steps = [len(near)] * len(near)
    steps[start] = 0
    queue = [start]
    for token in queue:
        for other in near[token]:
            if steps[other] > steps[token] + 1:
                steps[other] = steps[token] + 1
                queue.append(other)
    return tuple(steps)
