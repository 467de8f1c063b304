"""Where a name that the pipeline sees begins and ends, and what of it is none."""

from spacy.tokens import Doc, Span

from bot.language import english_words
from bot.language.name_spans import after_title, is_initial
from bot.language.name_words import Word


def is_title(doc: Doc, words: list[Word], start: int, end: int) -> bool:
    """Or a day, or another word that has its capital from the beginning of a sentence."""
    if end - start == 1 and is_initial(doc, start) and doc[start].is_stop:
        return not words[start].given and not words[start].shouted
    return all(word.title or word.chain or word.calendar for word in words[start:end])


def holds_a_verb(doc: Doc, words: list[Word], start: int, end: int) -> bool:
    """'Ana Rota freed Max Lund'"""
    middle = range(start + 1, end - 1)
    return words[start].capital and any(
        doc[i].pos_ in {"VERB", "AUX"} and not words[i].capital for i in middle
    )


def trimmed(doc: Doc, words: list[Word], entity: Span) -> tuple[int, int]:
    """'[Sheikh] Ali Rota', '[Dane] Eva Lund', 'Rota [district]': the pipeline takes them in one."""
    start, end = entity.start, entity.end
    if entity.label_ == "PER":
        cut = after_title(doc, words, start, end)
        if cut not in {None, end} and all(word.title or word.chain for word in words[start:cut]):
            start = cut
        while start + 1 < end and not _may_begin_person(doc, words, start, end):
            start += 1
    elif any(word.capital for word in words[start:end]):
        while not words[end - 1].capital and doc[end - 1].is_alpha:
            end -= 1
    return start, end


def _may_begin_person(doc: Doc, words: list[Word], start: int, end: int) -> bool:
    """Not a people's name, a small word ('foreman Jari Lund') or a sentence's ('Foreman Jari Lund')."""
    word = words[start]
    if word.given or word.particle:
        return True
    if end - start > 2 and english_words.is_trade(word.folded):
        return False
    if word.nationality or (not word.capital and words[end - 1].capital):
        return False
    usual = english_words.is_english(word.folded)
    return not (usual and end - start > 2 and is_initial(doc, start))
