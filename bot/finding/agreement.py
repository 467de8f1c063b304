"""Which predicates of a sentence are the asked one, and whether their parts are filled as asked."""

from collections.abc import Iterator

from bot.finding.matching import Alignment, role_of
from bot.language.frames import Frame, Part
from bot.questions import Asked
from bot.story import Reading


def matching_frames(
    asked: Asked, reading: Reading, alignment: Alignment
) -> tuple[tuple[Frame, float, float], ...]:
    """The frames of a sentence whose predicate is the asked one, with how their parts agree."""
    question = asked.frame
    if question is None:
        return ()
    if question.lemma == "be":
        return ()
    strengths = dict(alignment.of(question.head)) or dict(_holdings(question, reading, alignment))
    return tuple(
        (frame, strength, _agreement(asked, question, reading, frame, alignment))
        for frame in reading.frames
        if (strength := strengths.get(frame.head, 0.0)) > 0.0
    )


def _holdings(
    question: Frame, reading: Reading, alignment: Alignment
) -> Iterator[tuple[int, float]]:
    """ "Have" is matched by what is had: 'Who has [ties] to it?'"""
    had = {token for head in question.fillers(Part.PATIENT) for token, _ in alignment.of(head)}
    for frame in reading.frames:
        if question.lemma == frame.lemma == "have" and had & set(frame.fillers(Part.PATIENT)):
            yield frame.head, 1.0


def _agreement(
    asked: Asked, question: Frame, reading: Reading, frame: Frame, alignment: Alignment
) -> float:
    """Mean over the question's own arguments: same part 1, elsewhere in the clause 0.4, agent and
    patient swapped -1, not there -0.3; 0 for a question without arguments."""
    marks: list[float] = []
    for argument in question.arguments:
        if argument.head in {asked.phrase, asked.word}:
            continue
        found = [role_of(frame, token, reading.edges) for token, _ in alignment.of(argument.head)]
        if not any(True for _ in alignment.of(argument.head)):
            if any(word == argument.head for word in alignment.missing):
                marks.append(-0.3)
            continue
        if argument.part in found:
            marks.append(1.0)
        elif {argument.part, *found} >= {Part.AGENT, Part.PATIENT}:
            marks.append(-1.0)
        else:
            marks.append(0.4 if any(found) else 0.0)
    return sum(marks) / len(marks) if marks else 0.0
