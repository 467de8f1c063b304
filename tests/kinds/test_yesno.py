"""Yes with the evidence, No only from a contrary word of the story, and never from its silence."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import yesno
from bot.questions import Asked
from tests.told import not_yet, says

STORY = """\
The council of Tarn approved the dam on Monday. Mayor Lea Brandt did not attend the meeting. No protester
was arrested.

Engineer Finn Dahl would repair the bridge if money came. Brandt denies that she took bribes. The river
rose on Tuesday.

Nobody was hurt. The mill was sold by Karl Ost to Vera Pohl. Two workers of a Danish firm were fined. Ada
Holm was raised by her aunt. The firm was sued because it had hidden four letters. The firm expects no loss.

The jury found Rita Voss not guilty. Inspectors found a crack in the wall, but no rust. Pia Moen refused to
pay the toll. Police deny that officers fired live rounds.

The trainer, Bo Falk, made no comment. Harbor Master Nils Orr wrote to the families of released sailors.
Some guards were fired.
"""


@pytest.mark.parametrize(
    "question",
    ["Who left?", "What did Mara Lund do?", "When is it?", "And who was there?", "Name the boats."],
)
def test_a_question_word_asks_for_more_than_yes(
    asked: Callable[[str], Asked], question: str
) -> None:
    assert not yesno.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Did Leo Falk leave?",
        "Was it sold?",
        "and is it true?",
        "Isn't Mara Lund there?",
        "Did Leo Falk say who left?",
    ],
)
def test_a_verb_first_asks_for_yes_or_no(asked: Callable[[str], Asked], question: str) -> None:
    assert yesno.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Did the council reject the bridge?",
        "Did Lea Brandt approve the dam?",
        "Was the bridge sold?",
        "Did Finn Dahl repair the bridge?",
        "Did Vera Pohl buy the dam?",
        "Was Finn Dahl hurt?",
        "Did the mayor attend the wedding?",
        "Did Vera Pohl sell the mill?",
        "Were two sailors fined?",
        "Was Ada Holm raised by her teacher?",
        "Was Nils Orr released?",
        "Were all guards fired?",
        "Is Nils Orr a sailor?",
    ],
)
def test_silence_is_neither_yes_nor_no(ask: Callable[[str, str], Reply], question: str) -> None:
    assert ask(STORY, question).short not in {"Yes", "No"}


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did the council approve the dam?", "Yes"),
        ("Was the dam approved by the council?", "Yes"),
        ("Was the dam approved on Friday?", "No"),
        ("Did the river rise?", "Yes"),
        ("Did Karl Ost sell the mill?", "Yes"),
        ("Did the council reject the dam?", "No"),
        ("Did Lea Brandt attend the meeting?", "No"),
        ("Did Lea Brandt take bribes?", "No"),
        ("Was anybody hurt?", "No"),
        ("Was a protester arrested?", "No"),
        ("Did the river fall on Tuesday?", "No"),
        ("Were nine workers fined?", "No"),
        ("Were workers of a Swedish firm fined?", "No"),
        ("Were two workers fined?", "Yes"),
        ("Was Ada Holm raised by her father?", "No"),
        ("Did the firm hide letters?", "Yes"),
        ("Does the firm expect a loss?", "No"),
        ("Is Nils Orr the harbor master?", "Yes"),
        ("Were guards fired?", "Yes"),
        ("Was Rita Voss found guilty?", "No"),
        ("Did inspectors find rust?", "No"),
        ("Did inspectors find a crack?", "Yes"),
        ("Did Pia Moen pay the toll?", "No"),
        ("Did Pia Moen refuse to pay the toll?", "Yes"),
        ("Did police fire live rounds?", "No"),
        ("Did the trainer comment?", "No"),
        not_yet(
            "Was the mill sold by Vera Pohl?",
            "No",
            why="an asked agent found in another part still agrees",
        ),
    ],
)
def test_what_the_story_says_or_denies_is_told_with_its_words(
    ask: Callable[[str, str], Reply], question: str, verdict: str
) -> None:
    reply = ask(STORY, question)

    assert reply.short == verdict
    assert reply.text.startswith(verdict) and reply.citations


@pytest.mark.parametrize(
    ("question", "short"), [("Is Ida Holm a sailor?", "Yes"), ("Is Ida Holm a nurse?", "")]
)
def test_a_member_of_a_group_is_what_the_group_is_and_nothing_else(
    ask: Callable[[str, str], Reply], question: str, short: str
) -> None:
    story = "Three sailors were rescued on Monday. Among them was Ida Holm. Nurses were there too."

    assert ask(story, question).short == short


def test_who_is_still_held_was_not_freed(ask: Callable[[str, str], Reply]) -> None:
    story = "The sailors are still being held. The guards were held. A court upheld the ruling."

    assert ask(story, "Were the sailors freed?").short == "No"
    assert not ask(story, "Were the guards freed?").answered
    assert ask(story, "Did the court overturn the ruling?").short == "No"


def test_what_somebody_set_out_to_do_is_not_done(ask: Callable[[str, str], Reply]) -> None:
    story = "Ida Roe flew to Halm on Monday to find her brother. Per Lund found his hat."

    assert not ask(story, "Did Ida Roe find her brother?").answered
    assert ask(story, "Did Per Lund find his hat?").short == "Yes"


def test_what_somebody_pledged_is_told_as_his_words_and_ends_with_them(
    ask: Callable[[str, str], Reply],
) -> None:
    story = (
        "After the flood, Lea Brandt pledged that the council would rebuild the dam, and her staff is "
        "determined to find the money for it in the budget of the coming year."
    )

    reply = ask(story, "Will the council rebuild the dam?")

    assert says(reply, "Yes, according to Lea Brandt")
    assert "staff" not in reply.text


def test_a_question_of_the_story_is_no_evidence(ask: Callable[[str, str], Reply]) -> None:
    story = "“Who warned the bakers?” Ida Roe asked. Per Lund warned the cooks."

    assert not ask(story, "Did anyone warn the bakers?").answered
    assert ask(story, "Did Per Lund warn the cooks?").short == "Yes"


INTENDED = """\
The harbor board announced plans to close the old pier. Skipper Ida Roe hoped to sell her boat. Roe began to
paint the mast. Former mayor Olaf Dahl, head of the Pier Society, praised harbor chief Kim Aas in Vardo.
The bell rang. Imani weakened into a tropical storm on Wednesday evening after it crossed the mountains.
"""


def test_who_holds_a_post_is_told_where_another_is_asked_about(
    ask: Callable[[str, str], Reply],
) -> None:
    assert says(ask(INTENDED, "Is Kim Aas the head of the Pier Society?"), "No. Olaf Dahl")


@pytest.mark.parametrize(
    "question",
    [
        "Did the harbor board close the pier?",
        "Did Ida Roe sell her boat?",
        "Is Olaf Dahl the mayor?",
        "Is Kim Aas the chief of Vardo?",
    ],
)
def test_what_was_intended_or_is_over_is_not_confirmed(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(INTENDED, question).short not in {"Yes", "No"}


@pytest.mark.parametrize(
    "question",
    [
        "Did Ida Roe hope to sell her boat?",
        "Did Ida Roe paint the mast?",
        "Was Olaf Dahl mayor?",
        "Is Olaf Dahl the head of the Pier Society?",
        "Is Kim Aas the harbor chief?",
        "Did the bell ring?",
        "Did Imani weaken?",
    ],
)
def test_what_was_done_or_is_so_is_confirmed(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(INTENDED, question).short == "Yes"


def test_what_is_done_to_others_is_not_done_to_who_tells_of_it(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "The town picks quiet moments to free prisoners, according to Ada Holm, who teaches in Vigo.\n"

    assert ask(story, "Was Ada Holm freed?").short != "Yes"


def test_the_first_is_not_the_last(ask: Callable[[str, str], Reply]) -> None:
    story = "Roe, 44, is the first woman to coach a club in the league. Ana Roe lives in Vigo.\n"

    assert ask(story, "Is Ana Roe the first woman to coach in the league?").text.startswith("Yes")
    assert not ask(story, "Is Ana Roe the last woman to coach in the league?").text.startswith(
        "Yes"
    )


RESCUE = """\
Four sailors were brought ashore alive on Monday. Police named them as Ana Roe, Leo Falk, Ida
Holm and Per Lund.

The dead were the captain, Olaf Dahl, 60, and a cook, Rita Voss. Falk left the hospital on Tuesday.

The boat was built in 1990 by a firm that is based in Rota. Holm was charged with theft. The crew voted
on the deal, and Lund voted against it. No cook or pilot will lose a job. The mayor invited Roe to Vigo.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Did Leo Falk survive?", "Yes"),
        ("Is Olaf Dahl dead?", "Yes"),
        ("Was Rita Voss found alive?", "No"),
        ("Did Rita Voss survive?", "No"),
        ("Is Ida Holm dead?", ""),
        ("Did Rita Voss survive the storm of 1998?", ""),
    ],
)
def test_who_is_named_among_the_dead_did_not_survive(
    ask: Callable[[str, str], Reply], question: str, short: str
) -> None:
    assert ask(RESCUE, question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Was the boat built in 1980?",
        "Is the firm based in Halm?",
        "Was Holm charged with fraud?",
        "Was Roe invited to Turin?",
        "Did Lund vote for the deal?",
        "Will pilots lose their jobs?",
        "Is Falk still in the hospital?",
    ],
)
def test_another_place_year_charge_or_side_is_a_no(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(RESCUE, question).short == "No"


@pytest.mark.parametrize(
    "question",
    [
        "Is the firm based in Europe?",  # Rota may be there
        "Is the firm based in Spain?",
        "Was the boat sold in 1980?",
        "Was Holm charged in Halm?",
        "Was Falk in the hospital?",
    ],
)
def test_what_may_be_true_beside_it_is_not_denied(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(RESCUE, question).short != "No"


QUALITIES = """\
The airport is closed because its runway is under water. Turnout was 61%, lower than in 2022. Ona Lie, a
Norwegian, failed a medical test. All 14 were released. Kim Aas was the first to arrive. The jury found
Rolf Berg, a baker, guilty. Lie is recovering. Per Moe died in Turin in 2003.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Is the airport open?", "No"),
        ("Was turnout higher than in 2022?", "No"),
        ("Did Ona Lie pass the test?", "No"),
        ("Were the 14 people released?", "Yes"),
        ("Was Rolf Berg convicted?", "Yes"),
        ("Was Kim Aas the last?", ""),
        ("Is the harbor open?", ""),
        ("Is Per Moe still alive?", "No"),
        ("Has Ona Lie recovered?", ""),
        ("Is Ona Lie recovering?", "Yes"),
    ],
)
def test_a_contrary_quality_is_a_no_and_so_is_a_failure(
    ask: Callable[[str, str], Reply], question: str, short: str
) -> None:
    assert ask(QUALITIES, question).short == short


def test_what_one_did_another_may_still_do(ask: Callable[[str, str], Reply]) -> None:
    story = "Chile banned the toys on Monday. Peru is considering a ban, but has not decided."

    assert not ask(story, "Did Peru ban the toys?").text.startswith("No: Chile")
    assert ask(story, "Did Chile ban the toys?").short == "Yes"


def test_where_charges_are_pressed_is_not_where_somebody_was_held(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Leo Falk was captured by marines to face smuggling charges in Lugo."

    assert ask(story, "Was Leo Falk captured in Lugo?").short not in {"Yes", "No"}
    assert ask(story, "Was Leo Falk captured by marines?").short == "Yes"
