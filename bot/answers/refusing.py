"""What to say when the story does not: what is missing, and the nearest that it says."""

from collections.abc import Sequence

from spacy.tokens import Token

from bot.domain import Reply
from bot.finding.matching import has_word_for
from bot.finding.scoring import Passage
from bot.language import lexicon, marks
from bot.language.frames import Part
from bot.language.terms import search_terms, stem
from bot.questions import Asked
from bot.replies import Replies
from bot.story import Story
from bot.writing import Writer

NEAR, HALF = (
    0.8,
    0.5,
)  # share of the question's words in a sentence, for it to be worth quoting; HALF
# where it is told which word is missing, or the sentence is of those who are named
ON_TOPIC = 0.3  # share below which the question is about something else; see tests/benchmark
SOMEBODY = {"he", "she", "him", "her", "his", "hers"}
AGREEING = 0.7  # how well the parts of a deed must agree, for it to be the asked one
HOLES = {"when", "where", "why", "how", "who"}
LONGEST = 240  # characters of a sentence quoted as the nearest


def refuse(
    asked: Asked, kind: str, held: Sequence[Passage], story: Story, replies: Replies
) -> Reply:
    """That the story does not say, and why: an unknown name or number, another subject, a word that
    the story does not have, or just this; with the nearest sentence, if one is near.

    One that has nearly all the words may well answer, though not plainly enough to be taken for it.
    """
    writer = Writer(asked, replies)
    if unknown := unknown_name(asked, story):
        return _without(writer, kind, "nothing.name", unknown)
    if unknown := _unknown_number(asked, story):
        return _without(writer, kind, "nothing.number", unknown)
    if any(name.start > asked.excepted for name in asked.names):  # 'Who was freed besides Ana?'
        return writer.reply(kind, "nothing.others", answered=False)
    best = max(held, key=lambda passage: _nearness(asked, passage), default=None)
    unknown = _unknown_word(asked, story)
    if best is None or best.alignment.coverage < ON_TOPIC:
        if unknown and best and asked.names:
            return _without(writer, kind, "nothing.word", unknown)
        return writer.reply(kind, "nothing.topic", answered=False)
    is_half = bool(unknown) or _meets_names(asked, best)
    is_near = best.alignment.coverage >= (HALF if is_half else NEAR)
    is_near = is_near and not (unknown and _is_beside_the_point(asked, unknown, best))
    if is_near and len(best.reading.sentence.text) <= LONGEST:
        fact = best.reading.fact(0, len(best.reading.doc))
        near = "plainly" if best.alignment.coverage >= NEAR else "near"
        lacking = "word_near" if unknown else _hole(asked, best) or near
        return writer.reply(
            kind,
            f"nothing.{lacking}",
            answered=False,
            asked=writer.asked_words(unknown),
            evidence=writer.slot(fact),
            mark=writer.marks(fact),
        )
    if unknown:
        return _without(writer, kind, "nothing.word", unknown)
    return writer.reply(kind, "nothing.answer", answered=False)


def _nearness(asked: Asked, passage: Passage) -> tuple[bool, float]:
    """Sentences that speak of whom the question names are nearer than others."""
    coverage = passage.alignment.coverage
    return coverage >= HALF and _meets_names(asked, passage), coverage


def _hole(asked: Asked, passage: Passage) -> str:
    """What alone is missing of a deed that is told: "when", "where", …; "" if more is, or no deed."""
    word = asked.doc[asked.word].lower_ if asked.word >= 0 else ""
    told = any(agreement >= AGREEING for _, _, agreement in passage.frames)
    is_told = told and not passage.alignment.missing
    return word if is_told and word in HOLES and not asked.degree else ""


def ask_whom(asked: Asked, replies: Replies) -> Reply | None:
    """That nobody is named whom the question's "he" or "she" could be; None when somebody is."""
    nouns = [t.lemma_.lower() for t in asked.doc if t.pos_ == "NOUN"]
    if asked.names or any(lexicon.covers("person", n) or lexicon.is_role(n) for n in nouns):
        return None
    quoted = {i for q in marks.find(asked.doc) for i in range(q.start, q.end)}
    for token in asked.doc:
        clause = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), token)
        aside = token.i in quoted or clause.dep_ in {"ccomp", "advcl", "acl:relcl"}
        aside = aside or (
            token.dep_ == "nmod:poss" and asked.part is Part.AGENT
        )  # 'Who sold his hat?'
        if token.lower_ in SOMEBODY and not aside:
            return _without(Writer(asked, replies), "whom", "nothing.whom", token.lower_)
    return None


def _meets_names(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence speaks of everybody whom the question names, and it names somebody."""
    missing = set(passage.alignment.missing)
    named = [range(n.start, n.end) for n in asked.names if n.label != "MISC"]
    return bool(named) and all(missing.isdisjoint(name) for name in named)


def _is_beside_the_point(asked: Asked, unknown: str, passage: Passage) -> bool:
    """'The fire chief spoke' where it is asked how many fire trucks came: what it shares with the
    question is but the first half of the unknown thing, or no thing at all."""
    named = {i for name in asked.names for i in range(name.start, name.end)}
    shared = {asked.doc[word] for word, _, _ in passage.alignment.pairs}
    things = (t for t in shared if t.pos_ in {"NOUN", "PROPN"})
    return not any(t.i in named or not _is_half_of(t, unknown) for t in things)


def _is_half_of(word: Token, whole: str) -> bool:
    """'how many [fire] trucks'; not 'what did the [warehouse] cost', where "cost" is no thing."""
    is_half = word.dep_ == "compound" and word.head.text == whole
    return is_half and not any(child.dep_ == "det" for child in word.head.lefts)


def _without(writer: Writer, kind: str, template: str, words: str) -> Reply:
    return writer.reply(kind, template, answered=False, asked=writer.asked_words(words))


def _unknown_number(asked: Asked, story: Story) -> str:
    """A number of the question that no sentence has, in words or figures; "" if all are known."""
    for quantity in asked.quantities:
        words = asked.doc[quantity.number_start : quantity.number_end].text
        is_said = set(search_terms(words)) <= set(search_terms(asked.typed))
        is_said = is_said and quantity is not asked.so_many
        if quantity.unit != "ordinal" and quantity.value is not None and is_said:
            values = {q.value for r in story.readings for q in r.quantities}
            if quantity.value not in values and stem(words) not in story.index.vocabulary:
                return words
    return ""


def _unknown_word(asked: Asked, story: Story) -> str:
    """A noun of the question for which the story has neither the word nor another; "" if none."""
    typed = set(search_terms(asked.typed))
    for token in asked.doc:
        own = asked.stems[token.i]
        if token.pos_ != "NOUN" or own not in typed or asked.tells_the_hole(token.i):
            continue
        if not has_word_for(token, story, loosely=True):
            return str(token.text)
    return ""


def unknown_name(asked: Asked, story: Story) -> str:
    """A name of the question of which the story has no word; "" if it knows them all."""
    for name in asked.names:
        words = asked.doc[name.start : name.end].text
        terms = search_terms(words)
        is_written = words[:1].isupper() and name.start > 0  # 'Easter' may be anything, 'nato' too
        if not terms or (name.label == "MISC" and not is_written) or lexicon.country_of(words):
            continue
        known = any(t in story.index.vocabulary for t in terms)
        if not known and not any(table.find(words) for table in story.tables):
            return words
    return ""
