"""Did it happen to one of a set?  What is told of the set, and that it names the one."""

from collections.abc import Iterator

from bot.domain import Fact, Reply
from bot.kinds.kind import Request
from bot.kinds.membership import done_to, is_kind, lacks_a_figure, tellings
from bot.language import lexicon, states
from bot.language.entities import Anchor, Group, Way
from bot.language.frames import Part
from bot.language.mentions import Mention
from bot.questions import Asked
from bot.writing import Writer


def by_membership(request: Request) -> Iterator[Reply]:
    """'Was Ana rescued?' 'Five were rescued. Among them was Ana.'"""
    asked, story = request.asked, request.story
    for name in asked.names:
        words = asked.doc[name.start : name.end].text
        for number, table in enumerate(story.tables):
            who = {entity.id for entity in table.find(words)}
            for group in table.groups:
                members = [member for member in group.members if member.entity in who]
                if not members or not _is_of_kind(asked, group):
                    continue
                anchors = [a for a in group.anchors if a.way in {Way.NEW, Way.ALL}]
                told = tellings(request, number, anchors or group.anchors[:1])
                told = [one for one in told if not lacks_a_figure(asked, one)]
                for one in told:
                    if done_to(asked, group.noun, [one]):
                        yield _one_of(request, number, one.words, members[0], yes=True)
                if told and _is_contrary(asked, group):
                    yield _one_of(request, number, told[0].words, members[0], yes=False)


def _is_of_kind(asked: Asked, group: Group) -> bool:
    """'Is Ana a nurse?' is not told by 'five citizens, among them Ana'."""
    frame = asked.frame
    if frame is not None and any(n.start <= frame.head < n.end for n in asked.names):
        return False  # 'Is Ana Falk a nurse?', read as if somebody falked
    if frame is None or frame.lemma != "be":
        return True
    kinds = [asked.doc[a.head] for a in frame.arguments if a.part is Part.ATTRIBUTE]
    return any(is_kind(kind.lemma_, group.noun) for kind in kinds)


def _is_contrary(asked: Asked, group: Group) -> bool:
    """'Did Ana survive?' of 'The dead were Ana and Leo.'"""
    deed = states.deed_of(group.noun)
    return bool(deed and asked.frame and lexicon.opposite(deed, asked.frame.lemma))


def _one_of(request: Request, article: int, anchor: Anchor, member: Mention, *, yes: bool) -> Reply:
    story = request.story
    writer = Writer(request.asked, request.replies)
    facts: list[Fact] = []
    for words in (member, anchor):
        reading = story.reading_at(article, words.sentence_index)
        facts.append(reading.fact(words.start, words.end))
    return writer.reply(
        "yesno",
        "yes.member" if yes else "no.member",
        short="Yes" if yes else "No",
        name=writer.slot(facts[0]),
        count=writer.slot(facts[1]),
        mark=writer.marks(*facts),
    )
