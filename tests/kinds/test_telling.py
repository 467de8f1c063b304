"""How words are told: dates worked out, pronouns named, figures whole, nothing more than stands there."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from bot.domain import Fact, Made, Reply, Slot
from bot.kinds.extents import without_stop
from tests.told import HEAD, says, story_of

STORY = """\
Surgeon Hilde Voss operated on a panda on Thursday. She used a saw. The panda, about 90 kilograms (198
pounds), lives outside the town of Chur in Switzerland.

The zoo paid only $700. Keeper Udo Voss cried.
"""


@pytest.mark.xfail(strict=True, reason="of two that fit, the subject before is taken")
def test_no_name_is_put_for_a_pronoun_that_two_could_be(
    ask: Callable[[str, str], Reply],
) -> None:
    story = "Ann Pohl met Eva Lang on Monday. She wore a hat.\n"

    reply = ask(story, "Who wore a hat?")

    assert not reply.answered or not {"Ann Pohl", "Eva Lang"} & {reply.short}


def made(reply: Reply) -> set[Made]:
    return {part.made for part in reply.parts if isinstance(part, Slot)}


@pytest.mark.parametrize(
    ("question", "words", "how"),
    [
        ("When did Voss operate on the panda?", "Thursday (8 January 2026)", Made.DATE),
        ("Who used a saw?", "Hilde Voss", Made.NAME),
        ("How much did the zoo pay?", "Only $700", Made.CAPITAL),
        ("Where does the panda live?", "Outside the town of Chur in Switzerland", Made.CAPITAL),
    ],
)
def test_words_are_told_whole_with_how_they_were_made(
    ask: Callable[[str, str], Reply], question: str, words: str, how: Made
) -> None:
    reply = ask(STORY, question)

    assert says(reply) and words in reply.text
    assert how in made(reply)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The day ended", "The day ended"),
        ("Really?", "Really?"),
        ("We won,", "We won"),
        ("We won.", "We won"),
        ("", ""),
    ],
)
def test_only_a_comma_or_full_stop_at_the_end_is_left_out(
    nlp: Language, words: str, told: str
) -> None:
    sentence = story_of(
        nlp, HEAD + "“We won,” said Ann. “We won.” The day ended. Really?\n"
    ).readings
    whole = next((r.sentence for r in sentence if words in r.sentence.text), sentence[0].sentence)
    start = whole.text.index(words)

    assert without_stop(Fact(whole, start, start + len(words))).text == told
