"""Appositions: 'Ana Roe, [a baker in Rota], said' and '[the baker], Ana Roe, said'."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.mentions import Named
from bot.language.phrases import RELATIVES, Span, heads, is_noun, is_post

DETERMINERS = {"a", "an", "the", "another", "one", "its", "his", "her", "their"}
ENDS = {",", ".", ";", ":", "—", "–", "--", ")", "”", '"', "?", "!"}
FADED = {"acting", "former", "then", "outgoing", "incoming", "late", "ex", "-", "–", "&", "/"}
_OPENINGS = {",", "—", "–", "--", "("}
_LONGEST = 45  # tokens of an apposition; a longer one is a torn sentence


def before(doc: Doc, name: Named) -> Span | None:
    """'[another freed detainee], Roe, was'; '[Its president], Ana Roe, said'"""
    comma = name.start - 1
    if comma < 1 or doc[comma].text != "," or name.label not in {"PER", "ORG"}:
        return None
    after = after_age(doc, _behind_home(doc, name.end))
    if after < len(doc) and doc[after].text not in ENDS:
        return None
    joined = {"of"} if name.label == "PER" else set()
    start = comma
    while start > 0 and (
        is_noun(doc[start - 1])
        or doc[start - 1].lower_ in joined | DETERMINERS
        or doc[start - 1].pos_ in {"DET", "ADJ"}
        or doc[start - 1].tag_ in {"POS", "VBN", "VBG"}
    ):
        start -= 1
        owned = doc[start].tag_ == "PRP$" and lexicon.kin(doc[start + 1].lemma_) is not None
        inner = doc[start - 1].lower_ in joined and is_post(doc[comma - 1])
        if owned or (
            doc[start].lower_ in DETERMINERS and (inner or doc[start - 1].lower_ not in joined)
        ):
            break  # 'a portrait of [her mother], Ana Roe', 'the aunt of [the mayor], Ana Roe'
    if name.label == "PER" and _opens_with_a_post(doc, comma):
        return 0, comma
    first = next(heads(doc, start, comma), None)
    if first is None or first.tag_ in {"NNS", "NNPS"} or _is_of_the_last(doc, start):
        return None
    if name.label == "ORG":
        fitting = lexicon.organisation_type(first.lemma_.lower()) is not None
    else:
        fitting = is_post(first)
    determined = doc[start].lower_ in DETERMINERS or any(t.tag_ == "POS" for t in doc[start:comma])
    return (start, comma) if determined and fitting else None


def _opens_with_a_post(doc: Doc, comma: int) -> bool:
    """'[A lawyer for some of them], Ana Roe, said': nothing but one noun phrase is before."""
    plain = all(t.pos_ not in {"VERB", "AUX", "SCONJ", "PUNCT"} for t in doc[:comma])
    first = next(heads(doc, 0, comma), None) if plain and doc[0].pos_ == "DET" else None
    return first is not None and first.tag_ == "NN" and is_post(first)


def _is_of_the_last(doc: Doc, start: int) -> bool:
    """'Leo Lund, 52, [the mayor], Ana Roe, 38, and …': in a row what follows a name is of that."""
    before = doc[max(0, start - 2) : start]
    return len(before) == 2 and before[1].text == "," and before[0].like_num


def _behind_home(doc: Doc, end: int) -> int:
    """Behind 'Ana Roe [of Rota]'."""
    home = end
    if end < len(doc) and doc[end].lower_ in {"of", "from"}:
        home += 1
        while home < len(doc) and doc[home].pos_ == "PROPN":
            home += 1
    return home if home > end + 1 else end


def after_age(doc: Doc, end: int) -> int:
    """Behind 'Ana Roe, 60' and 'Rota Union (RU)': the comma that may open an apposition."""
    if end + 3 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
        end += 3
    if end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].like_num:
        return end + 2 if doc[end + 2].text in ENDS else end
    return end


def after(doc: Doc, names: Sequence[Named], name: Named, comma: int) -> Span | None:
    """'Ana Roe, [a researcher at the University of Rota in Rota, Chile], said'"""
    if comma + 1 >= len(doc) or doc[comma].text not in _OPENINGS:
        return None
    start = comma + 1
    first = doc[start]
    other = next((n for n in names if n.start <= start < n.end and n.label == "PER"), None)
    if other is not None and not (other.end < len(doc) and doc[other.end].tag_ == "POS"):
        return None  # 'Ana Roe, Leo Lund'; but 'Ana Roe, [Leo's aunt]'
    if (
        first.pos_ not in {"DET", "NOUN", "ADJ", "PROPN", "NUM"} and first.lower_ not in DETERMINERS
    ) and first.lower_ not in FADED:
        return None
    end = _end_of_aside(doc, names, start)
    if end is None:
        return None
    head = next(heads(doc, start, end), None)
    if head is None or not _can_describe(doc, head, name, start):
        return None
    return start, end


def _can_describe(doc: Doc, head: Token, name: Named, start: int) -> bool:
    plural = head.tag_ in {"NNS", "NNPS"}
    if plural and name.label == "PER":
        return False
    determined = doc[start].lower_ in {"a", "an", "the", "another", "one"}
    fronted = name.start > 0 and doc[name.start - 1].pos_ == "ADP" and name.label != "PER"
    if fronted and head.dep_ in {"nsubj", "nsubj:pass"} and head.i > start:
        return False  # 'In Rota, the mayor, who …': what follows is the subject
    if name.label == "PER":
        is_class = doc[start].lower_ in {"a", "an"} and is_noun(head)  # 'an Ottawa New Democrat MP'
        plain = determined and head.pos_ == "NOUN" and head.ent_type_ == ""
        return is_post(head) or is_class or plain
    if head.ent_type_ or any(t.like_num for t in doc[start : head.i]):
        return False
    if name.label == "LOC":
        place = lexicon.place_type(head.lemma_.lower())
        return (determined and place is not None) or (head.lemma_ == "home" and determined)
    kind = lexicon.organisation_type(head.lemma_.lower())
    return kind is not None or (
        determined and doc[start].lower_ in {"a", "an"} and head.pos_ == "NOUN"
    )


def _end_of_aside(doc: Doc, names: Sequence[Named], start: int) -> int | None:
    """Where an apposition ends; None if it runs into the verb of the sentence."""
    relative = False
    closer = ")" if doc[start - 1].text == "(" else ""
    for i in range(start, min(len(doc), start + _LONGEST)):
        token = doc[i]
        if closer and token.text == closer:
            return i
        if token.lower_ in RELATIVES or token.lower_ in {"that", "where", "because", "as"}:
            relative = True
        finite = token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        if finite and not relative and not closer:
            return None
        if token.text in ENDS and not closer and not is_place_comma(doc, names, i):
            if token.text == "." and i + 1 < len(doc) and not doc[i + 1].is_punct:
                continue
            if token.text == ")" and any(t.text == "(" for t in doc[start:i]):
                continue
            return i
    return None


def is_place_comma(doc: Doc, names: Sequence[Named], comma: int) -> bool:
    """'in Rota[,] Norland': between two places, the second followed by the end or a comma."""
    if doc[comma].text != ",":
        return False
    before = any(n.end == comma and n.label == "LOC" for n in names)
    after = next((n for n in names if n.start == comma + 1 and n.label == "LOC"), None)
    return before and after is not None and (after.end >= len(doc) or doc[after.end].is_punct)
