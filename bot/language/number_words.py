"""How numbers are written: figures, words and both together, read to one value.

The packages for this either do not read "half a million" or "two dozen", or bring a compiled core;
the grammar is a page long, so it is ours.
"""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

CURRENCY = r"(?:(?:US|A|C|CA|AU|NZ|HK|S|R)?\$|[€£¥₹₩₽₺₪]|R\$)"
FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+|[½¼¾⅓⅔]|/|\S")
_ORDINAL_FIGURE = re.compile(r"(\d[\d,]*)(?:st|nd|rd|th)\Z", re.IGNORECASE)


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this room, `data/<name>.toml`, read once."""
    return loads((files("bot.language") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def canonical(words: str) -> float | None:
    """The value that figures or number words stand for; None when they are no exact number.

    '1,200', '1200' and 'twelve hundred' are 1200; '$3.4bn' 3.4e9; 'half a million' 500000;
    'a pair of' 2; '19th' and 'nineteenth' 19; 'hundreds', 'several', 'five men' None.
    """
    text = words.lower().strip().removesuffix(" of").replace("‑", "-").replace("⁄", "/").strip()
    text, was_money = re.subn(rf"^(?:{CURRENCY})[\s-]*", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*(?:%|percent|per cent)\Z", "", text)
    if text in {"pair", "a pair"}:
        return 2.0
    if found := _ORDINAL_FIGURE.match(text):
        return float(found[1].replace(",", ""))
    pieces = [p for p in _PIECE.findall(text) if p != "-"]
    return _value(pieces, money=bool(was_money)) if pieces else None


def _value(pieces: list[str], *, money: bool) -> float | None:
    """Halves and other parts first; what is left is a sum."""
    scales = _scales(money=money)
    parts: dict[str, float] = table("number_words")["parts"]
    for i in range(1, len(pieces) - 2):
        if pieces[i : i + 2] == ["and", "a"] and (part := parts.get(pieces[i + 2])):
            return _and_a_part(pieces[:i], part, pieces[i + 3 :], scales)
    for i, piece in enumerate(pieces[:2]):
        name = "half" if piece == "halves" else piece.rstrip("s")
        if name in parts and (i or piece in {"half", "quarter"}):
            times = 1.0 if not i or pieces[0] in {"a", "an"} else _sum(pieces[:i], scales)
            rest = pieces[i + 1 :]
            whole = _sum(rest[1:] if rest[:1] == ["of"] else rest, scales) if rest else 1.0
            return None if times is None or whole is None else times * parts[name] * whole
    return _sum(pieces, scales)


def _and_a_part(
    before: list[str], part: float, after: list[str], scales: dict[str, float]
) -> float | None:
    """'five and a half', 'two and a half million', 'a million and a half'."""
    base = _sum(before, scales)
    if base is None or len(after) > 1 or (after and after[0] not in scales):
        return None
    if after:
        return (base + part) * scales[after[0]]
    return base + part * scales.get(before[-1], 1)


def _scales(*, money: bool) -> dict[str, float]:
    words = table("number_words")
    short = {k: v for k, v in words["short_scales"].items() if money or len(k) > 1}
    return {**words["groups"], **words["scales"], **short}


def _sum(pieces: list[str], scales: dict[str, float]) -> float | None:
    """'one hundred and twenty-five thousand', '2.5 million', '5 1/2', 'nineteen hundred'."""
    words = table("number_words")
    total = current = 0.0
    started = False
    for i, piece in enumerate(pieces):
        following = pieces[i + 1] if i + 1 < len(pieces) else ""
        if piece in scales:
            factor = scales[piece]
            if factor <= 100:
                current = (current or 1) * factor
            elif total and total < factor:  # "ten thousand million"
                total, current = (total + current) * factor, 0
            else:
                total, current = total + (current or 1) * factor, 0
        elif piece[0].isdecimal() and not started:
            current = float(piece.replace(",", ""))
            if following == "/":
                return _fraction(0, pieces[i:])
            if len(pieces) == i + 4 and pieces[i + 2] == "/":
                return _fraction(current, pieces[i + 1 :])
        elif piece in _FRACTIONS:
            current += _FRACTIONS[piece]
        elif piece in words["ones"] or piece in words["tens"]:
            value = {**words["ones"], **words["tens"]}[piece]
            if not _fits(current, value, started=started):
                return None
            current += value
        elif piece in words["ordinals"] and not following:
            current += words["ordinals"][piece]
        elif not (
            (piece == "and" and started and following)
            or (piece in {"a", "an"} and not started and following in scales)
        ):
            return None
        started = started or piece not in {"a", "an"}
    return total + current if started else None


def _fraction(whole: float, pieces: list[str]) -> float | None:
    if len(pieces) != 3 or not (pieces[0].isdecimal() and pieces[2].isdecimal()):
        return None
    if int(pieces[2]) == 0:
        return None
    return whole + int(pieces[0]) / int(pieces[2])


def _fits(current: float, value: float, *, started: bool) -> bool:
    """'twenty' takes 'five' and 'hundred' takes 'fifty'; 'five' takes nothing."""
    if current == 0:
        return value > 0 or not started
    if value < 10 and current % 100 >= 20:
        return current % 10 == 0
    return current % 100 == 0 and value < 100
