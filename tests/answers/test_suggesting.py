"""Questions to go on with: about what was told, and never the one that was just asked."""

import pytest
from spacy.language import Language

from bot.answers.suggesting import MOST, Offers
from bot.desk import Desk
from bot.domain import Reply
from bot.replies import Replies
from tests.told import desk_of

STORY = """\
Ann Roe, a painter, came to Vigo on Friday. The baker Bo Ek met her at the port. “She was late,” said Ek.

Ann Roe and her cat were hungry. The lawyer Ida Moe, 41, waited in Lugo for the painter Ann Roe.
"""
SOME = ("Who is Ann Roe?", "Who is Bo Ek?", "What did Bo Ek say?")


class Asker:
    """Answers some questions, and counts what it is asked."""

    def __init__(self, desk: Desk, *answered: str) -> None:
        self.asked: list[str] = []
        self.answered = answered
        self.offers = Offers(desk.story, Replies.load(), self.ask)

    def ask(self, question: str) -> Reply:
        self.asked.append(question)
        return Reply(question, "who", answered=question in self.answered, parts=())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, nlp: Language, replies: Replies) -> Desk:
    return desk_of(tmp_path_factory.mktemp("corpus"), nlp, replies, STORY)


@pytest.mark.parametrize(
    ("asked", "read", "offered"),
    [
        ("Who is Ann Roe?", "", SOME[1:]),
        ("who is roe", "Who is Roe?", SOME[1:]),
        ("¿Quién es Bo?", "Who is Bo?", (SOME[2], SOME[0])),
        ("Where is the brother of Bo Ek?", "", SOME[1:]),
        ("Who painted it?", "", SOME[:2]),
        ("?", "", SOME[:2]),
    ],
)
def test_the_question_just_asked_is_not_offered_also_not_in_more_words(
    desk: Desk, asked: str, read: str, offered: tuple[str, ...]
) -> None:
    reply = Reply(asked, "who", answered=False, parts=(), corrected=read)

    assert Asker(desk, *SOME).offers.next_to(reply) == offered


def test_what_is_asked_about_comes_first_then_what_is_cited(desk: Desk) -> None:
    assert desk.ask("When was Ida Moe born?").suggestions == (
        "Who is Ida Moe?",
        "How old is Ida Moe?",
    )
    cited = desk.ask("Where did the lawyer wait?")
    assert desk.next_questions(cited) == ("Who is Ann Roe?", "Who is Ida Moe?")


def test_every_question_offered_is_answered(desk: Desk) -> None:
    for question in ("Who won?", "Where was Ann Roe born?", "Is Bo Ek ill?", "¿Quién es Mia?"):
        offered = desk.ask(question).suggestions
        assert len(offered) == 2 and all(desk.ask(one).answered for one in offered)


def test_what_was_tried_once_is_not_tried_again(desk: Desk) -> None:
    asker = Asker(desk, *SOME)
    reply = Reply("Who is Ida Moe?", "who", answered=False, parts=())

    assert asker.offers.next_to(reply) == asker.offers.next_to(reply)
    assert len(asker.asked) == len(set(asker.asked))
    assert len(asker.offers.best) <= MOST
