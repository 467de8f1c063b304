"""Operators change the articles from the command line as admins do from Telegram."""

from datetime import date
from pathlib import Path

import pytest

from bot.cli import main
from bot.state import open_state
from bot.state.kept import Asked

BOATS = "date 2026-01-09 The Daily\n\nThe ferry reached Oslo. It carried 40 people.\n"
PLANES = "+++\ntitle = 'The plane'\n+++\n\nThe plane reached Rome.\n"
Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the corpus, the state, and an article that is not in the corpus."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_CORPUS", "corpus")
    monkeypatch.setenv("BOT_DATA", "data")
    Path("corpus").mkdir()
    Path("corpus/boats.txt").write_text(BOATS, encoding="utf-8")
    Path("planes.txt").write_text(PLANES, encoding="utf-8")
    return tmp_path


def run(*arguments: str, told: Told) -> list[str]:
    """The lines that a command printed; it must have succeeded."""
    assert main(arguments) == 0
    return told.readouterr().out.splitlines()


def refused(*arguments: str, told: Told) -> str:
    """What was wrong with a command."""
    assert main(arguments) == 1
    output = told.readouterr()
    assert output.out == ""
    return output.err


def test_an_article_is_published_listed_removed_and_brought_back(capsys: Told) -> None:
    added, *warnings = run("add", "planes.txt", told=capsys)

    assert "version 2" in added and "add planes by terminal, 2 articles, 3 sentences" in added
    assert any("planes.txt: has no date" in warning for warning in warnings)
    assert run("articles", told=capsys)[:2] == [
        "boats: The ferry reached Oslo. (2026-01-09, 2 sentences)",
        "planes: The plane (no date, 1 sentence, added)",
    ]
    assert "remove boats by terminal, 1 article" in run("remove", "boats", told=capsys)[0]
    assert "boats: removed" in run("articles", told=capsys)
    assert "rollback 1 by terminal" in run("rollback", "1", told=capsys)[0]
    assert run("articles", told=capsys) == [
        "boats: The ferry reached Oslo. (2026-01-09, 2 sentences)"
    ]
    assert [line.split(",")[0] for line in run("versions", told=capsys)] == [
        "version 4", "version 3", "version 2", "version 1"
    ]  # fmt: skip


def test_an_article_in_the_place_of_another_is_marked(capsys: Told) -> None:
    Path("boats.txt").write_text(PLANES, encoding="utf-8")
    run("add", "boats.txt", told=capsys)

    assert "boats: The plane (no date, 1 sentence, replaced)" in run("articles", told=capsys)


def test_what_cannot_be_done_is_told_and_changes_nothing(capsys: Told) -> None:
    Path("bad.txt").write_bytes(b"The caf\xe9 sank.")
    Path("again.txt").write_text(BOATS, encoding="utf-8")

    assert "no such file" in refused("add", "nowhere.txt", told=capsys)
    assert "no such file" in refused("add", "corpus", told=capsys)
    assert "bad.txt:1: byte 8 of the file (0xE9) is not UTF-8" in refused(
        "add", "bad.txt", told=capsys
    )
    assert "is served already, as “boats”" in refused("add", "again.txt", told=capsys)
    assert "There is no article “planes”" in refused("remove", "planes", told=capsys)
    assert "the only article" in refused("remove", "boats", told=capsys)
    for number in ("9", "9" * 30):
        assert f"no version {number}; kept are 1 to 1" in refused("rollback", number, told=capsys)
    assert len(run("versions", told=capsys)) == 1


def test_a_folder_for_the_state_that_cannot_be_is_told(
    capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_DATA", "planes.txt")

    assert "BOT_DATA must name a folder" in refused("articles", told=capsys)


def test_asking_and_checking_keep_nothing(capsys: Told) -> None:
    run("check", told=capsys)

    assert not Path("data").exists()


def test_what_readers_missed_is_written_to_files(capsys: Told) -> None:
    state = open_state(Path("data"))
    state.asked.note(Asked("Who sank?", date.today(), "who", answered=False, milliseconds=1.0))
    state.close()
    Path("out").mkdir()

    assert run("export", "out", told=capsys) == ["out/votes.csv", "out/unanswered.csv"]

    assert "who sank,1," in Path("out/unanswered.csv").read_text(encoding="utf-8")
    assert "cannot be written" in refused("export", "nowhere", told=capsys)
