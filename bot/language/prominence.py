"""How much a sentence is about somebody it mentions: speaker, subject, or only in passing."""

from collections.abc import Iterator, Sequence

from bot.domain import Role
from bot.language.draft import Draft
from bot.language.mentions import Line, Mention
from bot.language.phrases import SUBJECTS, head_of

_OF_TITLE = {"DET", "ADJ", "NOUN", "PROPN"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LINES_BACK = 4  # body sentences looked back over; tuned on wikinews-gum


def is_subject(line: Line, mention: Mention) -> bool:
    """Whether the mention is what its clause is about, or speaks."""
    head = head_of(line.doc, (mention.start, mention.end))
    if head.dep_ in SUBJECTS or opens(line, mention):
        return True
    above = head.head
    if head.dep_ in {"flat", "appos", "compound", "nmod"} and above.dep_ in SUBJECTS:
        between = line.doc[above.i : mention.start]
        if above.i < head.i and not any(t.pos_ in {"ADP", "PUNCT"} for t in between):
            return True  # 'opposition leader Ana Roe said'
    return is_speaker(line, mention)


def opens(line: Line, mention: Mention) -> bool:
    """'[Ana Roe], 60, was …', 'Mayor [Ana Roe] left …': the name that a sentence begins with.

    Told from the text: the parse of a sentence with asides is often torn.
    """
    doc, end = line.doc, mention.end
    if mention.kind != "name" or end >= len(doc):
        return False
    if any(t.pos_ not in _OF_TITLE and t.text != "." for t in doc[: mention.start]):
        return False
    return doc[end].tag_ in _FINITE or (
        doc[end].text == "," and any(t.tag_ in _FINITE for t in doc[end:])
    )


def is_speaker(line: Line, mention: Mention) -> bool:
    """Whether the sentence quotes the mention."""
    return any(
        quote.speaker is not None
        and quote.speaker[0] < mention.end
        and mention.start < quote.speaker[1]
        and mention.end == quote.speaker[1]
        for quote in line.quotes
    )


def only(mentions: Sequence[Mention]) -> int | None:
    """The entity that all of the mentions stand for; None if there are two, or no mention."""
    found = {m.entity for m in mentions}
    return found.pop() if len(found) == 1 else None


def is_modifier(line: Line, mention: Mention) -> bool:
    """'the [Roe] administration', 'the [Roe]-backed law'"""
    doc, end = line.doc, mention.end
    if mention.kind != "name" or end >= len(doc):
        return False
    return doc[end].text == "-" or (
        doc[end].pos_ == "NOUN" and doc[end - 1].dep_ in {"compound", "amod", "nmod"}
    )


def is_weak(draft: Draft, mention: Mention) -> bool:
    """A name that only says whose or which: '[Ana]'s house', 'brother of [Ana]'."""
    line = draft.lines[mention.sentence_index]
    doc = line.doc
    if mention.kind == "name" and mention.end < len(doc) and doc[mention.end].tag_ == "POS":
        return True
    return any(
        d.entity != mention.entity and d.start <= mention.start < d.end
        for d in draft.descriptions_in(mention.sentence_index)
    )


def tier(draft: Draft, mention: Mention) -> int:
    """0: speaks, or subject of the main verb; 1: another subject; 2: the rest."""
    line = draft.lines[mention.sentence_index]
    if is_speaker(line, mention) or opens(line, mention):
        return 0
    head = head_of(line.doc, (mention.start, mention.end))
    while head.dep_ in {"flat", "appos", "conj"} and head.head.i < head.i:
        if head.head.pos_ not in {"NOUN", "PROPN", "PRON"} or head.head.dep_ == "ROOT":
            break
        if head.dep_ != "conj" and any(
            t.text == "," for t in line.doc[head.head.i : mention.start]
        ):
            break
        head = head.head
    if head.dep_ not in SUBJECTS:
        return 2
    return 0 if head.head.dep_ in {"ROOT", "conj", "parataxis"} else 1


def lines_before(draft: Draft, sentence: int) -> Iterator[int]:
    """The body sentences before this one, nearest first; captions and headings left out."""
    seen = 0
    for back in range(sentence - 1, -1, -1):
        if draft.lines[back].role is Role.BODY:
            yield back
            seen += 1
            if seen == _LINES_BACK:
                return
