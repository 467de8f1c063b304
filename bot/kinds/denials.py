"""Did the mayor admit it, did he say so?  No where he is told to deny what is asked."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.finding.matching import role_of
from bot.finding.scoring import Passage
from bot.kinds.verdict import Verdict
from bot.language import lexicon
from bot.language.frames import Frame, Part, base
from bot.questions import Asked

TELLING = {"NOUN", "PROPN", "NUM", "VERB", "ADJ"}
THINGS = {"NOUN", "PROPN", "NUM"}
MOST = 0.6  # of the words of what is said: who denies having been promised a seat will not get it


def denied(asked: Asked, passage: Passage) -> Verdict | None:
    """'Did Roe admit that she lied?' of 'Roe denied that she lied', 'denied a report that she lied'"""
    frame, reading = asked.frame, passage.reading
    if frame is None or frame.modal or not _is_avowal(frame):
        return None
    said = [asked.doc[head] for head in frame.fillers(Part.COMPLEMENT)]
    speakers = {t for head in frame.fillers(Part.AGENT) for t, _ in passage.alignment.of(head)}
    words = [t for one in said for t in one.subtree if t.pos_ in TELLING]
    if not words or not speakers:
        return None
    for own in reading.frames:
        verb = reading.doc[own.head]
        is_denial = verb.pos_ == "VERB" and lexicon.same_family(own.lemma, "deny")
        if not is_denial or own.negated or own.modal or own.passive:
            continue
        by = any(role_of(own, token, reading.edges) is Part.AGENT for token in speakers)
        told = range(verb.i + 1, _end(verb))
        known = [word for word in words if _stands(passage, word, told)]
        lacking = [word for word in words if word not in known]
        is_all = not any(word.pos_ in THINGS for word in lacking)
        if by and is_all and len(known) >= MOST * len(words):
            return Verdict(False, min(_subjects(own, passage), default=verb.i), told.stop)
    return None


def _is_avowal(frame: Frame) -> bool:
    """'say', 'admit', 'confirm'; not 'deny'"""
    is_telling = lexicon.same_family(frame.lemma, "say") or lexicon.opposite(frame.lemma, "deny")
    return is_telling and not frame.negated


def _stands(passage: Passage, word: Token, told: range) -> bool:
    if any(token in told for token, _ in passage.alignment.of(word.i)):
        return True
    return any(base(passage.reading.doc[i]) == base(word) for i in told)


def _subjects(own: Frame, passage: Passage) -> Iterator[int]:
    for head in own.fillers(Part.AGENT):
        if head < own.head:
            yield passage.reading.edges[head][0]


def _end(verb: Token) -> int:
    """Where what is denied ends: before 'and said …'."""
    after = [c.left_edge.i for c in verb.rights if c.dep_ in {"conj", "parataxis"}]
    end = min([verb.right_edge.i + 1, *after])
    while end > verb.i + 1 and (verb.doc[end - 1].is_punct or verb.doc[end - 1].dep_ == "cc"):
        end -= 1
    return end
