"""Who says so: the speaker of the cited words, else the paper; nobody when nothing was said."""

from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.domain import Made, Reply, Slot
from bot.kinds.source import tell_source
from bot.replies import Replies
from tests.told import desk_of, read, says, story_of

STORY = """\
The comet will pass in May, astronomer Nina Falck said. A telescope in Peru saw it on Monday.

“It is green,” said Luis Paz.
"""


@pytest.fixture
def desk(tmp_path: Path, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path, nlp, replies, STORY)


def test_nothing_said_before_has_no_source(desk: Desk) -> None:
    assert not desk.ask("Who says so?", chat="a").answered


def test_what_was_not_answered_has_no_source(nlp: Language, replies: Replies) -> None:
    story = story_of(nlp, STORY)
    refused = Reply("Who landed on Mars?", "who", False, ())

    assert tell_source(read("Who says so?", story, nlp), refused, story, replies) is None


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("When will the comet pass?", "Nina Falck"),
        ("Where is the telescope?", "The Daily"),
        ("Where is the telescope that saw it?", "The Daily"),
    ],
)
def test_the_speaker_is_named_else_the_paper(desk: Desk, question: str, source: str) -> None:
    first = desk.ask(question, chat="a")
    reply = desk.ask("Who says so?", chat="a")

    assert first.answered
    assert says(reply, source)
    assert {c.sentence for c in reply.citations} <= {c.sentence for c in first.citations}


def test_a_speaker_is_named_where_the_words_are_only_his(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    story = "Luis Paz, the director, was calm. He said that a telescope in Peru broke on Monday."
    desk = desk_of(tmp_path, nlp, replies, story)
    desk.ask("When did the telescope break?", chat="a")

    assert says(desk.ask("Who says so?", chat="a"), "Luis Paz")


def test_the_paper_is_told_from_the_file_s_head(desk: Desk) -> None:
    desk.ask("Where is the telescope that saw it?", chat="a")
    reply = desk.ask("According to whom?", chat="a")

    assert Slot("The Daily", (), Made.METADATA, strong=True) in reply.parts


def test_who_counted_is_the_source_of_a_figure(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    desk = desk_of(tmp_path, nlp, replies, "The dockers’ union counted 40 boats on Monday.")
    desk.ask("How many boats were there?", chat="a")

    assert says(desk.ask("Who says so?", chat="a"), "union")
