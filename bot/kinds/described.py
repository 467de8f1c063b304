"""Who is the mayor, what is the capital?  The one whom the article so describes."""

from collections.abc import Iterator

from bot.domain import Reply
from bot.finding import posts
from bot.finding.matching import Alignment, align, needed_words
from bot.kinds import why
from bot.kinds.definition import asks_what_a_name_is, asks_what_a_thing_is
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import Told, name_at
from bot.kinds.versions import Version, different, side_by_side
from bot.language.entities import Description, Entity
from bot.language.frames import Part
from bot.language.phrases import heads
from bot.language.terms import stem
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

AS_WELL = 0.1  # by which another article's description may fit less
LEAST_SHARE = 0.74  # of the question's words, for a description to be the asked one


def asks_whose_name(asked: Asked) -> bool:
    """'Who is the mayor of Vigo?', 'What is the capital?', 'Who heads the council?'"""
    if asked.word < 0:
        return False
    if why.recognises(asked):
        return False  # 'What was the reason for it?'
    if asked.topic is not None:
        return not (asks_what_a_name_is(asked) or asks_what_a_thing_is(asked))
    return asked.doc[asked.word].lower_ == "who" and asked.part is Part.AGENT and bool(asked.names)


def find_described(request: Request) -> Iterator[Reply]:
    """The entities whose description says most of the question, best first."""
    asked, story = request.asked, request.story
    needed = needed_words(asked, story)
    found: list[tuple[float, int, Entity, Description]] = []
    for number, table in enumerate(story.tables):
        if request.article is not None and number != request.article:
            continue
        for entity in table.all:
            for description in table.descriptions(entity.id):
                reading = story.reading_at(number, description.sentence_index)
                inside = range(description.start, description.end)
                by_key = {
                    key: [(token, s) for token, s in tokens if token in inside]
                    for key, tokens in story.by_key(reading).items()
                }
                alignment = align(needed, by_key)
                own = {stem(word) for word in entity.words.split()}
                if own & {stem(asked.doc[i].text) for i in _tokens(asked)}:
                    continue  # 'Who is Ana's brother?' is not Ana
                if alignment.coverage >= LEAST_SHARE and _is_the_role(
                    asked, reading, description, alignment
                ):
                    value = (
                        alignment.coverage - 0.02 * len(inside) - 0.1 * (description.form == "kin")
                    )
                    found.append((value, number, entity, description))
    found.sort(key=lambda row: (-row[0], row[2].label != "PER", row[3].sentence_index))
    versions = different(
        _version(request, number, entity, said)
        for value, number, entity, said in found
        if value >= found[0][0] - AS_WELL and entity.label == found[0][2].label
    )
    if len(versions) > 1 and not asked.asks_for_now:
        yield side_by_side(request, "definition", versions)
    elif len(versions) > 1:
        found.sort(key=lambda row: -story.day(row[1]))
    for _, number, entity, description in found:
        yield _name(request, number, entity, description)


def _is_the_role(asked: Asked, reading: Reading, said: Description, alignment: Alignment) -> bool:
    """Whether a description gives the asked post, if one is asked for, or tells of the asked deed:
    who runs the harbor is not 'the head of the [harbor] choir'."""
    if not posts.asks_for_one(asked):
        if asked.part is not Part.AGENT:
            return True
        deeds = alignment.of(asked.frame.head) if asked.frame else ()
        limited = any(posts.is_limited(asked, reading.doc[token]) for token, _ in deeds)
        return not limited and _is_done_to_it(asked, reading, alignment)
    nouns = heads(reading.doc, said.start, said.end)
    return any(posts.is_asked(asked, reading, noun, alignment) for noun in nouns)


def _is_done_to_it(asked: Asked, reading: Reading, alignment: Alignment) -> bool:
    assert asked.frame is not None
    deeds = {deed for deed, _ in alignment.of(asked.frame.head)}
    if any(f.head in deeds and f.passive is not asked.frame.passive for f in reading.frames):
        return False  # 'Who owns the bank?' 'Rota, which is owned by the bank'
    steps = [
        reading.distances[deed][token]
        for patient in asked.frame.fillers(Part.PATIENT)
        for token, _ in alignment.of(patient)
        for deed in deeds
    ]
    return not steps or min(steps) <= 1


def _version(request: Request, article: int, entity: Entity, said: Description) -> Version:
    reading = request.story.reading_at(article, said.sentence_index)
    words = reading.fact(said.start, said.end)
    slot = name_at(request, article, entity, said.sentence_index, words)
    return Version(reading, Told((slot,), slot.text, (words, *slot.facts)))


def _tokens(asked: Asked) -> range:
    topic = asked.topic
    return range(*topic) if topic else range(len(asked.doc))


def _name(request: Request, article: int, entity: Entity, said: Description) -> Reply:
    words = request.story.reading_at(article, said.sentence_index).fact(said.start, said.end)
    writer = Writer(request.asked, request.replies)
    answer = name_at(request, article, entity, said.sentence_index, words)
    marks = writer.marks(words, *answer.facts)
    return writer.reply("definition", "fact.answer", short=answer.text, answer=answer, mark=marks)


KIND = Kind("described", asks_whose_name, find_described)
