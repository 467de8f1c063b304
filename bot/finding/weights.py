"""The weights of `weights.json`: what the ranker learnt, as told there and in `tests/training`."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Weights = Mapping[str, float]


@cache
def of_classes(classes: tuple[str, ...]) -> tuple[Weights, Mapping[str, Weights]]:
    """For a question of these classes the weights of features, and of each trait's values."""
    total: dict[str, float] = {}
    known = _file()["weights"]
    for name in classes:
        for feature, weight in known.get(name, {}).items():
            total[feature] = total.get(feature, 0.0) + weight
    traits: dict[str, dict[str, float]] = {}
    for feature, weight in total.items():
        name, is_trait, value = feature.partition("=")
        if is_trait:
            traits.setdefault(name, {})[value] = weight
    return total, traits


def of_sentence(*, of_news: bool) -> Weights:
    """The weight of each feature of a sentence, of news or of other texts."""
    found: Weights = _file()["sentence of news" if of_news else "sentence"]
    return found


def of_certainty() -> Weights:
    """The weight of each sign that an answer is right, with "bias"."""
    found: Weights = _file()["certainty"]
    return found


def replace(**parts: Any) -> None:
    """Use other weights from now on: for training."""
    _file().update(parts)
    of_classes.cache_clear()


@cache
def _file() -> dict[str, Any]:
    text = files("bot.finding").joinpath("weights.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
