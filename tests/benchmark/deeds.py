"""Who did what to whom, where and when: what is read in every finite verb of a story, to be judged
by a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from bot.corpus import folder
from bot.kinds.where import PLACING
from bot.language.frames import NEGATIONS, Frame, Part
from bot.language.phrases import noun_phrase
from bot.language.places import is_place
from bot.story import Reading, Story

FINITE = {"VBD", "VBZ", "VBP", "MD"}
NAMELESS = "–"


@dataclass(frozen=True, slots=True)
class Deed:
    """A finite verb with those who take part in it, in the words of the story."""

    agent: str
    verb: str  # the lemma, after "not" and a modal; "be" of a copula
    patient: str  # of a copula: what somebody is said to be
    place: str
    time: str

    def __str__(self) -> str:
        return " | ".join((self.agent, self.verb, self.patient, self.place, self.time))


def deeds(story: Story, reading: Reading) -> Iterator[Deed]:
    """Those of a sentence, in the order of its verbs."""
    for frame in reading.frames:
        if is_finite(reading, frame):
            yield Deed(
                _all(story, reading, frame, Part.AGENT),
                " ".join([*["not"] * frame.negated, *filter(None, [frame.modal]), frame.lemma]),
                _all(story, reading, frame, Part.PATIENT, Part.RECIPIENT, Part.ATTRIBUTE),
                _places(story, reading, frame),
                _times(reading, frame),
            )


def is_finite(reading: Reading, frame: Frame) -> bool:
    """'sailed', 'was seen', 'may come', 'is ill'; not 'to sail', 'seen from afar', 'the arrest'."""
    head = reading.doc[frame.head]
    if frame.lemma != "be" and head.pos_ == "NOUN":
        return False
    helpers = [child for child in head.children if child.dep_.startswith(("aux", "cop"))]
    if helpers:
        return any(helper.tag_ in FINITE for helper in helpers)
    return head.tag_ in FINITE


def _all(story: Story, reading: Reading, frame: Frame, *parts: Part) -> str:
    heads = [a.head for a in frame.arguments if a.part in parts]
    return ", ".join(dict.fromkeys(_shown(story, reading, i) for i in heads)) or NAMELESS


def _shown(story: Story, reading: Reading, head: int) -> str:
    """'the president of Rota Aid'; 'she = Ana Roe', where it stands for somebody."""
    start, end = noun_phrase(reading.doc[head])
    while start < end - 1 and reading.doc[start].lower_ in NEGATIONS:
        start += 1  # told with the verb
    text = reading.fact(start, end).text
    known = story.entity(reading, head)
    if known is None or known.words in text:
        return text
    return f"{text} = {known.words}"


def _places(story: Story, reading: Reading, frame: Frame) -> str:
    timed = {i for when in reading.whens for i in range(when.start, when.end)}
    found = [
        f"{argument.marker} {_shown(story, reading, argument.head)}"
        for argument in frame.arguments
        if argument.part is Part.OBLIQUE
        and argument.marker.split(" ")[0] in PLACING
        and argument.head not in timed
        and _is_place(reading, argument.head)
    ]
    return ", ".join(found) or NAMELESS


def _is_place(reading: Reading, head: int) -> bool:
    labels = {name.label for name in reading.names if name.start <= head < name.end}
    return "LOC" in labels or ("PER" not in labels and is_place(reading.doc[head]))


def _times(reading: Reading, frame: Frame) -> str:
    found = [
        reading.fact(when.start, when.end).text
        for when in reading.whens
        if any(
            when.start <= argument.head < when.end
            for argument in frame.arguments
            if argument.part in {Part.TIME, Part.OBLIQUE, Part.ADVERB}
        )
    ]
    return ", ".join(found) or NAMELESS


def table(nlp: Language, corpus: Path) -> None:
    """Print every sentence and what its verbs tell."""
    story = Story.read(folder.read(corpus), nlp)
    count = 0
    print("agent | verb | patient | place | time")
    for reading in story.readings:
        print(f"\n{reading.sentence.number}. {reading.sentence.text}")
        for deed in deeds(story, reading):
            count += 1
            print(f"    {deed}")
    print(f"\n{count} finite verbs in {len(story.readings)} sentences")
