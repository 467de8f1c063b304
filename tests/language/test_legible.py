"""A text as it is read, and the way back to its characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.legible import legible

# Letters with accents of their own and added, white space and signs without a shape.
TEXTS = st.text(
    st.one_of(st.sampled_from("aé \n\t\u00a0\u0301\u0327\u00ad\u200b\u202e\x07😀"), st.characters())
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ana Roe, 61", "Ana Roe, 61"),
        ("Roci\u0301o\n    San\u00a0\u00a0Mi\u00adguel ", "Rocío San Miguel"),
        ("\ufeff\u202eAna\u200b \u200b Roe\x00", "Ana Roe"),
        ("“Sí”\r\n— 😀", "“Sí” — 😀"),
        (" \u200b\n", ""),
        ("", ""),
    ],
)
def test_what_looks_the_same_is_the_same(written: str, read: str) -> None:
    assert legible(written).text == read


def test_characters_are_found_again_in_the_original() -> None:
    written = "Roci\u0301o \n San\u00ad Miguel spoke"
    made = legible(written)
    start, end = made.original(made.text.index("Rocío"), made.text.index(" spoke"))

    assert written[start:end] == "Roci\u0301o \n San\u00ad Miguel"
    assert made.text[slice(*made.read(start, end))] == "Rocío San Miguel"


@given(TEXTS)
def test_what_is_legible_stays_as_it_is(text: str) -> None:
    once = legible(text).text
    assert legible(once).text == once


@given(TEXTS)
def test_every_character_is_what_stood_at_its_place(text: str) -> None:
    made = legible(text)

    for place, letter in enumerate(made.text):
        original = text[slice(*made.original(place, place + 1))]
        if letter == " ":
            assert original.isspace()
        else:
            assert letter in unicodedata.normalize("NFC", original)
            start, end = made.read(*made.original(place, place + 1))
            assert start <= place < end
    assert list(made.starts) == sorted(made.starts)
