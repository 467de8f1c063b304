"""Why: the reason the story gives for that very deed."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import why
from bot.questions import Asked
from tests.told import says

STORY = """\
The zoo in Halm closed its aviary on Monday because a falcon had died of flu. Keeper Rosa Lind was fined for
feeding the bears.

The zoo sold two camels to pay for vaccines. Lind was arrested on charges of theft. A lion escaped on
Tuesday.
"""


@pytest.mark.parametrize(
    "question",
    [
        "When was it closed?",
        "What did Leo Falk wait for, and where?",
        "How was it closed?",
        "Who said why?",
        "What was it?",
    ],
)
def test_other_questions_ask_for_no_reason(asked: Callable[[str], Asked], question: str) -> None:
    assert not why.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Why was it closed?",
        "For what reason did Mara Lund leave?",
        "What was it built for?",
        "And why?",
    ],
)
def test_why_and_what_for_ask_for_a_reason(asked: Callable[[str], Asked], question: str) -> None:
    assert why.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Why did the lion escape?",
        "Why was the lion sold?",
        "Why did the falcon arrest Lind?",
        "Why did the aviary open?",
    ],
)
def test_the_reason_of_another_deed_does_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why was the aviary closed?", "falcon had died of flu"),
        ("Why was Rosa Lind fined?", "feeding the bears"),
        ("Why did the zoo sell two camels?", "to pay for vaccines"),
        ("Why was Lind arrested?", "on charges of theft"),
    ],
)
def test_the_reason_of_the_deed_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_what_is_expected_of_somebody_is_no_reason(ask: Callable[[str, str], Reply]) -> None:
    story = "Ten sailors were freed on Monday. More sailors were expected to go home on Tuesday."

    assert not ask(story, "Why were the sailors freed?").answered


def test_what_is_the_first_since_then_is_not_because_of_it(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Bakers struck on Monday, the first strike since the mill burned."

    assert not says(ask(story, "Why did bakers strike?"), "mill burned")


def test_why_somebody_was_fined_is_not_why_he_was_freed(ask: Callable[[str, str], Reply]) -> None:
    story = "The freed prisoner, Jan Roe, was fined on Monday for smoking."

    assert says(ask(story, "Why was Jan Roe fined?"), "for smoking")
    assert not ask(story, "Why was Jan Roe freed?").answered


@pytest.mark.parametrize(
    "story",
    [
        "News of the sailors' release drew crowds to the port, seeking a look at them.",
        "After the release of the sailors, Ana Roe flew home to see her mother.",
        "The union expected the sailors to walk free on Friday.",
    ],
)
def test_what_is_told_beside_the_deed_is_no_reason(
    ask: Callable[[str, str], Reply], story: str
) -> None:
    assert not ask(story, "Why were the sailors released?").answered


def test_the_reason_for_the_newest_deed_is_told_first(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "In July last year, Norway released ten prisoners to end a strike.\n\n"
        "Norway released some sailors from its prisons on Thursday to please the king."
    )

    assert says(ask(story, "Why did Norway release prisoners?"), "lease the king")
    assert says(ask(story, "Why did Norway release ten prisoners?"), "to end a strike")


def test_the_reason_is_asked_for_by_its_noun(ask: Callable[[str, str], Reply]) -> None:
    assert says(ask(STORY, "What was the reason for Lind's arrest?"), "on charges of theft")


def test_what_somebody_is_not_told_to_be_has_no_reason(ask: Callable[[str, str], Reply]) -> None:
    story = "The baker Ida Rey sold bread for 30 francs because the mill had closed.\n"

    assert not ask(story, "Why is Ida Rey famous?").answered
    assert ask(story, "Why did Ida Rey sell bread?").answered


def test_for_the_first_time_is_no_reason(ask: Callable[[str, str], Reply]) -> None:
    story = "The Egg Festival in Rota was called off for the first time since 1951."

    assert not ask(story, "Why was the festival called off?").answered


def test_what_it_was_in_exchange_for_is_told_with_these_words(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "In July Peru freed ten sailors in exchange for the return of a ship seized by Chile."

    assert (
        "in exchange for the return" in ask(story, "Why did Peru free ten sailors?").text.casefold()
    )
