"""What happened to somebody: the clause that tells it, whole and finite; of nobody else."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
The warden of the zoo, Ida Beck, met the owners of stolen camels.
A storm hit Halm on Monday, sinking two barges.

The old aviary was closed by the council in May, and its parrots were sold. Beck wants to feed the goats.
"""


@pytest.mark.parametrize("question", ["What happened to the lions?", "What happened to the goats?"])
def test_of_whom_no_deed_is_told_nothing_happened(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What happened to the aviary?", "The old aviary was closed by the council in May"),
        ("What happened to the parrots?", "Its parrots were sold"),
        ("What happened to the barges?", "A storm hit Halm on Monday, sinking two barges"),
    ],
)
def test_the_clause_that_tells_it_is_given(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(STORY, question)

    assert says(reply, words) and reply.text.startswith(words)


@pytest.mark.parametrize(
    "question", ["What's the latest?", "Any news?", "hi! what's this about?", "What is it about?"]
)
def test_who_asks_for_the_news_gets_the_lead(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    story = "A ferry sank off Vigo on Monday. All aboard were saved by fishermen."

    assert says(ask(story, question), "A ferry sank off Vigo")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the council do?", "The old aviary was closed by the council in May"),
        ("What did Ida Beck do?", "The warden of the zoo, Ida Beck, met the owners"),
        ("What did the storm do on Monday?", "A storm hit Halm on Monday, sinking two barges"),
    ],
)
def test_what_somebody_did_is_told_as_a_clause(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    reply = ask(STORY, question)

    assert reply.kind == "done"
    assert says(reply, words) and reply.text.startswith(words)


@pytest.mark.parametrize(
    "question", ["What did the parrots do?", "What did the storm do on Friday?", "What did Ed do?"]
)
def test_of_whom_no_deed_is_told_none_is_given(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


def test_a_clause_that_ends_in_a_quotation_keeps_both_marks(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "The mayor opened the port. Ida Beck called the plan “a step into the dark.”"

    reply = ask(story, "What did Ida Beck do?")

    assert reply.text.startswith("Ida Beck called the plan “a step into the dark.”")


def test_where_and_when_something_happened_is_no_question_for_the_deed(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "A fire in Madrid killed two bakers on Monday."

    assert says(ask(story, "Where did the fire happen?"), "Madrid")
    assert says(ask(story, "When did the fire happen?"), "Monday")


def test_of_a_day_it_is_told_what_happened_on_it(ask: Callable[[str, str], Reply]) -> None:
    story = "A ferry sank in May 2025. Rescuers raised it on June 3, 2025, in Vigo. It is for sale."

    assert says(ask(story, "What happened in May 2025?"), "A ferry sank in May 2025")
    assert says(ask(story, "What happened in June 2025?"), "Rescuers raised it")
    assert not ask(story, "What happened in July 2025?").answered


def test_what_something_came_to_is_told_before_what_reached_it(
    ask: Callable[[str, str], Reply],
) -> None:
    story = (
        "A tram burned down in Linz on Monday.\n\n"
        "Officer Ulla Fink said that firefighters reached the tram before the police did.\n"
    )

    assert says(ask(story, "What happened to the tram?"), "burned down in Linz")


@pytest.mark.parametrize("question", ["What happens next?", "what will happen now", "What's next?"])
def test_what_is_to_come_is_told(ask: Callable[[str, str], Reply], question: str) -> None:
    story = """\
A ferry sank off Vigo on Monday. “We will sue,” said Ana Roe. The owner will not pay.

Divers will raise the ferry on Friday, the police said.
"""

    assert says(ask(story, question), "Divers will raise the ferry")


def test_where_nothing_is_to_come_nothing_is_told(ask: Callable[[str, str], Reply]) -> None:
    assert not ask("A ferry sank off Vigo on Monday.", "What happens next?").answered


def test_what_a_relative_clause_tells_of_it_happened_to_it(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Four climbers slept in two tents that were swept away."

    assert says(ask(story, "What happened to the tents?"), "two tents that were swept away")


def test_what_will_happen_is_told_by_what_will(ask: Callable[[str, str], Reply]) -> None:
    story = "The Don Crisanto was built in 1979. It is the oldest. The Don Crisanto will become a museum."

    assert says(ask(story, "What will happen to the Don Crisanto?"), "will become a museum")
    assert "museum" not in ask(story, "What happened to the Don Crisanto?").text
