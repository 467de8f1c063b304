"""Filling a question's hole with words of a sentence: what most kinds do."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

from bot.candidates import Candidate
from bot.confidence import accepts
from bot.domain import Reply
from bot.kinds.kind import Fits, Kind, Request
from bot.kinds.telling import Told, coordination, name, reporter, tell
from bot.kinds.versions import in_the_voice, rivals, side_by_side
from bot.questions import Asked
from bot.search import Finding, findings
from bot.story import Reading
from bot.weighing import likeliest
from bot.writing import Writer

Words = Callable[[Request, str, Finding], Reply]

FIT = 0.5  # weight of how well words fit the hole, beside the trained score
UNFIT = 0.01  # of words that do not fit the hole, where they are let in at all
DEPTH = 40  # findings looked at
TRIES = 5  # findings worded before the kind gives up


def kind(
    name: str,
    recognises: Callable[[Asked], bool],
    fits: Fits,
    words: Words | None = None,
    allows: Callable[[Request, Finding], bool] | None = None,
    *,
    final: bool = True,
) -> Kind:
    """A kind that is answered by the words that fit best."""

    def answers(request: Request) -> Iterator[Reply]:
        found = (f for f in ranked(request, fits) if allows is None or allows(request, f))
        allowed: Sequence[Finding]
        if request.article is not None:
            allowed = list(likeliest(request.asked, found, request.story))
        else:
            accepted = [f for f in found if accepts(request.asked, f, request.story)]
            allowed = in_the_voice(request.asked, accepted)
            writer = Writer(request.asked, request.replies)
            versions = rivals(allowed, lambda finding: _all(request, writer, finding, name))
            if len(versions) > 1 and request.asked.asks_for_now:
                allowed = [f for f in allowed if f.passage.reading is versions[-1].reading]
            elif len(versions) > 1:
                yield side_by_side(request, name, versions)
        for finding in islice(allowed, TRIES):
            yield (words or say)(request, name, finding)

    return Kind(name, recognises, answers, fits, final)


def ranked(request: Request, fits: Fits) -> list[Finding]:
    """What could fill the hole, best first."""

    def fit(asked: Asked, reading: Reading, candidate: Candidate) -> float:
        """Of a text that the asker named nothing is left out: the ranker knows types too."""
        return fits(asked, reading, candidate) or UNFIT * (request.article is not None)

    def worth(finding: Finding) -> float:
        own = fit(request.asked, finding.passage.reading, finding.candidate)
        return finding.score + prior(finding) + FIT * own

    found = findings(request.asked, fit, request.passages)[: 3 * DEPTH]
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
    value += 0.3 * (sentence.role == "body" and sentence.paragraph <= 4)
    value -= 0.6 * (sentence.role != "body")
    if finding.candidate.shape == "when" and sentence.source.published:
        for when in finding.passage.reading.whens:
            if when.start == finding.candidate.start and when.value is not None:
                days = abs((sentence.source.published - when.value.start).days)
                value -= 0.15 * math.log1p(days)
    return value


def say(request: Request, kind_name: str, finding: Finding) -> Reply:
    """The words themselves, with who says so where the story only reports it."""
    reading, candidate = finding.passage.reading, finding.candidate
    writer = Writer(request.asked, request.replies)
    told = _all(request, writer, finding, kind_name)
    speaker = reporter(reading, candidate)
    key = "fact.reported" if speaker else "fact.answer"
    return writer.reply(
        kind_name,
        key,
        short=told.short,
        answer=told.parts,
        speaker=writer.slot(speaker) if speaker else (),
        mark=writer.marks(*told.facts),
    )


def _all(request: Request, writer: Writer, finding: Finding, kind: str) -> Told:
    """The words of a finding; of names joined by "and" in the asked part, all: 'Ruiz and Roe signed'."""
    reading, candidate = finding.passage.reading, finding.candidate
    told = tell(request, writer, reading, candidate, kind=kind)
    if candidate.shape == "phrase" and _asks_for_several(request.asked):
        return _with_conjuncts(writer, finding) or told
    if candidate.shape != "name" or not finding.features.get("same part"):
        return told
    fellows = [
        (n.start, n.end)
        for frame, _, _ in finding.passage.frames
        if request.asked.part and candidate.head in frame.fillers(request.asked.part)
        for head in frame.fillers(request.asked.part)
        for n in reading.names
        if n.start <= head < n.end and n.label == candidate.label
    ]
    spans = sorted({*fellows, (candidate.start, candidate.end)})
    if len(spans) == 1 or any(not between(reading, a, b) for a, b in pairwise(spans)):
        return told
    every = [name(request, reading, *span) for span in spans]
    parts = writer.joined([one.parts for one in every])
    return Told(
        parts, ", ".join(one.short for one in every), tuple(f for t in every for f in t.facts)
    )


def _asks_for_several(asked: Asked) -> bool:
    """'Which ships …', 'What kinds of people …'"""
    return bool(asked.noun) and asked.doc[asked.phrase].tag_ in {"NNS", "NNPS"}


def _with_conjuncts(writer: Writer, finding: Finding) -> Told | None:
    """'journalists, lawyers and activists' for 'journalists'; None where nothing is joined."""
    reading, candidate = finding.passage.reading, finding.candidate
    span = coordination(reading, candidate.start, candidate.end)
    if span == (candidate.start, candidate.end):
        return None
    fact = reading.fact(*span)
    return Told((writer.slot(fact, strong=True),), fact.text, (fact,))


def between(reading: Reading, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two names belong to one list: "and" or a comma stands between them."""
    words = [t.lower_ for t in reading.doc[first[1] : second[0]]]
    return bool({"and", ",", "&"} & set(words))
