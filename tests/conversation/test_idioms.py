"""Set phrases are said plainly, and nothing else is."""

import pytest

from bot.conversation.idioms import plainly


@pytest.mark.parametrize(
    "question",
    [
        "Who took the place of the mayor?",
        "Where did they place it?",
        "Why did the death toll rise?",
        "Who reported the death toll?",
        "How did they come?",
        "Who runs bars?",
        "What is the capacity of the hall?",
        "What day was it?",
        "When did the house of Ana Roe happen?",
        "What sort of boat was hit?",
        "What does Ana Roe do for the living?",
        "What is the number of seals?",
    ],
)
def test_what_is_no_set_phrase_stays(question: str) -> None:
    assert plainly(question) == question


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Where did the match take place?", "Where did the match happen?"),
        ("When will it be taking place?", "When will it be happening?"),
        ("Who is still behind bars?", "Who is still in prison?"),
        ("What is the death toll?", "How many people died?"),
        ("death toll in Rota", "How many people died in Rota?"),
        ("What was the death toll from the storm?", "How many people did the storm kill?"),
        ("What was the date of the vote?", "when was the vote?"),
        ("On what grounds was Ana Roe fined?", "why was Ana Roe fined?"),
        ("In what capacity does Ana Roe serve?", "who is Ana Roe?"),
        ("What is the post held by Ana Roe?", "who is Ana Roe?"),
        ("What does Ana Roe do for a living?", "who is Ana Roe?"),
        ("How does Ana Roe earn her living?", "who is Ana Roe?"),
        ("What's up with the boats?", "what happened to the boats?"),
        ("What was the accusation against Ana Roe?", "what was Ana Roe accused of?"),
        ("Where is Brim located?", "Where is Brim?"),
        ("What does Ana Roe hope for?", "What does Ana Roe hope?"),
        ("When did the sale of the boat happen?", "when was the sale of the boat?"),
        ("What sort of company is Brim?", "what is Brim?"),
        ("Of what was Ana Roe accused?", "what was Ana Roe accused of?"),
        (
            "What is the number of seals according to Brim?",
            "how many seals are there according to Brim?",
        ),
        ("What are the whereabouts of Ana Roe?", "where is Ana Roe?"),
    ],
)
def test_a_set_phrase_is_said_in_other_words(question: str, plain: str) -> None:
    assert plainly(question) == plain
