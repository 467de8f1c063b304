"""Where did it happen, where to, where from?  A place."""

from spacy.tokens import Token

from bot.candidates import Candidate
from bot.kinds import hole, who, why
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.places import is_place
from bot.questions import Asked
from bot.search import Finding
from bot.story import Reading

PLACING = {"in", "at", "on", "near", "from", "to", "outside", "inside", "into", "around", "off",
           "across", "through", "along", "between", "toward", "towards", "within", "under", "over",
           "behind", "beside", "north", "south", "east", "west", "aboard", "beneath", "above"}  # fmt: skip
WORDS = {"message", "statement", "speech", "letter", "interview", "report", "case", "charge", "word",
         "conference", "exchange", "way", "custody", "addition", "fact", "name", "condition"}  # fmt: skip
ABODES = {"exile", "hiding", "work", "court", "port"}  # deeds or persons by their form
DIRECTED = {"from": {"from", "out", "off"}, "to": {"to", "into", "toward", "towards", "for"}}
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
        if is_place(head):
            return 0.8
        if head.lemma_.lower() in ABODES:
            return 0.6
        if who.is_person(head.lemma_.lower()) or head.lemma_.lower() in WORDS or _is_deed(head):
            return 0.0
        return 0.0 if head.pos_ == "NUM" or head.dep_ == "obl:tmod" else 0.35
    return 0.0


def _is_deed(noun: Token) -> bool:
    """'on [charges]', 'in the [search]'; not 'in exile' nor 'from work'"""
    lemma, opening = noun.lemma_.lower(), {c.lower_ for c in noun.lefts if c.dep_ == "case"}
    if not opening & {"in", "on", "at", "under", "through", "over"}:
        return False
    return lexicon.event_of(lemma) is not None or why.is_ground(lemma)


def is_directed_as_asked(request: Request, finding: Finding) -> bool:
    """'Where did it come from?': not where it went.  Of a text that the asker named any place may do."""
    wanted = DIRECTED.get(request.asked.preposition)
    if request.article is not None:
        return True
    doc, candidate = finding.passage.reading.doc, finding.candidate
    opening = {c.lower_ for c in doc[candidate.head].lefts if c.dep_ == "case"}
    opening.add(doc[candidate.start].lower_)
    if wanted is None:  # 'Where are they?': not where they came from
        around = doc[candidate.head].head
        opening |= {c.lower_ for c in around.lefts if c.dep_ == "case" and around.pos_ == "NOUN"}
        return not opening & DIRECTED["from"]
    return bool(wanted & opening)


KIND = hole.kind("where", recognises, fits, allows=is_directed_as_asked)
