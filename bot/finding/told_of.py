"""Whether a deed is told of others than the one whom the question names."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.finding.scoring import Passage
from bot.language import lexicon
from bot.language.frames import CORE, Frame, Part
from bot.language.names import Name
from bot.questions import Asked
from bot.story import Reading, Story


def is_told_of_another(asked: Asked, passage: Passage, story: Story) -> bool:
    """Whether the deed is told of others than the person whom the question names: 'His father, Rui
    Sol, died' says nothing of when Ana Sol did."""
    reading = passage.reading
    if _is_done_by_another_land(asked, passage):
        return True
    for argument in asked.frame.arguments if asked.frame else ():
        name = next((n for n in asked.names if n.start <= argument.head < n.end), None)
        if name is None or name.label not in {"PER", "MISC"} or argument.part not in CORE:
            continue
        words = asked.doc[name.start : name.end].text
        meant = {entity.id for entity in story.tables[reading.article].find(words)}
        told = {
            entity
            for frame, _, _ in passage.frames
            for filler in frame.fillers(argument.part)
            for place in (filler, *_called(reading.doc[filler]))
            if (entity := story.entity(reading, place)) is not None
        }
        if argument.part is Part.AGENT and _is_done_by_bodies(passage, name, argument.head):
            return True  # 'The council wants it' tells nothing of what Ana Roe wants
        persons = {entity.id for entity in told if entity.label == "PER"}
        if meant and persons and meant.isdisjoint(entity.id for entity in told):
            return True
    return False


def _is_done_by_another_land(asked: Asked, passage: Passage) -> bool:
    """'Why did Peru arrest them?' is not told by 'They were arrested in Chile, which Peru denied'; a
    country acts through many, but not through those beside whom it is named."""
    reading, agents = passage.reading, asked.frame.fillers(Part.AGENT) if asked.frame else ()
    lands = [i for i in agents if lexicon.country_of(asked.doc[i].text) and i != asked.phrase]
    stands = {t for i in lands for t, _ in passage.alignment.of(i)}
    surest = max((strength for _, strength, _ in passage.frames), default=0.0)
    told = [frame for frame, strength, _ in passage.frames if strength == surest]
    acting = {i for f in reading.frames if f not in told for i in f.fillers(Part.AGENT)}
    return bool(told and stands & acting) and not any(
        _may_be_done_by(reading, frame, stands) for frame in told
    )


def _may_be_done_by(reading: Reading, frame: Frame, stands: set[int]) -> bool:
    """Whether a land takes part in a deed, is whose a doer is told to be, or may be the doer."""
    doers = [reading.doc[i] for i in frame.fillers(Part.AGENT)]
    inside = [t for doer in doers for t in doer.subtree]
    if any(t.i in stands or t.tag_ == "PRP$" for t in inside):
        return True
    is_of_a_land = any(lexicon.country_of(t.text) for t in inside)
    return bool(doers) and not is_of_a_land and not frame.passive


def _is_done_by_bodies(passage: Passage, name: Name, asked: int) -> bool:
    """Whether councils and firms do it, and somebody who is named takes no part."""
    doc, frames = passage.reading.doc, [frame for frame, _, _ in passage.frames]
    doers = [doc[i] for frame in frames for i in frame.fillers(Part.AGENT)]
    stands = {token for token, _ in passage.alignment.of(asked)}
    parts = {a.head for frame in frames for a in frame.arguments}
    inside = {t.i for doer in doers for t in doer.subtree}
    if name.label != "PER" or not doers or stands & (parts | inside):
        return False
    return all(lexicon.organisation_type(doer.lemma_.lower()) for doer in doers)


def _called(noun: Token) -> Iterator[int]:
    """The names that hang on a noun: 'his father, [Rui Sol]'."""
    for child in noun.children:
        if child.dep_ in {"appos", "flat", "nmod:desc", "conj"}:
            yield child.i
            yield from _called(child)
