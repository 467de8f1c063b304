"""What is ordered to be told, asked: 'List the villages that were cleared.' -> 'which villages were
cleared'.  An order for some noun alone, 'Name the five sailors.', stays as it is."""

import re

from bot.language.verb_forms import verb_of

_AUX = "is are was were has have had will would can could should may might must did does do".split()
# Past forms of more than one verb, or of a noun or adjective too; behind a subject they are of these.
_PAST = {"left": "leave", "found": "find", "saw": "see", "fell": "fall", "rose": "rise", "bore": "bear",
         "hit": "hit", "set": "set", "put": "put", "cut": "cut", "read": "read"}  # fmt: skip
_MANY = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+"
_ALL = r"(?:(?:all|each|both|any|some)(?:\ of)?\ )?(?:(?:the|a|an)\ )?"
_ORDER = r"""(?:(?:can|could|would|will)\ (?:you|u)\ )?(?:please\ )?
             (?:list|name|enumerate|mention|identify|(?:tell|give|show)\ (?:me|us)(?:\ a\ list\ of)?)
             (?:\ (?:the\ )?names\ of)?"""
_WHAT = re.compile("(?:what|which) (?:are|were)", re.IGNORECASE)
_ONES = "(?:he|she|it|they|we)"
_HOLES = r"(?:about|reasons?|time|day|place|way|names?|number|truth|fact|story|news|difference)\b"
_OPENING = {"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those"}
_CALLED = re.compile(r"\b(?:called|named|known as)\Z", re.IGNORECASE)
_THING = re.compile(
    rf"""{_ORDER}
         \ (?:(?:everything|whatever|{_ALL}(?P<things>(?:(?:{_MANY})\ )?things))(?:\ (?:that|which))?
            |all(?:\ that|(?=\ {_ONES}\b)))
         \ (?!(?:about|of|in)\b)(?P<told>.+)""",
    re.IGNORECASE | re.VERBOSE,
)
_BODY = re.compile(
    rf"""{_ORDER}
         \ (?:(?:everyone|everybody|anyone|(?:all\ )?those)
             \ (?P<done>(?P<verb>(?!wh|that\b)\w+)(?:\ .+)?)
         |(?:everyone|everybody|anyone|all|(?:all\ )?(?:of\ )?those|{_ALL}(?:people|ones))
          \ (?:who|that|whom)\ (?P<told>.+))""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKING = re.compile(rf"{_ORDER}\ (?P<word>who|what)\ (?P<told>.+)", re.IGNORECASE | re.VERBOSE)
_NOUN = re.compile(
    rf"""(?:{_ORDER}|(?:what|which)\ (?:are|were)(?=\ the\b))\ {_ALL}(?!(?:the\ )?{_HOLES})
         (?P<noun>(?:(?:{_MANY})\ )?[^,;:?]{{2,50}}?)
         (?:\ (?:that|which|who|whom)\ (?P<told>.+)
          |(?<=s)\ (?P<said>(?:the|his|her|their|{_ONES})\ .+)
          |(?<=s)\ (?P<done>(?P<verb>\w+)(?:\ .+)?))""",
    re.IGNORECASE | re.VERBOSE,
)


def asked(text: str) -> str:
    """The question that an order stands for; what is none comes back as it was."""
    order = text.strip().rstrip("?!. ")
    if found := _THING.fullmatch(order):
        things = f" {found['things']}" if found["things"] else ""
        return _put(f"what{things}", found["told"]) or text
    if found := _ASKING.fullmatch(order):
        return _put(found["word"], found["told"]) or text
    if (found := _BODY.fullmatch(order)) and found["told"]:
        return _put("who", found["told"]) or text
    if found:
        return f"who was {found['done']}?" if _is_done(found["verb"]) else text
    found = _NOUN.fullmatch(order)
    if found is None or not set(_AUX).isdisjoint(found["noun"].lower().split()):
        return text
    which = f"which {found['noun']}"
    if _WHAT.match(order):  # 'What are the ships named?' is none
        told = found["told"] or ""
        is_whole = _is_verb(told.partition(" ")[0]) and not _CALLED.search(told)
        return f"{which} {told}?" if is_whole else text
    if done := found["done"]:
        return f"{which} were {done}?" if _is_done(found["verb"]) else text
    return _put(which, found["told"] or found["said"]) or text


def _put(which: str, clause: str) -> str | None:
    """'which boats', 'the crew left behind' -> 'which boats did the crew leave behind?'; None where no
    verb is found."""
    words = clause.split()
    place = next((n for n, word in enumerate(words) if _is_verb(word)), None)
    if place is None or (place and not _is_subject(words[:place])):
        return None
    subject, verb, rest = words[:place], words[place].lower(), words[place + 1 :]
    if not subject:
        return f"{which} {clause}?"
    if verb in _AUX:
        helped = [verb]
    elif base := _base(verb):
        helped, rest = ["did"], [base, *rest]
    else:
        are_many = words[place - 1].lower() in {"they", "we"} or words[place - 1].endswith("s")
        helped, rest = ["have" if are_many else "has"], [verb, *rest]  # by rule a participle, too
    return f"{' '.join([which, *helped, *subject, *rest])}?"


def _is_subject(words: list[str]) -> bool:
    """'the crew', 'Ana Roe'; not 'sell tickets to the' of 'those who sell tickets to the injured'"""
    opens = words[0].lower() in _OPENING or words[0][0].isupper() or len(words) <= 2
    return opens and len(words) <= 5


def _is_verb(word: str) -> bool:
    return word.lower() in _AUX or _is_done(word)


def _is_done(word: str) -> bool:
    """'cleared', 'left'"""
    return word.islower() and (word.endswith("ed") or _base(word) is not None)


def _base(past: str) -> str | None:
    return _PAST.get(past) or verb_of(past)
