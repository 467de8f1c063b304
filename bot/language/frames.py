"""Who did what to whom, read from a dependency parse (Universal Dependencies labels).

A frame is a predicate with what depends on it.  Active, passive, reduced and relative clauses of the
same event give the same roles; nouns that name an event ('the capture of X') give a frame as well.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language import lexicon
from bot.language.parts import Argument, Frame, Part
from bot.language.places import is_place
from bot.language.sharing import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    marker,
    of_whom_it_is_told,
    shared,
    taken_up,
    with_conjuncts,
)

__all__ = ["Argument", "Frame", "Part", "base", "find", "lemma", "marker"]


PLAIN_TIMES = {"obl:tmod", "obl:npmod", "obl:unmarked"}
ENDINGS = (
    ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("d", ""), ("s", ""),
)  # fmt: skip
ACCUSING = {"accuse", "convict", "acquit"}
FORGONE = {"to", "doing", "from"}  # how what was refused hangs on the refusal
CORE = frozenset({Part.AGENT, Part.PATIENT})  # who does it and whom it is done to
NEGATIONS = {"not", "n't", "never", "no", "neither", "nor", "n’t", "hardly", "without"}


def find(doc: Doc) -> tuple[Frame, ...]:
    """Every frame of a sentence, in the order of their predicates."""
    return tuple(frame for token in doc if (frame := _frame(token)) is not None)


def lemma(token: Token) -> str:
    """The lemma with its particle: 'let go', 'step down'; lower case."""
    particles = [child.lower_ for child in token.children if child.dep_ == "compound:prt"]
    return " ".join([base(token), *particles])


def base(token: Token) -> str:
    """The lemma, mended where the lexicon knows a verb that the word is a regular form of."""
    found = (token.lemma_ or token.lower_).lower()
    if token.lower_ == "born":
        return "born"  # not what carries
    if found == "try" and any(child.dep_ == "xcomp" for child in token.children):
        return "attempt"  # no court does
    if token.pos_ not in {"VERB", "ADJ", "AUX"} or lexicon.families(found):
        return found
    word = token.lower_
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending) + instead
            for form in (stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
                if lexicon.families(form):
                    return form
    return found


def wordings(token: Token, verb: str) -> list[str]:
    """The verbs that a word can be read as: 'walk'; where "free" follows, only 'walk free'."""
    particles = [child.lower_ for child in token.children if child.dep_ == "compound:prt"]
    whole = f"{verb} {particles[-1]}" if particles else verb
    told = _longest(token, verb)
    longer = [words for words in told if len(words.split()) > len(whole.split())]
    return longer or [whole]


def beside(token: Token) -> frozenset[int]:
    """The words that say the deed together with a verb: 'lost [their lives]'."""
    told = _longest(token, base(token)) if token.pos_ == "VERB" else {}
    return frozenset(place for places in told.values() for place in places)


def _longest(verb: Token, lemma: str) -> dict[str, list[int]]:
    """The longest phrases that begin with a verb, and where their other words stand."""
    told = {
        phrase: places
        for phrase in lexicon.phrases(lemma)
        if (places := _follow(verb, phrase.split()[1:]))
    }
    longest = max(map(len, told.values()), default=0)
    return {phrase: places for phrase, places in told.items() if len(places) == longest}


def _follow(verb: Token, words: list[str]) -> list[int]:
    """Where the rest of 'set free' or 'take into custody' stands soon after the verb; [] if not."""
    after = list(verb.doc[verb.i + 1 : verb.i + 4 + len(words)])
    below = (token for token in verb.subtree if token.i > verb.i and token.pos_ in {"ADJ", "NOUN"})
    last = next((token for token in below if words[-1] in _forms(token)), None)
    if last is not None:  # 'found [Ana Roe, a baker,] guilty'
        after += [*last.lefts, last]
    found = [next((t.i for t in after if word in _forms(t)), -1) for word in words]
    return [] if -1 in found else found


def _forms(token: Token) -> tuple[str, str]:
    return token.lower_, token.lemma_.lower()


def _frame(token: Token) -> Frame | None:
    if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "aux:pass", "cop"}:
        return _verb(token)
    if any(child.dep_ == "cop" for child in token.children):
        return _copula(token)
    if token.pos_ == "NOUN" and (event := lexicon.event_of(token.lemma_.lower())):
        return _nominal(token, *event)
    return None


def _verb(verb: Token) -> Frame:
    passive = _is_passive(verb)
    arguments = list(_arguments(verb, passive))
    parts = {argument.part for argument in arguments}
    if Part.AGENT not in parts and (inverted := _inverted_subject(verb)) is not None:
        arguments = [a for a in arguments if a.head != inverted.i]
        arguments.append(Argument(Part.AGENT, inverted.i))
    if verb.dep_ == "acl:relcl" or not {Part.AGENT, Part.PATIENT} <= parts:
        arguments.extend(shared(verb, passive, parts))
    arguments.extend(taken_up(verb))
    if not any(argument.part is Part.PATIENT for argument in arguments):
        arguments = list(_undergone(verb, arguments))
    return Frame(
        head=verb.i,
        lemma=lemma(verb),
        arguments=tuple(sorted(arguments, key=lambda a: a.head)),
        negated=_negated(verb),
        modal=_modal(verb),
        passive=passive,
    )


def _undergone(verb: Token, arguments: list[Argument]) -> Iterator[Argument]:
    """'[Two men] walked free': it was done to them, as in 'set two men free'."""
    done_to = any(lexicon.is_undergone(one) for one in wordings(verb, base(verb)))
    for argument in arguments:
        if done_to and argument.part is Part.AGENT:
            yield replace(argument, part=Part.PATIENT)
        else:
            yield argument


def _arguments(verb: Token, passive: bool = False) -> Iterator[Argument]:
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    if len(subjects) > 1 and (subjects[-1].tag_ == "VBN" or marker(subjects[-1]) in {"of", "from"}):
        subjects.pop()  # 'the truth, though badly [wounded], prevails', 'Roe, 49, of the [union], left'
    for child in verb.children:
        dep, opening = child.dep_, marker(child)
        if dep in SUBJECTS | PASSIVE_SUBJECTS and child.i < verb.i and child not in subjects[-1:]:
            continue  # of two subjects the parse gives, the nearer is likelier
        if dep in PASSIVE_SUBJECTS or dep == "obj" or (dep in SUBJECTS and passive):
            yield from with_conjuncts(Part.PATIENT, child, opening)
        elif dep == "obl:agent" and lexicon.is_time(child.text):
            yield Argument(Part.OBLIQUE, child.i, opening)  # 'mended by [noon]'
        elif dep in SUBJECTS or dep == "obl:agent":
            part = Part.PATIENT if _is_asked_object(child) else Part.AGENT
            yield from with_conjuncts(part, child, opening)
        elif dep == "iobj":
            yield from with_conjuncts(Part.RECIPIENT, child, opening)
        elif dep in PLAIN_TIMES:
            yield Argument(Part.TIME, child.i, opening)
        elif dep == "obl" or dep.startswith("obl:"):
            by_whom = (
                opening == "by"
                and (passive or verb.tag_ == "VBN")
                and not lexicon.is_time(child.text)
            )
            part = Part.AGENT if by_whom else Part.OBLIQUE
            yield from with_conjuncts(part, child, opening)
        elif dep in {"ccomp", "xcomp"}:
            yield Argument(Part.COMPLEMENT, child.i, opening)
        elif dep in {"advcl", "advcl:relcl"}:
            yield Argument(Part.CLAUSE, child.i, opening)
        elif dep == "advmod":
            yield Argument(Part.ADVERB, child.i, "")
        if dep == "obj":
            yield from _beside(child)


def _beside(thing: Token) -> Iterator[Argument]:
    """'heard rumors [on Friday]', 'sent crews [to Vigo]': not the rumors' day nor the crews' town;
    but the day of 'the vote on Friday' it is."""
    if lexicon.event_of(thing.lemma_.lower()):
        return
    for child in thing.rights:
        if child.dep_ != "nmod":
            continue
        opening = marker(child)
        timed = opening == "on" and lexicon.is_time(child.text)
        if timed or (opening in {"to", "at", "outside"} and is_place(child)):
            yield Argument(Part.OBLIQUE, child.i, opening)


def _is_passive(verb: Token) -> bool:
    """'was seen and heard', whatever the parse calls the auxiliary; 'had been seen', 'got hurt'."""
    if any(c.dep_ == "aux:pass" or c.dep_ in PASSIVE_SUBJECTS for c in verb.children):
        return True
    if _is_accused(verb):
        return True
    auxiliaries = [c for c in verb.lefts if c.dep_ in {"aux", "cop"}]
    own = {"aux", "cop", "obj", *SUBJECTS}
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in own for c in verb.children):
        return _is_passive(verb.head)  # 'was caught and [fined]'
    return verb.tag_ in {"VBN", "VBD"} and bool(auxiliaries) and auxiliaries[-1].lemma_ == "be"


def _is_accused(verb: Token) -> bool:
    """'was held and [charged] with theft': who charges somebody names him."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"obj", "ccomp"} for c in verb.children):
        return False
    openings = {marker(c) for c in verb.rights if c.dep_.startswith(("obl", "advcl"))}
    return bool(openings & {"with", "of"} and lexicon.families(base(verb)) & ACCUSING)


def _is_asked_object(token: Token) -> bool:
    """'What did she buy?', 'How many ships do they own?': asked before "did", so no subject."""
    doc, first, after = token.doc, token.left_edge, token.right_edge.i + 1
    if after + 1 >= len(doc) or first.tag_ not in {"WP", "WDT", "WRB", "WP$"}:
        return False
    return doc[after].lemma_ == "do" and doc[after].pos_ == "AUX" and doc[after + 1].pos_ != "VERB"


def _inverted_subject(verb: Token) -> Token | None:
    """'What did [Ana] say?', whatever the parse calls it."""
    auxiliaries = [c for c in verb.lefts if c.lemma_ == "do" and c.dep_ == "aux"]
    if not auxiliaries:
        return None
    between = [c for c in verb.lefts if c.i > auxiliaries[0].i and c.pos_ in
               {"PROPN", "NOUN", "PRON", "NUM"}]  # fmt: skip
    return between[0] if between else None


def _copula(predicate: Token) -> Frame:
    arguments = [a for a in _arguments(predicate) if a.head != predicate.i]
    first = next((a for a in arguments if a.part is Part.AGENT and a.marker), None)
    if first is not None:  # 'Among them was [Mara]'
        arguments = [a for a in arguments if a.part is not Part.AGENT]
        arguments.append(Argument(Part.ATTRIBUTE, first.head, first.marker))
        arguments.extend(with_conjuncts(Part.AGENT, predicate, ""))
    else:
        arguments.append(Argument(Part.ATTRIBUTE, predicate.i, marker(predicate)))
    return Frame(
        head=predicate.i,
        lemma="be",
        arguments=tuple(sorted(arguments, key=lambda a: a.head)),
        negated=_negated(predicate),
        modal=_modal(predicate),
    )


def _nominal(noun: Token, verb: str, part: str) -> Frame:
    """'the capture of the town by rebels'; 'the winner of the vote' fills its own agent."""
    arguments: list[Argument] = []
    if part != "event":
        arguments.append(Argument(Part(part), noun.i))
    for child in noun.children:
        opening = marker(child)
        if child.dep_ == "nmod:poss":
            arguments.append(Argument(Part.PATIENT if part == "agent" else Part.AGENT, child.i))
        elif child.dep_ == "nmod" or child.dep_.startswith(("nmod:", "obl")):
            inner = {"of": Part.PATIENT, "by": Part.AGENT}.get(opening, Part.OBLIQUE)
            arguments.append(Argument(inner, child.i, opening))
    if part == "event" and lexicon.families(verb) & ACCUSING:
        told = {argument.part for argument in arguments}
        accused = of_whom_it_is_told(noun) if Part.PATIENT not in told else []
        arguments += [a for t in accused for a in with_conjuncts(Part.PATIENT, t, "")]
        arguments.sort(key=lambda argument: argument.head)
    is_absent = any(c.lower_ in {"no", "without"} for c in noun.lefts)
    return Frame(noun.i, verb, tuple(arguments), negated=is_absent)


def _negated(token: Token) -> bool:
    own = any(c.lower_ in NEGATIONS and c.dep_ in {"advmod", "det", "cc"} for c in token.children)
    return own != _is_forgone(token)


def _is_forgone(verb: Token) -> bool:
    """'She refused to [pay]', 'He was kept from [leaving]'; not 'She did not fail to [pay]'"""
    above = verb.head
    if verb.dep_ not in {"xcomp", "advcl", "ccomp"} or _negated(above):
        return False
    way = marker(verb) or "doing"
    return way in FORGONE and base(above) in lexicon.word_list("verbs", "forgone", way)


def _modal(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.tag_ == "MD"), "")
