"""Who is who in an article: full names, surnames, acronyms, speakers."""

import pytest
from spacy.language import Language

from bot.language import entities, namesakes
from tests.language.small_articles import article, meant

APART = [
    ("Leo Falk left.", "Eva Falk stayed."),
    ("Ana Roe left.", "Eva Lund stayed."),
    ("The World Port Council met.", "The Harbor Union met."),
    ("The Chamber of Ports of Norland met.", "Norland voted."),
]


@pytest.mark.parametrize("paragraphs", APART)
def test_different_names_are_different_entities(nlp: Language, paragraphs: tuple[str, ...]) -> None:
    _, table = article(nlp, *paragraphs)

    assert len(table.all) == 2


SAME = [
    ("Ana María Roe left.", "Roe came back."),
    ("Ana María Roe left.", "Ana Roe came back."),
    ("Rocío San Juan left.", "San Juan came back."),
    ("Iván Núñez Ortega left.", "Ivan Nunez came back."),
    ("The World Port Council met.", "The WPC rose."),
    ("The U.S. agreed.", "The United States signed."),
]


@pytest.mark.parametrize("paragraphs", SAME)
def test_shorter_and_accentless_forms_are_the_same(
    nlp: Language, paragraphs: tuple[str, ...]
) -> None:
    _, table = article(nlp, *paragraphs)

    assert len(table.all) == 1


def test_an_entity_is_called_by_its_longest_form_with_accents(nlp: Language) -> None:
    _, table = article(nlp, "Núñez left. | Iván Núñez Ortega left.", "Ivan Nunez came back.")

    assert [e.words for e in table.all] == ["Iván Núñez Ortega"]


def test_a_shared_surname_is_the_one_of_the_paragraph(nlp: Language) -> None:
    lines, table = article(nlp, "Eva Falk left.", "Leo Falk stayed. | Falk was tired.")

    assert meant(lines, table, "Falk") == "Leo Falk"


def test_a_shared_surname_is_the_one_who_spoke_last(nlp: Language) -> None:
    lines, table = article(
        nlp, "Leo Falk, a brother of Eva Falk, said the port was shut.", "Falk was tired."
    )

    assert meant(lines, table, "Falk") == "Leo Falk"


def test_a_shared_surname_stays_open_when_two_fit(nlp: Language) -> None:
    lines, table = article(nlp, "Leo Falk left. | Eva Falk stayed. | Falk was tired.")

    assert meant(lines, table, "Falk") == ""
    assert [m.entity for m in table.unresolved] == [None]


def test_names_of_a_question_are_found_without_case_and_accents(nlp: Language) -> None:
    _, table = article(
        nlp,
        "Leo Falk met Eva Falk, Rocío San Juan and Iván Núñez Ortega in the World Port Council.",
    )

    def find(words: str) -> list[str]:
        return [entity.words for entity in table.find(words)]

    assert find("falk") == ["Leo Falk", "Eva Falk"]
    assert find("leo falk") == ["Leo Falk"]
    assert find("Leo") == ["Leo Falk"]
    assert find("nunez") == ["Iván Núñez Ortega"]
    assert find("San Juan's") == ["Rocío San Juan"]
    assert find("wpc") == ["World Port Council"]
    assert find("Eva Roe") == []
    assert find("") == []


def test_a_bare_quotation_goes_on_in_the_voice_before(nlp: Language) -> None:
    lines, table = article(nlp, "“We wait,” Leo Falk said. | “We have time.”")
    speaker = table.speaker(1, lines[1].quotes[0])

    assert speaker is not None and speaker.words == "Leo Falk"


def test_a_heading_in_quotation_marks_has_no_speaker(nlp: Language) -> None:
    lines, table = article(nlp, "Leo Falk left.", heading="‘We have time’")

    assert table.speaker(0, lines[0].quotes[0]) is None


def test_an_article_without_sentences_has_no_entities() -> None:
    table = entities.build([])

    assert (table.all, table.groups, table.find("Roe")) == ((), (), [])


def test_a_name_of_titles_only_is_nobodys_first_name() -> None:
    assert not namesakes.is_first_name(("ana",), (), "PER")
    assert namesakes.is_first_name(("ana",), ("ana", "roe"), "PER")
