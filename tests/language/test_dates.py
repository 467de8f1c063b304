"""Dates of newswire: what is none, what is found, and which day it stands for."""

from datetime import date
from typing import get_args

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from bot.language.date_values import day, month
from bot.language.dates import Reading, Value, When, can_look, find, resolve, show

FRIDAY = date(2026, 1, 9)  # the day of publication in all tables


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def shown(doc: Doc, when: When) -> str:
    return show(doc[when.start : when.end].text, when.value)


NO_DATES = [
    "May said the harbour would stay closed.",
    "June told reporters that the bridge was safe.",
    "The plays of August Strindberg fill the house.",
    "A letter by April Jones was read aloud.",
    "The ferry left Friday Harbor with 10 passengers.",
    "Black Friday sales disappointed the shops.",
    "She writes for the Sunday Times.",
    "He watched Monday Night Football with the crew.",
    "The 10 detainees were moved to the coast.",
    "Some 2000 people marched to the square.",
    "A force of 1500 rebels held the bridge.",
    "The mast is 1800 feet above the sea.",
    "About 1900 of them came home.",
    "It cost $2000 to mend the pump.",
    "You may march wherever you like.",
    "They march 5 miles before breakfast.",
    "The dawn of a new era was announced.",
    "Dawn Harris repaired the engine.",
    "The choir sang verse 3:16 of the hymn.",
    "A fine of $5 a day is charged.",
    "One day he will sail again.",
    "The second man swam ashore.",
    "Flight 1549 landed on the river.",
    "A 60-year-old sailor waved from the pier.",
    "Call 555-2014 for the harbour office.",
    "The fall of the government surprised no one.",
    "His fall from the mast broke a rib.",
    "Children aged 8 years sang on deck.",
    "He reads World Today on deck.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_are_no_dates_are_left_alone(nlp: Language, text: str) -> None:
    doc = nlp(text)

    assert [shown(doc, when) for when in find(doc, FRIDAY)] == []


DATES = [
    # weekdays look back, the day of publication included
    ("The mayor opened the lock on Thursday.", ["Thursday (8 January 2026)"]),
    ("The pilot said Friday that the tide was low.", ["Friday (9 January 2026)"]),
    ("Crews arrived Saturday.", ["Saturday (3 January 2026)"]),
    ("They met last Friday.", ["last Friday (2 January 2026)"]),
    ("The hearing is next Friday.", ["next Friday (16 January 2026)"]),
    ("The council will vote on Monday.", ["Monday (12 January 2026)"]),
    ("A vote is scheduled for Tuesday.", ["Tuesday (13 January 2026)"]),
    ("On Wednesday, the court will rule.", ["Wednesday (14 January 2026)"]),
    ("They could be sent home on Monday.", ["Monday"]),
    ("They left on Thursday night.", ["Thursday night (8 January 2026)"]),
    ("Shots rang out early Friday.", ["early Friday (9 January 2026)"]),
    ("It began at 5 p.m. on Thursday.", ["5 p.m. on Thursday (8 January 2026)"]),
    ("They met on Tuesday last week.", ["Tuesday last week (30 December 2025)"]),
    # days and months in their written forms
    ("It sank on Jan. 8, 2026, off the cape.", ["Jan. 8, 2026"]),
    ("On Thursday, Jan. 8, 2026, it sank.", ["Thursday, Jan. 8, 2026"]),
    ("It sank on 8 January 2026.", ["8 January 2026"]),
    ("It sank on January 8th.", ["January 8th (8 January 2026)"]),
    ("It sank on the 8th of January.", ["the 8th of January (8 January 2026)"]),
    ("It sank on Dec. 29.", ["Dec. 29 (29 December 2025)"]),
    ("The fair will open on Feb. 3.", ["Feb. 3 (3 February 2026)"]),
    ("It was dated 2026-01-08.", ["2026-01-08"]),
    ("It was dated 8/1/2026.", ["8/1/2026"]),
    ("It was signed on 13/1/2026.", ["13/1/2026"]),
    ("As of Dec. 29, 2025, the port was shut.", ["Dec. 29, 2025"]),
    ("Two sailors were held in September 2024.", ["September 2024"]),
    ("In July last year, the port let 10 ships go.", ["July last year (July 2025)"]),
    ("The dam broke last July.", ["last July (July 2025)"]),
    ("The dam broke in early December.", ["early December (December 2025)"]),
    ("In May, the queen resigned.", ["May (May 2025)"]),
    ("The March deadline was missed.", ["March (March 2025)"]),
    ("It ran from Jan. 3 to 7.", ["from Jan. 3 to 7 (3 January 2026 to 7 January 2026)"]),
    ("It ran between March and May 2019.", ["between March and May 2019"]),
    # from today
    ("The fleet sailed yesterday.", ["yesterday (8 January 2026)"]),
    ("The fleet will sail tomorrow.", ["tomorrow (10 January 2026)"]),
    ("The fleet sails tonight.", ["tonight (9 January 2026)"]),
    ("The fleet sailed last year.", ["last year (2025)"]),
    ("The fleet sailed earlier this month.", ["earlier this month (January 2026)"]),
    ("It sailed last week.", ["last week (29 December 2025 to 4 January 2026)"]),
    ("It sailed three days ago.", ["three days ago (6 January 2026)"]),
    ("It sailed a month ago.", ["a month ago (December 2025)"]),
    ("It sailed two years ago.", ["two years ago (2024)"]),
    ("It sailed about two years ago.", ["about two years ago"]),
    ("It sailed a few weeks ago.", ["a few weeks ago"]),
    # years and longer
    ("His brother was held in 2021.", ["2021"]),
    ("During the stormy 2024 election they fled.", ["2024"]),
    ("It was painted between 2011 and 2013.", ["between 2011 and 2013"]),
    ("He ruled from 1998 to 2002.", ["from 1998 to 2002"]),
    ("The duke (1521–1550) built it.", ["1521–1550"]),
    ("It began in the mid-1990s.", ["the mid-1990s"]),
    ("It began in the '90s.", ["the '90s (1990s)"]),
    ("It is a 19th-century mill.", ["19th-century"]),
    ("The town was founded in 44 BC.", ["44 BC"]),
    ("It closed in the summer of 2019.", ["the summer of 2019"]),
    # times, durations and the rest
    ("As night fell, the crews counted heads.", ["As night fell"]),
    ("They sailed at dawn.", ["dawn"]),
    ("It was closed by 17:30 GMT.", ["17:30 GMT"]),
    ("Relatives waited for hours.", ["hours"]),
    ("He served more than five years.", ["more than five years"]),
    ("After a three-week strike, work began.", ["three-week"]),
    ("It rained for a week.", ["a week"]),
    ("It came less than a week after the storm.", ["less than a week after"]),
    ("More are expected in the coming hours.", ["the coming hours"]),
    ("The ferry runs every Friday.", ["every Friday"]),
    ("The ferry ran on Saturday mornings.", ["Saturday mornings"]),
    ("It said they would soon sail home.", ["soon"]),
    ("They said they expected more help on Monday.", ["Monday"]),
    ("when did it sink in january 2026", ["january 2026"]),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_are_found_and_shown_with_their_day(
    nlp: Language, text: str, expected: list[str]
) -> None:
    doc = nlp(text)

    assert [shown(doc, when) for when in find(doc, FRIDAY)] == expected


@pytest.mark.parametrize("text", [text for text, _ in DATES])
def test_bare_words_give_the_value_again(nlp: Language, text: str) -> None:
    doc = nlp(text)

    for when in find(doc, FRIDAY):
        words = doc[when.start : when.end].text
        assert when.value == resolve(words, FRIDAY, reading=when.reading, previous=when.previous)


KINDS = [
    ("It sank on Thursday.", "date", "", "on"),
    ("As of Dec. 29, 2025, it was shut.", "date", "as of", "As of"),
    ("It has been shut since 2014.", "date", "since", "since"),
    ("It must be paid by Monday.", "date", "by", "by"),
    ("It sank less than a week after the vote.", "bound", "after", ""),
    ("It sank two days before the vote.", "bound", "before", ""),
    ("It lasted for five years.", "duration", "", "for"),
    ("It sails at noon.", "time", "", "at"),
    ("It sails each Monday.", "recurring", "", ""),
    ("It sank in recent weeks.", "vague", "", "in"),
]


@pytest.mark.parametrize(("text", "kind", "relation", "lead"), KINDS)
def test_kind_relation_and_the_preposition_before(
    nlp: Language, text: str, kind: str, relation: str, lead: str
) -> None:
    doc = nlp(text)

    [when] = find(doc, FRIDAY)

    assert (when.kind, when.relation, doc[when.lead : when.start].text) == (kind, relation, lead)


INHERITED = [
    ("The pilot left that day.", day(date(2026, 1, 5)), "that day (5 January 2026)"),
    ("He came back the next day.", day(date(2026, 1, 5)), "the next day (6 January 2026)"),
    ("As night fell, it rained.", day(date(2026, 1, 5)), "As night fell (5 January 2026)"),
    ("Two days later, it sank.", day(date(2026, 1, 5)), "Two days later (7 January 2026)"),
    ("It sank two days after the vote.", day(date(2026, 1, 5)), "two days after"),
    ("Two days later, it sank.", month(2025, 7), "Two days later"),
    ("That day, it sank.", month(2025, 7), "That day"),
]


@pytest.mark.parametrize(("text", "previous", "expected"), INHERITED)
def test_that_day_is_the_date_before_and_marked_as_inferred(
    nlp: Language, text: str, previous: Value, expected: str
) -> None:
    doc = nlp(text)

    [when] = find(doc, FRIDAY, previous=previous)

    assert shown(doc, when) == expected
    assert (when.previous is not None) == ("(" in expected)


def test_an_unresolved_date_in_between_is_not_jumped_over(nlp: Language) -> None:
    doc = nlp("It fell in 44 BC and rose the next day.")

    assert [w.value for w in find(doc, FRIDAY, previous=day(FRIDAY))] == [None, None]


def test_without_a_publication_date_only_full_dates_have_values(nlp: Language) -> None:
    doc = nlp("On Thursday, Jan. 8, 2026, and last year and in July 2025 and on Monday it sank.")

    values = [str(when.value) for when in find(doc, None)]

    assert values == ["8 January 2026", "None", "July 2025", "None"]


def test_the_caller_may_say_which_way_the_sentence_looks(nlp: Language) -> None:
    doc = nlp("The vote on Monday")

    assert [str(w.value) for w in find(doc, FRIDAY)] == ["5 January 2026"]
    assert [str(w.value) for w in find(doc, FRIDAY, reading="future")] == ["12 January 2026"]


@pytest.mark.parametrize(
    ("text", "tags", "value"),
    [
        ("The councils meet on Monday", "DT NNS VBP IN NNP", "12 January 2026"),
        ("The council meets on Monday", "DT NN VBZ IN NNP", "12 January 2026"),
        ("It won nine votes on Monday", "PRP VBD CD NNS IN NNP", "5 January 2026"),
    ],
)
def test_what_opens_or_meets_on_a_day_is_to_come(
    nlp: Language, text: str, tags: str, value: str
) -> None:
    doc = Doc(nlp.vocab, words=text.split(), tags=tags.split())

    assert [str(w.value) for w in find(doc, FRIDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "tags", "value"),
    [
        ("The shop remains shut until Monday", "DT NN VBZ JJ IN NNP", "12 January 2026"),
        ("The court adjourned until Monday", "DT NN VBD IN NNP", "12 January 2026"),
        ("The vote was postponed to Monday", "DT NN VBD VBN IN NNP", "12 January 2026"),
        ("They called a strike for Monday", "PRP VBD DT NN IN NNP", "12 January 2026"),
        ("They plan a march on Monday", "PRP VBP DT NN IN NNP", "12 January 2026"),
        ("She is to speak on Monday", "PRP VBZ TO VB IN NNP", "12 January 2026"),
        ("She is expected to speak on Monday", "PRP VBZ VBN TO VB IN NNP", "12 January 2026"),
        ("The vote is Monday", "DT NN VBZ NNP", "12 January 2026"),
        ("She was told to speak on Monday", "PRP VBD VBN TO VB IN NNP", "None"),
        ("The shop was shut until Monday", "DT NN VBD VBN IN NNP", "None"),
        ("The shop was shut on Monday", "DT NN VBD VBN IN NNP", "5 January 2026"),
    ],
)
def test_a_day_until_which_or_for_which_it_was_planned_is_to_come(
    nlp: Language, text: str, tags: str, value: str
) -> None:
    doc = Doc(nlp.vocab, words=text.split(), tags=tags.split())

    (when,) = find(doc, FRIDAY)

    assert str(when.value) == value
    assert can_look(text, when.reading)


def test_an_age_before_a_span_of_years_is_no_part_of_it(nlp: Language) -> None:
    doc = nlp("They sent Ruiz, 63, to nine years in prison.")

    assert [doc[when.start : when.end].text for when in find(doc, FRIDAY)] == ["nine years"]


def test_two_dates_for_two_verbs_are_both_found(nlp: Language) -> None:
    doc = nlp("A paper reported Thursday that a sailor, Ruiz, was held in 2024 in Lima.")

    assert [shown(doc, w) for w in find(doc, FRIDAY)] == ["Thursday (8 January 2026)", "2024"]


@given(
    st.dates(),
    st.sampled_from(
        "Thursday|last Thursday|next Monday|May|last May|tomorrow|yesterday|last year|next week|July 4"
        "|two years ago|the '90s|the 0s|in '91|this weekend|late 0000|30 February 2025".split("|")
    ),
    st.sampled_from(get_args(Reading)),
)
def test_no_day_of_the_calendar_is_too_early_or_late_to_be_read_from(
    published: date, words: str, reading: Reading
) -> None:
    value = resolve(words, published, reading=reading)
    assert value is None or value.start <= value.end


def test_an_empty_sentence_has_no_dates(nlp: Language) -> None:
    assert find(nlp(""), FRIDAY) == []


@pytest.mark.parametrize(
    "words", ["", "ferry", "30 February 2020", "99/99/2020", "since", "2000 people"]
)
def test_words_without_a_day_resolve_to_nothing(words: str) -> None:
    assert resolve(words, FRIDAY) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a week later", "5 January 2026 to 11 January 2026"),
        ("two days later", "5 January 2026"),
        ("about a week later", "None"),
        ("at least two days later", "None"),
    ],
)
def test_so_long_later_is_counted_from_the_date_before(words: str, value: str) -> None:
    before = resolve("3 January 2026", None)

    assert str(resolve(words, None, previous=before)) == value
