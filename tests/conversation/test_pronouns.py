"""A pronoun stands for what was spoken of, or for nothing that is known; never for the other one."""

import pytest

from bot.conversation.memory import Memory
from bot.conversation.pronouns import named

MEMORY = Memory(
    question="Who is Mara Lund's brother?",
    person="Leo Lund",
    thing="Lugo",
    place="Lugo",
    many="the five sailors",
)


@pytest.mark.parametrize(
    ("typed", "read"),
    {
        "Why did they free them?": "Why did they free the five sailors?",
        "Where did they go?": "Where did the five sailors go?",
        "When did he see him?": "When did Leo Lund see him?",
        "Where was his brother?": "Where was Mara Lund's brother?",
        "Where was his boat?": "Where was Leo Lund's boat?",
        "How many boats are there?": "How many boats are there?",
        "Who waited there?": "Who waited in Lugo?",
        "Was it a gift?": "Was it a gift?",
        "Where is it?": "Where is Lugo?",
        "How far is it from Vigo?": "How far is Lugo from Vigo?",
        "Who is that man?": "Who is that man?",
        "Who did that?": "Who did that?",
        "Where is that?": "Where is Lugo?",
    }.items(),
)
def test_a_pronoun_takes_up_what_it_can_stand_for(typed: str, read: str) -> None:
    assert named(typed, MEMORY) == read


def test_a_body_may_be_it_anywhere() -> None:
    union = Memory(question="What is the Harbor Union?", thing="Harbor Union")

    assert named("Was it a gift?", union) == "Was Harbor Union a gift?"
