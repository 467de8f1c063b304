"""Whose surname is meant where two or more people of an article share it."""

from collections.abc import Sequence

from bot.language.draft import Draft, latest
from bot.language.mentions import Mention
from bot.language.namesakes import Place
from bot.language.prominence import is_subject


def choose(draft: Draft, claimed: Sequence[tuple[Place, Sequence[int]]]) -> None:
    """Adds each claimed name to the one meant, in the article's order, or as unresolved."""
    for place, candidates in claimed:
        entity = _meant(draft, place, candidates)
        draft.add(Mention(place.sentence, place.start, place.end, "name", entity))


def _meant(draft: Draft, place: Place, candidates: Sequence[int]) -> int | None:
    """The one of the paragraph; else the one who last spoke or acted, unless another came since.

    If only one was called by the bare surname so far, it is the one, or nobody is sure to be.
    """
    before = [
        m
        for candidate in candidates
        for m in draft.people[candidate].mentions
        if (m.sentence_index, m.start) < (place.sentence, place.start)
    ]
    paragraph = draft.lines[place.sentence].paragraph
    near = [m for m in before if draft.lines[m.sentence_index].paragraph == paragraph]
    if near:
        return _one(near) or _one([m for m in near if _acts(draft, m)])
    acting = latest(m for m in before if _acts(draft, m))
    if acting is None:
        return _one(before)
    if called := {m.entity for m in before if _is_bare(m)}:
        return acting.entity if called == {acting.entity} else None
    last = latest(m for m in before if m.entity == acting.entity)
    assert last is not None  # `acting` is one of them
    others = [m for m in before if m.entity != acting.entity]
    later = any(m.sentence_index > last.sentence_index for m in others)
    return None if later else acting.entity


def _one(mentions: Sequence[Mention]) -> int | None:
    """The only one mentioned, if it is one."""
    found = {m.entity for m in mentions}
    return found.pop() if len(found) == 1 else None


def _is_bare(mention: Mention) -> bool:
    """'Roe', after 'Ana Roe'"""
    return mention.kind == "name" and mention.end - mention.start == 1


def _acts(draft: Draft, mention: Mention) -> bool:
    return is_subject(draft.lines[mention.sentence_index], mention)
