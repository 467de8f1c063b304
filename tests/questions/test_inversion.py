"""An inverted question is read by its form, whatever the parse made of it."""

import pytest

from bot.language import frames
from bot.language.frames import Frame
from bot.questions.inversion import mend
from tests.told import parsed


def mended(rows: str, *, phrase: int = 0) -> str:
    """The frame that the form gives: 'sell patient:boat adverb:When'; '' for none."""
    doc = parsed(rows)
    found = frames.find(doc)
    root = next((f for f in found if doc[f.head].dep_ == "ROOT"), None)
    frame = mend(doc, root, found, 0, phrase)
    if frame is None:
        return ""
    parts = [f"{a.part}:{a.marker} {doc[a.head].text}".replace(": ", ":") for a in frame.arguments]
    flags = [*["not"] * frame.negated, *filter(None, [frame.modal]), *["passive"] * frame.passive]
    return " ".join([*flags, frame.lemma, *parts])


@pytest.mark.parametrize(
    ("rows", "phrase"),
    [
        (
            "Who/WP>sold:nsubj sold/VBD/sell>:root the/DT>boat:det boat/NN>sold:obj ?/.>sold:punct",
            0,
        ),
        (
            "Who/WP>mayor:nsubj is/VBZ/be>mayor:cop the/DT>mayor:det mayor/NN>:root ?/.>mayor:punct",
            0,
        ),
        (
            "Which/WDT>boat:det boat/NN>sank:nsubj sank/VBD/sink>:root in/IN>May:case May/NNP>sank:obl",
            1,
        ),
        (
            "Who/WP>held:nsubj:pass is/VBZ/be>held:aux:pass still/RB>held:advmod held/VBN/hold>:root",
            0,
        ),
        ("Why/WRB>:root did/VBD/do>Why:aux ?/.>Why:punct", 0),
        ("What/WP>:root ?/.>What:punct", 0),
    ],
)
def test_a_question_in_the_order_of_a_statement_stays_as_it_was_parsed(
    rows: str, phrase: int
) -> None:
    doc = parsed(rows)
    for frame in (None, Frame(0, "any", ())):
        assert mend(doc, frame, frames.find(doc), 0, phrase) is frame


RIGHT = [
    (
        "What/WP>buy:obj did/VBD/do>buy:aux Mara/NNP>buy:nsubj buy/VB>:root ?/.>buy:punct",
        0,
        "buy patient:What agent:Mara",
    ),
    (
        "When/WRB>sold:advmod was/VBD/be>sold:aux:pass the/DT>boat:det boat/NN>sold:nsubj:pass "
        "sold/VBN/sell>:root ?/.>sold:punct",
        0,
        "passive sell adverb:When patient:boat",
    ),
    (
        "Where/WRB>hide:advmod will/MD>hide:aux Mara/NNP>hide:nsubj hide/VB>:root the/DT>boat:det "
        "boat/NN>hide:obj ?/.>hide:punct",
        0,
        "will hide adverb:Where agent:Mara patient:boat",
    ),
    (
        "Why/WRB>leave:advmod did/VBD/do>leave:aux Mara/NNP>leave:nsubj not/RB>leave:advmod "
        "leave/VB>:root ?/.>leave:punct",
        0,
        "not leave adverb:Why agent:Mara",
    ),
    (
        "What/WP>accused:obl was/VBD/be>accused:aux:pass Mara/NNP>accused:nsubj:pass "
        "accused/VBN/accuse>:root of/IN>What:case ?/.>accused:punct",
        0,
        "passive accuse oblique:of What patient:Mara",
    ),
    (
        "Which/WDT>boat:det boat/NN>sell:obj did/VBD/do>sell:aux Mara/NNP>sell:nsubj "
        "sell/VB>:root ?/.>sell:punct",
        1,
        "sell patient:boat agent:Mara",
    ),
    (
        "What/WP>sold:obj have/VBP/have>sold:aux Mara/NNP>sold:nsubj and/CC>Leo:cc "
        "Leo/NNP>Mara:conj sold/VBN/sell>:root ?/.>sold:punct",
        0,
        "sell patient:What agent:Mara agent:Leo",
    ),
]


@pytest.mark.parametrize(("rows", "phrase", "expected"), RIGHT)
def test_a_question_parsed_right_keeps_its_parts(rows: str, phrase: int, expected: str) -> None:
    assert mended(rows, phrase=phrase) == expected


WRONG = [
    (  # the verb taken for a noun
        "What/WP>:root did/VBD/do>What:aux Mara/NNP>buy:compound buy/NN>What:nsubj ?/.>What:punct",
        0,
        "buy patient:What agent:Mara",
    ),
    (  # the subject taken for an object
        "When/WRB>sell:advmod did/VBD/do>sell:aux Mara/NNP>sell:obj sell/VB>:root the/DT>boat:det "
        "boat/NN>sell:obj ?/.>sell:punct",
        0,
        "sell adverb:When agent:Mara patient:boat",
    ),
    (  # the participle taken for an adjective of the subject
        "When/WRB>boat:advmod was/VBD/be>boat:cop the/DT>boat:det boat/NN>:root "
        "sold/VBN/sell>boat:acl ?/.>boat:punct",
        0,
        "passive sell adverb:When patient:boat",
    ),
    (  # a time taken for the object
        "How/WRB>many:advmod many/JJ>goals:amod goals/NNS>score:obj did/VBD/do>score:aux "
        "Mara/NNP>score:nsubj score/VB>:root last/JJ>season:amod season/NN>score:obj ?/.>score:punct",
        2,
        "score patient:goals agent:Mara time:season",
    ),
    (  # the asked object taken for the subject, the subject for the object
        "What/WP>tell:nsubj did/VBD/do>tell:aux the/DT>mayor:det mayor/NN>tell:obj tell/VB>:root "
        "Leo/NNP>tell:iobj ?/.>tell:punct",
        0,
        "tell patient:What agent:mayor recipient:Leo",
    ),
]


@pytest.mark.parametrize(("rows", "phrase", "expected"), WRONG)
def test_a_question_parsed_wrong_is_read_by_its_form(rows: str, phrase: int, expected: str) -> None:
    assert mended(rows, phrase=phrase) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Did/VBD/do>exits:aux Mara/NNP>block:compound block/NN>exits:compound exits/NNS>:root "
            "?/.>exits:punct",
            "block agent:Mara patient:exits",
        ),
        (
            "Is/VBZ/be>cause:cop the/DT>cause:det cause/NN>:root known/VBN/know>cause:acl "
            "?/.>cause:punct",
            "passive know patient:cause",
        ),
        (
            "Was/VBD/be>firm:cop it/PRP>firm:nsubj the/DT>firm:det firm/NN>:root that/WDT>built:nsubj "
            "built/VBD/build>firm:acl:relcl ships/NNS>built:obj ?/.>firm:punct",
            "be agent:it attribute:firm",
        ),
        (
            "Did/VBD/do>see:aux a/DT>guard:det coast/NN>guard:compound guard/NN>see:nsubj see/VB>:root "
            "it/PRP>see:obj ?/.>see:punct",
            "see agent:guard patient:it",
        ),
        (
            "Was/VBD/be>seen:aux:pass seen/VBN/see>:root Mara/NNP>seen:nsubj:pass ?/.>seen:punct",
            "passive see patient:Mara",
        ),
    ],
)
def test_a_question_for_yes_or_no_is_read_by_its_form_too(rows: str, expected: str) -> None:
    doc = parsed(rows)
    found = frames.find(doc)
    frame = mend(doc, found[0] if found else None, found, -1, -1)

    assert frame is not None
    parts = [f"{a.part}:{doc[a.head].text}" for a in frame.arguments]
    assert " ".join([*["passive"] * frame.passive, frame.lemma, *parts]) == expected
