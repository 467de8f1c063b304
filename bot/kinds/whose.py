"""Whose is it?  The owner: before 's, or after "of"; of a deed to whom it was done."""

from bot.finding.search import Finding
from bot.kinds import hole, who
from bot.kinds.kind import Request
from bot.language import frames, lexicon
from bot.language.frames import Part
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

# Families of deeds that are somebody's to whom they were done: 'Ruiz's arrest', not 'Ruiz's attack'.
SUFFERED = {
    "detain", "arrest", "capture", "release", "kidnap", "abduct", "rescue", "convict", "acquit",
    "sentence", "appoint", "dismiss", "deport", "extradite", "assassinate", "execute",
}  # fmt: skip


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
    owns = owns or candidate.head in _to_whom(asked, reading)
    return who.fits(asked, reading, candidate) if owns else 0.0


def _to_whom(asked: Asked, reading: Reading) -> set[int]:
    """'[Ruiz] was jailed' for 'whose arrest'; not who jailed him."""
    deed = lexicon.event_of(asked.noun) if asked.noun else None
    if deed is None or deed.role != "event" or not lexicon.families(deed.verb) & SUFFERED:
        return set()
    told = (f for f in reading.frames if lexicon.same_family(f.lemma, deed.verb) and not f.negated)
    return {filler for frame in told for filler in frame.fillers(Part.PATIENT)}


def owns_the_asked(request: Request, finding: Finding) -> bool:
    """'Ruiz's [boat]' for a boat; his house is not asked for."""
    asked, passage, head = request.asked, finding.passage, finding.candidate.head
    if asked.phrase == asked.word or head in _to_whom(asked, passage.reading):
        return True
    owned = {token for token, _ in passage.alignment.of(asked.phrase)}
    return passage.reading.doc[head].head.i in owned


KIND = hole.kind("whose", recognises, fits, allows=owns_the_asked)
