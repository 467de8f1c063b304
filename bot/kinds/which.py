"""Which city, what newspaper?  Something of the asked class."""

from bot.finding.search import Finding
from bot.kinds import hole, where, who
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.frames import Part
from bot.language.terms import fold, stem
from bot.questions import Asked
from bot.questions.expecting import MANNERS
from bot.story import Reading
from bot.story.candidates import Candidate

SETTLED = {"settlement", "region", "country"}  # places that bear a name of their own
GENERIC = {  # classes that every name of a label is of
    "PER": {"person", "people", "man", "woman", "human", "individual"},
    "ORG": {"company", "organization", "organisation", "group", "institution", "firm", "body"},
    "LOC": {"place", "location", "area"},
}
RANKS = {"position", "rank", "spot"}  # 'finished [ninth]'
NEAR = 2  # steps through the parse
CLASSES = {"kind", "type", "sort", "category", "group"}


def recognises(asked: Asked) -> bool:
    """'Which city …?', 'What kind of boat …?'"""
    return bool(asked.word >= 0 and asked.noun)


def _class(asked: Asked) -> str:
    """'city' of 'which city', 'people' of 'what kinds of people'."""
    if asked.noun in CLASSES:
        for child in asked.doc[asked.phrase].children:
            if child.dep_ == "nmod":
                return fold(child.lemma_)
    return fold(asked.noun)


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'the [Daily News] newspaper' for which newspaper; 'the port of [Vigo]' for which port"""
    head, wanted = reading.doc[candidate.head], _class(asked)
    if asked.noun in CLASSES and candidate.shape not in {"phrase", "conjoined"}:
        return 0.0
    own = fold(head.lemma_)
    of_class = _same_class(own, wanted) or own in lexicon.synonyms(wanted)
    if candidate.shape == "name":
        if candidate.label == "MISC" and lexicon.is_nationality(reading.doc[candidate.start].text):
            return 1.0 if wanted in {"nationality", "language", "citizenship"} else 0.0
        own_words = {fold(reading.doc[i].text) for i in range(candidate.start, candidate.end)}
        if wanted in own_words:
            return 1.0  # 'University of Salta' for which university
        if kind := lexicon.place_type(wanted):
            likely = 1.0 if kind in SETTLED else 0.4
            fit = likely if candidate.label == "LOC" else 0.2
        elif lexicon.organisation_type(wanted):
            fit = 1.0 if candidate.label in {"ORG", "MISC"} else 0.3
        elif who.is_person(wanted):
            fit = who.BY_LABEL.get(candidate.label, 0.3)
        else:
            fit = 0.5
        return min(1.0, fit + 0.5 * _is_called(reading, candidate, wanted))
    if candidate.shape == "when":
        return 0.0  # 'Which day …?' asks when
    if candidate.shape == "quantity":
        other = 0.0 if is_typed(asked) and not lexicon.covers(wanted, own) else 0.2
        return 0.4 if of_class else other
    if candidate.shape in {"phrase", "conjoined"}:
        plain = head.pos_ == "NOUN" and not any(
            q.start < candidate.end and candidate.start < q.end for q in reading.quantities
        )
        if asked.noun in CLASSES:
            listed = candidate.shape == "conjoined"
            is_kind = plain and stem(own) != stem(wanted) and lexicon.covers(wanted, own)
            return (1.0 if listed else 0.6) if is_kind else 0.0
        if of_class or lexicon.covers(wanted, own):
            return 0.8
        return 0.0 if is_typed(asked) else 0.3
    if is_typed(asked):
        return 0.0
    return 0.15 if candidate.shape in {"quality", "prepositional", "quote"} else 0.05


def _same_class(own: str, wanted: str) -> bool:
    """'flights' and 'flight'; not 'prisoners' and 'prison': who is somewhere is no place."""
    return stem(own) == stem(wanted) and who.is_person(own) == who.is_person(wanted)


def _is_called(reading: Reading, candidate: Candidate, wanted: str) -> bool:
    """Whether the asked noun stands beside the name: 'broadcaster Norlys', 'port of Vigo'."""
    doc, beside = reading.doc, [candidate.start - 1, candidate.end]
    if candidate.start > 1 and doc[candidate.start - 1].lower_ == "of":
        beside.append(candidate.start - 2)
    return any(0 <= i < len(doc) and fold(doc[i].lemma_) == wanted for i in beside)


def is_typed(asked: Asked) -> bool:
    """Whether the asked class is of persons, places or organisations, which have names."""
    wanted = _class(asked)
    return bool(
        lexicon.place_type(wanted) or lexicon.organisation_type(wanted) or who.is_person(wanted)
    )


def has_the_class(asked: Asked, finding: Finding) -> bool:
    """Whether a sentence speaks of the asked class, where that is not of persons, places or
    organisations: 'a driver' tells of no car, 'a trawler' of a boat."""
    if asked.noun in RANKS:
        return finding.candidate.label == "ordinal"
    if is_typed(asked) or asked.tells_the_hole(asked.phrase) or asked.noun in MANNERS:
        return True
    if any(True for _ in finding.passage.alignment.of(asked.phrase)):
        return True
    doc = finding.passage.reading.doc
    words = doc[finding.candidate.start : finding.candidate.end]
    return any(lexicon.covers(_class(asked), fold(t.lemma_)) for t in words if t.pos_ == "NOUN")


def is_of_the_class(request: Request, finding: Finding) -> bool:
    """Whether the story shows words to be of the asked class: 'airline' is not any name beside the
    deed."""
    reading, candidate = finding.passage.reading, finding.candidate
    wanted = _class(request.asked)
    if not (_is_of_the_deed(request, finding) and has_the_class(request.asked, finding)):
        return False
    if not _is_by_the_names(request.asked, finding):
        return False
    if candidate.shape != "name" and is_typed(request.asked):
        own = fold(reading.doc[candidate.head].lemma_)
        return stem(own) != stem(wanted) or _same_class(own, wanted)
    if not is_typed(request.asked):  # no yacht is a person, unless it is called a yacht
        return candidate.label != "PER" or _is_called(reading, candidate, wanted)
    if lexicon.place_type(wanted) == "country":
        named = reading.doc[candidate.start : candidate.end].text
        people = lexicon.is_nationality(named) and candidate.label != "LOC"
        return lexicon.country_of(named) is not None and not people
    is_settled = lexicon.place_type(wanted) in SETTLED
    told_as_place = candidate.label == "LOC" or (  # a label may err, 'reached Ulm' does not
        candidate.end - candidate.start == 1 and bool(finding.features.get("same part"))
    )
    generic = (
        (is_settled and told_as_place)
        or wanted in GENERIC.get(candidate.label, set())
        or _is_called(reading, candidate, wanted)
    )
    words = {fold(reading.doc[i].text) for i in range(candidate.start, candidate.end)}
    if lexicon.place_type(wanted) and candidate.label == "ORG":  # 'Rota Mountain Guides'
        ends = reading.doc[candidate.start], reading.doc[candidate.end - 1]
        words &= {fold(token.text) for token in ends}
    known = {token for token, _ in finding.passage.alignment.of(request.asked.phrase)}
    known -= {i for i in known if fold(reading.doc[i].text) == wanted}
    return generic or wanted in words or any(candidate.start <= t < candidate.end for t in known)


def _is_by_the_names(asked: Asked, finding: Finding) -> bool:
    """'Which country is Roe from?': not any country told beside Roe."""
    if asked.frame is None or asked.frame.lemma != "be" or asked.preposition != "from":
        return True
    steps = finding.passage.reading.distances[finding.candidate.head]
    named = [t for n in asked.names for t, _ in finding.passage.alignment.of(n.start)]
    return not named or min(steps[token] for token in named) <= NEAR


def _is_of_the_deed(request: Request, finding: Finding) -> bool:
    """Whether words are to the deed what is asked for: who or what did it, to whom, or where."""
    is_place = lexicon.place_type(_class(request.asked)) is not None
    is_inside = is_place and request.asked.preposition == "in"  # 'Which town is it in?'
    if request.asked.part in {Part.AGENT, Part.PATIENT} and not is_inside:
        return who.is_the_asked_part(request, finding)
    return not is_place or where.is_where_it_happened(request, finding)


KIND = hole.kind("which", recognises, fits, allows=is_of_the_class, final=False)
