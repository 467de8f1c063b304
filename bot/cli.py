"""The command line.  The only room that reads the environment."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot import chat, corpus, json_lines, terminal
from bot.articles import operating
from bot.corpus import check
from bot.desk import Desk, open_desk, open_kept_desk
from bot.errors import BotError, SettingsError
from bot.settings import Settings
from bot.state import open_state

EXAMPLE = 'story-bot ask "Who was released and when?"'
APOLOGY = "Something went wrong inside the bot; standard error says more."
CACHE = "cache"  # in BOT_DATA

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 done, 1 something to mend, 2 wrong usage."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        run: Command = options.run
        status = run(options, Settings.read({**_dotenv(Path(".env")), **os.environ}))
        sys.stdout.flush()  # here, where a reader who has left does no harm
        return status
    except BotError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130  # as a shell counts a program ended by Ctrl-C
    except BrokenPipeError:  # the reader of our output has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def bundled_corpus() -> Path:
    """The articles shipped with the program: inside an installed package, else beside it."""
    package = Path(__file__).parent
    inside = package / "bundled"
    return inside if inside.is_dir() else package.parent / "corpus"


def _speak_utf8() -> None:
    """Whatever the locale says.  What is no UTF-8 is read as '\ufffd' and written escaped.

    A stream that was closed before the start is an empty one.
    """
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _dotenv(path: Path) -> dict[str, str]:
    """The settings of a `.env` file; none when there is no such file."""
    try:
        found = dotenv_values(path)
    except (OSError, UnicodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}; save it as UTF-8 text.") from error
    return {name: value for name, value in found.items() if value is not None}


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--corpus",
        type=Path,
        metavar="PATH",
        help="a folder of articles, or one file; default: BOT_CORPUS, else the bundled story",
    )
    parser = argparse.ArgumentParser(
        prog="story-bot",
        parents=[shared],
        description="Answers questions about a news story, with proof. "
        "Without a command: serve when TELEGRAM_BOT_TOKEN is set, else chat.",
    )
    parser.set_defaults(run=_serve_or_chat)
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, parents=[shared], help=text, description=text)
        found.set_defaults(run=run)
        return found

    command("serve", _serve, "Answer in Telegram; needs TELEGRAM_BOT_TOKEN.")
    command(
        "chat",
        _chat,
        "Ask in the terminal, with follow-up questions; /people and the like show lists.",
    )
    ask = command("ask", _ask, "Answer one question, or with --json one a line of standard input.")
    ask.add_argument("question", nargs="*", help=f"for example: {EXAMPLE}")
    ask.add_argument("--json", action="store_true", help="JSON Lines in and out")
    ask.add_argument("--explain", action="store_true", help="tell how it was found")
    command("check", _check, "Read the corpus aloud; exit status 1 if a file was left out.")
    command("articles", _on_articles(operating.articles), "List the articles that are served.")
    add = command("add", _on_articles(operating.add, "file"), "Publish an article.")
    add.add_argument("file", type=Path, metavar="FILE", help="a .txt or .md file")
    remove = command("remove", _on_articles(operating.remove, "id"), "Serve an article no longer.")
    remove.add_argument("id", metavar="ID", help="its file name without the ending")
    command("versions", _on_articles(operating.versions), "List the versions one can go back to.")
    text = "Serve what an earlier version served."
    rollback = command("rollback", _on_articles(operating.roll_back, "number"), text)
    rollback.add_argument("number", type=int, metavar="N", help="the version's number")
    export = command("export", _export, "Write votes and unanswered questions as CSV files.")
    export.add_argument(
        "folder", type=Path, nargs="?", default=Path(), metavar="FOLDER", help="default: this one"
    )
    return parser


def _corpus_path(options: argparse.Namespace, settings: Settings) -> Path:
    path: Path = getattr(options, "corpus", None) or settings.corpus or bundled_corpus()
    return path


def _open(options: argparse.Namespace, settings: Settings) -> Desk:
    return open_desk(_corpus_path(options, settings), model=settings.spacy_model or None)


def _serve_or_chat(options: argparse.Namespace, settings: Settings) -> int:
    return (_serve if settings.token else _chat)(options, settings)


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import serve  # noqa: PLC0415  (Telegram's library is slow to import)

    path, model = _corpus_path(options, settings), settings.spacy_model or None
    serve(settings, lambda state: open_kept_desk(path, state, settings.data / CACHE, model=model))
    return 0


def _chat(options: argparse.Namespace, settings: Settings) -> int:
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    chat.converse(_open(options, settings), terminal.console(), interactive=interactive)
    return 0


def _check(options: argparse.Namespace, settings: Settings) -> int:
    found = corpus.read(_corpus_path(options, settings))
    print(check.report(found))
    return int(any(problem.fatal for problem in found.problems))


def _on_articles(do: Callable[..., Iterable[str]], *arguments: str) -> Command:
    """A command that does something to the library, and prints what it is told."""

    def run(options: argparse.Namespace, settings: Settings) -> int:
        with closing(open_state(settings.data)) as state:
            library = operating.open_library(_corpus_path(options, settings), state)
            for line in do(library, *(getattr(options, name) for name in arguments)):
                print(line)
        return 0

    return run


def _export(options: argparse.Namespace, settings: Settings) -> int:
    with closing(open_state(settings.data)) as state:
        print(*operating.export(state, options.folder), sep="\n")
    return 0


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    question = " ".join(options.question).encode(errors="ignore").decode()
    if options.json:
        return _ask_lines(_open(options, settings), explain=options.explain)
    if not question.strip():
        print(f"Ask something: {EXAMPLE}", file=sys.stderr)
        return 2
    reply = _open(options, settings).ask(question, explain=options.explain)
    terminal.show(terminal.console(), reply)
    if options.explain:
        print("", *reply.trace, sep="\n")
    return 0


def _ask_lines(desk: Desk, *, explain: bool) -> int:
    """Answer each line of standard input with a line; only blank lines are passed over."""
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        row: Any = None
        try:
            row = json_lines.read(line)
            answer = json_lines.answer(desk, row, explain=explain)
        except BotError as error:
            answer = json_lines.refusal(row, str(error))
        except Exception:  # a bug, which must not cost the lines that follow
            traceback.print_exc()
            answer = json_lines.refusal(row, APOLOGY)
        if answer["kind"] == "error":
            print(f"line {number}: {answer['answer']}", file=sys.stderr)
        print(json_lines.write(answer), flush=True)
    return 0
