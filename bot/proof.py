"""The check before sending: every word of a reply is the template's or stands in a cited sentence.

It shares nothing with the code that composed the reply but the records: from the article files' text
it reads each cited span again, makes the slot's words from it, and compares.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from bot.domain import Corpus, Fact, Made, Mark, Part, Reply, Sentence, Slot, Source, Words
from bot.language import dates, numbers
from bot.language.terms import words


def objections(reply: Reply, corpus: Corpus, fixed: Collection[str]) -> list[str]:
    """What is unproved in a reply, one line each; empty when all is proved.

    `fixed` holds the pieces of the templates.
    """
    texts = {article.source.stem: article.text for article in corpus.articles}
    cited = {citation.number: citation.sentence for citation in reply.citations}
    return [
        *_citations(reply, texts),
        *(line for part in reply.parts for line in _part(part, reply, texts, fixed, cited)),
    ]


def _citations(reply: Reply, texts: dict[str, str]) -> Iterator[str]:
    for citation in reply.citations:
        sentence = citation.sentence
        text = texts.get(sentence.source.stem, "")
        if text[sentence.start : sentence.end] != sentence.text:
            yield f"citation {citation.number} does not stand in {sentence.source.stem}"
    marks = {part.number for part in reply.parts if isinstance(part, Mark)}
    numbers_ = {citation.number for citation in reply.citations}
    if marks != numbers_:
        yield f"marks {sorted(marks)} for citations {sorted(numbers_)}"
    if reply.answered and not reply.citations:
        yield "an answer without a citation"


def _part(
    part: Part,
    reply: Reply,
    texts: dict[str, str],
    fixed: Collection[str],
    cited: Mapping[int, Sentence],
) -> Iterator[str]:
    if isinstance(part, Words):
        if part.text not in fixed:
            yield f"{part.text!r} is in no template"
    elif isinstance(part, Slot):
        for fact in part.facts:
            if fact.sentence not in cited.values():
                yield f"{part.text!r} rests on a sentence that is not cited"
            text = texts.get(fact.sentence.source.stem, "")
            start = fact.sentence.start
            if text[start + fact.start : start + fact.end] != fact.text:
                yield f"{fact.text!r} does not stand where it is said to"
        if not part.text.strip():
            yield "a slot without words"
        if not _derives(part, reply):
            yield f"{part.text!r} does not follow from {[fact.text for fact in part.facts]}"


def _derives(slot: Slot, reply: Reply) -> bool:
    match slot.made:
        case Made.VERBATIM:
            return len(slot.facts) == 1 and slot.text == spaced(slot.facts[0])
        case Made.CAPITAL:
            return len(slot.facts) == 1 and slot.text == capital(spaced(slot.facts[0]))
        case Made.SMALL:
            return len(slot.facts) == 1 and slot.text == small(spaced(slot.facts[0]))
        case Made.DATE:
            return bool(slot.facts) and _is_dated(slot)
        case Made.DAY:
            value = _meant(slot)
            return value is not None and _looks_as_claimed(slot) and slot.text == str(value)
        case Made.NAME:
            return (
                len(slot.facts) == 2
                and slot.text == spaced(slot.facts[1])
                and _can_stand_for(spaced(slot.facts[0]), slot.text)
            )
        case Made.COUNT:
            count = numbers.canonical(slot.text)
            return bool(slot.facts and count is not None) and all(
                numbers.canonical(fact.text) == count for fact in slot.facts
            )
        case Made.ASKED:
            asked = " ".join(words(reply.question + " " + reply.corrected))
            return f" {' '.join(words(slot.text))} " in f" {asked} "
        case Made.METADATA:
            sentences = [f.sentence for f in slot.facts] or [c.sentence for c in reply.citations]
            return any(slot.text in _told_of(sentence.source) for sentence in sentences)


def _told_of(source: Source) -> set[str]:
    """What may be said of an article's origin."""
    day = dates.written(source.published) if source.published else source.title
    return {source.publisher, source.title, day}


def _is_dated(slot: Slot) -> bool:
    """Whether the date shown is what the words mean."""
    shown = dates.show(spaced(slot.facts[0]), _meant(slot))
    return _looks_as_claimed(slot) and slot.text in {shown, capital(shown)}


def _looks_as_claimed(slot: Slot) -> bool:
    """Whether the dates of a slot can look the way that is claimed, each back to an earlier one."""
    for place, fact in enumerate(slot.facts):
        way = _way(slot, place)
        if way is None or not dates.can_look(fact.sentence.text, way):
            return False
        if place and not _stands_before(fact, slot.facts[place - 1]):
            return False
    return True


def _meant(slot: Slot) -> dates.Value | None:
    """What the words of a date mean on the day of the article, looking the way that is claimed.

    Each further fact holds the earlier date that the one before, "that day", goes back to.
    """
    value = None
    for place, fact in reversed(list(enumerate(slot.facts))):
        published, way = fact.sentence.source.published, _way(slot, place) or ""
        value = dates.resolve(spaced(fact), published, reading=way, previous=value)
    return value


def _way(slot: Slot, place: int) -> dates.Reading | None:
    """Which way the date of a fact is said to look; None for no way that there is."""
    return _WAYS.get(slot.ways[place] if place < len(slot.ways) else "")


_WAYS: Mapping[str, dates.Reading] = {way: way for way in get_args(dates.Reading)}


def _stands_before(fact: Fact, other: Fact) -> bool:
    """Whether the one comes before the other in the same article."""
    same = fact.sentence.source.stem == other.sentence.source.stem
    return same and fact.sentence.start + fact.end <= other.sentence.start + other.start


def _can_stand_for(mention: str, full: str) -> bool:
    """Whether words can mean the bearer of a full name: a shorter form of it, a pronoun, or what is
    no name ('the minister'); another name never."""
    own, whole = words(mention), words(full)
    is_name = all(word[:1].isupper() for word in mention.split() if len(word) > _SMALL)
    if not own or not is_name or (len(own) == 1 and own[0] in _PRONOUNS):
        return bool(own)
    initials = "".join(word[0] for word in whole)
    return set(own) <= set(whole) or own[0] in initials


_SMALL = 3  # letters of the words that a name has in lower case: "de", "von"
_PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "who"}


def spaced(fact: Fact) -> str:
    """The words of a fact, line breaks as spaces."""
    return " ".join(fact.text.split())


def small(text: str) -> str:
    """The first letter made small."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """The first letter made a capital."""
    return text[:1].upper() + text[1:]
