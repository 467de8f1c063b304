"""Where the tokenizer differs from spaCy's, so that words are those of the English treebanks."""

import re
from typing import Any

from spacy.attrs import NORM, ORTH
from spacy.lang.en import EnglishDefaults

HYPHENS = "(?:-|–|—|--|---|——|~)"  # as in spaCy's infixes
# "non-violent" is one word, "long-term" is three.
FORMATIVES = """
    anti co counter cross e ex inter intra micro mid mini multi neo non over post pre pro re semi
    sub
"""
KEPT_HYPHENS = "".join(rf"(?<!\b(?i:{word}))" for word in FORMATIVES.split())
RUNS = [r"[!?.]{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"#{2,}", "<{2,}", ">{2,}", "-{2,}", "~{2,}"]
TELEPHONE = re.compile(r"(?:\d{3}-)?\d{3}-\d{4}")

# "id" and "wed" are words more often than "I'd" and "we'd"; "and/or" is three words.
NO_EXCEPTIONS = {"id", "Id", "wed", "Wed", "and/or"}
ABBREVIATIONS = "Ft. Lt. Col. Sgt. Capt. Maj. al. Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun."
SPLIT = {"wanna": ("wan", "na"), "Wanna": ("Wan", "na"), "gimme": ("gim", "me")}


def exceptions() -> dict[str, list[dict[int | str, Any]]]:
    """spaCy's, without their norms: "n't" then looks the same whoever made the token."""
    ours = {
        text: [{key: value for key, value in part.items() if key != NORM} for part in parts]
        for text, parts in EnglishDefaults.tokenizer_exceptions.items()
        if text not in NO_EXCEPTIONS
    }
    ours |= {word: [{ORTH: word}] for word in ABBREVIATIONS.split()}
    ours |= {word: [{ORTH: part} for part in parts] for word, parts in SPLIT.items()}
    return ours


def infixes() -> list[str]:
    """spaCy's, with the hyphen of some prefixes kept."""
    unless = HYPHENS.replace("(?:-|", f"(?:{KEPT_HYPHENS}-|")
    return [infix.replace(HYPHENS, unless) for infix in EnglishDefaults.infixes or ()]


def prefixes() -> list[str | re.Pattern[str]]:
    """spaCy's, with runs of the same mark."""
    return [*RUNS, *(EnglishDefaults.prefixes or ())]


def suffixes() -> list[str | re.Pattern[str]]:
    """spaCy's, with runs of the same mark and "7:30PM" as "7:30", "PM"."""
    return [*RUNS, r"(?<=\d)(?i:[ap]m|[ap]\.m\.)", *(EnglishDefaults.suffixes or ())]
