"""Whether a sentence has the contrary of a word that stands in it, or tells a deed as only intended."""

from spacy.tokens import Token

from bot.finding.scoring import Passage
from bot.language import lexicon
from bot.language.frames import NEGATIONS, base
from bot.questions import Asked

STILL = {"only", "least", "just", "more", "less", "longer"}  # 'not only', 'no more than'
NOBODY = {"nobody", "none", "no", "neither", "nothing"}
OPEN = {"if", "unless", "whether"}
UNREAL = {"would", "might", "could", "may", "should"}

# Who began, or was made, to do something did it.
IMPLYING = {
    "begin",
    "start",
    "continue",
    "manage",
    "help",
    "use",
    "go",
    "come",
    "get",
    "force",
    "cease",
}


def is_turned(passage: Passage) -> bool:
    """Whether a word of the question is told with a "not" or "no" of its own, and asked without.

    The negations of verbs are told by their frames.
    """
    question, doc = passage.asked.doc, passage.reading.doc
    verbs = {frame.head for frame in passage.reading.frames if frame.lemma != "be"}
    return any(
        token not in verbs
        and doc[token].pos_ != "PROPN"  # 'Without the mill there is no [Alta]'
        and _is_denied(doc[token])
        and not _is_denied(question[word])
        for word, token, _ in passage.alignment.pairs
    )


def _is_denied(word: Token) -> bool:
    return any(
        child.lower_ in NEGATIONS and word.doc[child.i + 1].lower_ not in STILL
        for child in word.lefts
    )


def is_a_purpose(verb: Token) -> bool:
    """'He flew home to [find] her', 'announced plans to [sail]': whether he did is not told."""
    if not _has_to(verb):
        return False
    return verb.dep_ in {"advcl", "acl"} or (
        verb.dep_ == "xcomp" and base(verb.head) not in IMPLYING | {"be"}
    )


def asks_for_a_purpose(asked: Asked) -> bool:
    """'Did he plan to [sail]?': no more is asked than what was intended."""
    return asked.frame is not None and _has_to(asked.doc[asked.frame.head])


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.lefts)


def is_conditional(verb: Token) -> bool:
    """'if the rain [stops]', 'whether it [rained]': nobody says that it does."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return any(child.dep_ == "mark" and child.lower_ in OPEN for child in verb.lefts)


def _asks_if(asked: Asked) -> bool:
    return any(token.lower_ in OPEN for token in asked.doc)


def is_only_meant(asked: Asked, passage: Passage) -> bool:
    """'When was he arrested?' is not told by 'rejected a request to arrest him', nor by 'if he is
    arrested'."""
    frame = asked.frame
    if frame is None or frame.modal or not passage.frames or asks_for_a_purpose(asked):
        return False
    verb = asked.doc[frame.head]
    is_past = verb.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in verb.lefts)
    told = [passage.reading.doc[own.head] for own, _, _ in passage.frames]
    return (is_past and all(map(is_a_purpose, told))) or (
        not _asks_if(asked) and all(map(is_conditional, told))
    )


def is_unreal(asked: Asked, passage: Passage) -> bool:
    """'Who runs the port?' is told as no fact by 'Roe pledged that her firm [would] run the port'."""
    surest = max((strong for _, strong, _ in passage.frames), default=0.0)
    moods = [frame.modal for frame, strong, _ in passage.frames if strong == surest]
    asks_for_fact = asked.frame is not None and not asked.frame.modal
    return asks_for_fact and bool(moods) and all(mood in UNREAL for mood in moods)


def is_denied(passage: Passage, predicate: int) -> bool:
    """Whether somebody denies the clause that holds the predicate."""
    return any(
        quote.verb is not None
        and quote.start <= predicate < quote.end
        and lexicon.same_family(passage.reading.doc[quote.verb].lemma_.lower(), "deny")
        for quote in passage.reading.quotes
    )


def is_disowned(asked: Asked, passage: Passage) -> bool:
    """'Who was drunk?' is not told by 'The captain denied that he was drunk'."""
    if any(lexicon.same_family(token.lemma_.lower(), "deny") for token in asked.doc):
        return False
    told = [own.head for own, _, _ in passage.frames] or [
        token for _, token, _ in passage.alignment.pairs
        if token in passage.reading.predicates or passage.reading.doc[token].dep_ == "ccomp"
    ]  # fmt: skip
    return bool(told) and all(is_denied(passage, head) for head in told)


def is_told_of_nobody(asked: Asked, passage: Passage) -> bool:
    """'How many died?' is not told by '17 were hurt, but nobody was killed'."""
    doc = passage.reading.doc
    told = [
        doc[filler]
        for frame, _, _ in passage.frames
        for filler in (frame.fillers(asked.part) if asked.part else ())
    ]
    return bool(told) and all(
        token.lower_ in NOBODY or any(c.lower_ == "no" for c in token.lefts) for token in told
    )
