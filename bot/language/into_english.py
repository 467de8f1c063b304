"""Questions of another language in English: '¿Cuándo fue detenido X?' -> 'When was X detained?'

Words come from the language's file and are put in English order by rule.  Names stay as they are, and
so does what the file does not know.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.language.english import plain
from bot.language.foreign import Foreign, Piece
from bot.language.foreign_phrases import (
    done,
    inflected,
    joined,
    noun_phrase,
    plainly,
)
from bot.language.foreign_verbs import (
    BE_FORMS,
    HAPPEN,
    VerbGroup,
    before_subject,
    is_done_by_nobody,
    is_plural,
    starts_subject,
    verb_group,
    with_infinitive,
)
from bot.language.foreign_words import pieces

_WORD = re.compile(r"[^\s¿¡?!,;:]+")
_TO = {"say", "give", "tell"}  # 'a' after them is "to"
_OWN = {"owns", "owned"}


def to_english(question: str, language: Foreign, names: Collection[str] = ()) -> str:
    """The question in English, with a capital and a question mark.

    `names` are the corpus's own, which are never translated.
    """
    found = pieces(_without_padding(question, language), language, names)
    opening = list(takewhile(lambda piece: piece.tag == "conjunction", found))
    text = joined([*(p.english for p in opening), _clause(found[len(opening) :], language)])
    return f"{text[:1].upper()}{text[1:]}?"


def _without_padding(question: str, language: Foreign) -> str:
    """The question without greetings and 'me puedes decir'; as it was, if nothing would be left."""
    phrases = sorted(language.words_of("padding", "words"), key=len, reverse=True)
    words = _WORD.findall(question)
    folded = [plain(word) for word in words]
    start, end = 0, len(words)
    for phrase in [phrase.split() for phrase in phrases] * 2:
        if folded[start : start + len(phrase)] == phrase:
            start += len(phrase)
        if start < end - len(phrase) and folded[end - len(phrase) : end] == phrase:
            end -= len(phrase)
    return " ".join(words[start:end]) or question


def _clause(found: Sequence[Piece], language: Foreign) -> str:
    start = next((i for i, piece in enumerate(found) if piece.tag in {"verb", "helper"}), None)
    reflexive = negated = False
    while start and (_is_clitic(found, start - 1) or found[start - 1].english == "not"):
        reflexive = reflexive or found[start - 1].english == "itself"
        negated = negated or found[start - 1].english == "not"
        found = [*found[: start - 1], *found[start:]]
        start -= 1
    if start is None:
        return plainly(found)
    asked, thing, subject = _asked(found[:start])
    group = verb_group(
        found, start, suffers=reflexive and not _acts_on_itself(found[start], language)
    )
    rest = list(found[start + group.size :])
    if reflexive and group.passive and rest and rest[0].english == "to":
        rest = rest[1:]  # 'se busca a X'
    lead = before_subject(rest, group)
    if not subject and rest[lead:] and starts_subject(rest[lead:], asked, thing, group):
        spoken = asked == "how much" or (asked == "what" and group.main in {"think", "say", "know"})
        moved = group.finite is not None and group.finite.motion
        subject, after = noun_phrase(rest[lead:], whole=not (spoken or moved))
        rest = [*rest[:lead], *after]
        longer = with_infinitive(group, rest)
        group, rest = longer, rest[longer.size - group.size :]
        if moved and rest and rest[0].english == "of":
            rest = [Piece("from", "preposition"), *rest[1:]]
    if not subject and thing and group.finite and not rest:
        several = asked.startswith("how many") or thing.plural
        if several != group.plural:  # '¿Qué animales criaba?'
            subject = [Piece(_pronoun(group), "pronoun")]
    if not group.main and rest and rest[0].form == "done":
        group = VerbGroup(group.helper, done(rest[0]), 0, passive=True)  # '¿Fue X liberado?'
        rest = rest[1:]
    if negated:
        group = replace(group, main=joined(["not", group.main]))
    return _ordered(asked, subject, group, rest)


def _acts_on_itself(verb: Piece, language: Foreign) -> bool:
    """'se hundió' is "sank", where 'se anunció' is "was announced"."""
    return verb.verb is not None and verb.verb.base in language.words_of("verbs", "reflexive")


def _is_clitic(found: Sequence[Piece], at: int) -> bool:
    """'le' of 'qué le dijo', 'se' of 'se celebró', 'la' of 'quién la vio'"""
    return at >= 0 and found[at].english in {"him", "them", "itself"} | (
        {"the"} if found[at].tag == "article" else set()
    )


def _asked(before: Sequence[Piece]) -> tuple[str, Piece | None, list[Piece]]:
    """The asked phrase, in English, the noun in it, and the subject if it comes before the verb."""
    place = next((i for i, piece in enumerate(before) if piece.tag == "question"), None)
    if place is None:
        return "", None, list(before)
    asked, after = before[place], list(before[place + 1 :])
    opening = [piece.english for piece in before[:place]]
    if asked.english in {"what", "how many", "how much", "whose"}:
        name = next((i for i, piece in enumerate(after) if piece.tag == "article"), len(after))
        opening += [asked.english, plainly(after[:name])]
        thing = next((piece for piece in after[:name] if piece.tag == "noun"), None)
        return joined(opening), thing, after[name:]
    word = "whom" if opening and asked.english == "who" else asked.english
    return joined([*opening, word]), None, after


def _ordered(asked: str, subject: Sequence[Piece], group: VerbGroup, rest: Sequence[Piece]) -> str:
    """Asked phrase, helper, subject, verb, rest."""
    word = asked.partition(" ")[0]
    said = plainly(subject)
    if asked == "how far":
        said = said.replace(" of ", " from ", 1)
    if word == "whose" and subject and subject[0].tag == "noun":  # 'de quién es hermano X'
        asked, said = f"{asked} {plainly(subject[:1])}", plainly(subject[1:])
    if group.finite and (active := _active(asked, said, group, group.finite, rest)):
        return active
    tail = plainly(_without_object_mark(rest, group.finite), passive=group.passive)
    if asked == "how old" and group.helper in _OWN:
        be = "was" if group.helper == "owned" else "is"
        return joined([asked, be, said or _pronoun(group), tail])
    if word == "who" and not said and group.helper == "were":
        group = replace(group, helper="was")
    if group.main == "there":
        return joined([asked, group.helper, group.main, said, tail])
    is_told = asked == "what" and group.finite is not None and not tail
    if not said and (
        is_told or asked in {"", "how", "whom"} or word not in {"who", "what", "how", "whose"}
    ):
        said = _pronoun(group)
    if asked == "with whom" and group.main in {"marry", "married"}:
        asked, tail = "who", joined(["to" if group.main == "married" else "", tail])
    asked = "who" if asked == "whom" else asked
    if group.helper in _OWN:
        owner = _owner_after(subject)
        if not asked and owner:  # '¿Tiene hijos X?'
            said, tail = plainly(subject[owner:]), joined([plainly(subject[:owner]), tail])
        return _having(asked, said, group, tail)
    return joined([asked, group.helper, said, group.main, tail])


def _active(
    asked: str, said: str, group: VerbGroup, verb: Piece, rest: Sequence[Piece]
) -> str | None:
    """'Who captured X?' and, of 'cuándo detuvieron a X', 'When was X detained?'; else None."""
    if said:
        return None
    tail = plainly(_without_object_mark(rest, verb))
    word = asked.partition(" ")[0]
    if asked == "what" and not tail and verb.english not in HAPPEN:
        return None  # '¿Qué dijo?': what did she say?
    if word in {"who", "whose", "what"} or asked.startswith(("how many", "how much")):
        if verb.english in HAPPEN:
            tail = plainly(rest).replace("with", "to", 1)
        return joined([asked, inflected(verb), tail])
    marked = len(_without_object_mark(rest, verb)) < len(rest)
    if group.plural and verb.verb and rest and (marked or is_done_by_nobody(rest, group)):
        suffering, more = noun_phrase(rest[marked:], whole=True)
        be = BE_FORMS[verb.form == "past", is_plural(suffering)]
        return joined([asked, be, plainly(suffering), verb.verb.done, plainly(more)])
    return None


def _without_object_mark(rest: Sequence[Piece], verb: Piece | None) -> Sequence[Piece]:
    """'a' before whom something is done to has no English."""
    if not verb or verb.motion or verb.english in _TO or not rest or rest[0].tag != "preposition":
        return rest
    return rest[1:] if rest[0].english == "to" else rest


def _pronoun(group: VerbGroup) -> str:
    return "they" if group.plural else "she" if group.feminine else "he"


def _owner_after(subject: Sequence[Piece]) -> int:
    """Where the owner begins in 'hijos X'; 0 when there is only one noun phrase."""
    if not subject or subject[0].tag != "noun":
        return 0
    return next((i for i, p in enumerate(subject) if i and p.tag in {"name", "article"}), 0)


def _having(asked: str, said: str, group: VerbGroup, tail: str) -> str:
    """tener: 'Does X have children?', 'Who has the ship?'"""
    past = group.helper == "owned"
    if not said:
        return joined([asked, "had" if past else "have" if group.plural else "has", tail])
    return joined([asked, "did" if past else "do" if group.plural else "does", said, "have", tail])
