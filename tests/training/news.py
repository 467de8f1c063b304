"""Turns of newswire that the treebanks hardly have: 'said Tuesday', '…, officials said.'"""

import random
from dataclasses import replace

from tests.training.swap import NameLists, surname
from tests.training.words import Pieces, Word, capital, in_sentence, joined, root_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PAST = "Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin"
SAYING = {"said": "say", "added": "add", "announced": "announce", "told": "tell"}
DAY, SAID = -20, -10  # places of new words, see `words.Pieces`


def with_day(words: list[Word], dice: random.Random) -> list[Word]:
    """'The ferry sank Tuesday off Rota'; unchanged where it already tells a time or is not past."""
    root = root_of(words)
    told = any(word.relation == "obl:unmarked" or word.text in DAYS for word in words)
    ends = words[-1].upos == "PUNCT" and words[-1].head == root
    if told or not ends or words[root].xpos not in {"VBD", "VBN"}:
        return words
    place = len(words) - 1
    if any(word.relation == "ccomp" and word.head == root for word in words[root + 1 :]):
        place = root + 1
    pieces = list(enumerate(words))
    if place < len(words) - 1 and not words[place - 1].space:
        return words
    before, after = pieces[:place], pieces[place:]
    final = not before[-1][1].space
    before[-1] = (before[-1][0], replace(before[-1][1], space=True))
    return joined([*before, *day_pieces(root, words[root], dice, space=not final), *after]) or words


def day_pieces(verb: int, like: Word, dice: random.Random, *, space: bool) -> Pieces:
    """'Tuesday', seldom 'on Tuesday', of the verb at place `verb`."""
    text = dice.choice(DAYS)
    day = new(text, text, "PROPN NNP Number=Sing", verb, "obl:unmarked", like, space=space)
    if dice.random() < 0.7:
        return [(DAY, day)]
    on = new("on", "on", "ADP IN", DAY, "case", like)
    return [(DAY - 1, on), (DAY, replace(day, relation="obl"))]


def with_speaker(words: list[Word], dice: random.Random, lists: NameLists) -> list[Word]:
    """'…, officials said.', '“…,” said Ana Ruiz.', 'The ministry said Tuesday that …'"""
    root, final = root_of(words), words[-1]
    if final.text != "." or final.head != root or any(word.text in '"“”' for word in words):
        return words
    who, number = speaker(words[0], dice, lists)
    text = dice.choice(list(SAYING)[:3])
    feats = PAST.format(number=number)
    said = new(text, SAYING[text], f"VERB VBD {feats}", SAID, "ROOT", final)
    said_day = day_pieces(SAID, final, dice, space=True) if dice.random() < 0.4 else []
    clause: Pieces = [
        (place, replace(word, head=SAID, relation="ccomp") if place == root else word)
        for place, word in enumerate(words[:-1])
    ]
    end = (len(words) - 1, replace(final, head=SAID))
    if dice.random() < 0.35:
        that = [(-30, new("that", "that", "SCONJ IN", root, "mark", final))]
        head = [(who[0][0], capital(who[0][1])), *who[1:], (SAID, said), *said_day]
        first = (clause[0][0], in_sentence(clause[0][1]))
        told = [*head, *(that if dice.random() < 0.5 else []), first, *clause[1:]]
        return joined([*told, end]) or words
    comma = new(",", ",", "PUNCT ,", root, "punct", final)
    left, right = [], [(-31, comma)]
    if dice.random() < 0.5:
        marks = dice.choice(('""', "“”"))
        left = [(-32, new(marks[0], marks[0], "PUNCT ``", root, "punct", final, space=False))]
        right = [(-31, replace(comma, space=False)),
                 (-33, new(marks[1], marks[1], "PUNCT ''", root, "punct", final))]  # fmt: skip
    clause[-1] = (clause[-1][0], replace(clause[-1][1], space=False))
    turned = dice.random() < 0.25 and who[-1][1].upos != "PRON"
    saying = [(SAID, said), *who] if turned else [*who, (SAID, said), *said_day]
    saying[-1] = (saying[-1][0], replace(saying[-1][1], space=False))
    return joined([*left, *clause, *right, *saying, end]) or words


def speaker(like: Word, dice: random.Random, lists: NameLists) -> tuple[Pieces, str]:
    """Who spoke, and whether one or many: 'officials', 'a spokesman', 'Ana Ruiz', 'Ruiz'."""
    way = dice.random()
    if way < 0.25:
        text = dice.choice(("officials", "police", "authorities", "witnesses", "prosecutors"))
        lemma = {"police": "police", "authorities": "authority"}.get(text, text[:-1])
        return [(-1, new(text, lemma, "NOUN NNS Number=Plur", SAID, "nsubj", like))], "Plur"
    if way < 0.4:
        text, gender = dice.choice((("he", "Masc"), ("she", "Fem")))
        tag = f"PRON PRP Case=Nom|Gender={gender}|Number=Sing|Person=3|PronType=Prs"
        return [(-1, new(text, text, tag, SAID, "nsubj", like))], "Sing"
    if way < 0.65:
        text = dice.choice(("spokesman", "ministry", "minister", "president", "lawyer", "group"))
        article, kind = dice.choice((("the", "Def"), ("a", "Ind")))
        det = new(article, article, f"DET DT Definite={kind}|PronType=Art", -1, "det", like)
        return [
            (-2, det), (-1, new(text, text, "NOUN NN Number=Sing", SAID, "nsubj", like)),
        ], "Sing"  # fmt: skip
    names = [surname(dice, lists)]
    if way < 0.85:
        names.insert(0, dice.choice(lists.given))
    words = [
        new(name, name, "PROPN NNP Number=Sing", SAID if place == 0 else -1,
            "flat" if place else "nsubj", like, tag="I-PER" if place else "B-PER")
        for place, name in enumerate(names)
    ]  # fmt: skip
    return [(-1 - place, word) for place, word in enumerate(words)], "Sing"


def new(
    text: str,
    lemma: str,
    tags: str,
    head: int,
    relation: str,
    like: Word,
    *,
    space: bool = True,
    tag: str = "O",
) -> Word:
    """A word of its own; its name is known if that of `like` is."""
    upos, xpos, feats = [*tags.split(" "), ""][:3]
    entity = None if like.entity is None else tag
    return Word(text, lemma, upos, xpos, feats, head, relation, space, entity)
