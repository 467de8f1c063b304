"""How many, how much, how old, how far, how long?  A figure of the asked unit."""

from collections.abc import Callable

from bot.candidates import Candidate
from bot.kinds import hole
from bot.kinds.kind import Fits
from bot.language import lexicon, numbers
from bot.language.terms import fold, stem
from bot.questions import Asked
from bot.story import Reading

FIGURES = {"quantity", "number"}


def _degree(*words: str) -> Callable[[Asked], bool]:
    return lambda asked: asked.degree in words


def _unit(*units: str) -> Fits:
    def fits(_asked: Asked, _reading: Reading, candidate: Candidate) -> float:
        if candidate.shape in FIGURES and candidate.label in units:
            return 1.0
        return 0.0

    return fits


def how_many_is_asked(asked: Asked) -> bool:
    """'How many people …?', 'What number of …?', 'What is the number of …?'"""
    return asked.degree == "many" or asked.noun in {"number", "amount", "total"}


def counts(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[five] sailors' for sailors; 'five boats' is no answer"""
    if candidate.shape not in FIGURES:
        return 0.0
    counted = {
        q.noun for q in reading.quantities if q.start <= candidate.start and candidate.end <= q.end
    }
    asked_noun = asked.doc[asked.phrase]
    for noun in counted - {None}:
        assert noun is not None
        token = reading.doc[noun]
        wanted, own = fold(asked_noun.lemma_), fold(token.lemma_)
        if stem(wanted) == stem(own):
            return 1.0
        if own in lexicon.synonyms(wanted) or lexicon.covers(wanted, own):
            return 0.9
        if lexicon.country_of(token.text) and lexicon.covers(wanted, "citizen"):
            return 0.9
    return 0.3 if counted <= {None} and candidate.label in {"count", "percent"} else 0.0


def how_much(asked: Asked) -> bool:
    """'How much did it cost?', 'What was the price?'"""
    return asked.degree == "much" or asked.noun in {"price", "cost", "sum", "fee", "fine", "value"}


def amounts(_asked: Asked, _reading: Reading, candidate: Candidate) -> float:
    """'[$3 million]', '[40 percent]'"""
    if candidate.shape not in FIGURES:
        return 0.0
    by_unit = {"money": 1.0, "percent": 0.6, "weight": 0.6, "area": 0.5, "other": 0.4}
    return by_unit.get(candidate.label, 0.0)


def is_percent(asked: Asked) -> bool:
    """'What percentage of …?'"""
    return asked.noun in {"percent", "percentage", "share", "proportion", "fraction"}


def is_age(asked: Asked) -> bool:
    """'How old is …?', 'What is the age of …?', 'What is her age?'"""
    if asked.degree == "old":
        return True
    return asked.word >= 0 and any(t.lower_ in {"age", "aged"} for t in asked.doc)


def durations(_asked: Asked, _reading: Reading, candidate: Candidate) -> float:
    """'for [three years]'"""
    if candidate.label == "duration":
        return 1.0
    return 0.5 if candidate.label == "distance" else 0.0


def measures(asked: Asked, _reading: Reading, candidate: Candidate) -> float:
    """'[3,106 metres]' for how high"""
    if candidate.shape not in FIGURES:
        return 0.0
    expected = numbers.expects(asked.degree)
    return 1.0 if candidate.label == expected else 0.4


AGE = hole.kind("how old", is_age, _unit("age"))

KINDS = (
    hole.kind("how many", how_many_is_asked, counts),
    hole.kind("how much", how_much, amounts),
    hole.kind("percentage", is_percent, _unit("percent")),
    hole.kind("how far", _degree("far", "close", "near"), _unit("distance")),
    hole.kind("how long", _degree("long"), durations),
    hole.kind("measure", _degree("tall", "high", "big", "large", "deep", "heavy", "fast", "wide", "hot",
                            "cold", "often"), measures),
)  # fmt: skip
