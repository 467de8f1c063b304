"""How far the words reach that are told: lists to their end, no neighbour taken in."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

STORY = """\
Speaking to the Peruvian broadcaster RTX, Deputy Minister Mara Lund named the miners.
Leo Falk was jailed over a fire in Lugo — a charge his family denies.

Bakers, nurses and two retired sailors were on board the ferry.
Two tugs, a crane from Vigo and a barge reached the wreck on Sunday.
The doors and windows burned, police spokeswoman Ida Moe said.
Peru deported over 40 miners to Chile, where they were held for a week.

On Monday the Roe administration moved on, closing the mine and announcing plans to sell the two mills.
As the news of the fire broke on Friday, the bakers ran to the harbor, asking for their wives.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who did Mara Lund speak to?", "the Peruvian broadcaster RTX"),
        ("Who denies the charge against Leo Falk?", "his family"),
        ("Who was on board the ferry?", "Bakers, nurses and two retired sailors"),
        ("What reached the wreck?", "Two tugs, a crane from Vigo and a barge"),
        ("What burned?", "The doors and windows, according to Ida Moe"),
        ("Where were the miners held?", "Chile"),
        ("Where were the miners deported to?", "to Chile"),
        ("What did the Roe administration announce?", "plans to sell the two mills"),
    ],
)
def test_as_much_is_told_as_answers(
    ask: Callable[[str, str], Reply], question: str, answer: str
) -> None:
    reply = ask(STORY, question)

    assert reply.text.lower().removesuffix(" [1].").removeprefix("the ") == (
        answer.lower().removeprefix("the ")
    )


def test_a_sentence_keeps_the_conjunction_that_it_opens_with(
    ask: Callable[[str, str], Reply],
) -> None:
    reply = ask(STORY, "What did the bakers do?")

    assert says(reply, "As the news of the fire broke on Friday, the bakers ran to the harbor")


ODD = """\
Ida Voss left maps at the home of her aunt Lea Falk who had ties to the Blue Riders.
Max Ott, a Halm Free Party MP, found the book in Lugo in a rain-stained bag.

No injuries were reported. The noise will go on, and the port said it would sue if the noise stops.
The mayor was told that the port attacked the club and that he had to leave because he was loud.
Vigo won a penalty in May. Then Leo Roth scored in a draw. Nils Rey scored a third goal for Lugo.
The dead pilgrims were buried during the Gala. The worst storm during the Gala hit Vigo.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who had ties to the Blue Riders?", "Lea Falk"),
        ("Who is Max Ott?", "a Halm Free Party MP"),
        ("Where was the book found?", "In Lugo [1]"),
        ("Was anybody hurt?", "No: No injuries"),
    ],
)
def test_the_right_words_are_told(
    ask: Callable[[str, str], Reply], question: str, answer: str
) -> None:
    assert says(ask(ODD, question), answer)


@pytest.mark.parametrize(
    "question",
    [
        "Will the noise stop?",
        "Why did the port attack the club?",
        "Who scored for Vigo?",
        "How many goals did Nils Rey score?",
        "Who told Leo Roth to leave?",
        "What is the Gala?",
    ],
)
def test_what_is_told_of_something_else_is_no_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    reply = ask(ODD, question)

    assert not reply.answered or reply.kind == "anything", reply.text  # then it is quoted
