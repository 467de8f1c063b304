"""Who did it, to whom was it done?  A person; an organisation or a group where none fits better."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.finding.binding import stands_for_one_of
from bot.finding.posts import is_limited
from bot.finding.search import Finding
from bot.kinds import hole
from bot.kinds.definition import asks_what_a_name_is
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.frames import Frame, Part
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

SAME = 0.8  # how surely a predicate is the asked one, its own parts filled as asked
BY_LABEL = {"PER": 1.0, "ORG": 0.8, "MISC": 0.4, "LOC": 0.4}

EVERYBODY = {"everyone", "everybody", "nobody", "somebody"}


def recognises(asked: Asked) -> bool:
    """'Who won?', 'To whom did she write?'; not 'Whose boat was it?'"""
    return asked.word >= 0 and asked.doc[asked.word].lower_ in {"who", "whom"}


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[Ana Ruiz] won', '[the rescuers] found it'; not '[the boat] sank'"""
    head = reading.doc[candidate.head]
    if lexicon.is_time(head.text) or _is_measure(reading, candidate):
        return 0.0
    if candidate.shape == "name":
        if candidate.label == "LOC" and not _asks_who_acts(asked):
            return 0.0  # a country does things; nobody waits for one
        return BY_LABEL.get(candidate.label, 0.3)
    if candidate.shape not in {"phrase", "conjoined", "quantity"}:
        return 0.0
    if head.pos_ == "PROPN":
        named = next((n for n in reading.names if n.start <= candidate.head < n.end), None)
        is_place = named is not None and named.label == "LOC"
        if named is None and any(c.lower_ in {"in", "at", "near"} for c in head.lefts):
            return 0.0  # 'opens in [Lugo] on Monday'
        return 0.0 if is_place and not _asks_who_acts(asked) else 0.6
    if head.dep_ == "compound":
        return 0.0  # '[death] threats'
    if head.pos_ == "PRON":
        return 0.35 if head.lower_ in {"he", "she", "they", "it"} | EVERYBODY else 0.0
    lemma = head.lemma_.lower()
    if is_person(lemma):
        return 0.6
    if lexicon.organisation_type(lemma):
        return 0.5
    return 0.25 if _acts(asked, reading, candidate) else 0.0


def _is_measure(reading: Reading, candidate: Candidate) -> bool:
    """'[four months] in captivity'; not 'a 40-year-old [baker]'"""
    return any(
        q.unit not in {"count", "age"}
        and q.start <= candidate.head < q.end
        and candidate.shape != "name"
        for q in reading.quantities
    )


def _asks_who_acts(asked: Asked) -> bool:
    """'Who won?'; not 'Who is among them?'"""
    return asked.part is Part.AGENT and asked.frame is not None and asked.frame.lemma != "be"


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


def is_the_asked_part(request: Request, finding: Finding) -> bool:
    """Whether words can be what is asked for: not who a clause beside says did something else, and
    of 'Who is Ana?' no name."""
    asked, reading, head = request.asked, finding.passage.reading, finding.candidate.head
    inside = range(finding.candidate.start, finding.candidate.end)
    if asks_what_a_name_is(asked):
        named = {token for _, token, _ in finding.passage.alignment.pairs}
        return finding.candidate.shape != "name" or not named.isdisjoint(inside)
    topical = {token for token, _ in finding.passage.alignment.of(asked.topic_head)}
    if head in topical and finding.candidate.shape != "name":
        return False  # 'Who is the suspect?' 'Six suspects …'
    topic = asked.doc[asked.topic_head] if asked.topic is not None else None
    is_one = topic is not None and topic.tag_ == "NN" and not _is_at(topic)
    if is_one and reading.doc[head].tag_ == "NNS":
        return False  # 'Who is the nurse?' 'Nurses and [sailors] …'
    if alike := _who_are_so(finding):
        spans = [range(*reading.edges[filler]) for filler in alike]
        return any(head in span for span in spans) or any(t in inside for t in alike)
    part = asked.part
    deeds = [reading.doc[frame.head] for frame, _, _ in finding.passage.frames]
    if not deeds and asked.frame is not None and asked.frame.lemma == "be":  # 'Who is in charge?'
        heads = [h for h in asked.frame.fillers(Part.ATTRIBUTE) if h != asked.phrase]
        deeds = [reading.doc[t] for h in heads for t, _ in finding.passage.alignment.of(h)]
    if part is Part.AGENT and deeds and all(is_limited(asked, deed) for deed in deeds):
        return False  # 'Who leads Chile?' 'The opposition leader …'
    opening = {c.lower_ for c in reading.doc[head].lefts if c.dep_ == "case"}
    is_taken_up = reading.doc[finding.candidate.end : finding.candidate.end + 2].text.startswith(
        "who "
    )
    if part is Part.AGENT and not asked.topic and opening - {"by", "’s", "'s"} and not is_taken_up:
        return False  # 'died on the island of [Marbo]'; but 'with [Ana], who sings'
    if _is_the_other_side(finding, part) or _holds_the_deed(finding):
        return False
    told = [f for f, strength, agreement in finding.passage.frames if strength * agreement >= SAME]
    fillers = {token for frame in told for token in _fillers(asked, frame)}
    if stands_for_one_of(finding, fillers, request.story):
        return True
    spans = [range(*reading.edges[token]) for token in fillers]
    named_after = any(reading.doc[t].tag_ == "NNS" for t in fillers) and any(
        t.text == ":" for t in reading.doc[max(fillers) : head]
    )  # 'freed two sailors: Ana and Leo'
    if finding.candidate.label == "LOC" and fillers:  # 'prosecutors in [Lugo]' are no Lugo
        return any(t in inside for t in fillers)
    return (
        not fillers
        or named_after
        or any(head in span for span in spans)
        or any(t in inside for t in fillers)
    )


def _who_are_so(finding: Finding) -> set[int]:
    """'[Everyone] is scared' for 'Who is scared?': nobody else of that sentence."""
    asked, reading = finding.passage.asked, finding.passage.reading
    topic = asked.doc[asked.topic_head] if asked.topic is not None else None
    if topic is None or topic.pos_ != "ADJ":
        return set()
    stands = {token for token, _ in finding.passage.alignment.of(topic.i)}
    told = [f for f in reading.frames if f.lemma == "be" and not f.negated]
    return {
        filler
        for frame in told
        if not stands.isdisjoint(frame.fillers(Part.ATTRIBUTE))
        for filler in frame.fillers(Part.AGENT)
    }


def _holds_the_deed(finding: Finding) -> bool:
    """'[friends to stay as it presses them]' does not tell who presses; '[who presses them]' may."""
    reading, inside = finding.passage.reading, range(finding.candidate.start, finding.candidate.end)
    deeds = [reading.doc[frame.head] for frame, _, _ in finding.passage.frames]
    return any(
        deed.i in inside and deed.pos_ == "VERB" and deed.dep_ in {"advcl", "ccomp", "xcomp"}
        for deed in deeds
    )


def _is_at(topic: Token) -> bool:
    """'Who was on the [ferry]?'"""
    return any(child.dep_ == "case" and child.lower_ != "of" for child in topic.lefts)


def _fillers(asked: Asked, frame: Frame) -> Iterator[int]:
    """What fills the asked part; of 'Who did she wait for?' what hangs on "for"."""
    for argument in frame.arguments:
        is_other_way = argument.part is Part.OBLIQUE and argument.marker != asked.preposition
        if argument.part is asked.part and not (is_other_way and asked.preposition):
            yield argument.head


def _is_the_other_side(finding: Finding, part: Part | None) -> bool:
    """Whether words are only ever those to whom it was done, where it is asked who did it, or the
    other way round."""
    other = {Part.AGENT: Part.PATIENT, Part.PATIENT: Part.AGENT}.get(part) if part else None
    frames = [frame for frame, strength, _ in finding.passage.frames if strength >= SAME]
    inside = range(finding.candidate.start, finding.candidate.end)
    if other is None or part is None:
        return False
    if any(t in inside for frame in frames for t in frame.fillers(part)):
        return False
    others = {t for frame in frames for t in frame.fillers(other)}
    if part is Part.AGENT:
        others |= {t for frame in frames for t in frame.fillers(Part.COMPLEMENT)}
    doc, head = finding.passage.reading.doc, finding.candidate.head
    return any(t in inside or _is_part_of(doc[head], t) for t in others)


def _is_part_of(token: Token, whole: int) -> bool:
    """'to sink [Roe]'s boat': Roe is neither who sinks nor who tells of it."""
    while token.i != whole:
        is_opened = any(c.lower_ == "by" for c in token.lefts)
        if is_opened or token.dep_ not in {"nmod:poss", "obj", "compound", "flat"}:
            return False
        token = token.head
    return True


KIND = hole.kind("who", recognises, fits, allows=is_the_asked_part)
