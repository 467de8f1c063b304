"""Who is whose brother, and how are two related?  From what the article says of kin, read both
ways."""

from collections.abc import Iterator

from bot.domain import Reply
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import name_at
from bot.kinds.which_one import bearers
from bot.language import lexicon
from bot.language.entities import Description, Entity, Kin
from bot.language.terms import fold
from bot.proof import spaced
from bot.questions import Asked
from bot.writing import Writer


def _kin_word(asked: Asked) -> int:
    """The token of the kin word: 'brother' of 'Who is Ana's brother?', 'Whose brother is Leo?'."""
    places = [t.i for t in asked.doc if t.pos_ == "NOUN" and lexicon.kin(fold(t.lemma_))]
    if len(places) != 1 or asked.word < 0:
        return -1
    word = asked.doc[asked.word].lower_
    about = asked.topic is not None or (word == "whose" and asked.phrase == places[0])
    return places[0] if about and len(asked.names) == 1 else -1


def recognises(asked: Asked) -> bool:
    """'Who is Ana's brother?', 'Whose sister is she?'"""
    return _kin_word(asked) >= 0


def asks_how_related(asked: Asked) -> bool:
    """'How is Leo related to Ana?', 'What is the relation between Leo and Ana?'"""
    if asked.word < 0 or len(asked.names) != 2:
        return False
    told = {"how": {"related"}, "what": {"relation", "relationship"}}
    return any(t.lower_ in told.get(asked.doc[asked.word].lower_, set()) for t in asked.doc)


def relation(request: Request) -> Iterator[Reply]:
    """What one is to the other, for each pair of those named."""
    sides = named(request)
    for article, table in enumerate(request.story.tables):
        for pair in table.kin:
            ends = {(article, pair.who), (article, pair.of)}
            if pair.of is not None and all(ends & side for side in sides):
                yield between(request, article, pair.who, pair.of, pair)


def named(request: Request) -> list[set[tuple[int, int]]]:
    """For each name of the question who may be meant: article and number of the entity there."""
    return [
        {
            (article, entity.id)
            for bearer in bearers(request.story, words, article=request.article)
            for article, entity in bearer.homes
        }
        for n in request.asked.names
        if (words := request.asked.doc[n.start : n.end].text)
    ]


def between(request: Request, article: int, who: int, of: int, words: Kin | Description) -> Reply:
    """'Leo is Ana's brother', in the words of a sentence that name neither of them, or not both."""
    table = request.story.tables[article]
    reading = request.story.reading_at(article, words.sentence_index)
    end = words.start + 1 if isinstance(words, Kin) else words.end
    noun = reading.fact(words.start, end)
    first, second = (
        name_at(request, article, table.all[one], words.sentence_index, noun) for one in (who, of)
    )
    writer = Writer(request.asked, request.replies)
    return writer.reply(
        "kin",
        "kin.between",
        short=spaced(noun),
        first=first,
        second=second,
        answer=writer.slot(noun, strong=True),
        mark=writer.marks(noun, *first.facts, *second.facts),
    )


def relatives(request: Request) -> Iterator[Reply]:
    """The other one of each pair that the article names."""
    asked = request.asked
    noun = fold(asked.doc[_kin_word(asked)].lemma_)
    name = asked.names[0]
    wanted = lexicon.kin(noun)
    assert wanted is not None
    is_whose = asked.doc[asked.word].lower_ == "whose"
    words = asked.doc[name.start : name.end].text
    borne = bearers(request.story, words, article=request.article)
    for article, entity in (home for bearer in borne for home in bearer.homes):
        for pair in request.story.tables[article].kin:
            own = lexicon.kin(pair.noun)
            if own is None or pair.of is None:
                continue
            # 'who is the noun of of': asked forward, or backward through the inverse relation
            forward = (pair.of == entity.id) != is_whose
            here = pair.of if (pair.of == entity.id) else pair.who
            if here != entity.id:
                continue
            other = pair.who if here == pair.of else pair.of
            relation = own.relation if forward else own.inverse
            if relation == wanted.relation and _gender_fits(
                request, article, here if is_whose else other, wanted.gender
            ):
                yield _tell(request, article, request.story.tables[article].all[other], pair)


def _gender_fits(request: Request, article: int, other: int, gender: str) -> bool:
    own = request.story.tables[article].all[other].gender
    return not gender or own is None or own == gender


def _tell(request: Request, article: int, entity: Entity, pair: Kin) -> Reply:
    reading = request.story.reading_at(article, pair.sentence_index)
    evidence = reading.fact(pair.start, pair.start + 1)
    writer = Writer(request.asked, request.replies)
    answer = name_at(request, article, entity, pair.sentence_index, evidence)
    marks = writer.marks(evidence, *answer.facts)
    return writer.reply("kin", "fact.answer", short=answer.text, answer=answer, mark=marks)


KINDS = (Kind("kin", recognises, relatives), Kind("kin", asks_how_related, relation, final=True))
