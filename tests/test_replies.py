"""The bot's own words: every template can be filled, and an unknown slot stops the program."""

import re
from pathlib import Path

import pytest

from bot.domain import Mark, Slot, Words
from bot.errors import SettingsError
from bot.replies import SLOTS, Replies

SHIPPED = Replies.load()


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of templates that is read in place of the shipped ones."""
    monkeypatch.setattr("bot.replies.files", {"bot": tmp_path}.__getitem__)
    return tmp_path / "replies.toml"


@pytest.mark.parametrize("key", SHIPPED.templates)
def test_every_template_can_be_filled(key: str) -> None:
    slots = {name: Slot(f"<{name}>", ()) for name in SLOTS}

    text = "".join(part.text for part in SHIPPED.fill(key, **slots))

    assert text == re.sub(r"\{(\w+)\}", r"<\1>", SHIPPED.templates[key])
    assert not re.search(r"[{}]", text)


@pytest.mark.parametrize("key", SHIPPED.templates)
def test_a_template_has_no_markup(key: str) -> None:
    assert not re.search(r"[<>*_`&]", SHIPPED.templates[key].replace("_", ""))


def test_fixed_words_and_slots_come_in_order() -> None:
    replies = Replies({"fact.answer": "{answer}, says {speaker} {mark}."})
    answer, speaker = Slot("Yes", ()), Slot("Ann", ())

    parts = replies.fill("fact.answer", answer=answer, speaker=speaker, mark=[Mark(1), Mark(2)])

    assert parts == (
        answer, Words(", says "), speaker, Words(" "), Mark(1), Mark(2), Words("."),
    )  # fmt: skip


def test_a_slot_may_be_filled_with_nothing() -> None:
    assert Replies({"a.b": "Yes{mark}."}).fill("a.b", mark=()) == (Words("Yes"), Words("."))


def test_braces_of_a_story_are_not_slots() -> None:
    (part,) = Replies({"a.b": "{answer}"}).fill("a.b", answer=Slot("{mark}", ()))

    assert part.text == "{mark}"


def test_a_missing_slot_or_template_is_a_bug() -> None:
    with pytest.raises(KeyError):
        SHIPPED.fill("fact.answer")
    with pytest.raises(KeyError):
        SHIPPED.fill("no.such")


def test_an_unknown_slot_is_refused_when_the_program_starts(written: Path) -> None:
    written.write_text('[fact]\nanswer = "{answr} {mark}."\n', encoding="utf-8")

    with pytest.raises(SettingsError, match=r"replies\.toml: fact\.answer .*\{answr\}"):
        Replies.load()


def test_what_is_fixed_is_every_piece_between_slots() -> None:
    replies = Replies({"a.b": "So {answer}, says {speaker}.", "a.c": "{answer}.", "a.d": "No."})

    assert replies.fixed == {"So ", ", says ", ".", "No."}
