"""The forms in which numbers, their units and the words before them are written."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from bot.language.number_nouns import words
from bot.language.number_words import CURRENCY, FIGURE, canonical, table

_RATIO = re.compile(r"(\S+)\s+(?:in|out\s+of)\s+(?:every\s+)?(\S+)", re.IGNORECASE)


def _alternatives(items: Collection[str]) -> str:
    longest_first = sorted(items, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first)


@cache
def number() -> re.Pattern[str]:
    """Figures, number words, ranges, ordinals, vague numbers; a currency sign may lead."""
    data = table("number_words")
    small = _alternatives([*data["ones"], *data["tens"]])
    big = _alternatives([*data["scales"], *data["groups"]])
    short = _alternatives(list(data["short_scales"]))
    spelled = (
        rf"(?:(?:{small}|(?:half\s+)?an?(?=\s+(?:{big})\b))\b|\b(?:{big})\b)"
        rf"(?:[\s‑-]+(?:(?:and\s+)?(?:{small})|{big})\b|\s+and\s+a\s+half\b)*"
    )
    figure = (
        rf"{FIGURE}(?:\s?\d[/⁄]\d(?!\d)|\s?[½¼¾⅓⅔]|[/⁄]\d(?![\d/]))?(?:\s?(?:bn|tn|mn)\b)?"
        rf"(?:[\s-](?:and\s+a\s+half\s+)?(?:{big})\b)*"
    )
    money = rf"(?P<cur>{CURRENCY})\s?{FIGURE}(?:[\s-]?(?:{big}|{short})\b)*"
    fraction = (
        rf"(?:(?:one|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{small}|\d+)(?![\w,.]\w)"
        rf"|(?:an?\s+quarter|half)\s+of\s+an?\s+(?:{big})\b"
        r"|(?:one|two|three|four|five|an?)[\s-](?:thirds?|quarters?|fifths?|tenths?|halves)"
        rf"(?=\s+of\b|\s+majority|\s*[.,])|half(?=\s+(?:of|the)\b|\s+an?\s+(?!{big})))"
    )
    ordinal = (
        rf"\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)\b"
        rf"|(?:(?:{_alternatives(data['tens'])})[\s-])?(?:{_alternatives(data['ordinals'])})\b"
    )
    left = r"(?<![\w.,/:@#])(?<![A-Za-z][-–‑])(?<!\d[-–])"
    one = rf"(?:{money}|{figure}|{spelled})"
    vague = (
        r"an?\s+[“\"‘']?(?:\w+\s+){0,2}numbers?[”\"’']?(?=\s+of\b)"
        rf"|{_alternatives(words('words', 'vague'))}"
    )
    second = rf"(?:{re.sub(r'[(][?]P<cur>', '(?:', money)}|{figure}|{spelled})"
    return re.compile(
        rf"{left}(?:(?P<vague>{vague})(?!\w)"
        rf"|(?P<pair>an?\s+pair(?=\s+of\b))|(?P<fraction>{fraction})|(?P<ordinal>{ordinal})"
        rf"|(?P<low>{one})(?:(?P<sep>\s?[-–—‑]\s?|\s+(?:to|or)\s+|\s+and\s+)(?P<high>{second}))?)"
        r"(?![\w]|[.,:/]\d)(?P<plus>\+)?|"
        rf"{left}(?P<glued>{FIGURE})(?=(?:km|kg|m|ft|cm|mm|mph|kph|lb|lbs|C|F|K|ha|hp|MW|GW)\b|%|°)",
        re.IGNORECASE,
    )


@cache
def unit() -> re.Pattern[str]:
    """A unit straight after a number, with a group named after its kind."""
    named = r"(?-i:[A-Z][\w.]*\s+){0,2}"  # "5,500 British pounds"
    kinds = "|".join(
        rf"(?P<{kind}>{named if kind == 'money' else ''}(?:{_alternatives(items)})(?!\w))"
        for kind, items in table("units")["unit"].items()
    )
    length = r"miles|kilomet(?:er|re)s|feet|met(?:er|re)s|km"
    longest = rf"(?P<speed>(?:{length})\s+(?:per|an?)\s+(?:hour|second)\b)"
    cubic = r"(?P<squared>square\s+\w+|sq\.?\s+\w+)"
    return re.compile(rf"(?:\s+an?\s+|[\s‑-])?(?:{longest}|{cubic}|{kinds})", re.IGNORECASE)


@cache
def qualifier() -> re.Pattern[str]:
    """'only', 'at least', 'more than about', at the end of the text before a number."""
    qualifiers = _alternatives(words("words", "qualifiers"))
    return re.compile(rf"(?<!\w)((?:(?:{qualifiers})\s+)+)\Z", re.IGNORECASE)


@cache
def after_qualifier() -> re.Pattern[str]:
    """'200 or more', '40 or so'."""
    return re.compile(
        rf"\s+(?:{_alternatives(words('words', 'after_qualifiers'))})\b", re.IGNORECASE
    )


@dataclass(frozen=True, slots=True)
class Number:
    """A number by itself: its tokens, its value, and how it was written."""

    start: int
    end: int
    end_char: int
    form: str  # "plain", "money", "ordinal", "vague", "pair", "fraction", "range-", "rangeto", …
    value: float | None
    upper: float | None = None

    is_one: bool = False  # the word "one", which may be a pronoun

    @classmethod
    def read(cls, doc: Doc, match: re.Match[str]) -> "Number | None":
        """The number that `number()` matched; None when the words have no value after all."""
        got, end = match.groupdict(), match.end()
        upper = None
        if got["low"]:
            form, value, upper = _range(doc.text, match)
            end = end if upper is not None or not got["high"] else match.end("low")
        else:
            form = next((f for f in ("vague", "pair", "fraction", "ordinal") if got[f]), "plain")
            value = None if form == "vague" else _value(match[0])
        span = doc.char_span(match.start(), end, alignment_mode="expand")
        if span is None or (value is None and form != "vague"):
            return None
        is_one = doc.text[match.start() : end].lower() == "one"
        return cls(span.start, span.end, end, form, value, upper, is_one)


def _value(written: str) -> float | None:
    """As `canonical`, and 'one in nine' as its share; '24/7' and '50/50' are no values."""
    if ratio := _RATIO.fullmatch(written):
        part, whole = canonical(ratio[1]), canonical(ratio[2])
        return part / whole if part and whole else None
    value = canonical(written)
    return None if value and value >= 1 and re.fullmatch(r"\d+/\d+", written) else value


def _range(text: str, match: re.Match[str]) -> tuple[str, float | None, float | None]:
    """Form, lower and upper end: 'from 10 to 15', '2 to 3 million', 'between 5 and 7'."""
    form = "money" if match["cur"] else "plain"
    low, high = _value(match["low"]), canonical(match["high"] or "")
    if high is None or low is None:
        return form, low, None
    joined = match["sep"].strip().lower()
    if re.match(r"0\d", match["high"]):  # "555-0142": a telephone number
        return form, None, None
    if joined == "and" and not text[: match.start()].rstrip().lower().endswith("between"):
        return form, low, None
    if (
        low < 1000 <= high
        and " " in match["high"]
        and joined != "and"
        and match["high"][0].isdigit()
    ):
        low *= canonical("one " + match["high"].split()[-1]) or 1.0
    return form if form == "money" else f"range{joined}", low, high
