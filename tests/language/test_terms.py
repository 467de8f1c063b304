"""The terms of articles and questions: written differently, the same term."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.terms import FUNCTION_WORDS, fold, search_terms, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rodríguez", "rodriguez"),
        ("Škoda", "SKODA"),
        ("’twas", "'twas"),
        ("well–known", "well-known"),
        ("STRASSE", "straße"),
    ],
)
def test_case_accents_quotes_and_dashes_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("released", "releases"),
        ("Ferries", "ferry"),
        ("captain’s", "captains"),
        ("captains'", "captain"),
        ("2,000", "2000"),
        ("arrested", "arrest"),
    ],
)
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("port", "sport"), ("2,000", "200"), ("not", "note"), ("5", "25")]
)
def test_different_words_are_different_terms(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "text", ["U.S.", "U. S.", "US", "USA", "U.S.A.", "United States", "United States of America"]
)
def test_the_united_states_are_one_word_however_written(text: str) -> None:
    assert words(f"In the {text} now") == ["in", "the", "usa", "now"]


def test_us_the_pronoun_is_not_the_country() -> None:
    assert words("Tell us") == ["tell", "us"]


def test_initials_are_one_word() -> None:
    assert words("The E.U. met") == ["the", "eu", "met"]


def test_function_words_are_left_out_and_not_and_numbers_stay() -> None:
    assert search_terms("Who did not sail with the 40 of them, and when?") == ["not", "sail", "40"]


def test_terms_keep_their_order_and_repeat() -> None:
    assert search_terms("port, ferry, port") == ["port", "ferri", "port"]


@pytest.mark.parametrize("text", ["", " ", "?!…", "who what when", "🎉", "—"])
def test_a_text_without_telling_words_has_no_terms(text: str) -> None:
    assert search_terms(text) == []


def test_function_words_are_written_as_words_come_out() -> None:
    assert {word for word in FUNCTION_WORDS if words(word) != [word]} == set()


@given(st.text(max_size=40))
def test_any_text_is_read_and_reading_it_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(term and not term.isspace() for term in search_terms(text))
