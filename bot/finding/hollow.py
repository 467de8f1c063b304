"""Words that stand in the right sentence and tell nothing: who says so, "due to that", the thing itself."""

from spacy.tokens import Token

from bot.finding.scoring import Passage
from bot.finding.search import Finding
from bot.language import lexicon
from bot.language.frames import Part
from bot.questions import Asked

CLAUSES = {"clause", "verb phrase"}
POINTING = {"that", "this", "these", "those", "it", "which", "such"}
LIKENING = {"like", "unlike"}
VAGUE = {"all", "any", "other", "others", "such", "more", "many", "several", "some"}
NOUNS = {"NOUN", "PROPN"}
ADVERBS = {"when", "where", "why"}
DOING = {"do", "make", "conduct", "carry out", "perform", "undertake", "complete", "produce"}
OTHERS = {Part.AGENT: Part.PATIENT, Part.PATIENT: Part.AGENT}


def tells_nothing(asked: Asked, finding: Finding) -> bool:
    """Whether a candidate is no answer whatever was asked, though nothing speaks against its sentence."""
    return (
        _tells_who_says_so(finding)
        or _only_points(finding)
        or _is_only_alike(asked, finding)
        or _is_vague(asked, finding)
        or _is_the_other_part(asked, finding)
        or _is_of_the_place(asked, finding)
        or _is_no_doer(asked, finding)
        or _is_not_who_speaks(asked, finding)
    )


def _tells_who_says_so(finding: Finding) -> bool:
    """'[As Roe told the Post], it sank' for 'Why did it sink?', '“…,” [said Roe]' for how."""
    candidate, reading = finding.candidate, finding.passage.reading
    if candidate.shape not in CLAUSES:
        return False
    verb = reading.doc[candidate.head]
    if not lexicon.is_speech(verb.lemma_.lower()):
        return False
    inside = range(candidate.start, candidate.end)
    if verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
        return True
    return any(
        quote.speaker is not None
        and quote.speaker[0] in inside
        and (quote.end <= candidate.start or candidate.end <= quote.start)
        for quote in reading.quotes
    )


def _only_points(finding: Finding) -> bool:
    """'[Due to that], it sank'"""
    candidate, doc = finding.candidate, finding.passage.reading.doc
    words = doc[candidate.start : candidate.end]
    head = doc[candidate.head]
    return (
        head.lower_ in POINTING
        and len(words) > 1
        and not any(t.pos_ in {*NOUNS, "VERB", "NUM"} for t in words)
    )


def _is_only_alike(asked: Asked, finding: Finding) -> bool:
    """'Like [many sailors], I am glad' does not tell who is glad."""
    head = finding.passage.reading.doc[finding.candidate.head]
    if asked.part not in OTHERS or any(t.lower_ in LIKENING for t in asked.doc):
        return False
    is_likened = any(c.dep_ == "case" and c.lower_ in LIKENING for c in head.lefts)
    return is_likened and head.head.pos_ in {"VERB", "AUX", "ADJ"}


def _is_vague(asked: Asked, finding: Finding) -> bool:
    """'Which ships sank?' is not told by '[all cases]', nor by '[other small ships]'."""
    doc, candidate = finding.passage.reading.doc, finding.candidate
    inside = range(candidate.start, candidate.end)
    if asked.noun and candidate.shape in CLAUSES:  # it tells again what was done
        return any(frame.head in inside for frame, _, _ in finding.passage.frames)
    openings = {doc[candidate.start].lower_, *(c.lower_ for c in doc[candidate.head].lefts)}
    if not asked.noun or asked.degree or not openings & VAGUE:
        return False
    return not any(t.pos_ in {"PROPN", "NUM"} for t in doc[candidate.start : candidate.end])


def _is_the_other_part(asked: Asked, finding: Finding) -> bool:
    """'Who leaked the letter?' is not told by '[A leaked letter] …', nor what the ship carries by
    '[the ship] with a load of coal'."""
    candidate, passage = finding.candidate, finding.passage
    other = OTHERS.get(asked.part) if asked.part is not None else None
    if other is None or asked.frame is None or asked.frame.lemma == "be":
        return False
    if candidate.shape == "name" or finding.features.get("same part"):
        return False
    doc = asked.doc
    told = [i for i in asked.frame.fillers(other) if doc[i].pos_ in NOUNS and i != asked.phrase]
    return any(
        token == candidate.head and strength == 1.0
        for i in told
        for token, strength in passage.alignment.of(i)
    )


def _is_of_the_place(asked: Asked, finding: Finding) -> bool:
    """'What was at the entrance?' is not told by 'at the entrance to [the park]'."""
    if asked.part is not Part.AGENT or asked.frame is None or asked.frame.lemma != "be":
        return False
    if asked.degree:
        return False  # 'How many were in hospital?'
    places = [
        a.head
        for a in asked.frame.arguments
        if any(c.dep_ == "case" for c in asked.doc[a.head].lefts)
    ]
    edges = finding.passage.reading.edges
    told = [token for i in places for token, _ in finding.passage.alignment.of(i)]
    return any(t < finding.candidate.head < edges[t][1] for t in told)


def _is_no_doer(asked: Asked, finding: Finding) -> bool:
    """'Who did the study?' is told by 'a study by [Roe]', "[Roe]'s study" and '[Roe] made a study', and
    'What was at the gate?' by no quality."""
    doc, passage = finding.passage.reading.doc, finding.passage
    if asked.part is Part.AGENT and finding.candidate.shape == "quality":
        return doc[finding.candidate.head].pos_ == "ADJ"
    if asked.opener != "who" or asked.frame is None or asked.frame.lemma not in DOING:
        return False
    head = doc[finding.candidate.head]
    works = {
        token
        for argument in asked.frame.arguments
        if asked.doc[argument.head].pos_ == "NOUN"
        for token, _ in passage.alignment.of(argument.head)
    }
    if not works or passage.frames:
        return False
    is_owner = head.dep_ == "nmod:poss" or any(c.lower_ == "by" for c in head.lefts)
    if is_owner and head.head.i in works:
        return False
    return not any(
        head.i in frame.fillers(Part.AGENT) and works & set(frame.fillers(Part.PATIENT))
        for frame in passage.reading.frames
        if frame.lemma in DOING
    )


def _is_not_who_speaks(asked: Asked, finding: Finding) -> bool:
    """'I am sorry for [Roe]' tells that the speaker is sorry."""
    passage, candidate = finding.passage, finding.candidate
    if asked.opener != "who" or asked.part not in OTHERS:
        return False
    reading = passage.reading
    parts = (asked.part, Part.AGENT) if asked.part is Part.PATIENT else (asked.part,)
    own = [reading.doc[i] for f, _, _ in passage.frames for p in parts for i in f.fillers(p)]
    speakers = [range(*quote.speaker) for quote in reading.quotes if quote.speaker]
    return (
        bool(own)
        and all(token.lower_ in {"i", "we"} for token in own)
        and not any(candidate.head in speaker for speaker in speakers)
    )


def lacks_what_is_done(asked: Asked, passage: Passage) -> bool:
    """'Who announced new homes?' is not told by 'Roe said that …', which has no homes, nor 'Who said that
    Falk was a hero?' by what Roe said of him else."""
    if asked.part is not Part.AGENT or asked.frame is None:
        return False
    parts = (Part.PATIENT, Part.COMPLEMENT)
    things = [i for part in parts for i in asked.frame.fillers(part) if _is_noun(asked.doc[i])]
    only_says = all(frame.lemma in {"say", "tell"} for frame, _, _ in passage.frames)
    return bool(things) and only_says and set(things) <= set(passage.alignment.missing)


def _is_noun(token: Token) -> bool:
    return token.pos_ in {*NOUNS, "ADJ"}


def lacks_what_is(asked: Asked, passage: Passage) -> bool:
    """'When is the next election?' is told by no sentence without an election."""
    frame = asked.frame
    if frame is None or frame.lemma != "be" or asked.opener not in ADVERBS:
        return False
    things = [i for i in frame.fillers(Part.AGENT) if asked.doc[i].pos_ in NOUNS]
    return bool(things) and set(things) <= set(passage.alignment.missing)
