"""The forms in which numbers, their units and the words before them are written."""

import re
from collections.abc import Collection
from functools import cache

from bot.language.number_nouns import words
from bot.language.number_words import CURRENCY, FIGURE, table


def _alternatives(items: Collection[str]) -> str:
    longest_first = sorted(items, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first)


@cache
def number() -> re.Pattern[str]:
    """Figures, number words, ranges, ordinals and vague numbers, with a currency sign or without."""
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
        r"|(?:one|two|three|four|five|an?)[\s-](?:thirds?|quarters?|fifths?|tenths?|halves)"
        r"(?=\s+of\b|\s+majority|\s*[.,])|half(?=\s+(?:of|the)\b|\s+an?\s+(?!hundred|thousand|million|billion|trillion|dozen)))"
    )
    ordinal = rf"\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)\b|(?:(?:{_alternatives(data['tens'])})[\s-])?(?:{_alternatives(data['ordinals'])})\b"
    left = r"(?<![\w.,/:@#])(?<![A-Za-z][-–‑])(?<!\d[-–])"
    one = rf"(?:{money}|{figure}|{spelled})"
    vague = rf"an?\s+[“\"‘']?(?:\w+\s+){{0,2}}numbers?[”\"’']?(?=\s+of\b)|{_alternatives(words('words', 'vague'))}"
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
    longest = r"(?P<speed>(?:miles|kilomet(?:er|re)s|feet|met(?:er|re)s|km)\s+(?:per|an?)\s+(?:hour|second)\b)"
    cubic = r"(?P<squared>square\s+\w+|sq\.?\s+\w+)"
    return re.compile(rf"(?:\s+an?\s+|[\s‑-])?(?:{longest}|{cubic}|{kinds})", re.IGNORECASE)


@cache
def qualifier() -> re.Pattern[str]:
    qualifiers = _alternatives(words("words", "qualifiers"))
    return re.compile(rf"(?<!\w)((?:(?:{qualifiers})\s+)+)\Z", re.IGNORECASE)


@cache
def after_qualifier() -> re.Pattern[str]:
    """'200 or more', '40 or so'."""
    return re.compile(
        rf"\s+(?:{_alternatives(words('words', 'after_qualifiers'))})\b", re.IGNORECASE
    )
