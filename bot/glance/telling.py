"""Words of a sentence as they can stand alone: whom a pronoun or a surname means is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from bot.domain import Fact, Made, Part, Slot
from bot.glance.clauses import LONGEST, fitted, is_named, is_quoted, judges, whole
from bot.glance.whom import needs_the_sentence_before, surely
from bot.language.entities import Entity
from bot.language.phrases import Span
from bot.proof import small, spaced
from bot.replies import Replies
from bot.story import Reading, Story
from bot.writing import Writer

_POSSESSIVE = {"his", "her", "its", "their"}
_OPENING = {"DET", "NUM", "ADP", "ADV", "SCONJ", "ADJ", "NOUN"}

Told = tuple[tuple[Part, ...], tuple[Fact, ...]]  # words, and what they rest on


@dataclass(frozen=True, slots=True)
class Teller:
    """What every list needs: the story, the templates, and the line being written."""

    story: Story
    replies: Replies
    writer: Writer

    def clause(
        self,
        reading: Reading,
        span: Span,
        *,
        strong: Sequence[Span] = (),
        about: Entity | None = None,
    ) -> Told:
        """The words of tokens [start, end) and all they rest on; of `strong` ones as key words.

        The first mention of a person is told by the full name, and so is a pronoun whose name
        does not stand in the words before it.  `about` is named before the words.
        """
        parts: list[Part] = []
        facts: list[Fact] = []
        at = span[0]
        for start, end, entity in self._renamed(reading, span, about):
            parts += self._plain(reading, (at, start), span[1], strong, facts)
            mention = reading.fact(start, end)
            article = bool(parts) and _is_possessive(reading.doc[start])
            name = self.full_name(reading, entity, article=article)
            facts += [mention, name]
            parts.append(Slot(spaced(name), (mention, name), Made.NAME))
            if _is_possessive(reading.doc[start]):
                parts += self.replies.fill("glance.whose")
            if end < span[1] and reading.doc[end - 1].whitespace_:
                parts += self.writer.space()
            at = end
        parts += self._plain(reading, (at, span[1]), span[1], strong, facts)
        return tuple(parts), tuple(facts)

    def tell(
        self,
        reading: Reading,
        pieces: Sequence[Span],
        *,
        keep: int,
        strong: Sequence[Span] = (),
    ) -> Told | None:
        """The words of a sentence; with the sentence before if they speak of something in it.

        Tokens before `keep` are not cut off.  None if the words are too long all the same, or lean
        on more than one sentence before.
        """
        last = fitted(reading, pieces[-1], keep)
        if last is None:
            return None
        told = [*((reading, span) for span in pieces[:-1]), (reading, last)]
        if needs_the_sentence_before(self.story, *told[0]):
            before = self.story.beside(reading, -1)
            if before is None or not self._leads_to(before, reading):
                return None
            told.insert(0, (before, (whole(before)[0], len(before.doc))))
        parts: list[Part] = []
        facts: list[Fact] = []
        for number, (where, span) in enumerate(told):
            if number:
                parts += self.writer.space()
            own, rests_on = self.clause(where, span, strong=strong if where is reading else ())
            parts += own
            facts += rests_on
        return tuple(parts), tuple(facts)

    def _leads_to(self, before: Reading, reading: Reading) -> bool:
        """Whether a sentence makes the next one understood, and both are short."""
        return (
            before.sentence.paragraph == reading.sentence.paragraph
            and not judges(reading)
            and not needs_the_sentence_before(self.story, before, whole(before))
            and len(before.sentence.text) + len(reading.sentence.text) <= LONGEST + 20
        )

    def full_name(self, reading: Reading, entity: Entity, *, article: bool = False) -> Fact:
        """Where the fullest name of an entity of the reading's article stands, on request with
        the "the" before it."""
        home = self.story.reading_at(reading.article, entity.name.sentence_index)
        start = entity.name.start
        start -= article and start > 0 and home.doc[start - 1].text == "the"
        return home.fact(start, entity.name.end)

    def named(self, fact: Fact, *, strong: bool = True) -> Slot:
        """A name as it stands."""
        return self.writer.slot(fact, strong=strong)

    def within(self, reading: Reading, span: Span) -> Slot:
        """Words that do not open the line: a capital that only opens their sentence is made small."""
        fact = reading.fact(*span)
        token = reading.doc[span[0]]
        opens = span[0] == 0 and token.pos_ in _OPENING and not is_named(reading, token.i)
        title = span[0] + 1 < span[1] and reading.doc[span[0] + 1].is_title  # 'Prime Minister'
        if opens and not title and token.text[1:].islower():
            return Slot(small(spaced(fact)), (fact,), Made.SMALL)
        return self.writer.slot(fact)

    def _plain(
        self, reading: Reading, span: Span, last: int, strong: Sequence[Span], facts: list[Fact]
    ) -> Iterator[Part]:
        """The words as they stand, with the space that follows them unless they are the last."""
        cuts = sorted({span[0], span[1]} | {c for s in strong for c in s if span[0] < c < span[1]})
        for start, end in pairwise(cuts):
            fact = reading.fact(start, end)
            facts.append(fact)
            key = any(s <= start and end <= e for s, e in strong)
            yield self.writer.slot(fact, strong=key)
            if reading.doc[end - 1].whitespace_ and end < last:
                yield from self.writer.space()

    def _renamed(
        self, reading: Reading, span: Span, about: Entity | None
    ) -> Iterator[tuple[int, int, Entity]]:
        """Tokens [start, end) that are told by the full name of an entity."""
        table = self.story.tables[reading.article]
        told = {about.id} if about else set()
        i = span[0]
        while i < span[1]:
            token, mention = reading.doc[i], table.mention(reading.place, i)
            entity = surely(self.story, reading, token)
            i = mention.end if mention and entity else i + 1
            if mention is None or entity is None or entity.id in told or i > span[1]:
                continue
            if is_quoted(reading, token.i):
                continue
            here = (mention.start, mention.end)
            if mention.kind == "pronoun" and _can_be_named(token):
                if entity.label in {"PER", "ORG"}:
                    told.add(entity.id)
                    yield *here, entity
            elif mention.kind == "name":
                told.add(entity.id)
                known = entity.name.sentence_index <= reading.place  # else it may be another
                if known and _is_part_of(reading, here, entity) and _stands_free(reading, here[1]):
                    yield *here, entity


def _can_be_named(token: Token) -> bool:
    """'he', 'his', 'her boat'; not 'himself', 'who'."""
    return token.tag_ in {"PRP", "PRP$"} and "sel" not in token.lower_


def _is_possessive(token: Token) -> bool:
    return token.tag_ == "PRP$" and token.lower_ in _POSSESSIVE


def _is_part_of(reading: Reading, span: Span, entity: Entity) -> bool:
    """'Rota' of 'Ana Rota', 'Lund' of 'Lund Paints'; not 'WLU', nor 'Ohio' of 'Ohio Rail'."""
    words = reading.doc[span[0] : span[1]].text
    if entity.label == "ORG":
        own = any((n.start, n.end, n.label) == (*span, "ORG") for n in reading.names)
        return own and entity.words.startswith(f"{words} ")
    return entity.label == "PER" and len(words.split()) < len(entity.words.split())


def _stands_free(reading: Reading, end: int) -> bool:
    """'[Rota] said'; not 'the Rota government', "Rota's boat"."""
    if end >= len(reading.doc):
        return True
    after = reading.doc[end]
    return after.tag_ != "POS" and after.pos_ not in {"NOUN", "PROPN", "ADJ"} and after.text != "-"
