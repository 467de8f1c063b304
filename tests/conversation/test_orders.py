"""An order to tell something is the question for it; an order for a noun alone stays."""

import pytest

from bot.conversation.orders import asked


@pytest.mark.parametrize(
    "text",
    [
        "Name the five sailors.",
        "Name the two men accused of theft",
        "Tell me about the boat",
        "Tell me everything about the boat",
        "Tell me the reason that he left",
        "List all the injured",
        "Mention the players who sell tickets to fans",
        "Which boats sank?",
        "What are the two boats named?",
        "What are the stones that the miners found called?",
        "What are the words that describe it?",
        "Mention one way out if a game is tied",
    ],
)
def test_what_is_no_order_with_a_clause_stays(text: str) -> None:
    assert asked(text) == text


@pytest.mark.parametrize(
    ("order", "question"),
    [
        ("List the four boats that were sunk.", "which four boats were sunk?"),
        ("Name all five boats that came back.", "which five boats came back?"),
        ("name the boat that sank", "which boat sank?"),
        ("Can you list the boats hit by the storm?", "which boats were hit by the storm?"),
        ("Name the boats the sailors left behind", "which boats did the sailors leave behind?"),
        ("What were the two boats that reached port?", "which two boats reached port?"),
        ("list everything the crew left behind", "what did the crew leave behind?"),
        ("give me all that the union demanded", "what has the union demanded?"),
        ("tell me everything the mayor will do", "what will the mayor do?"),
        ("List the three things she took", "what three things did she take?"),
        ("List what was stolen", "what was stolen?"),
        ("Name everyone who was freed.", "who was freed?"),
        ("Give me the names of those who signed it", "who signed it?"),
        ("list everybody arrested on Monday", "who was arrested on Monday?"),
    ],
)
def test_an_order_is_the_question_of_its_clause(order: str, question: str) -> None:
    assert asked(order) == question
