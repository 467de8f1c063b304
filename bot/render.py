"""A reply as Telegram shows it, and what its buttons show: in pages, each as HTML and as text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.domain import Citation, Excerpt, Fact, Made, Part, Reply, Sentence, Slot, Source
from bot.interface import read_interface
from bot.language import dates
from bot.pages import (
    BOLD,
    FOLDED,
    ITALIC,
    PAGE,
    QUOTED,
    Block,
    Page,
    Run,
    link,
    moment,
    pages,
    split,
    units,
)

__all__ = ["PAGE", "Page", "split", "units"]

PASSAGES = 3  # on a page

# The hour at which a date is the same day for readers from Honolulu to Auckland in its summer.
_WORLDWIDE = time(10, tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 1970, 2037  # of what every client counts in seconds
_DAY_SHOWN = re.compile(r"\((\d{1,2} [^\W\d_]+ \d{4})\)")  # 'Thursday (8 January 2026)'


def to_pages(reply: Reply, *, titles: bool = False, heading: str = "") -> list[Page]:
    """The messages that the reply needs; `titles`: sources name their article.

    `heading` stands above the answer: a question that was pressed, not typed.
    """
    blocks = [*_line(heading), *_blocks(reply, titles=titles)]
    return pages(blocks)


def excerpt_pages(excerpts: Iterable[Excerpt], *, titles: bool = False) -> list[Page]:
    """Cited sentences between their neighbours."""
    blocks = (block for excerpt in excerpts for block in _excerpt(excerpt, titles=titles))
    return pages(blocks)


def passage_pages(
    sentences: Sequence[Sentence], heading: str, *, titles: bool = False
) -> list[Page]:
    """Sentences with where they are from, `PASSAGES` to a page."""
    found: list[Page] = []
    for first in range(0, len(sentences), PASSAGES):
        blocks = [*_line(heading)]
        for sentence in sentences[first : first + PASSAGES]:
            line = _source(sentence.source, _number(sentence), titles=titles)
            blocks.append(Block(tuple(line)))
            blocks.append(Block((Run(sentence.text),), tag=QUOTED, gap="\n"))
        found.extend(pages(blocks))
    return found


def to_card(reply: Reply, *, titles: bool = False) -> Page:
    """One message for a chat that has not seen the question: it stands above the answer.

    Sources that do not fit into the message are left out.
    """
    return to_pages(replace(reply, suggestions=()), titles=titles, heading=reply.question)[0]


def to_list(
    reply: Reply,
    heading: str = "",
    *,
    titles: bool = False,
    quoting: bool = True,
    notice: str = "",
    footer: Sequence[Run] = (),
) -> Page:
    """A page of a list as one message: its sources are folded into one quotation at the end.

    Without `quoting` they are only named.  `notice` stands above all.
    """
    runs: list[Run] = []
    for citation in reply.citations:
        runs += [*([Run("\n")] if runs else []), *_source_line(citation, titles=titles)]
        if quoting:
            runs.append(Run("\n" + citation.sentence.text + "\n"))
    blocks = [
        *_line(notice),
        *([Block((Run(heading, BOLD),))] if heading else []),
        _body(reply),
        Block(tuple(runs), tag=FOLDED),
        *([Block(tuple(footer))] if footer else []),
    ]
    return pages(blocks)[0]


def source_line(citation: Citation, *, titles: bool = False) -> str:
    """'[1] The Associated Press, 9 Jan 2026, sentence 19'; `titles`: with the article's."""
    return "".join(run.text for run in _source_line(citation, titles=titles))


def short_date(day: date) -> str:
    """'9 Jan 2026'; in Spanish '9 ene 2026'"""
    months = read_interface().fill("reply.months").split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _blocks(reply: Reply, *, titles: bool) -> Iterator[Block]:
    """The answer first, then each source with its sentence, then what else could be asked."""
    interface = read_interface()
    yield _body(reply)
    if reply.corrected:
        yield from _line(interface.fill("reply.read_as", question=reply.corrected))
    for number, citation in enumerate(reply.citations):
        source = Block(tuple(_source_line(citation, titles=titles)))
        yield source if number == 0 else replace(source, gap="\n")
        yield Block(tuple(_marked(citation.sentence, citation.facts)), tag=FOLDED, gap="\n")
    if reply.suggestions:
        lines = [interface.fill("reply.suggestions"), *(f"• {ask}" for ask in reply.suggestions)]
        yield Block((Run("\n".join(lines)),))


def _body(reply: Reply) -> Block:
    """The words of a reply, the key words in bold."""
    return Block(tuple(run for part in reply.parts for run in _part(part)))


def _line(text: str) -> Iterator[Block]:
    """A line that says what the answer belongs to; nothing for nothing."""
    if text:
        yield Block((Run(text, ITALIC),))


def _part(part: Part) -> Iterator[Run]:
    """The words of a part; a date known to the day is told to Telegram as one."""
    tag = BOLD if isinstance(part, Slot) and part.strong else ""
    span = _day_in(part) if isinstance(part, Slot) else None
    if span is None:
        yield Run(part.text, tag)
        return
    start, end, day = span
    seconds = int(datetime.combine(day, _WORLDWIDE).timestamp())
    yield Run(part.text[:start], tag)
    yield Run(part.text[start:end], tag, moment(seconds))
    yield Run(part.text[end:], tag)


def _day_in(slot: Slot) -> tuple[int, int, date] | None:
    """Where the slot names a day of the calendar, and which; None where it names none."""
    text, start, end = slot.text, 0, len(slot.text)
    if slot.made is Made.DATE and (found := _DAY_SHOWN.search(text)):
        start, end = found.span(1)
    if slot.made is Made.ASKED or not any(letter.isdigit() for letter in text):
        return None
    value = dates.resolve(text[start:end], None)
    if value is None or value.grain != "day" or not _FIRST_YEAR <= value.start.year <= _LAST_YEAR:
        return None
    return start, end, value.start


def _source_line(citation: Citation, *, titles: bool) -> Iterator[Run]:
    """'[1] The Associated Press, 9 Jan 2026, “Title”, sentence 19'; the name is a link."""
    sentence = citation.sentence
    yield Run(f"[{citation.number}] ")
    yield from _source(sentence.source, _number(sentence), titles=titles)


def _source(source: Source, place: str, *, titles: bool) -> Iterator[Run]:
    """'The Associated Press, 9 Jan 2026, sentence 19'"""
    name = source.publisher or source.title
    linked = source.url.startswith(("https://", "http://"))
    yield Run(name, link(source.url) if linked else "")
    if source.published:
        yield Run(f", {short_date(source.published)}")
    if titles and name != source.title:
        yield Run(f", “{source.title}”")
    yield Run(f", {place}")


def _number(sentence: Sentence) -> str:
    return read_interface().fill("reply.sentence", number=sentence.number)


def _excerpt(excerpt: Excerpt, *, titles: bool) -> Iterator[Block]:
    """Neighbours in italics; the cited sentences behind their marks, their used words bold."""
    cited = {citation.sentence.number: citation for citation in excerpt.citations}
    first, last = excerpt.sentences[0], excerpt.sentences[-1]
    place = read_interface().fill("reply.sentences", first=first.number, last=last.number)
    source = _source(first.source, place if last != first else _number(first), titles=titles)
    yield Block(tuple(source))
    runs: list[Run] = []
    paragraph = first.paragraph
    for sentence in excerpt.sentences:
        if runs:
            runs.append(Run(" " if sentence.paragraph == paragraph else "\n\n"))
        paragraph = sentence.paragraph
        if citation := cited.get(sentence.number):
            runs.append(Run(f"[{citation.number}] "))
            runs.extend(_marked(sentence, citation.facts))
        else:
            runs.append(Run(sentence.text, ITALIC))
    yield Block(tuple(runs), tag=QUOTED, gap="\n")


def _marked(sentence: Sentence, facts: Iterable[Fact]) -> Iterator[Run]:
    """The sentence with the words that were used in bold; overlapping facts mark once."""
    text, written = sentence.text, 0
    for start, end in sorted((fact.start, fact.end) for fact in facts):
        yield Run(text[written:start])
        yield Run(text[max(start, written) : end], BOLD)
        written = max(written, end)
    yield Run(text[written:])
