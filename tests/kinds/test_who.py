"""Who did it, and to whom: the one told of in the asked part, or nobody."""

from collections.abc import Callable

import pytest

from bot.domain import Reply
from bot.kinds import who
from bot.questions import Asked
from tests.told import not_yet, says

STORY = """\
Nurse Ida Voss hid three children from soldiers in a mill near Lutz. The miller, Anton Beer, fed them.

Beer was betrayed by a neighbor and arrested in June. Voss thanked Beer's widow, Klara Beer, on
Thursday. The mayor of Lutz honored Voss with a medal. They threw coins, and a sergeant fainted. Four
months of rain flooded the mill. Three soldiers of the army of Chile were ill.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Whose boat was it?",
        "What did Mara Lund buy?",
        "Did Leo Falk say who left?",
        "Where is the man who left?",
        "How did they leave?",
    ],
)
def test_other_questions_ask_for_nobody(asked: Callable[[str], Asked], question: str) -> None:
    assert not who.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who won?",
        "To whom did Mara Lund write?",
        "Whom did they meet?",
        "And who left?",
        "Leo Falk met who?",
    ],
)
def test_who_and_whom_ask_for_somebody(asked: Callable[[str], Asked], question: str) -> None:
    assert who.recognises(asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "Who hid the soldiers?",
        "Who betrayed Voss?",
        "Who arrested the mayor?",
        "Who threw coins?",
        "Who did Klara Beer feed?",
        "Who married Ida Voss?",
        "Who burned the mill?",
        "Who spent a year in Lutz?",
        not_yet("Who is the soldier?", why="what hangs on the noun answers for it"),
    ],
)
def test_nobody_is_named_for_what_he_is_not_said_to_have_done(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(STORY, question).answered


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who hid three children?", "Ida Voss"),
        ("Who fed the children?", "Anton Beer"),
        ("Who betrayed Beer?", "neighbor"),
        ("Who did Voss thank?", "Klara Beer"),
        ("Who was honored with a medal?", "Voss"),
        ("Who was arrested in June?", "Beer"),
    ],
)
def test_the_one_in_the_asked_part_is_named(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(STORY, question), words)


def test_the_president_of_one_country_is_not_that_of_another(
    ask: Callable[[str, str], Reply],
) -> None:
    story = (
        "Norway sent a ship on Monday. Norway paid for it. Norway thanked the crew. The ship left "
        "Norway. It came back to Norway. President Juan Soler of Chile saw the ship on Tuesday."
    )

    assert "Soler" not in ask(story, "Who is the president of Norway?").short


def test_who_heads_a_part_does_not_head_the_whole(ask: Callable[[str, str], Reply]) -> None:
    story = (
        "Ida Roe, the leader of the Chilean choir, sang. Per Lund, the leader of Chile, listened."
    )

    assert says(ask(story, "Who leads Chile?"), "Per Lund")


ACCUSED = """\
Captain Per Roe was arrested on charges of sinking Lea Holm's ferry, a charge his wife denies.
Opposition leader Eva Berg of Norway waved. Two sailors, Jan Dahl and Ole Moe, were accused of theft.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who was charged with sinking a ferry?", "Per Roe"),
        ("Who was accused of theft?", "Jan Dahl"),
        ("Who leads the opposition?", "Eva Berg"),
    ],
)
def test_the_accused_is_who_is_charged(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(ACCUSED, question), words)


@pytest.mark.parametrize(
    ("question", "but"),
    [
        ("Who sank Lea Holm's ferry?", "wife"),
        ("Who tried to sink the ferry?", "Lea Holm"),
        ("Who leads Norway?", "Eva Berg"),
        ("Who is in charge of Norway?", "Eva Berg"),
        ("When is the trial?", "theft"),
    ],
)
def test_nobody_else_of_the_sentence_did_it(
    ask: Callable[[str, str], Reply], question: str, but: str
) -> None:
    reply = ask(ACCUSED, question)

    assert not reply.answered or but not in reply.short


PORT = """\
Prosecutors put the loss at eight million euros, but the harbor union put it at 12 million euros. The
union's leader, Leo Brekke, who has received death threats, moved to Rota.

The court heard 94 witnesses. Among them were four bank clerks, a bishop and the jockey Max Lund.
"""


@pytest.mark.parametrize("question", ["Who threatened Brekke?", "Who is the bishop?"])
def test_what_stands_beside_is_not_who_it_was(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(PORT, question).answered


def test_who_gave_another_figure_is_not_asked_for(ask: Callable[[str, str], Reply]) -> None:
    assert "Prosecutors" not in ask(PORT, "Who put the loss at 12 million euros?").short
    assert says(ask(PORT, "Who put the loss at eight million euros?"), "Prosecutors")


def test_who_is_owned_does_not_own(ask: Callable[[str, str], Reply]) -> None:
    story = "The mill Rota, which is owned by the group Brandt AG, employs 210 people in Lugo.\n"

    assert ask(story, "Who owns Brandt AG?").short != "Rota"
    assert "Brandt AG" in ask(story, "Who owns Rota?").short


def test_who_are_several_is_answered_with_all_of_them(ask: Callable[[str, str], Reply]) -> None:
    reply = ask("Ida Voss has two daughters, Joy and Esther.", "Who are Ida Voss's daughters?")

    assert says(reply, "Joy and Esther") and "daughters" not in reply.text


def test_whom_somebody_waits_for_is_not_where(ask: Callable[[str, str], Reply]) -> None:
    story = "Ana Roe hoped to see her brother, Jan Roe, as she waited outside a jail in Vigo."

    assert says(ask(story, "Who is Ana Roe waiting for?"), "Jan Roe")


POSTS = """\
A team of nine volunteers reached Lutz. It was led by Rosa Dietz, a teacher. The Lutz Group's chief
executive, Vera Amann, raised its offer. Sen. Nora Kraus did not wait: She spoke of a delay, and asked for
a hearing. Kraus blamed Karl Imhof, whom she accused of theft. One of those invited, a Dane, stayed away
because he missed his train. Judge Paul Ott gave a burglar two years in prison.
The storm was over, said Jon Frei, the head of the weather service. His trial opens in Lutz on Monday.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who headed the team of volunteers?", "Rosa Dietz"),
        ("Who runs the Lutz Group?", "Vera Amann"),
        ("Who heads the weather service?", "Jon Frei"),
        ("Who asked for a hearing?", "Nora Kraus"),
        ("Who accused Imhof of theft?", "Kraus"),
    ],
)
def test_who_is_told_by_a_post_or_a_pronoun(
    ask: Callable[[str, str], Reply], question: str, words: str
) -> None:
    assert says(ask(POSTS, question), words)


@pytest.mark.parametrize(
    "question",
    [
        "Who got the longest sentence?",
        "Who found Karl Imhof?",
        "Which group missed the train?",
        "Who wants the weather service to close?",
        "Who is on trial?",
    ],
)
def test_who_is_not_told_by_what_lacks_the_deed_or_the_degree(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert not ask(POSTS, question).answered


def test_who_missed_it_is_nobody_named_before(ask: Callable[[str, str], Reply]) -> None:
    assert "Kraus" not in ask(POSTS, "Who missed his train?").short


def test_who_are_so_are_those_who_are_told_to_be(ask: Callable[[str, str], Reply]) -> None:
    story = "“Of course everyone is scared, but what more could the guards do to us?” Ana Roe said."

    assert ask(story, "Who is scared?").short.casefold() == "everyone"


def test_his_brother_is_named_where_the_story_names_him(ask: Callable[[str, str], Reply]) -> None:
    story = "Leo Roe waited for his brother Ivo Roe. Leo Roe said his brother was jailed in 2021."

    assert says(ask(story, "Who was jailed in 2021?"), "Ivo Roe")


def test_who_is_told_of_in_a_clause_beside_does_not_do_it(ask: Callable[[str, str], Reply]) -> None:
    story = "The council has allowed Falk’s friends to stay as it exerts pressure through fines."

    assert "friends" not in ask(story, "Who is exerting pressure through fines?").short
