"""Spanish questions in English: '¿Cuándo fue detenido X?' -> 'When was X detained?'

Words come from a table and are put in English order by rule.  Names stay as they are, and so does
what the table does not know.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.language.spanish_words import Piece, pieces
from bot.language.tongues import language_of
from bot.language.word_tables import word_list

_NOUN_PHRASE = {"article", "determiner", "number", "noun", "adjective", "name", "pronoun"}
_DATES = {"days", "months"}
_SUBJECTS = {"who", "who else", "what", "what else", "how many", "how much"}
_HAPPEN = {"happen", "occur", "last", "cost", "change", "fall"}
_BE = {"is", "are", "was", "were", "will be"}


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


def to_english(question: str, names: Collection[str] = ()) -> str | None:
    """The question in English, with a capital and a question mark; None when it is not Spanish.

    `names` are the corpus's own, which are never translated.
    """
    if language_of(question, names) != "es":
        return None
    found = pieces(question, names)
    opening = list(takewhile(lambda piece: piece.tag == "conjunction", found))
    text = _joined([*(p.english for p in opening), _clause(found[len(opening) :])])
    return f"{text[:1].upper()}{text[1:]}?"


def _clause(found: Sequence[Piece]) -> str:
    start = next((i for i, piece in enumerate(found) if piece.tag in {"verb", "helper"}), None)
    reflexive = False
    while start is not None and _is_clitic(found, start - 1):
        reflexive = reflexive or found[start - 1].english == "itself"
        found = [*found[: start - 1], *found[start:]]
        start -= 1
    if start is None:
        return _plainly(found)
    asked, subject = _asked(found[:start])
    group = _group(found, start, reflexive=reflexive)
    rest = list(found[start + group.size :])
    if asked == "how" and group.finite and group.finite.english == "call":
        return _joined(["what is the name of", _plainly(subject + rest)])
    if not subject and rest and _starts_subject(rest, asked, group):
        spoken = asked == "what" and group.main in {"think", "say", "know"}
        moved = group.finite is not None and group.finite.motion
        subject, rest = _noun_phrase(rest, whole=not (spoken or moved))
        if moved and rest and rest[0].english == "of":
            rest = [Piece("from", "preposition"), *rest[1:]]
    if not group.main and rest and rest[0].form == "done":
        group = _Group(group.helper, _done(rest[0]), 0, passive=True)  # '¿Fue X liberado?'
        rest = rest[1:]
    return _ordered(asked, subject, group, rest)


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
        opening += [asked.english, _plainly(after[:name])]
        return _joined(opening), after[name:]
    word = "whom" if opening and asked.english == "who" else asked.english
    return _joined([*opening, word]), after


def _group(found: Sequence[Piece], start: int, *, reflexive: bool) -> _Group:
    """The verb, with its helpers, that begins at `start`."""
    first = found[start]
    after = [piece for piece in found[start + 1 : start + 4]]
    if first.tag == "verb" and first.verb:
        if first.english == "be born":
            return _Group("were" if first.plural else "was", "born", 1, passive=True)
        helper = {"past": "did", "now": "do" if first.plural else "does", "will": "will"}
        if first.form == "done":
            return _Group("", first.verb.done, 1)
        if reflexive and first.english not in word_list("spanish", "verbs", "reflexive"):
            be = ("were", "was") if first.form == "past" else ("are", "is")
            return _Group(be[not first.plural], first.verb.done, 1, passive=True)
        return _Group(helper.get(first.form, ""), first.english, 1, plural=first.plural, finite=first)
    if start and first.english in {"there is", "there was"} and after[:1] and after[0].form == "done":
        be = "are" if first.english == "there is" else "were"
        return _Group(be, _done(after[0]), 2, passive=True)
    if first.english in {"there is", "there was"}:
        return _Group("are" if first.english == "there is" else "were", "there", 1)
    main: list[str] = []
    last = first
    for piece in after:
        if piece.english == "been" or piece.form in {"done", "base", "doing"}:
            main.append(_ing(piece) if piece.form == "doing" else _done(piece))
            last = piece
            if piece.english != "been":
                break
        else:
            break
    passive = last.form == "done" and (first.english in _BE or main[:1] == ["been"])
    helper_word, *rest = first.english.split()
    return _Group(
        helper_word,
        _joined([*rest, *main]),
        1 + len(main),
        passive=passive,
        plural=first.plural,
        feminine=last.feminine,
    )


def _done(piece: Piece) -> str:
    return piece.verb.done if piece.verb and piece.form == "done" else piece.english


def _ing(piece: Piece) -> str:
    word, *rest = piece.english.split()
    word = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    return _joined([f"{word}ing", *rest])


def _starts_subject(rest: Sequence[Piece], asked: str, group: _Group) -> bool:
    """Whether a noun phrase after the verb is its subject, not what it is done to."""
    if rest[0].tag not in _NOUN_PHRASE:
        return False
    word = asked.split()[0] if asked else ""
    if group.main == "there":
        return False
    if not group.active or word in {"", "when", "where", "why", "whom", "since", "until", "on", "in"}:
        return True
    if asked in {"what", "what else"}:
        return not group.finite or group.finite.english not in _HAPPEN
    if word == "how":
        many = asked.startswith(("how many", "how much"))
        return not (many and group.plural)
    return word not in {"who", "what", "whose"}


def _noun_phrase(found: Sequence[Piece], *, whole: bool) -> tuple[list[Piece], list[Piece]]:
    """The first noun phrase, 'de' and 'y' within it, and what follows.

    Unless it is `whole`, it ends before the 'de' of '¿Qué opina X de Y?'.
    """
    end = 0
    while end < len(found):
        piece = found[end]
        link = piece.english in {"of", "of the", "and", "or"} or piece.tag == "conjunction"
        inside = piece.tag in _NOUN_PHRASE and not (
            piece.tag == "article" and end and found[end - 1].tag in {"noun", "name", "adjective"}
        )
        if link and end and not whole and found[end - 1].tag == "name":
            break
        if link and end and end + 1 < len(found) and piece.english != "that":
            inside = found[end + 1].tag in _NOUN_PHRASE
        if not inside:
            break
        end += 1
    return list(found[:end]), list(found[end:])


def _ordered(asked: str, subject: Sequence[Piece], group: _Group, rest: Sequence[Piece]) -> str:
    """Asked phrase, helper, subject, verb, rest."""
    word = asked.split()[0] if asked else ""
    said = _plainly(subject)
    tail = _plainly(rest, passive=group.passive)
    finite = group.finite
    if asked == "how far":
        said = said.replace(" of ", " from ", 1)
    if word == "whose" and subject and subject[0].tag == "noun":
        owned, said = _plainly(subject[:1]), _plainly(subject[1:])
        return _joined([asked, owned, group.helper, said, group.main, tail])
    if asked == "how old" and group.helper in {"owns", "owned"}:
        be = "was" if group.helper == "owned" else "is"
        return _joined([asked, be, said or ("they" if group.plural else "he"), tail])
    if finite and finite.verb:
        object_ = rest[0].english in {"to", "to the"} if rest else False
        if object_ and not finite.motion and finite.english not in {"say", "give", "tell"}:
            tail = _plainly(rest[1:] if rest[0].english == "to" else [_the(), *rest[1:]])
            if not said and finite.plural and word not in {"who", "what", "how"}:
                be = "was" if finite.form == "past" else "is"
                return _joined([asked, be, tail, finite.verb.done])  # 'detuvieron a X'
        if not said and (word in {"who", "whose"} or asked.startswith(tuple(_SUBJECTS))):
            return _joined([asked, _inflected(finite), tail.replace("with", "to", 1)
                            if finite.english in _HAPPEN else tail])  # fmt: skip
    if asked == "whom":
        asked = "who"
    elif word == "who" and not said and group.helper == "were":
        group = replace(group, helper="was")
    if group.main == "there":
        return _joined([asked, group.helper, group.main, said, tail])
    if not said and (not asked or word not in {"who", "what", "how", "whose"} or asked == "how"):
        said = "they" if group.plural else "she" if group.feminine else "he"
    if group.helper in {"owns", "owned"}:
        name = next((i for i, piece in enumerate(subject) if i and piece.tag in {"name", "article"}), 0)
        if not asked and subject[0].tag == "noun" and name:  # '¿Tiene hijos X?'
            said, tail = _plainly(subject[name:]), _joined([_plainly(subject[:name]), tail])
        return _having(asked, said, group, tail)
    return _joined([asked, group.helper, said, group.main, tail])


def _having(asked: str, said: str, group: _Group, tail: str) -> str:
    """tener: 'Does X have children?', 'Who has the ship?'"""
    past = group.helper == "owned"
    if not said:
        return _joined([asked, "had" if past else "have" if group.plural else "has", tail])
    return _joined([asked, "did" if past else "do" if group.plural else "does", said, "have", tail])


def _the() -> Piece:
    return Piece("the", "article")


def _inflected(piece: Piece) -> str:
    """'captured', 'captures'"""
    assert piece.verb
    if piece.form == "past":
        return piece.verb.past
    if piece.form == "will":
        return f"will {piece.english}"
    if piece.plural or piece.form == "base":
        return piece.english
    first, *rest = piece.english.split()
    ending = "es" if first.endswith(("s", "sh", "ch", "x", "o")) else "s"
    if first.endswith("y") and first[-2] not in "aeiou":
        first, ending = first[:-1], "ies"
    return _joined([first + ending, *rest])


def _plainly(found: Sequence[Piece], *, passive: bool = False) -> str:
    """The words in their order, adjectives before their nouns, no 'the' before a day or a name."""
    out: list[str] = []
    noun = -1
    for i, piece in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if piece.tag == "adjective" and 0 <= noun and found[i - 1].tag in {"noun", "adjective"}:
            out.insert(noun, piece.english)
            noun += 1
            continue
        if piece.tag == "noun":
            noun = len(out)
        elif piece.tag != "adjective":
            noun = -1
        english = piece.english
        if piece.tag == "article" and after and after.tag in _DATES | {"name"}:
            english = "on" if after.tag == "days" and out[-1:] != ["on"] else ""
        elif english == "of the" and after and after.tag == "name":
            english = "of"
        elif english == "by" and not passive:
            english = "for"
        elif english == "a" and piece.tag == "article" and after and after.english[0] in "aeiou":
            english = "an"
        elif piece.tag == "verb":
            before = found[i - 1] if i else None
            plain_form = before is None or before.tag != "helper"
            english = _inflected(piece) if piece.form != "done" and plain_form else _done(piece)
        elif piece.tag == "adjective" and piece.plural and english[0].isupper():
            english += "" if after and after.tag == "noun" else " citizens"  # 'los españoles'
        out.append(english)
    return _joined(out)


def _joined(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word)
