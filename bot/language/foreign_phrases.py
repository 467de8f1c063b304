"""Parts of a question in English: noun phrases, verb forms, words in their order."""

from collections.abc import Sequence

from bot.language.foreign import Piece

NOUN_PHRASE = {"article", "determiner", "number", "noun", "adjective", "name", "pronoun"}
_DATES = {"days", "months"}
_NEEDS_SUBJECT = {"when", "because", "while", "if"}  # which Spanish does not name again


def noun_phrase(found: Sequence[Piece], *, whole: bool) -> tuple[list[Piece], list[Piece]]:
    """The first noun phrase, 'de' and 'y' within it, and what follows.

    Unless it is `whole`, it ends before the 'de' of '¿Qué opina X de Y?'.
    """
    end = 0
    while end < len(found):
        piece = found[end]
        link = piece.english == "of" or piece.tag == "conjunction"
        inside = piece.tag in NOUN_PHRASE and not (
            piece.tag in {"article", "determiner"}
            and end
            and found[end - 1].tag in {"noun", "name", "adjective"}
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
        return ing(piece)
    return piece.verb.done if piece.verb and piece.form == "done" else piece.english


def ing(piece: Piece) -> str:
    """'selling' for 'sell'"""
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
        if noun >= 0 and _describes(piece, found[i - 1], after):
            out.insert(noun, done(piece))
            noun += 1
            continue
        if piece.tag == "noun":
            noun = len(out)
        elif piece.tag != "adjective":
            noun = -1
        english = piece.english
        if english == "be" and i and found[i - 1].tag == "preposition":
            english = "being"
        elif english == "itself" and after is not None and after.verb and after.form == "past":
            english = ""
        elif piece.tag == "article" and after and after.tag in _DATES | {"name"}:
            english = "on" if after.tag == "days" and out[-1:] != ["on"] else ""
        elif english == "by" and not passive:
            english = "for"
        elif english == "a" and piece.tag == "article" and after and after.english[0] in "aeiou":
            english = "an"
        elif piece.tag == "verb":
            before = found[i - 1] if i else None
            plain_form = before is None or before.tag != "helper"
            english = inflected(piece) if piece.form != "done" and plain_form else done(piece)
            if piece.form == "base" and before is not None and before.tag == "preposition":
                out, english = _after_preposition(out, piece)
            elif piece.form == "base" and before is not None and before.tag == "verb":
                english = f"to {english}"
            elif before is not None and before.english == "itself" and piece.verb:
                english = f"{'were' if piece.plural else 'was'} {piece.verb.done}"
            elif before is not None and before.english in _NEEDS_SUBJECT:
                english = f"he {english}"
        elif piece.tag == "adjective" and piece.plural and english[0].isupper():
            english += "" if after and after.tag == "noun" else " citizens"  # 'los españoles'
        out.append(english)
    return joined(out)


def _describes(piece: Piece, before: Piece, after: Piece | None) -> bool:
    """'el barco [nuevo]', 'los combatientes [encarcelados]'; not 'el barco [construido] en Vigo'"""
    if before.tag not in {"noun", "adjective"} and before.form != "done":
        return False
    done_with = piece.form == "done" and (after is None or after.tag != "preposition")
    return piece.tag == "adjective" or (piece.tag == "verb" and done_with)


def _after_preposition(out: list[str], piece: Piece) -> tuple[list[str], str]:
    """'para pagar' -> 'to pay', 'antes de salir' -> 'before leaving'"""
    if out[-1] in {"for", "to"}:
        return [*out[:-1], "to"], piece.english
    return out, ing(piece)


def joined(words: Sequence[str]) -> str:
    """The words that are any, with spaces between."""
    return " ".join(word for word in words if word)
