"""Whom a pronoun stands for.  Precision goes first: where two fit, nobody is meant."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from bot.language import lexicon, speech
from bot.language.draft import Draft
from bot.language.mentions import Line, Mention
from bot.language.phrases import SUBJECTS, head_of, subject_of
from bot.language.prominence import is_modifier, is_speaker, is_weak, lines_before, only, tier

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)
FIRST = {"i", "me", "my", "mine", "myself"}
NEUTER = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
_PARAGRAPHS_BACK = 2


def is_pronoun(token: Token) -> bool:
    """Whether the token can stand for an entity: 'she', 'its', 'I', 'them'."""
    return token.lower_ in GENDER or token.lower_ in FIRST | NEUTER | PLURAL


def meant(draft: Draft, sentence: int, token: Token, *, speaker: int | None) -> int | None:
    """The entity that a pronoun stands for; None if nobody or more than one fits.

    `speaker` says the words the pronoun is among, if it stands in a quotation.
    """
    line = draft.lines[sentence]
    word = token.lower_
    if word in FIRST:
        return speaker
    if word in NEUTER:
        return None if _in_direct(line, token.i) else _thing(draft, sentence, token)
    gender = GENDER.get(word)
    if gender is None:
        return None
    if quote := _in_direct(line, token.i):
        inside = [m for m in _before(draft, sentence, token, gender) if quote[0] <= m.start]
        return only(inside)
    return _person(draft, sentence, token, gender)


def _in_direct(line: Line, i: int) -> tuple[int, int] | None:
    return next(((q.start, q.end) for q in line.quotes if q.direct and q.start <= i < q.end), None)


# -- he and she


def _person(draft: Draft, sentence: int, token: Token, gender: str) -> int | None:
    line = draft.lines[sentence]
    here = [
        m
        for m in _before(draft, sentence, token, gender)
        if not _in_direct(line, m.start) and not _is_bound(m, token)
    ]
    strong = [m for m in here if not is_weak(draft, m)]
    if strong:
        found = _of_sentence(draft, line, strong, token)
        weak = [m for m in here if m not in strong]
        return None if found is not None and _rivalled(draft, found, strong, weak) else found
    if _is_about_unnamed(draft, sentence, token.i):
        return None
    if (later := _announced(draft, sentence, token, gender)) is not None:
        return later
    return _of_text_before(draft, sentence, gender, blocked=bool(here))


def _before(draft: Draft, sentence: int, token: Token, gender: str) -> Iterator[Mention]:
    """The persons of the sentence before the pronoun whom it fits."""
    for mention in draft.mentions_in(sentence):
        first = draft.lines[sentence].doc[mention.start].lower_ in FIRST
        if mention.end <= token.i and not first and _fits(draft, mention, gender):
            yield mention


def _fits(draft: Draft, mention: Mention, gender: str) -> bool:
    assert mention.entity is not None  # mentions_in gives no others
    someone = draft.people[mention.entity]
    return (
        someone.label == "PER"
        and someone.number == "sing"
        and someone.gender in {None, gender}
        and _is_surely_person(draft, mention.entity)
        and not is_modifier(draft.lines[mention.sentence_index], mention)
    )


def _is_surely_person(draft: Draft, entity: int) -> bool:
    """Whether more than one capitalised word says so: 'Internet' may be taken for a surname."""
    someone = draft.people[entity]
    if len(someone.key) > 1 or someone.gender is not None or entity in draft.speakers.values():
        return True
    return any(d.entity == entity for d in draft.descriptions)


def _is_bound(mention: Mention, token: Token) -> bool:
    """'Ana saw her': an object is not the subject of its own verb."""
    if (
        token.dep_ in {"obj", "iobj", "obl"}
        and token.tag_ != "PRP$"
        and not token.lower_.endswith("self")
    ):
        subject = subject_of(token.head)
        return subject is not None and mention.start <= subject.i < mention.end
    return False


def _of_sentence(draft: Draft, line: Line, here: Sequence[Mention], token: Token) -> int | None:
    """The only one; else the only one who speaks or acts; else the subject of the verb above."""
    if (one := only(here)) is not None:
        return one
    acting = [m for m in here if tier(draft, m) < 2]
    if (one := only(acting)) is not None:
        return one
    main = [m for m in acting if tier(draft, m) == 0]
    above = _subject_above(token)
    aside = any(t.text in {"—", "–", "--", ";"} for t in line.doc[here[-1].end : token.i])
    if aside:
        return None
    if above is not None:
        return only([m for m in here if m.start <= above < m.end])
    return (
        only(main)
        if main and not any(m.start > main[-1].start for m in acting if m not in main)
        else None
    )


def _rivalled(draft: Draft, found: int, strong: Sequence[Mention], weak: Sequence[Mention]) -> bool:
    """'Ana explained [Leo]'s move began when …': another stands nearer, if only as a possessor."""
    own = max(m.start for m in strong if m.entity == found)
    nearer = (m for m in weak if m.start > own and m.entity != found)
    return any(
        not any(
            d.entity == found and d.start <= m.start < d.end
            for d in draft.descriptions_in(m.sentence_index)
        )
        for m in nearer
    )


def _is_about_unnamed(draft: Draft, sentence: int, end: int) -> bool:
    """Whether a person whom the table does not know is the subject: 'A nurse said …'."""
    return any(
        token.dep_ in SUBJECTS
        and token.tag_ in {"NN", "NNP"}
        and (token.pos_ == "PROPN" or lexicon.is_role(token.lemma_.lower()))
        and (sentence, token.i) not in draft.at
        for token in draft.lines[sentence].doc[:end]
    )


def _subject_above(token: Token) -> int | None:
    """The subject of the clause that the pronoun hangs on: '[Ana] left when she …'."""
    verb = token.head
    for _ in range(3):
        if verb.pos_ in {"VERB", "AUX"} or verb.head.i == verb.i:
            break
        verb = verb.head
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None and own.i != token.i and own.i < token.i and token.dep_ == "nmod:poss":
        return own.i
    if verb.dep_ in {"advcl", "ccomp", "acl", "conj", "xcomp"}:
        subject = subject_of(verb.head)
        return subject.i if subject is not None and subject.i < token.i else None
    return None


def _announced(draft: Draft, sentence: int, token: Token, gender: str) -> int | None:
    """'As he left, [Ana's brother Leo] said …': a first clause speaks of the subject to come."""
    line = draft.lines[sentence]
    comma = next((t.i for t in line.doc[token.i : token.i + 20] if t.text == ","), None)
    if comma is None or line.doc[0].pos_ not in {"SCONJ", "ADP", "VERB"} or token.i > 10:
        return None
    for mention in draft.mentions_in(sentence):
        if (
            comma < mention.start <= comma + 5
            and mention.kind == "name"
            and _fits(draft, mention, gender)
        ):
            return mention.entity if tier(draft, mention) == 0 else None
    return None


def _of_text_before(draft: Draft, sentence: int, gender: str, *, blocked: bool) -> int | None:
    """The one whom the nearest sentence before is about; those without persons do not count."""
    line = draft.lines[sentence]
    paragraphs: set[int] = set()
    for back in lines_before(draft, sentence):
        earlier = draft.lines[back]
        if earlier.paragraph != line.paragraph:
            paragraphs.add(earlier.paragraph)
        if len(paragraphs) > _PARAGRAPHS_BACK:
            return None
        there = [
            m
            for m in draft.mentions_in(back)
            if _fits(draft, m, gender) and not _in_direct(earlier, m.start)
        ]
        speakers = [m for m in there if is_speaker(earlier, m)]
        carried = draft.speakers.get(back)
        if not speakers and carried is not None and draft.people[carried].gender in {None, gender}:
            return carried
        strong = [m for m in there if not is_weak(draft, m)]
        tiers = ([m for m in strong if tier(draft, m) == rank] for rank in range(3))
        for found in (speakers, *tiers):
            if found:
                return only(found)
        if (there and blocked) or _is_about_unnamed(draft, back, len(earlier.doc)):
            return None
    return None


# -- it


def _thing(draft: Draft, sentence: int, token: Token) -> int | None:
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
