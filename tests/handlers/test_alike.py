"""Questions are grouped by what they are about."""

from datetime import date

from bot.handlers.alike import topics
from bot.state.kept import Unanswered

DAY = date(2026, 1, 9)


def grouped(*questions: tuple[str, int]) -> list[tuple[int, list[str]]]:
    found = topics(Unanswered(text, times, DAY) for text, times in questions)
    return [(topic.times, [each.text for each in topic.questions]) for topic in found]


def test_other_words_for_the_same_question_are_one_topic() -> None:
    assert grouped(("who won the match", 2), ("when was the match won", 1)) == [
        (3, ["who won the match", "when was the match won"])
    ]


def test_a_common_word_does_not_make_two_questions_one() -> None:
    assert len(grouped(("who paid for the ferry", 1), ("who built the ferry terminal", 1))) == 2


def test_the_topic_asked_most_comes_first_though_its_questions_are_rare() -> None:
    asked = [("who paid", 3), ("is the mayor ill", 2), ("why is the mayor ill", 2)]

    assert [times for times, _ in grouped(*asked)] == [4, 3]


def test_questions_without_a_word_of_their_own_are_together() -> None:
    assert grouped(("why", 1), ("and when", 1)) == [(2, ["why", "and when"])]
