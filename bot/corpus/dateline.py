"""Datelines: the place and the news agency before the first words of a story.

'OSLO, Norway (AP) — Two ferries …', 'LONDON, Jan 5 (Reuters) - …', 'WASHINGTON — …'
"""

import re
from dataclasses import dataclass

from bot.language.legible import legible

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
UPPER = r"[^\W\d_a-zß-öø-ÿ]"  # a capital, also Å or Ł
CITY = rf"{UPPER}{{2,}}(?:[ /.’'-]{{1,2}}{UPPER}{{2,}})*"  # "ST. LOUIS", "NEW YORK"
NAME = rf"{UPPER}[\w.’'-]*(?: (?:(?:of|de|la|el|al|the) )*{UPPER}[\w.’'-]*){{0,3}}"
REGION = rf"(?:,\s(?!{MONTH}\s\d){NAME})"  # ", Norway", ", N.Y."
DAY = rf"(?:,\s{MONTH}\s\d{{1,2}})"
# Without capitals only these are believed: "World Health Organization (WHO) — the body that …".
AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|UPI|DPA|dpa|EFE|ANSA|Xinhua|TASS|Kyodo|PA|CP|AAP|ANI|PTI|IPS|PAP|NTB"
)
DASH = r"\s?(?:—|–|--|(?<=\s)-(?=\s))\s*"
DATELINE = re.compile(
    rf"(?:(?P<capitals>{CITY}{REGION}{{0,2}}){DAY}?(?:\s\((?P<agency>{UPPER}[\w .&’'-]{{1,30}})\))?"
    rf"|(?P<name>{NAME}{REGION}{{0,2}}){DAY}?\s\((?P<known>{AGENCIES})\))"
    rf"{DASH}(?={UPPER}|[\d“\"‘'])"
)
LONGEST = 300  # characters
NO_PLACES = frozenset(
    {"ANALYSIS", "BREAKING", "CORRECTION", "EXCLUSIVE", "EXPLAINER", "NOTE", "OPINION", "UPDATE"}
    | {"WARNING", "WATCH"}
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a story was written, and by whom."""

    place: str  # "OSLO, Norway"
    agency: str  # "AP"; "" when it names none
    end: int  # offset of the story's own first word


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that text[start:end] begins with; 'NATO — the alliance — said' has none."""
    opening = legible(text[start : min(end, start + LONGEST)])
    found = DATELINE.match(opening.text)
    if found is None or found["capitals"] in NO_PLACES:
        return None
    return Dateline(
        place=" ".join((found["capitals"] or found["name"]).split()),
        agency=found["agency"] or found["known"] or "",
        end=start + opening.original(found.end(), found.end() + 1)[0],
    )
