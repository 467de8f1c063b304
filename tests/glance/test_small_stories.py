"""What the lists make of small stories: dates, namesakes, several articles, and nothing at all."""

from datetime import date

from spacy.language import Language

from bot.corpus.article import read_article
from bot.domain import Corpus, Mark, Part
from bot.glance import Glance
from bot.glance.sheet import MOST_LINES
from bot.replies import Replies
from bot.story import Story
from tests.told import story_of

RESCUE = """
Captain Ana Rota left the harbour on Monday. She sent a letter to the mayor, Leo Brandt, in May 2024.

“We will be back,” Rota said.
"""
LATER = """date 2026-02-20 The Daily

Ana Rota, the head of the port, came back on Thursday. Ana Rota brought 12 friends.
"""


def told(nlp: Language, replies: Replies, name: str, *texts: str) -> list[str]:
    """The lines of a list without marks, each after its heading."""
    lines = Glance(story_of(nlp, *texts), replies).sheet(name).lines
    told = ["".join(map(_words, (line.heading, *line.reply.parts))) for line in lines]
    return [" ".join(line.split()).replace(" .", ".") for line in told]


def _words(part: str | Part) -> str:
    if isinstance(part, str):
        return f"{part} "
    return "" if isinstance(part, Mark) else part.text


def test_events_stand_under_the_day_they_speak_of(nlp: Language, replies: Replies) -> None:
    lines = told(nlp, replies, "timeline", RESCUE)

    assert lines == [
        "May 2024 Ana Rota sent a letter to the mayor, Leo Brandt, in May 2024.",
        "5 January 2026 Captain Ana Rota left the harbour on Monday.",
    ]


def test_an_article_without_a_date_gives_no_day_to_its_weekdays(
    nlp: Language, replies: Replies
) -> None:
    text = "The boat sank on Thursday. Its sister ship sank on 3 May 2025."
    article, _ = read_article("a", text, file="a.txt", today=date(2026, 1, 10))
    glance = Glance(Story.read(Corpus((article,)), nlp), replies)

    (line,) = glance.sheet("timeline").lines

    assert line.heading == "3 May 2025"


def test_a_person_of_two_articles_is_listed_once_as_the_newer_one_says(
    nlp: Language, replies: Replies
) -> None:
    lines = told(nlp, replies, "people", RESCUE, LATER)

    assert [line for line in lines if "Rota" in line] == ["Ana Rota: the head of the port."]


def test_the_newest_article_comes_first(nlp: Language, replies: Replies) -> None:
    lines = told(nlp, replies, "story", RESCUE, LATER)

    assert "came back on Thursday" in lines[0]
    assert "left the harbour on Monday" in lines[1]


def test_events_of_several_articles_are_in_the_order_of_their_days(
    nlp: Language, replies: Replies
) -> None:
    lines = told(nlp, replies, "timeline", LATER, RESCUE)

    assert [line.split(" Captain")[0].split(" Ana")[0] for line in lines] == [
        "May 2024",
        "5 January 2026",
        "19 February 2026",
    ]


def test_what_a_story_does_not_have_is_an_empty_list(nlp: Language, replies: Replies) -> None:
    glance = Glance(story_of(nlp, "The sea was calm."), replies)

    for name in ("people", "timeline", "numbers", "quotes"):
        assert glance.sheet(name).pages == () and glance.sheet(name).whole is None
    assert len(glance.sheet("story").pages) == 1


def test_a_pronoun_is_told_by_the_name_it_stands_for(nlp: Language, replies: Replies) -> None:
    lines = told(nlp, replies, "numbers", "Nora Berg owns a boat. She took 23 people aboard it.")

    assert lines == ["Nora Berg took 23 people aboard it."]


def test_words_that_lean_on_the_sentence_before_bring_it_along(
    nlp: Language, replies: Replies
) -> None:
    text = "The government denies that it holds anyone. By its account it detained 2,000 people."

    (line,) = told(nlp, replies, "numbers", text)

    assert line.startswith("The government denies that it holds anyone. By its account")


def test_a_long_list_has_pages_of_about_the_same_length(nlp: Language, replies: Replies) -> None:
    days = " ".join(f"A boat sank on {day} May 2025." for day in range(1, 19))
    sheet = Glance(story_of(nlp, days), replies).sheet("timeline")

    sizes = [page.text.count("• ") for page in sheet.pages]

    assert sum(sizes) == 18 and max(sizes) <= MOST_LINES and max(sizes) - min(sizes) <= 1
    assert [c.number for c in sheet.pages[1].citations] == list(range(1, sizes[1] + 1))


def test_a_pronoun_that_could_mean_two_is_given_no_name(nlp: Language, replies: Replies) -> None:
    text = "Leo Brandt met Hugo Rask in Oslo. He brought 12 friends."

    (line,) = told(nlp, replies, "numbers", text)

    assert line.endswith("He brought 12 friends.") and line.startswith("Leo Brandt met")


def test_figures_of_several_articles_stand_under_their_titles(
    nlp: Language, replies: Replies
) -> None:
    story = story_of(nlp, "Five boats sank.", "date 2026-02-20 The Daily\n\nSix boats sank.")
    lines = Glance(story, replies).sheet("numbers").lines

    assert [line.heading for line in lines] == [
        source.title for source in (a.source for a in reversed(story.corpus.articles))
    ]


def test_whom_she_said_would_stay_is_not_who_said_it(nlp: Language, replies: Replies) -> None:
    story = """
Several clubs want Emeka Roe, but Lucinda Mora said he was not for sale. “He likes it here,” she said.
"""

    assert told(nlp, replies, "quotes", story)[-1] == "Lucinda Mora: “He likes it here”."
