"""Who is who: every person with what the story says they are, in the order of the story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain import Fact, Part, Role, Slot
from bot.glance.clauses import fitted, whole
from bot.glance.line import Line
from bot.glance.telling import Teller, Told
from bot.glance.whom import surely
from bot.language import lexicon
from bot.language.entities import Description, Entity
from bot.language.phrases import SUBJECTS, heads
from bot.language.terms import fold
from bot.replies import Replies
from bot.story import Reading, Story
from bot.writing import Writer

WHAT = ("apposition", "copula", "title", "of")  # forms that say what somebody is
_POINTING = {"another", "other", "this", "that", "these", "those", "one"}


@dataclass(frozen=True, slots=True)
class Someone:
    """A person in one article."""

    article: int
    entity: Entity


def lines(story: Story, replies: Replies) -> Iterator[Line]:
    """A line a person; nobody of whom the story says nothing."""
    for same in everybody(story):
        for someone in same:
            line = _line(someone, story, replies)
            if line is not None:
                yield line
                break


def everybody(story: Story) -> list[list[Someone]]:
    """The persons of all articles, newest article first; the same full name is the same person.

    A surname that an article never gives in full is the one person of that name elsewhere.
    """
    found: dict[str, list[Someone]] = {}
    for article in story.newest_first:
        table = story.tables[article]
        people = [e for e in table.all if _is_person(e, table.descriptions(e.id), story, article)]
        for entity in sorted(people, key=lambda e: _first_place(story, article, e)):
            found.setdefault(fold(entity.words), []).append(Someone(article, entity))
    for name in [name for name in found if " " not in name]:
        longer = [other for other in found if other.split()[-1] == name and other != name]
        if len(longer) == 1:
            found[longer[0]] += found.pop(name)
    return list(found.values())


def _is_person(entity: Entity, said: Sequence[Description], story: Story, article: int) -> bool:
    """Not 'the newspaper Rota Post', nor 'Rota, which sank', whatever the name looks like."""
    docs = [(one, story.reading_at(article, one.sentence_index).doc) for one in said]
    if any(doc[one.start].lower_ == "which" for one, doc in docs):
        return False
    nouns = {
        head.lemma_.lower()
        for one, doc in docs
        if one.form != "relative"
        for head in heads(doc, one.start, one.end)
    }
    human = any(lexicon.is_role(noun) or lexicon.kin(noun) for noun in nouns)
    return entity.label == "PER" and (human or not any(map(lexicon.organisation_type, nouns)))


def _first_place(story: Story, article: int, entity: Entity) -> tuple[bool, int, int]:
    """Where the text first names somebody; a caption or heading counts after all text."""
    return min(
        (story.reading_at(article, m.sentence_index).sentence.role is not Role.BODY,
         m.sentence_index, m.start)
        for m in entity.mentions if m.kind == "name"
    )  # fmt: skip


def _line(someone: Someone, story: Story, replies: Replies) -> Line | None:
    """'Ana Rota, 60: head of the council, the sister of Leo Rota [1].'"""
    writer = Writer(None, replies)
    teller = Teller(story, replies, writer)
    told = _described(someone, teller) or _one_of_several(someone, teller) or _deed(someone, teller)
    if told is None:
        return None
    template, parts, facts = told
    name = _name(someone, teller, facts)
    reply = writer.reply(
        "people",
        f"glance.{template}",
        name=name,
        answer=parts,
        mark=writer.marks(*facts, *(fact for slot in name if isinstance(slot, Slot)
                                    for fact in slot.facts)),
    )  # fmt: skip
    return Line(reply)


Described = tuple[str, tuple[Part, ...], tuple[Fact, ...]]  # template, words, evidence


def _name(someone: Someone, teller: Teller, facts: Sequence[Fact]) -> tuple[Part, ...]:
    """The full name where the facts are from, else where it stands first; with the age."""
    story, entity = teller.story, someone.entity
    named = [m for m in entity.mentions if m.kind == "name"]
    full = [
        (r, r.fact(m.start, m.end), m.end)
        for m in named
        if (r := story.reading_at(someone.article, m.sentence_index)).doc[m.start : m.end].text
        == entity.words
    ]
    here = {fact.sentence for fact in facts}
    aged = [row for row in full if _age_after(row[0], row[2])]
    reading, name, end = (
        next((row for row in aged if row[1].sentence in here), None)
        or (aged[0] if aged else None)
        or next((row for row in full if row[1].sentence in here), full[0])
    )
    parts: tuple[Part, ...] = (teller.named(name),)
    if age := _age_after(reading, end):
        parts += (*teller.replies.fill("list.next"), teller.writer.slot(age))
    return parts


def _age_after(reading: Reading, end: int) -> Fact | None:
    """'Ana Rota, [60],'"""
    for quantity in reading.quantities:
        if quantity.unit == "age" and quantity.start == end + 1 and reading.doc[end].text == ",":
            return reading.fact(quantity.number_start, quantity.number_end)
    return None


def _described(someone: Someone, teller: Teller) -> Described | None:
    """By what they are and whose kin they are; else by what 'who' tells of them."""
    story, article = teller.story, someone.article
    said = story.tables[article].descriptions(someone.entity.id)
    said = tuple(one for one in said if _is_theirs(one, someone, story))
    body = [
        one
        for one in said
        if story.reading_at(article, one.sentence_index).sentence.role is Role.BODY
    ]
    said = tuple(body) or said
    what = _best([one for one in said if one.form in WHAT], someone, story)
    kin = _best([one for one in said if one.form == "kin"], someone, story)
    chosen = [one for one in (what, kin) if one is not None]
    if not chosen:
        relative = _best([one for one in said if one.form == "relative"], someone, story)
        if relative is None:
            return None
        reading = story.reading_at(article, relative.sentence_index)
        span = relative.start, relative.end
        parts, facts = teller.clause(reading, span, about=someone.entity)
        return "who", parts, facts
    all_parts: list[Part] = []
    all_facts: list[Fact] = []
    for number, one in enumerate(chosen):
        if number:
            all_parts += teller.replies.fill("list.next")
        parts, facts = _words(one, story.reading_at(article, one.sentence_index), teller)
        all_parts += parts
        all_facts += facts
    return "person", tuple(all_parts), tuple(all_facts)


def _best(said: Sequence[Description], someone: Someone, story: Story) -> Description | None:
    """The one that says most; of several the first."""

    def worth(one: Description) -> tuple[bool, int, int]:
        reading = story.reading_at(someone.article, one.sentence_index)
        size = min(one.end - one.start, 12) + 2 * (one.form == "apposition")
        return not _is_bare(reading, one), size, -one.sentence_index

    return max(said, key=worth, default=None)


def _is_bare(reading: Reading, one: Description) -> bool:
    """'the minister', of whom was spoken before."""
    return one.end - one.start == 2 and reading.doc[one.start].lower_ == "the"


def _is_theirs(one: Description, someone: Someone, story: Story) -> bool:
    """Whether the words describe the one beside them, and say something."""
    reading = story.reading_at(someone.article, one.sentence_index)
    doc = reading.doc
    words = doc[one.start : one.end]
    address = one.form != "kin" and lexicon.title_gender(words.text)
    if words[0].lower_ in _POINTING or address or words.text[-1] == ".":
        return False  # 'another freed detainee', 'Ms', 'Sen.'
    if one.form == "title" and any(token.text[0].isdigit() for token in words):
        return False  # 'in the 62nd minute Ana Rota scored'
    if words[0].tag_ == "PRP$" and surely(story, reading, words[0]) is None:
        return False  # 'Their leader' does not tell whose
    if one.form == "kin" and not _tells_whose(story, reading, one):
        return False  # 'a daughter'
    table = story.tables[someone.article]
    shared = [
        m for e in table.all if e.id != someone.entity.id
        for d in table.descriptions(e.id)
        if (d.sentence_index, d.start, d.end) == (one.sentence_index, one.start, one.end)
        for m in e.mentions if m.sentence_index == one.sentence_index and m.end <= one.start
    ]  # fmt: skip
    own = [m.end for m in someone.entity.mentions
           if m.sentence_index == one.sentence_index and m.end <= one.start]  # fmt: skip
    return not shared or max(own, default=-1) > max(m.end for m in shared)


def _tells_whose(story: Story, reading: Reading, one: Description) -> bool:
    """'her brother' of somebody known, 'a sister of Ana'; not 'a daughter'."""
    before = reading.doc[max(one.start - 1, 0)]
    if before.tag_ == "PRP$":
        return surely(story, reading, before) is not None
    return one.end - one.start > 2 or reading.doc[one.start].tag_ in {"PRP$", "NNP"}


def _words(one: Description, reading: Reading, teller: Teller) -> Told:
    """A description with whose it is: 'Ana Rota’s brother' for 'her brother'."""
    start = one.start
    if start and reading.doc[start - 1].tag_ == "PRP$":
        start -= 1
    earlier = _earlier_words(one, reading, teller.story)
    where, start, end = earlier or (reading, start, one.end)
    if where.doc[start].tag_ == "PRP$":
        return teller.clause(where, (start, end))
    slot = teller.within(where, (start, end))
    return (slot,), slot.facts


def _earlier_words(
    one: Description, reading: Reading, story: Story
) -> tuple[Reading, int, int] | None:
    """For 'the minister' what he was called just before: "Chile's foreign minister"."""
    if not _is_bare(reading, one):
        return None
    noun = reading.doc[one.end - 1].lower_
    before = story.beside(reading, -1)
    if before is None or before.sentence.paragraph != reading.sentence.paragraph:
        return None
    found = [token for token in before.doc if token.lower_ == noun and token.pos_ == "NOUN"]
    if len(found) != 1 or story.described_by(before, found[0].i) is not None:
        return None
    start = min((t.left_edge.i for t in found[0].lefts), default=found[0].i)
    if found[0].i - start < 1 or before.doc[start].pos_ in {"DET", "ADP"}:
        return None
    return before, start, found[0].i + 1


def _one_of_several(someone: Someone, teller: Teller) -> Described | None:
    """'one of the five sailors'"""
    story, article = teller.story, someone.article
    for group in story.tables[article].groups:
        if group.parent is not None or lexicon.place_type(group.noun):
            continue
        mine = [m for m in group.members if m.entity == someone.entity.id]
        for member in mine:
            for anchor in group.anchors:
                reading = story.reading_at(article, anchor.sentence_index)
                words = reading.doc[anchor.start : anchor.end]
                pointing = any(token.pos_ == "PRON" for token in words)
                if not pointing and words[-1].tag_ in {"NNS", "VBN"}:
                    start = anchor.start + (words[0].lower_ == "the")
                    slot = teller.within(reading, (start, anchor.end))
                    home = story.reading_at(article, member.sentence_index)
                    named = home.fact(member.start, member.end)
                    return "one_of", (slot,), (*slot.facts, named)
    return None


def _deed(someone: Someone, teller: Teller) -> Described | None:
    """What they do or what befalls them, where their name is the subject of a sentence."""
    story, entity = teller.story, someone.entity
    for mention in entity.mentions:
        reading = story.reading_at(someone.article, mention.sentence_index)
        full = reading.doc[mention.start : mention.end].text == entity.words
        if not full or reading.sentence.role is not Role.BODY:
            continue
        root = next((t for t in reading.doc if t.dep_ == "ROOT"), None)
        if root is None or root.pos_ != "VERB" or lexicon.is_speech(root.lemma_.lower()):
            continue
        subjects = [t for t in root.children if t.dep_ in SUBJECTS]
        if not any(mention.start <= s.i < mention.end for s in subjects):
            continue
        first = min([root.i, *(t.i for t in root.lefts if t.i >= mention.end and t.pos_ in
                               {"AUX", "ADV", "PART"})])  # fmt: skip
        span = fitted(reading, (first, whole(reading)[1]), root.i + 1)
        if span is not None and any(t.dep_ == "conj" for t in subjects[0].children):
            continue  # 'Ana and Leo left'
        if span is not None:
            parts, facts = teller.clause(reading, span, about=entity)
            return "person", parts, facts
    return None
