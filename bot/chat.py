"""A conversation in the terminal: line editing and history, colours when it is a terminal."""

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import InMemoryHistory
from rich.console import Console
from rich.text import Text

from bot.desk import Desk
from bot.domain import Reply, Slot
from bot.render import source_line

GREETING = "Ask about the story; Ctrl-D leaves."


def converse(desk: Desk) -> None:
    """Answer questions until the reader leaves."""
    console = Console(highlight=False)
    titles = ", ".join(article.source.title for article in desk.corpus.articles)
    console.print(Text(titles, style="bold"))
    console.print(GREETING, style="dim")
    ask = _prompt(console)
    while (question := ask()) is not None:
        if question.strip():
            show(console, desk.ask(question, chat="terminal"))


def _prompt(console: Console):  # type: ignore[no-untyped-def]
    """A function that reads a question; None at the end of the input."""
    if console.is_terminal:
        session: PromptSession[str] = PromptSession(history=InMemoryHistory())

        def edited() -> str | None:
            try:
                return session.prompt(ANSI("\n\x1b[1m›\x1b[0m "))
            except EOFError:
                return None
            except KeyboardInterrupt:
                return ""

        return edited

    def plain() -> str | None:
        try:
            return input()
        except EOFError:
            return None

    return plain


def show(console: Console, reply: Reply) -> None:
    """The reply, its key words bold, and its sources under it."""
    text = Text()
    for part in reply.parts:
        text.append(part.text, style="bold" if isinstance(part, Slot) and part.strong else "")
    if reply.corrected:
        console.print(f"(read as: {reply.corrected})", style="dim")
    console.print(text)
    for citation in reply.citations:
        console.print(Text(source_line(citation), style="dim"))
        quoted = Text("    " + " ".join(citation.sentence.text.split()), style="dim italic")
        console.print(quoted)
    for suggestion in reply.suggestions:
        console.print(Text(f"  › {suggestion}", style="cyan"))
