"""Slips are mended; what is spelt rightly, and other people's names, stay."""

import pytest

from bot.story.spelling import Vocabulary, correct
from tests import golden

STORY = Vocabulary.of(
    [
        "Detainees were released on Thursday by the foreign minister, José Albares.",
        "Alfredo Romero of Foro Penal counted 863 political prisoners in Spain.",
        "Mario Ferrán and his brother Pedro Durán were detained for political reasons.",
        "Julio Sosa and the Sosas met Carla Moreno and Karla Morena aboard the ferry Solveig.",
        "The minister said the sailors, Hanna Solberg and Ida Solborg, saw the Interior Ministry.",
    ],
    "José Albares,Alfredo Romero,Foro Penal,Spain,Mario Ferrán,Pedro Durán,Julio Sosa,Carla Moreno,"
    "Karla Morena,Solveig,Hanna Solberg,Ida Solborg,Interior Ministry".split(","),
)

SAME = """
which programmes were cancelled
did the organisation recognise the labour centre
was the defence minister travelling
the cheque for the catalogue
Who was released on Thursday?
who pleaded guilty
Did the sailer plead?
Who is Maria Ferrán?
who is maria ferrán
Who is Dunan?
who is pedro dunan
Who is Romano?
What happened in Sain?
Was Trump in Oslo?
who is brennan
who is solbarg
who is morenu
who is JULIO SOSA
Is the U.S. involved?
Who is J. R. Sosa?
what did el-sisi say
What does it mean to Mr. Xylqzt?
How many minks?
who are the sosas
who is foropenal
What is RNE?
a b c
42
?
"""

MENDED = {
    "wen was he relased": "when was he released",
    "how meny peple detaned for political resons": "how many people detained for political reasons",
    "hwo is he": "who is he",
    "hwo many were there": "how many were there",
    "wat did albares say": "what did albares say",
    "Wich minister?": "Which minister?",
    "whats foro penal": "what is foro penal",
    "Whos he": "Who is he",
    "didnt he go": "didn't he go",
    "can u say": "can you say",
    "durans brother": "duran's brother",
    "spains foreign minister": "spain's foreign minister",
    "who is alfredo romerro": "who is alfredo romero",
    "alberes foreign minster": "albares foreign minister",
    "who is feran": "who is ferran",
    "Who is Romerro?": "Who is Romero?",
    "WHO IS ROMERRO": "WHO IS ROMERO",
    "was solvieg there": "was solveig there",
    "who is jukio sosa": "who is julio sosa",
    "politicalprisoners": "political prisoners",
    "was he in soain": "was he in spain",
    "on thrusday": "on thursday",
    "who was arrestted": "who was arrested",
    "the goverment": "the government",
    "feelling": "feeling",
    "the cort": "the court",
    "what did the ministr's brother say": "what did the minister's brother say",
}


@pytest.mark.parametrize("question", SAME.strip().splitlines())
def test_what_is_right_or_unknown_stays(question: str) -> None:
    assert correct(question, STORY) == question


@pytest.mark.parametrize(("typed", "meant"), MENDED.items())
def test_slips_are_mended(typed: str, meant: str) -> None:
    assert correct(typed, STORY) == meant


@pytest.mark.parametrize("typed", MENDED)
def test_a_mended_question_needs_no_mending(typed: str) -> None:
    assert correct(correct(typed, STORY), STORY) == correct(typed, STORY)


def test_a_word_of_the_story_is_right_however_odd() -> None:
    assert correct("what is a wen", Vocabulary.of(["A wen is a cyst."], [])) == "what is a wen"


@pytest.mark.parametrize("story", golden.STORIES)
def test_golden_questions_are_spelt_rightly(story: str) -> None:
    """But for those that try typing errors.  The words of the story are enough, names or not."""
    text = golden.STORIES[story].read_text(encoding="utf-8")
    vocabulary = Vocabulary.of([text], [])
    asked = [q.ask for q in golden.read(story) if q.kind != "typo"]

    assert [
        (ask, correct(ask, vocabulary)) for ask in asked if correct(ask, vocabulary) != ask
    ] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Who paid the labor organization?", "Who paid the labour organisation?"),
        ("Who paid the labour organisation?", "Who paid the labour organisation?"),
        ("Was the flavor recognized?", "Was the flavour recognised?"),
        ("What color is the harbor?", "What color is the harbor?"),
    ],
)
def test_american_and_british_spelling_are_one(typed: str, meant: str) -> None:
    text = "The labour organisation recognised the flavour. The colour of the ship is red."
    story = Vocabulary.of([text.replace("colour", "color")], [])

    assert correct(typed, story) == meant


PEOPLE = Vocabulary.of(
    ["Deirdre Tullie and Anna-Liisa Halmela met Fergus Corbo, who has a license, and seized it."],
    ["Deirdre Tullie", "Anna-Liisa Halmela", "Fergus Corbo"],
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    {
        "who is deirdre tuly": "who is deirdre tullie",
        "who is ana liisa halmella": "who is anna liisa halmela",
        "who is fergas corboe": "who is fergus corbo",
        "what was seezed": "what was seized",
        "his licence": "his license",
        "which ship dose he own": "which ship does he own",
        "when did they license it": "when did they license it",
    }.items(),
)
def test_a_name_is_known_by_its_sound_beside_the_rest_of_it(typed: str, meant: str) -> None:
    assert correct(typed, PEOPLE) == meant


@pytest.mark.parametrize(
    "question",
    [
        "who is deirdre tullok",
        "who is fergus marrow",
        "who is anna corboe",
        "the dose",
        "which dose did she get",
        "who runs the dot com",
    ],
)
def test_who_has_another_name_is_another(question: str) -> None:
    assert correct(question, PEOPLE) == question


def test_of_a_question_in_another_language_only_names_are_mended() -> None:
    assert correct("the canje of Deirdre Tullye", PEOPLE, only_names=True) == (
        "the canje of Deirdre Tullie"
    )
    assert correct("a seezed ship", PEOPLE, only_names=True) == "a seezed ship"
