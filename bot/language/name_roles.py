"""What a person is, beside the name: 'opposition leader Ana Rota', 'Ana Rota, a nurse'."""

from spacy.tokens import Doc

from bot.language.lexicon import covers, is_role, is_title, kin
from bot.language.name_labels import apposed
from bot.language.name_words import look


def role_of(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of the role before the name [start, end), or of the head apposed to it.

    Before: 'former President', 'prominent lawyer and activist', without article.  After
    the name and a comma: 'a [researcher] at …', '[brother] of …'.
    """
    last = start - (start > 1 and doc[start - 1].text in {",", "."})  # "the captain, Ana Rota"
    first = last
    while first > 0 and _in_role(doc, first - 1):
        first -= 1
    while first < last and (doc[first].is_punct or doc[first].text in {"and", "'s", "’s"}):
        first += 1
    if first < last and _is_head(doc, last - 1) and (last == start or _is_whole(doc, first)):
        return first, last
    if end + 1 < len(doc) and doc[end].text == ",":
        head = apposed(doc, end + 1)
        if head is not None and _is_head(doc, head):
            first = end + 1
            while first < head and doc[first].pos_ in {"DET", "PRON"}:
                first += 1
            return first, head + 1
    return None


def _is_whole(doc: Doc, first: int) -> bool:
    """'[the] captain, Ana Rota', '[Its] spokesman, …'; not 'Bo Rota, a captain, Ana Rota and …'"""
    if first == 0:
        return True
    before = doc[first - 1]
    return before.pos_ in {"DET", "PRON", "PART"} and before.lower_ != "a"


def _in_role(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.pos_ in {"NOUN", "ADJ", "PROPN"} or look(token.text).title or token.text == "-":
        return True
    return token.text == "and" and i > 0 and _is_head(doc, i - 1)


def _is_head(doc: Doc, i: int) -> bool:
    if doc[i].pos_ == "ADJ" and doc[i].text.islower() and is_title(doc[i].text):  # "a major Rota"
        return False
    noun = doc[i].lemma_.lower()
    return is_role(noun) or kin(noun) is not None or is_title(noun) or covers("person", noun)
