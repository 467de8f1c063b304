"""Whom a pronoun stands for.  Precision goes first: where two fit, nobody is meant."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from bot.language import lexicon
from bot.language.draft import Draft, Someone
from bot.language.mentions import Line, Mention
from bot.language.name_words import given_name
from bot.language.neuter import thing_meant
from bot.language.phrases import SUBJECTS, subject_of
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
        return None if _in_direct(line, token.i) else thing_meant(draft, sentence, token)
    gender = GENDER.get(word)
    if gender is None:
        return None
    if quote := _in_direct(line, token.i):
        inside = [m for m in _before(draft, sentence, token, gender) if quote[0] <= m.start]
        return only(inside)
    return _person(draft, sentence, token, gender)


def is_rivalled(draft: Draft, sentence: int, token: Token, entity: int) -> bool:
    """'Clubs want Emeka Roe, but Ana Mora said he would stay': he need not be who said it."""
    gender = GENDER.get(token.lower_)
    if gender is None or token.dep_ not in SUBJECTS:
        return False
    before = {m.entity for m in _before(draft, sentence, token, gender)}
    return entity in before and len(before) > 1


def _in_direct(line: Line, i: int) -> tuple[int, int] | None:
    return next(((q.start, q.end) for q in line.quotes if q.direct and q.start <= i < q.end), None)


def _person(draft: Draft, sentence: int, token: Token, gender: str) -> int | None:
    line = draft.lines[sentence]
    here = [
        m
        for m in _before(draft, sentence, token, gender)
        if not _in_direct(line, m.start)
        and not _is_bound(m, token)
        and not _is_spoken_of(line, m, token)
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
        and can_be(someone, gender)
        and _is_surely_person(draft, mention.entity)
        and not is_modifier(draft.lines[mention.sentence_index], mention)
    )


def can_be(someone: Someone, gender: str) -> bool:
    """Whether nothing speaks against a gender: what the article says of somebody, else the given name."""
    if someone.gender is not None:
        return someone.gender == gender
    given = given_name(someone.key[0]) if len(someone.key) > 1 else ""
    return given not in {"m", "f"} or given == gender


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


def _is_spoken_of(line: Line, mention: Mention, token: Token) -> bool:
    """'[Her niece] was ill, she said': whom speakers call by a name or a noun is not themselves."""
    return mention.kind != "pronoun" and any(
        quote.speaker == (token.i, token.i + 1) and quote.start <= mention.start < quote.end
        for quote in line.quotes
    )


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
    """Whether a person whom the table does not know is the subject: 'A nurse said …', or is named by
    a surname of two."""
    return draft.holds_a_stranger(sentence) or any(
        token.dep_ in SUBJECTS
        and (token.tag_ in {"NN", "NNP"} or token.lower_ == "one")
        and (
            token.pos_ == "PROPN" or token.lower_ == "one" or lexicon.is_role(token.lemma_.lower())
        )
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
    if verb.dep_ == "acl:relcl" and own is not None and own.i == token.i:
        noun = verb.head  # 'Ana blamed [Leo], whom she accused'
        while noun.pos_ not in {"VERB", "AUX"} and noun.head.i != noun.i:
            noun = noun.head
        subject = subject_of(noun)
        return subject.i if subject is not None and subject.i < verb.head.i else None
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
        if not speakers and carried is not None and can_be(draft.people[carried], gender):
            return carried
        strong = [m for m in there if not is_weak(draft, m)]
        tiers = ([m for m in strong if tier(draft, m) == rank] for rank in range(3))
        for found in (speakers, *tiers):
            if found:
                survivor = _survivor(earlier, found, there)
                return _likeliest(draft, found, gender) if survivor is None else survivor
        if (there and blocked) or _is_about_unnamed(draft, back, len(earlier.doc)):
            return None
    return None


def _likeliest(draft: Draft, found: Sequence[Mention], gender: str) -> int | None:
    """The only one; else the only one of whom the article tells the gender: 'his aunt Ana and I. Roe'"""
    if (one := only(found)) is not None:
        return one
    return only([m for m in found if m.entity and draft.people[m.entity].gender == gender])


def _survivor(line: Line, found: Sequence[Mention], there: Sequence[Mention]) -> int | None:
    """'[His] father, Rui Roe, died in 2017. He …': the son goes on; None where nobody died so."""
    dead = [t for t in line.doc if t.lemma_.lower() == "die" and t.dep_ == "ROOT"]
    subject = subject_of(dead[0]) if dead else None
    if subject is None or not all(m.start in {t.i for t in subject.subtree} for m in found):
        return None
    owned = [m for m in there if m.kind == "pronoun" and line.doc[m.start].head.i == subject.i]
    return only(owned)
