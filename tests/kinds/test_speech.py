"""What somebody said and who said it: the speaker's own words, in quotation marks if they are."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import speech
from bot.questions import Asked
from tests.told import not_yet, says

STORY = """\
“The harvest is lost,” farmer Jonas Weil told reporters on Monday. Minister Clara Noll said that the
state would pay for seeds. She called the flood “a slow disaster.”

Weil's neighbor, Rudi Hahn, said nothing. “We need boats, not promises,” said Anna Pfeil, a baker. Noll
believes that the dike will hold.
"""


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What did Leo Falk buy?", ""),
        ("What was Leo Falk accused of?", ""),
        ("Who told the mayor?", ""),
        ("When did Leo Falk say so?", ""),
        ("Did Leo Falk say it?", ""),
        ("What did Tom Ray say?", "said"),
        ("What does Mara Lund think about the boat?", "said"),
        ("How did Mara Lund describe it?", "said"),
        ("Who said that the boat was late?", "speaker"),
        ("Who called the boat a wreck?", "speaker"),
    ],
)
def test_only_verbs_of_saying_and_thinking_ask_for_words(
    asked: Callable[[str], Asked], question: str, kind: str
) -> None:
    found = [one.name for one in speech.KINDS if one.recognises(asked(question))]

    assert found == ([kind] if kind else [])


@pytest.mark.parametrize(
    "question",
    [
        "What did Rudi Hahn say?",
        "What did Tom Ray say?",
        "What did Anna Pfeil say about the dike?",
        "Who said that the dike would break?",
        not_yet(
            "Who called the harvest a disaster?",
            why="where no words fit, the question is taken for one of who did something",
        ),
        "What did Jonas Weil promise?",
    ],
)
def test_nobody_is_given_the_words_of_another(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Jonas Weil say?", "“The harvest is lost”"),
        ("What did Anna Pfeil say?", "“We need boats, not promises”"),
        ("What did Clara Noll say about seeds?", "the state would pay for seeds"),
        ("What did Noll call the flood?", "a slow disaster"),
        ("What does Noll believe?", "the dike will hold"),
        ("Who said the harvest is lost?", "Jonas Weil"),
        ("Who called the flood a slow disaster?", "Clara Noll"),
        ("Who said that the state would pay?", "Clara Noll"),
    ],
)
def test_words_and_speaker_are_found_from_each_other(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_reported_speech_gets_no_quotation_marks(ask: Callable[[str, str], Reply]) -> None:
    reply = ask(STORY, "What did Clara Noll say about seeds?")

    assert "“" not in reply.text


PLEDGES = """\
Minister Clara Brandt promised money for the dam on Monday. She pledged two million euros and vowed not to
raise the fees. “The dam is old,” said Brandt.

Ole Stein hopes to travel to the opening with two sons. He voiced the fear that “the river will come
back.” Stein urged the council to leave, which Brandt denied. Vera Kolb denied that she had lied.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Brandt promise?", "promised money for the dam"),
        ("What did Clara Brandt pledge?", "pledged two million euros"),
        ("What did Clara Brandt vow?", "not to raise the fees"),
        ("What does Stein hope to do?", "hopes to travel to the opening"),
        ("What did Ole Stein fear?", "“the river will come back.”"),
        ("What did Stein urge the council to do?", "urged the council to leave"),
        ("What did Kolb deny?", "denied that she had lied"),
    ],
)
def test_what_is_promised_or_hoped_is_told_with_that_very_verb(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(PLEDGES, question), words)


@pytest.mark.parametrize(
    "question",
    [
        "What did Stein promise?",
        "What does Brandt believe?",
        "What did Vera Kolb vow?",
        "What did Kolb hope to do?",
    ],
)
def test_other_words_of_a_speaker_are_no_promise(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(PLEDGES, question).answered


@pytest.mark.parametrize(
    "question", ["Who denied that the dam is old?", "Who testified against Brandt and Stein?"]
)
def test_who_denied_or_testified_did_that_and_is_not_who_is_named(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(PLEDGES, question).answered


def test_a_leader_who_speaks_is_no_governor(ask: Callable[[str, str], Reply]) -> None:
    story = "The experts’ leader, Per Lund, said the report was late. Gov. Ida Roe came to Halm."

    assert not ask(story, "What did the governor say?").answered
    assert ask(story, "What did the leader say?").answered


LANDS = """\
The Chilean government said that five sailors had left the port. Peru's government denied that it had sold
the port. The union said the strike was over “for good.” The boat was not “a gift,” baker Ida Holm said. A
spokesman called the boat a gift.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Chile say?", "said that five sailors had left"),
        ("What did Peru's government deny?", "that it had sold the port"),
        ("What did the union say?", "said the strike was over “for good.”"),
        ("Who called the boat a gift?", "spokesman"),
    ],
)
def test_a_country_speaks_through_its_government(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(LANDS, question), words)


@pytest.mark.parametrize(
    "question", ["What did the Chilean government deny?", "What did Chile announce on Friday?"]
)
def test_one_government_is_not_another(ask: Callable[[str, str], Reply], question: str) -> None:
    assert not ask(LANDS, question).answered


def test_the_words_that_hold_what_is_asked_are_told(ask: Callable[[str, str], Reply]) -> None:
    story = "“The storm took our boats,” baker Ida Holm said, adding that “the harbor will not be rebuilt.”"

    assert says(ask(story, "What did Ida Holm say will not be rebuilt?"), "the harbor will not")
    assert says(ask(story, "What did Ida Holm say about the boats?"), "The storm took")
    assert not says(ask(story, "How did Ida Holm describe the sale?"), "storm")


def test_what_is_said_of_a_thing_describes_it(ask: Callable[[str, str], Reply]) -> None:
    story = "Ida Holm said the port sells boats. “They rot like apples,” Holm said of the boats."

    assert says(ask(story, "How does Ida Holm describe the boats?"), "They rot like apples")


def test_a_government_named_for_its_head_is_no_other(ask: Callable[[str, str], Reply]) -> None:
    story = "The Weil administration left.\nThe government said on Monday that the dike would hold."

    assert says(ask(story, "What did the government say?"), "the dike would hold")
    assert not ask(story, "What did the Weil administration say?").answered


DEEDS = """\
President Ivo Lenz urged both sides to stay calm. Judge Mara Holt said that the unions “may fear the future
but cannot sue it.” Her clerk, Rui Sol, said nothing. Lenz declared a state of emergency. The union's
president, Ada Moe, said 12 jobs would go.
"""


def test_what_was_urged_is_what_was_said(ask: Callable[[str, str], Reply]) -> None:
    assert says(ask(DEEDS, "What did President Lenz say?"), "urged both sides to stay calm")


def test_who_is_asked_by_a_title_is_the_one_who_bears_it(ask: Callable[[str, str], Reply]) -> None:
    assert says(ask(DEEDS, "What did the judge say about the unions?"), "may fear the future")
    assert not ask(DEEDS, "What did the clerk say?").answered


def test_what_is_declared_is_not_what_another_said(ask: Callable[[str, str], Reply]) -> None:
    assert says(ask(DEEDS, "What did President Lenz declare?"), "a state of emergency")


def test_who_said_it_is_told_by_post_and_name(ask: Callable[[str, str], Reply]) -> None:
    story = "The chief inspector, Ada Moe, said that the doors were found open."

    assert ask(story, "Who said that the doors were open?").short == "The chief inspector, Ada Moe"


def test_who_said_so_many_said_no_other_number(ask: Callable[[str, str], Reply]) -> None:
    assert says(ask(DEEDS, "Who said 12 jobs would go?"), "president")
    assert not ask(DEEDS, "Who said 15 jobs would go?").answered


def test_who_issues_a_statement_says_the_next_words(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Not all were pleased. Senator Leo Falk, a farmer from Rota, issued a statement on the sinking. “I"
        " am disappointed with the port.”\n"
    )

    assert says(ask(story, "What did Falk say?"), "I am disappointed with the port")


def test_an_estimate_by_a_year_is_nobodys(ask: Callable[[str, str], Reply]) -> None:
    story = "They estimated by 2050, increasing trade would increase road needs by 50 percent.\n"

    assert "according to 2050" not in ask(story, "How much will road needs increase?").text


def test_what_somebody_called_it_is_no_whole_sentence(ask: Callable[[str, str], Reply]) -> None:
    story = """\
For Ana Roe, the gesture was “an act of mercy.”

“Nothing brings back the lost years,” Ana Roe said in a message to families of released sailors.
"""

    assert says(ask(story, "What did Ana Roe call the release?"), "an act of mercy")


def test_who_spoke_of_somebody_did_not_call_him_a_hero(ask: Callable[[str, str], Reply]) -> None:
    story = "“Roe came to the harbor on Monday,” Leo Falk said. Ada Moe said Roe was a coward.\n"

    assert not ask(story, "Who said Roe was a hero?").answered
    assert says(ask(story, "Who said Roe was a coward?"), "Ada Moe")


COMING = """\
The airline will refund all tickets and open a helpline, director Ana Wolf said on Monday. The union
will strike in May.
"""


def test_what_is_said_to_come_was_promised(ask: Callable[[str, str], Reply]) -> None:
    reply = ask(COMING, "What has the airline promised?")

    assert says(reply, "refund all tickets", "open a helpline")


@pytest.mark.parametrize(
    "question",
    [
        "What has the union promised?",  # nobody says so
        "What did the airline promise Leo Falk?",
        "What has the airline not promised?",
    ],
)
def test_what_only_will_be_is_no_promise(ask: Callable[[str, str], Reply], question: str) -> None:
    assert not ask(COMING, question).answered
