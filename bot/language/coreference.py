"""Reads an article from first to last word and settles whom its pronouns and nouns stand for."""

from collections import Counter

from spacy.tokens import Token

from bot.domain import Role
from bot.language import descriptions, lexicon, nominals, pronouns
from bot.language.draft import Draft, Someone, learn
from bot.language.mentions import Line, Mention
from bot.language.phrases import subject_of
from bot.language.prominence import lines_before
from bot.language.quotes import Quote

ISSUING = {"issue", "release", "publish", "post", "make", "give", "read", "write", "deliver"}
STATEMENTS = {"statement", "letter", "message", "tweet", "post", "speech", "note"}


def resolve(draft: Draft) -> None:
    """Adds the pronouns and definite nouns of the article to the draft, resolved or not.

    The article is read twice: the pronouns of the first reading tell the gender of those named.
    Words inside quotation marks come after the rest of their sentence: "I" needs the speaker.
    """
    first = draft.copy()
    _read(first)
    for someone, told in zip(draft.people, first.people, strict=True):
        someone.gender = someone.gender or _heard(first, told)
    _read(draft)


def _heard(draft: Draft, someone: Someone) -> str | None:
    """The gender of the pronouns that a first reading took for somebody, if they agree."""
    words = (
        draft.lines[m.sentence_index].doc[m.start].lower_
        for m in someone.mentions
        if m.kind == "pronoun"
    )
    votes = Counter(pronouns.GENDER[word] for word in words if word in pronouns.GENDER)
    (best, most), *others = votes.most_common() or [("", 0)]
    return best if most >= 2 and most >= 3 * sum(count for _, count in others) else None


def _read(draft: Draft) -> None:
    for index, line in enumerate(draft.lines):
        inside = {i for q in line.quotes if q.direct for i in range(q.start, q.end)}
        for token in line.doc:
            if token.i not in inside:
                _see(draft, index, token, None)
        _note_speaker(draft, index)
        for token in line.doc:
            if token.i in inside:
                quote = next(q for q in line.quotes if q.direct and q.start <= token.i < q.end)
                _see(draft, index, token, speaker(draft, index, quote))


def _see(draft: Draft, index: int, token: Token, said_by: int | None) -> None:
    if pronouns.is_pronoun(token):
        entity = pronouns.meant(draft, index, token, speaker=said_by)
        draft.add(Mention(index, token.i, token.i + 1, "pronoun", entity))
        if entity is not None:
            if not pronouns.is_rivalled(draft, index, token, entity):
                draft.learn_gender(entity, pronouns.GENDER.get(token.lower_))
            _see_copula(draft, index, token, entity)
    elif token.pos_ != "NOUN" or (index, token.i) in draft.at:
        return
    elif lexicon.kin(token.lemma_.lower()) is not None:
        relative = nominals.see_kin(draft, index, token)
        if relative is not None:
            draft.add(Mention(index, token.i, token.i + 1, "nominal", relative))
    elif not _describes(draft, index, token):
        found = nominals.meant(draft, index, token)
        if found is not None:
            start, end = nominals.phrase(token)
            draft.add(Mention(index, start, end, "nominal", found[0], found[1]))


def _describes(draft: Draft, index: int, token: Token) -> bool:
    """Whether the noun is the name's own description: 'the [lawyer], Ana Roe'."""
    return any(
        d.start <= token.i < d.end and d.form != "relative" for d in draft.descriptions_in(index)
    )


def _see_copula(draft: Draft, index: int, token: Token, entity: int) -> None:
    """'She was [a baker in Rota].'"""
    line = draft.lines[index]
    be = token.i + 1
    if token.lower_ not in {"he", "she"} or be >= len(line.doc) or line.doc[be].lemma_ != "be":
        return
    span = descriptions.predicate(line.doc, line.names, be)
    if span is not None:
        found = descriptions.Found((token.i, token.i + 1), *span, "copula")
        learn(draft, found, index, entity)


# -- speakers


def speaker(draft: Draft, index: int, quote: Quote) -> int | None:
    """Who says a quotation: named in its sentence, or speaking on from the sentence before."""
    if quote.speaker is not None:
        return draft.entity_in(index, quote.speaker)
    return draft.carried.get(index) if quote.direct and quote.whole else None


def _note_speaker(draft: Draft, index: int) -> None:
    """Remembers who speaks in a sentence, and that a bare quotation goes on in the same voice."""
    line = draft.lines[index]
    named = [
        draft.entity_in(index, q.speaker) for q in line.quotes if q.speaker is not None and q.direct
    ]
    known = [entity for entity in named if entity is not None]
    if known:
        draft.speakers[index] = known[-1]
        return
    if (announcer := _announcer(draft, index)) is not None:
        draft.speakers[index] = announcer
        return
    if named or line.role is not Role.BODY or not _is_bare_quotation(line):
        return
    before = next(lines_before(draft, index), None)
    if before is None or before not in draft.speakers:
        return
    near = draft.lines[before].paragraph in {line.paragraph, line.paragraph - 1}
    speaks = any(q.direct for q in draft.lines[before].quotes)
    if near and (speaks or _announcer(draft, before) is not None):
        draft.speakers[index] = draft.carried[index] = draft.speakers[before]


def _announcer(draft: Draft, index: int) -> int | None:
    """Who '[Ana Roe] issued a statement on the sinking.' says speaks next."""
    for token in draft.lines[index].doc:
        if token.lemma_.lower() in STATEMENTS and token.dep_ == "obj":
            verb = token.head
            subject = subject_of(verb)
            if verb.lemma_.lower() in ISSUING and verb.dep_ == "ROOT" and subject is not None:
                return draft.entity_at(index, subject.i)
    return None


def _is_bare_quotation(line: Line) -> bool:
    """Whether the sentence is nothing but a quotation without a speaker."""
    quoted = sum(q.end - q.start for q in line.quotes if q.direct and q.speaker is None)
    return quoted > 0 and quoted >= len(line.doc) - 3
