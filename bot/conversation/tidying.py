"""What is typed, made a question that can be read: politeness, slips, key words, other languages."""

import re
from dataclasses import dataclass

from bot.conversation import fronting, idioms, orders, padding, terse
from bot.language.english import plain
from bot.language.foreign import languages
from bot.language.into_english import to_english
from bot.language.tongues import ENGLISH, language_of
from bot.story import spelling
from bot.story.spelling import Vocabulary

_SHORT_IS = re.compile(r"\A(who|what|where|when|why|how)['’]s\b", re.IGNORECASE)
_ASKING = frozenset(
    "who whom whose what what's which when where why how is are was were did does do has have had"
    " can could will would should in on at from to by for since until with".split()
)


@dataclass(frozen=True, slots=True)
class Tidy:
    """A question, ready to be parsed; names may still be without accents and capitals."""

    text: str  # in English; as typed, if the language is "other"
    language: str  # in which it was typed


def tidy(typed: str, vocabulary: Vocabulary) -> Tidy:
    """Read past haste, politeness and another language; what needs nothing comes back as it was."""
    language = language_of(typed, vocabulary.spellings)
    if language == "other":
        return Tidy(typed, language)
    text = padding.strip(typed)
    if foreign := languages().get(language):
        text = to_english(text, foreign, vocabulary.spellings)
    text = spelling.correct(text, vocabulary, only_names=language != ENGLISH)
    text = fronting.restored(padding.strip(text), vocabulary)
    text = terse.complete(_SHORT_IS.sub(r"\1 is", text), vocabulary)
    return Tidy(_with_mark(idioms.plainly(orders.asked(text))), language)


def _with_mark(text: str) -> str:
    """With a question mark, if it is a question that ends in a word."""
    opening = plain(text).split()[:1]
    asks = bool(opening) and opening[0] in _ASKING
    return f"{text}?" if asks and text[-1:].isalnum() else text
