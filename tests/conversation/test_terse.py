"""Key words are made a question where they have one meaning."""

import pytest

from bot.conversation.terse import complete
from bot.story.spelling import Vocabulary

STORY = Vocabulary.of(
    ["The ferry Solveig of Fjordlinjen sank after the release. Ana Brekke, 61, is the captain."],
    ["Solveig", "Fjordlinjen", "Ana Brekke"],
)

SAME = """
brekke
ferry
why
and Brekke?
what about the captain
who is the captain
was Brekke arrested
captain arrested
ferry sank
Brekke was fined on what date
what is the age of the captain
how many of the crew were hurt
the captain said what
number of the house
names
birthday date
expiry date
state of the art
lots of people
one of the captains
end of story
captain brother
Tell me the age of the captain
name of
Brekke, captain of Solveig
"""

COMPLETED = {
    "brekke age": "How old is brekke?",
    "Brekke's age": "How old is Brekke?",
    "captain age?": "How old is the captain?",
    "age of the captain": "How old is the captain?",
    "release date": "When was the release?",
    "date of release": "When was the release?",
    "number of detainees": "How many detainees were there?",
    "number of people on board": "How many people on board were there?",
    "fjordlinjen president": "Who is the president of fjordlinjen?",
    "president of fjordlinjen": "Who is the president of fjordlinjen?",
    "brekke brother": "Who is brekke's brother?",
    "brother of ana brekke": "Who is the brother of ana brekke?",
    "captain name": "Who is the captain?",
    "ferry name": "What is the name of the ferry?",
    "ferry names": "What are the names of the ferry?",
    "brekke charges": "What are the charges against brekke?",
    "name of the ferry": "What is the name of the ferry?",
    "reason for arrest of brekke": "What was the reason for the arrest of brekke?",
    "brekke job": "Who is brekke?",
    "distance from Vigo to Oslo": "How far is Vigo from Oslo?",
    "What is the distance between Vigo and Oslo?": "How far is Vigo from Oslo?",
    "solveig fjordlinjen distance": "How far is solveig from fjordlinjen?",
    "brekke release year": "When was the brekke release?",
    "brekke quote": "What did brekke say?",
    "brekke arrested by": "By whom was brekke arrested?",
    "brekke captain of which ship": "brekke is captain of which ship?",
}


@pytest.mark.parametrize("question", SAME.strip().splitlines())
def test_what_may_mean_several_things_stays(question: str) -> None:
    assert complete(question, STORY) == question


@pytest.mark.parametrize(("typed", "asked"), COMPLETED.items())
def test_key_words_are_made_a_question(typed: str, asked: str) -> None:
    assert complete(typed, STORY) == asked


@pytest.mark.parametrize("typed", ["tldr", "TL;DR?", "in short", "sum it up", "what's new?"])
def test_the_gist_is_asked_for_in_a_word(typed: str) -> None:
    assert complete(typed, STORY) == "What happened?"


@pytest.mark.parametrize("typed", ["the latest train", "what is new in Bonn", "in short supply"])
def test_what_only_begins_so_asks_for_something_else(typed: str) -> None:
    assert complete(typed, STORY) != "What happened?"
