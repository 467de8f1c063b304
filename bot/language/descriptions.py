"""What a sentence says of the names in it: who a person is, what a thing is, whose brother."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bot.language import appositions, lexicon
from bot.language.appositions import ENDS, FADED, after_age, is_place_comma
from bot.language.mentions import Named
from bot.language.phrases import RELATIVES, Span, heads, is_post, noun_phrase

_BE = {"is", "was", "are", "were", "'s", "’s"}
_KINDS = frozenset(
    [
        "city",
        "town",
        "village",
        "hamlet",
        "municipality",
        "suburb",
        "island",
        "isle",
        "state",
        "province",
        "region",
        "county",
        "district",
        "kingdom",
        "republic",
        "country",
        "nation",
        "neighborhood",
        "neighbourhood",
        "department",
        "prefecture",
        "commune",
        "borough",
    ]
)
_TITLE_PARTS = {"NOUN", "PROPN", "ADJ"}


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
        after = after_age(doc, name.end)
        parts = (
            ("title", title_before(doc, names, name)),
            ("apposition", appositions.before(doc, name)),
            ("title", _noun_after(doc, name)),
            ("title", _called(doc, name)),
            ("of", _head_before(doc, name)),
            ("apposition", appositions.after(doc, names, name, after)),
            ("relative", _relative(doc, names, after)),
            ("copula", _copula(doc, names, name.end)),
        )
        for form, span in parts:
            if span is not None and span[0] < span[1]:
                kin = form in {"title", "apposition"} and _is_kin(doc, span)
                found.append(Found(here, *span, "kin" if kin else form))
    return found


def _is_kin(doc: Doc, span: Span) -> bool:
    return any(lexicon.kin(t.lemma_) for t in heads(doc, *span))


def title_before(doc: Doc, names: Sequence[Named], name: Named) -> Span | None:
    """'[Foreign Minister] Ana Roe', 'the [lawyer and activist] Ana Roe', 'his [brother] Leo', '[head of
    the Rota Council] Ana Roe'"""
    if name.label == "PER" and (whole := _post_of(doc, names, name)) is not None:
        return whole
    start = name.start
    while start > 0 and _is_of_title(doc, doc[start - 1], name.start):
        start -= 1
    while start < name.start and doc[start].lower_ in {"and", "-", "&"}:
        start += 1
    inside = next((n for n in names if n.start < start < n.end), None)
    if inside is not None:
        start = inside.end
    words = doc[start : name.start]
    role = len(words) > 0 and lexicon.is_role(
        words[-1].lower_
    )  # 'Chief [executive]', taken for none
    if not role and not any(t.pos_ in {"NOUN", "PROPN"} for t in words):
        return None
    if name.label == "PER":
        last = words[-1]  # 'crane operator', 'keeper': any common noun so close
        is_noun_like = last.tag_ in {"NN", "NNP"} and last.is_lower
        known = role or any(is_post(t) for t in words) or is_noun_like
    else:
        known = lexicon.organisation_type(words[-1].lemma_) is not None
        known = known or (name.label == "LOC" and lexicon.place_type(words[-1].lemma_) is not None)
    return (start, name.start) if known else None


def _post_of(doc: Doc, names: Sequence[Named], name: Named) -> Span | None:
    """'[head of the Rota Council] Ana Roe'"""
    place = next((n for n in names if n.end == name.start and n.label != "PER"), None)
    if place is None:
        return None
    of = place.start - 1
    of -= of > 0 and doc[of].lower_ == "the"
    if of < 1 or doc[of].lower_ != "of" or not is_post(doc[of - 1]):
        return None
    start = of - 1
    while start > 0 and _is_of_title(doc, doc[start - 1], of):
        start -= 1
    return start, name.start


def _is_of_title(doc: Doc, token: Token, end: int) -> bool:
    if token.lower_ in lexicon.word_list("titles", "calendar", "days"):
        return False
    if token.lower_ in FADED:
        return True
    if token.text == ".":
        return token.i > 0 and lexicon.is_title(doc[token.i - 1].text + ".")
    if token.lower_ == "and":
        before, after = doc[token.i - 1] if token.i else token, doc[token.i + 1]
        return (
            token.i + 1 < end and before.pos_ == "NOUN" and is_post(before) and after.pos_ != "DET"
        )
    return token.pos_ in _TITLE_PARTS and (token.tag_ != "NNS" or token.i + 1 < end)


def _noun_after(doc: Doc, name: Named) -> Span | None:
    """'Rota Post [newspaper]', 'the Alta II [prison]'"""
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


def _called(doc: Doc, name: Named) -> Span | None:
    """'[a sow] called Rosa', 'a boat named Aurora'"""
    verb = name.start - 1
    if verb < 1 or doc[verb].lower_ not in {"called", "named", "nicknamed"}:
        return None
    noun = doc[verb - 1]
    return noun_phrase(noun) if noun.pos_ == "NOUN" and doc[verb].head.i == noun.i else None


def _head_before(doc: Doc, name: Named) -> Span | None:
    """'the [town] of Rota'"""
    if name.label != "LOC" or name.start < 2 or doc[name.start - 1].lower_ != "of":
        return None
    head = doc[name.start - 2]
    if head.lower_ not in _KINDS:
        return None
    return (noun_phrase(head)[0], name.start - 1)


def _relative(doc: Doc, names: Sequence[Named], after: int) -> Span | None:
    """'Ana Roe, [who has lived in Chile], heard'"""
    if after + 2 >= len(doc) or doc[after].text != "," or doc[after + 1].lower_ not in RELATIVES:
        return None
    for i in range(after + 2, len(doc)):
        if doc[i].text in {",", ".", "—", ";"} and not is_place_comma(doc, names, i):
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
    if start + 1 >= len(doc):
        return None
    if doc[start].lower_ not in {"a", "an", "the", "one"} and not is_post(doc[start]):
        return None
    head = next(heads(doc, start, len(doc)), None)
    if head is None or any(
        t.pos_ in {"VERB", "ADP", "PUNCT"} and t.tag_ != "VBN" for t in doc[start : head.i]
    ):
        return None
    for i in range(head.i, len(doc)):
        if doc[i].text in ENDS and not is_place_comma(doc, names, i):
            return start, i
        if doc[i].lower_ in {"when", "but", "because", "while", "after", "before", "until"}:
            return start, i
    return start, len(doc)
