"""The command line: serve, chat, ask, check.  The only room that prints or reads the environment."""

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot import check, corpus
from bot.chat import converse
from bot.desk import Desk, open_desk
from bot.domain import Citation, Reply
from bot.errors import BotError
from bot.render import to_text
from bot.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 done, 1 something to mend, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        settings = Settings.read({**_dotenv(), **os.environ})
        path = options.corpus or settings.corpus or bundled_corpus()
        return int(options.run(options, settings, path))
    except BotError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def bundled_corpus() -> Path:
    """The articles shipped with the program: beside the package, or inside an installed one."""
    package = Path(__file__).parent
    inside = package / "bundled"
    return inside if inside.is_dir() else package.parent / "corpus"


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--corpus", type=Path, metavar="PATH", help="a folder of articles, or one file"
    )
    parser = argparse.ArgumentParser(
        prog="story-bot",
        parents=[shared],
        description="Answers questions about a news story, with proof. "
        "Without a command: serve when TELEGRAM_BOT_TOKEN is set, else chat.",
    )
    parser.set_defaults(run=_serve_or_chat)
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        # SUPPRESS: an option given before the command is not overwritten by its absence after it
        found = commands.add_parser(name, help=text, description=text, argument_default=argparse.SUPPRESS)
        found.add_argument(
            "--corpus", type=Path, metavar="PATH", help="a folder of articles, or one file"
        )
        found.set_defaults(run=run)
        return found

    command("serve", _serve, "Answer in Telegram; needs TELEGRAM_BOT_TOKEN.")
    command("chat", _chat, "Ask in the terminal, with follow-up questions.")
    command("check", _check, "Read the corpus aloud; exit status 1 if a file was left out.")
    ask = command("ask", _ask, "Answer one question, or with --json one a line of standard input.")
    ask.add_argument("question", nargs="?", default="")
    ask.add_argument("--json", action="store_true", default=False, help="JSON Lines in and out")
    ask.add_argument("--explain", action="store_true", default=False, help="tell how it was found")
    return parser


def _dotenv() -> dict[str, str]:
    return {name: value for name, value in dotenv_values(".env").items() if value is not None}


def _open(settings: Settings, path: Path) -> Desk:
    return open_desk(path, model=settings.spacy_model or None)


def _serve_or_chat(options: argparse.Namespace, settings: Settings, path: Path) -> int:
    return (_serve if settings.token else _chat)(options, settings, path)


def _serve(_options: argparse.Namespace, settings: Settings, path: Path) -> int:
    from bot.app import serve  # noqa: PLC0415  (Telegram's library is slow to import)

    serve(settings, _open(settings, path))
    return 0


def _chat(_options: argparse.Namespace, settings: Settings, path: Path) -> int:
    converse(_open(settings, path))
    return 0


def _check(_options: argparse.Namespace, _settings: Settings, path: Path) -> int:
    found = corpus.read(path)
    print(check.report(found))
    return int(any(problem.fatal for problem in found.problems))


def _ask(options: argparse.Namespace, settings: Settings, path: Path) -> int:
    if options.json:
        return _answer_lines(_open(settings, path), explain=options.explain)
    if not options.question.strip():
        print('Ask something: story-bot ask "Who was released and when?"', file=sys.stderr)
        return 2
    reply = _open(settings, path).ask(options.question)
    print(to_text(reply))
    if options.explain:
        print("", *reply.trace, sep="\n")
    return 0


def _answer_lines(desk: Desk, *, explain: bool) -> int:
    """Answer each line of standard input; a line that cannot be read is told, and passed over."""
    status = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            question = row["question"]
            if not isinstance(question, str):
                raise TypeError
        except (ValueError, KeyError, TypeError):
            print(f'line {number}: not an object with a "question" in words', file=sys.stderr)
            status = 1
            continue
        begun = time.perf_counter()
        reply = desk.ask(question, chat=str(row.get("chat", "")), article=row.get("article"))
        took = (time.perf_counter() - begun) * 1000
        print(json.dumps(_row(row.get("id"), reply, took, explain), ensure_ascii=False), flush=True)
    return status


def _row(id_: object, reply: Reply, milliseconds: float, explain: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": id_,
        "question": reply.question,
        "answered": reply.answered,
        "kind": reply.kind,
        "answer": reply.text,
        "short": reply.short,
        "citations": [_citation(citation) for citation in reply.citations],
    }
    if reply.corrected:
        row["corrected"] = reply.corrected
    if explain:
        row["trace"] = list(reply.trace)
    row["latency_ms"] = round(milliseconds, 2)
    return row


def _citation(citation: Citation) -> dict[str, Any]:
    sentence = citation.sentence
    source = sentence.source
    return {
        "number": citation.number,
        "article": source.stem,
        "title": source.title,
        "source": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }
