"""The desk answers from its corpus, keeps conversations apart, and exchanges the corpus whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from bot.desk import Desk
from bot.domain import Made, Slot
from bot.errors import CorpusError
from bot.finding import weighing
from bot.proof import objections
from bot.replies import Replies
from tests.golden import read
from tests.told import desk_of

OLD = "date 2026-01-09 The Daily\n\nThe ferry reached Oslo on Thursday. It carried 40 people.\n"
WORDS = st.sampled_from([word for golden in read("ferry") for word in golden.ask.split()])
NEW = "date 2026-01-10 The Daily\n\nThe ferry reached Bergen on Friday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, boats=OLD, trains="date 2026-01-09 The Daily\n\nThe train reached Bonn.\n")
    return tmp_path


@pytest.fixture
def desk(folder: Path, nlp: Language, replies: Replies) -> Desk:
    return Desk(folder, nlp, replies)


def write(folder: Path, **texts: str) -> None:
    for stem, text in texts.items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")


def test_an_answer_cites_the_sentence_it_is_from(desk: Desk) -> None:
    reply = desk.ask("Which city did the ferry reach?")

    assert reply.answered and "Oslo" in reply.text
    assert [citation.sentence.text for citation in reply.citations] == [
        "The ferry reached Oslo on Thursday."
    ]


@given(question=st.text(max_size=80) | st.lists(WORDS, min_size=1, max_size=9).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_whatever_is_asked_the_reply_is_proved(
    desk_on: Callable[[str], Desk], replies: Replies, question: str
) -> None:
    desk = desk_on("ferry")

    reply = desk.ask(question)

    assert reply.text
    fixed = replies.fixed | Replies.load("es").fixed
    assert objections(reply, desk.corpus, fixed) == []
    assert reply.answered or not reply.short


def test_what_the_story_does_not_say_is_not_answered(desk: Desk) -> None:
    reply = desk.ask("Who won the chess tournament?")

    assert not reply.answered
    assert reply.short == ""
    assert reply.text


@pytest.mark.parametrize("message", ["", "   ", "?!", "🎉", "hello", "Thank you!", "x" * 5000])
def test_what_is_no_question_gets_a_friendly_line_without_sources(desk: Desk, message: str) -> None:
    reply = desk.ask(message)

    assert (reply.kind, reply.answered, reply.citations) == ("talk", False, ())
    assert reply.text


def test_what_is_far_too_long_is_not_looked_at(desk: Desk) -> None:
    reply = desk.ask("a" * 1_000_000)  # read closely it took minutes

    assert reply.kind == "talk" and "short question" in reply.text


def test_every_reply_keeps_the_question_as_it_was_typed(desk: Desk) -> None:
    for question in ("Where did the ferry go?", "hello", "  Who   won? "):
        assert desk.ask(question).question == question


def test_two_languages_in_a_message_are_both_answered(desk: Desk) -> None:
    both = desk.ask("Who is Zork Blimm? ¿Cuándo llegó el ferry a Oslo?")

    assert both.answered and both.language == "es"
    assert "Zork Blimm" in both.text and both.short in both.text


def test_only_the_named_article_is_looked_into(desk: Desk) -> None:
    asked = "What reached a city?"

    for stem in ("boats", "trains"):
        cited = desk.ask(asked, article=stem).citations
        assert {citation.sentence.source.stem for citation in cited} <= {stem}


def test_the_named_article_is_not_made_to_tell_what_it_does_not(desk: Desk) -> None:
    assert not desk.ask("Where did the train arrive, Bonn?", article="boats").citations


def test_a_near_miss_in_a_text_without_a_date_is_not_quoted_as_an_answer(
    tmp_path: Path, nlp: Language, replies: Replies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "LEAST", 1.0)  # nothing is so likely
    write(tmp_path, a="The glacier lost nine meters of ice last summer. Hikers found an axe.\n")
    desk = Desk(tmp_path, nlp, replies)

    assert not desk.ask("Where did the glacier lose nine meters of ice?", article="a").answered
    assert desk.ask("the glacier lost ice", article="a").answered


def test_an_article_that_is_not_there_is_named(desk: Desk) -> None:
    reply = desk.ask("Where did the ferry go?", article="planes")

    assert not reply.answered
    assert Slot("planes", (), Made.ASKED) in reply.parts
    assert reply.citations == ()


def test_the_same_question_gets_the_same_reply(desk: Desk) -> None:
    assert desk.ask("How many people did it carry?") == desk.ask("How many people did it carry?")


def test_a_follow_up_is_read_in_the_light_of_its_own_chat(
    desk_on: Callable[[str], Desk],
) -> None:
    desk = desk_on("ferry")
    desk.ask("Who is Ingrid Aasen?", chat="one")
    desk.ask("Who is Kjell Dahl?", chat="two")

    one = desk.ask("When was she born?", chat="one")
    two = desk.ask("Where was he?", chat="two")
    new = desk.ask("Where was he?", chat="three")
    none = desk.ask("Where was he?")

    assert "Aasen" in one.corrected and "Dahl" not in one.corrected
    assert "Dahl" in two.corrected
    assert new.corrected == none.corrected == ""


def test_questions_outside_a_chat_leave_no_memory(desk: Desk) -> None:
    desk.ask("Did the ferry reach Oslo?")

    assert desk.ask("And when?") == desk.ask("And when?", chat="new")


def test_a_reload_says_what_changed(desk: Desk, folder: Path) -> None:
    write(folder, boats=NEW, planes=OLD.replace("ferry", "plane"))
    (folder / "trains.txt").unlink()

    change = desk.reload()

    assert (change.added, change.removed, change.changed) == (("planes",), ("trains",), ("boats",))
    assert (change.sentences_before, change.sentences_after) == (3, 3)
    assert change.problems == ()
    assert change.seconds > 0


def test_a_reload_that_finds_nothing_new_says_so(desk: Desk) -> None:
    change = desk.reload()

    assert (change.added, change.removed, change.changed) == ((), (), ())


def test_after_a_reload_only_the_new_text_is_answered_from(desk: Desk, folder: Path) -> None:
    write(folder, boats=NEW)
    desk.reload()

    reply = desk.ask("Which city did the ferry reach?")

    assert "Bergen" in reply.text and "Oslo" not in reply.text
    assert not desk.ask("Who carried 40 people?").citations


def test_a_bad_file_is_reported_and_the_others_are_served(desk: Desk, folder: Path) -> None:
    (folder / "boats.txt").write_bytes(b"\xff\xfe\x00")

    change = desk.reload()

    assert change.removed == ("boats",)
    assert [(problem.file, problem.fatal) for problem in change.problems] == [("boats.txt", True)]
    assert desk.ask("What reached Bonn?", article="trains").text


def test_a_list_that_the_story_does_not_have_is_refused_in_a_conversation_too(
    desk_on: Callable[[str], Desk],
) -> None:
    reply = desk_on("ferry").ask("Name all the football players.", chat="list")

    assert (reply.kind, reply.answered) == ("list", False)
    assert reply.text


def test_a_reload_that_fails_leaves_the_old_corpus_in_service(desk: Desk, folder: Path) -> None:
    before = desk.corpus
    for file in folder.iterdir():
        file.unlink()

    with pytest.raises(CorpusError):
        desk.reload()

    assert desk.corpus is before
    assert "Oslo" in desk.ask("Which city did the ferry reach?").text


def test_no_desk_is_opened_on_nothing(tmp_path: Path, nlp: Language, replies: Replies) -> None:
    with pytest.raises(CorpusError):
        Desk(tmp_path, nlp, replies)


def test_passages_are_the_sentences_that_say_most_of_it_a_page_at_a_time(
    desk_on: Callable[[str], Desk],
) -> None:
    ferry = desk_on("ferry")
    first = ferry.passages("Who led the rescue?", count=3)
    rest = ferry.passages("Who led the rescue?", start=3, count=200)

    assert "Ingrid Aasen" in first[0].text
    assert len(first) == 3
    sentences = [reply.citations[0].sentence.number for reply in (*first, *rest)]
    assert len(set(sentences)) == len(sentences)
    assert ferry.passages("Who led the rescue?", start=len(sentences)) == []
    assert ferry.passages("Xylophone?") == []


def test_of_an_article_that_is_named_a_quotation_is_not_the_only_answer(
    nlp: Language, replies: Replies, tmp_path: Path
) -> None:
    write(tmp_path, a="The sailors call the northern wind Bora.\n")
    desk = Desk(tmp_path, nlp, replies)

    reply = desk.ask("What do the sailors call the northern wind?", article="a")

    assert "Bora" in reply.short


def test_who_else_gives_those_who_were_not_named_and_then_nobody(
    tmp_path: Path, nlp: Language, replies: Replies
) -> None:
    desk = desk_of(
        tmp_path,
        nlp,
        replies,
        "Three bakers were freed. Among them was Leo Falk. The others are Ana Roe and Eva Lund.\n",
    )

    desk.ask("Was Leo Falk freed?", chat="a")
    rest = desk.ask("Who else?", chat="a")
    nobody = desk.ask("And who else?", chat="a")

    assert "Ana Roe" in rest.text and "Eva Lund" in rest.text
    assert "Leo Falk" not in rest.short and [c.number for c in rest.citations] == [1]
    assert not nobody.answered
