"""Verbs of saying in a sentence: who says, and which clause or words belong to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from bot.language import lexicon, marks
from bot.language.marks import Quoted
from bot.language.phrases import (
    SUBJECTS,
    Span,
    clause_end,
    is_nominative,
    noun_phrase,
    subject_of,
)

_ADVERBS = {"also", "later", "then", "further", "previously", "repeatedly", "now", "once", "again"}
_HELPERS = {
    "has",
    "have",
    "had",
    "'s",
    "’s",
    "'d",
    "would",
    "will",
    "did",
    "to",
    "not",
    "n’t",
    "n't",
}
_PHRASE = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"}
_CLAUSES = {"after", "before", "since", "until", "as", "than"}  # open clauses as well
_BE = {"be", "is", "are", "was", "were", "been", "being", "am"}
_DASHES = {"—", "–", "--"}
_CALLING = {"call", "describe", "name", "label", "quote", "praise", "hail", "dub", "identify"}
_TO_DO = {"pledge", "promise", "vow", "swear", "threaten", "offer", "urge", "order", "ask", "claim"}
_ALWAYS = {  # verbs whatever the tagger thinks
    "said",
    "says",
    "told",
    "added",
    "deny",
    "denies",
    "denied",
    "accuse",
    "accuses",
    "accused",
    "announced",
    "announces",
    "claimed",
    "argued",
    "insisted",
    "warned",
    "wrote",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying with its speaker: tokens [start, end) from the one to the other."""

    start: int
    end: int
    speaker: Span | None
    verb: int | None  # None: "according to"
    reach: Span | None = None  # the words in which a quotation is theirs
    clauses: tuple[Span, ...] = ()  # what is said in reported speech


def find(doc: Doc, names: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[Saying]:
    """Every verb of saying outside the quotation marks, and every 'according to'."""
    inside = {i for q in quoted for i in range(q.start, q.end)}
    last: Saying | None = None
    for token in doc:
        if token.i in inside:
            continue
        if (
            token.lower_ == "according"
            and token.i + 2 < len(doc)
            and doc[token.i + 1].lower_ == "to"
        ):
            yield _according(doc, names, token.i)
        elif is_saying(token):
            saying = _saying(doc, names, inside, token)
            if token.tag_ == "VBG" and last and last.speaker and _goes_on(doc, last, token):
                saying = replace(saying, start=token.i, speaker=last.speaker)
            yield saying
            last = saying


def _goes_on(doc: Doc, last: Saying, verb: Token) -> bool:
    """'Ana said it was late[, adding] …': the same speaker after a comma."""
    comma = doc[verb.i - 1].text == "," or doc[verb.i - 2].text == ","
    return comma and last.verb is not None and doc[last.verb].tag_ != "VBG"


def is_saying(token: Token) -> bool:
    """'said', 'denies that …', 'accusing'; not the noun 'report', not 'a country called Chad'."""
    if token.pos_ != "VERB" and token.lower_ not in _ALWAYS:
        before, after = token.i and token.nbor(-1), token.i + 1 < len(token.doc) and token.nbor(1)
        if not after or after.lower_ != "that" or (before and before.pos_ in {"DET", "ADJ", "ADP"}):
            return False
    return any(lexicon.is_speech(lemma) for lemma in lemmas(token))


def lemmas(token: Token) -> Iterator[str]:
    """The lemma of a verb, and what its form allows where the lemmatizer is not sure."""
    form = token.lower_
    yield (token.lemma_ or form).lower()
    if form.endswith(("ing", "ed")):
        stem = form.removesuffix("ing").removesuffix("ed")
        yield stem
        yield stem + "e"


def _according(doc: Doc, names: Sequence[Span], start: int) -> Saying:
    """'…, according to [the mayor]' and 'According to [the mayor], …'"""
    speaker = phrase_at(doc, names, start + 2) or (start + 2, start + 3)
    if start and doc[start - 1].text == ",":
        clause = (_opening(doc, start - 1), start - 1)
    elif start:
        clause = (_opening(doc, start), start)
    else:
        after = next((t.i + 1 for t in doc[speaker[1] :] if t.text == ","), speaker[1])
        clause = (after, clause_end(doc, after))
    return Saying(start, speaker[1], speaker, None, clause, _worth(clause))


def _saying(doc: Doc, names: Sequence[Span], inside: set[int], verb: Token) -> Saying:
    speaker = _speaker(doc, names, inside, verb)
    start, end = verb.i, verb.i + 1
    if speaker and not any(
        i in inside for i in range(min(speaker[0], start), max(speaker[1], end))
    ):
        start, end = min(_begin(doc, speaker[0]), start), max(speaker[1], end)
    else:
        while start > 0 and doc[start - 1].lower_ in _ADVERBS | _HELPERS:
            start -= 1
    if "accuse" in lemmas(verb):
        of = next((t.i for t in doc[end:] if t.lower_ == "of"), None)
        clause = (of + 1, _end_of_said(doc, of + 1, verb)) if of else (end, end)
        return Saying(start, end, speaker, verb.i, clause, _worth(clause))
    if _is_trailing(doc, start, end):
        return _trailing(doc, start, end, speaker, verb)
    reach = (end, _end_of_said(doc, end, verb))
    clause_start = _start_of_said(doc, end, reach[1], verb)
    if clause_start is None:
        return Saying(start, end, speaker, verb.i, reach)
    clause = (clause_start, reach[1])
    return Saying(start, end, speaker, verb.i, reach, _worth(clause))


def _begin(doc: Doc, start: int) -> int:
    """Takes in the title before a name: '[the newspaper] Rota Post reported'."""
    while start > 0 and (doc[start - 1].pos_ in _PHRASE or doc[start - 1].text == "."):
        start -= 1
    return start


def _trailing(doc: Doc, start: int, end: int, speaker: Span | None, verb: Token) -> Saying:
    """'[The ferry was late], he said'; '[It will tell], he said, [but only later]'"""
    before = (_opening(doc, start - 1), start - 1)
    if doc[start - 2].text in marks.CLOSING or marks.is_mark(doc[start - 1]):
        return Saying(start, end, speaker, verb.i)
    after = end
    while after < len(doc) and doc[after].text != ",":
        after += 1
    rest = (after + 1, clause_end(doc, after + 1)) if after + 2 < len(doc) else (end, end)
    if rest[0] < rest[1] and doc[rest[0]].tag_ == "VBG":
        rest = (end, end)
    if any(marks.is_mark(t) for t in doc[rest[0] : rest[1]]):
        rest = (end, end)
    return Saying(start, end, speaker, verb.i, before, _worth(before) + _worth(rest))


def _worth(clause: Span) -> tuple[Span, ...]:
    return (clause,) if clause[1] - clause[0] >= 2 else ()


def _is_trailing(doc: Doc, start: int, end: int) -> bool:
    """Whether what is said stands before 'he said': a comma before it, an end after it."""
    if start < 3 or doc[start - 1].text not in {",", *_DASHES, *marks.CLOSING, '"', "’", "'"}:
        return False
    if marks.is_mark(doc[start - 1]) or marks.is_mark(doc[start - 2]):
        return end < len(doc) and doc[end].lower_ != "that"
    if not any(t.pos_ in {"VERB", "AUX"} for t in doc[_opening(doc, start - 1) : start - 1]):
        return False
    follow = end
    while follow < len(doc) and not doc[follow].is_punct:
        if doc[follow].pos_ == "VERB" or doc[follow].lower_ in {"that", "to", "he", "she", "they"}:
            return False
        follow += 1
    return True


def _opening(doc: Doc, end: int) -> int:
    """Where the clause that ends at `end` begins: after a dash, a semicolon or a conjunction."""
    for i in range(end - 1, -1, -1):
        if doc[i].text in {";", *_DASHES} and i + 3 < end:
            return i + 1
        if marks.is_mark(doc[i]) and doc[i].text in marks.CLOSING:
            return i + 1
    return 1 if doc[0].lower_ in {"but", "and"} and end > 1 else 0


def _start_of_said(doc: Doc, start: int, end: int, verb: Token) -> int | None:
    """After 'that', or where the clause without 'that' begins; None if nothing is reported."""
    complement = next(
        (c for c in verb.rights if c.dep_ in {"ccomp", "xcomp"} and c.left_edge.i >= start), None
    )
    for i in range(start, min(end, start + 14)):
        if doc[i].lower_ == "that" and doc[i].pos_ in {"SCONJ", "PRON"} and doc[i].dep_ != "nsubj":
            return i + 1
        if doc[i].pos_ == "VERB" and (complement is None or i >= complement.left_edge.i):
            break
    if complement is None:
        return _zero_that(doc, start, end, verb)
    first = complement.left_edge.i
    subjects = SUBJECTS | {"expl"}
    if complement.dep_ == "ccomp" and not any(t.dep_ in subjects for t in complement.subtree):
        return None
    while first < end and (doc[first].is_punct or doc[first].lower_ == "that"):
        first += 1
    if complement.dep_ == "xcomp" and (
        verb.lemma_ in _CALLING or doc[first].lower_ != "to" or verb.lemma_ not in _TO_DO
    ):
        return None
    return first


def _zero_that(doc: Doc, start: int, end: int, verb: Token) -> int | None:
    """'said [the ferry was late]' where the parse has no complement: a subject and a verb follow."""
    if verb.lemma_ not in {"say", "claim", "announce", "argue", "report"}:
        return None
    while start < end and (doc[start].ent_type_ == "DATE" or doc[start].pos_ == "ADV"):
        start += 1
    subject = next((t for t in doc[start:end] if t.dep_ in {"nsubj", "nsubj:pass"}), None)
    return start if subject is not None and subject.head.i > subject.i else None


def _end_of_said(doc: Doc, start: int, verb: Token) -> int:
    """Where the said words end: before ', but he', a closing dash, ', accusing', or the full stop."""
    last = clause_end(doc, start)
    dashes = sum(t.text in _DASHES for t in doc[: verb.i]) % 2
    ahead = [t.i for t in doc[start:last] if t.text in _DASHES]
    aside = ahead[-1] if len(ahead) % 2 else -1  # '— an accusation his family denies'
    for i in range(start, last):
        token = doc[i]
        follow = doc[i + 1] if i + 1 < last else token
        if token.text in _DASHES and (dashes or i == aside or follow.lower_ in {"but", "and"}):
            return i
        if token.text == ")" and any(t.text == "(" for t in doc[: verb.i]):
            return i
        if token.text == ";":
            return i
        if token.text != "," or follow.i == i:
            continue
        if follow.lower_ in {"but", "though", "although", "while"} and is_nominative(
            doc[min(i + 2, last - 1)]
        ):
            return i
        if follow.tag_ == "VBG" and (is_saying(follow) or follow.head.i == verb.i):
            return i
        if follow.lower_ == "according" or _trails(doc, i + 1, last):
            return i
    return last


def _trails(doc: Doc, start: int, end: int) -> bool:
    """Whether ', he said' and no more stands at the end."""
    return (
        end - start <= 6
        and any(is_saying(t) for t in doc[start:end])
        and doc[start].pos_
        in {
            "PRON",
            "PROPN",
            "DET",
        }
    )


def _speaker(doc: Doc, names: Sequence[Span], inside: set[int], verb: Token) -> Span | None:
    """The text first (the words beside the verb), then the subject of the parse."""
    left = verb.i
    while left > 0 and doc[left - 1].lower_ in _ADVERBS | _HELPERS:
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
    """'was told', 'were arrested and [accused]', 'a claim [denied] by Spain'"""
    if verb.tag_ == "VBG":
        return False
    if left > 0 and doc[left - 1].lower_ in _BE:
        return True
    if verb.i + 1 < len(doc) and verb.nbor(1).lower_ == "by":
        return True
    if verb.dep_ in {"acl", "amod"}:
        return not _is_active(doc, verb)
    shared = verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children)
    return shared and any(c.dep_ == "aux:pass" for c in verb.head.children)


def _is_active(doc: Doc, verb: Token) -> bool:
    """Whether a verb taken for a participle is none: it has an object, or 'what he described as'."""
    if any(t.lower_ == "that" for t in doc[verb.i + 1 : verb.i + 8]):
        return True
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
    if after.pos_ in {"PROPN", "DET", "PRON"} and verb.lemma_ not in {"tell", "ask", "call", "name"}:
        return True
    start = verb.i
    while start > 0 and doc[start - 1].pos_ in _PHRASE:
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
    if is_nominative(doc[end - 1]):
        return end - 1, end
    if verb.tag_ == "VBG" or doc[end - 1].pos_ not in {"NOUN", "PROPN"}:
        return None
    start = end
    while start > 0 and (doc[start - 1].pos_ in _PHRASE or doc[start - 1].lower_ == "of"):
        start -= 1
        if doc[start].pos_ == "DET" and doc[start - 1].lower_ != "of":
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
        if (name := next((n for n in names if n[0] == end), None)) is not None:
            after = doc[name[1]] if name[1] < len(doc) else None
            if after is None or after.pos_ not in {"NOUN", "PART"}:
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
