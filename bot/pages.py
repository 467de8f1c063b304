"""Text in styles, as pages of HTML and the same pages as plain text.

Everything is plain text until it is written here; markup is escaped here, once.  A page is what
fits into one message.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

PAGE = 4096  # UTF-16 units of text in a message, markup not counted (Bot API: sendMessage)
BOLD, ITALIC = "b", "i"
QUOTED, FOLDED = "blockquote", "blockquote expandable"
_DATE_TAG = re.compile(r"</?tg-time[^>]*>")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    tag: str = ""  # "b", or as `link` and `moment` write it
    inner: str = ""  # a tag within that one


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

    @classmethod
    def plain(cls, text: str) -> "Page":
        """Words of the bot's own."""
        return cls(escape(text, quote=False), text)

    @property
    def undated(self) -> str:
        """The HTML for a server that does not know Telegram's tag for dates."""
        return _DATE_TAG.sub("", self.html)


def link(url: str) -> str:
    """The tag of words that lead to an address."""
    return f'a href="{escape(url)}"'


def moment(seconds: int) -> str:
    """The tag of a date: Telegram shows it as readers write dates, without the time of day."""
    return f'tg-time unix="{seconds}" format="D"'


def pages(blocks: Iterable[Block]) -> list[Page]:
    """The blocks as messages, as many in each as fit."""
    return [Page(_html(page), joined(page)) for page in _filled(blocks)]


def split(text: str) -> list[str]:
    """A text of the bot's own, in as many messages as it needs."""
    paragraphs = (Block((Run(paragraph),)) for paragraph in text.split("\n\n") if paragraph)
    return [joined(page) for page in _filled(paragraphs)]


def units(text: str) -> int:
    """How long Telegram says that a text is: characters beyond U+FFFF count twice."""
    return len(text.encode("utf-16-le")) // 2


def joined(blocks: Sequence[Block]) -> str:
    """All of it on one page, without markup."""
    return "".join(
        (block.gap if number else "") + block.text for number, block in enumerate(blocks)
    )


def _html(page: Sequence[Block]) -> str:
    return "".join(
        (block.gap if number else "") + _tagged("".join(_styled(block.runs)), block.tag)
        for number, block in enumerate(page)
    )


def _styled(runs: Iterable[Run]) -> Iterator[str]:
    """Runs of one style side by side share its tag."""
    for tag, same in groupby(runs, key=lambda run: run.tag):
        inside = (_tagged(escape(run.text, quote=False), run.inner) for run in same)
        yield _tagged("".join(inside), tag)


def _tagged(html: str, tag: str) -> str:
    """('ha', 'b') -> '<b>ha</b>'; no tag around nothing."""
    return f"<{tag}>{html}</{tag.split(maxsplit=1)[0]}>" if tag and html else html


def _filled(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks, as many on a page as fit."""
    pages: list[list[Block]] = []
    for block in blocks:
        for piece in _pieces(block):
            if not pages or units(joined([*pages[-1], piece])) > PAGE:
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
