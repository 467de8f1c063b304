"""Who were they all?  The members of a set, gathered over sentences and counted against its size."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.domain import Fact, Part, Reply, Slot
from bot.kinds.kind import Kind, Request
from bot.kinds.membership import (
    IMPERATIVES,
    LEAST_SHARE,
    NAMES,
    Some,
    asks_for_the_rest,
    left_out,
    likeness,
    some_of,
)
from bot.kinds.telling import full_name
from bot.language.entities import Way
from bot.language.mentions import Mention
from bot.proof import spaced
from bot.questions import Asked
from bot.writing import Writer

AS_WELL = 0.25  # by which a set may be told less of what is asked than another sentence tells


def recognises(asked: Asked) -> bool:
    """'Name the crew.', 'Who were the five?', 'What are the names of …?', 'Who else?'"""
    plain = [token.lower_ for token in asked.doc]
    if plain and (
        plain[0] in IMPERATIVES or plain[:3] in (["tell", "me", "the"], ["who", "are", "the"])
    ):
        return True
    if asked.word < 0:
        return False
    if plain[:3] == ["who", "were", "the"]:
        return True
    if asked.noun in {"kind", "type", "sort"} or _asks_for_one(asked):
        return False
    if asked.noun and asked.doc[asked.phrase].tag_ in {"NNS", "NNPS"} and not asked.degree:
        return True  # 'Which sailors were saved?'
    if asked.doc[asked.word].lower_ == "who" and asked.part is not None and asked.frame is not None:
        return asked.frame.lemma != "be"
    return bool(NAMES & set(plain)) or "else" in plain


def _asks_for_one(asked: Asked) -> bool:
    """'Who is the suspect held in Vigo?'"""
    head = asked.topic_head
    return asked.opener == "who" and head >= 0 and asked.doc[head].tag_ == "NN"


def asks_for_so_many(asked: Asked) -> bool:
    """'Who were the five?', 'Name the two ships.': less than all of them is no answer."""
    if not recognises(asked) or asked.degree or asked.so_many:  # 'Which two …?' is counted anyway
        return False
    hole = range(*asked.topic) if asked.topic else range(max(asked.word, 0), asked.phrase + 1)
    if asked.opener in IMPERATIVES:
        hole = range(1, 5)
    return any(
        q.unit == "count" and q.value is not None and q.value > 1 and q.number_start in hole
        for q in asked.quantities
    )


def members(request: Request) -> Iterator[Reply]:
    """The best matching sets, each with all its members."""
    rest = asks_for_the_rest(request.asked)
    elsewhere = _best_told(request)
    found: list[tuple[float, bool, int, Some]] = []
    for number, table in enumerate(request.story.tables):
        if request.article is not None and number != request.article:
            continue
        without = left_out(request, number)
        for some in some_of(number, table.groups):
            value = likeness(request, some)
            known = {m.entity for m in some.members}
            if value >= max(LEAST_SHARE, elsewhere - AS_WELL):
                is_other = rest and not without
                found.append((value, (some.way is Way.REST) != is_other, -len(known), some))
    found.sort(key=lambda row: row[1:3])
    found.sort(key=lambda row: -row[0])
    for *_, some in found:
        yield tell(request, some)


def _best_told(request: Request) -> float:
    """The share of the question's words in the sentence with the asked deed that has most of them, where
    a bare "who" need not be many: 'Who was fined for fishing?'"""
    asked = request.asked
    if asked.opener != "who" or asked.topic or asks_for_the_rest(asked):
        return 0.0
    told = (p.alignment.coverage for p in request.passages if p.frames)
    return max(told, default=0.0)


def tell(request: Request, some: Some) -> Reply:
    """'Five sailors [1]: A [2], B, C, D and E [3].'; without those whom the question excepts."""
    article, without = some.article, left_out(request, some.article)
    writer = Writer(request.asked, request.replies)
    reading = request.story.reading_at(article, some.words.sentence_index)
    counted = reading.fact(some.words.start, some.words.end)
    opening = () if without else writer.marks(counted)
    told = [member for member in some.members if member.entity not in without]
    if not told:
        return writer.reply("list", "nothing.others", answered=False)
    names = [_member(request, article, mention) for mention in told]
    answer = writer.joined(_cited(writer, names, counted if some.way is Way.PART else None))
    short = ", ".join(slot.text for slot in names)
    is_whole = some.size in {None, len(some.members)}
    if without or (some.way is Way.PART and is_whole):
        return writer.reply("list", "fact.list", short=short, answer=answer)
    key = "list_of.counted" if is_whole else "list_of.some"
    slot = writer.slot(counted)
    return writer.reply("list", key, short=short, count=slot, mark=opening, answer=answer)


def _cited(writer: Writer, names: Sequence[Slot], part: Fact | None) -> Iterator[tuple[Part, ...]]:
    """The names, marks behind the last one of each sentence; `part` says who are told apart."""
    facts: list[Fact] = [part] if part else []
    for slot, following in zip_longest(names, names[1:]):
        facts += slot.facts
        if following is None or following.facts[0].sentence != slot.facts[0].sentence:
            yield (slot, *writer.marks(*facts, gap=True))
            facts = []
        else:
            yield (slot,)


def _member(request: Request, article: int, mention: Mention) -> Slot:
    reading = request.story.reading_at(article, mention.sentence_index)
    fact = reading.fact(mention.start, mention.end)
    entity = request.story.tables[article].of(mention.sentence_index, mention.start)
    if entity is not None and len(entity.words.split()) > len(fact.text.split()):
        return full_name(request, article, entity, fact)
    return Slot(spaced(fact), (fact,), strong=True)


KINDS = (
    Kind("list", asks_for_so_many, members, final=True),
    Kind("list", recognises, members),
)
