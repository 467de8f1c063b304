"""Whose is it?  The owner: before 's, or after "of"."""

from bot.candidates import Candidate
from bot.kinds import hole, who
from bot.questions import Asked
from bot.story import Reading


def recognises(asked: Asked) -> bool:
    """'Whose boat sank?'"""
    return asked.word >= 0 and asked.doc[asked.word].lower_ == "whose"


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[Ruiz]'s boat', 'the boat of [the fisherman]'"""
    head = reading.doc[candidate.head]
    owns = head.dep_ in {"nmod:poss", "nmod"} and candidate.shape != "prepositional"
    return who.fits(asked, reading, candidate) if owns else 0.0


KIND = hole.kind("whose", recognises, fits)
