"""Which sets of the story a question means, and who is in them: all, a part, or those left over.

A set that is counted and named over several sentences is told of in each of them.  What is said of
'two of them' or 'the other four' holds of those only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.finding.matching import Alignment, align, needed_words
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.entities import Anchor, Group, Way
from bot.language.frames import Frame, Part
from bot.language.mentions import Mention
from bot.language.terms import fold, stem
from bot.questions import WITHOUT, Asked
from bot.story import Reading

LEAST_SHARE = 0.6  # of the question's words, to be found where the set is spoken of
IMPERATIVES = {"name", "list", "enumerate"}
NAMES = {"name", "names"}
REST = {"other", "others", "else", "remaining", "rest"}
ASKING = NAMES - {"name"} | REST | WITHOUT


@dataclass(frozen=True, eq=False, slots=True)
class Some:
    """A set of the story, or some of its members, as the article speaks of them."""

    article: int
    words: Anchor  # that count them: 'five sailors', 'the other four'
    size: int | None
    noun: str
    members: tuple[Mention, ...]
    told: tuple[Anchor, ...]  # where something is said of them all
    named: tuple[Anchor, ...]  # where they are named, or spoken of at all
    way: Way = Way.ALL


@dataclass(frozen=True, eq=False, slots=True)
class Telling:
    """Words that speak of a set, their sentence held against the question."""

    words: Anchor
    reading: Reading
    alignment: Alignment


def tellings(request: Request, article: int, anchors: Sequence[Anchor]) -> list[Telling]:
    """Where a set is spoken of."""
    needed = needed_words(request.asked, request.story, article)
    readings = [request.story.reading_at(article, anchor.sentence_index) for anchor in anchors]
    return [
        Telling(anchor, reading, align(needed, request.story.by_key(reading)))
        for anchor, reading in zip(anchors, readings, strict=True)
    ]


def some_of(article: int, groups: Sequence[Group]) -> Iterator[Some]:
    """Every set of an article, each part of it, and what the parts leave over."""
    for group in groups:
        named = group.anchors
        if group.parent is not None:
            way = named[0].way  # PART, or REST: 'the other two are free'
            yield Some(article, named[0], group.size, group.noun, group.members, named, named, way)
            continue
        named = tuple(a for a in named if a.way is not Way.PART)
        told = tuple(a for a in named if a.way is not Way.REST)
        yield Some(article, named[0], group.size, group.noun, group.members, told, named)
        yield from _left_over(article, group)


def _left_over(article: int, group: Group) -> Iterator[Some]:
    """'the other four': those that the words name, and those named after them up to their sum."""
    rest = [a for a in group.anchors if a.way is Way.REST]
    for place, anchor in enumerate(rest):
        brought = list(anchor.brings)
        for further in rest[place + 1 :]:
            more = [n for n in further.brings if n not in brought]
            if anchor.size is not None and len(brought) + len(more) <= anchor.size:
                brought += more
        members = tuple(group.members[n] for n in sorted(brought))
        yield Some(
            article, anchor, anchor.size, group.noun, members, (anchor,), (anchor,), Way.REST
        )


def asks_for_the_rest(asked: Asked) -> bool:
    """'Who were the other five?', 'Who else was freed?'; not 'Who named the others?'"""
    hole = set(range(*asked.topic)) if asked.topic else {asked.word + 1}
    if asked.noun:
        hole |= {t.i for t in asked.doc[asked.phrase].lefts}
    if asked.opener in IMPERATIVES:
        hole = set(range(len(asked.doc)))
    words = {t.i for t in asked.doc if t.lower_ in REST}
    return any(asked.doc[i].lower_ == "else" for i in words) or bool(words & hole)


def left_out(request: Request, article: int) -> set[int]:
    """The entities that a question excepts."""
    asked, table = request.asked, request.story.tables[article]
    return {
        entity.id
        for name in asked.names
        if name.start > asked.excepted
        for entity in table.find(asked.doc[name.start : name.end].text)
    }


def likeness(request: Request, some: Some) -> float:
    """The share of the question's words found where the set is spoken of; 0 when the question
    asks for another number, another kind of thing, or something that was not done to it."""
    asked = request.asked
    sizes = {q.value for q in asked.quantities if q.value is not None and q.unit == "count"}
    size = some.size if some.size is not None else len(some.members)
    if sizes and size not in sizes:
        return 0.0
    if not done_to(asked, some.noun, tellings(request, some.article, some.told)):
        return LEAST_SHARE if _can_be_no_other(request, some) else 0.0
    named = tellings(request, some.article, some.named)
    matched = {q for one in named for q, _, _ in one.alignment.pairs}
    words = matched | {q for one in named for q in one.alignment.missing}
    words = {i for i in words if asked.doc[i].lower_ not in ASKING}
    words -= {0} if asked.opener in IMPERATIVES else set()
    words -= set(range(asked.excepted, len(asked.doc)))
    words -= {i for q in asked.quantities for i in range(q.number_start, q.number_end)}
    if any(lexicon.kin(asked.doc[i].lemma_.lower()) for i in words - matched):
        return 0.0  # 'the name of his wife': of none of them
    names_of_kind = {i for i in words if is_kind(asked.doc[i].lemma_, some.noun)}
    if not words:
        return 1.0 if sizes or asks_for_the_rest(asked) else 0.0
    return len((matched & words) | names_of_kind) / len(words)


def _can_be_no_other(request: Request, some: Some) -> bool:
    """'Which four villages were evacuated?' of 'people left their homes in four villages': all of them are
    named, no others are so many, and the story has a word for the deed, wherever."""
    asked = request.asked
    wanted, deed = asked.so_many, asked.frame
    if wanted is None or deed is None or not wanted.value == some.size == len(some.members):
        return False
    tables = request.story.tables
    sets = [one for number, table in enumerate(tables) for one in some_of(number, table.groups)]
    if [one.words for one in sets if one.size == some.size] != [some.words]:
        return False
    told = tellings(request, some.article, some.named)
    met = {q for one in told for q, _, _ in one.alignment.pairs}
    lacking = {q for one in told for q in one.alignment.missing} - met - {deed.head}
    is_told = any(True for passage in request.passages for _ in passage.alignment.of(deed.head))
    return is_told and not lacking and is_kind(asked.noun, some.noun)


def is_kind(noun: str, kind: str) -> bool:
    """Whether somebody told to be a `kind` is a `noun`: a sailor of sailors, a person of sailors."""
    wanted, own = fold(noun), fold(kind)
    return (
        stem(wanted) == stem(own) or own in lexicon.synonyms(wanted) or lexicon.covers(wanted, own)
    )


def lacks_a_figure(asked: Asked, told: Telling) -> bool:
    """'Was Ana freed in 2009?' of 'Five were freed'"""
    return any(asked.doc[i].pos_ == "NUM" for i in told.alignment.missing)


def done_to(asked: Asked, noun: str, told: Sequence[Telling]) -> bool:
    """Whether the asked predicate, if there is one, holds of the set in one of its sentences."""
    main = [asked.frame] if asked.frame else []  # which the form may tell, not the parse
    frames = [*(f for f in asked.frames if f.head not in {own.head for own in main}), *main]
    verbs = [f for f in frames if f.lemma != "be"]
    if asked.opener in IMPERATIVES:
        verbs = [f for f in verbs if f.lemma not in IMPERATIVES]
    verbs = [f for f in verbs if asked.doc[f.head].pos_ != "NOUN"] or verbs
    if not verbs:
        return True
    wanted = asked.frame if asked.frame in verbs else verbs[-1]
    assert wanted is not None
    part = asked.part if wanted is asked.frame else None  # 'the names of those who left'
    left = [asked.doc[i].lemma_.lower() for i in wanted.fillers(Part.PATIENT)]
    if part is Part.AGENT and left and all(lexicon.place_type(place) for place in left):
        part = None  # 'Who left prison?': those whom somebody released, too
    for one in told:
        strengths = dict(one.alignment.of(wanted.head))
        inside = range(one.words.start, one.words.end)
        if part is not Part.AGENT and any(token in inside for token in strengths):
            return True  # 'the five freed sailors'
        doc = one.reading.doc
        deeds = set(strengths) | _had(one, wanted)
        deeds = {deed for deed in deeds if not _differs(asked, wanted, part, one, deed)}
        if any(_takes(one, deed, part, noun) for deed in deeds):
            return True
        states = [doc[token] for token in strengths if doc[token].pos_ == "ADJ"]
        if any(_takes(one, state.head.i, None, noun) for state in states):
            return True  # 'the five were found alive'
    return False


def _had(one: Telling, wanted: Frame) -> set[int]:
    """'Two of the sailors [have] broken legs' where it is asked who has."""
    if wanted.lemma != "have":
        return set()
    things = {t for head in wanted.fillers(Part.PATIENT) for t, _ in one.alignment.of(head)}
    return {
        frame.head
        for frame in one.reading.frames
        if frame.lemma == "have" and not things.isdisjoint(frame.fillers(Part.PATIENT))
    }


def _differs(asked: Asked, wanted: Frame, part: Part | None, one: Telling, deed: int) -> bool:
    """'Who sent them home?' is not told by 'Five will return home', nor 'How many did Roe name?' by
    'Falk named five, among them Roe'."""
    frames = [frame for frame in one.reading.frames if frame.head == deed]
    done_to = (asked.doc[i].lemma_.lower() for i in wanted.fillers(Part.PATIENT))
    if part is Part.AGENT and any(not lexicon.place_type(noun) for noun in done_to):
        return bool(frames) and not any(any(frame.fillers(Part.PATIENT)) for frame in frames)
    named = {t for name in asked.names if name.label == "PER" for t in range(name.start, name.end)}
    agents = named & set(wanted.fillers(Part.AGENT))
    stands = {t for i in agents for t, _ in one.alignment.of(i)}
    told = {t.i for f in frames for i in f.fillers(Part.AGENT) for t in one.reading.doc[i].subtree}
    return bool(told and stands) and told.isdisjoint(stands)


def _takes(one: Telling, predicate: int, part: Part | None, noun: str) -> bool:
    """Whether the set fills the asked part of a predicate, or the predicate describes it; a place
    may be where it was done: 'drove families from [the villages]'."""
    inside = set(range(one.words.start, one.words.end))
    if predicate in inside:
        deed = lexicon.event_of(one.reading.doc[predicate].lemma_.lower())
        return part is not Part.AGENT or (deed is not None and deed.role == "agent")
    parts = {Part.PATIENT, Part.AGENT, Part.ATTRIBUTE} if part is None else {part}
    if lexicon.place_type(noun) and part is not Part.AGENT:
        parts.add(Part.OBLIQUE)
    return any(
        argument.part in parts
        and (argument.head in inside or one.reading.edges[argument.head][0] in inside)
        for frame in one.reading.frames
        if frame.head == predicate
        for argument in frame.arguments
    )
