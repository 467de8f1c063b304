"""Which citations belong to the words that a reader points at."""

import pytest

from bot.claims import narrowed
from bot.domain import Citation, Made, Mark, Part, Reply, Role, Sentence, Slot, Source, Words

SOURCE = Source("ferry", "Ferry", "The Daily", None)
SENTENCES = [
    Sentence(SOURCE, number, 1, Role.BODY, 0, len(text), text)
    for number, text in enumerate(["Five were saved.", "Ann was one.", "So were Bo and Cy."], 1)
]


def slot(text: str) -> Slot:
    return Slot(text, (), Made.VERBATIM)


PARTS: tuple[Part, ...] = (
    slot("Five"), Words(" "), Mark(1), Words(": "), slot("Ann"), Words(" "), Mark(2), Words(", "),
    slot("Bo"), Words(" and "), slot("Cy"), Words(" "), Mark(2), Mark(3), Words("."),
)  # fmt: skip
REPLY = Reply("Who?", "who", True, PARTS, tuple(Citation(n, s) for n, s in enumerate(SENTENCES, 1)))


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("Five", [1]),
        ("Five [1]", [1]),
        ("Five [1]: Ann", [1, 2]),
        ("Ann", [2]),
        ("Bo", [2, 3]),
        (" Cy ", [2, 3]),
        ("was one", [2]),
        ("So were Bo", [3]),
        ("nowhere", [1, 2, 3]),
        ("", [1, 2, 3]),
    ],
)
def test_words_belong_to_the_marks_behind_them(words: str, cited: list[int]) -> None:
    assert REPLY.text == "Five [1]: Ann [2], Bo and Cy [2][3]."

    assert [citation.number for citation in narrowed(REPLY, words).citations] == cited
