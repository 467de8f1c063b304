"""British words are English too, and known by rule; slips that look like them are not."""

import pytest

from bot.language.english_words import american, is_english, is_trade


@pytest.mark.parametrize(
    ("british", "meant"),
    {
        "programmes": "programs",
        "favourite": "favorite",
        "labour": "labor",
        "behaviour": "behavior",
        "organisations": "organizations",
        "recognising": "recognizing",
        "analysed": "analyzed",
        "centre": "center",
        "centred": "centered",
        "defence": "defense",
    }.items(),
)
def test_a_british_word_is_known_by_its_american_form(british: str, meant: str) -> None:
    assert is_english(british)
    assert american(british) == meant


@pytest.mark.parametrize(
    "word",
    [
        "doour",
        "coour",
        "feelling",
        "rulling",
        "senter",
        "aftre",
        "watre",
        "sence",
        "prise",
        "hamme",
        "senteur",
    ],
)
def test_a_slip_is_not_taken_for_a_british_word(word: str) -> None:
    assert american(word) is None


@pytest.mark.parametrize("word", ["cheque", "tyres", "aluminium"])
def test_british_words_of_their_own_kind_are_known(word: str) -> None:
    assert is_english(word)


def test_what_both_spell_alike_has_no_american_form() -> None:
    assert american("hour") is None
    assert american("four") is None
    assert american("wise") is None


@pytest.mark.parametrize("word", ["helen", "goldsmith", "writer", "lawmaker", "whitaker", "screen"])
def test_a_name_or_a_word_of_one_part_is_no_trade(word: str) -> None:
    assert not is_trade(word)


@pytest.mark.parametrize("word", ["sportswriter", "screenwriter", "ironworker"])
def test_a_word_before_what_a_person_can_be_is_a_trade(word: str) -> None:
    assert is_trade(word)
