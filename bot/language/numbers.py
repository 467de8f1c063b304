"""Numbers of a sentence with their whole meaning: value, unit, qualifier and what is counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Doc

from bot.language import number_forms, number_nouns
from bot.language.dates import When
from bot.language.number_nouns import words
from bot.language.number_words import canonical, table

__all__ = ["Quantity", "Unit", "canonical", "expects", "find"]

Unit = Literal[
    "count", "money", "percent", "age", "distance", "duration", "weight", "area", "temperature",
    "ordinal", "score", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the sentence has it; all positions are tokens of the Doc, `[start, end)`."""

    start: int  # the whole phrase: qualifier, number, what is counted or the unit
    end: int
    number_start: int
    number_end: int
    value: float | None  # None: "hundreds", "several", "a number of"; of a range its lower end
    unit: Unit
    qualifier_start: int  # "only", "at least"; start == end when there is none
    qualifier_end: int
    noun: int | None  # head of the counted noun, the unit's word, or the name that an age is of
    upper: float | None = None  # the upper end of a range, the second figure of a score


def expects(question_head: str) -> Unit | None:
    """What a question that begins 'how many', 'how far', 'what percentage' is answered in."""
    head = " ".join(question_head.lower().split()[:3])
    expected = table("units")["expected"]
    for length in (3, 2):
        if unit := expected.get(" ".join(head.split()[:length])):
            return cast(Unit, unit)
    return None


def find(doc: Doc, whens: Sequence[When]) -> list[Quantity]:
    """All quantities of the sentence, in order, without overlap; dates are left out.

    Durations among `whens` that state a number come back as quantities of unit "duration".
    """
    taken = [(w.start, w.end) for w in whens]
    found = [q for w in whens if w.kind == "duration" and (q := _duration(doc, w))]
    text, place = doc.text, 0
    while match := number_forms.number().search(text, place):
        number = _Number.read(doc, match)
        place = max(match.start() + 1, number.end_char if number else match.end())
        if number is None or any(a < number.end and number.start < b for a, b in taken):
            continue
        if quantity := _quantity(doc, number):
            found.append(quantity)
            taken.append((quantity.number_start, quantity.number_end))
    return sorted(found, key=lambda q: q.number_start)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number by itself: its tokens, its value, and how it was written."""

    start: int
    end: int
    end_char: int
    form: str  # "money", "ordinal", "vague", "pair", "fraction", "range", "plain"
    value: float | None
    upper: float | None = None

    @classmethod
    def read(cls, doc: Doc, match: re.Match[str]) -> "_Number | None":
        got, end = match.groupdict(), match.end()
        form = next((f for f in ("vague", "pair", "fraction", "ordinal") if got[f]), "plain")
        words_ = match[0].rstrip("+")
        value, upper = None if form == "vague" else canonical(words_), None
        if ratio := _RATIO.fullmatch(words_):  # "one in nine"
            whole = canonical(ratio[2])
            value = (canonical(ratio[1]) or 0) / whole if whole else None
        if got["low"]:
            form = "money" if got["cur"] else "plain"
            value = canonical(got["low"])
            if got["high"]:
                upper = canonical(got["high"])
                joined = got["sep"].strip().lower()
                between = _before(doc.text, match.start(), "between")
                if upper is None or (joined == "and" and not between):
                    end, upper = match.end("low"), None
                elif (
                    value is not None
                    and joined != "and"
                    and value < 1000 <= upper
                    and " " in got["high"]
                ):
                    value *= _scale_of(got["high"])  # "2 to 3 million"
                form = form if upper is None or form == "money" else f"range{joined}"
        if value is None and form != "vague":
            return None
        span = doc.char_span(match.start(), end, alignment_mode="expand")
        if span is None:
            return None
        return cls(span.start, span.end, end, form, value, upper)


_RATIO = re.compile(r"(\S+)\s+(?:in|out\s+of)\s+(?:every\s+)?(\S+)", re.IGNORECASE)


def _scale_of(written: str) -> float:
    return canonical("one " + written.split()[-1]) or 1.0


def _before(text: str, place: int, word: str) -> bool:
    return text[:place].rstrip().lower().endswith(word)


_ARTICLE = re.compile(r"\ban?(?=[\s-])", re.IGNORECASE)


def _duration(doc: Doc, when: When) -> Quantity | None:
    """'at least five years' -> 5, unit word 'years'; None for 'for hours'."""
    start = doc[when.start].idx
    last = doc[when.end - 1]
    stop = last.idx + len(last)
    matches = number_forms.number().finditer(doc.text, start, stop)
    match = next((m for m in matches if not m["ordinal"]), None) or _ARTICLE.search(
        doc.text, start, stop
    )
    if match is None:
        return None
    number = _Number.read(doc, match) if match.re is number_forms.number() else None
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return None
    begin, end = (number.start, number.end) if number else (span.start, span.end)
    value = number.value if number else 1.0
    return Quantity(
        when.start, when.end, begin, end, value, "duration", when.start, begin, when.end - 1,
        number.upper if number else None,
    )  # fmt: skip


def _quantity(doc: Doc, number: _Number) -> Quantity | None:
    """The number with what stands around it; None where it is a name or a pronoun."""
    if _is_name(doc, number):
        return None
    if number.form == "ordinal":
        if number.start == 0 and number.end < len(doc) and doc[number.end].text == ",":
            return None  # "First, …" orders the telling
        noun = number_nouns.after(doc, number.end, singular=True)
        if noun.head is not None and number.start and _is_adverb(doc, number.start, noun.head):
            noun = number_nouns.Noun(None, number.end)
        return _made(doc, number, "ordinal", noun.head, noun.end, qualified=False)
    if age := _age(doc, number):
        return age
    after = number_forms.unit().match(doc.text, number.end_char)
    if after and (unit := _unit(after, number)):
        return _measure(doc, number, unit, after)
    if number.form == "money":
        return _made(doc, number, "money", None, number.end)
    if number.form == "fraction":
        noun = number_nouns.after(doc, number.end, singular=True)
        return _made(doc, number, "other", noun.head, noun.end)
    alone = number.upper is None and (number.value in {0, 1} or _compound(doc, number))
    noun = number_nouns.after(doc, number.end, singular=alone)
    if (
        number.form.startswith("range")
        and number.form[5:] in {"-", "–", "—", "‑"}
        and _is_score(doc, noun.head)
    ):
        return _made(doc, number, "score", None, number.end, qualified=False)
    if (
        doc[number.start].lower_ == "one"
        and number.end - number.start == 1
        and not _counts(doc, number, noun.head)
    ):
        return None
    if noun.head is None and (head := number_nouns.by_tree(doc, number.start, number.end)):
        noun = number_nouns.Noun(head, head + 1)
    if (
        noun.head is None
        and number.end < len(doc)
        and doc[number.end].lower_ in words("words", "states")
    ):
        noun = number_nouns.Noun(number.end, number.end + 1)
    return _made(doc, number, "count", noun.head, noun.end)


def _is_adverb(doc: Doc, i: int, noun: int) -> bool:
    """'I first saw', 'without first asking', 'the second smallest'."""
    return doc[noun].lower_.endswith("est") or doc[i - 1].lower_ in {
        "i", "he", "she", "it", "we", "you", "they", "who", "without", "to", "when", "had", "has", "have",
        "was", "were", "is", "are",
    }  # fmt: skip


def _compound(doc: Doc, number: _Number) -> bool:
    """'a five-member panel': a hyphen joins the number to a singular noun."""
    return number.end < len(doc) and doc[number.end].text in {"-", "‑"}


def _unit(after: re.Match[str], number: _Number) -> Unit | None:
    kind = after.lastgroup or ""
    word = after[0].strip(" -\u2011").lower()
    if number.form == "money" and kind != "percent":
        return None
    if kind in {"speed", "squared"}:
        return "other" if kind == "speed" else "area"
    if word in {
        "m",
        "c",
        "f",
        "k",
        "b",
        "real",
        "mark",
        "won",
        "second",
        "block",
        "times",
        "point",
    } and (not after[0][0].isalpha() and after.string[after.end() : after.end() + 1] != ")"):
        return None
    if re.match(r"\s+an?\s", after[0]) and number.form != "fraction":
        return None  # "ten a night"
    if number.form == "vague" and kind == "duration":
        return None
    return cast(Unit, kind)


def _measure(doc: Doc, number: _Number, unit: Unit, after: re.Match[str]) -> Quantity:
    span = doc.char_span(
        after.start() + len(after[0]) - len(after[0].lstrip()), after.end(), alignment_mode="expand"
    )
    end = span.end if span is not None else number.end
    noun = end - 1
    if unit == "percent":
        counted = number_nouns.after(doc, end, singular=True)
        return _made(
            doc,
            number,
            unit,
            counted.head if end < len(doc) and doc[end].lower_ == "of" else None,
            end,
        )
    return _made(doc, number, unit, noun, end)


def _made(
    doc: Doc, number: _Number, unit: Unit, noun: int | None, end: int, *, qualified: bool = True
) -> Quantity:
    first = number.start
    begin, text = doc[first].idx, doc.text
    start = first
    plain_one = number.value == 1 and doc[first - 1 : first].text.lower() in {
        "under",
        "over",
        "about",
        "around",
    }
    if (
        qualified
        and not plain_one
        and (found := number_forms.qualifier().search(text, max(0, begin - 40), begin))
    ):
        span = doc.char_span(found.start(1), begin - 1, alignment_mode="expand")
        start = span.start if span is not None else first
    qualifier = (start, first)
    if start == first and (found := number_forms.after_qualifier().match(text, number.end_char)):
        span = doc.char_span(number.end_char + 1, found.end(), alignment_mode="expand")
        if span is not None:
            qualifier, end = (span.start, span.end), max(end, span.end)
    return Quantity(
        start,
        max(end, number.end),
        first,
        number.end,
        number.value,
        unit,
        *qualifier,
        noun,
        number.upper,
    )


def _is_name(doc: Doc, number: _Number) -> bool:
    """'Flight 370', 'No. 5', 'World War Two', 'Second Army', 'Fifth Avenue'."""
    before = doc[number.start - 1] if number.start else None
    following = doc[number.end] if number.end < len(doc) else None
    if before is not None and before.text == "." and number.start > 1:
        before = doc[number.start - 2]
    first = doc[number.start]
    if number.form == "plain" and first.text[0] == "0" and len(first) > 1 and first.is_digit:
        return True
    if before is not None and before.lower_ in words("words", "labels"):
        return before.text[0].isupper() or first.is_digit
    if number.form == "ordinal" and following is not None:
        if following.lower_ in words("words", "ordinal_names") and following.text[0].isupper():
            return True
    if first.is_title and before is not None and before.is_alpha:
        # "Air Force One", "the Ten Commandments", "the Second Army"
        return before.text[0].isupper() or (following is not None and following.is_title)
    if number.form == "ordinal" and first.is_title and following is not None and following.is_title:
        return True
    return (
        number.form == "ordinal"
        and before is not None
        and before.lower_ == "at"
        and first.lower_ == "first"
    )


def _counts(doc: Doc, number: _Number, noun: int | None) -> bool:
    """Whether 'one' is a number: 'one of its ships', 'one prisoner'; not 'no one', 'this one'."""
    before = doc[number.start - 1].lower_ if number.start else ""
    following = doc[number.end].lower_ if number.end < len(doc) else ""
    if before in {"no", "any", "every", "some", "this", "that", "which", "each", "the", "'", "’"}:
        return False
    if following == "of":
        return True
    return noun is not None and following not in {"another", "'s", "’s", "can", "-"}


def _is_score(doc: Doc, noun: int | None) -> bool:
    if (
        noun is not None
        and number_nouns.is_plural(doc[noun])
        and doc[noun].lower_ not in words("words", "score")
    ):
        return False
    return noun is None or any(t.lower_ in words("words", "score") for t in doc)


_OLD = re.compile(r"[\s‑-]years?[\s‑-](olds?\b|of\s+age\b)", re.IGNORECASE)
_AGE_FORMS = {"plain", "rangeto", "range-", "range–"}
_IS_AGED = re.compile(
    r"(?:\b(?P<when>when|since|until|before|because)\s+(?:he|she|I|they|you)\s+(?:was|were|turned)"
    r"|(?P<name>[A-Z]\w+)\s+(?:is|was)|(?P<then>,\s+then))\s+(?:only\s+|just\s+|about\s+)?\Z"
)
_AGED = re.compile(r"(?:\baged?(?:\s+of)?|\bturn(?:s|ed|ing)?|\bdie[sd]?\s+at)\s+\Z", re.IGNORECASE)


def _age(doc: Doc, number: _Number) -> Quantity | None:
    """'60-year-old man', 'aged 60', 'Ana Ruiz, 60, said', 'a man of 60'."""
    if number.value is None or not 0 < number.value < 125 or number.form not in _AGE_FORMS:
        return None
    text, begin = doc.text, doc[number.start].idx
    if old := _OLD.match(text, number.end_char):
        span = doc.char_span(number.end_char, old.end(), alignment_mode="expand")
        end = span.end if span is not None else number.end
        if old[1].lower() == "olds":
            return _made(doc, number, "age", end - 1, end)
        noun = (
            number_nouns.after(doc, end, singular=True)
            if "-" in old[0]
            else number_nouns.Noun(None, end)
        )
        return _made(doc, number, "age", noun.head, noun.end)
    if _AGED.search(text, max(0, begin - 20), begin):
        years = doc[number.end : number.end + 1].text.lower() in {"years", "year", "months"}
        return _made(doc, number, "age", None, number.end + years)
    if said := _IS_AGED.search(text, 0, begin):
        following = doc[number.end].text if number.end < len(doc) else "."
        if said["when"] or (following in {".", ",", ";"} and doc[number.start].is_digit):
            name = doc.char_span(*said.span("name")) if said["name"] else None
            return _made(doc, number, "age", name.end - 1 if name else None, number.end)
    before = doc[number.start - 1] if number.start else None
    if before is not None and before.lower_ == "of" and number.start > 1:
        person = doc[number.start - 2]
        if person.lower_ in words("words", "persons"):
            return _made(doc, number, "age", person.i, number.end, qualified=False)
    return _age_after_name(doc, number)


def _age_after_name(doc: Doc, number: _Number) -> Quantity | None:
    if number.start < 2 or number.end - number.start != 1 or not doc[number.start].is_digit:
        return None
    comma, name = doc[number.start - 1], doc[number.start - 2]
    following = doc[number.end].text if number.end < len(doc) else "."
    closed = (comma.text == "," and following in {",", ".", ";", "—", "–", ":"}) or (
        comma.text == "("
        and following == ")"
        and number.start > 2
        and doc[number.start - 3].is_title
    )
    if not (closed and name.is_title and name.is_alpha) or len(name) < 2:
        return None
    if name.lower_ in number_nouns.calendar() or (
        number.end + 1 < len(doc) and doc[number.end + 1].is_digit
    ):
        return None
    return _made(doc, number, "age", name.i, number.end, qualified=False)
