"""Another word in the same slot: 'a German firm' where the question says an American one.

Only slots that one thing fills are looked at (how many, which nation, which rank, whose parent), so
that what is told beside the asked does not count against it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from bot.finding.another import OPPOSITE
from bot.finding.scoring import Passage
from bot.kinds.confirming import parts_differ
from bot.language import lexicon, opposites
from bot.language.date_values import Value
from bot.language.dates import When
from bot.language.english import plain
from bot.language.frames import Frame, Part
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.terms import fold, search_terms
from bot.questions import Asked
from bot.story import Reading

ASIDE = {Part.OBLIQUE, Part.TIME, Part.COMPLEMENT}
CHARGING = {"accuse", "convict", "acquit", "sentence"}
LONG = {"month", "year", "decade"}
AGAINST = {"for": "against", "against": "for", "with": "without", "without": "with",
           "before": "after", "after": "before", **OPPOSITE}  # fmt: skip
WIDE = lexicon.word_list("places", "continents") | lexicon.word_list("places", "states")

OPEN_ENDED = {"at", "over", "least", "more", "up", "some", "another"}  # "at least five" may be six


def has_other_filler(asked: Asked, passage: Passage, own: Frame) -> bool:
    """Whether a predicate has another filler where the question's only missing word would be."""
    if _is_of_other_kin(asked, passage, own) or _has_other_circumstance(asked, passage, own):
        return True
    lacking = [i for i in passage.alignment.missing if asked.doc[i].pos_ not in {"AUX", "DET"}]
    return len(lacking) == 1 and any(
        _differ(asked, passage, lacking[0], rival) for rival in _rivals(asked, passage, lacking[0])
    )


def _has_other_circumstance(asked: Asked, passage: Passage, own: Frame) -> bool:
    """'Was it built in 1968?' of 'built in 1958', 'Is he based in Rome?' of 'based in Milan', 'Was he
    charged with fraud?' of 'charged with theft'; nothing that may as well have been said twice."""
    question = asked.frame
    if question is None or lexicon.is_speech(own.lemma) or parts_differ(question, own, passage):
        return False
    lacking = {i for i in passage.alignment.missing if asked.doc[i].pos_ not in {"AUX", "DET"}}
    for argument in question.arguments:
        inside = {t.i for t in asked.doc[argument.head].subtree}
        if argument.part not in ASIDE or not lacking or not lacking <= inside:
            continue
        day, told = _day(asked.whens, argument.head), passage.reading
        if day is not None and day.grain not in LONG:
            continue  # what was done on one day may have been done again on another
        if day is not None:
            days = list(filter(None, (_day(told.whens, a.head) for a in own.arguments)))
            if days and all(day.end < one.start or one.end < day.start for one in days):
                return True
            continue
        same = [a.head for a in own.arguments if a.part in ASIDE and a.marker == argument.marker]
        if argument.marker and same and all(_excludes(asked, argument.head, told, i) for i in same):
            return True
    return False


def _day(whens: Sequence[When], token: int) -> Value | None:
    return next((w.value for w in whens if w.start <= token < w.end), None)


def _excludes(asked: Asked, head: int, told: Reading, rival: int) -> bool:
    """Whether what is told of one cannot be told of the other: two towns, two countries, two charges."""
    wanted = _place(asked.names, asked.doc, head)
    if wanted and (other := _place(told.names, told.doc, rival)):
        return are_two_places(wanted, other)
    nouns = asked.doc[head], told.doc[rival]
    if asked.frame is None or any(noun.pos_ != "NOUN" for noun in nouns):
        return False
    one, other = (fold(noun.lemma_) for noun in nouns)
    is_charge = not CHARGING.isdisjoint(lexicon.families(asked.frame.lemma))
    return is_charge and not (lexicon.covers(one, other) or lexicon.covers(other, one))


def are_two_places(one: str, other: str) -> bool:
    """Whether nothing is in both: two towns, two countries; 'New York' and 'York' may be one."""
    is_country = [lexicon.country_of(place) is not None for place in (one, other)]
    is_wide = any(plain(place) in WIDE for place in (one, other))
    shared = set(search_terms(one)) & set(search_terms(other))
    return is_country[0] == is_country[1] and not is_wide and not shared


def _place(names: Sequence[Name], doc: Doc, token: int) -> str:
    """The name of a place that a token is of; "" for other words."""
    name = next((n for n in names if n.start <= token < n.end and n.label == "LOC"), None)
    return doc[name.start : name.end].text if name else ""


def takes_the_other_side(question: Frame, own: Frame, passage: Passage) -> bool:
    """'Did Ana vote for the deal?' of 'Ana voted against it', 'Did she fly to Lugo?' of 'flew from Lugo'"""
    if parts_differ(question, own, passage) or own.negated:
        return False
    for argument in question.arguments:
        stands = {token for token, _ in passage.alignment.of(argument.head)}
        for other in own.arguments:
            is_it = other.head in stands or (
                passage.reading.doc[other.head].pos_ == "PRON"
                and other.marker not in {"from", "to"}
            )
            if is_it and AGAINST.get(argument.marker) == other.marker:
                return True
    return False


def _rivals(asked: Asked, passage: Passage, token: int) -> Iterator[int]:
    """The tokens by the sentence's counterpart of what the missing word hangs on."""
    doc = passage.reading.doc
    for place, _ in passage.alignment.of(asked.doc[token].head.i):
        beside = {place - 1, place + 1} & set(range(len(doc)))
        yield from sorted(beside | {child.i for child in doc[place].children})


def _differ(asked: Asked, passage: Passage, token: int, rival: int) -> bool:
    """Whether both cannot be: of two nations, of two sides, of two exact numbers or ranks."""
    word, other = asked.doc[token].text, passage.reading.doc[rival].text
    if lexicon.is_nationality(word) and lexicon.is_nationality(other):
        return lexicon.country_of(word) != lexicon.country_of(other)
    if asked.doc[token].dep_ == "amod" and fold(other) in opposites.against(fold(word)):
        return True
    wanted = _figure(asked.quantities, token)
    told = _figure(passage.reading.quantities, rival)
    if wanted is None or told is None or wanted.unit != told.unit:
        return False
    opening = {t.lower_ for t in passage.reading.doc[told.start : told.number_start]}
    return wanted.value != told.value and not opening & OPEN_ENDED


def _figure(quantities: tuple[Quantity, ...], token: int) -> Quantity | None:
    """The exact figure that a token is of."""
    return next(
        (q for q in quantities if q.number_start <= token < q.number_end and q.value is not None),
        None,
    )


def _is_of_other_kin(asked: Asked, passage: Passage, own: Frame) -> bool:
    """'Was he raised by his father?' of 'raised by his grandmother'"""
    assert asked.frame is not None
    for part in (Part.AGENT, Part.PATIENT):
        told = [lexicon.kin(fold(passage.reading.doc[i].lemma_)) for i in own.fillers(part)]
        known = [kin for kin in told if kin is not None]
        for head in asked.frame.fillers(part):
            wanted = lexicon.kin(fold(asked.doc[head].lemma_))
            if wanted and known and all(wanted.relation != kin.relation for kin in known):
                return True
    return False
