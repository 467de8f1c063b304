"""The lists of the stories as a reader sees them: the right lines, in order, proved, none twice."""

import tomllib
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bot.desk import Desk
from bot.domain import Made, Mark, Slot
from bot.glance import LISTS, Line
from bot.proof import objections
from bot.render import to_list, units
from bot.replies import Replies
from tests.golden import STORIES, TESTS

WANTED = {
    story: tomllib.loads((TESTS / "stories" / f"{story}.glance.toml").read_text(encoding="utf-8"))
    for story in STORIES
}
OpenDesk = Callable[[str], Desk]


def shown(line: Line) -> str:
    """'1998 | The Solveig was built in 1998.'"""
    words = "".join(part.text for part in line.reply.parts if not isinstance(part, Mark))
    words = words.replace(" .", ".")
    return f"{line.heading} | {words}" if line.heading else words


@pytest.mark.parametrize(
    ("story", "name", "wanted"),
    [(story, name, some) for story, lists in WANTED.items() for name, some in lists.items()],
)
def test_a_list_tells_what_the_story_holds(
    desk_on: OpenDesk, story: str, name: str, wanted: dict[str, Any]
) -> None:
    told = [shown(line) for line in desk_on(story).glance_in("en").sheet(name).lines]

    assert [line for line in told if line in wanted["lines"]] == wanted["lines"]
    assert [line for line in told if any(words in line for words in wanted["never"])] == []


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("name", LISTS)
def test_every_line_and_page_is_proved_and_fits_a_message(
    desk_on: OpenDesk, replies: Replies, story: str, name: str
) -> None:
    desk = desk_on(story)
    sheet = desk.glance_in("en").sheet(name)
    pages = [*sheet.pages, *(line.reply for line in sheet.lines)]

    assert pages
    for page in pages:
        assert objections(page, desk.corpus, replies.fixed) == []
        assert page.citations and all(isinstance(c.number, int) for c in page.citations)
    assert max(units(to_list(page, "x" * 100).text) for page in sheet.pages) <= 4096
    assert sum(page.text.count("\n• ") + 1 for page in sheet.pages) >= len(sheet.lines)


@pytest.mark.parametrize("story", STORIES)
def test_nobody_and_nothing_is_listed_twice(desk_on: OpenDesk, story: str) -> None:
    glance = desk_on(story).glance_in("en")

    people = Counter(
        next(p.text for p in line.reply.parts if isinstance(p, Slot) and p.strong)
        for line in glance.sheet("people").lines
    )
    assert {name: n for name, n in people.items() if n > 1} == {}
    for name in LISTS:
        lines = Counter(shown(line) for line in glance.sheet(name).lines)
        assert {line: n for line, n in lines.items() if n > 1} == {}


@pytest.mark.parametrize("story", STORIES)
def test_quotation_marks_stand_only_where_the_text_has_them(desk_on: OpenDesk, story: str) -> None:
    for line in desk_on(story).glance_in("en").sheet("quotes").lines:
        for before, part in zip(line.reply.parts, line.reply.parts[1:], strict=False):
            if before.text.endswith("“") and isinstance(part, Slot):
                sentence, fact = part.facts[0].sentence, part.facts[0]
                assert part.made is Made.VERBATIM
                assert set(sentence.text[: fact.start].rstrip()[-1:]) <= set('“"')
