"""Questions of another language in English: '¿Cuándo fue detenido X?' -> 'When was X detained?'

Words come from the language's file and are put in English order by rule.  Names stay as they are, and
so does what the file does not know.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.language.english import plain
from bot.language.english_forms import Verb
from bot.language.foreign import Foreign, Piece
from bot.language.foreign_phrases import (
    NOUN_PHRASE,
    done,
    inflected,
    joined,
    noun_phrase,
    plainly,
)
from bot.language.foreign_words import pieces

_WORD = re.compile(r"[^\s¿¡?!,;:]+")
_HAPPEN = {"happen", "occur", "last", "cost", "change", "fall"}
_TO = {"say", "give", "tell"}  # 'a' after them is "to"
_OWN = {"owns", "owned"}
_BE = {"is", "are", "was", "were", "will be"}
_BE_FORMS = {  # by past, plural
    (True, True): "were",
    (True, False): "was",
    (False, True): "are",
    (False, False): "is",
}


@dataclass(frozen=True, slots=True)
class _Group:
    """The verb of a clause: what comes before the subject in a question, and what after it."""

    helper: str  # "was", "has", "did"; "" for a plain verb
    main: str  # "released", "been released", "say"; "" for 'Who is X?'
    size: int
    passive: bool = False
    plural: bool = False
    feminine: bool = False
    finite: Piece | None = None  # the plain verb itself

    @property
    def active(self) -> bool:
        """Does the subject do it?  Not in 'Who is X?' and 'Who was released?'"""
        return bool(self.main) and not self.passive and self.main != "there"


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
    reflexive = False
    while start is not None and _is_clitic(found, start - 1):
        reflexive = reflexive or found[start - 1].english == "itself"
        found = [*found[: start - 1], *found[start:]]
        start -= 1
    if start is None:
        return plainly(found)
    asked, subject = _asked(found[:start])
    group = _group(found, start, suffers=reflexive and not _acts_on_itself(found[start], language))
    rest = list(found[start + group.size :])
    if asked == "how" and reflexive and found[start].english == "call":
        return joined(["what is the name of", plainly(subject + rest)])
    if not subject and rest and _starts_subject(rest, asked, group):
        spoken = asked == "what" and group.main in {"think", "say", "know"}
        moved = group.finite is not None and group.finite.motion
        subject, rest = noun_phrase(rest, whole=not (spoken or moved))
        if moved and rest and rest[0].english == "of":
            rest = [Piece("from", "preposition"), *rest[1:]]
    if not group.main and rest and rest[0].form == "done":
        group = _Group(group.helper, done(rest[0]), 0, passive=True)  # '¿Fue X liberado?'
        rest = rest[1:]
    return _ordered(asked, subject, group, rest)


def _acts_on_itself(verb: Piece, language: Foreign) -> bool:
    """'se hundió' is "sank", where 'se anunció' is "was announced"."""
    return verb.verb is not None and verb.verb.base in language.words_of("verbs", "reflexive")


def _is_clitic(found: Sequence[Piece], at: int) -> bool:
    """'le' of 'qué le dijo', 'se' of 'se celebró', 'la' of 'quién la vio'"""
    return at >= 0 and found[at].english in {"him", "them", "itself"} | (
        {"the"} if found[at].tag == "article" else set()
    )


def _asked(before: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """The asked phrase, in English, and the subject if it comes before the verb."""
    place = next((i for i, piece in enumerate(before) if piece.tag == "question"), None)
    if place is None:
        return "", list(before)
    asked, after = before[place], list(before[place + 1 :])
    opening = [piece.english for piece in before[:place]]
    if asked.english in {"what", "how many", "how much", "whose"}:
        name = next((i for i, piece in enumerate(after) if piece.tag == "article"), len(after))
        opening += [asked.english, plainly(after[:name])]
        return joined(opening), after[name:]
    word = "whom" if opening and asked.english == "who" else asked.english
    return joined([*opening, word]), after


def _group(found: Sequence[Piece], start: int, *, suffers: bool) -> _Group:
    """The verb, with its helpers, that begins at `start`; its subject suffers it in 'se anunció'."""
    first, after = found[start], found[start + 1 : start + 4]
    if first.verb:
        return _plain_group(first, first.verb, suffers=suffers)
    helper, *more = first.english.split()
    if helper == "there":
        helper = "are" if more == ["is"] else "were"
        if start and after and after[0].form == "done":  # 'cuántas personas hay detenidas'
            return _Group(helper, done(after[0]), 2, passive=True)
        return _Group(helper, "there", 1)
    been = 1 if after and after[0].english == "been" else 0
    main = [piece for piece in after[been : been + 1] if piece.form in {"done", "base", "doing"}]
    words = [*more, *["been"] * been, *map(done, main)]
    return _Group(
        helper,
        joined(words),
        1 + been + len(main),
        passive=bool(main and main[0].form == "done" and (been or first.english in _BE)),
        plural=first.plural,
        feminine=bool(main and main[0].feminine),
    )


def _plain_group(piece: Piece, verb: Verb, *, suffers: bool) -> _Group:
    """A verb without helper: 'capturó', 'se anunció', 'nació'."""
    if piece.form == "done":
        return _Group("", verb.done, 1)
    be = _BE_FORMS[piece.form == "past", piece.plural]
    if verb.base == "be born":
        return _Group(be, "born", 1, passive=True)
    if suffers:
        return _Group(be, verb.done, 1, passive=True)
    helper = {"past": "did", "now": "do" if piece.plural else "does", "will": "will"}
    return _Group(helper.get(piece.form, ""), verb.base, 1, plural=piece.plural, finite=piece)


def _starts_subject(rest: Sequence[Piece], asked: str, group: _Group) -> bool:
    """Whether a noun phrase after the verb is its subject, not what it is done to."""
    word = asked.partition(" ")[0]
    if rest[0].tag not in NOUN_PHRASE or group.main == "there":
        return False
    if not group.active or word not in {"who", "what", "whose", "how"}:
        return True
    if asked in {"what", "what else"}:
        return not group.finite or group.finite.english not in _HAPPEN
    return word == "how" and not (asked.startswith(("how many", "how much")) and group.plural)


def _ordered(asked: str, subject: Sequence[Piece], group: _Group, rest: Sequence[Piece]) -> str:
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
    asked = "who" if asked == "whom" else asked
    if group.helper in _OWN:
        owner = _owner_after(subject)
        if not asked and owner:  # '¿Tiene hijos X?'
            said, tail = plainly(subject[owner:]), joined([plainly(subject[:owner]), tail])
        return _having(asked, said, group, tail)
    return joined([asked, group.helper, said, group.main, tail])


def _active(asked: str, said: str, group: _Group, verb: Piece, rest: Sequence[Piece]) -> str | None:
    """'Who captured X?' and, of 'cuándo detuvieron a X', 'When was X detained?'; else None."""
    if said:
        return None
    tail = plainly(_without_object_mark(rest, verb))
    word = asked.partition(" ")[0]
    if asked == "what" and not tail and verb.english not in _HAPPEN:
        return None  # '¿Qué dijo?': what did she say?
    if word in {"who", "whose", "what"} or asked.startswith(("how many", "how much")):
        if verb.english in _HAPPEN:
            tail = tail.replace("with", "to", 1)
        return joined([asked, inflected(verb), tail])
    if group.plural and verb.verb and len(_without_object_mark(rest, verb)) < len(rest):
        return joined([asked, _BE_FORMS[verb.form == "past", False], tail, verb.verb.done])
    return None


def _without_object_mark(rest: Sequence[Piece], verb: Piece | None) -> Sequence[Piece]:
    """'a' before whom something is done to has no English."""
    if not verb or verb.motion or verb.english in _TO or not rest or rest[0].tag != "preposition":
        return rest
    return rest[1:] if rest[0].english == "to" else rest


def _pronoun(group: _Group) -> str:
    return "they" if group.plural else "she" if group.feminine else "he"


def _owner_after(subject: Sequence[Piece]) -> int:
    """Where the owner begins in 'hijos X'; 0 when there is only one noun phrase."""
    if not subject or subject[0].tag != "noun":
        return 0
    return next((i for i, p in enumerate(subject) if i and p.tag in {"name", "article"}), 0)


def _having(asked: str, said: str, group: _Group, tail: str) -> str:
    """tener: 'Does X have children?', 'Who has the ship?'"""
    past = group.helper == "owned"
    if not said:
        return joined([asked, "had" if past else "have" if group.plural else "has", tail])
    return joined([asked, "did" if past else "do" if group.plural else "does", said, "have", tail])
