"""What the words around a date tell: that it is none, what it is to the event, where it looks."""

import re
from functools import cache

from spacy.tokens import Doc

from bot.language.date_rules import Reading
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


def is_one(form: str, text: str, start: int, end: int) -> bool:
    """Whether what has the form of a date is one where it stands in the text."""
    found = text[start:end]
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    after = _WORD_AFTER.match(text, end)
    previous, following = before[1] if before else "", after[1] if after else ""
    glued = text[start - 1 : start] if start else ""
    if form == "year":
        return _is_year(found, glued, previous, following, text[end : end + 2])
    if glued in {"$", "€", "£", "#", "/", ".", "-", "–", "@", "&"}:
        return False
    if form in {"month", "months_dash"}:
        return _is_month(found, previous, following)
    if form in {"timed", "days"}:
        return _is_day(found, previous, following)
    if form == "clock":
        return _is_clock(found, previous, following)
    if form == "season":
        return not (
            re.search(r"(?i)(?:fall|spring)\Z", found) and following in {"from", "of", "to"}
        )
    if form == "duration":
        return _is_duration(found.lower(), previous.lower(), following.lower())
    if form in {"bound", "vague"} and previous.lower() == "no":
        return False
    return True


def _is_year(found: str, glued: str, previous: str, following: str, after: str) -> bool:
    """'in 2014', 'the 2024 election', '(1998)'; not '2000 rebels', 'about 1500', '$2000'."""
    if not found[0].isdigit():  # "early 2014", "the year 2000"
        return True
    if (glued and glued in "$€£#/.-–+@,°") or after[:1] == "°" or after[-1:] == "+":
        return False
    if re.match(r"[-–]\d", after):
        return False
    prep = previous.lower()
    plural = following.islower() and (
        following.endswith(("children", "men", "women", "people", "folk"))
        or following.endswith("s")
        and not following.endswith(("ss", "us", "is"))
        and len(following) > 3
        and following not in words("events")
        and following not in {"was", "has", "does", "this", "its", "his"}
    )
    if prep in words("measuring"):
        return False
    if prep in words("sure_prepositions"):
        return not plural or prep in {"in", "since", "until", "till", "during", "throughout"}
    if plural and prep in words("determiners"):
        return int(found) % 100 != 0 and int(found) >= 1800
    return not plural


def _is_month(found: str, previous: str, following: str) -> bool:
    """'in July Peru voted', 'the June vote', 'last May'; not 'May said', 'August Strindberg'."""
    name = re.search(r"[A-Za-z]+\.?", found)
    alone = name is not None and name[0] == found
    if re.search(r"\b(?:may|march|mar)\b", found) and not re.search(r"\d", found):
        return bool(re.match(r"(?:last|next|this)\s", found)) and following.islower() is False
    if not alone:
        return True
    month, prep, after = found.lower().rstrip("."), previous.lower(), following.lower()
    if after in words("speech") or (len(month) <= 4 and month not in {"may", "june", "july"}):
        return found.endswith(".") and prep in words("sure_prepositions")
    tricky = month in words("name_months")
    if prep in {"in", "since", "until", "till", "during", "throughout", "early", "late", "mid"}:
        return not (month in {"may", "march"} and after in {"on", "be"})
    if following[:1].isupper():
        return not tricky and prep in words("open_prepositions") | words("determiners")
    if prep in words("open_prepositions"):
        return True
    if prep in words("determiners"):
        return after not in {"on", "of", "for", "to", "was", "is", "from", "against", "has"}
    return not tricky and found[0].isupper()


def _is_day(found: str, previous: str, following: str) -> bool:
    """'Thursday', '8 May'; not 'Friday Harbor', 'Black Friday', 'you may 5 times'."""
    if re.search(r"\b(?:may|march|mar) (?:the )?\d", found):
        return previous.lower() in {"on", "since", "until", "by", "before", "after", "from"}
    last = found.split()[-1].lower()
    if re.search(r"\s(?:Morning|Afternoon|Evening|Night)\Z", found) and following.istitle():
        return False  # "Monday Night Football"
    if last in table("date_words")["weekdays"] or last == "night":
        if following[:1].isupper() and following.lower() in words("names_after"):
            return False
        return not (previous[:1].isupper() and previous.lower() in words("names_before"))
    return True


def _is_clock(found: str, previous: str, following: str) -> bool:
    """'at dawn', '5 p.m.', 'by 17:30'; not 'Dawn said', 'a score of 12:10', 'the dawn of peace'."""
    prep = previous.lower()
    if re.fullmatch(r"\d{1,2}:\d\d", found):
        return prep in _TIME_LEADS
    if found[0].isalpha() and not re.search(r"o['’]clock|\d", found):
        if following.lower() == "of" or (prep in words("determiners") and prep != "the"):
            return False
        return found[0].islower() or prep in _TIME_LEADS
    return True


def _is_duration(found: str, previous: str, following: str) -> bool:
    """'for a year', 'five years'; not '$5 a day', 'one day he', 'a second man'."""
    if re.match(r"(?:an?|one)[ -]seconds?\Z", found):
        return found.startswith("one") or (previous in words("duration_leads") and following != "")
    if previous in {"aged", "ages", "age"}:
        return False
    if re.match(r"(?:an? |one day\Z|one night\Z|half a)", found):
        return previous in words("duration_leads") or found.startswith("half")
    return True


def reading(doc: Doc, start: int, end: int, relation: str) -> Reading:
    """Which way the sentence looks at tokens [start, end): by the nearest verb, before it first."""
    if relation in {"since", "as of"}:
        return "past"
    tags = doc.has_annotation("TAG")
    for places in (range(start - 1, -1, -1), range(end, len(doc))):
        for i in places:
            if found := _tense(doc, i, tags=tags):
                return found
    return ""


def _tense(doc: Doc, i: int, *, tags: bool) -> Reading:
    word = doc[i].lower_
    if word in words("unsure") and doc[i].text != "May":
        return "unsure"
    if word in words("future"):
        if word in {"going", "set", "due"} and (
            i + 1 == len(doc) or doc[i + 1].lower_ not in {"to", "for"}
        ):
            return "past" if word == "set" else ""
        if word.endswith("ed") and any(
            t.lower_ in {"was", "were", "had"} for t in doc[max(0, i - 2) : i]
        ):
            return "unsure"
        return "future"
    if tags:
        if doc[i].tag_ == "VB" and i and doc[i - 1].lower_ == "to":
            return "unsure"
        if doc[i].tag_ == "VBD":
            return "past"
    if word in words("past") or (word.endswith("ed") and len(word) > 4 and word.islower()):
        return "past"
    return ""
