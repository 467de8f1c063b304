"""Set phrases of questions, said plainly: 'What is the death toll?' -> 'How many people died?'

Only phrases with one meaning, whose words would mislead who reads them one by one.
"""

import re

_TERM = "(?:(?:prison|jail) )?(?:sentence|term)"
_IDIOMS = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"\btake place\b", "happen"),
        (r"\b(?:took|taken) place\b", "happened"),
        (r"\btaking place\b", "happening"),
        (r"\bbehind bars\b", "in prison"),
        (r"\Ahow come\b", "why"),
        (
            rf"\Ahow long (?:is|was) (?P<x>.+?)['’]s? {_TERM}(?=\W*\Z)",
            r"how long was \g<x> sentenced to",
        ),
        (
            rf"\A(?:what|how long an?|how many years of) {_TERM} did (?P<x>.+?) (?:get|receive)(?=\W*\Z)",
            r"how long was \g<x> sentenced to",
        ),
        (r"\A(?:what (?:are|is|were|was) )?the whereabouts of (?P<x>.+)", r"where is \g<x>"),
    )
)
_TOLL = re.compile(
    r"""(?:(?:what|how\ (?:high|big|large))\ (?:is|was)\ )?
        (?:the\ )?(?:(?:latest|total|current|official|final|overall)\ )?death\ toll
        (?:\ (?:(?P<where>(?:in|on|at|near)\ .+?)|(?:of|from|for)\ (?P<by>.+?)))?\??""",
    re.IGNORECASE | re.VERBOSE,
)


def plainly(question: str) -> str:
    """The question with its set phrases said in other words; without them as it was."""
    if found := _TOLL.fullmatch(question.strip()):
        if found["by"]:
            return f"How many people did {found['by']} kill?"
        return f"How many people died {found['where'] or ''}".rstrip() + "?"
    for idiom, plain in _IDIOMS:
        question = idiom.sub(plain, question)
    return question
