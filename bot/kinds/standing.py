"""Is she a nurse, was he once a driver, did she ever work for the customs?  Told by the words with which
an article introduces somebody: 'Ana Roe, a former customs officer'."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from spacy.tokens import Doc, Token

from bot.domain import Reply
from bot.kinds.extents import whole_names
from bot.kinds.kind import Request
from bot.kinds.verdict import LESS, PAST, say
from bot.kinds.which_one import bearers
from bot.language import lexicon
from bot.language.entities import Description, Entity
from bot.language.phrases import heads
from bot.language.terms import fold, stem
from bot.questions import Asked
from bot.story import Reading

BEING = {"is", "are", "was", "were"}
DOING = {"does", "do", "did", "has", "have", "had"}
PRESENT = {"is", "are", "does", "do"}
NOW = {"still", "now"}
PASSING = {"ever", "once", "still", "now", "also", "really", "actually", "formerly", "previously"}
WORK = {"work", "serve"}
SERVING = {"for", "in", "at", "with"}
PLACED = {"in", "at", "for", "with"}  # 'a captain [in] the navy', 'a lawyer [for] the firm'
FORMS = {"apposition", "title", "copula"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is asked to be."""

    name: tuple[int, int]  # tokens of the question
    words: Sequence[Token]  # what the introduction must have
    head: Token | None  # the noun for what one is; None: a quality, or whom one works for
    now: bool  # whether it is asked of the present
    still: bool  # and whether it goes on
    employer: bool = False  # whether the words are whom one works for


def tell(request: Request) -> Iterator[Reply]:
    """Yes where somebody is introduced as such; No to what one is now where it is told to be over."""
    standing = _standing(request.asked)
    if standing is None:
        return
    over = []
    name = request.asked.doc[standing.name[0] : standing.name[1]].text
    known = bearers(request.story, name, article=request.article)
    for article, entity in (home for bearer in known[:1] for home in bearer.homes):
        if len(known) > 1:
            return
        for told in request.story.tables[article].descriptions(entity.id):
            reading = request.story.reading_at(article, told.sentence_index)
            is_so = _is_told(standing, reading, told)
            if is_so:
                yield _reply(request, reading, entity, told, yes=True)
            elif is_so is False:
                over.append((reading, entity, told))
        if not standing.words[1:] and (land := _land_of(standing, request, article, entity)):
            yield land
    for reading, entity, told in over:
        yield _reply(request, reading, entity, told, yes=False)


def _standing(asked: Asked) -> Standing | None:
    """What is asked, read from the words: a strange name may be parsed as a verb."""
    doc = asked.doc
    name = next((n for n in asked.names if n.start in {1, 2}), None)
    negated = asked.frame is not None and asked.frame.negated
    if (
        name is None
        or negated
        or asked.opener not in BEING | DOING
        or doc[0].lower_ != asked.opener
    ):
        return None
    end = name.end
    ends = len(doc) - doc[-1].is_punct
    if end == ends and end - name.start > 1 and lexicon.is_nationality(doc[end - 1].text):
        end -= 1  # 'Is Ana Roe Danish?', taken for one name
    rest = [t for t in doc[end:ends] if t.lower_ not in PASSING]
    now = asked.opener in PRESENT
    asks = partial(Standing, (name.start, end), now=now, still=any(t.lower_ in NOW for t in doc))
    if asked.opener in BEING:
        return _being(asks, rest)
    if len(rest) < 3 or rest[0].lower_ not in WORK:
        return None
    if rest[1].lower_ == "as":
        return _being(asks, rest[2:])
    words = _telling(rest[2:])
    if rest[1].lower_ not in SERVING or not words or _is_torn(words):
        return None
    return asks(words, None, employer=True)


def _being(asks: Callable[..., Standing], rest: Sequence[Token]) -> Standing | None:
    words = _telling(rest)
    if not words or _is_torn(rest):
        return None
    if len(words) == 1 and (
        lexicon.is_nationality(words[0].text) or words[0].lower_ in PAST or words[0].pos_ == "ADJ"
    ):
        return asks(words, None)
    head = words[-1]
    is_named = rest[0].lower_ in {"a", "an", "the"} and head.pos_ in {"NOUN", "PROPN"}
    if any(t.pos_ == "ADP" for t in rest) or not is_named:
        return None  # 'a member of the jury' is told in other ways, too
    return asks(words, head)


def _telling(rest: Sequence[Token]) -> list[Token]:
    return [t for t in rest if t.pos_ not in {"DET", "PUNCT", "PART"}]


def _is_torn(rest: Sequence[Token]) -> bool:
    """'Was Ana fired by the firm?' asks for more than what she is."""
    verbs = {"VERB", "AUX", "SCONJ", "CCONJ", "PRON", "NUM"}
    return any(t.pos_ in verbs and t.lower_ not in PAST for t in rest)


def _is_told(standing: Standing, reading: Reading, told: Description) -> bool | None:
    """Whether an introduction says so; False where it says that it is over; None: it does not tell."""
    if told.form not in FORMS:
        return None
    doc = reading.doc
    for head in heads(doc, told.start, told.end):
        before = _before(doc, told, head)
        known = {t.lower_ for t in before}
        wanted = {t.lower_ for t in standing.words}
        if (known & LESS) - wanted or any(t.pos_ == "ADV" for t in before):
            continue
        if not _fits(standing, doc, told, head, before):
            continue
        is_post = standing.head is not None or standing.employer
        if wanted & PAST or not known & PAST or not (standing.now and is_post):
            return True
        return False if standing.still else None  # who was mayor may be it again
    return None


def _fits(
    standing: Standing, doc: Doc, told: Description, head: Token, before: Sequence[Token]
) -> bool:
    if standing.head is not None:
        return stem(fold(standing.head.lemma_)) == stem(fold(head.lemma_)) and all(
            _has(before, word) for word in standing.words[:-1]
        )
    if not standing.employer:
        return all(_has([t for t in before if t.head.i >= head.i], w) for w in standing.words)
    placed = next((i for i in range(head.i + 1, told.end) if doc[i].text in {",", ";"}), told.end)
    after = doc[head.i + 1 : placed]
    around = list(after[1:]) if len(after) and after[0].lower_ in PLACED else []
    deed = lexicon.event_of(head.lemma_.lower())
    is_post = lexicon.is_role(head.lemma_.lower()) and (deed is None or deed.role == "agent")
    return is_post and all(_has([*before, *around], word) for word in standing.words)


def _before(doc: Doc, told: Description, head: Token) -> list[Token]:
    """The words of an introduction that stand before its noun, back to the last comma."""
    start = head.i
    while start > told.start and doc[start - 1].pos_ not in {"PUNCT", "ADP", "CCONJ", "VERB"}:
        start -= 1
    return list(doc[start : head.i])


def _has(tokens: Sequence[Token], word: Token) -> bool:
    lemma, land = fold(word.lemma_), lexicon.country_of(word.text)
    return any(
        fold(word.text) == fold(t.text)
        or lemma == fold(t.lemma_)
        or (land is not None and land == lexicon.country_of(t.text))
        for t in tokens
    )


def _land_of(standing: Standing, request: Request, article: int, entity: Entity) -> Reply | None:
    """'Is Ana Roe Chilean?' of "Chile's Ana Roe" and 'the Chilean Ana Roe'"""
    land = lexicon.country_of(standing.words[0].text)
    if standing.head is not None or standing.employer or land is None:
        return None
    for mention in entity.mentions:
        reading = request.story.reading_at(article, mention.sentence_index)
        start = (
            mention.start - 1 - (mention.start > 0 and reading.doc[mention.start - 1].tag_ == "POS")
        )
        if mention.kind != "name" or start < 0 or entity.label != "PER":
            continue
        if lexicon.country_of(reading.doc[start].text) == land:
            told = Description(entity.id, mention.sentence_index, start, start + 1, "title")
            return _reply(request, reading, entity, told, yes=True)
    return None


def _reply(
    request: Request, reading: Reading, entity: Entity, told: Description, *, yes: bool
) -> Reply:
    """The introduction with the name beside it."""
    here = [m for m in entity.mentions if m.sentence_index == told.sentence_index]
    beside = min(here, key=lambda m: abs(m.start - told.start), default=None)
    start, end = told.start, told.end
    if beside is not None:
        start, end = min(start, beside.start), max(end, beside.end)
    return say(request, reading, *whole_names(reading, start, end), yes=yes)
