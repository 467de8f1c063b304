"""What a conversation is about, and how a follow-up is read in its light.

A follow-up is rewritten into a question that stands alone; the reader is shown the reading.
Two turns of context carry most follow-ups (Choi et al., "QuAC", EMNLP 2018).
"""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain import Made, Reply, Slot
from bot.language.frames import Part
from bot.language.terms import fold
from bot.picking import Choice, name_members, pick
from bot.proof import small
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
_SECOND = re.compile(r",? and (?:when|where|why|how|by whom)(?=\W*$)", re.IGNORECASE)
_ASKS_FOR_PLACE = re.compile(r"(?:and |but |so )*where (?:is|was) it")
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
    members: tuple[str, ...] = ()  # of the list last told
    told: tuple[str, ...] = ()  # who were named last, for "who else?"
    choices: tuple[Choice, ...] = ()  # offered with the last reply
    unclear: str = (
        ""  # the words of `question` in whose place a choice is put; "": it is a question
    )
    language: str = "en"  # in which the last reply was given
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
    rest = _SECOND.sub("", rest)
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
    names = " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))
    joint = "," if " besides " in question else " besides"
    return f"{question.rstrip(' ?.')}{joint} {names}?"


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


def remember(
    memory: Memory, asked: Asked, reply: Reply, story: Story, now: float, language: str = "en"
) -> Memory:
    """The state after a reply: what the question spoke of, else what the answer did.

    'Who says so?' is about the question before, which stays what the conversation is about.
    """
    if reply.kind == "source":
        return replace(memory, at=now)
    names = {asked.doc[name.start : name.end].text: name.label for name in asked.names}
    labels: dict[str, str] = {name: _label(name, story) or own for name, own in names.items()}
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
        many=_group(reply) or memory.many,
        members=_members(reply) or memory.members,
        told=_told(reply, people, story),
        choices=_choices(memory, reply, story),
        unclear=next((p.text for p in _slots(reply) if p.made is Made.ASKED), "")
        if reply.kind == "which one"
        else "",
        language=language,
        reply=reply,
        at=now,
        age=0 if labels else memory.age + 1,
    )


def _label(name: str, story: Story) -> str:
    """What the articles take the bearer of a name for; "" where they have none."""
    return next((one.label for table in story.tables for one in table.find(name)), "")


def _slots(reply: Reply) -> list[Slot]:
    return [part for part in reply.parts if isinstance(part, Slot)]


def _members(reply: Reply) -> tuple[str, ...]:
    """The names of a list, in its order."""
    names = [slot.text for slot in _slots(reply) if slot.strong]
    return tuple(names) if reply.kind == "list" else ()


def _told(reply: Reply, people: Sequence[str], story: Story) -> tuple[str, ...]:
    """Whom a reply names; of one for yes or no, whom the question did."""
    if reply.answered and reply.kind == "yesno":
        return tuple(people[:1])
    named = [slot.text for slot in _slots(reply) if slot.strong]
    known = all(any(table.find(name) for table in story.tables) for name in named)
    return tuple(named) if reply.answered and reply.kind in {"list", "who"} and known else ()


def _group(reply: Reply) -> str:
    """'the five sailors' of a list of them; "" for other replies."""
    if reply.kind != "list" or not reply.answered:
        return ""
    counted = small(_slots(reply)[0].text)
    return counted if counted.startswith(("the ", "all ")) else f"the {counted}"


def _choices(memory: Memory, reply: Reply, story: Story) -> tuple[Choice, ...]:
    """What a reply offers: whom a name can mean, the members of a list, else questions to ask."""
    if reply.kind == "which one":
        named = [slot for slot in _slots(reply) if slot.strong]
        return tuple(Choice(slot.text, story.words_on(slot.facts[0])) for slot in named)
    if members := _members(reply) or memory.members:
        return tuple(Choice(f"Who is {name}?") for name in members)
    return tuple(map(Choice, reply.suggestions))


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
