"""The check before sending: every word of a reply is the template's or stands in a cited sentence.

It shares nothing with the code that composed the reply but the records: from the article files' text
it reads each cited span again, makes the slot's words from it, and compares.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from bot.domain import Corpus, Fact, Made, Mark, Part, Reply, Sentence, Slot, Words
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
        if not _derives(part, reply):
            yield f"{part.text!r} does not follow from {[fact.text for fact in part.facts]}"


def _derives(slot: Slot, reply: Reply) -> bool:
    match slot.made:
        case Made.VERBATIM:
            return len(slot.facts) == 1 and slot.text == spaced(slot.facts[0])
        case Made.CAPITAL:
            return len(slot.facts) == 1 and slot.text == capital(spaced(slot.facts[0]))
        case Made.DATE:
            return len(slot.facts) in {1, 2} and _dated(slot.text, slot.facts)
        case Made.NAME:
            return len(slot.facts) == 2 and slot.text == spaced(slot.facts[1])
        case Made.COUNT:
            value = numbers.canonical(slot.text)
            return value is not None and all(
                numbers.canonical(fact.text) == value for fact in slot.facts
            )
        case Made.ASKED:
            asked = " ".join(words(reply.question + " " + reply.corrected))
            return " ".join(words(slot.text)) in asked
        case Made.METADATA:
            return any(
                slot.text in {c.sentence.source.publisher, c.sentence.source.title}
                for c in reply.citations
            )


def _dated(text: str, facts: tuple[Fact, ...]) -> bool:
    """Whether the date shown is what the words can mean on the day of the article.

    A second fact holds the earlier date that "that day" goes back to.
    """
    said, published = spaced(facts[0]), facts[0].sentence.source.published
    earlier = dates.resolve(spaced(facts[1]), published) if len(facts) > 1 else None
    return any(
        text == dates.show(said, dates.resolve(said, published, reading=way, previous=earlier))
        for way in get_args(dates.Reading)
    )


def spaced(fact: Fact) -> str:
    """The words of a fact, line breaks as spaces."""
    return " ".join(fact.text.split())


def capital(text: str) -> str:
    """The first letter made a capital."""
    return text[:1].upper() + text[1:]
