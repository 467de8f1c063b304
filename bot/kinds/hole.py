"""Filling a question's hole with words of a sentence: what most kinds do."""

from collections.abc import Callable, Iterator

from bot.accepting import objection
from bot.candidates import Candidate
from bot.domain import Fact, Reply
from bot.kinds.kind import Fits, Kind, Request
from bot.kinds.telling import tell
from bot.questions import Asked
from bot.search import Finding, findings
from bot.story import Reading
from bot.writing import Writer

Words = Callable[[Request, str, Finding], Reply]

TRIES = 5  # findings worded before the kind gives up
SURE = 2.5  # least score of an answer; tuned with the weights


def kind(
    name: str,
    recognises: Callable[[Asked], bool],
    fits: Fits,
    words: Words | None = None,
    *,
    final: bool = True,
) -> Kind:
    """A kind that is answered by the words that fit best."""

    def answers(request: Request) -> Iterator[Reply]:
        tries = 0
        for finding in findings(request.asked, name, fits, request.passages):
            if finding.score < SURE or tries >= TRIES:
                return
            if not objection(request.asked, finding):
                tries += 1
                yield (words or say)(request, name, finding)

    return Kind(name, recognises, answers, fits, final)


def say(request: Request, name: str, finding: Finding) -> Reply:
    """The words themselves, with who says so where the story only reports it."""
    reading, candidate = finding.passage.reading, finding.candidate
    writer = Writer(request.asked, request.replies)
    told = tell(request, writer, reading, candidate)
    speaker = reporter(reading, candidate)
    key = "fact.reported" if speaker else "fact.answer"
    return writer.reply(
        name,
        key,
        short=told.short,
        answer=told.parts,
        speaker=writer.slot(speaker) if speaker else (),
        mark=writer.marks(*told.facts),
    )


def reporter(reading: Reading, candidate: Candidate) -> Fact | None:
    """Who says so, if the sentence gives the words as somebody's; not when that is the answer."""
    for quote in reading.quotes:
        inside = quote.start <= candidate.start and candidate.end <= quote.end
        if inside and quote.speaker:
            start, end = quote.speaker
            if reading.doc[start].pos_ != "PRON" and not (
                candidate.start < end and start < candidate.end
            ):
                return reading.fact(start, end)
    return None
