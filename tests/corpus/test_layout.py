"""The parts of an article are known by their form, and in doubt they are running text."""

import pytest

from bot.corpus.dateline import find_dateline
from bot.corpus.layout import find_title, lay_out
from bot.domain import Role

NO_TITLES = [
    "A ferry sank.\n\nNobody was hurt.",
    "Ferry sinks\nNobody was hurt.\n\nThe end.",  # not set off
    "Ferry sinks\n",  # nothing follows
    "By Jane Roe\n\nA ferry sank.",
    "- a point\n\nA ferry sank.",
    "OSLO (AP) — Ferry sinks\n\nNobody was hurt.",
    "A ferry leaves Oslo, Friday, Jan. 9, 2026\n\nA ferry sank.",
    "* * *\n\nA ferry sank.",
]


@pytest.mark.parametrize("text", NO_TITLES)
def test_a_first_line_that_is_no_title(text: str) -> None:
    assert find_title(text, 0) is None


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sinks",
        "Why did it sink?",
        "‘Nobody listened’",
        "Talks begin in the U.S.",
        "Ferry: 9 hurt",
    ],
)
def test_a_first_line_that_is_a_title(title: str) -> None:
    assert find_title(f"{title}\n\nA ferry sank.", 0) == (0, len(title))


NO_DATELINES = [
    "NATO said nothing.",
    "The World Health Organization (WHO) — a body of the U.N. — met.",
    "World Health Organization (WHO) — A body of the U.N.",
    "NATO — the alliance — met.",
    "UPDATE — The ferry is afloat.",
    "He waited — Nobody came.",
    "A ferry from OSLO (AP) — It sank.",
    "COVID-19 — A year later.",
]
DATELINES = [
    ("OSLO (AP) — A ferry sank.", "OSLO", "AP"),
    ("GREYTOWN, Norway (AP) — A ferry sank.", "GREYTOWN, Norway", "AP"),
    ("ST. LOUIS (AP) — A ferry sank.", "ST. LOUIS", "AP"),
    ("NEW YORK — A ferry sank.", "NEW YORK", ""),
    ("LONDON, Jan 5 (Reuters) - A ferry sank.", "LONDON", "Reuters"),
    ("WASHINGTON/BEIJING (Reuters) - A ferry sank.", "WASHINGTON/BEIJING", "Reuters"),
    ("BUFFALO, N.Y. (AP) — “A ferry sank.”", "BUFFALO, N.Y.", "AP"),
    ("SÃO PAULO, Brazil (AP) -- A ferry sank.", "SÃO PAULO, Brazil", "AP"),
    ("PORT-AU-PRINCE, Haiti (AP) — A ferry sank.", "PORT-AU-PRINCE, Haiti", "AP"),
    ("PARIS, France, January 5 (AFP) – 12 people died.", "PARIS, France", "AFP"),
    ("Paris (AFP) - A ferry sank.", "Paris", "AFP"),
    ("Rio de Janeiro, Brazil (AFP) — A ferry sank.", "Rio de Janeiro, Brazil", "AFP"),
    ("HARVIK, Norway (The Canadian Press) — A ferry sank.", "HARVIK, Norway", "The Canadian Press"),
]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_a_beginning_that_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(("text", "place", "agency"), DATELINES)
def test_a_dateline_is_a_place_and_an_agency(text: str, place: str, agency: str) -> None:
    dateline = find_dateline(text, 0, len(text))

    assert dateline is not None
    assert (dateline.place, dateline.agency) == (place, agency)
    assert text[dateline.end :].lstrip("“").split()[0] in {"A", "12"}


PARAGRAPHS = [
    # no captions
    ("He sank the ferry on Friday, Jan. 9, 2026.", Role.BODY),
    (
        "A ferry left Oslo, Friday, Jan. 9, 2026, and sank in the evening after a long voyage.",
        Role.BODY,
    ),
    ("A ferry sank on Friday. (He swam. She rowed.)", Role.BODY),
    ("A ferry sank (and/or leaked).", Role.BODY),
    ("Most people like ferries (Reuters/Ipsos).", Role.BODY),
    ("She showed us the ferry (an old photo).", Role.BODY),
    # no headings
    ("A ferry sank.", Role.BODY),
    ("“We hope.”", Role.BODY),
    ("Who sank it?", Role.BODY),
    ("The dead were:", Role.BODY),
    ("A line of many words that goes on and on without any end at all", Role.BODY),
    ("A line\nand another", Role.BODY),
    ("- a point", Role.BODY),
    # captions
    ("A ferry leaves Oslo, Friday, Jan. 9, 2026.", Role.CAPTION),
    ("A ferry leaves Oslo, Friday, 9 January 2026", Role.CAPTION),
    ("A ferry leaves. (AP Photo/Jane Roe)", Role.CAPTION),
    ("A ferry leaves. (Jane Roe/The Daily)", Role.CAPTION),
    # headings
    ("Families wait outside", Role.HEADING),
    ("‘A bargaining chip’", Role.HEADING),
    ("Group says 863 are held for ‘political reasons’", Role.HEADING),
    ("## Who sank it?", Role.HEADING),
]


@pytest.mark.parametrize(("text", "role"), PARAGRAPHS)
def test_what_a_paragraph_is(text: str, role: Role) -> None:
    parts, _ = lay_out(text, 0)

    assert [part.role for part in parts] == [role]


def test_a_credit_is_not_part_of_a_caption() -> None:
    text = "A ferry leaves. (AP Photo/Jane Roe)"
    (part,), _ = lay_out(text, 0)

    assert text[part.start : part.end] == "A ferry leaves."


def test_a_dated_paragraph_before_the_dateline_is_a_caption() -> None:
    caption = "A ferry leaves Oslo, Friday, Jan. 9, 2026, after a crew of nine had come aboard."
    parts, dateline = lay_out(f"{caption}\n\nOSLO (AP) — It sank.", 0)

    assert [part.role for part in parts] == [Role.CAPTION, Role.BODY]
    assert dateline is not None


def test_rows_of_signs_are_no_sentences() -> None:
    parts, _ = lay_out("A ferry sank.\n\n* * *\n\nNobody was hurt.\n\n---", 0)

    assert [part.paragraph for part in parts] == [1, 2]


def test_a_numbered_list_comes_apart_and_a_year_does_not() -> None:
    assert len(lay_out("1. Oslo\n2. Bergen", 0)[0]) == 2
    assert len(lay_out("It sank in the year\n19. It was old.", 0)[0]) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It sank.\n\nSources\n\n“Ferry sinks” — The Daily, May 5, 2024\n\nCategories: 2024", 1),
        ("It sank.\n\nReferences:\n\nhttps://example.org/ferry", 1),
        ("It sank.\n\nSources\n\nThe river rises in the hills.", 3),
    ],
)
def test_a_list_of_other_articles_at_the_end_is_no_story(text: str, places: int) -> None:
    assert len(lay_out(text, 0)[0]) == places
