"""A corpus as the program understands it: every sentence parsed, its names, dates, figures,
quotations and frames found once, when it is loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, islice

from spacy.language import Language
from spacy.tokens import Token

from bot.domain import Corpus, Fact, Made, Reply, Sentence, Slot
from bot.language import antecedents
from bot.language.dates import When
from bot.language.entities import Entities, Entity
from bot.language.keys import is_content, keys, keys_of_post
from bot.language.terms import search_terms
from bot.story.chapters import read_chapter
from bot.story.index import Index
from bot.story.reading import Reading
from bot.story.shelf import Shelf
from bot.story.spelling import Vocabulary

__all__ = ["Reading", "Story"]

ByKey = Mapping[str, Sequence[tuple[int, float]]]

TYPE = 0.7  # how surely a name stands for the noun that describes it
PRONOUN = 0.8  # how surely a resolved pronoun stands for its entity


@dataclass(frozen=True, eq=False)
class Story:
    """Everything the bot can answer from: an immutable picture of one corpus."""

    corpus: Corpus
    readings: tuple[Reading, ...]  # in the corpus's order
    tables: tuple[Entities, ...]  # one an article
    index: Index
    first: tuple[int, ...]  # position of each article's first reading
    _keys: dict[tuple[int, int], ByKey] = field(default_factory=dict)
    _places: dict[int, dict[str, set[int]]] = field(default_factory=dict)

    @classmethod
    def read(cls, corpus: Corpus, nlp: Language, shelf: Shelf | None = None) -> "Story":
        """Parse a corpus.  Takes about 0.1 s for an article of 40 sentences; what stands on the
        shelf is taken from there, and the rest is put there.
        """
        shelf = shelf or Shelf(nlp)
        chapters = []
        for number, article in enumerate(corpus.articles):
            chapter = shelf.find(article, number)
            if chapter is None:
                chapter = read_chapter(article, number, nlp)
                shelf.keep(article, chapter)
            chapters.append(chapter)
        readings = tuple(reading for chapter in chapters for reading in chapter.readings)
        index = Index(
            [terms for chapter in chapters for terms in chapter.terms],
            [(r.sentence.source.stem, r.sentence.paragraph) for r in readings],
        )
        first = accumulate((len(chapter.readings) for chapter in chapters), initial=0)
        tables = tuple(chapter.table for chapter in chapters)
        return cls(corpus, readings, tables, index, tuple(first)[:-1])

    def prepare(self) -> None:
        """Work out now what the first question would have to wait for."""
        for name in ("names", "known", "ordinary", "vocabulary", "_terms_of"):
            getattr(self, name)

    def entity(self, reading: Reading, token: int) -> Entity | None:
        """Whom or what a token stands for."""
        return self.tables[reading.article].of(reading.place, token)

    def by_key(self, reading: Reading) -> ByKey:
        """For each key of a sentence (`language.keys`), the tokens that have it, with strength."""
        place = reading.article, reading.place
        if place not in self._keys:
            found: dict[str, list[tuple[int, float]]] = {}
            described = self._described(reading)
            for one in reading.expressions:
                found.setdefault(f"p:{one.text}", []).append((one.head, 1.0))
            for token in reading.doc:
                told = is_content(token) or token.lower_ == "both"
                own = keys(token) | keys_of_post(token) if told else {}
                for entity in described.get(token.i, ()):
                    own[f"e:{reading.article}:{entity}"] = PRONOUN
                if known := self.entity(reading, token.i):
                    strength = PRONOUN if token.pos_ == "PRON" else 1.0
                    own[f"e:{reading.article}:{known.id}"] = strength
                    for term in self._terms_of.get((reading.article, known.id), ()):
                        own.setdefault(f"w:{term}", TYPE)
                for noun in self._taken_up(reading, token):
                    for key in keys(noun):
                        own.setdefault(key, PRONOUN)
                for key, strength in own.items():
                    found.setdefault(key, []).append((token.i, strength))
            self._keys[place] = found
        return self._keys[place]

    def _taken_up(self, reading: Reading, token: Token) -> list[Token]:
        """The nouns that a pronoun takes up from the sentence before: 'A team set out. [It] …'"""
        before = self.beside(reading, -1)
        if token.pos_ != "PRON" or before is None or self.entity(reading, token.i) is not None:
            return []
        if before.sentence.paragraph != reading.sentence.paragraph:
            return []
        noun = antecedents.taken_up(token, before.doc)
        return [] if noun is None else antecedents.with_what_it_is_of(noun)

    def _described(self, reading: Reading) -> dict[int, list[int]]:
        """Entities by the noun that describes them: 'a [company] that runs 11 ferries'."""
        table = self.tables[reading.article]
        found: dict[int, list[int]] = {}
        for entity in table.all:
            for one in table.descriptions(entity.id):
                if one.sentence_index == reading.place:
                    head = reading.doc[one.start : one.end].root
                    found.setdefault(int(head.i), []).append(entity.id)
        for group in table.groups:  # what is told of '[five] of its [citizens]' is told of each
            members = [m.entity for m in group.members if m.entity is not None]
            for anchor in group.anchors[:1]:
                if anchor.sentence_index == reading.place:
                    head = reading.doc[anchor.start : anchor.end].root
                    found.setdefault(int(head.i), []).extend(members)
        return found

    def reading_of(self, sentence: Sentence) -> Reading | None:
        """The reading of a sentence of this story."""
        article = self.number_of(sentence.source.stem)
        return None if article is None else self.reading_at(article, sentence.number - 1)

    def spoken_of(self, reply: Reply) -> list[Entity]:
        """The entities that the slots of a reply stand for, in their order."""
        found: list[Entity] = []
        for part in reply.parts:
            facts = part.facts if isinstance(part, Slot) else ()
            for fact in (
                facts[-1:] if isinstance(part, Slot) and part.made is Made.NAME else facts[:1]
            ):
                reading = self.reading_of(fact.sentence)
                for token in (reading and reading.span(fact)) or ():
                    entity = self.entity(reading, token.i) if reading else None
                    if entity is not None and entity not in found:
                        found.append(entity)
        return found

    def words_on(self, fact: Fact) -> tuple[frozenset[str], ...]:
        """The terms of the name of whom a fact stands for, of the descriptions, of the sentences."""
        reading = self.reading_of(fact.sentence)
        span = reading and reading.span(fact)
        entity = self.entity(reading, span.start) if reading and span else None
        if reading is None or entity is None:
            return (frozenset(search_terms(fact.text)),)
        article = reading.article
        said = [
            self.reading_at(article, one.sentence_index).doc[one.start : one.end].text
            for one in self.tables[article].descriptions(entity.id)
        ]
        told = [self.reading_at(article, m.sentence_index).doc.text for m in entity.mentions]
        return tuple(
            frozenset(search_terms(" ".join(some))) for some in ([entity.words], said, told)
        )

    def is_told_elsewhere(self, reading: Reading, term: str) -> bool:
        """Whether an article uses a term, but not in the paragraph of this sentence."""
        places = self._places_in(reading.article).get(term, set())
        return bool(places) and reading.sentence.paragraph not in places

    def _places_in(self, article: int) -> Mapping[str, set[int]]:
        """The paragraphs of an article's terms."""
        if article not in self._places:
            found = self._places[article] = {}
            for reading in islice(self.readings, self.first[article], None):
                if reading.article != article:
                    break
                for term in reading.stems:
                    found.setdefault(term, set()).add(reading.sentence.paragraph)
        return self._places[article]

    @cached_property
    def _terms_of(self) -> dict[tuple[int, int], set[str]]:
        """The nouns that describe each entity: the Solveig is a "ferry" in every sentence."""
        found: dict[tuple[int, int], set[str]] = {}
        for reading in self.readings:
            for token, entities_ in self._described(reading).items():
                if reading.doc[token].pos_ == "NOUN":
                    for entity in entities_[:1]:
                        found.setdefault((reading.article, entity), set()).add(reading.stems[token])
            for name in reading.names:
                known = self.entity(reading, name.start)
                noun = reading.noun_beside(name.start)
                if known is not None and noun >= 0:
                    found.setdefault((reading.article, known.id), set()).add(reading.stems[noun])
        return found

    def described_by(self, reading: Reading, token: int) -> Entity | None:
        """The one entity whose title or apposition a noun is: 'the [detainee] Ana Ruiz'."""
        table = self.tables[reading.article]
        found = self._described(reading).get(token, ())
        return table.all[found[0]] if len(found) == 1 else None

    def is_scene(self, words: str, article: int) -> bool:
        """Whether a place is so much of an article that its sentences need not name it."""
        return any(
            entity.label in {"LOC", "ORG"} and len(entity.mentions) >= 5
            for entity in self.tables[article].find(words)
        )

    def reading_at(self, article: int, place: int) -> Reading:
        """The sentence at a place of an article."""
        return self.readings[self.first[article] + place]

    def dates_behind(self, reading: Reading, when: When) -> list[tuple[Reading, When]]:
        """What "that day" goes back to, nearest first, down to a date that stands for itself."""
        found: list[tuple[Reading, When]] = []
        here: Reading | None = reading
        while here is not None and when.previous is not None:
            for earlier in reversed(here.whens):
                is_before = here is not reading or earlier.end <= when.start
                if is_before and earlier.value == when.previous:
                    found.append((here, earlier))
                    reading, when = here, earlier
                    break
            else:
                here = self.beside(here, -1)
        return found

    def beside(self, reading: Reading, step: int) -> Reading | None:
        """The sentence `step` places on in the same article; None past its ends."""
        place = reading.place + step
        size = len(self.corpus.articles[reading.article].sentences)
        return self.readings[self.first[reading.article] + place] if 0 <= place < size else None

    def number_of(self, stem: str | None) -> int | None:
        """The position of an article; None for none, and for one that is not loaded."""
        stems = [article.source.stem for article in self.corpus.articles]
        return stems.index(stem) if stem in stems else None

    def day(self, article: int) -> int:
        """The publication date as an ordinal, later is more; 0 for an article without one."""
        published = self.corpus.articles[article].source.published
        return published.toordinal() if published else 0

    @cached_property
    def newest(self) -> date | None:
        """The day of the latest article."""
        days = [a.source.published for a in self.corpus.articles if a.source.published]
        return max(days, default=None)

    @cached_property
    def newest_first(self) -> tuple[int, ...]:
        """The positions of the articles, the latest first; those without a date last."""
        return tuple(sorted(range(len(self.corpus.articles)), key=lambda n: (-self.day(n), n)))

    @cached_property
    def known(self) -> dict[str, str]:
        """The label of every name of the corpus."""
        return {
            reading.doc[name.start : name.end].text: name.label
            for reading in self.readings
            for name in reading.names
        }

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The corpus's words, for reading past slips of typing."""
        return Vocabulary.of([r.doc.text for r in self.readings], self.names)

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Every word that the corpus writes in lower case."""
        return frozenset(t.text for r in self.readings for t in r.doc if t.text.islower())

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of the corpus, as it is spelt there."""
        return frozenset(
            reading.doc[name.start : name.end].text
            for reading in self.readings
            for name in reading.names
        )
