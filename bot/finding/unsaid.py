"""Whether a sentence that has no word for the asked verb may answer all the same: 'a strike of two
weeks' for 'How long did the strike last?'"""

from bot.finding import posts, whose_deed
from bot.finding.search import Finding, Passage
from bot.language import lexicon
from bot.language.frames import Frame, Part
from bot.language.terms import fold
from bot.questions import Asked
from bot.story.counters import as_of, counting

# Verbs that say little of the deed: their absence from a sentence is no reason for silence.
LIGHT = frozenset(
    """
    be do have get make take go come give happen become call know say include use occur find see
    mean refer consider name pay cost think believe tell want need keep seem remain involve put
    """.split()
)
PAYING = {"pay", "cost"}  # light where it is asked how much
LASTING = "last"  # family of verbs
BEGINNING = {"announce", "impose", "begin", "plan", "organize", "grant", "continue"}
ENDING = {"end", "stop", "collapse", "fail", "break"}
JAILING = {"sentence", "detain"}  # families
TERMS = {
    "serve",
    "give",
    "get",
    "receive",
    "face",
    "spend",
}  # verbs of a term: 'was given two years'
SET = {"begin": {"from", "for"}, "end": {"until"}}  # a family of verbs: what opens the time
HAPPENING = {"happen", "hold_2"}  # families
TELLING = {
    "at",
    "from",
    "to",
    "into",
    "outside",
    "against",
    "between",
    "through",
    "toward",
    "towards",
}


def deed_is_missing(asked: Asked, finding: Finding) -> bool:
    """Whether the asked verb has no counterpart, and no preposition vouches for the words either."""
    frame, passage = asked.frame, finding.passage
    if frame is not None and frame.lemma == "be" and asked.opener == "why":
        return any(i in passage.alignment.missing for i in frame.fillers(Part.ATTRIBUTE))
    if frame is None or frame.head not in passage.alignment.missing:
        return whose_deed.is_only_a_state(asked, passage)
    verb = fold(frame.lemma.split()[0])
    if asked.opener == "why" and is_of_an_event(asked):
        return not _is_of_its_deed(finding)
    if verb == "become" and asked.opener == "when":
        return True
    if verb in LIGHT and not (verb in PAYING and not asked.degree):
        # 'Who told her to leave?': then it is the leaving that must be told
        inner = (a.head for a in frame.arguments if a.part is Part.COMPLEMENT)
        missing = passage.alignment.missing
        return any(i in missing and asked.doc[i].pos_ == "VERB" for i in inner)
    if verb == "leave" and asked.degree in {"many", "much"} and asked.part is Part.PATIENT:
        return False  # 'How many tickets are left?'
    if LASTING in lexicon.families(verb) and finding.candidate.label == "duration":
        return not is_its_length(finding)
    if lexicon.families(verb) & JAILING and finding.candidate.label == "duration":
        return not _is_served(finding)
    if "live" in lexicon.families(verb) and _is_of_inhabitants(finding):
        return False
    if finding.candidate.shape == "when" and _is_set(finding, verb):
        return False
    if _is_held_there(finding):
        return False
    told = {place for _, place, _ in passage.alignment.pairs}
    if verb == "work" and posts.is_held_at(passage.reading, finding.candidate.head, told):
        return False
    if lexicon.is_counting(frame.lemma) and (
        _counted_by_the_asked(asked, finding) or _tells_of_the_count(finding)
    ):
        return False
    head = passage.reading.doc[finding.candidate.head]
    opening = {child.lower_ for child in head.children if child.dep_ == "case"}
    return asked.preposition not in opening & TELLING


def _counted_by_the_asked(asked: Asked, finding: Finding) -> bool:
    """'How many did the union count?' 'The union spoke of 40.'"""
    assert asked.frame is not None
    reading, start = finding.passage.reading, finding.candidate.start
    agents = {
        t for i in asked.frame.fillers(Part.AGENT) for t, _ in finding.passage.alignment.of(i)
    }
    return any(
        (who := counting(reading, q)) is not None and who.i in agents
        for q in reading.quantities
        if q.start <= start < q.end
    )


def _tells_of_the_count(finding: Finding) -> bool:
    """'Who counted 40 boats?' '[The union] spoke of 40 boats', '[The union] said there were 40'; and
    when: 'as of [Friday]'."""
    reading, candidate = finding.passage.reading, finding.candidate
    said = {t for _, t, strength in finding.passage.alignment.pairs if strength == 1.0}
    counted = [q for q in reading.quantities if said & set(range(q.number_start, q.number_end))]
    held = as_of(reading)
    if counted and held is not None and held.start == candidate.start:
        return True
    tellers = {who.i for q in counted if (who := counting(reading, q)) is not None}
    for quote in reading.quotes:
        if quote.speaker and any(quote.start <= q.number_start < quote.end for q in counted):
            tellers.update(range(*quote.speaker))
    return candidate.head in tellers


def is_its_length(finding: Finding) -> bool:
    """'a [16-day] strike' for 'How long did the strike last?'"""
    frame = finding.passage.asked.frame
    if frame is None or LASTING not in lexicon.families(frame.lemma):
        return False
    return finding.candidate.label == "duration" and _lasts(finding)


def _lasts(finding: Finding) -> bool:
    """'a truce [for two days]', 'They declared a truce for [two days]', 'The truce broke down after
    [two days]'"""
    asked, passage, candidate = finding.passage.asked, finding.passage, finding.candidate
    assert asked.frame is not None
    doc, frames = passage.reading.doc, passage.reading.frames
    things = {t for i in asked.frame.fillers(Part.AGENT) for t, _ in passage.alignment.of(i)}
    head = doc[candidate.head]
    opening = next((c.lower_ for c in head.lefts if c.dep_ == "case"), "")
    if head.head.i in things:
        return opening in {"", "for", "of"}
    told = [f for f in frames if any(a.head == head.i for a in f.arguments)]
    told = [f for f in told if things & {*f.fillers(Part.AGENT), *f.fillers(Part.PATIENT)}]
    if opening == "after":
        return any(lexicon.families(f.lemma) & ENDING and not f.negated for f in told)
    bound = (f for f in told if things & {*f.fillers(Part.AGENT)} or _begins_it(f))
    return opening == "for" and any(not f.negated for f in bound)


def _begins_it(deed: Frame) -> bool:
    """'imposed a ban for two days'; not 'praised the ban for two days'"""
    return bool(lexicon.families(deed.lemma) & BEGINNING)


def _is_served(finding: Finding) -> bool:
    """'Roe was given [two years]', 'She is serving [two years] for theft'"""
    asked, passage, head = finding.passage.asked, finding.passage, finding.candidate.head
    assert asked.frame is not None
    who = {t for i in asked.frame.fillers(Part.PATIENT) for t, _ in passage.alignment.of(i)}
    told = [f for f in passage.reading.frames if any(a.head == head for a in f.arguments)]
    return any(
        f.lemma in TERMS and any(a.head in who for a in f.arguments) and not f.negated for f in told
    )


def _is_set(finding: Finding, verb: str) -> bool:
    """When a curfew begins: 'imposed a curfew [from 8 p.m. to 5 a.m.]'; when a job ends: 'a job
    [until May]'"""
    asked, passage = finding.passage.asked, finding.passage
    doc = passage.reading.doc
    words = {t.lower_ for t in doc[max(0, finding.candidate.start - 1) : finding.candidate.end]}
    wanted = {o for family, some in SET.items() if family in lexicon.families(verb) for o in some}
    return bool(wanted & words) and _is_bound_to(finding, _things(asked, passage))


def _is_held_there(finding: Finding) -> bool:
    """Where a match was held or will be played: 'She missed a match [in Vigo] [on May 5]'"""
    asked, passage = finding.passage.asked, finding.passage
    if asked.opener not in {"when", "where"} or not is_of_an_event(asked):
        return False
    return _is_bound_to(finding, _things(asked, passage))


def is_of_an_event(asked: Asked) -> bool:
    """'Where did the vote happen?', 'Where will the match be played?': the verb says no more than the
    noun."""
    if asked.frame is None:
        return False
    verb = fold(asked.frame.lemma.split()[0])
    is_played = verb == "play" and not any(asked.frame.fillers(Part.AGENT))
    return is_played or bool(lexicon.families(asked.frame.lemma) & HAPPENING)


def tells_the_event(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence has all the words of 'When did the fall of the roof happen?' but "happen"."""
    verb = asked.frame.head if asked.frame else -1
    return is_of_an_event(asked) and set(passage.alignment.missing) == {verb}


def _things(asked: Asked, passage: Passage) -> set[int]:
    """The words of a sentence for who or what does or undergoes the asked deed."""
    assert asked.frame is not None
    parts = (*asked.frame.fillers(Part.AGENT), *asked.frame.fillers(Part.PATIENT))
    return {t for i in parts for t, _ in passage.alignment.of(i)}


def _is_bound_to(finding: Finding, things: set[int]) -> bool:
    """Whether words hang on a thing, or stand beside it in the same deed."""
    reading, head = finding.passage.reading, finding.candidate.head
    if any(reading.distances[head][thing] <= 2 for thing in things):
        return True
    return any(
        any(a.head == head for a in frame.arguments)
        and any(a.head in things for a in frame.arguments)
        for frame in reading.frames
    )


def _is_of_inhabitants(finding: Finding) -> bool:
    """'Alta, a village of [600] people', for 'How many people live in Alta?'"""
    reading, passage, start = finding.passage.reading, finding.passage, finding.candidate.start
    said = (q.noun for q in reading.quantities if q.start <= start < q.end)
    people = next((reading.doc[noun] for noun in said if noun is not None), None)
    if people is None or not lexicon.covers("person", fold(people.lemma_)):
        return False
    is_of = any(c.dep_ == "case" and c.lower_ == "of" for c in people.lefts)
    is_place = lexicon.place_type(people.head.lemma_.lower()) is not None
    told = {token for _, token, _ in passage.alignment.pairs}
    return is_of and is_place and any(reading.distances[people.head.i][t] <= 1 for t in told)


def _is_of_its_deed(finding: Finding) -> bool:
    """'The roof fell [because of snow]' for 'Why did the fall of the roof happen?'"""
    asked, passage = finding.passage.asked, finding.passage
    reading, things = passage.reading, _things(asked, passage)
    above = {finding.candidate.head, *(t.i for t in reading.doc[finding.candidate.head].ancestors)}
    return any(
        frame.head in above and any(a.head in things for a in frame.arguments)
        for frame in reading.frames
    )
