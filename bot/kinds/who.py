"""Who did it, to whom was it done?  A person; an organisation or a group where none fits better."""

from bot.candidates import Candidate
from bot.kinds import hole
from bot.language import lexicon
from bot.language.frames import Part
from bot.questions import Asked
from bot.story import Reading

BY_LABEL = {"PER": 1.0, "ORG": 0.8, "MISC": 0.4, "LOC": 0.4}


def recognises(asked: Asked) -> bool:
    """'Who won?', 'To whom did she write?'; not 'Whose boat was it?'"""
    return asked.word >= 0 and asked.doc[asked.word].lower_ in {"who", "whom"}


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[Ana Ruiz] won', '[the rescuers] found it'; not '[the boat] sank'"""
    if candidate.shape == "name":
        return BY_LABEL.get(candidate.label, 0.3)
    if candidate.shape not in {"phrase", "conjoined"}:
        return 0.0
    head = reading.doc[candidate.head]
    if head.pos_ == "PROPN":
        return 0.6
    if head.pos_ == "PRON":
        return 0.35 if head.lower_ in {"he", "she", "they", "it"} else 0.0
    lemma = head.lemma_.lower()
    if is_person(lemma):
        return 0.6
    if lexicon.organisation_type(lemma):
        return 0.5
    return 0.25 if _acts(asked, reading, candidate) else 0.0


def _acts(asked: Asked, reading: Reading, candidate: Candidate) -> bool:
    """'[Fishing boats] reached it': whatever does what "who" is asked of."""
    head = reading.doc[candidate.head]
    return (
        asked.part is Part.AGENT
        and head.pos_ == "NOUN"
        and any(candidate.head in frame.fillers(Part.AGENT) for frame in reading.frames)
    )


def is_person(noun: str) -> bool:
    """'sailor', 'people', 'president'"""
    return lexicon.covers("person", noun) or lexicon.is_role(noun)


KIND = hole.kind("who", recognises, fits)
