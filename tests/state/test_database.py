"""The state file survives new forms, damage and a full disk, and says clearly what it cannot do."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.errors import StateError
from bot.state import database, open_state
from bot.state.kept import Asked, Sent
from bot.state.schema import STEPS
from bot.state.state import FILE

NOW = datetime(2026, 1, 9, 12, tzinfo=UTC)
ANSWER = Sent(-7, 3, 10, (11,), "Who was released?", "abc", 501, NOW)
NEXT = (*STEPS, "CREATE TABLE more (id INTEGER) STRICT; INSERT INTO more VALUES (1);")


def keep(folder: Path, *answers: Sent) -> None:
    with closing(open_state(folder)) as state:
        for answer in answers:
            state.sent.keep(replace(answer, at=datetime.now(UTC)))


def is_kept(folder: Path, answer: Sent) -> bool:
    with closing(open_state(folder)) as state:
        return state.sent.to_question(answer.chat, answer.question) is not None


def test_a_new_form_keeps_what_there_is_and_a_copy_of_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, ANSWER)
    monkeypatch.setattr(database, "STEPS", NEXT)

    assert is_kept(tmp_path, ANSWER)

    copy = tmp_path / f"state.before-step-{len(NEXT)}.sqlite3"
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert old.execute("SELECT count(*) FROM sent").fetchone() == (1,)
    with closing(sqlite3.connect(tmp_path / FILE)) as new:
        assert new.execute("SELECT * FROM more").fetchall() == [(1,)]


def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, ANSWER)
    with monkeypatch.context() as broken:
        steps = (*STEPS, "CREATE TABLE more (id); INSERT INTO nowhere VALUES (1)")
        broken.setattr(database, "STEPS", steps)
        with pytest.raises(StateError, match="no such table"):
            open_state(tmp_path)
    monkeypatch.setattr(database, "STEPS", NEXT)

    assert is_kept(tmp_path, ANSWER)


def test_a_file_of_a_newer_program_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(database, "STEPS", NEXT)
        keep(tmp_path, ANSWER)

    with pytest.raises(StateError, match="newer version of this program"):
        open_state(tmp_path)


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"this is no database" * 100,
     lambda whole: whole[: len(whole) // 2],
     lambda whole: whole[:2000] + b"\xff" * 6000 + whole[8000:]],
    ids=["another file", "cut off", "overwritten inside"],
)  # fmt: skip
def test_a_damaged_file_is_set_aside_and_the_bot_goes_on(
    damage: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert callable(damage)
    keep(tmp_path, *(replace(ANSWER, question=n, text=f"{n}? " * 50) for n in range(100)))
    broken = damage((tmp_path / FILE).read_bytes())
    (tmp_path / FILE).write_bytes(broken)

    keep(tmp_path, ANSWER)

    assert is_kept(tmp_path, ANSWER)
    [aside] = tmp_path.glob("state.damaged-*.sqlite3")
    assert aside.read_bytes() == broken
    assert "is damaged" in caplog.text and aside.name in caplog.text


def test_a_folder_that_cannot_be_written_is_told_with_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StateError, match="BOT_DATA must name a folder"):
        open_state(tmp_path / "file" / "data")
    (tmp_path / "data" / FILE).mkdir(parents=True)
    with pytest.raises(StateError, match="BOT_DATA must name a folder"):
        open_state(tmp_path / "data")


def test_a_note_that_cannot_be_written_costs_no_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    asked = Asked("Who?", date(2026, 1, 9), "who", answered=True, milliseconds=1.0)
    with closing(open_state(tmp_path)) as state:
        with closing(sqlite3.connect(tmp_path / FILE)) as other:
            other.execute("DROP TABLE sent")
            other.execute("DROP TABLE asked")
            other.execute("DROP TABLE handled")
        state.sent.keep(ANSWER)
        state.asked.note(asked)
        assert state.handled.claim(1)
        with pytest.raises(StateError):
            state.sent.drop(-7, 10)

    assert caplog.text.count("no such table") == 3


def test_many_threads_may_write_at_once(tmp_path: Path) -> None:
    with closing(open_state(tmp_path)) as one, closing(open_state(tmp_path)) as two:

        def write(start: int) -> None:
            for number in range(start, start + 50):
                (one if number % 2 else two).sent.keep(
                    replace(ANSWER, question=number, answers=(number + 1000,))
                )

        threads = [threading.Thread(target=write, args=(start,)) for start in range(0, 200, 50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert all(one.sent.to_question(-7, number) for number in range(200))
