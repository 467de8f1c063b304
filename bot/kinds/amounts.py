"""How much, what share, how far, how long, how high?  A figure with the asked unit."""

from collections.abc import Callable, Set

from bot.kinds import hole, when
from bot.kinds.kind import Fits
from bot.language import numbers
from bot.language.frames import marker
from bot.language.terms import stem
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

FIGURES = {"quantity", "number"}
PRICES = {"price", "cost", "sum", "fee", "fine", "value"}
NO_AMOUNTS = {"count", "age", "ordinal", "score", "duration"}  # units
SHORT_WAYS = {"millimeter", "millimetre", "mm", "centimeter", "centimetre", "cm", "inch"}
BY_UNIT = {"money": 1.0, "percent": 0.6, "weight": 0.6, "area": 0.5, "other": 0.4}


def degree(*words: str) -> Callable[[Asked], bool]:
    """'How far …?' for "far"."""
    return lambda asked: asked.degree in words


def of_unit(*units: str) -> Fits:
    """Figures of these units only."""

    def fits(_asked: Asked, _reading: Reading, candidate: Candidate) -> float:
        if candidate.shape in FIGURES and candidate.label in units:
            return 1.0
        return 0.0

    return fits


def is_of(asked: Asked, nouns: Set[str]) -> bool:
    """Whether one of some nouns names the figure: 'What number of …?', 'What is the number …?'"""
    noun = asked.figure_noun
    return noun >= 0 and asked.doc[noun].lemma_.lower() in nouns


def how_much(asked: Asked) -> bool:
    """'How much did it cost?', 'What was the price?'"""
    return asked.degree == "much" or is_of(asked, PRICES)


def amounts(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[$3 million]', '[40 percent]', of snow '[20 inches] of snow', of weight '[3 pounds]'"""
    if candidate.shape not in FIGURES:
        return 0.0
    thing = asked.measured
    if thing and (dimension := numbers.expects(f"how much {thing}", whole=True)):
        return float(candidate.label == dimension)
    said = (q for q in reading.quantities if q.start <= candidate.start < q.end)
    units = [reading.doc[q.noun] for q in said if q.noun is not None and q.unit not in NO_AMOUNTS]
    of = (c for unit in units for c in unit.rights if c.dep_ == "nmod")
    if thing and any(reading.stems[c.i] == stem(thing) for c in of):
        return 1.0
    return BY_UNIT.get(candidate.label, 0.0)


def is_percent(asked: Asked) -> bool:
    """'What percentage of …?'"""
    return asked.noun in {"percent", "percentage", "share", "proportion", "fraction"}


def shares(_asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[40 percent]', '[three quarters] of the crop'"""
    if candidate.shape not in FIGURES:
        return 0.0
    said = (q for q in reading.quantities if q.start <= candidate.start < q.end)
    is_part = any(q.unit == "other" and q.value is not None and 0 < q.value < 1 for q in said)
    return 1.0 if candidate.label == "percent" else 0.8 * is_part


def ways(_asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[25 miles]'; not '[20 inches] of snow'"""
    said = next((q for q in reading.quantities if q.start <= candidate.start < q.end), None)
    if said is None or candidate.shape not in FIGURES or candidate.label != "distance":
        return 0.0
    unit = reading.doc[said.noun] if said.noun is not None else None
    of = unit is not None and any(c.dep_ == "nmod" and marker(c) == "of" for c in unit.rights)
    return 0.0 if of or (unit is not None and unit.lemma_.lower() in SHORT_WAYS) else 1.0


def how_long(asked: Asked) -> bool:
    """'How long did it last?'; not 'How long ago was it?'"""
    return asked.degree == "long" and not when.asks_how_long_ago(asked)


def durations(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'for [three years]'; not 'within [two days]'"""
    if candidate.label == "duration":
        before = reading.doc[max(0, candidate.start - 1)].lower_
        return 0.0 if "within" in {before, reading.doc[candidate.start].lower_} else 1.0
    is_thing = asked.frame is not None and asked.frame.lemma == "be" and not asked.names
    return 0.5 if candidate.label == "distance" and is_thing else 0.0  # 'How long is the bridge?'


AWAY = {"north", "south", "east", "west", "from", "away", "off", "outside", "inland"}
UPRIGHT = {"tall", "high"}
LONG_WAYS = {"mile", "kilometer", "kilometre", "km"}


def measures(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[3,106 metres]' for how high; not '[12 miles] north of Sion'"""
    if candidate.shape not in FIGURES:
        return 0.0
    after = reading.doc[candidate.end : candidate.end + 1].text
    inside = {token.lemma_.lower() for token in reading.doc[candidate.start : candidate.end + 1]}
    if after in AWAY or (asked.degree in UPRIGHT and inside & LONG_WAYS):
        return 0.0
    expected = numbers.expects(f"how {asked.degree}")
    if candidate.label == expected:
        return 1.0
    return 0.4 if expected in {None, "area"} and candidate.label != "age" else 0.0  # large in what?


KINDS = (
    hole.kind("how much", how_much, amounts),
    hole.kind("percentage", is_percent, shares),
    hole.kind("how far", degree("far", "close", "near"), ways),
    hole.kind("how long", lambda asked: how_long(asked) and not when.asks_since_when(asked), durations),
    hole.kind("how long", how_long, durations, final=False),
    hole.kind("measure", degree("tall", "high", "big", "large", "deep", "heavy", "fast", "wide", "hot",
                           "cold", "often", "strong", "powerful", "warm"), measures),
)  # fmt: skip
