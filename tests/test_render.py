"""Replies as Telegram shows them: markup escaped once, pages that fit, sources that lead back."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

import hypothesis
import pytest
from hypothesis import strategies as st

from bot.domain import (
    Citation,
    Excerpt,
    Fact,
    Made,
    Mark,
    Part,
    Reply,
    Role,
    Sentence,
    Slot,
    Source,
    Words,
)
from bot.pages import Page
from bot.render import (
    PAGE,
    excerpt_pages,
    passage_pages,
    source_line,
    split,
    to_pages,
    units,
)
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


def to_html(reply: Reply, *, titles: bool = False) -> list[str]:
    return [page.html for page in to_pages(reply, titles=titles)]


def to_text(reply: Reply) -> str:
    (page,) = to_pages(reply)
    return page.text


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


@pytest.mark.parametrize(
    ("slot", "day"),
    [
        (Slot("Thursday (8 January 2026)", (), Made.DATE, strong=True), "8 January 2026"),
        (Slot("14 March 2025", (), Made.VERBATIM), "14 March 2025"),
        (Slot("Dec. 29, 2019", (), Made.VERBATIM), "Dec. 29, 2019"),
    ],
)
def test_a_date_known_to_the_day_is_told_to_telegram_as_one(slot: Slot, day: str) -> None:
    (html,) = to_html(reply(Words("On "), slot, Words(".")))

    assert styled(html, "date_time") == [day]
    assert styled(html, "bold") == ([slot.text] if slot.strong else [])


@pytest.mark.parametrize(
    "slot",
    [
        Slot("Thursday", (), Made.VERBATIM),
        Slot("January 2026", (), Made.VERBATIM),
        Slot("last week (29 December 2025 to 4 January 2026)", (), Made.DATE),
        Slot("8 January 1926", (), Made.VERBATIM),
        Slot("8 January 2026", (), Made.ASKED),
        Slot("40 people", (), Made.VERBATIM),
    ],
    ids=lambda slot: slot.text,
)
def test_what_is_no_day_or_not_the_storys_is_left_as_words(slot: Slot) -> None:
    assert styled(to_html(reply(slot))[0], "date_time") == []


@pytest.mark.parametrize("offset", [-10, -5, 0, 5.5, 9, 13])
def test_the_date_is_the_same_day_for_readers_from_honolulu_to_auckland(offset: float) -> None:
    (html,) = to_html(reply(Slot("8 January 2026", (), Made.VERBATIM)))
    _, (entity,) = parse_html(html)

    zone = timezone(timedelta(hours=offset))
    assert datetime.fromtimestamp(entity["unix_time"], zone).date() == date(2026, 1, 8)
    assert entity["date_time_format"] == "D"


def test_the_page_for_an_older_server_has_all_but_the_dates() -> None:
    (page,) = to_pages(reply(Slot("8 January 2026", (), Made.VERBATIM, strong=True)))

    assert page.undated == "<b>8 January 2026</b>"


def test_excerpts_show_neighbours_in_italics_and_the_cited_words_bold() -> None:
    sentences = tuple(
        Sentence(SOURCE, number, paragraph, Role.BODY, 0, len(text), text)
        for number, paragraph, text in [
            (1, 1, "It <rained>."),
            (2, 1, "Ann sailed."),
            (3, 2, "No."),
        ]
    )
    citation = Citation(4, sentences[1], (Fact(sentences[1], 0, 3),))
    (page,) = excerpt_pages([Excerpt(sentences, (citation,))])

    assert page.html.endswith(
        "</a>, 9 Jan 2026, sentences 1–3\n"
        "<blockquote><i>It &lt;rained&gt;.</i> [4] <b>Ann</b> sailed.\n\n<i>No.</i></blockquote>"
    )


def test_passages_come_three_to_a_page_under_their_heading() -> None:
    sentences = [cited(f"Sentence <{number}>.").sentence for number in range(7)]
    pages = passage_pages(sentences, "Nearest")

    assert [len(styled(page.html, "blockquote")) for page in pages] == [3, 3, 1]
    assert all(page.text.startswith("Nearest\n\nThe Daily, 9 Jan") for page in pages)


def test_a_heading_stands_above_the_answer() -> None:
    (page,) = to_pages(reply(Words("Yes.")), heading="Did <it>?")

    assert page == Page("<i>Did &lt;it&gt;?</i>\n\nYes.", "Did <it>?\n\nYes.")
