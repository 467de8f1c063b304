"""Where did it happen, where to, where from?  A place."""

from bot.candidates import Candidate
from bot.kinds import hole, who
from bot.language import lexicon
from bot.questions import Asked
from bot.story import Reading

PLACING = {"in", "at", "on", "near", "from", "to", "outside", "inside", "into", "around", "off",
           "across", "through", "along", "between", "toward", "towards", "within", "under", "over",
           "behind", "beside", "north", "south", "east", "west", "aboard", "beneath", "above"}  # fmt: skip
BY_LABEL = {"LOC": 1.0, "ORG": 0.5, "MISC": 0.3, "PER": 0.0}


def recognises(asked: Asked) -> bool:
    """'Where is it?', 'In what place …?', 'What is the location of …?'"""
    if asked.word < 0:
        return False
    word = asked.doc[asked.word].lower_
    return word == "where" or (word in {"what", "which"} and asked.noun in {"place", "location"})


def fits(_asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'in [Lisbon]', '[outside the harbour]'"""
    head = reading.doc[candidate.head]
    placed = reading.doc[candidate.start].lower_ in PLACING or any(
        child.dep_ == "case" and child.lower_ in PLACING for child in head.lefts
    )
    if candidate.shape == "name":
        fit = BY_LABEL.get(candidate.label, 0.3)
        return fit if placed or candidate.label == "LOC" else 0.0
    if candidate.shape in {"phrase", "prepositional", "conjoined"} and placed:
        if candidate.start < candidate.end and head.ent_type_ == "PER":
            return 0.0
        if lexicon.place_type(head.lemma_.lower()) or head.ent_type_ == "LOC":
            return 0.8
        if who.is_person(head.lemma_.lower()):
            return 0.0
        return 0.0 if head.pos_ == "NUM" or head.dep_ == "obl:tmod" else 0.35
    return 0.0


KIND = hole.kind("where", recognises, fits)
