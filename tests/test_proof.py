"""The check before sending lets through what follows from cited words, and nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import read_article
from bot.domain import Citation, Corpus, Fact, Made, Mark, Part, Reply, Sentence, Slot, Words
from bot.proof import objections

TEXT = """date 2026-01-09 The Daily

Ann Lee sailed to Oslo on Thursday with two friends. Five of the
boats came back, and four stayed there.

Lee wrote home that day.  She said so in March 2025.

She met Bo Lee, the skipper, on Tuesday and will see Oslo on Monday.
"""
ARTICLE, _ = read_article("boats", TEXT, file="boats.txt", today=date(2026, 1, 10))
CORPUS = Corpus((ARTICLE,))
SAILED, CAME_BACK, WROTE, SAID, MET = ARTICLE.sentences
FIXED = {" ", ".", ", according to "}
STOP = Words(".")


def fact(words: str, sentence: Sentence = SAILED) -> Fact:
    """The words where they first stand in a sentence."""
    start = sentence.text.index(words)
    return Fact(sentence, start, start + len(words))


def reply(*parts: Part, cites: Sequence[Sentence] = (SAILED,), question: str = "Q?") -> Reply:
    """A reply of these words; its marks, unless it has some, follow."""
    marks = [Mark(number) for number, _ in enumerate(cites, 1)]
    own = any(isinstance(part, Mark) for part in parts)
    citations = tuple(Citation(number, sentence) for number, sentence in enumerate(cites, 1))
    return Reply(question, "who", True, (*parts, *(() if own else marks)), citations)


def refused(*parts: Part, cites: Sequence[Sentence] = (SAILED,), question: str = "Q?") -> bool:
    return bool(objections(reply(*parts, cites=cites, question=question), CORPUS, FIXED))


# Words that do not follow come after the slot that does.
SLOTS = {
    Made.VERBATIM: (
        Slot("Oslo", (fact("Oslo"),)),
        ["oslo", "Osl", "Oslo ", "Oslo on", "Bergen", ""],
    ),
    Made.CAPITAL: (
        Slot("Two friends", (fact("two friends"),), Made.CAPITAL),
        ["two friends", "Two Friends", "Three friends", "TWO friends"],
    ),
    Made.SMALL: (
        Slot("five", (fact("Five", CAME_BACK),), Made.SMALL),
        ["Five", "FIVE", "four", "five of", ""],
    ),
    Made.DATE: (
        Slot("Thursday (8 January 2026)", (fact("Thursday"),), Made.DATE),
        ["Thursday (9 January 2026)", "Friday (8 January 2026)", "8 January 2026", "Thursday (8)"],
    ),
    Made.DAY: (
        Slot("8 January 2026", (fact("Thursday"),), Made.DAY),
        ["9 January 2026", "Thursday (8 January 2026)", "8 January 2025", "January 2026", "None"],
    ),
    Made.NAME: (
        Slot("Ann Lee", (fact("Lee", WROTE), fact("Ann Lee")), Made.NAME),
        ["Lee", "Ann", "Anne Lee", "Ann Lee sailed"],
    ),
    Made.COUNT: (
        Slot("5", (fact("Five", CAME_BACK),), Made.COUNT),
        ["4", "6", "Five boats", "some", ""],
    ),
    Made.METADATA: (
        Slot("The Daily", (), Made.METADATA),
        ["The Nightly", "the daily", "Daily"],
    ),
}


@pytest.mark.parametrize("made", SLOTS)
def test_words_that_follow_from_the_cited_ones_pass(made: Made) -> None:
    slot, _ = SLOTS[made]
    cites = list(dict.fromkeys(fact.sentence for fact in slot.facts)) or [SAILED]

    assert not refused(slot, STOP, cites=cites)


@pytest.mark.parametrize(
    ("made", "text"), [(made, text) for made, (_, wrong) in SLOTS.items() for text in wrong]
)
def test_words_that_do_not_follow_are_refused(made: Made, text: str) -> None:
    slot, _ = SLOTS[made]
    cites = list(dict.fromkeys(fact.sentence for fact in slot.facts)) or [SAILED]

    assert refused(replace(slot, text=text), STOP, cites=cites)


def test_words_of_the_question_may_be_given_back() -> None:
    slot = Slot("Erik Berg", (), Made.ASKED)

    assert not refused(slot, STOP, question="Who is Erik  Berg?")
    assert refused(slot, STOP, question="Who is Erik?")
    assert refused(slot, STOP, question="Who is Berg Erik?")


def test_every_transform_is_tried_here() -> None:
    assert {*SLOTS, Made.ASKED} == set(Made)


def test_line_breaks_of_the_article_are_spaces_in_the_reply() -> None:
    words = fact("Five of the\nboats", CAME_BACK)

    assert not refused(Slot("Five of the boats", (words,)), STOP, cites=[CAME_BACK])


def test_words_that_are_no_date_have_no_day() -> None:
    assert refused(Slot("None", (fact("Oslo"),), Made.DAY), STOP)


def test_that_day_is_the_day_named_before() -> None:
    slot = Slot("that day (8 January 2026)", (fact("that day", WROTE), fact("Thursday")), Made.DATE)
    wrong = replace(slot, facts=(fact("that day", WROTE), fact("March 2025", SAID)))

    assert not refused(slot, STOP, cites=[WROTE, SAILED])
    assert refused(wrong, STOP, cites=[WROTE, SAID])


@pytest.mark.parametrize("by", [(-1, 0), (0, -1), (1, 0), (0, 1), (1, 1), (-1, -1)])
def test_a_fact_one_letter_off_is_refused(by: tuple[int, int]) -> None:
    right = fact("nn Le")
    wrong = replace(right, start=right.start + by[0], end=right.end + by[1])

    assert not refused(Slot("nn Le", (right,)), STOP)
    assert refused(Slot("nn Le", (wrong,)), STOP)


@given(st.integers(-5, 60), st.integers(-5, 60), st.text("ab Oslo", max_size=8))
def test_what_passes_as_verbatim_stands_in_the_article(start: int, end: int, text: str) -> None:
    if not refused(Slot(text, (Fact(SAILED, start, end),)), STOP):
        assert text in " ".join(TEXT.split())


def test_a_fact_of_a_sentence_that_is_not_cited_is_refused() -> None:
    assert refused(Slot("Oslo", (fact("Oslo"),)), STOP, cites=[WROTE])


def test_a_date_whose_earlier_date_is_not_cited_is_refused() -> None:
    slot = Slot("that day (8 January 2026)", (fact("that day", WROTE), fact("Thursday")), Made.DATE)

    assert refused(slot, STOP, cites=[WROTE])


def test_words_without_a_fact_are_refused() -> None:
    for made in (Made.VERBATIM, Made.CAPITAL, Made.DATE, Made.NAME):
        assert refused(Slot("Oslo", (), made), STOP), made


@pytest.mark.parametrize("text", ["Nobody knows", "..", ", according to", "", "Oslo"])
def test_fixed_words_of_no_template_are_refused(text: str) -> None:
    assert refused(Slot("Oslo", (fact("Oslo"),)), Words(text))


def test_a_mark_without_a_citation_is_refused() -> None:
    assert refused(Slot("Oslo", (fact("Oslo"),)), Mark(1), Mark(2))


def test_an_answer_of_white_space_is_refused() -> None:
    assert refused(Slot("", (Fact(SAILED, 3, 4),)))


def test_a_citation_without_a_mark_is_refused() -> None:
    assert refused(Slot("Oslo", (fact("Oslo"),)), Mark(1), cites=[SAILED, WROTE])


def test_an_answer_without_citations_is_refused() -> None:
    assert refused(STOP, cites=[])


def test_not_knowing_needs_no_citation() -> None:
    said = Reply("Q?", "who", False, (STOP,))

    assert objections(said, CORPUS, FIXED) == []


@pytest.mark.parametrize(
    "change",
    [
        {"text": SAILED.text.replace("Oslo", "Bonn")},
        {"start": SAILED.start + 1},
        {"end": SAILED.end - 1},
        {"source": replace(SAILED.source, stem="another")},
    ],
    ids=str,
)
def test_a_citation_that_is_not_in_its_article_is_refused(change: dict[str, object]) -> None:
    false = replace(SAILED, **change)  # type: ignore[arg-type]

    assert refused(Slot("Ann", (Fact(false, 0, 3),)), STOP, cites=[false])


def test_each_objection_is_told() -> None:
    said = reply(Words("Nobody"), Slot("Bonn", (fact("Oslo"),)), cites=[SAILED])

    assert len(objections(said, CORPUS, FIXED)) == 2


@pytest.mark.parametrize(
    ("slot", "cites"),
    [
        (Slot("5", (), Made.COUNT), [SAILED]),
        (Slot("Ann Lee", (fact("Oslo"), fact("Ann Lee")), Made.NAME), [SAILED]),
        (Slot("Ann Lee", (fact("Bo Lee", MET), fact("Ann Lee")), Made.NAME), [MET, SAILED]),
        (Slot("ran", (), Made.ASKED), [SAILED]),
    ],
    ids=[
        "a count of nothing",
        "a name for something else",
        "a name for a relative",
        "half a word of the question",
    ],
)
def test_what_only_looks_proved_is_refused(slot: Slot, cites: list[Sentence]) -> None:
    assert refused(slot, STOP, cites=cites, question="Is it Iran?")


@pytest.mark.parametrize("mention", ["She", "the skipper", "Lee"])
def test_a_pronoun_or_a_description_may_be_given_as_a_name(mention: str) -> None:
    sentence = MET if mention != "Lee" else WROTE
    slot = Slot("Ann Lee", (fact(mention, sentence), fact("Ann Lee")), Made.NAME)

    assert not refused(slot, STOP, cites=[sentence, SAILED])


def test_a_date_is_checked_the_way_it_is_said_to_look() -> None:
    ahead = Slot("Monday (12 January 2026)", (fact("Monday", MET),), Made.DATE, ways=("future",))
    back = replace(ahead, text="Monday (5 January 2026)", ways=("past",))
    tuesday = Slot("Tuesday (6 January 2026)", (fact("Tuesday", MET),), Made.DATE, ways=("past",))

    assert not refused(ahead, STOP, cites=[MET])
    assert not refused(back, STOP, cites=[MET])
    assert refused(replace(ahead, ways=("past",)), STOP, cites=[MET])
    assert refused(replace(back, ways=("future",)), STOP, cites=[MET])
    assert refused(replace(ahead, ways=("sideways",)), STOP, cites=[MET])
    assert not refused(tuesday, STOP, cites=[MET])


def test_no_date_looks_ahead_in_a_sentence_without_a_word_for_it() -> None:
    slot = Slot("Thursday (15 January 2026)", (fact("Thursday"),), Made.DATE, ways=("future",))

    assert refused(slot, STOP)


def test_that_day_goes_back_to_no_later_date() -> None:
    text = "that day (12 January 2026)"
    slot = Slot(
        text, (fact("that day", WROTE), fact("Monday", MET)), Made.DATE, ways=("", "future")
    )

    assert refused(slot, STOP, cites=[WROTE, MET])


def test_the_day_of_an_article_is_that_of_the_facts() -> None:
    told = Slot("9 January 2026", (fact("Oslo"),), Made.METADATA)

    assert not refused(told, STOP)
    assert refused(replace(told, text="8 January 2026"), STOP)
    assert refused(replace(told, text="2026-01-09"), STOP)
