"""What a number means by what stands around it: an age, a distance, a score, a count."""

import re
from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Doc

from bot.language import number_forms, number_nouns
from bot.language.number_forms import Number
from bot.language.number_nouns import Noun, words

Unit = Literal[
    "count",
    "money",
    "percent",
    "age",
    "distance",
    "duration",
    "weight",
    "area",
    "temperature",
    "ordinal",
    "score",
    "other",
]

_DASHES = ("range-", "range–", "range—", "range‑")
_AGE_FORMS = {"plain", "rangeto", *_DASHES}
_OLD = re.compile(r"[\s‑-]years?[\s‑-](olds?\b|of\s+age\b)", re.IGNORECASE)
_AGED = re.compile(r"(?:\baged?(?:\s+of)?|\bturn(?:s|ed|ing)?|\bdie[sd]?\s+at)\s+\Z", re.IGNORECASE)
_BEING = re.compile(
    r"(?:\b(?P<when>when|since|until|before|because|time)\s+(?:he|she|I|they|you)\s+(?:was|were|turned)"
    r"|(?P<who>who)\s+(?:is|was)"
    r"|(?:(?P<name>[A-Z]\w+)|he|she)\s+(?:is|was)|,\s+then)\s+(?:only\s+|just\s+|about\s+)?\Z"
)
# Short units that may be words or initials: believed only close to the figure, "5m", or in "(5 m)".
_DOUBTFUL = {"m", "c", "f", "k", "b", "real", "mark", "won", "second", "block", "times", "point"}
# After these an ordinal says how something was done: "I first saw", "without first asking".
_ADVERBIAL = {"i", "he", "she", "it", "we", "you", "they", "who", "without", "to", "when"} | {
    *("had", "has", "have", "was", "were", "is", "are")
}


@dataclass(frozen=True, slots=True)
class Sense:
    """The meaning of a number and where its phrase ends."""

    unit: Unit
    noun: int | None
    end: int  # the phrase's tokens end before this
    qualified: bool = True  # whether words before may limit it: "only", "at least"


def sense(doc: Doc, number: Number) -> Sense | None:
    """What the number means; None where it is part of a name, a label or a pronoun."""
    if _is_name(doc, number):
        return None
    if number.form == "ordinal":
        return _ordinal(doc, number)
    if found := _age(doc, number) or _measure(doc, number):
        return found
    if number.form == "money":
        return Sense("money", None, number.end)
    if number.form == "fraction":
        noun = number_nouns.after(doc, number.end, singular=True)
        return Sense("count" if (number.value or 0) >= 1 else "other", noun.head, noun.end)
    compound = _text(doc, number.end) in {"-", "‑"}  # "a five-member panel"
    alone = number.upper is None and (number.value in {0, 1} or compound)
    noun = number_nouns.after(doc, number.end, singular=alone)
    if number.form in _DASHES and noun.head is None and (number.upper or 0) >= 1000:
        return None  # a telephone number
    if number.form in _DASHES and _is_score(doc, noun.head):
        return Sense("score", None, number.end, qualified=False)
    if number.is_one and not _one_counts(doc, number, noun.head):
        return None
    if noun.head is None:
        noun = _without_noun(doc, number)
    if noun.head is None and _follows_name(doc, number):
        return None
    return Sense("count", noun.head, noun.end)


def _text(doc: Doc, i: int) -> str:
    """The token in small letters; '' beyond the sentence."""
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def _follows_name(doc: Doc, number: Number) -> bool:
    """'Apollo 6', 'Thesis 86': figures that end a name."""
    if number.form != "plain" or number.start < 2 or not doc[number.start].is_digit:
        return False
    before = doc[number.start - 1]
    return before.is_title and before.is_alpha and before.lower_ not in number_nouns.calendar()


def _without_noun(doc: Doc, number: Number) -> Noun:
    """'seven dead', or what the parser says."""
    if _text(doc, number.end) in words("words", "states"):
        return Noun(number.end, number.end + 1)
    head = number_nouns.by_tree(doc, number.start, number.end)
    return Noun(head, number.end if head is None else head + 1)


def _is_name(doc: Doc, number: Number) -> bool:
    """'Flight 370', 'No. 5', '007', 'Air Force One', 'the Ten Commandments'; 'at first'."""
    first = doc[number.start]
    at = number.start - (2 if _text(doc, number.start - 1) == "." else 1)
    before = doc[at] if at >= 0 else None
    follows_title = number.end < len(doc) and doc[number.end].is_title
    if number.form == "plain" and first.is_digit and len(first) > 1 and first.text[0] == "0":
        return True
    if _text(doc, at) in words("words", "labels") and before is not None:
        return before.is_title or first.is_digit
    if first.is_title and before is not None and before.is_alpha:
        return before.text[0].isupper() or follows_title
    if number.form != "ordinal":
        return False
    named = _text(doc, number.end) in words("words", "ordinal_names")
    return (
        (follows_title and (named or first.is_title))
        or (_text(doc, at) == "at" and first.lower_ == "first")
        or (number.start == 0 and _text(doc, number.end) == ",")  # "First, …" orders the telling
    )


def _ordinal(doc: Doc, number: Number) -> Sense:
    noun = number_nouns.after(doc, number.end, singular=True)
    if _text(doc, number.start - 1) in _ADVERBIAL:
        noun = Noun(None, number.end)
    return Sense("ordinal", noun.head, noun.end, qualified=False)


def _one_counts(doc: Doc, number: Number, noun: int | None) -> bool:
    """Whether 'one' is a number: 'one of its ships', 'one prisoner'; not 'no one', 'this one'."""
    before, following = _text(doc, number.start - 1), _text(doc, number.end)
    if before in {"no", "any", "every", "some", "this", "that", "which", "each", "the", "'", "’"}:
        return False
    if following == "of":
        return True
    return noun is not None and following not in {"another", "'s", "’s", "can", "-"}


def _is_score(doc: Doc, noun: int | None) -> bool:
    """'won 5-4', 'a 5-4 ruling'; not '10-15 people'."""
    if noun is None:
        return True
    about_a_match = words("words", "score")
    if number_nouns.is_plural(doc[noun]) and doc[noun].lower_ not in about_a_match:
        return False
    return any(token.lower_ in about_a_match for token in doc)


def _measure(doc: Doc, number: Number) -> Sense | None:
    """'25 miles', '40 percent', '$5' too if a percent sign does not say otherwise."""
    found = number_forms.unit().match(doc.text, number.end_char)
    if not found:
        return None
    kind, written = found.lastgroup or "", found[0]
    word = written.strip(" -‑").lower()
    spaced = not written[0].isalpha() and found.string[found.end() : found.end() + 1] != ")"
    if (
        (number.form == "money" and kind != "percent")
        or (number.form == "vague" and kind == "duration")
        or (word in _DOUBTFUL and spaced)
        or (re.match(r"\s+an?\s", written) and number.form != "fraction")  # "ten a night"
    ):
        return None
    begin = found.end() - len(written.lstrip())
    span = doc.char_span(begin, found.end(), alignment_mode="expand")
    end = span.end if span is not None else number.end
    if kind == "percent":
        counted = number_nouns.after(doc, end, singular=True)
        return Sense("percent", counted.head if _text(doc, end) == "of" else None, end)
    kind = {"speed": "other", "squared": "area"}.get(kind, kind)
    return Sense(cast(Unit, kind), end - 1, end)


def _age(doc: Doc, number: Number) -> Sense | None:
    """'60-year-old man', 'aged 60', 'when he was 60', 'Ana Ruiz, 60, said', 'a man of 60'."""
    if number.value is None or not 0 < number.value < 125 or number.form not in _AGE_FORMS:
        return None
    text, begin = doc.text, doc[number.start].idx
    if old := _OLD.match(text, number.end_char):
        span = doc.char_span(number.end_char, old.end(), alignment_mode="expand")
        end = span.end if span is not None else number.end
        if old[1].lower() == "olds":
            return Sense("age", end - 1, end)
        noun = number_nouns.after(doc, end, singular=True) if "-" in old[0] else Noun(None, end)
        return Sense("age", noun.head, noun.end)
    if _AGED.search(text, max(0, begin - 20), begin):
        said = _text(doc, number.end) in {"years", "year", "months"}
        return Sense("age", None, number.end + said)
    closed = _text(doc, number.end) in {"", ".", ",", ";"}
    if (being := _BEING.search(text, 0, begin)) and (
        being["when"] or (closed and (being["who"] or doc[number.start].is_digit))
    ):
        name = doc.char_span(*being.span("name")) if being["name"] else None
        return Sense("age", name.end - 1 if name else None, number.end)
    if _text(doc, number.start - 1) == "of":
        person = number.start - 2
        if _text(doc, person) in words("words", "persons"):
            return Sense("age", person, number.end, qualified=False)
    return _age_after_name(doc, number)


def _age_after_name(doc: Doc, number: Number) -> Sense | None:
    """'Ana Ruiz, 60,', 'Ana Ruiz, now 60,' and 'Ana Ruiz (60)'; not 'Jan. 8, 60 ships' nor 'in May, 12
    died'."""
    start = number.start - (_text(doc, number.start - 1) == "now")
    if start < 2 or number.end - number.start != 1 or not doc[number.start].is_digit:
        return None
    opening, name = doc[start - 1].text, doc[start - 2]
    following = _text(doc, number.end) or "."
    in_commas = opening == "," and following in {",", ".", ";", "—", "–", ":"}
    in_brackets = opening == "(" and following == ")" and doc[max(0, number.start - 3)].is_title
    if not (in_commas or in_brackets) or not (name.is_title and name.is_alpha and len(name) > 1):
        return None
    another = number.end + 1 < len(doc) and doc[number.end + 1].is_digit  # "Nice, 12, 14 and 15"
    if name.lower_ in number_nouns.calendar() or another:
        return None
    return Sense("age", name.i, number.end, qualified=False)
