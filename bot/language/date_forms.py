"""The forms in which dates and times are written: rules that find them and work out their value.

`dates.find` scans a sentence with all forms at once; `resolve` reads bare words with the same forms,
so that a proof step can work a date out again without the sentence.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.language import date_values as values
from bot.language.date_rules import (
    Anchor,
    Kind,
    Reader,
    Reading,
    ago,
    compiled,
    deictic,
    inherited,
    month_day,
    month_number,
    month_year,
    digits,
    relative_unit,
    season,
    short_year,
    weekday,
)
from bot.language.date_values import Value
from bot.language.number_words import canonical


@dataclass(frozen=True, slots=True)
class Form:
    """A form of writing, the kind of what it says, and how its value is worked out."""

    name: str
    kind: Kind
    source: str  # the pattern as written below, for the scanner
    pattern: re.Pattern[str]
    read: Reader


def nothing(found: re.Match[str], anchor: Anchor) -> Value | None:
    """Durations, habits and vague times stand for no date."""
    del found, anchor
    return None


def _iso(found: re.Match[str], anchor: Anchor) -> Value | None:
    del anchor
    return values.exact(int(found["y"]), int(found["m"]), int(found["d"]))


def _slashes(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'13/1/2026' can only be a day and a month; '8/1/2026' may be read two ways: no value."""
    del anchor
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    if first == second or second > 12:
        return values.exact(year, first, second)
    return values.exact(year, second, first) if first > 12 else None


def _days(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'Jan. 3-5, 2020', 'from 2 to 5 March', 'Oct. 5 to Nov. 6, 2011'."""
    year = f" {found['y']}" if found["y"] else ""
    last = resolve(f"{found['m2'] or found['m']} {found['d2']}{year}", anchor)
    if last is None:
        return None
    first_year = found["y1"] or last.start.year
    first = resolve(f"{found['m']} {found['d']} {first_year}", anchor)
    if first and first.start > last.start and not found["y1"]:
        first = resolve(f"{found['m']} {found['d']} {last.start.year - 1}", anchor)
    return values.span(first, last)


def _months(found: re.Match[str], anchor: Anchor) -> Value | None:
    last = resolve(f"{found['m2']} {found['y2'] or ''}".strip(), anchor)
    if last is None:
        return None
    year = int(found["y1"] or last.start.year)
    if not found["y1"] and month_number(found["m"]) > last.start.month:
        year -= 1
    return values.span(values.month(year, month_number(found["m"])), last)


def _years(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'1521–1550', '2011-13', 'between 2011 and 2013'."""
    del anchor
    first, last = int(found["y"]), int(found["y2"])
    if len(found["y2"]) == 2:
        last += first // 100 * 100
    return values.span(values.year(first), values.year(last)) if first < last else None


def _year(found: re.Match[str], anchor: Anchor) -> Value | None:
    del anchor
    return values.year(int(found["y"]))


def _short_year(found: re.Match[str], anchor: Anchor) -> Value | None:
    return short_year(found["y"], anchor)


def _decade(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'the 1990s'; "the '90s" are the latest such ten years that have begun."""
    tens = digits(found["y"])
    if tens >= 1000:
        return values.decade(tens)
    if anchor.published is None:
        return None
    first = anchor.published.year // 100 * 100 + tens
    return values.decade(first if first <= anchor.published.year else first - 100)


def _century(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'the 19th century', 'the 16th and 17th centuries'; none before Christ, no millennia."""
    del anchor
    if found["long"] or (found["era"] or "").strip().lower().startswith("b"):
        return None
    last = canonical(found["n"])
    first = canonical(found["n1"]) if found["n1"] else last
    if first is None or last is None or first > last:
        return None
    value = values.century(int(last))
    return value if first == last else values.span(values.century(int(first)), value)


def _timed(found: re.Match[str], anchor: Anchor) -> Value | None:
    """'5 p.m. on Thursday', 'early Friday', 'the night of Jan. 3', 'Sunday morning at 7:30'."""
    value = resolve(found["core"], anchor)
    around = f"{found['pre'] or ''} {found['post'] or ''}"
    time = re.sub(r"\b(?:on|of|at|around|about|by|the|in)\b|,", " ", around, flags=re.IGNORECASE)
    return values.at(value, " ".join(time.split()))


def _clock(found: re.Match[str], anchor: Anchor) -> Value | None:
    """A time alone belongs to the day spoken of before."""
    before = anchor.previous
    if before is None or before.grain not in {"day", "part"}:
        return None
    return values.day(before.start, " ".join(found[0].split()))


_WMD = r"(?:(?:early |late )?<w>,? )?(?:the )?(?P<m><M>) (?:the )?(?P<d><D>)(?:(?:,? | of )(?P<y><Y>)|,? (?P<which><WHICH>) year)?"
_WDM = r"(?:<w>,? )?(?:the )?(?P<d><D>)(?: of)?[ -](?P<m><M>)(?:(?:,?[ -]| of )(?P<y><Y>)|[ -]['’]?(?P<yy>\d\d)(?![\w:]|[.,/-]\d| <UNIT>| <PEOPLE>)|,? (?P<which><WHICH>) year)?"
_WEEKDAY = r"(?:(?P<which><WHICH>) )?(?P<w><W>)(?:(?: of)? (?P<week>last|next|this) week)?"
_DEICTIC = (
    r"(?:the day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)(?: <PART>)?|today\b"
    r"|tonight\b|last night\b|this <PART>)"
)
_SAME = r"(?P<how>that|the (?:very )?same) (?P<unit>day|night|morning|evening|afternoon)\b"
_NEXT = (
    r"(?P<how>the (?:next|following|previous)) (?P<unit>day|morning|night|evening|week|month|year)\b"
    r"|the (?:day|night|week|month|year) (?:before|after)\b(?=\s*(?:[.,;:)”\"’]|\Z))"
)
_AGO = r"(?P<qual><QUAL>)(?P<n><N>)[ -](?P<unit><UNIT>) ago\b"
_CORES = (_WMD, _WDM, _WEEKDAY, _DEICTIC, _SAME)

# In order: the first form that fits at a place is taken, so longer forms stand before shorter.
_FORMS: tuple[tuple[str, Kind, str, Reader], ...] = (
    ("iso", "date", r"(?P<y>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)", _iso),
    (
        "slashes",
        "date",
        r"(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<y>1\d{3}|20\d\d)(?!\d)",
        _slashes,
    ),
    (
        "days",
        "date",
        r"(?:from |between )?(?:<w>,? )?(?P<m><M>) (?P<d><D>)(?:,? (?P<y1><Y>))?(?:,)?"
        r"(?:<TO>|(?<=\d) and )(?:<w>,? )?(?:(?P<m2><M>) )?(?P<d2><D>)(?! ?[a-z]+s\b)(?:,? (?P<y><Y>))?",
        _days,
    ),
    (
        "days_first",
        "date",
        r"(?:from |between )?(?P<d><D>)(?P<y1>(?!))?(?:<TO>| and )(?P<d2><D>) (?P<m><M>)(?P<m2>(?!))?(?:,? (?P<y><Y>))?",
        _days,
    ),
    (
        "timed",
        "date",
        r"(?P<pre>(?:early|late|earlier|later)(?: on)? |(?:the )?<PART> of (?:the )?"
        r"|<CLOCK>(?:,? on| of|,)? (?:the )?|<CLOCK> (?:in|on) the <PART> (?:of|on) )"
        r"?(?P<core><CORE>)"
        r"(?P<post>,? (?:(?:early|late) )?(?:in the )?<PART>(?:,? (?:at |around |about )*<CLOCK>)?"
        r"|,? (?:at |around |about |by |just before |just after )*<CLOCK>| overnight\b)?",
        _timed,
    ),
    ("next_day", "date", _NEXT, inherited),
    (
        "months",
        "date",
        r"(?:(?:from|between) (?P<m><M>)(?: (?P<y1><Y>))?(?:<TO>| and )(?P<m2><M>)(?:,? (?:of )?(?P<y2><Y>))?)",
        _months,
    ),
    (
        "months_dash",
        "date",
        r"(?P<m><M>)(?: (?P<y1><Y>))?<TO>(?P<m2><M>)(?:,? (?:of )?(?P<y2><Y>))?",
        _months,
    ),
    (
        "month",
        "date",
        r"<EDGE>(?:(?P<which><WHICH>) )?(?P<m><M>)"
        r"(?:,? ?(?:of |in )?(?P<y><Y>)|,? (?:of )?(?P<year><WHICH>) year)?(?! ?\d)",
        month_year,
    ),
    (
        "season",
        "date",
        r"<EDGE>(?:(?:<WHICH> |that |the (?:following |previous )?)<SEASON>|(?<!\w)<SEASON>(?= (?:of )?\d{4}))"
        r"(?:,? (?:of |in )?(?P<y><Y>))?",
        season,
    ),
    ("years_words", "date", r"(?:from|between) (?P<y><Y>)(?:<TO>| and )(?P<y2><Y>)", _years),
    (
        "years",
        "date",
        r"(?P<y>1\d{3}|20\d\d) ?[-–—/] ?(?P<y2>1\d{3}|20\d\d|\d\d)(?![\w%]|[.,/:–-]\d)",
        _years,
    ),
    (
        "bc",
        "date",
        r"<EDGE>\d{1,5}(?:[-–]\d{1,4})? ?(?:b\.?c\.?(?:e\.?)?|a\.d\.|c\.?e\.?|ad)(?!\w)",
        nothing,
    ),
    ("ad", "date", r"a\.?d\.? \d{1,4}\b", nothing),
    (
        "century",
        "date",
        r"(?:the )?<EDGE>(?:(?P<n1><NTH>) (?:and|to|or|through) (?:the )?)?(?P<n><NTH>)[ -](?:centur(?:y|ies)|(?P<long>millenni(?:um|a)))\b"
        r"(?P<era> b\.?c\.?(?:e\.?)?| a\.?d\.?)?",
        _century,
    ),
    ("decade", "date", r"(?:the )?<EDGE>(?P<y>(?:1\d|20)\d0|['’‘]?[2-9]0)['’]?s\b", _decade),
    (
        "year",
        "date",
        r"<EDGE>(?:(?:the )?(?:fiscal |school |calendar )?year )?(?P<y><Y>)(?!-)",
        _year,
    ),
    ("short_year", "date", r"(?<=\s)['’‘](?P<y>\d\d)(?![\w%]|['’])", _short_year),
    ("ago", "date", _AGO, ago),
    (
        "unit",
        "date",
        r"<EDGE>(?P<which><WHICH>) (?P<unit>week|weekend|month|year|decade|century)\b",
        relative_unit,
    ),
    (
        "same_unit",
        "date",
        r"<EDGE>(?P<how>that|the (?:very )?same) (?P<unit>week|month|year)\b",
        inherited,
    ),
    (
        "later",
        "bound",
        r"<QUAL>(?P<n><N>|) ?(?P<unit><UNIT>) (?:later|earlier|afterwards?|(?:before|after)(?=\s*(?:[.,;:)”\"’]|\Z)))",
        inherited,
    ),
    (
        "for_units",
        "duration",
        r"(?:(?<=\bfor\s)|(?<=\bwithin\s))(?:<QUAL>)?<UNIT>(?: and <UNIT>)?",
        nothing,
    ),
    (
        "bound",
        "bound",
        r"(?:<QUAL>(?:<N>|several|a few|a couple of)[ -]<UNIT>|(?:the )?(?:day|night|week|month|year|days|weeks|months|years|hours|minutes|moments)|shortly|soon|immediately|just)"
        r" (?:before|after|prior to|ahead of|into)\b",
        nothing,
    ),
    (
        "recurring",
        "recurring",
        r"(?:every|each) (?:other |single |<N> )?(?:<UNIT>|<W>|<M>|<PART>)|(?:once|twice|thrice|<N> times) (?:a|an|per|every|each) <UNIT>"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b(?: (?:mornings?|nights?|evenings?|afternoons?))?|weekends\b|weekdays\b|annually\b",
        nothing,
    ),
    (
        "vague",
        "vague",
        r"(?:recent|(?:the )?(?:coming|past|last|next|following|previous)(?: few| several| couple of)?|(?:a few|several|many|some)) (?:more )?<UNIT>(?: ago\b)?"
        r"|(?:years|months|weeks|days|hours|minutes|decades|centuries|long) ago\b|recently\b|lately\b|nowadays\b|these days\b|overnight\b",
        nothing,
    ),
    (
        "long",
        "duration",
        r"all (?:day|night|week|month|year)\b(?: long)?|the (?:whole|entire|past|last|coming) <UNIT>|<UNIT>-?long\b",
        nothing,
    ),
    (
        "duration",
        "duration",
        r"<QUAL>(?:(?<![\d.,$€£-])<N>(?:[ -](?:(?:to|or) <N>[ -])|[-–]\d+ )?[ -]?(?:(?:more|consecutive|straight|full|whole|long|additional|solid|working|business|successive) )?"
        r"|half an? |a quarter of an? |quarter[ -])<UNIT>(?! old\b| of age\b|-olds?\b)(?: and a half\b)?",
        nothing,
    ),
    (
        "nightfall",
        "time",
        r"(?:as|when|after|before|until) (?:the )?(?:night|darkness|dusk|evening) (?:fell|falls|came)\b",
        _clock,
    ),
    ("clock", "time", r"(?:between |from )?<CLOCK>(?: (?:and|to) <CLOCK>|[-–]<CLOCK>)?", _clock),
)


def _core() -> str:
    bare = (re.sub(r"\(\?P<\w+>", "(?:", core) for core in _CORES)
    return "(?:" + "|".join(bare) + ")"


@cache
def forms() -> dict[str, Form]:
    """All forms by name, in order, compiled on first use."""
    made = {}
    for name, kind, source, read in _FORMS:
        full = source.replace("<CORE>", _core())
        made[name] = Form(name, kind, full, compiled(full), read)
    return made


@cache
def _cores() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    readers = (month_day, month_day, weekday, deictic, inherited)
    return tuple((compiled(core), read) for core, read in zip(_CORES, readers, strict=True))


@cache
def scanner() -> re.Pattern[str]:
    """All forms as one pattern with a group named after each."""
    parts = (
        f"(?P<{form.name}_>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', form.source)})"
        for form in forms().values()
    )
    return compiled("|".join(parts))


def resolve(words: str, anchor: Anchor) -> Value | None:
    """The value of bare words read as a date from `anchor`; None when they have none."""
    for pattern, read in _cores():
        if found := pattern.fullmatch(words):
            return read(found, anchor)
    for form in forms().values():
        if found := form.pattern.fullmatch(words):
            return form.read(found, anchor)
    return None
