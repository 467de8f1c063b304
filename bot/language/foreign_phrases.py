"""Parts of a question in English: noun phrases, verb forms, words in their order."""

from collections.abc import Sequence

from bot.language.foreign import Piece

NOUN_PHRASE = {"article", "determiner", "number", "noun", "adjective", "name", "pronoun"}
_DATES = {"days", "months"}


def noun_phrase(found: Sequence[Piece], *, whole: bool) -> tuple[list[Piece], list[Piece]]:
    """The first noun phrase, 'de' and 'y' within it, and what follows.

    Unless it is `whole`, it ends before the 'de' of '¿Qué opina X de Y?'.
    """
    end = 0
    while end < len(found):
        piece = found[end]
        link = piece.english == "of" or piece.tag == "conjunction"
        inside = piece.tag in NOUN_PHRASE and not (
            piece.tag == "article" and end and found[end - 1].tag in {"noun", "name", "adjective"}
        )
        if link and end and not whole and found[end - 1].tag == "name":
            break
        if link and end and end + 1 < len(found) and piece.english != "that":
            inside = found[end + 1].tag in NOUN_PHRASE
        if not inside:
            break
        end += 1
    return list(found[:end]), list(found[end:])


def done(piece: Piece) -> str:
    """'captured' for 'capturado', 'capturing' for 'capturando', 'capture' for 'capturar'"""
    if piece.form == "doing":
        return _ing(piece)
    return piece.verb.done if piece.verb and piece.form == "done" else piece.english


def _ing(piece: Piece) -> str:
    word, *rest = piece.english.split()
    word = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    return joined([f"{word}ing", *rest])


def inflected(piece: Piece) -> str:
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
    return joined([first + ending, *rest])


def plainly(found: Sequence[Piece], *, passive: bool = False) -> str:
    """The words in their order, adjectives before their nouns, no 'the' before a day or a name."""
    out: list[str] = []
    noun = -1
    for i, piece in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if piece.tag == "adjective" and noun >= 0 and found[i - 1].tag in {"noun", "adjective"}:
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
        elif english == "by" and not passive:
            english = "for"
        elif english == "a" and piece.tag == "article" and after and after.english[0] in "aeiou":
            english = "an"
        elif piece.tag == "verb":
            before = found[i - 1] if i else None
            plain_form = before is None or before.tag != "helper"
            english = inflected(piece) if piece.form != "done" and plain_form else done(piece)
        elif piece.tag == "adjective" and piece.plural and english[0].isupper():
            english += "" if after and after.tag == "noun" else " citizens"  # 'los españoles'
        out.append(english)
    return joined(out)


def joined(words: Sequence[str]) -> str:
    """The words that are any, with spaces between."""
    return " ".join(word for word in words if word)
