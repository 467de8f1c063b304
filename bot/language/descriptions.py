"""What a sentence says of the names in it: who a person is, what a thing is, whose brother."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.mentions import Named
from bot.language.phrases import Span, noun_phrase

_BE = {"is", "was", "are", "were", "'s", "’s"}
_DETERMINERS = {"a", "an", "the", "another", "one", "its", "his", "her", "their"}
_KINDS = """city, town, village, hamlet, municipality, suburb, island, isle, state, province, region, county, district,
 kingdom, republic, country, nation, neighborhood, neighbourhood, department, prefecture, commune, borough"""
_ENDS = {",", ".", ";", ":", "—", "–", "--", ")", "”", '"', "?", "!"}
_OPENINGS = {",", "—", "–", "--", "("}
_RELATIVES = {"who", "which", "whose", "whom"}
_LONGEST = 45  # tokens of an apposition; a longer one is a torn sentence
_TITLE_PARTS = {"NOUN", "PROPN", "ADJ"}
_FADED = {"acting", "former", "then", "outgoing", "incoming", "late", "ex", "-", "–", "&", "/"}


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a sentence that describe a name of it."""

    name: Span  # the tokens of the name
    start: int  # tokens [start, end), without the commas around
    end: int
    form: str  # "apposition", "title", "copula", "relative", "kin" or "of"


def find(doc: Doc, names: Sequence[Named]) -> list[Found]:
    """All that describes a name, in the order of the sentence."""
    found: list[Found] = []
    for name in names:
        here = (name.start, name.end)
        after = _after_age(doc, name.end)
        parts = (
            ("title", title_before(doc, names, name)),
            ("apposition", _apposition_before(doc, name)),
            ("title", _noun_after(doc, name)),
            ("of", _head_before(doc, name)),
            ("apposition", _apposition(doc, names, name, after)),
            ("relative", _relative(doc, names, after)),
            ("copula", _copula(doc, names, name.end)),
        )
        for form, span in parts:
            if span is not None and span[0] < span[1]:
                kin = form in {"title", "apposition"} and _is_kin(doc, span)
                found.append(Found(here, *span, "kin" if kin else form))
    return found


def heads(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The nouns that say what it is: 'brother of Ana and [head] of the court', '[opposition leader]'.

    The first noun that no other noun follows, and the same after each "and" on that level.
    """
    opened = False
    for i in range(start, end):
        token = doc[i]
        if token.lower_ in {"and", ","} and (i + 1 < end) and not _is_inner(doc, start, i):
            opened = False
        if opened or not is_noun(token):
            if token.pos_ == "SCONJ" or token.lower_ in _RELATIVES:
                opened = True
            elif token.pos_ == "VERB" and i > start and token.lower_ not in _FADED:
                opened = True
            continue
        if i + 1 < end and is_noun(doc[i + 1]):
            continue
        if i + 1 < end and doc[i + 1].text in {"'s", "’s", "'", "’", "-"}:
            continue
        opened = True
        yield token


def _is_inner(doc: Doc, start: int, i: int) -> bool:
    """Whether an 'and' joins what hangs on another noun: 'a lawyer of the poor and the sick'."""
    after = doc[i + 1]
    if after.pos_ == "ADJ" and i + 2 < len(doc):
        after = doc[i + 2]
    role = lexicon.is_role(after.lemma_) or lexicon.kin(after.lemma_) is not None
    return not role and any(t.pos_ == "ADP" for t in doc[start:i])


def _is_kin(doc: Doc, span: Span) -> bool:
    return any(lexicon.kin(t.lemma_) for t in heads(doc, *span))


def title_before(doc: Doc, names: Sequence[Named], name: Named) -> Span | None:
    """'[Spanish Foreign Minister] Ana Roe', 'the [lawyer and activist] Ana Roe', 'his [brother] Leo'"""
    start = name.start
    while start > 0 and _is_of_title(doc, doc[start - 1], name.start):
        start -= 1
    while start < name.start and doc[start].lower_ in {"and", "-", "&"}:
        start += 1
    inside = next((n for n in names if n.start < start < n.end), None)
    if inside is not None:
        start = inside.end
    words = doc[start : name.start]
    if not any(t.pos_ in {"NOUN", "PROPN"} for t in words):
        return None
    if name.label == "PER":
        last = words[-1]  # 'crane operator': any common noun so close
        known = any(is_post(t) for t in words) or (last.tag_ == "NN" and last.is_lower)
    else:
        known = lexicon.organisation_type(words[-1].lemma_) is not None
        known = known or (name.label == "LOC" and lexicon.place_type(words[-1].lemma_) is not None)
    return (start, name.start) if known else None


def is_post(token: Token) -> bool:
    """'lawyer', 'detainee', 'brother', 'Gov.'"""
    lemma = token.lemma_.lower()
    if lexicon.is_role(lemma) or lexicon.kin(lemma) is not None or lexicon.is_title(token.text):
        return True
    return (
        token.i + 1 < len(token.doc) and token.nbor(1).text == "." and lexicon.is_title(f"{token}.")
    )


def _is_of_title(doc: Doc, token: Token, end: int) -> bool:
    if token.lower_ in lexicon.word_list("titles", "calendar", "days"):
        return False
    if token.lower_ in _FADED:
        return True
    if token.text == ".":
        return token.i > 0 and lexicon.is_title(doc[token.i - 1].text + ".")
    if token.lower_ == "and":
        before, after = doc[token.i - 1] if token.i else token, doc[token.i + 1]
        return (
            token.i + 1 < end and before.pos_ == "NOUN" and is_post(before) and after.pos_ != "DET"
        )
    return token.pos_ in _TITLE_PARTS and (token.tag_ != "NNS" or token.i + 1 < end)


def _apposition_before(doc: Doc, name: Named) -> Span | None:
    """'[another freed detainee], Gorbe, was'; '[Its president], Ana Roe, said'"""
    comma = name.start - 1
    if comma < 1 or doc[comma].text != "," or name.label not in {"PER", "ORG"}:
        return None
    after = _after_age(doc, name.end)
    if after < len(doc) and doc[after].text not in _ENDS:
        return None
    joined = {"of"} if name.label == "PER" else set()
    start = comma
    while start > 0 and (is_noun(doc[start - 1]) or doc[start - 1].lower_ in joined | _DETERMINERS
                         or doc[start - 1].pos_ in {"DET", "ADJ"} or doc[start - 1].tag_ in {"POS", "VBN", "VBG"}):
        start -= 1
        if doc[start].lower_ in _DETERMINERS and doc[start - 1].lower_ not in joined:
            break
    first = next(heads(doc, start, comma), None)
    if first is None or first.tag_ in {"NNS", "NNPS"}:
        return None
    if name.label == "ORG":
        fitting = lexicon.organisation_type(first.lemma_.lower()) is not None
    else:
        fitting = is_post(first)
    determined = doc[start].lower_ in _DETERMINERS or any(t.tag_ == "POS" for t in doc[start:comma])
    return (start, comma) if determined and fitting else None


def is_noun(token: Token) -> bool:
    """Whether tag or part of speech says so; they are guessed apart and may differ."""
    return token.pos_ in {"NOUN", "PROPN"} or token.tag_.startswith("NN")


def _noun_after(doc: Doc, name: Named) -> Span | None:
    """'El País [newspaper]', 'the Rodeo I [prison]'"""
    if name.label == "PER" or name.end >= len(doc) or doc[name.end].pos_ != "NOUN":
        return None
    if lexicon.country_of(doc[name.start : name.end].text) or doc[name.start].text in {
        "U.N.",
        "UN",
        "EU",
    }:
        return None  # 'a U.N. fund'
    noun = doc[name.end].lemma_.lower()
    fitting = lexicon.organisation_type(noun) if name.label == "ORG" else lexicon.place_type(noun)
    return (name.end, name.end + 1) if fitting and doc[name.end].tag_ == "NN" else None


def _head_before(doc: Doc, name: Named) -> Span | None:
    """'the [town] of Guatire'"""
    if name.label != "LOC" or name.start < 2 or doc[name.start - 1].lower_ != "of":
        return None
    head = doc[name.start - 2]
    if head.lower_ not in _KINDS.replace("\n", "").split(", "):
        return None
    return (noun_phrase(head)[0], name.start - 1)


def _after_age(doc: Doc, end: int) -> int:
    """Behind 'Ana Roe, 60' and 'Rota Union (RU)': the comma that may open an apposition."""
    if end + 3 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
        end += 3
    if end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].like_num:
        return end + 2 if doc[end + 2].text in _ENDS else end
    return end


def _apposition(doc: Doc, names: Sequence[Named], name: Named, after: int) -> Span | None:
    """'Ana Roe, [a researcher at the University of Rota in Rota, Spain], said'"""
    if after + 1 >= len(doc) or doc[after].text not in _OPENINGS:
        return None
    start = after + 1
    first = doc[start]
    if any(n.start <= start < n.end and n.label == "PER" for n in names):
        return None
    if (
        first.pos_ not in {"DET", "NOUN", "ADJ", "PROPN", "NUM"}
        and first.lower_ not in _DETERMINERS
    ):
        if first.lower_ not in _FADED:
            return None
    end = _end_of_aside(doc, names, start)
    if end is None:
        return None
    head = next(heads(doc, start, end), None)
    if head is None or not _can_describe(doc, head, name, start, end):
        return None
    return start, end


def _can_describe(doc: Doc, head: Token, name: Named, start: int, end: int) -> bool:
    plural = head.tag_ in {"NNS", "NNPS"}
    if plural and name.label == "PER":
        return False
    determined = doc[start].lower_ in {"a", "an", "the", "another", "one"}
    fronted = name.start > 0 and doc[name.start - 1].pos_ == "ADP" and name.label != "PER"
    if fronted and head.dep_ in {"nsubj", "nsubj:pass"} and head.i > start:
        return False  # 'In Rota, the mayor, who …': what follows is the subject
    if name.label == "PER":
        return is_post(head) or (determined and head.pos_ == "NOUN" and head.ent_type_ == "")
    if head.ent_type_ or any(t.like_num for t in doc[start : head.i]):
        return False
    if name.label == "LOC":
        place = lexicon.place_type(head.lemma_.lower())
        return determined and place is not None or ("home" == head.lemma_ and determined)
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
        if token.lower_ in _RELATIVES or token.lower_ in {"that", "where", "because", "as"}:
            relative = True
        finite = token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        if finite and not relative and not closer:
            return None if token.tag_ != "VBD" or not _is_participle(token) else None
        if token.text in _ENDS and not closer and not _is_place_comma(doc, names, i):
            if token.text == "." and i + 1 < len(doc) and not doc[i + 1].is_punct:
                continue
            return i
    return None


def _is_participle(token: Token) -> bool:
    return token.dep_ in {"acl", "amod"}


def _is_place_comma(doc: Doc, names: Sequence[Named], comma: int) -> bool:
    """'in Bogotá[,] Colombia': between two places, the second followed by the end or a comma."""
    if doc[comma].text != ",":
        return False
    before = any(n.end == comma and n.label == "LOC" for n in names)
    after = next((n for n in names if n.start == comma + 1 and n.label == "LOC"), None)
    return before and after is not None and (after.end >= len(doc) or doc[after.end].is_punct)


def _relative(doc: Doc, names: Sequence[Named], after: int) -> Span | None:
    """'Ana Roe, [who has lived in Spain], heard'"""
    if after + 2 >= len(doc) or doc[after].text != "," or doc[after + 1].lower_ not in _RELATIVES:
        return None
    for i in range(after + 2, len(doc)):
        if doc[i].text in {",", ".", "—", ";"} and not _is_place_comma(doc, names, i):
            return after + 1, i
    return after + 1, len(doc)


def _copula(doc: Doc, names: Sequence[Named], end: int) -> Span | None:
    """'Ana Roe is [a lawyer from Rota].'; 'Ana Roe was the first mayor of Rota'"""
    if end + 2 >= len(doc) or doc[end].lower_ not in _BE or doc[end].pos_ == "PART":
        return None
    return predicate(doc, names, end)


def predicate(doc: Doc, names: Sequence[Named], be: int) -> Span | None:
    """After 'is': the noun phrase with a determiner that says what something is."""
    start = be + 1
    if start + 1 >= len(doc) or doc[start].lower_ not in {"a", "an", "the", "one"}:
        return None
    head = next(heads(doc, start, len(doc)), None)
    if head is None or any(
        t.pos_ in {"VERB", "ADP", "PUNCT"} and t.tag_ != "VBN" for t in doc[start : head.i]
    ):
        return None
    for i in range(head.i, len(doc)):
        if doc[i].text in _ENDS and not _is_place_comma(doc, names, i):
            return start, i
        if doc[i].lower_ in {"when", "but", "because", "while", "after", "before", "until"}:
            return start, i
    return start, len(doc)
