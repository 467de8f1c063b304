"""Whom a pronoun stands for.  Precision goes first: where two fit, nobody is meant."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from bot.domain import Role
from bot.language import lexicon, speech
from bot.language.draft import Draft, is_speaker, opens
from bot.language.mentions import Line, Mention
from bot.language.phrases import SUBJECTS, head_of, subject_of

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)
FIRST = {"i", "me", "my", "mine", "myself"}
NEUTER = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
_LINES_BACK = 4  # body sentences looked back over; tuned on wikinews-gum
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
        return _only(inside)
    return _person(draft, sentence, token, gender)


def _in_direct(line: Line, i: int) -> tuple[int, int] | None:
    return next(((q.start, q.end) for q in line.quotes if q.direct and q.start <= i < q.end), None)


def _only(mentions: Sequence[Mention]) -> int | None:
    found = {m.entity for m in mentions}
    return found.pop() if len(found) == 1 else None


# -- he and she


def _person(draft: Draft, sentence: int, token: Token, gender: str) -> int | None:
    line = draft.lines[sentence]
    here = [
        m
        for m in _before(draft, sentence, token, gender)
        if not _in_direct(line, m.start) and not _is_bound(line, m, token)
    ]
    strong = [m for m in here if not _is_weak(draft, m)]
    if strong:
        return _of_sentence(draft, line, strong, token)
    if (later := _announced(draft, sentence, token, gender)) is not None:
        return later
    return _of_text_before(draft, sentence, token, gender, blocked=bool(here))


def _before(draft: Draft, sentence: int, token: Token, gender: str) -> Iterator[Mention]:
    """The persons of the sentence before the pronoun whom it fits."""
    for mention in draft.mentions_in(sentence):
        if mention.end <= token.i and _fits(draft, mention, gender):
            yield mention


def _fits(draft: Draft, mention: Mention, gender: str) -> bool:
    assert mention.entity is not None  # mentions_in gives no others
    someone = draft.people[mention.entity]
    return (
        someone.label == "PER"
        and someone.number == "sing"
        and someone.gender in {None, gender}
        and not _is_modifier(draft.lines[mention.sentence_index], mention)
    )


def _is_modifier(line: Line, mention: Mention) -> bool:
    """'the [Trump] administration', 'the [Maduro]-backed law'"""
    doc, end = line.doc, mention.end
    if mention.kind != "name" or end >= len(doc):
        return False
    return doc[end].text == "-" or (
        doc[end].pos_ == "NOUN" and doc[end - 1].dep_ in {"compound", "amod", "nmod"}
    )


def _is_weak(draft: Draft, mention: Mention) -> bool:
    """A name that only says whose or which: '[Ana]'s house', 'brother of [Ana]'."""
    line = draft.lines[mention.sentence_index]
    doc = line.doc
    if mention.kind == "name" and mention.end < len(doc) and doc[mention.end].tag_ == "POS":
        return True
    return any(
        d.sentence_index == mention.sentence_index
        and d.entity != mention.entity
        and d.start <= mention.start < d.end
        for d in draft.descriptions
    )


def _is_bound(line: Line, mention: Mention, token: Token) -> bool:
    """'Ana saw her': an object is not the subject of its own verb; 'her' in 'her son Leo' not Leo."""
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
    if (one := _only(here)) is not None:
        return one
    acting = [m for m in here if _tier(draft, m) < 2]
    if (one := _only(acting)) is not None:
        return one
    main = [m for m in acting if _tier(draft, m) == 0]
    above = _subject_above(line, token)
    aside = any(t.text in {"—", "–", "--", ";"} for t in line.doc[here[-1].end : token.i])
    if aside:
        return None
    if above is not None:
        return _only([m for m in here if m.start <= above < m.end])
    return (
        _only(main)
        if not any(m.start > max(x.start for x in main) for m in acting if m not in main)
        else None
    )


def _subject_above(line: Line, token: Token) -> int | None:
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
            return mention.entity if _tier(draft, mention) == 0 else None
    return None


def _tier(draft: Draft, mention: Mention) -> int:
    """0: speaks, or subject of the main verb; 1: another subject; 2: the rest."""
    line = draft.lines[mention.sentence_index]
    if is_speaker(line, mention) or opens(line, mention):
        return 0
    head = head_of(line.doc, (mention.start, mention.end))
    while head.dep_ in {"flat", "appos"} and head.head.i < head.i and head.head.dep_ != "ROOT":
        if any(t.text == "," for t in line.doc[head.head.i : mention.start]):
            break
        head = head.head
    if head.dep_ not in SUBJECTS:
        return 2
    return 0 if head.head.dep_ in {"ROOT", "conj", "parataxis"} else 1


def _of_text_before(
    draft: Draft, sentence: int, token: Token, gender: str, *, blocked: bool
) -> int | None:
    """The one whom the nearest sentence before is about; sentences without a person do not count."""
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
        strong = [m for m in there if not _is_weak(draft, m)]
        tiers = ([m for m in strong if _tier(draft, m) == tier] for tier in range(3))
        for found in (speakers, *tiers):
            if found:
                return _only(found)
        if there and blocked:
            return None
    return None


def lines_before(draft: Draft, sentence: int) -> Iterator[int]:
    """The body sentences before this one, nearest first; captions and headings left out."""
    seen = 0
    for back in range(sentence - 1, -1, -1):
        if draft.lines[back].role is Role.BODY:
            yield back
            seen += 1
            if seen == _LINES_BACK:
                return


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
        if m.entity is not None and draft.people[m.entity].label == "ORG" and not _is_weak(draft, m)
    ]
    acting = [m for m in there if _tier(draft, m) == 0]
    return _only(acting or there)
