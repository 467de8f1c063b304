"""What did it sink, what is it made of?  Whatever fills the hole; else the sentence is quoted."""

from spacy.tokens import Token

from bot.finding.search import Finding
from bot.kinds import hole, speech, where, which
from bot.kinds.definition import asks_what_a_name_is, asks_what_a_thing_is
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

BY_SHAPE = {"phrase": 0.6, "conjoined": 0.6, "name": 0.5, "clause": 0.4, "verb phrase": 0.35,
            "quote": 0.3, "prepositional": 0.25, "quality": 0.25, "quantity": 0.2, "when": 0.1}  # fmt: skip
# How an answer may be joined to what a question asks with a preposition.
RESEMBLING = {"about": {"about", "on", "concerning"}, "like": {"like"}}


def recognises(asked: Asked) -> bool:
    """'What did he buy?'"""
    return asked.word >= 0 and asked.doc[asked.word].lower_ in {"what", "which"}


def fits(asked: Asked, _reading: Reading, candidate: Candidate) -> float:
    """'He bought [a ticket]'"""
    if asked.topic and any(t.lower_ in {"name", "names"} for t in asked.doc):
        return 1.0 if candidate.shape == "name" else 0.0  # 'What is the name of the boat?'
    return BY_SHAPE.get(candidate.shape, 0.1)


def is_the_asked_thing(request: Request, finding: Finding) -> bool:
    """Not a name of any class where a class is asked for.  Of 'What is the Aurora?' only a noun that
    hangs on the name: 'the [freighter] Aurora'."""
    asked, reading, head = request.asked, finding.passage.reading, finding.candidate.head
    if asked.noun and (which.is_typed(asked) or not which.has_the_class(asked, finding)):
        return False  # 'Which airline …?' has been asked as such
    if speech.is_stance(asked) and not finding.passage.frames:
        return False  # 'What does he believe?'
    if _is_before_which(reading, head) or (asked.frame and asked.frame.lemma == "do"):
        return False  # 'What did she do?' is asked as such
    if not _is_about_or_like(asked, finding):
        return False
    if _is_where(asked, finding) or not _is_told_of_the_topic(asked, finding):
        return False
    named = {token for _, token, _ in finding.passage.alignment.pairs}
    is_date = any(when.start <= head < when.end for when in reading.whens)
    if is_date and asks_what_a_name_is(asked):
        return False  # 'What is Vigo?' of 'in Vigo, July 2'
    if asks_what_a_thing_is(asked):
        return any(_is_told_to_be(reading.doc[token], reading.doc[head]) for token in named)
    if not asks_what_a_name_is(asked):
        return True
    near = any(_is_class_of(reading.doc[head], reading.doc[token]) for token in named)
    return near and reading.doc[head].pos_ == "NOUN"


def _is_class_of(noun: Token, name: Token) -> bool:
    """'the [freighter] Aurora', 'Aurora, a [freighter]'; not 'the [storm] during Aurora'"""
    if noun.i in {name.i, name.head.i}:
        return not any(child.dep_ == "case" for child in name.lefts)
    return bool(noun.head.i == name.i) and not any(c.dep_ == "case" for c in noun.lefts)


def _is_about_or_like(asked: Asked, finding: Finding) -> bool:
    """'a film [about a storm]', '[on storms]' for what it is about; for what it is like only 'like …'"""
    wanted = RESEMBLING.get(asked.preposition)
    if wanted is None or asked.frame is None or asked.frame.lemma != "be":
        return True
    doc, head = finding.passage.reading.doc, finding.candidate.head
    return any(c.dep_ == "case" and c.lower_ in wanted for c in doc[head].lefts)


def _is_where(asked: Asked, finding: Finding) -> bool:
    """'What is he charged with?' is not answered by 'charges in [Vigo]'."""
    reading, head = finding.passage.reading, finding.candidate.head
    is_place = any(n.label == "LOC" and n.start <= head < n.end for n in reading.names)
    if not is_place or asked.noun or asked.preposition in where.PLACING:
        return False
    opening = {c.lower_ for c in reading.doc[head].lefts if c.dep_ == "case"}
    return bool(opening & {"in", "at", "near", "outside", "across", "throughout"})


def _is_told_of_the_topic(asked: Asked, finding: Finding) -> bool:
    """'What are the charges against him?': [fraud charges], 'the charge is [fraud]', 'charges of [fraud]';
    nothing that only stands in the same sentence."""
    if asked.topic is None or (asked.names and asks_what_a_name_is(asked)):
        return True
    stands = [token for token, _ in finding.passage.alignment.of(asked.topic_head)]
    doc = finding.passage.reading.doc
    if (
        asked.doc[asked.topic_head].tag_ == "NN" and stands
    ):  # 'the pillar' is none of 'five pillars'
        stands = [token for token in stands if doc[token].tag_ != "NNS"]
        if not stands:
            return False
    distances, head = finding.passage.reading.distances, finding.candidate.head
    return not stands or any(distances[head][token] <= 1 for token in stands)


def _is_told_to_be(thing: Token, told: Token) -> bool:
    """'[Chlorine], a [gas], …', 'the [gas] chlorine', 'Chlorine is a [gas]'"""
    if thing.dep_ in {"appos", "nsubj"} and thing.head.i == told.i:
        return told.pos_ == "NOUN"
    return told.dep_ in {"appos", "compound"} and told.head.i == thing.i


def _is_before_which(reading: Reading, head: int) -> bool:
    """'They plotted against the [king], which Chile denies': not the king."""
    after = (c for c in reading.doc[head].rights if c.dep_ == "acl:relcl")
    clause = next(after, None)
    if clause is None or not lexicon.is_speech(clause.lemma_.lower()):
        return False
    which, comma = clause.left_edge, clause.left_edge.nbor(-1)
    return which.lower_ == "which" and comma.text == ","


KIND = hole.kind("what", recognises, fits, allows=is_the_asked_thing, final=False)
