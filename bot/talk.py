"""What is said to the bot but is no question about the story: a friendly line, no fact."""

import re
from collections.abc import Iterator

from bot.language.terms import fold, words

LONGEST = 500  # characters of a question

# What a message of this kind is made of; greedy on purpose only where nothing else is asked.
_PATTERNS = (
    ("hello", r"(hello|hi|hey|good (morning|evening|afternoon|day)|greetings|hola|howdy|yo)\b.{0,20}"),
    ("thanks", r"(thanks|thank you|thx|ty|cheers|great|nice|cool|ok|okay|good bot|gracias|perfect|bye"
     r"|goodbye|good night|see you)\b.{0,30}"),
    ("help", r"(help|what (can|do) you (do|know).{0,20}|who are you|what are you|how do(es)? (you|this) "
     r"work|are you (a|an)?\s?(bot|human|robot|ai|person).{0,20})"),
    ("abuse", r"((you|u) (are|re|r) .{1,40}|you'?re .{1,40}|(shut up|fuck|stupid|idiot|bad bot).{0,30}"
     r"|(i )?(hate|love) (you|this).{0,20})"),
    ("order", r"(ignore|disregard|forget|pretend|act as|system prompt|you must now|repeat after)\b.*"),
)  # fmt: skip
_RULES = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)


def recognise(message: str) -> str | None:
    """The key of the line to answer with; None when the message asks something."""
    if len(message) > LONGEST:
        return "long"
    plain = " ".join(_letters(message))
    if not plain:
        return "empty"
    for name, rule in _RULES:
        if rule.fullmatch(plain):
            return "help" if name == "order" else name
    return None


def _letters(message: str) -> Iterator[str]:
    yield from words(fold(message))
