"""The trace tells for every kind of question what was found, what was refused and why."""

from collections.abc import Callable

import pytest

from bot.answers import trace
from bot.desk import Desk


@pytest.fixture
def lines(desk_on: Callable[[str], Desk]) -> Callable[[str], list[str]]:
    return lambda question: list(desk_on("ferry").ask(question, explain=True).trace)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who led the rescue?", "who"),
        ("When was the Solveig built?", "when"),
        ("How many people were on board?", "how many"),
        ("Who is Tomas Brekke?", "definition"),
        ("What did Karin Holm say?", "said"),
        ("Was anybody killed?", "yesno"),
        ("Who were the five crew members?", "list"),
        ("What happened?", "gist"),
        ("Who is Lars Eide's sister?", "kin"),
    ],
)
def test_each_kind_tells_what_it_says_and_that_it_is_proved(
    lines: Callable[[str], list[str]], question: str, kind: str
) -> None:
    told = lines(question)

    assert told[1].startswith("read as: ")
    assert any(line.startswith(f"{kind}: says “") and line.endswith("proved") for line in told)
    assert any(line.startswith("proof [1]: ") for line in told)


def test_words_are_told_with_the_parts_of_their_score_and_a_verdict(
    lines: Callable[[str], list[str]],
) -> None:
    told = [line for line in lines("Who led the rescue?") if "candidate" in line]

    assert any("Ingrid Aasen” (" in line and ": kept, confidence 0." in line for line in told)
    assert any(": refused: " in line for line in told)


def test_a_refusal_tells_what_was_looked_at(lines: Callable[[str], list[str]]) -> None:
    told = lines("When did Lunde buy the ferry?")

    assert any(line.startswith("sentence ferry ") for line in told)
    assert any(line.startswith("reply: not answered") for line in told)


def test_a_sentence_is_told_with_the_parts_of_its_worth(lines: Callable[[str], list[str]]) -> None:
    (first, *_) = [line for line in lines("Who led the rescue?") if line.startswith("sentence ")]

    worth, _, parts = first.partition(" (")
    told = [float(part.rsplit(" ", 1)[1]) for part in parts.partition(")")[0].split(", ")]
    assert len(told) == trace.PARTS and all(told)
    assert abs(sum(told) - float(worth.rsplit(" ", 1)[1])) < abs(sum(told))  # the most of it


def test_small_talk_is_told_as_such(lines: Callable[[str], list[str]]) -> None:
    assert lines("hello there")[0] == "kind: talk (hello)"
    assert lines("hello there")[-1].startswith("reply: not answered")


def test_of_who_says_so_no_kind_of_question_is_told(desk_on: Callable[[str], Desk]) -> None:
    desk = desk_on("ferry")
    desk.ask("Was Solberg fined?", chat="trace")
    told = desk.ask("Who says so?", chat="trace", explain=True).trace
    desk.forget("trace")

    assert told[0].startswith("kind: source") and not any("candidate" in line for line in told)
