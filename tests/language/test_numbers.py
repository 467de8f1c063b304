"""Numbers of newswire: what is none, and value, unit, limits and noun of the rest."""

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from bot.language import dates
from bot.language.numbers import Quantity, canonical, expects, find


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def quantities(nlp: Language, text: str) -> list[tuple[str, str, float | None, str]]:
    """(phrase, unit, value, noun) of each."""
    doc = nlp(text)
    return [
        (
            doc[q.start : q.end].text,
            q.unit,
            q.value,
            "" if q.noun is None else doc[q.noun].text,
        )
        for q in find(doc, dates.find(doc, date(2026, 1, 9)))
    ]


def only(nlp: Language, text: str) -> tuple[Quantity, list[str]]:
    """The one quantity of the text, and the words of all tokens."""
    doc = nlp(text)
    [quantity] = find(doc, dates.find(doc, date(2026, 1, 9)))
    return quantity, [token.text for token in doc]


NONE = [
    "The fleet sailed in 2014.",
    "It sank on Jan. 8, 2026, off the cape.",
    "It was built in the 1990s.",
    "It is a 19th-century mill.",
    "It sailed two weeks ago.",
    "No one came ashore.",
    "This one is ours.",
    "They helped one another.",
    "Flight 370 was lost.",
    "He lives on Route 66.",
    "Cabin No. 5 was empty.",
    "The F-16 landed.",
    "He caught COVID-19 on board.",
    "Agent 007 came back.",
    "Air Force One took off.",
    "He read the Ten Commandments aloud.",
    "He lives on Fifth Avenue.",
    "The Seventh Fleet sailed.",
    "Article 12 was struck out.",
    "At first, the crew slept.",
    "First, the crew slept.",
    "The number of sailors fell.",
    "They waited for hours.",
    "The pump runs 24/7.",
    "Call 555-0142 now.",
    "He wrote of Apollo 6.",
]


@pytest.mark.parametrize("text", NONE)
def test_names_dates_and_pronouns_are_no_quantities(nlp: Language, text: str) -> None:
    assert quantities(nlp, text) == []


COUNTS = [
    ("Only seven rescued sailors spoke.", "Only seven rescued sailors", 7, "sailors"),
    (
        "The port freed 10 jailed U.K. fishermen and harbour pilots in exchange.",
        "10 jailed U.K. fishermen and harbour pilots",
        10,
        "fishermen",
    ),
    ("Six of its citizens came home.", "Six of its citizens", 6, "citizens"),
    ("Two of them, Ruiz and Sosa, swam.", "Two of them", 2, "them"),
    ("Some 412 people drowned.", "Some 412 people", 412, "people"),
    ("It freed over 300 Peruvians from camps.", "over 300 Peruvians", 300, "Peruvians"),
    ("It seized a pair of rusty tugs.", "a pair of rusty tugs", 2, "tugs"),
    ("It freed a number of sailors.", "a number of sailors", None, "sailors"),
    ("A “great number” of ships sank.", "A “great number” of ships", None, "ships"),
    ("Hundreds of sailors marched.", "Hundreds of sailors", None, "sailors"),
    ("Dozens marched.", "Dozens", None, ""),
    ("Several small boats sank.", "Several small boats", None, "boats"),
    ("The harbour held 2,000 crates.", "2,000 crates", 2000, "crates"),
    ("A group said 863 were held.", "863", 863, ""),
    ("It lost two dozen ships.", "two dozen ships", 24, "ships"),
    ("It lost a dozen ships.", "a dozen ships", 12, "ships"),
    ("It fed half a million people.", "half a million people", 500_000, "people"),
    ("It fed 1.2 million people.", "1.2 million people", 1_200_000, "people"),
    ("At least twenty-five men swam.", "At least twenty-five men", 25, "men"),
    ("As many as 40 wooden, leaky boats sank.", "As many as 40 wooden, leaky boats", 40, "boats"),
    ("It employs 27 state-owned firms.", "27 state-owned firms", 27, "firms"),
    ("12 United Nations peacekeepers came.", "12 United Nations peacekeepers", 12, "peacekeepers"),
    ("He sold three arms dealers a boat.", "three arms dealers", 3, "dealers"),
    ("It met nine of Peru's ministers.", "nine of Peru's ministers", 9, "ministers"),
    ("One Chinese sailor swam.", "One Chinese sailor", 1, "sailor"),
    (
        "It was one of the oldest and largest ships.",
        "one of the oldest and largest ships",
        1,
        "ships",
    ),
    ("It is a five-member crew.", "five-member crew", 5, "crew"),
    ("Seven dead were found.", "Seven dead", 7, "dead"),
    ("It carried 200 passengers or more.", "200 passengers", 200, "passengers"),
    ("Several University of Lima professors sailed.", None, None, "professors"),
]


@pytest.mark.parametrize(("text", "phrase", "value", "noun"), COUNTS)
def test_a_count_knows_what_it_counts(
    nlp: Language, text: str, phrase: str | None, value: float | None, noun: str
) -> None:
    [(found, unit, amount, head)] = quantities(nlp, text)

    assert (unit, amount, head) == ("count", value, noun)
    assert phrase is None or found == phrase


MEASURES = [
    ("It paid $3.4bn for the docks.", [("$3.4bn", "money", 3.4e9, "")]),
    ("It paid about €5 million.", [("about €5 million", "money", 5e6, "")]),
    ("It paid 5,500 British pounds.", [("5,500 British pounds", "money", 5500, "pounds")]),
    ("It paid 300 dollars.", [("300 dollars", "money", 300, "dollars")]),
    ("Nearly 40 percent of voters slept.", [("Nearly 40 percent", "percent", 40, "voters")]),
    ("Prices rose 5.5%.", [("5.5%", "percent", 5.5, "")]),
    (
        "The cape is around 30 miles (48 kilometers) away.",
        [
            ("around 30 miles", "distance", 30, "miles"),
            ("48 kilometers", "distance", 48, "kilometers"),
        ],
    ),
    ("The mast is 720 feet (220 m) tall.", [
        ("720 feet", "distance", 720, "feet"), ("220 m", "distance", 220, "m"),
    ]),
    ("It lies half a mile away.", [("half a mile", "distance", 0.5, "mile")]),
    ("He swam 5km.", [("5km", "distance", 5, "km")]),
    ("It weighs 842 pounds.", [("842 pounds", "weight", 842, "pounds")]),
    ("The park has 50 acres.", [("50 acres", "area", 50, "acres")]),
    ("It was 35 degrees Celsius.", [("35 degrees Celsius", "temperature", 35, "Celsius")]),
    ("It made 1,300 miles an hour.", [("1,300 miles an hour", "other", 1300, "hour")]),
    ("He served at least five years.", [("at least five years", "duration", 5, "years")]),
    ("The three-week strike ended.", [("three-week", "duration", 3, "week")]),
    ("It rained for more than a year.", [("more than a year", "duration", 1, "year")]),
    ("Ana Ruiz, 60, was waiting.", [("60", "age", 60, "Ruiz")]),
    ("Ana Ruiz (34) was waiting.", [("34", "age", 34, "Ruiz")]),
    ("A 60-year-old man was waiting.", [("60-year-old man", "age", 60, "man")]),
    ("A man of 60 was waiting.", [("60", "age", 60, "man")]),
    ("He joined the fleet aged 14.", [("14", "age", 14, "")]),
    ("By the time he was 12, he sailed.", [("12", "age", 12, "")]),
    ("She sailed when she was six.", [("six", "age", 6, "")]),
    ("Two-thirds of the crew left.", [("Two-thirds of the crew", "other", 2 / 3, "crew")]),
    ("One in nine sailors swims.", [("One in nine sailors", "other", 1 / 9, "sailors")]),
    ("It was the first release.", [("first release", "ordinal", 1, "release")]),
    ("These were the first since the storm.", [("first", "ordinal", 1, "")]),
    ("It was his 41st voyage.", [("41st voyage", "ordinal", 41, "voyage")]),
    ("They first saw land there.", [("first", "ordinal", 1, "")]),
    ("Lima won 5-4 at home.", [("5-4", "score", 5, "")]),
    ("The court ruled 7–2 for the port.", [("7–2", "score", 7, "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_a_measure_has_its_unit(
    nlp: Language, text: str, expected: list[tuple[str, str, float, str]]
) -> None:
    found = quantities(nlp, text)

    assert [(p, u, n) for p, u, _, n in found] == [(p, u, n) for p, u, _, n in expected]
    assert [v for _, _, v, _ in found] == pytest.approx([v for _, _, v, _ in expected])


RANGES = [
    ("It took 10 to 15 sailors.", "count", 10, 15),
    ("It took 10-15 sailors.", "count", 10, 15),
    ("It took between 10 and 15 sailors.", "count", 10, 15),
    ("It cost 2 to 3 million euros.", "money", 2e6, 3e6),
    ("It rose 3.5 - 5.5 per cent.", "percent", 3.5, 5.5),
    ("Boys aged 8–10 years swam.", "age", 8, 10),
]


@pytest.mark.parametrize(("text", "unit", "low", "high"), RANGES)
def test_a_range_has_two_ends(nlp: Language, text: str, unit: str, low: float, high: float) -> None:
    quantity, _ = only(nlp, text)

    assert (quantity.unit, quantity.value, quantity.upper) == (unit, low, high)


LIMITS = [
    ("It freed 12 sailors.", ""),
    ("It freed only 12 sailors.", "only"),
    ("It freed more than 12 sailors.", "more than"),
    ("It freed no fewer than 12 sailors.", "no fewer than"),
    ("It freed just over 12 sailors.", "just over"),
    ("It freed an estimated 12 sailors.", "an estimated"),
    ("It fell to 40 or less.", "or less"),
    ("They quarrel over one sailor.", ""),
]


@pytest.mark.parametrize(("text", "words"), LIMITS)
def test_the_words_that_limit_a_number_are_kept(nlp: Language, text: str, words: str) -> None:
    quantity, tokens = only(nlp, text)

    assert " ".join(tokens[quantity.qualifier_start : quantity.qualifier_end]) == words


def test_two_counts_in_a_row_keep_their_own_nouns(nlp: Language) -> None:
    found = quantities(nlp, "The storm sank 12 boats, 3 ferries and one tug.")

    assert [(value, noun) for _, _, value, noun in found] == [
        (12, "boats"),
        (3, "ferries"),
        (1, "tug"),
    ]


CANONICAL = [
    ("hundreds", None),
    ("several", None),
    ("five men", None),
    ("twenty twenty", None),
    ("a", None),
    ("", None),
    ("1,200", 1200),
    ("1200", 1200),
    ("twelve hundred", 1200),
    ("one thousand two hundred", 1200),
    ("a hundred and fifty", 150),
    ("twenty-five", 25),
    ("one hundred twenty-five thousand", 125_000),
    ("two dozen", 24),
    ("half a dozen", 6),
    ("half a million", 500_000),
    ("two and a half million", 2_500_000),
    ("a million and a half", 1_500_000),
    ("ten thousand million", 10**10),
    ("1.2 million", 1_200_000),
    ("$3.4bn", 3.4e9),
    ("€5 million", 5e6),
    ("£20m", 20e6),
    ("a pair of", 2),
    ("5 1/2", 5.5),
    ("2½", 2.5),
    ("three quarters", 0.75),
    ("40 percent", 40),
    ("19th", 19),
    ("twenty-first", 21),
]


@pytest.mark.parametrize(("words", "value"), CANONICAL)
def test_equal_figures_are_equal_however_they_are_written(words: str, value: float | None) -> None:
    assert canonical(words) == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("how come", None),
        ("why", None),
        ("", None),
        ("How many sailors", "count"),
        ("How far is", "distance"),
        ("how old", "age"),
        ("how much", "money"),
        ("What percentage of", "percent"),
        ("how long", "duration"),
        ("how hot", "temperature"),
    ],
)
def test_a_question_says_what_its_answer_is_counted_in(head: str, unit: str | None) -> None:
    assert expects(head) == unit


def test_an_empty_sentence_has_no_quantities(nlp: Language) -> None:
    assert find(nlp(""), []) == []


@given(st.text("0123456789²½③٣೩一,./-⁄%$ ", max_size=9))
def test_any_marks_are_a_number_or_none(marks: str) -> None:
    value = canonical(marks)
    assert value is None or value >= 0
