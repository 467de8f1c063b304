"""Why did it happen?  A clause or phrase that gives the reason, as the story gives it."""

from collections.abc import Set

from spacy.tokens import Token

from bot.finding.search import Finding
from bot.kinds import hole
from bot.kinds.kind import Request
from bot.language import frames, lexicon
from bot.language.phrases import SUBJECTS
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

REASONS = {"because": 1.0, "due": 1.0, "since": 0.6, "for": 0.5, "to": 0.7, "as": 0.4, "over": 0.5,
           "on": 0.5, "after": 0.3, "so": 0.5, "owing": 1.0, "by": 0.2, "in": 0.3}  # fmt: skip
GROUNDS = {"charge", "allegation", "suspicion", "ground", "order", "hope", "exchange", "response",
           "protest", "reason", "fear", "honor", "honour", "bid", "effort", "attempt", "part", "sake",
           "purpose", "accusation", "lack", "return", "reaction", "retaliation"}  # fmt: skip

REASON_NOUNS = {"reason", "cause", "purpose", "motive"}
ASIDE, BESIDE = {"amod", "acl", "acl:relcl"}, {"nmod", "nmod:poss", "compound", "obl"}
COUNTED = {"first", "last", "only", "ever", "time", "times", "second", "third"}


def recognises(asked: Asked) -> bool:
    """'Why was it closed?', 'For what reason …?', 'What was the reason for it?', 'What was it built
    for?'"""
    if asked.word < 0:
        return False
    word = asked.doc[asked.word].lower_
    topic = asked.doc[slice(*asked.topic)] if asked.topic else ()
    of_topic = next((t.lemma_.lower() for t in topic if t.pos_ == "NOUN"), "")
    if word == "why" or {asked.noun, of_topic} & REASON_NOUNS:
        return True
    return word == "what" and asked.preposition == "for" and asked.phrase == asked.word


def is_ground(noun: str) -> bool:
    """'on [charges] of', 'in [exchange] for'"""
    return noun in GROUNDS


def _is_of_the_accusation(token: Token) -> bool:
    """'accused of plotting [to sink it]': the purpose of what they are accused of."""
    return any(lexicon.same_family(frames.base(a), "accuse") for a in token.ancestors)


def _is_expected(token: Token) -> bool:
    """'more are expected [to sail]', 'they hope [to sail]': what is thought of, not what for."""
    verb = frames.base(token.head)
    return token.dep_ in {"xcomp", "ccomp"} and (
        lexicon.is_thought(verb) or lexicon.is_speech(verb)
    )


def _is_time(opening: Token) -> bool:
    """'the first strike [since] the war began': since when, not why."""
    before = opening.doc[: opening.i]
    counted = any(t.tag_ in {"JJS", "RBS"} or t.lower_ in COUNTED for t in before)
    return opening.lower_ == "since" and counted


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[because of the storm]', '[to save fuel]', '[on charges of fraud]'"""
    if _tells_it_again(asked, reading, candidate):
        return 0.0
    verb = reading.doc[candidate.head]
    opens = candidate.start == verb.i and verb.pos_ == "VERB"
    if opens and lexicon.same_family(frames.base(verb), "accuse"):
        return 0.8  # 'arrested and [accused of fraud]'
    if candidate.shape not in {"clause", "prepositional", "verb phrase", "phrase", "quote"}:
        return 0.0
    opening = reading.doc[candidate.start]
    head = reading.doc[candidate.head]
    is_clause = candidate.shape in {
        "clause",
        "quote",
    }  # reported words may be one: 'since it rained'
    if is_clause and opening.dep_ == "mark" and candidate.label != "direct":
        if _is_of_the_accusation(head):
            return 0.0
        if opening.lower_ == "to":
            if _is_expected(head):
                return 0.0
            return 0.7 if head.dep_ in {"advcl", "xcomp", "acl"} else 0.3
        return 0.0 if _is_time(opening) else REASONS.get(opening.lower_, 0.0)
    if candidate.shape == "prepositional":
        if any(when.start <= candidate.head < when.end for when in reading.whens):
            return 0.0  # 'for two days'
        if head.lemma_.lower() == "time":
            return 0.0  # 'for the first time'
        fit = REASONS.get(opening.lower_, 0.0)
        if head.lemma_.lower() in GROUNDS:
            return 1.0
        return fit if opening.lower_ in {"because", "due", "for", "over", "owing"} else 0.0
    if candidate.shape == "clause" and head.dep_ == "advcl":  # an xcomp is what is done, not why
        if _is_bound(reading, head):
            return 0.0
        timed = any(c.dep_ == "mark" and _is_time(c) for c in head.lefts)
        return 0.0 if timed or _is_of_the_accusation(head) else 0.4
    return 0.0


def _is_bound(reading: Reading, verb: Token) -> bool:
    """'[a few hours after] the war began': when, not why."""
    opening = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if opening is None or opening.lower_ not in {"after", "before"}:
        return False
    spans = [(q.start, q.end) for q in reading.quantities if q.unit == "duration"]
    spans += [(when.start, when.end) for when in reading.whens]
    return any(start < opening.i <= end for start, end in spans)


def _tells_it_again(asked: Asked, reading: Reading, candidate: Candidate) -> bool:
    """Whether a clause holds the very deed that is asked about: 'after he said they would [sail]'."""
    if asked.frame is None or candidate.shape != "clause":
        return False
    deeds = (f for f in reading.frames if candidate.start <= f.head < candidate.end)
    return any(lexicon.same_family(deed.lemma, asked.frame.lemma) for deed in deeds)


def is_of_the_deed(request: Request, finding: Finding) -> bool:
    """'A freed man was fined [for theft]' tells why he was fined, not why he was freed, nor do 'News of
    his release drew crowds [eager to see him]' and 'After his release he fled [to hide]'."""
    doc, candidate = finding.passage.reading.doc, finding.candidate
    inside = range(candidate.start, candidate.end)
    told_of = finding.passage.alignment.of(request.asked.topic_head)
    deeds = {frame.head for frame, _, _ in finding.passage.frames} or {t for t, _ in told_of}
    is_content = lexicon.same_family(frames.base(doc[candidate.head]), "accuse")
    if candidate.head in deeds and not is_content:
        return False  # 'Why were they freed?' 'More were expected to [walk free]'
    above = next((t for t in doc[candidate.head].ancestors if t.pos_ == "VERB"), None)
    if deeds and above is not None and above.dep_ in ASIDE and above.i not in deeds:
        return False  # 'freed men held [for theft]'
    if deeds and _is_of_another_clause(doc[candidate.head], deeds):
        return False
    for frame, _, _ in finding.passage.frames:
        deed = doc[frame.head]
        is_aside = deed.dep_ in ASIDE or (deed.pos_ == "NOUN" and deed.dep_ in BESIDE)
        if not is_aside or deed.i in inside:
            return True
        if any(ancestor.i == deed.i for ancestor in doc[candidate.head].ancestors):
            return True
    return not finding.passage.frames


def _is_of_another_clause(reason: Token, deeds: Set[int]) -> bool:
    """'They sank the boat and the crew swam off [because of sharks]': why they swam."""
    token = reason.head
    while token.i not in deeds and token.head.i != token.i:
        if token.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in token.lefts):
            return True
        token = token.head
    return False


KIND = hole.kind("why", recognises, fits, allows=is_of_the_deed)
