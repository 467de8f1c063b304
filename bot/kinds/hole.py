"""Filling a question's hole with words of a sentence: what most kinds do."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from bot.domain import Reply
from bot.finding.confidence import accepts
from bot.finding.polarity import is_unreal
from bot.finding.search import Finding, findings
from bot.kinds.anything import quote
from bot.kinds.extents import coordination
from bot.kinds.kind import Fits, Kind, Request
from bot.kinds.reported import reporter, voice
from bot.kinds.telling import Told, date, name, tell
from bot.kinds.versions import FIGURES, in_the_voice, rivals, side_by_side
from bot.language import name_lists
from bot.language.date_values import Value
from bot.language.places import place_before_where
from bot.language.terms import search_terms
from bot.proof import spaced
from bot.questions import Asked
from bot.story.counters import as_of, counter
from bot.writing import Writer

Words = Callable[[Request, str, Finding], Reply]

FIT = 0.5  # weight of how well words fit the hole, beside the trained score
AGO = 0.25  # by which a deed counts less for each time its days ago grow e-fold
PART = 5.0  # by which a figure of one place counts less where all of them are asked for
NEWS = 3  # days; what was longer ago is not what happened
DEPTH = 40  # findings looked at
WHOLE = {"who", "what"}  # kinds that tell all of 'Ruiz, the mayor, and Roe'
TRIES = 5  # findings worded before the kind gives up


def kind(
    name: str,
    recognises: Callable[[Asked], bool],
    fits: Fits,
    words: Words | None = None,
    allows: Callable[[Request, Finding], bool] | None = None,
    *,
    narrows: Callable[[Asked, Sequence[Finding]], Sequence[Finding]] | None = None,
    final: bool = True,
) -> Kind:
    """A kind that is answered by the words that fit best, of those that are allowed; `narrows` chooses
    some of them all."""

    def answers(request: Request) -> Iterator[Reply]:
        allowed: Sequence[Finding]
        if request.is_weighed:
            allowed = request.likely
        else:
            found = [f for f in ranked(request, fits) if allows is None or allows(request, f)]
            found = [replace(f, rivals=found) for f in found]
            accepted = [f for f in found if accepts(request.asked, f, request.story)]
            if narrows is not None:
                accepted = list(narrows(request.asked, accepted))
            allowed = in_the_voice(request.asked, accepted)
            writer = Writer(request.asked, request.replies)
            versions = rivals(allowed, lambda finding: _all(request, writer, finding, name))
            if len(versions) > 1 and request.asked.asks_for_now:
                allowed = [f for f in allowed if f.passage.reading is versions[-1].reading]
            elif len(versions) > 1:
                yield side_by_side(request, name, versions)
        for finding in islice(allowed, TRIES):
            reply = (words or say)(request, name, finding)
            if request.is_left_to_trees or not _only_repeats(request.asked, reply.short):
                yield reply

    return Kind(name, recognises, answers, fits, final)


def _only_repeats(asked: Asked, short: str) -> bool:
    """'Ana Roe' for 'Ana Roe, who is she?', told for "the baker"; a figure may be asked with and told."""
    terms = set(search_terms(short))
    return bool(terms) and terms <= set(asked.terms) and not any(c.isdigit() for c in short)


def ranked(request: Request, fits: Fits) -> list[Finding]:
    """What could fill the hole, best first."""

    def worth(finding: Finding) -> float:
        own = fits(request.asked, finding.passage.reading, finding.candidate)
        return finding.score + prior(finding) + FIT * own

    found = findings(request.asked, fits, request.passages)[: 3 * DEPTH]
    found = [f for f in found if f.passage.reading.doc[f.candidate.start].dep_ != "cc"]
    found = _of_all(found)
    return sorted(found, key=lambda finding: -worth(finding))[:DEPTH]


def prior(finding: Finding) -> float:
    """What speaks for words beyond the trained score: the asked part of the asked predicate, the
    asked preposition, the lead of the story; of two dates the one nearer to the publication."""
    sentence = finding.passage.reading.sentence
    value = (
        2.0 * finding.passage.alignment.coverage
        + 1.2 * finding.number("same part")
        - 0.8 * finding.number("other clause")
    )
    value += 1.0 * finding.number("same preposition")
    value -= PART * _is_of_a_part(finding)
    value += 0.3 * (sentence.role == "body" and sentence.paragraph <= 4)
    value -= 0.6 * (sentence.role != "body")
    if sentence.source.published and not finding.passage.asked.whens:
        for when in _dates(finding):
            days = abs((sentence.source.published - when.start).days)
            value -= AGO * math.log1p(days)
    return value


def _of_all(found: list[Finding]) -> list[Finding]:
    """Without the figures of a part where a sentence that tells as much has another."""
    parts = [finding for finding in found if _is_of_a_part(finding)]
    least = max((finding.passage.alignment.coverage for finding in parts), default=0.0)
    shapes = {finding.candidate.shape for finding in parts}
    is_told = any(
        f not in parts and f.candidate.shape in shapes and f.passage.alignment.coverage >= least
        for f in found
    )
    return [finding for finding in found if finding not in parts] if is_told else found


def _is_of_a_part(finding: Finding) -> bool:
    """'at Alta, where a school fell and [22] died', or 'Last week [30] died when a bus crashed', for 'How
    many died?'"""
    asked, reading = finding.passage.asked, finding.passage.reading
    if asked.degree != "many" or any(name.label == "LOC" for name in asked.names):
        return False
    deeds = [reading.doc[frame.head] for frame, _, _ in finding.passage.frames]
    elsewhere = bool(deeds) and all(place_before_where(deed) is not None for deed in deeds)
    return elsewhere or (not asked.whens and any(_had_its_own_day(finding, d) for d in deeds))


def _had_its_own_day(finding: Finding, deed: Token) -> bool:
    """'[Last week] 30 died [when a bus crashed]': long before the news, and with an occasion of its own."""
    published = finding.passage.reading.sentence.source.published
    days = [(published - day.end).days for day in _dates(finding)] if published else []
    occasions = (c for c in deed.children if c.dep_ == "advcl")
    asked = {stem for n, stem in enumerate(finding.passage.asked.stems) if stem}
    return any(day > NEWS for day in days) and any(
        any(c.lower_ in {"when", "after"} for c in occasion.lefts)
        and not any(finding.passage.reading.stems[t.i] in asked for t in occasion.subtree)
        for occasion in occasions
    )


def _dates(finding: Finding) -> Iterator[Value]:
    """The date that would answer; of other words the first date of the clause that tells the deed, for
    what is asked without a date is the news."""
    reading, candidate = finding.passage.reading, finding.candidate
    if candidate.shape == "when":
        told = [when for when in reading.whens if when.start == candidate.start]
    else:
        deeds = {reading.clauses[frame.head] for frame, _, _ in finding.passage.frames}
        told = [when for when in reading.whens if reading.clauses[when.start] in deeds]
    yield from [when.value for when in told if when.value is not None][:1]


def say(request: Request, kind_name: str, finding: Finding) -> Reply:
    """The words themselves, with who says so, or counted, and as of when, where the story tells."""
    reading, candidate = finding.passage.reading, finding.candidate
    writer = Writer(request.asked, request.replies)
    told = _all(request, writer, finding, kind_name)
    speaker = reporter(reading, candidate)
    if speaker and is_unreal(request.asked, finding.passage):
        return replace(quote(request, finding.passage.reading, kind_name), short=told.short)
    held = None
    if candidate.shape in FIGURES:
        inside = (q for q in reading.quantities if q.start <= candidate.start < q.end)
        counted = next((q for q in inside if q.unit == "count"), None)
        speaker = speaker or (counter(reading, counted) if counted else None)
        held = as_of(reading) if counted else None
    key = {
        (False, False): "fact.answer",
        (True, False): "fact.reported",
        (False, True): "fact.as_of",
        (True, True): "fact.reported_as_of",
    }[bool(speaker), bool(held)]
    when = replace(date(request, reading, held), strong=False) if held else None
    return writer.reply(
        kind_name,
        key,
        short=told.short,
        answer=told.parts,
        speaker=voice(writer, reading, speaker) if speaker else (),
        when=when or (),
        mark=writer.marks(*told.facts, *(when.facts if when else ())),
    )


def _all(request: Request, writer: Writer, finding: Finding, kind: str) -> Told:
    """The words of a finding, with what is joined to them: 'Ruiz, the mayor, and Roe signed'."""
    asked, candidate = request.asked, finding.candidate
    reading = finding.passage.reading
    told = tell(request, writer, reading, candidate, kind=kind)
    several = _asks_for_several(asked)
    same = bool(finding.features.get("same part"))
    if candidate.shape in {"phrase", "conjoined"} and (several or kind in WHOLE):
        return _with_conjuncts(writer, finding) or told
    if candidate.shape != "name" or not (same or several):
        return told
    row = name_lists.around(reading.doc, reading.names, candidate.start)
    if len(row) < 2:
        return (_with_conjuncts(writer, finding) if several else None) or told
    every = [name(request, reading, one.start, one.end) for one in row]
    parts = writer.joined([one.parts for one in every])
    return Told(
        parts, ", ".join(one.short for one in every), tuple(f for t in every for f in t.facts)
    )


def _asks_for_several(asked: Asked) -> bool:
    """'Which ships …', 'What kinds of people …', 'Who are her daughters?'"""
    noun = asked.topic_head if asked.topic else asked.phrase
    return noun >= 0 and asked.doc[noun].tag_ in {"NNS", "NNPS"}


def _with_conjuncts(writer: Writer, finding: Finding) -> Told | None:
    """'journalists, lawyers and activists' for 'journalists'; None where nothing is joined."""
    reading, candidate = finding.passage.reading, finding.candidate
    span = coordination(reading, candidate.start, candidate.end)
    if candidate.shape == "name":
        span = candidate.start, span[1]  # not 'two daughters, [Joy] and Ida'
    if span == (candidate.start, candidate.end):
        return None
    fact = reading.fact(*span)
    return Told((writer.slot(fact, strong=True),), spaced(fact), (fact,))
