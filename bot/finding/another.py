"""Whether a sentence tells of another thing of the same kind, or of another place."""

from spacy.tokens import Token

from bot.finding.scoring import Passage
from bot.language import lexicon
from bot.language.frames import CORE
from bot.questions import Asked
from bot.story import Reading, Story

INDEFINITE = {"a", "an", "another"}
OPPOSITE = {"from": "to", "to": "from"}


def is_of_another_one(asked: Asked, passage: Passage, story: Story) -> bool:
    """'When was the strike?' is not told by 'In 2009 a strike …', after the story has told of one."""
    reading = passage.reading
    for argument in asked.frame.arguments if asked.frame else ():
        noun = asked.doc[argument.head]
        definite = any(c.lower_ == "the" for c in noun.lefts)
        definite = definite and not any(c.dep_.startswith(("nmod", "acl")) for c in noun.rights)
        if argument.part not in CORE or noun.pos_ != "NOUN" or not definite or noun.tag_ == "NNS":
            continue
        told = [reading.doc[t] for t, strong in passage.alignment.of(noun.i) if strong == 1.0]
        others = told and all(_is_any(t) for t in told)
        terms = {asked.stems[t.i] for t in (noun, *noun.lefts) if t.pos_ in {"NOUN", "PROPN"}}
        if others and _is_of_long_ago(reading) and _is_told_before(reading, terms, story):
            return True
    return False


def _is_any(noun: Token) -> bool:
    """'[a] strike', 'strikes', 'the [deadliest] strike': not the one that a story tells of."""
    before = list(noun.lefts)
    if any(c.lower_ in INDEFINITE or c.tag_ in {"JJS", "RBS"} for c in before):
        return True
    return noun.tag_ == "NNS" and not any(c.lower_ in {"the", "these"} for c in before)


def _is_of_long_ago(reading: Reading) -> bool:
    """'In 2009': of a year before that of the article."""
    published = reading.sentence.source.published
    days = [when.value.end for when in reading.whens if when.value is not None]
    return published is not None and any(day.year < published.year for day in days)


def _is_told_before(reading: Reading, terms: set[str], story: Story) -> bool:
    earlier = (story.reading_at(reading.article, place) for place in range(reading.place))
    return any(terms <= set(one.stems) for one in earlier if one.sentence.role == "body")


def is_told_of_elsewhere(asked: Asked, passage: Passage) -> bool:
    """'How many died in Vigo?' is not told by 'Nine died in Lugo', though all of a story be in Vigo."""
    placed = [
        name
        for name in asked.names
        if name.label == "LOC"
        and asked.doc[name.start : name.end].root.dep_.startswith("obl")
        and not lexicon.country_of(asked.doc[name.start : name.end].text)
    ]
    lacking = set(passage.alignment.missing)
    if _goes_the_other_way(asked, passage):
        return True
    if not passage.frames or not any(lacking & set(range(n.start, n.end)) for n in placed):
        return False
    reading = passage.reading
    return any(
        name.label == "LOC" and not lexicon.country_of(reading.doc[name.start : name.end].text)
        for name in reading.names
    )


def _goes_the_other_way(asked: Asked, passage: Passage) -> bool:
    """'When will Ana fly to Rome?' is not told by 'It will be flown from Rome to Lugo'."""
    for argument in asked.frame.arguments if asked.frame else ():
        stands = {token for token, _ in passage.alignment.of(argument.head)}
        ways = {a.marker for f, _, _ in passage.frames for a in f.arguments if a.head in stands}
        if argument.marker in OPPOSITE and OPPOSITE[argument.marker] in ways - {argument.marker}:
            return argument.marker not in ways
    return False
