"""What the words around a date tell: that it is none, what it is to the event, where it looks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from bot.language.date_readers import Reading
from bot.language.number_words import table

_LEAD = re.compile(
    r"\b(as of|ever since|since|until|till|up to|before|after|by|from|through|throughout|during|on"
    r"|in|at|for|over|within|around|about)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_RELATIONS = {"ever since": "since", "till": "until", "up to": "until", "throughout": "during"}
_PLAIN = {"on", "in", "at", "for", "over", "within", "around", "about"}
_WORD_BEFORE = re.compile(r"([\w'’.]*[\w.'’])[\s(“\"‘]*\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_][\w’'-]*)")
_TIME_LEADS = {
    "at",
    "around",
    "by",
    "until",
    "till",
    "before",
    "after",
    "from",
    "since",
    "about",
    "to",
    "past",
    "near",
}


@cache
def words(name: str) -> frozenset[str]:
    """A list of `data/date_words.toml`."""
    return frozenset(table("date_words")[name])


def lead(text: str, start: int) -> tuple[int, str]:
    """Where the preposition before character `start` begins, and what relation it states.

    'as of |Dec. 29' -> (place of 'as', 'as of'); 'on |Thursday' -> (place of 'on', ''); without
    preposition (start, '').
    """
    found = _LEAD.search(text, max(0, start - 24), start)
    if not found:
        return start, ""
    said = " ".join(found[1].lower().split())
    return found.start(), "" if said in _PLAIN else _RELATIONS.get(said, said)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What has the form of a date, and what stands beside it."""

    found: str
    glued: str  # the character straight before
    before: str  # the word before, as written
    after: str  # the word after, as written; "" if something else comes first
    tail: str  # the two characters straight after

    @classmethod
    def read(cls, text: str, start: int, end: int) -> "_Beside":
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        after = _WORD_AFTER.match(text, end)
        return cls(
            text[start:end],
            text[start - 1 : start] if start else "",
            before[1] if before else "",
            after[1] if after else "",
            text[end : end + 2],
        )


def is_one(form: str, text: str, start: int, end: int) -> bool:
    """Whether what has the form of a date is one where it stands in the text."""
    here = _Beside.read(text, start, end)
    if here.glued and here.glued in "$€£#/.-–@&":
        return False
    if check := _CHECKS.get(form):
        return check(here)
    return not (form in {"bound", "vague"} and here.before.lower() in {"no", "as", "too", "how"})


def _is_year(here: _Beside) -> bool:
    """'in 2014', 'the 2024 election', '(1998)'; not '2000 rebels', 'about 1500', '$2000'."""
    if not here.found[0].isdigit():  # "early 2014", "the year 2000"
        return True
    if (here.glued and here.glued in "+,°") or here.tail[:1] == "°" or here.tail[1:] == "+":
        return False
    before, plural = here.before.lower(), _is_plural(here.after)
    if before in words("measuring"):
        return False
    if before in words("sure_prepositions"):
        return not plural or before in _INSIDE
    if plural and before in words("determiners"):
        return int(here.found) % 100 != 0 and int(here.found) >= 1800
    return not plural


def _is_plural(word: str) -> bool:
    """Whether a year before this word would be a count of it; "the 2012 elections" are none."""
    if not word.islower() or word in words("events") or word in {"this", "does", "thus", "always"}:
        return False
    if word.endswith(("children", "men", "women", "people")):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


def _is_month(here: _Beside) -> bool:
    """'in July Peru voted', 'the June vote', 'last May'; not 'May said', 'August Strindberg'."""
    name = re.search(r"[A-Za-z]+\.?", here.found)
    if re.search(r"\b(?:may|march|mar)\b", here.found) and not re.search(r"\d", here.found):
        return False
    if name is None or name[0] != here.found:
        return True
    month, before = here.found.lower().rstrip("."), here.before.lower()
    if here.after.lower() in words("speech") or month in _SHORT:
        return here.found.endswith(".") and before in words("sure_prepositions")
    tricky = month in words("name_months")
    if before in _INSIDE | {"early", "late", "mid"}:
        return not (month in {"may", "march"} and here.after in {"on", "be"})
    if here.after[:1].isupper():
        return not tricky and before in words("open_prepositions") | words("determiners")
    if before in words("open_prepositions"):
        return True
    if before in words("determiners"):
        return here.after not in _AFTER_NAMES
    return not tricky and here.found[0].isupper()


def _is_day(here: _Beside) -> bool:
    """'Thursday', '8 May'; not 'Friday Harbor', 'Black Friday', 'you may 5 times'."""
    if re.search(r"\b(?:may|march|mar) (?:the )?\d", here.found):
        return here.before.lower() in {"on", "since", "until", "by", "before", "after", "from"}
    if re.search(r"\s(?:Morning|Afternoon|Evening|Night)\Z", here.found) and here.after.istitle():
        return False  # "Monday Night Football"
    if here.found in {"Today", "Tonight", "Tomorrow"} and here.before.istitle():
        return False  # "World Today"
    if here.found.split()[-1].lower() not in words("weekdays"):
        return True
    if here.after[:1].isupper() and here.after.lower() in words("names_after"):
        return False
    return not (here.before[:1].isupper() and here.before.lower() in words("names_before"))


def _is_clock(here: _Beside) -> bool:
    """'at dawn', '5 p.m.', 'by 17:30'; not 'Dawn said', 'a score of 12:10', 'the dawn of peace'."""
    before = here.before.lower()
    if re.fullmatch(r"\d{1,2}:\d\d", here.found):
        return before in _TIME_LEADS
    if here.found[0].isalpha() and not re.search(r"o['’]clock|\d", here.found):
        if here.after == "of" or (before in words("determiners") and before != "the"):
            return False
        return here.found[0].islower() or before in _TIME_LEADS
    return True


def _is_season(here: _Beside) -> bool:
    """'last spring'; not 'this fall from grace'."""
    return here.after not in {"from", "of", "to"} or here.found[-1].isdigit()


def _is_duration(here: _Beside) -> bool:
    """'for a year', 'five years'; not '$5 a day', 'one day he', 'a second man', 'aged 3 years'."""
    found, before = here.found.lower(), here.before.lower()
    if before in {"aged", "ages", "age"}:
        return False
    if re.match(r"an?[ -]seconds?\Z", found):
        return before in words("duration_leads") and here.after == ""
    if re.match(r"(?:an? |one (?:day|night|second)\Z)", found):
        return before in words("duration_leads")
    return True


_SHORT = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
_INSIDE = frozenset({"in", "since", "until", "till", "during", "throughout"})
_AFTER_NAMES = frozenset({"on", "of", "for", "to", "was", "is", "from", "against", "has"})
_CHECKS: dict[str, Callable[[_Beside], bool]] = {
    "year": _is_year,
    "month": _is_month,
    "months_dash": _is_month,
    "timed": _is_day,
    "days": _is_day,
    "clock": _is_clock,
    "season": _is_season,
    "duration": _is_duration,
}


def reading(doc: Doc, start: int, end: int, relation: str) -> Reading:
    """Which way the sentence looks at tokens [start, end): by the nearest verb, before it first."""
    if relation in {"since", "as of"}:
        return "past"
    before = doc[start - 1].lower_ if start else ""
    if before in {"for", "is", "are"} and doc[end : end + 1].text not in {"'s", "’s"}:
        return "future"  # 'called a strike for Monday', 'the vote is Monday'
    if (relation == "until" or before == "to") and any(_lasts(doc, i) for i in range(start)):
        return "future"
    tags = doc.has_annotation("TAG")
    for places in (range(start - 1, -1, -1), range(end, len(doc))):
        for i in places:
            if found := _tense(doc, i, tags=tags):
                return "unsure" if relation == "until" and found == "past" else found
    return ""


def _lasts(doc: Doc, i: int) -> bool:
    """'remains open until', 'put off the vote until'"""
    return doc[i].lower_ in words("lasting")


def _tense(doc: Doc, i: int, *, tags: bool) -> Reading:
    """What token `i` says of the direction; "" if it is no verb that tells."""
    word, before = doc[i].lower_, {token.lower_ for token in doc[max(0, i - 3) : i]}
    if word in words("unsure") and doc[i].text != "May":
        return "unsure"
    if word in words("future"):
        return "future"
    is_present = tags and doc[i].tag_ in {"VBZ", "VBP"}
    if is_present and {word, word.removesuffix("s")} & words("scheduled"):
        return "future"  # 'The pass opens on May 3'
    if word in words("planned"):
        return _planned(doc, i, before)
    if tags and doc[i].tag_ == "VB" and "to" in before:
        return _intended(doc, i)
    if "be" in before:
        return ""  # "could be sent": the verb before it tells
    if word in words("past") or (word.endswith("ed") and len(word) > 4 and word.islower()):
        return "past"
    return "past" if tags and doc[i].tag_ == "VBD" else ""


def _intended(doc: Doc, i: int) -> Reading:
    """'is to visit', 'is expected to visit', 'hopes to visit'; not 'was told to visit'"""
    to = max(place for place in range(max(0, i - 3), i) if doc[place].lower_ == "to")
    above = doc[to - 1 : to].text.lower()
    if above in {"is", "are"} or {above, above.removesuffix("s")} & words("scheduled"):
        return "future"
    if above in words("planned"):
        return _planned(doc, to - 1, {token.lower_ for token in doc[max(0, to - 4) : to - 1]})
    return "unsure"


def _planned(doc: Doc, i: int, before: set[str]) -> Reading:
    """'is set to', 'a vote scheduled for' look ahead; 'was expected' tells nothing for sure."""
    word = doc[i].lower_
    if word in {"going", "set"} and doc[i + 1 : i + 2].text not in {"to", "for"}:
        return "past" if word == "set" else ""
    if before & {"is", "are", "'s", "’s", "'re", "’re", "be", "am"}:
        return "future"
    if before & {"was", "were", "had"} or word in {"expected", "planned", "going"}:
        return "unsure"
    return "future"
