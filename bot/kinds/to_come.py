"""Has it been done already?  No where the article tells it as still to come: 'will vote', 'is expected to
open', 'needs the approval of'."""

from spacy.tokens import Token

from bot.finding.scoring import Passage
from bot.kinds.confirming import lacks_a_word
from bot.kinds.verdict import Verdict, whole
from bot.language.frames import Frame, Part, base
from bot.questions import Asked

ALREADY = {"already", "yet"}
AHEAD = {"will", "shall"}
EXPECTING = {"expect", "plan", "hope", "intend", "want", "due", "schedule", "set", "ask", "need",
             "remain", "aim", "prepare", "wait", "promise", "urge", "yet", "still"}  # fmt: skip
WANTING = {"need", "await", "require", "lack", "pend"}
ONCE_MORE = {"again", "another", "further", "more", "additional", "second", "third", "other", "others",
             "would", "was", "were", "also", "too"}  # fmt: skip
LEAST = 0.799  # of the question's words


def not_yet(asked: Asked, passage: Passage) -> Verdict | None:
    """'Has the court ruled?' of 'The court will rule in May'; not of 'The court will rule again'."""
    frame, doc = asked.frame, passage.reading.doc
    if frame is None or frame.negated or frame.modal or not _asks_if_done(asked):
        return None
    if passage.alignment.coverage < LEAST or lacks_a_word(asked, passage):
        return None
    if "?" in passage.reading.sentence.text:
        return None
    for own in passage.reading.frames:
        deed = doc[own.head]
        about = {doc[i].lower_ for i in range(*passage.reading.edges[own.head])}
        if own.negated or about & ONCE_MORE or not (_is_ahead(own, deed) or _is_wanted(deed)):
            continue
        if _is_the_asked(frame, own, passage):
            return whole(passage, yes=False)
    return None


def _asks_if_done(asked: Asked) -> bool:
    words = {token.lower_ for token in asked.doc}
    is_perfect = asked.opener in {"has", "have"} and asked.frame is not None
    return bool(words & ALREADY) or (is_perfect and "ever" not in words)


def _is_the_asked(frame: Frame, own: Frame, passage: Passage) -> bool:
    """Whether what is to come is the deed, or the state, that is asked about, and of the same."""
    edges = passage.reading.edges
    if frame.lemma != "be":
        return any(
            one is own and strength >= 0.6 and agreement > 0
            for one, strength, agreement in passage.frames
        )
    states = [t for h in frame.fillers(Part.ATTRIBUTE) for t, _ in passage.alignment.of(h)]
    start, end = edges[own.head]
    return any(own.head <= token < end for token in states) and start <= own.head


def _is_ahead(own: Frame, deed: Token) -> bool:
    if own.modal:
        return own.modal in AHEAD
    has_to = any(c.lower_ == "to" and c.dep_ == "mark" for c in deed.lefts)
    if not has_to:
        return False
    if any(c.lemma_ == "be" and c.tag_ in {"VBZ", "VBP"} for c in deed.lefts):
        return True  # 'is to vote'
    above = deed.head
    is_now = not any(c.lower_ in {"was", "were", "had"} for c in above.lefts)
    is_said = base(above) in EXPECTING and deed.dep_ in {"xcomp", "ccomp", "advcl"}
    return is_said and is_now and not any(c.lower_ in {"not", "n't", "no"} for c in above.lefts)


def _is_wanted(deed: Token) -> bool:
    """'needs the [approval] of the court'"""
    above = deed.head
    return (
        deed.pos_ == "NOUN"
        and deed.dep_ == "obj"
        and base(above) in WANTING
        and above.tag_ in {"VBZ", "VBP", "VBG"}
    )
