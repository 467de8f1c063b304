"""When did it happen?  A date or a time of the asked event."""

from bot.candidates import Candidate
from bot.kinds import hole
from bot.questions import Asked
from bot.story import Reading

NOUNS = {"day", "date", "month", "year", "time", "decade", "century", "weekday", "hour", "season"}
# How fine an answer each asked noun takes.
BY_KIND = {"date": 1.0, "time": 0.8, "bound": 0.7, "vague": 0.6, "recurring": 0.5, "duration": 0.2}
CONJUNCTIONS = {"after", "before", "when", "while", "until", "once", "during", "as"}


def recognises(asked: Asked) -> bool:
    """'When did it sail?', 'In what year …?', 'As of what date …?'"""
    if asked.word < 0:
        return False
    word = asked.doc[asked.word].lower_
    return word == "when" or (word in {"what", "which"} and asked.noun in NOUNS)


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'It sailed [on Friday]'"""
    if candidate.shape == "when":
        fit = BY_KIND.get(candidate.label, 0.4)
        text = reading.doc[candidate.start : candidate.end].text
        if asked.noun and candidate.label not in {"date", "time"}:
            return 0.0
        if asked.noun == "year" and not any(c.isdigit() for c in text):
            fit *= 0.6
        return fit
    if candidate.shape in {"clause", "prepositional"}:
        opening = reading.doc[candidate.start].lower_
        if opening in CONJUNCTIONS:
            return 0.35
        if opening in {"at", "in"} and "time" in reading.doc[candidate.head].lemma_:
            return 0.35
    return 0.0


KIND = hole.kind("when", recognises, fits)
