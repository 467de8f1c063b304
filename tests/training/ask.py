"""Questions made of treebank statements by moving and changing a few words of the tree."""

import random
from dataclasses import replace

from tests.training.words import Pieces, Word, branch_of, capital, in_sentence, joined, root_of

BE_OR_HELPER = {"aux", "aux:pass", "cop"}
WHEN_WHERE_WHY = ("When", "Where", "Why", "How")
SAID = {"obj", "ccomp"}  # what "what" asks for


def to_question(words: list[Word], dice: random.Random) -> list[Word] | None:
    """'The ferry sailed' -> 'When did the ferry sail?', 'What sailed?'; None if not simple."""
    root = root_of(words)
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
    pieces = list(enumerate(words))
    asked, rest = pieces[: len(branch)], pieces[len(branch) : -1]
    ways = [
        ask_subject(asked, rest, subject),
        ask_object(asked, rest, root, words),
        invert(asked, rest, root, words, dice),
    ]
    made = dice.choice([way for way in ways if way] or [[]])
    if not made:
        return None
    made[-1] = (made[-1][0], replace(made[-1][1], space=False))
    return joined([*made, (len(words) - 1, replace(words[-1], text="?", lemma="?"))])


def ask_subject(asked: Pieces, rest: Pieces, subject: int) -> Pieces:
    """'Who sailed', 'What sank'"""
    noun, verb = asked[subject][1], rest[0][1]
    if verb.xpos == "VBP" or verb.text in {"were", "'re", "'ve", "'m"}:
        return []
    return [(subject, asking(noun, capital_letter=True)), *rest]


def asking(noun: Word, *, capital_letter: bool) -> Word:
    """'who' or 'what' in the place of a noun or clause."""
    person = noun.upos == "PRON" or (noun.entity or "").endswith("PER")
    text = "who" if person else "what"
    return replace(
        noun,
        text=text.capitalize() if capital_letter else text,
        lemma=text,
        upos="PRON",
        xpos="WP",
        feats="PronType=Int",
        space=True,
        entity=None if noun.entity is None else "O",
    )


def ask_object(asked: Pieces, rest: Pieces, root: int, words: list[Word]) -> Pieces:
    """'What did the ferry hit', 'What did the captain say'"""
    wanted = next(
        (p for p, w in enumerate(words) if w.head == root and w.relation in SAID and p > root),
        None,
    )
    if wanted is None:
        return []
    gone = set(branch_of(words, wanted))
    inverted = front_and_rest(asked, rest, root, words)
    if not inverted or any(place in gone for place, _ in inverted[0]):
        return []
    what = replace(asking(words[wanted], capital_letter=True), relation="obj", head=root)
    left = [piece for piece in [*inverted[0], *inverted[1]] if piece[0] not in gone]
    return [(wanted, what), *left]


def invert(
    asked: Pieces, rest: Pieces, root: int, words: list[Word], dice: random.Random
) -> Pieces:
    """'Has the ferry sailed', 'Did the ferry sail', 'When did the ferry sail'"""
    inverted = front_and_rest(asked, rest, root, words)
    if not inverted:
        return []
    front, others = inverted
    if dice.random() < 0.6:
        text = dice.choice(WHEN_WHERE_WHY)
        adverb = replace(
            words[root],
            text=text,
            lemma=text.lower(),
            upos="ADV",
            xpos="WRB",
            feats="PronType=Int",
            head=root,
            relation="advmod",
            space=True,
        )
        return [(-2, adverb), *front, *others]
    return [(front[0][0], capital(front[0][1])), *front[1:], *others]


def front_and_rest(
    asked: Pieces, rest: Pieces, root: int, words: list[Word]
) -> tuple[Pieces, Pieces] | None:
    """The helping verb, and the subject with all that follows it; None where there is neither."""
    helper, verb = rest[0], words[root]
    asked = [(asked[0][0], in_sentence(asked[0][1])), *asked[1:]]
    if helper[1].head == root and helper[1].relation in BE_OR_HELPER and helper[1].text.isalpha():
        moved = replace(helper[1], text=helper[1].text.lower(), space=True)
        return [(helper[0], moved)], [*asked, *rest[1:]]
    if verb.upos != "VERB" or verb.xpos not in {"VBD", "VBZ", "VBP"} or rest[0][0] != root:
        return None
    text = {"VBD": "did", "VBZ": "does", "VBP": "do"}[verb.xpos]
    aux = replace(
        verb, text=text, lemma="do", upos="AUX", head=root, relation="aux", space=True, entity=None
        if verb.entity is None else "O",
    )  # fmt: skip
    bare = replace(verb, text=verb.lemma, xpos="VB", feats="VerbForm=Inf")
    return [(-1, aux)], [*asked, (root, bare), *rest[1:]]
