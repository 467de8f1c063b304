"""What a number counts: the noun after it, found by the words alone.

Adjectives, participles and names between number and noun are stepped over: "10 jailed U.S.
[citizens]".  Where the sentence is parsed, its tree is asked when the words give no noun.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from bot.language.number_words import table

_REACH = 8  # tokens after a number in which its noun must come; newspapers rarely need five
_UNSEEN = frozenset('"“”‘«»-–‑')  # quotation marks and hyphens inside a noun phrase
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted noun and where its phrase ends."""

    head: int | None
    end: int  # the phrase's tokens end before this


@cache
def words(group: str, name: str) -> frozenset[str]:
    """A list of `data/units.toml`."""
    found: Any = table("units")[group][name]
    return frozenset(found)


def is_plural(token: Token) -> bool:
    """'detainees', 'people', 'Chileans'; by the ending where there is no tag."""
    word = token.lower_
    if word in words("words", "plurals"):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s", "’s"))
        and word not in words("words", "singulars")
        and token.is_alpha
    ) or (len(word) > 3 and word.endswith("s") and "-" in word)


def _stops(token: Token) -> bool:
    if token.tag_ in {"VBZ", "VBP", "VB", "MD"}:
        return True
    if token.lower_ in words("words", "stops"):
        return not (token.text.isupper() and len(token) == 2)  # "US soldiers"
    return token.is_digit or token.like_url


def after(doc: Doc, i: int, *, singular: bool) -> Noun:
    """The noun that a number ending before token `i` counts; no head if there is none in reach.

    `singular` allows a noun without plural ending: "one [prisoner]", "the first [visit]".
    """
    start = i
    if (part := _hyphened(doc, i)) is not None:
        return Noun(part, part + 1)
    if i < len(doc) and doc[i].lower_ == "of":
        i += 1
        if i < len(doc) and doc[i].lower_ in {"them", "us", "you", "those"} | words(
            "words", "determiners"
        ):
            following = doc[i + 1] if i + 1 < len(doc) else None
            if doc[i].lower_ in {"them", "us", "you"}:
                return Noun(i, i + 1)
            if doc[i].lower_ == "those" and (following is None or _stops(following)):
                return Noun(i, i + 1)
            i += 1
        if i < len(doc) and doc[i].lower_ in {"only", "just"}:
            i += 1
        if i < len(doc) and (doc[i].like_num or doc[i].is_digit):  # "three of the five men"
            i += 1
    head = _head(doc, i, singular=singular)
    if head is None:
        return Noun(None, start)
    return Noun(head, _joined(doc, head))


def _hyphened(doc: Doc, i: int) -> int | None:
    """'a 131-[page] report' counts pages, '12-[member] crew' members."""
    if (
        i + 2 >= len(doc)
        or doc[i].text != "-"
        or doc[i].whitespace_
        or doc[i + 1].whitespace_ == ""
    ):
        return None
    part = doc[i + 1]
    return i + 1 if part.tag_ in {"NN", "NNS"} and doc[i + 2].pos_ in {"NOUN", "ADJ"} else None


def _head(doc: Doc, i: int, *, singular: bool) -> int | None:
    head = last = None
    limit = min(len(doc), i + _REACH)
    while i < limit:
        token = doc[i]
        if token.text in _POSSESSIVE:
            if head is None and last is None:
                break
            head = last = None  # "Chile's [sailors]": the owner is not what is counted
        elif token.text in _UNSEEN or (head is None and _goes_on(doc, i, last, singular=singular)):
            pass
        elif token.is_punct or _stops(token) or token.is_space or token.is_currency:
            break
        elif head is not None:
            joins = doc[head].lower_ in words("words", "compound_plurals") or doc[head].is_title
            if not (joins and is_plural(token)) and not _owns_next(doc, head, i):
                break
            head = i if is_plural(token) else head
        elif is_plural(token) and not _in_name(doc, i):
            head = i
        elif last == i - 1 and _looks_like_verb(token) and not _before_noun(doc, i, singular):
            break
        else:
            last = i
        i += 1
    if head is None and last is not None and singular:
        return None if _looks_like_verb(doc[last]) or doc[last].lower_.endswith("ly") else last
    return head


def _in_name(doc: Doc, i: int) -> bool:
    """'Rhodes' in 'Rhodes Scholar', 'Chinese' in 'Chinese ships': no plural yet."""
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is not None and doc[i].lower_.endswith(("ese", "ish", "ench", "iss")):
        return following.is_lower and following.is_alpha and not _stops(following)
    return bool(
        doc[i].is_title
        and following is not None
        and following.is_title
        and following.is_alpha
        and following.lower_ not in calendar()
    )


def _owns_next(doc: Doc, head: int, i: int) -> bool:
    """'12 United Nations aid workers': a name in front of the noun in small letters."""
    if _looks_like_verb(doc[i]):
        return False
    return doc[head].is_title and doc[i].is_lower and any(is_plural(t) for t in doc[i + 1 : i + 3])


def _before_noun(doc: Doc, i: int, singular: bool) -> bool:
    """'21 public housing complexes': a form in -ing or -ed with the counted noun right after it."""
    return not singular and i + 1 < len(doc) and is_plural(doc[i + 1])


def _looks_like_verb(token: Token) -> bool:
    word = token.lower_
    return token.is_lower and (
        (word.endswith(("ed", "ing")) and len(word) > 4) or word in table("date_words")["past"]
    )


@cache
def calendar() -> frozenset[str]:
    """Names of months and weekdays, in small letters."""
    data = table("date_words")
    return frozenset([*data["months"], *data["weekdays"]])


def _goes_on(doc: Doc, i: int, last: int | None, *, singular: bool) -> bool:
    """A comma or 'and' between adjectives, or 'of' within a name: the noun is still to come."""
    if last != i - 1 or i + 1 >= len(doc):
        return False
    word = doc[i].lower_
    if word == ",":
        return _adjectives_go_on(doc, i)
    if word == "and":
        return doc[last].is_lower and _adjectives_follow(doc, i + 1)
    return word == "of" and not singular and doc[last].is_title and doc[i + 1].is_title


def _adjectives_follow(doc: Doc, i: int) -> bool:
    for token in doc[i : i + 4]:
        if not token.is_alpha or _stops(token) or token.like_num:
            return False
        if is_plural(token):
            return token.i > i  # "most ethnically and culturally diverse [empires]"
    return False


def _adjectives_go_on(doc: Doc, comma: int) -> bool:
    """'five small, wooden boats', but not 'five, officials'."""
    before, rest = doc[comma - 1], doc[comma + 1 : comma + 3]
    return (
        before.is_lower
        and before.is_alpha
        and not before.like_num
        and len(rest) == 2
        and all(t.is_alpha and t.is_lower and not _stops(t) for t in rest)
        and is_plural(rest[1])
    )


def _joined(doc: Doc, head: int) -> int:
    """The end of 'citizens' or, with what is counted together, of 'citizens and residents'."""
    i = head + 1
    if i >= len(doc) or doc[i].lower_ not in {"and", "or"}:
        return head + 1
    for j in range(i + 1, min(i + 5, len(doc))):
        token = doc[j]
        if not token.is_alpha or _stops(token) or token.like_num:
            break
        if is_plural(token):
            following = doc[j + 1] if j + 1 < len(doc) else None
            ends = following is None or following.is_punct or following.lower_ in _PREPOSITIONS
            return j + 1 if ends else head + 1
    return head + 1


_PREPOSITIONS = {"in", "on", "at", "by", "for", "with", "from", "to", "of", "after", "before"} | {
    *("since", "during", "who")
}


def by_tree(doc: Doc, start: int, end: int) -> int | None:
    """The head that the parser gives a number, if it stands after it."""
    if not doc.has_annotation("DEP"):
        return None
    for token in doc[start:end]:
        if token.dep_ == "nummod" and token.head.i >= end and token.head.is_alpha:
            return int(token.head.i)
    return None
