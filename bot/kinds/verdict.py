"""What a sentence says to a question for yes or no; whether somebody is what is asked."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bot.domain import Fact, Reply
from bot.finding.scoring import Passage
from bot.kinds.extents import whole_names
from bot.kinds.kind import Request
from bot.kinds.reported import voice
from bot.language import descriptions, lexicon, opposites
from bot.language.frames import Frame, Part
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

SURELY = 0.95  # of the question's words
NAMING = {"them", "including", "among", "include"}
NONE = {"no", "not", "none", "nobody", "neither"}
NEAR = 5  # tokens from "one of them" to who that is
PLACING = {"in", "at", "inside", "on", "aboard"}
LESS = {"acting", "deputy", "vice", "assistant", "would-be", "self-styled", "interim", "honorary",
        "aspiring", "alleged", "elect", "designate", "substitute"}  # fmt: skip
PAST = {"former", "ex", "late", "onetime", "erstwhile", "deposed", "ousted", "retired"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence says to the question, and the words that say it."""

    yes: bool
    start: int  # tokens [start, end)
    end: int
    by_another: bool = False  # no, for somebody else is told to have done it
    denied: bool = False  # whether somebody denies it, rather than the story


def likened(question: Frame, passage: Passage) -> Verdict | None:
    """'Is it clear?' of 'It was not clear'; 'Is Ana the mayor?' of 'Mayor Ana said', not of 'Leo,
    a brother of the mayor, met Ana'."""
    reading = passage.reading
    asked_of = [a.head for a in question.arguments if a.part in {Part.AGENT, Part.ATTRIBUTE}]
    stands = [{s for s, _ in passage.alignment.of(head)} for head in asked_of]
    said = {s for _, s, _ in passage.alignment.pairs}
    if (member := _named_among(passage)) is not None:
        return member
    if _is_of_another_kind(question, passage):
        return None
    for own in reading.frames:
        if own.lemma == "be" and said & set(own.fillers(Part.ATTRIBUTE)):
            if not _is_of_the_frame(question, own, passage):
                continue
            return whole(passage, yes=own.negated == _is_left(question, passage))
        if own.lemma == "be" and _is_one_of_them(question, own, passage):
            return whole(passage, yes=not own.negated)
    if _has_left(question, passage):
        return whole(passage, yes=False)
    if any(c.lower_ == "no" for tokens in stands for s in tokens for c in reading.doc[s].lefts):
        return whole(passage, yes=False)  # 'found no water'
    named = [tokens for tokens in stands if tokens]
    if any(question.fillers(Part.AGENT)) and any(question.fillers(Part.ATTRIBUTE)):
        sides = (_stands(question, passage, part) for part in (Part.AGENT, Part.ATTRIBUTE))
        named = [tokens for tokens in sides if tokens]
    for a, b in itertools.product(*named[:2]) if len(named) > 1 else ():
        if reading.doc[a].dep_ == "nmod:poss" or reading.doc[b].dep_ == "nmod:poss":
            continue  # 'his deputy' is not himself
        if any(reading.doc[i].dep_ == "nmod" and _is_kin(reading.doc[i].head) for i in (a, b)):
            continue  # nor is 'the brother of a baker' one
        if _is_anothers(reading, a, b):
            continue
        spans = reading.edges[a], reading.edges[b]
        if reading.distances[a][b] <= 1 and _hold_the_names(passage, spans):
            if _is_over(passage, b) or _is_less(passage, b):
                return None
            start, end = whole_names(reading, min(spans)[0], max(end for _, end in spans))
            while reading.doc[start].pos_ in {"ADP", "PUNCT"}:
                start += 1
            return Verdict(True, start, end - reading.doc[end - 1].is_punct)
    return None


def _is_anothers(reading: Reading, a: int, b: int) -> bool:
    """'Is Ana a driver?' of 'Ana Roe, the driver Leo Falk and a nurse': the two are of different names."""
    told = descriptions.find(reading.doc, reading.names)
    of = [
        {(n.start, n.end) for n in reading.names if n.start <= one < n.end}
        | {found.name for found in told if found.start <= one < found.end}
        for one in (a, b)
    ]
    return all(of) and of[0].isdisjoint(of[1])


def _stands(question: Frame, passage: Passage, part: Part) -> set[int]:
    return {s for head in question.fillers(part) for s, _ in passage.alignment.of(head)}


def _is_of_the_frame(question: Frame, own: Frame, passage: Passage) -> bool:
    """'Was Ana on strike?' is not told by 'The dead woman was Ana, who ignored the strike'."""
    clauses = passage.reading.clauses
    asked = _stands(question, passage, Part.ATTRIBUTE)
    return not asked or any(token == own.head or clauses[token] == own.head for token in asked)


def _is_left(question: Frame, passage: Passage) -> bool:
    """'Is he in danger?' of 'He is out of danger'"""
    doc = passage.reading.doc
    inside = [a.head for a in question.arguments if a.marker == "in" and a.part is Part.ATTRIBUTE]
    return any(
        any(c.lower_ == "out" for c in doc[s].lefts)
        for head in inside
        for s, _ in passage.alignment.of(head)
    )


def _is_one_of_them(question: Frame, own: Frame, passage: Passage) -> bool:
    """'Is Ana among the winners?' of 'The winners are Leo, Ana and Ida', 'Is a monk among those held?' of
    'Among those still held is a monk'"""
    clauses = passage.reading.clauses
    sides = [_stands(question, passage, part) for part in (Part.AGENT, Part.ATTRIBUTE)]
    placed = any(a.part is Part.ATTRIBUTE and a.marker for a in question.arguments)
    here = [{t for t in side if t == own.head or clauses[t] == own.head} for side in sides]
    return placed and passage.alignment.coverage >= SURELY and all(here) and here[0] != here[1]


def _is_kin(noun: Token) -> bool:
    return lexicon.kin(fold(noun.lemma_)) is not None


def _is_of_another_kind(question: Frame, passage: Passage) -> bool:
    """'Is Roe a chief?' of 'President Roe', 'Is Roe a driver?' of 'Roe leads the council'"""
    doc = passage.asked.doc
    for head in question.fillers(Part.ATTRIBUTE):
        is_a_kind = any(c.lower_ in {"a", "an"} for c in doc[head].lefts)
        likeness = max((strength for _, strength in passage.alignment.of(head)), default=1.0)
        if is_a_kind and doc[head].pos_ == "NOUN" and likeness < SURELY:
            return True
    return False


def _named_among(passage: Passage) -> Verdict | None:
    """'Is a child among the missing?' of 'Two are missing, one of them a child'"""
    doc, alignment = passage.asked.doc, passage.alignment
    among = next((t.i for t in doc if t.lower_ == "among"), -1)
    nouns = [t.i for t in doc if t.pos_ in {"NOUN", "PROPN", "ADJ"}]
    one = next((i for i in reversed(nouns) if i < among), None)
    group = next((i for i in reversed(nouns) if i > among), None)
    if among < 0 or one is None or group is None:
        return None
    members, groups = ({s for s, _ in alignment.of(i)} for i in (one, group))
    for told, member in itertools.product(sorted(groups), sorted(members)):
        between = [t.lower_ for t in passage.reading.doc[told + 1 : member]]
        opening = next((n for n, w in enumerate(between) if w in NAMING), None)
        if opening is None or not NONE.isdisjoint(between) or len(between) - opening > NEAR:
            continue
        start, end = told + 1 + opening, passage.reading.edges[member][1]
        while passage.reading.doc[start - 1].text != "," and start > told + 1:
            start -= 1
        return Verdict(True, start, end - passage.reading.doc[end - 1].is_punct)
    return None


def against(asked: Asked, passage: Passage) -> Verdict | None:
    """'Is the port open?' of 'The port is closed'; not 'Is she the last?' of 'the first'."""
    reading, question = passage.reading, asked.frame
    qualities = [asked.doc[i] for i in question.fillers(Part.ATTRIBUTE)] if question else []
    quality = next((t for t in qualities if t.pos_ == "ADJ"), None)
    if question is None or quality is None or any(c.dep_ == "det" for c in quality.lefts):
        return None
    if not set(passage.alignment.missing) <= {quality.i}:
        return None
    others = [a.head for a in question.arguments if a.head != quality.i and not a.marker]
    stands = {token for head in others for token, _ in passage.alignment.of(head)}
    contrary = opposites.against(fold(quality.lemma_)) | opposites.against(fold(quality.text))
    for token in reading.doc:
        if fold(token.text) not in contrary:
            continue
        for own in reading.frames:
            sides = {*own.fillers(Part.AGENT), *own.fillers(Part.PATIENT)}
            if own.head in {token.i, reading.clauses[token.i]} and stands & sides and not own.modal:
                return whole(passage, yes=own.negated)
    return None


def _has_left(question: Frame, passage: Passage) -> bool:
    """'Is Ana in the hospital?' of 'Ana left the hospital'; not 'Was Ana there?'"""
    if passage.asked.opener not in {"is", "are"}:
        return False
    where = [a.head for a in question.arguments if a.marker in PLACING]
    who = [a.head for a in question.arguments if a.part in {Part.AGENT, Part.ATTRIBUTE}]
    places = {s for head in where for s, _ in passage.alignment.of(head)}
    people = {s for head in who for s, _ in passage.alignment.of(head)}
    return any(
        lexicon.same_family(own.lemma, "leave")
        and not (own.negated or own.modal)
        and not people.isdisjoint(own.fillers(Part.AGENT))
        and not places.isdisjoint(
            a.head for a in own.arguments if a.part in {Part.PATIENT, Part.OBLIQUE}
        )
        for own in passage.reading.frames
    )


def _hold_the_names(passage: Passage, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether all that the question names is told there: 'Is Roe the president of Chile?' not of 'said
    Assembly President Roe in Chile'."""
    inside = {token for start, end in spans for token in range(start, end)}
    return all(
        not inside.isdisjoint(token for token, _ in passage.alignment.of(place))
        for name in passage.asked.names
        for place in range(name.start, name.end)
        if place not in passage.alignment.missing
    )


def _is_over(passage: Passage, told: int) -> bool:
    """'Is Roe the mayor?' of 'former [mayor] Roe'; not 'Was Roe the mayor?'"""
    said = {t.lower_ for t in passage.reading.doc[told].lefts} & PAST
    now = passage.asked.opener in {"is", "are"}
    return now and not said <= {t.lower_ for t in passage.asked.doc}


def _is_less(passage: Passage, told: int) -> bool:
    """'Is Roe the mayor?' of 'deputy [mayor] Roe'"""
    doc, asked = passage.reading.doc, {t.lower_ for t in passage.asked.doc}
    return bool(({t.lower_ for t in doc[told].lefts} & LESS) - asked)


def whole(passage: Passage, *, yes: bool) -> Verdict:
    """The sentence without its full stop."""
    doc = passage.reading.doc
    return Verdict(yes, 0, len(doc) - (doc[-1].text == "."))


def say(
    request: Request,
    reading: Reading,
    start: int,
    end: int,
    *,
    yes: bool,
    how: str = "answer",
    speaker: Fact | None = None,
) -> Reply:
    """Yes or No with the words that tell it; `how` picks the wording of `replies.toml`."""
    writer = Writer(request.asked, request.replies)
    evidence = reading.fact(start, end)
    return writer.reply(
        "yesno",
        f"{'yes' if yes else 'no'}.{how}",
        short="Yes" if yes else "No",
        evidence=writer.slot(evidence),
        speaker=voice(writer, reading, speaker) if speaker else (),
        mark=writer.marks(evidence),
    )
