"""Dates that stand beside a deed and are of something else."""

from bot.finding.search import Finding
from bot.language import lexicon
from bot.questions import Asked

REMEMBERING = {
    "anniversary", "celebrate", "celebration", "commemorate", "commemoration", "honor", "honour",
    "jubilee", "mark", "memory", "mourn", "recall", "remember", "reenact",
}  # fmt: skip
NOUNS = {"NOUN", "PROPN"}
PAST = {"did", "was", "were"}
PLANNED = {"to", "due", "scheduled", "planned", "expected", "meant", "set", "supposed", "will"}
COMING = {"next", "upcoming", "coming", "forthcoming"}


def is_of_another_day(asked: Asked, finding: Finding, about: set[int]) -> bool:
    """Whether a date is when the deed was remembered, of a noun of its own, over, though what is to
    come is asked for, or to come; `about` are the words of the sentence for what is asked about."""
    return (
        _is_remembered(finding, about)
        or _is_of_a_noun(finding, about)
        or _is_of_the_other_time(asked, finding)
        or _is_of_a_relative_clause(finding)
    )


def _is_remembered(finding: Finding, about: set[int]) -> bool:
    """'They marked the first launch [on Tuesday]', 'the anniversary of the launch [on May 5]'; not 'the
    anniversary of his death [in 1987]'."""
    reading, candidate = finding.passage.reading, finding.candidate
    doc, published = reading.doc, reading.sentence.source.published
    told = [w.value for w in reading.whens if w.start == candidate.start and w.value is not None]
    if published is not None and any(day.end.year < published.year for day in told):
        return False
    deeds = [doc[i] for i in about if doc[i].pos_ in NOUNS]
    return bool(deeds) and all(
        any(above.lemma_.lower() in REMEMBERING for above in (*deed.ancestors, *deed.rights))
        for deed in deeds
    )


def _is_of_a_noun(finding: Finding, about: set[int]) -> bool:
    """'during [the 1991] race' for when the crash was: half of what the date is of; not 'the [1991] race,
    in which they crashed'."""
    doc, candidate = finding.passage.reading.doc, finding.candidate
    if candidate.shape != "when":
        return False
    date = doc[candidate.head]
    noun = date.head
    is_before = date.dep_ in {"compound", "nummod", "amod", "nmod"} and noun.i >= candidate.end
    between = doc[candidate.end : noun.i + 1]
    after = doc[noun.i + 1 : noun.i + 4].text.lower()
    is_told_after = any(frame.head > noun.i for frame, _, _ in finding.passage.frames)
    if is_told_after and after.endswith(("in which", "during which")):
        return False
    return is_before and all(t.pos_ in {*NOUNS, "ADJ"} and t.i not in about for t in between)


def _is_of_the_other_time(asked: Asked, finding: Finding) -> bool:
    """'When is the next match?' is not told by 'since 1958', nor 'When was it?' by 'next year'."""
    reading, candidate = finding.passage.reading, finding.candidate
    published = reading.sentence.source.published
    told = [w.value for w in reading.whens if w.start == candidate.start and w.value is not None]
    words = {t.lower_ for t in asked.doc}
    if words & COMING and not any(t.lower_ in COMING for t in reading.doc):
        return published is None or not told or told[0].end <= published
    is_past = bool(words & PAST) and not words & PLANNED
    return is_past and published is not None and bool(told) and told[0].start > published


def _is_of_a_relative_clause(finding: Finding) -> bool:
    """'The final was at the park, which was built [in 1931]', 'the arena, which is to cost millions and
    to open [in 2026]': when the park was built, when the arena will open."""
    passage, candidate = finding.passage, finding.candidate
    reading = passage.reading
    deeds = {frame.head for frame, _, _ in passage.frames}
    clause = reading.doc[reading.clauses[candidate.head]]
    while clause.dep_ in {"conj", "xcomp"} and clause.i not in deeds:
        clause = clause.head
    inside = range(clause.left_edge.i, clause.right_edge.i + 1)
    if clause.dep_ != "acl:relcl" or not deeds.isdisjoint(inside) or candidate.head not in inside:
        return False
    closed = reading.doc[clause.i : candidate.start]
    is_single = not any(t.text == "," for t in closed)
    told = {token for _, token, _ in passage.alignment.pairs}
    return is_single and told.isdisjoint(inside) and not lexicon.is_speech(clause.lemma_.lower())
