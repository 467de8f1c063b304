"""A predicate and those who take part in it: the records that `frames` fills."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a dependant is to its predicate."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    ATTRIBUTE = "attribute"  # of a copula: 'Ana is [a lawyer]'
    OBLIQUE = "oblique"  # with its preposition
    TIME = "time"  # without preposition: 'sailed [Friday]'
    COMPLEMENT = "complement"  # a clause said, thought, wanted
    CLAUSE = "clause"  # a clause of reason, purpose, time
    ADVERB = "adverb"


@dataclass(frozen=True, slots=True)
class Argument:
    """A dependant of a predicate."""

    part: Part
    head: int  # token index
    marker: str = ""  # folded preposition or conjunction: 'in', 'because', 'to'


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate and its dependants."""

    head: int  # token index of the predicate
    lemma: str
    arguments: tuple[Argument, ...]
    negated: bool = False
    modal: str = ""  # 'would', 'may', …: the event is not told as a fact
    passive: bool = False

    def fillers(self, part: Part) -> Iterator[int]:
        """The head tokens that fill a part, in order of the sentence."""
        return (argument.head for argument in self.arguments if argument.part is part)
