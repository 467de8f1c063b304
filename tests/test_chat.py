"""A conversation in the terminal: follow-ups, history, and polite leaving."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console
from spacy.language import Language

from bot.chat import converse
from bot.desk import Desk
from bot.replies import Replies
from tests.serving import EchoDesk
from tests.told import desk_of

UP, ENTER, CTRL_C, CTRL_D = "\x1b[A", "\r", "\x03", "\x04"


def screen(*, tty: bool = False) -> Console:
    return Console(file=io.StringIO(), width=80, force_terminal=tty)


def text_on(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


class Typist(DummyOutput):
    """Presses the next key each time the screen has been drawn."""

    def __init__(self, keys: Sequence[str], board: PipeInput) -> None:
        self._keys, self._board = iter(keys), board

    def flush(self) -> None:
        self._board.send_text(next(self._keys, ""))


def typed(*keys: str) -> tuple[list[str], str]:
    """The questions the desk was asked, and the screen."""
    desk, console = EchoDesk(), screen(tty=True)
    with create_pipe_input() as board, create_app_session(board, Typist(keys, board)):
        converse(desk, console, interactive=True)
    return [question for question, _ in desk.asked], text_on(console)


def test_piped_questions_are_answered_in_order_in_one_chat(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipe(monkeypatch, "Who sailed?\n\n  And when?  \n")
    desk, console = EchoDesk(), screen()

    converse(desk, console, interactive=False)

    assert [question for question, _ in desk.asked] == ["Who sailed?", "And when?"]
    assert len({chat for _, chat in desk.asked}) == 1 and desk.asked[0][1]
    assert text_on(console).startswith("You asked: Who sailed? [1]\n")
    assert "Ask about the story" not in text_on(console)


def test_the_last_line_needs_no_line_break(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "Who?")
    desk = EchoDesk()

    converse(desk, screen(), interactive=False)

    assert len(desk.asked) == 1


@pytest.mark.parametrize("word", ["/quit", "/exit", "/QUIT"])
def test_quit_leaves_and_what_follows_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    pipe(monkeypatch, f"Who?\n{word}\nWhen?\n")
    desk = EchoDesk()

    converse(desk, screen(), interactive=False)

    assert [question for question, _ in desk.asked] == ["Who?"]


def test_a_person_is_greeted_with_the_story_and_the_way_out() -> None:
    _, text = typed(CTRL_D)

    assert "Ferry sails again" in text
    assert "/quit" in text


@pytest.mark.parametrize("leave", [[CTRL_C], [CTRL_D], ["/quit", ENTER]], ids=str)
def test_a_person_leaves_politely(leave: list[str]) -> None:
    asked, text = typed("Who?", ENTER, *leave)

    assert asked == ["Who?"]
    assert "Traceback" not in text


def test_an_empty_line_asks_nothing() -> None:
    asked, _ = typed(ENTER, "  ", ENTER, "Who?", ENTER, CTRL_D)

    assert asked == ["Who?"]


def test_the_arrow_keys_bring_back_questions() -> None:
    asked, _ = typed("Who?", ENTER, "When?", ENTER, UP, UP, ENTER, CTRL_D)

    assert asked == ["Who?", "When?", "Who?"]


def test_a_list_of_the_story_is_shown_whole(
    monkeypatch: pytest.MonkeyPatch, desk_on: Callable[[str], Desk]
) -> None:
    pipe(monkeypatch, "/people\n")
    console = screen()

    converse(desk_on("ferry"), console, interactive=False)

    lines = text_on(console).splitlines()
    assert lines[:2] == ["Who is who", "• Ingrid Aasen, who led the rescue [1]."]
    assert any(line.startswith("• Sigrid Thorsen: Prime Minister") for line in lines)
    assert any(line.startswith("[1] Nordic News Agency") for line in lines)


def test_a_list_that_would_be_empty_is_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    pipe(monkeypatch, "/people\n")
    console = screen()

    converse(desk_of(tmp_path, nlp, replies, "The sea was calm."), console, interactive=False)

    assert text_on(console) == "The story has nothing for this list.\n\n"
