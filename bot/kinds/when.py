"""When did it happen?  A date or a time of the asked event."""

from itertools import takewhile

from spacy.tokens import Token

from bot.domain import Reply
from bot.finding.search import Finding
from bot.kinds import hole
from bot.kinds.kind import Request
from bot.kinds.other_days import is_of_another_day
from bot.language import lexicon
from bot.language.frames import Part
from bot.proof import spaced
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate
from bot.writing import Writer

NOUNS = {"day", "date", "month", "year", "time", "decade", "century", "weekday", "hour", "season"}
# How fine an answer each asked noun takes.
BY_KIND = {"date": 1.0, "time": 0.8, "bound": 0.9, "vague": 0.6, "recurring": 0.5, "duration": 0.2}
BINDING = {"after", "before", "to", "of", "into"}  # last words of bounds, before the event
SPANS = {"after", "before", "within", "in"}  # before a duration: when it came
OF_A_NOUN = {"DET", "ADJ", "NUM", "NOUN", "PROPN"}
OF_A_MATCH = {"minute", "half", "round", "inning", "quarter", "lap", "set", "stage", "period"}
PAST = {"did", "was", "were", "had"}
PLANNED = {"to", "due", "scheduled", "expected", "planned", "supposed", "set", "will", "would"}
CONJUNCTIONS = {"after", "before", "when", "while", "until", "once", "during", "as"}


def recognises(asked: Asked) -> bool:
    """'When did it sail?', 'In what year …?', 'As of what date …?'"""
    if asked.word < 0:
        return False
    word = asked.doc[asked.word].lower_
    if word == "when" or (word in {"what", "which"} and asked.noun in NOUNS):
        return True
    return asks_how_long_ago(asked) or asks_since_when(asked)


def asks_how_long_ago(asked: Asked) -> bool:
    """'How long ago did it sail?'"""
    return asked.degree == "long" and asked.doc[asked.word + 2 : asked.word + 3].text == "ago"


def asks_since_when(asked: Asked) -> bool:
    """'How long has it been closed?', which the day it was closed tells as well."""
    return asked.degree == "long" and asked.doc[asked.word + 2 : asked.word + 3].text in {
        "has",
        "have",
    }


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'It sailed [on Friday]'"""
    if candidate.shape == "when":
        fit = BY_KIND.get(candidate.label, 0.4)
        text = reading.doc[candidate.start : candidate.end].text
        if asked.noun and candidate.label not in {"date", "time"}:
            return 0.0
        if candidate.label == "duration" and not _opens_a_span(reading, candidate):
            return 0.0  # 'a [16-day] strike', 'closed for [two days]'
        if asked.noun == "year" and not any(c.isdigit() for c in text):
            fit *= 0.6
        return fit
    if candidate.shape in {"clause", "prepositional"} and not asked.noun:
        opening = reading.doc[candidate.start].lower_
        head = reading.doc[candidate.head]
        is_event = head.pos_ == "NOUN" and lexicon.event_of(head.lemma_.lower()) is not None
        if opening in CONJUNCTIONS and (candidate.shape == "clause" or is_event):
            return 0.35
        if opening in {"at", "in"} and "time" in reading.doc[candidate.head].lemma_:
            return 0.35
        if opening in {"in", "during"} and head.lemma_.lower() in OF_A_MATCH:
            return 0.6 if any(c.pos_ in {"ADJ", "NUM"} for c in head.lefts) else 0.0
    return 0.0


def _opens_a_span(reading: Reading, candidate: Candidate) -> bool:
    """'after [two days]', 'within [a week]': when, and not only how long."""
    opening = reading.doc[max(0, candidate.start - 1) : candidate.start + 1]
    is_counted = reading.doc[max(0, candidate.start - 2)].lower_ == "time"  # 'the first time in'
    return not is_counted and any(token.lower_ in SPANS for token in opening)


def is_of_the_deed(request: Request, finding: Finding) -> bool:
    """A date belongs to the verb of its clause: in 'He said Monday that it sank in May', "May" is
    when it sank.  A bound ('a week after it sank') belongs to the clause that follows it."""
    passage, candidate = finding.passage, finding.candidate
    about = {token for token, _ in passage.alignment.of(request.asked.topic_head)}
    about |= {token for token, _ in passage.alignment.of(_subject(request.asked))}
    about |= {frame.head for frame, _, _ in passage.frames}
    if candidate.shape != "when" and about & set(range(candidate.start, candidate.end)):
        return False  # 'as the verdict was read' for when it was
    if is_of_another_day(request.asked, finding, about) or is_yet_to_come(request.asked, finding):
        return False
    deeds = _deeds(request.asked, finding)
    if not deeds:
        return True
    event = _event_after(passage.reading, candidate)
    if is_bound(passage.reading, candidate) and event is None:
        return any(0 <= deed - candidate.end <= 10 for deed in deeds)
    own = passage.reading.clauses[candidate.head if event is None else event.head.i]
    heads = {clause for deed in deeds for clause in _told_with(passage.reading, deed)}
    ancestors = {t.i for deed in deeds for t in passage.reading.doc[deed].ancestors}
    if any(_is_right_after(passage.reading, deed, candidate.start) for deed in deeds):
        return True
    if own not in heads and _is_of_another_thing(passage.reading, own, candidate):
        return False
    if own not in heads and _is_of_the_contrary(request.asked, passage.reading.doc[own]):
        return False
    return own in heads or own not in ancestors or _is_only_a_report(passage.reading, own)


def is_yet_to_come(asked: Asked, finding: Finding) -> bool:
    """'in the coming hours' for 'When was he freed?'; not for 'When was he due to leave?'"""
    words = {token.lower_ for token in asked.doc}
    if words.isdisjoint(PAST) or not words.isdisjoint(PLANNED):
        return False
    reading, start = finding.passage.reading, finding.candidate.start
    published = reading.sentence.source.published
    value = next((when.value for when in reading.whens if when.start == start), None)
    if value is not None and published is not None:
        return value.start > published
    told = reading.doc[start : finding.candidate.end]
    return any(token.lower_ in {"coming", "upcoming"} for token in told)


def _deeds(asked: Asked, finding: Finding) -> list[int]:
    """Where the asked deed is told; of 'When was the arrest?' the verbs that tell of one."""
    passage = finding.passage
    told = {token for token, _ in passage.alignment.of(_subject(asked))}
    verbs = {t for t in told if passage.reading.doc[t].pos_ == "VERB"}
    return [frame.head for frame, _, _ in passage.frames] or sorted(verbs)


def _subject(asked: Asked) -> int:
    """The [verdict] of 'When was the verdict?'; -1 where more is asked than when something was."""
    frame = asked.frame
    return next(frame.fillers(Part.AGENT), -1) if frame and frame.lemma == "be" else -1


def _is_of_another_thing(reading: Reading, verb: int, candidate: Candidate) -> bool:
    """'It was the worst storm since Ida, which [struck] in 1994': when the other struck; but not 'work on
    the port, which is [half-finished], on May 5'."""
    told = reading.doc[verb]
    own = (c for c in told.lefts if c.dep_.startswith("nsubj"))
    is_closed = any(t.text == "," for t in reading.doc[verb : candidate.start])
    is_relative = told.dep_ == "acl:relcl" and any(c.tag_ in {"WDT", "WP"} for c in own)
    return is_relative and not is_closed


def _is_of_the_contrary(asked: Asked, told: Token) -> bool:
    """'When was she jailed?' is not told by 'jailed Roe was freed [on Monday]'."""
    return asked.frame is not None and lexicon.opposite(asked.frame.lemma, told.lemma_.lower())


def _is_right_after(reading: Reading, predicate: int, start: int) -> bool:
    """'Roe, who was [freed] on bail on [Monday]': what a date hangs on is the parser's weakest guess."""
    between = reading.doc[predicate + 1 : start]
    return predicate < start and not any(t.is_punct or t.i in reading.predicates for t in between)


def is_bound(reading: Reading, candidate: Candidate) -> bool:
    """'[less than a week after] it sank'; not '[two days later]', which a date before explains."""
    return candidate.label == "bound" and reading.doc[candidate.end - 1].lower_ in BINDING


def _event_after(reading: Reading, candidate: Candidate) -> Token | None:
    """The vote of '[a week before] the vote': what a bound binds to, where that is no clause."""
    if not is_bound(reading, candidate):
        return None
    words = list(takewhile(lambda t: t.pos_ in OF_A_NOUN, reading.doc[candidate.end :]))
    if not words or words[-1].pos_ not in {"NOUN", "PROPN"}:
        return None
    is_clause = any(t.dep_.startswith("nsubj") for t in words)
    after = reading.doc[words[-1].i + 1 : words[-1].i + 2]
    return None if is_clause or any(t.pos_ in {"VERB", "AUX"} for t in after) else words[-1]


def _told_with(reading: Reading, predicate: int) -> set[int]:
    """The clauses whose time is the predicate's: its own, and those above as long as it has no
    subject of its own: 'On Monday they left, [taking] the boat'."""
    found = {reading.clauses[predicate]}
    token = reading.doc[predicate]
    while token.head.i != token.i and not any(c.dep_.startswith("nsubj") for c in token.children):
        token = reading.doc[reading.clauses[token.head.i]]
        found.add(token.i)
    return found


def _is_only_a_report(reading: Reading, verb: int) -> bool:
    """'The army said Thursday that five had been freed': as good a date as news gives."""
    return lexicon.is_speech(reading.doc[verb].lemma_.lower())


def words(request: Request, name: str, finding: Finding) -> Reply:
    """A date; of a bound the sentence up to what it binds to: what came then was something else."""
    reading, start = finding.passage.reading, finding.candidate.start
    if (event := _event_after(reading, finding.candidate)) is not None:
        writer = Writer(request.asked, request.replies)
        bound = reading.fact(start, event.i + 1)
        words = writer.slot(bound, strong=True)
        return writer.reply(
            name, "fact.answer", short=spaced(bound), answer=words, mark=writer.marks(bound)
        )
    after = [deed for deed in _deeds(request.asked, finding) if deed >= finding.candidate.end]
    if not after or not is_bound(reading, finding.candidate):
        return hole.say(request, name, finding)
    head = reading.doc[min(after)]
    end = max(
        [head.i + 1, *(c.right_edge.i + 1 for c in head.rights if c.dep_ in {"obl:agent", "obj"})]
    )
    fact, whole = reading.fact(start, end), reading.fact(0, end)
    writer = Writer(request.asked, request.replies)
    return writer.reply(
        name,
        "when.bound",
        short=spaced(fact),
        answer=writer.slot(whole),
        mark=writer.marks(whole),
    )


KIND = hole.kind("when", recognises, fits, words, is_of_the_deed)
