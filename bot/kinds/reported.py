"""Who says so: the voice behind words of a sentence, and how it is called within a reply."""

from bot.domain import Fact, Made, Slot
from bot.proof import small, spaced
from bot.story import Reading
from bot.story.candidates import Candidate
from bot.writing import Writer

COMMON = {"DET", "NOUN", "ADJ", "NUM"}


def reporter(reading: Reading, candidate: Candidate) -> Fact | None:
    """Who says so, if the sentence gives the words as somebody's; not when that is the answer."""
    for quote in reading.quotes:
        inside = quote.start <= candidate.start and candidate.end <= quote.end
        if inside and quote.speaker:
            start, end = quote.speaker
            start -= start > 0 and reading.doc[start - 1].lower_ == "the"
            if reading.doc[start].pos_ != "PRON" and not (
                candidate.start < end and start < candidate.end
            ):
                return reading.fact(start, end)
    return None


def voice(writer: Writer, reading: Reading, who: Fact) -> Slot:
    """'according to [police]', though the sentence begins with them."""
    first = reading.doc[0]
    begins = who.start == 0 and first.pos_ in COMMON and first.text[1:].islower()
    if begins and not reading.doc[1].is_title:  # 'Prime Minister'
        return Slot(small(spaced(who)), (who,), Made.SMALL)
    return writer.slot(who)
