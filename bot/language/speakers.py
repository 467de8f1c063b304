"""Who the subject of a verb of saying is: the words beside the verb first, then the parse."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from bot.language import marks
from bot.language.phrases import SUBJECTS, Span, is_nominative, noun_phrase, subject_of

ADVERBS = {"also", "later", "then", "further", "previously", "repeatedly", "now", "once", "again"}
HELPERS = {
    "has", "have", "had", "'s", "’s", "'d", "would", "will", "did", "to", "not", "n’t", "n't",
}  # fmt: skip
PHRASE = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"}
_CLAUSES = {"after", "before", "since", "until", "as", "than"}  # open clauses as well
_WITH_TWO = {"tell", "ask", "call", "name"}  # 'a man called the Fox'
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_BE = {"be", "is", "are", "was", "were", "been", "being", "am"}


def speaker_of(doc: Doc, names: Sequence[Span], inside: set[int], verb: Token) -> Span | None:
    """The text first (the words beside the verb), then the subject of the parse."""
    left = verb.i
    while left > 0 and doc[left - 1].lower_ in ADVERBS | HELPERS:
        left -= 1
    if _is_passive(doc, verb, left):
        by = next((c for c in verb.rights if c.left_edge.lower_ == "by"), None)
        return _phrase(doc, names, by) if by is not None else None
    if left > 0 and left - 1 not in inside and (near := _left_phrase(doc, names, left, verb)):
        return near
    subject = subject_of(verb)
    if left > 1 and verb.tag_ != "VBG":
        quoting = marks.is_mark(doc[left - 1]) or doc[left - 1].text in {"’", "'"}
        spoken = phrase_at(doc, names, verb.i + 1)
        late = subject is None or subject.i > verb.i
        if (
            spoken
            and _is_somebody(doc, spoken)
            and _ends_soon(doc, spoken[1])
            and (quoting or (late and doc[left - 1].text == ","))
        ):
            return spoken
    if subject is not None and subject.lower_ in {"who", "which", "that"}:
        subject = next((a for a in verb.ancestors if a.pos_ in {"NOUN", "PROPN"}), None)
    if subject is None or subject.i in inside or subject.lower_ == "it":
        return None
    phrase = _phrase(doc, names, subject)
    return _before_apposition(doc, names, phrase, left) or phrase


def _before_apposition(doc: Doc, names: Sequence[Span], phrase: Span, verb: int) -> Span | None:
    """'[Ana Roe], a baker in Rota, said' where the parse takes the baker for the subject."""
    if phrase[0] < 2 or doc[phrase[0] - 1].text != "," or doc[verb - 1].text != ",":
        return None
    return next((name for name in names if name[1] == phrase[0] - 1), None)


def _is_passive(doc: Doc, verb: Token, left: int) -> bool:
    """'was told', 'were arrested and [accused]', 'a claim [denied] by Chile'"""
    if verb.tag_ == "VBG":
        return False
    if left > 0 and doc[left - 1].lower_ in _BE:
        return True
    if verb.i + 1 < len(doc) and verb.nbor(1).lower_ == "by":
        return not (left > 0 and is_nominative(doc[left - 1]))
    if verb.dep_ in {"acl", "amod"}:
        return not _is_active(doc, verb)
    shared = verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children)
    return shared and any(c.dep_ == "aux:pass" for c in verb.head.children)


def _is_active(doc: Doc, verb: Token) -> bool:
    """Whether what looks like a participle has an object, or is in 'what he described as'."""
    if any(t.lower_ == "that" for t in doc[verb.i + 1 : verb.i + 8]):
        return True
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
    if after.pos_ in {"PROPN", "DET", "PRON"} and verb.lemma_ not in _WITH_TWO:
        return True
    if not any(t.tag_ in FINITE for t in doc if t.i != verb.i and not t.is_quote):
        return True  # the only verb that the sentence can have
    start = verb.i
    while start > 0 and doc[start - 1].pos_ in PHRASE:
        start -= 1
    return start > 0 and start < verb.i and doc[start - 1].lower_ in {"what", "which", "whom"}


def _is_somebody(doc: Doc, phrase: Span) -> bool:
    return any(t.pos_ in {"PROPN", "NOUN"} or is_nominative(t) for t in doc[slice(*phrase)])


def _ends_soon(doc: Doc, end: int) -> bool:
    return (
        end >= len(doc)
        or doc[end].is_punct
        or doc[end].pos_ in {"ADP", "NOUN", "PROPN", "ADV", "SCONJ"}
    )


def _left_phrase(doc: Doc, names: Sequence[Span], end: int, verb: Token) -> Span | None:
    """'[he] said', '[the mayor of Rota] said': the pronoun, name or nouns right before the verb."""
    if is_nominative(doc[end - 1]) or (doc[end - 1].lower_ == "it" and verb.tag_ != "VBN"):
        return end - 1, end
    shouted = next((n for n in names if n == (end - 1, end) and doc[n[0]].is_upper), None)
    if shouted is not None:
        return shouted  # 'WHO says': no pronoun
    if verb.tag_ == "VBG" or doc[end - 1].pos_ not in {"NOUN", "PROPN"}:
        return None
    start = end
    while start > 0 and (
        doc[start - 1].pos_ in PHRASE
        or doc[start - 1].lower_ == "of"
        or doc[start - 1].tag_ == "PRP$"
    ):
        start -= 1
        owned = doc[start].pos_ == "DET" or doc[start].tag_ == "PRP$"
        if owned and doc[start - 1].lower_ != "of":
            break
    before = doc[start - 1] if start > 0 else None
    listed = start > 1 and doc[start - 2].pos_ in {"NOUN", "PROPN"}
    hanging = before is not None and before.pos_ == "ADP" and before.lower_ not in _CLAUSES
    if hanging or (before is not None and before.lower_ in {"and", "or"} and listed):
        return None  # the end of something longer: 'a baker from Rota', 'Ana and Eva'
    of = next((t.i for t in doc[start:end] if t.lower_ == "of"), end)
    whose = next((n for n in names if n[1] == of), None)
    if whose is not None and of < end:
        return whose  # 'Senator [Ana Roe] of Rota said'
    first = next((n for n in names if n[1] == end), None)
    return (
        first
        if first and not any(t.lower_ == "of" for t in doc[start : first[0]])
        else (start, end)
    )


def phrase_at(doc: Doc, names: Sequence[Span], start: int) -> Span | None:
    """The name or noun phrase that begins at `start`, titles before a name left out."""
    if start < len(doc) and doc[start].pos_ == "PRON":
        return start, start + 1
    end = start
    while end < len(doc) and doc[end].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"}:
        if doc[end].pos_ == "DET" and end > start:
            break  # the next phrase
        if (name := next((n for n in names if n[0] == end), None)) is not None:
            after = doc[name[1]] if name[1] < len(doc) else None
            longer = after is not None and (after.is_title or after.pos_ in {"NOUN", "PART"})
            if not longer:
                return name
            end = name[1]
            continue
        end += 1
    if end == start:
        return None
    return start, max(end, noun_phrase(doc[end - 1])[1])


def _phrase(doc: Doc, names: Sequence[Span], head: Token) -> Span:
    """The name that the head is part of, or its noun phrase."""
    name = next((n for n in names if n[0] <= head.i < n[1]), None)
    if name is None:
        flat = [t.i for t in head.children if t.dep_ in {"flat", "appos"} and t.pos_ == "PROPN"]
        name = next(
            (n for n in names if any(n[0] <= i < n[1] and i - head.i < 6 for i in flat)), None
        )
        if name is not None and any(t.text == "," for t in doc[head.i : name[0]]):
            name = None
    if name is not None and not (
        name[1] < len(doc) and doc[name[1]].pos_ == "NOUN" and doc[name[1]].i == head.i
    ):
        return name
    return noun_phrase(head)
