"""How was it done?  A phrase or clause of means."""

from spacy.tokens import Token

from bot.finding.search import Finding
from bot.kinds import hole
from bot.kinds.kind import Request
from bot.kinds.when import CONJUNCTIONS
from bot.language import lexicon
from bot.language.frames import base, wordings
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

MEANS = {"by": 1.0, "through": 1.0, "with": 0.7, "via": 1.0, "using": 1.0, "in": 0.4, "from": 0.3,
         "without": 0.5, "as": 0.3, "on": 0.3, "to": 0.2}  # fmt: skip

MERE = {
    "exactly",
    "else",
    "then",
    "ever",
    "precisely",
    "actually",
    "just",
}  # 'How exactly did they?'
MANNERS = {"well", "fast", "hard", "alone", "together", "straight", "apart", "aloud", "uphill"}
# Adverbs in -ly that tell how sure, when, how often or how far, and not how.
COMMENTS = {
    "actually", "additionally", "allegedly", "apparently", "certainly", "clearly", "completely",
    "currently", "daily", "definitely", "early", "entirely", "especially", "eventually", "finally",
    "formerly", "frequently", "fully", "generally", "hardly", "immediately", "initially", "largely",
    "lately", "likely", "mainly", "monthly", "mostly", "nearly", "normally", "obviously", "only",
    "originally", "particularly", "partly", "possibly", "previously", "primarily", "probably",
    "rarely", "really", "recently", "reportedly", "shortly", "similarly", "supposedly", "surely",
    "totally", "typically", "usually", "weekly", "yearly",
}  # fmt: skip
TIMES = {"day", "week", "month", "year", "night", "morning", "evening", "time", "moment"}


def recognises(asked: Asked) -> bool:
    """'How did they escape?'; not 'How many escaped?', 'How quickly did they?'"""
    if asked.word < 0 or asked.doc[asked.word].lower_ != "how" or asked.degree:
        return False
    after = asked.doc[asked.word + 1 : asked.word + 2]
    return not any(t.tag_ in {"RB", "JJ"} and t.lower_ not in MERE for t in after)


def fits(_asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'[by swimming ashore]', '[through sanctions]', '[carefully]'"""
    opening, head = reading.doc[candidate.start], reading.doc[candidate.head]
    if opening.tag_ in {"WRB", "WP", "WDT"}:
        return 0.0
    if any(when.start <= candidate.head < when.end for when in reading.whens):
        return 0.0
    if opening.lower_ in {"from", "in", "on", "to"} and head.pos_ in {"NOUN", "PROPN"}:
        noun = head.lemma_.lower()
        if head.ent_type_ or lexicon.place_type(noun) or noun in TIMES:
            return 0.0  # whence, where or when
    if candidate.shape in {"clause", "prepositional"}:
        return MEANS.get(opening.lower_, 0.3 if head.dep_ == "advcl" else 0.0)
    if candidate.shape == "quality" and head.tag_ in {"JJS", "RBS"}:
        return 0.0  # 'at [least]'
    if candidate.shape == "quality":
        if head.dep_ == "amod" or (head.pos_ == "ADV" and not _is_manner(head)):
            return 0.0  # 'the [top] scorer', '[however]'
        return 0.5 if head.dep_ == "advmod" or head.pos_ == "ADJ" else 0.1
    return 0.2 if candidate.shape in {"quote", "verb phrase"} else 0.0


def _is_manner(adverb: Token) -> bool:
    """'[carefully]', '[alone]'; not 'however', 'definitely'"""
    word = adverb.lower_
    return word in MANNERS or (word.endswith("ly") and word not in COMMENTS)


def _is_only_when(finding: Finding) -> bool:
    """'was hit [when he tried to run]': a clause of time that does not hold the asked deed."""
    token = finding.passage.reading.doc[finding.candidate.head]
    clauses = [t for t in (token, *token.ancestors) if t.dep_ == "advcl"]
    deeds = {frame.head for frame, _, _ in finding.passage.frames}
    return any(
        deeds.isdisjoint(t.i for t in clause.subtree)
        and any(child.lower_ in CONJUNCTIONS - {"as"} for child in clause.lefts)
        for clause in clauses
    )


def _is_of_another_deed(finding: Finding) -> bool:
    """'How was it carried?' is not told by 'taken [apart] and carried by sea'."""
    word = finding.passage.reading.doc[finding.candidate.head]
    surest = max((strength for _, strength, _ in finding.passage.frames), default=0.0)
    deeds = {frame.head for frame, strength, _ in finding.passage.frames if strength == surest}
    is_own = word.dep_ == "advmod" and word.head.pos_ == "VERB" and word.i not in deeds
    return bool(deeds) and is_own and word.head.i not in deeds


def is_no_repetition(request: Request, finding: Finding) -> bool:
    """'How did they hear of it?' is not answered by 'heard of it'; but 'How did he die?' is by 'was
    [shot dead]', which says more than that he did."""
    frame, candidate = request.asked.frame, finding.candidate
    if _is_only_when(finding) or _is_of_another_deed(finding):
        return False
    if frame is None:
        return True
    asked_deed = {token for token, _ in finding.passage.alignment.of(frame.head)}
    if candidate.head not in asked_deed:
        return candidate.shape != "verb phrase" or not finding.passage.frames
    verb = finding.passage.reading.doc[candidate.head]
    told = {family for one in wordings(verb, base(verb)) for family in lexicon.families(one)}
    return bool(told & lexicon.implied_by(frame.lemma)) and candidate.shape == "verb phrase"


KIND = hole.kind("how", recognises, fits, allows=is_no_repetition)
