"""Who says what: quotations and reported speech in one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from bot.language import marks, speech
from bot.language.marks import Quoted
from bot.language.phrases import SUBJECTS, Span
from bot.language.speakers import phrase_at
from bot.language.speech import Saying


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody says: between quotation marks (direct) or as a clause (indirect)."""

    start: int  # tokens [start, end), without quotation marks and without "that"
    end: int
    direct: bool
    speaker: Span | None = None  # a name, pronoun or noun phrase of the same sentence
    verb: int | None = None  # the verb of saying
    whole: bool = False  # a full clause, not a few words


def find(doc: Doc, names: Sequence[Span] = (), *, inside: bool = False) -> list[Quote]:
    """The quotations and the reported clauses of a sentence, in its order.

    `names` are the token spans of the persons and organisations of the sentence: a speaker who is
    one is given as that span.  `inside` says that a quotation of the sentence before is still open.
    A clause with a few words in quotation marks gives both, the clause and the quotation.
    """
    quoted = marks.find(doc, inside=inside)
    sayings = list(speech.find(doc, names, quoted))
    direct = [_direct(doc, names, quoted, sayings, q) for q in quoted]
    indirect = [q for saying in sayings for q in _indirect(doc, saying, quoted)]
    return sorted((*direct, *indirect), key=lambda quote: (quote.start, quote.end, quote.direct))


def left_open(doc: Doc, *, inside: bool = False) -> bool:
    """Whether a quotation runs on into the next sentence of the paragraph."""
    return any(not quoted.closed for quoted in marks.find(doc, inside=inside))


def _direct(
    doc: Doc,
    names: Sequence[Span],
    all_quoted: Sequence[Quoted],
    sayings: Sequence[Saying],
    quoted: Quoted,
) -> Quote:
    speaker, verb = None, None
    speaker = _eyes(doc, names)
    saying = None if speaker else _beside(doc, quoted, sayings)
    if speaker is None and (saying is None or not saying.speaker):
        speaker = _viewpoint(doc, names, quoted)
    if speaker is None:
        saying = saying or _around(quoted, sayings) or _only_one(quoted, sayings)
        if saying is None:
            speaker = _one_name(doc, names, all_quoted, quoted)
    if speaker is None and saying is not None:
        speaker, verb = saying.speaker, saying.verb
    whole = _is_clause(doc, quoted.start, quoted.end)
    return Quote(quoted.start, quoted.end, True, speaker, verb, whole)


def _beside(doc: Doc, quoted: Quoted, sayings: Sequence[Saying]) -> Saying | None:
    """'“…,” [Ana said]', '[Ana said]: “…”', '“…,” [said Ana], “…”'"""
    sayings = [saying for saying in sayings if not saying.thought]
    for saying in sayings:
        if saying.start - quoted.end >= 0 and _only_marks(doc, quoted.end, saying.start):
            return saying
    for saying in sayings:
        if quoted.start - saying.end >= 0 and _only_marks(doc, saying.end, quoted.start):
            return saying
    return None


def _only_marks(doc: Doc, start: int, end: int) -> bool:
    return all(token.is_punct or token.is_quote or token.is_space for token in doc[start:end])


def _around(quoted: Quoted, sayings: Sequence[Saying]) -> Saying | None:
    """The nearest verb of saying in whose reach the quotation stands: 'said a “few” would go'."""
    holding = [
        (s.reach[1] - s.reach[0], place, s)
        for place, s in enumerate(sayings)
        if s.speaker and s.reach and s.reach[0] <= quoted.start < s.reach[1]
    ]
    return min(holding)[2] if holding else None


def _eyes(doc: Doc, names: Sequence[Span]) -> Span | None:
    """'It was “good news” in the eyes of [Ana Roe]'"""
    for token in doc[3:-1]:
        if token.lower_ == "of" and doc[token.i - 1].lower_ in {"eyes", "words", "view", "opinion"}:
            return phrase_at(doc, names, token.i + 1)
    return None


def _viewpoint(doc: Doc, names: Sequence[Span], quoted: Quoted) -> Span | None:
    """'For [Ana Roe], it was “…”'; '[Ana Roe]: “…”'"""
    for start, end in names:
        addressed = start > 0 and doc[start - 1].pos_ in {"VERB", "ADP", "DET"}
        if end < len(doc) and doc[end].text == ":" and end < quoted.start <= end + 2:
            return None if addressed else (start, end)  # 'Leo told [Ana Roe]: “…”'
        opening = doc[0].lower_ in {"for", "to"} and end < quoted.start
        if opening and start < 12 and _is_one_phrase(doc, 1, start) and _comma_follows(doc, end):
            return start, end
    return None


def _is_one_phrase(doc: Doc, start: int, end: int) -> bool:
    """Nothing but nouns and adjectives: the title before a name."""
    return all(token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} for token in doc[start:end])


def _comma_follows(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].text == ","


def _only_one(quoted: Quoted, sayings: Sequence[Saying]) -> Saying | None:
    """The one who speaks in the rest of the sentence, if a single one does."""
    sayings = [saying for saying in sayings if saying.speaker and not saying.thought]
    speakers = {saying.speaker for saying in sayings}
    if len(speakers) != 1 or (quoted.end - quoted.start < 2 and quoted.start < sayings[0].start):
        return None
    return sayings[0]


def _one_name(
    doc: Doc, names: Sequence[Span], all_quoted: Sequence[Quoted], quoted: Quoted
) -> Span | None:
    """The only name of a sentence whose other words quote a whole clause."""
    outside = [n for n in names if not any(q.start <= n[0] < q.end for q in all_quoted)]
    if len(outside) != 1 or not _is_clause(doc, quoted.start, quoted.end):
        return None
    return outside[0]


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether the words have a subject and a verb, or are a sentence cut off by its comma."""
    inside = range(start, end)
    words = doc[start:end]
    if any(t.dep_ in SUBJECTS and t.head.i in inside and t.head.i > t.i for t in words):
        return True
    closed = doc[end - 1].text in {",", ".", "?", "!", "…"}
    return closed and doc[start].text[0].isupper() and any(t.pos_ == "VERB" for t in words)


def _indirect(doc: Doc, saying: Saying, quoted: Sequence[Quoted]) -> Iterator[Quote]:
    for start, end in saying.clauses:
        spoken = [q for q in quoted if q.start < end and start < q.end]
        if sum(min(q.end, end) - max(q.start, start) for q in spoken) * 4 > (end - start) * 3:
            continue  # hardly a word outside the marks
        whole = _is_clause(doc, start, end) and doc[start].lower_ != "to"
        yield Quote(start, end, False, saying.speaker, saying.verb, whole)
