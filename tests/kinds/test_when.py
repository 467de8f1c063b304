"""When did it happen: the date of the asked deed, never of another told beside it."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import when
from bot.questions import Asked
from tests.told import says

STORY = """\
The lighthouse was lit on Thursday. Keeper Jan Oort said Wednesday that the lamp had broken in November.

Oort moved to the island in 1987 and married in 1990. His daughter, Lotte Oort, was born there. The museum
opens on March 3.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Where was it lit?",
        "How long did it burn?",
        "Who left when it burned?",
        "Did Leo Falk say when?",
        "What happened then?",
    ],
)
def test_other_questions_ask_for_no_time(asked: Callable[[str], Asked], question: str) -> None:
    assert not when.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "When was it lit?",
        "In what year did Leo Falk move?",
        "On which day did Mara Lund leave?",
        "And when?",
    ],
)
def test_when_and_what_year_ask_for_a_time(asked: Callable[[str], Asked], question: str) -> None:
    assert when.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "When was the lighthouse sold?",
        "When was Lotte Oort born?",
        "When did Lotte Oort marry?",
        "When was the museum built?",
        "In what year did the keeper die?",
    ],
)
def test_the_time_of_another_deed_does_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When was the lighthouse lit?", "Thursday (8 January 2026)"),
        ("When did the lamp break?", "November"),
        ("In what year did Oort move to the island?", "1987"),
        ("When did Oort marry?", "1990"),
        ("When does the museum open?", "3 March 2026"),
    ],
)
def test_the_time_of_the_deed_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


DIVE = """\
The trawler Vega sank off Bodo on Jan. 3. Diver Siv Moe found the wreck two days later. Her brother
Jan Moe raised the anchor the next day.

The owner thanked them.

Insurers paid the crew a week later.
"""


@pytest.mark.parametrize(
    ("question", "words", "sources"),
    [
        ("When did Siv Moe find the wreck?", "two days later (5 January 2026)", 2),
        ("When did Jan Moe raise the anchor?", "the next day (6 January 2026)", 3),
    ],
)
def test_that_day_is_counted_from_the_day_told_before(
    ask: Callable[[str, str], Reply], question: str, words: str, sources: int
) -> None:
    reply = ask(DIVE, question)

    assert says(reply, words)
    assert len(reply.citations) == sources


def test_a_day_told_long_before_is_not_counted_from(ask: Callable[[str, str], Reply]) -> None:
    assert ask(DIVE, "When did insurers pay the crew?").short == "a week later"


def test_how_long_a_thing_is_called_is_not_when_it_ended(ask: Callable[[str, str], Reply]) -> None:
    story = "Dockers ended a 16-day strike on Tuesday. A two-week boycott began."

    assert says(ask(story, "When did the strike end?"), "Tuesday")
    assert not ask(story, "When did the boycott begin?").answered


def test_a_date_right_after_a_deed_is_its_date(ask: Callable[[str, str], Reply]) -> None:
    story = "Five people were arrested, among them Jan Oort, who was released on bail on Monday."

    assert says(ask(story, "When was Oort released?"), "On Monday")


def test_the_preposition_of_a_vote_is_not_that_of_its_day(ask: Callable[[str, str], Reply]) -> None:
    reply = ask("Lotte Oort got nine votes in Thursday’s ballot.", "When was the ballot?")

    assert says(reply, "Thursday") and "In Thursday" not in reply.text


TRIAL = """\
Jan Oort showed no emotion as the verdict was read. In February, Norland rejected a request to arrest Lotte
Oort. Guards arrested Mara Lund in May.
"""


@pytest.mark.parametrize("question", ["When was the verdict?", "When was Lotte Oort arrested?"])
def test_what_was_only_asked_for_has_no_date_nor_what_only_is_spoken_of(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(TRIAL, question).answered


def test_what_was_done_has_its_date(ask: Callable[[str, str], Reply]) -> None:
    assert says(ask(TRIAL, "When was Mara Lund arrested?"), "In May")


def test_the_end_of_a_deed_does_not_date_it(ask: Callable[[str, str], Reply]) -> None:
    story = "Among the jailed was Ana Roe, who was released on bail in Vigo on Monday.\n"

    assert not ask(story, "When was Ana Roe jailed?").answered
    assert "Monday" in ask(story, "When was Ana Roe released?").text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did the storm hit?", ""),
        ("When will Roe visit the port?", ""),
        ("When did the town stop work on the port?", "May 5"),
    ],
)
def test_a_date_of_another_thing_and_a_length_are_no_date(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    story = (
        "It was the worst storm to hit Vardo since Ida, which killed ten people in 1994. Ana Roe declared"
        " an emergency for 30 days and put off a visit to the port.\n\nThe town suspended work on the"
        " port, which is half finished, on May 5.\n"
    )
    reply = ask(story, question)

    assert says(reply, words) if words else not reply.answered


def test_a_bound_may_bind_to_a_noun(ask: Callable[[str, str], Reply]) -> None:
    story = "A third candidate, Hassan Noor, withdrew a week before the election and endorsed Ana Roe.\n"

    assert says(ask(story, "When did Noor withdraw?"), "a week before the election")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did the owners vote?", "Thursday"),
        ("When will the strike begin?", "15"),
        ("Since when has Ada Lund led the line?", "2019"),
        ("When did the Estrella sink?", ""),
    ],
)
def test_a_date_is_of_a_deed_that_is_told_in_other_words(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    story = (
        "Owners of the ferry line Sol Ferries voted on Thursday to sell it. The union announced a strike"
        " for Feb. 15.\n\nAda Lund took over the line from her uncle in 2019. He left when he was fined"
        " over the sinking of the Estrella.\n"
    )
    reply = ask(story, question)

    assert says(reply, words) if words else not reply.answered


def test_a_deed_asked_for_by_its_noun_has_a_bound_too(ask: Callable[[str, str], Reply]) -> None:
    story = "Guards freed ten men on Thursday, less than a week after Mayor Leo Falk was arrested in Lugo."

    assert says(ask(story, "When was the arrest of Leo Falk?"), "no date", "less than a week after")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Jon Berg score?", "In the 63rd minute"),
        ("When was Lund fouled?", "second half"),
    ],
)
def test_a_match_has_times_of_its_own(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    story = (
        "Jon Berg scored in the 63rd minute, and Leo Berg equalised in the 88th with a shot from 30 metres."
        " Ada Lund was fouled in the second half.\n"
    )

    assert says(ask(story, question), words)


def test_the_year_of_a_race_is_that_of_what_happened_in_it(
    ask: Callable[[str, str], Reply],
) -> None:
    story = """\
Despite a dispute in the tumultuous 2024 race — in which the guards said they held 200 men — all is calm.
"""

    assert says(ask(story, "In which year did the guards hold 200 men?"), "2024")


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("When were sailors freed?", "Monday"),
        ("When was Ana Roe expected to leave?", "Friday"),
    ],
)
def test_what_is_yet_to_come_has_not_been(
    ask: Callable[[str, str], Reply], question: str, short: str
) -> None:
    story = """\
date 2026-03-05 The Harbour Post

Police said that sailors would be freed in the coming hours. Two sailors were freed on Monday, the
mayor said. Ana Roe was expected to leave on Friday.
"""

    assert short in ask(story, question).text
