"""What did somebody say?  Who said it?  Answered from quotations and reported speech."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain import Reply
from bot.finding.matching import needed_words
from bot.kinds.extents import whole_quotations, without_stop
from bot.kinds.kind import Kind, Request
from bot.kinds.voices import (
    Saying,
    is_named,
    is_said_with,
    named_after,
    sayings,
    speaker_of,
    spoken_by,
)
from bot.kinds.which_one import ask_back, bearers
from bot.language import lexicon
from bot.language.frames import NEGATIONS, marker
from bot.language.frames import Part as Role
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading
from bot.writing import Writer

DESCRIBING = {"describe", "call", "explain", "react", "respond", "feel"}
LEAST_OVERLAP = 0.5  # of the question's words, for the words of a speaker to be the asked ones
NAMING = {"call", "describe"}
PLAIN = {"say", "tell", "think", "feel", "react", "respond"}  # verbs that any words answer
VOICING = {"express", "voice", "make", "give", "issue"}  # 'made a promise' is to promise
# Families that tell nothing of the words, and verbs of words or things.
NEUTRAL = {"say", "announce", "reveal", "report", "speak"}
PAPER = {"write", "sing", "read", "publish", "report", "post", "sign", "broadcast", "air"}
VAGUE = {"release", "news", "situation", "story", "matter", "event"}


def _verb(asked: Asked) -> str:
    """The verb of saying or thinking that the hole hangs on; ""."""
    lemma = asked.frame.lemma.split()[0] if asked.frame else ""
    return lemma if lexicon.is_speech(lemma) or lexicon.is_thought(lemma) else ""


def asks_for_words(asked: Asked) -> bool:
    """'What did the mayor say about it?', 'How did she describe it?'; not 'What did she buy?'"""
    if asked.word < 0 or asked.noun or not _verb(asked):
        return False
    word = asked.doc[asked.word].lower_
    if word == "how":
        return _verb(asked) in DESCRIBING
    if asked.part is Role.OBLIQUE and asked.preposition != "about":
        return False  # 'What was he accused of?'
    return word == "what" and asked.part is not Role.AGENT and bool(_subject(asked))


def is_stance(asked: Asked) -> bool:
    """'promise', 'deny', 'hope': what is said so is not what is merely said."""
    verb = _verb(asked)
    return is_telling(verb) or (lexicon.is_thought(verb) and verb not in PLAIN)


def is_telling(verb: str) -> bool:
    """'promise', 'deny', 'urge'; not 'say', 'call'"""
    is_plain = verb in PLAIN | NAMING or bool(lexicon.families(verb) & NEUTRAL)
    return lexicon.is_speech(verb) and not is_plain


def _of_paper(asked: Asked) -> bool:
    """'What did she write?': words, or a thing."""
    return _verb(asked) in PAPER


def asks_for_speaker(asked: Asked) -> bool:
    """'Who said that the boat was late?', 'Who called it a miracle?'; not 'Who told the mayor?'"""
    if asked.word < 0 or not _verb(asked) or asked.part is not Role.AGENT:
        return False
    frame = asked.frame
    assert frame is not None
    has_words = any(a.part in {Role.COMPLEMENT, Role.OBLIQUE} for a in frame.arguments)
    verb = frame.lemma.split()[0]
    return (
        has_words or '"' in asked.text or "“" in asked.text or verb in {"call", "describe", "say"}
    )


def _subject(asked: Asked) -> list[int]:
    """The tokens of the asked speaker."""
    frame = asked.frame
    return [h for h in frame.fillers(Role.AGENT) if h != asked.phrase] if frame else []


def words_said(request: Request) -> Iterator[Reply]:
    """The speaker's words that share most with the question; whole and direct ones first."""
    asked = request.asked
    words = needed_words(asked, request.story)
    subject = set(_subject(asked))
    named = [n for n in asked.names if subject & set(range(n.start, n.end))]
    who = asked.doc[named[0].start : named[0].end].text if named else ""
    borne = bearers(request.story, who, article=request.article) if who else []
    mine = {(number, entity.id) for bearer in borne for number, entity in bearer.homes}
    about = {w.token: w.weight for w in words} if asked.frame else {}
    told_by = subject | {c.i for h in subject for c in asked.doc[h].lefts if c.dep_ == "amod"}
    about = {t: w for t, w in about.items() if t not in told_by and t != asked.frame.head}  # type: ignore[union-attr]
    about = {t: w for t, w in about.items() if not any(t in range(n.start, n.end) for n in named)}
    found: list[Saying] = []
    is_naming = _verb(asked) in NAMING
    deeds = (row[1:] for passage in request.passages for row in passage.frames)
    is_news = (_asks_for_news(asked) or _of_paper(asked)) and (1.0, 1.0) in deeds
    for said in sayings(request, words):
        if not spoken_by(asked, said, subject, mine, bool(who)):
            continue
        if any(
            set(range(when.start, when.end)) & set(said.alignment.missing) for when in asked.whens
        ):
            continue
        met = _told_inside(said, about)
        total = sum(about.values())
        value = (met / total if total else 0.0) + 0.3 * said.quote.direct + 0.2 * said.quote.whole
        is_same = _same_saying(said, _verb(asked))
        value += 0.5 * is_same
        is_told = is_same if is_stance(asked) or _of_paper(asked) else True
        if not is_told or (is_news and not is_said_with(said, _verb(asked))):
            continue
        is_called = said.quote.direct and not said.quote.whole
        is_free = _is_vague(asked, about) and (is_called or not is_naming)
        is_free = is_free or (is_same and not is_naming)
        if not total or met > 0 or is_free:
            found.append(Saying(said.reading, said.quote, said.speaker, said.alignment, value))
    found = [said for said in found if not _is_told_whole(said, found)]
    if is_naming:  # 'What did she call it?': a few words, if there are, no sentence
        found = [s for s in found if s.quote.direct and not s.quote.whole] or found
    if len({said.speaker.id for said in found if said.speaker}) > 1 and len(borne) > 1:
        yield ask_back(asked, request.replies, request.story, who, borne)
    found.sort(key=lambda said: -said.score)
    if found and found[0].quote.direct and not is_naming and (not about or _is_vague(asked, about)):
        others = [s for s in found[1:] if s.quote.direct and s.reading is not found[0].reading]
        if others:
            yield _tell_two(request, found[0], others[0])
    for said in found[:3]:
        yield _tell(request, said)


def _told_inside(said: Saying, about: Mapping[int, float]) -> float:
    """The weight of the question's words that are told in the quoted words, or 'said of [the boats]'; half
    that of those beside."""
    met: dict[int, float] = {}
    for q, s, _ in said.alignment.pairs:
        token = said.reading.doc[s]
        is_topic = token.head.i == said.quote.verb and marker(token) in {"of", "about"}
        share = 1.0 if is_topic or said.quote.start <= s < said.quote.end else 0.5
        met[q] = max(met.get(q, 0.0), share * about.get(q, 0.0))
    return sum(met.values())


def _is_told_whole(said: Saying, found: Sequence[Saying]) -> bool:
    """'“run”', where the same sentence reports 'that they will “run” it'."""
    quote = said.quote
    return not quote.whole and any(
        other.reading is said.reading
        and not other.quote.direct
        and other.quote.start <= quote.start
        and quote.end <= other.quote.end + 1  # the full stop within its marks
        for other in found
        if other is not said
    )


def _tell_two(request: Request, first: Saying, second: Saying) -> Reply:
    writer = Writer(request.asked, request.replies)
    told = speaker_of(request, first)
    facts = [without_stop(s.reading.fact(s.quote.start, s.quote.end)) for s in (first, second)]
    return writer.reply(
        "said",
        "said.two",
        short=spaced(facts[0]),
        speaker=told.parts,
        answer=writer.slot(facts[0], strong=True),
        mark=writer.marks(facts[0], *told.facts),
        second=writer.slot(facts[1], strong=True),
        other=writer.marks(facts[1]),
    )


def _is_vague(asked: Asked, about: dict[int, float]) -> bool:
    """'about the release' of a story on releases asks for whatever was said."""
    return all(asked.doc[token].lemma_.lower() in VAGUE for token in about)


def _same_saying(said: Saying, asked: str) -> bool:
    """Whether words are said with the asked verb, one like it, or its noun: 'voiced the [hope] that'."""
    if said.quote.verb is None or asked in PLAIN:
        return False
    verb = said.reading.doc[said.quote.verb]
    own, event = verb.lemma_.lower(), lexicon.event_of(asked)
    things = [c.lemma_.lower() for c in verb.children if c.dep_ == "obj"] if own in VOICING else []
    deeds = [lexicon.event_of(noun) for noun in things]
    return (
        own == asked
        or lexicon.same_family(own, asked)
        or bool(event and event.verb == own)
        or asked in things
        or any(deed and deed.verb == asked for deed in deeds)
    )


def _tell(request: Request, said: Saying) -> Reply:
    reading, quote = said.reading, said.quote
    writer = Writer(request.asked, request.replies)
    told = speaker_of(request, said)
    words = reading.fact(quote.start, quote.end)
    if quote.direct:
        key, answer = "said.quote", words
    elif quote.verb is not None and quote.verb < quote.start:
        span = whole_quotations(reading, quote.verb, quote.end)
        key, answer = "said.clause", reading.fact(*span)
    else:
        key, answer = "said.told", words
    marks = writer.marks(answer, *told.facts)
    return writer.reply(
        "said",
        key,
        short=spaced(words),
        speaker=told.parts,
        answer=writer.slot(without_stop(answer), strong=True),
        mark=marks,
    )


def speakers(request: Request) -> Iterator[Reply]:
    """Whose words share most with the question's."""
    asked = request.asked
    words = needed_words(asked, request.story)
    assert asked.frame is not None
    left_out = {asked.frame.head, asked.phrase}
    weights = {w.token: w.weight for w in words if w.token not in left_out}
    total = sum(weights.values())
    things = {token.i for token in asked.doc if token.pos_ in {"NOUN", "ADJ"}}
    claimed = {i for i in asked.frame.fillers(Role.COMPLEMENT) if i in things}  # 'was a [hero]'
    figures = {token.i for token in asked.doc if token.pos_ == "NUM"}
    found: list[Saying] = []
    for said in sayings(request, words) if total else ():
        if said.speaker is None and said.quote.speaker is None:
            continue
        is_same = _same_saying(said, _verb(asked))
        if is_named(request, said) or (is_stance(asked) and not is_same):
            continue
        lacking = set(said.alignment.missing)
        if (figures | claimed) & lacking or (_verb(asked) in NAMING and things & lacking):
            continue
        start, end = said.quote.speaker or (0, 0)
        strengths: dict[int, float] = {}
        for q, s, strength in said.alignment.pairs:
            inside = said.quote.start <= s < said.quote.end
            if q in weights and not start <= s < end and not _is_denied(asked, said.reading, s):
                value = strength if inside else 0.7 * strength
                strengths[q] = max(strengths.get(q, 0.0), value)
        share = sum(weights[q] * value for q, value in strengths.items()) / total
        if share >= LEAST_OVERLAP:
            share += 0.1 * is_same
            found.append(Saying(said.reading, said.quote, said.speaker, said.alignment, share))
    found.sort(key=lambda said: -said.score)
    for said in found[:3]:
        writer = Writer(asked, request.replies)
        told = named_after(said) or speaker_of(request, said)
        words_ = said.reading.fact(said.quote.start, said.quote.end)
        marks = writer.marks(words_, *told.facts)
        yield writer.reply(
            "speaker", "fact.answer", short=told.short, answer=told.parts, mark=marks
        )


def _is_denied(asked: Asked, reading: Reading, token: int) -> bool:
    """'not a mere [gesture]', where the question has no "not"."""
    denied = any(c.lower_ in NEGATIONS for c in reading.doc[token].lefts)
    return denied and not any(t.lower_ in NEGATIONS for t in asked.doc)


def asks_for_mere_words(asked: Asked) -> bool:
    """'What did she say?'; not 'What did she announce?'"""
    return _asks_for_plain_words(asked) and not _asks_for_news(asked)


def _asks_for_plain_words(asked: Asked) -> bool:
    return asks_for_words(asked) and not (_of_paper(asked) or is_stance(asked))


def _asks_for_news(asked: Asked) -> bool:
    """'What did they announce?': words, or a plan."""
    return _asks_for_plain_words(asked) and _verb(asked) not in PLAIN | NAMING


KINDS = (
    Kind("speaker", asks_for_speaker, speakers),
    Kind("said", _asks_for_news, words_said),
    Kind("said", asks_for_mere_words, words_said),
    Kind("said", lambda asked: asks_for_words(asked) and is_stance(asked), words_said),
    Kind("written", lambda asked: asks_for_words(asked) and _of_paper(asked), words_said),
)
