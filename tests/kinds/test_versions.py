"""Of what several articles tell, each version comes with its day; what they agree on comes once."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.domain import Made, Reply, Slot
from bot.proof import objections
from bot.replies import Replies
from tests.golden import TESTS, faults_on, read
from tests.told import file_of

MINE = TESTS / "stories" / "mine"
Asking = Callable[..., Reply]


@pytest.fixture(scope="module")
def desk(nlp: Language, replies: Replies) -> Desk:
    return Desk(MINE, nlp, replies)


@pytest.fixture
def ask_of(tmp_path: Path, nlp: Language, replies: Replies) -> Callable[..., Reply]:
    """The reply to a question on articles of The Daily, from the oldest to the newest."""

    def asked(question: str, *texts: str) -> Reply:
        for day, text in enumerate(texts, 1):
            head = f"date 2026-01-{day:02d} The Daily\n\n"
            (tmp_path / f"{day}.txt").write_text(file_of(head + text), encoding="utf-8")
        return Desk(tmp_path, nlp, replies).ask(question)

    return asked


def test_what_changes_is_told_with_its_day_and_what_stays_once(desk: Desk) -> None:
    wrong = {ask: fault for ask, fault in faults_on(desk, read("mine")).items() if fault}

    assert wrong == {}


def test_every_word_of_it_is_proved(desk: Desk, replies: Replies) -> None:
    for golden in read("mine"):
        assert objections(desk.ask(golden.ask), desk.corpus, replies.fixed) == [], golden.ask


def test_the_newest_is_the_answer_in_short_and_alone_in_bold(desk: Desk) -> None:
    reply = desk.ask("How many miners are trapped?")

    assert reply.short == "Nine"
    strong = [part.text for part in reply.parts if isinstance(part, Slot) and part.strong]
    assert strong == ["nine miners"]


def test_a_named_article_is_asked_alone(desk: Desk) -> None:
    reply = desk.ask("How many miners are trapped?", article="collapse")

    assert {c.sentence.source.stem for c in reply.citations} == {"collapse"}


def test_a_version_whose_article_is_gone_is_not_told(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    copytree(MINE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "rescue.txt").unlink()

    reply = Desk(tmp_path, nlp, replies).ask("How many miners are trapped?")

    assert reply.answered and "31" in reply.text and "Nine" not in reply.text.title()


@pytest.mark.parametrize(
    ("question", "first", "second", "told"),
    [
        ("How many sheep did Ost lose?", "Ost lost 40 sheep.", "Ost lost 40 sheep.", 1),
        ("How many sheep did Ost lose?", "Ost lost 40 sheep.", "Ost lost over 40 sheep.", 1),
        ("How many sheep did Ost lose?", "Ost lost 40 sheep.", "Ost lost the other 12 sheep.", 1),
        ("How many sheep did Ost lose?", "Ost lost 40 sheep.", "Ost lost 12 dogs.", 1),
        ("How many sheep did Ost lose?", "Ost lost 40 sheep.", "Ost lost 52 sheep.", 2),
        ("Who bought the farm?", "Ada Ost bought the farm.", "Ost bought the farm.", 1),
        ("Who bought the farm?", "Ada Ost bought the farm.", "Leo Pohl bought the farm.", 2),
        (
            "When did the farm burn?",
            "The farm burned on Thursday.",
            "The farm burned on Thursday night.",
            1,
        ),
    ],
)
def test_only_what_answers_the_same_otherwise_is_told_beside(
    ask_of: Asking, question: str, first: str, second: str, told: int
) -> None:
    assert len(ask_of(question, first, second).citations) == told


def test_two_voices_of_one_article_are_told_apart(ask_of: Asking) -> None:
    reply = ask_of(
        "How many sheep did the wolves kill?",
        "The wolves killed 40 sheep, the farmers said. The wolves killed 12 sheep, police said.",
    )

    assert "40 sheep" in reply.text and "12 sheep" in reply.text
    assert "the farmers" in reply.text and "police" in reply.text


def test_an_article_without_a_date_is_told_by_its_title(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    (tmp_path / "one.txt").write_text("Ost lost 40 sheep.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Ost lost 52 sheep.\n", encoding="utf-8")
    desk = Desk(tmp_path, nlp, replies)

    reply = desk.ask("How many sheep did Ost lose?")

    titles = {article.source.title for article in desk.corpus.articles}
    told = {p.text for p in reply.parts if isinstance(p, Slot) and p.made is Made.METADATA}
    assert told == titles


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many miners were trapped on 4 November?", "31"),
        ("How many miners were trapped on Nov. 7?", "Nine"),
        ("How many miners were trapped on Nov. 12?", ""),
    ],
)
def test_of_a_day_the_figure_of_that_day_is_told(desk: Desk, question: str, short: str) -> None:
    assert desk.ask(question).short == short
