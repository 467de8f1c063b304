"""A number without a noun counts what a number or a subject before it told of."""

import pytest
from spacy.language import Language

from bot.language import dates, numbers
from bot.language.number_referents import refer


def counted(nlp: Language, text: str) -> list[tuple[str, str]]:
    """The number and what it stands for, for each of the last sentence; sentences parted by ' | '."""
    docs = [nlp(sentence) for sentence in text.split(" | ")]
    found = refer(docs, [numbers.find(doc, dates.find(doc, None)) for doc in docs])
    return [(docs[-1][q.number_start : q.number_end].text, q.stands_for) for q in found[-1]]


@pytest.mark.parametrize(
    "text",
    [
        "Five boats sank.",
        "Eleven people died, nine of hunger, and two boats sank.",
        "The harbor was shut. | Police detained three of them.",
        "She met him at five.",
    ],
)
def test_a_number_with_its_noun_or_without_a_word_before_it_stands_for_itself(
    nlp: Language, text: str
) -> None:
    assert all(not noun for _, noun in counted(nlp, text)[-1:])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Divers found 17 boats, but only five were raised.", ("five", "boat")),
        ("Four workers were hurt, and two of them died.", ("two", "worker")),
        ("Supporters gathered. | Police detained three of them.", ("three", "supporter")),
        ("Of the nine men, two were ill. | The other seven went home.", ("seven", "man")),
        ("Six men were held: three in Rota, two in Lutz.", ("two", "man")),
        ("The bureau counted 38 attacks. | The union counts 52, it said.", ("52", "attack")),
        (
            "Supporters gathered. | Some threw eggs, and police held three of them.",
            ("three", "supporter"),
        ),
    ],
)
def test_a_bare_number_counts_what_was_spoken_of(
    nlp: Language, text: str, last: tuple[str, str]
) -> None:
    assert counted(nlp, text)[-1] == last
