"""How a follow-up is read: rewritten, in the light of what was said before, into a question that
stands alone.  The reader is shown the reading."""

import re
from collections.abc import Sequence

from bot.conversation import pronouns
from bot.conversation.memory import Memory
from bot.conversation.picking import name_members, pick
from bot.language.terms import fold

NAMED = 3  # so many people are all named in a question; of more it is told what they are
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ALONE = re.compile(
    r"(?:and |but |so |ok |okay )*"
    r"(?P<asks>(?:when|where|why|how|who|how many|how much|how long|how old|since when|what for"
    r"|where to|where from|from where|how come|in what year|what year|which day|what day|for how long"
    r"|for how (?:much|many)|(?:as of|until|by|since) when"
    r"|(?:with|of|for|about) what|(?:by|to|from|with|for) whom)"
    r"(?: (?:was|is|were|did|does|do) (?:that|this|it))?)(?: exactly| then| so| again)?"
)
_AUXILIARY = re.compile(
    r"(?P<verb>is|are|was|were|has|have|had|will|would|can|could|may|might|should)\b", re.IGNORECASE
)
_COUNTED = re.compile(r"how many\b", re.IGNORECASE)
_WHO_ARE_THEY = re.compile(
    r"(?:and |but |so )*(?:who (?:are|were) (?:they|these|those)(?: people)?|which ones?|name them"
    r"|(?:what are )?their names|what are they called)(?: exactly)?"
)
_TOLD_BY = re.compile(
    r"(?P<who>(?:and |so )*who (?:announced|confirmed|denied|revealed|predicted|promised|ordered))"
    r" (?:it|this|that)"
)
_SECOND = re.compile(r",? and (?:when|where|why|how|by whom)(?=\W*$)", re.IGNORECASE)
_BESIDES = re.compile(r" besides [^?]*")  # as `_besides` has it
_ASKS_FOR_PLACE = re.compile(r"(?:and |but |so )*where (?:is|was) it")
_ELSE = re.compile(r"(?:and |but )*(?:who|which|what|anyone|anybody) (?:else|others?)(?: \w+)?")
_SAYS_SO = re.compile(
    r"(?:are you|you) (?:really )?sure(?: about (?:that|this|it))?|really|is (?:that|this|it) true"
    r"|(?:and )?(?:who|which source|what source) (?:says|said|claims|claimed|reports|reported|told you)"
    r" (?:so|that|this|it)|says who|according to whom|(?:who|what) (?:is|are) (?:the|your) sources?"
    r"|(?:your )?sources?(?: please)?|where (?:is|does) (?:this|that|it) (?:from|come from)"
)
_OTHER = re.compile(
    r"(?:(?:and|but) )?(?:what|how) about (?P<name>.+)|(?:and|or) (?P<short>(?!who|what|when|where|why|how"
    r"|did|was|is|were|does).+)"
)


def chosen(typed: str, memory: Memory) -> str:
    """The question that is meant by 'the second', 'Ana', 'the mayor' after a reply that offers a
    choice; "" when the message picks none."""
    choice = pick(typed, memory.choices)
    if choice is None:
        return ""
    if not memory.unclear:
        return choice.words
    whole_words = rf"(?<!\w){re.escape(memory.unclear)}(?!\w)"
    return re.sub(whole_words, lambda _: choice.words, memory.question, count=1)


def complete(typed: str, memory: Memory) -> str:
    """The question that a follow-up stands for; the words as typed when it needs nothing."""
    if not memory.question:
        return typed
    typed = name_members(typed, memory.members)
    plain = " ".join(_WORD.findall(fold(typed)))
    found = _ALONE.fullmatch(plain)
    if found and not (_ASKS_FOR_PLACE.fullmatch(plain) and memory.thing):
        asks = found["asks"].removesuffix(" that").removesuffix(" this").removesuffix(" it")
        return _with_word(memory, asks)
    if _ELSE.fullmatch(plain):
        return _who_else(memory)
    start, end = memory.word
    if _WHO_ARE_THEY.fullmatch(plain) and _COUNTED.match(memory.question[start:end]):
        return memory.question[:start] + _COUNTED.sub("Which", memory.question[start:], count=1)
    if (found := _TOLD_BY.fullmatch(plain)) and (told := _deed(memory)):
        return f"{found['who']} that {told}"
    if found := _OTHER.fullmatch(plain):
        other = found["name"] or found["short"]
        if len(other.split()) <= 4 and (swapped := _with_name(memory, typed, other)):
            return swapped
    return pronouns.named(typed, memory)


def _with_word(memory: Memory, asks: str) -> str:
    """The last question, asked with another question word."""
    asks = re.sub(r" (?:was|is|were|did|does|do)$", "", asks)
    start, end = memory.word
    after, verb = memory.did
    if verb and start == 0:  # 'Who found it?' – 'When?'
        return f"{asks.capitalize()} did somebody {verb}{memory.question[after:]}"
    if memory.suffered and (who := _asked_for(memory)):  # 'Who was found?' – 'When?'
        was, _, deed = _suffered(memory).partition(" ")
        return f"{asks.capitalize()} {was} {who} {deed}"
    rest = memory.question[end:] if end else memory.question[:1].lower() + memory.question[1:]
    rest = _BESIDES.sub("", _SECOND.sub("", rest)).strip()
    if memory.object:  # 'How many did they find?' – 'When?'
        return f"{asks.capitalize()} {rest.rstrip('?. ')} {memory.object}?"
    if memory.subject and (found := _AUXILIARY.match(rest)):  # 'How many were found?' – 'When?'
        return f"{asks.capitalize()} {found['verb']} {memory.subject}{rest[found.end() :]}"
    return f"{asks.capitalize()} {rest}"


def _deed(memory: Memory) -> str:
    """'the boats were found?' of 'How many boats were found?', 'Ana was found?' of 'Who was found?'; ""
    where no such thing was asked."""
    if memory.subject:
        rest = _SECOND.sub("", memory.question[memory.word[1] :])
        return f"{memory.subject.removeprefix('the ')}{rest}"
    if memory.suffered and (who := _asked_for(memory)):
        return f"{who} {_suffered(memory)}"
    return ""


def _suffered(memory: Memory) -> str:
    """'was found?' of 'Who was found?', 'were found?' where several were named"""
    was, _, deed = memory.question[memory.suffered :].partition(" ")
    was = "were" if was == "was" and len(memory.told) > 1 else was
    return f"{was} {_BESIDES.sub('', _SECOND.sub('', deed))}"


def _asked_for(memory: Memory) -> str:
    """Who were named to the last question, or what they are together; "" if nobody was."""
    if memory.telling != _BESIDES.sub("", memory.question) or not memory.told:
        return ""
    if len(memory.told) <= NAMED:
        return _in_a_row(memory.told)
    return memory.many if memory.told == memory.members else ""


def asks_alone(typed: str) -> bool:
    """'When?', 'who else?', 'who says so?': nothing to answer, where nothing was said before."""
    plain = " ".join(_WORD.findall(fold(typed)))
    return bool(_ALONE.fullmatch(plain) or _ELSE.fullmatch(plain) or _SAYS_SO.fullmatch(plain))


def asks_for_source(typed: str) -> bool:
    """'Who says so?'"""
    return bool(_SAYS_SO.fullmatch(" ".join(_WORD.findall(fold(typed)))))


def same_question(one: str, other: str) -> bool:
    """Whether the words are the same, however they are written."""
    return _WORD.findall(fold(one)) == _WORD.findall(fold(other))


def _who_else(memory: Memory) -> str:
    """'Was Ana saved?' – 'Who else?' asks: who was saved?"""
    if (
        memory.told and memory.telling != memory.question
    ):  # 'Who was saved?' – 'When?' – 'Who else?'
        return _besides(memory.telling, memory.told)
    if memory.word != (0, 0):
        return _besides(memory.question, memory.told)
    question = memory.question
    for name in sorted({memory.person, memory.thing} - {""}, key=len, reverse=True):
        if name in question:
            question = " ".join(question.replace(name, "").split())
            return _besides("Who " + question[:1].lower() + question[1:], memory.told)
    return question


def _besides(question: str, told: Sequence[str]) -> str:
    """'Who was saved besides Ana and Leo?'"""
    if not told:
        return question
    joint = "," if " besides " in question else " besides"
    return f"{question.rstrip(' ?.')}{joint} {_in_a_row(told)}?"


def _in_a_row(names: Sequence[str]) -> str:
    """'Ana, Leo and Mia'"""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _with_name(memory: Memory, typed: str, other: str) -> str:
    """The last question, about another name."""
    size = len(other.split())
    said = " ".join(_WORD.findall(typed)[-size:])
    for name in (memory.many, memory.person, memory.thing):
        for form in (name, name.split()[-1]) if name else ():
            if form in memory.question:
                swapped = memory.question.replace(form, said)
                return swapped.replace(" were ", " was ") if form == memory.many else swapped
    return ""
