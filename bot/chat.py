"""A conversation in the terminal: line editing and history where there is a keyboard."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.desk import Desk
from bot.glance import LISTS
from bot.interface import ENGLISH, read_interface
from bot.terminal import plain, show

CHAT = "terminal"
LEAVE = {"/quit", "/exit", "/q"}
GREETING = (
    "Ask about the story in your own words; "
    f"{', '.join(f'/{name}' for name in LISTS)} show it at a glance; /quit or Ctrl-D leaves."
)


def converse(desk: Desk, console: Console, *, interactive: bool) -> None:
    """Answer questions until the reader leaves, or standard input ends.

    `interactive`: a person is typing; else the questions are lines of standard input.
    """
    if interactive:
        for article in desk.corpus.articles:
            console.print(Text(plain(article.source.title), "bold"))
        console.print(Text(GREETING, "dim"))
    for question in _typed() if interactive else _piped():
        if question.lower() in LEAVE:
            return
        if (name := question.lower().removeprefix("/")) in LISTS and question.startswith("/"):
            _show_list(desk, name, console)
        else:
            show(console, desk.ask(question, chat=CHAT))
        console.print()


def _show_list(desk: Desk, name: str, console: Console) -> None:
    """All of a list at once: a terminal has room."""
    interface, whole = read_interface(), desk.glance_in(ENGLISH).sheet(name).whole
    if whole is None:
        console.print(interface.fill("glance.none"))
        return
    console.print(Text(interface.fill(f"glance.{name}"), "bold"))
    show(console, whole)


def _typed() -> Iterator[str]:
    """What a person types, until Ctrl-D or Ctrl-C."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415  (`ask` starts faster without)

    session: PromptSession[str] = PromptSession("› ")
    while True:
        try:
            question = session.prompt().strip()
        except (EOFError, KeyboardInterrupt):
            return
        if question:
            yield question


def _piped() -> Iterator[str]:
    """The lines of standard input."""
    while True:
        try:
            question = input().strip()
        except EOFError:
            return
        if question:
            yield question
