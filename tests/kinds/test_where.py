"""Where, where to, where from: a place of the asked deed."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import where
from bot.questions import Asked
from tests.told import says

STORY = """\
A truck with 12 tons of cheese overturned near Sion on Friday. The driver, Paul Rey, was taken to a
hospital in Martigny.

Rey had come from Turin. The cheese was sold at a market outside Geneva. Rey's son studies in Lyon.

Rey was arrested on charges of theft. His wife spoke of it in a message from exile.
"""


@pytest.mark.parametrize(
    "question",
    [
        "When did it sink?",
        "Which city is bigger?",
        "What happened?",
        "Who knows where Leo Falk is?",
        "Did Leo Falk say where?",
    ],
)
def test_other_questions_ask_for_no_place(asked: Callable[[str], Asked], question: str) -> None:
    assert not where.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Where did it sink?",
        "Where is Leo Falk from?",
        "In what place did they meet?",
        "Where to?",
    ],
)
def test_where_and_what_place_ask_for_a_place(asked: Callable[[str], Asked], question: str) -> None:
    assert where.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Where was Paul Rey born?",
        "Where was the truck built?",
        "Where did the son overturn?",
        "Where was the milk sold?",
        "Where did the truck come from?",
    ],
)
def test_the_place_of_another_deed_does_not_answer(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where did the truck overturn?", "Sion"),
        ("Where was the driver taken?", "Martigny"),
        ("Where had Rey come from?", "Turin"),
        ("Where was the cheese sold?", "Geneva"),
        ("Where does Rey's son study?", "Lyon"),
        ("From where did Rey's wife speak?", "exile"),
    ],
)
def test_the_place_of_the_deed_answers(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where is Alta?", "Chile"),
        ("Where is Brim?", "Lugo"),
        ("Which town is the museum in?", "Alta"),
        ("Which city is Brim in?", "Lugo"),
    ],
)
def test_a_place_is_in_a_country_and_a_club_where_it_is_based(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    story = """\
Divers danced outside the museum in Alta, Chile, on Friday. The find was rare in the eyes of Ana Roe,
head of Brim, a club for divers based in Lugo.
"""

    assert words in ask(story, question).short


def test_where_somebody_is_is_not_where_they_came_from(ask: Callable[[str, str], Reply]) -> None:
    story = "The sailors returned from Bergen on Monday. The cook lives in Oslo."

    assert "Bergen" not in ask(story, "Where are the sailors?").short
    assert "Bergen" in ask(story, "Where did the sailors return from?").short


KEPT = """\
In Halden, families of the miners waited outside the Korsen jail on Monday. Guards had taken Ivo Stahl
from Halden to the port of Brem, and he lives there in hiding. U.S. Marines caught the smuggler Adam Prohl,
who is to face trial in Oslo.

Swiss police freed five of the country's citizens from custody in Rostock, and they would soon return to
Zug. A court in Lund ruled on the case. The painting will stay in Malmen until May. Another bridge of the
town will be taken to Skane.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Where is Adam Prohl now?",
        "Where was Adam Prohl caught?",
        "Where are the freed Swiss citizens now?",
        "Where is the bridge now?",
        "Where did the police take power?",
    ],
)
def test_where_somebody_will_be_or_was_before_is_not_where_he_is(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(KEPT, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where is the Korsen jail?", "Halden"),
        ("Where was the case ruled on?", "Lund"),
        ("Where is the painting now?", "Malmen"),
        ("Where did the families wait?", "Halden"),
    ],
)
def test_where_a_thing_stays_is_where_it_is(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(KEPT, question), words)


def test_where_it_vanished_from_or_whom_it_was_bought_from_is_where_it_was(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "A carpet vanished from a depot in Bern on Monday. Ada Roe had bought it from a dealer in Wien."

    assert says(ask(story, "Where did the carpet vanish?"), "Bern")
    assert says(ask(story, "Where did Ada Roe buy it?"), "Wien")


def test_a_distance_is_told_with_both_brackets_and_from_where(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Rey waited outside a hospital in Aigle, a town around 12 miles (19 kilometers) from Sion.\n"

    assert says(ask(story, "Where is Aigle?"), "around 12 miles (19 kilometers) from Sion")


def test_a_place_is_not_told_by_its_own_name(ask: Callable[[str, str], Reply]) -> None:
    assert not ask("Rey waited in Aigle, a town that he loved.\n", "Where is Aigle?").short


def test_what_lies_in_a_town_does_not_tell_where_the_town_is(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "The drivers were taken to a hospital in Martigny on Friday, the nurse Ida Rey said.\n"

    assert not ask(story, "Where is Martigny?").answered
    assert says(ask(story, "Where were the drivers taken?"), "hospital in Martigny")


POST = (
    "Ana Roe, a nurse at the Harbor Clinic in Vigo, said that Chile deported two sailors to Peru. "
    "Per Dahl rows."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [("Where does Ana Roe work?", "Harbor Clinic"), ("Where were the sailors sent?", "Peru")],
)
def test_where_somebody_works_is_where_the_post_is(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(POST, question), words)
    assert not ask(POST, "Where does Per Dahl work?").answered


def test_where_a_clause_says_that_it_happened_is_the_place(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Soldiers reached the village of Alta, where a school collapsed and two men died.\n"

    assert says(ask(story, "Where did the school collapse?"), "Alta")
    assert says(ask(story, "Where did two men die?"), "Alta")
    assert not ask(story, "Where did the soldiers die?").answered


@pytest.mark.parametrize("question", ["Where is Alta?", "Where is Norland?"])
def test_what_is_near_or_in_a_place_is_not_where_that_is(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    story = "Two men were seized at a roadblock near the town of Alta and held in Norland’s Rota jail.\n"

    assert not ask(story, question).answered


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Where was the organ moved?", "To the Halm Museum"),
        ("Where was the organ moved from?", "From the chapel"),
        ("Where will the bell be displayed?", "at the town hall"),
    ],
)
def test_what_is_moved_goes_to_a_place(
    ask: Callable[[str, str], Reply], question: str, place: str
) -> None:
    story = (
        "The organ was moved from the chapel in Vigo to the Halm Museum in Lugo.\n"
        "The bell will go on display at the town hall."
    )

    assert says(ask(story, question), place)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Where will Berg go?", "To Norland"),
        ("Where will the Alma go?", "To the Halm Museum"),
    ],
)
def test_who_is_sent_or_returns_goes_there(
    ask: Callable[[str, str], Reply], question: str, place: str
) -> None:
    story = (
        "Jon Berg headed in a corner in the 12th minute. Berg will leave Rota and return to Norland. "
        "The tug Alma, which waits on its slip, will be sent to the Halm Museum in Lugo."
    )

    assert says(ask(story, question), place)
