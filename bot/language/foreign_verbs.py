"""The verb of a question in another language, and what of the words about it is its subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.language.english_forms import Verb
from bot.language.foreign import Piece
from bot.language.foreign_phrases import NOUN_PHRASE, done, joined, noun_phrase
from bot.language.lexicon import is_role, organisation_type

HAPPEN = {"happen", "occur", "last", "cost", "change", "fall"}
_BE = {"is", "are", "was", "were", "will be"}
BE_FORMS = {  # by past, plural
    (True, True): "were",
    (True, False): "was",
    (False, True): "are",
    (False, False): "is",
}


@dataclass(frozen=True, slots=True)
class VerbGroup:
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


def verb_group(found: Sequence[Piece], start: int, *, suffers: bool) -> VerbGroup:
    """The verb, with its helpers, that begins at `start`; its subject suffers it in 'se anunció'."""
    first, after = found[start], found[start + 1 : start + 4]
    if first.verb:
        return _plain_group(found[start : start + 3], suffers=suffers)
    helper, *more = first.english.split()
    is_there = first.english == "had" and (
        not after or (after[0].form != "done" and after[0].english != "been")
    )
    if helper == "there" or is_there:
        helper = "are" if more == ["is"] else "were"
        if start and after and after[0].form == "done":  # 'cuántas personas hay detenidas'
            return VerbGroup(helper, done(after[0]), 2, passive=True)
        return VerbGroup(helper, "there", 1)
    been = 1 if after and after[0].english == "been" else 0
    main = [piece for piece in after[been : been + 1] if piece.form in {"done", "base", "doing"}]
    words = [*more, *["been"] * been, *map(done, main)]
    return VerbGroup(
        helper,
        joined(words),
        1 + been + len(main),
        passive=bool(main and main[0].form == "done" and (been or first.english in _BE)),
        plural=first.plural,
        feminine=bool(main and main[0].feminine),
    )


def _plain_group(found: Sequence[Piece], *, suffers: bool) -> VerbGroup:
    """A verb without helper, and an infinitive after it: 'capturó', 'se anunció', 'quiere vender'."""
    piece, verb, size = found[0], found[0].verb, 1
    assert verb
    if piece.form == "done":
        return VerbGroup("", verb.done, 1)
    be = BE_FORMS[piece.form == "past", piece.plural]
    if verb.base.startswith("be "):
        return VerbGroup(be, verb.base.removeprefix("be "), 1, passive=True)
    if suffers:
        return VerbGroup(be, verb.done, 1, passive=True)
    link = 2 if len(found) > 2 and found[1].tag == "preposition" else 1
    if len(found) > link and found[link].form == "base":
        more = f"to {found[link].english}"
        verb = Verb(*(f"{form} {more}" for form in (verb.base, verb.past, verb.done)))
        piece, size = replace(piece, english=verb.base, verb=verb), link + 1
    helper = {"past": "did", "now": "do" if piece.plural else "does", "will": "will"}
    return VerbGroup(helper.get(piece.form, ""), verb.base, size, plural=piece.plural, finite=piece)


def starts_subject(
    rest: Sequence[Piece], asked: str, thing: Piece | None, group: VerbGroup
) -> bool:
    """Whether a noun phrase after the verb is its subject, not what it is done to.

    The verb agrees with its subject; if it may agree with either, people and companies act.
    """
    word = asked.partition(" ")[0]
    if rest[0].tag not in NOUN_PHRASE or group.main == "there":
        return False
    if not group.active or word not in {"who", "what", "whose", "how"}:
        return True
    if asked in {"what", "what else", "how much"}:
        return not group.finite or group.finite.english not in HAPPEN - {"cost", "last"}
    if thing is None:
        return word == "how"
    phrase, _ = noun_phrase(rest, whole=True)
    plural = is_plural(phrase)
    asks_of_several = asked.startswith("how many") or thing.plural
    if plural != group.plural or asks_of_several != group.plural:
        return plural == group.plural
    return _acts(phrase) and not _acts([thing])


def is_plural(phrase: Sequence[Piece]) -> bool:
    """Of a noun phrase: 'los barcos', 'Ana y Leo'"""
    head = next((p for p in phrase if p.tag in {"noun", "name"}), None)
    return any(p.english == "and" for p in phrase) or (head is not None and head.plural)


def _acts(phrase: Sequence[Piece]) -> bool:
    """A name, a person, a company: what does things rather than suffers them."""
    head = next((p for p in phrase if p.tag in {"noun", "name"}), None)
    if head is None:
        return False
    word = head.english.rpartition(" ")[2]
    forms = {word, word.removesuffix("s"), re.sub("ies$", "y", word)}
    return head.tag == "name" or any(is_role(f) or bool(organisation_type(f)) for f in forms)


def before_subject(rest: Sequence[Piece], group: VerbGroup) -> int:
    """How many words stand between a verb and its subject: 'está [ahora] el barco', 'sigue
    [cerrado] el puerto'."""
    if (
        group.active
        and len(rest) > 1
        and rest[0].tag == "noun"
        and rest[1].tag in {"article", "name"}
    ):
        return 0 if is_role(rest[0].english) else 1  # 'pidió [ayuda] el alcalde'
    size = next(
        (
            i
            for i, p in enumerate(rest)
            if p.tag not in {"adverb", "adjective"} and p.form != "done"
        ),
        len(rest),
    )
    opens = size < len(rest) and rest[size].tag in {"article", "determiner", "name"}
    return size if opens else 0
