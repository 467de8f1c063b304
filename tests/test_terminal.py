"""Replies in a terminal: bold key words, sources under them, wrapped; and plain when piped."""

import io
from datetime import date

import pytest
from rich.console import Console

from bot.domain import Citation, Fact, Made, Mark, Part, Reply, Role, Sentence, Slot, Source, Words
from bot.terminal import INDENT, show

SOURCE = Source("ferry", "Ferry sails", "The Daily", date(2026, 1, 9))
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def cited(text: str, *marked: tuple[int, int]) -> Citation:
    sentence = Sentence(SOURCE, 19, 3, Role.BODY, 0, len(text), text)
    return Citation(1, sentence, tuple(Fact(sentence, *span) for span in marked))


def strong(text: str) -> Slot:
    return Slot(text, (), Made.VERBATIM, strong=True)


def shown(
    *parts: Part, citations: tuple[Citation, ...] = (), width: int = 80, tty: bool = False,
    environ: dict[str, str] | None = None, **more: object,
) -> str:  # fmt: skip
    reply = Reply("Q?", "who", True, parts, citations, **more)  # type: ignore[arg-type]
    screen = Console(
        file=io.StringIO(), width=width, force_terminal=tty, highlight=False, markup=False,
        emoji=False, _environ={"TERM": "xterm-256color"} | (environ or {}),
    )  # fmt: skip
    show(screen, reply)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_the_answer_comes_first_then_each_source_with_its_sentence() -> None:
    citation = cited("Ann sailed on Friday.", (0, 3))

    assert shown(strong("Ann"), Words(" sailed "), Mark(1), citations=(citation,)) == (
        "Ann sailed [1]\n"
        "\n"
        "[1] The Daily, 9 Jan 2026, “Ferry sails”, sentence 19\n"
        "    Ann sailed on Friday.\n"
    )


def test_key_words_are_bold_in_a_terminal() -> None:
    assert shown(strong("Ann"), Words(" sailed"), tty=True) == f"{BOLD}Ann{PLAIN} sailed\n"


def test_the_words_that_were_used_stand_out_in_the_sentence() -> None:
    citation = cited("Ann sailed on Friday.", (0, 3), (14, 20), (14, 20))

    text = shown(Words("x"), citations=(citation,), tty=True)

    assert "1mAnn\x1b[0m" in text
    assert "1mFriday\x1b[0m" in text
    assert "1msailed" not in text


def test_a_pipe_gets_no_colours_and_whole_lines() -> None:
    text = shown(strong("word " * 60), citations=(cited("word " * 60, (0, 4)),), width=40)

    assert "\x1b" not in text
    assert len(text.splitlines()) == 4


def test_no_color_is_heeded() -> None:
    text = shown(Words("x"), citations=(cited("Ann."),), tty=True, environ={"NO_COLOR": "1"})

    assert "\x1b[36m" not in text
    assert "\x1b[36m" in shown(Words("x"), citations=(cited("Ann."),), tty=True)


@pytest.mark.parametrize("width", [20, 60, 80, 300])
def test_lines_fit_the_terminal_and_sentences_stay_indented(width: int) -> None:
    words = "Ann sailed with the captain of the ferry. " * 5
    text = shown(Words("y"), citations=(cited(words.strip()),), width=width, tty=True,
                 environ={"NO_COLOR": "1"}).replace("\x1b[2m", "").replace(PLAIN, "")  # fmt: skip

    lines = text.splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    quoted = [line for line in lines if line.startswith(" " * INDENT)]
    assert " ".join(line.strip() for line in quoted) == words.strip()


def test_a_sentence_over_two_lines_is_shown_on_one() -> None:
    assert "    Ann\tsailed." not in shown(Words("x"), citations=(cited("Ann\nsailed."),))
    assert "    Ann sailed." in shown(Words("x"), citations=(cited("Ann\nsailed."),))


def test_a_story_cannot_steer_the_terminal() -> None:
    text = shown(Words("\x1b]0;title\x07"), citations=(cited("\x1b[31mRed\x9b1m"),))

    assert "\x1b" not in text and "\x07" not in text and "\x9b" not in text


def test_what_looks_like_markup_is_shown_as_it_stands() -> None:
    assert "[bold]x[/bold] :smile:" in shown(Words("[bold]x[/bold] :smile:"), tty=True)


def test_a_question_read_otherwise_and_what_else_to_ask_are_told() -> None:
    text = shown(Words("Yes."), corrected="Who sailed?", suggestions=("When?", "Where?"))

    assert text.splitlines() == [
        "Read as: Who sailed?", "Yes.", "", "You could also ask:", "    › When?", "    › Where?",
    ]  # fmt: skip
