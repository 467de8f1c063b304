"""Politeness is taken off; what is asked is never changed."""

import pytest

from bot.conversation.padding import strip

SAME = """
Can you swim?
Could you leave the ship?
Would you know him?
Do you know Gorbe?
Did anyone know the captain?
Tell me about Gorbe
Can you tell me a story?
What can you tell me about the ferry?
Who said thanks?
Who thanked the rescuers?
Whom did they want to please?
What did the doctor say to please the crowd?
Who asked a question?
What question did the judge ask?
What is the question: to be or not to be?
Who knows when it sank?
Who told the court where the ship was?
Who wondered why he left?
Did he say who did it?
Who is well?
Is it okay?
Who said hello?
Hello Kitty is owned by whom?
Where is the bot?
When was it? When did it end?
why?
and when?
Thanks to whom was he freed?
Please Please Me was sung by whom?
Good Friday is when?
Dear Abby is who?
Who was in the Cool Runnings film?
"""

STRIPPED = {
    "Please could you tell me who was released?": "who was released?",
    "hey bot, do you know who was released": "who was released",
    "hi who was released": "who was released",
    "I'd like to know when it sank": "when it sank",
    "i want to know how old she is": "how old is she",
    "can u tell me who won": "who won",
    "Can you tell me where the captain is?": "where is the captain?",
    "Could you please explain why he was arrested?": "why was he arrested?",
    "quick question: who is she": "who is she",
    "Just a quick question, who is she?": "who is she?",
    "great, and when?": "and when?",
    "ok who is he": "who is he",
    "Thank you for that, who is the mayor?": "who is the mayor?",
    "Who won, please?": "Who won?",
    "who won please": "who won",
    "Who won? Thanks!": "Who won?",
    "Who won?? thanks in advance": "Who won??",
    "who won 🎉🎉": "who won",
    "👋 who won?": "who won?",
    "Do you know if the captain was fined?": "was the captain fined?",
    "I wonder whether it has sunk": "has it sunk",
    "do you know the age of the captain": "the age of the captain",
    "any idea who won?": "who won?",
    "@story_bot who won?": "who won?",
    "please tell me the number of dead": "the number of dead",
    "Do you know who was fined and why?": "who was fined and why?",
    "Hello! Please, can you tell me in which year it sank? Thank you": "in which year it sank?",
}


@pytest.mark.parametrize("question", SAME.strip().splitlines())
def test_what_is_no_padding_stays(question: str) -> None:
    assert strip(question) == question


@pytest.mark.parametrize(("typed", "asked"), STRIPPED.items())
def test_padding_is_taken_off(typed: str, asked: str) -> None:
    assert strip(typed) == asked


@pytest.mark.parametrize("typed", STRIPPED)
def test_once_is_enough(typed: str) -> None:
    assert strip(strip(typed)) == strip(typed)


@pytest.mark.parametrize("message", ["", "👍", "hello", "please", "thanks!", "hey bot"])
def test_something_is_always_left(message: str) -> None:
    assert strip(message) == message
