"""What "it" and "its" stand for: a place or an organisation, where only one can be meant."""

from spacy.tokens import Token

from bot.language import lexicon, speech
from bot.language.draft import Draft
from bot.language.mentions import Line
from bot.language.phrases import head_of, subject_of
from bot.language.prominence import is_weak, only, tier


def thing_meant(draft: Draft, sentence: int, token: Token) -> int | None:
    """'The union said [it] …', 'Rota freed [its] prisoners', 'Ana Roe, [its] president'"""
    line = draft.lines[sentence]
    if token.lower_ == "it" and token.dep_ not in {"nsubj", "nsubj:pass"}:
        return None
    if token.lower_ == "it":
        return _speaking_thing(draft, sentence, line, token)
    noun = token.head
    if lexicon.is_role(noun.lemma_.lower()) and (noun.i == token.i + 1 or noun.i == token.i + 2):
        verb_subject = _subject_near(draft, sentence, token)
        return verb_subject if verb_subject is not None else _thing_before(draft, sentence)
    return _subject_near(draft, sentence, token)


def _subject_near(draft: Draft, sentence: int, token: Token) -> int | None:
    """The place or organisation that is the subject of the verb above the noun."""
    word = token.head
    for _ in range(4):
        if word.pos_ == "VERB":
            subject = subject_of(word)
            if subject is None or subject.i >= token.i:
                return None
            return _not_person(draft, sentence, subject.i)
        word = word.head
    return None


def _speaking_thing(draft: Draft, sentence: int, line: Line, token: Token) -> int | None:
    for quote in line.quotes:
        if not quote.direct and quote.speaker and quote.start <= token.i < quote.start + 3:
            head = head_of(line.doc, quote.speaker)
            if quote.verb is not None and head.tag_ not in {"NNS", "NNPS"}:
                return _not_person(draft, sentence, head.i, quote.speaker)
    if token.i == 0 and speech.is_saying(token.head):
        return _thing_before(draft, sentence)
    return None


def _not_person(
    draft: Draft, sentence: int, token: int, span: tuple[int, int] | None = None
) -> int | None:
    found = draft.entity_at(sentence, token)
    if found is None and span is not None:
        found = draft.entity_in(sentence, span)
    return found if found is not None and draft.people[found].label in {"ORG", "LOC"} else None


def _thing_before(draft: Draft, sentence: int) -> int | None:
    """The organisation that the sentence before in the paragraph is about, or its only one."""
    back = sentence - 1
    if back < 0 or draft.lines[back].paragraph != draft.lines[sentence].paragraph:
        return None
    there = [
        m
        for m in draft.mentions_in(back)
        if m.entity is not None and draft.people[m.entity].label == "ORG" and not is_weak(draft, m)
    ]
    acting = [m for m in there if tier(draft, m) == 0]
    return only(acting or there)
