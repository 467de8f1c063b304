"""Key words made a question: 'ana rota age' -> 'How old is ana rota?'"""

import re
from collections.abc import Callable, Sequence

from bot.language import lexicon
from bot.language.english import plain
from bot.story.spelling import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WHAT_DISTANCE = re.compile(r"\Awhat (?:is|was) (?=the distance (?:between|from) )", re.IGNORECASE)
_MOST = 8  # words of what can be terse
_VERBS = set(
    "is are was were be been do does did has have had will would can could may might must".split()
)
_QUESTIONS = set("who whom whose what which when where why how".split())
_NOT_TERSE = _QUESTIONS | set("and or but if tell list about".split())
_PRONOUNS = {"his", "her", "their", "its"}
_ARTICLES = {"the", "a", "an"} | _PRONOUNS
_PEOPLE = {"people", "men", "women", "children", "dead", "injured", "wounded", "police"}

# What asks for the gist in no sentence.
_GIST = re.compile(
    r"tl ?;? ?dr|in (?:short|brief)|(?:give me |what is )?the short version|sum (?:it|this|that) up"
    r"|sum up(?: the (?:story|article|news))?|what(?: is|['’]s)? (?:new|up with this)|the latest",
    re.IGNORECASE,
)

_Reading = Callable[[re.Match[str], Vocabulary], str | None]


def complete(question: str, vocabulary: Vocabulary) -> str:
    """The question that key words stand for; what has a verb comes back as it was.

    Only patterns with one meaning are read: a noun that tells what is wanted, and whose it is.
    """
    text = _WHAT_DISTANCE.sub("", question.strip().rstrip("?!. "))
    if _GIST.fullmatch(text):
        return "What happened?"
    words = [plain(word) for word in _WORD.findall(text)]
    if not 1 < len(words) <= _MOST or words[0] in _NOT_TERSE or "," in text:
        return question
    if not _VERBS.isdisjoint(words) or (words[0] == "name" and words[1] != "of"):
        return question
    for pattern, read in _PATTERNS:
        if (found := pattern.fullmatch(text)) and (asked := read(found, vocabulary)):
            return f"{asked}?"
    return question


def _far(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'X Y distance': of two names"""
    named = all(_is_named(found[part], vocabulary) for part in ("x", "y"))
    return f"How far is {found['x']} from {found['y']}" if named else None


def _whole(text: str, vocabulary: Vocabulary) -> str:
    """'captain' -> 'the captain'; names and what has an article stay as they are."""
    words = [plain(word) for word in _WORD.findall(text)]
    if words[0] in _ARTICLES or _is_named(text, vocabulary):
        return text
    return f"the {text}"


def _is_named(text: str, vocabulary: Vocabulary) -> bool:
    words = _WORD.findall(text)
    return any(plain(word) in vocabulary.names for word in words) or words[-1][0].isupper()


def _is_person(text: str) -> bool:
    return lexicon.is_role(plain(text)) or lexicon.kin(plain(text)) is not None


def _filled(question: str) -> _Reading:
    """A question with 'x' and 'y' of the pattern in their places."""

    def read(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
        parts = {name: _whole(text, vocabulary) for name, text in found.groupdict().items()}
        return question.format(**parts)

    return read


def _of_event(question: str) -> _Reading:
    """'release date', 'reason for arrest of X': of a deed only, as a birthday is none."""

    def read(found: re.Match[str], _: Vocabulary) -> str | None:
        head = plain(re.split(r" (?:of|in|on|at|by|from) ", found["x"])[0]).split()[-1]
        if lexicon.event_of(head) is None and lexicon.event_of(head.removesuffix("s")) is None:
            return None
        event = found["x"]
        if plain(event).split()[0] not in _ARTICLES:
            event = f"the {event}"
        return question.format(x=event)

    return read


def _by(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'X captured by'"""
    thing = _whole(found["x"], vocabulary)
    be = "were" if thing.endswith("s") and not _is_named(thing, vocabulary) else "was"
    return f"By whom {be} {thing} {found['y']}"


def _name(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'captain name': who; 'ship name': what it is called"""
    thing = _whole(found["x"], vocabulary)
    if found[0].endswith("names"):
        return f"What are the names of {thing}"
    head = re.split(r" of ", found["x"])[0].split()[-1]
    return f"Who is {thing}" if _is_person(head) else f"What is the name of {thing}"


def _charges(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'X charges': those against somebody"""
    return (
        f"What are the charges against {found['x']}" if _is_named(found["x"], vocabulary) else None
    )


def _number(found: re.Match[str], _: Vocabulary) -> str | None:
    """'number of detainees'; not 'number of the house'"""
    head = plain(re.split(r" (?:of|in|on|at|by|from|who|that) ", found["x"])[0]).split()[-1]
    if found["x"].startswith("the ") or not (head.endswith("s") or head in _PEOPLE):
        return None
    return f"How many {found['x']} were there"


def _role(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'X president', "X's brother": of a name only"""
    owner = re.sub(r"['’]s$", "", found["x"])
    if not _is_person(found["y"]) or not _is_named(owner, vocabulary):
        return None
    if lexicon.kin(plain(found["y"])):
        return f"Who is {owner}'s {found['y']}"
    return f"Who is the {found['y']} of {owner}"


def _role_of(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'president of X', 'foreign minister of X'"""
    if not _is_person(found["y"]) and not _is_person(found["y"].split()[-1]):
        return None
    return f"Who is the {found['y']} of {_whole(found['x'], vocabulary)}"


def _of_which(found: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """'X foreign minister of which country'"""
    words = _WORD.findall(found["x"])
    named = [plain(word) in vocabulary.names for word in words]
    first = named.index(False) if False in named else len(words)
    if not 0 < first < len(words) or not _is_person(words[-1]):
        return None
    return f"{' '.join(words[:first])} is {' '.join(words[first:])} of {found['y']}"


def _patterns(*rows: tuple[str, _Reading]) -> Sequence[tuple[re.Pattern[str], _Reading]]:
    return [
        (re.compile(pattern.replace("X", "(?P<x>.+?)"), re.IGNORECASE), read)
        for pattern, read in rows
    ]


_WHEN = _of_event("When was {x}")
_WHERE = _of_event("Where was {x}")
_WHY = _of_event("What was the reason for {x}")

# The first that fits is taken.
_PATTERNS = _patterns(
    (r"X of (?P<y>(?:which|what) \w+)", _of_which),
    (r"(?:the )?age of X", _filled("How old is {x}")),
    (r"X (?P<y>\w{2,}(?:ed|en|wn|ld)) by", _by),
    (
        r"(?:the )?distance (?:from|between) X (?:to|and) (?P<y>.+)",
        _filled("How far is {x} from {y}"),
    ),
    (r"X(?: to| and|,|-)? (?P<y>\S+) distance", _far),
    (r"(?:the )?names? of X", _name),
    (r"(?:the )?(?:number|total|count) of X", _number),
    (r"(?:the )?(?:date|day|time) of X", _WHEN),
    (r"(?:the )?(?:place|location) of X", _WHERE),
    (r"(?:the )?(?:reasons?|cause|motive) (?:for|of) X", _WHY),
    (r"(?:the )?(?:job|profession|occupation) of X", _filled("Who is {x}")),
    (r"(?:the )?(?P<y>[^ ]+(?: [^ ]+)?) of X", _role_of),
    (r"X(?:['’]s)? age", _filled("How old is {x}")),
    (r"X(?:['’]s)? names?", _name),
    (r"X(?:['’]s)? (?:charges|accusations)", _charges),
    (r"X(?:['’]s)? (?:job|profession|occupation)", _filled("Who is {x}")),
    (r"X (?:date|day|time|year|month)", _WHEN),
    (r"X(?:['’]s)? (?:quotes?|statements?|reaction|comments?)", _filled("What did {x} say")),
    (r"X (?:place|location)", _WHERE),
    (r"X (?:reasons?|cause|motive)", _WHY),
    (r"X (?P<y>\w+)", _role),
)
