"""Who were they all?  The members of a group, gathered over sentences and counted against its size."""

from collections.abc import Iterator, Sequence

from bot.domain import Part, Reply, Slot
from bot.kinds.kind import Kind, Request
from bot.kinds.telling import full_name
from bot.language import lexicon
from bot.language.entities import Anchor, Group
from bot.language.frames import Part as Role
from bot.language.mentions import Mention
from bot.language.terms import fold, stem
from bot.questions import Asked
from bot.scoring import Passage
from bot.story import Reading
from bot.writing import Writer

LEAST_SHARE = 0.6  # of the question's words, to be found where the group is spoken of
IMPERATIVES = {"name", "list", "enumerate"}
NAMES = {"name", "names"}


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
    if asked.noun in {"kind", "type", "sort"}:
        return False
    if asked.noun and asked.doc[asked.phrase].tag_ in {"NNS", "NNPS"} and not asked.degree:
        return True  # 'Which sailors were saved?'
    if asked.doc[asked.word].lower_ == "who" and asked.part is not None and asked.frame is not None:
        return asked.frame.lemma != "be"
    return bool(NAMES & set(plain)) or "else" in plain


def members(request: Request) -> Iterator[Reply]:
    """The best matching groups, each with all its members."""
    found: list[tuple[float, int, Group]] = []
    for number, table in enumerate(request.story.tables):
        if request.article is not None and number != request.article:
            continue
        for group in table.groups:
            value = _likeness(request, number, group)
            if value >= LEAST_SHARE:
                found.append((value, number, group))
    found.sort(key=lambda row: (-row[0], len(row[2].members)))
    for _, number, group in found:
        yield tell(request, number, group)


def _likeness(request: Request, article: int, group: Group) -> float:
    """The share of the question's words found where the group is spoken of; 0 when the question
    asks for another size, another kind of thing, or something that was not done to the group."""
    asked = request.asked
    sizes = [q.value for q in asked.quantities if q.value is not None and q.unit == "count"]
    if sizes and group.size is not None and group.size not in sizes:
        return 0.0
    held = {p.reading.place: p for p in request.passages if p.reading.article == article}
    groups = request.story.tables[article].groups
    parts = {g.anchors[0] for g in groups if g.parent is not None and groups[g.parent] is group}
    anchors = [a for a in group.anchors if a not in parts and not _is_of_one(request, article, a)]
    passages = [held[a.sentence_index] for a in anchors if a.sentence_index in held]
    if not passages or not done_to(asked, anchors, passages):
        return 0.0
    matched = {q for p in passages for q, _, _ in p.alignment.pairs}
    words = matched | {q for p in passages for q in p.alignment.missing}
    words = {i for i in words if asked.doc[i].lower_ not in NAMES | IMPERATIVES | {"else", "other"}}
    names_of_kind = {i for i in words if is_kind(asked.doc[i].lemma_, group.noun)}
    return len((matched & words) | names_of_kind) / len(words) if words else 0.0


def _is_of_one(request: Request, article: int, anchor: Anchor) -> bool:
    """'another rescued sailor': what is said there is not said of the whole group."""
    reading = request.story.reading_at(article, anchor.sentence_index)
    return reading.doc[anchor.start].lower_ in {"another", "one"}


def is_kind(noun: str, kind: str) -> bool:
    """Whether somebody told to be a `kind` is a `noun`: a sailor of sailors, a person of sailors."""
    wanted, own = fold(noun), fold(kind)
    return (
        stem(wanted) == stem(own) or own in lexicon.synonyms(wanted) or lexicon.covers(wanted, own)
    )


def done_to(asked: Asked, anchors: Sequence[Anchor], passages: Sequence[Passage]) -> bool:
    """Whether the asked predicate, if there is one, holds of the group in one of its sentences."""
    verbs = [f for f in asked.frames if f.lemma not in {"be", *IMPERATIVES}]
    verbs = [f for f in verbs if asked.doc[f.head].pos_ != "NOUN"] or verbs
    if not verbs:
        return True
    wanted = asked.frame if asked.frame in verbs else verbs[-1]
    assert wanted is not None
    for passage in passages:
        spans = [a for a in anchors if a.sentence_index == passage.reading.place]
        strengths = dict(passage.alignment.of(wanted.head))
        if asked.part is not Role.AGENT and any(
            anchor.start <= token < anchor.end for token in strengths for anchor in spans
        ):
            return True  # 'the five freed sailors'
        for frame in passage.reading.frames:
            if frame.head in strengths and any(
                _takes(passage.reading, frame.head, asked.part, a) for a in spans
            ):
                return True
    return False


def _takes(reading: Reading, predicate: int, part: Role | None, anchor: Anchor) -> bool:
    """Whether the group fills the asked part of a predicate, or the predicate describes it."""
    inside = set(range(anchor.start, anchor.end))
    if predicate in inside:
        return part is not Role.AGENT
    parts = {Role.PATIENT, Role.AGENT, Role.ATTRIBUTE} if part is None else {part}
    return any(
        argument.part in parts
        and (argument.head in inside or reading.edges[argument.head][0] in inside)
        for frame in reading.frames
        if frame.head == predicate
        for argument in frame.arguments
    )


def tell(request: Request, article: int, group: Group) -> Reply:
    """'Five sailors [1]: A [2], B, C, D and E [3].'"""
    story = request.story
    writer = Writer(request.asked, request.replies)
    opener = group.anchors[0]
    reading = story.reading_at(article, opener.sentence_index)
    counted = reading.fact(opener.start, opener.end)
    opening = writer.marks(counted)
    names = [_member(request, article, mention) for mention in group.members]
    groups: list[tuple[Part, ...]] = []
    for number, slot in enumerate(names):
        following = names[number + 1] if number + 1 < len(names) else None
        last = following is None or following.facts[0].sentence != slot.facts[0].sentence
        groups.append((slot, *(writer.marks(*slot.facts, gap=True) if last else ())))
    key = "list_of.counted" if group.size is None or group.complete else "list_of.some"
    return writer.reply(
        "list",
        key,
        short=", ".join(slot.text for slot in names),
        count=writer.slot(counted),
        mark=opening,
        answer=writer.joined(groups),
    )


def _member(request: Request, article: int, mention: Mention) -> Slot:
    reading = request.story.reading_at(article, mention.sentence_index)
    fact = reading.fact(mention.start, mention.end)
    entity = request.story.tables[article].of(mention.sentence_index, mention.start)
    if entity is not None and len(entity.words.split()) > len(fact.text.split()):
        return full_name(request, article, entity, fact)
    return Slot(fact.text, (fact,), strong=True)


KIND = Kind("list", recognises, members)
