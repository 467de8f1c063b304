"""Is she married, has he a brother, are the two related?  Told by whose husband or brother is spoken of:
'Her husband, Leo, died in 2020.'"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.domain import Reply
from bot.kinds.extents import bare
from bot.kinds.kin import named, relation
from bot.kinds.kind import Request
from bot.kinds.verdict import PAST, say
from bot.kinds.which_one import bearers
from bot.language import lexicon
from bot.language.entities import Entity
from bot.language.frames import base
from bot.language.phrases import noun_phrase, subject_of
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

WIDOWED = {"widow", "widower", "widowed"}
RELATED = {"related", "relative", "relation", "family", "kin"}
DYING = {"die", "kill", "lose", "murder", "bury", "drown", "divorce", "perish", "leave"}
NEAR = 9  # tokens from "husband" to "died"
BETWEEN = {"PUNCT", "PROPN", "AUX", "ADV", "NUM", "DET", "ADJ", "NOUN"}
NONE = {"no", "not", "n't", "never", "without", "n’t"}


@dataclass(frozen=True, slots=True)
class Tie:
    """What kin somebody is asked to have."""

    relation: str  # as `lexicon.kin` has it
    gender: str  # "m", "f" or ""
    lost: bool = False  # whether the other has died


def tell(request: Request) -> Iterator[Reply]:
    """Yes where such a one is spoken of; whether two are related also No."""
    asked = request.asked
    if asked.frame is not None and asked.frame.negated:
        return
    if len(asked.names) == 2 and any(t.lower_ in RELATED for t in asked.doc):
        yield from _related(request)
        return
    if len(asked.names) == 1 and any(t.lower_ in RELATED for t in asked.doc):
        yield from _unrelated(request)
        return
    tie = _tie(asked)
    if tie is None or len(asked.names) != 1:
        return
    name = asked.names[0]
    known = bearers(request.story, asked.doc[name.start : name.end].text, article=request.article)
    if len(known) != 1:
        return
    for article, entity in known[0].homes:
        for place in sorted({mention.sentence_index for mention in entity.mentions}):
            reading = request.story.reading_at(article, place)
            for noun in reading.doc:
                if _is_such(request, reading, noun, tie, entity):
                    yield say(request, reading, *_whose(noun, tie), yes=True)


def _tie(asked: Asked) -> Tie | None:
    """'Is Ana married?', 'Is Ana a widow?', 'Does Ana have children?', 'Is Ana a mother?'"""
    name = asked.names[0] if asked.names else None
    if name is None or name.start not in {1, 2}:
        return None
    rest = [t for t in asked.doc[name.end :] if t.pos_ not in {"PUNCT", "DET", "ADV"}]
    words = [t.lower_ for t in rest]
    if asked.opener in {"is", "was"} and len(rest) == 1:
        if words[0] in WIDOWED:
            return Tie("spouse", "", lost=True)
        if words[0] == "married":
            return Tie("spouse", "")
        kin = lexicon.kin(fold(rest[0].lemma_))
        return Tie(kin.inverse, "") if kin and kin.relation != kin.inverse else None
    if asked.opener in {"does", "did", "has"} and words:
        has = words[0] in {"have", "had"}
        kin = lexicon.kin(fold(rest[-1].lemma_)) if len(rest) == 1 + has else None
        return Tie(kin.relation, kin.gender) if kin else None
    return None


def _is_such(request: Request, reading: Reading, noun: Token, tie: Tie, entity: Entity) -> bool:
    """Whether a noun tells of such kin of somebody: 'her husband', "Ana's husband"."""
    kin = lexicon.kin(fold(noun.lemma_)) if noun.pos_ == "NOUN" else None
    if noun.lower_ in WIDOWED and not tie.lost:
        return False  # 'his widow'
    if kin is None or kin.relation != tie.relation or tie.gender not in {"", kin.gender}:
        return False
    owners = [c for c in noun.lefts if c.dep_ == "nmod:poss"]
    of = [request.story.entity(reading, c.i) for c in owners]
    if not any(owner is not None and owner.id == entity.id for owner in of):
        return False
    before = {t.lower_ for t in noun.lefts}
    lost = "late" in before or _loss(noun) is not None
    return lost == tie.lost and not before & ((PAST - {"late"}) | NONE)


def _loss(noun: Token) -> Token | None:
    """The verb of 'her husband, Leo, [died]', 'she [lost] her husband'; None if there is none."""
    for token in noun.doc[noun.i + 1 : noun.i + NEAR]:
        if token.pos_ == "VERB" and base(token) in DYING:
            return token
        if token.pos_ not in BETWEEN:
            break
    return noun.head if noun.head.pos_ == "VERB" and base(noun.head) in DYING else None


def _whose(noun: Token, tie: Tie) -> tuple[int, int]:
    """'her two daughters'; of one who is dead with that: 'her husband, Leo, died in 2020'"""
    owner = next((c.left_edge.i for c in noun.lefts if c.dep_ == "nmod:poss"), noun.i)
    start, end = noun_phrase(noun)
    loss = _loss(noun) if tie.lost else None
    if loss is not None and loss.i > noun.i:
        when = [c.right_edge.i for c in loss.rights if c.dep_.startswith(("obl", "nmod"))]
        end = max([loss.i, *when]) + 1
    return max(start, owner), end


def _related(request: Request) -> Iterator[Reply]:
    """'Are Ana and Leo Roe related?' of 'Leo, a cousin of Ana Roe', 'Leo, who is not related to her'"""
    for reply in relation(request):
        writer = Writer(request.asked, request.replies)
        told = writer.again(reply)
        yield writer.reply("yesno", "yes.instead", short="Yes", first=told)
    sides = named(request)
    for reading in request.story.readings:
        here = [
            {(reading.article, e.id) for t in reading.doc if (e := _who(request, reading, t))}
            & side
            for side in sides
        ]
        if not all(here) or here[0] == here[1]:
            continue
        for word in reading.doc:
            if _is_no_relation(word):
                yield say(request, reading, *_clause(reading, word), yes=False)


def _who(request: Request, reading: Reading, token: Token) -> Entity | None:
    found = request.story.entity(reading, token.i)
    is_definite = token.pos_ == "NOUN" and any(c.lower_ == "the" for c in token.lefts)
    return found or (request.story.described_by(reading, token.i) if is_definite else None)


def _unrelated(request: Request) -> Iterator[Reply]:
    """'Is Ana related to the owner?' of 'She is no relation'"""
    for passage in request.passages:
        reading = passage.reading
        name = request.asked.names[0]
        who = {t for i in range(name.start, name.end) for t, _ in passage.alignment.of(i)}
        for word in reading.doc:
            is_to_another = any(c.dep_ in {"obl", "nmod"} for c in word.rights)
            subject = subject_of(word)
            is_of_her = subject is not None and subject.i in who
            is_to_them = not is_to_another or not passage.alignment.missing
            if _is_no_relation(word) and is_of_her and is_to_them:
                yield say(request, reading, *_clause(reading, word), yes=False)


def _is_no_relation(word: Token) -> bool:
    around = {c.lower_ for c in (*word.lefts, *(word.head.lefts if word.tag_ == "VBN" else ()))}
    return word.lower_ in RELATED and bool(around & NONE)


def _clause(reading: Reading, word: Token) -> tuple[int, int]:
    """'who is not related to her', without what is joined to it."""
    head = reading.doc[reading.clauses[word.i]]
    start, end = reading.edges[head.i]
    start += reading.doc[start].dep_ == "mark"
    joined = (c.left_edge.i for c in head.rights if c.dep_ in {"cc", "conj", "parataxis"})
    return bare(reading, start, min([end, *joined]))
