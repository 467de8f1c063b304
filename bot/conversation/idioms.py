"""Set phrases of questions, said plainly: 'What is the death toll?' -> 'How many people died?'

Only phrases with one meaning, whose words would mislead who reads them one by one.
"""

import re

from bot.language import lexicon

_TERM = "(?:(?:prison|jail) )?(?:sentence|term)"
_GROUNDS = "(?:grounds?|charges?|allegations?|accusations?|suspicions?)"
_POST = "(?:capacity|position|post|job|role|title|occupation|profession)"
_SERVES = r"(?:serve|serving|work|working|act|acting|employed)(?=\W*\Z)"
_LIVES = (
    "(?:do (?:for (?:a living|work|a job)|as a job|professionally)"
    "|(?:earn|make) (?:his|her|their|a) living)"
)
_BODY = "(?:an? )?(?:institution|organi[sz]ation|group|company|body|agency|outlet|firm)"
_BE = "(?:is|are|was|were|did|does|do|has|have|had|will)"
_IDIOMS = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"\btake place\b", "happen"),
        (r"\b(?:took|taken) place\b", "happened"),
        (r"\btaking place\b", "happening"),
        (r"\bbehind bars\b", "in prison"),
        (r"\Ahow come\b", "why"),
        (r"\Ahow many (?:dead|deaths|killed)(?=\W*\Z| (?:in|on|at)\b)", "how many people died"),
        (
            r"\Ahow many (?P<x>injured|wounded|hurt|arrested|missing)(?=\W*\Z| (?:in|on|at)\b)",
            r"how many people were \g<x>",
        ),
        (
            rf"\Ahow long (?:is|was) (?P<x>.+?)['’]s? {_TERM}(?=\W*\Z)",
            r"how long was \g<x> sentenced to",
        ),
        (
            rf"\A(?:what|how long an?|how many years of) {_TERM} did (?P<x>.+?) (?:get|receive)(?=\W*\Z)",
            r"how long was \g<x> sentenced to",
        ),
        (r"\A(?:what (?:are|is|were|was) )?the whereabouts of (?P<x>.+)", r"where is \g<x>"),
        (r"\Awhat (?P<be>is|was) the (?:exact )?(?:date|day|time) of (?=.)", r"when \g<be> "),
        (
            rf"\A(?:on|under) (?:what|which) {_GROUNDS} (?P<be>is|are|was|were)\b",
            r"why \g<be>",
        ),
        (rf"\Ain (?:what|which) {_POST} (?:is|was|does|did) (?P<x>.+?) {_SERVES}", r"who is \g<x>"),
        (rf"\Awhat (?:is|was) the (?:{_POST} held by|job of) (?P<x>.+)", r"who is \g<x>"),
        (rf"\A(?:what|how) (?:do|does|did) (?P<x>.+?) {_LIVES}(?=\W*\Z)", r"who is \g<x>"),
        (
            r"\Awhat(?: is|['’]s)? (?:the (?:deal|matter|story|latest)|up|going on) with (?=.)",
            "what happened to ",
        ),
        (r"\Awhat happened with\b", "what happened to"),
        (
            r"\Awhat (?:is|was|are|were) the (?:accusation|allegation)s? against (?P<x>.+?)(?=\W*\Z)",
            r"what was \g<x> accused of",
        ),
        (
            r"\A(?P<is>where (?:is|was|are|were) .+?) (?:located|situated)(?=\W*\Z)",
            r"\g<is>",
        ),
        (r"\b(?P<verb>hope|wish) for(?=\W*\Z)", r"\g<verb>"),
        (
            r"\Awhat (?:is|was) the number of (?P<x>.+?) (?P<who>according to .+)",
            r"how many \g<x> are there \g<who>",
        ),
        (rf"\Awhat (?:sort|kind|type) of {_BODY} (?P<be>is|was) (?=.)", r"what \g<be> "),
    )
)
_TOLL = re.compile(
    r"""(?:(?:what|how\ (?:high|big|large))\ (?:is|was)\ )?
        (?:the\ )?(?:(?:latest|total|current|official|final|overall)\ )?death\ toll
        (?:\ (?:(?P<where>(?:in|on|at|near)\ .+?)|(?:of|from|for)\ (?P<by>.+?)))?\??""",
    re.IGNORECASE | re.VERBOSE,
)


_HAPPENED = re.compile(
    r"\Awhen did (?P<x>the (?P<noun>\w+) of .+?) (?:happen|occur)(?=\W*\Z)", re.IGNORECASE
)
_OF_WHAT = re.compile(
    rf"\A(?P<of>of|with|about|against) what (?P<rest>{_BE}\b.+?)(?=\W*\Z)", re.IGNORECASE
)


def _was(found: re.Match[str]) -> str:
    """'When did the sale of the boat happen?' asks when it was sold."""
    deed = lexicon.event_of(found["noun"].lower())
    return f"when was {found['x']}" if deed and deed.role == "event" else found[0]


def plainly(question: str) -> str:
    """The question with its set phrases said in other words; without them as it was."""
    if found := _TOLL.fullmatch(question.strip()):
        if found["by"]:
            return f"How many people did {found['by']} kill?"
        return f"How many people died {found['where'] or ''}".rstrip() + "?"
    for idiom, plain in _IDIOMS:
        question = idiom.sub(plain, question)
    question = _OF_WHAT.sub(lambda m: f"what {m['rest']} {m['of'].lower()}", question)
    return _HAPPENED.sub(_was, question)
