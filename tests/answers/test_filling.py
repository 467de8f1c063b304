"""Trees of news speak where the rules are silent."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from spacy.language import Language

from bot import answers
from bot.answers import filling
from bot.corpus.article import read_article
from bot.desk import Desk
from bot.domain import Corpus, Reply
from bot.finding import trees
from bot.replies import Replies
from bot.story import Story
from tests.told import DAY, read

SILENT = "Who skippered the Solveig?"
TOLD = "How many people were on board?"


@pytest.fixture
def desk(desk_on: Callable[[str], Desk]) -> Desk:
    return desk_on("ferry")


def believe(monkeypatch: pytest.MonkeyPatch, likely: float) -> None:
    """Let the trees find everything as likely as this."""

    def same(_trees: trees.Trees, rows: Sequence[object]) -> trees.Numbers:
        return np.full(len(rows), likely)

    monkeypatch.setattr(trees.Trees, "likelihoods", same)


@pytest.mark.parametrize("likely", [filling.UNSAID - 0.01, filling.UNSAID + 0.01])
def test_where_the_rules_are_silent_what_is_likely_enough_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, likely: float
) -> None:
    believe(monkeypatch, likely)

    assert desk.ask(SILENT).answered == (likely >= filling.UNSAID)


def test_what_the_rules_say_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = desk.ask(TOLD).text
    believe(monkeypatch, 0.01)

    assert desk.ask(TOLD).text == before


def test_a_short_story_is_left_to_the_rules(
    ask: Callable[[str, str], Reply], monkeypatch: pytest.MonkeyPatch
) -> None:
    believe(monkeypatch, 0.99)

    reply = ask("The goat was sold to Leo Falk on Monday. Mara Lund met the baker.", "Who sold it?")

    assert not reply.answered


def test_the_trace_tells_how_likely_the_trees_find_what_would_fill_the_hole(desk: Desk) -> None:
    told = desk.ask(TOLD, explain=True).trace

    assert any(line.startswith("trees: likelihood 0.") for line in told)


def test_the_reply_of_the_rules_is_a_sign_for_the_words_that_it_says(desk: Desk) -> None:
    told = [line for line in desk.ask(TOLD, explain=True).trace if line.startswith("trees")]

    assert any("“214” (rules: same, rules: how many)" in line for line in told)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("In a village, what can be described as a white tower?", "what"),
        ("What white tower stands in Vigo?", "which"),
    ],
)
def test_of_a_text_without_a_date_the_trees_fill_the_hole_of_every_question(
    nlp: Language, replies: Replies, monkeypatch: pytest.MonkeyPatch, question: str, kind: str
) -> None:
    article, _ = read_article("a", "The white tower in Vigo is old.", file="a.txt", today=DAY)
    story = Story.read(Corpus((article,)), nlp)
    believe(monkeypatch, 0.99)

    reply = answers.answer(read(question, story, nlp), story, replies, article=0)

    assert (reply.answered, reply.kind) == (True, kind)
