"""How the words that fill a hole are told: dates worked out, pronouns named, figures whole."""

from dataclasses import dataclass, replace

from bot.domain import Fact, Made, Part, Slot
from bot.kinds.extents import phrase, place, reason, whole_names, whole_quotations, without_stop
from bot.kinds.kind import Request
from bot.language import dates, lexicon
from bot.language.dates import When
from bot.language.entities import Entity
from bot.language.numbers import Quantity
from bot.language.places import place_before_where
from bot.proof import spaced
from bot.story import Reading
from bot.story.candidates import Candidate
from bot.writing import Writer

PEOPLE = {"who", "whose"}  # kinds that ask for a name


@dataclass(frozen=True, slots=True)
class Told:
    """Words ready for a template."""

    parts: tuple[Part, ...]
    short: str
    facts: tuple[Fact, ...]  # all to be cited


def tell(
    request: Request, writer: Writer, reading: Reading, candidate: Candidate, kind: str = ""
) -> Told:
    """The words of a candidate with what makes them whole."""
    if kind in {"where", "why"}:
        fact = reading.fact(candidate.start, candidate.end)
        if kind == "where" and _is_taken_up(request, reading, candidate):
            span = candidate.start, candidate.end
        else:
            span = (place if kind == "where" else reason)(reading, candidate)
        whole = reading.fact(*whole_quotations(reading, *whole_names(reading, *span)))
        return Told((writer.slot(whole, strong=True),), spaced(fact), (whole,))
    if candidate.shape == "when":
        for when in reading.whens:
            if (when.start, when.end) == (candidate.start, candidate.end):
                return _time(request, reading, writer, when)
    if candidate.shape in {"quantity", "number"}:
        for quantity in reading.quantities:
            if quantity.start <= candidate.start and candidate.end <= quantity.end:
                return _figure(reading, writer, quantity, candidate)
    if reading.doc[candidate.head].pos_ == "PRON" and candidate.end - candidate.start == 1:
        return name(request, reading, candidate.start, candidate.end)
    if candidate.shape == "name":
        return name(request, reading, candidate.start, candidate.end)
    entity = _relative(request, reading, candidate) if kind in PEOPLE else None
    if entity is None and kind in PEOPLE:
        entity = request.story.described_by(reading, candidate.head)
    if entity is not None and entity.label in {"PER", "ORG"}:
        evidence = reading.fact(candidate.start, candidate.end)
        slot = name_at(request, reading.article, entity, reading.place, evidence)
        return Told((slot,), slot.text, (evidence, *slot.facts))
    fact = reading.fact(candidate.start, candidate.end)
    if candidate.shape in {"clause", "verb phrase"}:  # told to its end
        end = reason(reading, candidate)[1]
        candidate = replace(candidate, end=max(end, candidate.end))
    span = whole_names(reading, *phrase(reading, candidate))
    whole = without_stop(reading.fact(*whole_quotations(reading, *span)))
    return Told((writer.slot(whole, strong=True),), spaced(fact), (whole,))


def _relative(request: Request, reading: Reading, candidate: Candidate) -> Entity | None:
    """Who 'his brother' is, where the story tells whose, and of one only."""
    owner, head = reading.doc[candidate.start], reading.doc[candidate.head]
    who = request.story.entity(reading, owner.i) if owner.tag_ == "PRP$" else None
    if who is None or owner.head.i != head.i:
        return None
    table = request.story.tables[reading.article]
    found = set(table.relatives(who.id, head.lemma_.lower()))
    return table.all[found.pop()] if len(found) == 1 else None


def _is_taken_up(request: Request, reading: Reading, candidate: Candidate) -> bool:
    """'sent to [Chile], where they were held': where they were held is not "to Chile"."""
    frame = request.asked.frame
    deeds = (deed for deed in reading.doc if deed.pos_ == "VERB")
    return frame is not None and any(
        candidate.start <= taken_up.i < candidate.end
        for deed in deeds
        if (taken_up := place_before_where(deed)) is not None
        and lexicon.same_family(deed.lemma_, frame.lemma)
    )


def name(request: Request, reading: Reading, start: int, end: int) -> Told:
    """A name as it stands; a pronoun, or a surname that others bear too, as the full name."""
    story = request.story
    fact = reading.fact(start, end)
    entity = story.entity(reading, end - 1)
    pronoun = reading.doc[start].pos_ == "PRON" and end - start == 1
    if entity is not None and end - start == 1:
        shared = len(story.tables[reading.article].find(fact.text)) > 1
        if pronoun or shared:
            slot = full_name(request, reading.article, entity, fact)
            return Told((slot,), slot.text, slot.facts)
    return Told((Slot(spaced(fact), (fact,), strong=True),), spaced(fact), (fact,))


def full_name(request: Request, article: int, entity: Entity, mention: Fact) -> Slot:
    """The full name of an entity for words that stand for it; the words, if they are the name."""
    home = request.story.reading_at(article, entity.name.sentence_index)
    full = home.fact(entity.name.start, entity.name.end)
    if len(spaced(full).split()) <= len(mention.text.split()) and spaced(full) == spaced(mention):
        return Slot(spaced(mention), (mention,), strong=True)
    return Slot(spaced(full), (mention, full), Made.NAME, strong=True)


def name_at(request: Request, article: int, entity: Entity, place: int, evidence: Fact) -> Slot:
    """The name of an entity as a sentence gives it, in full; `evidence` stands for it elsewhere."""
    reading = request.story.reading_at(article, place)
    here = [m for m in entity.mentions if m.sentence_index == place and m.kind == "name"]
    longest = max(here, key=lambda m: m.end - m.start, default=None)
    mention = reading.fact(longest.start, longest.end) if longest else evidence
    return full_name(request, article, entity, mention)


def _time(request: Request, reading: Reading, writer: Writer, when: When) -> Told:
    """'on Thursday (8 January 2026)'"""
    fact = reading.fact(when.start, when.end)
    parts: list[Part] = []
    facts = [fact]
    if when.lead < when.start:
        leading = reading.fact(when.lead, when.start)
        parts += [writer.slot(leading), *writer.space()]
        facts.append(leading)
    slot = date(request, reading, when)
    parts.append(slot)
    return Told(tuple(parts), slot.text, (*facts, *slot.facts[1:]))


def date(request: Request, reading: Reading, when: When) -> Slot:
    """The words of a date with the day they stand for, and the earlier dates this rests on."""
    fact = reading.fact(when.start, when.end)
    shown = dates.show(spaced(fact), when.value)
    if shown == spaced(fact):
        return Slot(shown, (fact,), strong=True)
    behind = request.story.dates_behind(reading, when)
    facts = (fact, *(where.fact(one.start, one.end) for where, one in behind))
    ways = (when.reading, *(one.reading for _, one in behind))
    return Slot(shown, facts, Made.DATE, strong=True, ways=ways)


def _figure(reading: Reading, writer: Writer, quantity: Quantity, candidate: Candidate) -> Told:
    """'over 300 Chileans', 'around 10 miles (16 kilometers)'"""
    doc = reading.doc
    for other in reading.quantities:  # '12 miles (19 kilometers)' is told from its beginning
        if (
            other.end + 1 == quantity.start
            and doc[other.end].text == "("
            and other.unit == quantity.unit
        ):
            first = Candidate(other.start, other.end, other.start, "quantity", other.unit)
            return _figure(reading, writer, other, first)
    end = quantity.end
    if end + 1 < len(doc) and doc[end].text == "(":
        for other in reading.quantities:
            if other.start == end + 1 and other.unit == quantity.unit and other.end < len(doc):
                end = other.end + (doc[other.end].text == ")")
    whole = reading.fact(quantity.start, end)
    chosen = reading.fact(candidate.start, candidate.end)
    return Told((writer.slot(whole, strong=True),), spaced(chosen), (whole,))
