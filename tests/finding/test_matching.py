"""Which words of a sentence stand for which of the question: exactly, nearly, or not at all."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from bot.finding.matching import SYNONYM, Needed, align, needed_words, question_keys, role_of
from bot.language import frames
from bot.language.frames import Part
from bot.language.keys import keys
from bot.story import PRONOUN
from tests.told import parsed, read, story_of

ByKey = Mapping[str, Sequence[tuple[int, float]]]


def needed(*keys: str, weight: float = 1.0) -> list[Needed]:
    """Words with one key each, by their place."""
    return [Needed(place, {key: 1.0}, weight, False) for place, key in enumerate(keys)]


def test_nothing_asked_is_covered_by_nothing() -> None:
    found = align([], {"w:boat": [(0, 1.0)]})

    assert (found.pairs, found.coverage, found.missing) == ((), 0.0, ())


def test_words_that_share_no_key_are_missing() -> None:
    found = align(needed("w:boat", "w:sink"), {"w:boats": [(0, 1.0)], "w:sank": [(1, 1.0)]})

    assert (found.pairs, found.coverage, found.missing) == ((), 0.0, (0, 1))


def test_a_word_stands_for_every_word_that_shares_its_key() -> None:
    found = align(needed("w:boat"), {"w:boat": [(1, 1.0), (4, 1.0)]})

    assert sorted(found.of(0)) == [(1, 1.0), (4, 1.0)]
    assert list(found.of(1)) == []


def test_the_weaker_side_decides_and_of_several_keys_the_strongest() -> None:
    word = Needed(0, {"w:free": 1.0, "f:release": 0.8}, 1.0, False)

    assert align([word], {"f:release": [(2, 0.8)]}).pairs == ((0, 2, 0.8),)
    assert align([word], {"f:release": [(2, 0.8)], "w:free": [(2, 1.0)]}).pairs == ((0, 2, 1.0),)
    assert align([word], {"w:free": [(2, 0.3)]}).pairs == ((0, 2, 0.3),)


def test_a_word_that_stands_there_exactly_does_not_stand_for_another_as_well() -> None:
    words = [
        Needed(0, {"w:ferry": 1.0}, 1.0, False),
        Needed(1, {"w:boat": 1.0, "w:ferry": SYNONYM}, 1.0, False),
    ]

    assert align(words, {"w:ferry": [(3, 1.0)]}).missing == (1,)
    assert align(words[1:], {"w:ferry": [(3, 1.0)]}).pairs == ((1, 3, SYNONYM),)


def test_coverage_is_the_weighted_share_of_what_is_found() -> None:
    words = [Needed(0, {"w:a": 1.0}, 3.0, False), Needed(1, {"w:b": 1.0}, 1.0, False)]

    assert align(words, {"w:a": [(0, 1.0)]}).coverage == 0.75
    assert align(words, {"w:b": [(0, 0.8)]}).coverage == pytest.approx(0.2)
    assert align(words, {"w:a": [(0, 1.0)], "w:b": [(1, 1.0)]}).coverage == 1.0


KEYS = st.sampled_from(["a", "b", "c", "d"])
STRENGTHS = st.sampled_from([0.6, 0.8, 0.9, 1.0])
BY_KEY = st.dictionaries(KEYS, st.lists(st.tuples(st.integers(0, 5), STRENGTHS), max_size=3))


@given(st.lists(st.dictionaries(KEYS, STRENGTHS, min_size=1), max_size=4), BY_KEY)
def test_every_word_is_either_found_or_missing(
    words: list[dict[str, float]], by_key: ByKey
) -> None:
    found = align([Needed(n, keys, 1.0 + n, False) for n, keys in enumerate(words)], by_key)

    assert {q for q, _, _ in found.pairs} == set(range(len(words))) - set(found.missing)
    assert 0.0 <= found.coverage <= 1.0
    assert all(0 < strength <= 1 for _, _, strength in found.pairs)
    assert (found.coverage == 0.0) == (not found.pairs)


SENTENCE = (
    "The/DT>crew:det crew/NN>rescued:nsubj:pass of/IN>Solveig:case Solveig/NNP>crew:nmod "
    "was/VBD/be>rescued:aux:pass rescued/VBN/rescue>:root on/IN>Friday:case Friday/NNP>rescued:obl "
    "by/IN>boats:case boats/NNS/boat>rescued:obl:agent that/WDT>saw:nsubj saw/VBD/see>boats:acl:relcl "
    "smoke/NN>saw:obj ./.>rescued:punct"
)


@pytest.mark.parametrize(
    ("word", "part"),
    [
        (".", None),
        ("rescued", None),
        ("was", None),
        ("crew", Part.PATIENT),
        ("The", Part.PATIENT),
        ("Solveig", Part.PATIENT),
        ("boats", Part.AGENT),
        ("smoke", Part.AGENT),
        ("Friday", Part.OBLIQUE),
        ("on", Part.OBLIQUE),
    ],
)
def test_a_word_has_the_part_whose_words_hold_it(word: str, part: Part | None) -> None:
    doc = parsed(SENTENCE)
    edges = [(token.left_edge.i, token.right_edge.i + 1) for token in doc]
    rescued = next(frame for frame in frames.find(doc) if frame.lemma == "rescue")
    token = next(token for token in doc if token.text == word)

    assert role_of(rescued, token.i, edges) == part


@pytest.mark.parametrize(
    ("asked", "told", "strength"),
    [
        ("boat/NN>:root", "boats/NNS/boat>:root", 1.0),
        ("boat/NN>:root", "ship/NN>:root", SYNONYM),
        ("boats/NNS/boat>:root", "ship/NN>:root", SYNONYM),
        ("boat/NN>:root", "harbor/NN>:root", None),
        ("boat/VB>:root", "ship/NN>:root", None),
    ],
)
def test_a_noun_of_the_question_reaches_its_synonyms(
    asked: str, told: str, strength: float | None
) -> None:
    own, other = question_keys(parsed(asked)[0]), keys(parsed(told)[0])
    shared = [min(own[key], other[key]) for key in own.keys() & other.keys()]

    assert max(shared, default=None) == strength


TOLD = "Rita Falk sold the mill in Bremen. She kept the barn.\n\nLeo Stahl wept."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who was it?", ""),
        ("What is the name of the mill?", "mill"),
        ("How many mills did she sell?", "mills sell"),
        ("On which day did Falk sell the mill?", "Falk sell mill"),
        ("Who sold the mill in Bremen?", "sold mill Bremen"),
        ("Was the mill not sold?", "mill sold"),
    ],
)
def test_what_only_tells_the_kind_of_answer_is_not_looked_for(
    nlp: Language, question: str, words: str
) -> None:
    asked = read(question, story_of(nlp, TOLD), nlp)
    found = needed_words(asked, story_of(nlp, TOLD))

    assert " ".join(asked.doc[word.token].text for word in found) == words
    assert all(word.weight > 0 for word in found)


def test_a_name_is_found_in_its_pronoun_but_less_surely(nlp: Language) -> None:
    story = story_of(nlp, TOLD)
    (falk, _) = needed_words(read("What did Falk keep?", story, nlp), story)
    sold, kept, wept = story.readings

    def strength(place: int) -> float:
        pairs = align([falk], story.by_key(story.readings[place])).pairs
        return max((strength for _, _, strength in pairs), default=0.0)

    assert falk.is_name
    assert [strength(r.place) for r in (sold, kept, wept)] == [1.0, PRONOUN, 0.0]


def test_names_are_looked_up_in_the_asked_article_only(nlp: Language) -> None:
    story = story_of(nlp, TOLD, "Max Falk left the choir.\n")
    asked = read("What did Falk do?", story, nlp)

    def entities(article: int | None) -> set[str]:
        words = needed_words(asked, story, article)
        return {key for word in words for key in word.keys if key.startswith("e:")}

    assert entities(0) and entities(1)
    assert {key.split(":")[1] for key in entities(0)} == {"0"}
    assert {key.split(":")[1] for key in entities(1)} == {"1"}
    assert entities(None) == entities(0) | entities(1)


def test_an_expression_stands_for_a_word_near_in_meaning_where_it_is_looked_for(
    nlp: Language,
) -> None:
    story = story_of(nlp, "Ana Roe takes the ferry every day.")
    asked = read("What does she take daily?", story, nlp)
    told = story.by_key(story.readings[0])

    assert align(needed_words(asked, story), told).missing
    assert not align(needed_words(asked, story, widely=True), told).missing


def test_the_other_words_of_a_wording_are_told_where_its_deed_is(nlp: Language) -> None:
    story = story_of(nlp, "Seven miners died in Vigo.")
    asked = read("How many miners lost their lives in Vigo?", story, nlp)

    assert not align(needed_words(asked, story), story.by_key(story.readings[0])).missing
