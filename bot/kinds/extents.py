"""How far the words reach that are told: a place with its preposition, a list to its end, no name cut."""

from spacy.tokens import Doc, Token

from bot.domain import Fact
from bot.language import lexicon, lists, marks
from bot.story import Reading
from bot.story.candidates import Candidate

LONGEST_REASON = 30
LONGEST_LIST = 30
LONGEST = 16  # tokens of a phrase that is told whole
BRACKETS = {"(": ")", "[": "]"}
NEAR = 6  # tokens to the end of a bracket
TIMING = {"while", "as", "when", "after", "before", "although", "though", "if", "since", "once"}
HYPHENS = {"-", "‑"}
BEFORE_THE_NOUN = {"amod", "compound", "nummod", "nmod:poss", "det"}
COMMENTS = {"acl:relcl", "appos", "parataxis", "advcl", "conj", "cc", "dep", "punct"}
NOMINAL = {"NOUN", "PROPN"}
PLACING = {
    "in",
    "at",
    "on",
    "near",
    "outside",
    "inside",
    "of",
    "from",
    "to",
    "around",
    "off",
    "within",
}


def place(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The tokens of a place with its preposition and the places around it: 'outside a prison in the
    town of Lugo', 'in Vigo, Chile'."""
    doc = reading.doc
    start, end = candidate.start, candidate.end
    dated = [when.lead for when in reading.whens if start < when.lead < end]
    if dated:  # 'in Vigo, Thursday'
        end = min(dated)
        return start, end - doc[end - 1].is_punct
    told = (c.left_edge.i for c in doc[candidate.head].rights if c.dep_.startswith("acl"))
    end = min([end, *(i for i in told if candidate.head < i)])  # 'from exile [addressed to them]'
    inner = start
    while (
        inner > 0
        and (
            doc[inner - 1].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
            or doc[inner - 1].lower_ in PLACING
        )
        and candidate.end - inner < LONGEST
    ):
        inner -= 1
        if doc[inner].lower_ in PLACING and doc[inner].lower_ != "of":
            start = inner
            if not (inner > 1 and doc[inner - 1].pos_ in {"NOUN", "PROPN"}):
                break
    while end < len(doc) and end - start < LONGEST:
        token = doc[end]
        if any(when.lead <= end < when.end for when in reading.whens):
            break
        if (
            (token.text == ")" and "(" in {t.text for t in doc[start:end]})
            or (
                token.lower_ in PLACING
                and (doc[end - 1].pos_ in NOMINAL or doc[end - 1].text == ")")
            )
            or (token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} and doc[end - 1].pos_ != "NOUN")
        ):  # '12 miles (19 km) off Vigo'
            end += 1
        elif token.text == "," and any(
            n.start == end + 1 and n.label == "LOC" for n in reading.names
        ):
            end += 2
        else:
            break
    while end > candidate.end and (
        doc[end - 1].is_punct
        or doc[end - 1].pos_ in {"ADP", "DET", "ADJ", "PART"}
        or _is_cut(doc, end)
    ):
        end -= 1
    return start, end


def _is_cut(doc: Doc, end: int) -> bool:
    """'in a rain[-stained envelope]', 'the [supreme] commander': what comes is of the same phrase."""
    last = doc[end - 1]
    return end < len(doc) and (
        doc[end].text in HYPHENS or (last.head.i >= end and last.dep_ in BEFORE_THE_NOUN)
    )


def phrase(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The tokens of the whole phrase that a candidate stands in, if that is short: 'a plane ticket
    from Oslo' for 'ticket', 'outside a prison in Lugo' for 'Lugo'."""
    doc = reading.doc
    head = doc[candidate.head]
    if head.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return candidate.start, candidate.end
    left = min([candidate.start, *(c.left_edge.i for c in head.lefts if c.dep_ in
                {"det", "amod", "nummod", "nmod:poss", "compound", "advmod"})])  # fmt: skip
    right = candidate.end
    for child in head.rights:
        if child.dep_ in COMMENTS:
            break
        right = max(right, child.right_edge.i + 1)
    right = max(right, _aim(reading, head, right))
    while right > candidate.end and doc[right - 1].is_punct:
        right -= 1
    return (left, right) if right - left <= LONGEST else (candidate.start, candidate.end)


CONJUNCTIONS = {"and", "or"}
JOINS = {",", *CONJUNCTIONS}
ENDS = {",", ".", ";", ":", "—", "–", "(", ")", "?", "!", "“", "”"}


def _aim(reading: Reading, head: Token, end: int) -> int:
    """The end of 'plans [to sell the ship]', though the parse hangs the aim on the verb above."""
    doc = reading.doc
    if end >= len(doc) or doc[end].lower_ != "to" or doc[end].dep_ != "mark":
        return end
    aim = doc[end].head
    is_beside = aim.dep_ in {"xcomp", "advcl"} and aim.head == head.head
    if not is_beside or lexicon.event_of(head.lemma_) is None or lexicon.is_role(head.lemma_):
        return end
    return int(aim.right_edge.i) + 1


def coordination(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A list of nouns that a span is a part of: 'journalists, lawyers and human rights activists',
    'the church, the mill and six houses'."""
    doc, own = reading.doc, (start, end)
    while start > 0 and (
        doc[start - 1].lower_ in JOINS
        or (doc[start - 1].dep_ == "nummod" and start <= doc[start - 1].head.i < end)
        or (doc[start - 1].pos_ in {"NOUN", "ADJ"} and doc[start].pos_ not in {"DET", "PRON"})
    ):
        start -= 1
    while (
        end < len(doc)
        and not _ends_list(doc, start, end)
        and (
            doc[end].pos_ in {"NOUN", "ADJ"}
            or doc[end].lower_ in JOINS
            or (doc[end].pos_ in {"DET", "NUM"} and doc[end - 1].lower_ in JOINS)
        )
    ):
        end += 1
    while start < end and doc[start].lower_ in JOINS:
        start += 1
    while end > start and doc[end - 1].lower_ in JOINS:
        end -= 1
    joined = {token.lower_ for token in doc[start:end]}
    if "," in joined and joined.isdisjoint(CONJUNCTIONS):
        start, end = own  # 'speaking to [the broadcaster], Foreign Minister …' is no list
    return _with_what_they_are_of(reading, *own, start, end)


def _ends_list(doc: Doc, start: int, end: int) -> bool:
    """'the doors and windows[,] spokeswoman Roe said'"""
    return doc[end].text == "," and any(t.lower_ in CONJUNCTIONS for t in doc[start:end])


def _with_what_they_are_of(
    reading: Reading, own: int, own_end: int, start: int, end: int
) -> tuple[int, int]:
    """'two boats, a tug from Vigo and a crane', though "from Vigo" is no noun of the list: by the parse."""
    members = lists.around(reading.doc[own:own_end].root)
    if len(members) < 2:
        return start, end
    first, last = members[0], members[-1]
    opening = min([first.i, *(c.left_edge.i for c in first.lefts if c.dep_ in BEFORE_THE_NOUN)])
    told = (c.right_edge.i + 1 for c in last.rights if c.dep_ == "nmod")
    closing = max([last.i + 1, *told])
    is_dated = any(opening < when.end and when.start < closing for when in reading.whens)
    if is_dated or not opening <= own < own_end <= closing or closing - opening > LONGEST_LIST:
        return start, end
    return min(start, opening), max(end, closing)


def whole_names(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A span that cuts no name in two."""
    for one in reading.names:
        if one.start < end < one.end or one.start < start < one.end:
            start, end = min(start, one.start), max(end, one.end)
    return start, end


def whole_quotations(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A span with both marks of every quotation and bracket that it has one of."""
    for opening_mark, closing_mark in BRACKETS.items():
        held = [t.text for t in reading.doc[start:end]]
        after = [t.text for t in reading.doc[end : end + NEAR]]
        if held.count(opening_mark) > held.count(closing_mark) and closing_mark in after:
            end += after.index(closing_mark) + 1
    for quoted in marks.find(reading.doc):
        opening, closing = quoted.start - 1, quoted.end
        if start <= opening < end <= closing < len(reading.doc):
            end = closing + 1
        elif 0 <= opening < start <= closing < end:
            start = opening
    return start, end


def reason(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The tokens of a reason up to the next mark, if that is near: 'in exchange for the return of the
    ship'."""
    last = candidate.start + LONGEST_REASON
    marks_after = (t.i for t in reading.doc[candidate.end : last] if t.text in ENDS)
    unmarked = len(reading.doc) if len(reading.doc) <= last else candidate.end
    end = next(marks_after, unmarked)
    bounds = (w.start for w in reading.whens if w.start < end < w.end)  # 'a week' of 'a week after'
    opening = reading.doc[max(0, candidate.start - 2) : candidate.start].text.lower()
    start = candidate.start - 2 * (opening in {"in exchange", "in return"})  # 'for the ship'
    return start, next(bounds, end)


def without_stop(fact: Fact) -> Fact:
    """Without the comma or full stop that a quotation takes inside its marks; "U.S." keeps its own."""
    is_stopped = fact.text[-1:] in {",", "."} and not fact.text[-2:-1].isupper()
    return Fact(fact.sentence, fact.start, fact.end - is_stopped)


def _opens_alone(reading: Reading, start: int, end: int) -> bool:
    """'[that] the boat sank'; not 'While it sank, they swam'."""
    opening = reading.doc[start]
    is_whole = reading.edges[opening.head.i][1] >= end - 1
    is_first = opening.lower_ in TIMING and any(t.text == "," for t in reading.doc[start:end])
    return bool(opening.dep_ == "mark") and is_whole and not is_first


def bare(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A clause without the marks around it and the conjunction it opens with; not without "As" in 'As
    night fell, they left'."""
    doc = reading.doc
    while start < end and (
        doc[start].is_punct or doc[start].dep_ == "cc" or _opens_alone(reading, start, end)
    ):
        start += 1
    while end > start and doc[end - 1].is_punct and doc[end - 1].text != "%":
        end -= 1
    return start, end
