"""How the words that fill a hole are told: dates worked out, pronouns named, figures whole."""

from dataclasses import dataclass, replace

from bot.domain import Fact, Made, Part, Slot
from bot.kinds.kind import Request
from bot.language import dates, marks
from bot.language.dates import When
from bot.language.entities import Entity
from bot.language.numbers import Quantity
from bot.proof import spaced
from bot.story import Reading
from bot.story.candidates import Candidate
from bot.writing import Writer

LONGEST_REASON = 30
LONGEST = 16  # tokens of a phrase that is told whole
PLACES = {"nmod", "flat", "appos", "compound", "nmod:desc"}
PEOPLE = {"who", "whose"}  # kinds that ask for a name
COMMENTS = {"acl:relcl", "appos", "parataxis", "advcl", "conj", "cc", "dep", "punct"}


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
    entity = request.story.described_by(reading, candidate.head) if kind in PEOPLE else None
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


NOMINAL = {"NOUN", "PROPN"}
PLACING = {
    "in",
    "at",
    "on",
    "near",
    "outside",
    "inside",
    "of",
    "from",
    "to",
    "around",
    "off",
    "within",
}


def place(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The tokens of a place with its preposition and the places around it: 'outside a prison in the
    town of Lugo', 'in Vigo, Spain'."""
    doc = reading.doc
    start, end = candidate.start, candidate.end
    dated = [when.lead for when in reading.whens if start < when.lead < end]
    if dated:  # 'in Vigo, Thursday'
        end = min(dated)
        return start, end - doc[end - 1].is_punct
    inner = start
    while (
        inner > 0
        and (
            doc[inner - 1].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
            or doc[inner - 1].lower_ in PLACING
        )
        and candidate.end - inner < LONGEST
    ):
        inner -= 1
        if doc[inner].lower_ in PLACING and doc[inner].lower_ != "of":
            start = inner
            if not (inner > 1 and doc[inner - 1].pos_ in {"NOUN", "PROPN"}):
                break
    while end < len(doc) and end - start < LONGEST:
        token = doc[end]
        if any(when.lead <= end < when.end for when in reading.whens):
            break
        if (
            (token.text == ")" and "(" in {t.text for t in doc[start:end]})
            or (
                token.lower_ in PLACING
                and (doc[end - 1].pos_ in NOMINAL or doc[end - 1].text == ")")
            )
            or (token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} and doc[end - 1].pos_ != "NOUN")
        ):  # '12 miles (19 km) off Vigo'
            end += 1
        elif token.text == "," and any(
            n.start == end + 1 and n.label == "LOC" for n in reading.names
        ):
            end += 2
        else:
            break
    while end > candidate.end and (
        doc[end - 1].is_punct or doc[end - 1].pos_ in {"ADP", "DET", "ADJ", "PART"}
    ):
        end -= 1
    return start, end


def phrase(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The tokens of the whole phrase that a candidate stands in, if that is short: 'a plane ticket
    from Madrid' for 'ticket', 'outside a prison in Lugo' for 'Lugo'."""
    doc = reading.doc
    head = doc[candidate.head]
    if head.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return candidate.start, candidate.end
    left = min([candidate.start, *(c.left_edge.i for c in head.lefts if c.dep_ in
                {"det", "amod", "nummod", "nmod:poss", "compound", "advmod"})])  # fmt: skip
    right = candidate.end
    for child in head.rights:
        if child.dep_ in COMMENTS:
            break
        right = max(right, child.right_edge.i + 1)
    while right > candidate.end and doc[right - 1].is_punct:
        right -= 1
    return (left, right) if right - left <= LONGEST else (candidate.start, candidate.end)


JOINS = {",", "and", "or"}
ENDS = {",", ".", ";", ":", "—", "–", "(", ")", "?", "!", "“", "”"}


def coordination(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A list of nouns that a span is a part of: 'journalists, lawyers and human rights activists',
    'the church, the mill and six houses'."""
    doc = reading.doc
    while start > 0 and (doc[start - 1].pos_ in {"NOUN", "ADJ"} or doc[start - 1].lower_ in JOINS):
        start -= 1
    while end < len(doc) and (
        doc[end].pos_ in {"NOUN", "ADJ"}
        or doc[end].lower_ in JOINS
        or (doc[end].pos_ in {"DET", "NUM"} and doc[end - 1].lower_ in JOINS)
    ):
        end += 1
    while start < end and doc[start].lower_ in JOINS:
        start += 1
    while end > start and doc[end - 1].lower_ in JOINS:
        end -= 1
    return start, end


def whole_names(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A span that cuts no name in two."""
    for one in reading.names:
        if one.start < end < one.end or one.start < start < one.end:
            start, end = min(start, one.start), max(end, one.end)
    return start, end


def whole_quotations(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A span with both marks of every quotation that it has one of."""
    for quoted in marks.find(reading.doc):
        opening, closing = quoted.start - 1, quoted.end
        if start <= opening < end <= closing < len(reading.doc):
            end = closing + 1
        elif 0 <= opening < start <= closing < end:
            start = opening
    return start, end


def reason(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The tokens of a reason up to the next mark, if that is near: 'in exchange for the return of the
    ship'."""
    last = candidate.start + LONGEST_REASON
    marks_after = (t.i for t in reading.doc[candidate.end : last] if t.text in ENDS)
    unmarked = len(reading.doc) if len(reading.doc) <= last else candidate.end
    end = next(marks_after, unmarked)
    bounds = (w.start for w in reading.whens if w.start < end < w.end)  # 'a week' of 'a week after'
    return candidate.start, next(bounds, end)


def without_stop(fact: Fact) -> Fact:
    """Without the comma or full stop that a quotation takes inside its marks; "U.S." keeps its own."""
    is_stopped = fact.text[-1:] in {",", "."} and not fact.text[-2:-1].isupper()
    return Fact(fact.sentence, fact.start, fact.end - is_stopped)
