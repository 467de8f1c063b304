"""How many, how old?  A figure of the asked thing or person."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from bot.finding.binding import ENDING
from bot.finding.search import Finding
from bot.kinds import hole
from bot.kinds.amounts import FIGURES, is_of, of_unit
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.dates import When
from bot.language.entities import Entity
from bot.language.frames import Part
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.terms import fold, stem
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate
from bot.story.counters import as_of

NUMBERS = {"number", "total", "amount"}
STATES = {"JJ", "VBN"}  # tags of 'nine dead', '41 missing'
SAME = 0.8  # how surely a predicate is the asked one


def _noun(asked: Asked) -> Token | None:
    """The noun that names the figure: 'number' of 'What number of …?' and 'What is the number …?'"""
    return asked.doc[asked.figure_noun] if asked.figure_noun >= 0 else None


def how_many_is_asked(asked: Asked) -> bool:
    """'How many people …?', 'What number of …?', 'What is the number of …?'; not 'What is the
    number?' nor 'the number of the house'"""
    noun = _noun(asked)
    if noun is not None and any(c.dep_ == "compound" for c in noun.lefts):
        return asked.degree == "many"  # 'What shirt number …?'
    if asked.degree == "many" or asked.noun in NUMBERS:
        return True
    counted = noun and next((c for c in noun.rights if c.dep_ == "nmod"), None)
    return bool(counted and is_of(asked, NUMBERS) and counted.tag_ in {"NNS", "NNPS"})


def _counted(asked: Asked) -> Token:
    """The noun of which there are many: 'boats' of 'How many boats', of 'the number of boats'."""
    noun = _noun(asked) or asked.doc[asked.phrase]
    if noun.lemma_.lower() in NUMBERS:
        return next((c for c in noun.rights if c.dep_ == "nmod"), noun)
    return noun


def counts(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[five] sailors' for sailors, '[five] of them' where they are; 'five boats' is no answer"""
    if candidate.shape not in FIGURES or candidate.label == "ordinal":
        return 0.0
    said = [q for q in reading.quantities if q.start <= candidate.start and candidate.end <= q.end]
    if any(q.unit == "ordinal" for q in said):
        return 0.0  # 'the [third] goal'
    wanted = fold(_counted(asked).lemma_)
    if found := max((_counts_kind(wanted, reading, q) for q in said), default=0.0):
        return found
    is_plain = all(q.noun is None and not q.stands_for for q in said)
    return 0.3 if is_plain and candidate.label == "count" else 0.0


def _counts_kind(wanted: str, reading: Reading, said: Quantity) -> float:
    """How well what a figure counts is of the asked kind."""
    if wanted == "many":  # 'How many were hurt?'
        return 0.8 if said.unit == "count" else 0.0
    if said.stands_for:
        return 0.9 if _is_kind(wanted, said.stands_for) else 0.0
    if said.noun is None or not _is_of_kind(wanted, reading.doc[said.noun]):
        return 0.0
    return 1.0 if stem(wanted) == stem(fold(reading.doc[said.noun].lemma_)) else 0.9


def _is_of_kind(wanted: str, noun: Token) -> bool:
    """Whether counted words are of the asked kind: 'citizens' of people, '41 missing' too; 'people
    who were detained' of detainees."""
    own = fold(noun.lemma_)
    if _is_kind(wanted, own):
        return True
    if lexicon.country_of(noun.text):
        return lexicon.covers(wanted, "citizen")
    if (country := lexicon.country_of(wanted.title())) and lexicon.covers("person", own):
        return _is_from(noun, country)
    if noun.tag_ in STATES:
        return lexicon.covers(wanted, "person")
    told = [c for c in noun.children if c.dep_ in {"acl", "acl:relcl", "amod"}]
    deed = lexicon.event_of(wanted)
    return bool(
        deed
        and deed.role == "patient"
        and lexicon.covers(own, "person")
        and any(lexicon.same_family(c.lemma_.lower(), deed.verb) for c in told)
    )


def _is_from(noun: Token, country: str) -> bool:
    """'five Chilean nurses', 'two residents of New Zealand'"""
    inside = range(noun.left_edge.i, noun.right_edge.i + 1)
    spans = (noun.doc[i : i + size].text for i in inside for size in (1, 2))
    return any(lexicon.country_of(words) == country for words in spans)


def _is_kind(wanted: str, own: str) -> bool:
    own = fold(own)
    return (
        stem(wanted) == stem(own) or own in lexicon.synonyms(wanted) or lexicon.covers(wanted, own)
    )


def current(asked: Asked, found: Sequence[Finding]) -> Sequence[Finding]:
    """Of a state of now the figures that an article gives as of a day, if it does: 'How many are held?'
    is not told by 'It held 40 in May' where it has '30 as of Friday', and never by 'freed ten'."""
    if not asked.is_of_now:
        return found
    found = [f for f in found if not _is_over_for(f)]
    dated = {f.passage.reading.article for f in found if as_of(f.passage.reading) is not None}
    return [
        f for f in found
        if as_of(f.passage.reading) is not None or f.passage.reading.article not in dated
    ]  # fmt: skip


def _is_over_for(finding: Finding) -> bool:
    """'freed [ten] jailed men'"""
    reading, head = finding.passage.reading, finding.candidate.head
    return any(
        head in frame.fillers(Part.PATIENT) and lexicon.families(frame.lemma) & ENDING
        for frame in reading.frames
        if not frame.modal and not frame.negated
    )


def is_age(asked: Asked) -> bool:
    """'How old is …?', 'What is the age of …?', 'What is her age?'"""
    if asked.degree == "old":
        return True
    return asked.word >= 0 and any(t.lower_ in {"age", "aged"} for t in asked.doc)


def is_of_the_asked(request: Request, finding: Finding) -> bool:
    """An age is whose name it stands by, or of whom its clause tells: 'his mother, [Eva], 71,' says
    nothing of him; what somebody was 'at the age of 12' says nothing of today."""
    asked, reading = request.asked, finding.passage.reading
    said = next((q for q in reading.quantities if q.start <= finding.candidate.start < q.end), None)
    asked_of = next((n for n in asked.names if not _owns_another(asked, n)), None)
    if said is None:
        return True
    if said.noun is None and reading.doc[max(0, said.start - 2)].lower_ == "age":
        return len([t for t in asked.doc if t.pos_ in {"VERB", "NOUN"}]) > 0
    of = said.noun if said.noun is not None else said.start
    owner = request.story.entity(reading, of)
    if owner is None:
        return True
    if asked_of is None:  # 'Ana's son': not Ana
        return not any(owner in _meant(request, reading, n) for n in asked.names)
    return owner in _meant(request, reading, asked_of)


def _nouns_above(token: Token) -> Iterator[Token]:
    """'[eight] in the [district] of Rota'"""
    while token.dep_ in {"nmod", "flat", "compound"} and token.head.i != token.i:
        token = token.head
        yield token


def _circumstances(finding: Finding) -> Iterator[int]:
    """The words of the sentence for where, when and with what the question asks."""
    asked, alignment = finding.passage.asked, finding.passage.alignment
    for argument in asked.frame.arguments if asked.frame else ():
        if argument.part is Part.OBLIQUE and argument.head != asked.phrase:
            yield from (token for token, _ in alignment.of(argument.head))


def _told_for(finding: Finding, day: When) -> Iterator[int]:
    """'six, down from [15] in 2024': the figure right before the asked date."""
    reading = finding.passage.reading
    stands = {t for i in range(day.start, day.end) for t, _ in finding.passage.alignment.of(i)}
    for when in reading.whens:
        before = reading.doc[when.lead - 1]
        if stands & {*range(when.start, when.end)} and when.lead and before.tag_ == "CD":
            yield before.i


def _owns_another(asked: Asked, name: Name) -> bool:
    """'Ana' of "Ana's son"; not of "Ana's age"."""
    after = asked.doc[name.end : name.end + 2]
    return len(after) == 2 and after[0].tag_ == "POS" and after[1].lower_ != "age"


def _meant(request: Request, reading: Reading, name: Name) -> list[Entity]:
    """Whom a name of the question can mean in an article."""
    words = request.asked.doc[name.start : name.end].text
    return request.story.tables[reading.article].find(words)


def is_the_asked_count(request: Request, finding: Finding) -> bool:
    """Whether a figure counts what is asked: '17 boats were found, [five] raised' for 'raised', 'the
    [41] missing' and no others for 'missing people', '[140] members' of the club that is named; a
    bare figure only what its sentence speaks of: 'the other [four]' are no children."""
    asked, passage, start = request.asked, finding.passage, finding.candidate.start
    missing = set(passage.alignment.missing)
    said = [q for q in passage.reading.quantities if q.start <= start < q.end]
    is_bare = all(q.noun is None and not q.stands_for for q in said)
    if is_bare and _counted(asked).i in missing:
        return False
    if is_bare and any(
        passage.reading.doc[q.end : q.end + 2].text.lower() == "of the" for q in said
    ):
        return False  # '[one] of the injured' counts none of them
    if any(c.i in missing and c.dep_ == "amod" for c in _counted(asked).lefts):
        return False
    is_margin = asked.word > 0 and asked.doc[asked.word - 1].lower_ == "by"
    if is_margin and passage.reading.doc[max(0, start - 1)].lower_ != "by":
        return False  # 'By how many votes did she win?' 'She got [90] votes'
    if asked.frame is not None and asked.frame.lemma == "have":
        counted = [passage.reading.doc[q.noun].lemma_.lower() for q in said if q.noun is not None]
        if lexicon.kin(fold(_counted(asked).lemma_)) and not all(map(lexicon.kin, counted)):
            return False  # a teacher's pupils are no children of hers
        owners = set(asked.frame.fillers(Part.AGENT))
        if any(owners & set(range(n.start, n.end)) & missing for n in asked.names):
            return False
    above = {
        a for token in _circumstances(finding) for a in _nouns_above(passage.reading.doc[token])
    }
    numbers_ = {token.i for token in above if token.tag_ == "CD"}
    numbers_ |= {t for when in asked.whens for t in _told_for(finding, when)}
    if numbers_:  # 'six were held, two in Rota and [one] in Lugo': not six in Lugo
        return any(q.start <= token < q.end for q in said for token in numbers_)
    quantities = passage.reading.quantities
    wanted = fold(_counted(asked).lemma_)
    told = {
        (q.start, q.end)
        for frame, strength, _ in passage.frames
        for filler in (frame.fillers(asked.part) if asked.part and strength >= SAME else ())
        for q in quantities
        if q.start <= filler < q.end and _counts_kind(wanted, passage.reading, q)
    }
    return not told or any(first <= start < end for first, end in told)


AGE = hole.kind("how old", is_age, of_unit("age"), allows=is_of_the_asked)

HOW_MANY = hole.kind(
    "how many", how_many_is_asked, counts, allows=is_the_asked_count, narrows=current
)
