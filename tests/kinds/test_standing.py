"""What somebody is, told by the words that introduce him; what is over is told as over."""

from collections.abc import Callable

import pytest

from bot.domain import Reply

STORY = """\
The Norwegian lawyer Mara Lund, 41, found the bell on Monday. Leo Falk, a former customs officer, weighed
it. Chile's Ana Roe drew it. Retired nurse Ida Holm, 80, held the lamp. Nils Orr, a lieutenant in the Danish
navy, took a picture. Deputy mayor Per Lund paid. Tom Ray, the brother of a baker, sang.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is Mara Lund a lawyer?", "Yes"),
        ("Is Mara Lund Norwegian?", "Yes"),
        ("Is Ana Roe Chilean?", "Yes"),
        ("Was Leo Falk once a customs officer?", "Yes"),
        ("Did Leo Falk ever work for customs?", "Yes"),
        ("Is Leo Falk still a customs officer?", "No"),
        ("Is Ida Holm retired?", "Yes"),
        ("Did Ida Holm ever work as a nurse?", "Yes"),
        ("Does Nils Orr serve in the navy?", "Yes"),
    ],
)
def test_an_introduction_tells_what_somebody_is_or_was(
    ask: Callable[[str, str], Reply], question: str, verdict: str
) -> None:
    reply = ask(STORY, question)

    assert reply.short == verdict
    assert reply.citations


@pytest.mark.parametrize(
    "question",
    [
        "Is Mara Lund a nurse?",
        "Is Mara Lund Danish?",
        "Is Per Lund the mayor?",
        "Is Ida Holm a nurse?",
        "Is Tom Ray a baker?",
        "Did Mara Lund ever work for customs?",
        "Does Ana Roe serve in the navy?",
    ],
)
def test_what_no_introduction_says_is_neither_yes_nor_no(
    ask: Callable[[str, str], Reply], question: str
) -> None:
    assert ask(STORY, question).short not in {"Yes", "No"}


LIST = """\
The court heard the baker Ana Lund, the diver Per Moe and the clerk Ida Falk. A driver, Ada Roe, and a
cook, Leo Berg, came late.
"""


@pytest.mark.parametrize(
    ("question", "is_so"),
    [
        ("Is Ana Lund a baker?", True),
        ("Is Ida Falk a clerk?", True),
        ("Is Ada Roe a driver?", True),
        ("Is Leo Berg a cook?", True),
        ("Is Ana Lund a diver?", False),
        ("Is Per Moe a clerk?", False),
        ("Is Ida Falk a diver?", False),
        ("Is Ada Roe a cook?", False),
        ("Is Leo Berg a driver?", False),
    ],
)
def test_in_a_list_each_is_what_stands_beside_the_name(
    ask: Callable[[str, str], Reply], question: str, is_so: bool
) -> None:
    assert (ask(LIST, question).short == "Yes") == is_so


def test_another_post_or_a_deed_is_no_such_calling(ask: Callable[[str, str], Reply]) -> None:
    story = "President Olaf Berg leads the council. Ida Roe drives the ferry."

    assert ask(story, "Is Olaf Berg a president?").short == "Yes"
    assert ask(story, "Is Olaf Berg a chief?").short not in {"Yes", "No"}
