"""Reads the frame of an inverted question by its form: 'What [did Ana] buy?', 'When [was it] sold?'

Questions have few forms, and a parser trained on statements often takes their verb for a noun or
their subject for an object.  Where the form is plain, it overrules the parse.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language import lexicon, states
from bot.language.frames import NEGATIONS, Argument, Frame, Part, base, marker

AUXILIARIES = {"do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "should",
               "may", "might", "must", "is", "are", "was", "were"}  # fmt: skip
DO = {"do", "does", "did"}
MODALS = {"will", "would", "can", "could", "should", "may", "might", "must"}
BE = {"is", "are", "was", "were"}
PREPOSITIONS = {
    "of",
    "for",
    "from",
    "to",
    "with",
    "at",
    "in",
    "on",
    "by",
    "about",
    "into",
    "against",
}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
# Verbs whose complement tells the deed.
CONTROLLING = set("want plan try attempt decide need intend begin start continue manage".split())
TIMES = {"day", "night", "morning", "afternoon", "evening", "weekend", "week", "month", "year", "season",
         "spring", "summer", "autumn", "fall", "winter", "decade", "century", "time"}  # fmt: skip
WHICH_TIME = {"last", "next", "this", "that", "every", "each", "past"}
# What opens a clause: the verb of an inverted question stands before it.
CLAUSES = {"who", "which", "that", "because", "when", "while", "after", "before", "since", "if"}


def controlled(outer: Frame, frames: tuple[Frame, ...], phrase: int) -> Frame:
    """The frame of "buy" for 'What does [she] want to [buy]?': she buys, whatever the parse takes "what"
    for; other frames as they are."""
    inner_head = next(outer.fillers(Part.COMPLEMENT), -1)
    inner = next((f for f in frames if f.head == inner_head), None)
    part = next((a.part for a in outer.arguments if a.head == phrase), None)
    if outer.lemma not in CONTROLLING or inner is None or part is Part.AGENT:
        return outer
    if part is not Part.PATIENT or any(inner.fillers(Part.PATIENT)):
        return inner
    kept = [a for a in inner.arguments if a.part is not Part.AGENT and a.head != phrase]
    moved = [a for a in outer.arguments if a.part is Part.AGENT or a.head == phrase]
    return replace(inner, arguments=tuple(sorted((*kept, *moved), key=lambda a: a.head)))


def mend(
    doc: Doc, frame: Frame | None, frames: tuple[Frame, ...], word: int, phrase: int
) -> Frame | None:
    """The frame that the form of the question gives; `frame` where the form is not plain.

    `word` is the question word's token, `phrase` the head of what it asks for; both are -1 in a
    question for yes or no.
    """
    auxiliary = _auxiliary(doc, phrase) if phrase >= 0 else _opening(doc)
    if auxiliary < 0:
        return frame
    verb = _verb(doc, auxiliary)
    if verb < 0:
        is_likened = phrase < 0 and doc[auxiliary].lower_ in BE
        return _of_its_deed(doc, _likened(doc, frame)) if is_likened else frame
    parsed = next((f for f in frames if f.head == verb), None)
    helpers = {token.lower_ for token in doc[auxiliary:verb]}
    passive = bool(helpers & {*BE, "be", "been", "being"}) and not doc[verb].lower_.endswith("ing")
    subject = _subject(doc, auxiliary + 1, verb)
    stranded = _stranded(doc, verb)
    arguments = [] if parsed is None else [
        a for a in parsed.arguments
        if a.head not in {phrase, word, stranded} and not auxiliary < a.head < verb
    ]  # fmt: skip
    if parsed is None:
        arguments = _after(doc, verb)
    arguments = [_time(argument, doc) for argument in arguments]
    lemma = parsed.lemma if parsed is not None else base(doc[verb])
    part = Part.PATIENT if passive or lexicon.is_undergone(lemma) else Part.AGENT
    siblings = [t.i for t in doc[auxiliary + 1 : verb] if t.dep_ == "conj" and t.pos_ in NOMINAL]
    if subject >= 0:
        arguments += [Argument(part, head) for head in dict.fromkeys([subject, *siblings])]
    has_object = any(a.part is Part.PATIENT for a in arguments)
    if phrase >= 0:
        arguments.append(_hole(doc, word, phrase, stranded, passive, has_object))
    modal = doc[auxiliary].lower_ if doc[auxiliary].lower_ in MODALS else ""
    made = Frame(
        verb, lemma, tuple(sorted(arguments, key=lambda a: a.head)), modal=modal, passive=passive
    )
    if parsed is not None:
        made = replace(made, negated=parsed.negated, modal=parsed.modal or modal)
    return _of_its_deed(doc, made) if phrase < 0 else made


def undetermined(frame: Frame | None, word: int, phrase: int) -> Frame | None:
    """'[Which] three people died?', whatever the parse takes "which" for."""
    if frame is None or phrase in {word, -1} or all(a.head != word for a in frame.arguments):
        return frame
    part = {Part.AGENT: Part.PATIENT} if lexicon.is_undergone(frame.lemma) else {}
    told = [a for a in frame.arguments if a.head != word]
    arguments = tuple(replace(a, part=part.get(a.part, a.part)) for a in told)
    return replace(frame, arguments=arguments)


def _likened(doc: Doc, frame: Frame | None) -> Frame | None:
    """'Is [Ana] the acting [mayor] of Vigo?', whatever the parse takes "mayor" for."""
    names = [t for t in doc[1:] if t.pos_ == "PROPN"][:1]
    if frame is None or frame.lemma != "be" or not names or names[0].i != 1:
        return frame
    after = 1
    while after < len(doc) and doc[after].pos_ == "PROPN":
        after += 1
    while after < len(doc) and doc[after].pos_ in {"DET", "ADJ", "VERB", "NUM"}:
        after += 1
    told = after
    while told + 1 < len(doc) and doc[told + 1].pos_ in {"NOUN", "PROPN"}:
        told += 1
    if told >= len(doc) or doc[told].pos_ != "NOUN":
        return frame
    arguments = (Argument(Part.AGENT, 1), Argument(Part.ATTRIBUTE, told))
    return replace(frame, head=told, arguments=arguments)


def _of_its_deed(doc: Doc, frame: Frame | None) -> Frame | None:
    """'Is [Ana] [dead]?', 'Was [Ana] found [dead]?' ask whether she died."""
    if frame is None or (frame.lemma != "be" and not frame.passive):
        return frame
    told = frame.fillers(Part.ATTRIBUTE if frame.lemma == "be" else Part.COMPLEMENT)
    deeds = ((head, states.deed_of(doc[head].lemma_.lower())) for head in told)
    head, deed = next(((head, deed) for head, deed in deeds if deed), (-1, ""))
    if not deed:
        return frame
    part = Part.PATIENT if lexicon.is_undergone(deed) else Part.AGENT
    subject = {Part.AGENT, Part.PATIENT}
    arguments = tuple(
        replace(a, part=part) if a.part in subject else a for a in frame.arguments if a.head != head
    )
    return replace(frame, head=head, lemma=deed, arguments=arguments, passive=False)


def _auxiliary(doc: Doc, phrase: int) -> int:
    """The auxiliary that follows the asked phrase, with a subject after it; -1 without."""
    after = phrase + 1
    while after < len(doc) and doc[after].lower_ not in AUXILIARIES and after < phrase + 3:
        after += 1
    if after + 2 >= len(doc) or doc[after].lower_ not in AUXILIARIES:
        return -1
    between = (t for t in doc[after + 1 :] if t.pos_ != "ADV" and t.lower_ not in NEGATIONS)
    follower = next(between, doc[after + 1])  # 'Who was (still) [seen]?' asks for the subject
    is_verb = follower.tag_ in {"VBN", "VBG", "VB"} and follower.dep_ not in {"amod", "compound"}
    is_place = follower.pos_ == "ADP"  # 'Who was [among] those freed?'
    return -1 if follower.is_punct or is_verb or is_place else after


def _opening(doc: Doc) -> int:
    """The auxiliary that opens a question for yes or no; -1 without."""
    for token in doc[:2]:
        if token.lower_ in AUXILIARIES and token.i + 2 < len(doc):
            return -1 if doc[token.i + 1].tag_ in {"VBN", "VBG"} else int(token.i)
    return -1


def _time(argument: Argument, doc: Doc) -> Argument:
    """A time that the parse took for an object as what it is: 'score [last season]'."""
    token = doc[argument.head]
    told = argument.part is Part.PATIENT and token.lemma_.lower() in TIMES
    if told and any(child.lower_ in WHICH_TIME for child in token.lefts):
        return replace(argument, part=Part.TIME)
    return argument


def _verb(doc: Doc, auxiliary: int) -> int:
    """The main verb: after the subject, in the form that the auxiliary takes."""
    takes_base = doc[auxiliary].lower_ not in BE | {"has", "have", "had"}
    parsed = doc[auxiliary].head  # 'Did the coast guard see it?': "guard" can be a verb as well
    is_root = parsed.dep_ == "ROOT" and parsed.i > auxiliary + 1 and parsed.text.islower()
    if takes_base and is_root and parsed.tag_ == "VB":
        return int(parsed.i)
    for token in doc[auxiliary + 2 :]:
        if token.lower_ in CLAUSES:
            return -1
        if not token.text.islower():
            continue  # a name is no verb
        before = doc[token.i - 1]
        if before.pos_ in {"DET", "ADJ", "ADP", "CCONJ"} or before.tag_ in {"POS", "PRP$"}:
            continue
        if token.lower_ in {"be", "been", "being", "have"}:
            takes_base = False  # 'will it [be sold]', 'has it [been sold]'
        elif (takes_base and (token.tag_ in {"VB", "VBP"} or _is_base_verb(token))) or (
            not takes_base and token.tag_ in {"VBN", "VBD", "VBG"}
        ):
            return int(token.i)
    if doc[auxiliary].lower_ in DO and is_root:
        return int(parsed.i)  # 'Did the bell ring?', and were it read as a noun
    return -1


def _is_base_verb(token: Token) -> bool:
    return bool(token.text.islower() and lexicon.families(token.lower_))


def _subject(doc: Doc, start: int, end: int) -> int:
    """The head of the subject: the last noun before a preposition or "and", else the last word."""
    found = -1
    for token in doc[start:end]:
        if token.pos_ in {"ADP", "CCONJ", "SCONJ"} and found >= 0:
            break
        if token.pos_ in NOMINAL:
            found = token.i
    names = [t.i for t in doc[start:end] if t.i <= found and t.pos_ == "PROPN"]
    if found >= 0 and doc[found].pos_ == "PROPN" and names:
        first = found  # of a name of several words the head is the first, as the parse has it
        while first > start and _is_of_name(doc[first - 1]):
            first -= 1
        return first
    return found if found >= 0 or end <= start else end - 1


def _is_of_name(token: Token) -> bool:
    """'[Ana] Ruiz'; not '[Judge] Ruiz'"""
    return token.pos_ == "PROPN" and token.dep_ != "nmod:desc"


def _stranded(doc: Doc, verb: int) -> int:
    """The token of a preposition at the end: 'of' of 'accused of?'; -1 without."""
    last = len(doc) - 1
    while last > verb and doc[last].is_punct:
        last -= 1
    is_one = last > verb and doc[last].pos_ in {"ADP", "ADV", "PART"}
    return last if is_one and doc[last].lower_ in PREPOSITIONS else -1


def _after(doc: Doc, verb: int) -> list[Argument]:
    """What follows the verb: its object, and nouns with their preposition."""
    found: list[Argument] = []
    preposition = ""
    for token in doc[verb + 1 :]:
        if token.pos_ == "ADP":
            preposition = token.lower_
        elif token.pos_ in NOMINAL and (
            token.i + 1 >= len(doc) or doc[token.i + 1].pos_ not in NOMINAL
        ):
            part = Part.OBLIQUE if preposition else Part.PATIENT
            found.append(Argument(part, token.i, preposition))
            preposition = preposition or "?"
    return found


def _hole(
    doc: Doc, word: int, phrase: int, stranded: int, passive: bool, has_object: bool
) -> Argument:
    """What the asked phrase is to the verb."""
    opening = doc[stranded].lower_ if stranded >= 0 else marker(doc[phrase])
    if not opening and word and doc[word - 1].pos_ == "ADP":
        opening = doc[word - 1].lower_
    if opening:
        by_whom = passive and opening == "by" and doc[word].lower_ in {"who", "whom"}
        return Argument(Part.AGENT if by_whom else Part.OBLIQUE, phrase, opening)
    if doc[word].lower_ in {"when", "where", "why", "how"} and phrase == word:
        return Argument(Part.ADVERB, phrase)
    return Argument(Part.TIME if passive or has_object else Part.PATIENT, phrase)
