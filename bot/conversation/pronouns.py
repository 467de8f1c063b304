"""What the pronouns of a follow-up stand for: 'Who saw him there?' after 'Was Ana Roe's son in Lugo?'

What two pronouns of a clause stand for is not the same (Chomsky, "Lectures on Government and Binding",
1981, principle B), and where nothing fits a pronoun stays.
"""

import re
from collections.abc import Iterator

from bot.conversation.memory import Memory
from bot.language import lexicon
from bot.language.terms import fold

PERSON = {"he": "", "him": "", "she": "", "his": "'s", "her": "'s"}
THING = {"it": "", "its": "'s", "that": ""}
MANY = {"they": "", "them": "", "their": "'s", "those": ""}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_THERE = re.compile(r" there(?=\W*\Z)", re.IGNORECASE)
# 'How many boats are there?' is about no place.
_EXISTENTIAL = re.compile(
    r"(?:(?:how (?:many|much)|what|which) .+ (?:is|are|was|were)|(?:is|are|was|were)) there\W*",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(
    r"(?:and |but |so )*(?:where|how (?:far|big|large|near|close))\b.*\bit\b.*"
    r"|.*\b(?:in|from|to|near|around|outside|of) it\W*",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:and |but |so )*(?:who|what|where|how far) (?:is|was) that\W*", re.IGNORECASE
)
_OWNED = re.compile(r"\b(?:his|her|their) (?P<noun>[^\W_]+)", re.IGNORECASE)


def named(typed: str, memory: Memory) -> str:
    """The question with what was spoken of in the place of its pronouns and of a "there" at its end."""
    if memory.place and _THERE.search(typed) and not _EXISTENTIAL.fullmatch(typed):
        typed = _THERE.sub(f" in {memory.place}", typed)
    typed = _OWNED.sub(lambda found: _same_kin(found, memory) or found[0], typed)
    stand = dict(_standing(typed, memory))

    def replaced(found: re.Match[str]) -> str:
        return stand.get(fold(found[0]), found[0])

    return _WORD.sub(replaced, typed) if stand else typed


def _standing(typed: str, memory: Memory) -> Iterator[tuple[str, str]]:
    """Each pronoun with the words that stand for it."""
    words = [fold(word) for word in _WORD.findall(typed)]
    for forms, name in (
        (PERSON, memory.person), (THING, memory.thing), (MANY, memory.some or memory.many),
    ):  # fmt: skip
        for word in forms.keys() & set(words) if name else ():
            if not (_is_another(word, words) or _is_no_such_thing(word, typed, memory)):
                yield word, name + forms[word]


def _is_another(word: str, words: list[str]) -> bool:
    """'[they] freed them': others; 'he saw [him]': another."""
    return {"they": "them", "him": "he"}.get(word) in words


def _is_no_such_thing(word: str, typed: str, memory: Memory) -> bool:
    """'that man', 'who did that', and "it" for a place, but for where it is: 'Was it a gift?'"""
    if word == "that":
        return _POINTING.fullmatch(typed) is None
    is_place = memory.thing == memory.place
    return word == "it" and is_place and not _OF_A_PLACE.fullmatch(typed)


def _same_kin(found: re.Match[str], memory: Memory) -> str:
    """'his brother' after 'Who is Ana Roe's brother?' is hers, whom the reply named is he."""
    kin = lexicon.kin(fold(found["noun"]))
    asked = re.search(rf"(?P<whose>[^?]+['’]s) {re.escape(found['noun'])}\b", memory.question)
    if kin is None or asked is None:
        return ""
    words = re.split(r"\b(?:is|was|are|were)\b ", asked["whose"])[-1]
    return f"{words} {found['noun']}"
