"""A reply as Telegram shows it: pages of HTML, and the same pages as plain text.

Everything is plain text until it is written here; markup is escaped here, once.  A page is what
fits into one message.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from bot.domain import Citation, Reply, Slot
from bot.interface import read_interface

PAGE = 4096  # UTF-16 units of text in a message, markup not counted (Bot API: sendMessage)
_BOLD = "b"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    tag: str = ""  # "b", or with attributes: 'a href="https://…"'


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together; cut only where they alone are longer than a page."""

    runs: tuple[Run, ...]
    tag: str = ""  # around all of it
    gap: str = "\n\n"  # between it and the block before, when that is on the same page

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Page:
    """One message, twice: Telegram may refuse the markup, never the text."""

    html: str
    text: str


def to_pages(reply: Reply, *, titles: bool = False) -> list[Page]:
    """The messages that the reply needs; `titles`: sources name their article."""
    return [Page(_html(page), _text(page)) for page in _pages(_blocks(reply, titles=titles))]


def to_card(reply: Reply, *, titles: bool = False) -> Page:
    """One message for a chat that has not seen the question: it stands above the answer.

    Sources that do not fit into the message are left out.
    """
    question = Block((Run(reply.question, "i"),))
    blocks = _blocks(replace(reply, suggestions=()), titles=titles)
    first = _pages([question, *blocks])[0]
    return Page(_html(first), _text(first))


def to_html(reply: Reply, *, titles: bool = False) -> list[str]:
    """The messages as HTML."""
    return [page.html for page in to_pages(reply, titles=titles)]


def to_text(reply: Reply, *, titles: bool = False) -> str:
    """All of it, without markup."""
    return _text(list(_blocks(reply, titles=titles)))


def source_line(citation: Citation, *, titles: bool = False) -> str:
    """'[1] The Associated Press, 9 Jan 2026, sentence 19'; `titles`: with the article's."""
    return "".join(run.text for run in _source_line(citation, titles=titles))


def split(text: str) -> list[str]:
    """A text of the bot's own, in as many messages as it needs."""
    paragraphs = (Block((Run(paragraph),)) for paragraph in text.split("\n\n") if paragraph)
    return [_text(page) for page in _pages(paragraphs)]


def units(text: str) -> int:
    """How long Telegram says that a text is: characters beyond U+FFFF count twice."""
    return len(text.encode("utf-16-le")) // 2


def short_date(day: date) -> str:
    """'9 Jan 2026'"""
    return f"{day.day} {day:%b %Y}"


def _blocks(reply: Reply, *, titles: bool) -> Iterator[Block]:
    """The answer first, then each source with its sentence, then what else could be asked."""
    interface = read_interface()
    yield Block(
        tuple(
            Run(part.text, _BOLD if isinstance(part, Slot) and part.strong else "")
            for part in reply.parts
        )
    )
    if reply.corrected:
        yield Block((Run(interface.fill("reply.read_as", question=reply.corrected), "i"),))
    for number, citation in enumerate(reply.citations):
        source = Block(tuple(_source_line(citation, titles=titles)))
        yield source if number == 0 else replace(source, gap="\n")
        yield Block(tuple(_marked(citation)), tag="blockquote expandable", gap="\n")
    if reply.suggestions:
        lines = [interface.fill("reply.suggestions"), *(f"• {ask}" for ask in reply.suggestions)]
        yield Block((Run("\n".join(lines)),))


def _source_line(citation: Citation, *, titles: bool) -> Iterator[Run]:
    """'[1] The Associated Press, 9 Jan 2026, “Title”, sentence 19'; the name is a link."""
    source = citation.sentence.source
    name = source.publisher or source.title
    linked = source.url.startswith(("https://", "http://"))
    yield Run(f"[{citation.number}] ")
    yield Run(name, f'a href="{escape(source.url)}"' if linked else "")
    if source.published:
        yield Run(f", {short_date(source.published)}")
    if titles and name != source.title:
        yield Run(f", “{source.title}”")
    yield Run(", " + read_interface().fill("reply.sentence", number=citation.sentence.number))


def _marked(citation: Citation) -> Iterator[Run]:
    """The sentence with the words that were used in bold; overlapping facts mark once."""
    text, written = citation.sentence.text, 0
    for start, end in sorted((fact.start, fact.end) for fact in citation.facts):
        yield Run(text[written:start])
        yield Run(text[max(start, written) : end], _BOLD)
        written = max(written, end)
    yield Run(text[written:])


def _tagged(html: str, tag: str) -> str:
    """('ha', 'b') -> '<b>ha</b>'; no tag around nothing."""
    return f"<{tag}>{html}</{tag.split(maxsplit=1)[0]}>" if tag and html else html


def _html(page: Sequence[Block]) -> str:
    return "".join(
        (block.gap if number else "")
        + _tagged(
            "".join(_tagged(escape(run.text, quote=False), run.tag) for run in block.runs),
            block.tag,
        )
        for number, block in enumerate(page)
    )


def _text(page: Sequence[Block]) -> str:
    return "".join((block.gap if number else "") + block.text for number, block in enumerate(page))


def _pages(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks, as many on a page as fit."""
    pages: list[list[Block]] = []
    for block in blocks:
        for piece in _pieces(block):
            if not pages or units(_text([*pages[-1], piece])) > PAGE:
                pages.append([])
            pages[-1].append(piece)
    return pages


def _pieces(block: Block) -> Iterator[Block]:
    """The block, in parts of at most a page, cut at white space where there is any."""
    while units(block.text) > PAGE:
        end = _last_fitting(block.text)
        yield replace(block, runs=_cut(block.runs, 0, end))
        rest = len(block.text) - len(block.text[end:].lstrip())
        block = replace(block, runs=_cut(block.runs, rest, len(block.text)))
    yield block


def _last_fitting(text: str) -> int:
    """Where to cut: the last white space within a page, or else the page's end."""
    end = PAGE
    while units(text[:end]) > PAGE:
        end -= max(1, (units(text[:end]) - PAGE) // 2)
    white = max(text.rfind(space, 0, end + 1) for space in " \n")
    return white if white > 0 else end


def _cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """Characters [start, end) of the runs' joined text, each in its style."""
    kept, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            kept.append(replace(run, text=text))
        at += len(run.text)
    return tuple(kept)
