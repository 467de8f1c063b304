"""The entity table while it is being made: entities so far, what is known of them, and lookups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.language import lexicon
from bot.language.descriptions import Found
from bot.language.mentions import Line, Mention
from bot.language.namesakes import Key
from bot.language.phrases import Span, head_of, heads


@dataclass(frozen=True, slots=True)
class Description:
    """Words that say who or what an entity is."""

    entity: int
    sentence_index: int
    start: int  # tokens [start, end)
    end: int
    form: str  # "apposition", "title", "copula", "relative", "kin" or "of"


@dataclass(frozen=True, slots=True)
class Kin:
    """'Leo is Ana's brother': `who` (Leo) is the `noun` (brother) of `of` (Ana)."""

    noun: str
    who: int
    of: int | None  # None: the text names nobody who can be told
    sentence_index: int
    start: int  # the token of the noun


@dataclass(slots=True)
class Someone:
    """An entity in the making."""

    id: int
    label: str
    key: Key
    keys: set[Key]
    gender: str | None = None
    number: str = "sing"
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """All that is known so far of the article's entities."""

    lines: Sequence[Line]
    people: list[Someone] = field(default_factory=list)
    at: dict[tuple[int, int], Mention] = field(default_factory=dict)  # (sentence, token)
    descriptions: list[Description] = field(default_factory=list)
    by_sentence: dict[int, list[Description]] = field(default_factory=dict)
    kin: list[Kin] = field(default_factory=list)
    unresolved: list[Mention] = field(default_factory=list)
    speakers: dict[int, int] = field(default_factory=dict)  # sentence -> who is quoted in it
    carried: dict[int, int] = field(default_factory=dict)  # the same, told by the sentence before

    def add(self, mention: Mention) -> None:
        """Keeps a mention, resolved or not; the first one at a token stays."""
        if any((mention.sentence_index, i) in self.at for i in range(mention.start, mention.end)):
            return
        for i in range(mention.start, mention.end):
            self.at[mention.sentence_index, i] = mention
        if mention.entity is None:
            self.unresolved.append(mention)
        else:
            self.people[mention.entity].mentions.append(mention)

    def copy(self) -> "Draft":
        """The same knowledge, apart: what one learns the other does not."""
        people = [replace(one, mentions=list(one.mentions)) for one in self.people]
        apart = Draft(self.lines, people, dict(self.at))
        for description in self.descriptions:
            apart.describe(description)
        return apart

    def describe(self, description: Description) -> None:
        self.descriptions.append(description)
        self.by_sentence.setdefault(description.sentence_index, []).append(description)

    def descriptions_in(self, sentence: int) -> Sequence[Description]:
        return self.by_sentence.get(sentence, ())

    def entity_at(self, sentence: int, token: int) -> int | None:
        mention = self.at.get((sentence, token))
        return mention.entity if mention else None

    def entity_in(self, sentence: int, span: Span) -> int | None:
        """The entity of a phrase: of its head, or of the only mention that fills it."""
        head = head_of(self.lines[sentence].doc, span)
        found = self.entity_at(sentence, head.i)
        if found is not None:
            return found
        for d in self.descriptions_in(sentence):  # 'Rota Post [newspaper]', '[the lawyer], Ana Roe'
            if d.start <= head.i < d.end and d.form != "relative":
                return d.entity
        mention = self.at.get((sentence, span[1] - 1))
        return mention.entity if mention and (mention.start, mention.end) == span else None

    def mentions_in(self, sentence: int) -> Iterator[Mention]:
        """The resolved mentions of a sentence, from left to right."""
        last: Mention | None = None
        for i in range(len(self.lines[sentence].doc)):
            mention = self.at.get((sentence, i))
            if mention is not None and mention is not last and mention.entity is not None:
                yield mention
            last = mention

    def holds_a_stranger(self, sentence: int) -> bool:
        """Whether a sentence has a person's name of whom it is not known who is meant."""
        return any(m.sentence_index == sentence and m.kind == "name" for m in self.unresolved)

    def learn_gender(self, entity: int, gender: str | None) -> None:
        if gender and self.people[entity].gender is None:
            self.people[entity].gender = gender

    def nouns_of(self, entity: int, *, before: tuple[int, int] | None = None) -> Iterator[str]:
        """The nouns that the article calls an entity by: 'lawyer', 'activist'."""
        for found in self.descriptions:
            if (
                found.entity == entity
                and found.form
                in {
                    "title",
                    "apposition",
                    "copula",
                    "kin",
                    "of",
                }
                and (before is None or (found.sentence_index, found.start) < before)
            ):
                doc = self.lines[found.sentence_index].doc
                for head in heads(doc, found.start, found.end):
                    yield head.lemma_.lower()


def learn(draft: Draft, found: Found, sentence: int, entity: int) -> None:
    """Keeps a description and what its titles and kin words say of gender."""
    doc = draft.lines[sentence].doc
    draft.describe(Description(entity, sentence, found.start, found.end, found.form))
    if draft.people[entity].label != "PER" or found.form == "relative":
        return
    for head in heads(doc, found.start, found.end):
        lemma = head.lemma_.lower()
        if found.form == "apposition" and head.tag_ == "NN" and _is_organisation(lemma):
            draft.people[entity].label = "ORG"  # 'Rota Azul, an advocacy group'
            return
        draft.learn_gender(entity, gender_of(head.lemma_.lower()))


def _is_organisation(noun: str) -> bool:
    """'group', 'company'; not 'broadcaster', who may be a person."""
    person = lexicon.is_role(noun) or lexicon.kin(noun) is not None
    return lexicon.organisation_type(noun) is not None and not person


def gender_of(noun: str) -> str | None:
    """'brother' -> 'm', 'actress' -> 'f', 'Mrs.' -> 'f', 'lawyer' -> None"""
    known = lexicon.kin(noun)
    if known is not None:
        return known.gender or None
    if noun in {
        "woman",
        "girl",
        "mother",
        "actress",
        "queen",
        "princess",
        "nun",
        "heiress",
        "waitress",
    }:
        return "f"
    if noun in {"man", "boy", "king", "prince", "monk", "priest", "actor"}:
        return "m"
    if noun.endswith("woman"):
        return "f"
    return lexicon.title_gender(noun) or None


def latest(mentions: Iterable[Mention]) -> Mention | None:
    """The last of the mentions in the order of the article."""
    return max(mentions, key=lambda m: (m.sentence_index, m.start), default=None)
