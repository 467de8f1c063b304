"""Whether a sentence says all of what a question for yes or no says: its words, its limits, its parts."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Token

from bot.finding.matching import role_of
from bot.finding.polarity import NOBODY, is_denied, is_turned
from bot.finding.scoring import Passage
from bot.finding.whose_deed import is_of
from bot.language import lexicon
from bot.language.frames import Frame, Part, base, wordings
from bot.language.opposites import speaks_against
from bot.questions import Asked
from bot.story import Reading

LIMITS = {"all", "every", "only", "both", "each", "never", "always", "before", "until", "without",
          "besides", "except"}  # fmt: skip
NOW = {"is", "are", "does", "do"}
PRESENT = {"VBZ", "VBP"}
LASTING = {"still", "remain", "continue", "persist", "keep", "stay", "last"}
ALL = {"all", "every", "everybody", "everyone", "both"}
SOME = {"some", "many", "most", "half", "several", "few", "one"}
ALL_BUT = ("all but ", "all except ", "not all ", "not every", "only some ")
ANYBODY = {"anybody", "anyone", "any", "anything", "somebody", "someone"}


def lacks_a_limit(asked: Asked, passage: Passage) -> bool:
    """'Were all freed?' is not answered by 'Ana was freed', nor 'Is it longer?' by 'It is long'."""
    told = passage.reading.forms
    said = {token.lower_ for token in passage.reading.doc}
    return _counts_another_thing(asked, passage) or any(
        t.lower_ not in said
        and (t.lower_ in LIMITS or (t.tag_ in {"JJR", "RBR"} and not speaks_against(told, t)))
        for t in asked.doc
    )


def not_all(asked: Asked, passage: Passage) -> Frame | None:
    """The clause that tells that not all did: 'Were all freed?' of 'All but six of them were freed', 'Three
    of them were not freed'; not of 'Three of them were freed'."""
    if not any(token.lower_ in ALL for token in asked.doc):
        return None
    doc = passage.reading.doc
    for own, strength, _ in passage.frames:
        for argument in own.arguments if strength == 1.0 else ():
            if argument.part not in {Part.AGENT, Part.PATIENT}:
                continue
            start, end = passage.reading.edges[argument.head]
            words = doc[start : max(end, argument.head + 3)].text.lower()
            some = doc[argument.head].pos_ == "NUM" or doc[argument.head].lower_ in SOME
            is_part = some and any(c.dep_ == "nmod" for c in doc[argument.head].rights)
            is_denied_of_them = own.negated or is_turned(passage)
            if (is_denied_of_them and is_part) or (not own.negated and words.startswith(ALL_BUT)):
                return own
    return None


def _counts_another_thing(asked: Asked, passage: Passage) -> bool:
    """'Were 200 men freed?' is not answered by 'The bank freed ten men for 200 ships'."""
    for quantity in asked.quantities:
        if quantity.unit != "count" or quantity.noun is None:
            continue
        counted = {token for token, _ in passage.alignment.of(quantity.noun)}
        stands = {t for t, _ in passage.alignment.of(quantity.number_start)}
        told = [q for q in passage.reading.quantities if stands & {*range(q.start, q.end)}]
        if told and not any(
            q.noun is None
            or q.noun in counted
            or q.stands_for
            or passage.reading.doc[q.noun].pos_ == "PRON"
            for q in told
        ):
            return True
    return False


def says_no_more(asked: Asked, passage: Passage) -> bool:
    """'Is Ana still in Lugo?' is not answered by 'Ana [was taken] to Lugo and came back'."""
    doc = passage.reading.doc
    if not any(token.lower_ == "still" for token in asked.doc) or asked.opener not in NOW:
        return False
    told = {doc[token] for _, token, _ in passage.alignment.pairs}
    heads = {doc[passage.reading.clauses[token.i]] for token in told}
    return not any(token.lower_ in LASTING or token.lemma_ in LASTING for token in doc) and not any(
        head.tag_ in PRESENT or any(c.tag_ in PRESENT for c in head.lefts) for head in heads
    )


def is_under_way(verb: Token) -> bool:
    """'Has Ana recovered?' is not answered by 'Ana is [recovering]'."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.lefts if c.dep_ == "aux")


def lacks_a_word(asked: Asked, passage: Passage) -> bool:
    """Whether a thing, a deed or a figure of the question is not in the sentence."""
    said = {"NOUN", "PROPN", "NUM", "VERB"}
    return any(asked.doc[i].pos_ in said for i in passage.alignment.missing)


def parts_differ(question: Frame, own: Frame, passage: Passage) -> bool:
    """Whether a named side of the asked deed is told of in another part, or in none: 'Was Ana freed?'
    and 'Ana met freed prisoners'."""
    reading = passage.reading
    for side in (Part.AGENT, Part.PATIENT):
        told = list(own.fillers(side))
        for head in question.fillers(side):
            stands = [s for s, _ in passage.alignment.of(head)]
            stands += [  # 'a clerk, [a man] who was not named'
                c.i for s in stands for c in reading.doc[s].children if c.dep_ == "appos"
            ]
            sides = {side, Part.COMPLEMENT} if side is Part.PATIENT else {side}
            if not stands or any(_fills(reading, own, s, sides) for s in stands):
                continue
            if any(is_taken_up(passage, own, i, stands) for i in told):
                continue
            predicate = reading.doc[own.head]
            before = any(s + 1 == own.head and reading.doc[s].head == predicate for s in stands)
            if before and side is Part.AGENT and not told:
                continue  # '[Imani] weakened', and were it read as an adverb
            beside = any(reading.doc[s].is_ancestor(predicate) or s + 1 == own.head for s in stands)
            if not (beside and predicate.dep_.startswith("acl")):
                return True
    return False


def is_told_elsewhere(asked: Asked, question: Frame, own: Frame, passage: Passage) -> bool:
    """'Was Ana held in Lugo?' of 'Ana was held to face charges in [Lugo]': where they are pressed."""
    clauses = passage.reading.clauses
    places = {t for n in asked.names if n.label == "LOC" for t in range(n.start, n.end)}
    for argument in question.arguments:
        if argument.part is not Part.OBLIQUE or argument.head not in places:
            continue
        stands = [token for token, _ in passage.alignment.of(argument.head)]
        aside = [t for t in stands if passage.reading.doc[clauses[t]].dep_ == "advcl"]
        if stands and aside == stands and all(clauses[t] != clauses[own.head] for t in stands):
            return True
    return False


def is_done_to_another(question: Frame, own: Frame, passage: Passage) -> bool:
    """'Was Ana freed?' of '… a time to free prisoners, said Ana': the same deed, with an object that
    is none of those asked about."""
    asked = [s for h in question.fillers(Part.PATIENT) for s, _ in passage.alignment.of(h)]
    told = list(own.fillers(Part.PATIENT))
    return bool(asked and told) and not any(
        _fills(passage.reading, own, s, {Part.PATIENT}) for s in asked
    )


def _fills(reading: Reading, own: Frame, token: int, sides: Collection[Part]) -> bool:
    """Whether a word is one of the sides of a deed: of 'the sale of Chile's oil' not Chile."""
    part = role_of(own, token, reading.edges)
    if part is None or part not in sides or part is Part.COMPLEMENT:
        return part in sides
    return any(is_of(reading.doc[token], filler) for filler in own.fillers(part))


def is_taken_up(passage: Passage, own: Frame, agent: int, stands: Sequence[int]) -> bool:
    """'[The mill] was closed because [it] lost money': a pronoun that nobody else is known for, and
    the subject of the clause above."""
    reading = passage.reading
    return reading.doc[agent].pos_ == "PRON" and any(
        frame.head != own.head
        and token < agent
        and any(a.head == token and a.part in {Part.AGENT, Part.PATIENT} for a in frame.arguments)
        and reading.doc[frame.head].is_ancestor(reading.doc[own.head])
        for frame in reading.frames
        for token in stands
    )


def nobody(asked: Asked, own: Frame, passage: Passage) -> bool:
    """'Was anybody hurt?' and 'nobody was hurt'"""
    doc = passage.reading.doc
    anybody = any(token.lower_ in ANYBODY for token in asked.doc)
    return any(
        (anybody and doc[a.head].lower_ in NOBODY)
        or any(c.lower_ == "no" for t in (doc[a.head], _first(doc[a.head])) for c in t.lefts)
        for a in own.arguments
        if a.part in {Part.AGENT, Part.PATIENT}
    )


def made_none(question: Frame, passage: Passage) -> Frame | None:
    """The clause that tells that there was none: 'The referee made no comment', did he comment?"""
    reading = passage.reading
    deeds = {
        token
        for token, _ in passage.alignment.of(question.head)
        if any(c.lower_ == "no" for c in reading.doc[token].lefts)
    }
    agents = {t for head in question.fillers(Part.AGENT) for t, _ in passage.alignment.of(head)}
    return next(
        (
            own
            for own in reading.frames
            if not (own.negated or own.modal)
            and deeds.intersection(own.fillers(Part.PATIENT))
            and any(role_of(own, agent, reading.edges) is Part.AGENT for agent in agents)
        ),
        None,
    )


def _first(noun: Token) -> Token:
    """'no [captain] or sailor'"""
    while noun.dep_ == "conj" and any(c.lower_ in {"or", "nor"} for c in noun.lefts):
        noun = noun.head
    return noun


def says_the_contrary(question: Frame, own: Frame, passage: Passage) -> bool:
    """Whether the opposite is told of the same: 'Was it upheld?' and 'It was overturned'.  Who was held
    may have been released since, but not while he is still held."""
    doc = passage.reading.doc
    if _keeps_from(question, own, passage):
        return not own.negated and _is_done_by(question, own, passage)
    if lexicon.is_undergone(own.lemma) and not lexicon.is_undergone(question.lemma):
        told = (replace(a, part=Part.AGENT) if a.part is Part.PATIENT else a for a in own.arguments)
        own = replace(own, arguments=tuple(told))  # who died did not survive
    lasts = any(doc[a.head].lower_ == "still" for a in own.arguments)
    return (
        lexicon.opposite(own.lemma, question.lemma)
        and (lasts or not lexicon.undoes(own.lemma, question.lemma))
        and not own.negated
        and not parts_differ(question, own, passage)
    )


def _keeps_from(question: Frame, own: Frame, passage: Passage) -> bool:
    """'Did Ana take part in the vote?' of 'Ana stayed away from the vote'"""
    asked, told = passage.asked.doc[question.head], passage.reading.doc[own.head]
    return any(
        lexicon.opposite(one, other) and " " in one
        for one in wordings(told, base(told))
        for other in wordings(asked, base(asked))
    )


def _is_done_by(question: Frame, own: Frame, passage: Passage) -> bool:
    """Whether the same do it, and all else that is asked is told after it."""
    edges = passage.reading.edges
    agents = {t for h in question.fillers(Part.AGENT) for t, _ in passage.alignment.of(h)}
    verb = passage.asked.doc[question.head]
    wording = {verb.i, *(c.i for c in verb.rights if c.dep_ == "obj" and c.lower_ == "part")}
    after = range(own.head, edges[own.head][1])
    others = {w for a in question.arguments if a.part is not Part.AGENT for w in [a.head]} - wording
    told = [{t for t, _ in passage.alignment.of(word)} for word in others]
    return any(role_of(own, t, edges) is Part.AGENT for t in agents) and all(
        any(t in after for t in tokens) for tokens in told
    )


def is_denier(asked: Asked, passage: Passage) -> bool:
    """'Did the bank lie?' and 'The bank denied that its clerks lied'"""
    agents = asked.frame.fillers(Part.AGENT) if asked.frame else ()
    stands = {token for agent in agents for token, _ in passage.alignment.of(agent)}
    return any(
        quote.speaker is not None
        and stands & set(range(*quote.speaker))
        and is_denied(passage, quote.start)
        for quote in passage.reading.quotes
    )


def speaks_of_it(asked: Asked, passage: Passage) -> bool:
    """'Peru considers a ban' where it is asked whether Peru banned it, and Chile did."""
    agents = list(asked.frame.fillers(Part.AGENT)) if asked.frame else []
    words = [*agents, asked.frame.head] if asked.frame and agents else []
    return bool(words) and all(any(True for _ in passage.alignment.of(i)) for i in words)
