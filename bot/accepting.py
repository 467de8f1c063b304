"""What a sentence must say before its words may answer: who would rather be silent than wrong.

The cascade is that of answers nobody asked for: an unknown name, another number, a deed that the
sentence does not speak of.  A wrong answer is often worse than none (Brill, Dumais and Banko, "AskMSR",
EMNLP 2002).
"""

from bot.language.frames import Part
from bot.language.terms import fold
from bot.questions import Asked
from bot.scoring import Features, Passage
from bot.search import Finding

# Verbs that say little of the deed: their absence from a sentence is no reason for silence.
LIGHT = {"be", "do", "have", "get", "make", "take", "go", "come", "give", "happen", "become", "call",
         "know", "say", "include", "use", "occur", "find", "see", "mean", "refer", "consider", "name",
         "think", "believe", "tell", "want", "need", "keep", "seem", "remain", "involve"}  # fmt: skip
LIMITS = {"first", "last", "only", "least", "most", "never", "not", "n't", "second", "third"}


def objection(asked: Asked, finding: Finding) -> str:
    """Why a finding may not answer, in a few words; "" when it may."""
    passage = finding.passage
    missing = set(passage.alignment.missing)
    for name in asked.names:
        tokens = range(name.start, name.end)
        if name.label != "MISC" and all(token in missing for token in tokens):
            return f"no {asked.doc[name.start : name.end].text}"
    for quantity in asked.quantities:
        number = range(quantity.number_start, quantity.number_end)
        if quantity.unit != "ordinal" and any(token in missing for token in number):
            return f"no {asked.doc[quantity.start : quantity.end].text}"
    for when in asked.whens:
        if all(token in missing or not _tells(asked, token) for token in range(when.start, when.end)):
            return f"no {asked.doc[when.start : when.end].text}"
    if _deed_is_missing(asked, passage, finding.features):
        return "another deed"
    if _swapped(asked, passage, finding):
        return "other roles"
    return ""


def _tells(asked: Asked, token: int) -> bool:
    return any(c.isalnum() for c in asked.doc[token].text)


def _deed_is_missing(asked: Asked, passage: Passage, features: Features) -> bool:
    """Whether the asked verb has no counterpart, and no preposition vouches for the words either."""
    frame = asked.frame
    if frame is None or frame.head not in passage.alignment.missing:
        return False
    if fold(frame.lemma.split()[0]) in LIGHT or asked.doc[frame.head].pos_ not in {"VERB"}:
        return False
    return not (features.get("same preposition") and asked.preposition not in {"in", "at", "on", "of"})


def _swapped(asked: Asked, passage: Passage, finding: Finding) -> bool:
    """'Who bit the dog?' is not answered by 'The dog bit the man': agent and patient are exchanged."""
    if asked.part not in {Part.AGENT, Part.PATIENT}:
        return False
    best = max(passage.frames, key=lambda row: row[1] * (1 + row[2]), default=None)
    return best is not None and best[2] <= -0.9 and not finding.features.get("same part")
