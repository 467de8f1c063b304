"""A reply as the terminal shows it: key words bold, each source under it with its sentence.

Lines are wrapped to the terminal's width.  What is piped into a file or another program has neither
colours nor wrapped lines.
"""

import unicodedata
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.domain import Citation, Reply, Slot, Words
from bot.interface import read_interface
from bot.render import source_line

WIDEST = 100  # columns; longer lines are hard to read
INDENT = 4  # columns of a cited sentence


def console() -> Console:
    """The terminal, or whatever standard output is; heeds NO_COLOR."""
    return Console(highlight=False, markup=False, emoji=False)


def show(console: Console, reply: Reply) -> None:
    """Print a reply, its sources and what else could be asked."""
    for text, indent in _lines(reply):
        width = max(min(console.width, WIDEST) - indent, 1)
        for line in text.wrap(console, width) if console.is_terminal else [text]:
            line.rstrip()
            console.print(Text(" " * indent) + line, soft_wrap=True)


def _lines(reply: Reply) -> Iterator[tuple[Text, int]]:
    """Each line with its indent, in columns."""
    interface = read_interface()
    if reply.corrected:
        yield Text(plain(interface.fill("reply.read_as", question=reply.corrected)), "dim"), 0
    answer = Text()
    for part in reply.parts:
        strong = isinstance(part, Slot) and part.strong
        lines = part.text.split("\n") if isinstance(part, Words) else [part.text]
        answer.append("\n".join(map(plain, lines)), "bold" if strong else "")
    for line in answer.split("\n", allow_blank=True):
        yield line, 0
    for citation in reply.citations:
        yield Text(), 0
        yield Text(plain(source_line(citation, titles=True)), "cyan"), 0
        yield _marked(citation), INDENT
    if reply.suggestions:
        yield Text(), 0
        yield Text(interface.fill("reply.suggestions"), "dim"), 0
        for suggestion in reply.suggestions:
            yield Text(f"› {plain(suggestion)}", "dim"), INDENT


def _marked(citation: Citation) -> Text:
    """The cited sentence, the words that were used in bold."""
    text = Text(plain(citation.sentence.text), "dim")
    for fact in citation.facts:
        text.stylize("not dim bold", fact.start, fact.end)
    return text


def plain(text: str) -> str:
    """The text as long as it was: line breaks, and characters that steer terminals, are spaces."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
