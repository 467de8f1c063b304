"""How far a sentence bears out a question: what of it is told there, and what of it is not.

Near misses speak of the same things and say another (Rajpurkar, Jia and Liang, "Know What You Don't
Know", ACL 2018): another word in the place of the asked one, a name from the next sentence, a "not".
All this is of the sentence alone, whatever words of it are to answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from bot.finding import nearness
from bot.finding.scoring import Features, Passage
from bot.language import opposites
from bot.language.frames import NEGATIONS
from bot.language.keys import is_content
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Reading, Story

LIMITS = {"first", "last", "only", "least", "most", "second", "third", "new", "old", "other", "all",
          "every", "always"}  # fmt: skip
EXCEPTIONS = {"except", "besides", "exclude", "lack", "fail", "unlike", "instead", "refuse"}
RELATIONS = {
    "amod": "modifier", "compound": "modifier", "nummod": "modifier", "flat": "modifier",
    "nsubj": "subject", "csubj": "subject",
    "obj": "object", "iobj": "object", "xcomp": "object", "ccomp": "object",
    "obl": "oblique", "nmod": "oblique", "advcl": "oblique", "acl": "oblique",
}  # fmt: skip
AROUND = 6  # sentences on either side that are near
FAR = 8.0  # steps through the parse; more count as so many
ALIKE = 0.6  # share of letters two words begin with, for them to be of one kin


@dataclass(frozen=True, slots=True)
class Lack:
    """A word of the question that the sentence has nothing for."""

    token: int
    what: str  # "asked" (the asked noun), "NAME", "NUM", or its part of speech
    place: str  # where it is told: "beside" the sentence, "near" it, "elsewhere", "nowhere"
    relation: str  # what it is to its head
    weight: float
    kin: float  # share of letters that it begins with in common with a word left over
    akin: float  # how near in meaning a word left over is, [0, 1]
    head_stands: bool  # whether the sentence has what it hangs on
    instead: tuple[int, ...]  # words of the sentence that are to its head what it is
    above: tuple[int, ...]  # words that its own dependants hang on there


@dataclass(frozen=True, eq=False)
class Support:
    """What is told of a sentence that is held against a question."""

    stands: Mapping[int, Mapping[int, float]]  # question word -> what stands for it, how surely
    used: frozenset[int]  # words that stand for something
    free: frozenset[int]  # other words of content
    weights: Mapping[int, float]  # of the question's words, (0, 1]: 1 for one that is nowhere
    lacks: Sequence[Lack]
    signs: Features


def support(asked: Asked, passage: Passage, story: Story) -> Support:
    """What speaks for and against a sentence's saying what is asked."""
    reading = passage.reading
    stands: dict[int, dict[int, float]] = {}
    for word, token, strength in passage.alignment.pairs:
        stands.setdefault(word, {})[token] = strength
    used = frozenset(token for tokens in stands.values() for token in tokens)
    free = frozenset(t.i for t in reading.doc if is_content(t) and t.i not in used)
    words = sorted({*stands, *passage.alignment.missing})
    rarest = story.index.weight("")
    weights = {word: story.index.weight(asked.stems[word]) / rarest for word in words}
    around = _around(reading, story)
    lacks = [
        _lack(asked, reading, word, weights[word], stands, free, around, story)
        for word in passage.alignment.missing
    ]
    signs = {
        **_amounts(asked, passage, stands, weights),
        **_links(asked, reading, stands, weights),
        **_order(words, stands, used, reading),
        **_polarity(asked, reading, used),
        **_names(asked, stands),
    }
    return Support(stands, used, free, weights, lacks, signs)


def _around(reading: Reading, story: Story) -> list[Reading]:
    """The sentences before and after."""
    beside = (story.beside(reading, step) for step in range(-AROUND, AROUND + 1) if step)
    return [other for other in beside if other is not None]


def _lack(
    asked: Asked,
    reading: Reading,
    word: int,
    weight: float,
    stands: Mapping[int, Mapping[int, float]],
    free: frozenset[int],
    around: Sequence[Reading],
    story: Story,
) -> Lack:
    token, doc, term = asked.doc[word], reading.doc, asked.stems[word]
    near = [abs(r.place - reading.place) for r in around if term in r.stems]
    if near:
        place = "beside" if min(near) == 1 else "near"
    else:
        place = "elsewhere" if term in story.index.vocabulary else "nowhere"
    relation, akin = _relation(token), nearness.to(asked, word, reading)
    lemma = fold(token.lemma_ or token.text)
    return Lack(
        word,
        _what(asked, token),
        place,
        relation,
        weight,
        max((_alike(lemma, reading.lemmas[i]) for i in free), default=0.0),
        max((float(akin[i]) for i in free), default=0.0),
        token.head.i in stands,
        tuple(
            child.i
            for above in stands.get(token.head.i, ())
            for child in doc[above].children
            if child.i in free and _relation(child) == relation
        ),
        tuple(
            doc[below].head.i
            for child in token.children
            for below in stands.get(child.i, ())
            if doc[below].head.i in free
        ),
    )


def _what(asked: Asked, token: Token) -> str:
    if token.i == asked.phrase:
        return "asked"
    if token.like_num or token.text[:1].isdigit():
        return "NUM"
    if token.pos_ == "PROPN" or any(n.start <= token.i < n.end for n in asked.names):
        return "NAME"
    return str(token.pos_)


def _relation(token: Token) -> str:
    plain = token.dep_.partition(":")[0]
    return RELATIONS.get(plain, plain)


def _alike(a: str, b: str) -> float:
    """The share of letters that two words begin with; 0 under four."""
    if a[:4] != b[:4]:
        return 0.0
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    return (min(len(a), len(b)) if same is None else same) / max(len(a), len(b), 4)


def _amounts(
    asked: Asked,
    passage: Passage,
    stands: Mapping[int, Mapping[int, float]],
    weights: Mapping[int, float],
) -> Features:
    """How much of the question is told, and how literally; contraries among the words left over."""
    doc, forms, question = passage.reading.doc, passage.reading.forms, asked.doc
    total = sum(weights.values()) or 1.0
    exact = [w for w, to in stands.items() if any(doc[t].lower_ == question[w].lower_ for t in to)]
    weak = [w for w, to in stands.items() if max(to.values()) < 1]
    missing = passage.alignment.missing
    contrary = [w for w in missing if opposites.speaks_against(forms, question[w])]
    return {
        "needed": float(len(weights)),
        "question size": float(len(question)),
        "sentence size": float(len(doc)),
        "missing words": float(len(missing)),
        "missing weight": sum(weights[w] for w in missing),
        "exact share": sum(weights[w] for w in exact) / total,
        "weak share": sum(weights[w] for w in weak) / total,
        "contrary": float(len(contrary)),
        "frames": float(len(passage.frames)),
        "best agreement": max((a for _, _, a in passage.frames), default=-2.0),
        "worth": passage.worth,
    }


def _links(
    asked: Asked,
    reading: Reading,
    stands: Mapping[int, Mapping[int, float]],
    weights: Mapping[int, float],
) -> Features:
    """Whether what hangs together in the question hangs together in the sentence, and alike."""
    steps, doc = reading.columns.steps, reading.doc
    away: list[float] = []
    same, half = 0, 0
    for word in weights:
        above = _governor(asked.doc[word], weights)
        if above < 0:
            continue
        if word not in stands or above not in stands:
            half += 1
            continue
        pairs = [(a, b) for a in stands[word] for b in stands[above]]
        away.append(min(float(steps[a, b]) for a, b in pairs))
        relation = _relation(asked.doc[word])
        same += any(doc[a].head.i == b and _relation(doc[a]) == relation for a, b in pairs)
    count = len(away)
    return {
        "links": float(count),
        "links half": float(half),
        "links kept": sum(d <= 1 for d in away) / count if count else -1.0,
        "links alike": same / count if count else -1.0,
        "links broken": float(sum(d > 3 for d in away)),
        "links mean": sum(min(d, FAR) for d in away) / count if count else -1.0,
    }


def _governor(token: Token, weights: Mapping[int, float]) -> int:
    """The next needed word above, over at most two others; -1 without."""
    above = token.head
    for _ in range(2):
        if above.i in weights:
            break
        above = above.head
    return int(above.i) if above.i in weights and above.i != token.i else -1


def _order(
    words: Sequence[int],
    stands: Mapping[int, Mapping[int, float]],
    used: frozenset[int],
    reading: Reading,
) -> Features:
    """Whether neighbours stand together, and how far over the sentence they are spread."""
    beside = [(a, b) for a, b in pairwise(words) if b - a <= 2]
    kept = sum(
        any(abs(y - x - (b - a)) <= 1 for x in stands.get(a, ()) for y in stands.get(b, ()))
        for a, b in beside
    )
    spread = max(used) - min(used) if used else 0
    return {
        "neighbours": float(len(beside)),
        "neighbours kept": kept / len(beside) if beside else -1.0,
        "spread": float(spread),
        "spread share": spread / len(reading.doc),
    }


def _polarity(asked: Asked, reading: Reading, used: frozenset[int]) -> Features:
    """Negations, exceptions and limits of the one that the other has not."""
    question, doc = asked.doc, reading.doc
    here = [t for t in doc if t.lower_ in NEGATIONS]
    bound = [t for t in here if t.head.i in used or t.head.head.i in used]
    asks = sum(t.lower_ in NEGATIONS or t.lower_.endswith(("n't", "n’t")) for t in question)
    wanted = {fold(t.text) for t in question} & LIMITS
    given = {fold(t.text) for t in doc} & LIMITS
    excepted = [sum(fold(t.lemma_) in EXCEPTIONS for t in side) for side in (question, doc)]
    return {
        "asks not": float(asks),
        "says not": float(len(here)),
        "says not of it": float(len(bound)),
        "asks not alone": float(asks > 0 and not here),
        "asks not of it": float(asks > 0 and not bound),
        "exceptions": float(excepted[0] - excepted[1]),
        "limits missing": float(len(wanted - given)),
        "limits new": float(len(given - wanted)),
        "superlatives asked": float(sum(t.tag_ in {"JJS", "RBS"} for t in question)),
        "superlatives told": float(sum(t.tag_ in {"JJS", "RBS"} for t in doc)),
        "comparatives asked": float(sum(t.tag_ in {"JJR", "RBR"} for t in question)),
    }


def _names(asked: Asked, stands: Mapping[int, Mapping[int, float]]) -> Features:
    """How many names and numbers are asked with, and are there in part or not at all."""
    spans = [range(name.start, name.end) for name in asked.names]
    met = [sum(word in stands for word in span) for span in spans]
    numbers = [t.i for t in asked.doc if t.like_num or t.text[:1].isdigit()]
    return {
        "names": float(len(spans)),
        "names in part": float(sum(0 < n < len(span) for n, span in zip(met, spans, strict=True))),
        "names missing": float(sum(n == 0 for n in met)),
        "numbers": float(len(numbers)),
        "numbers missing": float(sum(n not in stands for n in numbers)),
    }
