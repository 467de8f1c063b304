"""A reply is written of slots and templates: marks numbered as first used, each sentence once."""

import pytest
from spacy.language import Language

from bot import questions
from bot.domain import Citation, Fact, Made, Mark, Slot, Words
from bot.replies import Replies
from bot.story import Story
from bot.writing import Writer
from tests.told import read, story_of

TOLD = "the ferry sank\nin Oslo on Monday. Two divers found it. Nobody cried."


@pytest.fixture(scope="module")
def story(nlp: Language) -> Story:
    return story_of(nlp, TOLD, wrapped=True)


@pytest.fixture
def writer(story: Story, nlp: Language, replies: Replies) -> Writer:
    return Writer(read("what sank", story, nlp), replies)


def fact(story: Story, words: str) -> Fact:
    sentence = next(r.sentence for r in story.readings if words in r.sentence.text)
    start = sentence.text.index(words)
    return Fact(sentence, start, start + len(words))


def test_what_no_mark_points_to_is_not_cited(story: Story, writer: Writer) -> None:
    writer.marks(fact(story, "Nobody"))
    mark = writer.marks(fact(story, "divers"))
    reply = writer.reply("who", "fact.answer", answer=writer.slot(fact(story, "divers")), mark=mark)

    assert [c.number for c in reply.citations] == [2]
    assert [c.sentence.number for c in reply.citations] == [2]


def test_a_reply_that_answers_nothing_has_no_short_form(writer: Writer) -> None:
    reply = writer.reply("who", "nothing.answer", short="a ferry", answered=False)

    assert (reply.answered, reply.short, reply.citations) == (False, "", ())


def test_a_template_that_is_not_there_is_an_error(writer: Writer) -> None:
    with pytest.raises(KeyError):
        writer.reply("who", "no.such")
    with pytest.raises(KeyError):
        writer.reply("who", "fact.answer")


def test_sentences_are_numbered_as_they_are_first_used(story: Story, writer: Writer) -> None:
    divers, ferry, monday = (fact(story, words) for words in ("divers", "ferry", "Monday"))

    assert writer.marks(divers) == (Mark(1),)
    assert writer.marks(ferry, monday) == (Mark(2),)
    assert writer.marks(monday, divers) == (Mark(1), Mark(2))
    assert writer.marks(divers, gap=True) == (Words(" "), Mark(1))


def test_a_citation_keeps_all_the_facts_that_rest_on_it(story: Story, writer: Writer) -> None:
    ferry, monday = fact(story, "the ferry"), fact(story, "Monday")
    mark = writer.marks(ferry, monday)
    reply = writer.reply("what", "fact.answer", short="x", answer=writer.slot(ferry), mark=mark)

    assert reply.citations == (Citation(1, ferry.sentence, (ferry, monday)),)


@pytest.mark.parametrize("words", ["ferry", "Oslo", "Two divers"])
def test_a_slot_has_the_words_as_they_stand(story: Story, writer: Writer, words: str) -> None:
    of = fact(story, words)

    assert writer.slot(of) == Slot(words, (of,), Made.VERBATIM)


def test_line_breaks_of_the_story_are_spaces(story: Story, writer: Writer) -> None:
    assert writer.slot(fact(story, "sank\nin Oslo")).text == "sank in Oslo"


@pytest.mark.parametrize(
    ("words", "slot"), [("Oslo", ("Oslo", Made.VERBATIM)), ("ferry", ("Ferry", Made.CAPITAL))]
)
def test_a_capital_is_made_only_where_there_is_none(
    story: Story, writer: Writer, words: str, slot: tuple[str, Made]
) -> None:
    made = writer.slot(fact(story, words), capitalised=True)

    assert (made.text, made.made) == slot


def test_a_reply_begins_with_a_capital(story: Story, writer: Writer) -> None:
    ferry = fact(story, "the ferry")
    reply = writer.reply(
        "what", "fact.answer", answer=writer.slot(ferry, strong=True), mark=writer.marks(ferry)
    )

    assert reply.text == "The ferry [1]."
    assert reply.parts[0] == Slot("The ferry", (ferry,), Made.CAPITAL, strong=True)


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["Oslo"], "Oslo"), (["Oslo", "Monday"], "Oslo and Monday"),
     (["Oslo", "Monday", "divers", "ferry"], "Oslo, Monday, divers and ferry")],
)  # fmt: skip
def test_a_list_has_commas_and_an_and(
    story: Story, writer: Writer, words: list[str], text: str
) -> None:
    parts = writer.joined([[writer.slot(fact(story, one))] for one in words])

    assert "".join(part.text for part in parts) == text


def test_the_last_of_choices_comes_after_or(story: Story, writer: Writer) -> None:
    parts = writer.joined(
        [[writer.slot(fact(story, one))] for one in ("Oslo", "Monday")], last="list.or"
    )

    assert "".join(part.text for part in parts) == "Oslo or Monday"


@pytest.mark.parametrize(
    ("typed", "taken_for", "corrected"),
    [
        ("Where did the ferry sink?", "Where did the ferry sink?", ""),
        ("where is oslo", "where is oslo", ""),  # a capital is no other word
        ("and where?", "Where did the ferry sink?", "Where did the ferry sink?"),
    ],
)
def test_how_the_question_was_read_is_told_if_its_words_differ(
    story: Story, nlp: Language, replies: Replies, typed: str, taken_for: str, corrected: str
) -> None:
    asked = questions.read(taken_for, story, nlp, typed=typed)

    reply = Writer(asked, replies).reply("w", "nothing.answer", answered=False)

    assert (reply.question, reply.corrected) == (typed, corrected)
