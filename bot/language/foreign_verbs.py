"""The verb of a question in another language, and what of the words about it is its subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.language.english_forms import Verb
from bot.language.foreign import Piece
from bot.language.foreign_phrases import NOUN_PHRASE, done, ing, joined, noun_phrase
from bot.language.lexicon import is_role, organisation_type

_CAUSE = {
    "cause",
    "prevent",
    "impede",
    "avoid",
    "trigger",
    "damage",
    "destroy",
    "delay",
    "interrupt",
}
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
    piece, verb = found[0], found[0].verb
    assert verb
    if piece.form == "done":
        return VerbGroup("", verb.done, 1)
    be = BE_FORMS[piece.form == "past", piece.plural]
    if verb.base.startswith("be "):
        return VerbGroup(be, verb.base.removeprefix("be "), 1, passive=True)
    if suffers:
        return VerbGroup(be, verb.done, 1, passive=True)
    helper = {"past": "did", "now": "do" if piece.plural else "does", "will": "will"}
    group = VerbGroup(helper.get(piece.form, ""), verb.base, 1, plural=piece.plural, finite=piece)
    return with_infinitive(group, found[1:])


def with_infinitive(group: VerbGroup, after: Sequence[Piece]) -> VerbGroup:
    """Makes "want to sell" for 'quiere vender', "stop playing" for 'dejó de jugar'"""
    link = 1 if after and after[0].tag == "preposition" else 0
    verb = group.finite.verb if group.finite else None
    if group.finite is None or verb is None or len(after) <= link or after[link].form != "base":
        return group
    if link and verb.base == "leave":
        verb = Verb(*(f"{form} {ing(after[1])}" for form in ("stop", "stopped", "stopped")))
    elif link and after[0].english not in {"to", "of"}:
        return group
    else:
        more = after[link].english
        verb = Verb(*(f"{form} to {more}" for form in (verb.base, verb.past, verb.done)))
    finite = replace(group.finite, english=verb.base, verb=verb)
    return replace(group, main=verb.base, size=group.size + link + 1, finite=finite)


def starts_subject(
    rest: Sequence[Piece], asked: str, thing: Piece | None, group: VerbGroup
) -> bool:
    """Whether a noun phrase after the verb is its subject, not what it is done to.

    The verb agrees with its subject; if it may agree with either, people and companies act.
    """
    word = asked.partition(" ")[0]
    if rest[0].tag not in NOUN_PHRASE or group.main == "there":
        return False
    if not group.active:
        return True
    if word not in {"who", "what", "whose", "how"}:
        return not is_done_by_nobody(rest, group)
    if asked in {"what", "what else", "how much"}:
        verb = group.finite.english if group.finite else ""
        return verb not in HAPPEN - {"cost", "last"} and (
            verb not in _CAUSE or _acts(noun_phrase(rest, whole=True)[0])
        )
    if thing is None:
        return word == "how"
    phrase, _ = noun_phrase(rest, whole=True)
    plural = is_plural(phrase)
    asks_of_several = asked.startswith("how many") or thing.plural
    if plural != group.plural or asks_of_several != group.plural:
        return plural == group.plural
    return not _acts([thing]) and (asks_of_several or _acts(phrase))


def is_done_by_nobody(rest: Sequence[Piece], group: VerbGroup) -> bool:
    """'¿Dónde fotografiaron el examen?': the verb has no subject, as what follows is but one."""
    head = next((p for p in rest[:3] if p.tag in {"noun", "name"}), None)
    one = (
        head is not None and head.tag == "noun" and not is_plural(noun_phrase(rest, whole=True)[0])
    )
    return group.finite is not None and group.plural and rest[0].tag == "article" and one


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
    [cerrado] el puerto', 'pidió [ayuda] el alcalde', 'llegó [a Vigo] el ferry'."""
    if (
        group.active
        and len(rest) > 1
        and rest[0].tag == "noun"
        and rest[1].tag in {"article", "name"}
    ):
        return 0 if is_role(rest[0].english) else 1
    if group.main and rest and rest[0].tag == "preposition":
        _, after = noun_phrase(rest[1:], whole=True)
        size = len(rest) - len(after)
    else:
        told = (i for i, p in enumerate(rest) if not _tells_how(p))
        size = next(told, len(rest))
    opens = size < len(rest) and rest[size].tag in {"article", "determiner", "name"}
    dated = any(p.tag in {"days", "months", "number"} for p in rest[size + 1 : size + 2])
    return size if opens and not dated else 0


def _tells_how(piece: Piece) -> bool:
    return piece.tag in {"adverb", "adjective"} or piece.form == "done"
