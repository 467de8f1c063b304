"""The spans of a sentence that could answer something; no others."""

import pytest

from bot.language.dates import When
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.quotes import Quote
from bot.story.candidates import LONGEST, Candidate, find
from tests.told import parsed

SENTENCE = (
    "Mara/NNP>paid:nsubj Lund/NNP>Mara:flat ,/,>diver:punct a/DT>diver:det diver/NN>Mara:appos "
    ",/,>diver:punct paid/VBD/pay>:root only/RB>400:advmod 400/CD>euros:nummod "
    "euros/NNS/euro>paid:obj for/IN>boat:case the/DT>boat:det red/JJ>boat:amod boat/NN>paid:obl "
    "that/WDT>sank:nsubj sank/VBD/sink>boat:acl:relcl on/IN>Friday:case Friday/NNP>sank:obl "
    "because/IN>leaked:mark it/PRP>leaked:nsubj leaked/VBD/leak>paid:advcl badly/RB>leaked:advmod "
    "./.>paid:punct"
)
NAMES = (Name(0, 2, "PER"),)
WHENS = (When(17, 18, 16, "date", None),)
QUANTITIES = (Quantity(7, 10, 8, 9, 400.0, "money", 7, 8, 9),)


def found(
    rows: str = SENTENCE,
    names: tuple[Name, ...] = NAMES,
    whens: tuple[When, ...] = WHENS,
    quantities: tuple[Quantity, ...] = QUANTITIES,
    quotes: tuple[Quote, ...] = (),
) -> dict[str, Candidate]:
    doc = parsed(rows)
    return {doc[c.start : c.end].text: c for c in find(doc, names, whens, quantities, quotes)}


def test_a_sentence_of_marks_has_none() -> None:
    assert found("?/.>:root !/.>?:punct", (), (), ()) == {}


@pytest.mark.parametrize(
    "words",
    [
        "paid only",
        "Lund , a",
        "because",
        ", a diver",
        "a diver ,",
        "for the",
        "badly .",
        "diver , paid",
    ],
)
def test_what_is_no_constituent_answers_nothing(words: str) -> None:
    assert words not in found()


@pytest.mark.parametrize(
    ("words", "shape", "head"),
    [
        ("Mara Lund", "name", "Mara"),
        ("Friday", "when", "Friday"),
        ("only 400 euros", "quantity", "euros"),
        ("400", "number", "400"),
        ("only 400", "number", "400"),
        ("a diver", "phrase", "diver"),
        ("diver", "phrase", "diver"),
        ("the red boat", "phrase", "boat"),
        ("for the red boat", "prepositional", "boat"),
        ("the red boat that sank on Friday", "phrase", "boat"),
        ("because it leaked badly", "clause", "leaked"),
        ("it leaked badly", "clause", "leaked"),
        ("leaked badly", "verb phrase", "leaked"),
        ("red", "quality", "red"),
        ("badly", "quality", "badly"),
    ],
)
def test_a_constituent_is_found_whole_and_trimmed(words: str, shape: str, head: str) -> None:
    doc = parsed(SENTENCE)
    candidate = found()[words]

    assert candidate.shape == shape
    if shape != "number":
        assert doc[candidate.head].text == head


def test_a_list_is_found_whole_and_each_member_alone() -> None:
    rows = (
        "Mara/NNP>left:nsubj ,/,>Leo:punct Leo/NNP>Mara:conj and/CC>Tom:cc Tom/NNP>Mara:conj "
        "left/VBD/leave>:root"
    )

    shapes = {words: c.shape for words, c in found(rows, (), (), ()).items()}

    assert shapes["Mara , Leo and Tom"] in {"conjoined", "phrase"}
    assert {"Mara", "Leo", "Tom"} <= shapes.keys()
    assert "and Tom" not in shapes


def test_of_equal_spans_the_more_telling_shape_stays() -> None:
    plain = found(names=(), whens=(), quantities=())

    assert plain["Friday"].shape == "phrase"
    assert (found()["Friday"].shape, found()["Friday"].label) == ("when", "date")
    assert (found()["Mara Lund"].shape, found()["Mara Lund"].label) == ("name", "PER")


def test_a_quotation_is_found_as_such() -> None:
    quoted = found(quotes=(Quote(6, 10, True),))["paid only 400 euros"]

    assert (quoted.shape, quoted.label) == ("quote", "direct")


def test_spans_that_are_too_long_answer_nothing() -> None:
    size = LONGEST + 20
    rows = " ".join(f"w{n}/NN>w0:nmod" if n else "w0/NN>:root" for n in range(size))

    assert all(0 < c.end - c.start <= LONGEST for c in found(rows, (), (), ()).values())


def test_candidates_come_in_the_order_of_the_sentence_each_once() -> None:
    doc = parsed(SENTENCE)
    spans = [(c.start, c.end) for c in find(doc, NAMES, WHENS, QUANTITIES, ())]

    assert spans == sorted(set(spans))
    assert all(start <= c.head < end or c.shape == "number" for (start, end), c in
               zip(spans, find(doc, NAMES, WHENS, QUANTITIES, ()), strict=True))  # fmt: skip
