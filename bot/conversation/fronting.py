"""What is set apart before a question is put back into it: 'Ana Roe, who is she?' asks who Ana Roe is.

Left dislocation (Ross, "Constraints on variables in syntax", 1967, section 6.2): the pronoun stands for it.
"""

import re

from bot.language.english import plain
from bot.story.spelling import Vocabulary

_APART = re.compile(
    r"(?P<x>[^?!.,;:]{2,60}?)(?P<mark> ?[,:–—]| -+)? "
    r"(?P<q>(?:who|what|when|where|why|how)\b[^?!.,;]*?) (?:he|she|it|they|that|this)\b"
    r"(?P<rest>[^?!.,;]*)[?!. ]*",
    re.IGNORECASE,
)
_BEING = re.compile(r"(?:who|what)(?:['’]s| is| was| are| were)", re.IGNORECASE)
_ARTICLES = {"the", "a", "an"}


def restored(question: str, vocabulary: Vocabulary) -> str:
    """The question with the thing in place of the pronoun; any other question as it was.

    Only a name, or what has an article, is set apart; without a mark only 'Ana Roe who is that'.
    """
    found = _APART.fullmatch(question.strip())
    if found is None:
        return question
    words = plain(found["x"]).split()
    is_thing = words[0] in _ARTICLES or words[0] in vocabulary.names
    is_plain = _BEING.fullmatch(found["q"]) is not None and not found["rest"].strip()
    if not is_thing or not (found["mark"] or is_plain):
        return question
    return f"{found['q']} {found['x']}{found['rest']}?"
