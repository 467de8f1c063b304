"""What is served is the folder with the admins' changes upon it; every version can be had again."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.articles.library import Draft, Library
from bot.domain import Text
from bot.errors import CorpusError, OvertakenError
from bot.state import State, open_state, versions
from bot.state.kept import Version

BOATS = "date 2026-01-09 The Daily\n\nThe ferry reached Oslo on Thursday.\n"
TRAINS = "date 2026-01-09 The Daily\n\nThe train reached Bonn.\n"
PLANES = "date 2026-01-09 The Daily\n\nThe plane reached Rome.\n"


def story(words: str) -> str:
    return f"date 2026-01-09 The Daily\n\n{words}\n"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with closing(open_state(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    put(tmp_path / "corpus", boats=BOATS, trains=TRAINS)
    return tmp_path / "corpus"


@pytest.fixture
def library(folder: Path, state: State) -> Library:
    """With a first version, of the boats and the trains."""
    library = Library(folder, state)
    library.publish(library.reloaded(), "")
    return library


def put(folder: Path, **texts: str) -> None:
    for stem, text in texts.items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")


def served(library: Library) -> dict[str, str]:
    """What would be served after a restart; the version must be whole."""
    draft = library.served()
    newest = library.newest
    assert newest and draft.corpus.version == newest.digest and len(draft.texts) == newest.articles
    return {text.stem: text.text for text in draft.texts}


def publish(library: Library, draft: Draft) -> Version | None:
    return library.publish(draft, "501")


def test_the_folder_is_the_first_version(library: Library) -> None:
    assert served(library) == {"boats": BOATS, "trains": TRAINS}
    assert [(v.number, v.why, v.articles) for v in library.kept] == [(1, "reload", 2)]


def test_a_reload_that_finds_nothing_new_makes_no_version(library: Library) -> None:
    assert publish(library, library.reloaded()) is None
    assert len(library.kept) == 1


def test_a_reload_takes_what_came_went_and_changed(library: Library, folder: Path) -> None:
    put(folder, boats=story("The ferry sank."), planes=PLANES)
    (folder / "trains.txt").unlink()

    publish(library, library.reloaded())

    assert served(library) == {"boats": story("The ferry sank."), "planes": PLANES}


def test_an_added_article_stays_over_reloads(library: Library) -> None:
    publish(library, library.added(Text("planes.md", PLANES)))
    publish(library, library.reloaded())

    assert served(library) == {"boats": BOATS, "planes": PLANES, "trains": TRAINS}
    assert library.kept[0].why == "add planes"


def test_a_replaced_article_stays_until_its_file_changes(library: Library, folder: Path) -> None:
    publish(library, library.added(Text("boats.txt", story("Told by Telegram."))))
    publish(library, library.reloaded())
    assert served(library)["boats"] == story("Told by Telegram.")

    put(folder, boats=story("Told by the folder."))
    draft = library.reloaded()
    publish(library, draft)

    assert served(library)["boats"] == story("Told by the folder.")
    assert [note.file for note in draft.notes] == ["boats.txt"]
    assert library.reloaded().notes == ()


def test_a_removed_article_stays_away_until_its_file_changes(
    library: Library, folder: Path
) -> None:
    publish(library, library.removed("boats"))
    publish(library, library.reloaded())
    assert served(library) == {"trains": TRAINS}

    put(folder, boats=story("The ferry sank."))
    publish(library, library.reloaded())

    assert served(library)["boats"] == story("The ferry sank.")


def test_a_change_that_the_folder_caught_up_with_is_no_news(library: Library, folder: Path) -> None:
    publish(library, library.added(Text("boats.txt", story("The ferry sank."))))
    put(folder, boats=story("The ferry sank."))

    draft = library.reloaded()

    assert publish(library, draft) is None
    assert draft.notes == () and draft.overrides == {}
    put(folder, boats=BOATS)
    publish(library, library.reloaded())
    assert served(library)["boats"] == BOATS


def test_a_file_deleted_on_disk_takes_its_replacement_with_it(
    library: Library, folder: Path
) -> None:
    publish(library, library.added(Text("boats.txt", story("Told by Telegram."))))
    (folder / "boats.txt").unlink()

    draft = library.reloaded()
    publish(library, draft)

    assert "boats" not in served(library)
    assert [note.file for note in draft.notes] == ["boats.txt"]


def test_going_back_makes_a_version_that_a_reload_does_not_undo(
    library: Library, folder: Path
) -> None:
    put(folder, boats=story("The ferry sank."), planes=PLANES)
    publish(library, library.reloaded())

    publish(library, library.rolled_back(1))
    assert served(library) == {"boats": BOATS, "trains": TRAINS}
    assert library.kept[0].number == 3 and library.kept[0].digest == library.kept[2].digest

    publish(library, library.reloaded())
    assert served(library) == {"boats": BOATS, "trains": TRAINS}
    publish(library, library.rolled_back(2))
    assert served(library)["planes"] == PLANES
    assert library.served().overrides == {}


def test_one_change_is_undone_and_the_later_ones_stay(library: Library) -> None:
    publish(library, library.added(Text("boats.txt", story("Wrong."))))
    publish(library, library.added(Text("planes.txt", PLANES)))

    publish(library, library.undone(2))

    assert served(library) == {"boats": BOATS, "planes": PLANES, "trains": TRAINS}
    with pytest.raises(CorpusError, match="“boats” was changed again since version 2"):
        library.undone(2)


def test_a_removed_article_comes_back_as_it_was(library: Library) -> None:
    publish(library, library.added(Text("planes.txt", PLANES)))
    publish(library, library.removed("planes"))
    publish(library, library.removed("boats"))
    assert served(library) == {"trains": TRAINS}

    publish(library, library.restored("planes"))
    publish(library, library.restored("boats"))

    assert served(library) == {"boats": BOATS, "planes": PLANES, "trains": TRAINS}
    assert "boats" not in library.served().overrides
    with pytest.raises(CorpusError, match="“boats” is served"):
        library.restored("boats")
    with pytest.raises(CorpusError, match="No version that is kept has an article “cars”"):
        library.restored("cars")


def test_what_cannot_be_is_told_and_changes_nothing(library: Library) -> None:
    refusals: list[tuple[Callable[[], Draft], str]] = [
        (lambda: library.added(Text("empty.txt", " \n")), "empty.txt: is empty"),
        (lambda: library.added(Text("boats.txt", BOATS)), "is served already, letter by letter"),
        (lambda: library.added(Text("again.txt", BOATS)), "is served already, as “boats”"),
        (lambda: library.removed("planes"), "There is no article “planes”"),
        (lambda: library.rolled_back(7), "There is no version 7; kept are 1 to 1"),
        (lambda: library.undone(1), "There is no version 0"),
    ]
    for refused, words in refusals:
        with pytest.raises(CorpusError, match=words):
            refused()
    publish(library, library.removed("boats"))
    with pytest.raises(CorpusError, match="“trains” is the only article"):
        library.removed("trains")

    assert served(library) == {"trains": TRAINS}


@pytest.mark.parametrize("slip", [b"", b"The caf\xe9 sank.", None], ids=["empty", "latin", "away"])
def test_a_slip_in_a_file_that_is_served_leaves_all_as_it_is(
    slip: bytes | None, library: Library, folder: Path
) -> None:
    put(folder, planes=PLANES)
    if slip is None:
        (folder / "boats.txt").unlink()
        os.mkfifo(folder / "boats.txt")
    else:
        (folder / "boats.txt").write_bytes(slip)

    with pytest.raises(CorpusError, match=r"^boats.txt"):
        library.reloaded()

    assert served(library) == {"boats": BOATS, "trains": TRAINS}


def test_a_bad_file_beside_does_not_keep_the_others_from_being_served(
    library: Library, folder: Path
) -> None:
    put(folder, planes=PLANES, empty="")

    draft = library.reloaded()

    assert [problem.file for problem in draft.corpus.problems] == ["empty.txt"]
    assert {text.stem for text in draft.texts} == {"boats", "planes", "trains"}


def test_of_two_that_publish_at_once_the_second_must_begin_again(
    library: Library, folder: Path, state: State
) -> None:
    other = Library(folder, state)
    draft = library.removed("boats")
    publish(other, other.added(Text("planes.txt", PLANES)))

    with pytest.raises(OvertakenError):
        publish(library, draft)
    assert served(library) == {"boats": BOATS, "planes": PLANES, "trains": TRAINS}
    publish(library, library.removed("boats"))
    assert served(library) == {"planes": PLANES, "trains": TRAINS}


def test_only_the_last_versions_are_kept_and_no_text_without_one(
    library: Library, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "KEPT", 3)

    for number in range(5):
        publish(library, library.added(Text("planes.txt", story(f"Plane {number}."))))

    assert [version.number for version in library.kept] == [6, 5, 4]
    database = state.versions._database
    assert database.rows("SELECT count(*) FROM texts") == [(5,)]
    assert served(library)["planes"] == story("Plane 4.")


def test_admins_actions_are_written_down_and_starts_are_not(library: Library, state: State) -> None:
    library.publish(library.reloaded(), "")
    publish(library, library.removed("boats"))
    publish(library, library.reloaded())

    assert [(a.who, a.what, a.about) for a in state.audit.latest()] == [
        ("501", "reload", ""), ("501", "remove", "boats"), ("", "reload", "")
    ]  # fmt: skip


def test_one_file_may_be_the_whole_corpus(folder: Path, state: State) -> None:
    library = Library(folder / "boats.txt", state)
    publish(library, library.reloaded())
    publish(library, library.added(Text("planes.txt", PLANES)))
    publish(library, library.reloaded())

    assert served(library) == {"boats": BOATS, "planes": PLANES}


def test_of_two_files_of_one_name_only_the_first_is_kept(library: Library, folder: Path) -> None:
    (folder / "boats.md").write_text(BOATS, encoding="utf-8")

    draft = library.reloaded()
    publish(library, draft)

    assert [text.file for text in draft.texts] == ["boats.md", "trains.txt"]
    assert served(library) == {"boats": BOATS, "trains": TRAINS}


@pytest.mark.parametrize("change", ["remove", "replace"])
def test_a_file_that_cannot_be_read_for_a_while_takes_no_change_away(
    change: str, library: Library, folder: Path
) -> None:
    another = Text("boats.txt", story("Told by Telegram."))
    publish(library, library.removed("boats") if change == "remove" else library.added(another))
    before = served(library)
    (folder / "boats.txt").write_bytes(b"The caf\xe9 sank.")

    draft = library.reloaded()
    publish(library, draft)
    assert [problem.file for problem in draft.corpus.problems] == ["boats.txt"]
    put(folder, boats=BOATS)
    publish(library, library.reloaded())

    assert served(library) == before
