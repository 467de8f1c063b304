"""What holds of every answer from several articles, and of every question that is asked back.

The articles are the story that goes on (tests/stories/mine) and others beside it.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.domain import Reply, Sentence, Slot
from bot.proof import objections
from bot.replies import Replies
from tests.golden import STORIES, TESTS, read
from tests.swaps import made_up

SEED = 20260109
MINE = TESTS / "stories" / "mine"
BESIDE = STORIES["transfer"]  # an article about something else
BATCH = 6  # answers whose sentences are taken out together

Open = Callable[[Path], Desk]


@pytest.fixture(scope="module")
def open_folder(nlp: Language, replies: Replies) -> Open:
    return lambda folder: Desk(folder, nlp, replies)


@pytest.fixture(scope="module")
def desk(open_folder: Open) -> Desk:
    return open_folder(MINE)


def questions() -> list[str]:
    return [golden.ask for golden in read("mine") if not golden.chat]


def faults(found: Iterable[Reply], desk: Desk, replies: Replies) -> list[str]:
    """Every unproved word, and every sentence that its own article does not have."""
    texts = {article.source.stem: article.text for article in desk.corpus.articles}
    wrong = []
    for reply in found:
        wrong += [f"{reply.question}: {o}" for o in objections(reply, desk.corpus, replies.fixed)]
        for citation in reply.citations:
            one = citation.sentence
            if texts[one.source.stem][one.start : one.end] != one.text:
                wrong.append(f"{reply.question}: cites what its article does not say")
    return wrong


def cited(reply: Reply) -> set[tuple[str, str]]:
    """The sentences of a reply, with their articles."""
    return {(c.sentence.source.stem, c.sentence.text) for c in reply.citations}


def test_no_word_of_an_answer_from_several_articles_is_unproved(
    desk: Desk, replies: Replies
) -> None:
    found = [desk.ask(asked) for asked in [*questions(), *made_up(desk.story, 60, SEED)]]

    assert faults(found, desk, replies) == []
    assert any(len({stem for stem, _ in cited(reply)}) > 1 for reply in found)
    assert any(not reply.answered for reply in found)


def test_without_its_sentences_an_answer_from_several_articles_does_not_come_back(
    desk: Desk, open_folder: Open, replies: Replies, tmp_path: Path
) -> None:
    answers = [reply for reply in map(desk.ask, questions()) if reply.answered]

    for number in range(0, len(answers), BATCH):
        batch = answers[number : number + BATCH]
        folder = tmp_path / str(number)
        without(MINE, folder, [c.sentence for reply in batch for c in reply.citations])
        shorn = open_folder(folder)
        for before in batch:
            after = shorn.ask(before.question)
            assert not cited(after) & cited(before), before.question
            assert faults([after], shorn, replies) == []


def without(source: Path, folder: Path, sentences: Sequence[Sentence]) -> None:
    """A copy of a folder of articles in which these sentences do not stand."""
    shutil.copytree(source, folder)
    for path in folder.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        gone = {(s.start, s.end) for s in sentences if s.source.stem == path.stem}
        for start, end in sorted(gone, reverse=True):
            text = text[:start] + text[end:].lstrip(" ")
        path.write_text(text, encoding="utf-8")


def test_an_article_about_something_else_changes_no_answer(
    desk: Desk, open_folder: Open, tmp_path: Path
) -> None:
    shutil.copytree(MINE, tmp_path / "both")
    shutil.copy(BESIDE, tmp_path / "both")
    both = open_folder(tmp_path / "both")

    changed = [asked for asked in questions() if desk.ask(asked).text != both.ask(asked).text]

    assert changed == ["What happened?"]  # which is asked of all of them


def test_what_the_files_are_called_changes_no_answer(
    desk: Desk, open_folder: Open, tmp_path: Path
) -> None:
    for number, path in enumerate(sorted(MINE.glob("*.txt"), reverse=True)):
        shutil.copy(path, tmp_path / f"{number}.txt")
    renamed = open_folder(tmp_path)

    for asked in questions():
        before, after = desk.ask(asked), renamed.ask(asked)
        assert after.short == before.short, asked
        assert {text for _, text in cited(after)} == {text for _, text in cited(before)}, asked


def namesakes(desk: Desk) -> list[str]:
    """The surnames that two or more persons of the articles bear."""
    full = {
        e.words for t in desk.story.tables for e in t.all if e.label == "PER" and " " in e.words
    }
    borne = Counter(words.split()[-1] for words in full)
    return sorted(surname for surname, count in borne.items() if count > 1)


def test_who_is_asked_back_for_can_be_picked_by_name_and_number(
    desk: Desk, desk_on: Callable[[str], Desk], replies: Replies
) -> None:
    desks = {"mine": desk, **{name: desk_on(name) for name in STORIES}}
    shared = [(name, surname) for name, one in desks.items() for surname in namesakes(one)]

    assert len(shared) >= 8
    for name, surname in shared:
        found = list(picked(desks[name], surname))
        assert faults(found, desks[name], replies) == []


def picked(desk: Desk, surname: str) -> Iterator[Reply]:
    """What is said to a shared surname, and then to each of those it can mean."""
    back = desk.ask(f"Who is {surname}?")
    choices = [part.text for part in back.parts if isinstance(part, Slot) and part.strong]
    assert back.kind == "which one" and not back.answered
    assert len(choices) > 1 and all(surname in choice for choice in choices)
    yield back
    for choice, ordinal in zip(choices, ORDINALS, strict=False):
        for pick in (choice, ordinal):
            chat = f"{surname} {pick}"
            desk.ask(f"Who is {surname}?", chat=chat)
            reply = desk.ask(pick, chat=chat)
            assert reply.kind != "which one", chat
            assert choice in reply.text if reply.answered else not reply.short, chat
            yield reply


ORDINALS = ("the first", "the second", "the third", "the fourth", "the fifth")
