"""Articles are exchanged whole, while people ask; what is served is what was published."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from spacy.language import Language

from bot.articles.library import Library
from bot.desk import Desk
from bot.domain import Reply, Text
from bot.errors import BotError, CorpusError, OvertakenError
from bot.replies import Replies
from bot.state import State, open_state

HEAD = "date 2026-01-09 The Daily\n\n"
BOATS = f"{HEAD}The ferry reached Oslo on Thursday. It carried 40 people.\n"
TRAINS = f"{HEAD}The train reached Bonn.\n"
PLANES = f"{HEAD}The plane reached Rome. Ana Ruiz, the pilot, was praised.\n"
IN_FLIGHT = 200


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
def desk(folder: Path, state: State, nlp: Language, replies: Replies) -> Desk:
    return Desk(folder, nlp, replies, library=Library(folder, state))


def put(folder: Path, **texts: str) -> None:
    for stem, text in texts.items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")


def again(desk: Desk, state: State, folder: Path, nlp: Language, replies: Replies) -> Desk:
    """The desk after a restart."""
    del desk
    return Desk(folder, nlp, replies, library=Library(folder, state))


def test_an_article_is_answered_from_once_it_is_added_and_no_more_once_removed(desk: Desk) -> None:
    question = "Which city did the plane reach?"

    added = desk.editor.add(Text("planes.txt", PLANES), "501")
    assert desk.ask(question).short == "Rome"
    removed = desk.editor.remove("planes", "501")

    assert not desk.ask(question).answered
    assert (added.added, added.sentences_added, added.number) == (("planes",), 2, 2)
    assert (removed.removed, removed.sentences_removed, removed.number) == (("planes",), 2, 3)


def test_going_back_and_undoing_serve_what_was_served_before(desk: Desk) -> None:
    first = desk.version
    desk.editor.add(Text("boats.txt", PLANES), "501")
    second = desk.version

    desk.editor.roll_back(1, "501")
    assert desk.version == first
    desk.editor.roll_back(2, "501")
    assert desk.version == second
    assert desk.editor.undo(2, "501").changed == ("boats",)
    assert desk.version == first
    assert [version.number for version in desk.editor.versions] == [5, 4, 3, 2, 1]


def test_a_changed_sentence_counts_as_one_that_came_and_one_that_went(
    desk: Desk, folder: Path
) -> None:
    put(folder, boats=BOATS.replace("40", "50"))

    change = desk.reload("501")

    assert (change.changed, change.sentences_added, change.sentences_removed) == (("boats",), 1, 1)


def test_a_restart_serves_what_was_served(
    desk: Desk, state: State, folder: Path, nlp: Language, replies: Replies
) -> None:
    desk.editor.add(Text("planes.txt", PLANES), "501")
    desk.editor.remove("boats", "501")

    restarted = again(desk, state, folder, nlp, replies)

    assert restarted.version == desk.version
    assert restarted.editor.number == 3


def test_a_start_with_a_folder_that_cannot_be_read_serves_the_last_version(
    desk: Desk, state: State, folder: Path, nlp: Language, replies: Replies,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    put(folder, boats="")

    assert again(desk, state, folder, nlp, replies).version == desk.version
    assert "boats.txt: is empty" in caplog.text

    folder.rename(folder.with_name("gone"))
    assert again(desk, state, folder, nlp, replies).version == desk.version


def test_a_change_that_fails_leaves_everything_as_it_was(desk: Desk, folder: Path) -> None:
    story, version = desk.story, desk.version
    put(folder, boats="")

    with pytest.raises(CorpusError, match=r"boats.txt: is empty"):
        desk.reload("501")
    with pytest.raises(CorpusError, match="no article “cars”"):
        desk.editor.remove("cars", "501")

    assert desk.story is story and desk.version == version and desk.editor.number == 1


def test_what_another_process_published_is_taken_over(
    desk: Desk, state: State, folder: Path
) -> None:
    assert desk.follow() is None
    other = Library(folder, state)
    other.publish(other.added(Text("planes.txt", PLANES)), "terminal")

    change = desk.follow()

    assert change and (change.added, change.number) == (("planes",), 2)
    assert desk.ask("Which city did the plane reach?").short == "Rome"
    assert desk.follow() is None


def test_a_change_overtaken_by_another_is_made_upon_it(
    desk: Desk, state: State, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, publish = Library(folder, state), Library.publish

    def slow(library: Library, draft: object, who: str) -> object:
        monkeypatch.setattr(Library, "publish", publish)
        other.publish(other.added(Text("planes.txt", PLANES)), "terminal")
        return publish(library, draft, who)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "publish", slow)
    desk.editor.remove("boats", "501")

    assert [a.source.stem for a in desk.corpus.articles] == ["planes", "trains"]


def test_a_change_that_is_overtaken_every_time_is_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(*_: object) -> None:
        raise OvertakenError("Somebody was quicker.")

    monkeypatch.setattr(Library, "publish", overtaken)
    version = desk.version

    with pytest.raises(OvertakenError):
        desk.editor.remove("boats", "501")
    assert desk.version == version


def test_a_preview_tells_what_was_understood_and_publishes_nothing(desk: Desk) -> None:
    version = desk.version

    preview = desk.preview(Text("planes.txt", PLANES))

    assert preview.article.source.publisher == "The Daily"
    assert len(preview.article.sentences) == 2 and not preview.replaces
    assert preview.change.added == ("planes",) and preview.problems == ()
    assert preview.questions and all("Ana Ruiz" in question for question in preview.questions)
    assert desk.version == version and not desk.ask("Who is Ana Ruiz?").answered
    assert desk.preview(Text("boats.txt", PLANES)).replaces


def test_a_plain_folder_can_only_be_reloaded(folder: Path, nlp: Language, replies: Replies) -> None:
    desk = Desk(folder, nlp, replies)
    put(folder, planes=PLANES)

    assert desk.reload().added == ("planes",)
    assert desk.follow() is None and desk.editor.number is None
    with pytest.raises(BotError, match="change in their folder only"):
        desk.editor.remove("boats")


def test_a_reply_tells_the_version_it_was_found_in(desk: Desk) -> None:
    for question in ("Which city did the ferry reach?", "Hello!", "Who is the pope?"):
        assert desk.ask(question).version == desk.version
    assert desk.ask("Who?", article="cars").version == desk.version


async def test_of_questions_asked_during_a_reload_none_is_lost_and_none_gets_a_mixture(
    desk: Desk, folder: Path
) -> None:
    """Two tellings of every article; a reply must rest on one of them alone."""
    tellings = [{"boats": BOATS, "trains": TRAINS}, {
        "boats": BOATS.replace("Oslo", "Bergen").replace("40", "50"),
        "trains": TRAINS.replace("Bonn", "Ulm"),
    }]  # fmt: skip
    said = {desk.version: "".join(tellings[0].values())}
    put(folder, **tellings[1])
    reloading = asyncio.create_task(asyncio.to_thread(desk.reload, "501"))

    async def ask(number: int) -> Reply:
        await asyncio.sleep(0)
        if number == IN_FLIGHT - 1:
            await reloading
        subject = ("ferry", "train")[number % 2]
        return desk.ask(f"Which city did the {subject} reach?", chat=str(number))

    answers = await asyncio.gather(*map(ask, range(IN_FLIGHT)))
    said[desk.version] = "".join(tellings[1].values())

    assert len(answers) == IN_FLIGHT and all(reply.answered for reply in answers)
    assert len({reply.version for reply in answers}) == 2
    for reply in answers:
        assert all(citation.sentence.text in said[reply.version] for citation in reply.citations)
        assert reply.short in said[reply.version]
