"""What a conversation is about, as far as a follow-up may need it: a turn, and whom it spoke of.

Two turns of context carry most follow-ups (Choi et al., "QuAC", EMNLP 2018).
"""

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.conversation.picking import Choice
from bot.domain import Made, Reply, Slot
from bot.language import antecedents, lexicon
from bot.language.entities import Entity
from bot.language.frames import Part
from bot.language.terms import fold
from bot.proof import small
from bot.questions import Asked
from bot.story import Story

SECONDS, TURNS = 900.0, 6  # a focus older than this, or not spoken of for so many turns, is gone
CHATS = 10_000  # conversations remembered; the longest silent is forgotten first
_OF_THEIRS = re.compile(r" of (?:its|his|her|their|the) ")  # 'five of its sailors'


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one conversation."""

    question: str = ""  # the last question, as it was read
    word: tuple[int, int] = (0, 0)  # characters of its question phrase; (0, 0) for yes or no
    # Where a verb that follows its asked subject ends, and its lemma; (0, "") in other questions.
    did: tuple[int, str] = (0, "")
    subject: str = ""  # 'the boats' of 'How many boats were found?'; "" in other questions
    object: str = ""  # 'the boats' of 'How many boats did they find?'
    suffered: int = 0  # where "was" of 'Who was found?' begins; 0 in other questions
    person: str = ""
    thing: str = ""
    place: str = ""
    many: str = ""
    some: str = ""  # things that the last question was about: 'the boats'
    members: tuple[str, ...] = ()  # of the list last told
    told: tuple[str, ...] = ()  # who were named last, for "who else?"
    telling: str = ""  # the question to which they were named
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
    for entity in (*_described(asked, reply, story), *story.spoken_of(reply)):
        if entity.label not in labels.values():
            labels[entity.words] = entity.label
    if not reply.answered and not labels and not _is_known(asked, story):
        return replace(memory, at=now, age=memory.age + 1)
    labels = dict.fromkeys(_found(reply), "PER") | labels
    people = [name for name, label in labels.items() if label == "PER"]
    told = _told(reply, people, story)
    things = [name for name, label in labels.items() if label in {"ORG", "LOC"}]
    places = [name for name in things if labels[name] == "LOC"]
    return Memory(
        question=asked.text,
        word=_word_span(asked),
        did=_verb_of_asked_subject(asked),
        subject=_counted_subject(asked),
        object=_asked_object(asked),
        suffered=_what_asked_subject_suffered(asked),
        person=people[0] if people else memory.person,
        thing=things[0] if things else memory.thing,
        place=places[0] if places else memory.place,
        many=_group(reply) or _together(asked) or _several(reply, story) or memory.many,
        some=_some(asked) or ("" if labels else memory.some),
        members=_members(reply) or memory.members,
        told=told or memory.told,
        telling=asked.text if told else memory.telling,
        choices=_choices(memory, reply, story),
        unclear=next((p.text for p in _slots(reply) if p.made is Made.ASKED), "")
        if reply.kind == "which one"
        else "",
        language=language,
        reply=reply,
        at=now,
        age=0 if labels else memory.age + 1,
    )


def _is_known(asked: Asked, story: Story) -> bool:
    """Whether a question has a word of the story: 'Really?' has none."""
    return any(term in story.index.vocabulary for term in asked.terms)


def _described(asked: Asked, reply: Reply, story: Story) -> Iterator[Entity]:
    """Whom the cited sentences know by a role of the question: 'the captain'."""
    roles = {fold(t.lemma_) for t in asked.doc if t.pos_ == "NOUN"} if reply.answered else set()
    roles = {role for role in roles if lexicon.is_role(role)}
    for citation in reply.citations if roles else ():
        reading = story.reading_of(citation.sentence)
        for token in reading.doc if reading else ():
            if reading and fold(token.lemma_) in roles:
                known = story.entity(reading, token.i) or story.described_by(reading, token.i)
                if known is not None:
                    yield known


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
    if not reply.answered or reply.kind not in {"list", "who"}:
        return ()
    named = [name for slot in _slots(reply) if slot.strong for name in _names_in(slot.text, story)]
    return tuple(named) if all(_label(name, story) for name in named) else ()


def _names_in(words: str, story: Story) -> list[str]:
    """'Ana and Leo' -> 'Ana', 'Leo'; 'Marks and Spencer' is one name where the story has it as one."""
    return [words] if _label(words, story) else words.split(" and ")


def _group(reply: Reply) -> str:
    """'the five sailors' of a list of them; "" for other replies."""
    if reply.kind != "list" or not reply.answered:
        return ""
    counted = _OF_THEIRS.sub(" ", small(_slots(reply)[0].text), count=1)
    return counted if counted.startswith(("the ", "all ")) else f"the {counted}"


def _several(reply: Reply, story: Story) -> str:
    """'the team of nine volunteers' of 'A team of nine volunteers from Vigo' to "Who?"; "" for names."""
    told = [slot for slot in _slots(reply) if slot.strong]
    if not reply.answered or reply.kind != "who" or len(told) != 1:
        return ""
    fact = told[0].facts[0]
    reading = story.reading_of(fact.sentence)
    span = reading and reading.doc.char_span(fact.start, fact.end, alignment_mode="expand")
    if not span or span.root.pos_ != "NOUN":
        return ""
    whole = antecedents.with_what_it_is_of(span.root)
    if not any(token.tag_ == "NNS" for token in whole):
        return ""
    end = max(token.i for token in whole) + 1
    words = span.doc[max(span.start, span.root.left_edge.i) : end]
    opening = words[0].pos_ == "DET" and len(words) > 1
    return f"the {small(words[1:].text if opening else words.text)}"


def _together(asked: Asked) -> str:
    """'Ana and Leo' of a question on both; "" where it names less than two people, or more apart."""
    named = [name for name in asked.names if name.label == "PER"]
    between = [asked.doc[a.end : b.start].text for a, b in pairwise(named)]
    joined = len(named) > 1 and all(words in {",", "and", ", and"} for words in between)
    return asked.doc[named[0].start : named[-1].end].text if joined else ""


def _found(reply: Reply) -> Sequence[str]:
    """Whom the answer to 'Who is her brother?' names: the next "he" is that one."""
    told = [slot.text for slot in _slots(reply) if slot.strong]
    return told if reply.answered and reply.kind == "kin" and len(told) == 1 else ()


def _some(asked: Asked) -> str:
    """'the boats' of 'What happened to the boats?'; "" where a question speaks of no such things"""
    for argument in asked.frame.arguments if asked.frame and asked.word >= 0 else ():
        noun = asked.doc[argument.head]
        the = next((c.i for c in noun.lefts if c.lower_ == "the"), -1)
        if noun.tag_ == "NNS" and argument.head != asked.phrase and the >= 0:
            return str(asked.doc[the : noun.i + 1].text)
    return ""


def _counted_subject(asked: Asked) -> str:
    """'the boats' of 'How many boats were found?'; "" of other questions."""
    if asked.word != 0 or not asked.doc[asked.phrase].dep_.startswith("nsubj"):
        return ""
    counted = asked.doc[1 + bool(asked.degree) : asked.phrase + 1].text
    return f"the {counted}" if counted else ""


def _asked_object(asked: Asked) -> str:
    """'the boats' of 'How many boats did they find?', 'Which boats did they find?'"""
    is_noun = asked.noun != "" and asked.word == 0 and asked.doc[asked.phrase].pos_ == "NOUN"
    verb = asked.frame.head if asked.frame else -1
    after = asked.doc[asked.phrase + 1 : asked.phrase + 2]
    if not is_noun or asked.part is not Part.PATIENT or verb < asked.phrase or not after:
        return ""
    if asked.frame is None or asked.frame.passive:
        return ""
    if after[0].lower_ not in {"did", "does", "do", "has", "have", "had", "will"}:
        return ""
    return f"the {asked.doc[1 + bool(asked.degree) : asked.phrase + 1].text}"


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


def _what_asked_subject_suffered(asked: Asked) -> int:
    """Where 'was found' of 'Who was found?' begins; 0 for questions of another form."""
    frame = asked.frame
    if frame is None or not frame.passive or asked.part is not Part.PATIENT or asked.word != 0:
        return 0
    after = asked.doc[asked.phrase + 1]
    return int(after.idx) if after.pos_ == "AUX" else 0
