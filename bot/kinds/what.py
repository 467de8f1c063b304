"""What did it sink, what is it made of?  Whatever fills the hole; else the sentence is quoted."""

from bot.candidates import Candidate
from bot.kinds import hole
from bot.questions import Asked
from bot.story import Reading

BY_SHAPE = {"phrase": 0.6, "conjoined": 0.6, "name": 0.5, "clause": 0.4, "verb phrase": 0.35,
            "quote": 0.3, "prepositional": 0.25, "quality": 0.25, "quantity": 0.2, "when": 0.1}  # fmt: skip


def recognises(asked: Asked) -> bool:
    """'What did he buy?'"""
    return asked.word >= 0 and asked.doc[asked.word].lower_ in {"what", "which"}


def fits(asked: Asked, _reading: Reading, candidate: Candidate) -> float:
    """'He bought [a ticket]'"""
    if asked.topic and any(t.lower_ in {"name", "names"} for t in asked.doc):
        return 1.0 if candidate.shape == "name" else 0.0  # 'What is the name of the boat?'
    return BY_SHAPE.get(candidate.shape, 0.1)


KIND = hole.kind("what", recognises, fits, final=False)
