"""Who is somebody, what is something?  Told by an apposition, a title or a copula of the article;
and the other way round: who is so described?

The order of forms follows Xu, Licuanan and Weischedel, "TREC 2003 QA at BBN" (appositions and
copulas first).
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain import Fact, Reply
from bot.kinds import kin
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import full_name
from bot.kinds.which_one import ask_back, bearers
from bot.language import lexicon
from bot.language.entities import Description, Entity
from bot.language.frames import Part
from bot.language.numbers import Quantity
from bot.language.terms import FUNCTION_WORDS, fold
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading, Story
from bot.writing import Writer

FORMS = {"apposition": 5.0, "copula": 4.0, "title": 4.0, "kin": 3.5, "of": 3.0, "relative": 2.0}
POSTS = {"position", "post", "title", "office", "job", "role", "occupation", "profession", "rank"}
WORK = {"job", "profession", "occupation"}
AS_WELL = 0.1  # by which another article's description may fit less
LEAST_SHARE = 0.74  # of the question's words, for a description to be the asked one


def asks_what_a_name_is(asked: Asked) -> bool:
    """'Who is Ana Ruiz?', 'What is the Harbour Council?'; not 'Who is the mayor of Vigo?'"""
    topic = asked.topic
    if topic is None:
        return False
    content = {
        i for i in range(*topic)
        if not asked.doc[i].is_punct and fold(asked.doc[i].text) not in FUNCTION_WORDS
    }  # fmt: skip
    named = {i for name in asked.names for i in range(name.start, name.end)}
    return bool(content) and content <= named


def asks_what_a_thing_is(asked: Asked) -> bool:
    """'What is chlorine?'; not 'What is the charge?' nor 'What is the price of chlorine?'"""
    if asked.topic is None or asked.doc[asked.word].lower_ != "what":
        return False
    start, end = asked.topic
    words = [t for t in asked.doc[start:end] if t.lower_ not in {"a", "an"}]
    return all(t.pos_ in {"NOUN", "ADJ", "PROPN", "NUM"} for t in words)


def asks_who_somebody_is(asked: Asked) -> bool:
    """'Who is Ana Ruiz?'; not 'What is Ruiz?'"""
    return asked.opener == "who" and asks_what_a_name_is(asked)


def asks_for_an_occupation(asked: Asked) -> bool:
    """'What does Ana Ruiz do?', 'What position does she hold?', "What is Ana's job?"; not 'What did she
    do?', 'What does she do in Vigo?'"""
    frame = asked.frame
    named = len(asked.names) == 1 and asked.names[0].label == "PER"
    if named and asked.opener == "what" and asked.topic:
        rest = {*range(*asked.topic)} - {*range(asked.names[0].start, asked.names[0].end)}
        return any(asked.doc[i].lemma_.lower() in WORK for i in rest)
    if frame is None or asked.part is not Part.PATIENT:
        return False
    if asked.noun not in POSTS if asked.noun else frame.lemma != "do":
        return False
    is_plain = {a.part for a in frame.arguments} == {Part.AGENT, Part.PATIENT}
    return named and is_plain and any(t.tag_ in {"VBZ", "VBP"} for t in asked.doc)


def describe(request: Request) -> Iterator[Reply]:
    """The fullest description of the entity that the question names."""
    asked = request.asked
    is_of_work = asks_for_an_occupation(asked)
    named = (name.start, name.end) if (name := next(iter(asked.names), None)) else None
    start, end = named if named and is_of_work else asked.topic or (0, 0)
    words = asked.doc[start:end].text
    borne = bearers(request.story, words, article=request.article)
    if len(borne) > 1:
        yield ask_back(asked, request.replies, request.story, words, borne)
        return
    for number, entity in borne[0].homes if borne else ():
        every = request.story.tables[number].descriptions(entity.id)
        ranked = sorted((d for d in every if not _is_address(request.story, number, d)), key=_rank)
        for description in ranked:
            yield from _definition(request, number, entity, description)
    if is_of_work:
        return  # a sentence that only names somebody tells of no work
    homes = borne[0].homes if borne and borne[0].is_person else ()
    told = (_telling(request, article, entity) for article, entity in homes)
    reading = next(filter(None, told), None) if borne else _named_longer(request, words)
    if reading is None and len(asked.names) > 1:
        reading = _of_them_all(request)
    if reading is not None:
        writer = Writer(asked, request.replies)
        fact = reading.fact(0, len(reading.doc))
        yield writer.reply(
            "definition",
            "quote.sentence",
            short=spaced(fact),
            evidence=writer.slot(fact, strong=True),
            mark=writer.marks(fact),
        )


def _telling(request: Request, article: int, entity: Entity) -> Reading | None:
    """Of somebody who is not described the first sentence that tells an age, kin or company."""
    table = request.story.tables[article]
    kin = {pair.sentence_index for pair in table.kin if entity.id in {pair.who, pair.of}}
    company = {
        m.sentence_index for group in table.groups for m in group.members if m.entity == entity.id
    }
    for mention in entity.mentions:
        reading = request.story.reading_at(article, mention.sentence_index)
        aged = any(q.unit == "age" and _is_age_of(entity, reading, q) for q in reading.quantities)
        if mention.kind == "name" and (aged or mention.sentence_index in kin | company):
            return reading
    return None


def _of_them_all(request: Request) -> Reading | None:
    """Of 'Who are Ana and Leo?' the sentence that names both, and the fewest beside them."""
    words = [request.asked.doc[name.start : name.end].text for name in request.asked.names]

    def tells(reading: Reading) -> bool:
        found = [request.story.tables[reading.article].find(one) for one in words]
        here = {one.id for n in reading.names if (one := request.story.entity(reading, n.start))}
        return all(here & {entity.id for entity in some} for some in found)

    told = [r for r in request.story.readings if r.sentence.role == "body" and tells(r)]
    return min(told, key=lambda reading: len(reading.names), default=None)


def _named_longer(request: Request, words: str) -> Reading | None:
    """The first sentence that has more before a name: 'Winger Ana Roe' for Ana Roe."""
    for reading in request.story.readings:
        if request.article in {None, reading.article} and " " in words:
            for name in reading.names:
                if reading.doc[name.start : name.end].text.endswith(f" {words}"):
                    return reading
    return None


def _is_address(story: Story, article: int, description: Description) -> bool:
    """'[Dr] Ana Roe' tells nothing of her."""
    doc = story.reading_at(article, description.sentence_index).doc
    forms = lexicon.word_list("titles", "titles", "address")
    return all(t.lower_ in forms for t in doc[description.start : description.end])


def _rank(description: Description) -> tuple[float, int]:
    size = description.end - description.start
    return -FORMS.get(description.form, 1.0) - min(size, 12) / 6, description.sentence_index


def _definition(
    request: Request, article: int, entity: Entity, said: Description
) -> Iterator[Reply]:
    """What a description says; 'his brother' with the name of whose; nothing of nobody knows whose."""
    story = request.story
    reading = story.reading_at(article, said.sentence_index)
    for pair in story.tables[article].kin:
        told = pair.who == entity.id and pair.sentence_index == said.sentence_index
        if told and said.end - said.start <= 2 and said.start <= pair.start < said.end:
            if pair.of is not None:
                yield kin.between(request, article, entity.id, pair.of, pair)
            return
    owners = [t.i for t in reading.doc[said.start : said.end] if t.tag_ == "PRP$"]
    owner = story.entity(reading, owners[0]) if owners else None
    if owner is not None and owner != entity and owners == [said.start]:
        rest = replace(said, start=said.start + 1)
        yield kin.between(request, article, entity.id, owner.id, rest)
    elif owner is None and owners == [said.start] and reading.doc[said.start].lower_ == "its":
        yield _as_it_stands(request, article, entity, replace(said, start=said.start + 1))
    elif all(story.entity(reading, i) == entity for i in owners):
        yield _as_it_stands(request, article, entity, said)


def _as_it_stands(request: Request, article: int, entity: Entity, said: Description) -> Reply:
    story = request.story
    reading = story.reading_at(article, said.sentence_index)
    home = story.reading_at(article, entity.name.sentence_index)
    full = home.fact(entity.name.start, entity.name.end)
    here = [m for m in entity.mentions if m.sentence_index == said.sentence_index]
    longest = max(
        (m for m in here if m.kind == "name"), key=lambda m: m.end - m.start, default=None
    )
    writer = Writer(request.asked, request.replies)
    start = said.start + (reading.doc[said.start].tag_ == "WP")  # 'who [teaches in Vigo]'
    words = reading.fact(start, said.end)
    aged = [
        q
        for r in (reading, home)
        for q in r.quantities
        if q.unit == "age" and _is_age_of(entity, r, q)
    ]
    extra: list[Fact] = []
    if longest is not None and not aged:
        name = writer.slot(reading.fact(longest.start, longest.end))
    elif aged:
        name, extra = writer.slot(home.fact(entity.name.start, aged[0].end)), [full]
    else:
        name, extra = writer.slot(full), [full]
    return writer.reply(
        "definition",
        "definition.answer",
        short=words.text,
        name=name,
        answer=writer.slot(words, strong=True),
        mark=writer.marks(words, *extra),
    )


def _is_age_of(entity: Entity, reading: Reading, age: Quantity) -> bool:
    """'Ana Ruiz, 34,' where the full name stands"""
    return (
        entity.name.sentence_index == reading.place
        and age.start == entity.name.end + 1
        and reading.doc[entity.name.end].text == ","
    )


def stands_for(asked: Asked) -> bool:
    """'What does NSF stand for?', 'What is NSF short for?'"""
    text = asked.text.lower()
    return len(asked.names) == 1 and any(
        p in text for p in ("stand for", "stands for", "short for")
    )


def spell_out(request: Request) -> Iterator[Reply]:
    """The full name of what an acronym names."""
    asked = request.asked
    name = asked.names[0]
    words = asked.doc[name.start : name.end].text
    borne = bearers(request.story, words, article=request.article)
    for article, entity in (home for bearer in borne for home in bearer.homes):
        for mention in entity.mentions:
            here = request.story.reading_at(article, mention.sentence_index)
            fact = here.fact(mention.start, mention.end)
            if mention.kind == "name" and spaced(fact).casefold() == words.casefold():
                writer = Writer(asked, request.replies)
                slot = full_name(request, article, entity, fact)
                marks = writer.marks(*slot.facts)
                yield writer.reply(
                    "definition", "fact.answer", short=slot.text, answer=slot, mark=marks
                )


KINDS = (
    Kind("acronym", stands_for, spell_out, final=True),
    Kind("definition", asks_who_somebody_is, describe, final=True),
    Kind("definition", asks_what_a_name_is, describe),
    Kind("definition", asks_for_an_occupation, describe, final=True),
)
