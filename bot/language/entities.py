"""The entities of one article: who and what it speaks of, under which names and descriptions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain import Role
from bot.language import coreference, groups, introductions, lexicon, namesakes, surnames
from bot.language import descriptions as described
from bot.language.draft import Description, Draft, Kin, Someone, learn
from bot.language.english import plain
from bot.language.mentions import Entity, Line, Mention
from bot.language.quotes import Quote
from bot.language.set_phrases import Way
from bot.language.sets import Anchor, Group

__all__ = [
    "Anchor",
    "Description",
    "Entities",
    "Entity",
    "Group",
    "Kin",
    "Line",
    "Mention",
    "Way",
    "build",
]


@dataclass(frozen=True, slots=True)
class Entities:
    """The table of an article's entities."""

    all: tuple[Entity, ...] = ()
    kin: tuple[Kin, ...] = ()
    unresolved: tuple[Mention, ...] = ()
    groups: tuple[Group, ...] = ()
    _at: dict[tuple[int, int], Mention] = field(default_factory=dict, repr=False)
    _described: dict[int, tuple[Description, ...]] = field(default_factory=dict, repr=False)
    _spoken: dict[tuple[int, Quote], int] = field(default_factory=dict, repr=False)

    def mention(self, sentence_index: int, token: int) -> Mention | None:
        """The mention that a token belongs to, resolved or not."""
        return self._at.get((sentence_index, token))

    def of(self, sentence_index: int, token: int) -> Entity | None:
        """The entity that a token stands for; None if it stands for none or cannot be told."""
        mention = self._at.get((sentence_index, token))
        return None if mention is None or mention.entity is None else self.all[mention.entity]

    def speaker(self, sentence_index: int, quote: Quote) -> Entity | None:
        """Who says a quotation of the sentence, also where a sentence before tells it."""
        entity = self._spoken.get((sentence_index, quote))
        return None if entity is None else self.all[entity]

    def descriptions(self, entity: int) -> tuple[Description, ...]:
        """What the article says the entity is, in its order."""
        return self._described.get(entity, ())

    def relatives(self, entity: int, noun: str) -> Iterator[int]:
        """Who is somebody's `noun`, as 'sister': told so, or the other way round."""
        wanted = lexicon.kin(noun)
        for pair in self.kin:
            own = lexicon.kin(pair.noun)
            if (
                own is None
                or wanted is None
                or pair.of is None
                or entity not in {pair.who, pair.of}
            ):
                continue
            other = pair.who if entity == pair.of else pair.of
            gender = self.all[other].gender
            relation = own.relation if entity == pair.of else own.inverse
            if relation == wanted.relation and (
                not wanted.gender or gender in {None, wanted.gender}
            ):
                yield other

    def find(self, words: str) -> list[Entity]:
        """The entities that a name of a question can mean; two or more: it is ambiguous.

        Case and accents do not count.  A full name goes before a surname, a surname before a
        first name.
        """
        key = _folded(words.replace("’s", "").replace("'s", ""))
        if not key:
            return []
        full = [_folded(e.words) for e in self.all]
        for test in (namesakes.is_name, namesakes.is_short_name, namesakes.is_first_name):
            found = [e for e, k in zip(self.all, full, strict=True) if test(key, k, e.label)]
            if found:
                return found
        title, _, rest = words.partition(" ")
        is_titled = lexicon.is_title(title) or lexicon.is_role(title)
        return self.find(rest) if rest and is_titled else []  # 'Judge Ruiz'


@lru_cache(maxsize=65536)
def _folded(words: str) -> namesakes.Key:
    """The words of a name, as names are compared."""
    return namesakes.fold_words(plain(words).split())


def build(lines: Sequence[Line]) -> Entities:
    """The entities of an article, from its sentences in order."""
    draft = Draft(lines)
    clusters, claimed = namesakes.cluster(lines)
    for number, cluster in enumerate(clusters):
        draft.people.append(Someone(number, cluster.label, cluster.key, cluster.keys))
    for number, cluster in enumerate(clusters):
        for place in cluster.places:
            draft.add(Mention(place.sentence, place.start, place.end, "name", number))
    surnames.choose(draft, [(place, [clusters.index(c) for c in some]) for place, some in claimed])
    for index, line in enumerate(lines):
        for found in described.find(line.doc, line.names):
            entity = draft.entity_at(index, found.name[0])
            if entity is not None:
                learn(draft, found, index, entity)
    coreference.resolve(draft)
    introductions.find(draft)
    return _finished(draft, groups.find(draft))


def _finished(draft: Draft, found: tuple[Group, ...]) -> Entities:
    entities = tuple(_entity(draft, someone) for someone in draft.people)
    of_entity: dict[int, list[Description]] = {}
    for one in sorted(draft.descriptions, key=lambda d: (d.sentence_index, d.start)):
        of_entity.setdefault(one.entity, []).append(one)
    return Entities(
        entities,
        tuple(draft.kin),
        tuple(draft.unresolved),
        found,
        draft.at,
        {entity: tuple(them) for entity, them in of_entity.items()},
        {
            (index, quote): entity
            for index, line in enumerate(draft.lines)
            for quote in line.quotes
            if (entity := coreference.speaker(draft, index, quote)) is not None
        },
    )


def _entity(draft: Draft, someone: Someone) -> Entity:
    names = [m for m in someone.mentions if m.kind == "name"]
    name = max(names, key=lambda m: _fullness(draft, m))
    forms = {_words(draft, m) for m in names}
    mentions = sorted(someone.mentions, key=lambda m: (m.sentence_index, m.start))
    return Entity(
        someone.id,
        name,
        _words(draft, name),
        someone.label,
        someone.gender,
        someone.number,
        tuple(mentions),
        tuple(sorted(forms, key=lambda words: (-len(words), words))),
    )


def _words(draft: Draft, mention: Mention) -> str:
    return draft.lines[mention.sentence_index].doc[mention.start : mention.end].text


def _fullness(draft: Draft, mention: Mention) -> tuple[int, int, bool, int]:
    """The longest form; of two as long the one with accents, in the body, and the first."""
    words = _words(draft, mention)
    accents = sum(ord(letter) > 127 and letter.isalpha() for letter in words)
    body = draft.lines[mention.sentence_index].role is Role.BODY
    return len(words.split()), accents, body, -mention.sentence_index
