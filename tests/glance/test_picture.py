"""The timeline as a picture: of a size for phones, whatever the events are like."""

import builtins
import struct
from typing import Any

import pytest

from bot.domain import Fact, Made, Mark, Reply, Role, Sentence, Slot, Source, Words
from bot.glance.line import Line
from bot.glance.picture import LONGEST_LABEL, MOST_EVENTS, WIDTH, chosen, draw, label

SOURCE = Source("a", "A story", "The Daily", None)


def event(day: str, words: str) -> Line:
    sentence = Sentence(SOURCE, 1, 1, Role.BODY, 0, len(words), words)
    slot = Slot(words, (Fact(sentence, 0, len(words)),))
    heading = Slot(day, (), Made.DAY, strong=True)
    return Line(Reply("", "timeline", True, (slot, Words(" "), Mark(1), Words("."))), (heading,))


def size(png: bytes | None) -> tuple[int, int]:
    assert png is not None and png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_events_of_any_length_and_script_make_a_picture_for_a_phone() -> None:
    lines = [
        event("1066", "Short"),
        event("3 March 2020 to 7 March 2020", "word " * 80),
        event("5 May 2025", "x" * 400),
        event("6 May 2025", "It cost $5 and then $6_000 ^2 \\alpha 漢字 🎉 עברית"),
    ]

    width, height = size(draw(lines, "A title that is so long " * 12, "The Daily"))

    assert width == WIDTH
    assert WIDTH / 2 < height < 2 * WIDTH


def test_a_great_many_events_are_still_one_screen() -> None:
    lines = [event(f"{n} May 2025", "A ship sailed " * 8) for n in range(1, 29) for _ in range(3)]

    _, height = size(draw(lines, "Ships", "The Daily"))

    assert height < 2.5 * WIDTH


def test_of_many_events_each_of_the_latest_days_keeps_its_first() -> None:
    lines = [event(f"{day} May", f"{day}{which}") for day in range(1, 5) for which in "abcd"]

    days = chosen(lines)

    assert [day.name for day in days] == ["1 May", "2 May", "3 May", "4 May"]
    assert [day.labels for day in days] == [
        ("1a",), ("2a",), ("3a", "3b", "3c"), ("4a", "4b", "4c", "4d"),
    ]  # fmt: skip
    assert sum(len(day.labels) for day in days) == MOST_EVENTS


def test_a_label_has_no_marks_and_is_cut_where_it_pauses() -> None:
    long = "For a week the harbour was closed by the company which owns it and all of its many cranes, "

    assert label(event("May", "The boat sank")) == "The boat sank"
    assert label(event("May", long + "as it " * 30)).endswith("all of its many cranes…")
    assert label(event("May", "a long word and the " * 20)).endswith("word…")
    assert len(label(event("May", "word " * 100))) <= LONGEST_LABEL + 1


def test_one_event_is_no_timeline() -> None:
    assert draw([event("May", "The boat sank")], "A story", "") is None


def test_without_matplotlib_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    own = builtins.__import__

    def without(name: str, *args: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return own(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)

    assert draw([event("May", "It sank"), event("June", "It rose")], "A story", "") is None
