"""What is said to the bot but is no question about the story: a friendly line, no fact."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from bot.language.terms import fold
from bot.languages import spoken_in, translations

LONGEST = 500  # characters of a question
_LONG_PHRASE = 8  # words of the longest phrase

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_TAG = re.compile(r"</?[a-z][^<>]{0,40}>")


def recognise(message: str) -> str | None:
    """The key of the line to answer with; None when the message asks something.

    A message is small talk only if all of its words are: 'hi who won' and 'great, and when?' ask.
    """
    if len(message) > LONGEST:
        return "long"
    words = _WORD.findall(_TAG.sub(" ", fold(message)))
    if not words:
        return "empty"
    if _is_order(words):
        return "help"
    return _of_phrases(words) or ("abuse" if _is_insult(words) else None)


def _of_phrases(words: Sequence[str]) -> str | None:
    """The kind of the first phrase that is more than filler, if phrases are all there is; 'ok,
    thanks' thanks."""
    at = 0
    kind: str | None = None
    while at < len(words):
        size = next((n for n in range(_LONG_PHRASE, 0, -1) if _kind(words[at : at + n], n)), 0)
        if not size:
            return None
        found = _kind(words[at : at + size], size)
        kind = found if kind in {None, "nod"} and found != "fillers" else kind
        at += size
    return kind


def _kind(words: Sequence[str], size: int) -> str | None:
    return _phrases().get(" ".join(words)) if len(words) == size else None


def _is_order(words: Sequence[str]) -> bool:
    """'ignore all previous instructions and …', 'please pretend you are …'"""
    for start in range(len(words)):
        text = " ".join(words[start:]) + " "
        if any(text.startswith(f"{order} ") for order in _list("orders")):
            return True
        if _phrases().get(words[start]) not in {"fillers", "hello", "thanks", "nod"}:
            return False
    return False


def _is_insult(words: Sequence[str]) -> bool:
    """'you are a stupid bot', 'idiot'; not 'X is an idiot', 'Was the idiot released?'"""
    insults = _list("insults")
    aimed = len(words) == 1 or not _list("you").isdisjoint(words)
    around = insults | _list("you") | _list("around") | _list("fillers")
    return aimed and not insults.isdisjoint(words) and around.issuperset(words)


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(
        files("bot.conversation").joinpath("talk.toml").read_text(encoding="utf-8")
    )
    return found


@cache
def _list(name: str) -> frozenset[str]:
    """A list of all languages."""
    told = [_table()[name], *(data["talk"].get(name, "") for data in _foreign())]
    entries = (fold(" ".join(entry.split())) for words in told for entry in words.split(","))
    return frozenset(filter(None, entries))


def _foreign() -> list[Mapping[str, Any]]:
    return [translations()[code] for code in spoken_in("talk")]


@cache
def _phrases() -> dict[str, str]:
    """Every phrase and its kind; an earlier kind keeps what two have."""
    kinds = ("fillers", "abuse", "help", "bye", "nod", "thanks", "hello")
    return {phrase: kind for kind in kinds for phrase in _list(kind)}
