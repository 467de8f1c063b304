"""Replies as Telegram shows them: markup escaped once, pages that fit, sources that lead back."""

from collections.abc import Sequence
from datetime import date

import hypothesis
import pytest
from hypothesis import strategies as st

from bot.domain import Citation, Fact, Made, Mark, Part, Reply, Role, Sentence, Slot, Source, Words
from bot.render import PAGE, source_line, split, to_html, to_pages, to_text, units
from tests.bot_api.markup import parse_html, part, utf16

SOURCE = Source(
    "ferry", "Ferry <sails> & more", "The Daily", date(2026, 1, 9), "https://d.example/?a=1&b=2"
)


def cited(
    text: str, *marked: tuple[int, int], source: Source = SOURCE, number: int = 1
) -> Citation:
    sentence = Sentence(source, 19, 3, Role.BODY, 0, len(text), text)
    return Citation(number, sentence, tuple(Fact(sentence, *span) for span in marked))


def reply(*parts: Part, citations: Sequence[Citation] = (), **more: object) -> Reply:
    return Reply("Q?", "who", True, parts, tuple(citations), **more)  # type: ignore[arg-type]


def strong(text: str) -> Slot:
    return Slot(text, (), Made.VERBATIM, strong=True)


def styled(html: str, kind: str) -> list[str]:
    text, entities = parse_html(html)
    return [part(text, entity) for entity in entities if entity["type"] == kind]


def test_the_answer_comes_first_then_each_source_with_its_sentence() -> None:
    answer = reply(
        strong("Ann"),
        Words(" sailed "),
        Mark(1),
        Words("."),
        citations=[cited("Ann sailed on Friday.", (0, 3), (14, 20))],
    )

    assert to_html(answer) == [
        "<b>Ann</b> sailed [1].\n\n"
        '[1] <a href="https://d.example/?a=1&amp;b=2">The Daily</a>, 9 Jan 2026, sentence 19\n'
        "<blockquote expandable><b>Ann</b> sailed on <b>Friday</b>.</blockquote>"
    ]
    assert to_text(answer) == (
        "Ann sailed [1].\n\n[1] The Daily, 9 Jan 2026, sentence 19\nAnn sailed on Friday."
    )


def test_what_looks_like_markup_in_a_story_is_shown_as_it_stands() -> None:
    text = 'The <b>"R&D"</b> {budget} &amp; more'
    (html,) = to_html(reply(strong(text), citations=[cited(text, (4, 12))]), titles=True)

    shown, _ = parse_html(html)
    assert shown.count(text) == 2
    assert "Ferry <sails> & more" in shown
    assert styled(html, "bold") == [text, '<b>"R&D"']


def test_facts_that_overlap_are_marked_once() -> None:
    (html,) = to_html(reply(Words("x"), citations=[cited("0123456789", (2, 6), (4, 8), (5, 6))]))

    text, _ = parse_html(html)
    assert text.endswith("0123456789")
    assert "".join(styled(html, "bold")) == "234567"


@pytest.mark.parametrize(
    ("source", "titles", "line"),
    [
        (SOURCE, False, "[1] The Daily, 9 Jan 2026, sentence 19"),
        (SOURCE, True, "[1] The Daily, 9 Jan 2026, “Ferry <sails> & more”, sentence 19"),
        (Source("a", "A title", "", None), False, "[1] A title, sentence 19"),
        (Source("a", "A title", "", None), True, "[1] A title, sentence 19"),
    ],
)
def test_a_source_line_says_what_is_known(source: Source, titles: bool, line: str) -> None:
    assert source_line(cited("x", source=source), titles=titles) == line


def test_only_addresses_of_web_pages_become_links() -> None:
    source = Source("a", "A", "P", None, "javascript:alert(1)")

    assert "<a" not in to_html(reply(Words("x"), citations=[cited("x", source=source)]))[0]


def test_a_question_read_otherwise_and_what_else_to_ask_are_told() -> None:
    text = to_text(reply(Words("Yes."), corrected="Who sailed?", suggestions=("When?", "Where?")))

    assert text == "Yes.\n\nRead as: Who sailed?\n\nYou could also ask:\n• When?\n• Where?"


def test_a_sentence_longer_than_a_message_is_quoted_in_several() -> None:
    text = ("A word and another, 🎉. " * 400).strip()
    pages = to_pages(reply(strong("Ann"), citations=[cited(text, (0, len(text)))]))

    quoted = [styled(page.html, "expandable_blockquote") for page in pages]
    assert len(pages) > 2
    assert " ".join(quote for page in quoted for quote in page) == text


def test_a_source_that_does_not_fit_goes_on_the_next_page_whole() -> None:
    citations = [cited("a" * 3000, number=1), cited("b" * 3000, number=2)]
    first, second = to_pages(reply(Words("x"), citations=citations))

    assert first.text.endswith("sentence 19") and "b" * 3000 not in first.text
    assert second.text == "b" * 3000


@hypothesis.settings(deadline=None, max_examples=40)  # long texts, and a busy machine
@hypothesis.given(
    st.lists(st.text(alphabet="ab <>&\"'\n🎉é", max_size=30), min_size=1, max_size=6),
    st.integers(0, 400),
)
def test_every_page_is_html_that_telegram_takes_and_says_what_its_text_says(
    words: list[str], times: int
) -> None:
    text = " ".join(words) * times + "x"
    citation = cited(text, (0, 1), (len(text) // 3, len(text) // 2))

    for page in to_pages(reply(strong(text), Mark(1), citations=[citation])):
        shown, _ = parse_html(page.html)
        assert shown == page.text
        assert units(shown) == utf16(shown) <= PAGE


def test_a_long_text_of_the_bots_own_is_split_between_paragraphs() -> None:
    paragraphs = [f"{number} " + "x" * 1500 for number in range(5)]

    assert split("\n\n".join(paragraphs)) == [
        "\n\n".join(paragraphs[:2]),
        "\n\n".join(paragraphs[2:4]),
        paragraphs[4],
    ]
