"""Those who take part in a deed without standing beside its verb: joined by "and", or shared with the
words that the clause hangs on."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language import lexicon
from bot.language.parts import Argument, Part

SUBJECTS = {"nsubj", "csubj", "nsubj:outer"}
PASSIVE_SUBJECTS = {"nsubj:pass", "csubj:pass"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_PRONOUNS = {"it", "he", "she", "they"}
_RELATIVE = {"who", "which", "that", "whom"}


def marker(token: Token) -> str:
    """The preposition or conjunction that opens a dependant: 'in', 'because of', 'to'."""
    opening = [c for c in token.lefts if c.dep_ in {"case", "mark"}]
    if not opening:
        return ""
    first = opening[0]
    return " ".join([first.lower_, *(c.lower_ for c in first.children if c.dep_ == "fixed")])


def with_conjuncts(part: Part, token: Token, opening: str) -> Iterator[Argument]:
    """The same part for 'Mara' and for 'Leo' of 'Mara and Leo'."""
    joined = [c for c in token.children if c.dep_ == "conj" and c.pos_ in NOMINAL]
    if token.pos_ != "ADJ" or not joined:  # 'Norse and foreign [crews]': the crews
        yield Argument(part, token.i, opening)
    for child in joined:
        if not _goes_with_apposition(token, child):
            yield Argument(part, child.i, opening)


def _goes_with_apposition(name: Token, joined: Token) -> bool:
    """'Mara, sister of Leo and [head] of the port, left': Mara is both; not 'Mara, a baker, and Leo'."""
    told = any(c.dep_ == "appos" and name.i < c.i < joined.i for c in name.children)
    joining = next((c for c in joined.lefts if c.dep_ == "cc"), None)
    if not told or joined.pos_ != "NOUN" or joining is None:
        return False
    return joining.nbor(-1).text != ","


def shared(verb: Token, passive: bool, parts: set[Part]) -> Iterator[Argument]:
    """The subject or object that a clause takes from the words it hangs on."""
    head, dep = verb.head, verb.dep_
    if dep == "acl:relcl":
        yield from _antecedent(verb, head, passive, parts)
    elif dep == "acl" and marker(verb) == "to":
        return  # 'a plan to sail', 'seized to stand trial': the noun is not who does it
    elif dep == "acl" and marker(verb) == "of":
        for told in of_whom_it_is_told(head) if Part.AGENT not in parts else ():
            yield from with_conjuncts(Part.AGENT, told, "")
    elif dep == "acl":
        part = Part.PATIENT if verb.tag_ == "VBN" else Part.AGENT
        if part not in parts:
            yield from with_conjuncts(part, head, "")
    elif marker(verb) in {"of", "with"} and lexicon.same_family(head.lemma_.lower(), "accuse"):
        if Part.AGENT not in parts:  # 'accused of [stealing]': by the accused
            for accused in head.children:
                if accused.dep_ in PASSIVE_SUBJECTS | {"obj"}:
                    yield from with_conjuncts(Part.AGENT, accused, "")
    elif dep in {"xcomp", "advcl", "conj", "parataxis"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        wanted = Part.PATIENT if passive or (verb.tag_ == "VBN" and dep != "conj") else Part.AGENT
        if wanted in parts or any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in verb.children):
            return
        if dep == "xcomp":
            controllers = [c for c in head.children if c.dep_ in {"obj", "iobj"}]
            if controllers:
                yield Argument(wanted, controllers[0].i)
                return
        for subject in _subjects(head):
            yield from with_conjuncts(wanted, subject, "")


def taken_up(verb: Token) -> Iterator[Argument]:
    """'The [operator] will take back those whom it dismissed': who 'it' is, where a noun of the clause
    above fits; names are known otherwise."""
    pronouns = (c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS)
    own = next((c for c in pronouns if c.lower_ in _PRONOUNS), None)
    if own is None or verb.dep_ not in {"advcl", "acl:relcl", "ccomp"}:
        return
    above = verb.head
    while above.pos_ not in {"VERB", "AUX"} and above.head.i != above.i:
        above = above.head
    for subject in _subjects(above):
        if subject.i < own.i and _fits(own.lower_, subject):
            yield Argument(Part.AGENT if own.dep_ in SUBJECTS else Part.PATIENT, subject.i)


def _fits(pronoun: str, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    is_person = lexicon.is_role(lemma) or lexicon.covers("person", lemma)
    if pronoun in {"he", "she"}:
        return noun.lower_ == "one" or (noun.tag_ == "NN" and is_person)
    return noun.tag_ == "NNS" if pronoun == "they" else noun.tag_ == "NN" and not is_person


def of_whom_it_is_told(noun: Token) -> list[Token]:
    """Who does what a noun is of: '[Leo] was held on charges of stealing', 'They held [Leo] on charges
    of stealing', '[Mara] has a history of winning'."""
    verb = noun.head
    if verb.pos_ not in {"VERB", "AUX"} or verb.i == noun.i:
        return []
    suffering = [c for c in verb.children if c.dep_ in PASSIVE_SUBJECTS or c.dep_ == "obj"]
    return [c for c in suffering if c.i != noun.i][:1] or _subjects(verb)


def _subjects(head: Token) -> list[Token]:
    for _ in range(4):
        found = [c for c in head.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
        if found:
            return found[-1:]
        if head.dep_ == "acl" and marker(head) == "of":
            return of_whom_it_is_told(head.head)
        if head.dep_ in {"acl", "acl:relcl"}:
            return [head.head]
        if head.dep_ not in {"xcomp", "advcl", "conj", "parataxis"}:
            return []
        head = head.head
    return []


def _named_before(verb: Token) -> Token | None:
    """'Leo Roe, a driver, and [Ana Ruiz], 58, who sang': whatever the parse hangs the clause on."""
    who = next((c for c in verb.lefts if c.lower_ == "who"), None)
    if who is None or who.i < 4:
        return None
    name, comma, age, closing = who.doc[who.i - 4 : who.i]
    if name.pos_ != "PROPN" or not age.like_num or {comma.text, closing.text} != {","}:
        return None
    while name.head.pos_ == "PROPN" and abs(name.head.i - name.i) == 1 and name.dep_ != "conj":
        name = name.head
    return name


def _antecedent(verb: Token, head: Token, passive: bool, parts: set[Part]) -> Iterator[Argument]:
    """'the ship [that] sank': the relative word stands for the noun before it."""
    head = _named_before(verb) or head
    while head.pos_ == "NUM" and head.dep_ in {"appos", "nummod", "flat", "list", "dep"}:
        head = head.head  # 'Ana Ruiz, 58, who sang'
    if (person := _person_before_who(verb)) is not None and not _is_person(head):
        head = person  # 'the home of [Ana Ruiz], who sang'
    if any(child.lower_ == "where" for child in verb.lefts):
        yield Argument(Part.OBLIQUE, head.i, "in")  # 'the port where they met'
        return
    for child in verb.children:
        if child.lower_ in _RELATIVE and child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"obj"}:
            return_part = Part.AGENT if child.dep_ in SUBJECTS else Part.PATIENT
            yield Argument(return_part, head.i)
            return
    wanted = Part.PATIENT if passive or Part.AGENT in parts else Part.AGENT
    if wanted not in parts:
        yield Argument(wanted, head.i)


def _person_before_who(verb: Token) -> Token | None:
    """The person named right before the "who" of a clause."""
    who = next((c for c in verb.lefts if c.lower_ == "who" and c.i > 1), None)
    if who is None:
        return None
    before = who.nbor(-2) if who.nbor(-1).text == "," else who.nbor(-1)
    while before.dep_ in {"flat", "compound"} and before.head.i != before.i:
        before = before.head
    return before if _is_person(before) else None


def _is_person(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or lexicon.covers("person", noun.lemma_.lower())
