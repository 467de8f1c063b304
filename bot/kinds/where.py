"""Where did it happen, where to, where from?  A place."""

from collections.abc import Set

from spacy.tokens import Doc, Token

from bot.finding.search import Finding
from bot.finding.unsaid import is_of_an_event
from bot.kinds import hole, who, why
from bot.kinds.kind import Request
from bot.language import lexicon
from bot.language.frames import Frame, Part
from bot.language.places import is_place, place_before_where
from bot.questions import Asked
from bot.story import Reading
from bot.story.candidates import Candidate

PLACING = {"in", "at", "on", "near", "from", "to", "outside", "inside", "into", "around", "off",
           "across", "through", "along", "between", "toward", "towards", "within", "under", "over",
           "behind", "beside", "north", "south", "east", "west", "aboard", "beneath", "above"}  # fmt: skip
WORDS = {"message", "statement", "speech", "letter", "interview", "report", "case", "charge", "word",
         "conference", "exchange", "way", "custody", "addition", "fact", "name", "condition"}  # fmt: skip
ABODES = {"exile", "hiding", "work", "court", "port"}  # deeds or persons by their form
DIRECTED = {"from": {"from", "out", "off"}, "to": {"to", "into", "toward", "towards", "for"}}
# Families of verbs: of being somewhere, and of a deed's being done; and verbs of being there as before.
STAYING = {"live", "locate", "base", "remain", "wait", "sit", "detain"}
SEATED = {"base", "locate"}
MOVING = {
    "go",
    "travel",
    "fly",
    "sail",
    "return",
    "leave",
    "arrive",
    "escape",
    "transfer",
    "bring",
    "send",
}
BRINGING = {"go", "move", "transfer", "bring", "send", "deport", "evacuate", "carry"}
LOSING = {"disappear", "steal"}  # 'vanished [from a depot]' is where it vanished
LASTING = {"stay", "remain", "keep"}
BESIDE = {"nmod", "appos", "flat", "compound", "list"}
GOAL = 3.0  # by which where a journey ends fits better than where it passes
BY_LABEL = {"LOC": 1.0, "ORG": 0.5, "MISC": 0.3, "PER": 0.0}


def recognises(asked: Asked) -> bool:
    """'Where is it?', 'In what place …?', 'What is the location of …?'"""
    if asked.word < 0:
        return False
    word = asked.doc[asked.word].lower_
    return word == "where" or (word in {"what", "which"} and asked.noun in {"place", "location"})


def fits(asked: Asked, reading: Reading, candidate: Candidate) -> float:
    """'in [Lisbon]', '[outside the harbour]'; of a journey rather where it ends than where it goes on"""
    fit = _fits(reading, candidate)
    is_goal = fit and asks_whither(asked) and _opens_with(reading.doc, candidate, DIRECTED["to"])
    return fit + GOAL if is_goal else fit


def asks_whither(asked: Asked) -> bool:
    """'Where will they go?', 'Where was it moved?'; not 'Where did they come from?'"""
    frame = asked.frame
    return (
        frame is not None
        and not asked.preposition
        and bool(lexicon.families(frame.lemma) & BRINGING)
    )


def _opens_with(doc: Doc, candidate: Candidate, openings: Set[str]) -> bool:
    cases = {c.lower_ for c in doc[candidate.head].lefts if c.dep_ == "case"}
    return bool(openings & {*cases, doc[candidate.start].lower_})


def _fits(reading: Reading, candidate: Candidate) -> float:
    head = reading.doc[candidate.head]
    placed = reading.doc[candidate.start].lower_ in PLACING or any(
        child.dep_ == "case" and child.lower_ in PLACING for child in head.lefts
    )
    if any(when.start <= candidate.head < when.end for when in reading.whens):
        return 0.0
    if candidate.shape == "name":
        fit = BY_LABEL.get(candidate.label, 0.3)
        return fit if placed or candidate.label == "LOC" else 0.0
    if candidate.shape in {"phrase", "prepositional", "conjoined"} and placed:
        if candidate.start < candidate.end and head.ent_type_ == "PER":
            return 0.0
        if is_place(head):
            return 0.8
        if head.lemma_.lower() in ABODES:
            return 0.6
        if who.is_person(head.lemma_.lower()) or head.lemma_.lower() in WORDS or _is_deed(head):
            return 0.0
        return 0.0 if head.pos_ == "NUM" or head.dep_ == "obl:tmod" else 0.35
    return 0.0


def _is_deed(noun: Token) -> bool:
    """'on [charges]', 'in the [search]'; not 'in exile' nor 'from work'"""
    lemma, opening = noun.lemma_.lower(), {c.lower_ for c in noun.lefts if c.dep_ == "case"}
    if not opening & {"in", "on", "at", "under", "through", "over"}:
        return False
    return lexicon.event_of(lemma) is not None or why.is_ground(lemma)


def is_where_it_happened(request: Request, finding: Finding) -> bool:
    """Whether a place is that of the asked deed, or where the asked thing is, and lies in the asked
    direction."""
    asked, passage = request.asked, finding.passage
    if not _is_directed_as_asked(asked, finding):
        return False
    if asked.frame is None or asked.frame.lemma == "be":
        return _is_where_it_is(asked, finding)
    if asked.frame.lemma == "work" and not passage.frames:
        return True  # 'a nurse at the clinic': `accepting` sees to whose post it is
    if passage.frames:
        head = finding.candidate.head
        return any(_happens_at(passage.reading, frame, head) for frame, _, _ in passage.frames)
    is_told = asked.frame.head not in passage.alignment.missing  # though not parsed as a deed
    return is_told or bool(asked.preposition) or is_of_an_event(asked)


def _is_directed_as_asked(asked: Asked, finding: Finding) -> bool:
    """'Where did it come from?': not where it went."""
    wanted = DIRECTED.get(asked.preposition)
    doc, candidate = finding.passage.reading.doc, finding.candidate
    opening = {c.lower_ for c in doc[candidate.head].lefts if c.dep_ == "case"}
    opening.add(doc[candidate.start].lower_)
    if wanted is None:  # 'Where are they?': not where they came from
        if _goes_elsewhere(asked, finding):
            return False
        told = [lexicon.families(frame.lemma) for frame, _, _ in finding.passage.frames]
        around = doc[candidate.head].head
        if not told or any(families & MOVING for families in told):
            opening |= {
                c.lower_
                for c in around.lefts
                if c.dep_ == "case" and around.pos_ in {"NOUN", "PROPN"} and "to" not in opening
            }
        return "from" not in opening or any(families & LOSING for families in told)
    return bool(wanted & opening)


def _goes_elsewhere(asked: Asked, finding: Finding) -> bool:
    """'Where was it moved?' asks for Vigo of 'moved from the jail in Lugo to Vigo'."""
    frame, reading = asked.frame, finding.passage.reading
    if frame is None or not lexicon.families(frame.lemma) & BRINGING:
        return False
    ends = [
        reading.edges[argument.head]
        for told, _, _ in finding.passage.frames
        for argument in told.arguments
        if argument.marker in DIRECTED["to"] and is_place(reading.doc[argument.head])
    ]
    return bool(ends) and not any(start <= finding.candidate.head < end for start, end in ends)


def _happens_at(reading: Reading, frame: Frame, place: int) -> bool:
    """'They met in a [bar] in [Vigo]', 'reached [Vigo]', '[Vigo]-based', '[Vigo], where they met'; not
    '[Vigo] won', 'The fall of [Vigo] shocked them'."""
    doc = reading.doc
    taken_up = place_before_where(doc[frame.head])
    if taken_up is not None and place <= taken_up.i < reading.edges[place][1]:
        return True
    if any(a.head == place and a.part in {Part.OBLIQUE, Part.ADVERB} for a in frame.arguments):
        return True
    is_placed, token = place + 2 == frame.head and doc[place + 1].text == "-", doc[place]
    while token.i not in {frame.head, token.head.i}:
        if token.i != place and token.i in reading.predicates:
            return False
        is_placed = is_placed or any(c.lower_ in PLACING for c in token.lefts if c.dep_ == "case")
        if token.i in set(frame.fillers(Part.PATIENT)) and is_place(token):
            return True
        token = token.head
    return is_placed and token.i == frame.head


def _is_where_it_is(asked: Asked, finding: Finding) -> bool:
    """'Ana [lives in Vigo]', 'the port of [Vigo]', 'Alta, a town [in Chile]'; not 'will sail to Vigo'."""
    passage, place = finding.passage, finding.candidate.head
    reading = passage.reading
    holes = {asked.word, asked.phrase}
    things = [a.head for a in asked.frame.arguments if a.head not in holes] if asked.frame else []
    named = {s for head in (*things, asked.topic_head) for s, _ in passage.alignment.of(head)}
    if named & set(range(finding.candidate.start, finding.candidate.end)):
        return False  # 'in Vigo, a town' tells of Vigo itself, 'on two ships off Vigo' of ships
    if any(_holds(reading, thing, place) for thing in named) or _is_told_by(reading, named, place):
        return False
    for frame in reading.frames:
        stays = lexicon.families(frame.lemma) & STAYING or frame.lemma == "be"
        is_fact = not frame.modal or frame.lemma in LASTING
        told = {a.head for a in frame.arguments if a.part in {Part.AGENT, Part.PATIENT}}
        if lexicon.families(frame.lemma) & SEATED:  # 'Brim, a club for pupils based in Lugo'
            told |= {t.i for t in reading.doc[frame.head].ancestors if t.pos_ in {"NOUN", "PROPN"}}
        if stays and is_fact and told & named and _happens_at(reading, frame, place):
            return True
    if asked.asks_for_now or not _is_some_place(reading, place):
        return False
    return any(_is_beside(reading, thing, place) for thing in named)


def _is_some_place(reading: Reading, token: int) -> bool:
    """'in [Vigo]', 'in the [town]', '[12 miles] from Sion'; not 'in the [eyes] of Ana'"""
    word = reading.doc[token]
    is_far = (q.unit == "distance" and q.start <= token < q.end for q in reading.quantities)
    return is_place(word) or bool(word.ent_type_) or any(is_far)


def _holds(reading: Reading, thing: int, place: int) -> bool:
    """'at the jail in [Vigo]': the jail is where Vigo is, not Vigo where the jail is."""
    token = reading.doc[thing]
    within = any(c.dep_ == "case" and c.lower_ in {"in", "at"} for c in token.lefts)
    return token.ent_type_ == "LOC" and within and _hangs_on(reading, thing, place)


def _is_told_by(reading: Reading, things: set[int], place: int) -> bool:
    """'a roadblock near [Alta]', "[Chile]'s jail": where a place is that is told by the asked one."""
    places = {i for n in reading.names if n.label == "LOC" for i in range(n.start, n.end)}
    return bool(things & places) and any(_hangs_on(reading, thing, place) for thing in things)


def _is_beside(reading: Reading, thing: int, place: int) -> bool:
    """'Alta, a town in [Chile]', 'outside the jail in [Alta]', 'In [Alta] they met at the jail'; a
    person may be met anywhere."""
    if _hangs_on(reading, place, thing) or _hangs_on(reading, thing, place):
        return True
    if place == thing + 2 and _is_in_country(reading, thing):
        return True
    if reading.doc[thing].ent_type_ == "PER" or reading.doc[thing].head.ent_type_ == "PER":
        return False
    between = reading.doc[thing + 1 : place]
    if between and all(t.pos_ in {"NOUN", "PROPN", "NUM", "DET", "ADP", "ADJ"} for t in between):
        return sum(t.pos_ == "ADP" for t in between) == 1 and between[-1].pos_ in {
            "ADP",
            "DET",
            "ADJ",
        }
    return any(
        {thing, place} <= {a.head for a in frame.arguments if a.part is Part.OBLIQUE}
        for frame in reading.frames
    )


def _is_in_country(reading: Reading, town: int) -> bool:
    """'[Alta], Chile'; not of 'Alta, Rota and Lugo', nor of 'Peru, Chile and Cuba'"""
    doc = reading.doc
    is_country = lexicon.country_of(doc[town + 2].text) and not lexicon.country_of(doc[town].text)
    return doc[town + 1].text == "," and doc[town].ent_type_ == "LOC" and bool(is_country)


def _hangs_on(reading: Reading, token: int, above: int) -> bool:
    """Whether only nouns and their comments are between."""
    place = reading.doc[token]
    while place.i != above and place.dep_.partition(":")[0] in BESIDE:
        place = place.head
    return place.i == above and token != above


KIND = hole.kind("where", recognises, fits, allows=is_where_it_happened)
