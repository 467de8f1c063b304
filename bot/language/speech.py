"""Verbs of saying in a sentence: who says, and which clause or words belong to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from bot.language import lexicon, marks
from bot.language.marks import Quoted
from bot.language.phrases import SUBJECTS, Span, clause_end, is_nominative
from bot.language.speakers import ADVERBS, FINITE, HELPERS, PHRASE, phrase_at, speaker_of

_DASHES = {"—", "–", "--"}
_CALLING = {"call", "describe", "name", "label", "quote", "praise", "hail", "dub", "identify"}
_TO_DO = {"pledge", "promise", "vow", "swear", "threaten", "offer", "claim"}
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
    thought: bool = False  # 'Ana saw a “gift” in it': hers are only the words in marks


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
            last = _according(doc, names, token.i)
            yield last
        elif is_saying(token):
            if last and last.verb is None and token.tag_ == "VBG" and token.i == last.end + 1:
                continue  # 'according to the union, quoting Ana, …': the union says it
            saying = _saying(doc, names, inside, token)
            if token.tag_ == "VBG" and last and last.speaker and _goes_on(doc, last, token):
                saying = replace(saying, start=token.i, speaker=last.speaker)
            yield saying
            last = saying
        elif token.pos_ == "VERB" and any(lexicon.is_thought(lemma) for lemma in lemmas(token)):
            speaker = speaker_of(doc, names, inside, token)
            reach = (token.i + 1, _end_of_said(doc, token.i + 1, token))
            if speaker is not None:
                yield Saying(token.i, token.i + 1, speaker, token.i, reach, thought=True)


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
    if start and doc[start - 1].lower_ != "that" and doc[start - 1].text == ",":
        clause = (_opening(doc, start - 1), start - 1)
    elif start and doc[start - 1].lower_ != "that":
        clause = (_opening(doc, start), start)
    else:
        commas = [t.i for t in doc[speaker[1] : -1] if t.text == "," and t.nbor(1).tag_ != "VBG"]
        near = bool(commas) and doc[speaker[1]].is_punct
        after = commas[0] + 1 if near else speaker[1]
        clause = (after, clause_end(doc, after))
    return Saying(start, speaker[1], speaker, None, clause, _worth(clause))


def _saying(doc: Doc, names: Sequence[Span], inside: set[int], verb: Token) -> Saying:
    speaker = speaker_of(doc, names, inside, verb)
    start, end = verb.i, verb.i + 1
    if speaker is None and verb.tag_ == "VB":
        return Saying(start, end, None, verb.i)  # 'it is hard to tell who won'
    if speaker and not any(
        i in inside for i in range(min(speaker[0], start), max(speaker[1], end))
    ):
        start, end = min(_begin(doc, speaker[0]), start), max(speaker[1], end)
    else:
        while start > 0 and doc[start - 1].lower_ in ADVERBS | HELPERS:
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
    while start > 0 and (doc[start - 1].pos_ in PHRASE or doc[start - 1].text == "."):
        if doc[start].pos_ == "DET" or doc[start].tag_ == "PRP$":
            break
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
    if any(marks.is_mark(t) for t in doc[rest[0] : rest[1]]) or _is_clause(doc, *rest):
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
    before = doc[_opening(doc, start - 1) : start - 1]
    if not any(t.pos_ in {"VERB", "AUX"} for t in before) or _is_aside(before):
        return False
    follow = end
    while follow < len(doc) and not doc[follow].is_punct:
        if doc[follow].pos_ == "VERB" or doc[follow].lower_ in {"that", "to", "he", "she", "they"}:
            return False
        follow += 1
    return True


def _is_aside(words: Words) -> bool:
    """'[Speaking to reporters], he denied it', '[As night fell], they asked': nothing that is said."""
    first = words[0]
    opens = first.tag_ in {"VBG", "VBN"} or (first.dep_ == "mark" and first.lower_ != "that")
    return opens and not any(t.text == "," for t in words)


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
    if complement.dep_ == "ccomp" and not any(t.dep_ in subjects for t in complement.children):
        return None
    while first < end and (doc[first].is_punct or doc[first].lower_ == "that"):
        first += 1
    opening = first + (doc[first].lower_ == "not")
    if complement.dep_ == "xcomp" and (
        verb.lemma_ in _CALLING or doc[opening].lower_ != "to" or verb.lemma_ not in _TO_DO
    ):
        return None
    return first


def _zero_that(doc: Doc, start: int, end: int, verb: Token) -> int | None:
    """'said [the ferry was late]' where the parse has no complement: subject and verb follow."""
    if verb.lemma_ not in {"say", "claim", "announce", "argue", "report"}:
        return None
    while start < end and (doc[start].ent_type_ == "DATE" or doc[start].pos_ == "ADV"):
        start += 1
    subject = next((t for t in doc[start:end] if t.dep_ in {"nsubj", "nsubj:pass"}), None)
    if subject is None or subject.head.i < subject.i:
        return None
    hanging = {"to", "so", "if", "because", "when"}  # 'announced plans to leave so she can …'
    return None if any(t.lower_ in hanging for t in doc[start : subject.i]) else start


def _end_of_said(doc: Doc, start: int, verb: Token) -> int:
    """Where the said words end: before ', but he', a dash, ', accusing', or the full stop."""
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
        if token.lower_ == "and" and is_saying(follow) and follow.tag_ in FINITE:
            return i
        if token.text != "," or follow.i == i:
            continue
        if _is_clause(doc, i + 1, last):
            return i
        if follow.tag_ == "VBG" and (is_saying(follow) or follow.head.i == verb.i):
            return i
        if follow.lower_ == "according" or _trails(doc, i + 1, last):
            return i
    return last


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """'but [the family denies it]', 'and [he left]': a clause with a subject of its own."""
    words = doc[start:end]
    joined = bool(words) and words[0].lower_ in {"but", "and", "or", "so", "while", "though"}
    subject = next((t for t in words[1:6] if t.dep_ in SUBJECTS or is_nominative(t)), None)
    if not joined or subject is None or words[1].lower_ in {"that", "also"}:
        return False
    return any(t.tag_ in FINITE for t in doc[subject.i + 1 : min(subject.i + 5, end)])


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
