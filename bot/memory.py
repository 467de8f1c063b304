"""What a conversation is about, and how a follow-up is read in its light.

A follow-up is rewritten into a question that stands alone; the reader is shown the reading.
Two turns of context carry most follow-ups (Choi et al., "QuAC", EMNLP 2018).
"""

import re
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from bot.domain import Reply
from bot.language.frames import Part
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Story

SECONDS, TURNS = 900.0, 6  # a focus older than this, or not spoken of for so many turns, is gone
CHATS = 10_000  # conversations remembered; the longest silent is forgotten first

PERSON = {"he": "", "him": "", "she": "", "his": "'s", "her": "'s"}
THING = {"it": "", "its": "'s", "that": ""}
MANY = {"they": "", "them": "", "their": "'s", "those": ""}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ALONE = re.compile(
    r"(?:and |but |so |ok |okay )*"
    r"(?P<asks>(?:when|where|why|how|who|how many|how much|how long|how old|since when|what for"
    r"|where to|where from|how come|in what year|what year|which day|what day)"
    r"(?: (?:was|is|were|did|does|do) (?:that|this|it))?)(?: exactly| then| so| again)?"
)
_ELSE = re.compile(r"(?:and |but )*(?:who|which|what|anyone|anybody) (?:else|others?)(?: \w+)?")
_SAYS_SO = re.compile(
    r"(?:and )?(?:who|which source|what source) (?:says|said|claims|claimed|reports|reported|told you)"
    r" (?:so|that|this|it)|says who|according to whom|(?:who|what) (?:is|are) (?:the|your) sources?"
    r"|(?:your )?sources?(?: please)?|where (?:is|does) (?:this|that|it) (?:from|come from)"
)
_OTHER = re.compile(
    r"(?:(?:and|but) )?(?:what|how) about (?P<name>.+)|(?:and|or) (?P<short>(?!who|what|when|where|why|how"
    r"|did|was|is|were|does).+)"
)


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one conversation."""

    question: str = ""  # the last question, as it was read
    word: tuple[int, int] = (0, 0)  # characters of its question phrase; (0, 0) for yes or no
    did: tuple[int, str] = (
        0,
        "",
    )  # where a verb that follows its asked subject ends, and its lemma
    person: str = ""
    thing: str = ""
    many: str = ""
    reply: Reply | None = None
    at: float = 0.0  # seconds on the caller's clock
    age: int = 0  # turns since a name was spoken of


@dataclass
class Memories:
    """The conversations, by key."""

    _chats: OrderedDict[str, Memory] = field(default_factory=OrderedDict)

    def recall(self, chat: str, now: float) -> Memory:
        """What is remembered; nothing after a long silence."""
        found = self._chats.get(chat)
        return found if found and now - found.at <= SECONDS and found.age <= TURNS else Memory()

    def keep(self, chat: str, memory: Memory) -> None:
        self._chats[chat] = memory
        self._chats.move_to_end(chat)
        while len(self._chats) > CHATS:
            self._chats.popitem(last=False)

    def clear(self, chat: str) -> None:
        self._chats.pop(chat, None)


def complete(typed: str, memory: Memory) -> str:
    """The question that a follow-up stands for; the words as typed when it needs nothing."""
    if not memory.question:
        return typed
    plain = " ".join(_WORD.findall(fold(typed)))
    if found := _ALONE.fullmatch(plain):
        asks = found["asks"].removesuffix(" that").removesuffix(" this").removesuffix(" it")
        return _with_word(memory, asks)
    if _ELSE.fullmatch(plain):
        return _who_else(memory)
    if found := _OTHER.fullmatch(plain):
        other = found["name"] or found["short"]
        if len(other.split()) <= 4 and (swapped := _with_name(memory, typed, other)):
            return swapped
    return _with_names(typed, memory)


def _with_word(memory: Memory, asks: str) -> str:
    """The last question, asked with another question word."""
    asks = re.sub(r" (?:was|is|were|did|does|do)$", "", asks)
    start, end = memory.word
    after, verb = memory.did
    if verb and start == 0:  # 'Who found it?' – 'When?'
        return f"{asks.capitalize()} did somebody {verb}{memory.question[after:]}"
    rest = memory.question[end:] if end else memory.question[:1].lower() + memory.question[1:]
    return f"{asks.capitalize()} {rest.strip()}" if start == 0 else f"{asks.capitalize()}{rest}"


def asks_for_source(typed: str) -> bool:
    """'Who says so?'"""
    return bool(_SAYS_SO.fullmatch(" ".join(_WORD.findall(fold(typed)))))


def same_question(one: str, other: str) -> bool:
    """Whether the words are the same, however they are written."""
    return _WORD.findall(fold(one)) == _WORD.findall(fold(other))


def _who_else(memory: Memory) -> str:
    """'Was Ana saved?' – 'Who else?' asks: who was saved?"""
    if memory.word != (0, 0):
        return memory.question
    question = memory.question
    for name in sorted({memory.person, memory.thing} - {""}, key=len, reverse=True):
        if name in question:
            question = " ".join(question.replace(name, "").split())
            return "Who " + question[:1].lower() + question[1:]
    return question


def _with_name(memory: Memory, typed: str, other: str) -> str:
    """The last question, about another name."""
    size = len(other.split())
    said = " ".join(_WORD.findall(typed)[-size:])
    for name in (memory.person, memory.thing):
        for form in (name, name.split()[-1]) if name else ():
            if form in memory.question:
                return memory.question.replace(form, said)
    return ""


def _with_names(typed: str, memory: Memory) -> str:
    """Pronouns replaced by what was spoken of; one that nothing fits stays."""
    words = {fold(word) for word in _WORD.findall(typed)}
    if not words & (PERSON.keys() | THING.keys() | MANY.keys()):
        return typed

    def replaced(found: re.Match[str]) -> str:
        word = fold(found[0])
        for forms, name in (
            (PERSON, memory.person), (THING, memory.thing), (MANY, memory.many),
        ):  # fmt: skip
            if name and word in forms:
                return name + forms[word]
        return found[0]

    return _WORD.sub(replaced, typed)


def remember(memory: Memory, asked: Asked, reply: Reply, story: Story, now: float) -> Memory:
    """The state after a reply: what the question spoke of, else what the answer did.

    'Who says so?' is about the question before, which stays what the conversation is about.
    """
    if reply.kind == "source":
        return replace(memory, at=now)
    labels = {asked.doc[name.start : name.end].text: name.label for name in asked.names}
    for entity in story.spoken_of(reply):
        if entity.label not in labels.values():
            labels[entity.words] = entity.label
    people = [name for name, label in labels.items() if label == "PER"]
    things = [name for name, label in labels.items() if label in {"ORG", "LOC"}]
    return Memory(
        question=asked.text,
        word=_word_span(asked),
        did=_verb_of_asked_subject(asked),
        person=people[0] if people else memory.person,
        thing=things[0] if things else memory.thing,
        many=memory.many,
        reply=reply,
        at=now,
        age=0 if labels else memory.age + 1,
    )


def _word_span(asked: Asked) -> tuple[int, int]:
    if asked.word < 0:
        return 0, 0
    first = asked.doc[asked.word]
    last = asked.doc[max(asked.word, asked.phrase)] if asked.phrase - asked.word < 4 else first
    if asked.degree and last.i == asked.word:
        last = asked.doc[asked.word + 1]
    return first.idx, last.idx + len(last)


def _verb_of_asked_subject(asked: Asked) -> tuple[int, str]:
    """Where the verb of 'Who found it?' ends, and "find"; (0, "") for questions of another form."""
    frame = asked.frame
    if frame is None or frame.passive or asked.part is not Part.AGENT or asked.word != 0:
        return 0, ""
    verb = asked.doc[frame.head]
    if verb.pos_ != "VERB" or frame.head != asked.phrase + 1:
        return 0, ""
    return verb.idx + len(verb), frame.lemma.split()[0]
