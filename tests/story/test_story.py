"""A corpus as it is understood: sentences parsed once, words found by what they stand for."""

import pytest
from spacy.language import Language

from bot.domain import Corpus, Fact, Reply, Slot
from bot.story import PRONOUN, Reading, Story
from tests.told import story_of

FIRST = """\
Painter Lena Birk sold a vase to the Museum of Trier on Thursday. She kept the glaze secret.

Three collectors, Jan Roll, Ove Tamm and Pia Quell, made offers.
"""
SECOND = "date 2026-01-08 Evening Post\n\nBirk fired the kiln in Trier. It smoked.\n"


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, FIRST, SECOND)


def reading(story: Story, begins: str) -> Reading:
    return next(r for r in story.readings if r.sentence.text.startswith(begins))


def test_a_line_break_is_no_word(nlp: Language) -> None:
    text = "The army\nidentified the other four as Jan Roll, Ove Tamm, Kim Sato and Pia Quell."
    (wrapped,) = story_of(nlp, text, wrapped=True).readings
    (plain,) = story_of(nlp, text).readings

    assert [(t.dep_, t.lemma_) for t in wrapped.doc if not t.is_space] == [
        (t.dep_, t.lemma_) for t in plain.doc
    ]


def token(of: Reading, word: str) -> int:
    return next(t.i for t in of.doc if t.text == word)


def test_a_corpus_without_articles_has_nothing(nlp: Language) -> None:
    story = Story.read(Corpus(()), nlp)

    assert (story.readings, story.names, story.newest, story.first) == ((), frozenset(), None, ())


def test_every_sentence_is_read_once_in_order(story: Story) -> None:
    assert [(r.article, r.place) for r in story.readings] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
        (1, 1),
    ]
    assert story.first == (0, 3)
    assert all(r.doc.text == r.sentence.text for r in story.readings)
    assert all(story.reading_of(r.sentence) is r for r in story.readings)


@pytest.mark.parametrize(
    ("begins", "step", "neighbour"),
    [
        ("Painter", -1, None),
        ("Three", 1, None),
        ("Birk", -1, None),
        ("She", 0, "She"),
        ("She", -1, "Painter"),
        ("She", 1, "Three"),
        ("Birk", 1, "It"),
    ],
)
def test_neighbours_are_of_the_same_article(
    story: Story, begins: str, step: int, neighbour: str | None
) -> None:
    found = story.beside(reading(story, begins), step)

    assert found is (None if neighbour is None else reading(story, neighbour))


def test_an_article_is_known_by_its_stem(story: Story) -> None:
    assert [story.number_of(stem) for stem in ("a", "b", "c", "", None)] == [0, 1, None, None, None]


@pytest.mark.parametrize(
    ("begins", "word", "who"),
    [
        ("Painter", "vase", ""),
        ("It", "It", ""),
        ("Painter", "Birk", "Lena Birk"),
        ("She", "She", "Lena Birk"),
        ("Three", "Tamm", "Ove Tamm"),
        ("Birk", "Birk", "Birk"),
    ],
)
def test_a_word_stands_for_somebody_of_its_own_article(
    story: Story, begins: str, word: str, who: str
) -> None:
    of = reading(story, begins)
    entity = story.entity(of, token(of, word))

    assert (entity.words if entity else "") == who


def keyed(story: Story, begins: str, key: str) -> dict[str, float]:
    of = reading(story, begins)
    return {of.doc[t].text: s for t, s in story.by_key(of).get(key, ())}


def entity_key(story: Story, name: str) -> str:
    ((number, entity),) = [
        (n, e) for n, table in enumerate(story.tables) for e in table.all if e.words == name
    ]
    return f"e:{number}:{entity.id}"


def test_words_are_found_by_whom_they_stand_for(story: Story) -> None:
    birk, roll = entity_key(story, "Lena Birk"), entity_key(story, "Jan Roll")

    assert keyed(story, "Three", birk) == {}
    assert keyed(story, "Birk", birk) == {}
    assert keyed(story, "She", birk) == {"She": PRONOUN}
    assert keyed(story, "Painter", birk)["Birk"] == 1.0
    assert keyed(story, "Three", roll)["collectors"] == PRONOUN


def test_function_words_are_found_by_nothing(story: Story) -> None:
    assert keyed(story, "Painter", "w:the") == keyed(story, "Painter", "w:to") == {}
    assert keyed(story, "Painter", "w:sell") == {"sold": 1.0}
    assert keyed(story, "Painter", "f:sell")["sold"] > 0


def test_the_newest_day_and_every_name_are_known(story: Story) -> None:
    assert str(story.newest) == "2026-01-09"
    assert {"Lena Birk", "Ove Tamm", "Birk"} <= story.names
    assert story.known["Jan Roll"] == "PER"
    assert "vase" in story.ordinary and "Painter" not in story.ordinary


@pytest.mark.parametrize(
    ("term", "begins", "elsewhere"),
    [
        ("whale", "Painter", False),
        ("vase", "Painter", False),
        ("glaze", "Painter", False),
        ("kiln", "Painter", False),
        ("vase", "Three", True),
        ("collector", "She", True),
    ],
)
def test_it_is_known_what_another_paragraph_of_the_article_tells(
    story: Story, term: str, begins: str, elsewhere: bool
) -> None:
    assert story.is_told_elsewhere(reading(story, begins), term) is elsewhere


def test_whom_a_reply_speaks_of_is_found_from_its_slots(story: Story) -> None:
    first, third = reading(story, "Painter").sentence, reading(story, "Three").sentence
    slots = tuple(
        Slot(words, (Fact(of, of.text.index(words), of.text.index(words) + len(words)),))
        for of, words in ((first, "Lena Birk"), (third, "Ove Tamm"), (first, "vase"))
    )

    found = story.spoken_of(Reply("Who?", "who", True, slots))

    assert [entity.words for entity in found] == ["Lena Birk", "Ove Tamm"]


def test_steps_and_edges_follow_the_parse(story: Story) -> None:
    for of in story.readings:
        for one in of.doc:
            start, end = of.edges[one.i]
            assert start <= one.i < end
            assert of.distances[one.i][one.i] == 0
            assert of.distances[one.i][one.head.i] == (one.head.i != one.i)
            assert of.clauses[one.i] in range(len(of.doc))


def test_a_place_is_the_scene_of_the_article_that_is_full_of_it(nlp: Language) -> None:
    full = "Rain fell in Trier. A road in Trier sank. A bus stood in Trier. Boats left Trier.\n\n"
    full += "Trier is wet.\n"
    story = story_of(nlp, full, "A ship left Trier on Monday.\n")

    assert story.is_scene("Trier", 0) and not story.is_scene("Trier", 1)


def test_that_day_is_the_last_date_before_in_this_paragraph_or_the_one_before(
    nlp: Language,
) -> None:
    story = story_of(
        nlp,
        "The kiln burst on Jan. 3. A day later it was mended.\n\nIt burst again the next day.\n\n"
        "Nobody was hurt.\n\nThe museum closed that day.\n",
    )
    mended, again, closed = (
        reading(story, w).whens[0] for w in ("A day", "It burst", "The museum")
    )

    assert str(mended.value) == "4 January 2026"
    assert str(again.value) == "5 January 2026"
    assert closed.value is None
    assert [
        where.sentence.number for where, _ in story.dates_behind(reading(story, "It"), again)
    ] == [
        2,
        1,
    ]
