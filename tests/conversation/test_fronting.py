"""What is set apart before a question is put back; what is no thing set apart stays."""

import pytest

from bot.conversation.fronting import restored
from bot.story.spelling import Vocabulary

PEOPLE = Vocabulary.of(["Ana Lund left the ferry."], ["Ana Lund"])


@pytest.mark.parametrize(
    ("typed", "asked"),
    {
        "Ana Lund, who is she?": "who is Ana Lund?",
        "ana lund - when did she leave": "when did ana lund leave?",
        "The ferry: where is it now?": "where is The ferry now?",
        "ana lund who is that": "who is ana lund?",
        "ana lund whos that": "ana lund whos that",
        "Ana Lund left when she heard it?": "Ana Lund left when she heard it?",
        "After the storm, who said that she left?": "After the storm, who said that she left?",
        "The man who said he left": "The man who said he left",
        "Who is she?": "Who is she?",
    }.items(),
)
def test_a_thing_set_apart_takes_the_place_of_its_pronoun(typed: str, asked: str) -> None:
    assert restored(typed, PEOPLE) == asked
