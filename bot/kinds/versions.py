"""What the articles tell of one thing: once where they agree, each with its date where they do not.

Two answers compete only if they fill the same hole of the same deed, and figures only if they count the
same in the same unit.  Who counted, and as of when, is said beside each.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from bot.domain import Fact, Made, Part, Reply, Slot
from bot.finding.search import Finding
from bot.kinds.kind import Request
from bot.kinds.reported import reporter, voice
from bot.kinds.telling import Told, date
from bot.language import dates, lexicon
from bot.language.dates import When
from bot.language.frames import Part as Role
from bot.language.numbers import Quantity
from bot.language.terms import fold, search_terms
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading
from bot.story.counters import as_of, counter
from bot.writing import Writer

FIGURES = {"quantity", "number"}
PARTS = {"last", "first", "other", "another", "more", "additional", "further", "remaining", "next"}
MOST = 3  # versions told
# By how much a rival may be worse than the best, in share of the question and points of the
# ranker's score.  Tuned on the stories of tests/stories/mine.
LESS, WORSE = 0.2, 4.0


@dataclass(frozen=True, slots=True)
class Version:
    """What one article answers, or one of the voices in it."""

    reading: Reading
    told: Told
    speaker: Fact | None = None
    counted: Quantity | None = None
    at: When | None = None  # the date that answers
    as_of: When | None = None  # the date on which a figure held, if the sentence gives one

    @property
    def day(self) -> int:
        """When it was so, or was reported, as an ordinal; 0 when nobody says."""
        if self.as_of is not None and self.as_of.value is not None:
            return self.as_of.value.end.toordinal()
        published = self.reading.sentence.source.published
        return published.toordinal() if published else 0


def in_the_voice(asked: Asked, found: Sequence[Finding]) -> Sequence[Finding]:
    """Of what may answer 'according to the union' what the union says, else what nobody else does."""
    sources = [token.i for token in asked.doc if _is_source(asked, token)]
    if not sources:
        return found
    told = [f for f in found if _is_told_by(asked, f, sources)]
    return told or [f for f in found if _voice(f) is None]


def _is_told_by(asked: Asked, finding: Finding, sources: Sequence[int]) -> bool:
    """Whether one of the sources is the voice, by its words or by whom they stand for."""
    voice, passage = _voice(finding), finding.passage
    if voice is None:
        return False
    if {asked.stems[i] for i in sources} & set(search_terms(spaced(voice))):
        return True
    stands = {token for i in sources for token, _ in passage.alignment.of(i)}
    spoken = passage.reading.span(voice) or ()
    return any(token.i in stands for token in spoken)


def _is_source(asked: Asked, token: Token) -> bool:
    """'according to the [union]', 'how many does the [union] say'"""
    if token.pos_ not in {"NOUN", "PROPN"} or token.i == asked.phrase:
        return False
    verb = token.head
    says = verb.pos_ == "VERB" and lexicon.is_speech(verb.lemma_.lower())
    is_told = asked.frame is not None and token.i in asked.frame.fillers(Role.PATIENT)
    is_subject = says and token.dep_ == "nsubj" and not is_told  # 'When were residents told?'
    return is_subject or "according" in {child.lower_ for child in token.lefts}


def _voice(finding: Finding) -> Fact | None:
    """Who tells the words, or counts what they tell; None where it is the narrator."""
    reading, start = finding.passage.reading, finding.candidate.start
    counted = (q for q in reading.quantities if q.start <= start < q.end)
    return reporter(reading, finding.candidate) or next(
        filter(None, (counter(reading, quantity) for quantity in counted)), None
    )


def rivals(found: Sequence[Finding], tell: Callable[[Finding], Told]) -> list[Version]:
    """The best finding, and of the others those that answer the same in another way; in order of time.

    `found`: all that may answer, best first.
    """
    same = (finding for finding in found if _fills_the_same(found[0], finding))
    return different(_version(finding, tell) for finding in same)


def different(found: Iterable[Version]) -> list[Version]:
    """The first of those that say the same, from as many articles or voices; in order of time."""
    kept: list[Version] = []
    for other in found:
        if all(_is_another_voice(own, other) and not _agree(own, other) for own in kept):
            kept.append(other)
        if len(kept) == MOST:
            break
    return sorted(kept, key=lambda version: version.day)


def _version(finding: Finding, tell: Callable[[Finding], Told]) -> Version:
    reading, candidate = finding.passage.reading, finding.candidate
    counted = at = held = None
    if candidate.shape in FIGURES:
        inside = (q for q in reading.quantities if q.start <= candidate.start < q.end)
        counted = next(inside, None)
        held = as_of(reading)
    elif candidate.shape == "when":
        at = next((w for w in reading.whens if w.start == candidate.start), None)
    speaker = reporter(reading, candidate) or (counter(reading, counted) if counted else None)
    return Version(reading, tell(finding), speaker, counted, at, held)


def _fills_the_same(best: Finding, other: Finding) -> bool:
    """Whether another finding answers the question as well as the best one does."""
    shapes = {best.candidate.shape, other.candidate.shape}
    return (
        (len(shapes) == 1 or shapes <= FIGURES)
        and shapes <= {"name", "when", *FIGURES}
        and (bool(other.passage.frames) or not best.passage.frames or shapes <= FIGURES)
        and other.passage.alignment.coverage >= best.passage.alignment.coverage - LESS
        and other.score >= best.score - WORSE
        and other.number("other clause") <= best.number("other clause")
    )


def _is_another_voice(own: Version, other: Version) -> bool:
    """Whether another article speaks, or of a figure somebody else; and of the same."""
    if own.counted and not _count_the_same(own, other):
        return False
    if own.at and other.at and own.at.kind != other.at.kind:
        return False
    if own.reading.article != other.reading.article:
        return True
    voices = [spaced(v.speaker) if v.speaker else "" for v in (own, other)]
    return (
        own.reading is not other.reading
        and bool(own.counted)
        and all(voices)
        and len({*voices}) > 1
    )


def _count_the_same(own: Version, other: Version) -> bool:
    """'40 people' and '38 sailors'; not '10 tons', nor 'the last 12 people'."""
    if _counts_a_part(own) or _counts_a_part(other):
        return False
    if own.counted is None or other.counted is None or own.counted.unit != other.counted.unit:
        return False
    if not own.counted.noun or not other.counted.noun:
        return True
    nouns = [v.reading.doc[v.counted.noun] for v in (own, other) if v.counted and v.counted.noun]
    if any(noun.tag_ in {"JJ", "VBN"} for noun in nouns):  # '23 people are missing', '41 missing'
        return True
    a, b = (fold(noun.lemma_) for noun in nouns)
    return a == b or lexicon.covers(a, b) or lexicon.covers(b, a) or b in lexicon.synonyms(a)


def _counts_a_part(version: Version) -> bool:
    """'the last [two]', 'the other [five]', '[12] more'"""
    counted = version.counted
    if counted is None:
        return False
    near = version.reading.doc[max(0, counted.number_start - 2) : counted.number_end + 1]
    return any(token.lower_ in PARTS for token in near)


def _agree(own: Version, other: Version) -> bool:
    """Whether both say the same: equal figures, dates of which one holds the other, parts of a name."""
    if own.counted and other.counted:
        values = (own.counted.value, own.counted.upper), (other.counted.value, other.counted.upper)
        return values[0] == values[1]
    if own.at and other.at and own.at.value and other.at.value:
        a, b = own.at.value, other.at.value
        return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
    a_words, b_words = set(search_terms(own.told.short)), set(search_terms(other.told.short))
    return a_words <= b_words or b_words <= a_words


def side_by_side(request: Request, kind: str, versions: Sequence[Version]) -> Reply:
    """'40 as of 2 May [1]; 38 as of 9 May [2].'  The newest is the answer in short."""
    writer = Writer(request.asked, request.replies)
    parts: list[Part] = []
    dated = len({version.reading.article for version in versions}) > 1
    for version in versions:
        newest = version is versions[-1]
        if parts:
            parts.extend(request.replies.fill("versions.next"))
        parts.extend(_tell(request, writer, version, newest=newest, dated=dated))
    return writer.reply(kind, "versions.all", short=versions[-1].told.short, answer=parts)


def _tell(
    request: Request, writer: Writer, version: Version, *, newest: bool, dated: bool
) -> tuple[Part, ...]:
    """One version, with who says so, and the day on which it was so or, if `dated`, was told."""
    fact, facts = version.told.facts[0], list(version.told.facts)
    source = version.reading.sentence.source
    key = "figure" if version.counted else "told"
    if version.as_of:
        when = date(request, version.reading, version.as_of)
        facts += when.facts
    else:
        key, when = key if source.published else "titled", told_on(fact)
    speaker = version.speaker
    if speaker and not version.as_of and not dated:
        key = "said"
    return request.replies.fill(
        f"versions.{key}_by" if speaker else f"versions.{key}",
        answer=[
            replace(part, strong=part.strong and newest) if isinstance(part, Slot) else part
            for part in version.told.parts
        ],
        when=replace(when, strong=False),
        speaker=voice(writer, version.reading, speaker) if speaker else (),
        mark=writer.marks(*facts),
    )


def told_on(fact: Fact) -> Slot:
    """The day of the article that a fact is from; its title, if that has none."""
    source = fact.sentence.source
    day = dates.written(source.published) if source.published else source.title
    return Slot(day, (fact,), Made.METADATA)
