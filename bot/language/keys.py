"""What a word can be matched by: keys, each with a strength in (0, 1].

Two words match by the keys they share: their stem or lemma (1.0), the verb family of either, also of
a noun that names the event (0.8), a phrase like "put out" (1.0), a country and its people (0.9).
"""

from spacy.tokens import Token

from bot.language import frames, lexicon, states
from bot.language.number_words import canonical
from bot.language.terms import FUNCTION_WORDS, fold, stem
from bot.language.word_tables import table

FAMILY, COUNTRY = 0.8, 0.9
LEADING = "leads"  # the key of a post, for verbs
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "SYM", "X", "INTJ", "AUX", "PRON"}


def keys(token: Token) -> dict[str, float]:
    """What a word can be matched by."""
    if _is_in_charge(token):
        return {f"f:{family}": FAMILY for family in lexicon.families("lead")}
    lemma = fold(frames.base(token))
    word = lemma if _tries_to(token) else token.text
    found = {f"w:{stem(word)}": 1.0, f"w:{stem(lemma)}": 1.0}
    if long := table("titles")["short"].get(token.lower_):
        found[f"w:{stem(long)}"] = 1.0
    if token.lower_ == "both":
        found["n:2"] = 1.0
    if token.text == "%":
        found["w:percent"] = 1.0
    if token.pos_ == "NUM" and (value := canonical(token.text)):
        found[f"n:{value:g}"] = 1.0
    if token.pos_ in {"VERB", "NOUN", "ADJ", "AUX"}:
        verb, strength = lemma, FAMILY
        if token.pos_ == "NOUN" and (event := lexicon.event_of(lemma)):
            verb = event[0]
            found.setdefault(f"w:{stem(verb)}", FAMILY)
        elif deed := states.deed_of(lemma):
            verb = deed
        for wording in frames.wordings(token, verb):
            if " " in wording:
                found[f"p:{wording}"] = 1.0
            found.update((f"f:{family}", strength) for family in lexicon.families(wording))
    if token.pos_ in {"PROPN", "ADJ", "NOUN"} and (country := _country(token)):
        found[f"c:{fold(country)}"] = COUNTRY
    return found


def keys_of_post(token: Token) -> dict[str, float]:
    """'chief [executive]', '[head] of the union': who holds the post leads."""
    lemma = fold(token.lemma_)
    before = token.nbor(-1).lower_ if token.i else ""
    posts = {lemma, f"{before} {lemma}"}
    if token.pos_ not in {"NOUN", "ADJ"} or not any(
        lexicon.covers("leader", post) for post in posts
    ):
        return {}
    return {LEADING: FAMILY}


def _is_in_charge(token: Token) -> bool:
    """'the officer in [charge]': no accusation."""
    return token.lower_ == "charge" and token.i > 0 and token.nbor(-1).lower_ == "in"


def _tries_to(token: Token) -> bool:
    """'[tried] to escape': no trial."""
    return frames.base(token) == "attempt" and token.lower_.startswith(("try", "tri"))


def _country(token: Token) -> str | None:
    """The country of 'Chilean', of 'Chile', and of both words of 'South Korea'."""
    doc, here = token.doc, token.i
    two = (doc[here - 1 : here + 1].text if here else "", doc[here : here + 2].text)
    return next(filter(None, map(lexicon.country_of, (token.text, *two))), None)


def _is_name(token: Token) -> bool:
    """'May', 'Will Dace', 'the US'; no word of a line that is all in capitals"""
    shouted = token.text.isupper() and token.doc.text.isupper()
    return token.pos_ == "PROPN" and token.text[:1].isupper() and not shouted


def is_content(token: Token) -> bool:
    """Whether a word tells of the subject: no function word, no mark."""
    if token.is_punct or token.is_space or token.pos_ not in CONTENT:
        return False
    if token.dep_ == "aux:pass":
        return False  # 'Who [got] arrested?'
    if _is_name(token) or fold(token.text) not in FUNCTION_WORDS:
        return True
    return (
        token.pos_ == "VERB" and len(frames.wordings(token, fold(frames.base(token)))) > 1
    )  # 'got out'
