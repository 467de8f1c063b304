"""Words of the right sentence that tell nothing are no answer."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from tests.told import says

Ask = Callable[[str, str], Reply]

HARBOUR = """\
Harbor crossings have dropped, partly due to the new bridge. As Ana Roe told the Vigo Post, ferry use has
fallen sharply.

"The umpire settled this final," said coach Leo Falk. Because of that, the fans were angry.

A leaked memo seen by the Vigo Post says the Alma will be sold. The port museum was quiet at the east gate
to the docks.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Why has ferry use fallen?",  # 'Ana Roe told the Vigo Post'
        "How was the final settled?",  # 'said coach Leo Falk'
        "Why were the fans angry?",  # 'because of that'
        "Who leaked the memo?",  # 'a leaked memo'
        "When is the next regatta?",
    ],
)
def test_words_that_tell_nothing_are_no_answer(ask: Ask, question: str) -> None:
    assert not ask(HARBOUR, question).answered


@pytest.mark.parametrize("question", ["What was at the east gate?", "What is the Alma like?"])
def test_what_is_only_beside_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(HARBOUR, question).kind == "anything"  # the sentence is quoted


def test_which_ones_they_are_is_told_by_no_vague_word(ask: Ask) -> None:
    story = "He is in the company of other well-known painters who used the lens, such as Ada Moe."

    assert ask(story, "Which painters used the lens?").kind != "which"


@pytest.mark.parametrize(
    ("story", "doer"),
    [
        ("A survey of crabs by Jon Berg was read in Vigo.", "Jon Berg"),
        (
            "The survey of crabs was supported by the Lund Fund, Vigo Council, and Rota Park Service.",
            "",
        ),
        (
            "Results of crab surveys, published in a paper by Ada Moe in 1989, show that crabs shrink.",
            "",
        ),
    ],
)
def test_who_paid_for_a_survey_did_not_do_it(ask: Ask, story: str, doer: str) -> None:
    reply = ask(story, "Who did the survey?")

    assert says(reply, doer) if doer else not reply.answered


def test_who_only_speaks_did_not_announce_what_the_sentence_lacks(ask: Ask) -> None:
    story = (
        "The museum has no homes for the engines. Governor Ana Roe said the museum had tried hard to win"
        " the ships."
    )

    assert "Roe" not in ask(story, "Who announced the new homes of the ships?").short


def test_the_score_is_not_who_scored(ask: Ask) -> None:
    story = "Kofi Berg scored in the 63rd minute. Rota were ahead at halftime."

    assert not ask(story, "What was the score at halftime?").answered


def test_who_refuses_is_not_refused(ask: Ask) -> None:
    story = "Coach Leo Falk was angry. He refused to shake hands with the umpire."

    assert not ask(story, "Why was Falk dismissed?").answered


@pytest.mark.parametrize("question", ["Who was angry about Vigo's choice?", "Who is glad?"])
def test_whom_a_speaker_is_like_is_not_the_speaker(ask: Ask, question: str) -> None:
    story = (
        "Vigo chose Rota.\n\n“Like many Norwegians, I am angry about Vigo's choice.”\n\n"
        "Like many Danes, she is glad.\n"
    )

    assert not ask(story, question).answered


def test_all_cases_are_no_crops(ask: Ask) -> None:
    story = (
        "A team looked at wheat and maize. The scientists found that the fall of crop yields by 2050"
        " exceeded 10%, hurting food security, in all cases examined."
    )

    assert ask(story, "Which crops were studied?").kind == "anything"  # the sentence is quoted
