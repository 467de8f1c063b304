"""Questions made of treebank statements by moving and changing a few words of the tree."""

import random
from dataclasses import replace

from tests.training.words import Word

BE_OR_HELPER = {"aux", "aux:pass", "cop"}
WHEN_WHERE_WHY = ("When", "Where", "Why", "How")


def to_question(words: list[Word], dice: random.Random) -> list[Word] | None:
    """'The ferry sailed' -> 'When did the ferry sail?', 'What sailed?'; None if not simple."""
    root = next(place for place, word in enumerate(words) if word.relation == "ROOT")
    subject = next(
        (
            p
            for p, w in enumerate(words[:root])
            if w.head == root and w.relation.startswith("nsubj")
        ),
        None,
    )
    if subject is None or words[-1].text not in {".", "!"} or words[-1].head != root:
        return None
    branch = branch_of(words, subject)
    if branch[0] != 0 or branch[-1] + 1 != len(branch) or branch[-1] >= root:
        return None
    pieces = [(place, word) for place, word in enumerate(words)]
    asked, rest = pieces[: len(branch)], pieces[len(branch) : -1]
    ways = [ask_subject(asked, rest, subject), invert(asked, rest, root, words, dice)]
    made = dice.choice([way for way in ways if way] or [None])
    return (
        joined([*made, (len(words) - 1, replace(words[-1], text="?", lemma="?"))]) if made else None
    )


Pieces = list[tuple[int, Word]]  # words with the place they had, to which heads still point


def ask_subject(asked: Pieces, rest: Pieces, subject: int) -> Pieces:
    """'Who sailed', 'What sank'"""
    noun = asked[subject][1]
    person = noun.upos == "PRON" or (noun.entity or "").endswith("PER")
    who = replace(
        noun,
        text="Who" if person else "What",
        lemma="who" if person else "what",
        upos="PRON",
        xpos="WP",
        feats="PronType=Int",
        space=True,
        entity=None if noun.entity is None else "O",
    )
    return [(subject, who), *rest]


def invert(
    asked: Pieces, rest: Pieces, root: int, words: list[Word], dice: random.Random
) -> Pieces:
    """'Has the ferry sailed', 'Did the ferry sail', 'When did the ferry sail'"""
    helper, verb = rest[0], words[root]
    first = replace(asked[0][1], text=in_sentence(asked[0][1]))
    asked = [(asked[0][0], first), *asked[1:]]
    if helper[1].head == root and helper[1].relation in BE_OR_HELPER and helper[1].text.isalpha():
        front, rest = [helper], rest[1:]
    elif verb.upos == "VERB" and verb.xpos in {"VBD", "VBZ"} and rest[0][0] == root:
        did = "did" if verb.xpos == "VBD" else "does"
        feats = verb.feats.replace("Voice=Act", "")
        aux = replace(verb, text=did, lemma="do", upos="AUX", feats=feats, head=root,
                      relation="aux", space=True)  # fmt: skip
        bare = replace(verb, text=verb.lemma, xpos="VB", feats="VerbForm=Inf")
        front, rest = [(-1, aux)], [(root, bare), *rest[1:]]
    else:
        return []
    if dice.random() < 0.6:
        asking = dice.choice(WHEN_WHERE_WHY)
        adverb = replace(
            verb, text=asking, lemma=asking.lower(), upos="ADV", xpos="WRB",
            feats="PronType=Int", head=root, relation="advmod", space=True,
        )  # fmt: skip
        front = [(-2, adverb), (front[0][0], replace(front[0][1], text=front[0][1].text.lower()))]
    else:
        front = [(front[0][0], replace(front[0][1], text=front[0][1].text.capitalize()))]
    return [*((place, replace(word, space=True)) for place, word in front), *asked, *rest]


def in_sentence(word: Word) -> str:
    """The first word of a sentence as it is written further on."""
    return word.text if word.upos == "PROPN" or word.text == "I" else word.text.lower()


def branch_of(words: list[Word], top: int) -> list[int]:
    """The places of `top` and of all that hang on it, in order."""
    branch = {top}
    while True:
        more = {p for p, w in enumerate(words) if w.head in branch} - branch
        if not more:
            return sorted(branch)
        branch |= more


def joined(pieces: Pieces) -> list[Word] | None:
    """The words with heads counted anew; None if a head is gone."""
    places = {old: new for new, (old, _) in enumerate(pieces)}
    if any(word.head not in places for _, word in pieces):
        return None
    words = [replace(word, head=places[word.head]) for _, word in pieces]
    last = max(place for place, word in enumerate(words[:-1]))
    words[last] = replace(words[last], space=False)
    return words
