"""Whether the words that would answer are bound to what is asked: to its deed, and to its things.

Verbs and nouns are matched generously, through families of verbs, so that paraphrases are found.
Where no article is named a loose match alone is no answer: these are the ways in which it fails.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from bot.finding import another
from bot.finding.matching import SYNONYM, has_word_for
from bot.finding.polarity import is_disowned, is_only_meant, is_told_of_nobody
from bot.finding.search import Finding, Passage
from bot.finding.told_of import is_told_of_another
from bot.finding.unsaid import LIGHT
from bot.language import lexicon
from bot.language.frames import CORE, Frame, Part, base, wordings
from bot.language.keys import FAMILY, keys_of_post
from bot.language.terms import fold
from bot.questions import Asked
from bot.questions.expecting import MANNERS
from bot.story import Story

ENDING = {"release", "escape", "acquit", "pardon", "rescue"}  # families: it is over
EMPTY = {"be", "do", "have", "happen", "occur", "mean"}  # deeds that need no word
WISHED = {"want", "need", "think", "believe"}  # the same, where it is asked who did
DONE = {"find", "see"}  # of the light ones: not said without a word for it
CLEAR = 3  # families; a verb of more says by itself little of what is done


def unbound(asked: Asked, finding: Finding, story: Story) -> str:
    """Why the words answer something else, in a few words; "" when they are bound."""
    if is_vague(asked, finding.passage):
        return "another deed"
    if _takes_no_part(asked, finding, story):
        return "somebody else"
    if _lacks_the_deed(asked, finding.passage) or is_only_meant(asked, finding.passage):
        return "another deed"
    if is_told_of_another(asked, finding.passage, story) or _has_no_part_of(asked, finding):
        return "somebody else"
    if another.is_of_another_one(asked, finding.passage, story):
        return "another thing"
    if _lacks_an_inner_deed(asked, finding.passage):
        return "another deed"
    if _says_another_thing(asked, finding.passage):
        return "another thing"
    if another.is_told_of_elsewhere(asked, finding.passage):
        return "another place"
    if _is_undone(asked, finding) or is_disowned(asked, finding.passage):
        return "the contrary"
    if is_told_of_nobody(asked, finding.passage):
        return "nobody"
    if _opens_otherwise(asked, finding):
        return "another part"
    if most := next((i for i in finding.passage.alignment.missing if _is_the_most(asked, i)), None):
        return f"no {asked.doc[most].text}"
    if stranger := _unknown_thing(asked, finding, story):
        return f"no {stranger}"
    return ""


def _lacks_an_inner_deed(asked: Asked, passage: Passage) -> bool:
    """'What is Ana accused of [stealing]?' is not told by what else she is accused of."""
    head = asked.frame.head if asked.frame else -1
    inner = (c for c in asked.doc[head].children if c.i > head) if head >= 0 else ()
    missing = passage.alignment.missing
    return any(c.tag_ == "VBG" and c.dep_ == "advcl" and c.i in missing for c in inner)


def _is_the_most(asked: Asked, token: int) -> bool:
    """'the [longest] sentence', 'sank [first]'"""
    if asked.doc[token].lower_ == "first" and asked.noun:  # 'Which boat sank first?'
        return asked.doc[token].dep_ == "advmod"
    return asked.doc[token].tag_ in {"JJS", "RBS"} and asked.doc[token].lower_ not in {
        "last",
        "most",
    }


def is_vague(asked: Asked, passage: Passage) -> bool:
    """Whether a sentence has in common with the question only a word of many meanings.

    'Who won?' is not answered by 'He took a plane', though "take" can mean "win"; 'Who took the
    cup?' may be by 'He won the cup'.  Nor 'Who was fired?' by 'Fire Chief Roe'."""
    frame = asked.frame
    if max((strength for _, _, strength in passage.alignment.pairs), default=1.0) <= SYNONYM:
        return True
    if frame is None or asked.doc[frame.head].pos_ != "VERB":
        return False
    told = list(passage.alignment.of(frame.head))
    things = all(_is_thing(passage.reading.doc[token]) for token, _ in told)
    posts = (keys_of_post(passage.reading.doc[token]) for token, _ in told)
    holds = asked.part is Part.AGENT and any(posts)
    if told and things and not passage.frames and not (_is_light(frame) or holds):
        return True  # 'Why was Roe fired?' of the Fire Chief
    if any(q != frame.head for q, _, _ in passage.alignment.pairs):
        return False
    if asked.degree == "many" and asked.tells_the_hole(asked.phrase):
        return False  # 'How many people': a figure is held against the noun
    if _is_light(frame):
        return asked.part in CORE and bool(passage.alignment.missing)
    if max((strength for _, strength in told), default=0.0) > FAMILY and passage.frames:
        return False
    deeds = [passage.reading.doc[found.head] for found, _, _ in passage.frames]
    return not any(_meanings(deed) <= CLEAR for deed in deeds)


def _is_thing(token: Token) -> bool:
    """'the [fire]', '[Fire] Chief'; not 'where she [lives]', taken for a noun."""
    own = {"det", "amod", "compound", "case", "nmod:poss"}
    beside = token.dep_ == "compound" or any(child.dep_ in own for child in token.children)
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and beside)


def _lacks_the_deed(asked: Asked, passage: Passage) -> bool:
    """'What do they make?' is not answered by what they paid, though "make" says little of a deed;
    nor 'When was Ana found?' by when she was missing."""
    frame = asked.frame
    told = {t for q, t, _ in passage.alignment.pairs if asked.doc[q].pos_ == "VERB"}
    is_told = any(passage.reading.doc[t].pos_ == "VERB" for t in told)  # what is wished for
    meant = DONE | WISHED if asked.part is Part.AGENT and not is_told else DONE
    if frame is not None and frame.lemma in meant and frame.head in passage.alignment.missing:
        return asked.doc[frame.head].pos_ == "VERB"
    bare = asked.word >= 0 and asked.doc[asked.word].lower_ == "what" and not asked.noun
    if frame is None or not bare or asked.part is not Part.PATIENT or frame.lemma in EMPTY:
        return False
    is_verb = asked.doc[frame.head].pos_ == "VERB"
    return is_verb and _is_light(frame) and frame.head in passage.alignment.missing


def _meanings(verb: Token) -> int:
    """In how many families a verb is, as it stands with its particle."""
    return min(len(lexicon.families(one)) for one in wordings(verb, base(verb)))


def _is_light(frame: Frame) -> bool:
    return fold(frame.lemma.split()[0]) in LIGHT


def stands_for_one_of(finding: Finding, fillers: Iterable[int], story: Story) -> bool:
    """'[Ana Roe] was calm: She left and asked for help', where it is asked who asked."""
    reading, candidate = finding.passage.reading, finding.candidate
    pronouns = (i for i in fillers if reading.doc[i].pos_ == "PRON")
    meant = [one for i in pronouns if (one := story.entity(reading, i)) is not None]
    return candidate.shape == "name" and story.entity(reading, candidate.start) in meant


def _takes_no_part(asked: Asked, finding: Finding, story: Story) -> bool:
    """'Who got out?' is not answered by 'Roe saw hope in the releases', nor 'Who was hurt?' by 'A
    fire in Vigo hurt two'."""
    is_owner = asked.word >= 0 and asked.doc[asked.word].tag_ == "WP$"  # of what takes part
    if asked.part not in CORE or asked.degree or is_owner or not finding.passage.frames:
        return False
    return not any(
        _takes_part(asked.part, finding, frame)
        or stands_for_one_of(finding, frame.fillers(asked.part), story)
        for frame, _, _ in finding.passage.frames
    )


def _says_another_thing(asked: Asked, passage: Passage) -> bool:
    """'Who announced the sale of two ships?' is not told by 'Two ships sank, and the crew said that it
    would sell its house'."""
    frame = asked.frame
    if frame is None or asked.part is not Part.AGENT or not lexicon.is_speech(frame.lemma):
        return False
    said = {t.i for head in frame.fillers(Part.PATIENT) for t in asked.doc[head].subtree}
    wanted = [{t for t, _ in passage.alignment.of(word)} for word in said]
    if any(strength == 1.0 for _, strength, _ in passage.frames):
        return False  # 'accused [the mayor] of waiting'
    heads = {told.head for told, _, _ in passage.frames}
    spans = [range(q.start, q.end) for q in passage.reading.quotes if q.verb in heads]
    needed = [stands for stands in wanted if stands]
    return bool(spans and needed) and not any(
        all(any(t in span for t in stands) for stands in needed) for span in spans
    )


def _takes_part(part: Part, finding: Finding, frame: Frame) -> bool:
    """Whether the words stand in the asked part of a deed, or by it and in no other part."""
    reading, candidate = finding.passage.reading, finding.candidate

    def inside(place: int) -> bool:
        start, end = reading.edges[place]
        return start <= candidate.head < end or candidate.start <= place < candidate.end

    fillers = [reading.doc[filler] for filler in frame.fillers(part)]
    if any(t.tag_ == "WP" for t in fillers) and not reading.doc[frame.head].dep_.startswith("acl"):
        return False  # 'Nobody knows what caused it.'
    deed_start, deed_end = reading.edges[frame.head]
    is_of_the_deed = deed_start <= candidate.head < deed_end  # 'a wish to sink [the boat]': no wish
    for filler in fillers:
        if inside(filler.i) and not (
            is_of_the_deed and filler.is_ancestor(reading.doc[frame.head])
        ):
            return True
    others = [a.head for a in frame.arguments if a.part in CORE and a.head != frame.head]
    if any(inside(other) for other in others):
        return False
    start, end = reading.edges[candidate.head]
    verb = reading.doc[frame.head].head  # 'the announcement was made by Roe'
    return (
        inside(frame.head)
        or start <= frame.head < end
        or (fold(verb.lemma_) in LIGHT and inside(verb.i))
    )


def _has_no_part_of(asked: Asked, finding: Finding) -> bool:
    """'How much did Peru give?' is not told by 'A study seen by Peru put the cost at $5': where no verb
    need tell the deed, some verb must join who did it with the figure."""
    frame, passage = asked.frame, finding.passage
    if frame is None or asked.degree not in {"much", "many"} or not _is_light(frame):
        return False
    if frame.lemma in {"be", "have"} or frame.head not in passage.alignment.missing:
        return False
    doers = [n for n in asked.names for h in frame.fillers(Part.AGENT) if n.start <= h < n.end]
    stands = {t for n in doers for i in range(n.start, n.end) for t, _ in passage.alignment.of(i)}
    return bool(stands) and not any(
        any(_holds(passage, frame, token) for token in stands)
        and _holds(passage, frame, finding.candidate.head)
        for frame in passage.reading.frames
    )


def _holds(passage: Passage, frame: Frame, token: int) -> bool:
    """Whether a token stands in a part of a deed, and not only in a clause about it."""
    edges, clauses = passage.reading.edges, passage.reading.clauses
    return any(
        start <= token < end and clauses[token] in {clauses[frame.head], clauses[argument.head]}
        for argument in frame.arguments
        for start, end in [edges[argument.head]]
    )


def _opens_otherwise(asked: Asked, finding: Finding) -> bool:
    """'What did they warn about?' is not answered by 'warned [the port] about the radar'."""
    reading, candidate, wanted = finding.passage.reading, finding.candidate, asked.preposition
    if asked.part is not Part.OBLIQUE or not wanted or asked.doc[asked.word].tag_ != "WP":
        return False  # 'Where was it ruled on?'
    doc = reading.doc
    told = any(
        token.lower_ == wanted
        for frame, _, _ in finding.passage.frames
        for token in doc[frame.head + 1 : reading.edges[frame.head][1]]
    )
    opening = {c.lower_ for c in doc[candidate.head].lefts if c.dep_ == "case"}
    opening |= {token.lower_ for token in doc[max(0, candidate.start - 1) : candidate.start + 1]}
    return told and wanted not in opening


def _is_undone(asked: Asked, finding: Finding) -> bool:
    """'How many are held?' is not answered by 'five freed detainees'."""
    if asked.frame is None:
        return False
    deed, head = asked.frame.lemma, finding.passage.reading.doc[finding.candidate.head]
    noun = head.head if head.dep_ == "nummod" else head
    told = (base(c) for c in noun.children if c.dep_ in {"amod", "acl"})
    ended = (one for one in told if lexicon.families(one) & ENDING)
    return any(lexicon.undoes(one, deed) or lexicon.opposite(one, deed) for one in ended)


def _unknown_thing(asked: Asked, finding: Finding, story: Story) -> str:
    """A noun of the question that the story has no word for, where it tells what is asked about and
    not the circumstances; "" when it knows all."""
    arguments = asked.frame.arguments if asked.frame else ()
    aside = {a.head for a in arguments if a.part not in CORE} - {asked.phrase}
    known = {*aside, *([] if asked.degree else [asked.phrase])}  # 'which country' may be unsaid
    for token in set(finding.passage.alignment.missing) - known:
        word = asked.doc[token]
        is_thing = word.pos_ == "NOUN" and word.lemma_ not in MANNERS
        if is_thing and not has_word_for(word, story, loosely=False):
            return str(word.text)
    return ""
