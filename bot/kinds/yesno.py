"""Did it happen?  Yes with the evidence; No only from negation, a denial or an opposite; never from
silence."""

from collections.abc import Iterator

from bot.domain import Reply
from bot.kinds.kind import Kind, Request
from bot.language import lexicon
from bot.questions import OPENERS, Asked
from bot.scoring import Passage
from bot.writing import Writer

LEAST_COVERAGE = 0.8  # of the question's words: what is not said is not confirmed


def recognises(asked: Asked) -> bool:
    """'Was the ferry late?'"""
    return asked.word < 0 and asked.opener in OPENERS


def decide(request: Request) -> Iterator[Reply]:
    """Yes or No from the sentence that says most of the question, in the asked parts."""
    asked = request.asked
    negated = bool(asked.frame and asked.frame.negated)
    for passage in request.passages:
        if passage.alignment.coverage < LEAST_COVERAGE:
            continue
        verdict = _verdict(asked, passage)
        if verdict is None:
            continue
        writer = Writer(asked, request.replies)
        fact = passage.reading.fact(0, len(passage.reading.doc))
        yes = verdict != negated
        yield writer.reply(
            "yesno",
            "yes.answer" if yes else "no.answer",
            short="Yes" if yes else "No",
            evidence=writer.slot(fact),
            mark=writer.marks(fact),
        )


def _verdict(asked: Asked, passage: Passage) -> bool | None:
    """Whether the sentence says that it is so; None when it does not tell."""
    if asked.frame is None:
        return None
    if asked.frame.lemma == "be":
        return not any(frame.negated for frame in passage.reading.frames if frame.lemma == "be")
    for frame, _, agreement in sorted(passage.frames, key=lambda row: -row[1] * (1 + row[2])):
        if agreement < 0:
            continue
        denied = _denied(passage, frame.head)
        if frame.modal and not asked.frame.modal:
            return None
        return not (frame.negated or denied)
    return None


def _denied(passage: Passage, predicate: int) -> bool:
    """Whether somebody denies the clause that holds the predicate."""
    return any(
        quote.verb is not None
        and quote.start <= predicate < quote.end
        and lexicon.same_family(passage.reading.doc[quote.verb].lemma_.lower(), "deny")
        for quote in passage.reading.quotes
    )


KIND = Kind("yesno", recognises, decide, final=True)
