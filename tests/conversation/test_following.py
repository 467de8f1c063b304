"""A follow-up is read in the light of its own chat."""

from pathlib import Path

import pytest
from spacy.language import Language

from bot.conversation.following import asks_for_source, complete
from bot.conversation.memory import TURNS, Memory
from bot.desk import Desk
from bot.replies import Replies
from tests.told import desk_of, says

QUESTION = "Who rescued Nils Aker from the Blue Mine?"
MEMORY = Memory(question=QUESTION, word=(0, 3), person="Nils Aker", thing="Blue Mine")
YES_NO = Memory(question="Was Nils Aker rescued?", person="Nils Aker")


@pytest.mark.parametrize(
    "typed",
    ["and when?", "why?", "who else?", "and Berit Aker?", "What did he say?", "It?", "", "?"],
)
def test_with_nothing_remembered_a_question_stays_as_typed(typed: str) -> None:
    assert complete(typed, Memory()) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Who is Berit Aker?",
        "When did the mine collapse?",
        "Why was Berit Aker fined and when?",
        "Is there hope?",
        "Where do the sheep graze?",
        "Who else paints sheep in the valley of Arn?",
        "And the band played on until the morning came?",
    ],
)
def test_a_question_that_stands_alone_stays_as_typed(typed: str) -> None:
    assert complete(typed, MEMORY) == typed


@pytest.mark.parametrize(
    ("typed", "word"), [("And when?", "When"), ("why", "Why"), ("When exactly?", "When")]
)
def test_a_bare_question_word_asks_the_last_question_with_it(typed: str, word: str) -> None:
    when = Memory(question="When was Nils Aker rescued?", word=(0, 4), person="Nils Aker")

    assert complete(typed, MEMORY).startswith(f"{word} ")
    assert complete(typed, MEMORY).endswith("rescued Nils Aker from the Blue Mine?")
    assert complete("and where?", when) == "Where was Nils Aker rescued?"
    assert complete("and when?", YES_NO) == "When was Nils Aker rescued?"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("With what?", "With what was Lena Berg charged?"),
        ("and for how much?", "For how much was Lena Berg charged?"),
    ],
)
def test_a_bare_preposition_asks_on_as_well(typed: str, read: str) -> None:
    assert complete(typed, Memory(question="When was Lena Berg charged?", word=(0, 4))) == read


def test_of_two_questions_in_one_only_the_first_is_asked_on() -> None:
    when = Memory(question="Where was Nils Aker rescued and when?", word=(0, 5), person="Nils Aker")

    assert complete("and why?", when) == "Why was Nils Aker rescued?"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("What did he say?", "What did Nils Aker say?"),
        ("Who is his wife?", "Who is Nils Aker's wife?"),
        ("How deep is it?", "How deep is Blue Mine?"),
        ("Who saw him there?", "Who saw Nils Aker there?"),
    ],
)
def test_a_pronoun_stands_for_whom_or_what_was_spoken_of(typed: str, read: str) -> None:
    assert complete(typed, MEMORY) == read


def test_where_is_it_asks_for_the_thing() -> None:
    assert complete("Where is it?", MEMORY) == "Where is Blue Mine?"


@pytest.mark.parametrize("typed", ["What did they say?", "When did she say it was hers?"])
def test_a_pronoun_that_nothing_fits_stays(typed: str) -> None:
    assert complete(typed, Memory(question="How many fell?", word=(0, 8))) == typed


@pytest.mark.parametrize(
    "typed", ["and Berit Lund?", "What about Berit Lund?", "how about berit lund", "or Berit Lund?"]
)
def test_another_name_takes_the_place_of_the_last(typed: str) -> None:
    found = complete(typed, MEMORY)

    assert found.casefold() == "who rescued berit lund from the blue mine?"


@pytest.mark.parametrize("typed", ["Who else?", "and who else", "which others?", "Anyone else?"])
def test_who_else_asks_the_last_question_again(typed: str) -> None:
    assert complete(typed, MEMORY) == QUESTION
    assert complete(typed, YES_NO).casefold() == "who was rescued?"


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("Who is so tall?", False),
        ("Who said that the mine was safe?", False),
        ("What does he say?", False),
        ("Who says so?", True),
        ("who said that", True),
        ("Says who?", True),
        ("According to whom?", True),
        ("Who reported this?", True),
        ("What is the source?", True),
    ],
)
def test_a_source_is_asked_for_in_few_words(typed: str, asks: bool) -> None:
    assert asks_for_source(typed) is asks


STORY = """\
Surgeon Rolf Eik freed a whale from a net off Senja on Thursday. Eik, 52, used a knife because the net was
of steel.

Baker Gro Moen paid a fine of 300 kroner on Monday. Her boat, the Terna, is based in Bodo.
"""


@pytest.fixture
def desk(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path, nlp, replies, STORY)


@pytest.mark.parametrize(
    ("first", "follow", "words"),
    [
        ("Who is Rolf Eik?", "How old is he?", "52"),
        ("Who freed a whale?", "And when?", "Thursday"),
        ("Who freed a whale?", "where?", "Senja"),
        ("When did Gro Moen pay a fine?", "Where is her boat based?", "Bodo"),
        ("Who is Rolf Eik?", "And Gro Moen?", "Baker"),
        ("Who freed a whale?", "Who says so?", "The Daily"),
    ],
)
def test_a_conversation_goes_on(desk: Desk, first: str, follow: str, words: str) -> None:
    assert desk.ask(first, chat="a").answered
    assert says(desk.ask(follow, chat="a"), words)


def test_a_follow_up_does_not_answer_from_what_was_not_told(desk: Desk) -> None:
    desk.ask("Who is Gro Moen?", chat="a")

    assert not desk.ask("How old is she?", chat="a").answered


def test_after_many_turns_without_a_name_a_pronoun_is_nobody(desk: Desk) -> None:
    desk.ask("Who is Rolf Eik?", chat="a")
    for _ in range(TURNS + 2):
        desk.ask("Is there any news of trains?", chat="a")

    assert not desk.ask("How old is he?", chat="a").corrected


CLASH = """\
Surgeon Rolf Eik, 52, freed a whale from a net off Senja on Thursday. His sister, the baker Gro Eik, was
fined in Bodo on Monday.

Sailors Jan Roll, Ove Tamm and Pia Quell were rescued on Friday. The three sailors were found near Senja.
"""


@pytest.fixture
def clash(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path, nlp, replies, CLASH)


@pytest.mark.parametrize(
    ("picks", "read"),
    [
        ("Gro", "Who is Gro Eik?"),
        ("the baker", "Who is Gro Eik?"),
        ("I mean the surgeon", "Who is Rolf Eik?"),
        ("the second one", "Who is Gro Eik?"),
        ("1", "Who is Rolf Eik?"),
        ("el segundo", "Who is Gro Eik?"),
        ("the whale one", "Who is Rolf Eik?"),
    ],
)
def test_after_asking_which_a_short_answer_completes_the_question(
    clash: Desk, picks: str, read: str
) -> None:
    assert clash.ask("Who is Eik?", chat="a").kind == "which one"

    reply = clash.ask(picks, chat="a")
    assert reply.corrected == read and reply.answered


@pytest.mark.parametrize("typed", ["the third", "Eik", "What is Senja?", "the brave one"])
def test_what_picks_none_of_the_choices_is_a_question_of_its_own(clash: Desk, typed: str) -> None:
    clash.ask("Who is Eik?", chat="a")

    assert not {"Who is Rolf Eik?", "Who is Gro Eik?"} & {clash.ask(typed, chat="a").corrected}


def test_a_choice_is_open_for_one_turn_only(clash: Desk) -> None:
    clash.ask("Who is Eik?", chat="a")
    clash.ask("When was Gro Eik fined?", chat="a")

    assert clash.ask("the first", chat="a").corrected != "Who is Rolf Eik?"


def test_the_choice_is_answered_in_the_language_of_the_question(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    told = "Surgeon Rolf Eik freed a whale on Thursday. Gro Eik was fined in Bodo on Monday.\n"
    desk = desk_of(tmp_path, nlp, replies, told)
    desk.ask("¿Quién es Eik?", chat="a")

    assert desk.ask("2", chat="a").text.startswith("La noticia")


def test_a_name_of_the_story_is_what_the_story_takes_it_for(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    story = "Ida Roe leads Rota Penal, an advocacy group. Rota Penal counted 40 prisoners in Vigo."
    desk = desk_of(tmp_path, nlp, replies, story)
    desk.ask("Where is Vigo?", chat="a")
    desk.ask("Who leads Rota Penal?", chat="a")

    assert says(desk.ask("How many prisoners did it count?", chat="a"), "40 prisoners")


CAUGHT = """\
Jan Roll and Ove Tamm were arrested near Senja on Friday. Cook Pia Quell was arrested because she had
sunk a boat. Pilot Rolf Eik was fined on Monday and charged with an insult to the government of Bodo.
"""

FREED = """\
Five sailors were freed on Friday. The five are Jan Roll, Ove Tamm, Pia Quell, Gro Moen and Ida Roe.
"""


@pytest.mark.parametrize(
    ("follow", "read"),
    [
        ("and when?", "When were Jan Roll and Ove Tamm arrested near Senja?"),
        ("by whom?", "By whom were Jan Roll and Ove Tamm arrested near Senja?"),
        ("who else?", "Who was arrested near Senja besides Jan Roll and Ove Tamm?"),
    ],
)
def test_a_follow_up_is_about_those_who_were_named(
    tmp_path: Path, nlp: Language, replies: Replies, follow: str, read: str
) -> None:
    desk = desk_of(tmp_path, nlp, replies, CAUGHT)
    assert says(desk.ask("Who was arrested near Senja?", chat="a"), "Jan Roll and Ove Tamm")

    assert desk.ask(follow, chat="a").corrected == read


def test_the_reason_of_another_deed_is_none_of_theirs(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    desk = desk_of(tmp_path, nlp, replies, CAUGHT)
    desk.ask("Who was arrested near Senja?", chat="a")
    desk.ask("when?", chat="a")

    assert not desk.ask("why?", chat="a").answered
    others = desk.ask("who else?", chat="a")
    assert others.corrected == "Who was arrested near Senja besides Jan Roll and Ove Tamm?"


def test_of_a_list_it_is_asked_on_as_what_its_members_are_together(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    desk = desk_of(tmp_path, nlp, replies, FREED)
    assert desk.ask("Who was freed?", chat="a").kind == "list"

    assert desk.ask("when?", chat="a").corrected == "When were the five sailors freed?"


def test_nobody_else_is_he_who_is_only_named_in_the_same_sentence(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    desk = desk_of(tmp_path, nlp, replies, CAUGHT)
    desk.ask("Who was fined on Monday?", chat="a")

    reply = desk.ask("who else?", chat="a")
    assert (reply.answered, reply.text) == (False, "The story names no others.")


@pytest.mark.parametrize("typed", ["When?", "who", "and why?", "how many", "who else?", "says who"])
def test_a_bare_question_word_asks_nothing_where_nothing_was_said(desk: Desk, typed: str) -> None:
    reply = desk.ask(typed, chat="a")

    assert (reply.kind, reply.answered) == ("talk", False)
    desk.ask("Who freed a whale?", chat="a")
    assert desk.ask(typed, chat="a").kind != "talk"


COUNT = Memory(
    question="How many miners were rescued?", word=(0, 15), subject="the miners", thing="Blue Mine"
)
BOTH = Memory(question="Why were Nils and Berit fined?", word=(0, 3), many="Nils and Berit")


@pytest.mark.parametrize(
    ("memory", "typed", "read"),
    [
        (COUNT, "when?", "When were the miners rescued?"),
        (COUNT, "by whom?", "By whom were the miners rescued?"),
        (COUNT, "who are they?", "Which miners were rescued?"),
        (COUNT, "which ones?", "Which miners were rescued?"),
        (COUNT, "who announced it?", "who announced that miners were rescued?"),
        (YES_NO, "by whom?", "By whom was Nils Aker rescued?"),
        (BOTH, "When were they born?", "When were Nils and Berit born?"),
        (BOTH, "and Olav?", "Why was Olav fined?"),
    ],
)
def test_a_follow_up_keeps_whom_the_last_question_was_of(
    memory: Memory, typed: str, read: str
) -> None:
    assert complete(typed, memory) == read


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        (["How many sailors were found?", "where?"], "Where were the sailors found?"),
        (["How many sailors were found?", "Really?", "where?"], "Where were the sailors found?"),
        (["Are Rolf Eik and Gro Eik friends?", "Who are they?"], "Who are Rolf Eik and Gro Eik?"),
    ],
)
def test_what_was_asked_of_stays_in_mind(clash: Desk, asked: list[str], read: str) -> None:
    replies = [clash.ask(question, chat="a") for question in asked]

    assert replies[-1].corrected == read


def test_whom_a_question_calls_by_a_role_is_spoken_of(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    story = (
        "Police accuse the captain, Erik Voss, 49, of a theft. Voss was fined in May 2024 in Kiel."
    )
    desk = desk_of(tmp_path, nlp, replies, story)
    desk.ask("How old is the captain?", chat="a")

    assert says(desk.ask("Where was he fined?", chat="a"), "Kiel")


def test_of_a_figure_that_stands_before_its_noun_they_are_remembered(
    nlp: Language, replies: Replies, tmp_path: Path
) -> None:
    story = """\
In July last year Peru freed ten jailed U.S. citizens in exchange for the repatriation of over 200
Danes deported by the Reagan administration to Lugo, where they had been held in a camp.
"""
    desk = desk_of(tmp_path, nlp, replies, story)

    assert says(desk.ask("Whom did the United States deport?", chat="a"), "Danes")


def test_they_are_the_things_that_were_asked_about(
    nlp: Language, replies: Replies, tmp_path: Path
) -> None:
    story = "The flight recorders were found. They will be read in Lugo. Ana Roe praised Leo for reading."
    desk = desk_of(tmp_path, nlp, replies, story)
    desk.ask("What happened to the flight recorders?", chat="a")

    assert desk.ask("Where will they be read?", chat="a").corrected == (
        "Where will the flight recorders be read?"
    )
    assert not desk.ask("By whom?", chat="a").answered


def test_who_was_named_as_kin_is_spoken_of(nlp: Language, replies: Replies, tmp_path: Path) -> None:
    story = "Leo Roe, brother of Mayor Ana Roe, sells fish. Mayor Ana Roe sings."
    desk = desk_of(tmp_path, nlp, replies, story)
    desk.ask("Who is Ana Roe?", chat="a")
    desk.ask("Who is her brother?", chat="a")

    assert says(desk.ask("What does he sell?", chat="a"), "fish")


@pytest.mark.parametrize(
    ("first", "follow", "read"),
    [
        (
            "How many boats did the guards seize?",
            "and when?",
            "When did the guards seize the boats?",
        ),
        ("Where is Lugo?", "who waited there?", "Who waited in Lugo?"),
        ("How many boats were seized?", "by when?", "By when were the boats seized?"),
        (
            "How many boats did the guards seize?",
            "as of when?",
            "As of when did the guards seize the boats?",
        ),
    ],
)
def test_what_was_asked_about_stays_in_the_question(
    nlp: Language, replies: Replies, tmp_path: Path, first: str, follow: str, read: str
) -> None:
    story = "Guards seized ten boats on Friday. Ana Roe waited in Lugo, Chile."
    desk = desk_of(tmp_path, nlp, replies, story)
    desk.ask(first, chat="a")

    assert desk.ask(follow, chat="a").corrected == read


def test_who_doubts_gets_the_source(nlp: Language, replies: Replies, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, nlp, replies, "The union said that ten boats sank.")

    assert not desk.ask("Are you sure?", chat="a").answered
    desk.ask("How many boats sank?", chat="a")
    assert says(desk.ask("Are you sure?", chat="a"), "union")
