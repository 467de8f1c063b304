"""Did it happen?  Yes with the evidence; No only from negation, a denial, an opposite or another filler
of the same slot; never from silence."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain import Reply
from bot.finding.matching import role_of
from bot.finding.polarity import (
    asks_for_a_purpose,
    is_a_purpose,
    is_conditional,
    is_denied,
    is_turned,
)
from bot.finding.scoring import Passage
from bot.kinds import among, denials, family, instead, standing, to_come
from bot.kinds.confirming import (
    is_denier,
    is_done_to_another,
    is_taken_up,
    is_told_elsewhere,
    is_under_way,
    lacks_a_limit,
    lacks_a_word,
    made_none,
    nobody,
    not_all,
    parts_differ,
    says_no_more,
    says_the_contrary,
    speaks_of_it,
)
from bot.kinds.contradicting import has_other_filler, takes_the_other_side
from bot.kinds.extents import bare
from bot.kinds.kind import Kind, Request
from bot.kinds.reported import reporter
from bot.kinds.verdict import Verdict, against, likened, say, whole
from bot.kinds.versions import told_on
from bot.language import lexicon
from bot.language.frames import Frame, Part
from bot.language.opposites import speaks_against
from bot.questions import OPENERS, Asked
from bot.story.candidates import Candidate
from bot.writing import Writer

LEAST_COVERAGE = 0.799  # of the question's words: what is not said is not confirmed
AS_WELL = 0.15  # by which a newer article may say less of the question than another
NEARLY_ALL = 0.95  # then a sentence without "not" or "would" confirms, however it was parsed
LEAST_OTHERWISE = 0.55  # where one word is contradicted
SHORT = 140  # characters of a sentence that is given whole as evidence
LONGEST = 220  # characters of a clause given as evidence; a longer one is cut to its core


def recognises(asked: Asked) -> bool:
    """'Was the ferry late?'"""
    return asked.word < 0 and asked.opener in OPENERS


def decide(request: Request) -> Iterator[Reply]:
    """Yes or No from the sentences that say most of the question, in the asked parts."""
    asked = request.asked
    turned = bool(asked.frame and asked.frame.negated)
    if not turned:
        yield from among.by_membership(request)
    found = [(p, v) for p in request.passages if (v := _verdict(asked, p)) is not None]
    found = [(p, v) for p, v in found if not (v.yes and says_no_more(asked, p))]
    if any(speaks_of_it(asked, passage) for passage in request.passages):
        found = [row for row in found if not row[1].by_another]
    if len(request.story.tables) > 1:
        least = max((p.alignment.coverage for p, _ in found), default=0.0) - AS_WELL
        found = [row for row in found if row[0].alignment.coverage >= least]
        found.sort(key=lambda row: -request.story.day(row[0].reading.article))
        if found and (before := next((r for r in found if r[1].yes != found[0][1].yes), None)):
            yield _changed(request, found[0], before, turned=turned)
    for passage, verdict in found:
        yield _tell(request, passage, verdict, yes=verdict.yes != turned)
    yield from standing.tell(request)
    yield from family.tell(request)
    newest = max((request.story.day(p.reading.article) for p in request.passages), default=0)
    for passage in request.passages:
        if request.story.day(passage.reading.article) < newest:
            continue
        if (ahead := to_come.not_yet(asked, passage)) is not None:
            yield _tell(request, passage, ahead, yes=False)
    yield from instead.tell(request)


def _tell(request: Request, passage: Passage, verdict: Verdict, *, yes: bool) -> Reply:
    reading = passage.reading
    whole = Candidate(verdict.start, verdict.end, verdict.start, "clause")
    speaker = reporter(reading, whole)
    how = "denied" if verdict.denied and not yes else "reported" if speaker else "answer"
    return say(request, reading, verdict.start, verdict.end, yes=yes, how=how, speaker=speaker)


def _changed(
    request: Request, now: tuple[Passage, Verdict], before: tuple[Passage, Verdict], *, turned: bool
) -> Reply:
    """What the newest article says, and what an older one said otherwise."""
    writer = Writer(request.asked, request.replies)
    new, old = (p.reading.fact(verdict.start, verdict.end) for p, verdict in (now, before))
    yes = now[1].yes != turned
    return writer.reply(
        "yesno",
        "yes.changed" if yes else "no.changed",
        short="Yes" if yes else "No",
        evidence=writer.slot(new),
        mark=writer.marks(new),
        when=told_on(old),
        second=writer.slot(old),
        other=writer.marks(old),
    )


def _verdict(asked: Asked, passage: Passage) -> Verdict | None:
    """What the sentence says; None when it does not tell."""
    frame, coverage = asked.frame, passage.alignment.coverage
    if frame is None or _names_missing(asked, passage):
        return _told_elsewhere(asked, passage) if frame is not None else None
    if "?" in passage.reading.sentence.text:
        return None  # who asks says nothing
    if (disowned := denials.denied(asked, passage)) is not None:
        return disowned
    if coverage >= LEAST_COVERAGE and (some := not_all(asked, passage)) is not None:
        return _spoken(passage, some, yes=False)
    if lacks_a_limit(asked, passage):
        return None
    if frame.lemma == "be":
        if (otherwise := against(asked, passage)) is not None:
            return otherwise
        if any(
            speaks_against(passage.reading.forms, asked.doc[i]) for i in passage.alignment.missing
        ):
            return None  # 'Is she the last?' of 'the first'
        return likened(frame, passage) if coverage >= LEAST_COVERAGE else None
    if coverage >= LEAST_COVERAGE and (none := made_none(frame, passage)) is not None:
        return _spoken(passage, none, yes=False)
    denies_it, is_unclear = is_denier(asked, passage), False
    for own, strength, agreement in sorted(passage.frames, key=lambda row: -row[1] * (1 + row[2])):
        will_not_say = own.negated and lexicon.is_speech(own.lemma)
        if agreement < 0 or strength < 0.6 or (own.modal and not (frame.modal or will_not_say)):
            continue
        if is_conditional(passage.reading.doc[own.head]):
            continue
        if asked.opener in {"has", "have"} and is_under_way(passage.reading.doc[own.head]):
            continue
        is_meant = is_a_purpose(passage.reading.doc[own.head]) and not own.negated
        if is_meant and not asks_for_a_purpose(asked):
            continue
        other = "" if denies_it else _contradicted(asked, frame, own, passage)
        if other == "no" and coverage >= LEAST_OTHERWISE:
            return replace(_spoken(passage, own, yes=False), by_another=True)
        if other and coverage >= LEAST_OTHERWISE:
            is_unclear = True
            continue
        if coverage >= LEAST_OTHERWISE and takes_the_other_side(frame, own, passage):
            return _spoken(passage, own, yes=False)
        if coverage >= LEAST_OTHERWISE and has_other_filler(asked, passage, own):
            unsure = own.negated or is_denied(passage, own.head)  # it may be true of the other
            return None if unsure else _spoken(passage, own, yes=False)
        denied, turned = is_denied(passage, own.head), is_turned(passage)
        if parts_differ(frame, own, passage) and not (turned or denies_it):
            continue
        if is_told_elsewhere(asked, frame, own, passage):
            return None
        if coverage >= LEAST_COVERAGE and not lacks_a_word(asked, passage):
            contrary = own.negated or nobody(asked, own, passage) or turned
            spoken = _spoken(passage, own, yes=not (denied or contrary))
            return replace(spoken, denied=denied and not contrary)
    if is_unclear:
        return None
    lacking = set(passage.alignment.missing)
    if frame.head in lacking and (coverage >= LEAST_OTHERWISE or lacking == {frame.head}):
        for own in passage.reading.frames:
            if says_the_contrary(frame, own, passage):
                return _spoken(passage, own, yes=False)
    # Which noun a clause hangs on, and so its parts, is the parser's weakest guess.
    told = [passage.reading.doc[own.head] for own, _, _ in passage.frames]
    hanging = bool(told) and all(verb.dep_.startswith("acl") for verb in told)
    purposes = any(map(is_a_purpose, told)) and not asks_for_a_purpose(asked)
    another = any(is_done_to_another(frame, own, passage) for own, _, _ in passage.frames)
    unsure = purposes or another or any(f.negated or f.modal for f in passage.reading.frames)
    return whole(passage, yes=True) if hanging and not unsure and coverage >= NEARLY_ALL else None


def _told_elsewhere(asked: Asked, passage: Passage) -> Verdict | None:
    """No where the only name that is missing is a place, and another is told instead."""
    if passage.alignment.coverage < LEAST_OTHERWISE:
        return None
    surely = [f for f, strength, agreement in passage.frames if strength == 1 and agreement > 0]
    told = (own for own in surely if not own.negated and has_other_filler(asked, passage, own))
    own = next(told, None)
    return _spoken(passage, own, yes=False) if own is not None else None


def _names_missing(asked: Asked, passage: Passage) -> bool:
    missing = set(passage.alignment.missing)
    return any(
        name.label != "MISC" and all(i in missing for i in range(name.start, name.end))
        for name in asked.names
        if not _is_agent(asked, name.start, name.end)
    )


def _is_agent(asked: Asked, start: int, end: int) -> bool:
    heads = asked.frame.fillers(Part.AGENT) if asked.frame else ()
    return any(start <= head < end for head in heads)


def _contradicted(asked: Asked, frame: Frame, own: Frame, passage: Passage) -> str:
    """'no' when another than the asked agent is said to have done it; 'unclear' when nobody is."""
    missing = set(passage.alignment.missing)
    for agent in frame.fillers(Part.AGENT):
        stands = [token for token, _ in passage.alignment.of(agent)]
        roles = {role_of(own, token, passage.reading.edges) for token in stands}
        others = [i for i in own.fillers(Part.AGENT) if not is_taken_up(passage, own, i, stands)]
        if stands and Part.AGENT not in roles and others:
            return "unclear"  # 'Did Pohl sell it?' of 'Ost sold it to Pohl'
    asked_agents = [h for h in frame.fillers(Part.AGENT) if h in missing]
    named = {i for name in asked.names for i in range(name.start, name.end)}
    if not asked_agents or not set(asked_agents) & named:
        return ""
    patients = list(frame.fillers(Part.PATIENT))
    same = any(
        role_of(own, token, passage.reading.edges) is Part.PATIENT
        for head in patients
        for token, _ in passage.alignment.of(head)
    )
    told = [h for h in own.fillers(Part.AGENT) if passage.reading.doc[h].pos_ in {"PROPN", "NOUN"}]
    return "no" if same and told else "unclear"


def _spoken(passage: Passage, frame: Frame, *, yes: bool) -> Verdict:
    """The clause of a frame, with the clause that denies it if there is one."""
    doc, edges = passage.reading.doc, passage.reading.edges
    head = frame.head
    if len(doc.text) <= SHORT and not any(quote.speaker for quote in passage.reading.quotes):
        return whole(passage, yes=yes)
    for quote in passage.reading.quotes:
        if quote.verb is not None and quote.start <= head < quote.end and not yes:
            head = quote.verb
    start, end = edges[head]
    subjects = [a.head for f in passage.reading.frames if f.head == head for a in f.arguments
                if a.part in {Part.AGENT, Part.PATIENT} and a.head < head]  # fmt: skip
    start = min([start, *(edges[subject][0] for subject in subjects)])
    root = doc[head]
    if doc[start:end].end_char - doc[start:end].start_char > LONGEST:
        end = max([head + 1, *(c.right_edge.i + 1 for c in root.rights if c.dep_ in
                   {"obj", "obl", "ccomp", "xcomp", "obl:agent", "nsubj:pass"})])  # fmt: skip
    for quote in passage.reading.quotes:  # 'Ana said [it would leave], and she waved'
        is_said = quote.speaker and not quote.direct and quote.start <= head < quote.end
        if is_said and doc[quote.end : quote.end + 2].text.lower() in {", and", ", but"}:
            end = min(end, quote.end)
    return Verdict(yes, *bare(passage.reading, start, end))


KIND = Kind("yesno", recognises, decide, final=True)
