"""Whose is it?  The owner: before 's, or after "of"."""

from bot.finding.search import Finding
from bot.kinds import hole, who
from bot.kinds.kind import Request
from bot.language import frames
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate


def recognises(asked: Asked) -> bool:
    """'Whose boat sank?'"""
    return asked.word >= 0 and asked.doc[asked.word].lower_ == "whose"


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[Ruiz]'s boat', 'the boat of [the fisherman]'"""
    head = reading.doc[candidate.head]
    of = head.dep_ == "nmod" and frames.marker(head) == "of"
    owns = (head.dep_ == "nmod:poss" or of) and candidate.shape != "prepositional"
    if owns and head.tag_ == "PRP$":
        return 0.5
    return who.fits(asked, reading, candidate) if owns else 0.0


def owns_the_asked(request: Request, finding: Finding) -> bool:
    """'Ruiz's [boat]' for a boat; his house is not asked for."""
    asked, passage = request.asked, finding.passage
    if asked.phrase == asked.word:
        return True
    owned = {token for token, _ in passage.alignment.of(asked.phrase)}
    return passage.reading.doc[finding.candidate.head].head.i in owned


KIND = hole.kind("whose", recognises, fits, allows=owns_the_asked)
