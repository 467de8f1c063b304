"""What a sentence must say before its words may answer: who would rather be silent than wrong.

The cascade is that of answers nobody asked for: an unknown name, another number, a deed that the
sentence does not speak of.  A wrong answer is often worse than none (Brill, Dumais and Banko, "AskMSR",
EMNLP 2002).
"""

from spacy.tokens import Doc, Token

from bot.finding import hollow, posts, whose_deed
from bot.finding.polarity import is_turned
from bot.finding.scoring import Passage
from bot.finding.search import Finding
from bot.finding.unsaid import deed_is_missing, is_its_length, tells_the_event
from bot.language import lexicon, lists, opposites
from bot.language.dates import When
from bot.language.frames import NEGATIONS, Frame, Part
from bot.language.keys import is_content
from bot.language.names import Name
from bot.language.numbers import Quantity
from bot.language.terms import fold
from bot.questions import Asked
from bot.story import Reading, Story

TITLING = {"appos", "compound", "flat", "nmod:desc"}  # between a name and what its bearer is
SIDES = {"for", "against", "with"}
SWAPPED = -0.9  # agreement of parts that are exchanged
ON_TOPIC = 0.3  # least share of the question's words; see tests/benchmark


def _is_of_a_role(asked: Asked, name: Name) -> bool:
    """'the president [of Norway]': no place where all of it happens, but which president."""
    root = asked.doc[name.start : name.end].root
    return root.dep_.startswith("nmod") and lexicon.is_role(root.head.lemma_.lower())


def _is_a_side(asked: Asked, name: Name) -> bool:
    """'Who visited [Oslo]?', 'Who scored for [Oslo]?': no place where all of it happens."""
    frame, inside = asked.frame, range(name.start, name.end)
    return frame is not None and any(
        argument.head in inside
        for argument in frame.arguments
        if argument.part is Part.PATIENT or argument.marker in SIDES
    )


def objection(asked: Asked, finding: Finding, story: Story) -> str:
    """Why a finding may not answer, in a few words; "" when it may."""
    passage = finding.passage
    if _says_nothing_new(asked, finding):
        return "the question's own words"
    if _is_unresolved(finding, story):
        return "nobody knows who"
    if hollow.tells_nothing(asked, finding):
        return "words that tell nothing"
    if hollow.lacks_what_is_done(asked, passage) or hollow.lacks_what_is(asked, passage):
        return "something else"
    missing = set(passage.alignment.missing)
    if elsewhere := _told_elsewhere(asked, passage, missing, story):
        return f"no {elsewhere}"
    for token in missing:
        is_kin = lexicon.kin(asked.doc[token].lemma_.lower())
        if is_kin and any(c.dep_ == "nmod:poss" for c in asked.doc[token].lefts):
            return f"no {asked.doc[token].text}"
    for name in asked.names:
        words = asked.doc[name.start : name.end].text
        is_scene = name.label == "MISC" or story.is_scene(words, passage.reading.article)
        is_scene = is_scene and not (_is_of_a_role(asked, name) or _is_a_side(asked, name))
        if not is_scene and _is_unnamed(name, passage):
            return f"no {words}"
    if not are_so_many(asked, finding):
        return "another number"
    for quantity in asked.quantities:
        number = range(quantity.number_start, quantity.number_end)
        lacking = quantity.unit != "ordinal" and any(token in missing for token in number)
        if lacking and quantity is not asked.so_many:
            return f"no {asked.doc[quantity.start : quantity.end].text}"
    dated = {i for when in asked.whens for i in range(when.start, when.end)}
    for token in missing - dated:
        if asked.doc[token].is_digit:
            return f"no {asked.doc[token].text}"  # 'flight 37' of flight 318
    for when in asked.whens:
        if not _is_told(when, missing, asked, passage):
            return f"no {asked.doc[when.start : when.end].text}"
    if deed_is_missing(asked, finding):
        return "another deed"
    if asked.topic_head in missing or (asked.topic and not _bound(asked, finding)):
        return "something else"
    if whose_deed.is_anothers(asked, passage):
        return "somebody else"
    if whose_deed.is_of_another_thing(asked, passage) and not is_its_length(finding):
        return "another thing"
    if whose_deed.has_another_figure(asked, passage, finding.candidate.head):
        return "another figure"
    if is_contrary(asked, passage):
        return "the contrary"
    if _is_no_other(asked, finding):
        return "nobody else"
    aside = whose_deed.is_beside_the_doer(asked, passage, finding.candidate.head)
    if aside or _swapped(asked, passage, finding):
        return "other roles"
    is_told = passage.alignment.coverage >= ON_TOPIC or tells_the_event(asked, passage)
    return "" if is_told else "too little of the question"


def is_contrary(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence denies what is asked, or tells what the question denies."""
    if passage.frames and asked.frame is not None:
        told = [row for row in passage.frames if row[2] > SWAPPED] or passage.frames
        if asked.frame.negated not in {frame.negated for frame, _, _ in told}:
            return True
    if is_turned(passage) or (_denies(asked.doc) and not _denies(passage.reading.doc)):
        return True
    forms, missing = passage.reading.forms, passage.alignment.missing
    return any(opposites.speaks_against(forms, asked.doc[word]) for word in missing)


def lacks_a_number(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence has not a figure of the question."""
    return any(asked.doc[word].like_num for word in passage.alignment.missing)


def are_so_many(asked: Asked, finding: Finding) -> bool:
    """'He wants [time, money and peace]' for 'What three things …?', and anything for any number; no
    [two boats] are two things."""
    head = finding.passage.reading.doc[finding.candidate.head]
    if asked.so_many is None:
        return True
    is_list = not asked.asks_for_things or len(lists.around(head)) > 1
    return is_list and lists.count(head) == asked.so_many.value


def _is_no_other(asked: Asked, finding: Finding) -> bool:
    """'Who was freed besides Ana?': not 'the baker' of 'the baker Ana', and nobody to whom the
    sentence does not say that it happened too."""
    but = {t for n in asked.names if n.start > asked.excepted for t in range(n.start, n.end)}
    if not but or asked.part is None:
        return False
    doc, head = finding.passage.reading.doc, finding.candidate.head
    named = {s for q, s, _ in finding.passage.alignment.pairs if q in but}
    around = {doc[t].head.i for t in named if doc[t].dep_ in TITLING}
    is_same = head in around or (doc[head].head.i in named and doc[head].dep_ in TITLING)
    return is_same or not finding.features.get("same part")


def _denies(doc: Doc) -> bool:
    """'Who did not sign?', 'They never signed.'"""
    return any(token.lower_ in NEGATIONS for token in doc)


def _is_unnamed(name: Name, passage: Passage) -> bool:
    """Whether a sentence speaks of no bearer of a name: half a name is another name."""
    tokens = range(name.start, name.end)
    met = {q for q, _, _ in passage.alignment.pairs if q in tokens}
    lacking = set(tokens) & set(passage.alignment.missing)
    return bool(lacking) or not met


def _says_nothing_new(asked: Asked, finding: Finding) -> bool:
    """Whether a candidate only repeats the question; a name may be repeated in part."""
    candidate, doc = finding.candidate, finding.passage.reading.doc
    told = finding.passage.reading.quantities if candidate.shape in {"quantity", "number"} else ()
    content = [t.i for t in doc[candidate.start : candidate.end] if is_content(t)]
    pairs = finding.passage.alignment.pairs
    exact = {q for q, _, strength in pairs if strength == 1.0}
    beside = {
        s for q, s, strength in pairs if q in exact and strength < 1.0
    }  # 'prosecutors charged'
    beside -= {s for q, s, strength in pairs if q not in exact or strength == 1.0}
    by_class = {s for q, s, strength in pairs if q == asked.phrase and strength < 1.0}
    by_word = {s for q, s, _ in pairs if q != asked.phrase}
    known = (
        by_class - by_word if candidate.shape == "name" else set()
    )  # 'which ship': a ship's name
    new = [doc[i] for i in content if i not in finding.passage.matched]
    if asked.noun and any(token.pos_ == "PROPN" for token in new):
        known |= {s for q, s, _ in pairs if q == asked.phrase} - by_word  # "[Roe's] group"
    known |= beside
    by_deed = {
        s for q, s, strength in pairs if strength < 1 and _is_noun_for_verb(asked, q, doc[s])
    }
    of_land = {i for i in content if doc[i].pos_ == "ADJ" and lexicon.is_nationality(doc[i].text)}
    told_anew = known | by_deed | of_land  # 'the [Chilean] government' for 'the Chileans'
    repeated = [i for i in content if i in finding.passage.matched and i not in told_anew]
    if any(q.start <= candidate.start < q.end and _is_asked(asked, q) for q in told):
        return True
    if not content or finding.candidate.shape in {"when", "quantity", "number", "quote"}:
        return False
    named = {s for n in asked.names for s, _ in finding.passage.alignment.of(n.start)}
    if candidate.shape != "name" and asked.part is Part.AGENT and candidate.head in named:
        return True  # '[Roe, who was hurt], …' for 'Who hurt Roe?'
    return len(repeated) == len(content) or (
        candidate.shape != "name"
        and len(repeated) > 0.4 * len(content)
        and asked.part is Part.AGENT
    )


def _is_asked(asked: Asked, told: Quantity) -> bool:
    """'For how much did she sell 22 percent?' is not answered by '22%'."""
    return any(q.value == told.value and q.unit == told.unit == "percent" for q in asked.quantities)


def _is_noun_for_verb(asked: Asked, word: int, told: Token) -> bool:
    """'Who rescued them?' '[Rescuers]'; 'Where are fish sold?' 'at the [market]'"""
    return asked.doc[word].pos_ == "VERB" and told.pos_ == "NOUN"


def _is_unresolved(finding: Finding, story: Story) -> bool:
    """Whether a candidate is a pronoun that stands for nobody known."""
    candidate, reading = finding.candidate, finding.passage.reading
    word = reading.doc[candidate.head]
    is_pronoun = word.pos_ == "PRON" and candidate.end - candidate.start == 1
    is_pronoun = is_pronoun and word.tag_ in {"PRP", "PRP$"}  # 'everyone' needs no other
    return is_pronoun and story.entity(reading, candidate.head) is None


def _told_elsewhere(asked: Asked, passage: Passage, missing: set[int], story: Story) -> str:
    """A noun of the question that the article speaks of, but not in this paragraph; "" if none."""
    if not missing:
        return ""
    reading = passage.reading
    for token in missing:
        word = asked.doc[token]
        if word.pos_ != "NOUN" or not story.is_told_elsewhere(reading, asked.stems[token]):
            continue
        if token == asked.phrase and lexicon.place_type(asked.noun):
            continue  # 'Which town …?' is told by the town's name
        if word.dep_ == "compound" and word.head.i == asked.phrase:
            continue  # 'Which [news] agency …?'
        general = fold(word.lemma_)  # 'people' is met by "citizens"
        if not any(
            lexicon.covers(general, fold(t.lemma_)) for t in reading.doc if t.pos_ == "NOUN"
        ):
            return str(word.text)
    return ""


def _is_told(when: When, missing: set[int], asked: Asked, passage: Passage) -> bool:
    """Whether a sentence has a time of the question; of a day its date, not only the month."""
    lacking = [t for t in range(when.start, when.end) if t in missing or not _tells(asked, t)]
    day = when.value
    if day is not None and day.start == day.end and lacking:
        told = [one.value for one in passage.reading.whens if one.value is not None]
        return any(one.start <= day.start <= one.end for one in told)
    return len(lacking) < when.end - when.start


def _tells(asked: Asked, token: int) -> bool:
    return any(c.isalnum() for c in asked.doc[token].text)


def _swapped(asked: Asked, passage: Passage, finding: Finding) -> bool:
    """'Who bit the dog?' is not answered by 'The dog bit the man': agent and patient are exchanged."""
    best = max(passage.frames, key=lambda row: row[1] * (1 + row[2]), default=None)
    if asked.part not in {Part.AGENT, Part.PATIENT}:
        return best is not None and _does_it(asked, passage, *best)
    return best is not None and best[2] <= SWAPPED and not finding.features.get("same part")


def _does_it(asked: Asked, passage: Passage, told: Frame, strength: float, alike: float) -> bool:
    """'Why was Roe dismissed?' is not told by 'Roe refused to leave', where he does another's deed."""
    if asked.frame is None or alike > SWAPPED or strength == 1.0:
        return False
    if not any(a.part in {Part.PATIENT, Part.COMPLEMENT} for a in told.arguments):
        return False  # 'died', 'went on display'
    suffers = {t for i in asked.frame.fillers(Part.PATIENT) for t, _ in passage.alignment.of(i)}
    return bool(suffers & set(told.fillers(Part.AGENT)))


def _takes_part(reading: Reading, deed: Token, token: int) -> bool:
    """Whether a word is the deed, does it, or is when or where it is done; what is done may be the
    thing."""
    done = {Part.PATIENT, Part.COMPLEMENT}
    frames = (f for f in reading.frames if f.head == deed.i)
    return token == deed.i or any(
        a.head == token and a.part not in done for f in frames for a in f.arguments
    )


def _bound(asked: Asked, finding: Finding) -> bool:
    """'Who is the mayor?': the words must hang on "mayor", not merely stand in its sentence."""
    reading, candidate = finding.passage.reading, finding.candidate
    steps = reading.distances[candidate.head]
    alignment = finding.passage.alignment
    stands = [reading.doc[token] for token, _ in alignment.of(asked.topic_head)]
    if posts.asks_for_one(asked):
        stands = [t for t in stands if posts.is_asked(asked, reading, t, alignment)]
    if asked.opener == "what":  # 'Roe scored' does not tell what the score was
        stands = [
            t for t in stands if t.pos_ != "VERB" or not _takes_part(reading, t, candidate.head)
        ]
    near = [steps[t.i] for t in stands if not whose_deed.are_apart(reading, t.i, candidate)]
    for quote in reading.quotes:  # '[Ana] won, the mayor said'
        told_by = range(*quote.speaker) if quote.speaker else range(0)
        is_told = quote.start <= candidate.start and candidate.end <= quote.end
        if is_told and any(t.i in told_by for t in stands):
            return False
    return bool(near) and min(near) <= (4 if finding.candidate.label == "age" else 2)
