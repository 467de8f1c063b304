"""What a question expects: the classes whose weights the ranker adds up, from coarse to fine."""

from bot.language import lexicon
from bot.language.terms import fold
from bot.questions import Asked

EVERY = "*"  # the class that all questions are of
TIMES = {"day", "date", "month", "year", "time", "decade", "century", "period", "era", "season"}
FIGURES = {
    "number",
    "amount",
    "total",
    "percentage",
    "percent",
    "population",
    "cost",
    "price",
    "rate",
}
MANNERS = {"kind", "type", "sort", "form", "way", "name", "term", "word", "title", "nickname"}


def classes(asked: Asked) -> tuple[str, ...]:
    """('*', 'what noun', 'what person'); the first is shared by all questions."""
    word = word_class(asked)
    noun = noun_class(asked)
    return (EVERY, word, f"{word}:{noun}") if noun else (EVERY, word)


def word_class(asked: Asked) -> str:
    """'who', 'how many', 'what noun' of 'What boat …?', 'what is' of 'What is the boat …?'"""
    if asked.word < 0:
        return "none"
    word = str(asked.doc[asked.word].lower_)
    if word == "whom":
        return "who"
    if word == "how":
        if asked.degree in {"many", "much", "long", "old", "far", "often"}:
            return f"how {asked.degree}"
        return "how big" if asked.degree else "how"
    if word in {"what", "which"}:
        if asked.noun:
            return "what noun"
        return "what is" if asked.topic else "what"
    return word


def asked_noun(asked: Asked) -> int:
    """The token of the noun that names what is asked: 'city' of 'Which city' and of 'What is the
    city …?'; -1 without."""
    if asked.noun:
        return asked.phrase
    if asked.topic and asked.word >= 0 and asked.doc[asked.word].lower_ in {"what", "which"}:
        return asked.topic_head
    return -1


def noun_class(asked: Asked) -> str:
    """'person', 'place', 'time', …: what the asked noun can be; "" for no noun and others."""
    token = asked_noun(asked)
    if token < 0:
        return str(asked.part or "") if asked.word >= 0 else ""
    noun = fold(asked.doc[token].lemma_)
    if noun in TIMES:
        return "year" if noun == "year" else "time"
    if noun in FIGURES:
        return "figure"
    if noun in MANNERS:
        return "name" if noun in {"name", "term", "word", "title", "nickname"} else "kind"
    if lexicon.is_role(noun) or lexicon.covers("person", noun):
        return "person"
    if lexicon.place_type(noun):
        return "place"
    if lexicon.organisation_type(noun):
        return "organisation"
    plural = asked.doc[token].tag_ in {"NNS", "NNPS"}
    return "things" if plural else "thing"
