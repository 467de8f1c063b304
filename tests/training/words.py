"""A word of a treebank sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word with its basic dependency; nothing of the enhanced graph."""

    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str  # "Case=Nom|Number=Sing", "" if it has none
    head: int  # position of the head in the sentence, its own for the root
    relation: str  # with subtype: "nsubj:pass"
    space: bool  # whether a space follows
    entity: str | None = None  # "B-PER", "O"; None: nobody has said
