"""A question is a sentence with a hole: which word asks, and what the hole is to the deed."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from bot.language.frames import Part
from bot.questions import Asked
from tests.told import read, story_of

TOLD = "Mara Lund and Leo Falk met Tom Ray in Bergen on Monday. Íñigo Sáez left for 40 euros."
Understand = Callable[[str], Asked]


@pytest.fixture(scope="module")
def understood(nlp: Language) -> Understand:
    story = story_of(nlp, TOLD)
    return lambda question: read(question, story, nlp)


@pytest.mark.parametrize(
    ("question", "word", "phrase"),
    [
        ("Was it found?", "", ""),
        ("Did she say who did it?", "", ""),
        ("Name the sailors.", "", ""),
        ("Is the man who left there?", "", ""),
        ("?", "", ""),
        ("Who left?", "Who", "Who"),
        ("And who left?", "who", "who"),
        ("In what year did it sink?", "what", "year"),
        ("How many ships sank?", "How", "ships"),
        ("How old is she?", "How", "old"),
        ("Whose boat sank?", "Whose", "boat"),
        ("From which port did it sail?", "which", "port"),
        ("How did it sink?", "How", "How"),
        ("Where is the man who left?", "Where", "Where"),
    ],
)
def test_the_asked_phrase_is_found(
    understood: Understand, question: str, word: str, phrase: str
) -> None:
    asked = understood(question)

    assert [asked.doc[i].text if i >= 0 else "" for i in (asked.word, asked.phrase)] == [
        word,
        phrase,
    ]


@pytest.mark.parametrize(
    ("question", "degree", "noun"),
    [
        ("Who left?", "", ""),
        ("How did it sink?", "", ""),
        ("What sank?", "", ""),
        ("How many ships sank?", "many", "ship"),
        ("How far is it?", "far", "far"),
        ("Which city is it?", "", "city"),
        ("On what day did it sink?", "", "day"),
    ],
)
def test_a_measure_or_a_class_may_be_asked_for(
    understood: Understand, question: str, degree: str, noun: str
) -> None:
    asked = understood(question)

    assert asked.degree == degree
    assert asked.noun in {noun, ""} if noun == degree else asked.noun == noun


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Was it found?", None),
        ("Who won?", Part.AGENT),
        ("What sank the boat?", Part.AGENT),
        ("Who was freed?", Part.PATIENT),
        ("What did Mara Lund buy?", Part.PATIENT),
        ("Whom did Leo Falk see?", Part.PATIENT),
        ("Which boats did Tom Ray sell?", Part.PATIENT),
        ("By whom was the boat sold?", Part.AGENT),
        ("How many sailors were freed?", Part.PATIENT),
        ("What was Leo Falk accused of?", Part.OBLIQUE),
        ("When did Leo Falk leave?", Part.ADVERB),
        ("Where was the boat sold?", Part.ADVERB),
    ],
)
def test_the_hole_has_a_part_in_the_asked_deed(
    understood: Understand, question: str, part: Part | None
) -> None:
    assert understood(question).part == part


@pytest.mark.parametrize(
    ("question", "lemma"),
    [
        ("What does Leo Falk want to sell?", "sell"),
        ("What did Leo Falk steal?", "steal"),
        ("What does Tom Ray want to sell?", "sell"),
        ("What did Tom Ray steal?", "steal"),
        ("When was the boat sold?", "sell"),
        ("Who is Leo Falk?", "be"),
    ],
)
def test_the_asked_deed_is_found(understood: Understand, question: str, lemma: str) -> None:
    frame = understood(question).frame

    assert frame is not None and frame.lemma == lemma


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Who left?", ""),
        ("What did Leo Falk do?", ""),
        ("When is the meeting?", ""),
        ("What is he accused of?", ""),
        ("Which is the boat?", ""),
        ("Who was arrested?", ""),
        ("Who is Leo Falk?", "Leo Falk"),
        ("what is the harbor union", "the harbor union"),
        ("Who were the five?", "the five"),
    ],
)
def test_who_is_and_what_is_have_a_topic(understood: Understand, question: str, topic: str) -> None:
    asked = understood(question)

    assert (asked.doc[slice(*asked.topic)].text if asked.topic else "") == topic


@pytest.mark.parametrize(
    ("question", "preposition"),
    [
        ("What sank?", ""),
        ("Where did it sink?", ""),
        ("From which port did it sail?", "from"),
        ("Where did it come from?", "from"),
        ("What was he accused of?", "of"),
    ],
)
def test_a_preposition_goes_with_the_hole_wherever_it_stands(
    understood: Understand, question: str, preposition: str
) -> None:
    assert understood(question).preposition == preposition


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Who is Ada Holm?", "Who is Ada Holm?"),
        ("who  met\ntom ray?", "Who met Tom Ray?"),
        ("did mara lund leave?", "Did Mara Lund leave?"),
        ("who is inigo saez", "Who is Íñigo Sáez"),
    ],
)
def test_names_are_spelt_as_in_the_story(understood: Understand, typed: str, text: str) -> None:
    asked = understood(typed)

    assert (asked.typed, asked.text) == (typed, text)


def test_names_days_and_figures_of_the_question_are_found(understood: Understand) -> None:
    asked = understood("Did Leo Falk pay 40 euros to Ada Holm on Monday?")

    assert [asked.doc[n.start : n.end].text for n in asked.names] == ["Leo Falk", "Ada Holm"]
    assert [asked.doc[w.start : w.end].text for w in asked.whens] == ["Monday"]
    assert [q.value for q in asked.quantities] == [40.0]


def test_names_are_guessed_at_only_where_the_story_has_no_such_word(nlp: Language) -> None:
    story = story_of(nlp, "Mara Quiroga left Lisbon on Friday.")

    known, stranger = (
        read(question, story, nlp)
        for question in (
            "When did Mara Quiroga leave Lisbon?",
            "When did Alice Johnson leave Paris?",
        )
    )

    assert not known.doc.ents
    assert stranger.doc.ents
    assert known.names


@pytest.mark.parametrize(
    ("question", "many", "noun"),
    [
        ("What three things did she buy?", 3, ""),
        ("Which two boats sank?", 2, "boat"),
        ("Which boats sank?", None, "boat"),
        ("How many boats sank in two days?", None, "boat"),
        ("Who sank two boats?", None, ""),
    ],
)
def test_so_many_are_asked_for_as_the_asked_phrase_counts(
    understood: Understand, question: str, many: int | None, noun: str
) -> None:
    asked = understood(question)

    assert (asked.so_many and asked.so_many.value) == many
    assert asked.noun == noun
