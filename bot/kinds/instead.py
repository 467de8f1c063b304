"""Is it so?  What is it then?  'Is the club based in Lugo?' is told by where it is based.

Where no sentence says yes or no, the one thing of the question that may be otherwise is asked for: the
place, the day, the age, the number, who holds the post.  The same is a yes, another a no.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from bot.domain import Reply, Slot
from bot.kinds.contradicting import OPEN_ENDED, are_two_places
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.dates import When
from bot.language.frames import Part
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.terms import fold, search_terms
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

PLACING = {"in": "", "at": "", "near": "", "from": "from", "to": "to", "into": "to"}
BEING = {"is", "was"}
QUOTED = {"anything", "which one", "list", "said"}  # kinds of replies that name no one thing
MOST = 0.8  # least share of the question's words, of a sentence that may tell it as asked

# Whether the words that answer are what the question has (True) or another (False); None: no telling.
Compare = Callable[[Request, Reading, Span], bool | None]


@dataclass(frozen=True, slots=True)
class Turned:
    """A question for yes or no, made one for a thing of it."""

    text: str
    start: int  # tokens [start, end) of the question that hold the thing
    end: int
    is_same: Compare


def tell(request: Request) -> Iterator[Reply]:
    """Yes or No, with what it is: 'No. In Vigo [1].'"""
    asked = request.asked
    if request.read is None or (asked.frame is not None and asked.frame.negated):
        return
    for turned in _turned(asked):
        reply = request.ask(request.read(turned.text))
        same = _compare(request, turned, reply) if reply else None
        if reply is not None and same is not None:
            writer = Writer(asked, request.replies)
            yield writer.reply(
                "yesno",
                "yes.instead" if same else "no.instead",
                short="Yes" if same else "No",
                first=writer.again(reply),
            )
            return


def _compare(request: Request, turned: Turned, reply: Reply) -> bool | None:
    strong = [part for part in reply.parts if isinstance(part, Slot) and part.strong]
    if reply.kind == "kin":  # 'Leo is Ana's [brother]'
        strong = [slot for slot in strong if lexicon.kin(fold(slot.text))]
    if reply.kind in QUOTED or len(strong) != 1:
        return None
    fact = strong[0].facts[0]
    reading = request.story.reading_of(fact.sentence)
    span = reading.span(fact) if reading else None
    same = turned.is_same(request, reading, span) if reading and span else None
    return None if same is False and _may_be_told(request, turned) else same


def _may_be_told(request: Request, turned: Turned) -> bool:
    """Whether a sentence that tells most of the question has the asked thing too."""
    return any(
        passage.alignment.coverage >= MOST
        and any(
            q in range(turned.start, turned.end)
            and passage.reading.doc[s].lower_ == request.asked.doc[q].lower_
            for q, s, _ in passage.alignment.pairs
        )
        for passage in request.passages
    )


def _turned(asked: Asked) -> Iterator[Turned]:
    for quantity in asked.quantities:
        if turned := _by_figure(asked, quantity):
            yield turned
    for when in asked.whens:
        yield Turned(
            _put("When", asked, when.lead, when.end), when.start, when.end, _same_day(when)
        )
    for name in asked.names:
        if turned := _by_place(asked, name):
            yield turned
    yield from _by_post(asked)
    yield from _by_kin(asked)


def _put(words: str, asked: Asked, start: int, end: int, after: str = "") -> str:
    """The question without its tokens [start, end), with question words before it."""
    rest = [*asked.doc[:start], *asked.doc[end:]]
    plain = "".join(t.text_with_ws if t.whitespace_ else f"{t.text} " for t in rest)
    plain = " ".join(plain.rstrip(" ?.").split())
    return f"{words} {plain[:1].lower()}{plain[1:]}{after}?"


def _by_figure(asked: Asked, quantity: Quantity) -> Turned | None:
    """'Is Ana 40?' -> 'How old is Ana?', 'Were 40 men freed?' -> 'How many men were freed?'"""
    if quantity.value is None or quantity.unit not in {"age", "count"}:
        return None
    span = quantity.start, quantity.end
    if quantity.unit == "age":
        return Turned(_put("How old", asked, *span), *span, _same_figure(asked, quantity))
    counted = asked.doc[quantity.number_end : quantity.end].text
    if not counted or quantity.noun is None or quantity.noun >= quantity.end:
        return None
    text = _put(f"How many {counted}", asked, *span)
    return Turned(text, quantity.number_start, quantity.number_end, _same_figure(asked, quantity))


def _same_figure(asked: Asked, wanted: Quantity) -> Compare:
    limits = {t.lower_ for t in asked.doc[wanted.start : wanted.number_start]}
    deed = asked.frame if wanted.unit == "count" else None
    is_done_by_somebody = deed is not None and any(deed.fillers(Part.AGENT))

    def is_same(_: Request, reading: Reading, span: Span) -> bool | None:
        told = [q for q in reading.quantities if q.start <= span.start < q.end]
        told = [q for q in told if q.unit == wanted.unit and q.value is not None]
        if not told or told[0].upper is not None:
            return None
        opening = {t.lower_ for t in reading.doc[told[0].start : told[0].number_start]}
        if (limits | opening) & OPEN_ENDED:
            return None
        if told[0].value != wanted.value:
            return False
        return None if is_done_by_somebody else True  # who counted them need not have done it

    return is_same


def _same_day(wanted: When) -> Compare:
    def is_same(_: Request, reading: Reading, span: Span) -> bool | None:
        told = [w.value for w in reading.whens if w.start < span.end and span.start < w.end]
        day = wanted.value
        if day is None or len(told) != 1 or told[0] is None:
            return None
        if day.start <= told[0].start and told[0].end <= day.end:
            return True
        return False if told[0].end < day.start or day.end < told[0].start else None

    return is_same


def _by_place(asked: Asked, name: Name) -> Turned | None:
    """'Did she fly to Lugo?' -> 'Where did she fly to?'"""
    before = next((t for t in reversed(asked.doc[: name.start]) if t.lower_ != "the"), None)
    is_placed = before is not None and before.lower_ in PLACING and before.i > 0
    if before is None or name.label != "LOC" or not is_placed:
        return None
    direction = PLACING[before.lower_]
    text = _put("Where", asked, before.i, name.end, f" {direction}" if direction else "")
    wanted = asked.doc[name.start : name.end].text

    def is_same(_: Request, reading: Reading, span: Span) -> bool | None:
        inside = [n for n in reading.names if span.start <= n.start < span.end and n.label == "LOC"]
        opening = [PLACING.get(reading.doc[max(0, n.start - 1)].lower_) for n in inside]
        if direction and direction in opening:  # 'from Vigo to Lugo'
            inside = [n for n, way in zip(inside, opening, strict=True) if way == direction]
        told = [reading.doc[n.start : n.end].text for n in inside]
        if any(set(search_terms(wanted)) & set(search_terms(place)) for place in told):
            return True
        return False if any(are_two_places(wanted, place) for place in told) else None

    return Turned(text, name.start, name.end, is_same)


def _by_post(asked: Asked) -> Iterator[Turned]:
    """'Is Ana Roe the mayor of Lugo?' -> 'Who is the mayor of Lugo?', 'Who is Ana Roe?'; not 'Is Ana Roe
    a nurse?'"""
    holder = asked.names[0] if asked.names else None
    if holder is None or holder.start != 1 or holder.label != "PER" or asked.opener not in BEING:
        return
    post = asked.doc[holder.end :]
    role = next((t for t in post if lexicon.is_role(fold(t.lemma_))), None)
    is_one = len(post) > 1 and (post[0].lower_ == "the" or post[1].tag_ == "POS")
    if role is None or not (is_one or role.i == holder.end) or any(t.pos_ == "VERB" for t in post):
        return
    wanted = asked.doc[holder.start : holder.end].text

    def is_held(request: Request, reading: Reading, span: Span) -> bool | None:
        told = request.story.entity(reading, span.start)
        meant = request.story.tables[reading.article].find(wanted)
        is_other = told is not None and told.label == "PER" and meant and told not in meant
        return False if is_other else None

    yield Turned(_put("Who", asked, holder.start, holder.end), 0, 0, is_held)
    whose = {t.lower_ for n in asked.names[1:] for t in asked.doc[n.start : n.end]}
    limits = {t.lower_ for t in asked.doc[holder.end : role.i] if t.pos_ in {"ADJ", "NOUN"}}

    def is_limited(_: Request, reading: Reading, span: Span) -> bool | None:
        same = [t for t in span if fold(t.lemma_) == fold(role.lemma_)]
        before = {t.lower_ for post in same for t in post.lefts}
        if any(_is_of_another(reading, post, whose) for post in same):
            return False
        return False if before and limits and not before & limits else None

    yield Turned(f"Who {asked.opener} {wanted}?", 0, 0, is_limited)


def _is_of_another(reading: Reading, post: Token, whose: set[str]) -> bool:
    """'[president] of Brim' where Chile's is asked about."""
    of = [c for c in post.rights if c.dep_ == "nmod" and any(m.lower_ == "of" for m in c.lefts)]
    named = [n for n in reading.names for c in of if n.start <= c.i < n.end]
    told = {t.lower_ for n in named for t in reading.doc[n.start : n.end]}
    return bool(whose and told) and told.isdisjoint(whose)


def _by_kin(asked: Asked) -> Iterator[Turned]:
    """'Is Ana the sister of Leo?' -> 'How is Ana related to Leo?'"""
    words = [asked.doc[n.start : n.end].text for n in asked.names]
    nouns = [kin for t in asked.doc if t.pos_ == "NOUN" and (kin := lexicon.kin(fold(t.lemma_)))]
    if len(words) != 2 or len(nouns) != 1 or asked.opener not in BEING:
        return

    def is_kin(_: Request, __: Reading, span: Span) -> bool | None:
        told = lexicon.kin(fold(span.root.lemma_))
        is_same = told is not None and nouns[0].relation in {told.relation, told.inverse}
        is_symmetric = told is not None and told.relation == told.inverse
        return True if is_same and is_symmetric else None

    yield Turned(f"How is {words[0]} related to {words[1]}?", 0, 0, is_kin)
