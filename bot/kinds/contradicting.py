"""Another word in the same slot: 'a German firm' where the question says an American one.

Only slots that one thing fills are looked at (how many, which nation, which rank, whose parent), so
that what is told beside the asked does not count against it.
"""

from collections.abc import Iterator

from bot.finding.scoring import Passage
from bot.language import lexicon
from bot.language.frames import Frame, Part
from bot.language.numbers import Quantity
from bot.language.terms import fold
from bot.questions import Asked

OPEN_ENDED = {"at", "over", "least", "more", "up", "some", "another"}  # "at least five" may be six


def has_other_filler(asked: Asked, passage: Passage, own: Frame) -> bool:
    """Whether a predicate has another filler where the question's only missing word would be."""
    if _is_of_other_kin(asked, passage, own):
        return True
    lacking = [i for i in passage.alignment.missing if asked.doc[i].pos_ not in {"AUX", "DET"}]
    return len(lacking) == 1 and any(
        _differ(asked, passage, lacking[0], rival) for rival in _rivals(asked, passage, lacking[0])
    )


def _rivals(asked: Asked, passage: Passage, token: int) -> Iterator[int]:
    """The tokens by the sentence's counterpart of what the missing word hangs on."""
    doc = passage.reading.doc
    for place, _ in passage.alignment.of(asked.doc[token].head.i):
        beside = {place - 1, place + 1} & set(range(len(doc)))
        yield from sorted(beside | {child.i for child in doc[place].children})


def _differ(asked: Asked, passage: Passage, token: int, rival: int) -> bool:
    """Whether both cannot be: of two nations, of two exact numbers or ranks."""
    word, other = asked.doc[token].text, passage.reading.doc[rival].text
    if lexicon.is_nationality(word) and lexicon.is_nationality(other):
        return lexicon.country_of(word) != lexicon.country_of(other)
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
