"""The bot's words about itself: every text is there, and has the slots the program fills."""

import tomllib
from importlib.resources import files

import pytest

from bot.errors import BotError
from bot.interface import SLOTS, languages, parse, read_interface, speaking

SHIPPED = files("bot").joinpath("interface.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", languages())
def test_the_shipped_texts_can_all_be_filled(language: str) -> None:
    interface = read_interface()

    with speaking(language):
        for name, slots in SLOTS.items():
            assert interface.fill(name, **dict.fromkeys(slots, "<{filling}>"))


@pytest.mark.parametrize(
    ("tag", "word"), [("es-MX", "frase"), ("ES", "frase"), ("de", "sentence"), (None, "sentence")]
)
def test_texts_are_in_the_language_of_the_reader_or_else_in_english(
    tag: str | None, word: str
) -> None:
    with speaking(tag):
        assert read_interface().fill("sources.sentence") == f"1 {word}"
    assert read_interface().fill("sources.sentence") == "1 sentence"


def test_a_language_that_lacks_a_text_is_refused_by_the_name_of_its_file() -> None:
    with pytest.raises(BotError, match=r"languages/es\.toml: .* is missing"):
        parse({}, "languages/es.toml")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("one moment", "{when}", r"reload.running has the slots"),
        ("sentence {number}", "sentence", r"reply.sentence has the slots \[\], not"),
        ("sentence {number}", "sentence {number", "cannot be filled"),
        ("[reply]", "[replies]", "is missing|is not a text"),
        ("[reply]", '[reply]\nnew = "x"', "reply.new is not a text the program uses"),
        ('read_as = "Read as: {question}"', "", "reply.read_as is missing"),
    ],
)
def test_a_text_that_the_program_cannot_fill_is_refused_at_the_start(
    old: str, new: str, complaint: str
) -> None:
    assert old in SHIPPED

    with pytest.raises(BotError, match=complaint):
        parse(tomllib.loads(SHIPPED.replace(old, new)))


@pytest.mark.parametrize("language", languages())
def test_the_profile_and_the_menu_keep_within_telegrams_limits(language: str) -> None:
    interface = read_interface()

    with speaking(language):
        assert len(interface.fill("profile.description")) <= 512
        assert len(interface.fill("profile.short")) <= 120
        for name in SLOTS:
            if name.startswith("commands."):
                assert 1 <= len(interface.fill(name)) <= 256
