"""Whether a deed is told of those whom the question names, or of others: who did it, and to whom."""

from spacy.tokens import Token

from bot.language import lexicon
from bot.language.frames import Argument, Frame, Part
from bot.language.terms import fold
from bot.matching import role_of
from bot.questions import Asked
from bot.scoring import Passage

NOUNS = {"NOUN", "PROPN"}


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
                or (
                    doc[frame.head].dep_.startswith("acl")
                    and doc[token].is_ancestor(doc[frame.head])
                )
                or not any(True for _ in frame.fillers(argument.part))
                for frame, _, _ in passage.frames
                for token in tokens
            ):
                return True
    return False


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
    stands = {token for token, _ in passage.alignment.of(head)}
    predicate = reading.doc[frame.head]
    if predicate.dep_.startswith("acl") and any(
        reading.doc[t].is_ancestor(predicate) for t in stands
    ):
        return False  # what a clause hangs on is the parser's weakest guess
    spans = [range(*reading.edges[filler]) for filler in fillers]
    if any(token in span for token in stands for span in spans):
        return False
    wanted = fold(word.lemma_)
    nouns = {i for span in spans for i in span if reading.doc[i].pos_ == "NOUN"} | set(fillers)
    return not any(_can_mean(wanted, fold(reading.doc[i].lemma_)) for i in nouns)


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


def _is_people(word: Token) -> bool:
    """'the [Chileans]': some of them, not their country"""
    plural = word.tag_ in {"NNS", "NNPS"} or word.text.endswith("s")  # not "US"
    return plural and lexicon.is_nationality(word.text)


def _can_mean(a: str, b: str) -> bool:
    """Whether one noun can stand for the other: 'people' for "citizens"."""
    return lexicon.covers(a, b) or lexicon.covers(b, a) or b in lexicon.synonyms(a)
