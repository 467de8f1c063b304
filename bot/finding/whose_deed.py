"""Whether a deed is told of those whom the question names, or of others: who did it, and to whom."""

from spacy.tokens import Token

from bot.finding.matching import role_of
from bot.finding.scoring import Passage
from bot.language import lexicon, states
from bot.language.frames import Argument, Frame, Part
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

NOUNS = {"NOUN", "PROPN"}
SURELY = 0.8  # how surely a predicate is the asked one
ASIDE = {"to", "for", "from", "against", "at"}
# Families of verbs whose subject without an object undergoes what it does with one: 'The shop closed.'
TURNING = {
    "begin", "end", "stop", "continue", "resume", "change", "improve", "worsen", "increase", "reduce",
    "rise", "fall",
    "open", "close", "break", "spread", "delay", "sink", "burn", "explode", "develop", "crash",
}  # fmt: skip


def is_anothers(asked: Asked, passage: Passage) -> bool:
    """Whether the asked deed is told only of others than the one the question names."""
    if asked.frame is None or not passage.frames:
        return False
    named = {  # a country acts through many
        i
        for name in asked.names
        if name.label != "MISC" and not lexicon.country_of(asked.doc[name.start : name.end].text)
        for i in range(name.start, name.end)
    }
    parts = {Part.AGENT, Part.PATIENT}
    for argument in asked.frame.arguments:
        if argument.part in parts and argument.head in named:
            tokens = [token for token, _ in passage.alignment.of(argument.head)]
            doc = passage.reading.doc
            if not any(
                role_of(frame, token, passage.reading.edges) is not None
                or (doc[token].dep_ == "dep" and doc[token].head.i == frame.head)
                or (
                    doc[frame.head].dep_.startswith("acl")
                    and doc[token].is_ancestor(doc[frame.head])
                )
                or all(doc[filler].lower_ == "they" for filler in frame.fillers(argument.part))
                for frame, _, _ in passage.frames
                for token in tokens
            ):
                return True
    return False


def is_beside_the_doer(asked: Asked, passage: Passage, token: int) -> bool:
    """'Who sold the goat?' is not answered by 'The goat was sold to Falk', nor 'Who returned it?' by
    whom the sentence has do something else, where it only speaks of the return."""
    frames = [frame for frame, strength, _ in passage.frames if strength >= SURELY]
    if asked.part is not Part.AGENT or any(token in f.fillers(Part.AGENT) for f in frames):
        return False
    parts = [(a.part, a.marker) for f in frames for a in f.arguments if a.head == token]
    if any(part is Part.RECIPIENT or (part is Part.OBLIQUE and m in ASIDE) for part, m in parts):
        return True
    only_named = all(
        passage.reading.doc[f.head].pos_ == "NOUN" and not any(f.fillers(Part.AGENT))
        for f in frames
    )
    others = (f for f in passage.reading.frames if passage.reading.doc[f.head].pos_ == "VERB")
    return bool(frames) and only_named and any(token in f.fillers(Part.PATIENT) for f in others)


def is_of_another_thing(asked: Asked, passage: Passage) -> bool:
    """'Who broke the treaty?' is not answered by 'Thorn broke the truce': in every telling of the
    deed something else fills the part of what the question speaks of."""
    question = asked.frame
    if question is None or not passage.frames:
        return False
    return all(
        any(
            _is_other(asked, passage, frame, argument.part, argument.head)
            or (strength < 1 and _is_done_to_nobody(asked, passage, frame, argument))
            for argument in question.arguments
            if argument.part in {Part.AGENT, Part.PATIENT} and argument.head != asked.phrase
        )
        for frame, strength, _ in passage.frames
    )


def _is_other(asked: Asked, passage: Passage, frame: Frame, part: Part, head: int) -> bool:
    """Whether a part of the sentence's frame is filled, and by nothing that the asked word can mean."""
    reading, word = passage.reading, asked.doc[head]
    fillers = [i for i in frame.fillers(part) if reading.doc[i].pos_ in NOUNS]
    if not fillers or word.pos_ not in NOUNS or head == asked.word:
        return False
    if lexicon.country_of(word.text) and not _is_people(word):
        return False  # a country acts through many
    lands = _lands(word)
    if lands and all(
        _lands(reading.doc[i]) and lands.isdisjoint(_lands(reading.doc[i])) for i in fillers
    ):
        return True  # 'the Chilean firm' for "Peru's firm"
    if all(_may_be_named_so(asked, head, reading, i) for i in fillers):
        return False
    stands = {token for token, _ in passage.alignment.of(head)}
    if any(_opens_subject(reading, token, fillers, frame.head) for token in stands):
        return False
    if part is Part.PATIENT and any(_is_with(reading.doc[token]) for token in stands):
        return False  # 'supply electricity': 'supply people with electricity'
    undergoing = set(frame.fillers(Part.PATIENT))
    undergoing |= {t for i in undergoing if reading.doc[i].lower_ == "it" for t in stands if t < i}
    if part is Part.AGENT and stands & undergoing and _turns(asked, frame):
        return False
    predicate = reading.doc[frame.head]
    if predicate.dep_.startswith("acl"):  # what a clause hangs on is the parser's weakest guess
        before = {t.i for filler in fillers for t in reading.doc[filler].subtree}
        before |= {t.i for t in predicate.ancestors}
        if stands & before - {t.i for t in predicate.subtree}:
            return False
    if any(is_of(reading.doc[token], filler) for token in stands for filler in fillers):
        return False
    wanted = fold(word.lemma_)
    inside = {t.i for filler in fillers for t in reading.doc[filler].subtree if is_of(t, filler)}
    nouns = {i for i in inside if reading.doc[i].pos_ == "NOUN"}
    if part is Part.PATIENT and _suffer(wanted, frame):
        return not any(lexicon.covers("person", fold(reading.doc[i].lemma_)) for i in nouns)
    return not any(_can_mean(wanted, fold(reading.doc[i].lemma_)) for i in nouns)


def _opens_subject(reading: Reading, token: int, fillers: list[int], deed: int) -> bool:
    """'[Owners] of the line Sol Ferries voted', 'the [pilot], Maj. Roe, left': what the parse takes for
    the subject is but the end of it."""
    doc = reading.doc
    if doc[token].pos_ not in NOUNS or any(c.dep_ == "case" for c in doc[token].lefts):
        return False
    return any(
        token < filler < deed and not any(i in reading.predicates for i in range(token, filler))
        for filler in fillers
    )


def _is_with(noun: Token) -> bool:
    return any(child.lower_ == "with" for child in noun.lefts)


def _lands(noun: Token) -> set[str]:
    """The countries whose a thing is told to be, before it."""
    return set(filter(None, (lexicon.country_of(child.text) for child in noun.lefts)))


def _suffer(noun: str, frame: Frame) -> bool:
    """'prisoners' of "released": whoever is set free was one."""
    deed = lexicon.event_of(noun)
    if deed is None or deed.role != "patient":
        return False
    return lexicon.same_family(frame.lemma, deed.verb) or lexicon.undoes(frame.lemma, deed.verb)


def _is_done_to_nobody(asked: Asked, passage: Passage, frame: Frame, argument: Argument) -> bool:
    """'Who returned the book?' is not told by 'The men gave up', nor by 'They went back to Vigo'."""
    reading = passage.reading
    is_patient = argument.part is Part.PATIENT and asked.doc[argument.head].pos_ in NOUNS
    if not is_patient or reading.doc[frame.head].pos_ != "VERB":
        return False
    if any(a.part in {Part.PATIENT, Part.COMPLEMENT} for a in frame.arguments):
        return False
    stands = (token for token, _ in passage.alignment.of(argument.head))
    return all(role_of(frame, token, reading.edges) is None for token in stands)


def has_another_figure(asked: Asked, passage: Passage, token: int) -> bool:
    """'Who put the loss at 12 million?' is not answered by 'Roe put it at eight, the union at 12
    million': where the word takes part, or else in every telling of the deed, another figure stands
    where the question's would."""
    question, reading = asked.frame, passage.reading
    if question is None or not passage.frames:
        return False
    wanted = {
        (a.part, a.marker, quantity.value)
        for a in question.arguments
        for quantity in asked.quantities
        if quantity.number_start in {t.i for t in asked.doc[a.head].subtree}
        and quantity.unit != "ordinal"
    }
    surest = max(strength for _, strength, _ in passage.frames)
    told = [frame for frame, strength, _ in passage.frames if strength == surest]
    told = [frame for frame in told if any(a.head == token for a in frame.arguments)] or told
    return any(
        all(_has_other(reading, frame, part, marker, value) for frame in told)
        for part, marker, value in wanted
    )


def _has_other(
    reading: Reading, frame: Frame, part: Part, marker: str, value: float | None
) -> bool:
    """Whether figures stand in a part, but not that one."""
    places = (
        reading.edges[a.head] for a in frame.arguments if (a.part, a.marker) == (part, marker)
    )
    told = {
        q.value
        for start, end in places
        for q in reading.quantities
        if start <= q.number_start < end
    }
    return bool(told) and value not in told


def is_only_a_state(asked: Asked, passage: Passage) -> bool:
    """'How did Ana die?' is not told by 'named the dead as Ana and Leo'."""
    if asked.frame is None or asked.part in {Part.AGENT, Part.PATIENT}:
        return False
    told = [passage.reading.doc[token] for token, _ in passage.alignment.of(asked.frame.head)]
    return bool(told) and all(states.deed_of(t.lemma_.lower()) for t in told)


def are_apart(reading: Reading, token: int, candidate: Candidate) -> bool:
    """'four clerks, a [bishop] and the jockey [Leo Falk]', 'a villa in [Rome] and a [horse]': of things
    that are joined one tells nothing of the other; but 'the [founder] and head [Leo Falk]' does."""
    above = reading.doc[token]
    between = reading.doc[min(token, candidate.start) + 1 : max(token, candidate.start)]
    if candidate.label == "PER" and not any(t.pos_ == "DET" for t in between):
        return False
    while above.head.i != above.i:
        joined = above.dep_ == "conj" or (above.tag_ == "NN" and above.head.tag_ == "NNS")
        above = above.head
        start, end = reading.edges[above.i]
        if joined and start <= candidate.head < end:
            start, end = reading.edges[token]
            return not start <= candidate.head < end
    return False


def is_of(token: Token, filler: int) -> bool:
    """Whether a word tells what a filler is: 'some [citizens] of Chile'; not 'hid them from soldiers',
    nor what a clause says of them."""
    while token.i != filler:
        openings = {c.lower_ for c in token.lefts if c.dep_ == "case"}
        if token.dep_ == "nmod:poss" and token.head.i != filler:
            return False  # 'the sale of [Chile]'s oil'
        if token.dep_.startswith("acl") or openings - {"of"} or token.head.i == token.i:
            return False
        token = token.head
    return True


def _may_be_named_so(asked: Asked, head: int, reading: Reading, filler: int) -> bool:
    """'[the club] owed millions' for a club's name; "bought '[The Mill]'" for 'a painting'."""
    doc, is_name = reading.doc, any(n.start <= head < n.end for n in asked.names)
    if is_name and doc[filler].pos_ == "NOUN":
        definite = any(c.lower_ in {"the", "its", "his", "her"} for c in doc[filler].lefts)
        lemma = fold(doc[filler].lemma_)
        return definite and bool(lexicon.organisation_type(lemma) or lexicon.is_role(lemma))
    titles = (n for n in reading.names if n.label == "MISC" and n.end - n.start > 1)
    return not is_name and any(n.start <= filler < n.end for n in titles)


def _turns(asked: Asked, frame: Frame) -> bool:
    """'When did the strike end?' 'They ended the strike': the verb says the same both ways."""
    assert asked.frame is not None
    has_patient = any(a.part is Part.PATIENT for a in asked.frame.arguments)
    return not has_patient and bool(lexicon.families(frame.lemma) & TURNING)


def _is_people(word: Token) -> bool:
    """'the [Chileans]': some of them, not their country"""
    plural = word.tag_ in {"NNS", "NNPS"} or word.text.endswith("s")  # not "US"
    return plural and lexicon.is_nationality(word.text)


def _can_mean(a: str, b: str) -> bool:
    """Whether one noun can stand for the other: 'people' for "citizens"."""
    return lexicon.covers(a, b) or lexicon.covers(b, a) or b in lexicon.synonyms(a)
